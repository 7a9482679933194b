/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rtf-test.c: RTF of one line each, and files that are broken or made to harm */
#include <string.h>

#include "docx-test-support.h"
#include "error.h"
#include "maxima.h"
#include "reader-table.h"
#include "rtf.h"

typedef struct {
	const char *name, *text, *shown;
} Case;

static const Case cases[] = {
	{"paragraphs, signs, groups", "a\\b b\\b0\\par c\\tab d\\line e\\'7bf\\{\\}\\\\{g}\\par\\par h",
		"ab\nc\\td\\ne{f{}\\g\n\nh"},
	{"letters by number", "\\u7871?\\uc2\\u-4000ab\\uc0\\u250\\u55357?\\u56832 x",
		"ếú?\xF0\x9F\x98\x80x"},
	{"Windows-1258 and the fonts of old",
		"{\\fonttbl{\\f0\\fcharset163 Times;}{\\f1\\fcharset0 .VnTime;}{\\f2\\fcharset2 "
		"Symbol;}{\\f3 VNI-Times;}}"
		"\\f0 K\\'ea\\'ec\\f1  ho\\'b9ch\\f2 \\'b7\\f3 ke\\'e1",
		"Kế hoạch•kế"},
	{"what is not shown",
		"{\\info{\\title x}}{\\*\\none x}{\\pict 0102}{\\v x}{\\deleted "
		"x}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}"
		"{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt y}}{\\annotation x}",
		"3y"},
	{"numbers of lists", "{\\listtext\\tab 1.\\tab}a\\par{\\pntext -\\tab}b\\par c", "1.|a\n-|b\nc"},
	{"a table", "\\trowd\\cellx100\\cellx200\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\cellx200 d\\cell\\row\\pard e",
		"{@0 a; @1 b ¶ c / @0+2 d}\ne"},
	{"merged cells",
		"\\trowd\\clvmgf\\cellx100\\clmgf\\cellx200\\clmrg\\cellx300\\intbl a\\cell "
		"b\\cell\\cell\\row"
		"\\trowd\\clvmrg\\cellx100\\cellx200\\cellx300\\intbl\\cell c\\cell "
		"d\\cell\\row\\pard",
		"{@0+1*2 a; @1+2 b / @1 c; @2 d}"},
	{"cells that nothing was said of, rows out of place", "\\row\\cell a\\cell b\\row\\cell",
		"{@0 ; @1 a / @0 b}"},
};

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autofree char *file = g_strdup_printf("{\\rtf1\\ansi\n%s}", one->text);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_try(file, strlen(file), &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
}

static void
test_parts(void)
{
	static const char file[] =
		"{\\rtf1 a{\\header b\\par c}{\\footnote d}{\\footer e}{\\annotation f}"
		"{\\deleted g}\\par}";
	g_autoptr(DdDocument) document = dd_test_read(g_bytes_new_static(file, strlen(file)));
	static const char *const wanted[] = {
		[DD_PART_BODY] = "a", [DD_PART_HEADER] = "b\nc", [DD_PART_FOOTER] = "e", [DD_PART_FOOTNOTE] = "d"};
	for (DdPart part = 0; part < DD_PART_LAST; part++) {
		g_autofree char *shown = dd_test_show(document, part);
		g_assert_cmpstr(shown, ==, wanted[part]);
	}
	g_assert_cmpstr(dd_document_get_kind(document), ==, "RTF");
	g_assert_true(dd_document_has_note(document, DD_NOTE_COMMENTS));
	g_assert_true(dd_document_has_note(document, DD_NOTE_TRACKED_CHANGES));
}

/* Cut anywhere, a file is read as far as it goes. */
static void
test_cut(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *file = g_strdup_printf("{\\rtf1\\ansi\n%s}", cases[i].text);
		for (gsize len = 5; len < strlen(file); len++) {
			g_autoptr(GError) error = NULL;
			g_autoptr(DdDocument) document = dd_test_try(file, len, &error);
			g_assert_no_error(error);
			g_assert_nonnull(document);
		}
	}
}

/* What is made of @n times @inner. @code: of the error, -1 when it is read */
static void
assert_many(const char *before, const char *inner, gsize n, int code)
{
	g_autofree char *begin = g_strconcat("{\\rtf1 ", before, NULL);
	g_autofree char *file = dd_test_repeat(begin, inner, n, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_try(file, strlen(file), &error);
	dd_test_assert_outcome(document, error, code);
}

static void
test_many(void)
{
	assert_many("", "{", 1000000, DD_ERROR_TOO_LARGE);
	assert_many("", "}", 1000000, -1);
	assert_many("", "{}", 1000000, -1);
	assert_many("", "\\par ", 500000, -1);
	assert_many("", "\\par ", 1100000, DD_ERROR_TOO_LARGE);
	assert_many("", "abcde", 1000000, DD_ERROR_TOO_LARGE);
	assert_many("", "\\u7871?", 2000000, DD_ERROR_TOO_LARGE);
	assert_many("", "\\trowd\\cellx1\\intbl x\\cell\\row", 50000, -1);
	assert_many("", "\\cell\\row", 200000, DD_ERROR_TOO_LARGE);
	assert_many("", "\\cell ", 250, -1);
	assert_many("", "\\cell ", 300000, DD_ERROR_TOO_LARGE);
	assert_many("\\trowd", "\\cellx1\\clmrg\\clvmrg", 100000, -1);
	assert_many("", "\\bin99999999999 x", 1000, -1);
	assert_many("{\\fonttbl", "{\\f1 x;}\\f2\\fcharset163 y;", 100000, -1);
	assert_many("", "{\\footnote x\\par y}", 100000, -1);
	assert_many("", "{\\listtext x", 500, -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/rtf/%s", cases[i].name);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/rtf/parts", test_parts);
	g_test_add_func("/rtf/cut", test_cut);
	g_test_add_func("/rtf/many", test_many);
	return g_test_run();
}
