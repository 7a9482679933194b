/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-text.h"

#include "document-builder.h"
#include "document-read.h"
#include "error.h"

static void
add(DdDocumentBuilder *builder, const char *number, const char *text)
{
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = text, .number = number}, NULL));
}

static void
open_cell(DdDocumentBuilder *builder, uint32_t column, uint32_t columns)
{
	g_assert_true(dd_document_builder_open_cell(builder, column, columns, 1, NULL));
}

static void
open_row(DdDocumentBuilder *builder)
{
	g_assert_true(dd_document_builder_open_row(builder, NULL));
}

static void
close_one(DdDocumentBuilder *builder)
{
	g_assert_true(dd_document_builder_close(builder, NULL));
}

static void
add_cell(DdDocumentBuilder *builder, uint32_t column, uint32_t rows, const char *text)
{
	g_assert_true(dd_document_builder_open_cell(builder, column, 1, rows, NULL));
	add(builder, NULL, text);
	close_one(builder);
}

static void
assert_text(DdDocumentBuilder *builder, const char *wanted)
{
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_autoptr(GByteArray) text = dd_document_to_text(document, NULL);
	g_autofree char *string = g_strndup((const char *)text->data, text->len);
	g_assert_cmpstr(string, ==, wanted);
}

static void
test_paragraphs(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	add(builder, "I.", "NHIỆM VỤ");
	add(builder, "1", "Rà soát");
	add(builder, "a)", "Công bố\nvà\tniêm yết");
	add(builder, NULL, "");
	g_assert_true(dd_document_builder_set_part(builder, DD_PART_HEADER, NULL));
	add(builder, NULL, "đầu trang");
	assert_text(builder, "I. NHIỆM VỤ\n1. Rà soát\na) Công bố\nvà\tniêm yết\n\n");
}

static void
test_table(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	open_row(builder);
	add_cell(builder, 0, 1, "TT");
	open_cell(builder, 1, 2);
	add(builder, NULL, "Nhiệm vụ");
	close_one(builder);
	close_one(builder);
	open_row(builder); /* the first column is covered from above, the last one missing */
	open_cell(builder, 1, 1);
	add(builder, NULL, "");
	add(builder, "-", "Rà soát");
	add(builder, NULL, "A|B\nC");
	add(builder, NULL, "");
	close_one(builder);
	close_one(builder);
	close_one(builder);
	assert_text(builder, "| TT | Nhiệm vụ | |\n| | - Rà soát<br>A¦B<br>C | |\n\n");
}

/* An office beside two tasks is that of both; a task of two rows, and a title of a group, are said once. */
static void
test_merged_rows(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	open_row(builder);
	add_cell(builder, 0, 3, "Nhóm");
	add_cell(builder, 1, 1, "Việc A");
	add_cell(builder, 2, 2, "Sở Y tế");
	add_cell(builder, 3, 1, "Quý I");
	close_one(builder);
	open_row(builder);
	add_cell(builder, 1, 2, "Việc B");
	add_cell(builder, 3, 1, "Quý II");
	close_one(builder);
	open_row(builder);
	add_cell(builder, 2, 1, "Sở Nội vụ");
	add_cell(builder, 3, 1, "Quý III");
	close_one(builder);
	close_one(builder);
	assert_text(builder, "| Nhóm | Việc A | Sở Y tế | Quý I |\n"
			     "| | Việc B | Sở Y tế | Quý II |\n"
			     "| | | Sở Nội vụ | Quý III |\n\n");
}

/* A frame around a table is as if it were not there; a table inside of a cell is lines of that cell */
static void
test_nested(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	open_row(builder);
	open_cell(builder, 0, 1);
	add(builder, NULL, "PHỤ LỤC");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	open_row(builder);
	add_cell(builder, 0, 1, "1");
	open_cell(builder, 1, 1);
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	open_row(builder);
	add_cell(builder, 0, 1, "a");
	add_cell(builder, 1, 1, "b");
	close_one(builder);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	assert_text(builder, "PHỤ LỤC\n| 1 | a<br>b |\n\n\n");
}

/* What the reader of the file had to say of it is remarked on, before all else. */
static void
test_reading(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_assert_no_error(error);
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	add(builder, NULL, "KẾ HOẠCH");
	add(builder, NULL, "Phòng, chống dịch năm 2026");
	add(builder, "I.", "MỤC ĐÍCH");
	add(builder, NULL, "Bảo vệ sức khỏe nhân dân.");
	add(builder, "II.", "NHIỆM VỤ");
	add(builder, "1.",
		"Sở Y tế chủ trì rà soát mạng lưới trạm y tế, hoàn thành trước ngày 31/3/2026.");
	dd_document_builder_add_note(builder, DD_NOTE_TRACKED_CHANGES);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_autoptr(DdReading) reading = dd_reader_read_document(reader, document, "a.docx", &error);
	g_assert_no_error(error);
	g_assert_cmpstr(reading->kind, ==, "DOCX");
	g_assert_cmpuint(reading->n_tasks, ==, 1);
	g_assert_cmpstr(reading->tasks[0].lead.items[0].value, ==, "Sở Y tế");
	g_assert_cmpuint(reading->n_anomalies, >=, 1);
	g_assert_cmpstr(reading->anomalies[0].kind, ==, "tracked-changes");
}

/* Returns: (transfer full) what is remarked on a PDF of which some pages are unread; @missing: for want of a recogniser */
static char *
remark_unread(bool missing)
{
	static const bool unread[] = {true, false, true, false, true, true};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_assert_no_error(error);
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	for (size_t i = 0; i < G_N_ELEMENTS(unread); i++)
		g_assert_true(dd_document_builder_add_page(builder,
			(DdPage){.width = 5950, .height = 8420, .unread = unread[i]}, &error));
	add(builder, NULL, "KẾ HOẠCH");
	dd_document_builder_add_note(builder, DD_NOTE_UNREAD_PAGES);
	if (missing)
		dd_document_builder_add_note(builder, DD_NOTE_NO_RECOGNISER);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	g_assert_no_error(error);
	g_autoptr(DdReading) reading = dd_reader_read_document(reader, document, "a.pdf", &error);
	g_assert_no_error(error);
	g_assert_cmpuint(reading->n_anomalies, >=, 1);
	g_assert_cmpstr(reading->anomalies[0].kind, ==, "unread-pages");
	for (size_t i = 1; i < reading->n_anomalies; i++)
		g_assert_cmpstr(reading->anomalies[i].kind, !=, "no-recogniser");
	return g_strconcat(reading->anomalies[0].detail_vi, "|", reading->anomalies[0].detail, NULL);
}

static void
test_unread_pages(void)
{
	g_autofree char *missing = remark_unread(true);
	g_autofree char *failed = remark_unread(false);
	g_assert_true(g_str_has_prefix(missing, "chưa đọc trang 1, 3, 5–6, "));
	g_assert_nonnull(strstr(missing, "|pages 1, 3, 5–6 are images"));
	g_assert_nonnull(strstr(missing, "hãy cài gói tesseract-ocr-vie"));
	g_assert_nonnull(strstr(failed, "chưa đọc trang 1, 3, 5–6, "));
	g_assert_nonnull(strstr(failed, "bằng mắt"));
	g_assert_null(strstr(failed, "tesseract"));
}

/* Plain text becomes a paragraph for each line; what is no text is refused */
static void
test_from_text(void)
{
	static const guint8 text[] = "Kế hoạch\r\n\r\n1. Rà soát";
	g_autoptr(GError) error = NULL;
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, text, sizeof(text) - 1);
	g_autoptr(DdDocument) document = dd_document_from_text(bytes, &error);
	g_assert_no_error(error);
	const DdBlocks *body = dd_document_get_blocks(document, DD_PART_BODY);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "TXT");
	g_assert_cmpuint(body->n, ==, 3);
	g_assert_cmpstr(body->items[0].paragraph.text, ==, "Kế hoạch");
	g_assert_cmpstr(body->items[1].paragraph.text, ==, "");
	g_assert_cmpstr(body->items[2].paragraph.text, ==, "1. Rà soát");
	g_assert_null(dd_document_from_text(g_byte_array_new(), &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_EMPTY);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/document-text/paragraphs", test_paragraphs);
	g_test_add_func("/document-text/table", test_table);
	g_test_add_func("/document-text/merged-rows", test_merged_rows);
	g_test_add_func("/document-text/nested", test_nested);
	g_test_add_func("/document-text/reading", test_reading);
	g_test_add_func("/document-text/unread-pages", test_unread_pages);
	g_test_add_func("/document-text/from-text", test_from_text);
	return g_test_run();
}
