/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-test.c: what numbers or bullets a paragraph, and what only looks like it */
#include "mark.h"

#include <string.h>

#include "context-test-support.h"

typedef struct {
	const char *text;
	DdMark kind; /* DD_MARK_NONE: no mark */
	const char *label;
	uint32_t value;
	uint8_t style;
	const char *body;
} Case;

static const Case clean[] = {
	{"I. MỤC ĐÍCH", DD_MARK_ROMAN, "I", 1, '.', "MỤC ĐÍCH"},
	{"XIV. KINH PHÍ", DD_MARK_ROMAN, "XIV", 14, '.', "KINH PHÍ"},
	{"II/ Nhiệm vụ", DD_MARK_ROMAN, "II", 2, '/', "Nhiệm vụ"},
	{"III - NỘI DUNG", DD_MARK_ROMAN, "III", 3, '-', "NỘI DUNG"},
	{"IV: Giải pháp", DD_MARK_ROMAN, "IV", 4, ':', "Giải pháp"},
	{"IIII. Sai", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"VX. Sai", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"I-A khu vực", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"1. Rà soát", DD_MARK_NUMBER, "1", 1, '.', "Rà soát"},
	{"1.Rà soát", DD_MARK_NUMBER, "1", 1, '.', "Rà soát"},
	{"12) Rà soát", DD_MARK_NUMBER, "12", 12, ')', "Rà soát"},
	{"1/ Rà soát", DD_MARK_NUMBER, "1", 1, '/', "Rà soát"},
	{"2.3. Rà soát", DD_MARK_NUMBER, "2.3", 3, '.', "Rà soát"},
	{"2.3 Rà soát", DD_MARK_NUMBER, "2.3", 3, 0, "Rà soát"},
	{"2.3.4. Rà soát", DD_MARK_NUMBER, "2.3.4", 4, '.', "Rà soát"},
	{"2.3: Rà soát", DD_MARK_NUMBER, "2.3", 3, ':', "Rà soát"},
	{"3 tháng đầu năm", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"2025. Sau đó", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"250. Rà soát", DD_MARK_NUMBER, "250", 250, '.', "Rà soát"},
	{"350.000 hộ dân", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"1000. Quá lớn", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"12/2024 hoàn thành", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"112/QĐ-TTg ngày 22/01/2021", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"27/2022/NĐ-CP của Chính phủ", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"1/Rà soát", DD_MARK_NUMBER, "1", 1, '/', "Rà soát"},
	{"15/8/2024", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"99999999999999999999. Sai", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"a) Rà soát", DD_MARK_LETTER, "a", 1, ')', "Rà soát"},
	{"đ) Rà soát", DD_MARK_LETTER, "đ", 5, ')', "Rà soát"},
	{"e. Rà soát", DD_MARK_LETTER, "e", 6, '.', "Rà soát"},
	{"y) Rà soát", DD_MARK_LETTER, "y", 23, ')', "Rà soát"},
	{"a)Rà soát", DD_MARK_LETTER, "a", 1, ')', "Rà soát"},
	{"a.b", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"an toàn", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"A. MỤC TIÊU", DD_MARK_LETTER_UPPER, "A", 1, '.', "MỤC TIÊU"},
	{"C. NHIỆM VỤ", DD_MARK_LETTER_UPPER, "C", 3, '.', "NHIỆM VỤ"},
	{"Đ. Nguyễn", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"TP.Hồ Chí Minh", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"- Đơn vị chủ trì", DD_MARK_DASH, NULL, 0, 0, "Đơn vị chủ trì"},
	{"-Đơn vị chủ trì", DD_MARK_DASH, NULL, 0, 0, "Đơn vị chủ trì"},
	{"– Các sở", DD_MARK_DASH, NULL, 0, 0, "Các sở"},
	{"  — Các sở", DD_MARK_DASH, NULL, 0, 0, "Các sở"},
	{"- 5 % số xã", DD_MARK_DASH, NULL, 0, 0, "5 % số xã"},
	{"+ Phòng A", DD_MARK_PLUS, NULL, 0, 0, "Phòng A"},
	{"• Phòng A", DD_MARK_DOT, NULL, 0, 0, "Phòng A"},
	{"* Phòng A", DD_MARK_DOT, NULL, 0, 0, "Phòng A"},
	{"\xEF\x82\xB7 Phòng A", DD_MARK_DOT, NULL, 0, 0, "Phòng A"},
	{"-----", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"-5 độ", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"-", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"-  ", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Điều 5. Phạm vi", DD_MARK_ARTICLE, "Điều 5", 5, '.', "Phạm vi"},
	{"Điều 5", DD_MARK_ARTICLE, "Điều 5", 5, 0, ""},
	{"Điều 5 Nghị định số 30/2020/NĐ-CP", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Chương II", DD_MARK_CHAPTER, "Chương II", 2, 0, ""},
	{"CHƯƠNG II TỔ CHỨC", DD_MARK_CHAPTER, "Chương II", 2, 0, "TỔ CHỨC"},
	{"Phần thứ nhất", DD_MARK_PART, "Phần thứ nhất", 1, 0, ""},
	{"Phần thứ hai: Nhiệm vụ", DD_MARK_PART, "Phần thứ hai", 2, ':', "Nhiệm vụ"},
	{"PHẦN III", DD_MARK_PART, "III", 3, 0, ""},
	{"Mục 1. Quy định", DD_MARK_SECTION, "Mục 1", 1, '.', "Quy định"},
	{"Mục 3 của Kế hoạch này", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Phần mềm dùng chung", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Mục tiêu", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"PHẦN THỨ HAI", DD_MARK_PART, "Phần thứ hai", 2, 0, ""},
	{"Bước 1: Thống kê", DD_MARK_STEP, "Bước 1", 1, ':', "Thống kê"},
	{"Bước 2 của quy trình", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Bước đầu", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Quý I", DD_MARK_STEP, "Quý I", 1, 0, "Quý I"},
	{"QUÝ IV NĂM 2026:", DD_MARK_STEP, "Quý IV", 4, ':', "QUÝ IV NĂM 2026:"},
	{"Tháng 3/2026", DD_MARK_STEP, "Tháng 3", 3, 0, "Tháng 3/2026"},
	{"Tháng 13", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Quý I kiểm tra", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"   ", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Căn cứ Luật", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"¢) Rà soát", DD_MARK_NONE, NULL, 0, 0, NULL},
};

/* Marks that a scan has broken: known to be there, the value comes from the sequence */
static const Case damaged[] = {
	{"¢) Ra soat", DD_MARK_LETTER, NULL, 0, ')', "Ra soat"},
	{"_ h) Ra soat", DD_MARK_LETTER, NULL, 0, ')', "Ra soat"},
	{"&) Ra soat", DD_MARK_LETTER, NULL, 0, ')', "Ra soat"},
	{"I1. KINH PHI", DD_MARK_ROMAN, NULL, 0, '.', "KINH PHI"},
	{"11 KINH PHI", DD_MARK_ROMAN, NULL, 0, '.', "KINH PHI"},
	{"l. KINH PHI", DD_MARK_LETTER, "l", 11, '.', "KINH PHI"},
	{"1. Ra soat", DD_MARK_NUMBER, "1", 1, '.', "Ra soat"},
	{"I. MUC DICH", DD_MARK_ROMAN, "I", 1, '.', "MUC DICH"},
	{"Ra soat)", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"2024 ra soat", DD_MARK_NONE, NULL, 0, 0, NULL},
};

/* Marks of a light scan: single digits and letters are mistaken or lost, the others mean what they say */
static const Case slightly[] = {
	{"1.l.1. Rà soát", DD_MARK_NUMBER, "1.1.1", 1, '.', "Rà soát"},
	{"l. Rà soát", DD_MARK_NUMBER, "1", 1, '.', "Rà soát"},
	{"1o. Rà soát", DD_MARK_NUMBER, "10", 10, '.', "Rà soát"},
	{"l1. Rà soát", DD_MARK_NUMBER, "11", 11, '.', "Rà soát"},
	{"lI. NHIỆM VỤ", DD_MARK_ROMAN, "II", 2, '.', "NHIỆM VỤ"},
	{"lV. NHIỆM VỤ", DD_MARK_ROMAN, "IV", 4, '.', "NHIỆM VỤ"},
	{"II. NHIỆM VỤ", DD_MARK_ROMAN, "II", 2, '.', "NHIỆM VỤ"},
	{"l) Rà soát", DD_MARK_LETTER, "l", 11, ')', "Rà soát"},
	{"C) Rà soát", DD_MARK_LETTER, "c", 3, ')', "Rà soát"},
	{"A) Rà soát", DD_MARK_LETTER_UPPER, "A", 1, ')', "Rà soát"},
	{". Rà soát", DD_MARK_NUMBER, NULL, 0, '.', "Rà soát"},
	{") Rà soát", DD_MARK_LETTER, NULL, 0, ')', "Rà soát"},
	{"... Rà soát", DD_MARK_NONE, NULL, 0, 0, NULL},
	{". ‘ -", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"IIL. NHIỆM VỤ", DD_MARK_ROMAN, "III", 3, '.', "NHIỆM VỤ"},
	{"L. NHIỆM VỤ", DD_MARK_ROMAN, "L", 50, '.', "NHIỆM VỤ"},
	{"= Đơn vị phối hợp: Sở Y tế", DD_MARK_DASH, NULL, 0, 0, "Đơn vị phối hợp: Sở Y tế"},
	{"~ Thời gian: Quý I", DD_MARK_DASH, NULL, 0, 0, "Thời gian: Quý I"},
	{"~~ Rà soát", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"= 5 ha", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"Điu 2. Rà soát", DD_MARK_ARTICLE, "Điều 2", 2, '.', "Rà soát"},
	{"Đêm 2. Rà soát", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"1l.lllllllllllllllll. Rà soát", DD_MARK_NONE, NULL, 0, 0, NULL},
	{"l)5. Rà soát", DD_MARK_LETTER, "l", 11, ')', "5. Rà soát"},
	{"1.l)5 Rà soát", DD_MARK_NUMBER, "1", 1, '.', "l)5 Rà soát"},
	{"3/8/2O24 xong", DD_MARK_NONE, NULL, 0, 0, NULL},
};

static void
check(const Case *row, DdDamage damage)
{
	/* a text is never empty: the case stands in the middle of one */
	g_autofree char *text = g_strconcat("x\n", row->text, "\n9", NULL);
	g_auto(DdTestContext) test;
	dd_test_context_init(&test, dd_lexicon_new(), damage, text);
	DdMarkFound mark = {.value = 77};
	uint32_t start = 2, end = 2 + (uint32_t)strlen(row->text);
	bool found = dd_mark_read(&test.context, start, end, &mark);
	g_test_message("\"%s\"", row->text);
	g_assert_cmpint(found, ==, row->kind != DD_MARK_NONE);
	if (!found) {
		g_assert_cmpuint(mark.value, ==, 77); /* untouched */
		return;
	}
	g_assert_cmpint(mark.kind, ==, row->kind);
	g_assert_cmpuint(mark.body, <=, end);
	g_autofree char *body = g_strndup(test.context.chars + mark.body, end - mark.body);
	g_assert_cmpstr(body, ==, row->body);
	g_assert_cmpuint(mark.style, ==, row->style);
	if (mark.broken)
		g_assert_null(row->label);
	else if (row->label != NULL)
		g_assert_cmpuint(mark.value, ==, row->value);
	if (!mark.broken)
		g_assert_cmpstr(mark.label, ==, row->label);
}

static void
test_clean(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(clean); i++)
		check(&clean[i], DD_DAMAGE_NONE);
}

static void
test_damaged(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(damaged); i++)
		check(&damaged[i], DD_DAMAGE_HEAVY);
	for (size_t i = 0; i < G_N_ELEMENTS(slightly); i++)
		check(&slightly[i], DD_DAMAGE_LIGHT);
}

static void
test_number_parts(void)
{
	g_auto(DdTestContext) test;
	DdMarkFound mark = {0};
	const char *text = "4.2.7. Rà soát";
	dd_test_context_init(&test, dd_lexicon_new(), DD_DAMAGE_NONE, text);
	g_assert_true(dd_mark_read(&test.context, 0, (uint32_t)strlen(text), &mark));
	g_assert_cmpuint(mark.parts, ==, 3);
	g_assert_cmpuint(mark.first, ==, 4);
	g_assert_cmpuint(mark.value, ==, 7);
	g_assert_cmpuint(mark.start, ==, 0);
	g_assert_false(mark.broken);
}

static void
test_letters(void)
{
	g_assert_null(dd_mark_letter(0));
	g_assert_cmpstr(dd_mark_letter(1), ==, "a");
	g_assert_cmpstr(dd_mark_letter(5), ==, "đ");
	g_assert_cmpstr(dd_mark_letter(DD_MARK_LETTERS), ==, "y");
	g_assert_null(dd_mark_letter(DD_MARK_LETTERS + 1));
}

static void
test_roman(void)
{
	static const struct {
		uint32_t value;
		const char *roman;
	} cases[] = {{1, "I"}, {4, "IV"}, {9, "IX"}, {14, "XIV"}, {38, "XXXVIII"}, {40, "XL"},
		{49, "XLIX"}, {88, "LXXXVIII"}, {89, "LXXXIX"}};
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(dd_mark_roman(arena, cases[i].value), ==, cases[i].roman);
}

/* Every start that hostile text may have, cut at every place, stays inside its stretch */
static void
test_cut(void)
{
	static const char *const texts[] = {"Điều 15. X", "Phần thứ nhất", "1.2.3.4.5.6.7. x",
		"XXXVIII - X", "đ) x", "\xEF\x82\xB7 x", "¢) x"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		for (DdDamage damage = DD_DAMAGE_NONE; damage <= DD_DAMAGE_HEAVY; damage++) {
			g_auto(DdTestContext) test;
			uint32_t len = (uint32_t)strlen(texts[i]);
			dd_test_context_init(&test, dd_lexicon_new(), damage, texts[i]);
			for (uint32_t end = 1; end <= len; end++) {
				DdMarkFound mark = {0};
				if ((texts[i][end] & 0xC0) != 0x80 &&
					dd_mark_read(&test.context, 0, end, &mark))
					g_assert_cmpuint(mark.body, <=, end);
			}
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mark/clean", test_clean);
	g_test_add_func("/mark/damaged", test_damaged);
	g_test_add_func("/mark/number-parts", test_number_parts);
	g_test_add_func("/mark/letters", test_letters);
	g_test_add_func("/mark/roman", test_roman);
	g_test_add_func("/mark/cut", test_cut);
	return g_test_run();
}
