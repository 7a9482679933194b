/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html-test.c: pages, and those that are broken or made to harm */
#include <string.h>

#include "docx-test-support.h"
#include "error.h"
#include "html.h"
#include "maxima.h"

typedef struct {
	const char *name, *body, *shown;
} Case;

static const Case cases[] = {
	{"paragraphs, line ends, entities, what is not shown",
		"<title>x</title><style>y</style><p>Một &amp; hai\n  ba<b> "
		"b&#7889;n</b><br>năm</p><p></p>"
		"<p style='color:red; display: none'>không</p><script>z</script>sáu<div>bảy</div>",
		"Một & hai ba bốn\\nnăm\n\nsáu\nbảy"},
	{"headings", "<h1>A</h1><h3>B <i>c</i></h3>d", "A\nB c\nd"},
	{"lists",
		"<ol><li>a<li>b<ul><li>c</ul><li value=7>d<li><p>e</p><p>f</p></ol>"
		"<ol type=I start=3><li>g<li>h</ol><ol type=a><li>i</ol><li>j",
		"1.|a\n2.|b\n•|c\n7.|d\n8.|e\nf\nIII.|g\nIV.|h\na.|i\nj"},
	{"tables with merged cells",
		"<table><caption>Bảng</caption><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d"
		"<tr><td>e<td colspan=0>f</table>g",
		"Bảng\n{@0+1*2 a; @1+2 b / @1 c; @2 d / @0 e; @1 f}\ng"},
	{"cells down to the end, rows without cells, lists in cells",
		"<table><tr><td rowspan=0>a<td>b<tr></tr><tr><td><ol><li>c</ol></table>",
		"{@0+1*3 a; @1 b /  / @1 1.|c}"},
	{"a table in a table, text between cells",
		"<table><tr><td>a<table><tr><td>b</table>c</table>", "{@0 a ¶ {@0 b} ¶ c}"},
	{"text as it stands", "<pre>a  b\n\tc</pre>", "a  b\\n\\tc"},
	{"columns that all are taken",
		"<table><tr><td colspan=256 rowspan=9>a<tr>b<table><tr><td>c</table>"
		"<tr><table><tr><td>d</table><tr>e<p>f</p><tr>g</table>h<table><tr><td>i</table>",
		"{@0+256*5 a /  /  /  / }\nh\n{@0 i}"},
	{"tags that are not closed, or not opened", "</td></table></ol><p>a<table><tr><td>b<p>c",
		"a\n{@0 b ¶ c}"},
};

static DdDocument *
read_text(const char *text, gsize len, GError **error)
{
	g_autofree guint8 *exact = g_memdup2(text, len);
	return dd_html_read(exact, len, error);
}

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autofree char *page = g_strdup_printf("<!DOCTYPE html>\n<html><body>%s", one->body);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_text(page, strlen(page), &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "HTML");
}

static void
test_encodings(void)
{
	static const struct {
		const char *text;
		gsize len;
	} pages[] = {
#define PAGE(text) {text, sizeof(text) - 1}
		/* what a page says is not believed where its bytes tell otherwise */
		PAGE("<html><meta charset=windows-1252><p>Kế hoạch năm học</html>"),
		PAGE("<html><meta charset=windows-1258><p>K\xEA\xEC hoa\xF2"
		     "ch n\xE3m ho\xF2"
		     "c</html>"),
		PAGE("<html><meta http-equiv=content-type content='text/html; "
		     "charset=windows-1258'>"
		     "<p>K\xEA\xEC hoa\xF2"
		     "ch n\xE3m ho\xF2"
		     "c</html>"),
#undef PAGE
	};
	for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_text(pages[i].text, pages[i].len, &error);
		g_assert_no_error(error);
		g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
		g_assert_cmpstr(shown, ==, "Kế hoạch năm học");
	}
}

/* What is made of @n times @inner. @code: of the error, -1 when it is read */
static void
assert_many(const char *before, const char *inner, gsize n, int code)
{
	g_autofree char *begin = g_strconcat("<html>", before, NULL);
	g_autofree char *file = dd_test_repeat(begin, inner, n, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_text(file, strlen(file), &error);
	dd_test_assert_outcome(document, error, code);
}

static void
test_many(void)
{
	assert_many("", "<b>", 100000, DD_ERROR_TOO_LARGE);
	assert_many("", "<div>", 100000, DD_ERROR_TOO_LARGE);
	assert_many("", "<table><tr><td>", 50, -1);
	assert_many("", "<ol><li>", 100, -1);
	assert_many("", "</i>", 300000, -1);
	assert_many("<b><b><b>", "</i><i>", 100000, -1);
	assert_many("", "<p>", 100000, -1);
	assert_many("<table><tr>", "<td>x", 1000, -1);
	assert_many("<table>", "<tr><td colspan=1000000 rowspan=1000000>x", 20000, -1);
	assert_many("<p ", "a=1 ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p ", "a ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p x=\"<\" ", "a=1 ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p x='<p ' ", "a ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p ", "a=''", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p=\" ", "a ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p a\"b ", "a ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<!--<p x='--><p ", "a ", 100000, DD_ERROR_TOO_LARGE);
	assert_many("<p ", "abcdefghij", 1000000, DD_ERROR_TOO_LARGE); /* libxml2 cuts names */
	assert_many("<p x='", "<a ", 1000, -1);
	assert_many("<p x='", "<a", 1000000, -1);
	assert_many("", "<p a b=c d='e f' g = \"h\">", 100000, -1);
	assert_many("<script>if (a<b) {", "c = 'd e'; ", 300, -1);
	assert_many("<p>", "&#160;&amp;&unknown;", 100000, -1);
	assert_many("<p>", "x<br>", 2500000, DD_ERROR_TOO_LARGE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/html/%s", cases[i].name);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/html/encodings", test_encodings);
	g_test_add_func("/html/many", test_many);
	return g_test_run();
}
