/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grammar-cases-test-support.h"

/* Who leads and who helps, of every kind of office; names that end before words which could go on with them */
const DdGrammarCase dd_grammar_sentences[] = {
	{"Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Chi cục Kiểm lâm, Hội Cựu chiến "
	 "binh tỉnh, Tỉnh đoàn tổ chức thực hiện",
		"Sở Nông nghiệp và Môi trường / Chi cục Kiểm lâm|Hội Cựu chiến binh tỉnh|Tỉnh "
		"đoàn"},
	{"Giao Hội Liên hiệp Phụ nữ tỉnh chủ trì, phối hợp với Tỉnh đoàn, Hội Nông dân tỉnh và "
	 "Liên đoàn Lao động tỉnh rà soát, báo cáo",
		"Hội Liên hiệp Phụ nữ tỉnh / Tỉnh đoàn|Hội Nông dân tỉnh|Liên đoàn Lao động tỉnh"},
	{"Giao Đội quản lý trật tự đô thị chủ trì, phối hợp với Cục Cơ sở vật chất, Công đoàn Giáo "
	 "dục "
	 "Việt Nam và Quản đốc các phân xưởng tổ chức kiểm tra",
		"Đội quản lý trật tự đô thị / Cục Cơ sở vật chất|Công đoàn Giáo dục Việt "
		"Nam|Quản đốc các phân xưởng"},
	{"Giao Huyện đoàn chủ trì, phối hợp với Hội Cựu chiến binh huyện, Hội Nông dân huyện xây "
	 "dựng kế hoạch",
		"Huyện đoàn / Hội Cựu chiến binh huyện|Hội Nông dân huyện"},
	{"Giao Đoàn Thanh niên xã chủ trì, phối hợp với Hội Phụ nữ xã, Hội Nông dân xã và Đoàn xã "
	 "tham mưu UBND tỉnh",
		"Đoàn Thanh niên xã / Hội Phụ nữ xã|Hội Nông dân xã|Đoàn xã / UBND tỉnh"},
	{"Giao Thành đoàn chủ trì, phối hợp với Hội Sinh viên thành phố, Thành hội Phụ nữ tổng hợp "
	 "danh sách",
		"Thành đoàn / Hội Sinh viên thành phố|Thành hội Phụ nữ"},
	{"Giao Hội Cựu thanh niên xung phong tỉnh chủ trì, phối hợp với Hội Người cao tuổi tỉnh và "
	 "Hội Chữ thập đỏ tỉnh hướng dẫn triển khai",
		"Hội Cựu thanh niên xung phong tỉnh / Hội Người cao tuổi tỉnh|Hội Chữ thập đỏ "
		"tỉnh"},
	{"Giao Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp chủ trì, phối hợp với Sở "
	 "Xây dựng lập hồ sơ",
		"Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp / Sở Xây dựng"},
	{"Giao Ban Quản lý các khu công nghiệp tỉnh chủ trì, phối hợp với Sở Tài chính và Thuế "
	 "tỉnh kiểm tra việc thực hiện",
		"Ban Quản lý các khu công nghiệp tỉnh / Sở Tài chính|Thuế tỉnh"},
	{"Giao Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh chủ trì, phối hợp với "
	 "Sở Xây dựng tổ chức thực hiện",
		"Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh / Sở Xây dựng"},
	{"Giao Ban Quản lý rừng phòng hộ Sông Tranh chủ trì, phối hợp với Hạt Kiểm lâm huyện Bắc "
	 "Trà My rà soát, báo cáo",
		"Ban Quản lý rừng phòng hộ Sông Tranh / Hạt Kiểm lâm huyện Bắc Trà My"},
	{"Giao Trung tâm Phục vụ hành chính công tỉnh chủ trì, phối hợp với Văn phòng UBND tỉnh "
	 "xây dựng kế hoạch",
		"Trung tâm Phục vụ hành chính công tỉnh / Văn phòng UBND tỉnh"},
	{"Giao Trung tâm Phục vụ hành chính công xã chủ trì, phối hợp với Phòng Kinh tế và Phòng "
	 "Văn hóa - Xã hội tham mưu UBND tỉnh",
		"Trung tâm Phục vụ hành chính công xã / Phòng Kinh tế|Phòng Văn hóa - Xã hội / "
		"UBND tỉnh"},
	{"Giao Trung tâm Phục vụ hành chính công phường Bến Nghé chủ trì, phối hợp với Văn phòng "
	 "HĐND và UBND phường tổng hợp danh sách",
		"Trung tâm Phục vụ hành chính công phường Bến Nghé / Văn phòng HĐND và UBND "
		"phường"},
	{"Giao Văn phòng HĐND và UBND xã chủ trì, phối hợp với Phòng Kinh tế, Phòng Văn hóa - Xã "
	 "hội và Công an xã hướng dẫn triển khai",
		"Văn phòng HĐND và UBND xã / Phòng Kinh tế|Phòng Văn hóa - Xã hội|Công an xã"},
	{"Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Phòng Văn hóa - Xã hội, Ban "
	 "Chỉ huy Quân sự phường lập hồ sơ",
		"Phòng Kinh tế, Hạ tầng và Đô thị / Phòng Văn hóa - Xã hội|Ban Chỉ huy Quân sự "
		"phường"},
	{"Giao UBND đặc khu Phú Quý chủ trì, phối hợp với Đồn Biên phòng Phú Quý và Công an đặc "
	 "khu kiểm tra việc thực hiện",
		"UBND đặc khu Phú Quý / Đồn Biên phòng Phú Quý|Công an đặc khu"},
	{"Giao UBND xã Ea Súp chủ trì, phối hợp với Trạm Y tế xã, Trường Tiểu học Lê Lợi tổ chức "
	 "thực hiện",
		"UBND xã Ea Súp / Trạm Y tế xã|Trường Tiểu học Lê Lợi"},
	{"Giao Ban Chỉ huy Phòng thủ dân sự tỉnh chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh và "
	 "Công an tỉnh rà soát, báo cáo",
		"Ban Chỉ huy Phòng thủ dân sự tỉnh / Bộ Chỉ huy Quân sự tỉnh|Công an tỉnh"},
	{"Giao Ban Chỉ huy phòng thủ khu vực 2 - Krông Pắc chủ trì, phối hợp với UBND các xã xây "
	 "dựng kế hoạch",
		"Ban Chỉ huy phòng thủ khu vực 2 - Krông Pắc / UBND các xã"},
	{"Giao Bộ Chỉ huy Bộ đội Biên phòng tỉnh chủ trì, phối hợp với Đồn Biên phòng Cửa khẩu "
	 "quốc tế Lao Bảo tham mưu UBND tỉnh",
		"Bộ Chỉ huy Bộ đội Biên phòng tỉnh / Đồn Biên phòng Cửa khẩu quốc tế Lao Bảo / "
		"UBND tỉnh"},
	{"Giao Công an tỉnh chủ trì, phối hợp với Phòng Cảnh sát giao thông, Phòng Cảnh sát hình "
	 "sự tổng hợp danh sách",
		"Công an tỉnh / Phòng Cảnh sát giao thông|Phòng Cảnh sát hình sự"},
	{"Giao Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ chủ trì, phối hợp với Công "
	 "an các đơn vị, địa phương lập hồ sơ",
		"Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ / Công an các đơn vị, địa "
		"phương"},
	{"Giao Đội Cảnh sát giao thông - trật tự chủ trì, phối hợp với Công an phường kiểm tra "
	 "việc thực hiện",
		"Đội Cảnh sát giao thông - trật tự / Công an phường"},
	{"Giao Viện kiểm sát nhân dân tỉnh chủ trì, phối hợp với Tòa án nhân dân tỉnh, Cục Thi "
	 "hành án dân sự tỉnh tổ chức thực hiện",
		"Viện kiểm sát nhân dân tỉnh / Tòa án nhân dân tỉnh|Cục Thi hành án dân sự tỉnh"},
	{"Giao Tòa án nhân dân khu vực 3 chủ trì, phối hợp với Viện kiểm sát nhân dân khu vực 3 rà "
	 "soát, báo cáo",
		"Tòa án nhân dân khu vực 3 / Viện kiểm sát nhân dân khu vực 3"},
	{"Giao Viện kiểm sát nhân dân hai cấp chủ trì, phối hợp với Tòa án nhân dân hai cấp xây "
	 "dựng kế hoạch",
		"Viện kiểm sát nhân dân hai cấp / Tòa án nhân dân hai cấp"},
	{"Giao Thi hành án dân sự tỉnh chủ trì, phối hợp với Phòng Thi hành án dân sự khu vực 1 "
	 "tham mưu UBND tỉnh",
		"Thi hành án dân sự tỉnh / Phòng Thi hành án dân sự khu vực 1 / UBND tỉnh"},
	{"Giao Ngân hàng Nhà nước Chi nhánh Khu vực 9 chủ trì, phối hợp với Chi nhánh Ngân hàng "
	 "Chính sách xã hội tỉnh tổng hợp danh sách",
		"Ngân hàng Nhà nước Chi nhánh Khu vực 9 / Chi nhánh Ngân hàng Chính sách xã hội "
		"tỉnh"},
	{"Giao Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh chủ trì, phối hợp với các tổ chức tín "
	 "dụng trên địa bàn hướng dẫn triển khai",
		"Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh / Các tổ chức tín dụng trên địa bàn"},
	{"Giao Agribank Chi nhánh tỉnh chủ trì, phối hợp với Quỹ tín dụng nhân dân Tân Hưng lập hồ "
	 "sơ",
		"Agribank Chi nhánh tỉnh / Quỹ tín dụng nhân dân Tân Hưng"},
	{"Giao Kho bạc Nhà nước khu vực XV chủ trì, phối hợp với Thuế tỉnh và Hải quan khu vực XII "
	 "kiểm tra việc thực hiện",
		"Kho bạc Nhà nước khu vực XV / Thuế tỉnh|Hải quan khu vực XII"},
	{"Giao Chi cục Hải quan khu vực IX chủ trì, phối hợp với Sở Công Thương tổ chức thực hiện",
		"Chi cục Hải quan khu vực IX / Sở Công Thương"},
	{"Giao Thuế cơ sở 5 chủ trì, phối hợp với UBND các xã, phường rà soát, báo cáo",
		"Thuế cơ sở 5 / UBND các xã, phường"},
	{"Giao Bảo hiểm xã hội tỉnh chủ trì, phối hợp với Bảo hiểm xã hội cơ sở Điện Bàn xây dựng "
	 "kế hoạch",
		"Bảo hiểm xã hội tỉnh / Bảo hiểm xã hội cơ sở Điện Bàn"},
	{"Giao Chi cục Thống kê tỉnh chủ trì, phối hợp với Sở Tài chính tổng hợp danh sách",
		"Chi cục Thống kê tỉnh / Sở Tài chính"},
	{"Giao Công ty Điện lực Quảng Nam chủ trì, phối hợp với Điện lực Thăng Bình và Viễn thông "
	 "Quảng Nam hướng dẫn triển khai",
		"Công ty Điện lực Quảng Nam / Điện lực Thăng Bình|Viễn thông Quảng Nam"},
	{"Giao Công ty Cổ phần Cấp thoát nước Bình Định chủ trì, phối hợp với Sở Xây dựng lập hồ "
	 "sơ",
		"Công ty Cổ phần Cấp thoát nước Bình Định / Sở Xây dựng"},
	{"Giao Công ty TNHH MTV Khai thác công trình thủy lợi Bắc Nam Hà chủ trì, phối hợp với Sở "
	 "Nông nghiệp và Môi trường kiểm tra việc thực hiện",
		"Công ty TNHH MTV Khai thác công trình thủy lợi Bắc Nam Hà / Sở Nông nghiệp và Môi "
		"trường"},
	{"Giao Tổng công ty Đường sắt Việt Nam chủ trì, phối hợp với Tập đoàn Điện lực Việt Nam tổ "
	 "chức thực hiện",
		"Tổng công ty Đường sắt Việt Nam / Tập đoàn Điện lực Việt Nam"},
	{"Giao Tập đoàn Bưu chính Viễn thông Việt Nam chủ trì, phối hợp với Bưu điện tỉnh, VNPT Cà "
	 "Mau và Viettel Cà Mau rà soát, báo cáo",
		"Tập đoàn Bưu chính Viễn thông Việt Nam / Bưu điện tỉnh|VNPT Cà Mau|Viettel Cà "
		"Mau"},
	{"Giao VNPT Đồng Tháp chủ trì, phối hợp với Viettel Đồng Tháp, MobiFone Đồng Tháp xây dựng "
	 "kế hoạch",
		"VNPT Đồng Tháp / Viettel Đồng Tháp|MobiFone Đồng Tháp"},
	{"Giao Hợp tác xã Nông nghiệp Phú Lộc chủ trì, phối hợp với UBND xã Phú Lộc tham mưu UBND "
	 "tỉnh",
		"Hợp tác xã Nông nghiệp Phú Lộc / UBND xã Phú Lộc / UBND tỉnh"},
	{"Giao Bệnh viện Đa khoa tỉnh chủ trì, phối hợp với Trung tâm Kiểm soát bệnh tật tỉnh tổng "
	 "hợp danh sách",
		"Bệnh viện Đa khoa tỉnh / Trung tâm Kiểm soát bệnh tật tỉnh"},
	{"Giao Bệnh viện Sản - Nhi tỉnh chủ trì, phối hợp với Bệnh viện Lao và Bệnh phổi tỉnh "
	 "hướng dẫn triển khai",
		"Bệnh viện Sản - Nhi tỉnh / Bệnh viện Lao và Bệnh phổi tỉnh"},
	{"Giao Bệnh viện Phục hồi chức năng Trung ương chủ trì, phối hợp với Sở Y tế lập hồ sơ",
		"Bệnh viện Phục hồi chức năng Trung ương / Sở Y tế"},
	{"Giao Bệnh viện Y học cổ truyền tỉnh chủ trì, phối hợp với Bệnh viện Mắt kiểm tra việc "
	 "thực hiện",
		"Bệnh viện Y học cổ truyền tỉnh / Bệnh viện Mắt"},
	{"Giao Bệnh viện Đa khoa khu vực Cam Ranh chủ trì, phối hợp với Trung tâm Y tế khu vực "
	 "Khánh Sơn tổ chức thực hiện",
		"Bệnh viện Đa khoa khu vực Cam Ranh / Trung tâm Y tế khu vực Khánh Sơn"},
	{"Giao Trung tâm Y tế huyện Ba Tơ chủ trì, phối hợp với Trạm Y tế các xã, thị trấn rà "
	 "soát, báo cáo",
		"Trung tâm Y tế huyện Ba Tơ / Trạm Y tế các xã, thị trấn"},
	{"Giao Khoa Nội tổng hợp chủ trì, phối hợp với Khoa Dược, Phòng Điều dưỡng xây dựng kế "
	 "hoạch",
		"Khoa Nội tổng hợp / Khoa Dược|Phòng Điều dưỡng"},
	{"Giao Khoa Hồi sức tích cực - Chống độc chủ trì, phối hợp với Khoa Kiểm soát nhiễm khuẩn "
	 "và Phòng Kế hoạch tổng hợp tham mưu UBND tỉnh",
		"Khoa Hồi sức tích cực - Chống độc / Khoa Kiểm soát nhiễm khuẩn|Phòng Kế hoạch "
		"tổng hợp / UBND tỉnh"},
	{"Giao Khoa Ngoại - Chấn thương chủ trì, phối hợp với Khoa Gây mê hồi sức, Khoa Xét nghiệm "
	 "tổng hợp danh sách",
		"Khoa Ngoại - Chấn thương / Khoa Gây mê hồi sức|Khoa Xét nghiệm"},
	{"Giao Phòng Công tác xã hội chủ trì, phối hợp với Khoa Khám bệnh và Khoa Cấp cứu hướng "
	 "dẫn triển khai",
		"Phòng Công tác xã hội / Khoa Khám bệnh|Khoa Cấp cứu"},
	{"Giao Phòng Quản lý chất lượng chủ trì, phối hợp với Phòng Vật tư - Thiết bị y tế, Phòng "
	 "Tài chính kế toán lập hồ sơ",
		"Phòng Quản lý chất lượng / Phòng Vật tư - Thiết bị y tế|Phòng Tài chính kế toán"},
	{"Giao Phòng Tổ chức cán bộ chủ trì, phối hợp với Phòng Hành chính quản trị kiểm tra việc "
	 "thực hiện",
		"Phòng Tổ chức cán bộ / Phòng Hành chính quản trị"},
	{"Giao Trường Đại học Vinh chủ trì, phối hợp với Trường Cao đẳng Y tế Hà Tĩnh tổ chức thực "
	 "hiện",
		"Trường Đại học Vinh / Trường Cao đẳng Y tế Hà Tĩnh"},
	{"Giao Đại học Huế chủ trì, phối hợp với Đại học Thái Nguyên xây dựng kế hoạch",
		"Đại học Huế / Đại học Thái Nguyên"},
	{"Giao Phòng Đào tạo chủ trì, phối hợp với Phòng Khảo thí và Đảm bảo chất lượng giáo dục "
	 "và Phòng Công tác sinh viên tham mưu UBND tỉnh",
		"Phòng Đào tạo / Phòng Khảo thí và Đảm bảo chất lượng giáo dục|Phòng Công tác sinh "
		"viên / UBND tỉnh"},
	{"Giao Khoa Công nghệ thông tin chủ trì, phối hợp với Bộ môn Khoa học máy tính, Viện "
	 "Nghiên cứu và Đào tạo trực tuyến tổng hợp danh sách",
		"Khoa Công nghệ thông tin / Bộ môn Khoa học máy tính|Viện Nghiên cứu và Đào tạo "
		"trực tuyến"},
	{"Giao Khoa Luật chủ trì, phối hợp với Khoa Kinh tế và Khoa Giáo dục Mầm non hướng dẫn "
	 "triển khai",
		"Khoa Luật / Khoa Kinh tế|Khoa Giáo dục Mầm non"},
	{"Giao Bộ môn Toán chủ trì, phối hợp với Tổ Ngữ văn, Tổ Khoa học tự nhiên lập hồ sơ",
		"Bộ môn Toán / Tổ Ngữ văn|Tổ Khoa học tự nhiên"},
	{"Giao Tổ Toán - Tin chủ trì, phối hợp với Tổ Văn phòng và Đoàn trường kiểm tra việc thực "
	 "hiện",
		"Tổ Toán - Tin / Tổ Văn phòng|Đoàn trường"},
	{"Giao Đoàn Thanh niên trường chủ trì, phối hợp với Công đoàn trường, Ban đại diện cha mẹ "
	 "học sinh tổ chức thực hiện",
		"Đoàn Thanh niên trường / Công đoàn trường|Ban đại diện cha mẹ học sinh"},
	{"Giao Trường THPT Chuyên Lê Quý Đôn chủ trì, phối hợp với Sở Giáo dục và Đào tạo xây dựng "
	 "kế hoạch",
		"Trường THPT Chuyên Lê Quý Đôn / Sở Giáo dục và Đào tạo"},
	{"Giao Trường Phổ thông Dân tộc nội trú tỉnh chủ trì, phối hợp với Trường THCS&THPT Nà Tấu "
	 "tham mưu UBND tỉnh",
		"Trường Phổ thông Dân tộc nội trú tỉnh / Trường THCS&THPT Nà Tấu / UBND tỉnh"},
	{"Giao Trường PTDTBT TH&THCS Trà Linh chủ trì, phối hợp với Trường Mẫu giáo Họa Mi tổng "
	 "hợp danh sách",
		"Trường PTDTBT TH&THCS Trà Linh / Trường Mẫu giáo Họa Mi"},
	{"Giao Trường Mầm non Hoa Sen chủ trì, phối hợp với Trường Tiểu học và THCS Hòa Bình hướng "
	 "dẫn triển khai",
		"Trường Mầm non Hoa Sen / Trường Tiểu học và THCS Hòa Bình"},
	{"Giao Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện chủ trì, phối hợp với "
	 "Phòng Giáo dục và Đào tạo huyện lập hồ sơ",
		"Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện / Phòng Giáo dục và "
		"Đào tạo huyện"},
	{"Giao Trung tâm Giáo dục thường xuyên tỉnh chủ trì, phối hợp với Trường Cao đẳng Kỹ thuật "
	 "công nghệ kiểm tra việc thực hiện",
		"Trung tâm Giáo dục thường xuyên tỉnh / Trường Cao đẳng Kỹ thuật công nghệ"},
	{"Giao Trung tâm Chính trị xã chủ trì, phối hợp với Ban Xây dựng Đảng Đảng ủy xã tổ chức "
	 "thực hiện",
		"Trung tâm Chính trị xã / Ban Xây dựng Đảng Đảng ủy xã"},
	{"Giao Trường Chính trị tỉnh chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy rà soát, báo cáo",
		"Trường Chính trị tỉnh / Ban Tổ chức Tỉnh ủy"},
	{"Giao Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Đảng ủy UBND tỉnh, Đảng ủy "
	 "các cơ quan Đảng tỉnh xây dựng kế hoạch",
		"Ban Tuyên giáo và Dân vận Tỉnh ủy / Đảng ủy UBND tỉnh|Đảng ủy các cơ quan Đảng "
		"tỉnh"},
	{"Giao Ủy ban Kiểm tra Đảng ủy xã chủ trì, phối hợp với Văn phòng Đảng ủy và Ban Xây dựng "
	 "Đảng tham mưu UBND tỉnh",
		"Ủy ban Kiểm tra Đảng ủy xã / Văn phòng Đảng ủy|Ban Xây dựng Đảng / UBND tỉnh"},
	{"Giao Đảng ủy xã Tân Thành chủ trì, phối hợp với các chi bộ trực thuộc tổng hợp danh sách",
		"Đảng ủy xã Tân Thành / Các chi bộ trực thuộc"},
	{"Giao Ủy ban MTTQ Việt Nam xã chủ trì, phối hợp với các tổ chức chính trị - xã hội xã "
	 "hướng dẫn triển khai",
		"Ủy ban MTTQ Việt Nam xã / Các tổ chức chính trị - xã hội xã"},
	{"Giao Ủy ban Mặt trận Tổ quốc Việt Nam phường chủ trì, phối hợp với Ban công tác Mặt trận "
	 "các khu phố lập hồ sơ",
		"Ủy ban Mặt trận Tổ quốc Việt Nam phường / Ban công tác Mặt trận các khu phố"},
	{"Giao Ban Công tác Mặt trận khu dân cư chủ trì, phối hợp với Tổ dân phố số 5 kiểm tra "
	 "việc thực hiện",
		"Ban Công tác Mặt trận khu dân cư / Tổ dân phố số 5"},
	{"Giao Tổ dân phố 12 chủ trì, phối hợp với Ban bảo vệ dân phố tổ chức thực hiện",
		"Tổ dân phố 12 / Ban bảo vệ dân phố"},
	{"Giao Trưởng thôn chủ trì, phối hợp với Bí thư chi bộ thôn xây dựng kế hoạch",
		"Trưởng thôn / Bí thư chi bộ thôn"},
	{"Giao Ban Nhân dân ấp chủ trì, phối hợp với Tổ nhân dân tự quản tham mưu UBND tỉnh",
		"Ban Nhân dân ấp / Tổ nhân dân tự quản / UBND tỉnh"},
	{"Giao Ban điều hành khu phố 3 chủ trì, phối hợp với Chi hội Phụ nữ khu phố tổng hợp danh "
	 "sách",
		"Ban điều hành khu phố 3 / Chi hội Phụ nữ khu phố"},
	{"Giao Tổ bảo vệ an ninh trật tự cơ sở chủ trì, phối hợp với Công an xã hướng dẫn triển "
	 "khai",
		"Tổ bảo vệ an ninh trật tự cơ sở / Công an xã"},
	{"Giao Tổ công nghệ số cộng đồng chủ trì, phối hợp với Đoàn Thanh niên lập hồ sơ",
		"Tổ công nghệ số cộng đồng / Đoàn Thanh niên"},
	{"Giao Vụ Pháp chế chủ trì, phối hợp với Vụ Tổ chức cán bộ, Thanh tra Bộ và Văn phòng Bộ "
	 "kiểm tra việc thực hiện",
		"Vụ Pháp chế / Vụ Tổ chức cán bộ|Thanh tra Bộ|Văn phòng Bộ"},
	{"Giao Vụ Kế hoạch - Tài chính chủ trì, phối hợp với Cục Quản lý Khám, chữa bệnh, Cục An "
	 "toàn thực phẩm tổ chức thực hiện",
		"Vụ Kế hoạch - Tài chính / Cục Quản lý Khám, chữa bệnh|Cục An toàn thực phẩm"},
	{"Giao Cục Chuyển đổi số chủ trì, phối hợp với Cục Công nghệ thông tin và Trung tâm Thông "
	 "tin rà soát, báo cáo",
		"Cục Chuyển đổi số / Cục Công nghệ thông tin|Trung tâm Thông tin"},
	{"Giao Cục Kiểm soát thủ tục hành chính chủ trì, phối hợp với Vụ Khoa giáo - Văn xã, Vụ "
	 "Tổng hợp xây dựng kế hoạch",
		"Cục Kiểm soát thủ tục hành chính / Vụ Khoa giáo - Văn xã|Vụ Tổng hợp"},
	{"Giao Viện Chiến lược và Chính sách y tế chủ trì, phối hợp với Báo Sức khỏe và Đời sống "
	 "tham mưu UBND tỉnh",
		"Viện Chiến lược và Chính sách y tế / Báo Sức khỏe và Đời sống / UBND tỉnh"},
	{"Giao Viện Khoa học Tổ chức nhà nước chủ trì, phối hợp với Tạp chí Tổ chức nhà nước tổng "
	 "hợp danh sách",
		"Viện Khoa học Tổ chức nhà nước / Tạp chí Tổ chức nhà nước"},
	{"Giao Cục Lãnh sự chủ trì, phối hợp với Vụ Hợp tác quốc tế hướng dẫn triển khai",
		"Cục Lãnh sự / Vụ Hợp tác quốc tế"},
	{"Giao Vụ Tiếng dân tộc chủ trì, phối hợp với Vụ Chính sách dân tộc lập hồ sơ",
		"Vụ Tiếng dân tộc / Vụ Chính sách dân tộc"},
	{"Giao Học viện Hành chính và Quản trị công chủ trì, phối hợp với Trường Đại học Nội vụ Hà "
	 "Nội kiểm tra việc thực hiện",
		"Học viện Hành chính và Quản trị công / Trường Đại học Nội vụ Hà Nội"},
	{"Giao Tổng cục Thuế chủ trì, phối hợp với Tổng cục Hải quan tổ chức thực hiện",
		"Tổng cục Thuế / Tổng cục Hải quan"},
	{"Giao Ủy ban Chứng khoán Nhà nước chủ trì, phối hợp với Bảo hiểm xã hội Việt Nam rà soát, "
	 "báo cáo",
		"Ủy ban Chứng khoán Nhà nước / Bảo hiểm xã hội Việt Nam"},
	{"Giao Đài Truyền hình Việt Nam chủ trì, phối hợp với Đài Tiếng nói Việt Nam, Thông tấn xã "
	 "Việt Nam xây dựng kế hoạch",
		"Đài Truyền hình Việt Nam / Đài Tiếng nói Việt Nam|Thông tấn xã Việt Nam"},
	{"Giao Viện Hàn lâm Khoa học xã hội Việt Nam chủ trì, phối hợp với Viện Hàn lâm Khoa học "
	 "và Công nghệ Việt Nam tham mưu UBND tỉnh",
		"Viện Hàn lâm Khoa học xã hội Việt Nam / Viện Hàn lâm Khoa học và Công nghệ Việt "
		"Nam / UBND tỉnh"},
	{"Giao Ban Cơ yếu Chính phủ chủ trì, phối hợp với Bộ Quốc phòng tổng hợp danh sách",
		"Ban Cơ yếu Chính phủ / Bộ Quốc phòng"},
	{"Giao Thanh tra Chính phủ chủ trì, phối hợp với Kiểm toán nhà nước hướng dẫn triển khai",
		"Thanh tra Chính phủ / Kiểm toán nhà nước"},
	{"Giao Bộ Dân tộc và Tôn giáo chủ trì, phối hợp với Bộ Nội vụ lập hồ sơ",
		"Bộ Dân tộc và Tôn giáo / Bộ Nội vụ"},
	{"Giao Báo và phát thanh, truyền hình Lâm Đồng chủ trì, phối hợp với Sở Văn hóa, Thể thao "
	 "và Du lịch kiểm tra việc thực hiện",
		"Báo và phát thanh, truyền hình Lâm Đồng / Sở Văn hóa, Thể thao và Du lịch"},
	{"Giao Đài Truyền thanh xã chủ trì, phối hợp với Trung tâm Cung ứng dịch vụ công xã rà "
	 "soát, báo cáo",
		"Đài Truyền thanh xã / Trung tâm Cung ứng dịch vụ công xã"},
	{"Giao Trung tâm Dịch vụ tổng hợp xã chủ trì, phối hợp với Phòng Kinh tế xây dựng kế hoạch",
		"Trung tâm Dịch vụ tổng hợp xã / Phòng Kinh tế"},
	{"Giao Trung tâm Văn hóa, Thông tin và Thể thao huyện chủ trì, phối hợp với Phòng Văn hóa "
	 "và Thông tin tham mưu UBND tỉnh",
		"Trung tâm Văn hóa, Thông tin và Thể thao huyện / Phòng Văn hóa và Thông tin / "
		"UBND tỉnh"},
	{"Giao Trung tâm Dịch vụ nông nghiệp khu vực Sông Hinh chủ trì, phối hợp với Trạm Khuyến "
	 "nông tổng hợp danh sách",
		"Trung tâm Dịch vụ nông nghiệp khu vực Sông Hinh / Trạm Khuyến nông"},
	{"Giao Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh chủ trì, phối hợp với Chi cục "
	 "Trồng trọt và Bảo vệ thực vật hướng dẫn triển khai",
		"Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh / Chi cục Trồng trọt và Bảo vệ "
		"thực vật"},
	{"Giao Trung tâm Nước sạch và Vệ sinh môi trường nông thôn chủ trì, phối hợp với Chi cục "
	 "Thủy lợi lập hồ sơ",
		"Trung tâm Nước sạch và Vệ sinh môi trường nông thôn / Chi cục Thủy lợi"},
	{"Giao Trung tâm Phát triển quỹ đất tỉnh chủ trì, phối hợp với Văn phòng Đăng ký đất đai "
	 "và Chi nhánh Văn phòng Đăng ký đất đai khu vực 4 kiểm tra việc thực hiện",
		"Trung tâm Phát triển quỹ đất tỉnh / Văn phòng Đăng ký đất đai|Chi nhánh Văn phòng "
		"Đăng ký đất đai khu vực 4"},
	{"Giao Trung tâm Chuyển đổi số chủ trì, phối hợp với Sở Khoa học và Công nghệ tổ chức thực "
	 "hiện",
		"Trung tâm Chuyển đổi số / Sở Khoa học và Công nghệ"},
	{"Giao Trung tâm Xúc tiến Đầu tư chủ trì, phối hợp với Sở Tài chính rà soát, báo cáo",
		"Trung tâm Xúc tiến Đầu tư / Sở Tài chính"},
	{"Giao Vườn quốc gia Phong Nha - Kẻ Bàng chủ trì, phối hợp với Khu bảo tồn thiên nhiên Pù "
	 "Hu xây dựng kế hoạch",
		"Vườn quốc gia Phong Nha - Kẻ Bàng / Khu bảo tồn thiên nhiên Pù Hu"},
	{"Giao Bảo tàng tỉnh chủ trì, phối hợp với Thư viện tỉnh tham mưu UBND tỉnh",
		"Bảo tàng tỉnh / Thư viện tỉnh / UBND tỉnh"},
	{"Giao Nhà hát Chèo Hà Nội chủ trì, phối hợp với Sở Văn hóa và Thể thao tổng hợp danh sách",
		"Nhà hát Chèo Hà Nội / Sở Văn hóa và Thể thao"},
	{"Giao Đoàn Khối các cơ quan chủ trì, phối hợp với Đảng ủy Khối các cơ quan hướng dẫn "
	 "triển khai",
		"Đoàn Khối các cơ quan / Đảng ủy Khối các cơ quan"},
	{"Giao Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh chủ trì, phối hợp với Sở Tư "
	 "pháp lập hồ sơ",
		"Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh / Sở Tư pháp"},
	{"Giao Hội đồng Thi đua - Khen thưởng tỉnh chủ trì, phối hợp với Ban Thi đua - Khen thưởng "
	 "kiểm tra việc thực hiện",
		"Hội đồng Thi đua - Khen thưởng tỉnh / Ban Thi đua - Khen thưởng"},
	{"Giao Hội đồng tư vấn tuyển sinh chủ trì, phối hợp với Phòng Đào tạo tổ chức thực hiện",
		"Hội đồng tư vấn tuyển sinh / Phòng Đào tạo"},
	{"Giao Ban Chỉ đạo 35 tỉnh chủ trì, phối hợp với Ban Tuyên giáo Tỉnh ủy rà soát, báo cáo",
		"Ban Chỉ đạo 35 tỉnh / Ban Tuyên giáo Tỉnh ủy"},
	{"Giao Ban Chỉ đạo 389 tỉnh chủ trì, phối hợp với Đội Quản lý thị trường số 4 xây dựng kế "
	 "hoạch",
		"Ban Chỉ đạo 389 tỉnh / Đội Quản lý thị trường số 4"},
	{"Giao Ban Chỉ đạo xây dựng nông thôn mới xã chủ trì, phối hợp với Văn phòng Điều phối "
	 "nông thôn mới tỉnh tham mưu UBND tỉnh",
		"Ban Chỉ đạo xây dựng nông thôn mới xã / Văn phòng Điều phối nông thôn mới tỉnh / "
		"UBND tỉnh"},
	{"Giao Văn phòng Điều phối Chương trình nông thôn mới chủ trì, phối hợp với Liên minh Hợp "
	 "tác xã tỉnh tổng hợp danh sách",
		"Văn phòng Điều phối Chương trình nông thôn mới / Liên minh Hợp tác xã tỉnh"},
	{"Giao Tổ công tác Đề án 06 tỉnh chủ trì, phối hợp với Công an tỉnh hướng dẫn triển khai",
		"Tổ công tác Đề án 06 tỉnh / Công an tỉnh"},
	{"Giao Tổ giúp việc Ban Chỉ đạo chủ trì, phối hợp với Văn phòng UBND tỉnh lập hồ sơ",
		"Tổ giúp việc Ban Chỉ đạo / Văn phòng UBND tỉnh"},
	{"Giao Đoàn đại biểu Quốc hội tỉnh chủ trì, phối hợp với Thường trực HĐND tỉnh kiểm tra "
	 "việc thực hiện",
		"Đoàn đại biểu Quốc hội tỉnh / Thường trực HĐND tỉnh"},
	{"Giao Ban Kinh tế - Ngân sách HĐND tỉnh chủ trì, phối hợp với Ban Pháp chế HĐND tỉnh tổ "
	 "chức thực hiện",
		"Ban Kinh tế - Ngân sách HĐND tỉnh / Ban Pháp chế HĐND tỉnh"},
	{"Giao Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh chủ trì, phối hợp với Tổ đại biểu HĐND "
	 "rà soát, báo cáo",
		"Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh / Tổ đại biểu HĐND"},
	{"Giao Liên hiệp các tổ chức hữu nghị tỉnh chủ trì, phối hợp với Sở Ngoại vụ xây dựng kế "
	 "hoạch",
		"Liên hiệp các tổ chức hữu nghị tỉnh / Sở Ngoại vụ"},
	{"Giao Hội Nhà báo tỉnh chủ trì, phối hợp với Hội Văn học nghệ thuật tỉnh tham mưu UBND "
	 "tỉnh",
		"Hội Nhà báo tỉnh / Hội Văn học nghệ thuật tỉnh / UBND tỉnh"},
	{"Giao Hiệp hội Doanh nghiệp tỉnh chủ trì, phối hợp với Hội Doanh nhân trẻ tỉnh tổng hợp "
	 "danh sách",
		"Hiệp hội Doanh nghiệp tỉnh / Hội Doanh nhân trẻ tỉnh"},
	{"Giao Liên đoàn Lao động các huyện, thị xã, thành phố chủ trì, phối hợp với Công đoàn "
	 "ngành Giáo dục hướng dẫn triển khai",
		"Liên đoàn Lao động các huyện, thị xã, thành phố / Công đoàn ngành Giáo dục"},
	{"Giao Công đoàn cơ sở Sở Y tế chủ trì, phối hợp với Công đoàn Viên chức tỉnh lập hồ sơ",
		"Công đoàn cơ sở Sở Y tế / Công đoàn Viên chức tỉnh"},
	{"Giao Lữ đoàn 573 chủ trì, phối hợp với Trung đoàn 885 kiểm tra việc thực hiện",
		"Lữ đoàn 573 / Trung đoàn 885"},
	{"Giao Bộ Tư lệnh Thành phố Hồ Chí Minh chủ trì, phối hợp với Công an Thành phố Hồ Chí "
	 "Minh tổ chức thực hiện",
		"Bộ Tư lệnh Thành phố Hồ Chí Minh / Công an Thành phố Hồ Chí Minh"},
	{"Giao Bộ Tư lệnh Vùng 4 Hải quân chủ trì, phối hợp với Hải đoàn Biên phòng 48 rà soát, "
	 "báo cáo",
		"Bộ Tư lệnh Vùng 4 Hải quân / Hải đoàn Biên phòng 48"},
	{"Giao Cảng vụ Hàng hải Quy Nhơn chủ trì, phối hợp với Cảng vụ Đường thủy nội địa tham mưu "
	 "UBND tỉnh",
		"Cảng vụ Hàng hải Quy Nhơn / Cảng vụ Đường thủy nội địa / UBND tỉnh"},
	{"Giao Cảng Hàng không quốc tế Đà Nẵng chủ trì, phối hợp với Cục Hàng không Việt Nam tổng "
	 "hợp danh sách",
		"Cảng Hàng không quốc tế Đà Nẵng / Cục Hàng không Việt Nam"},
	{"Giao Khu Quản lý đường bộ III chủ trì, phối hợp với Sở Xây dựng hướng dẫn triển khai",
		"Khu Quản lý đường bộ III / Sở Xây dựng"},
	{"Giao Đài Khí tượng Thủy văn khu vực Nam Bộ chủ trì, phối hợp với Đài Khí tượng Thủy văn "
	 "tỉnh lập hồ sơ",
		"Đài Khí tượng Thủy văn khu vực Nam Bộ / Đài Khí tượng Thủy văn tỉnh"},
	{"Giao Thanh tra tỉnh chủ trì, phối hợp với Ban Nội chính Tỉnh ủy kiểm tra việc thực hiện",
		"Thanh tra tỉnh / Ban Nội chính Tỉnh ủy"},
	{"Giao Sở Dân tộc và Tôn giáo chủ trì, phối hợp với Công an tỉnh tổ chức thực hiện",
		"Sở Dân tộc và Tôn giáo / Công an tỉnh"},
	{"Giao Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh chủ trì, phối hợp với "
	 "Văn phòng Ủy ban nhân dân tỉnh rà soát, báo cáo",
		"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh / Văn phòng Ủy ban "
		"nhân dân tỉnh"},
	{"Giao Phòng Lao động - Thương binh và Xã hội chủ trì, phối hợp với Phòng Nội vụ xây dựng "
	 "kế hoạch",
		"Phòng Lao động - Thương binh và Xã hội / Phòng Nội vụ"},
	{"Giao Phòng Nông nghiệp và Môi trường huyện chủ trì, phối hợp với Phòng Quản lý đô thị "
	 "tham mưu UBND tỉnh",
		"Phòng Nông nghiệp và Môi trường huyện / Phòng Quản lý đô thị / UBND tỉnh"},
	{"Giao Thanh tra huyện chủ trì, phối hợp với Phòng Tài chính - Kế hoạch huyện tổng hợp "
	 "danh sách",
		"Thanh tra huyện / Phòng Tài chính - Kế hoạch huyện"},
	{"Giao Hạt Quản lý đường bộ số 2 chủ trì, phối hợp với Đội Thanh tra giao thông hướng dẫn "
	 "triển khai",
		"Hạt Quản lý đường bộ số 2 / Đội Thanh tra giao thông"},
	{"Giao Hạt Kiểm lâm khu vực VI chủ trì, phối hợp với Trạm Kiểm lâm Bù Gia Mập lập hồ sơ",
		"Hạt Kiểm lâm khu vực VI / Trạm Kiểm lâm Bù Gia Mập"},
	{"Giao Trung tâm Bảo trợ xã hội tổng hợp tỉnh chủ trì, phối hợp với Trung tâm Công tác xã "
	 "hội kiểm tra việc thực hiện",
		"Trung tâm Bảo trợ xã hội tổng hợp tỉnh / Trung tâm Công tác xã hội"},
	{"Giao Trung tâm Dịch vụ việc làm tỉnh chủ trì, phối hợp với Cơ sở Cai nghiện ma túy tỉnh "
	 "tổ chức thực hiện",
		"Trung tâm Dịch vụ việc làm tỉnh / Cơ sở Cai nghiện ma túy tỉnh"},
	{"Giao Trung tâm Trợ giúp pháp lý nhà nước chủ trì, phối hợp với Phòng Công chứng số 1 rà "
	 "soát, báo cáo",
		"Trung tâm Trợ giúp pháp lý nhà nước / Phòng Công chứng số 1"},
	{"Giao Trung tâm Pháp y tỉnh chủ trì, phối hợp với Trung tâm Giám định Y khoa xây dựng kế "
	 "hoạch",
		"Trung tâm Pháp y tỉnh / Trung tâm Giám định Y khoa"},
	{"Giao Quỹ Đầu tư phát triển tỉnh chủ trì, phối hợp với Quỹ Bảo vệ môi trường tham mưu "
	 "UBND tỉnh",
		"Quỹ Đầu tư phát triển tỉnh / Quỹ Bảo vệ môi trường / UBND tỉnh"},
	{"Giao Quỹ Bảo vệ và Phát triển rừng tỉnh chủ trì, phối hợp với Chi cục Kiểm lâm tổng hợp "
	 "danh sách",
		"Quỹ Bảo vệ và Phát triển rừng tỉnh / Chi cục Kiểm lâm"},
	{"Giao Ban An toàn giao thông tỉnh chủ trì, phối hợp với Sở Xây dựng hướng dẫn triển khai",
		"Ban An toàn giao thông tỉnh / Sở Xây dựng"},
	{"Giao Ban Dân tộc tỉnh chủ trì, phối hợp với Ban Tôn giáo lập hồ sơ",
		"Ban Dân tộc tỉnh / Ban Tôn giáo"},
	{"Giao Ban Vì sự tiến bộ của phụ nữ tỉnh chủ trì, phối hợp với Hội Liên hiệp Phụ nữ tỉnh "
	 "kiểm tra việc thực hiện",
		"Ban Vì sự tiến bộ của phụ nữ tỉnh / Hội Liên hiệp Phụ nữ tỉnh"},
	{"Giao Ban Đại diện Hội Người cao tuổi tỉnh chủ trì, phối hợp với Hội Người mù tổ chức "
	 "thực hiện",
		"Ban Đại diện Hội Người cao tuổi tỉnh / Hội Người mù"},
	{"Giao Ban Tiếp công dân tỉnh chủ trì, phối hợp với Thanh tra tỉnh rà soát, báo cáo",
		"Ban Tiếp công dân tỉnh / Thanh tra tỉnh"},
	{"Giao Ban Giám đốc Bệnh viện chủ trì, phối hợp với các khoa, phòng tham mưu UBND tỉnh",
		"Ban Giám đốc Bệnh viện / Các khoa, phòng / UBND tỉnh"},
	{"Giao Hội đồng trường chủ trì, phối hợp với Ban Thanh tra nhân dân tổng hợp danh sách",
		"Hội đồng trường / Ban Thanh tra nhân dân"},
	{"Giao Phó Hiệu trưởng phụ trách chuyên môn chủ trì, phối hợp với các tổ chuyên môn hướng "
	 "dẫn triển khai",
		"Phó Hiệu trưởng phụ trách chuyên môn / Các tổ chuyên môn"},
	{"Giao các khoa lâm sàng, cận lâm sàng chủ trì, phối hợp với Khoa Dược rà soát hồ sơ",
		"Các khoa lâm sàng, cận lâm sàng / Khoa Dược"},
	{"Giao Trưởng các khoa, phòng chủ trì, phối hợp với toàn thể viên chức, người lao động lập "
	 "hồ sơ",
		"Trưởng các khoa, phòng / Toàn thể viên chức, người lao động"},
	{"Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với các trường đại học, cao đẳng trên địa "
	 "bàn kiểm tra việc thực hiện",
		"Sở Giáo dục và Đào tạo / Các trường đại học, cao đẳng trên địa bàn"},
	{"Giao các cơ quan Trung ương đóng trên địa bàn tỉnh chủ trì, phối hợp với UBND các xã, "
	 "phường, đặc khu tổ chức thực hiện",
		"Các cơ quan Trung ương đóng trên địa bàn tỉnh / UBND các xã, phường, đặc khu"},
	{"Giao các doanh nghiệp kinh doanh hạ tầng khu công nghiệp chủ trì, phối hợp với Ban Quản "
	 "lý các khu công nghiệp rà soát, báo cáo",
		"Các doanh nghiệp kinh doanh hạ tầng khu công nghiệp / Ban Quản lý các khu công "
		"nghiệp"},
	{"Giao các đơn vị sự nghiệp công lập trực thuộc UBND tỉnh chủ trì, phối hợp với Sở Nội vụ "
	 "xây dựng kế hoạch",
		"Các đơn vị sự nghiệp công lập trực thuộc UBND tỉnh / Sở Nội vụ"},
	{"Giao các ngân hàng thương mại trên địa bàn chủ trì, phối hợp với Ngân hàng Nhà nước khu "
	 "vực 10 tham mưu UBND tỉnh",
		"Các ngân hàng thương mại trên địa bàn / Ngân hàng Nhà nước khu vực 10 / UBND "
		"tỉnh"},
	{"Giao UBND tỉnh Gia Lai chủ trì, phối hợp với UBND tỉnh Đắk Lắk, UBND thành phố Đà Nẵng "
	 "lập hồ sơ",
		"UBND tỉnh Gia Lai / UBND tỉnh Đắk Lắk|UBND thành phố Đà Nẵng"},
	{"Giao UBND các phường Hải Châu, Thanh Khê chủ trì, phối hợp với Công an các phường Hải "
	 "Châu, Thanh Khê kiểm tra việc thực hiện",
		"UBND phường Hải Châu|UBND phường Thanh Khê / Công an phường Hải Châu|Công an "
		"phường Thanh Khê"},
	{"Giao UBND thành phố Thủ Đức chủ trì, phối hợp với UBND quận 1, UBND huyện Củ Chi tổ chức "
	 "thực hiện",
		"UBND thành phố Thủ Đức / UBND quận 1|UBND huyện Củ Chi"},
	{"Giao Công an phường Trần Hưng Đạo chủ trì, phối hợp với Trạm Y tế phường Trần Hưng Đạo "
	 "rà soát, báo cáo",
		"Công an phường Trần Hưng Đạo / Trạm Y tế phường Trần Hưng Đạo"},
	{"Giao Chi cục Thuế khu vực Tân Châu - Châu Thành chủ trì, phối hợp với Kho bạc Nhà nước "
	 "Tân Châu xây dựng kế hoạch",
		"Chi cục Thuế khu vực Tân Châu - Châu Thành / Kho bạc Nhà nước Tân Châu"},
	{"Giao Phòng Y tế chủ trì, phối hợp với Trung tâm Y tế thành phố tham mưu UBND tỉnh",
		"Phòng Y tế / Trung tâm Y tế thành phố / UBND tỉnh"},
	{"Giao Đảng ủy Công an tỉnh chủ trì, phối hợp với Đảng ủy Quân sự tỉnh, Đảng ủy Bộ đội "
	 "Biên phòng tỉnh tổng hợp danh sách",
		"Đảng ủy Công an tỉnh / Đảng ủy Quân sự tỉnh|Đảng ủy Bộ đội Biên phòng tỉnh"},
	{"Giao Nhà Văn hóa Lao động tỉnh chủ trì, phối hợp với Liên đoàn Lao động tỉnh hướng dẫn "
	 "triển khai",
		"Nhà Văn hóa Lao động tỉnh / Liên đoàn Lao động tỉnh"},
	{"Giao Nhà Thiếu nhi tỉnh chủ trì, phối hợp với Tỉnh đoàn lập hồ sơ",
		"Nhà Thiếu nhi tỉnh / Tỉnh đoàn"},
	{"Giao Cung Văn hóa Thiếu nhi chủ trì, phối hợp với Thành đoàn kiểm tra việc thực hiện",
		"Cung Văn hóa Thiếu nhi / Thành đoàn"},
	{"Giao Trung tâm Huấn luyện và Thi đấu thể dục thể thao tỉnh chủ trì, phối hợp với Sở Văn "
	 "hóa, Thể thao và Du lịch tổ chức thực hiện",
		"Trung tâm Huấn luyện và Thi đấu thể dục thể thao tỉnh / Sở Văn hóa, Thể thao và "
		"Du lịch"},
	{"Giao Trung tâm Quản lý, khai thác hạ tầng đô thị chủ trì, phối hợp với Phòng Kinh tế, Hạ "
	 "tầng và Đô thị rà soát, báo cáo",
		"Trung tâm Quản lý, khai thác hạ tầng đô thị / Phòng Kinh tế, Hạ tầng và Đô thị"},
	{"Giao Trung tâm Ứng dụng tiến bộ khoa học và công nghệ chủ trì, phối hợp với Chi cục Tiêu "
	 "chuẩn Đo lường Chất lượng xây dựng kế hoạch",
		"Trung tâm Ứng dụng tiến bộ khoa học và công nghệ / Chi cục Tiêu chuẩn Đo lường "
		"Chất lượng"},
	{"Giao Trung tâm Tin học - Công báo chủ trì, phối hợp với Văn phòng UBND tỉnh tham mưu "
	 "UBND tỉnh",
		"Trung tâm Tin học - Công báo / Văn phòng UBND tỉnh / UBND tỉnh"},
	{"Giao Phòng Khoa giáo - Văn xã chủ trì, phối hợp với Phòng Nội chính, Phòng Tổng hợp tổng "
	 "hợp danh sách",
		"Phòng Khoa giáo - Văn xã / Phòng Nội chính|Phòng Tổng hợp"},
	{"Giao Đồn Công an Khu công nghiệp chủ trì, phối hợp với Đồn Biên phòng Cửa khẩu cảng Dung "
	 "Quất hướng dẫn triển khai",
		"Đồn Công an Khu công nghiệp / Đồn Biên phòng Cửa khẩu cảng Dung Quất"},
	{"Giao Nhà máy Xử lý rác thải sinh hoạt chủ trì, phối hợp với Công ty Cổ phần Môi trường "
	 "Đô thị lập hồ sơ",
		"Nhà máy Xử lý rác thải sinh hoạt / Công ty Cổ phần Môi trường Đô thị"},
	{"Giao Xí nghiệp Thủy nông Ninh Giang chủ trì, phối hợp với UBND xã Ninh Giang kiểm tra "
	 "việc thực hiện",
		"Xí nghiệp Thủy nông Ninh Giang / UBND xã Ninh Giang"},
	{"Giao Lâm trường Quảng Sơn chủ trì, phối hợp với Công ty TNHH MTV Lâm nghiệp Đắk Wil tổ "
	 "chức thực hiện",
		"Lâm trường Quảng Sơn / Công ty TNHH MTV Lâm nghiệp Đắk Wil"},
	{"Giao Câu lạc bộ Doanh nhân nữ chủ trì, phối hợp với Hội Liên hiệp Phụ nữ thành phố rà "
	 "soát, báo cáo",
		"Câu lạc bộ Doanh nhân nữ / Hội Liên hiệp Phụ nữ thành phố"},
	{"Giao Làng trẻ em SOS Đà Lạt chủ trì, phối hợp với Sở Y tế xây dựng kế hoạch",
		"Làng trẻ em SOS Đà Lạt / Sở Y tế"},
	{"Giao Giáo hội Phật giáo Việt Nam tỉnh chủ trì, phối hợp với Ban Trị sự Giáo hội Phật "
	 "giáo Việt Nam tỉnh tham mưu UBND tỉnh",
		"Giáo hội Phật giáo Việt Nam tỉnh / Ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh / "
		"UBND tỉnh"},
	{"Giao Trại giam Xuân Lộc chủ trì, phối hợp với Trại tạm giam Công an tỉnh tổng hợp danh "
	 "sách",
		"Trại giam Xuân Lộc / Trại tạm giam Công an tỉnh"},
	{"Giao Cục Hậu cần - Kỹ thuật chủ trì, phối hợp với Phòng Tham mưu và Phòng Chính trị "
	 "hướng dẫn triển khai",
		"Cục Hậu cần - Kỹ thuật / Phòng Tham mưu|Phòng Chính trị"},
	{"Giao Viện Kiểm nghiệm thuốc Trung ương chủ trì, phối hợp với Viện Pasteur Nha Trang lập "
	 "hồ sơ",
		"Viện Kiểm nghiệm thuốc Trung ương / Viện Pasteur Nha Trang"},
	{"Giao Viện Vệ sinh dịch tễ Tây Nguyên chủ trì, phối hợp với Viện Sốt rét - Ký sinh trùng "
	 "- Côn trùng Quy Nhơn kiểm tra việc thực hiện",
		"Viện Vệ sinh dịch tễ Tây Nguyên / Viện Sốt rét - Ký sinh trùng - Côn trùng Quy "
		"Nhơn"},
	{"Giao Tạp chí Cộng sản chủ trì, phối hợp với Báo Nhân dân, Nhà xuất bản Chính trị quốc "
	 "gia Sự thật tổ chức thực hiện",
		"Tạp chí Cộng sản / Báo Nhân dân|Nhà xuất bản Chính trị quốc gia Sự thật"},
	{"Sở Y tế tự chủ trì xây dựng", "Sở Y tế"},
	{"Sở Y tế cùng chủ trì với Sở Nội vụ xây dựng", "Sở Y tế / Sở Nội vụ"},
	{"Sở Y tế thay mặt UBND tỉnh chủ trì", "Sở Y tế / UBND tỉnh"},
	{"Sở Y tế vận hành hệ thống, chủ trì đánh giá", "Sở Y tế"},
	{"Sở Y tế trực tiếp chủ trì", "Sở Y tế"},
	{"Công an tỉnh tăng cường tuần tra, phối hợp với Công an các địa phương xử lý",
		"Công an tỉnh / Công an các địa phương"},
	{"Công an tỉnh mở đợt cao điểm phối hợp với các lực lượng chức năng tấn công",
		"Công an tỉnh / Các lực lượng chức năng"},
	{"UBND xã Tân Lập bàn giao mặt bằng cho Ban Quản lý dự án tỉnh",
		"UBND xã Tân Lập / Ban Quản lý dự án tỉnh"},
	{"Sở Tài chính thu hồi kinh phí, phối hợp với Kho bạc Nhà nước khu vực XIII đối chiếu",
		"Sở Tài chính / Kho bạc Nhà nước khu vực XIII"},
	{"Văn phòng UBND tỉnh đăng ký lịch họp", "Văn phòng UBND tỉnh"},
	{"Giao Văn phòng chủ trì, phối hợp với Sở Y tế ban hành quy chế", "Văn phòng / Sở Y tế"},
	{"Chi cục có trách nhiệm báo cáo", "Chi cục"},
	{"các doanh nghiệp có trách nhiệm đóng thuế", "Các doanh nghiệp"},
	{"các doanh nghiệp vận tải hành khách có trách nhiệm",
		"Các doanh nghiệp vận tải hành khách"},
	{"các cơ sở lưu trú du lịch chủ động", "Các cơ sở lưu trú du lịch"},
	{"các hộ gia đình chăn nuôi lợn có trách nhiệm khai báo", "Các hộ gia đình chăn nuôi lợn"},
	{"các chủ tàu cá chịu trách nhiệm", "Các chủ tàu cá"},
	{"Đoàn kiểm tra liên ngành có trách nhiệm", "Đoàn kiểm tra liên ngành"},
	{"Ban Chỉ đạo chuyển đổi số xã chủ trì", "Ban Chỉ đạo chuyển đổi số xã"},
	{"Tổ công tác giúp việc Ban Chỉ đạo chủ trì", "Tổ công tác giúp việc Ban Chỉ đạo"},
	{"UBND 03 xã Đăk Mar, Đăk Ui, Ngọk Réo phối hợp", "UBND 03 xã Đăk Mar, Đăk Ui, Ngọk Réo"},
	{"Chủ tịch UBND các xã, phường, đặc khu chịu trách nhiệm",
		"Chủ tịch UBND các xã, phường, đặc khu"},
	{"Thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND cấp xã triển khai",
		"Thủ trưởng các cơ quan, đơn vị|Chủ tịch UBND cấp xã"},
	{"Bí thư Đảng ủy, Chủ tịch UBND xã chỉ đạo", "Bí thư Đảng ủy|Chủ tịch UBND xã"},
	{"Trưởng phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố báo cáo",
		"Trưởng phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố"},
	{"Sở Y tế, Công an tỉnh, Bộ CHQS tỉnh, BCH BĐBP tỉnh rà soát",
		"Sở Y tế|Công an tỉnh|Bộ Chỉ huy quân sự tỉnh|Bộ Chỉ huy Bộ đội Biên phòng tỉnh"},
	{"Sở NN&MT chủ trì, phối hợp với Sở TC, Sở XD, Sở KH&CN rà soát",
		"Sở Nông nghiệp và Môi trường / Sở Tài chính|Sở Xây dựng|Sở Khoa học và Công nghệ"},
	{"Sở VHTT&DL phối hợp Sở GD&ĐT, Tỉnh đoàn, Hội LHPN tỉnh tổ chức",
		"Sở Văn hóa, Thể thao và Du lịch / Sở Giáo dục và Đào tạo|Tỉnh đoàn|Hội Liên hiệp "
		"Phụ nữ tỉnh"},
	{"VP HĐND&UBND xã, Phòng VH-XH, Phòng KT, CA xã, BCH QS xã thực hiện",
		"Văn phòng HĐND và UBND xã|Phòng Văn hóa - Xã hội|Phòng Kinh tế|Công an xã|Ban Chỉ "
		"huy Quân sự xã"},
	{"Ủy ban MTTQ Việt Nam tỉnh, Hội Nông dân, Hội Phụ nữ, Đoàn Thanh niên, Hội CCB vận động",
		"Ủy ban MTTQ Việt Nam tỉnh|Hội Nông dân|Hội Phụ nữ|Đoàn Thanh niên|Hội Cựu chiến "
		"binh"},
	{"BHXH tỉnh, NHNN Khu vực 9, NHCSXH tỉnh, KBNN khu vực XIII thực hiện",
		"Bảo hiểm xã hội tỉnh|Ngân hàng Nhà nước khu vực 9|Ngân hàng Chính sách xã hội "
		"tỉnh|Kho bạc Nhà nước khu vực XIII"},
	{"TAND tỉnh, VKSND tỉnh, THADS tỉnh phối hợp",
		"Tòa án nhân dân tỉnh|Viện kiểm sát nhân dân tỉnh|Thi hành án dân sự tỉnh"},
	{"BQL các KCN tỉnh; BQL Khu kinh tế; BQL dự án ĐTXD tỉnh rà soát",
		"Ban Quản lý các Khu công nghiệp tỉnh|Ban Quản lý Khu kinh tế|Ban Quản lý dự án "
		"đầu tư xây dựng tỉnh"},
	{"TTYT khu vực, BVĐK tỉnh, CDC tỉnh báo cáo",
		"Trung tâm Y tế khu vực|Bệnh viện Đa khoa tỉnh|Trung tâm Kiểm soát bệnh tật tỉnh"},
	{"LĐLĐ tỉnh, Hội CTĐ tỉnh, Hội NCT tỉnh thăm hỏi",
		"Liên đoàn Lao động tỉnh|Hội Chữ thập đỏ tỉnh|Hội Người cao tuổi tỉnh"},
	{"Văn phòng Tỉnh ủy, VP Đoàn ĐBQH và HĐND tỉnh, VP UBND tỉnh chuẩn bị",
		"Văn phòng Tỉnh ủy|Văn phòng Đoàn ĐBQH và HĐND tỉnh|Văn phòng UBND tỉnh"},
	{"Phòng PC06, PC08, PA05 Công an tỉnh rà soát",
		"Phòng Cảnh sát quản lý hành chính về trật tự xã hội|Phòng Cảnh sát giao "
		"thông|Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao Công an "
		"tỉnh"},
	{"Hội Luật gia, Đoàn Luật sư tỉnh tham gia", "Hội Luật gia|Đoàn Luật sư tỉnh"},
	{"Đoàn Luật sư Thành phố Hồ Chí Minh cử luật sư", "Đoàn Luật sư Thành phố Hồ Chí Minh"},
	{"Nhà xuất bản Lao động in ấn", "Nhà xuất bản Lao động"},
	{"Báo Tuổi Trẻ đưa tin", "Báo Tuổi Trẻ"},
	{"Đài PTTH tỉnh mở chuyên mục", "Đài Phát thanh và Truyền hình tỉnh"},
	{"HTX Nông nghiệp Tân Tiến ký hợp đồng", "HTX Nông nghiệp Tân Tiến"},
	{"Công ty CP Đường Lam Sơn nộp thuế", "Công ty CP Đường Lam Sơn"},
	{"Công ty CP Việt Nam Kỹ nghệ Súc sản chịu trách nhiệm",
		"Công ty CP Việt Nam Kỹ nghệ Súc sản"},
	{"Tổng Công ty Hàng không Việt Nam - CTCP báo cáo",
		"Tổng Công ty Hàng không Việt Nam - CTCP"},
	{"Ngân hàng TMCP Ngoại thương Việt Nam chi nhánh Huế giải ngân",
		"Ngân hàng TMCP Ngoại thương Việt Nam chi nhánh Huế"},
	{"Phòng ĐT, Phòng CTSV và Khoa CNTT phối hợp",
		"Phòng Đào tạo|Phòng Công tác sinh viên|Khoa Công nghệ thông tin"},
	{"các khoa lâm sàng, cận lâm sàng và phòng chức năng phối hợp",
		"Các khoa lâm sàng, cận lâm sàng và phòng chức năng"},
	{"các tổ chuyên môn, tổ văn phòng và đoàn thể nhà trường phối hợp",
		"Các tổ chuyên môn, tổ văn phòng và đoàn thể nhà trường"},
	{"toàn thể cán bộ, giáo viên, nhân viên và học sinh thực hiện",
		"Toàn thể cán bộ, giáo viên, nhân viên và học sinh"},
	{"Ban Thường vụ Đảng ủy xã lãnh đạo", "Ban Thường vụ Đảng ủy xã"},
	{"Chi bộ, Ban Công tác Mặt trận thôn Đồng Tâm vận động",
		"Chi bộ|Ban Công tác Mặt trận thôn Đồng Tâm"},
	{"các đồng chí Ủy viên Ban Chỉ đạo theo dõi", "Các đồng chí Ủy viên Ban Chỉ đạo"},
	{"Chi ủy, các đồng chí Chi ủy viên chủ trì", "Chi ủy|Các đồng chí Chi ủy viên"},
	{"Đồng chí Phó Bí thư Thường trực Đảng ủy chủ trì",
		"Đồng chí Phó Bí thư Thường trực Đảng ủy"},
	{"Đồng chí Nguyễn Văn Bình, Phó Chủ tịch UBND tỉnh chỉ đạo",
		"Đồng chí Nguyễn Văn Bình, Phó Chủ tịch UBND tỉnh"},
	{"Ông Lê Văn Tám - Trưởng phòng Kinh tế chịu trách nhiệm",
		"Ông Lê Văn Tám - Trưởng phòng Kinh tế"},
	{"Giám đốc sở, thủ trưởng đơn vị chịu trách nhiệm", "Giám đốc sở|Thủ trưởng đơn vị"},
	{"các sở, ngành, thủ trưởng đơn vị thực hiện", "Các sở, ngành|Thủ trưởng đơn vị"},
	{"Trưởng phòng, ban, ngành; Chủ tịch UBND các xã báo cáo",
		"Trưởng phòng, ban, ngành|Chủ tịch UBND các xã"},
	{"Giám đốc các Chi nhánh loại II, Trưởng các Phòng giao dịch trực thuộc ký",
		"Giám đốc các Chi nhánh loại II|Trưởng các Phòng giao dịch trực thuộc"},
	{"Các Phòng 9, 11, 12 xây dựng kế hoạch", "Các Phòng 9, 11, 12"},
	{"Phòng 15 chủ trì", "Phòng 15"},
	{"Giao công chức Văn hóa - xã hội chủ trì", "Công chức Văn hóa - xã hội"},
	{"Văn phòng Đăng ký đất đai Hà Nội - Chi nhánh khu vực Đông Anh cung cấp",
		"Văn phòng Đăng ký đất đai Hà Nội - Chi nhánh khu vực Đông Anh"},
	{"Công đoàn cơ sở, Đoàn Thanh niên Chi nhánh phát động",
		"Công đoàn cơ sở|Đoàn Thanh niên Chi nhánh"},
	{"Khối thi đua Văn phòng - Thanh tra chủ trì", "Khối thi đua Văn phòng - Thanh tra"},
	{"Khối thi đua các Chi cục chủ trì", "Khối thi đua các Chi cục"},
	{"Các đơn vị sự nghiệp công lập tự chủ tài chính tự kiểm kê",
		"Các đơn vị sự nghiệp công lập tự chủ tài chính"},
	{"Viện kiểm sát nhân dân khu vực được kiểm tra chuẩn bị",
		"Viện kiểm sát nhân dân khu vực được kiểm tra"},
	{"Nhà trường, Giáo viên chủ nhiệm nhắc nhở", "Nhà trường|Giáo viên chủ nhiệm"},
	{"Giao BQLR chủ trì, phối hợp với KBT, DNTN rà soát", "BQLR / KBT|DNTN"},
	{"SNV chủ trì, STC, KBT phối hợp", "Sở Nội vụ / Sở Tài chính|KBT"},
	{"Giao Sở Nội vụ chủ trì, phối hợp với phòng Kinh tế, tổ Vật lí - Công nghệ, trạm y tế xã "
	 "xây dựng",
		"Sở Nội vụ / Phòng Kinh tế|Tổ Vật lí - Công nghệ|Trạm Y tế xã"},
	{"Công chức Tư pháp - Hộ tịch, Công chức Văn hóa - Xã hội xã thực hiện",
		"Công chức Tư pháp - Hộ tịch|Công chức Văn hóa - Xã hội xã"},
};

const size_t dd_n_grammar_sentences = G_N_ELEMENTS(dd_grammar_sentences);
