/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are those of JavaScript, whatever the file is encoded in; what is too long ends at a line */
#include "source.h"

#include <dondoc/dondoc.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "document-builder.h"
#include "found.h"
#include "maxima.h"

/* letters of four bytes before the values, which are two units of UTF-16 each */
static const char plan[] = "ỦY BAN NHÂN DÂN TỈNH\n"
			   "\n"
			   "KẾ HOẠCH\n"
			   "I. NHIỆM VỤ 𝟙😀\n"
			   "1. Rà soát 😀😀 thủ tục hành chính.\n"
			   "- Đơn vị chủ trì: 😀 Sở Tư pháp.\n"
			   "- Thời gian: Quý III năm 2026.\n";

/* Returns: what is told of the text, and its reading */
static json_t *
tell(const char *bytes, size_t len, DdReading **reading_out)
{
	g_autoptr(GError) error = NULL;
	GByteArray *array = g_byte_array_new();
	g_byte_array_append(array, (const guint8 *)bytes, (guint)len);
	const DdFileFound found = {.text = array};
	g_autoptr(DdText) text = dd_source_get_text(&found);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_assert_no_error(error);
	*reading_out = dd_found_read(reader, &found, "a.txt", &error);
	g_assert_no_error(error);
	char *json = dd_source_to_json(text, NULL, *reading_out);
	json_t *told = json_loads(json, 0, NULL);
	g_assert_nonnull(told);
	free(json);
	return told;
}

/* Returns: (transfer full) what JavaScript's slice gives */
static char *
slice(const char *line, json_int_t start, json_int_t end)
{
	g_autofree gunichar2 *units = g_utf8_to_utf16(line, -1, NULL, NULL, NULL);
	return g_utf16_to_utf8(units + start, end - start, NULL, NULL, NULL);
}

/* Holds what stands at a value of a task, of one line, against @wanted */
static void
assert_value(const json_t *told, const char *field, const char *wanted)
{
	size_t i;
	const json_t *span;
	json_array_foreach(json_object_get(told, "spans"), i, span)
	{
		if (strcmp(json_string_value(json_object_get(span, "of")), "task") != 0 ||
			strcmp(json_string_value(json_object_get(span, "field")), field) != 0)
			continue;
		json_int_t line = json_integer_value(json_object_get(span, "line"));
		g_assert_cmpint(json_integer_value(json_object_get(span, "line_end")), ==, line);
		g_autofree char *found = slice(
			json_string_value(
				json_array_get(json_object_get(told, "lines"), (size_t)line - 1)),
			json_integer_value(json_object_get(span, "start")),
			json_integer_value(json_object_get(span, "end")));
		g_assert_cmpstr(found, ==, wanted);
		return;
	}
	g_error("no span of %s", field);
}

static void
assert_plan(const char *bytes, size_t len)
{
	g_autoptr(DdReading) reading = NULL;
	json_t *told = tell(bytes, len, &reading);
	g_assert_cmpuint(reading->n_tasks, ==, 1);
	g_assert_false(json_is_true(json_object_get(told, "cut")));
	g_assert_cmpuint(json_array_size(json_object_get(told, "lines")), ==, 7);
	g_assert_cmpuint(json_array_size(json_object_get(told, "pages")), ==, 0);
	assert_value(told, "lead", "😀 Sở Tư pháp");
	assert_value(told, "time", "Quý III năm 2026");
	json_decref(told);
}

static void
test_beyond_bmp(void)
{
	assert_plan(plan, strlen(plan));
}

static void
test_other_encodings(void)
{
	g_autofree char *apart = g_utf8_normalize(plan, -1, G_NORMALIZE_NFD);
	assert_plan(apart, strlen(apart));
	gsize len;
	g_autofree char *wide = g_convert(plan, -1, "UTF-16LE", "UTF-8", NULL, &len, NULL);
	g_autofree char *marked = g_malloc(len + 2);
	memcpy(marked, "\xff\xfe", 2);
	memcpy(marked + 2, wide, len);
	assert_plan(marked, len + 2);
}

static void
test_cut(void)
{
	g_autoptr(GString) text = g_string_new(plan);
	while (text->len <= DD_MAX_SOURCE_BYTES + 1000)
		g_string_append(text, "Văn bản này dài quá mức cần thiết của một kế hoạch.\n");
	g_autoptr(DdReading) reading = NULL;
	json_t *told = tell(text->str, text->len, &reading);
	g_assert_true(json_is_true(json_object_get(told, "cut")));
	size_t n = json_array_size(json_object_get(told, "lines"));
	g_assert_cmpuint(n, >, 1000);
	g_assert_cmpuint(n, <, reading->lines);
	assert_value(told, "lead", "😀 Sở Tư pháp");
	json_decref(told);
}

/* How large pages are and how they were turned, as places on them count */
static void
test_sheets(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PNG");
	const DdPage page = {.width = 5953, .height = 8419, .turned = 3, .skew = -125};
	g_assert_true(dd_document_builder_add_page(builder, page, &error));
	g_assert_true(dd_document_builder_set_part(builder, DD_PART_BODY, &error));
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = "KẾ HOẠCH"}, &error));
	const DdFileFound found = {.document = dd_document_builder_finish(builder, &error)};
	g_assert_no_error(error);
	g_autoptr(DdDocument) document = found.document;
	g_autoptr(DdText) text = dd_source_get_text(&found);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_autoptr(DdReading) reading = dd_found_read(reader, &found, "a.png", &error);
	g_assert_no_error(error);
	char *json = dd_source_to_json(text, document, reading);
	json_t *told = json_loads(json, 0, NULL);
	const json_t *sheet = json_array_get(json_object_get(told, "sheets"), 0);
	g_assert_cmpfloat(json_number_value(json_object_get(sheet, "width")), ==, 595.3);
	g_assert_cmpfloat(json_number_value(json_object_get(sheet, "height")), ==, 841.9);
	g_assert_cmpint(json_integer_value(json_object_get(sheet, "turned")), ==, 270);
	g_assert_cmpfloat(json_number_value(json_object_get(sheet, "skew")), ==, -1.25);
	json_decref(told);
	free(json);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/source/beyond-bmp", test_beyond_bmp);
	g_test_add_func("/source/other-encodings", test_other_encodings);
	g_test_add_func("/source/cut", test_cut);
	g_test_add_func("/source/sheets", test_sheets);
	return g_test_run();
}
