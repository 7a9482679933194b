/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-test.c: sentences that lay duties, sentences that only look so, and sentences that are other work */
#include <string.h>

#include "context-test-support.h"
#include "duty.h"

#define LINE_ZONE DD_ZONE_TAIL

/* What is found: kind>to (due), duties apart by " + "; "" for none */
typedef struct {
	DdSection section;
	bool in_task;
	const char *text, *found;
} Row;

#define ORGANISE DD_SECTION_ORGANISE, false
#define TASK DD_SECTION_TASKS, true
#define AIMS DD_SECTION_AIMS, false

/* All paragraphs and the recipients, as the reader goes */
static void
read_duties(const DdDutyGrammar *grammar, DdContext *context)
{
	g_autoptr(DdDutyReader) reader = dd_duty_reader_new(grammar, context);
	for (guint i = 0; i < context->paras->len; i++)
		dd_duty_reader_para(reader, i);
	dd_duty_reader_recipients(reader);
}

static const Row rows[] = {
	/* report */
	{ORGANISE, "Các phòng, đơn vị thuộc Sở báo cáo kết quả thực hiện về Phòng Hành chính - Tổng hợp trước ngày 10/12 hằng năm.",
		"report>Phòng Hành chính - Tổng hợp (annual)"},
	{ORGANISE, "Sở Tư pháp báo cáo Bộ Tư pháp theo quy định.", "report>Bộ Tư pháp (event)"},
	{ORGANISE, "Sở Nội vụ báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh) trước ngày 15/11/2024.",
		"report>UBND tỉnh (qua Văn phòng UBND tỉnh) (by-date)"},
	{ORGANISE, "UBND các xã, phường gửi báo cáo về Sở Y tế trước ngày 25 hằng tháng.",
		"report>Sở Y tế (periodic)"},
	{ORGANISE, "Sở Công Thương hằng quý báo cáo UBND tỉnh kết quả thực hiện.",
		"report>UBND tỉnh (periodic)"},
	{ORGANISE, "Sở Công Thương định kỳ báo cáo UBND tỉnh.", "report>UBND tỉnh (none)"},
	{ORGANISE, "Sở Giao thông vận tải kịp thời báo cáo UBND tỉnh.", "report>UBND tỉnh (event)"},
	{ORGANISE, "Các sở, ban, ngành gửi danh sách về Sở Nội vụ trước ngày 16/3/2025.",
		"report>Sở Nội vụ (by-date)"},
	{ORGANISE, "Sở Y tế tham mưu UBND tỉnh báo cáo Bộ Y tế trước ngày 10/6/2025.",
		"report>Bộ Y tế (by-date)"},
	{ORGANISE, "Nếu có khó khăn, vướng mắc, các sở, ban, ngành phản ánh về Sở Tài chính.",
		"report>Sở Tài chính (event)"},
	/* no report */
	{ORGANISE, "Sau khi nghe Sở Tài chính báo cáo kết quả, Chủ tịch UBND tỉnh kết luận:", ""},
	{ORGANISE, "Sở Tài chính thẩm định dự toán tại Báo cáo số 12/BC-STC.", ""},
	{ORGANISE, "Sở Nội vụ xây dựng báo cáo thẩm định.", ""},
	{ORGANISE, "Thực hiện chế độ thông tin.", ""},
	{ORGANISE, "Sở Tư pháp tổ chức tập huấn cho báo cáo viên pháp luật.", ""},
	{ORGANISE, "Phương pháp: đơn vị báo cáo bằng văn bản.", ""},
	{ORGANISE, "Sản phẩm: Báo cáo kết quả kiểm tra.", ""},
	{TASK, "Báo cáo Bộ trưởng phương án xử lý đối với các chợ.", ""},
	{TASK, "Rà soát các điểm trường; báo cáo UBND tỉnh trước ngày 15/8/2025.",
		"report>UBND tỉnh (by-date)"},
	{TASK, "Tập trung giải phóng mặt bằng; hằng tuần báo cáo tiến độ về Sở Xây dựng để tổng hợp.",
		"report>Sở Xây dựng (periodic) + consolidate (periodic)"},
	{TASK, "Xây dựng báo cáo đánh giá tác động của chính sách.", ""},
	/* consolidate */
	{ORGANISE, "Sở Khoa học và Công nghệ tổng hợp, báo cáo UBND tỉnh.",
		"consolidate>UBND tỉnh (none)"},
	{ORGANISE, "Phòng Nội vụ tổng hợp báo cáo UBND huyện trước ngày 30/11/2024.",
		"consolidate>UBND huyện (by-date)"},
	{ORGANISE, "Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/12/2025.",
		"consolidate>UBND tỉnh (by-date)"},
	{ORGANISE, "Tổng hợp, tham mưu báo cáo kết quả thực hiện Kế hoạch.",
		"consolidate (none) + report (none)"},
	{ORGANISE, "Các sở, ban, ngành báo cáo kết quả về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.",
		"report>Sở Nội vụ (none) + consolidate>UBND tỉnh (none)"},
	{ORGANISE, "Giao Sở Y tế tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Y tế.",
		"consolidate>Bộ Y tế (none)"},
	{ORGANISE, "Phòng Hành chính - Tổng hợp mua sắm trang thiết bị.", ""},
	{ORGANISE, "Phòng Kế hoạch tổng hợp chuẩn bị phòng họp.", ""},
	{TASK, "Xây dựng giải pháp tổng hợp phát triển nông nghiệp.", ""},
	/* monitor */
	{ORGANISE, "Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.", "monitor (none)"},
	{ORGANISE, "Sở Nội vụ là cơ quan đầu mối, theo dõi, đôn đốc, kiểm tra, giám sát tình hình thực hiện Kế hoạch này.",
		"monitor (none)"},
	{ORGANISE, "Văn phòng UBND tỉnh theo dõi việc thực hiện Kế hoạch.", "monitor (none)"},
	{ORGANISE, "Thanh tra Sở hướng dẫn, theo dõi, kiểm tra các đơn vị.", "monitor (none)"},
	{ORGANISE, "Văn phòng Sở theo dõi, tổng hợp, báo cáo Giám đốc Sở.",
		"monitor (none) + consolidate>Giám đốc Sở (none)"},
	{ORGANISE, "Văn phòng Sở làm đầu mối, đôn đốc các đơn vị.", "monitor (none)"},
	{ORGANISE, "Các trường báo cáo số liệu tuyển sinh về Sở Nội vụ trước ngày 10/7/2025.",
		"report>Sở Nội vụ (by-date)"},
	{ORGANISE, "Giao Văn phòng Sở tham mưu đưa vào báo cáo kiểm điểm của UBND tỉnh.", ""},
	{ORGANISE, "Sở Tư pháp kiểm tra văn bản quy phạm pháp luật.", ""},
	{ORGANISE, "Giám sát chất lượng nước.", ""},
	{TASK, "Thường xuyên theo dõi tình hình thi hành pháp luật trong các lĩnh vực trọng tâm.", ""},
	{TASK, "Tuyên truyền, vận động nhân dân; giám sát thực hiện các chính sách.", ""},
	{TASK, "Đôn đốc nhà thầu tăng ca.", ""},
	{ORGANISE, "Sở Nội vụ đôn đốc Ban Chỉ đạo.", "monitor (none)"},
	/* review, adjust */
	{ORGANISE, "Ban Thường vụ Huyện ủy sơ kết thực hiện Kế hoạch vào năm 2025, tổng kết vào năm 2030.",
		"review (staged)"},
	{ORGANISE, "Sở Nội vụ sơ kết trước ngày 10/7/2025, tổng kết trước ngày 15/12/2025.",
		"review (by-date) + review (by-date)"},
	{ORGANISE, "Hai ngành tổ chức sơ kết vào quý II/2027 và tổng kết vào quý IV/2030.",
		"review (staged)"},
	{ORGANISE, "Tham mưu sơ kết giữa nhiệm kỳ vào quý II/2028, tổng kết năm 2030.",
		"review (staged)"},
	{ORGANISE, "Sở Nội vụ tham mưu UBND tỉnh sơ kết, tổng kết việc thực hiện Kế hoạch.",
		"review (none)"},
	{ORGANISE, "Nếu có vướng mắc, các đơn vị báo cáo về UBND huyện (qua Phòng Nội vụ) để xem xét, giải quyết.",
		"report>UBND huyện (qua Phòng Nội vụ) (event) + review (event)"},
	{ORGANISE, "Nếu có vướng mắc, các đơn vị kịp thời báo cáo Giám đốc Sở để xem xét điều chỉnh, bổ sung cho phù hợp.",
		"report>Giám đốc Sở (event) + adjust (event)"},
	{ORGANISE, "Định kỳ 3 năm, 5 năm đánh giá hiệu quả hoạt động để điều chỉnh phù hợp với tình hình.",
		"review (periodic) + adjust (periodic)"},
	{ORGANISE, "Sở Tài chính tổng hợp trình cấp có thẩm quyền xem xét, quyết định.",
		"consolidate>cấp có thẩm quyền (none)"},
	{ORGANISE, "Đánh giá, xếp loại công chức năm 2024.", ""},
	{TASK, "Rà soát, điều chỉnh quy hoạch chi tiết khu dân cư.", ""},
	{TASK, "Tổng kết mô hình nuôi tôm.", ""},
	{AIMS, "Tiến hành rà soát hàng năm và định kỳ 3 năm tổ chức sơ kết, tổng kết việc thực hiện Kế hoạch.",
		"review (annual) + review (periodic)"},
	{AIMS, "Kịp thời điều chỉnh, bổ sung các nhiệm vụ, giải pháp.", "adjust (event)"},
	{AIMS, "Đánh giá đúng thực trạng; theo dõi, đôn đốc các đơn vị.", ""},
	/* fund */
	{ORGANISE, "Sở Tài chính cân đối, bố trí kinh phí thực hiện Kế hoạch.", "fund (none)"},
	{ORGANISE, "Sở Tài chính cân đối, tham mưu UBND tỉnh bố trí kinh phí.", "fund (none)"},
	{ORGANISE, "Kinh phí thực hiện do Văn phòng Sở bố trí từ nguồn chi thường xuyên.",
		"fund (none)"},
	{ORGANISE, "Phòng Tài chính - Kế toán bảo đảm kinh phí từ Quỹ phát triển.", "fund (none)"},
	{ORGANISE, "Căn cứ khả năng cân đối ngân sách, tham mưu bố trí kinh phí.", "fund (none)"},
	{ORGANISE, "Sở Tài chính bố trí 250 triệu đồng từ nguồn dự phòng ngân sách huyện.",
		"fund (none)"},
	{ORGANISE, "Văn phòng Sở bố trí phương tiện phục vụ Đoàn kiểm tra.", ""},
	{ORGANISE, "Bảo đảm an toàn giao thông.", ""},
	{TASK, "Rà soát nguồn vốn, đề xuất bố trí kinh phí sửa chữa công trình.", ""},
	/* publish */
	{ORGANISE, "Văn phòng Sở đăng tải Kế hoạch trên Trang thông tin điện tử của Sở.",
		"publish>Trang thông tin điện tử của Sở (none)"},
	{ORGANISE, "Văn phòng Sở công khai kết quả trên Cổng thông tin điện tử.",
		"publish>Cổng thông tin điện tử (none)"},
	{ORGANISE, "Công khai các cơ sở vi phạm.", ""},
	{TASK, "Công khai tình hình giải quyết hồ sơ trên Cổng Dịch vụ công.", ""},
	/* what was done already, what is told about, what names a thing: none */
	{ORGANISE, "Cập nhật quy trình đã được UBND tỉnh công bố lên Cổng dịch vụ công.", ""},
	{ORGANISE, "Thực hiện danh mục đã được Sở Y tế, Sở Nội vụ công khai trên Trang thông tin điện tử.",
		""},
	{ORGANISE, "Xử lý các vấn đề đã được UBND các xã báo cáo Sở Nội vụ.", ""},
	{TASK, "Kịp thời biểu dương các mô hình cũng như phản ánh những hạn chế, yếu kém.", ""},
	{ORGANISE, "Kịp thời trả lời các phản ánh, kiến nghị của người dân.", ""},
	{ORGANISE, "Đăng kịp thời các tin, bài phản ánh hoạt động của địa phương.", ""},
	{ORGANISE, "Các xã kịp thời phản ánh về Sở Nội vụ.", "report>Sở Nội vụ (event)"},
	{ORGANISE, "Trên cơ sở đề xuất điều chỉnh, bổ sung dự toán của Báo tỉnh, thẩm định và tham mưu bố trí kinh phí.",
		"fund (none)"},
	{TASK, "Phòng ngừa các đối tượng lợi dụng sản xuất ma túy tổng hợp theo quy định của pháp luật.",
		""},
	{ORGANISE, "Thường xuyên theo dõi, đôn đốc, kiểm tra việc thực hiện Chương trình, để qua đó kịp thời đôn đốc, hướng dẫn.",
		"monitor (continuous)"},
	{ORGANISE, "Các xã báo cáo Sở Nội vụ để theo dõi, đôn đốc.",
		"report>Sở Nội vụ (none) + monitor (none)"},
	{TASK, "Tổng hợp cụ thể những khó khăn, vướng mắc để kịp thời hướng dẫn các cơ quan, đơn vị, địa phương.",
		""},
	{TASK, "Theo dõi việc thực hiện Chỉ thị này, báo cáo UBND tỉnh, Chủ tịch UBND tỉnh theo định kỳ.",
		"monitor (none) + report>UBND tỉnh (none)"},
	{ORGANISE, "Hằng tháng báo cáo Sở Nội vụ trước ngày 20.", "report>Sở Nội vụ (periodic)"},
	{ORGANISE, "Công an tỉnh báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm và Bộ Công an về kết quả thực hiện.",
		"report>Hội đồng nhân dân tỉnh (event)"},
	{ORGANISE, "Công an tỉnh giám sát kết quả, theo dõi việc thực hiện kế hoạch; giúp UBND tỉnh theo dõi, đôn đốc việc thực hiện kế hoạch này.",
		"monitor (none)"},
	/* a repetition of a thing is no date */
	{TASK, "Đánh giá khả năng hoàn thành chỉ tiêu hàng năm của từng Chương trình, kịp thời báo cáo, đề xuất giải pháp.",
		""},
	{ORGANISE, "Báo cáo kết quả thực hiện Chương trình hằng năm về Sở Y tế.",
		"report>Sở Y tế (annual)"},
	{ORGANISE, "Báo cáo về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh và làm căn cứ xác định Chỉ số cải cách hành chính hằng năm.",
		"report>Sở Nội vụ (none) + consolidate>UBND tỉnh (none)"},
	/* sent to one more, handed over, sent to a site */
	{ORGANISE, "Hằng năm, Sở Y tế đánh giá kết quả thực hiện, báo cáo UBND tỉnh, đồng gửi Sở Nội vụ để tổng hợp.",
		"review (annual) + report>UBND tỉnh (none) + consolidate (none)"},
	{ORGANISE, "Các xã gửi danh sách hộ thiếu nước về Sở Y tế trước ngày 5/6/2026 để tổng hợp.",
		"report>Sở Y tế (by-date) + consolidate (by-date)"},
	{ORGANISE, "Các xã báo cáo UBND tỉnh, đồng gửi Sở Y tế để theo dõi và tổng hợp.",
		"report>UBND tỉnh (none) + consolidate (none)"},
	{ORGANISE, "Các xã lập danh sách hộ thiếu nước, gửi Sở Xây dựng tổng hợp.",
		"report>Sở Xây dựng (none) + consolidate (none)"},
	{ORGANISE, "Trường hợp có phát sinh, gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.",
		"report>Sở Nội vụ (event) + consolidate>UBND tỉnh (event)"},
	{ORGANISE, "Các đơn vị lập dự toán kinh phí, gửi Sở Tài chính trước ngày 20/7; Sở Tài chính tổng hợp, tham mưu UBND tỉnh bố trí kinh phí.",
		"fund>Sở Tài chính (by-date) + consolidate>UBND tỉnh (none) + fund (none)"},
	{ORGANISE, "Kinh phí được bố trí trong dự toán năm 2026. Phòng Kinh tế tham mưu bố trí kinh phí thực hiện.",
		"fund (none)"},
	{ORGANISE, "Văn phòng Sở công khai kết quả trên Trang thông tin điện tử của Sở vào tuần đầu hằng quý.",
		"publish>Trang thông tin điện tử của Sở (periodic)"},
	{ORGANISE, "Sở Nội vụ báo cáo kết quả theo yêu cầu của Bộ Nội vụ.", "report (event)"},
	{ORGANISE, "Nếu vướng mắc, các xã phản ánh về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh xem xét, quyết định.",
		"report>Sở Nội vụ (event) + consolidate>UBND tỉnh (event) + review (event)"},
	{ORGANISE, "Sở Y tế hướng dẫn, đôn đốc các đơn vị triển khai Kế hoạch này.", "monitor (none)"},
	/* one duty to monitor; what is made is no change; labels; who helps */
	{ORGANISE, "Sở Y tế theo dõi, đôn đốc, kiểm điểm tình hình thực hiện Kế hoạch.",
		"monitor (none)"},
	{ORGANISE, "Mặt trận tăng cường giám sát thực thi công vụ, góp phần thực hiện Chương trình.",
		""},
	{TASK, "Báo cáo UBND tỉnh trước ngày 5/5/2026 để trình HĐND tỉnh Nghị quyết điều chỉnh mức thu.",
		"report>UBND tỉnh (by-date)"},
	{TASK, "Khảo sát người dân mỗi năm một lần. Sản phẩm: Báo cáo kết quả khảo sát trước ngày 10/12/2026.",
		""},
	{TASK, "Xây dựng bộ chỉ số theo dõi; kiểm tra hằng năm.", ""},
	{TASK, "Gỡ điểm nghẽn, báo cáo Tổ công tác hằng quý (theo Thông báo 78/TB-UBND).",
		"report>Tổ công tác (periodic)"},
	/* the plan is carried out by all: to check that is a duty; who leads in general has none */
	{ORGANISE, "Ủy ban Kiểm tra Tỉnh ủy kiểm tra, giám sát việc thực hiện.", "monitor (none)"},
	{ORGANISE, "Thanh tra Sở giám sát quá trình triển khai thực hiện.", "monitor (none)"},
	{ORGANISE, "Sở Xây dựng kiểm tra, giám sát việc thi công.", ""},
	{ORGANISE, "Kế toán cân đối, bố trí kinh phí từ nguồn chi thường xuyên.", "fund (none)"},
	{ORGANISE, "Sở Tài chính bố trí kinh phí thực hiện từ ngân sách nhà nước hằng năm.",
		"fund (annual)"},
	/* who decides on a change, who leads beside a dash, what a review is of */
	{ORGANISE, "Nếu có vướng mắc, các xã phản ánh về Sở Y tế để tổng hợp, tham mưu UBND tỉnh xem xét, điều chỉnh Kế hoạch.",
		"report>Sở Y tế (event) + consolidate>UBND tỉnh (event) + adjust (event)"},
	{TASK, "Tổng hợp hồ sơ đề nghị công nhận theo Quyết định số 5/QĐ-TTg - Sở Y tế chủ trì.", ""},
	{TASK, "Văn phòng từ chối nhận hồ sơ gửi chậm, xem xét trách nhiệm người đứng đầu.", ""},
	{TASK, "Kiểm tra các hồ chứa; xong trước ngày 23/10/2025, báo cáo UBND tỉnh.",
		"report>UBND tỉnh (by-date)"},
	/* reports due on several days */
	{ORGANISE, "Tổ Văn phòng tổng hợp, báo cáo Sở Nội vụ: sơ kết học kỳ I trước ngày 15/01/2027, tổng kết năm học trước ngày 04/6/2027.",
		"consolidate>Sở Nội vụ (staged)"},
	{ORGANISE, "Các xã báo cáo kết quả 6 tháng trước ngày 10/6/2026, năm trước ngày 10/11/2026 về Sở Y tế.",
		"report>Sở Y tế (staged)"},
	/* several in one sentence */
	{ORGANISE, "Thường xuyên kiểm tra, đôn đốc và định kỳ báo cáo UBND tỉnh.",
		"monitor (continuous) + report>UBND tỉnh (none)"},
	{ORGANISE, "Văn phòng Sở tham mưu bố trí kinh phí thực hiện; đăng tải Kế hoạch trên Cổng thông tin điện tử.",
		"fund (none) + publish>Cổng thông tin điện tử (none)"},
};

/* Sentences of items under "Tổ chức thực hiện": only a duty, or work as well? */
static const struct {
	bool is_one;
	const char *text;
} ones[] = {
	{true, "Báo cáo gửi về Sở Nội vụ trước ngày 05/11/2025. Sau thời hạn trên, đơn vị nào "
	       "không gửi thì chịu trách nhiệm trước "
	       "Chủ tịch UBND tỉnh."},
	{true, "Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện này."},
	{true, "Sở Nội vụ là cơ quan đầu mối, theo dõi, đôn đốc, kiểm tra tình hình thực hiện Kế "
	       "hoạch này."},
	{true, "Sở Kế hoạch và Đầu tư: Cân đối, bố trí vốn để triển khai thực hiện các nhiệm vụ "
	       "trong Kế hoạch."},
	{true, "Các phòng có trách nhiệm triển khai thực hiện hoàn thành các nhiệm vụ được giao "
	       "theo Kế hoạch này; báo cáo, đánh giá "
	       "kết quả thực hiện gửi về Sở trước ngày 10/12 hằng năm để tổng hợp."},
	{true, "Báo cáo kết quả thực hiện về Sở Y tế trước ngày 20 hằng tháng."},
	{true, "Tổng hợp tình hình thiệt hại, báo cáo UBND tỉnh, Bộ Nông nghiệp và Môi trường."},
	{true, "Văn phòng Sở tham mưu bố trí kinh phí; đăng tải Kế hoạch trên Trang thông tin điện "
	       "tử của Sở."},
	{true, "Nếu có vướng mắc hoặc cần phải cập nhật, điều chỉnh nội dung, các đơn vị kịp thời "
	       "báo cáo UBND tỉnh để xem xét."},
	{true, "Trên cơ sở dự toán do các sở, ban, ngành lập có trách nhiệm tổng hợp trình cấp có "
	       "thẩm quyền."},
	{true, "Định kỳ 3 năm, 5 năm đánh giá hiệu quả hoạt động để điều chỉnh phù hợp với tình "
	       "hình."},
	{true, "Tổng kết vào quý IV năm 2025."},
	{true, "Sơ kết 6 tháng, tổng kết năm."},
	{true, "Giám sát việc thực hiện Đề án."},
	{true, "Nếu phát sinh vướng mắc, các đơn vị gửi ý kiến về Sở Y tế để được hướng dẫn."},
	{true, "Trường hợp cần bổ sung, gửi Sở Y tế tổng hợp."},
	{true, "Ủy ban Kiểm tra Tỉnh ủy kiểm tra, giám sát việc thực hiện."},
	{true, "Sở Y tế tham mưu bố trí kinh phí. Quá trình thực hiện nếu cần điều chỉnh nội dung, "
	       "các đơn vị đề xuất Giám đốc Sở xem xét, quyết định."},
	{false, "Sở Xây dựng kiểm tra, giám sát việc thi công."},
	{false, "Nếu cần điều chỉnh quy hoạch, Sở Xây dựng thẩm định hồ sơ."},
	{false, "Tổng kết mô hình nuôi tôm."},
	{false, "Các sở có trách nhiệm triển khai thực hiện có hiệu quả Kế hoạch này."},
	{false, "UBND các xã, phường xây dựng kế hoạch thực hiện; báo cáo kết quả về Sở Nội vụ "
		"trước ngày 01/12 hằng năm."},
	{false, "Rà soát các điểm trường có nguy cơ sạt lở; báo cáo UBND tỉnh trước ngày "
		"15/8/2025."},
	{false, "Tập trung giải phóng mặt bằng; hằng tuần báo cáo tiến độ về Sở Giao thông vận "
		"tải."},
	{false, "Thẩm định dự toán, tham mưu UBND huyện bố trí kinh phí thực hiện Kế hoạch."},
	{false, "Tổng hợp, tham mưu báo cáo kết quả thực hiện Kế hoạch."},
	{false, "Chuẩn bị báo cáo theo đề cương, gửi về Sở Nội vụ."},
	{false, "Tổ chức tập huấn cho cán bộ, công chức."},
	{false, "Phối hợp với Sở Giáo dục và Đào tạo kiểm tra điều kiện hoạt động của bể bơi."},
	{false, "Bố trí phương tiện phục vụ Đoàn kiểm tra."},
};

typedef struct {
	DdTestContext test;
	DdReading reading;
	DdDirectory *directory;
	DdTimeGrammar *times;
	DdDutyGrammar *duties;
	DdTask task;
} Fixture;

static void
set_up(Fixture *self, const char *text)
{
	g_autoptr(GError) error = NULL;
	DdLexicon *lexicon = dd_lexicon_new();
	*self = (Fixture){0};
	self->directory = dd_directory_new(lexicon, NULL, &error);
	g_assert_no_error(error);
	self->times = dd_time_grammar_new(lexicon);
	self->duties = dd_duty_grammar_new(lexicon);
	dd_test_context_init(&self->test, lexicon, DD_DAMAGE_NONE, text);
	DdContext *context = &self->test.context;
	context->directory = self->directory;
	context->times = self->times;
	context->local = dd_local_names_new();
	context->reading = &self->reading;
	context->duties = g_array_new(FALSE, FALSE, sizeof(DdDuty));
	context->tasks = g_array_new(FALSE, FALSE, sizeof(DdTask));
	g_array_append_val(context->tasks, self->task);
}

static void
tear_down(Fixture *self)
{
	DdContext *context = &self->test.context;
	g_array_unref(context->duties);
	g_array_unref(context->tasks);
	dd_local_names_free(context->local);
	dd_test_context_clear(&self->test);
	dd_duty_grammar_free(self->duties);
	dd_time_grammar_free(self->times);
	dd_directory_free(self->directory);
}

static char *
describe(const DdContext *context)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < context->duties->len; i++) {
		const DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		g_string_append_printf(out, "%s%s%s%s (%s)", i > 0 ? " + " : "",
			dd_duty_kind_to_string(duty->what), duty->to.n > 0 ? ">" : "",
			duty->to.n > 0 ? duty->to.items[0].value : "",
			dd_time_kind_to_string(duty->due.kind));
	}
	return g_string_free(out, FALSE);
}

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		Fixture fixture;
		set_up(&fixture, rows[i].text);
		DdContext *context = &fixture.test.context;
		DdPara para = {.end = (uint32_t)context->len,
			.section = (uint8_t)rows[i].section,
			.above = -1};
		para.task = rows[i].in_task ? 0 : -1;
		para.role = rows[i].in_task ? DD_ROLE_TASK : DD_ROLE_PROSE;
		g_array_append_val(context->paras, para);
		read_duties(fixture.duties, context);
		g_autofree char *found = describe(context);
		if (strcmp(found, rows[i].found) != 0)
			g_test_message("%s", rows[i].text);
		g_assert_cmpstr(found, ==, rows[i].found);
		tear_down(&fixture);
	}
}

static void
test_ones(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ones); i++) {
		Fixture fixture;
		set_up(&fixture, ones[i].text);
		DdContext *context = &fixture.test.context;
		dd_context_scan(context, 0, (uint32_t)context->len);
		bool is_one = dd_duty_is_one(fixture.duties, &context->scratch, 0, context->scratch.n);
		if (is_one != ones[i].is_one)
			g_test_message("%s", ones[i].text);
		g_assert_cmpint(is_one, ==, ones[i].is_one);
		tear_down(&fixture);
	}
}

/* Who has the duty: the sentence's subject, the heading above, or whom it was reported to */
static void
test_who(void)
{
	static const char text[] = "2. Sở Y tế\n- Theo dõi, đôn đốc việc thực hiện Kế hoạch; các "
				   "bệnh viện báo cáo về Sở Y tế để "
				   "tổng hợp, báo cáo UBND tỉnh.";
	Fixture fixture;
	set_up(&fixture, text);
	DdContext *context = &fixture.test.context;
	uint32_t cut = (uint32_t)(strchr(text, '\n') - text);
	DdPara heading = {.body = 3,
		.end = cut,
		.role = DD_ROLE_HEADING,
		.section = DD_SECTION_ORGANISE,
		.above = -1,
		.task = -1};
	DdPara item = {.start = cut + 1,
		.body = cut + 3,
		.end = (uint32_t)context->len,
		.section = DD_SECTION_ORGANISE,
		.task = -1};
	g_array_append_val(context->paras, heading);
	g_array_append_val(context->paras, item);
	read_duties(fixture.duties, context);
	g_assert_cmpuint(context->duties->len, ==, 3);
	const DdDuty *monitor = &g_array_index(context->duties, DdDuty, 0), *last = monitor + 2;
	g_assert_cmpuint(monitor->who.n, ==, 1);
	g_assert_cmpstr(monitor->who.items[0].value, ==, "Sở Y tế");
	g_assert_cmpint(last->what, ==, DD_DUTY_CONSOLIDATE);
	g_assert_cmpstr(last->who.items[0].value, ==, "Sở Y tế");
	g_assert_cmpstr(last->to.items[0].value, ==, "UBND tỉnh");
	tear_down(&fixture);
}

/* "(đăng tải …)" behind a recipient, on its line or on the next */
static void
test_note(void)
{
	static const char text[] = "- TT Tin học\n(đăng tải trên Trang TTĐT Sở);";
	Fixture fixture;
	set_up(&fixture, text);
	DdContext *context = &fixture.test.context;
	uint32_t cut = (uint32_t)(strchr(text, '\n') - text);
	context->lines = g_new0(DdLine, 2);
	context->n_lines = 2;
	context->lines[0] = (DdLine){.end = cut, .zone = LINE_ZONE};
	context->lines[1] = (DdLine){
		.start = cut + 1, .end = (uint32_t)context->len, .zone = LINE_ZONE};
	read_duties(fixture.duties, context);
	g_assert_cmpuint(context->duties->len, ==, 1);
	const DdDuty *duty = &g_array_index(context->duties, DdDuty, 0);
	g_assert_cmpint(duty->what, ==, DD_DUTY_PUBLISH);
	g_assert_cmpstr(duty->who.items[0].value, ==, "TT Tin học");
	g_assert_cmpstr(duty->to.items[0].value, ==, "Trang TTĐT Sở");
	tear_down(&fixture);
}

/* "Đăng Website trường" among the recipients */
static void
test_site(void)
{
	static const char text[] = "- Đăng tải trên Website trường;";
	Fixture fixture;
	set_up(&fixture, text);
	DdContext *context = &fixture.test.context;
	context->lines = g_new0(DdLine, 1);
	context->n_lines = 1;
	context->lines[0] = (DdLine){.end = (uint32_t)context->len, .zone = LINE_ZONE};
	read_duties(fixture.duties, context);
	g_assert_cmpuint(context->duties->len, ==, 1);
	const DdDuty *duty = &g_array_index(context->duties, DdDuty, 0);
	g_assert_cmpint(duty->what, ==, DD_DUTY_PUBLISH);
	g_assert_cmpuint(duty->who.n, ==, 0);
	g_assert_cmpstr(duty->to.items[0].value, ==, "Website trường");
	tear_down(&fixture);
}

/* A long hostile paragraph is read in time and gives a bounded number of duties */
static void
test_hostile(void)
{
	GString *text = g_string_new(NULL);
	for (unsigned i = 0; i < 20000; i++)
		g_string_append(text, "báo cáo, kiểm tra (qua nếu để ");
	Fixture fixture;
	set_up(&fixture, text->str);
	DdContext *context = &fixture.test.context;
	DdPara para = {
		.end = (uint32_t)context->len, .section = DD_SECTION_ORGANISE, .above = -1, .task = -1};
	g_array_append_val(context->paras, para);
	read_duties(fixture.duties, context);
	g_assert_cmpuint(context->duties->len, <, 20000);
	dd_context_scan(context, 0, (uint32_t)context->len);
	dd_duty_is_one(fixture.duties, &context->scratch, 0, context->scratch.n);
	tear_down(&fixture);
	g_string_free(text, TRUE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/duty/rows", test_rows);
	g_test_add_func("/duty/only-a-duty", test_ones);
	g_test_add_func("/duty/who", test_who);
	g_test_add_func("/duty/recipient-note", test_note);
	g_test_add_func("/duty/recipient-site", test_site);
	g_test_add_func("/duty/hostile", test_hostile);
	return g_test_run();
}
