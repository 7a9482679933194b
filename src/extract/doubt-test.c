/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doubt-test.c: places go the way from a Document to its reading, and unsure words make unsure fields */
#include "doubt.h"

#include <string.h>

#include "document-builder.h"
#include "document-read.h"
#include "document-text.h"

#define SURE_WORD 95

/* Adds a paragraph whose words stand one beside the other on page 1, @weak of them badly read. */
static void
add_line(DdDocumentBuilder *builder, const char *text, const char *weak, uint16_t top)
{
	DdPlace places[64];
	uint32_t n = 0;
	for (size_t at = 0; text[at] != '\0' && n < G_N_ELEMENTS(places);) {
		size_t len = strcspn(text + at, " ");
		bool is_weak = weak != NULL && strncmp(text + at, weak, strlen(weak)) == 0;
		places[n] = (DdPlace){.start = (uint32_t)at,
			.page = 1,
			.left = (uint16_t)(500 + 300 * n),
			.right = (uint16_t)(780 + 300 * n),
			.top = top,
			.bottom = (uint16_t)(top + 140),
			.confidence = is_weak ? 31 : SURE_WORD};
		n++;
		at += len + strspn(text + at + len, " ");
	}
	const DdParagraph paragraph = {.text = text, .places = places, .n_places = n};
	g_assert_true(dd_document_builder_add_paragraph(builder, &paragraph, NULL));
}

static DdDocument *
make_plan(bool recognised)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	g_assert_true(
		dd_document_builder_add_page(builder, (DdPage){.width = 5950, .height = 8420}, NULL));
	if (recognised)
		dd_document_builder_add_note(builder, DD_NOTE_RECOGNISED);
	add_line(builder, "ỦY BAN NHÂN DÂN HUYỆN MỎ CÀY", NULL, 500);
	add_line(builder, "Số: 12/KH-UBND", NULL, 700);
	add_line(builder, "KẾ HOẠCH", NULL, 900);
	add_line(builder, "1. Giao Phòng Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2024.", "Nội",
		1100);
	add_line(builder, "2. Giao Phòng Tư pháp chủ trì kiểm tra văn bản trong quý III/2024.",
		NULL, 1300);
	DdDocument *document = dd_document_builder_finish(builder, NULL);
	g_assert_nonnull(document);
	return document;
}

static DdReading *
read_plan(bool recognised)
{
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdDocument) document = make_plan(recognised);
	DdReading *reading = dd_reader_read_document(reader, document, "plan.pdf", NULL);
	g_assert_nonnull(reading);
	g_assert_cmpuint(reading->n_tasks, ==, 2);
	return reading;
}

static void
test_weak_words(void)
{
	g_autoptr(DdReading) reading = read_plan(true);
	g_assert_cmpuint(reading->tasks[0].lead.n, ==, 1);
	g_assert_cmpuint(reading->tasks[0].lead.items[0].confidence, ==, 31);
	g_assert_cmpuint(reading->tasks[1].lead.items[0].confidence, >=, DD_CONFIDENCE_SURE);
}

static void
test_hand(void)
{
	g_autoptr(DdReading) scan = read_plan(true), print = read_plan(false);
	g_assert_cmpstr(scan->document.number.value, ==, "12/KH-UBND");
	g_assert_cmpuint(scan->document.number.confidence, <, DD_CONFIDENCE_SURE);
	g_assert_cmpuint(print->document.number.confidence, >=, DD_CONFIDENCE_SURE);
}

static char *
write_json(const DdReading *reading)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	g_assert_true(dd_reading_write_json(reading, out, NULL));
	fclose(out);
	return text;
}

static void
test_places(void)
{
	g_autoptr(DdReading) reading = read_plan(true);
	char *json = write_json(reading);
	/* "Phòng Nội vụ": words 3 to 5 of their line, as one box */
	g_assert_nonnull(
		strstr(json, "\"places\": [{\"page\": 1, \"box\": [110, 110, 198, 124]}]"));
	free(json);
}

/* Bars and line ends in cells get longer on their way: words behind them move */
static void
test_cell_places(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	g_assert_true(
		dd_document_builder_add_page(builder, (DdPage){.width = 5950, .height = 8420}, NULL));
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	for (uint32_t column = 0; column < 2; column++) {
		const DdPlace places[] = {
			{.start = 0, .page = 1}, {.start = 4, .page = 1, .left = 7, .right = 9}};
		g_assert_true(dd_document_builder_open_cell(builder, column, 1, 1, NULL));
		g_assert_true(dd_document_builder_add_paragraph(builder,
			&(DdParagraph){.text = "a|b\nxyz", .places = places, .n_places = 2}, NULL));
		g_assert_true(dd_document_builder_close(builder, NULL));
	}
	g_assert_true(dd_document_builder_close(builder, NULL));
	g_assert_true(dd_document_builder_close(builder, NULL));
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(DdPlace));
	g_autoptr(GByteArray) text = dd_document_to_text(document, places);
	g_assert_cmpuint(places->len, ==, 4);
	for (guint i = 0; i < places->len; i++) {
		const char *word = (const char *)text->data + g_array_index(places, DdPlace, i).start;
		g_assert_true(g_str_has_prefix(word, i % 2 == 0 ? "a" : "xyz"));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doubt/weak-words", test_weak_words);
	g_test_add_func("/doubt/hand", test_hand);
	g_test_add_func("/doubt/places", test_places);
	g_test_add_func("/doubt/cell-places", test_cell_places);
	return g_test_run();
}
