/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx-writer-test.c: what is written is a whole ZIP with whole XML, as the program's own readers find it, and stays within what Excel takes */
#include "xlsx-writer.h"

#include "date.h"
#include "error.h"
#include "instant.h"
#include "maxima.h"
#include "zip.h"

#include <stdlib.h>
#include <string.h>

#define SHEET "xl/worksheets/sheet1.xml"

static const DdListColumn columns[] = {{"Số", 8}, {"Nhiệm vụ & <việc>", 60}, {"Hạn", 13}, {"Lúc", 19}};

/* Writes a workbook of @n rows. Returns: (transfer full) its bytes */
static GBytes *
write_workbook(const DdListCell (*rows)[G_N_ELEMENTS(columns)], size_t n)
{
	g_autoptr(GError) error = NULL;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	g_autoptr(DdXlsxWriter) writer = dd_xlsx_writer_new("Việc", columns, G_N_ELEMENTS(columns));
	g_assert_true(dd_xlsx_writer_begin(writer, out, &error));
	for (size_t i = 0; i < n; i++)
		g_assert_true(dd_xlsx_writer_add(writer, out, rows[i], &error));
	g_assert_true(dd_xlsx_writer_finish(writer, out, &error));
	g_assert_no_error(error);
	g_assert_cmpint(fclose(out), ==, 0);
	return g_bytes_new_with_free_func(text, len, free, text);
}

/* Returns: (transfer full) a part of it as text */
static char *
read_part(GBytes *workbook, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GHashTable) parts = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
	g_hash_table_insert(parts, dd_zip_fold_name(name), NULL);
	gsize len, spent = 0;
	const guint8 *bytes = g_bytes_get_data(workbook, &len);
	g_assert_true(dd_zip_is(bytes, len));
	g_assert_true(dd_zip_read_parts(bytes, len, parts, NULL, &spent, &error));
	g_assert_no_error(error);
	g_autofree char *folded = dd_zip_fold_name(name);
	GBytes *part = g_hash_table_lookup(parts, folded);
	g_assert_nonnull(part);
	return g_strndup(g_bytes_get_data(part, NULL), g_bytes_get_size(part));
}

static void
assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		g_error("there is no %s in %s", part, text);
}

static void
test_cells(void)
{
	const DdListCell rows[][G_N_ELEMENTS(columns)] = {
		{{DD_LIST_CELL_NUMBER, .number = -7},
			{.text = "Đón <khách> & \"bạn\"\ndòng hai\x0b|\xef\xbf\xbf|"},
			{DD_LIST_CELL_DAY, .day = {2026, 11, 20}},
			{DD_LIST_CELL_MOMENT,
				.moment = dd_instant_make((DdDay){2026, 11, 20}, 5, 30, 0)}},
		{{DD_LIST_CELL_NUMBER, .number = 0}, {.text = "=HYPERLINK(\"http://a\")"},
			{DD_LIST_CELL_DAY, .day = {1900, 2, 28}}, {.text = "_x0041_ _x00"}},
		{{.text = NULL}, {.text = ""}, {DD_LIST_CELL_DAY, .day = {0, 0, 0}}, {.text = " ＝1"}},
	};
	g_autoptr(GBytes) workbook = write_workbook(rows, G_N_ELEMENTS(rows));
	g_autofree char *sheet = read_part(workbook, SHEET);
	assert_has(sheet, "Nhiệm vụ &amp; &lt;việc&gt;");
	assert_has(sheet, "<c r=\"A2\" s=\"3\"><v>-7</v></c>");
	assert_has(sheet, "Đón &lt;khách&gt; &amp; \"bạn\"\ndòng hai | |</t>");
	/* 20/11/2026 is day 46346, and 12:30 in Vietnam a little more than half of it */
	assert_has(sheet, "<c r=\"C2\" s=\"4\"><v>46346</v></c>");
	assert_has(sheet, "<c r=\"D2\" s=\"5\"><v>46346.52083333</v></c>");
	assert_has(sheet,
		"<c r=\"B3\" s=\"6\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(");
	assert_has(sheet, ">1900-02-28</t>");
	assert_has(sheet, ">_x005F_x0041_ _x00</t>");
	assert_has(sheet, "<row r=\"4\"><c r=\"D4\" s=\"6\" t=\"inlineStr\"><is><t "
			  "xml:space=\"preserve\"> ＝1</t></is></c></row>");
	assert_has(sheet, "<autoFilter ref=\"A1:D4\"/>");
	g_assert_null(strstr(sheet, "<f>"));
	g_autofree char *book = read_part(workbook, "xl/workbook.xml");
	assert_has(book, "<sheet name=\"Việc\"");
	assert_has(book, "'Việc'!$A$1:$D$4");
}

static void
test_same(void)
{
	const DdListCell rows[][G_N_ELEMENTS(columns)] = {
		{{.text = "a"}, {.text = "b"}, {.text = "c"}, {.text = "d"}}};
	g_autoptr(GBytes) one = write_workbook(rows, 1);
	g_autoptr(GBytes) other = write_workbook(rows, 1);
	g_assert_true(g_bytes_equal(one, other));
}

/* Text of @n letters, then @tail. Returns: (transfer full) what the cell shows */
static char *
write_long(size_t n, const char *tail)
{
	g_autofree char *fill = g_strnfill(n, 'a');
	g_autofree char *text = g_strconcat(fill, tail, NULL);
	const DdListCell rows[][G_N_ELEMENTS(columns)] = {{{.text = text}}};
	g_autoptr(GBytes) workbook = write_workbook(rows, 1);
	g_autofree char *sheet = read_part(workbook, SHEET);
	char *cell = strstr(sheet, "<c r=\"A2\"");
	cell = strstr(cell, "preserve\">") + strlen("preserve\">");
	return g_strndup(cell, (size_t)(strstr(cell, "</t>") - cell));
}

static void
test_long(void)
{
	g_autofree char *full = write_long(DD_MAX_XLSX_CELL_LETTERS - 2, "\xf0\x9f\x98\x80");
	g_assert_true(g_str_has_suffix(full, "a\xf0\x9f\x98\x80"));
	g_autofree char *over = write_long(DD_MAX_XLSX_CELL_LETTERS - 1, "\xf0\x9f\x98\x80");
	g_assert_cmpint(g_utf8_strlen(over, -1), ==, DD_MAX_XLSX_CELL_LETTERS);
	g_assert_true(g_str_has_suffix(over, "a…"));
	g_autofree char *more = write_long(DD_MAX_XLSX_CELL_LETTERS, "bb");
	g_assert_cmpint(g_utf8_strlen(more, -1), ==, DD_MAX_XLSX_CELL_LETTERS);
	g_assert_true(g_str_has_suffix(more, "a…"));
}

static void
test_rows(void)
{
	g_autoptr(GError) error = NULL;
	const DdListCell row = {.text = NULL};
	const DdListColumn column = {"a", 8};
	g_autoptr(DdXlsxWriter) writer = dd_xlsx_writer_new("a", &column, 1);
	FILE *out = fopen("/dev/null", "we");
	g_assert_true(dd_xlsx_writer_begin(writer, out, &error));
	for (int i = 0; i < DD_MAX_XLSX_ROWS; i++)
		g_assert_true(dd_xlsx_writer_add(writer, out, &row, &error));
	g_assert_false(dd_xlsx_writer_add(writer, out, &row, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	fclose(out);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/output/xlsx/cells", test_cells);
	g_test_add_func("/output/xlsx/same", test_same);
	g_test_add_func("/output/xlsx/long", test_long);
	g_test_add_func("/output/xlsx/rows", test_rows);
	return g_test_run();
}
