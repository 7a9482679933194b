/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf-test.c: texts and spreadsheets of ODF made of text, and those that are broken or made to harm */
#include <string.h>

#include "docx-test-support.h"
#include "error.h"
#include "maxima.h"
#include "odf.h"
#include "reader-table.h"

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                     \
	"xmlns:office=\"" ODF "office:1.0\" xmlns:style=\"" ODF "style:1.0\" xmlns:text=\"" ODF    \
	"text:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:draw=\"" ODF                            \
	"drawing:1.0\" xmlns:svg=\"" ODF "svg-compatible:1.0\" xmlns:fo=\"" ODF                    \
	"xsl-fo-compatible:1.0\" xmlns:manifest=\"" ODF "manifest:1.0\""
#define LISTS                                                                                      \
	"<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "       \
	"style:num-format=\"I\" style:num-suffix=\".\"/><text:list-level-style-number "            \
	"text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" "                          \
	"text:start-value=\"3\"/><text:list-level-style-number text:level=\"3\" "                  \
	"style:num-format=\"1\" text:display-levels=\"2\" style:num-prefix=\"(\" "                 \
	"style:num-suffix=\")\"/></text:list-style><text:list-style style:name=\"L2\">"            \
	"<text:list-level-style-bullet text:level=\"1\" "                                          \
	"text:bullet-char=\"–\"/></text:list-style>"
#define ITEM(text) "<text:list-item><text:p>" text "</text:p></text:list-item>"

/* Reads a text or a spreadsheet. @body, @styles: what is inside. Returns: (transfer full) as dd_odf_read_parts */
static DdDocument *
read_body(const char *body, const char *styles, const char *pages, bool is_sheet, GError **error)
{
	char *text = g_strdup_printf(
		"<office:document-content " SPACES
		"><office:automatic-styles>%s</office:automatic-styles><office:body>"
		"%s</office:body></office:document-content>",
		styles, body);
	g_autoptr(GBytes) content = g_bytes_new_take(text, strlen(text));
	char *more = g_strdup_printf(
		"<office:document-styles " SPACES ">%s</office:document-styles>", pages);
	g_autoptr(GBytes) looks = g_bytes_new_take(more, strlen(more));
	DdOdfParts parts = {.kind = is_sheet ? "ODS" : "ODT",
		.is_sheet = is_sheet,
		.content = content,
		.styles = looks};
	return dd_odf_read_parts(&parts, error);
}

typedef struct {
	const char *name;
	bool is_sheet;
	const char *body, *styles, *shown;
} Case;

static const Case cases[] = {
	{"white space is folded, what stays is said", false,
		"<text:p>  một \n hai<text:s text:c=\"2\"/>ba<text:tab/>bốn<text:line-break/>năm "
		"</text:p>"
		"<text:h text:outline-level=\"2\">đầu<text:span> mục</text:span></text:h><text:p/>",
		"", "một hai  ba\\tbốn\\nnăm\nđầu mục\n"},
	{"lists in lists, their starts, levels shown together", false,
		"<text:list text:style-name=\"L1\">" ITEM(
			"a") "<text:list-item><text:p>b</text:p><text:p>c"
			     "</text:p><text:list>" ITEM("d") "<text:list-item><text:list>" ITEM("e")
				     ITEM("f") "</text:list></text:list-item>" ITEM(
					     "g") "</text:list></text:list-item>"
						  "<text:list-header><text:p>h</text:p></"
						  "text:list-header>" ITEM("i") "</text:list>",
		LISTS, "I.|a\nII.|b\nc\n3.|d\n(3.1)|e\n(3.2)|f\n4.|g\nh\nIII.|i"},
	{"lists that go on, begin anew, or at a number of their own", false,
		"<text:list text:style-name=\"L1\">" ITEM(
			"a") "</text:list><text:p>x</text:p>"
			     "<text:list text:style-name=\"L1\" text:continue-numbering=\"true\" "
			     "xml:id=\"n\">" ITEM(
				     "b") "</text:list><text:list text:style-name=\"L1\">" ITEM("c") "</text:list>"
												     "<text:list text:style-name=\"L1\" text:continue-list=\"n\">" ITEM(
													     "d") "</text:list>"
														  "<text:list text:style-name=\"L1\"><text:list-item text:start-value=\"7\"><text:p>e</text:p>"
														  "</text:list-item>" ITEM("f") "</text:list><text:list text:style-name=\"L2\">" ITEM(
															  "g") "</text:list><text:list text:style-name=\"none\">" ITEM("h") "</text:list>",
		LISTS, "I.|a\nx\nII.|b\nI.|c\nIII.|d\nVII.|e\nVIII.|f\n–|g\nh"},
	{"tables: merged cells, repeated places, one inside of another", false,
		"<table:table><table:table-column table:number-columns-repeated=\"1000000\"/>"
		"<table:table-header-rows><table:table-row><table:table-cell "
		"table:number-columns-spanned=\"2\" "
		"table:number-rows-spanned=\"2\"><text:p>a</text:p>"
		"</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p>"
		"</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
		"<table:covered-table-cell table:number-columns-repeated=\"2\"><text:p>no</text:p>"
		"</table:covered-table-cell><table:table-cell><text:p>c</text:p><table:table>"
		"<table:table-row><table:table-cell><text:p>d</text:p></table:table-cell></"
		"table:table-row>"
		"</table:table></table:table-cell></table:table-row></table:table>",
		"", "{@0+2*2 a; @2 b / @2 c ¶ {@0 d}}"},
	{"boxes, notes, comments and what was deleted", false,
		"<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p>"
		"</text:deletion></text:changed-region></text:tracked-changes>"
		"<text:p>một<text:note><text:note-citation>1</text:note-citation><text:note-body>"
		"<text:p>chú</text:p></text:note-body></text:note> "
		"hai<draw:frame><svg:title>ảnh</svg:title>"
		"<draw:text-box><text:p>khung</text:p></draw:text-box></"
		"draw:frame><office:annotation>"
		"<text:p>không</text:p></office:annotation> ba</text:p>",
		"", "một hai ba\n[khung]"},
	{"days as days, whatever country shows them", true,
		"<office:spreadsheet><table:table "
		"table:name=\"Sheet1\"><table:table-row><table:table-cell "
		"office:date-value=\"2026-06-30\"><text:p>06/30/26</text:p></table:table-cell>"
		"<table:table-cell office:date-value=\"2026-06-30\"><text:p>Tháng 6</text:p>"
		"</table:table-cell><table:table-cell "
		"office:date-value=\"2026-06-30\"><text:p>6/2026</text:p>"
		"</table:table-cell></table:table-row></table:table></office:spreadsheet>",
		"", "{@0 30/06/2026; @1 Tháng 6; @2 6/2026}"},
	{"sheets: repeated places, merged cells, lines of a cell, hidden ones", true,
		"<office:spreadsheet><table:table table:name=\"Một\"><table:table-row "
		"table:number-rows-repeated=\"5\"><table:table-cell "
		"table:number-columns-repeated=\"16384\"/>"
		"</table:table-row><table:table-row><table:table-cell/><table:table-cell "
		"table:number-columns-repeated=\"3\"><text:p>a</text:p><text:p>b</text:p></"
		"table:table-cell>"
		"</table:table-row><table:table-row "
		"table:number-rows-repeated=\"2\"><table:table-cell/>"
		"<table:table-cell "
		"table:number-columns-spanned=\"2\"><text:p>c</text:p></table:table-cell>"
		"<table:covered-table-cell><text:p>no</text:p></"
		"table:covered-table-cell><table:table-cell>"
		"<text:p>d</text:p></table:table-cell></table:table-row><table:table-row "
		"table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></"
		"table:table>"
		"<table:table "
		"table:name=\"Hai\"><table:table-row><table:table-cell><text:p>e</text:p>"
		"</table:table-cell></table:table-row></table:table><table:table table:name=\"Ba\" "
		"table:style-name=\"t\"><table:table-row><table:table-cell><text:p>f</text:p>"
		"</table:table-cell></table:table-row></table:table></office:spreadsheet>",
		"<style:style style:name=\"t\"><style:table-properties "
		"table:display=\"false\"/></style:style>",
		"Một\n{@0 a\\nb; @1 a\\nb; @2 a\\nb / @0+2 c; @2 d / @0 c; @2 d}\nHai\ne"},
};

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_body(one->body, one->styles, "", one->is_sheet, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
}

static void
test_parts(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument)
		document = read_body("<text:p>một<text:note><text:note-body><text:p>chú</text:p></"
				     "text:note-body></text:note></text:p>"
				     "<text:h text:outline-level=\"1\">hai</text:h><text:h "
				     "text:outline-level=\"2\">ba</text:h>",
			"",
			"<text:outline-style><text:outline-level-style text:level=\"1\" "
			"style:num-format=\"1\" "
			"style:num-prefix=\"Điều \" style:num-suffix=\".\"/></text:outline-style>"
			"<style:master-page><style:header><text:p>đầu</text:p></"
			"style:header><style:footer><text:p>cuối"
			"</text:p></style:footer></style:master-page>",
			false, &error);
	g_assert_no_error(error);
	g_autofree char *body = dd_test_show(document, DD_PART_BODY);
	g_autofree char *header = dd_test_show(document, DD_PART_HEADER);
	g_autofree char *footer = dd_test_show(document, DD_PART_FOOTER);
	g_autofree char *notes = dd_test_show(document, DD_PART_FOOTNOTE);
	g_assert_cmpstr(body, ==, "một\nĐiều 1.|hai\nba");
	g_assert_cmpstr(header, ==, "đầu");
	g_assert_cmpstr(footer, ==, "cuối");
	g_assert_cmpstr(notes, ==, "chú");
}

/* Returns: (transfer full) a whole file of one paragraph */
static GBytes *
new_file(const char *mimetype, const char *manifest, const char *more)
{
	const DdZipEntry entries[] = {
		{"mimetype", mimetype},
		{"content.xml",
			"<office:document-content " SPACES "><office:body><office:text><text:p>một"
			"</text:p></office:text></office:body></office:document-content>"},
		{"META-INF/manifest.xml", manifest},
		{more, ""},
		{NULL, NULL},
	};
	return dd_test_zip(entries);
}

#define MANIFEST(inner)                                                                            \
	"<manifest:manifest " SPACES "><manifest:file-entry>" inner                                \
	"</manifest:file-entry></manifest:manifest>"
#define TYPE "application/vnd.oasis.opendocument."

static void
test_files(void)
{
	g_autoptr(DdDocument) text = dd_test_read(new_file(TYPE "text", MANIFEST(""), "x"));
	g_assert_cmpstr(dd_document_get_kind(text), ==, "ODT");
	g_assert_false(dd_document_has_note(text, DD_NOTE_MACROS));
	g_autoptr(DdDocument) macros = dd_test_read(
		new_file(TYPE "text-template\n", "broken", "Basic/Standard/a.xml"));
	g_assert_cmpstr(dd_document_get_kind(macros), ==, "OTT");
	g_assert_true(dd_document_has_note(macros, DD_NOTE_MACROS));
	g_autoptr(DdDocument) sheet = dd_test_read(new_file(TYPE "spreadsheet", MANIFEST(""), "x"));
	g_assert_cmpstr(dd_document_get_kind(sheet), ==, "ODS");
}

static void
test_refused(void)
{
	gsize len = 0;
	g_autoptr(GBytes) locked = new_file(TYPE "text", MANIFEST("<manifest:encryption-data/>"), "x");
	const guint8 *bytes = g_bytes_get_data(locked, &len);
	dd_test_assert_refused(bytes, len, DD_ERROR_UNSUPPORTED);
	g_autoptr(GBytes) drawing = new_file(TYPE "graphics", MANIFEST(""), "x");
	bytes = g_bytes_get_data(drawing, &len);
	dd_test_assert_refused(bytes, len, DD_ERROR_UNSUPPORTED);
	g_autoptr(GBytes) file = new_file(TYPE "text", MANIFEST(""), "x");
	bytes = g_bytes_get_data(file, &len);
	for (gsize n = 4; n < len; n += 5)
		dd_test_assert_refused(bytes, n, DD_ERROR_INVALID_DATA);
	const DdZipEntry headless[] = {{"mimetype", TYPE "text"}, {NULL, NULL}};
	g_autoptr(GBytes) none = dd_test_zip(headless);
	bytes = g_bytes_get_data(none, &len);
	dd_test_assert_refused(bytes, len, DD_ERROR_INVALID_DATA);
}

/* What is made of @n times @inner between @before and @after. @code: of the error, -1 when it is read */
static void
assert_many(bool is_sheet, const char *before, const char *inner, gsize n, const char *after, int code)
{
	g_autofree char *body = dd_test_repeat(before, inner, n, after);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_body(body, LISTS, "", is_sheet, &error);
	dd_test_assert_outcome(document, error, code);
}

#define CELL(attributes, text)                                                                     \
	"<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"

static void
test_many(void)
{
	assert_many(true, "<table:table><table:table-row>",
		CELL("table:number-columns-repeated=\"2000000000\"", "x"), 100,
		"</table:table-row></table:table>", -1);
	assert_many(true, "<table:table>",
		"<table:table-row table:number-rows-repeated=\"2000000000\">" CELL(
			"", "x") "</table:table-row>",
		2, "</table:table>", DD_ERROR_TOO_LARGE);
	assert_many(true, "<table:table>",
		"<table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell/>"
		"</table:table-row>",
		200000, "</table:table>", -1);
	assert_many(true, "", "<table:table/>", DD_MAX_SHEETS + 1, "", DD_ERROR_TOO_LARGE);
	assert_many(false, "<table:table><table:table-row>",
		CELL("table:number-columns-repeated=\"2000000000\"", "x"), 1000,
		"</table:table-row></table:table>", -1);
	assert_many(false, "<table:table>",
		"<table:table-row>" CELL("table:number-columns-spanned=\"100000\" "
					 "table:number-rows-spanned=\"100000\"",
			"x") "</table:table-row>",
		20000, "</table:table>", -1);
	g_autofree char *closing = dd_test_repeat(
		"", "</table:table-cell></table:table-row></table:table>", 60, "");
	assert_many(false, "", "<table:table><table:table-row><table:table-cell>", 60, closing,
		DD_ERROR_TOO_LARGE);
	assert_many(false, "", "<text:p>", 1000, "", DD_ERROR_TOO_LARGE);
	assert_many(false, "", "<text:list text:style-name=\"L1\"><text:list-item>", 90, "",
		DD_ERROR_INVALID_DATA);
	assert_many(false, "", "<text:list text:style-name=\"L1\">" ITEM("x") "</text:list>", 60000,
		"", -1);
	assert_many(false, "", "<text:list text:style-name=\"L1\"/>", DD_MAX_ODF_LISTS + 1, "",
		DD_ERROR_TOO_LARGE);
	assert_many(false, "<text:p>", "<text:s text:c=\"1000000\"/>", 10000, "</text:p>",
		DD_ERROR_TOO_LARGE);
	assert_many(false, "<text:p>",
		"<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>",
		100000, "</text:p>", -1);
	/* elements out of place */
	assert_many(false, "", "<table:table-row/><table:table-cell/><text:list-item/>", 1000, "", -1);
	assert_many(false, "<table:table>", CELL("", "x"), 1, "</table:table>", -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/odf/%s", cases[i].name);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/odf/parts", test_parts);
	g_test_add_func("/odf/files", test_files);
	g_test_add_func("/odf/refused", test_refused);
	g_test_add_func("/odf/many", test_many);
	return g_test_run();
}
