/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repair-test.c: Documents of damaged text: what changes, what does not, and that the original stands beside it */
#include "repair.h"

#include <string.h>

#include "document-builder.h"
#include "document-text.h"
#include "maxima.h"

#define NAMES "Vu Thanh Tung"

static const char bare[] =
	"Ke hoach nay duoc xay dung de trien khai thuc hien nhiem vu cai cach hanh chinh nam 2025\n"
	"theo Quyet dinh so 531/QĐ-TTg cua Thu tuong Chinh phu. Giao Giam doc " NAMES "\n"
	"chi dao cac co quan, don vi phoi hop to chuc thuc hien.\n";

static const char scan[] = "Thuc hién Nghi quyét s6 50/NQ-CP ngay 17/4/2020 ctia Chinh phu vé phat "
			   "trién kinh té xa hoi,\n"
			   "Uy ban nhan dan tinh ban hanh Ké hoach trién khai thuc hién nhu sau: "
			   "cac s0, ban, nganh phéi hop\n"
			   "chat ché, bao cdo két qua truéc ngay 15 thang 12 hang nim.\n";

static const char clean[] =
	"Kế hoạch này được xây dựng để triển khai thực hiện nhiệm vụ cải cách hành chính năm 2025\n"
	"theo Quyết định của Thủ tướng Chính phủ; các cơ quan, đơn vị phối hợp tổ chức thực "
	"hiện.\n";

static DdDocument *
open_text(const char *text)
{
	g_autoptr(GError) error = NULL;
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
	DdDocument *document = dd_document_from_text(bytes, &error);
	g_assert_no_error(error);
	return document;
}

static char *
show(const DdDocument *document)
{
	GByteArray *text = dd_document_to_text(document, NULL);
	g_byte_array_append(text, (const guint8 *)"", 1);
	return (char *)g_byte_array_free(text, FALSE);
}

/* Every word that is told changed stands where it is said to, and what is put back gives the original. */
static void
check_mends(const DdDocument *document, const char *text, size_t mended)
{
	g_autoptr(GString) all = g_string_new(NULL);
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	size_t n = 0;
	for (size_t i = 0; i < blocks->n; i++) {
		const DdParagraph *paragraph = &blocks->items[i].paragraph;
		g_autoptr(GString) back = g_string_new(NULL);
		uint32_t at = 0;
		g_assert_true((paragraph->original != NULL) == (paragraph->n_mends > 0));
		for (uint32_t k = 0; k < paragraph->n_mends; k++) {
			const DdMend *mend = &paragraph->mends[k];
			g_string_append_len(back, paragraph->text + at, mend->at - at);
			g_string_append_len(back, paragraph->original + mend->from, mend->from_len);
			at = mend->at + mend->len;
			g_assert_cmpuint(mend->confidence, >=, 1);
			g_assert_cmpuint(mend->confidence, <=, 99);
		}
		g_string_append(back, paragraph->text + at);
		if (paragraph->original != NULL)
			g_assert_cmpstr(back->str, ==, paragraph->original);
		n += paragraph->n_mends;
		g_string_append(all, back->str);
		g_string_append_c(all, '\n');
	}
	g_assert_cmpstr(all->str, ==, text);
	g_assert_cmpuint(n, ==, mended);
}

static void
test_bare(void)
{
	g_autoptr(DdDocument) document = open_text(bare);
	size_t n = dd_repair_document(document, DD_REPAIR_AUTO);
	g_autofree char *text = show(document);
	g_assert_cmpuint(n, >, 30);
	g_assert_cmpstr(text, ==,
		"Kế hoạch này được xây dựng để triển khai thực hiện nhiệm vụ cải cách hành chính "
		"năm 2025\n"
		"theo Quyết định số 531/QĐ-TTg của Thủ tướng Chính phủ. Giao Giám đốc " NAMES "\n"
		"chỉ đạo các cơ quan, đơn vị phối hợp tổ chức thực hiện.\n");
	check_mends(document, bare, n);
}

static void
test_scan(void)
{
	g_autoptr(DdDocument) document = open_text(scan);
	size_t n = dd_repair_document(document, DD_REPAIR_AUTO);
	g_autofree char *text = show(document);
	g_assert_nonnull(
		strstr(text, "Thực hiện Nghị quyết số 50/NQ-CP ngày 17/4/2020 của Chính phủ"));
	g_assert_nonnull(strstr(
		text, "các sở, ban, ngành phối hợp\nchặt chẽ, báo cáo kết quả trước ngày 15"));
	check_mends(document, scan, n);
}

static void
test_never(void)
{
	g_autoptr(DdDocument) document = open_text(bare);
	g_assert_cmpuint(dd_repair_document(document, DD_REPAIR_NEVER), ==, 0);
	check_mends(document, bare, 0);
}

/* Clean text and another language stay, whatever is asked for. */
static void
test_left_alone(void)
{
	static const char english[] = "The plan of the office is to be sent to the people of the "
				      "province before the end of June, and every "
				      "department should report what it has done and what is still "
				      "to do, with the reasons for each delay.\n";
	const char *const texts[] = {clean, english, "123 456\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		for (DdRepairMode mode = 0; mode < DD_REPAIR_LAST; mode++) {
			g_autoptr(DdDocument) document = open_text(texts[i]);
			g_assert_cmpuint(dd_repair_document(document, mode), ==, 0);
			check_mends(document, texts[i], 0);
		}
}

/* One part of a clean document that lost its marks is repaired when that is asked for, and only it. */
static void
test_part(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (unsigned i = 0; i < 20; i++)
		g_string_append_printf(text, "%s\n", clean);
	g_string_append(text, bare);
	g_autoptr(DdDocument) left = open_text(text->str), document = open_text(text->str);
	g_assert_cmpuint(dd_repair_document(left, DD_REPAIR_AUTO), ==, 0);
	size_t n = dd_repair_document(document, DD_REPAIR_ALWAYS);
	g_autofree char *shown = show(document);
	g_assert_cmpuint(n, >, 30);
	g_assert_true(g_str_has_prefix(shown, clean));
	g_assert_nonnull(strstr(shown, "chỉ đạo các cơ quan, đơn vị phối hợp"));
	check_mends(document, text->str, n);
}

/* A paragraph longer than what is restored at once, and cells of a table */
static void
test_shapes(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	while (text->len < (size_t)3 * DD_MAX_RESTORED)
		g_string_append(text, "cac co quan, don vi phoi hop to chuc thuc hien nhiem vu; ");
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = text->str}, &error));
	g_assert_true(dd_document_builder_open_table(builder, &error));
	g_assert_true(dd_document_builder_open_row(builder, &error));
	g_assert_true(dd_document_builder_open_cell(builder, 0, 1, 1, &error));
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = "giao cac so, ban, nganh"}, &error));
	for (unsigned i = 0; i < 3; i++)
		g_assert_true(dd_document_builder_close(builder, &error));
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	g_assert_no_error(error);
	size_t n = dd_repair_document(document, DD_REPAIR_AUTO);
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	const char *cell = blocks->items[1].table.rows[0].cells[0].blocks.items[0].paragraph.text;
	g_assert_cmpuint(n, >, 800);
	g_assert_null(strstr(blocks->items[0].paragraph.text, "nhiem vu"));
	g_assert_cmpstr(cell, ==, "giao các sở, ban, ngành");
}

/* Words keep their places on the page when letters before them come to have more bytes. */
static void
test_places(void)
{
	static const char line[] =
		"cac co quan, don vi phoi hop thuc hien nhiem vu cai cach hanh chinh";
	DdPlace places[] = {{.start = 0, .page = 1}, {.start = 4, .page = 1},
		{.start = 13, .page = 1}, {.start = 48, .page = 1}};
	static const char *const words[] = {"các", "cơ", "đơn", "cải"};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	g_assert_true(
		dd_document_builder_add_page(builder, (DdPage){.width = 100, .height = 100}, &error));
	const DdParagraph paragraph = {
		.text = line, .places = places, .n_places = G_N_ELEMENTS(places)};
	dd_document_builder_add_paragraph(builder, &paragraph, &error);
	g_assert_no_error(error);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(dd_repair_document(document, DD_REPAIR_ALWAYS), >, 8);
	const DdParagraph *mended = &dd_document_get_blocks(document, DD_PART_BODY)->items[0].paragraph;
	g_assert_cmpuint(mended->n_places, ==, G_N_ELEMENTS(places));
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
		g_assert_true(g_str_has_prefix(mended->text + mended->places[i].start, words[i]));
}

/* What a reading shows, and what it says of it */
static void
test_reading(void)
{
	static const char *const texts[DD_REPAIR_LAST] = {
		"chỉ đạo các cơ quan", "chi dao cac co quan", "chỉ đạo các cơ quan"};
	static const char plan[] =
		"KE HOACH\nThuc hien cai cach hanh chinh\n\nI. NHIEM VU\n"
		"1. To chuc chi dao cac co quan, don vi phoi hop trien khai thuc hien nhiem vu cai "
		"cach hanh chinh\n"
		"- Don vi chu tri: So Noi vu\n- Thoi gian thuc hien: Quy II nam 2025\n";
	for (DdRepairMode mode = 0; mode < DD_REPAIR_LAST; mode++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
		GByteArray *bytes = g_byte_array_new();
		g_byte_array_append(bytes, (const guint8 *)plan, sizeof(plan) - 1);
		dd_reader_set_repair(reader, mode);
		g_autoptr(DdReading) reading = dd_reader_read(reader, bytes, "plan", &error);
		g_assert_no_error(error);
		g_assert_cmpuint(reading->n_tasks, ==, 1);
		g_assert_nonnull(strstr(reading->tasks[0].text.value, texts[mode]));
		g_assert_cmpuint(reading->tasks[0].text.span.line, ==, 5);
		bool said = false;
		for (size_t i = 0; i < reading->n_anomalies; i++)
			said = said || strcmp(reading->anomalies[i].kind, "repaired") == 0;
		g_assert_true(said == (mode != DD_REPAIR_NEVER));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/repair/bare", test_bare);
	g_test_add_func("/repair/scan", test_scan);
	g_test_add_func("/repair/never", test_never);
	g_test_add_func("/repair/left-alone", test_left_alone);
	g_test_add_func("/repair/part", test_part);
	g_test_add_func("/repair/shapes", test_shapes);
	g_test_add_func("/repair/places", test_places);
	g_test_add_func("/repair/reading", test_reading);
	return g_test_run();
}
