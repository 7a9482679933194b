/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines-test.c: what lines hold once residue, page numbers and running heads are told apart */
#include "lines.h"

#include <string.h>

#include "context-test-support.h"

static void
read_lines(DdTestContext *test, const char *text)
{
	dd_test_context_init(test, dd_lexicon_new(), DD_DAMAGE_NONE, text);
	dd_lines_read(&test->context);
}

static char *
line_text(const DdTestContext *test, uint32_t i)
{
	const DdLine *line = &test->context.lines[i];
	return g_strndup(test->context.chars + line->start, line->end - line->start);
}

static void
test_trim(void)
{
	static const struct {
		const char *line;
		bool blank;
		uint32_t width;
	} expected[] = {{"Kế hoạch", false, 8}, {"", true, 0}, {"", true, 0}, {"đ", false, 1},
		{"1\t2", false, 3}};
	g_auto(DdTestContext) test;
	read_lines(&test, "  Kế hoạch \n\n \t \n\tđ\f\n1\t2\n");
	g_assert_cmpuint(test.context.n_lines, ==, G_N_ELEMENTS(expected));
	for (uint32_t i = 0; i < test.context.n_lines; i++) {
		g_autofree char *line = line_text(&test, i);
		g_assert_cmpstr(line, ==, expected[i].line);
		g_assert_cmpint(test.context.lines[i].blank, ==, expected[i].blank);
		g_assert_cmpuint(dd_line_width(&test.context, i), ==, expected[i].width);
		g_assert_cmpuint(test.context.lines[i].zone, ==, DD_ZONE_BODY);
	}
}

static void
test_residue(void)
{
	static const struct {
		const char *text, *line;
		guint remarks;
	} cases[] = {
		{"1. [bookmark: _Hlk123]Rà soát", "1.                    Rà soát", 1},
		{"a [bookmark: x] b [bookmark: y] c", "a               b               c", 1},
		{"x {PAGE \\* MERGEFORMAT} y", "x                       y", 1},
		{"[bookmark: không đóng", "[bookmark: không đóng", 0},
		{"[1] Luật", "[1] Luật", 0},
		{"Error! Bookmark not defined. x", "x", 1},
		{"Hội nghị {tháng 5}", "Hội nghị {tháng 5}", 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdTestContext) test;
		read_lines(&test, cases[i].text);
		g_autofree char *line = line_text(&test, 0);
		g_assert_cmpstr(line, ==, cases[i].line);
		g_assert_cmpuint(test.context.anomalies->len, ==, cases[i].remarks);
		if (cases[i].remarks > 0)
			g_assert_cmpstr(g_array_index(test.context.anomalies, DdAnomaly, 0).kind,
				==, "conversion-residue");
	}
}

static void
test_markup(void)
{
	static const struct {
		const char *text, *line;
	} cases[] = {
		{"**KẾ HOẠCH**", "KẾ HOẠCH"},
		{"*Huế, ngày 05 tháng 8 năm 2025*", "Huế, ngày 05 tháng 8 năm 2025"},
		{"***Nơi nhận:***", "Nơi nhận:"},
		{"| **1** | Rà soát", "|   1   | Rà soát"},
		{"## II. NHIỆM VỤ", "II. NHIỆM VỤ"},
		{"1\\. Rà soát", "1.  Rà soát"},
		{"<b>Điều 1.</b> Ban hành", "Điều 1.     Ban hành"},
		{"* Mở lớp tập huấn *", "* Mở lớp tập huấn *"},
		{"*Ghi chú: số liệu ước", "*Ghi chú: số liệu ước"},
		{"Chỉ tiêu (*) của tỉnh (*)", "Chỉ tiêu (*) của tỉnh (*)"},
		{"*****", "*****"},
		{"a < b và 5 * 6 * 7", "a < b và 5 * 6 * 7"},
		{"Mã #12", "Mã #12"},
		{"| a<br>b | c |", "| a<br>b | c |"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdTestContext) test;
		read_lines(&test, cases[i].text);
		g_autofree char *line = line_text(&test, 0);
		g_assert_cmpstr(line, ==, cases[i].line);
		g_assert_cmpuint(test.context.anomalies->len, ==, 0);
	}
}

/* "<br>": lines of running text, and of a table that only lays out the head or the tail; others keep theirs */
static void
test_breaks(void)
{
	static const struct {
		const char *text, *lines; /* joined by '/', blanks left out */
	} cases[] = {
		{"dòng 1<br>dòng 2", "dòng 1/dòng 2"},
		{"a<BR />b<br/>c", "a/b/c"},
		{"a <brown> b", "a <brown> b"},
		{"a<br", "a<br"},
		{"| 1 | Rà soát<br>Công bố |", "| 1 | Rà soát<br>Công bố |"},
		{"| SỞ Y TẾ<br>**PHÒNG Y** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>Độc lập "
		 "|\n|---|---|\n"
		 "| Số: 1/KH | Huế |",
			"SỞ Y TẾ/PHÒNG Y/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập/|---|---|/| "
			"Số: 1/KH | "
			"Huế |"},
		{"| Nơi nhận: | GIÁM ĐỐC<br><br>Lê A |\n| - B;<br>- C. | |",
			"Nơi nhận:/GIÁM ĐỐC/Lê A/- B;/- C."},
		{"| | TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH |", "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdTestContext) test;
		read_lines(&test, cases[i].text);
		g_autoptr(GString) out = g_string_new(NULL);
		for (uint32_t n = 0; n < test.context.n_lines; n++) {
			g_autofree char *line = line_text(&test, n);
			if (test.context.lines[n].blank)
				continue;
			g_string_append_printf(out, "%s%s", out->len > 0 ? "/" : "", line);
		}
		g_assert_cmpstr(out->str, ==, cases[i].lines);
	}
}

static void
test_page_number(void)
{
	static const struct {
		const char *line;
		bool is;
	} cases[] = {
		{"12", true},
		{" 7 ", true},
		{"- 3 -", true},
		{"-3-", true},
		{"Trang 4/10", true},
		{"| 5", true},
		{"3-", false},
		{"", false},
		{"- -", false},
		{"1234567", false},
		{"12a", false},
		{"1.", false},
		{"Trang", false},
		{"12 tháng", false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strconcat("x\n", cases[i].line, "\ny", NULL);
		g_auto(DdTestContext) test;
		read_lines(&test, text);
		g_test_message("\"%s\"", cases[i].line);
		g_assert_cmpint(dd_line_is_page_number(&test.context, 1), ==, cases[i].is);
	}
}

/* What a converter writes for the edge of a page is no line of the document */
static void
test_page_edge_in_words(void)
{
	static const struct {
		const char *line;
		bool is;
	} cases[] = {
		{"--- PAGE BREAK ---", true},
		{"=== Trang 3 ===", true},
		{"[Page 12 of 40]", true},
		{"## Page 7", true},
		{"<!-- page 2 -->", true},
		{"--- ngắt trang ---", true},
		{"*** Trang 2 / 9 ***", true},
		{"Page break", true},
		{"Trang bị", false},
		{"- Trang phục", false},
		{"Trang 3: thay cụm từ", false},
		{"--- Page ---", false},
		{"---", false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strconcat("x\n", cases[i].line, "\ny", NULL);
		g_auto(DdTestContext) test;
		read_lines(&test, text);
		g_test_message("\"%s\"", cases[i].line);
		g_assert_cmpint(test.context.lines[1].zone == DD_ZONE_NOISE, ==, cases[i].is);
	}
}

/* A year that a page broke from its word is of the sentence */
static void
test_year_of_sentence(void)
{
	static const struct {
		const char *text;
		bool is;
	} cases[] = {
		{"đuối nước trẻ em năm\n2023\n", false},
		{"TRONG NĂM\n1999\n", false},
		{"năm\n12\n", true},
		{"năm\n\n2023\n", true},
		{"máy chủ\n2023\n", true},
		{"năm\n3023\n", true},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdTestContext) test;
		read_lines(&test, cases[i].text);
		g_test_message("\"%s\"", cases[i].text);
		g_assert_cmpint(
			dd_line_is_page_number(&test.context, test.context.lines[1].blank ? 2 : 1),
			==, cases[i].is);
	}
}

/* @n pages of ten sentences under the same head; @numbered: with a page number */
static char *
pages(unsigned n, bool numbered)
{
	GString *text = g_string_new(NULL);
	for (unsigned page = 1; page <= n; page++) {
		if (numbered)
			g_string_append_printf(text, "%u\n", page);
		g_string_append(text, "Kế hoạch chuyển đổi số\n");
		for (unsigned i = 0; i < 10; i++)
			g_string_append_printf(text, "Câu thứ %u của trang %u.\n", i, page);
	}
	return g_string_free(text, FALSE);
}

static guint
count_noise(const DdTestContext *test)
{
	guint n = 0;
	for (uint32_t i = 0; i < test->context.n_lines; i++) {
		if (test->context.lines[i].zone != DD_ZONE_NOISE)
			continue;
		g_autofree char *line = line_text(test, i);
		g_assert_cmpstr(line, ==, "Kế hoạch chuyển đổi số");
		n++;
	}
	return n;
}

static void
test_running_heads(void)
{
	static const struct {
		unsigned pages;
		bool numbered;
		guint noise;
	} cases[] = {{5, true, 5}, {2, true, 0}, {5, false, 0}};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = pages(cases[i].pages, cases[i].numbered);
		g_auto(DdTestContext) test;
		read_lines(&test, text);
		g_assert_cmpuint(count_noise(&test), ==, cases[i].noise);
	}
}

/* What repeats beside the numbers of rows is the cells of a flattened table */
static void
test_cells_of_rows(void)
{
	GString *text = g_string_new("Kế hoạch\n");
	for (unsigned i = 1; i <= 9; i++)
		g_string_append_printf(text, "%u\nXây dựng quy chế số %u\nCục Di sản văn hóa\n", i, i);
	g_auto(DdTestContext) test;
	read_lines(&test, text->str);
	g_assert_cmpuint(count_noise(&test), ==, 0);
	g_string_free(text, TRUE);
}

/* Only page numbers, and lines that look like nothing: no line is lost, nothing runs away */
static void
test_many_lines(void)
{
	GString *text = g_string_new(NULL);
	for (unsigned i = 0; i < 50000; i++)
		g_string_append(text, i % 2 == 0 ? "1\n" : "[bookmark:\n");
	g_auto(DdTestContext) test;
	read_lines(&test, text->str);
	g_assert_cmpuint(test.context.n_lines, ==, 50000);
	g_assert_cmpuint(test.context.anomalies->len, ==, 0);
	g_string_free(text, TRUE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lines/trim", test_trim);
	g_test_add_func("/lines/residue", test_residue);
	g_test_add_func("/lines/markup", test_markup);
	g_test_add_func("/lines/page-edge-in-words", test_page_edge_in_words);
	g_test_add_func("/lines/page-number", test_page_number);
	g_test_add_func("/lines/breaks", test_breaks);
	g_test_add_func("/lines/year-of-sentence", test_year_of_sentence);
	g_test_add_func("/lines/running-heads", test_running_heads);
	g_test_add_func("/lines/cells-of-rows", test_cells_of_rows);
	g_test_add_func("/lines/many", test_many_lines);
	return g_test_run();
}
