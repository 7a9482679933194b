/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-test.c: the forms of a reading as they are printed */
#include "document-builder.h"
#include "json-read.h"
#include "render.h"
#include "width.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char sample[] =
	"{\"file\": \"kế hoạch.txt\", \"encoding\": \"UTF-8\", \"lines\": 40,"
	" \"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-UBND\", \"issuer\": \"UBND xã "
	"An Bình\", \"date\": \"2026-11-20\","
	"  \"title\": \"Chuyển đổi số năm 2027 | <b>\", \"signer\": {\"authority\": \"KT. CHỦ "
	"TỊCH\","
	"  \"position\": \"Phó Chủ tịch\", \"name\": \"Lê Thị Hòa\"}, \"recipients\": [\"UBND "
	"huyện\", \"Lưu: VT\"]},"
	" \"headings\": [{\"id\": \"II\", \"line\": 5, \"text\": \"NHIỆM VỤ\"}, {\"id\": \"II.1\", "
	"\"line\": 6, \"text\": \"Hạ tầng số\"}],"
	" \"tasks\": [{\"id\": \"II.1.a\", \"heading\": \"II.1\", \"line_start\": 7, \"line_end\": "
	"9, \"text\": \"Rà soát, nâng cấp mạng\","
	"  \"lead\": [\"Phòng Văn hóa - Xã hội\"], \"coordinate\": [\"Công an xã\", \"các thôn\"], "
	"\"time_raw\": \"Quý II\","
	"  \"time\": {\"kind\": \"quarter\", \"start\": \"2027-04-01\", \"end\": \"2027-06-30\"}, "
	"\"product\": \"Báo cáo, \\\"bảng\\\"\","
	"  \"confidence\": 0.95, \"rule\": \"task.table\", \"spans\": {\"lead\": [{\"line\": 8, "
	"\"offsets\": [120, 140],"
	"  \"confidence\": 0.5, \"rule\": \"label.lead\"}]}},"
	"  {\"id\": \"II.1.b\", \"heading\": \"II.1\", \"line_start\": 10, \"line_end\": 10, "
	"\"text\": \"=HYPERLINK(1)\"}],"
	" \"duties\": [{\"line\": 30, \"what\": \"report\", \"who\": [\"Các thôn\"], \"to\": "
	"[\"UBND xã\"],"
	"  \"due\": {\"kind\": \"annual\", \"before\": \"12-10\"}}],"
	" \"sessions\": [{\"line\": 33, \"agency\": \"Thôn Đông\", \"count\": 1, \"start\": "
	"\"2027-05-15T13:30\"},"
	"  {\"line\": 34, \"agency\": \"Thôn Đoài\"}],"
	" \"citations\": [{\"line\": 3, \"raw\": \"Nghị quyết số 57-NQ/TW\", \"relation\": "
	"\"basis\"}],"
	" \"anomalies\": [{\"line\": 1, \"kind\": \"lead-unclear\", \"detail\": \"nobody\", "
	"\"detail_vi\": \"không ai\"}]}";

/* Prints @json in form @name. Returns: (transfer full) what was printed */
static char *
render(const char *json, const char *name, unsigned width, bool explain, bool colour)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(json, strlen(json), &error);
	g_assert_no_error(error);
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	DdRender settings = {.out = out, .width = width, .explain = explain, .colour = colour};
	const DdFormat *format = dd_format_lookup(name, false);
	g_assert_nonnull(format);
	if (format->begin != NULL)
		format->begin(&settings);
	format->reading(&settings, reading);
	if (format->end != NULL)
		format->end(&settings);
	g_assert_cmpint(fclose(out), ==, 0);
	return text;
}

static void
assert_has(const char *text, const char *const *wanted, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(text, wanted[i]) == NULL)
			g_error("\"%s\" is not in:\n%s", wanted[i], text);
}

static void
assert_fits(const char *text, unsigned width)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (size_t i = 0; lines[i] != NULL; i++)
		if (dd_width_measure(lines[i], strlen(lines[i])) > width)
			g_error("wider than %u: %s", width, lines[i]);
}

static void
test_table(void)
{
	static const char *const wanted[] = {
		"kế hoạch.txt ───",
		"Kế hoạch 12/KH-UBND",
		"20/11/2026",
		"Lê Thị Hòa, Phó Chủ tịch (KT. CHỦ TỊCH)",
		"NHIỆM VỤ (2) ───",
		"II.1. Hạ tầng số",
		"? Phòng Văn hóa - Xã hội (chưa chắc)",
		"Công an xã; các thôn",
		"Quý II (01/04/2027 – 30/06/2027)",
		"Chủ trì    chưa rõ",
		"Dòng       7–9",
		"Báo cáo: Các thôn → UBND xã · hạn: hằng năm, trước 10/12",
		"15/05/2027 13:30 · Thôn Đông · 1 buổi",
		"chưa ấn định · Thôn Đoài",
		"căn cứ: Nghị quyết số 57-NQ/TW",
		"! chưa rõ đơn vị chủ trì: không ai",
	};
	g_autofree char *text = render(sample, "table", 120, false, false);
	assert_has(text, wanted, G_N_ELEMENTS(wanted));
	g_assert_null(strchr(text, '\033'));
	/* The heading stands once over both of its tasks. */
	g_assert_null(strstr(strstr(text, "Hạ tầng số") + 1, "Hạ tầng số"));
	static const unsigned widths[] = {DD_WIDTH_MIN, 60, 80, 83, 84, 100, 120, DD_WIDTH_MAX};
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		g_autofree char *narrow = render(sample, "table", widths[i], false, false);
		assert_fits(narrow, widths[i]);
		g_autofree char *explained = render(sample, "table", widths[i], true, false);
		assert_fits(explained, widths[i]);
	}
}

static void
test_colour(void)
{
	g_autofree char *plain = render(sample, "table", 100, false, false);
	g_autofree char *coloured = render(sample, "table", 100, false, true);
	g_autoptr(GRegex) escapes = g_regex_new("\033\\[[0-9]*m", 0, 0, NULL);
	g_autofree char *stripped = g_regex_replace_literal(escapes, coloured, -1, 0, "", 0, NULL);
	g_assert_nonnull(strchr(coloured, '\033'));
	g_assert_cmpstr(stripped, ==, plain);
}

/* A figure is said with its bound: more, not less, less, not more */
static void
test_bounds(void)
{
	static const char json[] =
		"{\"file\": \"a\", \"tasks\": [{\"id\": \"1\", \"text\": \"a\", \"indicators\": ["
		"{\"line\": 1, \"value\": 81, \"unit\": \"%\", \"op\": \">\"},"
		"{\"line\": 1, \"value\": 82, \"unit\": \"%\", \"op\": \">=\"},"
		"{\"line\": 1, \"value\": 13, \"unit\": \"%\", \"op\": \"<\"},"
		"{\"line\": 1, \"value\": 14, \"unit\": \"%\", \"op\": \"<=\"}]}]}";
	static const char *const wanted[] = {"trên 81%", "từ 82%", "dưới 13%", "không quá 14%"};
	g_autofree char *text = render(json, "table", 140, false, false);
	assert_has(text, wanted, G_N_ELEMENTS(wanted));
}

static void
test_no_tasks(void)
{
	static const char *const wanted[] = {
		"Không thấy nhiệm vụ nào trong văn bản này (no tasks found)"};
	static const char *const forms[] = {"table", "md"};
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autofree char *text = render("{\"file\": \"a\"}", forms[i], 80, false, false);
		assert_has(text, wanted, G_N_ELEMENTS(wanted));
	}
}

static void
test_explain(void)
{
	static const char *const wanted[] = {
		"Nhiệm vụ II.1.a",
		"dòng 8 · byte 120–140 · 50 % (chưa chắc) · label.lead",
		"dòng 7–9 · 95 % · task.table",
		"= quarter: 01/04/2027 – 30/06/2027",
		"lead-unclear",
	};
	g_autofree char *text = render(sample, "table", 120, true, false);
	assert_has(text, wanted, G_N_ELEMENTS(wanted));
}

static void
test_csv(void)
{
	static const char wanted[] =
		"\xef\xbb\xbf"
		"file,id,heading,task,lead,coordinate,director,monitor,time,start,end,product,line_"
		"start,line_end,confidence\r\n"
		"kế hoạch.txt,II.1.a,II.1,\"Rà soát, nâng cấp mạng\",Phòng Văn hóa - Xã hội,Công "
		"an xã; các thôn,,,Quý II,"
		"2027-04-01,2027-06-30,\"Báo cáo, \"\"bảng\"\"\",7,9,0.95\r\n"
		"kế hoạch.txt,II.1.b,II.1,\"'=HYPERLINK(1)\",,,,,,,,,10,10,0.00\r\n";
	g_autofree char *text = render(sample, "csv", 0, false, false);
	g_assert_cmpstr(text, ==, wanted);
}

static void
test_csv_formulas(void)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{"=1+1", ",\"'=1+1\","},
		{"+84 912", ",\"'+84 912\","},
		{"- Sở Y tế", ",\"'- Sở Y tế\","},
		{"@SUM(A1)", ",\"'@SUM(A1)\","},
		{"\\t=1", ",\"' =1\","},
		{"\\u001b[2J=1", ",\" [2J=1\","},
		{"a\\tb\\rc", ",\"a b c\","},
		{"\\u0007a\\u007f\\u0085", ",\" a  \","},
		{"\\u0001 \\n=1", ",\"'  \n=1\","},
		{"＝1+1", ",\"'＝1+1\","},
		{" @SUM(A1)", ",\"' @SUM(A1)\","},
		{"a=1", ",a=1,"},
		{"a\\nb", ",\"a\nb\","},
		{"–5", ",–5,"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *json = g_strdup_printf(
			"{\"tasks\": [{\"text\": \"%s\"}]}", cases[i].text);
		g_autofree char *text = render(json, "csv", 0, false, false);
		assert_has(text, &cases[i].cell, 1);
	}
}

static void
test_md(void)
{
	static const char *const wanted[] = {
		"# Kế hoạch 12/KH-UBND\n",
		"Chuyển đổi số năm 2027 \\| &lt;b\\>",
		"\n## Nhiệm vụ (2)\n\n| Mã | Nhiệm vụ |",
		" --- | --- | --- | --- |\n| II.1.a | Rà soát, nâng cấp mạng |",
		"\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
		"\n## Buổi làm việc (2)\n",
		"| 33 | 15/05/2027 13:30 | Thôn Đông |  |\n",
	};
	g_autofree char *text = render(sample, "md", 0, false, false);
	assert_has(text, wanted, G_N_ELEMENTS(wanted));
}

/* Whatever stands in a document, no escape and no line break of its own reaches the terminal. */
static void
test_hostile(void)
{
	static const char json[] = "{\"file\": \"a\\u001b]0;x\\u0007\", \"document\": {\"title\": "
				   "\"t\\u009b31m\\u202e\"}, \"tasks\": [{\"id\": \"1\\n2\","
				   " \"heading\": \"..-.\", \"text\": \"\\u001b[2J\", \"lead\": "
				   "[\"\\u0008\"], \"time\": {\"kind\": \"staged\"}}],"
				   " \"anomalies\": [{}], \"duties\": [{\"what\": \"fund\"}], "
				   "\"sessions\": [{}], \"citations\": [{}], \"targets\": [{}]}";
	static const char *const forms[] = {"table", "md"};
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		for (unsigned explain = 0; explain < 2; explain++) {
			g_autofree char *text = render(json, forms[i], 60, explain == 1, false);
			g_assert_null(strpbrk(text, "\033\007\010"));
			g_assert_null(strstr(text, "\xc2\x9b"));
			g_assert_null(strstr(text, "\xe2\x80\xae"));
		}
	}
}

static void
add_cell(DdDocumentBuilder *builder, uint32_t column, uint32_t rows, const DdParagraph *paragraph)
{
	g_assert_true(dd_document_builder_open_cell(builder, column, 1, rows, NULL));
	g_assert_true(dd_document_builder_add_paragraph(builder, paragraph, NULL));
	g_assert_true(dd_document_builder_close(builder, NULL));
}

/* Returns: (transfer full) a heading, and two rows of which the first cell covers both */
static DdDocument *
make_document(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_add_paragraph(builder,
		&(DdParagraph){.text = "Kế <b>hoạch</b>\n\"&\"",
			.number = "I.",
			.style = "\"><script>",
			.heading = 1,
			.align = DD_ALIGN_CENTRE,
			.bold = true},
		NULL));
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	add_cell(builder, 0, 2, &(DdParagraph){.text = "A"});
	add_cell(builder, 2, 1, &(DdParagraph){.text = "B|C"});
	g_assert_true(dd_document_builder_close(builder, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	add_cell(builder, 1, 1, &(DdParagraph){.text = "D", .boxed = true});
	g_assert_true(dd_document_builder_close(builder, NULL));
	g_assert_true(dd_document_builder_close(builder, NULL));
	g_assert_true(dd_document_builder_set_part(builder, DD_PART_FOOTER, NULL));
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = "chân trang"}, NULL));
	dd_document_builder_add_note(builder, DD_NOTE_TRACKED_CHANGES);
	return dd_document_builder_finish(builder, NULL);
}

/* Returns: (transfer full) @n times the same Document in form @name */
static char *
render_documents(const char *name, size_t n)
{
	g_autoptr(DdDocument) document = make_document();
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	DdRender settings = {.out = out, .several = n > 1};
	const DdFormat *format = dd_format_lookup(name, true);
	g_assert_nonnull(format);
	if (format->begin != NULL)
		format->begin(&settings);
	for (; settings.count < n; settings.count++)
		format->document(&settings, "a<b>.docx", document);
	if (format->end != NULL)
		format->end(&settings);
	g_assert_cmpint(fclose(out), ==, 0);
	return text;
}

static void
test_document_html(void)
{
	static const char *const wanted[] = {"<title>a&lt;b>.docx</title>",
		"<p class=\"centre b\" title=\"&quot;>&lt;script>\"><span "
		"class=\"n\">I.</span>"
		"Kế &lt;b>hoạch&lt;/b>\n&quot;&amp;&quot;</p>",
		"<td colspan=\"1\" rowspan=\"2\">",
		"<td colspan=\"1\"></td><td colspan=\"1\" rowspan=\"1\">", "Chân trang"};
	g_autofree char *html = render_documents("html", 1);
	assert_has(html, wanted, G_N_ELEMENTS(wanted));
	g_assert_null(strstr(html, "<script"));
}

static void
test_document_json(void)
{
	for (size_t n = 1; n <= 2; n++) {
		g_autofree char *text = render_documents("json", n);
		json_error_t error;
		json_t *json = json_loads(text, 0, &error);
		g_assert_nonnull(json);
		g_assert_true(json_is_array(json) == (n > 1));
		const json_t *one = n > 1 ? json_array_get(json, 1) : json;
		const json_t *body = json_object_get(one, "body");
		g_assert_cmpuint(json_array_size(body), ==, 2);
		const json_t *rows = json_object_get(json_array_get(body, 1), "rows");
		const json_t *cell = json_array_get(json_array_get(rows, 0), 0);
		g_assert_cmpint(json_integer_value(json_object_get(cell, "rows")), ==, 2);
		const json_t *notes = json_object_get(one, "notes");
		g_assert_cmpstr(json_string_value(json_array_get(notes, 0)), ==, "tracked-changes");
		json_decref(json);
	}
}

static void
test_document_text(void)
{
	g_autofree char *text = render_documents("text", 2);
	static const char one[] = "I. Kế <b>hoạch</b>\n\"&\"\n| A | | B\xC2\xA6"
				  "C |\n| | D | |\n\n";
	g_autofree char *both = g_strconcat(one, "\f\n", one, NULL);
	g_assert_cmpstr(text, ==, both);
	g_assert_null(dd_format_lookup("csv", true));
	g_assert_null(dd_format_lookup("html", false));
}

/* Who signed the file stands in the table and in Markdown, each in one line */
static void
test_signatures(void)
{
	static const char json[] =
		"{\"file\": \"a.pdf\", \"kind\": \"PDF\", \"lines\": 1, \"document\": {\"date\": "
		"\"2024-11-15\", \"spans\": {\"date\": {\"line\": 1, \"confidence\": 0.7, "
		"\"rule\": "
		"\"signature-day\"}}}, \"signatures\": ["
		"{\"signer\": \"Nguyễn Thử\", \"organisation\": \"VĂN PHÒNG\", \"time\": "
		"\"2024-11-15T17:30:10+07:00\", \"time_stamped\": true, \"state\": \"valid\", "
		"\"trust\": \"unchecked\", \"whole\": false},"
		"{\"signer\": \"Lê Thử\", \"state\": \"broken\", \"trust\": \"given\", \"whole\": "
		"true}]}";
	static const char *const wanted[] = {
		"? 15/11/2024 (theo ngày ký số; chưa chắc)",
		"Nguyễn Thử, VĂN PHÒNG · 15/11/2024 17:30 (dấu thời gian) · hợp lệ · ",
		"hợp lệ · tệp được ghi thêm sau khi ký · chưa đối chiếu với tổ chức chứng thực",
		"Lê Thử · không rõ lúc ký · KHÔNG hợp lệ\n",
	};
	g_autofree char *table = render(json, "table", 200, false, false);
	assert_has(table, wanted, G_N_ELEMENTS(wanted));
	g_autofree char *md = render(json, "md", 200, false, false);
	assert_has(md, wanted, G_N_ELEMENTS(wanted));
	g_autofree char *narrow = render(json, "table", 60, false, false);
	assert_fits(narrow, 60);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/render/table", test_table);
	g_test_add_func("/render/colour", test_colour);
	g_test_add_func("/render/bounds", test_bounds);
	g_test_add_func("/render/no-tasks", test_no_tasks);
	g_test_add_func("/render/explain", test_explain);
	g_test_add_func("/render/csv", test_csv);
	g_test_add_func("/render/csv-formulas", test_csv_formulas);
	g_test_add_func("/render/md", test_md);
	g_test_add_func("/render/signatures", test_signatures);
	g_test_add_func("/render/hostile", test_hostile);
	g_test_add_func("/render/document-html", test_document_html);
	g_test_add_func("/render/document-json", test_document_json);
	g_test_add_func("/render/document-text", test_document_text);
	return g_test_run();
}
