/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decode.c: frames become a Document again. One table says of each type of frame where it may come, how long it may be and
 * who takes it; what is not in the table is refused before a byte of its payload is held.
 */
#include "wire.h"

#include <string.h>

#include "document-builder.h"
#include "error.h"
#include "frame.h"
#include "maxima.h"
#include "payload-reader.h"

/* What came last, and so what may come now */
typedef enum {
	AT_NOWHERE,    /* refused: nothing more may come */
	AT_START,      /* the greeting */
	AT_HEAD,       /* of a document: its kind, its notes */
	AT_SHEET,      /* of a document: its pages */
	AT_SIGNATURE,  /* of a document: its signatures */
	AT_PART,       /* begun, without a block so far */
	AT_PLACES,     /* told, and the paragraph that they are told for is missing */
	AT_PAGE,       /* told, and the block that it is told for is missing */
	AT_BLOCK,      /* of a part, outside of tables */
	AT_TABLE,      /* between rows */
	AT_ROW,        /* between cells */
	AT_CELL,       /* between its blocks */
	AT_MEMBER,     /* told, with all its bytes */
	AT_PIECE,      /* of a member; more are missing */
	AT_ERROR,      /* told */
	AT_END,        /* of the stream */
	AT_BLOCK_END,  /* of a paragraph or table: AT_BLOCK or, inside of tables, AT_CELL */
	AT_MEMBER_END, /* of a member or piece: AT_MEMBER or AT_PIECE */
	AT_LAST
} Place;

/* What is being collected */
typedef enum { IN_GREETING, IN_HEAD, IN_PAYLOAD } Phase;

/* A table that is open */
typedef struct {
	uint32_t rows;  /* begun */
	uint32_t reach; /* rows that its cells cover */
} OpenTable;

struct _DdWireDecoder {
	GByteArray *held; /* of what is being collected; at most one frame */
	size_t wanted;    /* bytes until it is whole */
	Phase phase;
	DdFrameType type; /* of the frame whose payload comes */
	Place place;
	uint64_t n_frames;
	DdDocumentBuilder *builder; /* since BEGIN */
	GError *said;               /* by an ERROR frame */
	uint8_t next_note, next_part;
	uint32_t page;
	uint32_t done, of; /* pages read so far */
	GArray *places;    /* DdPlace, of the paragraph to come */
	size_t n_places;
	GByteArray *member; /* of the one that comes in pieces; NULL none */
	char *member_name;
	uint32_t member_left; /* bytes of it that are missing */
	uint32_t n_member_bytes;
	OpenTable tables[DD_MAX_TABLE_DEPTH];
	size_t depth;
};

typedef bool (*TakeFunc)(DdWireDecoder *self, DdPayloadReader *payload, GError **error);

typedef struct {
	const char *name;
	TakeFunc take;
	uint32_t least, most; /* bytes of payload */
	Place next[AT_LAST];  /* by the place it comes at; AT_NOWHERE: it may not come there */
} Rule;

static bool
refuse(GError **error, DdError code, const char *why)
{
	g_set_error_literal(error, DD_ERROR, (gint)code, why);
	return false;
}

static bool
take_begin(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	g_autofree char *kind = NULL;
	if (!dd_payload_get_string(payload, DD_MAX_KIND_BYTES, &kind, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (!dd_document_is_kind(kind))
		return refuse(error, DD_ERROR_INVALID_DATA, "this is no kind of file");
	self->builder = dd_document_builder_new(kind);
	return true;
}

static bool
take_note(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint8_t note;
	if (!dd_payload_get_u8(payload, self->next_note, DD_NOTE_LAST - 1, &note, error) ||
		!dd_payload_end(payload, error))
		return false;
	dd_document_builder_add_note(self->builder, (DdNote)note);
	self->next_note = (uint8_t)(note + 1);
	return true;
}

static bool
take_sheet(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint32_t width, height, skew;
	uint8_t unread, turned;
	if (!dd_payload_get_u32(payload, 0, G_MAXUINT16, &width, error) ||
		!dd_payload_get_u32(payload, 0, G_MAXUINT16, &height, error) ||
		!dd_payload_get_u8(payload, 0, 1, &unread, error) ||
		!dd_payload_get_u8(payload, 0, 3, &turned, error) ||
		!dd_payload_get_u32(payload, 0, 2 * DD_MAX_SKEW, &skew, error) ||
		!dd_payload_end(payload, error))
		return false;
	const DdPage page = {(uint16_t)width, (uint16_t)height, unread != 0, turned,
		(int16_t)((int)skew - DD_MAX_SKEW)};
	return dd_document_builder_add_page(self->builder, page, error);
}

/* Does @text hold a control other than those of @kept? No Document does: it would reach a terminal. */
static bool
has_control(const char *text, const char *kept)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (g_unichar_iscntrl(g_utf8_get_char(text)) && strchr(kept, *text) == NULL)
			return true;
	return false;
}

static bool
take_signature(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	g_autofree char *signer = NULL;
	g_autofree char *organisation = NULL;
	g_autofree char *authority = NULL;
	uint32_t high, low;
	uint8_t state, trust, stamped, whole;
	if (!dd_payload_get_string(payload, DD_MAX_SIGNER_BYTES, &signer, error) ||
		!dd_payload_get_string(payload, DD_MAX_SIGNER_BYTES, &organisation, error) ||
		!dd_payload_get_string(payload, DD_MAX_SIGNER_BYTES, &authority, error) ||
		!dd_payload_get_u32(payload, 0, G_MAXINT32, &high, error) ||
		!dd_payload_get_u32(payload, 0, G_MAXUINT32, &low, error) ||
		!dd_payload_get_u8(payload, 0, DD_SIGNATURE_LAST - 1, &state, error) ||
		!dd_payload_get_u8(payload, 0, DD_TRUST_LAST - 1, &trust, error) ||
		!dd_payload_get_u8(payload, 0, 1, &stamped, error) ||
		!dd_payload_get_u8(payload, 0, 1, &whole, error) || !dd_payload_end(payload, error))
		return false;
	if (has_control(signer, "") || has_control(organisation, "") || has_control(authority, ""))
		return refuse(error, DD_ERROR_INVALID_DATA, "a name holds control characters");
	const DdSignature signature = {
		.signer = signer, /* the builder takes "" for none */
		.organisation = organisation,
		.authority = authority,
		.time = (int64_t)((uint64_t)high << 32 | low),
		.state = (DdSignatureState)state,
		.trust = (DdTrust)trust,
		.time_stamped = stamped != 0,
		.whole = whole != 0,
	};
	return dd_document_builder_add_signature(self->builder, &signature, error);
}

static bool
take_progress(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint32_t done, of;
	if (!dd_payload_get_u32(payload, self->done + 1, DD_MAX_PAGES, &done, error) ||
		!dd_payload_get_u32(payload, done, DD_MAX_PAGES, &of, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (self->of != 0 && of != self->of)
		return refuse(error, DD_ERROR_INVALID_DATA, "the number of pages has changed");
	self->done = done;
	self->of = of;
	return true;
}

static bool
take_part(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint8_t part;
	if (!dd_payload_get_u8(payload, self->next_part, DD_PART_LAST - 1, &part, error) ||
		!dd_payload_end(payload, error))
		return false;
	self->next_part = (uint8_t)(part + 1);
	return dd_document_builder_set_part(self->builder, (DdPart)part, error);
}

static bool
take_page(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint32_t page;
	if (!dd_payload_get_u32(payload, 0, G_MAXUINT32, &page, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (page == self->page)
		return refuse(error, DD_ERROR_INVALID_DATA, "this page has been told");
	dd_document_builder_set_page(self->builder, page);
	self->page = page;
	return true;
}

static bool
take_place(DdPayloadReader *payload, DdPlace *place_out, GError **error)
{
	uint32_t sides[4];
	if (!dd_payload_get_u32(payload, 0, DD_MAX_PARAGRAPH_BYTES, &place_out->start, error) ||
		!dd_payload_get_u32(payload, 1, DD_MAX_PAGES, &place_out->page, error))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
		if (!dd_payload_get_u32(payload, 0, G_MAXUINT16, &sides[i], error))
			return false;
	place_out->left = (uint16_t)sides[0];
	place_out->top = (uint16_t)sides[1];
	place_out->right = (uint16_t)sides[2];
	place_out->bottom = (uint16_t)sides[3];
	return dd_payload_get_u8(payload, 0, G_MAXUINT8, &place_out->confidence, error);
}

/* They are held until their paragraph comes, which is the next frame. */
static bool
take_places(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	size_t n = payload->left / DD_FRAME_PLACE_BYTES;
	if (n > DD_MAX_PLACES - self->n_places)
		return refuse(error, DD_ERROR_TOO_LARGE, "there are too many");
	self->n_places += n;
	for (; n > 0; n--) {
		DdPlace place;
		if (!take_place(payload, &place, error))
			return false;
		g_array_append_val(self->places, place);
	}
	return dd_payload_end(payload, error);
}

static bool
take_paragraph(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint8_t heading, align, bold, boxed;
	g_autofree char *text = NULL;
	g_autofree char *number = NULL;
	g_autofree char *style = NULL;
	if (!dd_payload_get_u8(payload, 0, DD_MAX_HEADING, &heading, error) ||
		!dd_payload_get_u8(payload, 0, DD_ALIGN_LAST - 1, &align, error) ||
		!dd_payload_get_u8(payload, 0, 1, &bold, error) ||
		!dd_payload_get_u8(payload, 0, 1, &boxed, error) ||
		!dd_payload_get_string(payload, DD_MAX_PARAGRAPH_BYTES, &text, error) ||
		!dd_payload_get_string(payload, DD_MAX_NUMBER_BYTES, &number, error) ||
		!dd_payload_get_string(payload, DD_MAX_STYLE_BYTES, &style, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (has_control(text, "\n\t") || has_control(number, "\n\t") || has_control(style, "\n\t"))
		return refuse(error, DD_ERROR_INVALID_DATA, "a text holds control characters");
	DdParagraph paragraph = {
		.text = text,
		.number = number, /* the builder takes "" for none */
		.style = style,
		.places = (const DdPlace *)(const void *)self->places->data,
		.n_places = self->places->len,
		.heading = heading,
		.align = align,
		.bold = bold != 0,
		.boxed = boxed != 0,
	};
	bool added = dd_document_builder_add_paragraph(self->builder, &paragraph, error);
	g_array_set_size(self->places, 0);
	return added;
}

static bool
take_table(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	if (!dd_payload_end(payload, error) || !dd_document_builder_open_table(self->builder, error))
		return false;
	self->tables[self->depth++] = (OpenTable){0}; /* the builder refuses one too many */
	return true;
}

static bool
take_row(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	if (!dd_payload_end(payload, error) || !dd_document_builder_open_row(self->builder, error))
		return false;
	self->tables[self->depth - 1].rows++;
	return true;
}

static bool
take_cell(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint32_t column, columns, rows;
	if (!dd_payload_get_u32(payload, 0, DD_MAX_TABLE_COLUMNS - 1, &column, error) ||
		!dd_payload_get_u32(payload, 1, DD_MAX_TABLE_COLUMNS, &columns, error) ||
		!dd_payload_get_u32(payload, 1, DD_MAX_TABLE_ROWS, &rows, error) ||
		!dd_payload_end(payload, error) ||
		!dd_document_builder_open_cell(self->builder, column, columns, rows, error))
		return false;
	OpenTable *table = &self->tables[self->depth - 1];
	table->reach = MAX(table->reach, table->rows - 1 + rows);
	return true;
}

static bool
take_close(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	if (!dd_payload_end(payload, error))
		return false;
	if (self->place == AT_TABLE) {
		const OpenTable *table = &self->tables[self->depth - 1];
		if (table->reach > table->rows)
			return refuse(error, DD_ERROR_INVALID_DATA, "a cell reaches below its table");
		self->depth--;
	}
	return dd_document_builder_close(self->builder, error);
}

static bool
add_member(DdWireDecoder *self, DdMemberState state, GError **error)
{
	g_autofree char *name = g_steal_pointer(&self->member_name);
	g_autoptr(GBytes) bytes = NULL;
	if (state == DD_MEMBER_WHOLE)
		bytes = g_byte_array_free_to_bytes(g_steal_pointer(&self->member));
	return dd_document_builder_add_member(
		self->builder, &(DdMember){.name = name, .bytes = bytes, .state = state}, error);
}

/* Its bytes are held until all have come. */
static bool
take_member(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint8_t state;
	uint32_t size;
	if (!dd_payload_get_u8(payload, 0, DD_MEMBER_LAST - 1, &state, error) ||
		!dd_payload_get_u32(payload, 0, G_MAXUINT32, &size, error) ||
		!dd_payload_get_string(payload, DD_MAX_MEMBER_NAME_BYTES, &self->member_name, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (size > DD_MAX_MEMBERS_BYTES - self->n_member_bytes)
		return refuse(error, DD_ERROR_TOO_LARGE, "its files are too large");
	if (size > 0 && state != DD_MEMBER_WHOLE)
		return refuse(error, DD_ERROR_INVALID_DATA, "a file that is not whole has bytes");
	if (has_control(self->member_name, ""))
		return refuse(error, DD_ERROR_INVALID_DATA, "a name holds control characters");
	self->n_member_bytes += size;
	self->member_left = size;
	if (state == DD_MEMBER_WHOLE)
		self->member = g_byte_array_sized_new(size);
	return size > 0 || add_member(self, (DdMemberState)state, error);
}

static bool
take_piece(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	if (payload->left != MIN(self->member_left, DD_FRAME_PIECE_BYTES))
		return refuse(error, DD_ERROR_INVALID_DATA, "not what is missing of its file");
	g_byte_array_append(self->member, payload->at, (guint)payload->left);
	self->member_left -= (uint32_t)payload->left;
	return self->member_left > 0 || add_member(self, DD_MEMBER_WHOLE, error);
}

static bool
take_error(DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	uint8_t code;
	g_autofree char *message = NULL;
	if (!dd_payload_get_u8(payload, 0, DD_ERROR_LAST - 1, &code, error) ||
		!dd_payload_get_string(payload, DD_MAX_MESSAGE_BYTES, &message, error) ||
		!dd_payload_end(payload, error))
		return false;
	if (has_control(message, ""))
		return refuse(error, DD_ERROR_INVALID_DATA, "the message holds control characters");
	self->said = g_error_new_literal(DD_ERROR, code, message);
	return true;
}

static bool
take_end(G_GNUC_UNUSED DdWireDecoder *self, DdPayloadReader *payload, GError **error)
{
	return dd_payload_end(payload, error);
}

static const Rule rules[DD_FRAME_LAST] = {
	[DD_FRAME_BEGIN] = {"begin", take_begin, DD_FRAME_STRING_BYTES(1),
		DD_FRAME_STRING_BYTES(DD_MAX_KIND_BYTES), {[AT_START] = AT_HEAD}},
	[DD_FRAME_NOTE] = {"note", take_note, 1, 1, {[AT_HEAD] = AT_HEAD}},
	[DD_FRAME_SHEET] = {"sheet", take_sheet, 14, 14, {[AT_HEAD] = AT_SHEET, [AT_SHEET] = AT_SHEET}},
	[DD_FRAME_SIGNATURE] = {"signature", take_signature, DD_FRAME_SIGNATURE_BYTES(0),
		DD_FRAME_SIGNATURE_BYTES(3 * DD_MAX_SIGNER_BYTES),
		{[AT_HEAD] = AT_SIGNATURE, [AT_SHEET] = AT_SIGNATURE, [AT_SIGNATURE] = AT_SIGNATURE}},
	[DD_FRAME_PART] = {"part", take_part, 1, 1,
		{[AT_HEAD] = AT_PART, [AT_SHEET] = AT_PART, [AT_SIGNATURE] = AT_PART, [AT_BLOCK] = AT_PART}},
	[DD_FRAME_PAGE] = {"page", take_page, 4, 4,
		{[AT_PART] = AT_PAGE, [AT_BLOCK] = AT_PAGE, [AT_CELL] = AT_PAGE}},
	[DD_FRAME_PARAGRAPH] = {"paragraph", take_paragraph, DD_FRAME_PARAGRAPH_BYTES(0, 0, 0),
		DD_MAX_WIRE_FRAME_BYTES,
		{[AT_PART] = AT_BLOCK_END,
			[AT_PAGE] = AT_BLOCK_END,
			[AT_PLACES] = AT_BLOCK_END,
			[AT_BLOCK] = AT_BLOCK_END,
			[AT_CELL] = AT_BLOCK_END}},
	[DD_FRAME_PLACES] = {"places", take_places, DD_FRAME_PLACE_BYTES,
		DD_MAX_PARAGRAPH_PLACES *DD_FRAME_PLACE_BYTES,
		{[AT_PART] = AT_PLACES, [AT_PAGE] = AT_PLACES, [AT_BLOCK] = AT_PLACES, [AT_CELL] = AT_PLACES}},
	[DD_FRAME_TABLE] = {"table", take_table, 0, 0,
		{[AT_PART] = AT_TABLE, [AT_PAGE] = AT_TABLE, [AT_BLOCK] = AT_TABLE, [AT_CELL] = AT_TABLE}},
	[DD_FRAME_ROW] = {"row", take_row, 0, 0, {[AT_TABLE] = AT_ROW}},
	[DD_FRAME_CELL] = {"cell", take_cell, DD_FRAME_CELL_BYTES, DD_FRAME_CELL_BYTES,
		{[AT_ROW] = AT_CELL}},
	[DD_FRAME_CLOSE] = {"close", take_close, 0, 0,
		{[AT_CELL] = AT_ROW, [AT_ROW] = AT_TABLE, [AT_TABLE] = AT_BLOCK_END}},
	[DD_FRAME_MEMBER] = {"member", take_member, DD_FRAME_MEMBER_BYTES(1),
		DD_FRAME_MEMBER_BYTES(DD_MAX_MEMBER_NAME_BYTES),
		{[AT_HEAD] = AT_MEMBER_END,
			[AT_SHEET] = AT_MEMBER_END,
			[AT_SIGNATURE] = AT_MEMBER_END,
			[AT_BLOCK] = AT_MEMBER_END,
			[AT_MEMBER] = AT_MEMBER_END}},
	[DD_FRAME_PIECE] = {"piece", take_piece, 1, DD_FRAME_PIECE_BYTES, {[AT_PIECE] = AT_MEMBER_END}},
	[DD_FRAME_ERROR] = {"error", take_error, 1 + DD_FRAME_STRING_BYTES(0),
		1 + DD_FRAME_STRING_BYTES(DD_MAX_MESSAGE_BYTES), {[AT_START] = AT_ERROR}},
	[DD_FRAME_PROGRESS] = {"progress", take_progress, 8, 8, {[AT_START] = AT_START}},
	[DD_FRAME_END] = {"end", take_end, 0, 0,
		{[AT_HEAD] = AT_END, [AT_SHEET] = AT_END, [AT_SIGNATURE] = AT_END, [AT_BLOCK] = AT_END, [AT_MEMBER] = AT_END, [AT_ERROR] = AT_END}},
};

static void
expect(DdWireDecoder *self, Phase phase, size_t wanted)
{
	g_byte_array_set_size(self->held, 0);
	self->phase = phase;
	self->wanted = wanted;
}

static bool
take_greeting(DdWireDecoder *self, GError **error)
{
	static const char greeting[DD_WIRE_GREETING_BYTES] = {'D', 'D', 'O', 'C', DD_WIRE_VERSION};
	if (memcmp(self->held->data, greeting, sizeof(greeting)) != 0)
		return refuse(error, DD_ERROR_INVALID_DATA, "this is no stream of this version");
	expect(self, IN_HEAD, DD_FRAME_HEAD_BYTES);
	return true;
}

static bool
take_payload(DdWireDecoder *self, GError **error)
{
	const Rule *rule = &rules[self->type];
	Place next = rule->next[self->place];
	if (!rule->take(self, &(DdPayloadReader){self->held->data, self->held->len}, error)) {
		g_prefix_error(error, "%s: ", rule->name);
		return false;
	}
	if (next == AT_BLOCK_END)
		next = self->depth > 0 ? AT_CELL : AT_BLOCK;
	else if (next == AT_MEMBER_END)
		next = self->member_left > 0 ? AT_PIECE : AT_MEMBER;
	self->place = next;
	expect(self, IN_HEAD, DD_FRAME_HEAD_BYTES);
	return true;
}

static bool
take_head(DdWireDecoder *self, GError **error)
{
	DdPayloadReader head = {self->held->data, self->held->len};
	uint8_t type;
	uint32_t len;
	self->n_frames++;
	if (!dd_payload_get_u8(&head, DD_FRAME_BEGIN, DD_FRAME_LAST - 1, &type, error) ||
		!dd_payload_get_u32(&head, 0, G_MAXUINT32, &len, error)) {
		g_prefix_error(error, "type: ");
		return false;
	}
	const Rule *rule = &rules[type];
	if (rule->next[self->place] == AT_NOWHERE) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "%s: out of place", rule->name);
		return false;
	}
	if (len > DD_MAX_WIRE_FRAME_BYTES || len < rule->least || len > rule->most) {
		g_set_error(error, DD_ERROR,
			len > DD_MAX_WIRE_FRAME_BYTES ? DD_ERROR_TOO_LARGE : DD_ERROR_INVALID_DATA,
			"%s: not of %u bytes", rule->name, len);
		return false;
	}
	self->type = (DdFrameType)type;
	expect(self, IN_PAYLOAD, len);
	return len > 0 || take_payload(self, error);
}

/* What was wanted has come. */
static bool
take_whole(DdWireDecoder *self, GError **error)
{
	switch (self->phase) {
	case IN_GREETING:
		return take_greeting(self, error);
	case IN_HEAD:
		return take_head(self, error);
	case IN_PAYLOAD:
		return take_payload(self, error);
	default:
		g_assert_not_reached();
	}
}

static bool
take_bytes(DdWireDecoder *self, const guint8 *bytes, size_t len, GError **error)
{
	if (self->place == AT_NOWHERE)
		return refuse(error, DD_ERROR_INVALID_DATA, "it was refused before");
	while (len > 0) {
		if (self->place == AT_END)
			return refuse(error, DD_ERROR_INVALID_DATA, "bytes behind its end");
		size_t n = MIN(len, self->wanted - self->held->len);
		g_byte_array_append(self->held, bytes, (guint)n);
		bytes += n;
		len -= n;
		if (self->held->len == self->wanted && !take_whole(self, error))
			return false;
	}
	return true;
}

DdWireDecoder *
dd_wire_decoder_new(void)
{
	DdWireDecoder *self = g_new0(DdWireDecoder, 1);
	self->held = g_byte_array_new();
	self->places = g_array_new(FALSE, FALSE, sizeof(DdPlace));
	self->place = AT_START;
	expect(self, IN_GREETING, DD_WIRE_GREETING_BYTES);
	return self;
}

void
dd_wire_decoder_free(DdWireDecoder *self)
{
	if (self == NULL)
		return;
	g_byte_array_unref(self->held);
	g_array_unref(self->places);
	if (self->member != NULL)
		g_byte_array_unref(self->member);
	g_free(self->member_name);
	dd_document_builder_free(self->builder);
	g_clear_error(&self->said);
	g_free(self);
}

/* Nothing more is taken. The reason in @error gets the place and what to do. */
static void
give_up(DdWireDecoder *self, GError **error)
{
	self->place = AT_NOWHERE;
	g_prefix_error(error,
		"kết quả của chương trình đọc tệp sai quy cách ở khung %" G_GUINT64_FORMAT
		"; hãy thử lại, nếu vẫn lỗi thì báo kèm tệp (what the reader of files said is "
		"malformed; try again, then report it with the file): ",
		self->n_frames);
}

bool
dd_wire_decoder_feed(DdWireDecoder *self, const void *bytes, size_t len, GError **error)
{
	g_return_val_if_fail(self != NULL && (bytes != NULL || len == 0), FALSE);
	if (take_bytes(self, bytes, len, error))
		return true;
	give_up(self, error);
	return false;
}

bool
dd_wire_decoder_is_done(const DdWireDecoder *self)
{
	g_return_val_if_fail(self != NULL, FALSE);
	return self->place == AT_END;
}

void
dd_wire_decoder_get_progress(const DdWireDecoder *self, uint32_t *done_out, uint32_t *of_out)
{
	g_return_if_fail(self != NULL);
	*done_out = self->done;
	*of_out = self->of;
}

DdDocument *
dd_wire_decoder_finish(DdWireDecoder *self, GError **error)
{
	g_return_val_if_fail(self != NULL, NULL);
	if (self->place != AT_END) {
		(void)refuse(error, DD_ERROR_INVALID_DATA,
			self->place == AT_NOWHERE ? "it was refused before" : "it stops short");
		give_up(self, error);
		return NULL;
	}
	self->place = AT_NOWHERE;
	if (self->said != NULL) {
		g_propagate_error(error, g_steal_pointer(&self->said));
		return NULL;
	}
	return dd_document_builder_finish(self->builder, error);
}
