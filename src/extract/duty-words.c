/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-words.c: the phrases that lay duties and those that only look so, and a paragraph told as events */
#include "duty-private.h"

#define LOOK_AHEAD 48u /* events of one clause that are looked at */

static const DdPhrase duty_cues[] = {
	/* nouns */
	{"hành chính - tổng hợp", DD_CUE_SKIP},
	{"hành chính tổng hợp", DD_CUE_SKIP},
	{"hành chính, tổng hợp", DD_CUE_SKIP},
	{"kế hoạch tổng hợp", DD_CUE_SKIP},
	{"kế hoạch - tổng hợp", DD_CUE_SKIP},
	{"kinh tế tổng hợp", DD_CUE_SKIP},
	{"kinh tế - tổng hợp", DD_CUE_SKIP},
	{"văn phòng - tổng hợp", DD_CUE_SKIP},
	{"phòng tổng hợp", DD_CUE_SKIP},
	{"nội chính - tổng hợp", DD_CUE_SKIP},
	{"tổ chức - tổng hợp", DD_CUE_SKIP},
	{"ban tổng hợp", DD_CUE_SKIP},
	{"thống kê tổng hợp", DD_CUE_SKIP},
	{"bảng tổng hợp", DD_CUE_SKIP},
	{"biểu tổng hợp", DD_CUE_SKIP},
	{"tổng hợp - hành chính", DD_CUE_SKIP},
	{"tổng hợp, hành chính", DD_CUE_SKIP},
	{"vụ tổng hợp", DD_CUE_SKIP},
	{"báo cáo tổng hợp", DD_CUE_PAPER},
	{"quy hoạch tổng hợp", DD_CUE_SKIP},
	{"giải pháp tổng hợp", DD_CUE_SKIP},
	{"huy động tổng hợp", DD_CUE_SKIP},
	{"sức mạnh tổng hợp", DD_CUE_SKIP},
	{"một cách tổng hợp", DD_CUE_SKIP},
	{"báo cáo kết quả như sau", DD_CUE_SKIP},
	{"báo cáo như sau", DD_CUE_SKIP},
	{"xin báo cáo", DD_CUE_SKIP},
	{"trân trọng báo cáo", DD_CUE_SKIP},
	{"chế độ báo cáo", DD_CUE_SKIP},
	{"chế độ thông tin báo cáo", DD_CUE_SKIP},
	{"chế độ thông tin, báo cáo", DD_CUE_SKIP},
	{"công tác báo cáo", DD_CUE_SKIP},
	{"thông tin báo cáo", DD_CUE_SKIP},
	{"hệ thống báo cáo", DD_CUE_SKIP},
	{"hệ thống thông tin báo cáo", DD_CUE_SKIP},
	{"báo cáo viên", DD_CUE_SKIP},
	{"đề cương báo cáo", DD_CUE_SKIP},
	{"mẫu báo cáo", DD_CUE_SKIP},
	{"biểu mẫu báo cáo", DD_CUE_SKIP},
	{"thời gian báo cáo", DD_CUE_SKIP},
	{"thời hạn báo cáo", DD_CUE_SKIP},
	{"kỳ báo cáo", DD_CUE_SKIP},
	{"nội dung báo cáo", DD_CUE_SKIP},
	{"theo báo cáo", DD_CUE_SKIP},
	{"vào báo cáo", DD_CUE_SKIP},
	{"tại báo cáo", DD_CUE_SKIP},
	{"là báo cáo", DD_CUE_SKIP},
	{"các báo cáo", DD_CUE_PAPER},
	{"việc báo cáo", DD_CUE_SKIP},
	{"báo cáo nghiên cứu", DD_CUE_SKIP},
	{"báo cáo kinh tế", DD_CUE_SKIP},
	{"báo cáo tài chính", DD_CUE_SKIP},
	{"báo cáo đánh giá tác động", DD_CUE_SKIP},
	{"báo cáo chuyên đề", DD_CUE_PAPER},
	{"báo cáo của", DD_CUE_SKIP},
	{"xây dựng báo cáo", DD_CUE_PAPER},
	{"chuẩn bị báo cáo", DD_CUE_PAPER},
	{"dự thảo báo cáo", DD_CUE_PAPER},
	{"lập báo cáo", DD_CUE_PAPER},
	{"hoàn thiện báo cáo", DD_CUE_PAPER},
	{"bằng báo cáo", DD_CUE_SKIP},
	{"bản báo cáo", DD_CUE_PAPER},
	{"một báo cáo", DD_CUE_PAPER},
	{"được báo cáo", DD_CUE_SKIP},
	{"số liệu báo cáo", DD_CUE_PAPER},
	{"văn bản báo cáo", DD_CUE_PAPER},
	{"báo cáo thẩm định", DD_CUE_SKIP},
	{"công tác theo dõi", DD_CUE_SKIP},
	{"hệ thống theo dõi", DD_CUE_SKIP},
	{"sổ theo dõi", DD_CUE_SKIP},
	{"chỉ số theo dõi", DD_CUE_SKIP},
	{"phần mềm theo dõi", DD_CUE_SKIP},
	{"đoàn kiểm tra", DD_CUE_SKIP},
	{"ủy ban kiểm tra", DD_CUE_SKIP},
	{"ban kiểm tra", DD_CUE_SKIP},
	{"đoàn giám sát", DD_CUE_SKIP},
	{"tổ kiểm tra", DD_CUE_SKIP},
	{"công tác kiểm tra", DD_CUE_SKIP},
	{"khả năng cân đối", DD_CUE_SKIP},
	{"đánh giá tác động", DD_CUE_SKIP},
	{"chịu sự", DD_CUE_NOUN},
	{"số", DD_CUE_NUMBERED},
	{"năm", DD_CUE_SPAN},
	{"tháng", DD_CUE_SPAN},
	{"tuần", DD_CUE_SPAN},
	{"nghị quyết về", DD_CUE_SKIP},
	{"đơn vị dự toán", DD_CUE_SKIP},
	{"quyết định số", DD_CUE_SKIP},
	/* report */
	{"báo cáo", DD_CUE_REPORT},
	{"gửi báo cáo", DD_CUE_REPORT},
	{"có báo cáo", DD_CUE_REPORT},
	{"b/c", DD_CUE_REPORT},
	{"báo cáo nhanh", DD_CUE_REPORT},
	{"công báo cáo", DD_CUE_REPORT}, /* "Trung tâm Khuyến công báo cáo" is no gazette */
	{"báo cáo ngay", DD_CUE_REPORT},
	{"báo cáo sơ kết", DD_CUE_REPORT},
	{"báo cáo tổng kết", DD_CUE_REPORT},
	{"báo cáo, đánh giá", DD_CUE_REPORT},
	{"báo cáo đánh giá", DD_CUE_REPORT},
	{"đánh giá, báo cáo", DD_CUE_REPORT},
	{"thông tin, báo cáo", DD_CUE_REPORT},
	{"phản ánh", DD_CUE_REPORT},
	{"phản ánh, báo cáo", DD_CUE_REPORT},
	{"báo cáo, phản ánh", DD_CUE_REPORT},
	{"báo cáo, kiểm điểm", DD_CUE_REPORT},
	{"sơ kết, báo cáo", DD_CUE_REPORT},
	{"thông tin về", DD_CUE_SKIP},
	{"thống kê, báo cáo", DD_CUE_REPORT},
	{"báo cáo, đề xuất", DD_CUE_REPORT},
	{"chế độ báo cáo về", DD_CUE_REPORT},
	{"thực hiện chế độ báo cáo", DD_CUE_REPORT},
	{"thực hiện báo cáo", DD_CUE_REPORT},
	{"thực hiện chế độ thông tin, báo cáo", DD_CUE_REPORT},
	{"nộp báo cáo", DD_CUE_REPORT},
	/* consolidate */
	{"tổng hợp", DD_CUE_CONSOLIDATE},
	{"tổng hợp chung", DD_CUE_CONSOLIDATE},
	{"tập hợp", DD_CUE_CONSOLIDATE},
	{"đầu mối tổng hợp", DD_CUE_CONSOLIDATE},
	/* monitor */
	{"theo dõi", DD_CUE_FOLLOW},
	{"đôn đốc", DD_CUE_FOLLOW},
	{"theo dõi đôn đốc", DD_CUE_FOLLOW},
	{"kiểm tra", DD_CUE_CHECK},
	{"giám sát", DD_CUE_CHECK},
	{"thanh tra", DD_CUE_CHECK},
	{"kiểm tra giám sát", DD_CUE_CHECK},
	{"kiểm soát", DD_CUE_CHECK},
	{"hướng dẫn", DD_CUE_GUIDE},
	{"nhắc nhở", DD_CUE_GUIDE},
	{"điều phối", DD_CUE_GUIDE},
	/* review */
	{"sơ kết", DD_CUE_REVIEW},
	{"tổng kết", DD_CUE_REVIEW},
	{"sơ, tổng kết", DD_CUE_REVIEW},
	{"sơ tổng kết", DD_CUE_REVIEW},
	{"sơ kết, đánh giá", DD_CUE_REVIEW},
	{"tổng kết, đánh giá", DD_CUE_REVIEW},
	{"đánh giá, tổng kết", DD_CUE_REVIEW},
	{"đánh giá, sơ kết", DD_CUE_REVIEW},
	{"kiểm điểm", DD_CUE_REVIEW},
	{"đánh giá", DD_CUE_ASSESS},
	{"rà soát", DD_CUE_ASSESS},
	{"rà soát, đánh giá", DD_CUE_ASSESS},
	{"xem xét", DD_CUE_CONSIDER},
	{"xem xét trách nhiệm", DD_CUE_SKIP},
	{"xem xét, xử lý trách nhiệm", DD_CUE_SKIP},
	{"xem xét, chỉ đạo", DD_CUE_CONSIDER},
	{"xem xét, giải quyết", DD_CUE_CONSIDER},
	{"quyết định", DD_CUE_DECIDE},
	{"phê duyệt", DD_CUE_DECIDE},
	{"ban hành", DD_CUE_DECIDE},
	{"thông qua", DD_CUE_VIA},
	{"cho ý kiến chỉ đạo", DD_CUE_CONSIDER},
	{"có ý kiến chỉ đạo", DD_CUE_CONSIDER},
	{"chỉ đạo giải quyết", DD_CUE_CONSIDER},
	{"chỉ đạo kịp thời", DD_CUE_CONSIDER},
	{"chỉ đạo, giải quyết", DD_CUE_CONSIDER},
	{"chỉ đạo xử lý", DD_CUE_CONSIDER},
	/* adjust */
	{"điều chỉnh", DD_CUE_ADJUST},
	{"điều chỉnh, bổ sung", DD_CUE_ADJUST},
	{"bổ sung, điều chỉnh", DD_CUE_ADJUST},
	{"cập nhật, điều chỉnh", DD_CUE_ADJUST},
	{"sửa đổi, bổ sung", DD_CUE_ADJUST},
	{"bổ sung, sửa đổi", DD_CUE_ADJUST},
	{"rà soát, điều chỉnh", DD_CUE_ADJUST},
	{"rà soát, bổ sung", DD_CUE_ADJUST},
	{"cập nhật, bổ sung", DD_CUE_ADJUST},
	{"điều chỉnh, sửa đổi", DD_CUE_ADJUST},
	{"rà soát, cập nhật", DD_CUE_ADJUST},
	/* fund */
	{"lập dự toán", DD_CUE_BUDGET},
	{"lập dự toán kinh phí", DD_CUE_BUDGET},
	{"xây dựng dự toán", DD_CUE_BUDGET},
	{"xây dựng dự toán kinh phí", DD_CUE_BUDGET},
	{"cân đối", DD_CUE_FUND},
	{"bố trí", DD_CUE_FUND},
	{"cân đối, bố trí", DD_CUE_FUND},
	{"phân bổ", DD_CUE_FUND},
	{"bố trí, cân đối", DD_CUE_FUND},
	{"cân đối bố trí", DD_CUE_FUND},
	{"ưu tiên bố trí", DD_CUE_FUND},
	{"bố trí đủ", DD_CUE_FUND},
	{"bố trí, phân bổ", DD_CUE_FUND},
	{"cấp phát", DD_CUE_FUND},
	{"bảo đảm", DD_CUE_SECURE},
	{"đảm bảo", DD_CUE_SECURE},
	{"cấp", DD_CUE_SECURE},
	{"bảo đảm đủ", DD_CUE_SECURE},
	{"đảm bảo đủ", DD_CUE_SECURE},
	{"bảo đảm nguồn", DD_CUE_SECURE},
	{"đảm bảo nguồn", DD_CUE_SECURE},
	{"đảm bảo các nguồn", DD_CUE_SECURE},
	{"bảo đảm các nguồn", DD_CUE_SECURE},
	{"kinh phí", DD_CUE_MONEY},
	{"vốn", DD_CUE_MONEY},
	{"nguồn vốn", DD_CUE_MONEY},
	{"nguồn lực", DD_CUE_MONEY},
	{"ngân sách", DD_CUE_MONEY},
	{"dự toán", DD_CUE_MONEY},
	{"nguồn kinh phí", DD_CUE_MONEY},
	{"các nguồn lực", DD_CUE_MONEY},
	{"nguồn ngân sách", DD_CUE_MONEY},
	{"nguồn tài chính", DD_CUE_MONEY},
	/* publish */
	{"đăng tải", DD_CUE_PUBLISH},
	{"đăng tin", DD_CUE_PUBLISH},
	{"đăng công báo", DD_CUE_PUBLISH},
	{"đưa tin", DD_CUE_DISCLOSE},
	{"công khai", DD_CUE_DISCLOSE},
	{"công bố", DD_CUE_DISCLOSE},
	{"công bố, công khai", DD_CUE_DISCLOSE},
	{"công khai, minh bạch", DD_CUE_DISCLOSE},
	{"niêm yết", DD_CUE_DISCLOSE},
	{"đăng", DD_CUE_DISCLOSE},
	{"niêm yết công khai", DD_CUE_DISCLOSE},
	{"đăng tải công khai", DD_CUE_PUBLISH},
	{"đăng tải, công khai", DD_CUE_PUBLISH},
	{"cổng thông tin", DD_CUE_SITE},
	{"trang thông tin", DD_CUE_SITE},
	{"website", DD_CUE_SITE},
	{"cổng ttđt", DD_CUE_SITE},
	{"trang ttđt", DD_CUE_SITE},
	{"trang web", DD_CUE_SITE},
	{"phương tiện thông tin", DD_CUE_SITE},
	{"cổng", DD_CUE_SITE},
	{"trang", DD_CUE_SITE},
	{"công báo", DD_CUE_SITE},
	{"báo điện tử", DD_CUE_SITE},
	/* directions */
	{"gửi", DD_CUE_SEND},
	{"đồng gửi", DD_CUE_ALSO},
	{"đồng thời gửi", DD_CUE_ALSO},
	{"đồng kính gửi", DD_CUE_ALSO},
	{"gửi về", DD_CUE_SEND_TO},
	{"gửi đến", DD_CUE_SEND_TO},
	{"gửi tới", DD_CUE_SEND_TO},
	{"gửi lên", DD_CUE_SEND_TO},
	{"về", DD_CUE_TOWARD},
	{"trình", DD_CUE_TO},
	{"cho", DD_CUE_TO},
	{"tới", DD_CUE_TO},
	{"lên", DD_CUE_TO},
	{"với", DD_CUE_TO},
	{"nộp về", DD_CUE_SEND_TO},
	{"qua", DD_CUE_VIA},
	{"thông qua đầu mối", DD_CUE_VIA},
	{"qua đầu mối", DD_CUE_VIA},
	{"tham mưu", DD_CUE_ADVISE},
	{"tham mưu cho", DD_CUE_ADVISE},
	{"tham mưu, giúp", DD_CUE_ADVISE},
	{"giúp", DD_CUE_ADVISE},
	{"tham mưu giúp", DD_CUE_ADVISE},
	{"tham mưu, đề xuất", DD_CUE_ADVISE},
	{"đề xuất", DD_CUE_ADVISE},
	{"tham mưu đề xuất", DD_CUE_ADVISE},
	{"tham mưu trình", DD_CUE_ADVISE},
	{"kiến nghị", DD_CUE_ADVISE},
	{"tham mưu, báo cáo", DD_CUE_REPORT},
	{"đề xuất với", DD_CUE_ADVISE},
	{"phối hợp với", DD_CUE_WITH},
	{"phối hợp cùng", DD_CUE_WITH},
	{"cùng với", DD_CUE_WITH},
	{"phối hợp", DD_CUE_WITH},
	{"của", DD_CUE_OF},
	{"thuộc", DD_CUE_OF},
	{"theo", DD_CUE_OF},
	{"tại", DD_CUE_OF},
	{"từ", DD_CUE_OF},
	{"giữa", DD_CUE_OF},
	{"để", DD_CUE_FOR},
	{"nhằm", DD_CUE_FOR},
	{"nếu", DD_CUE_IF},
	{"trường hợp", DD_CUE_IF},
	{"khi", DD_CUE_IF},
	{"trường hợp có", DD_CUE_IF},
	{"khi có", DD_CUE_IF},
	{"thì", DD_CUE_THEN},
	{"giao", DD_CUE_ASK},
	{"đề nghị", DD_CUE_ASK},
	{"yêu cầu", DD_CUE_ASK},
	{"phân công", DD_CUE_ASK},
	{"do", DD_CUE_ASK},
	{"có trách nhiệm", DD_CUE_LEAD_IN},
	{"chịu trách nhiệm", DD_CUE_LEAD_IN},
	{"trách nhiệm", DD_CUE_LEAD_IN},
	{"có nhiệm vụ", DD_CUE_LEAD_IN},
	{"thường xuyên", DD_CUE_PERIODIC},
	{"và", DD_CUE_LEAD_IN},
	{"đồng thời", DD_CUE_LEAD_IN},
	{"tổ chức", DD_CUE_LEAD_IN},
	{"tiến hành", DD_CUE_LEAD_IN},
	{"phải", DD_CUE_LEAD_IN},
	{"chủ động", DD_CUE_LEAD_IN},
	{"đầu mối", DD_CUE_LEAD_IN},
	{"làm đầu mối", DD_CUE_LEAD_IN},
	{"là cơ quan thường trực", DD_CUE_LEAD_IN},
	{"là đơn vị thường trực", DD_CUE_LEAD_IN},
	{"đơn vị thường trực", DD_CUE_LEAD_IN},
	{"cơ quan thường trực", DD_CUE_LEAD_IN},
	{"trực tiếp", DD_CUE_LEAD_IN},
	{"nghiêm túc", DD_CUE_LEAD_IN},
	{"khẩn trương", DD_CUE_LEAD_IN},
	{"tiếp tục", DD_CUE_LEAD_IN},
	{"tăng cường", DD_CUE_LEAD_IN},
	{"sẽ", DD_CUE_SHALL},
	{"chủ trì", DD_CUE_CHAIR},
	{"được giao chủ trì", DD_CUE_LEAD_IN},
	{"được", DD_CUE_LEAD_IN},
	{"ưu tiên", DD_CUE_LEAD_IN},
	{"kịp thời", DD_CUE_PROMPT},
	{"đột xuất", DD_CUE_PROMPT},
	{"ngay", DD_CUE_PROMPT},
	{"định kỳ", DD_CUE_PERIODIC},
	{"hằng năm", DD_CUE_PERIODIC},
	{"hàng năm", DD_CUE_PERIODIC},
	{"hằng quý", DD_CUE_PERIODIC},
	{"hàng quý", DD_CUE_PERIODIC},
	{"hằng tháng", DD_CUE_PERIODIC},
	{"hàng tháng", DD_CUE_PERIODIC},
	{"hằng ngày", DD_CUE_PERIODIC},
	{"hàng ngày", DD_CUE_PERIODIC},
	{"mỗi ngày", DD_CUE_PERIODIC},
	{"hằng tuần", DD_CUE_PERIODIC},
	{"hàng tuần", DD_CUE_PERIODIC},
	{"6 tháng", DD_CUE_PERIODIC},
	{"mỗi năm", DD_CUE_PERIODIC},
	{"mỗi quý", DD_CUE_PERIODIC},
	{"mỗi tháng", DD_CUE_PERIODIC},
	{"cuối năm", DD_CUE_PERIODIC},
	{"giữa kỳ", DD_CUE_PERIODIC},
	{"theo quy định", DD_CUE_BY_RULE},
	{"khi có yêu cầu", DD_CUE_BY_RULE},
	{"theo yêu cầu", DD_CUE_BY_RULE},
	{"khi được yêu cầu", DD_CUE_BY_RULE},
	{"kế hoạch", DD_CUE_PLAN},
	{"chỉ thị", DD_CUE_PLAN},
	{"thông báo này", DD_CUE_PLAN},
	{"nghị quyết", DD_CUE_PLAN},
	{"đề án", DD_CUE_PLAN},
	{"chương trình", DD_CUE_PLAN},
	{"chỉ thị này", DD_CUE_PLAN},
	{"quyết định này", DD_CUE_PLAN},
	{"công văn này", DD_CUE_PLAN},
	{"công điện này", DD_CUE_PLAN},
	{"văn bản này", DD_CUE_PLAN},
	{"hướng dẫn này", DD_CUE_PLAN},
	{"phương án này", DD_CUE_PLAN},
	{"các nhiệm vụ", DD_CUE_PLAN},
	{"nhiệm vụ được giao", DD_CUE_PLAN},
	{"kế hoạch này", DD_CUE_PLAN},
	{"các mục tiêu, nhiệm vụ", DD_CUE_PLAN},
	{"phong trào", DD_CUE_PLAN},
	{"đợt cao điểm", DD_CUE_PLAN},
	{"các nhiệm vụ, giải pháp", DD_CUE_PLAN},
	{"kế hoạch năm", DD_CUE_SKIP},
	{"kế hoạch hằng năm", DD_CUE_SKIP},
	{"kết quả", DD_CUE_RESULT},
	{"tình hình", DD_CUE_RESULT},
	{"tiến độ", DD_CUE_RESULT},
	{"số liệu", DD_CUE_RESULT},
	{"khó khăn", DD_CUE_RESULT},
	{"vướng mắc", DD_CUE_RESULT},
	{"trước ngày", DD_CUE_BEFORE},
	{"chậm nhất", DD_CUE_BEFORE},
	{"trước", DD_CUE_BEFORE},
	{"trong thời hạn", DD_CUE_BEFORE},
	{"trong vòng", DD_CUE_BEFORE},
	/* units by their first words */
	{"sở", DD_CUE_UNIT},
	{"ubnd", DD_CUE_UNIT},
	{"ủy ban", DD_CUE_UNIT},
	{"bộ", DD_CUE_UNIT},
	{"phòng", DD_CUE_UNIT},
	{"ban", DD_CUE_UNIT},
	{"thủ tướng", DD_CUE_UNIT},
	{"chủ tịch", DD_CUE_UNIT},
	{"giám đốc", DD_CUE_UNIT},
	{"bộ trưởng", DD_CUE_UNIT},
	{"văn phòng", DD_CUE_UNIT},
	{"cục", DD_CUE_UNIT},
	{"vụ", DD_CUE_UNIT},
	{"chính phủ", DD_CUE_UNIT},
	{"hđnd", DD_CUE_UNIT},
	{"hội đồng", DD_CUE_UNIT},
	{"lãnh đạo", DD_CUE_UNIT},
	{"trung tâm", DD_CUE_UNIT},
	{"huyện ủy", DD_CUE_UNIT},
	{"tỉnh ủy", DD_CUE_UNIT},
	{"thành ủy", DD_CUE_UNIT},
	{"đảng ủy", DD_CUE_UNIT},
	{"thường trực", DD_CUE_UNIT},
	{"cấp có thẩm quyền", DD_CUE_AUTHORITY},
	{"hiệu trưởng", DD_CUE_UNIT},
	{"cơ sở", DD_CUE_SKIP},
	{"tổng cục", DD_CUE_UNIT},
	{"chi cục", DD_CUE_UNIT},
	{"viện", DD_CUE_UNIT},
	{"quốc hội", DD_CUE_UNIT},
	{"công an", DD_CUE_UNIT},
	{"cơ quan có thẩm quyền", DD_CUE_AUTHORITY},
	{"cấp thẩm quyền", DD_CUE_AUTHORITY},
	{"tổ công tác", DD_CUE_AUTHORITY},
	{"ban chỉ đạo", DD_CUE_AUTHORITY},
	{"thanh tra sở", DD_CUE_UNIT},
	{"xây dựng", DD_CUE_WORK},
	{"soạn thảo", DD_CUE_WORK},
	{"tổ chức các", DD_CUE_WORK},
	{"tuyên truyền", DD_CUE_WORK},
	{"phổ biến", DD_CUE_WORK},
	{"thẩm định", DD_CUE_WORK},
	{"quản lý", DD_CUE_WORK},
	{"cử", DD_CUE_WORK},
	{"chuẩn bị", DD_CUE_WORK},
	{"lựa chọn", DD_CUE_WORK},
	{"đẩy mạnh", DD_CUE_WORK},
	{"nâng cao", DD_CUE_WORK},
	{"phát triển", DD_CUE_WORK},
	{"giải phóng", DD_CUE_WORK},
	{"kiểm đếm", DD_CUE_WORK},
	{"lập", DD_CUE_WORK},
	{"số hóa", DD_CUE_WORK},
	{"bàn giao", DD_CUE_WORK},
	{"đào tạo", DD_CUE_WORK},
	{"tập huấn", DD_CUE_WORK},
	{"bồi dưỡng", DD_CUE_WORK},
	{"lắp đặt", DD_CUE_WORK},
	{"thay thế", DD_CUE_WORK},
	{"nghiên cứu", DD_CUE_WORK},
	{"khảo sát", DD_CUE_WORK},
	{"xử lý", DD_CUE_WORK},
	{"cung cấp", DD_CUE_WORK},
	{"tiếp nhận", DD_CUE_WORK},
	{"vận động", DD_CUE_WORK},
	{"lồng ghép", DD_CUE_WORK},
	{"huy động", DD_CUE_WORK},
	{"thành lập", DD_CUE_WORK},
	{"kiện toàn", DD_CUE_WORK},
	{"hoàn thiện", DD_CUE_WORK},
	{"quán triệt", DD_CUE_WORK},
	{"đề ra", DD_CUE_SKIP},
	{"điều chuyển", DD_CUE_WORK},
	{"triển khai", DD_CUE_WORK},
	{"mở", DD_CUE_WORK},
	{"cụ thể hóa", DD_CUE_WORK},
	{"rà soát, đề xuất", DD_CUE_WORK},
	{"rà soát, lập", DD_CUE_WORK},
	{"rà soát, tham mưu", DD_CUE_WORK},
	{"tổ chức hội nghị", DD_CUE_WORK},
	{"tổ chức lớp", DD_CUE_WORK},
	{"ký kết", DD_CUE_WORK},
	{"có ý kiến", DD_CUE_WORK},
	{"cho ý kiến", DD_CUE_WORK},
	{"tham gia ý kiến", DD_CUE_WORK},
	{"góp ý", DD_CUE_WORK},
	{"giải quyết", DD_CUE_WORK},
	{"khắc phục", DD_CUE_WORK},
	{"tháo gỡ", DD_CUE_WORK},
	{"thu hồi", DD_CUE_WORK},
	{"thu thập", DD_CUE_WORK},
	{"cập nhật", DD_CUE_WORK},
	{"kết nối", DD_CUE_WORK},
	{"tích hợp", DD_CUE_WORK},
	{"vận hành", DD_CUE_WORK},
	{"đầu tư", DD_CUE_WORK},
	{"sửa chữa", DD_CUE_WORK},
	{"nâng cấp", DD_CUE_WORK},
	{"trang bị", DD_CUE_WORK},
	{"mua sắm", DD_CUE_WORK},
	{"tuyển dụng", DD_CUE_WORK},
	{"sắp xếp", DD_CUE_WORK},
	{"giám định", DD_CUE_WORK},
	{"xác minh", DD_CUE_WORK},
	{"tiêm chủng", DD_CUE_WORK},
	{"thực hiện thanh tra", DD_CUE_WORK},
	{"bổ sung nhiệm vụ", DD_CUE_WORK},
	{"chịu trách nhiệm trước", DD_CUE_GENERIC},
	{"sau thời hạn trên", DD_CUE_GENERIC},
	{"quá thời hạn trên", DD_CUE_GENERIC},
	{"triển khai thực hiện", DD_CUE_GENERIC},
	{"tổ chức thực hiện", DD_CUE_GENERIC},
	{"triển khai, thực hiện", DD_CUE_GENERIC},
	{"tổ chức triển khai", DD_CUE_GENERIC},
	{"tổ chức triển khai thực hiện", DD_CUE_GENERIC},
	{"thực hiện", DD_CUE_GENERIC},
	{"triển khai, tổ chức thực hiện", DD_CUE_GENERIC},
	{"tổ chức, triển khai", DD_CUE_GENERIC},
	{"triển khai kế hoạch", DD_CUE_GENERIC},
	{"triển khai các", DD_CUE_GENERIC},
	{"khẩn trương triển khai", DD_CUE_GENERIC},
	{"nghiêm túc triển khai", DD_CUE_GENERIC},
	{"chủ động triển khai", DD_CUE_GENERIC},
	{"khẩn trương triển khai thực hiện", DD_CUE_GENERIC},
	{"nghiêm túc triển khai thực hiện", DD_CUE_GENERIC},
	{"khẩn trương, nghiêm túc triển khai thực hiện", DD_CUE_GENERIC},
	{"chịu trách nhiệm triển khai", DD_CUE_GENERIC},
	{"là cơ quan", DD_CUE_GENERIC},
	{"chỉ đạo chung", DD_CUE_GENERIC},
	{"phụ trách chung", DD_CUE_GENERIC},
	{"lãnh đạo chung", DD_CUE_GENERIC},
	{"điều hành chung", DD_CUE_GENERIC},
	{"là đơn vị", DD_CUE_GENERIC},
	{"trong quá trình", DD_CUE_NOUN},
	{"quá trình", DD_CUE_NOUN},
	{"trong quá trình triển khai", DD_CUE_NOUN},
	{"việc", DD_CUE_NOUN},
	{"công tác", DD_CUE_NOUN},
	{"nội dung", DD_CUE_NOUN},
	{"hoạt động", DD_CUE_NOUN},
	{"trong công tác", DD_CUE_NOUN},
	{"sau khi nghe", DD_CUE_HEAR},
	{"nghe", DD_CUE_HEAR},
	{"đã", DD_CUE_NOUN},
	{"đã được", DD_CUE_DONE},
	{"chưa được", DD_CUE_DONE},
	{"mới được", DD_CUE_DONE},
	{"vừa được", DD_CUE_DONE},
	{"từng được", DD_CUE_DONE},
	{"trên cơ sở", DD_CUE_NOUN},
	{"trên cơ sở đề xuất", DD_CUE_NOUN},
	{"trên cơ sở đề nghị", DD_CUE_NOUN},
	{"theo đề xuất", DD_CUE_NOUN},
	{"căn cứ đề xuất", DD_CUE_NOUN},
	{"căn cứ kết quả", DD_CUE_NOUN},
	/* "phản ánh" of what is told about, not to whom */
	{"phản ánh những", DD_CUE_SKIP},
	{"phản ánh các", DD_CUE_SKIP},
	{"phản ánh hạn chế", DD_CUE_SKIP},
	{"phản ánh đúng", DD_CUE_SKIP},
	{"phản ánh trung thực", DD_CUE_SKIP},
	{"phản ánh đầy đủ", DD_CUE_SKIP},
	{"phản ánh khách quan", DD_CUE_SKIP},
	{"phản ánh của", DD_CUE_SKIP},
	{"phản ánh kiến nghị", DD_CUE_SKIP},
	{"phản ánh, kiến nghị", DD_CUE_SKIP},
	{"các phản ánh", DD_CUE_SKIP},
	{"phản ánh hành vi", DD_CUE_SKIP},
	{"tin phản ánh", DD_CUE_SKIP},
	{"tin, bài phản ánh", DD_CUE_SKIP},
	/* labelled fields */
	{"sản phẩm", DD_CUE_LABEL},
	{"kết quả đầu ra", DD_CUE_LABEL},
	{"thời gian thực hiện", DD_CUE_LABEL},
	{"thời hạn hoàn thành", DD_CUE_LABEL},
	{"đơn vị chủ trì", DD_CUE_LABEL},
	{"cơ quan chủ trì", DD_CUE_LABEL},
	{"đơn vị phối hợp", DD_CUE_LABEL},
	{"cơ quan phối hợp", DD_CUE_LABEL},
	{"chỉ đạo thực hiện", DD_CUE_LABEL},
	{"tiến độ thực hiện", DD_CUE_LABEL},
	{"sản phẩm dự kiến", DD_CUE_LABEL},
	{"kết quả dự kiến", DD_CUE_LABEL},
	{"phương pháp", DD_CUE_LABEL},
	{"đơn vị theo dõi", DD_CUE_LABEL},
	{"lãnh đạo phụ trách", DD_CUE_LABEL},
};

DdDutyGrammar *
dd_duty_grammar_new(DdLexicon *lexicon)
{
	DdDutyGrammar *self = g_new0(DdDutyGrammar, 1);
	G_STATIC_ASSERT(DD_CUE_LAST <= 64); /* DD_CUE_BIT */
	self->cues = dd_phrases_new(lexicon, duty_cues, G_N_ELEMENTS(duty_cues));
	DdPhrase verbs[G_N_ELEMENTS(duty_cues)];
	size_t n = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(duty_cues); i++)
		if (dd_cue_is_verb(duty_cues[i].value))
			verbs[n++] = duty_cues[i];
	self->verbs = dd_phrases_new(lexicon, verbs, n);
	return self;
}

void
dd_duty_grammar_free(DdDutyGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->cues);
	dd_phrases_free(self->verbs);
	g_free(self);
}

bool
dd_cue_is_verb(int cue)
{
	switch (cue) {
	case DD_CUE_REPORT:
	case DD_CUE_CONSOLIDATE:
	case DD_CUE_FOLLOW:
	case DD_CUE_CHECK:
	case DD_CUE_REVIEW:
	case DD_CUE_ASSESS:
	case DD_CUE_CONSIDER:
	case DD_CUE_ADJUST:
	case DD_CUE_FUND:
	case DD_CUE_BUDGET:
	case DD_CUE_SECURE:
	case DD_CUE_PUBLISH:
	case DD_CUE_DISCLOSE:
	case DD_CUE_SEND:
	case DD_CUE_SEND_TO:
		return true;
	default:
		return false;
	}
}

/* Returns: the event a sign makes, -1 none */
static int
sign_event(const DdTokens *tokens, size_t i, size_t to)
{
	switch (tokens->items[i].value) {
	case ',':
		return DD_EVENT_COMMA;
	case ';':
		return DD_EVENT_CLAUSE;
	case ':':
		return DD_EVENT_COLON;
	case '(':
		return DD_EVENT_OPEN;
	case ')':
	case ']':
		return DD_EVENT_CLOSE;
	case '[':
		return DD_EVENT_OWNER;
	case '.':
		/* a stop ends a sentence before a capital or at the end, not in "TP. Hồ Chí Minh" or "1.250" */
		if (i + 1 >= to || dd_token_is_sign(tokens, i + 1, '/'))
			return DD_EVENT_STOP;
		if (!(tokens->items[i + 1].flags & DD_TOKEN_SPACE) || !dd_token_is_cap(tokens, i + 1))
			return -1;
		return i > 0 && (tokens->items[i - 1].flags & DD_TOKEN_UPPER) &&
				       tokens->items[i - 1].len <= 3
			       ? -1
			       : DD_EVENT_STOP;
	default:
		return -1;
	}
}

static size_t
read_event(const DdDutyGrammar *self, DdContext *context, const DdTokens *tokens, size_t i,
	size_t to, DdDutyEvent *event)
{
	const DdToken *token = &tokens->items[i];
	size_t len = 0;
	int cue;
	*event = (DdDutyEvent){.at = (uint32_t)i, .len = 1};
	if (token->kind == DD_TOKEN_SIGN) {
		cue = sign_event(tokens, i, to);
		event->kind = cue < 0 ? DD_CUE_LAST : (uint8_t)cue;
		return cue < 0 ? 0 : 1;
	}
	cue = dd_phrases_match(self->cues, tokens, i, &len);
	/* a name may begin with what is a verb elsewhere ("Thanh tra Sở"); other cues begin none */
	bool may_be_name = token->kind == DD_TOKEN_WORD &&
			   (cue < 0 || cue == DD_CUE_SKIP || cue == DD_CUE_CHECK || cue == DD_CUE_UNIT ||
				   cue == DD_CUE_LABEL || cue == DD_CUE_AUTHORITY);
	/* the "UBND" of "78/TB-UBND" is nobody */
	bool in_number = i > 0 && !(token->flags & DD_TOKEN_SPACE) &&
			 (dd_token_is_sign(tokens, i - 1, '-') ||
				 dd_token_is_sign(tokens, i - 1, '/'));
	if (context != NULL && may_be_name && !in_number) {
		size_t n = dd_names_read(context->directory, context->local, tokens, i, to,
			context->arena, &event->names);
		if (n > 0 && n >= (cue >= 0 ? len : 0)) {
			event->kind = DD_EVENT_NAME;
			event->len = (uint32_t)n;
			return n;
		}
	}
	if (cue == DD_CUE_AUTHORITY && context != NULL && i + len <= to) {
		event->names.items = dd_arena_alloc(context->arena, sizeof(DdField));
		event->names.items[0] = dd_context_field(
			context, token->start, dd_token_end(tokens, i + len - 1), 80, "authority");
		event->names.n = 1;
		event->kind = DD_EVENT_NAME;
		event->len = (uint32_t)len;
		return len;
	}
	if (cue >= 0 && i + len <= to) {
		event->kind = (uint8_t)cue;
		event->len = (uint32_t)len;
		return len;
	}
	if (token->kind == DD_TOKEN_NUMBER) {
		event->kind = DD_EVENT_NUMBER;
		return 1;
	}
	return 0;
}

void
dd_duty_events(const DdDutyGrammar *self, DdContext *context, const DdTokens *tokens, size_t from,
	size_t to, GArray *events)
{
	g_array_set_size(events, (guint)(to - from) + 1); /* there are no more */
	DdDutyEvent *event = &g_array_index(events, DdDutyEvent, 0);
	for (size_t i = from; i < to;) {
		size_t n = read_event(self, context, tokens, i, to, event);
		if (n > 0 && !(event->kind == DD_CUE_UNIT && context != NULL))
			event++;
		i += n > 0 ? n : 1;
	}
	*event = (DdDutyEvent){.kind = DD_EVENT_END, .at = (uint32_t)to};
	g_array_set_size(events, (guint)(event - &g_array_index(events, DdDutyEvent, 0)) + 1);
}

bool
dd_duty_is_verb_place(const GArray *events, guint i, size_t from, unsigned unknown)
{
	const DdDutyEvent *here = &g_array_index(events, DdDutyEvent, i);
	if (here->at == from)
		return true;
	if (i == 0)
		return false;
	const DdDutyEvent *prev = here - 1;
	if (prev->at + prev->len + unknown < here->at)
		return false;
	switch (prev->kind) {
	case DD_CUE_NOUN:
	case DD_CUE_OF:
	case DD_CUE_DONE:
	case DD_CUE_SKIP:
	case DD_CUE_RESULT:
	case DD_CUE_PLAN:
	case DD_CUE_MONEY:
	case DD_EVENT_OPEN:
		return false;
	default:
		return true;
	}
}

unsigned
dd_duty_chain(const GArray *events, guint i, guint *last_out, unsigned *follow_out)
{
	unsigned n = 0;
	*follow_out = 0;
	*last_out = i;
	for (guint k = i; k < events->len && k < i + LOOK_AHEAD; k++) {
		const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, k);
		if (k > i && e->at != e[-1].at + e[-1].len)
			break;
		bool verb = e->kind == DD_CUE_FOLLOW || e->kind == DD_CUE_CHECK ||
			    (n > 0 && e->kind == DD_CUE_ASSESS);
		if (verb) {
			n++;
			*follow_out += e->kind == DD_CUE_FOLLOW;
			*last_out = k;
		} else if (e->kind != DD_EVENT_COMMA && e->kind != DD_CUE_LEAD_IN &&
			   e->kind != DD_CUE_GUIDE) {
			break;
		}
	}
	return n;
}

bool
dd_duty_is_lead_in(const GArray *events, guint i)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	return i > 1 && e[-1].kind == DD_EVENT_COMMA && e[-2].kind == DD_CUE_LEAD_IN &&
	       e[-2].at + e[-2].len == e[-1].at;
}

bool
dd_duty_ahead(const GArray *events, guint i, int kind)
{
	for (guint k = i + 1; k < events->len && k < i + LOOK_AHEAD; k++) {
		const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, k);
		if (e->kind == kind)
			return true;
		if (e->kind == DD_EVENT_CLAUSE || e->kind == DD_EVENT_STOP)
			return false;
	}
	return false;
}

bool
dd_duty_ends_carrying_out(const GArray *events, guint i)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i), *noun = e + 1, *done = noun + 1;
	if (noun->kind != DD_CUE_NOUN || noun->at != e->at + e->len ||
		done->kind != DD_CUE_GENERIC || done->at != noun->at + noun->len)
		return false;
	int end = done[1].kind;
	return done[1].at == done->at + done->len &&
	       (end == DD_EVENT_CLAUSE || end == DD_EVENT_STOP || end == DD_EVENT_END);
}
