/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-find-test.c: the time of a piece of work inside running text */
#include <locale.h>
#include <string.h>

#include "when-test-support.h"

/* Running text: @want is "" for no time, else the words found, '|' and the time */
static const DdTimeRow sentences[] = {
	/* clang-format off */
	{2025, "Xây dựng đề án, hoàn thành trước ngày 30/6/2025.", "trước ngày 30/6/2025|by-date ..2025-06-30"},
	{2025, "Rà soát danh mục trong quý II.", "trong quý II|quarter 2025-04-01..2025-06-30"},
	{2025, "Ban hành kế hoạch chi tiết, hoàn thành Quý I/2025.", "Quý I/2025|quarter 2025-01-01..2025-03-31"},
	{2025, "Tham mưu UBND tỉnh chậm nhất ngày 15/5/2025.", "chậm nhất ngày 15/5/2025|by-date ..2025-05-15"},
	{2025, "Tổ chức hội nghị vào tháng 9/2025 tại tỉnh.", "vào tháng 9/2025|month 2025-09-01..2025-09-30"},
	{2025, "Tổ chức các hoạt động kết nối công nghệ và đổi mới sáng tạo hàng năm; Tổ chức một số hoạt động kết nối cung cầu.", "hàng năm|annual every=year"},
	{2025, "Hàng năm, tổ chức làm việc, trao đổi thông tin.", "Hàng năm|annual every=year"},
	{2025, "Hằng năm báo cáo kết quả thực hiện UBND tỉnh.", ""},
	{2025, "Triển khai có hiệu quả Kế hoạch này. Hằng năm báo cáo kết quả UBND tỉnh.", ""},
	{2026, "Tổ chức hội nghị trong tuần cuối tháng 12/2026.", "trong tuần cuối tháng 12/2026|range 2026-12-25..2026-12-31"},
	{2025, "Tham mưu tổ chức cuộc họp vào tuần đầu tháng 11/2025.", "vào tuần đầu tháng 11/2025|range 2025-11-01..2025-11-07"},
	{2026, "Tổ chức ra quân vào ngày 16/6/2026.", "vào ngày 16/6/2026|by-date 2026-06-16..2026-06-16"},
	{2018, "Tăng thời lượng tuyên truyền trong các tháng 5, 6, 7.", "trong các tháng 5, 6, 7|range 2018-05-01..2018-07-31"},
	{2026, "Phổ biến Kế hoạch tại kỳ sinh hoạt chi bộ tháng 01/2026.", "tại kỳ sinh hoạt chi bộ tháng 01/2026|month 2026-01-01..2026-01-31"},
	{2026, "Đối thoại với doanh nghiệp 02 lần trong năm (tháng 5 và tháng 10).",
		"tháng 5 và tháng 10|staged [|2026-05-01..2026-05-31] [|2026-10-01..2026-10-31]"},
	{2026, "Phòng Nội vụ họp giao ban hằng tuần.", "hằng tuần|periodic every=week"},
	{2025, "Bổ sung nhiệm vụ vào kế hoạch hàng năm.", ""},
	{2025, "Bố trí kinh phí trong dự toán ngân sách hằng năm.", ""},
	{2025, "Triển khai Quyết định số 476/QĐ-UBND ngày 31/3/2021 của Chủ tịch UBND tỉnh.", ""},
	{2025, "Thực hiện Chương trình phát triển tài sản trí tuệ đến năm 2030.", ""},
	{2025, "Thực hiện Chiến lược giai đoạn 2021 - 2025, định hướng đến năm 2030.", ""},
	{2025, "Khắc phục các tồn tại trong năm 2023.", ""},
	{2025, "Hoàn thành trong năm 2025 việc số hóa hồ sơ.", "trong năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Trong năm 2025, hoàn thành việc số hóa.", "Trong năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Hằng tháng, trước ngày 25, tổng hợp, báo cáo kết quả giải ngân.", "Hằng tháng|periodic every=month before=25"},
	{2025, "Tổ chức giao ban hằng tuần với các chủ đầu tư.", "hằng tuần|periodic every=week"},
	{2025, "Tăng cường giám sát việc sử dụng ngân sách, từ năm 2026 đến năm 2028.",
		"từ năm 2026 đến năm 2028|range 2026-01-01..2028-12-31"},
	{2025, "Kiểm tra chất lượng giống. (Thanh tra Sở chủ trì; quý III/2025)", "quý III/2025|quarter 2025-07-01..2025-09-30"},
	{2025, "Cập nhật dữ liệu (Văn phòng chủ trì, phối hợp với các xã; thường xuyên).", "thường xuyên|continuous"},
	{2025, "Xây dựng mô hình (phối hợp với Viện A; năm 2025 - 2026)", "năm 2025 - 2026|range 2025-01-01..2026-12-31"},
	{2025, "Rà soát quy hoạch; tháng 5 trình duyệt.", ""},
	{2025, "Mở lớp xóa mù chữ vào tối thứ Sáu hằng tuần (Hội Phụ nữ xã chủ trì).", "hằng tuần|periodic every=week"},
	{2025, "Mở lớp học cho người dân, thực hiện thường xuyên.", "thường xuyên|continuous"},
	{2025, "Khắc phục tình trạng sử dụng điện thoại thường xuyên của học sinh.", ""},
	{2025, "Năm 2025, tổ chức 03 lớp tập huấn.", "Năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Định kỳ 6 tháng kiểm tra việc thực hiện.", "Định kỳ 6 tháng|periodic every=half-year"},
	{2025, "Định kỳ hằng quý báo cáo UBND tỉnh.", ""},
	{2025, "Định kỳ hằng năm, đánh giá mức độ hài lòng, báo cáo UBND tỉnh.", "Định kỳ hằng năm|annual every=year"},
	{2025, "Lấy ý kiến người học 6 tháng một lần.", "6 tháng một lần|periodic every=half-year"},
	{2025, "Bảo dưỡng máy 3 tháng/lần.", "3 tháng/lần|periodic every=quarter"},
	{2025, "Kết nối dữ liệu học bạ theo lộ trình của Bộ Giáo dục và Đào tạo.", "theo lộ trình của Bộ Giáo dục và Đào tạo|event {theo lộ trình của Bộ Giáo dục và Đào tạo}"},
	{2025, "Tăng học phí theo lộ trình.", ""},
	{2025, "Đẩy nhanh tiến độ; đến hết ngày 30/11/2025 giải ngân đạt 90%.", "đến hết ngày 30/11/2025|by-date ..2025-11-30"},
	{2025, "Tổ chức giao ban ít nhất 01 lần/tháng với các đơn vị.", "01 lần/tháng|periodic every=month"},
	{2025, "Tổ chức tập huấn cho cán bộ (quý II/2025).", "quý II/2025|quarter 2025-04-01..2025-06-30"},
	{2025, "Xây dựng quy chế (hoàn thành trước 30/6).", "trước 30/6|by-date ..2025-06-30"},
	{2025, "Thực hiện Đề án chuyển đổi số (2021-2025).", ""},
	{2025, "Rà soát, lập danh mục (thời gian thực hiện: Quý III/2025).", "Quý III/2025|quarter 2025-07-01..2025-09-30"},
	{2025, "Gửi danh sách về Sở trước ngày 15 tháng 3 năm 2025 để theo dõi.", "trước ngày 15 tháng 3 năm 2025|by-date ..2025-03-15"},
	{2025, "Hoàn thành báo cáo tổng kết trước ngày 30/11/2025.", "trước ngày 30/11/2025|by-date ..2025-11-30"},
	{2025, "Gửi báo cáo trước ngày 15/12 hằng năm.", ""},
	{2025, "Công bố danh mục trước ngày 31/01 hằng năm.", "trước ngày 31/01 hằng năm|annual every=year before=01-31"},
	{2025, "Đẩy mạnh tuyên truyền về chuyển đổi số.", ""},
	{2025, "Từ năm 2026, áp dụng thống nhất phần mềm.", "Từ năm 2026|from 2026-01-01.."},
	{2025, "Phấn đấu đến năm 2030 có 80% xã đạt chuẩn.", ""},
	{2025, "Tăng trưởng bình quân 8% hằng năm.", ""},
	{2025, "Thường xuyên rà soát, cập nhật danh mục.", "Thường xuyên|continuous"},
	{2025, "Quan tâm, thường xuyên chỉ đạo công tác này.", ""},
	{2025, "Nâng cao trách nhiệm của cán bộ trước pháp luật.", ""},
	{2025, "Tuyên truyền trong cán bộ, đảng viên và nhân dân.", ""},
	{2025, "Hoàn thành 100% nhiệm vụ được giao.", ""},
	{2025, "Kiểm tra đất được giao trước ngày 01/7/2014.", ""},
	{2025, "Tổ chức sơ kết trong 6 tháng đầu năm 2025.", "trong 6 tháng đầu năm 2025|range 2025-01-01..2025-06-30"},
	{2025, "Hỗ trợ trong 02 năm 2025 - 2026 cho các hộ.", ""},
	{2025, "Bố trí vốn trước 30 ngày khi khởi công.", ""},
	/* ranges and beginnings inside a sentence */
	{2023, "Mở 15 lớp bơi cho học sinh từ ngày 05/6/2023 đến ngày 15/8/2023.", "từ ngày 05/6/2023 đến ngày 15/8/2023|range 2023-06-05..2023-08-15"},
	{2023, "Phát trên hệ thống truyền thanh từ tháng 5 đến tháng 9 năm 2023.", "từ tháng 5 đến tháng 9 năm 2023|range 2023-05-01..2023-09-30"},
	{2025, "Phát sóng mỗi tháng 02 số, bắt đầu từ tháng 5/2025.", "bắt đầu từ tháng 5/2025|from 2025-05-01.."},
	{2025, "Mở các lớp nghề cho lao động nông thôn từ năm 2026 và những năm tiếp theo.", "từ năm 2026 và những năm tiếp theo|from 2026-01-01.."},
	{2024, "Số hóa hồ sơ hộ tịch từ năm 2007 trở về trước.", ""},
	{2025, "Dạy bơi cho trẻ em từ 6 đến 15 tuổi.", ""},
	{2025, "Thành lập tổ công nghệ số từ 05 đến 07 người.", ""},
	{2025, "Thống kê số liệu từ ngày 01/01/2025 đến ngày 30/6/2025 của các xã.", ""},
	{2025, "Thực hiện Luật có hiệu lực từ ngày 01/7/2025.", ""},
	{2025, "Rà soát văn bản ban hành từ năm 2021 đến năm 2025.", ""},
	/* often */
	{2025, "Tổ chức ngoại kiểm chất lượng nước sạch hằng quý đối với mỗi công trình.", "hằng quý|periodic every=quarter"},
	{2025, "Tổ chức cho chủ hộ học tập kinh nghiệm, mỗi năm 02 chuyến.", "mỗi năm|annual every=year"},
	{2025, "Tạo nguồn kết nạp đảng viên. Mỗi năm mở ít nhất 02 lớp bồi dưỡng.", "Mỗi năm|annual every=year"},
	{2025, "Xây dựng kế hoạch thực hiện hằng năm, quản lý các điểm du lịch.", "hằng năm|annual every=year"},
	{2025, "Giảm nghèo bình quân mỗi năm 2%.", ""},
	{2025, "Phấn đấu mỗi năm giảm 1,5% số hộ nghèo.", ""},
	{2025, "Thường xuyên rà soát, hoàn thành trước ngày 30/6/2025.", "trước ngày 30/6/2025|by-date ..2025-06-30"},
	/* events */
	{2023, "Dạy bơi an toàn trong dịp nghỉ hè cho học sinh tiểu học.", "trong dịp nghỉ hè|event {trong dịp nghỉ hè}"},
	{2023, "Quản lý con em trong dịp hè.", "trong dịp hè|event {trong dịp hè}"},
	{2025, "Kiểm tra an toàn hồ chứa, đê, kè trước mùa lũ.", "trước mùa lũ|event {trước mùa lũ}"},
	{2025, "Hướng dẫn vệ sinh môi trường sau mưa lũ.", "sau mưa lũ|event {sau mưa lũ}"},
	{2025, "Hỗ trợ các hộ bị thiệt hại sau bão số 3.", ""},
	{2016, "Ra quân nạo vét kênh mương nội đồng, xong trước vụ Đông Xuân.", "trước vụ Đông Xuân|event {trước vụ Đông Xuân}"},
	{2019, "Kiểm tra bếp ăn trong quý lII/2019.", "trong quý lII/2019|quarter 2019-07-01..2019-09-30"},
	{2017, "Thắp nến tri ân vào tối ngày 26/7/2017 tại nghĩa trang.", "ngày 26/7/2017|by-date 2017-07-26..2017-07-26"},
	{2026, "Tăng cường tuần tra biên giới trong dịp Quốc khánh 02/9.", "trong dịp Quốc khánh 02/9|event {trong dịp Quốc khánh 02/9}"},
	{2025, "Giải quyết trước vụ việc này.", ""},
	{2017, "Phát động Tết trồng cây vào ngày mùng 6 Tết Nguyên đán.", "ngày mùng 6 Tết Nguyên đán|event {ngày mùng 6 Tết Nguyên đán}"},
	{2026, "Vận động hội viên trồng cây sau Tết Nguyên đán.", "sau Tết Nguyên đán|event {sau Tết Nguyên đán}"},
	{2025, "Dự báo sâu bệnh 7 ngày/lần; diệt chuột 3 đợt.", "7 ngày/lần|periodic every=7 ngày"},
	{2026, "Hướng dẫn người dân nộp hồ sơ, đạt 80% hồ sơ trực tuyến toàn trình đến hết quý I/2026.", "đến hết quý I/2026|by-date ..2026-03-31"},
	{2025, "Chuẩn bị lực lượng cơ động cứu hộ, cứu nạn khi có lệnh.", "khi có lệnh|event {khi có lệnh}"},
	{2025, "Điều hành Đoàn khi Trưởng đoàn vắng mặt.", ""},
	{2025, "Xử lý kịp thời khi xảy ra ngộ độc thực phẩm.", ""},
	{2024, "Chuẩn bị báo cáo theo đề cương, gửi về Ủy ban trước khi Đoàn đến làm việc 03 ngày; bố trí phòng.", "trước khi Đoàn đến làm việc 03 ngày|event {trước khi Đoàn đến làm việc 03 ngày}"},
	{2024, "Gửi Đoàn kiểm tra trước ngày kiểm tra ít nhất 03 ngày.", "trước ngày kiểm tra ít nhất 03 ngày|event {trước ngày kiểm tra ít nhất 03 ngày}"},
	{2024, "Thẩm định trước khi trình Ủy ban nhân dân tỉnh.", ""},
	{2024, "Ghi biên bản trong 03 ngày làm việc sau khi kết thúc kiểm tra.", "trong 03 ngày làm việc sau khi kết thúc kiểm tra|event {trong 03 ngày làm việc sau khi kết thúc kiểm tra}"},
	{2024, "Rút ngắn thời gian thanh toán trong vòng 01 ngày làm việc đối với trường hợp này.", ""},
	{2025, "Kiểm tra công trình trong dịp hè, hoàn thành trước ngày 30/8/2025.", "trước ngày 30/8/2025|by-date ..2025-08-30"},
	{2019, "Xem xét, thông qua nghị quyết tại kỳ họp giữa năm 2019.", "tại kỳ họp giữa năm 2019|event {tại kỳ họp giữa năm 2019}"},
	{2025, "Trình HĐND tỉnh tại kỳ họp thứ 12 để ban hành nghị quyết.", "tại kỳ họp thứ 12|event {tại kỳ họp thứ 12}"},
	{2025, "Trình Hội đồng nhân dân tỉnh tại kỳ họp cuối năm và Bộ Công an về kết quả thực hiện.", "tại kỳ họp cuối năm|event {tại kỳ họp cuối năm}"},
	{2025, "Thông qua phương án tại phiên họp thường kỳ tháng 9.", "tại phiên họp thường kỳ tháng 9|month 2025-09-01..2025-09-30"},
	{2025, "Nghiên cứu mở ngành đào tạo logistics khi đủ điều kiện.", "khi đủ điều kiện|event {khi đủ điều kiện}"},
	{2025, "Bàn giao công trình khi có đủ điều kiện theo quy định.", "khi có đủ điều kiện theo quy định|event {khi có đủ điều kiện theo quy định}"},
	{2025, "Triển khai dự án khi được yêu cầu.", "khi được yêu cầu|event {khi được yêu cầu}"},
	{2025, "Kiện toàn tổ chức ngay sau khi có nghị quyết của Quốc hội.", "ngay sau khi có nghị quyết của Quốc hội|event {ngay sau khi có nghị quyết của Quốc hội}"},
	{2025, "Niêm yết công khai danh mục sau khi được phê duyệt, gửi các xã.", "sau khi được phê duyệt|event {sau khi được phê duyệt}"},
	{2025, "Khi phát hiện cháy rừng phải báo ngay cho UBND xã.", "Khi phát hiện cháy rừng|event {Khi phát hiện cháy rừng}"},
	{2025, "Khi xảy ra thiên tai, huy động lực lượng tại chỗ.", "Khi xảy ra thiên tai|event {Khi xảy ra thiên tai}"},
	{2025, "Chuyển đổi giấy tờ cho Nhân dân khi thay đổi địa giới hành chính.", ""},
	/* by when a figure is reached */
	{2021, "Mời gọi nhà đầu tư hạ tầng; phấn đấu đến năm 2023 có ít nhất 01 dự án.", "đến năm 2023|by-date ..2023-12-31"},
	{2021, "Sắp xếp cán bộ dôi dư; phấn đấu đến hết năm 2024 hoàn thành.", "đến hết năm 2024|by-date ..2024-12-31"},
	{2021, "Mở các lớp đào tạo nghề cho tối thiểu 300 lao động đến năm 2025.", "đến năm 2025|by-date ..2025-12-31"},
	{2021, "Thực hiện Quyết định số 645 ngày 15/5/2020 về thương mại điện tử đến năm 2025.", ""},
	{2024, "Đưa kỹ năng an toàn vào chương trình đào tạo từ năm học 2025 - 2026.", "từ năm học 2025 - 2026|from 2025-09-01.."},
	{2021, "Phối hợp với Hiệp hội Doanh nghiệp hằng năm tổ chức ít nhất 01 hội nghị.", "hằng năm|annual every=year"},
	{2021, "Xây dựng kế hoạch hằng năm tổ chức thực hiện.", ""},
	{2026, "Tuyên truyền trên hệ thống truyền thanh hằng tuần bằng tiếng Việt.", "hằng tuần|periodic every=week"},
	{2024, "Theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp, báo cáo Lãnh đạo Bộ trước ngày 20/12 hằng năm.", "trước ngày 20/12 hằng năm|annual every=year before=12-20"},
	{2025, "Đóng cửa các bãi chôn lấp không hợp vệ sinh trong giai đoạn 2026 - 2028.", "trong giai đoạn 2026 - 2028|range 2026-01-01..2028-12-31"},
	{2025, "Phát triển nhà ở trong giai đoạn 2026 - 2030 trên địa bàn tỉnh.", ""},
	{2025, "Lắp đặt đường truyền cho các điểm trường; giai đoạn 2026 - 2028.", "giai đoạn 2026 - 2028|range 2026-01-01..2028-12-31"},
	{2025, "Tích hợp dữ liệu, vận hành chính thức từ tháng 12/2025.", "từ tháng 12/2025|from 2025-12-01.."},
	{2025, "Hoàn thiện bảng giá đất áp dụng từ ngày 01/01/2026.", ""},
	{2025, "Thanh toán vốn cho các dự án không quá 03 ngày làm việc kể từ khi nhận đủ hồ sơ.",
		"không quá 03 ngày làm việc kể từ khi nhận đủ hồ sơ|event {không quá 03 ngày làm việc kể từ khi nhận đủ hồ sơ}"},
	{2025, "Cho nợ thuế không quá 30 ngày.", ""},
	{2025, "Rà soát đơn giá sau khi Bộ Xây dựng ban hành hướng dẫn.", "sau khi Bộ Xây dựng ban hành hướng dẫn|event {sau khi Bộ Xây dựng ban hành hướng dẫn}"},
	{2025, "Tổ chức đợt cao điểm tiêm phòng đến hết ngày 30/9/2025.", "đến hết ngày 30/9/2025|by-date ..2025-09-30"},
	/* stages */
	{2025, "Khởi công trong quý I/2026, bàn giao trước ngày 15/8/2026.",
		"trong quý I/2026, bàn giao trước ngày 15/8/2026|staged [Khởi công|2026-01-01..2026-03-31] [bàn giao|..2026-08-15]"},
	{2019, "Xây dựng phương án, trình cho ý kiến trước ngày 30/4/2019; hoàn thiện hồ sơ gửi Bộ trước ngày 31/8/2019.",
		"trước ngày 30/4/2019; hoàn thiện hồ sơ gửi Bộ trước ngày 31/8/2019|staged [Xây dựng phương án, trình cho ý kiến|..2019-04-30] [hoàn thiện hồ sơ gửi Bộ|..2019-08-31]"},
	{2025, "Báo cáo sơ kết 6 tháng trước ngày 10/6/2025, báo cáo năm trước ngày 05/12/2025 về Sở.",
		"trước ngày 10/6/2025, báo cáo năm trước ngày 05/12/2025|staged [Báo cáo sơ kết 6 tháng|..2025-06-10] [báo cáo năm|..2025-12-05]"},
	{2025, "Xây dựng đề án trong quý I/2025. Tổ chức thẩm định trong tháng 5/2025. Trình phê duyệt trước ngày 30/6/2025.",
		"trong quý I/2025. Tổ chức thẩm định trong tháng 5/2025. Trình phê duyệt trước ngày 30/6/2025|staged "
		"[Xây dựng đề án|2025-01-01..2025-03-31] [Tổ chức thẩm định|2025-05-01..2025-05-31] [Trình phê duyệt|..2025-06-30]"},
	{2021, "Rà soát các tuyến đường, báo cáo UBND tỉnh trong quý III năm 2021; nạo vét các luồng giai đoạn 2022 - 2025.",
		"trong quý III năm 2021; nạo vét các luồng giai đoạn 2022 - 2025|staged "
		"[Rà soát các tuyến đường, báo cáo UBND tỉnh|2021-07-01..2021-09-30] [nạo vét các luồng|2022-01-01..2025-12-31]"},
	{2021, "Gửi kế hoạch về Sở trước ngày 30/6/2021; báo cáo kết quả về Sở trước ngày 30/11 hằng năm.", "trước ngày 30/6/2021|by-date ..2021-06-30"},
	{2025, "Lập hồ sơ trước ngày 30/6/2025; thường xuyên cập nhật danh mục.", "trước ngày 30/6/2025|by-date ..2025-06-30"},
	/* the day of a report is the work's when nothing else is said; its repetition is not */
	{2025, "Rà soát các điểm trường; báo cáo UBND tỉnh trước ngày 15/8/2025.", "trước ngày 15/8/2025|by-date ..2025-08-15"},
	{2025, "Hoàn thành việc rà soát trong quý II/2025; báo cáo UBND tỉnh trước ngày 15/8/2025.", "trong quý II/2025|quarter 2025-04-01..2025-06-30"},
	{2025, "Xây dựng kế hoạch; định kỳ trước ngày 20 hằng tháng báo cáo tiến độ về Sở.", ""},
	{2025, "Kiểm đếm số hộ thiếu nước, báo cáo Ủy ban nhân dân huyện hằng tuần.", ""},
	{2025, "Xây dựng đề cương báo cáo, gửi các đơn vị trước ngày 10/5/2025.", "trước ngày 10/5/2025|by-date ..2025-05-10"},
	/* a text about a report: its own time, as duties ask */
	{2025, "báo cáo UBND tỉnh trước ngày 15/12 hằng năm.", "trước ngày 15/12 hằng năm|annual every=year before=12-15"},
	{2025, "báo cáo về Sở trước ngày 05/6 và trước ngày 05/12 hằng năm.", "trước ngày 05/6 và trước ngày 05/12 hằng năm|annual every=year before=06-05"},
	{2026, "Gửi số liệu về Sở trước ngày 10 của tháng liền kề.", "trước ngày 10 của tháng liền kề|periodic every=month before=10"},
	{2026, "Rà soát danh mục, hoàn thành trước ngày 31 tháng 01 năm sau.", "trước ngày 31 tháng 01 năm sau|annual every=year before=01-31"},
	{2026, "Tổ chức hội thi trong các ngày 12, 13, 14 tháng 3 năm 2026.", "trong các ngày 12, 13, 14 tháng 3 năm 2026|range 2026-03-12..2026-03-14"},
	{2026, "Tổng hợp số liệu chậm nhất ngày 20 tháng 6 và ngày 20 tháng 12 hằng năm.", "chậm nhất ngày 20 tháng 6 và ngày 20 tháng 12 hằng năm|annual every=year before=06-20"},
	{2025, "tổng hợp, báo cáo UBND tỉnh trước 16 giờ thứ Sáu hằng tuần.", "trước 16 giờ thứ Sáu hằng tuần|periodic every=week"},
	{2025, "Báo cáo kết quả trước ngày 10 của tháng cuối quý.", "trước ngày 10 của tháng cuối quý|periodic every=quarter before=10"},
	/* which of several times is the work's: how it is said decides, not where it stands first */
	{2025, "Đề xuất kế hoạch cổ phần hóa trong năm 2025 đảm bảo khả thi. Hoàn thành và báo cáo UBND tỉnh (qua Sở Tài chính) trước ngày 08/02/2025.", "trước ngày 08/02/2025|by-date ..2025-02-08"},
	{2025, "Rà soát đội ngũ giáo viên trong năm học 2025 - 2026; hoàn thành trước ngày 30/9/2025.", "trước ngày 30/9/2025|by-date ..2025-09-30"},
	{2025, "Rà soát các dự án đầu tư trong năm 2025 của các xã; báo cáo UBND tỉnh trước ngày 20/3/2025.", "trước ngày 20/3/2025|by-date ..2025-03-20"},
	{2025, "Trong năm 2025, rà soát toàn bộ quỹ đất công; hoàn thành trước ngày 30/9/2025.", "trước ngày 30/9/2025|by-date ..2025-09-30"},
	{2025, "Trong năm 2025, mở 04 lớp tập huấn; gửi danh sách học viên trước ngày 15/3/2025.", "Trong năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Kiểm tra các cơ sở chế biến trong năm 2025, xong trước ngày 30/11/2025.", "trước ngày 30/11/2025|by-date ..2025-11-30"},
	{2025, "Mở 02 lớp tập huấn trong năm 2025; báo cáo kết quả trước ngày 15/12/2025.", "trong năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Mở 02 lớp tập huấn trong năm 2025 cho cán bộ xã; báo cáo kết quả trước ngày 15/12/2025.", "trong năm 2025|year 2025-01-01..2025-12-31"},
	{2025, "Xây dựng đề án giai đoạn 2026 - 2030; hoàn thành, báo cáo Sở trước ngày 15/5/2025.", "trước ngày 15/5/2025|by-date ..2025-05-15"},
	{2025, "Tổng hợp số liệu, hoàn thành và báo cáo kết quả về Sở trước ngày 05/6 hằng năm.", "trước ngày 05/6 hằng năm|annual every=year before=06-05"},
	{2025, "Số hóa hồ sơ lưu trữ; phấn đấu hoàn thành và báo cáo kết quả trong tháng 9/2025.", "trong tháng 9/2025|month 2025-09-01..2025-09-30"},
	{2025, "Thẩm định dự án khởi công trong năm 2026 theo quy định, chậm nhất ngày 31/10/2025.", "chậm nhất ngày 31/10/2025|by-date ..2025-10-31"},
	{2025, "Tháng 8/2025: Tổng kết chiến dịch cấp tỉnh trước ngày 25/8/2025.", "trước ngày 25/8/2025|by-date ..2025-08-25"},
	{2025, "Quý II/2025, khảo sát thực trạng các xã.", "Quý II/2025|quarter 2025-04-01..2025-06-30"},
	/* years behind the verb that carries out */
	{2023, "Bồi dưỡng kỹ năng cho hộ kinh doanh, thực hiện từ năm 2023 đến năm 2025.", "từ năm 2023 đến năm 2025|range 2023-01-01..2025-12-31"},
	{2023, "Số hóa 100% di tích đã xếp hạng; thực hiện giai đoạn 2023 - 2025.", "giai đoạn 2023 - 2025|range 2023-01-01..2025-12-31"},
	{2023, "Số hóa di tích, triển khai trong giai đoạn 2023 - 2025.", "trong giai đoạn 2023 - 2025|range 2023-01-01..2025-12-31"},
	{2023, "Đánh giá kết quả các nhiệm vụ đã thực hiện giai đoạn 2021 - 2025.", ""},
	{2022, "Phát triển mô hình du lịch nông nghiệp từ năm 2023, Hội Nông dân hỗ trợ kỹ thuật.", "từ năm 2023|from 2023-01-01.."},
	{2022, "Thay thế Quyết định có hiệu lực từ năm 2020, phù hợp thực tế.", ""},
	/* what comes back by itself is a name */
	{2026, "Gắn kỷ luật, kỷ cương với công tác thi đua - khen thưởng hằng năm.", ""},
	{2026, "Đánh giá khả năng hoàn thành mục tiêu, chỉ tiêu hàng năm.", ""},
	{2026, "Làm tài liệu kiểm chứng xác định Chỉ số cải cách hành chính hằng năm.", ""},
	{2026, "Đưa kết quả vào tiêu chí xếp loại hằng năm.", ""},
	{2026, "Bám sát lộ trình hằng năm.", ""},
	{2026, "Tổ chức hội thi, hội diễn hằng năm.", "hằng năm|annual every=year"},
	{2026, "Đánh giá, xếp loại đơn vị hằng năm.", "hằng năm|annual every=year"},
	{2026, "Tổ chức tiêm chủng mở rộng vào ngày 15 hằng tháng; vận động người dân.", "ngày 15 hằng tháng|periodic every=month before=15"},
	{2026, "Đối soát số liệu định kỳ ngày 05 hằng quý.", "ngày 05 hằng quý|periodic every=quarter before=05"},
	{2026, "Tổ chức kỷ niệm ngày 27/7 hằng năm.", "hằng năm|annual every=year"},
	{2026, "Mở chuyên mục về cải cách hành chính, mỗi tuần 01 tin, bài.", "mỗi tuần|periodic every=week"},
	{2026, "Thực hiện chương trình, kế hoạch hằng năm.", ""},
	/* how, and not when */
	{2026, "Thực hiện quyết liệt, đồng bộ, thường xuyên, liên tục các giải pháp.", ""},
	{2026, "Giữ vệ sinh trường lớp, thường xuyên.", "thường xuyên|continuous"},
	{2022, "Đầu tư bãi đỗ xe sau khi quy hoạch phân khu được phê duyệt; bố trí biển báo.", "sau khi quy hoạch phân khu được phê duyệt|event {sau khi quy hoạch phân khu được phê duyệt}"},
	{2022, "Ban hành hướng dẫn sau khi Nghị định có hiệu lực.", "sau khi Nghị định có hiệu lực|event {sau khi Nghị định có hiệu lực}"},
	/* who does it stands before "thường xuyên" */
	{2026, "Phòng Văn hóa chủ trì, phối hợp với các thôn thường xuyên tuyên truyền trên loa.", "thường xuyên|continuous"},
	{2026, "Báo và Đài Phát thanh Cà Mau thường xuyên phổ biến kỹ năng bơi.", "thường xuyên|continuous"},
	{2026, "Các cơ quan, đơn vị thường xuyên cập nhật dữ liệu.", "thường xuyên|continuous"},
	{2026, "Xử lý các điểm ngập thường xuyên xảy ra.", ""},
	/* more than once, and a year to strive for */
	{2026, "Tổ chức hội nghị đối thoại với người dân vào tháng 6 và tháng 11/2026.",
		"vào tháng 6 và tháng 11/2026|staged [|2026-06-01..2026-06-30] [|2026-11-01..2026-11-30]"},
	{2026, "Tổ chức tiếp dân lưu động trong quý II và quý IV.",
		"trong quý II và quý IV|staged [|2026-04-01..2026-06-30] [|2026-10-01..2026-12-31]"},
	{2026, "Khám sức khỏe cho học sinh trong tháng 9 và tháng 10/2026.", "trong tháng 9 và tháng 10/2026|range 2026-09-01..2026-10-31"},
	{2026, "Đưa nông sản lên sàn thương mại điện tử; phấn đấu năm 2026 có ít nhất 06 sản phẩm.", "năm 2026|year 2026-01-01..2026-12-31"},
	{2026, "Nhân rộng mô hình, phấn đấu trong năm 2026 mỗi xã có một mô hình.", "trong năm 2026|year 2026-01-01..2026-12-31"},
	/* the day behind what comes again */
	{2026, "Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện định kỳ hằng quý, trước ngày 10 của tháng cuối quý.", "định kỳ hằng quý|periodic every=quarter before=10"},
	{2026, "Cập nhật số liệu định kỳ hằng tháng (trước ngày 25).", "định kỳ hằng tháng|periodic every=month before=25"},
	{2026, "Xây dựng chương trình thực hiện; định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12) báo cáo Ban Thường vụ.", ""},
	/* what work waits for */
	{2026, "Thanh toán cho nhà thầu trong vòng 01 ngày làm việc kể từ ngày nhận đủ hồ sơ theo Nghị định số 11/2025/NĐ-CP của Chính phủ.",
		"trong vòng 01 ngày làm việc kể từ ngày nhận đủ hồ sơ|event {trong vòng 01 ngày làm việc kể từ ngày nhận đủ hồ sơ}"},
	{2026, "Thông báo cho vùng hạ du chậm nhất 06 giờ trước khi xả lũ.", "chậm nhất 06 giờ trước khi xả lũ|event {chậm nhất 06 giờ trước khi xả lũ}"},
	{2026, "Gửi tài liệu cho đại biểu ít nhất 03 ngày trước khi khai mạc kỳ họp.", "ít nhất 03 ngày trước khi khai mạc kỳ họp|event {ít nhất 03 ngày trước khi khai mạc kỳ họp}"},
	{2026, "Thông báo ngừng cấp nước tối thiểu 24 giờ trước khi sửa chữa, bố trí xe bồn.", "tối thiểu 24 giờ trước khi sửa chữa|event {tối thiểu 24 giờ trước khi sửa chữa}"},
	{2026, "Nhắn tin cảnh báo đến người dân khi có bản tin bão khẩn cấp.", "khi có bản tin bão khẩn cấp|event {khi có bản tin bão khẩn cấp}"},
	{2026, "Điều chỉnh dự toán khi có hướng dẫn của Bộ Tài chính.", "khi có hướng dẫn của Bộ Tài chính|event {khi có hướng dẫn của Bộ Tài chính}"},
	{2026, "Sơ tán dân khi có cảnh báo lũ quét, sạt lở.", "khi có cảnh báo lũ quét|event {khi có cảnh báo lũ quét}"},
	{2026, "Tạo thuận lợi cho người dân khi có nhu cầu vay vốn.", ""},
	/* stages of their own words */
	{2026, "Thu quỹ đạt 100% kế hoạch, chia làm 02 đợt: đợt 1 đạt 50% trước ngày 31/7/2026; đợt 2 hoàn thành trước ngày 30/11/2026.",
		"trước ngày 31/7/2026; đợt 2 hoàn thành trước ngày 30/11/2026|staged [đợt 1 đạt 50%|..2026-07-31] [đợt 2 hoàn thành|..2026-11-30]"},
	{2026, "Đẩy nhanh tiến độ thi công các dự án.", ""},
	{2026, "Đến thăm gia đình từng em (Tổ Văn; ngay sau Tết Nguyên đán).", "ngay sau Tết Nguyên đán|event {ngay sau Tết Nguyên đán}"},
	{2026, "Bồi dưỡng đội tuyển (Tổ Toán; đến khi kết thúc kì thi).", "đến khi kết thúc kì thi|event {đến khi kết thúc kì thi}"},
	{2026, "Xóa nhà tạm, xong trước Tết Nguyên đán Bính Ngọ 2026.", "trước Tết Nguyên đán Bính Ngọ 2026|event {trước Tết Nguyên đán Bính Ngọ 2026}"},
	{2026, "Kiểm tra chợ trước, trong và sau Tết Nguyên đán.", "trước, trong và sau Tết Nguyên đán|event {trước, trong và sau Tết Nguyên đán}"},
	{2026, "Sắp xếp điểm trường trước khi vào năm học 2026 - 2027.", "trước khi vào năm học 2026 - 2027|event {trước khi vào năm học 2026 - 2027}"},
	{2026, "Bố trí dân quân trực, từ 25/12 âm lịch đến mùng 6 Tết.", "từ 25/12 âm lịch đến mùng 6 Tết|event {từ 25/12 âm lịch đến mùng 6 Tết}"},
	{2026, "Sau giám sát, hoàn thiện báo cáo kết quả trong vòng 10 ngày làm việc.", "trong vòng 10 ngày làm việc|event {trong vòng 10 ngày làm việc}"},
	{2026, "Trực phòng chống cháy rừng, cho đến khi hết mùa khô.", "cho đến khi hết mùa khô|event {cho đến khi hết mùa khô}"},
	{2026, "Chăm sóc trẻ từ khi sinh đến khi vào lớp một.", ""},
	{2026, "Trực loa truyền thanh trong thời gian có bão.", "trong thời gian có bão|event {trong thời gian có bão}"},
	{2026, "Không làm gián đoạn giao thông trong thời gian sửa chữa.", ""},
	{2026, "Tăng cường lực lượng trong thời gian tới.", ""},
	{2026, "Đưa tin trước, trong và sau Lễ hội.", "trước, trong và sau Lễ hội|event {trước, trong và sau Lễ hội}"},
	{2026, "Tổ chức giao quân theo lệnh của cấp trên.", "theo lệnh của cấp trên|event {theo lệnh của cấp trên}"},
	{2026, "Kiểm tra các hàng quán từ ngày 20/02 đến hết Lễ hội.", "từ ngày 20/02 đến hết Lễ hội|from 2026-02-20.."},
	{2026, "Ngày 27/02/2026: tổng duyệt chương trình.", "Ngày 27/02/2026|by-date 2026-02-27..2026-02-27"},
	{2026, "Ngày 27/02/2026, Bộ Y tế có văn bản hướng dẫn.", ""},
	{2026, "Tham mưu văn bản phê bình các chủ đầu tư; hoàn thành trong tuần này.", "trong tuần này|event {trong tuần này}"},
	/* the day of an event behind who does it */
	{2026, "Tổng kết năm học (Hiệu trưởng; ngày 28/5/2026).", "ngày 28/5/2026|by-date 2026-05-28..2026-05-28"},
	{2026, "Thi học sinh giỏi (Tổ Toán chủ trì; hoàn thành ngày 28/5/2026).", "ngày 28/5/2026|by-date ..2026-05-28"},
	/* names and figures */
	{2025, "Xác định Chỉ số cải cách hành chính của các sở năm 2025.", ""},
	{2025, "Phấn đấu tăng 10% so với năm 2022 theo kế hoạch hằng năm.", ""},
	{2025, "", ""},
	/* clang-format on */
};

static void
test_find(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	unsigned wrong = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
		const DdTimeRow *row = &sentences[i];
		DdTokens *tokens = &fixture->tokens;
		DdTime time;
		size_t at = 0, len = 0;
		g_autofree char *got = NULL;
		dd_tokens_scan(
			tokens, fixture->lexicon, DD_DAMAGE_NONE, row->text, 0, strlen(row->text));
		if (dd_time_find_work(fixture->grammar, tokens, 0, tokens->n, row->year,
			    fixture->arena, &time, &at, &len)) {
			g_assert_cmpuint(len, >, 0);
			g_assert_cmpuint(at + len, <=, tokens->n);
			uint32_t start = tokens->items[at].start;
			g_autofree char *time_shown = dd_time_show(&time);
			got = g_strdup_printf("%.*s|%s",
				(int)(dd_token_end(tokens, at + len - 1) - start),
				row->text + start, time_shown);
		}
		if (g_strcmp0(got != NULL ? got : "", row->want) != 0) {
			g_test_message("'%s' (%d): got '%s', want '%s'", row->text, row->year, got,
				row->want);
			wrong++;
		}
	}
	g_assert_cmpuint(wrong, ==, 0);
}

int
main(int argc, char **argv)
{
	(void)setlocale(LC_ALL, "C.UTF-8"); /* for the words in messages only */
	g_test_init(&argc, &argv, NULL);
	g_test_add("/when/find", DdTimeFixture, NULL, dd_time_fixture_setup, test_find,
		dd_time_fixture_clear);
	return g_test_run();
}
