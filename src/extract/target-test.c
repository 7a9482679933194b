/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target-test.c: figures that are to be reached, and the many numbers that are not */
#include <string.h>

#include "context-test-support.h"
#include "target.h"

/* What is found: op value unit, several apart by " + "; "" for none */
typedef struct {
	const char *text, *found;
} Row;

/* Texts of tasks */
static const Row task_rows[] = {
	{"Treo 200 băng rôn trên các trục đường chính.", "= 200 băng rôn"},
	{"Lập 12 điểm trực chốt; bố trí 05 bãi đỗ xe.", "= 12 điểm + = 5 bãi đỗ xe"},
	{"Huy động 50 thanh niên tình nguyện.", "= 50 thanh niên tình nguyện"},
	{"Lấy 120 mẫu đất; di chuyển 310 ngôi mộ; kiểm tra 45 cơ sở có nguy hiểm về cháy.",
		"= 120 mẫu đất + = 310 ngôi mộ"},
	{"Phát triển mới ít nhất 40 khách hàng.", ">= 40 khách hàng"},
	{"Tổ chức đấu giá 236 lô đất; nạo vét 120 km kênh mương.", "= 236 lô đất + = 120 km"},
	{"Hằng năm tổ chức ít nhất 02 diễn đàn kết nối doanh nghiệp.", ">= 2 diễn đàn"},
	{"Cưỡng chế nợ thuế đối với 31 doanh nghiệp; chuyển đổi vị trí công tác đối với 145 công "
	 "chức.",
		"= 31 doanh nghiệp + = 145 công chức"},
	{"Tập huấn nghiệp vụ văn thư cho 340 người.", "= 340 người"},
	{"Cử 02 đội khám lưu động hỗ trợ các xã.", "= 2 đội khám"},
	{"Bố trí 120 tỷ đồng từ nguồn tăng thu.", ""},
	{"Sơ tuyển sức khỏe cho 120 công dân.", "= 120 công dân"},
	{"Năm 2025 - 2030: 80% trường THPT được tổ chức dạy thí điểm; 50% trường THCS được tổ chức "
	 "dạy thí điểm.",
		"= 80 % + = 50 %"},
	{"Cắm biển cảnh báo tại 100% điểm nguy hiểm trước ngày 31 tháng 5 năm 2023.", "= 100 %"},
	{"Thẩm định thiết kế, rút ngắn 30% thời gian giải quyết", "= 30 %"},
	{"Mỗi năm mở ít nhất 02 lớp bồi dưỡng nhận thức về Đảng.", ">= 2 lớp"},
	{"Số hóa kết quả giải quyết thủ tục hành chính, đạt ít nhất 60% số hồ sơ lưu.", ">= 60 %"},
	{"Khảo sát hài lòng người bệnh nội trú lần 1, tối thiểu 300 phiếu", ">= 300 phiếu"},
	{"Đào tạo an toàn người bệnh cho 100% bác sĩ, điều dưỡng", "= 100 %"},
	{"Kiểm tra công vụ tại ít nhất 30% số cơ quan, đơn vị, địa phương", ">= 30 %"},
	{"phấn đấu tỷ lệ giải ngân đạt trên 95%", "> 95 %"},
	{"tập huấn tại 03 miền Bắc, Trung, Nam cho khoảng 900 công chức, viên chức.",
		"= 900 công chức, viên chức"},
	{"tổ chức diễn tập cấp xã ít nhất 30 xã", ">= 30 xã"},
	{"xây dựng ít nhất 01 sản phẩm du lịch đặc trưng", ">= 1 sản phẩm"},
	{"tổ chức học tập kinh nghiệm tại các tỉnh, mỗi năm 02 chuyến.", "= 2 chuyến"},
	{"phấn đấu 60% trẻ em biết bơi vào năm 2025.", ">= 60 %"},
	{"bàn giao 100% mặt bằng trước ngày 29/9/2023", "= 100 %"},
	{"Huy động tối thiểu 1.250 hộ tham gia.", ">= 1250 hộ"},
	{"Vốn cho vay không quá 600 tỷ đồng.", "<= 600 tỷ đồng"},
	{"Giảm 12,5% lượng nước thất thoát", "= 12.5 %"},
	{"Lắp đặt 05 trạm quan trắc độ mặn tự động", "= 5 trạm"},
	{"Khởi công 02 công trình, cứng hóa 15 km đường thôn", "= 2 công trình + = 15 km"},
	{"tổ chức diễn tập 01 cuộc trong quý I/2026.", "= 1 cuộc"},
	{"phấn đấu giảm tỷ lệ hộ nghèo dưới 2%", "< 2 %"},
	{"Mở 08 lớp xóa mù chữ cho 240 học viên, 02 câu lạc bộ.",
		"= 8 lớp + = 240 học viên + = 2 câu lạc bộ"},
	{"Bồi dưỡng nghiệp vụ cho 90 nhân viên thư viện", "= 90 nhân viên"},
	{"Trợ giúp pháp lý miễn phí cho 150 lượt người", "= 150 lượt người"},
	{"Tổ chức 02 hội chợ, kích hoạt 900 tài khoản", "= 2 hội chợ + = 900 tài khoản"},
	{"Hỗ trợ 60 triệu đồng mỗi nhà", ""},
	{"Số hóa 12.000 trang địa bạ", "= 12000 trang"},
	{"Tuyển dụng 30 giáo viên cho các điểm trường", "= 30 giáo viên"},
	{"Trang bị 25 điện thoại vệ tinh cho các xã", "= 25 điện thoại"},
	{"Số hóa 5.500 sổ hộ tịch của các xã cũ", "= 5500 sổ"},
	{"Nâng cấp đường truyền, thay thế 12 máy tính cũ", "= 12 máy tính"},
	{"Mua sắm 60 bộ bàn ghế, 05 tivi", "= 60 bộ + = 5 tivi"},
	{"Kiểm kê nguồn nước trên ít nhất 13 lưu vực sông", ">= 13 lưu vực sông"},
	{"phấn đấu kết nạp từ 20 đoàn viên trở lên", ">= 20 đoàn viên"},
	{"Lắp camera tại 15/15 nhà văn hóa thôn", "= 15 nhà văn hóa thôn"},
	{"hằng năm 02 hội thảo, 01 đoàn học tập", "= 2 hội thảo + = 1 đoàn"},
	{"có ít nhất 03 trường cao đẳng đạt chuẩn khu vực", ">= 3 trường cao đẳng"},
	/* days, papers, costs, and what they are about */
	{"Hưởng ứng Ngày Chuyển đổi số 10/10 trên toàn tỉnh", ""},
	{"Xây dựng 02 báo cáo, tổ chức rà soát 03 bước", ""},
	{"Triển khai gói tín dụng khoảng 120 tỷ đồng cho hộ vay", ""},
	{"Nộp hồ sơ trước ngày họp ít nhất 05 ngày", ""},
	{"Thống kê các hồ có dung tích từ 2 triệu mét khối trở lên", ""},
	/* which things are meant, and no aim */
	{"Rà soát các dự án giải ngân dưới 50% kế hoạch vốn năm 2023", ""},
	{"Cho phép kê đơn thuốc tối đa 60 ngày.", ""},
	{"Cập nhật vào phần mềm trong vòng 03 ngày làm việc kể từ ngày nhận bàn giao.", ""},
	{"Kiểm điểm trách nhiệm đối với các nhiệm vụ trễ hạn trên 60 ngày.", ""},
	{"Thống kê số hộ có thu nhập dưới 1,5 triệu đồng", ""},
	/* none */
	{"Rà soát quỹ đất 20% tại các dự án nhà ở thương mại", ""},
	{"Xây dựng 04 phóng sự, phát sóng từ tháng 5 đến tháng 8 năm 2023.", "= 4 phóng sự"},
	{"Thực hiện Nghị quyết số 52-NQ/TW ngày 27/9/2019 và Quyết định số 531/QĐ-TTg ngày "
	 "01/04/2021",
		""},
	{"Kiểm tra công trình có công suất từ 100 m3/ngày đêm", ""},
	{"Dạy bơi cho trẻ em từ 6 đến 15 tuổi tại 11 huyện miền núi", ""},
	{"theo khoản 1, 2.1, 4.1 Điều 20 Luật Lưu trữ", ""},
	{"giai đoạn 2021 - 2025, định hướng đến năm 2030", ""},
	{"phát triển hạ tầng, phủ sóng 4G, 5G phục vụ", ""},
	{"gửi trước ngày kiểm tra 03 ngày", ""},
	{"cử từ 05 đến 07 người tham gia Tổ công nghệ số", ""},
	{"phát thanh mỗi tuần 02 lần", ""},
	{"Sơ kết 01 năm thực hiện Quy chế phối hợp", ""},
	{"Xây dựng chi bộ 4 tốt, sinh hoạt định kỳ", ""},
	{"Trực ban 24/24 giờ trong mùa mưa bão, từ ngày 15/5 đến ngày 31/10/2025.", ""},
	{"Tổng đài 111 - vùng 2", ""},
	{"99999999999999999999% hộ dân", ""},
	{"%", ""},
};

/* Products of tasks */
static const Row product_rows[] = {
	{"02 quy trình điện tử được công bố", "= 2 quy trình"},
	{"Tài liệu và chứng nhận tập huấn cho 450 giáo viên", "= 450 giáo viên"},
	{"03 quyết định được ban hành", "= 3 quyết định"},
	{"12 xã có nhà văn hóa đạt chuẩn", "= 12 xã"},
	{"Tỷ lệ đạt từ 80% trở lên", ">= 80 %"},
	{"Ít nhất 500 giáo viên được cấp giấy chứng nhận", ">= 500 giáo viên"},
	{"100% học sinh tiểu học có học bạ số", "= 100 %"},
	{"Nợ xấu dưới 3%", "< 3 %"},
	{"24 chuyên mục", "= 24 chuyên mục"},
	{"05 lớp, khoảng 150 học viên", "= 5 lớp + = 150 học viên"},
	{"3.000 cây/năm", "= 3000 cây/năm"},
	{"02 - 03 dự án được khởi công", "= 2 dự án"},
	{"21/21 đơn vị dùng chữ ký số", "= 21 đơn vị"},
	{"01 báo cáo", ""},
	{"Biên bản nghiệm thu 18 điểm", ""},
	{"Quyết định số 12/QĐ-UBND được ban hành", ""},
	{"Báo cáo quý, 6 tháng, năm", ""},
	{"Hội nghị tổng kết năm 2025", ""},
};

/* Paragraphs of sections of aims */
static const Row aim_rows[] = {
	{"Giáo viên dạy giỏi cấp trường: 06 người.", "= 6 người"},
	{"Diện tích gieo trồng: 6.200 ha, trong đó lúa xuân 4.150 ha, năng suất 66 tạ/ha.",
		"= 6200 ha + = 4150 ha + = 66 tạ/ha"},
	{"Ít nhất 60% chợ hạng 1 dán mã truy xuất cho các quầy thịt, cá, rau quả.", ">= 60 %"},
	{"100% cán bộ ban quản lý chợ hạng 1 và hạng 2 được bồi dưỡng.", "= 100 %"},
	{"Giảm 15% số vụ vi phạm so với năm 2023.", "= 15 %"},
	{"Nâng điểm trung bình của các tiêu chí từ 2,75 lên 3,05.", "= 3.05 điểm"},
	{"Giảm thời gian chờ khám bệnh xuống dưới 2 giờ.", "<= 2 giờ"},
	{"Trực cấp cứu 24 giờ trong ngày.", ""},
	{"Trên 50% trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn.", "> 50 %"},
	{"99% trẻ từ 6 - 36 tháng tuổi được uống vitamin A.", "= 99 %"},
	{"100% trẻ trong bán kính 5 km có điểm tiêm.", "= 100 %"},
	{"Khởi công mới tối thiểu 1.200 căn nhà ở xã hội trong năm 2025.", ">= 1200 căn"},
	{"Tỷ lệ đường phố chính có cây xanh đạt từ 75% trở lên.", ">= 75 %"},
	{"Kéo giảm từ 5% đến 10% số vụ tai nạn giao thông so với năm 2021.", ">= 5 %"},
	{"Hằng năm, kết nạp từ 120 đảng viên trở lên, trong đó đảng viên là người dân tộc thiểu số "
	 "chiếm trên 65%.",
		">= 120 đảng viên + > 65 %"},
	{"Điểm trung bình chất lượng bệnh viện đạt từ 3,6 trở lên.", ">= 3.6 điểm"},
	{"Tỷ lệ hài lòng của người bệnh nội trú đạt 92%.", "= 92 %"},
	{"Thời gian chờ khám không quá 70 phút.", "<= 70 phút"},
	{"Phấn đấu Chỉ số CCHC năm 2025 của tỉnh tăng ít nhất 05 bậc so với năm 2024.", ">= 5 bậc"},
	{"100% thủ tục đủ điều kiện được cung cấp trực tuyến; tỷ lệ hồ sơ trực tuyến đạt từ 80% "
	 "trở lên.",
		"= 100 % + >= 80 %"},
	{"Mỗi xã, thị trấn có ít nhất 01 sản phẩm OCOP.", ">= 1 sản phẩm"},
	{"Đến cuối năm 2024, 50% người dân có danh tính số.", "= 50 %"},
	{"Có ít nhất 20 điểm du lịch nông thôn được công nhận.", ">= 20 điểm"},
	{"Đón 1,5 triệu lượt khách tham quan, tổng thu đạt khoảng 600 tỷ đồng.",
		"= 1.5 triệu lượt khách + = 600 tỷ đồng"},
	{"Giảm tỷ lệ trẻ em bị xâm hại xuống dưới 5% vào năm 2025.", "<= 5 %"},
	{"Phấn đấu giảm ít nhất 10% thiệt hại về người so với trung bình giai đoạn 2020 - 2024.",
		">= 10 %"},
	{"Tỷ lệ hộ nghèo còn dưới 2,5%.", "<= 2.5 %"},
	{"Tạo việc làm cho 15.000 lao động.", "= 15000 lao động"},
	{"Thành lập 03 hợp tác xã kiểu mới.", "= 3 hợp tác xã"},
	{"90 - 95% hộ dân dùng nước sạch.", "= 90 %"},
	{"02 xã đạt chuẩn nông thôn mới nâng cao.", "= 2 xã"},
	{"Thu ngân sách đạt 1.250 tỷ đồng.", "= 1250 tỷ đồng"},
	{"Mở tối thiểu 02 lớp/năm về chuyển đổi số cho cán bộ, công chức.", ">= 2 lớp/năm"},
	{"Giảm 10-15% số vụ tai nạn giao thông so với năm 2025.", "= 10 %"},
	{"Tốc độ tăng trưởng kinh tế (GRDP) tăng bình quân 8%/năm.", "= 8 %"},
	{"Tổng thu ngân sách nhà nước trên địa bàn đạt trên 1.200 tỷ đồng.", "> 1200 tỷ đồng"},
	{"Thu nhập bình quân đầu người đạt 75 triệu đồng/người/năm.", "= 75 triệu đồng/người/năm"},
	{"Phấn đấu chỉ số PCI xếp thứ 10/34 tỉnh, thành phố.", "= 10 hạng"},
	{"Chỉ số PAR INDEX thuộc nhóm 10 tỉnh, thành phố dẫn đầu cả nước.", "<= 10 hạng"},
	{"Xếp hạng chuyển đổi số thuộc top 15 cả nước.", "<= 15 hạng"},
	{"Giảm tỷ lệ hộ nghèo 0,5% trở lên.", ">= 0.5 %"},
	{"Đến năm 2030, có 05 xã đạt chuẩn nông thôn mới nâng cao, 02 xã kiểu mẫu.",
		"= 5 xã + = 2 xã"},
	{"Có 20 sản phẩm OCOP đạt 3 sao trở lên, trong đó 02 sản phẩm 5 sao.",
		"= 20 sản phẩm + = 2 sản phẩm"},
	{"Kết nạp 15 đảng viên mới trở lên.", ">= 15 đảng viên"},
	{"Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn 18‰.", "<= 18 ‰"},
	{"Nâng tỷ lệ hộ dân sử dụng nước sạch từ 70% lên 85%.", "= 85 %"},
	{"Giảm tỷ lệ hộ nghèo từ 5% xuống còn 3%.", "<= 3 %"},
	{"Tỷ lệ tảo hôn giảm từ 4,5% xuống còn dưới 1%.", "< 1 %"},
	{"Đến hết năm 2026, hoàn thành việc cấp đổi 1.500 giấy chứng nhận quyền sử dụng đất.",
		"= 1500 giấy chứng nhận"},
	{"Bê tông hóa 12,5 km đường giao thông nông thôn; lắp đặt 300 bóng đèn.",
		"= 12.5 km + = 300 bóng đèn"},
	{"Vận động xây mới, sửa chữa 15 nhà Đại đoàn kết cho hộ nghèo.", "= 15 nhà"},
	{"Xây dựng mới 35 địa bàn cấp xã không ma túy.", "= 35 địa bàn"},
	{"Năng suất lúa bình quân 62 tạ/ha.", "= 62 tạ/ha"},
	{"Mật độ đường giao thông đạt 1,2 km/km2.", "= 1.2 km/km2"},
	{"Diện tích nhà ở bình quân đạt 30 m2 sàn/người.", "= 30 m2"},
	{"Giao 18 công dân nhập ngũ, trong đó có ít nhất 03 đảng viên.",
		"= 18 công dân + >= 3 đảng viên"},
	{"Thành lập mới 120 doanh nghiệp, 10 hợp tác xã.", "= 120 doanh nghiệp + = 10 hợp tác xã"},
	{"Tỷ lệ hồ sơ trực tuyến toàn trình đạt >= 80%.", ">= 80 %"},
	{"Có 03 giáo viên dạy giỏi cấp tỉnh, 08 giáo viên dạy giỏi cấp cơ sở.",
		"= 3 giáo viên + = 8 giáo viên"},
	{"Đến năm 2026: 70% trường học, 80% trạm y tế có mạng; đến năm 2030 đạt 100%.",
		"= 70 % + = 80 % + = 100 %"},
	{"Ít nhất 01 lần/quý tổ chức đối thoại với người dân.", ">= 1 lần/quý"},
	{"Đánh giá việc thu, chi tài chính công đoàn năm 2023 và 4 tháng đầu năm 2024.", ""},
	{"Triển khai tại 03 xã, phường; thời gian 02 năm.", ""},
	{"Đạt chuẩn quốc gia mức độ 2.", ""},
	/* none, or without a figure */
	{"Thực hiện Đề án 06 gắn với Nghị quyết số 76/NQ-CP ngày 15/7/2021.", ""},
	{"Tiến hành rà soát hàng năm và định kỳ 3 năm, 5 năm tổ chức sơ kết.", ""},
	{"Cải thiện thứ hạng Chỉ số CCHC giai đoạn 2021 - 2025.", ""},
	{"Quán triệt Nghị quyết Hội nghị Trung ương 6 khóa XI.", ""},
	{"Nâng cao nhận thức của cán bộ, công chức.", ""},
	{"Hoàn thành sắp xếp tổ chức bộ máy theo đúng tiến độ.", "state"},
	{"Đến năm 2021: Cơ bản hoàn thành việc sắp xếp các xã chưa đạt 50% tiêu chuẩn.", "state"},
	{"Đến hết năm 2026 hoàn thành việc số hóa hồ sơ.", "state"},
	{"Phấn đấu cuối năm 2027 phường được công nhận đạt chuẩn đô thị văn minh.", "state"},
	{"Đến 30/9, 9/9 xã có tổ hòa giải.", "= 9 xã"},
};

typedef struct {
	DdTestContext test;
	DdReading reading;
	DdTimeGrammar *times;
	DdTargetGrammar *targets;
} Fixture;

static void
set_up(Fixture *self, const char *text)
{
	DdLexicon *lexicon = dd_lexicon_new();
	*self = (Fixture){0};
	self->times = dd_time_grammar_new(lexicon);
	self->targets = dd_target_grammar_new(lexicon);
	dd_test_context_init(&self->test, lexicon, DD_DAMAGE_NONE, text);
	self->test.context.times = self->times;
	self->reading.document.year = 2023;
	self->test.context.reading = &self->reading;
	self->test.context.targets = g_array_new(FALSE, FALSE, sizeof(DdIndicator));
}

static void
tear_down(Fixture *self)
{
	g_array_unref(self->test.context.targets);
	dd_test_context_clear(&self->test);
	dd_target_grammar_free(self->targets);
	dd_time_grammar_free(self->times);
}

static char *
describe(const DdIndicator *items, size_t n)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < n; i++) {
		g_string_append(out, i > 0 ? " + " : "");
		if (items[i].has_value)
			g_string_append_printf(
				out, "%s %.15g %s", items[i].op, items[i].value, items[i].unit);
		else
			g_string_append(out, "state");
	}
	return g_string_free(out, FALSE);
}

static void
check_rows(const Row *rows, size_t n_rows, DdFigurePlace place)
{
	for (size_t i = 0; i < n_rows; i++) {
		Fixture fixture;
		DdIndicator *items = NULL;
		size_t n = 0;
		set_up(&fixture, rows[i].text);
		DdContext *context = &fixture.test.context;
		dd_context_scan(context, 0, (uint32_t)context->len);
		dd_indicator_read(fixture.targets, context, &context->scratch, 0,
			context->scratch.n, place, &items, &n);
		g_autofree char *found = describe(items, n);
		if (strcmp(found, rows[i].found) != 0)
			g_test_message("%s", rows[i].text);
		g_assert_cmpstr(found, ==, rows[i].found);
		tear_down(&fixture);
	}
}

static void
test_tasks(void)
{
	check_rows(task_rows, G_N_ELEMENTS(task_rows), DD_FIGURE_IN_WORK);
}

static void
test_products(void)
{
	check_rows(product_rows, G_N_ELEMENTS(product_rows), DD_FIGURE_IN_PRODUCT);
}

/* Puts the heading "II. MỤC TIÊU …" above @text, which stands behind it */
static void
read_aim(Fixture *fixture, const char *heading, const char *text)
{
	g_autofree char *both = g_strdup_printf("%s\n%s", heading, text);
	set_up(fixture, both);
	DdContext *context = &fixture->test.context;
	uint32_t cut = (uint32_t)strlen(heading);
	DdPara above = {
		.end = cut, .role = DD_ROLE_HEADING, .section = DD_SECTION_AIMS, .above = -1, .task = -1};
	DdPara para = {.start = cut + 1,
		.body = cut + 1,
		.end = (uint32_t)context->len,
		.section = DD_SECTION_AIMS,
		.task = -1};
	g_array_append_val(context->paras, above);
	g_array_append_val(context->paras, para);
	g_autoptr(DdTargetReader) reader = dd_target_reader_new(fixture->targets, context);
	for (guint i = 0; i < context->paras->len; i++)
		dd_target_reader_para(reader, i);
}

static void
test_aims(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(aim_rows); i++) {
		Fixture fixture;
		read_aim(&fixture, "MỤC TIÊU NĂM 2025", aim_rows[i].text);
		GArray *targets = fixture.test.context.targets;
		g_autofree char *found = describe(
			(const DdIndicator *)(const void *)targets->data, targets->len);
		if (strcmp(found, aim_rows[i].found) != 0)
			g_test_message("%s", aim_rows[i].text);
		g_assert_cmpstr(found, ==, aim_rows[i].found);
		tear_down(&fixture);
	}
}

/* What is counted, until when, and the text of each of two */
static void
test_fields(void)
{
	Fixture fixture;
	read_aim(&fixture, "MỤC TIÊU ĐẾN NĂM 2030",
		"Đón 1,5 triệu lượt khách tham quan, tổng thu đạt khoảng 600 tỷ đồng.");
	GArray *targets = fixture.test.context.targets;
	g_assert_cmpuint(targets->len, ==, 2);
	const DdIndicator *first = &g_array_index(targets, DdIndicator, 0), *second = first + 1;
	g_assert_cmpstr(first->text, ==, "Đón 1,5 triệu lượt khách tham quan");
	g_assert_cmpstr(second->text, ==, "tổng thu đạt khoảng 600 tỷ đồng");
	g_assert_cmpstr(first->by, ==, "2030");
	tear_down(&fixture);
	read_aim(&fixture, "MỤC TIÊU",
		"100% thôn, làng có tổ công nghệ số cộng đồng trước ngày 30/6/2026.");
	targets = fixture.test.context.targets;
	first = &g_array_index(targets, DdIndicator, 0);
	g_assert_cmpstr(first->of, ==, "thôn, làng có tổ công nghệ số cộng đồng");
	g_assert_cmpstr(first->by, ==, "2026-06-30");
	tear_down(&fixture);
}

/* What is counted stands behind the figure, or before it where what is behind tells when, where or why */
static void
test_counted(void)
{
	static const struct {
		const char *text, *of, *by;
	} cases[] = {
		{"Tỷ lệ giải quyết hồ sơ đúng hạn đạt từ 98% trở lên.",
			"Tỷ lệ giải quyết hồ sơ đúng hạn", "2025"},
		{"Từ 90% trở lên chi bộ hoàn thành tốt nhiệm vụ.", "chi bộ hoàn thành tốt nhiệm vụ",
			"2025"},
		{"100% (15/15) thôn có nhà văn hóa.", "thôn có nhà văn hóa", "2025"},
		{"Năng suất lao động tăng 8,5%/năm.", "Năng suất lao động", "2025"},
		{"Nâng tỷ lệ hộ dân dùng nước sạch từ 70% lên 85%.",
			"Nâng tỷ lệ hộ dân dùng nước sạch", "2025"},
		{"Tỷ lệ lao động qua đào tạo đạt 70%, trong đó có chứng chỉ đạt 35%.",
			"Tỷ lệ lao động qua đào tạo", "2025"},
		{"Trên 80% số trạm y tế và 100% trường học có nước sạch.", "số trạm y tế", "2025"},
		{"Phân bổ vốn đối ứng ngân sách huyện (tối thiểu 5%) đảm bảo theo quy định.",
			"Phân bổ vốn đối ứng ngân sách huyện", "2025"},
		{"Phấn đấu mỗi thôn có 01 mô hình “Dân vận khéo”.", "“Dân vận khéo”", "2025"},
		{"Bảo đảm ít nhất 40% xã không ma túy trong năm 2026, phấn đấu đến năm 2030 là "
		 "50%.",
			"xã không ma túy", "2026"},
		{"100% văn bản (trừ văn bản mật) được ký số.",
			"văn bản (trừ văn bản mật) được ký số", "2025"},
		{"100% sổ hộ tịch giai đoạn 1995 - 2015 được số hóa.",
			"sổ hộ tịch giai đoạn 1995 - 2015 được số hóa", "2025"},
		{"Đến năm 2026 có 02 xã đạt chuẩn và đến năm 2028 có 05 xã đạt chuẩn.", "đạt chuẩn",
			"2026"},
		{"Có 05 điểm du lịch đạt TCVN 13259:2020.", "du lịch đạt TCVN 13259:2020", "2025"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		Fixture fixture;
		read_aim(&fixture, "MỤC TIÊU NĂM 2025", cases[i].text);
		GArray *targets = fixture.test.context.targets;
		g_assert_cmpuint(targets->len, >=, 1);
		g_assert_cmpstr(g_array_index(targets, DdIndicator, 0).of, ==, cases[i].of);
		g_assert_cmpstr(g_array_index(targets, DdIndicator, 0).by, ==, cases[i].by);
		tear_down(&fixture);
	}
}

static void
test_is_one(void)
{
	static const struct {
		bool is_one;
		const char *text;
	} cases[] = {
		{true, "Phấn đấu đến hết năm 2025 có 97% số hộ nông thôn được dùng nước hợp vệ "
		       "sinh."},
		{true, "Về mục tiêu: phấn đấu giải ngân đạt trên 95% kế hoạch vốn."},
		{true, "Mục tiêu từ nay đến cuối năm: giải ngân đạt tối thiểu 80%, hết niên độ đạt "
		       "100%."},
		{true, "Chỉ tiêu đến năm 2027: 12 xã đạt chuẩn nông thôn mới."},
		{false, "Mục tiêu của Đề án là nâng cao đời sống cho 5.000 hộ dân."},
		{false, "Phấn đấu hoàn thành tốt nhiệm vụ."},
		{false, "Rà soát 100% cơ sở kinh doanh."},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		Fixture fixture;
		set_up(&fixture, cases[i].text);
		DdContext *context = &fixture.test.context;
		dd_context_scan(context, 0, (uint32_t)context->len);
		g_assert_cmpint(
			dd_target_is_one(fixture.targets, &context->scratch, 0, context->scratch.n),
			==, cases[i].is_one);
		tear_down(&fixture);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/target/tasks", test_tasks);
	g_test_add_func("/target/products", test_products);
	g_test_add_func("/target/aims", test_aims);
	g_test_add_func("/target/fields", test_fields);
	g_test_add_func("/target/counted", test_counted);
	g_test_add_func("/target/only-an-aim", test_is_one);
	return g_test_run();
}
