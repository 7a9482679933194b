/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline-test.c: lines joined into paragraphs, and the path that the document's own numbering gives each of them */
#include "outline.h"

#include <string.h>

#include "context-test-support.h"
#include "lines.h"
#include "maxima.h"

typedef struct {
	DdTestContext test;
	DdLabelGrammar *labels;
	DdOutlineGrammar *outline;
} Outline;

static void
outline_clear(Outline *self)
{
	dd_outline_grammar_free(self->outline);
	dd_label_grammar_free(self->labels);
	dd_test_context_clear(&self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outline, outline_clear)

static void
outline_read(Outline *self, DdDamage damage, const char *text)
{
	DdLexicon *lexicon = dd_lexicon_new();
	self->labels = dd_label_grammar_new(lexicon);
	self->outline = dd_outline_grammar_new(lexicon);
	dd_test_context_init(&self->test, lexicon, damage, text);
	dd_lines_read(&self->test.context);
	dd_outline_join(self->outline, self->labels, &self->test.context);
	dd_outline_number(self->outline, &self->test.context);
}

static const DdPara *
para_at(const Outline *self, guint i)
{
	return &g_array_index(self->test.context.paras, DdPara, i);
}

/* One line for each paragraph: "id|text" with white space folded; ">" before labelled fields */
static char *
show(Outline *self)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < self->test.context.paras->len; i++) {
		const DdPara *para = para_at(self, i);
		g_string_append_printf(out, "%s%s|%s\n", para->role == DD_ROLE_TASK_MORE ? ">" : "",
			para->id != NULL ? para->id : "",
			dd_context_fold(&self->test.context, para->body, para->end));
	}
	return g_string_free(out, FALSE);
}

static void
check(DdDamage damage, const char *text, const char *expected)
{
	g_auto(Outline) outline = {0};
	outline_read(&outline, damage, text);
	g_autofree char *shown = show(&outline);
	g_assert_cmpstr(shown, ==, expected);
}

static void
test_paths(void)
{
	check(DD_DAMAGE_NONE,
		"I. MỤC ĐÍCH\n"
		"1. Mục đích\n"
		"Nâng cao nhận thức.\n"
		"II. NHIỆM VỤ\n"
		"1. Về thể chế\n"
		"a) Rà soát văn bản.\n"
		"b) Sửa đổi quy chế.\n"
		"- Quy chế làm việc.\n"
		"- Quy chế chi tiêu.\n"
		"+ Phần thường xuyên.\n"
		"2. Về hạ tầng\n"
		"2.1. Nâng cấp mạng.\n"
		"2.1.1. Mạng nội bộ.\n"
		"2.2. Mua máy chủ.\n",
		"I|MỤC ĐÍCH\nI.1|Mục đích\n|Nâng cao nhận thức.\n"
		"II|NHIỆM VỤ\nII.1|Về thể chế\nII.1.a|Rà soát văn bản.\nII.1.b|Sửa đổi quy chế.\n"
		"II.1.b-1|Quy chế làm việc.\nII.1.b-2|Quy chế chi tiêu.\nII.1.b-2-1|Phần thường "
		"xuyên.\n"
		"II.2|Về hạ tầng\nII.2.1|Nâng cấp mạng.\nII.2.1.1|Mạng nội bộ.\nII.2.2|Mua máy "
		"chủ.\n");
}

static void
test_named_levels(void)
{
	check(DD_DAMAGE_NONE,
		"Phần thứ nhất: TÌNH HÌNH\nI. KẾT QUẢ\nPhần thứ hai: NHIỆM VỤ\nI. CHUNG\nA. MỘT\n",
		"Phần thứ nhất|TÌNH HÌNH\nPhần thứ nhất.I|KẾT QUẢ\nPhần thứ hai|NHIỆM VỤ\nPhần thứ "
		"hai.I|CHUNG\n"
		"Phần thứ hai.I.A|MỘT\n");
	check(DD_DAMAGE_NONE, "B. VIỆC\nQuý I\n1. Rà soát hồ sơ.\nQuý II\n1. Tổng kết.\n2. Báo cáo.\nC. HẾT\nQuý II\nlà hạn cuối.\n",
		"B|VIỆC\nB.Quý I|Quý I\nB.Quý I.1|Rà soát hồ sơ.\nB.Quý II|Quý II\nB.Quý II.1|Tổng "
		"kết.\nB.Quý II.2|Báo cáo.\nC|HẾT\n|Quý II là hạn cuối.\n");
	check(DD_DAMAGE_NONE, "1. Bàn giao\nBước 1: Thống kê\nBước 2: Chỉnh lý\n2. Lưu trữ\n",
		"1|Bàn giao\n1.Bước 1|Thống kê\n1.Bước 2|Chỉnh lý\n2|Lưu trữ\n");
	check(DD_DAMAGE_NONE, "Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Khoản một.\na) Điểm a.\nĐiều 2. Đối tượng\n",
		"Chương I|QUY ĐỊNH CHUNG\nChương I.Điều 1|Phạm vi\nChương I.Điều 1.1|Khoản "
		"một.\nChương I.Điều 1.1.a|Điểm a.\n"
		"Chương I.Điều 2|Đối tượng\n");
}

#define WIDE                                                                                                                    \
	"Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số cho cán " \
	"bộ,\n"

/* Lines that a page broke are one sentence again; what somebody ended on purpose stays apart */
static void
test_wrapped(void)
{
	check(DD_DAMAGE_NONE,
		"1. " WIDE "công chức, viên chức và người dân trên địa bàn toàn tỉnh theo kế hoạch "
		"đã được Ủy ban nhân\n"
		"dân tỉnh phê duyệt.\n"
		"2. " WIDE "người dân.\n",
		"1|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số "
		"cho cán bộ, công chức, viên "
		"chức và người dân trên địa bàn toàn tỉnh theo kế hoạch đã được Ủy ban nhân dân "
		"tỉnh phê duyệt.\n"
		"2|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số "
		"cho cán bộ, người dân.\n");
}

/* The second half of a name is no item of a list, and a page number is no part of a sentence */
static void
test_broken_names(void)
{
	check(DD_DAMAGE_NONE,
		"1. " WIDE "do các cơ quan của tỉnh tổ chức trong năm, giao cho Sở Lao động, "
		"Thương binh và Phòng Văn hóa\n"
		"- Xã hội thực hiện theo quy định.\n"
		"2. " WIDE "\n"
		"3\n"
		"\n"
		"công chức.\n",
		"1|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số "
		"cho cán bộ, do các cơ quan của "
		"tỉnh tổ chức trong năm, giao cho Sở Lao động, Thương binh và Phòng Văn hóa - Xã "
		"hội thực hiện theo quy định.\n"
		"2|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số "
		"cho cán bộ, công chức.\n");
}

/* Where a sentence cannot end, the line's end is the page's */
static void
test_broken_sentences(void)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{"1. Ông A, Phó Chủ tịch Liên đoàn Lao động tỉnh\n- Trưởng đoàn: phụ trách "
		 "chung.\n2. Bà B.\n",
			"1|Ông A, Phó Chủ tịch Liên đoàn Lao động tỉnh - Trưởng đoàn: phụ trách "
			"chung.\n2|Bà B.\n"},
		{"1. Quy định chi tiết\nkhoản 6\nĐiều 20, khoản 4 của Luật này và các quy định "
		 "khác.\n",
			"1|Quy định chi tiết khoản 6 Điều 20, khoản 4 của Luật này và các quy định "
			"khác.\n"},
		{"1. Gửi về UBND tỉnh (thông qua Sở\nY tế) để báo cáo Bộ Y tế trước ngày 10 tháng "
		 "6.\n2. Gửi A.\n",
			"1|Gửi về UBND tỉnh (thông qua Sở Y tế) để báo cáo Bộ Y tế trước ngày 10 "
			"tháng 6.\n2|Gửi A.\n"},
		{"1. Thanh tra việc công chứng. [Thanh tra Sở;\nP. BTTP phối hợp]\n2. Gửi A.\n",
			"1|Thanh tra việc công chứng. [Thanh tra Sở; P. BTTP phối hợp]\n2|Gửi "
			"A.\n"},
		{"1. Gửi Phòng Lao động -\nThương binh và Xã hội trước ngày 10 tháng 5 năm nay.\n",
			"1|Gửi Phòng Lao động - Thương binh và Xã hội trước ngày 10 tháng 5 năm "
			"nay.\n"},
		{"1. Nâng cấp mạng nội bộ của các cơ quan trong Quý\nIII/2024 và trong "
		 "năm\n2025.\n",
			"1|Nâng cấp mạng nội bộ của các cơ quan trong Quý III/2024 và trong năm "
			"2025.\n"},
		{"1. Hoàn thành trong tháng\n9\nnăm 2023, gửi các cơ quan có liên quan từ 05 "
		 "đến\n07\nbản.\n",
			"1|Hoàn thành trong tháng 9 năm 2023, gửi các cơ quan có liên quan từ 05 "
			"đến 07 bản.\n"},
		{"1. Chuyển đổi số\n1.1. Hạ tầng\n1.1.1. Rà soát, thay thế máy tính (thời gian: "
		 "năm 2024)\n2. Kinh tế\n",
			"1|Chuyển đổi số\n1.1|Hạ tầng\n1.1.1|Rà soát, thay thế máy tính (thời "
			"gian: năm 2024)\n2|Kinh tế\n"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		check(DD_DAMAGE_NONE, cases[i].text, cases[i].expected);
	check(DD_DAMAGE_NONE,
		"- " WIDE "công chức [Phòng A]\n\n- Tổng hợp, báo cáo kết quả với các cơ quan.\n",
		"-1|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi "
		"số cho cán bộ, công chức [Phòng A]\n"
		"-2|Tổng hợp, báo cáo kết quả với các cơ quan.\n");
	check(DD_DAMAGE_LIGHT,
		"- " WIDE "công chức [Phòng A]\n\n- ổng hợp, báo cáo kết quả với các cơ quan.\n",
		"-1|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi "
		"số cho cán bộ, công chức [Phòng A]\n"
		"-2|ổng hợp, báo cáo kết quả với các cơ quan.\n");
	check(DD_DAMAGE_HEAVY,
		"1. Don vi phoi hop: So Giao duc va\nDao tao, Tinh doan va cac co quan khac.\n",
		"1|Don vi phoi hop: So Giao duc va Dao tao, Tinh doan va cac co quan khac.\n");
}

/* Lines broken anywhere, as copied web pages have them */
#define COPIED                                                                                                            \
	"Căn cứ Luật Tổ chức\nchính quyền địa phương ngày 19 tháng 6 năm 2015 của Quốc\nhội;\n" \
	"Căn cứ Nghị quyết\nsố 5 của tỉnh\nvề chuyển đổi số trong các cơ quan, đơn vị giai "  \
	"đoạn\nmới;\n"

/* Copied web pages break lines anywhere: numbers leave their words, short lines go on */
static void
test_ragged(void)
{
	check(DD_DAMAGE_NONE,
		"Căn cứ Quyết định số\n112/QĐ-TTg ngày\n22/01/2021 của Thủ tướng về phát triển "
		"nghề công tác xã hội, giai đoạn mới;\n"
		"Theo đề nghị của\nSở Nội vụ tại Tờ trình ngày\n15 tháng 4.\n",
		"|Căn cứ Quyết định số 112/QĐ-TTg ngày 22/01/2021 của Thủ tướng về phát triển nghề "
		"công tác xã hội, giai đoạn mới;\n"
		"|Theo đề nghị của Sở Nội vụ tại Tờ trình ngày 15 tháng 4.\n");
	check(DD_DAMAGE_NONE,
		"Căn cứ Quyết định số\n112/QĐ-TTg ngày\n22/01/2021 của Thủ tướng về phát triển "
		"nghề công tác xã\nhội, giai đoạn mới;\n" COPIED "III. TỔ CHỨC\nTHỰC HIỆN\n"
		"1. Sở\nTài chính\nChủ trì, phối hợp với Sở\nTư pháp thẩm định.\n"
		"2. Văn phòng Sở\nTham mưu Giám đốc ban hành.\n"
		"3. Giao Sở\nCông Thương mở hội chợ.\n"
		"a) Tổ chức các hội nghị về Chương trình\nOCOP tại các huyện.\n"
		"4. Mục đích\nViệc làm này có ích.\n",
		"|Căn cứ Quyết định số 112/QĐ-TTg ngày 22/01/2021 của Thủ tướng về phát triển nghề "
		"công tác xã hội, giai đoạn mới;\n"
		"|Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 của Quốc "
		"hội;\n"
		"|Căn cứ Nghị quyết số 5 của tỉnh về chuyển đổi số trong các cơ quan, đơn vị giai "
		"đoạn mới;\n"
		"III|TỔ CHỨC THỰC HIỆN\nIII.1|Sở Tài chính\n"
		"|Chủ trì, phối hợp với Sở Tư pháp thẩm định.\n"
		"III.2|Văn phòng Sở\n|Tham mưu Giám đốc ban hành.\n"
		"III.3|Giao Sở Công Thương mở hội chợ.\n"
		"III.3.a|Tổ chức các hội nghị về Chương trình OCOP tại các huyện.\n"
		"III.4|Mục đích\n|Việc làm này có ích.\n");
	check(DD_DAMAGE_NONE, "1. " WIDE "theo các quy định của pháp luật, trước hết là tại khoản 5 và khoản\n6. Điều này giao Sở A.\n",
		"1|Tăng cường công tác tuyên truyền, phổ biến, giáo dục pháp luật về chuyển đổi số "
		"cho cán bộ, theo các quy định của "
		"pháp luật, trước hết là tại khoản 5 và khoản 6. Điều này giao Sở A.\n");
	check(DD_DAMAGE_NONE,
		"1. Lập quy hoạch năm 2021; kêu gọi đầu tư giai đoạn 2022\n- 2025.\n2. Rà soát.\n",
		"1|Lập quy hoạch năm 2021; kêu gọi đầu tư giai đoạn 2022 - 2025.\n2|Rà soát.\n");
	check(DD_DAMAGE_NONE, "Điều 1.\nBan hành kế hoạch.\nĐiều 2.\nGiao Sở A thực hiện.\n",
		"Điều 1|Ban hành kế hoạch.\nĐiều 2|Giao Sở A thực hiện.\n");
	check(DD_DAMAGE_NONE, "1/ Hạ tầng số\na. Mua máy chủ.\nb) Mua đường truyền.\n2) Kinh tế số\n- Mở lớp.\n3. Xã hội số\n",
		"1|Hạ tầng số\n1.a|Mua máy chủ.\n1.b|Mua đường truyền.\n2|Kinh tế số\n2-1|Mở "
		"lớp.\n3|Xã hội số\n");
	check(DD_DAMAGE_NONE, "I. CHUYỂN ĐỔI SỐ\n1. Hạ tầng số\nMua máy chủ cho các cơ quan, đơn vị.\n2/ Kinh tế số\n",
		"I|CHUYỂN ĐỔI SỐ\nI.1|Hạ tầng số\n|Mua máy chủ cho các cơ quan, đơn vị.\nI.2|Kinh "
		"tế số\n");
}

static void
test_labels(void)
{
	check(DD_DAMAGE_NONE,
		"1. Rà soát, nâng cấp mạng nội bộ\n"
		"- Đơn vị chủ trì: Phòng A\n"
		"- Thời gian thực hiện: Quý II\n"
		"Sản phẩm: Báo cáo\n"
		"2. Tập huấn\n",
		"1|Rà soát, nâng cấp mạng nội bộ\n>|Đơn vị chủ trì: Phòng A\n>|Thời gian thực "
		"hiện: Quý II\n>|Sản phẩm: Báo cáo\n"
		"2|Tập huấn\n");
}

static void
test_remarks(void)
{
	static const struct {
		const char *text;
		guint remarks;
		const char *detail;
	} cases[] = {
		{"1. Một.\n2. Hai.\n3. Ba.\n", 0, NULL},
		{"1. Một.\n3. Ba.\n", 1, "'3' follows '1'"},
		{"1. Một.\n2. Hai.\n2. Hai nữa.\n", 1, "'2' repeats '2'"},
		{"1. Một.\n2. Hai.\n2. Ba.\n4. Bốn.\n", 1, "'2' repeats '2'"}, /* the slip was the second 2 */
		{"I. MỘT\nNội dung.\nIII. BA\n", 1, "'III' follows 'I'"},
		{"a) Một.\nb) Hai.\nb) Ba.\n", 1, "'b' repeats 'b'"},
		{"a) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\ne) Sáu.\n", 0, NULL}, /* many lists go without đ */
		{"1. Một.\na) Một.\n2. Hai.\na) Một.\n", 0, NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(Outline) outline = {0};
		outline_read(&outline, DD_DAMAGE_NONE, cases[i].text);
		GArray *found = outline.test.context.anomalies;
		g_test_message("%s", cases[i].detail != NULL ? cases[i].detail : "none");
		g_assert_cmpuint(found->len, ==, cases[i].remarks);
		if (cases[i].remarks > 0) {
			g_assert_cmpstr(g_array_index(found, DdAnomaly, 0).kind, ==, "numbering");
			g_assert_cmpstr(g_array_index(found, DdAnomaly, 0).detail, ==, cases[i].detail);
		}
	}
}

/* Headings and closings of damaged text that lost a letter; in clean text another word is another word */
static void
test_near_words(void)
{
	static const struct {
		const char *text;
		DdDamage damage;
		DdSection section;
	} cases[] = {
		{"II. NHIỆM VỤ\n", DD_DAMAGE_LIGHT, DD_SECTION_TASKS},
		{"II. NIỆM VỤ TRỌNG TÂM THEO THÁNG\n", DD_DAMAGE_LIGHT, DD_SECTION_TASKS},
		{"II. NIỆM VỤ TRỌNG TÂM THEO THÁNG\n", DD_DAMAGE_NONE, DD_SECTION_NONE},
		{"III. NỘI UNG\n", DD_DAMAGE_LIGHT, DD_SECTION_TASKS},
		{"V. TỔ CHỨC HỰC H1ỆN\n", DD_DAMAGE_LIGHT, DD_SECTION_ORGANISE},
		{"2. Nhim vụ trong thời gian tới\n", DD_DAMAGE_LIGHT, DD_SECTION_TASKS},
		{"2. Nhà máy nước\n", DD_DAMAGE_LIGHT, DD_SECTION_NONE},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(Outline) outline = {0};
		outline_read(&outline, cases[i].damage, cases[i].text);
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(para_at(&outline, 0)->section, ==, cases[i].section);
	}
	g_auto(Outline) light = {0};
	outline_read(&light, DD_DAMAGE_LIGHT, "Trêu đây là Kế hoạch năm 2024.\n");
	dd_context_scan_para(&light.test.context, 0);
	g_assert_true(dd_outline_is_closing(light.outline, &light.test.context.scratch, 0));
	dd_context_scan_string(&light.test.context, "Trong huyện có hai xã.");
	g_assert_false(dd_outline_is_closing(light.outline, &light.test.context.scratch, 0));
}

/* Lettering that a scan lost takes the value that comes next */
static void
test_repair(void)
{
	check(DD_DAMAGE_HEAVY, "1. Noi dung\na) Mot.\n¢) Hai.\n&) Ba.\nd) Bon.\n2. Noi dung\n",
		"1|Noi dung\n1.a|Mot.\n1.b|Hai.\n1.c|Ba.\n1.d|Bon.\n2|Noi dung\n");
	check(DD_DAMAGE_HEAVY, "I. MUC DICH\nNang cao nhan thuc cua can bo.\nI1. NHIEM VU\nRa soat, bo sung quy che.\nIII. KINH PHI\n",
		"I|MUC DICH\n|Nang cao nhan thuc cua can bo.\nII|NHIEM VU\n|Ra soat, bo sung quy "
		"che.\nIII|KINH PHI\n");
	check(DD_DAMAGE_HEAVY,
		"1. MUC DICH, YEU CAU\n1. Muc dich\n2. Yeu cau\n11. NHIEM VU\n1. So Y te\n10. Tinh "
		"doan\n"
		"11. Ban Dan toc\nIl. KINH PHI\n1V. TO CHUC THUC HIEN\n",
		"I|MUC DICH, YEU CAU\nI.1|Muc dich\nI.2|Yeu cau\nII|NHIEM VU\nII.1|So Y "
		"te\nII.10|Tinh doan\n"
		"II.11|Ban Dan toc\nIII|KINH PHI\nIV|TO CHUC THUC HIEN\n");
	check(DD_DAMAGE_LIGHT, "1. Nội dung:\na) Một.\nb) Hai.\nc) Ba.\nđ) Bốn.\n- Gạch.\nđ) Năm.\n",
		"1|Nội dung:\n1.a|Một.\n1.b|Hai.\n1.c|Ba.\n1.d|Bốn.\n1.d-1|Gạch.\n1.đ|Năm.\n");
	check(DD_DAMAGE_LIGHT, "1. Nội dung:\na) Một.\n) Hai.\nC) Ba.\n. Nội dung.\nl1. Nội dung.\n",
		"1|Nội dung:\n1.a|Một.\n1.b|Hai.\n1.c|Ba.\n2|Nội dung.\n11|Nội dung.\n");
}

static void
test_sections(void)
{
	static const struct {
		const char *heading;
		DdSection section;
	} cases[] = {
		{"I. MỤC ĐÍCH, YÊU CẦU", DD_SECTION_AIMS},
		{"II. QUAN ĐIỂM, MỤC TIÊU", DD_SECTION_AIMS},
		{"II. NHIỆM VỤ, GIẢI PHÁP", DD_SECTION_TASKS},
		{"II. MỤC TIÊU, NHIỆM VỤ", DD_SECTION_TASKS},
		{"II. NỘI DUNG THỰC HIỆN", DD_SECTION_TASKS},
		{"III. KINH PHÍ THỰC HIỆN", DD_SECTION_FUNDS},
		{"IV. TỔ CHỨC THỰC HIỆN", DD_SECTION_ORGANISE},
		{"IV. PHÂN CÔNG NHIỆM VỤ", DD_SECTION_ORGANISE},
		{"V. CHẾ ĐỘ BÁO CÁO", DD_SECTION_REPORTS},
		{"III. THỜI GIAN, ĐỊA ĐIỂM", DD_SECTION_SCHEDULE},
		{"II- NỘI DUNG, MỐC THỜI GIAN THANH TRA", DD_SECTION_SCHEDULE},
		{"II. NỘI DUNG, NIÊN ĐỘ KIỂM TRA", DD_SECTION_SCHEDULE},
		{"I. ĐÁNH GIÁ TÌNH HÌNH", DD_SECTION_FACTS},
		{"I. GIỚI THIỆU NHÀ TRƯỜNG", DD_SECTION_FACTS},
		{"1. Thuận lợi", DD_SECTION_FACTS},
		{"2. Đổi mới tuyên truyền trong bối cảnh hội nhập", DD_SECTION_NONE},
		{"3. Tạo thuận lợi cho doanh nghiệp", DD_SECTION_NONE},
		{"I. MUC ĐÍCH", DD_SECTION_NONE}, /* two words in clean text must have their marks */
		{"TỔ CHỨC THỰC HIỆN", DD_SECTION_ORGANISE},
		{"1. Tổ chức thực hiện", DD_SECTION_ORGANISE},
		{"1. Rà soát, tổ chức thực hiện nhiệm vụ.", DD_SECTION_NONE},
		{"- Mục đích", DD_SECTION_NONE},
		{"- Mục đích:", DD_SECTION_AIMS},
		{"a) Yêu cầu", DD_SECTION_AIMS},
		{"- Yêu cầu các xã báo cáo:", DD_SECTION_NONE},
		{"2. Nội dung tuyên truyền", DD_SECTION_TOPICS},
		{"II. NỘI DUNG PHỐI HỢP", DD_SECTION_TOPICS},
		{"II. ĐỐI TƯỢNG, NỘI DUNG VÀ HÌNH THỨC TUYÊN TRUYỀN", DD_SECTION_TOPICS},
		{"III. NỘI DUNG TUYÊN TRUYỀN, NHIỆM VỤ TRỌNG TÂM", DD_SECTION_TASKS},
		{"3. Phương châm", DD_SECTION_AIMS},
		{"1. Yêu cầu Giám đốc các Sở: Y tế, Tài chính:", DD_SECTION_NONE},
		{"2. Yêu cầu các sở, ban, ngành:", DD_SECTION_NONE},
		{"2. Yêu cầu đối với các hoạt động", DD_SECTION_AIMS},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(Outline) outline = {0};
		outline_read(&outline, DD_DAMAGE_NONE, cases[i].heading);
		g_test_message("%s", cases[i].heading);
		g_assert_cmpint(para_at(&outline, 0)->section, ==, cases[i].section);
	}
}

/* What a section is about holds for all that stands under it, and not behind it */
static void
test_sections_hand_down(void)
{
	g_auto(Outline) outline = {0};
	outline_read(&outline,
		DD_DAMAGE_NONE, "I. MỤC TIÊU\n1. Đến năm 2025 đạt 80%.\n- Số xã.\nII. NHIỆM VỤ\n1. Rà soát quy chế.\n");
	static const DdSection expected[] = {DD_SECTION_AIMS, DD_SECTION_AIMS, DD_SECTION_AIMS,
		DD_SECTION_TASKS, DD_SECTION_TASKS};
	g_assert_cmpuint(outline.test.context.paras->len, ==, G_N_ELEMENTS(expected));
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
		g_assert_cmpint(para_at(&outline, i)->section, ==, expected[i]);
	g_assert_cmpint(para_at(&outline, 2)->above, ==, 1);
	g_assert_cmpint(para_at(&outline, 4)->above, ==, 3);
	g_assert_cmpuint(para_at(&outline, 0)->children, ==, 1);
}

typedef struct {
	const char *text;
	DdSection section; /* of the last paragraph */
} SectionRow;

static void
check_last_sections(const SectionRow *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_auto(Outline) outline = {0};
		outline_read(&outline, DD_DAMAGE_NONE, rows[i].text);
		g_test_message("%s", rows[i].text);
		g_assert_cmpint(para_at(&outline, outline.test.context.paras->len - 1)->section, ==,
			rows[i].section);
	}
}

/* A lettered heading that is nothing but a section's name: what stands under it is no work of its own */
static void
test_small_headings(void)
{
	static const SectionRow rows[] = {
		{"2. Nội dung\na) Yêu cầu\n- Bảo đảm an toàn.\n", DD_SECTION_AIMS},
		{"2. Nội dung\na) Nội dung tuyên truyền\n- Pháp luật về đất đai.\n", DD_SECTION_TOPICS},
		{"2. Nội dung\n- Khẩu hiệu tuyên truyền:\n+ Toàn dân đoàn kết.\n", DD_SECTION_TOPICS},
		{"2. Nội dung\na) Nội dung tuyên truyền về đất đai\n- Biên soạn tài liệu.\n",
			DD_SECTION_TASKS},
	};
	check_last_sections(rows, G_N_ELEMENTS(rows));
}

/* What a report is to be about is no work, nor is the outline of a report sent along; work asked for in a list is */
static void
test_reports(void)
{
	static const SectionRow rows[] = {
		{"1. Các xã báo cáo kết quả sắp xếp, trong đó làm rõ:\na) Tình hình ban hành văn "
		 "bản.\n",
			DD_SECTION_FACTS},
		{"1. Các xã báo cáo kết quả, trong đó làm rõ:\na) Tình hình.\n2. Các xã lập danh "
		 "sách.\n",
			DD_SECTION_NONE},
		{"Sở đề nghị các đơn vị báo cáo theo các nội dung sau:\n1. Công tác tuyên "
		 "truyền.\n",
			DD_SECTION_FACTS},
		{"Đề nghị các đơn vị báo cáo kết quả theo đề cương sau:\n1. Công tác tuyên "
		 "truyền.\n",
			DD_SECTION_FACTS},
		{"Báo cáo gồm các nội dung sau:\n- Kết quả đạt được.\n", DD_SECTION_FACTS},
		{"Để báo cáo Bộ, Sở đề nghị các xã thực hiện một số nội dung sau:\n1. Lập danh "
		 "sách.\n",
			DD_SECTION_NONE},
		{"Theo đề cương, đề nghị làm rõ:\n1. Lập danh sách.\n", DD_SECTION_NONE},
		{"ĐỀ CƯƠNG BÁO CÁO\nI. KẾT QUẢ\n1. Số văn bản.\nII. NHIỆM VỤ, GIẢI PHÁP\n1. Đối "
		 "với Chính phủ.\n",
			DD_SECTION_FACTS},
	};
	check_last_sections(rows, G_N_ELEMENTS(rows));
}

/* Paragraphs do not overlap, follow each other, and stay in their bounds; marks nested without end stay in the levels */
static void
check_order(const Outline *outline)
{
	uint32_t last = 0;
	for (guint i = 0; i < outline->test.context.paras->len; i++) {
		const DdPara *para = para_at(outline, i);
		g_assert_cmpuint(para->start, >=, last);
		g_assert_cmpuint(para->body, >=, para->start);
		g_assert_cmpuint(para->end, >=, para->body);
		g_assert_cmpuint(para->end, <=, outline->test.context.len);
		g_assert_cmpuint(para->depth, <=, DD_MAX_DEPTH);
		g_assert_cmpint(para->above, <, (int)i);
		last = para->end;
	}
}

static void
test_deep(void)
{
	static const char *const marks[] = {"Phần I\nX", "Chương I\nX", "Mục 1. X", "A. X", "I. X",
		"1. X", "1.1. X", "1.1.1. X", "1.1.1.1. X", "1.1.1.1.1. X", "a) X", "- X.", "+ X.",
		"• X."};
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < 50; i++)
		for (size_t j = 0; j < G_N_ELEMENTS(marks); j++)
			g_string_append_printf(
				text, "%s\n", marks[i % 2 == 0 ? j : G_N_ELEMENTS(marks) - 1 - j]);
	g_auto(Outline) outline = {0};
	outline_read(&outline, DD_DAMAGE_NONE, text->str);
	check_order(&outline);
	g_assert_cmpuint(outline.test.context.paras->len, >, 500);
	g_string_free(text, TRUE);
}

static void
test_many(void)
{
	static const char *const lines[] = {"1. Rà soát\n", "- Chủ trì: A\n", "và các đơn vị\n",
		"\n", "12\n", "a) b\n", "II. KINH PHÍ\n"};
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < 30000; i++)
		g_string_append(text, lines[i * i % 13 % G_N_ELEMENTS(lines)]);
	for (DdDamage damage = DD_DAMAGE_NONE; damage <= DD_DAMAGE_HEAVY; damage++) {
		g_auto(Outline) outline = {0};
		outline_read(&outline, damage, text->str);
		check_order(&outline);
	}
	g_string_free(text, TRUE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/outline/paths", test_paths);
	g_test_add_func("/outline/named-levels", test_named_levels);
	g_test_add_func("/outline/wrapped", test_wrapped);
	g_test_add_func("/outline/broken-names", test_broken_names);
	g_test_add_func("/outline/broken-sentences", test_broken_sentences);
	g_test_add_func("/outline/ragged", test_ragged);
	g_test_add_func("/outline/labels", test_labels);
	g_test_add_func("/outline/remarks", test_remarks);
	g_test_add_func("/outline/repair", test_repair);
	g_test_add_func("/outline/near-words", test_near_words);
	g_test_add_func("/outline/sections", test_sections);
	g_test_add_func("/outline/sections-hand-down", test_sections_hand_down);
	g_test_add_func("/outline/small-headings", test_small_headings);
	g_test_add_func("/outline/reports", test_reports);
	g_test_add_func("/outline/deep", test_deep);
	g_test_add_func("/outline/many", test_many);
	return g_test_run();
}
