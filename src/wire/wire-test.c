/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire.h"

#include <string.h>

#include "document-builder.h"
#include "error.h"
#include "maxima.h"
#include "payload-writer.h"
#include "wire-test-support.h"

static void
test_round_trip(void)
{
	static const size_t steps[] = {SIZE_MAX, 1, 2, 3, 5, 7, 13, 64, 1000};
	for (size_t i = 0; dd_wire_sample(i) != NULL; i++) {
		g_autoptr(DdDocument) document = dd_wire_sample(i)->make();
		g_autoptr(GByteArray) stream = dd_wire_encode(document);
		for (size_t at = 0; at < G_N_ELEMENTS(steps); at++) {
			g_autoptr(GError) error = NULL;
			g_autoptr(DdDocument)
				back = dd_wire_decode(stream->data, stream->len, steps[at], &error);
			g_assert_no_error(error);
			dd_wire_assert_same(document, back);
			g_autoptr(GByteArray) again = dd_wire_encode(back);
			dd_wire_assert_bytes(again, stream->data, stream->len);
		}
	}
}

/* The comparison above would pass two documents that lost the same: here is what the rich one has. */
static void
test_rich(void)
{
	g_autoptr(DdDocument) document = dd_wire_sample(0)->make();
	g_autoptr(GByteArray) stream = dd_wire_encode(document);
	g_autoptr(DdDocument) back = dd_wire_decode(stream->data, stream->len, SIZE_MAX, NULL);
	const DdBlocks *body = dd_document_get_blocks(back, DD_PART_BODY);
	g_assert_cmpstr(dd_document_get_kind(back), ==, "DOCX");
	g_assert_true(dd_document_has_note(back, DD_NOTE_CUT));
	g_assert_cmpuint(body->n, ==, 7);
	g_assert_cmpuint(dd_document_get_blocks(back, DD_PART_FOOTNOTE)->n, ==, 1);
	g_assert_cmpstr(body->items[2].paragraph.number, ==, "đ)");
	g_assert_cmpstr(body->items[2].paragraph.style, ==, "Heading 1");
	g_assert_cmpuint(body->items[2].paragraph.heading, ==, DD_MAX_HEADING);
	g_assert_true(body->items[2].paragraph.boxed);
	g_assert_true(body->items[0].paragraph.bold);
	g_assert_cmpstr(body->items[3].paragraph.text, ==, "");
	g_assert_null(body->items[3].paragraph.number);
	g_assert_cmpuint(body->items[4].page, ==, 2);
	const DdTable *table = &body->items[4].table;
	g_assert_cmpuint(table->n, ==, 2);
	g_assert_cmpuint(table->columns, ==, DD_MAX_TABLE_COLUMNS);
	g_assert_cmpuint(table->rows[0].cells[0].rows, ==, 2);
	const DdTable *inside = &table->rows[0].cells[1].blocks.items[1].table;
	g_assert_cmpstr(inside->rows[0].cells[0].blocks.items[0].paragraph.text, ==, "Sở Nội vụ");
	g_assert_cmpuint(inside->rows[0].cells[0].blocks.items[0].page, ==, 3);
	g_assert_cmpuint(inside->rows[1].n, ==, 0);
	g_assert_cmpuint(body->items[5].page, ==, 0);
	g_assert_cmpuint(body->items[6].page, ==, G_MAXUINT32);
}

static void
test_prefixes(void)
{
	for (size_t i = 0; dd_wire_sample(i) != NULL; i++) {
		g_autoptr(DdDocument) document = dd_wire_sample(i)->make();
		g_autoptr(GByteArray) stream = dd_wire_encode(document);
		for (size_t len = 0; len < stream->len; len++) {
			g_autoptr(GError) error = NULL;
			g_autoptr(DdWireDecoder) decoder = dd_wire_decoder_new();
			g_assert_true(dd_wire_decoder_feed(decoder, stream->data, len, &error));
			g_assert_no_error(error);
			g_assert_false(dd_wire_decoder_is_done(decoder));
			g_assert_null(dd_wire_decoder_finish(decoder, &error));
			g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		}
	}
}

static void
check_blocks(const DdBlocks *blocks, unsigned depth);

static void
check_table(const DdTable *table, unsigned depth)
{
	g_assert_cmpuint(table->columns, <=, DD_MAX_TABLE_COLUMNS);
	for (size_t row = 0; row < table->n; row++) {
		uint32_t end = 0;
		for (size_t i = 0; i < table->rows[row].n; i++) {
			const DdCell *cell = &table->rows[row].cells[i];
			g_assert_cmpuint(cell->columns, >=, 1);
			g_assert_cmpuint(cell->rows, >=, 1);
			g_assert_cmpuint(cell->column, >=, end);
			end = cell->column + cell->columns;
			g_assert_cmpuint(end, <=, table->columns);
			g_assert_cmpuint(cell->rows, <=, table->n - row);
			check_blocks(&cell->blocks, depth + 1);
		}
	}
}

static void
check_blocks(const DdBlocks *blocks, unsigned depth)
{
	g_assert_cmpuint(depth, <=, DD_MAX_TABLE_DEPTH);
	for (size_t i = 0; i < blocks->n; i++) {
		const DdParagraph *paragraph = &blocks->items[i].paragraph;
		if (blocks->items[i].kind == DD_BLOCK_TABLE) {
			check_table(&blocks->items[i].table, depth);
			continue;
		}
		g_assert_cmpint(blocks->items[i].kind, ==, DD_BLOCK_PARAGRAPH);
		g_assert_true(g_utf8_validate(paragraph->text, -1, NULL));
		g_assert_true(
			paragraph->number == NULL || g_utf8_validate(paragraph->number, -1, NULL));
		g_assert_true(paragraph->style == NULL || g_utf8_validate(paragraph->style, -1, NULL));
		g_assert_cmpuint(paragraph->heading, <=, DD_MAX_HEADING);
		g_assert_cmpuint(paragraph->align, <, DD_ALIGN_LAST);
	}
}

/* Each byte becomes each other one: what is accepted is well formed, and goes back into the same bytes. */
static void
test_changes(void)
{
	g_autoptr(DdDocument) document = dd_wire_sample(0)->make();
	g_autoptr(GByteArray) stream = dd_wire_encode(document);
	unsigned refused = 0, taken = 0;
	for (size_t at = 0; at < stream->len; at++) {
		for (unsigned flip = 1; flip < 256; flip++) {
			stream->data[at] ^= (guint8)flip;
			g_autoptr(GError) error = NULL;
			g_autoptr(DdDocument)
				back = dd_wire_decode(stream->data, stream->len, SIZE_MAX, &error);
			if (back == NULL) {
				g_assert_true(error != NULL && error->domain == DD_ERROR);
				refused++;
			} else {
				for (unsigned part = 0; part < DD_PART_LAST; part++)
					check_blocks(dd_document_get_blocks(back, (DdPart)part), 0);
				g_autoptr(GByteArray) again = dd_wire_encode(back);
				dd_wire_assert_bytes(again, stream->data, stream->len);
				taken++;
			}
			stream->data[at] ^= (guint8)flip;
		}
	}
	g_assert_cmpuint(taken, >, 0);
	g_assert_cmpuint(refused, >, 0);
	g_test_message("%u bytes: %u changes refused, %u taken", stream->len, refused, taken);
}

/* Sends an error. Returns: (transfer full) what arrives */
static GError *
send_error(GQuark domain, int code, const char *message)
{
	g_autoptr(GError) sent = g_error_new_literal(domain, code, message);
	g_autoptr(GByteArray) stream = dd_wire_encode_error(sent);
	for (size_t len = 0; len < stream->len; len++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(dd_wire_decode(stream->data, len, 4, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	GError *error = NULL;
	g_assert_null(dd_wire_decode(stream->data, stream->len, 3, &error));
	g_assert_nonnull(error);
	return error;
}

static void
test_errors(void)
{
	for (int code = 0; code < DD_ERROR_LAST; code++) {
		g_autoptr(GError) error = send_error(DD_ERROR, code, "tệp có mật khẩu (encrypted)");
		g_assert_error(error, DD_ERROR, code);
		g_assert_cmpstr(error->message, ==, "tệp có mật khẩu (encrypted)");
	}
	g_autoptr(GError) foreign = send_error(G_FILE_ERROR, G_FILE_ERROR_NOENT, "");
	g_assert_error(foreign, DD_ERROR, DD_ERROR_INTERNAL);
	g_assert_cmpstr(foreign->message, ==, "");
	g_autoptr(GError) unknown = send_error(DD_ERROR, DD_ERROR_LAST, "?");
	g_assert_error(unknown, DD_ERROR, DD_ERROR_INTERNAL);
	g_autoptr(GError) unclean = send_error(DD_ERROR, DD_ERROR_IO, "a\nb\33[31mc\302\205d\377e");
	g_assert_cmpstr(unclean->message, ==, "a b [31mc d\357\277\275e");
	/* letters of two bytes, one byte before them: one does not fit whole */
	g_autoptr(GString) much = g_string_new("x");
	while (much->len <= DD_MAX_MESSAGE_BYTES)
		g_string_append(much, "đ");
	g_autoptr(GError) cut = send_error(DD_ERROR, DD_ERROR_IO, much->str);
	g_assert_cmpuint(strlen(cut->message), ==, DD_MAX_MESSAGE_BYTES - 1);
	g_assert_true(g_str_has_prefix(much->str, cut->message));
}

typedef struct {
	unsigned calls, works; /* how many calls still do */
} Pipe;

static bool
write_to_pipe(G_GNUC_UNUSED const void *bytes, size_t len, void *user_data)
{
	Pipe *pipe = user_data;
	g_assert_cmpuint(len, >, 0);
	return ++pipe->calls <= pipe->works;
}

/* A reader that is gone: the encoder stops at the first write that fails. */
static void
test_broken_pipe(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	g_autofree char *text = g_strnfill((gsize)100 << 10, 'a');
	for (unsigned i = 0; i < 5; i++)
		g_assert_true(dd_document_builder_add_paragraph(
			builder, &(DdParagraph){.text = text}, NULL));
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	Pipe whole = {.works = G_MAXUINT};
	g_assert_true(dd_wire_write_document(&(DdWireWriter){write_to_pipe, &whole, false}, document));
	g_assert_cmpuint(whole.calls, >, 4);
	for (unsigned works = 0; works < whole.calls; works++) {
		Pipe pipe = {.works = works};
		g_assert_false(dd_wire_write_document(
			&(DdWireWriter){write_to_pipe, &pipe, false}, document));
		g_assert_cmpuint(pipe.calls, ==, works + 1);
	}
	g_autoptr(GError) error = g_error_new_literal(DD_ERROR, DD_ERROR_IO, "?");
	g_assert_false(dd_wire_write_error(&(DdWireWriter){write_to_pipe, &(Pipe){0}, false}, error));
}

/* What is out of range is not written, at either end of the range. */
static void
test_writer_ranges(void)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	DdPayloadWriter writer = {.bytes = bytes};
	dd_payload_put_u8(&writer, 3, 3, 5);
	dd_payload_put_u8(&writer, 5, 3, 5);
	dd_payload_put_u32(&writer, 300, 300, 70000);
	dd_payload_put_u32(&writer, 70000, 300, 70000);
	dd_payload_put_string(&writer, "đ", 2);
	dd_payload_put_string(&writer, NULL, 0);
	g_assert_false(writer.failed);
	static const char right[] = "\3\5\54\1\0\0\160\21\1\0\2\0\0\0đ\0\0\0\0";
	dd_wire_assert_bytes(bytes, right, sizeof(right) - 1);
	g_byte_array_set_size(bytes, 0);
	for (unsigned i = 0; i < 6; i++) {
		writer.failed = false;
		if (i < 2)
			dd_payload_put_u8(&writer, i == 0 ? 2 : 6, 3, 5);
		else if (i < 4)
			dd_payload_put_u32(&writer, i == 2 ? 299 : 70001, 300, 70000);
		else
			dd_payload_put_string(&writer, i == 4 ? "đ" : "\377", i == 4 ? 1 : 9);
		g_assert_true(writer.failed);
		g_assert_cmpuint(bytes->len, ==, 0);
	}
}

/* As many paragraphs as a document may hold: linear, or the test runs out of its time */
static void
test_million(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	for (uint32_t i = 0; i < DD_MAX_BLOCKS; i++) {
		dd_document_builder_set_page(builder, i / 40);
		g_assert_true(dd_document_builder_add_paragraph(builder,
			&(DdParagraph){.text = "Giao Sở Y tế chủ trì", .number = "1.", .style = "Normal"},
			NULL));
	}
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_test_timer_start();
	g_autoptr(GByteArray) stream = dd_wire_encode(document);
	double encoded = g_test_timer_elapsed();
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument)
		back = dd_wire_decode(stream->data, stream->len, (size_t)64 << 10, &error);
	g_assert_no_error(error);
	g_test_message("%u paragraphs, %u bytes: encoded in %.2f s, decoded in %.2f s",
		DD_MAX_BLOCKS, stream->len, encoded, g_test_timer_elapsed() - encoded);
	dd_wire_assert_same(document, back);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wire/round-trip", test_round_trip);
	g_test_add_func("/wire/rich", test_rich);
	g_test_add_func("/wire/prefixes", test_prefixes);
	g_test_add_func("/wire/changes", test_changes);
	g_test_add_func("/wire/errors", test_errors);
	g_test_add_func("/wire/broken-pipe", test_broken_pipe);
	g_test_add_func("/wire/writer-ranges", test_writer_ranges);
	g_test_add_func("/wire/million", test_million);
	return g_test_run();
}
