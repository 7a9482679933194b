/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx-test.c: workbooks made of text, what becomes of them, and those that are broken or made to harm */
#include <string.h>

#include "docx-test-support.h"
#include "error.h"
#include "maxima.h"
#include "reader-table.h"
#include "xlsx.h"

#define SPACE                                                                                      \
	"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "                     \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* Three cells of one row, so that what is told is a table */
#define ROW(n, a, b, c)                                                                            \
	"<row r=\"" n "\"><c r=\"A" n "\" t=\"inlineStr\"><is><t>" a "</t></is></c><c r=\"B" n     \
	"\" t=\"inlineStr\"><is><t>" b "</t></is></c><c r=\"C" n "\" t=\"inlineStr\"><is><t>" c    \
	"</t></is></c></row>"

/* Returns: (transfer full) a part with @root around @inner */
static GBytes *
new_part(const char *root, const char *inner)
{
	char *text = g_strdup_printf("<%s " SPACE ">%s</%s>", root, inner, root);
	return g_bytes_new_take(text, strlen(text));
}

/* Reads a workbook of one sheet. All are what stands inside of the roots. Returns: (transfer full) as dd_xlsx_read_parts */
static DdDocument *
read_sheet(const char *sheet, const char *strings, const char *styles, GError **error)
{
	g_autoptr(GBytes) cells = new_part("worksheet", sheet);
	g_autoptr(GBytes) texts = new_part("sst", strings);
	g_autoptr(GBytes) looks = new_part("styleSheet", styles);
	DdXlsxSheet one = {"Kế hoạch", cells};
	DdXlsxParts parts = {.strings = texts, .styles = looks, .sheets = &one, .n_sheets = 1};
	return dd_xlsx_read_parts(&parts, error);
}

typedef struct {
	const char *name, *sheet, *strings, *styles, *shown;
} Case;

static const Case cases[] = {
	{"shared and rich texts, readings of signs left out",
		"<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
		"t=\"s\"><v>1</v></c>"
		"<c r=\"C1\" t=\"s\"><v>9</v></c><c r=\"D1\" "
		"t=\"s\"><v>2</v></c></row></sheetData>",
		"<si><t>một</t></si><si><r><t>h</t></r><r><t>ai</t></r><rPh><t>x</t></rPh></si>"
		"<si><t>ba_x000D_\n_x0041_x</t></si>",
		"", "{@0 một; @1 hai; @2 ba\\nAx}"},
	{"days, figures, truth and faults",
		"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>46203</v></c><c r=\"B1\" "
		"s=\"2\"><v>0.5</v></c>"
		"<c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"e\"><v>#REF!</v></c>"
		"<c r=\"E1\" t=\"str\"><f>A1&amp;B1</f><v>sáu</v></c><c r=\"F1\" "
		"t=\"d\"><v>2026-06-30</v></c>"
		"<c r=\"G1\" s=\"3\"><v>46203</v></c></row></sheetData>",
		"",
		"<numFmts><numFmt numFmtId=\"164\" "
		"formatCode=\"mm/yyyy\"/></numFmts><cellStyleXfs><xf "
		"numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
		"numFmtId=\"14\"/><xf "
		"numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs>",
		"{@0 30/06/2026; @1 50%; @2 TRUE; @3 sáu; @4 30/06/2026; @5 06/2026}"},
	{"merged cells; what they cover is not shown",
		"<sheetData>" ROW("1", "a", "b", "c") ROW("2", "d", "e", "f") ROW("3", "g", "h", "i") "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C2:C3\"/>"
												      "<mergeCell ref=\"Z9:AA9\"/><mergeCell ref=\"B3:A1\"/><mergeCell ref=\"no\"/></mergeCells>",
		"", "", "{@0+2 a; @2 c / @0 d; @1 e; @2+1*2 f / @0 g; @1 h}"},
	{"merges that overlap: the first holds",
		"<sheetData>" ROW("1", "a", "b", "c") ROW("2", "d", "e",
			"f") "</sheetData><mergeCells><mergeCell ref=\"B1:B2\"/><mergeCell "
			     "ref=\"A2:C2\"/></mergeCells>",
		"", "", "{@0 a; @1+1*2 b; @2 c / @0 d; @2 f}"},
	{"empty rows and columns are dropped, far cells cost nothing",
		"<sheetData><row r=\"6\"><c r=\"B6\"><v>1</v></c><c r=\"D6\"><v>2</v></c><c "
		"r=\"XFD6\"><v>3</v>"
		"</c></row><row r=\"1048576\"><c r=\"B1048576\"><v>4</v></c><c r=\"D1048576\"/><c "
		"r=\"XFD1048576\"><v>5</v></c></row></sheetData><mergeCells><mergeCell "
		"ref=\"A6:C6\"/>"
		"<mergeCell ref=\"B6:C1048575\"/></mergeCells>",
		"", "", "{@0 1; @1 2; @2 3 / @0 4; @2 5}"},
	{"rows and cells that do not say where they stand",
		"<sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</"
		"v></c><c/>"
		"<c><v>6</v></c></row></sheetData>",
		"", "", "{@0 1; @1 2; @2 3 / @0 4; @2 6}"},
	{"rows out of order, a place told twice",
		"<sheetData><row r=\"2\"><c r=\"C2\"><v>6</v></c><c r=\"A2\"><v>4</v></c><c "
		"r=\"B2\"><v>5</v></c>"
		"<c r=\"A2\"><v>9</v></c></row>" ROW("1", "a", "b", "c") "</sheetData>",
		"", "", "{@0 a; @1 b; @2 c / @0 4; @1 5; @2 6}"},
	{"lines above and below are no rows",
		"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>KẾ "
		"HOẠCH</t></is></c></row>" ROW("3", "STT", "Việc", "Ai") ROW("4", "1", "a",
			"b") "<row r=\"5\"><c r=\"A5\"><v>2</v></c><c r=\"B5\"><v>3</v></c></row>"
			     "<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t> Nơi nhận: "
			     "</t></is></c><c r=\"C7\" "
			     "t=\"inlineStr\"><is><t>CHỦ TỊCH</t></is></c></row></sheetData>",
		"", "",
		"KẾ HOẠCH\n\n{@0 STT; @1 Việc; @2 Ai / @0 1; @1 a; @2 b / @0 2; @1 3}\n\nNơi "
		"nhận:\\tCHỦ TỊCH"},
	{"lines drawn tell what is table",
		"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" "
		"s=\"1\"><v>2</v></c>"
		"<c r=\"C1\" s=\"1\"><v>3</v></c></row><row r=\"2\"><c r=\"B2\" s=\"1\" "
		"t=\"str\"><v>việc</v></c>"
		"</row><row r=\"3\"><c r=\"B3\" t=\"str\"><v>CHỦ TỊCH</v></c></row></sheetData>",
		"",
		"<borders><border/><border><left style=\"thin\"/><right "
		"style=\"thin\"/></border></borders>"
		"<cellXfs><xf borderId=\"0\"/><xf borderId=\"1\"/></cellXfs>",
		"{@0 1; @1 2; @2 3 / @1 việc}\nCHỦ TỊCH"},
	{"a column of text has no table",
		"<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", "", "", "1"},
	{"a column too far right",
		"<sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData>", "", "", ""},
	{"nothing", "", "", "", ""},
};

static void
test_sheet(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_sheet(one->sheet, one->strings, one->styles, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
}

/* Returns: (transfer full) a whole workbook: a sheet that is seen, a @second one, one that is not there */
static GBytes *
new_book_of(const char *type, const char *workbook_more, const char *types_more, const char *second)
{
	g_autofree char *sheet = g_strdup_printf(
		"<worksheet " SPACE "><sheetData>%s</sheetData></worksheet>", second);
	g_autofree char *types = g_strdup_printf(
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
		"<Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/>%s</Types>",
		type, types_more);
	g_autofree char *workbook = g_strdup_printf(
		"<workbook " SPACE "><workbookPr date1904=\"1\"/><sheets>"
		"<sheet name=\"Một\" r:id=\"r1\"/><sheet name=\"Hai\" r:id=\"r2\"/>"
		"<sheet name=\"Ba\" r:id=\"r9\"/><sheet name=\"Sheet4\" "
		"r:id=\"r1\"/>%s</sheets></workbook>",
		workbook_more);
	const DdZipEntry entries[] = {
		{"[Content_Types].xml", types},
		{"_rels/.rels",
			"<Relationships "
			"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
			"<Relationship Id=\"rId1\" Type=\"" RELATION
			"officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
		{"xl/workbook.xml", workbook},
		{"xl/_rels/workbook.xml.rels",
			"<Relationships "
			"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
			"<Relationship Id=\"r1\" Type=\"" RELATION
			"worksheet\" Target=\"worksheets/a.xml\"/>"
			"<Relationship Id=\"r2\" Type=\"" RELATION
			"worksheet\" Target=\"/xl/worksheets/b.xml\"/>"
			"<Relationship Id=\"r3\" Type=\"" RELATION
			"styles\" Target=\"styles.xml\"/></Relationships>"},
		{"xl/worksheets/a.xml",
			"<worksheet " SPACE
			"><sheetData><row><c s=\"0\"><v>44741</v></c></row></sheetData>"
			"</worksheet>"},
		{"xl/worksheets/b.xml", sheet},
		{"xl/styles.xml", "<styleSheet " SPACE
				  "><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
		{NULL, NULL},
	};
	return dd_test_zip(entries);
}

static GBytes *
new_book(const char *type, const char *workbook_more, const char *types_more)
{
	return new_book_of(type, workbook_more, types_more, "<row><c><v>2</v></c></row>");
}

/* A sheet that says itself what its table is needs no name, which would stand above its letterhead */
static void
test_titled(void)
{
	g_autoptr(DdDocument) document = dd_test_read(new_book_of(TYPE "sheet.main+xml", "", "",
		"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>LỊCH</v></c></row>" ROW("2", "a", "b", "c")
			ROW("3", "d", "e", "f") ROW("4", "g", "h", "i")));
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==,
		"Một\n30/06/2026\nLỊCH\n{@0 a; @1 b; @2 c / @0 d; @1 e; @2 f / @0 g; @1 h; @2 i}\n"
		"30/06/2026");
}

static void
test_book(void)
{
	g_autoptr(DdDocument) document = dd_test_read(new_book(TYPE "sheet.main+xml", "", ""));
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "XLSX");
	g_assert_cmpstr(shown, ==, "Một\n30/06/2026\nHai\n03/01/1904\n30/06/2026");
	g_assert_false(dd_document_has_note(document, DD_NOTE_MACROS));
	g_assert_false(dd_document_has_note(document, DD_NOTE_HIDDEN));
	g_assert_false(dd_document_has_note(document, DD_NOTE_COMMENTS));
	g_autoptr(DdDocument) noted = dd_test_read(new_book(
		"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
		"<sheet name=\"Ẩn\" state=\"veryHidden\" r:id=\"r2\"/>",
		"<Override PartName=\"/xl/comments1.xml\" ContentType=\"" TYPE "comments+xml\"/>"));
	g_assert_cmpstr(dd_document_get_kind(noted), ==, "XLSM");
	g_assert_true(dd_document_has_note(noted, DD_NOTE_MACROS));
	g_assert_true(dd_document_has_note(noted, DD_NOTE_HIDDEN));
	g_assert_true(dd_document_has_note(noted, DD_NOTE_COMMENTS));
}

static void
test_cut(void)
{
	g_autoptr(GBytes) file = new_book(TYPE "sheet.main+xml", "", "");
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(file, &len);
	for (gsize n = 4; n < len; n += 7)
		dd_test_assert_refused(bytes, n, DD_ERROR_INVALID_DATA);
}

static void
test_bomb(void)
{
	g_autofree char *types = g_strdup(
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
		"<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE
		"sheet.main+xml\"/></Types>");
	const DdZipEntry headless[] = {{"[Content_Types].xml", types}, {NULL, NULL}};
	g_autoptr(GBytes) file = dd_test_zip(headless);
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(file, &len);
	dd_test_assert_refused(bytes, len, DD_ERROR_INVALID_DATA);
	g_autofree char *zeros = dd_test_repeat("", "          ", 1 << 20, "");
	const DdZipEntry large[] = {
		{"[Content_Types].xml", types}, {"xl/workbook.xml", zeros}, {NULL, NULL}};
	g_autoptr(GBytes) bomb = dd_test_zip(large);
	bytes = g_bytes_get_data(bomb, &len);
	dd_test_assert_refused(bytes, len, DD_ERROR_TOO_LARGE);
}

/* What is made of @n times @inner between @before and @after; @code 0: it is read */
static void
assert_many(const char *before, const char *inner, gsize n, const char *after, int code)
{
	g_autofree char *sheet = dd_test_repeat(before, inner, n, after);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_sheet(sheet, "<si><t>x</t></si>", "", &error);
	dd_test_assert_outcome(document, error, code);
}

static void
test_many(void)
{
	assert_many("<sheetData><row r=\"1\">", "<c s=\"5\"/>", 1000000, "</row></sheetData>", -1);
	assert_many("<sheetData>", "<row/>", 1000000, "</sheetData>", -1);
	assert_many("<sheetData>", "<row><c t=\"s\"><v>0</v></c></row>", 600000, "</sheetData>",
		DD_ERROR_TOO_LARGE);
	assert_many("<sheetData>" ROW("1", "a", "b", "c") "</sheetData><mergeCells>",
		"<mergeCell ref=\"A1:XFD1048576\"/>", 400000, "</mergeCells>", -1);
	assert_many("<sheetData>" ROW("1", "a", "b", "c") "</sheetData><mergeCells>",
		"<mergeCell ref=\"A1:XFD1048576\"/>", 600000, "</mergeCells>", DD_ERROR_TOO_LARGE);
	/* the same row again and again */
	assert_many("<sheetData>",
		"<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", 200000,
		"</sheetData>", -1);
	/* cells inside of cells */
	assert_many("<sheetData><row>", "<c>", 1000, "", DD_ERROR_TOO_LARGE);
}

static void
test_many_shared(void)
{
	g_autofree char *strings = dd_test_repeat("", "<si/>", DD_MAX_SHEET_STRINGS + 1, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_sheet("", strings, "", &error);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_null(document);
	g_autofree char *xfs = dd_test_repeat("", "<xf/>", DD_MAX_SHEET_STYLES + 1, "");
	g_autofree char *styles = g_strconcat("<cellXfs>", xfs, "</cellXfs>", NULL);
	g_autoptr(GError) second = NULL;
	g_autoptr(DdDocument) none = read_sheet("", "", styles, &second);
	g_assert_error(second, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_null(none);
}

/* A long text that every cell refers to may not grow into a document without end. */
static void
test_amplified(void)
{
	g_autofree char *words = dd_test_repeat("", "mười chữ ", 100000, "");
	g_autofree char *strings = g_strconcat("<si><t>", words, "</t></si>", NULL);
	g_autofree char *cells = dd_test_repeat("", "<row><c t=\"s\"><v>0</v></c></row>", 10000, "");
	g_autofree char *sheet = g_strconcat("<sheetData>", cells, "</sheetData>", NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_sheet(sheet, strings, "", &error);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_null(document);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/xlsx/%s", cases[i].name);
		g_test_add_data_func(name, &cases[i], test_sheet);
	}
	g_test_add_func("/xlsx/book", test_book);
	g_test_add_func("/xlsx/titled", test_titled);
	g_test_add_func("/xlsx/cut", test_cut);
	g_test_add_func("/xlsx/bomb", test_bomb);
	g_test_add_func("/xlsx/many", test_many);
	g_test_add_func("/xlsx/many-shared", test_many_shared);
	g_test_add_func("/xlsx/amplified", test_amplified);
	return g_test_run();
}
