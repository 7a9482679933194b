/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encode.c: a Document, or an error, as frames. It runs in the worker, last of all. */
#include "error.h"
#include "frame.h"
#include "maxima.h"
#include "payload-writer.h"
#include "wire.h"

#include <string.h>

#define FLUSH_BYTES                                                                                \
	((size_t)64 << 10) /* frames go out together: a write for each would be a system call for each */

typedef struct {
	DdPayloadWriter payload; /* frames not yet written, the open one last */
	size_t frame_at;         /* where in them the open one begins */
	DdWireWriteFunc write;
	void *user_data;
	uint32_t page; /* that the other side knows of */
} Encoder;

static void
flush(Encoder *self)
{
	GByteArray *bytes = self->payload.bytes;
	if (!self->payload.failed && bytes->len > 0)
		self->payload.failed = !self->write(bytes->data, bytes->len, self->user_data);
	g_byte_array_set_size(bytes, 0);
}

static void
open_frame(Encoder *self, DdFrameType type)
{
	self->frame_at = self->payload.bytes->len;
	dd_payload_put_u8(&self->payload, (uint8_t)type, DD_FRAME_BEGIN, DD_FRAME_LAST - 1);
	dd_payload_put_u32(&self->payload, 0, 0, 0); /* its length, not known yet */
}

static void
close_frame(Encoder *self)
{
	GByteArray *bytes = self->payload.bytes;
	size_t len = bytes->len - self->frame_at - DD_FRAME_HEAD_BYTES;
	self->payload.failed |= len > DD_MAX_WIRE_FRAME_BYTES;
	uint32_t little = GUINT32_TO_LE((uint32_t)len);
	memcpy(bytes->data + self->frame_at + 1, &little, sizeof(little));
	if (bytes->len >= FLUSH_BYTES)
		flush(self);
}

static void
put_empty(Encoder *self, DdFrameType type)
{
	open_frame(self, type);
	close_frame(self);
}

static void
put_begin(Encoder *self, const char *kind)
{
	open_frame(self, DD_FRAME_BEGIN);
	dd_payload_put_string(&self->payload, kind, DD_MAX_KIND_BYTES);
	close_frame(self);
}

static void
put_number(Encoder *self, DdFrameType type, unsigned value, unsigned last)
{
	open_frame(self, type);
	dd_payload_put_u8(&self->payload, (uint8_t)value, 0, (uint8_t)(last - 1));
	close_frame(self);
}

static void
put_page(Encoder *self, uint32_t page)
{
	if (page == self->page)
		return;
	open_frame(self, DD_FRAME_PAGE);
	dd_payload_put_u32(&self->payload, page, 0, G_MAXUINT32);
	close_frame(self);
	self->page = page;
}

static void
put_sheet(Encoder *self, DdPage page)
{
	open_frame(self, DD_FRAME_SHEET);
	dd_payload_put_u32(&self->payload, page.width, 0, G_MAXUINT16);
	dd_payload_put_u32(&self->payload, page.height, 0, G_MAXUINT16);
	dd_payload_put_u8(&self->payload, page.unread, 0, 1);
	dd_payload_put_u8(&self->payload, page.turned, 0, 3);
	dd_payload_put_u32(&self->payload, (uint32_t)(page.skew + DD_MAX_SKEW), 0, 2 * DD_MAX_SKEW);
	close_frame(self);
}

static void
put_signature(Encoder *self, const DdSignature *signature)
{
	DdPayloadWriter *payload = &self->payload;
	uint64_t time = (uint64_t)signature->time;
	open_frame(self, DD_FRAME_SIGNATURE);
	dd_payload_put_string(payload, signature->signer, DD_MAX_SIGNER_BYTES);
	dd_payload_put_string(payload, signature->organisation, DD_MAX_SIGNER_BYTES);
	dd_payload_put_string(payload, signature->authority, DD_MAX_SIGNER_BYTES);
	dd_payload_put_u32(payload, (uint32_t)(time >> 32), 0, G_MAXINT32);
	dd_payload_put_u32(payload, (uint32_t)time, 0, G_MAXUINT32);
	dd_payload_put_u8(payload, (uint8_t)signature->state, 0, DD_SIGNATURE_LAST - 1);
	dd_payload_put_u8(payload, (uint8_t)signature->trust, 0, DD_TRUST_LAST - 1);
	dd_payload_put_u8(payload, signature->time_stamped, 0, 1);
	dd_payload_put_u8(payload, signature->whole, 0, 1);
	close_frame(self);
}

static void
put_places(Encoder *self, const DdPlace *places, uint32_t n)
{
	DdPayloadWriter *payload = &self->payload;
	if (n == 0)
		return;
	open_frame(self, DD_FRAME_PLACES);
	for (uint32_t i = 0; i < n; i++) {
		const DdPlace *place = &places[i];
		dd_payload_put_u32(payload, place->start, 0, DD_MAX_PARAGRAPH_BYTES);
		dd_payload_put_u32(payload, place->page, 1, DD_MAX_PAGES);
		dd_payload_put_u32(payload, place->left, 0, G_MAXUINT16);
		dd_payload_put_u32(payload, place->top, 0, G_MAXUINT16);
		dd_payload_put_u32(payload, place->right, 0, G_MAXUINT16);
		dd_payload_put_u32(payload, place->bottom, 0, G_MAXUINT16);
		dd_payload_put_u8(payload, place->confidence, 0, G_MAXUINT8);
	}
	close_frame(self);
}

static void
put_paragraph(Encoder *self, const DdParagraph *paragraph)
{
	DdPayloadWriter *payload = &self->payload;
	put_places(self, paragraph->places, paragraph->n_places);
	open_frame(self, DD_FRAME_PARAGRAPH);
	dd_payload_put_u8(payload, paragraph->heading, 0, DD_MAX_HEADING);
	dd_payload_put_u8(payload, paragraph->align, 0, DD_ALIGN_LAST - 1);
	dd_payload_put_u8(payload, paragraph->bold, 0, 1);
	dd_payload_put_u8(payload, paragraph->boxed, 0, 1);
	dd_payload_put_string(payload, paragraph->text, DD_MAX_PARAGRAPH_BYTES);
	dd_payload_put_string(payload, paragraph->number, DD_MAX_NUMBER_BYTES);
	dd_payload_put_string(payload, paragraph->style, DD_MAX_STYLE_BYTES);
	close_frame(self);
}

static void
put_cell(Encoder *self, const DdCell *cell)
{
	DdPayloadWriter *payload = &self->payload;
	open_frame(self, DD_FRAME_CELL);
	dd_payload_put_u32(payload, cell->column, 0, DD_MAX_TABLE_COLUMNS - 1);
	dd_payload_put_u32(payload, cell->columns, 1, DD_MAX_TABLE_COLUMNS);
	dd_payload_put_u32(payload, cell->rows, 1, DD_MAX_TABLE_ROWS);
	close_frame(self);
}

static void
put_blocks(Encoder *self, const DdBlocks *blocks, unsigned depth);

static void
/* NOLINTNEXTLINE(misc-no-recursion): put_blocks stops at DD_MAX_TABLE_DEPTH */
put_table(Encoder *self, const DdTable *table, unsigned depth)
{
	put_empty(self, DD_FRAME_TABLE);
	for (size_t at = 0; at < table->n; at++) {
		const DdRow *row = &table->rows[at];
		put_empty(self, DD_FRAME_ROW);
		for (size_t i = 0; i < row->n; i++) {
			put_cell(self, &row->cells[i]);
			put_blocks(self, &row->cells[i].blocks, depth + 1);
			put_empty(self, DD_FRAME_CLOSE);
		}
		put_empty(self, DD_FRAME_CLOSE);
	}
	put_empty(self, DD_FRAME_CLOSE);
}

/* @depth: tables around these blocks */
static void
/* NOLINTNEXTLINE(misc-no-recursion): at most DD_MAX_TABLE_DEPTH of them */
put_blocks(Encoder *self, const DdBlocks *blocks, unsigned depth)
{
	self->payload.failed |= depth > DD_MAX_TABLE_DEPTH;
	for (size_t i = 0; i < blocks->n && !self->payload.failed; i++) {
		const DdBlock *block = &blocks->items[i];
		put_page(self, block->page);
		if (block->kind == DD_BLOCK_PARAGRAPH)
			put_paragraph(self, &block->paragraph);
		else
			put_table(self, &block->table, depth);
	}
}

static void
begin_stream(Encoder *self, GByteArray *bytes, DdWireWriter *writer)
{
	*self = (Encoder){
		.payload = {.bytes = bytes}, .write = writer->write, .user_data = writer->user_data};
	if (writer->begun)
		return;
	writer->begun = true;
	g_byte_array_append(bytes, (const guint8 *)DD_WIRE_MAGIC, sizeof(DD_WIRE_MAGIC) - 1);
	dd_payload_put_u8(&self->payload, DD_WIRE_VERSION, 0, G_MAXUINT8);
}

static void
put_member(Encoder *self, const DdMember *member)
{
	gsize left = 0;
	const guint8 *bytes = member->bytes != NULL ? g_bytes_get_data(member->bytes, &left) : NULL;
	open_frame(self, DD_FRAME_MEMBER);
	dd_payload_put_u8(&self->payload, (uint8_t)member->state, 0, DD_MEMBER_LAST - 1);
	dd_payload_put_u32(&self->payload, (uint32_t)left, 0, DD_MAX_MEMBERS_BYTES);
	dd_payload_put_string(&self->payload, member->name, DD_MAX_MEMBER_NAME_BYTES);
	close_frame(self);
	while (left > 0 && !self->payload.failed) {
		gsize n = MIN(left, DD_FRAME_PIECE_BYTES);
		open_frame(self, DD_FRAME_PIECE);
		g_byte_array_append(self->payload.bytes, bytes, (guint)n);
		close_frame(self);
		bytes += n;
		left -= n;
	}
}

/* Returns: TRUE when all of the stream is out */
static bool
end_stream(Encoder *self)
{
	put_empty(self, DD_FRAME_END);
	flush(self);
	return !self->payload.failed;
}

bool
dd_wire_write_progress(DdWireWriter *writer, uint32_t done, uint32_t of)
{
	g_return_val_if_fail(writer != NULL, FALSE);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	Encoder encoder;
	begin_stream(&encoder, bytes, writer);
	open_frame(&encoder, DD_FRAME_PROGRESS);
	dd_payload_put_u32(&encoder.payload, done, 1, of);
	dd_payload_put_u32(&encoder.payload, of, 1, DD_MAX_PAGES);
	close_frame(&encoder);
	flush(&encoder);
	return !encoder.payload.failed;
}

/* What is said of a document before its blocks */
static void
put_head(Encoder *self, const DdDocument *document)
{
	size_t n;
	put_begin(self, dd_document_get_kind(document));
	for (unsigned note = 0; note < DD_NOTE_LAST; note++)
		if (dd_document_has_note(document, (DdNote)note))
			put_number(self, DD_FRAME_NOTE, note, DD_NOTE_LAST);
	const DdPage *pages = dd_document_get_pages(document, &n);
	for (size_t i = 0; i < n; i++)
		put_sheet(self, pages[i]);
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	for (size_t i = 0; i < n; i++)
		put_signature(self, &signatures[i]);
}

bool
dd_wire_write_document(DdWireWriter *writer, const DdDocument *document)
{
	g_return_val_if_fail(document != NULL && writer != NULL, FALSE);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	Encoder encoder;
	begin_stream(&encoder, bytes, writer);
	put_head(&encoder, document);
	for (unsigned part = 0; part < DD_PART_LAST; part++) {
		const DdBlocks *blocks = dd_document_get_blocks(document, (DdPart)part);
		if (blocks->n == 0)
			continue;
		put_number(&encoder, DD_FRAME_PART, part, DD_PART_LAST);
		put_blocks(&encoder, blocks, 0);
	}
	size_t n;
	const DdMember *members = dd_document_get_members(document, &n);
	for (size_t i = 0; i < n; i++)
		put_member(&encoder, &members[i]);
	return end_stream(&encoder);
}

/* Returns: (transfer full) @message as it may be shown on one line: valid, bounded, without control characters */
static char *
clean_message(const char *message)
{
	g_autofree char *valid = g_utf8_make_valid(message, -1);
	GString *clean = g_string_new(NULL);
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		size_t len = (size_t)(g_utf8_next_char(at) - at);
		if (clean->len + len > DD_MAX_MESSAGE_BYTES)
			break;
		if (g_unichar_iscntrl(letter))
			g_string_append_c(clean, ' ');
		else
			g_string_append_len(clean, at, (gssize)len);
	}
	return g_string_free(clean, FALSE);
}

bool
dd_wire_write_error(DdWireWriter *writer, const GError *error)
{
	g_return_val_if_fail(error != NULL && writer != NULL, FALSE);
	bool is_ours = error->domain == DD_ERROR && error->code >= 0 && error->code < DD_ERROR_LAST;
	g_autofree char *message = clean_message(error->message);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	Encoder encoder;
	begin_stream(&encoder, bytes, writer);
	open_frame(&encoder, DD_FRAME_ERROR);
	dd_payload_put_u8(&encoder.payload, (uint8_t)(is_ours ? error->code : DD_ERROR_INTERNAL), 0,
		DD_ERROR_LAST - 1);
	dd_payload_put_string(&encoder.payload, message, DD_MAX_MESSAGE_BYTES);
	close_frame(&encoder);
	return end_stream(&encoder);
}
