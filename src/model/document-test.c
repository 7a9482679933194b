/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-builder.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

static void
add(DdDocumentBuilder *builder, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = text, .number = "1."}, &error));
	g_assert_no_error(error);
}

static void
open_cell(DdDocumentBuilder *builder, uint32_t column, uint32_t columns)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_document_builder_open_cell(builder, column, columns, 1, &error));
	g_assert_no_error(error);
}

static void
close_one(DdDocumentBuilder *builder)
{
	g_assert_true(dd_document_builder_close(builder, NULL));
}

static void
test_paragraphs(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	add(builder, "Kế\x1B\thoạch\xC2\x9B\n");
	g_assert_true(dd_document_builder_set_part(builder, DD_PART_FOOTER, &error));
	dd_document_builder_set_page(builder, 3);
	add(builder, "chân trang");
	dd_document_builder_add_note(builder, DD_NOTE_MACROS);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "DOCX");
	const DdBlocks *body = dd_document_get_blocks(document, DD_PART_BODY);
	const DdBlocks *footer = dd_document_get_blocks(document, DD_PART_FOOTER);
	g_assert_cmpuint(body->n, ==, 1);
	g_assert_cmpstr(body->items[0].paragraph.text, ==, "Kế \thoạch  \n");
	g_assert_cmpstr(body->items[0].paragraph.number, ==, "1.");
	g_assert_cmpuint(footer->n, ==, 1);
	g_assert_cmpuint(footer->items[0].page, ==, 3);
	g_assert_true(dd_document_has_note(document, DD_NOTE_MACROS));
	g_assert_false(dd_document_has_note(document, DD_NOTE_CUT));
}

/* Two columns; the left cell of the first row covers both rows, told row by row */
static void
test_merged_cells(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	g_assert_false(dd_document_builder_extend_cell(builder, 0));
	open_cell(builder, 0, 1);
	add(builder, "Sở Nội vụ");
	close_one(builder);
	open_cell(builder, 1, 2);
	g_assert_true(dd_document_builder_open_table(builder, NULL)); /* one inside */
	close_one(builder);
	close_one(builder);
	close_one(builder);
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	g_assert_true(dd_document_builder_extend_cell(builder, 0));
	g_assert_false(dd_document_builder_extend_cell(builder, 0)); /* it reaches this row already */
	g_assert_false(dd_document_builder_extend_cell(builder, 2));
	open_cell(builder, 1, 2);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	const DdTable *table = &dd_document_get_blocks(document, DD_PART_BODY)->items[0].table;
	g_assert_cmpuint(table->n, ==, 2);
	g_assert_cmpuint(table->columns, ==, 3);
	g_assert_cmpuint(table->rows[0].n, ==, 2);
	g_assert_cmpuint(table->rows[0].cells[0].rows, ==, 2);
	g_assert_cmpuint(table->rows[0].cells[1].blocks.n, ==, 1);
	g_assert_cmpuint(table->rows[1].n, ==, 1);
	g_assert_cmpuint(table->rows[1].cells[0].column, ==, 1);
}

/* What is told to reach below the last row ends there. */
static void
test_cut_cells(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("HTML");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	for (unsigned row = 0; row < 2; row++) {
		g_assert_true(dd_document_builder_open_row(builder, NULL));
		g_assert_true(dd_document_builder_open_cell(builder, row, 1, DD_MAX_TABLE_ROWS, NULL));
		close_one(builder);
		close_one(builder);
	}
	close_one(builder);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	const DdTable *table = &dd_document_get_blocks(document, DD_PART_BODY)->items[0].table;
	g_assert_cmpuint(table->rows[0].cells[0].rows, ==, 2);
	g_assert_cmpuint(table->rows[1].cells[0].rows, ==, 1);
}

/* The kind is copied, and only a word in capitals is one. */
static void
test_kind(void)
{
	char kind[] = "DOCX";
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new(kind);
	kind[0] = 'x';
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "DOCX");
	g_assert_true(dd_document_is_kind("A"));
	g_assert_true(dd_document_is_kind("ABCDEFGHIJ012345"));
	g_assert_false(dd_document_is_kind("ABCDEFGHIJ0123456"));
	g_assert_false(dd_document_is_kind(""));
	g_assert_false(dd_document_is_kind(NULL));
	g_assert_false(dd_document_is_kind(kind));
}

/* Three columns that an old program merges by saying of each cell that it goes on */
static void
test_widened_cells(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	g_assert_false(dd_document_builder_widen_cell(builder, 1, NULL));
	open_cell(builder, 0, 1);
	g_assert_false(dd_document_builder_widen_cell(builder, 1, NULL));
	close_one(builder);
	g_assert_true(dd_document_builder_widen_cell(builder, 2, NULL));
	g_assert_false(dd_document_builder_widen_cell(builder, DD_MAX_TABLE_COLUMNS - 2, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_false(dd_document_builder_open_cell(builder, 2, 1, 1, NULL));
	open_cell(builder, 3, 1);
	close_one(builder);
	close_one(builder);
	close_one(builder);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	const DdTable *table = &dd_document_get_blocks(document, DD_PART_BODY)->items[0].table;
	g_assert_cmpuint(table->columns, ==, 4);
	g_assert_cmpuint(table->rows[0].n, ==, 2);
	g_assert_cmpuint(table->rows[0].cells[0].columns, ==, 3);
	g_assert_cmpuint(table->rows[0].cells[1].column, ==, 3);
}

static void
test_wrong_shapes(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_assert_false(dd_document_builder_close(builder, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_assert_false(dd_document_builder_open_row(builder, NULL));
	g_assert_false(dd_document_builder_open_cell(builder, 0, 1, 1, NULL));
	g_assert_false(
		dd_document_builder_add_paragraph(builder, &(DdParagraph){.text = "\xC3"}, NULL));
	g_assert_false(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = "a", .heading = 10}, NULL));
	g_assert_true(dd_document_builder_open_table(builder, NULL));
	g_assert_false(dd_document_builder_set_part(builder, DD_PART_HEADER, NULL));
	g_assert_false(dd_document_builder_add_paragraph(builder, &(DdParagraph){.text = "a"}, NULL));
	g_assert_true(dd_document_builder_open_row(builder, NULL));
	g_assert_false(dd_document_builder_open_cell(builder, 0, 0, 1, NULL));
	open_cell(builder, 1, 1);
	close_one(builder);
	g_assert_false(dd_document_builder_open_cell(builder, 1, 1, 1, NULL));
	g_assert_null(dd_document_builder_finish(builder, NULL));
}

/* Files inside: bytes are there exactly when a file is whole, names hold no control, all of them together have an end. */
static void
test_members(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = g_bytes_new_static("ab", 2);
	g_autofree char *large = g_malloc0(DD_MAX_MEMBERS_BYTES);
	g_autoptr(GBytes) rest = g_bytes_new_static(large, DD_MAX_MEMBERS_BYTES - 2);
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("ZIP");
	const DdMember wrong[] = {{.name = "a"}, {.name = "", .bytes = bytes},
		{.name = "a", .bytes = bytes, .state = DD_MEMBER_BROKEN},
		{.name = "a", .state = DD_MEMBER_LAST}, {.name = "\xFF", .bytes = bytes}};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dd_document_builder_add_member(builder, &wrong[i], NULL));
	const DdMember good[] = {{.name = "a\tb\n\x1B.txt", .bytes = bytes},
		{.name = "c", .state = DD_MEMBER_ENCRYPTED}, {.name = "d", .bytes = rest}};
	for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
		g_assert_true(dd_document_builder_add_member(builder, &good[i], NULL));
	g_assert_false(dd_document_builder_add_member(builder, &good[0], &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	size_t n;
	const DdMember *members = dd_document_get_members(document, &n);
	g_assert_cmpuint(n, ==, 3);
	g_assert_cmpstr(members[0].name, ==, "a b  .txt");
	g_assert_true(members[0].bytes == bytes);
	g_assert_null(members[1].bytes);
}

static void
test_maxima(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	for (size_t i = 0; i < DD_MAX_TABLE_DEPTH; i++) {
		g_assert_true(dd_document_builder_open_table(builder, NULL));
		g_assert_true(dd_document_builder_open_row(builder, NULL));
		open_cell(builder, 0, 1);
	}
	g_assert_false(dd_document_builder_open_table(builder, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	close_one(builder);
	g_assert_false(dd_document_builder_open_cell(builder, 1, DD_MAX_TABLE_COLUMNS, 1, NULL));
	g_autofree char *number = g_strnfill(DD_MAX_NUMBER_BYTES + 1, '1');
	open_cell(builder, 1, 1);
	g_assert_false(dd_document_builder_add_paragraph(
		builder, &(DdParagraph){.text = "a", .number = number}, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/document/paragraphs", test_paragraphs);
	g_test_add_func("/document/merged-cells", test_merged_cells);
	g_test_add_func("/document/cut-cells", test_cut_cells);
	g_test_add_func("/document/kind", test_kind);
	g_test_add_func("/document/widened-cells", test_widened_cells);
	g_test_add_func("/document/wrong-shapes", test_wrong_shapes);
	g_test_add_func("/document/members", test_members);
	g_test_add_func("/document/maxima", test_maxima);
	return g_test_run();
}
