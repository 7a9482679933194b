/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document.c: makes a Document from top to bottom and keeps it in one arena */
#include "document-builder.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "maxima.h"

/* The last cell that begins at a column, so that it can be made longer */
typedef struct {
	uint32_t row, cell;
	bool is_set;
} LastCell;

/* A table that is still open: what its rows hold so far */
typedef struct {
	GArray *rows;   /* DdRow, of rows closed */
	GArray *cells;  /* DdCell, of the row that is open */
	GArray *blocks; /* DdBlock, of the cell that is open */
	LastCell *last; /* DD_MAX_TABLE_COLUMNS, by column */
	DdCell cell;
	uint32_t columns, next_column;
	bool in_row, in_cell;
	uint32_t page;
} OpenTable;

struct _DdDocument {
	DdArena *arena;
	const char *kind;
	DdBlocks parts[DD_PART_LAST];
	uint32_t notes; /* one bit each */
	const DdPage *pages;
	const DdSignature *signatures;
	size_t n_pages, n_signatures;
	GArray *members; /* DdMember */
};

struct _DdDocumentBuilder {
	DdDocument *document;
	GArray *parts[DD_PART_LAST]; /* DdBlock */
	DdPart part;
	uint32_t page;
	OpenTable tables[DD_MAX_TABLE_DEPTH];
	size_t depth;
	GArray *pages;      /* DdPage */
	GArray *signatures; /* DdSignature */
	size_t n_blocks, n_bytes, n_places, n_member_bytes;
};

const char *
dd_document_get_kind(const DdDocument *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return self->kind;
}

const DdBlocks *
dd_document_get_blocks(const DdDocument *self, DdPart part)
{
	g_return_val_if_fail(self != NULL && part < DD_PART_LAST, NULL);
	return &self->parts[part];
}

const DdPage *
dd_document_get_pages(const DdDocument *self, size_t *n_out)
{
	g_return_val_if_fail(self != NULL && n_out != NULL, NULL);
	*n_out = self->n_pages;
	return self->pages;
}

char *
dd_document_list_unread_pages(const DdDocument *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	g_autoptr(GString) list = g_string_new(NULL);
	for (size_t i = 0, end; i < self->n_pages; i = end + 1) {
		for (end = i; end < self->n_pages && self->pages[end].unread;)
			end++;
		if (end == i)
			continue;
		g_string_append_printf(list, "%s%zu", list->len > 0 ? ", " : "", i + 1);
		if (end > i + 1)
			g_string_append_printf(list, "–%zu", end);
	}
	return list->len > 0 ? g_string_free(g_steal_pointer(&list), FALSE) : NULL;
}

const DdSignature *
dd_document_get_signatures(const DdDocument *self, size_t *n_out)
{
	g_return_val_if_fail(self != NULL && n_out != NULL, NULL);
	*n_out = self->n_signatures;
	return self->signatures;
}

const DdMember *
dd_document_get_members(const DdDocument *self, size_t *n_out)
{
	g_return_val_if_fail(self != NULL && n_out != NULL, NULL);
	*n_out = self->members->len;
	return (const DdMember *)(const void *)self->members->data;
}

bool
dd_document_has_note(const DdDocument *self, DdNote note)
{
	g_return_val_if_fail(self != NULL && note < DD_NOTE_LAST, FALSE);
	return (self->notes >> note & 1) != 0;
}

void
dd_document_add_note(DdDocument *self, DdNote note)
{
	g_return_if_fail(self != NULL && note < DD_NOTE_LAST);
	self->notes |= 1u << note;
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): a Document is no deeper than DD_MAX_TABLE_DEPTH */
each_paragraph(const DdBlocks *blocks, unsigned depth, DdParagraphFunc func, void *user)
{
	for (size_t i = 0; i < blocks->n && depth <= DD_MAX_TABLE_DEPTH; i++) {
		DdBlock *block = &blocks->items[i];
		if (block->kind == DD_BLOCK_PARAGRAPH) {
			func(&block->paragraph, user);
			continue;
		}
		for (size_t r = 0; r < block->table.n; r++)
			for (size_t c = 0; c < block->table.rows[r].n; c++)
				each_paragraph(&block->table.rows[r].cells[c].blocks, depth + 1,
					func, user);
	}
}

void
dd_document_each_paragraph(DdDocument *self, DdPart part, DdParagraphFunc func, void *user)
{
	g_return_if_fail(self != NULL && part < DD_PART_LAST);
	each_paragraph(&self->parts[part], 0, func, user);
}

DdArena *
dd_document_get_arena(DdDocument *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return self->arena;
}

void
dd_document_free(DdDocument *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->members);
	dd_arena_free(self->arena);
	g_free(self);
}

bool
dd_document_is_kind(const char *kind)
{
	size_t len = kind != NULL ? strlen(kind) : 0;
	return len >= 1 && len <= DD_MAX_KIND_BYTES &&
	       strspn(kind, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == len;
}

static void
clear_member(gpointer member)
{
	g_clear_pointer(&((DdMember *)member)->bytes, g_bytes_unref);
}

DdDocumentBuilder *
dd_document_builder_new(const char *kind)
{
	g_return_val_if_fail(dd_document_is_kind(kind), NULL);
	DdDocumentBuilder *self = g_new0(DdDocumentBuilder, 1);
	self->document = g_new0(DdDocument, 1);
	self->document->arena = dd_arena_new();
	self->document->members = g_array_new(FALSE, FALSE, sizeof(DdMember));
	g_array_set_clear_func(self->document->members, clear_member);
	self->document->kind = dd_arena_strdup(self->document->arena, kind);
	for (size_t i = 0; i < DD_PART_LAST; i++)
		self->parts[i] = g_array_new(FALSE, FALSE, sizeof(DdBlock));
	self->pages = g_array_new(FALSE, FALSE, sizeof(DdPage));
	self->signatures = g_array_new(FALSE, FALSE, sizeof(DdSignature));
	return self;
}

static void
clear_table(OpenTable *table)
{
	g_array_unref(table->rows);
	g_array_unref(table->cells);
	g_array_unref(table->blocks);
	g_free(table->last);
	*table = (OpenTable){0};
}

void
dd_document_builder_free(DdDocumentBuilder *self)
{
	if (self == NULL)
		return;
	while (self->depth > 0)
		clear_table(&self->tables[--self->depth]);
	for (size_t i = 0; i < DD_PART_LAST; i++)
		g_array_unref(self->parts[i]);
	g_array_unref(self->pages);
	g_array_unref(self->signatures);
	dd_document_free(self->document);
	g_free(self);
}

static bool
refuse_shape(GError **error, const char *what)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "document out of shape: %s", what);
	return false;
}

static bool
refuse_size(GError **error, const char *what)
{
	g_set_error(error, DD_ERROR,
		DD_ERROR_TOO_LARGE, "tệp quá lớn hoặc quá phức tạp: %s; hãy tách thành nhiều tệp (too large: %s; split the file)",
		what, what);
	return false;
}

static OpenTable *
open_table(DdDocumentBuilder *self)
{
	return self->depth > 0 ? &self->tables[self->depth - 1] : NULL;
}

/* Counts one more block, row or cell. */
static bool
count_block(DdDocumentBuilder *self, GError **error)
{
	if (self->n_blocks >= DD_MAX_BLOCKS)
		return refuse_size(error, "quá nhiều đoạn, ô");
	self->n_blocks++;
	return true;
}

bool
dd_document_builder_set_part(DdDocumentBuilder *self, DdPart part, GError **error)
{
	if (self->depth > 0 || part >= DD_PART_LAST)
		return refuse_shape(error, "part");
	self->part = part;
	return true;
}

void
dd_document_builder_set_page(DdDocumentBuilder *self, uint32_t page)
{
	self->page = page;
}

static bool
check_text(const char *text, size_t most, size_t *len_out, GError **error)
{
	*len_out = text != NULL ? strlen(text) : 0;
	if (*len_out > most)
		return refuse_size(error, "đoạn quá dài");
	if (*len_out > 0 && !g_utf8_validate_len(text, *len_out, NULL))
		return refuse_shape(error, "text");
	return true;
}

/* Copies @text with blanks for controls other than tab and line end: what shows it need not think of terminals. */
static char *
keep_text(DdArena *arena, const char *text, size_t len)
{
	char *copy = dd_arena_strndup(arena, text, len);
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)copy[i], next = (unsigned char)copy[i + 1];
		if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F)
			copy[i] = ' ';
		else if (byte == 0xC2 && next < 0xA0) /* U+0080 to U+009F */
			copy[i] = copy[i + 1] = ' ';
	}
	return copy;
}

/* Words beyond the maximum stay without a place: the text is what counts */
static uint32_t
count_places(DdDocumentBuilder *self, const DdParagraph *paragraph)
{
	size_t n = MIN(paragraph->n_places, DD_MAX_PARAGRAPH_PLACES);
	n = MIN(n, DD_MAX_PLACES - self->n_places);
	return (uint32_t)n;
}

static bool
check_places(const DdDocumentBuilder *self, const DdParagraph *paragraph, size_t len, GError **error)
{
	for (size_t i = 0; i < paragraph->n_places; i++) {
		const DdPlace *place = &paragraph->places[i];
		bool rises = i == 0 || place->start > paragraph->places[i - 1].start;
		bool sure = place->confidence <= 100 || place->confidence == DD_CONFIDENCE_UNKNOWN;
		if (!rises || !sure || place->start >= len || place->page == 0 ||
			place->page > self->pages->len || place->left > place->right ||
			place->top > place->bottom)
			return refuse_shape(error, "place");
	}
	return true;
}

/* Returns: where blocks go now, NULL between cells */
static GArray *
open_blocks(DdDocumentBuilder *self)
{
	OpenTable *table = open_table(self);
	if (table == NULL)
		return self->parts[self->part];
	return table->in_cell ? table->blocks : NULL;
}

bool
dd_document_builder_add_paragraph(DdDocumentBuilder *self, const DdParagraph *paragraph, GError **error)
{
	GArray *blocks = open_blocks(self);
	size_t text, number, style;
	if (blocks == NULL || paragraph->text == NULL || paragraph->heading > DD_MAX_HEADING ||
		paragraph->align >= DD_ALIGN_LAST)
		return refuse_shape(error, "paragraph");
	if (!check_text(paragraph->text, DD_MAX_PARAGRAPH_BYTES, &text, error) ||
		!check_text(paragraph->number, DD_MAX_NUMBER_BYTES, &number, error) ||
		!check_text(paragraph->style, DD_MAX_STYLE_BYTES, &style, error) ||
		!check_places(self, paragraph, text, error))
		return false;
	if (text + number + style > DD_MAX_DOCUMENT_BYTES - self->n_bytes)
		return refuse_size(error, "quá nhiều chữ");
	if (!count_block(self, error))
		return false;
	self->n_bytes += text + number + style;
	DdArena *arena = self->document->arena;
	DdBlock block = {.kind = DD_BLOCK_PARAGRAPH, .page = self->page, .paragraph = *paragraph};
	block.paragraph.text = keep_text(arena, paragraph->text, text);
	block.paragraph.number = number > 0 ? keep_text(arena, paragraph->number, number) : NULL;
	block.paragraph.style = style > 0 ? keep_text(arena, paragraph->style, style) : NULL;
	block.paragraph.n_places = count_places(self, paragraph);
	block.paragraph.places = dd_arena_memdup(
		arena, paragraph->places, block.paragraph.n_places * sizeof(DdPlace));
	self->n_places += block.paragraph.n_places;
	g_array_append_val(blocks, block);
	return true;
}

bool
dd_document_builder_open_table(DdDocumentBuilder *self, GError **error)
{
	if (open_blocks(self) == NULL)
		return refuse_shape(error, "table");
	if (self->depth >= DD_MAX_TABLE_DEPTH)
		return refuse_size(error, "bảng lồng nhau quá sâu");
	if (!count_block(self, error))
		return false;
	self->tables[self->depth++] = (OpenTable){
		.rows = g_array_new(FALSE, FALSE, sizeof(DdRow)),
		.cells = g_array_new(FALSE, FALSE, sizeof(DdCell)),
		.blocks = g_array_new(FALSE, FALSE, sizeof(DdBlock)),
		.last = g_new0(LastCell, DD_MAX_TABLE_COLUMNS),
		.page = self->page,
	};
	return true;
}

bool
dd_document_builder_open_row(DdDocumentBuilder *self, GError **error)
{
	OpenTable *table = open_table(self);
	if (table == NULL || table->in_row)
		return refuse_shape(error, "row");
	if (table->rows->len >= DD_MAX_TABLE_ROWS)
		return refuse_size(error, "bảng quá nhiều dòng");
	if (!count_block(self, error))
		return false;
	table->in_row = true;
	table->next_column = 0;
	return true;
}

bool
dd_document_builder_open_cell(
	DdDocumentBuilder *self, uint32_t column, uint32_t columns, uint32_t rows, GError **error)
{
	OpenTable *table = open_table(self);
	if (table == NULL || !table->in_row || table->in_cell || column < table->next_column ||
		columns == 0 || rows == 0)
		return refuse_shape(error, "cell");
	if (column >= DD_MAX_TABLE_COLUMNS || columns > DD_MAX_TABLE_COLUMNS - column ||
		rows > DD_MAX_TABLE_ROWS)
		return refuse_size(error, "bảng quá nhiều cột");
	if (!count_block(self, error))
		return false;
	table->cell = (DdCell){.column = column, .columns = columns, .rows = rows};
	table->next_column = column + columns;
	table->columns = MAX(table->columns, table->next_column);
	table->in_cell = true;
	return true;
}

static DdBlocks
keep_blocks(DdArena *arena, const GArray *blocks)
{
	return (DdBlocks){
		dd_arena_memdup(arena, blocks->data, blocks->len * sizeof(DdBlock)), blocks->len};
}

/* A cell may be told to reach below the last row, as HTML does: who walks the rows it covers must not. */
static void
cut_cells(const GArray *rows)
{
	for (guint at = 0; at < rows->len; at++) {
		const DdRow *row = &g_array_index(rows, DdRow, at);
		for (size_t i = 0; i < row->n; i++)
			row->cells[i].rows = MIN(row->cells[i].rows, rows->len - at);
	}
}

static void
close_table(DdDocumentBuilder *self, OpenTable *table)
{
	cut_cells(table->rows);
	DdBlock block = {.kind = DD_BLOCK_TABLE, .page = table->page};
	block.table = (DdTable){.n = table->rows->len, .columns = table->columns};
	block.table.rows = dd_arena_memdup(
		self->document->arena, table->rows->data, table->rows->len * sizeof(DdRow));
	clear_table(table);
	self->depth--;
	g_array_append_val(open_blocks(self), block);
}

static void
close_cell(DdDocumentBuilder *self, OpenTable *table)
{
	DdCell *cell = &table->cell;
	for (uint32_t i = 0; i < cell->columns; i++)
		table->last[cell->column + i] = (LastCell){0};
	table->last[cell->column] = (LastCell){table->rows->len, table->cells->len, true};
	cell->blocks = keep_blocks(self->document->arena, table->blocks);
	g_array_set_size(table->blocks, 0);
	g_array_append_val(table->cells, *cell);
	table->in_cell = false;
}

bool
dd_document_builder_close(DdDocumentBuilder *self, GError **error)
{
	OpenTable *table = open_table(self);
	DdArena *arena = self->document->arena;
	if (table == NULL)
		return refuse_shape(error, "nothing is open");
	if (table->in_cell) {
		close_cell(self, table);
	} else if (table->in_row) {
		DdRow row = {dd_arena_memdup(
				     arena, table->cells->data, table->cells->len * sizeof(DdCell)),
			table->cells->len};
		g_array_set_size(table->cells, 0);
		g_array_append_val(table->rows, row);
		table->in_row = false;
	} else {
		close_table(self, table);
	}
	return true;
}

bool
dd_document_builder_extend_cell(DdDocumentBuilder *self, uint32_t column)
{
	OpenTable *table = open_table(self);
	if (table == NULL || !table->in_row || table->in_cell)
		return false;
	if (column >= DD_MAX_TABLE_COLUMNS || !table->last[column].is_set)
		return false;
	LastCell last = table->last[column];
	if (last.row >= table->rows->len) /* it stands in the open row itself */
		return false;
	DdCell *cell = &g_array_index(table->rows, DdRow, last.row).cells[last.cell];
	if (cell->rows != table->rows->len - last.row)
		return false;
	cell->rows++;
	return true;
}

bool
dd_document_builder_widen_cell(DdDocumentBuilder *self, uint32_t columns, GError **error)
{
	OpenTable *table = open_table(self);
	if (table == NULL || !table->in_row || table->in_cell || table->cells->len == 0)
		return refuse_shape(error, "no cell to widen");
	if (columns > DD_MAX_TABLE_COLUMNS - table->next_column)
		return refuse_size(error, "bảng quá nhiều cột");
	DdCell *cell = &g_array_index(table->cells, DdCell, table->cells->len - 1);
	for (uint32_t i = 0; i < columns; i++)
		table->last[table->next_column + i] = (LastCell){0};
	table->next_column += columns;
	cell->columns = table->next_column - cell->column;
	table->columns = MAX(table->columns, table->next_column);
	return true;
}

bool
dd_document_builder_add_page(DdDocumentBuilder *self, DdPage page, GError **error)
{
	if (self->pages->len >= DD_MAX_PAGES)
		return refuse_size(error, "quá nhiều trang");
	g_array_append_val(self->pages, page);
	return true;
}

bool
dd_document_builder_add_signature(DdDocumentBuilder *self, const DdSignature *signature, GError **error)
{
	size_t signer, organisation, authority;
	DdArena *arena = self->document->arena;
	if (signature->state >= DD_SIGNATURE_LAST || signature->trust >= DD_TRUST_LAST ||
		signature->time < 0)
		return refuse_shape(error, "signature");
	if (self->signatures->len >= DD_MAX_SIGNATURES)
		return refuse_size(error, "quá nhiều chữ ký số");
	if (!check_text(signature->signer, DD_MAX_SIGNER_BYTES, &signer, error) ||
		!check_text(signature->organisation, DD_MAX_SIGNER_BYTES, &organisation, error) ||
		!check_text(signature->authority, DD_MAX_SIGNER_BYTES, &authority, error))
		return false;
	DdSignature copy = *signature;
	copy.signer = signer > 0 ? keep_text(arena, signature->signer, signer) : NULL;
	copy.organisation = organisation > 0 ? keep_text(arena, signature->organisation, organisation)
					     : NULL;
	copy.authority = authority > 0 ? keep_text(arena, signature->authority, authority) : NULL;
	g_array_append_val(self->signatures, copy);
	return true;
}

bool
dd_document_builder_add_member(DdDocumentBuilder *self, const DdMember *member, GError **error)
{
	size_t name, len = member->bytes != NULL ? g_bytes_get_size(member->bytes) : 0;
	GArray *members = self->document->members;
	if (member->state >= DD_MEMBER_LAST ||
		(member->bytes != NULL) != (member->state == DD_MEMBER_WHOLE))
		return refuse_shape(error, "member");
	if (members->len >= DD_MAX_MEMBERS)
		return refuse_size(error, "quá nhiều tệp bên trong");
	if (len > DD_MAX_MEMBERS_BYTES - self->n_member_bytes)
		return refuse_size(error, "các tệp bên trong quá lớn");
	if (!check_text(member->name, DD_MAX_MEMBER_NAME_BYTES, &name, error))
		return false;
	if (name == 0)
		return refuse_shape(error, "member without a name");
	self->n_member_bytes += len;
	char *shown = keep_text(self->document->arena, member->name, name);
	DdMember copy = {.name = g_strdelimit(shown, "\n\t", ' '), .state = member->state};
	copy.bytes = member->bytes != NULL ? g_bytes_ref(member->bytes) : NULL;
	g_array_append_val(members, copy);
	return true;
}

void
dd_document_builder_add_note(DdDocumentBuilder *self, DdNote note)
{
	dd_document_add_note(self->document, note);
}

DdDocument *
dd_document_builder_finish(DdDocumentBuilder *self, GError **error)
{
	g_return_val_if_fail(self->document != NULL, NULL);
	if (self->depth > 0) {
		refuse_shape(error, "a table is open");
		return NULL;
	}
	DdDocument *document = self->document;
	for (size_t i = 0; i < DD_PART_LAST; i++)
		document->parts[i] = keep_blocks(document->arena, self->parts[i]);
	document->n_pages = self->pages->len;
	document->pages = dd_arena_memdup(
		document->arena, self->pages->data, document->n_pages * sizeof(DdPage));
	document->n_signatures = self->signatures->len;
	document->signatures = dd_arena_memdup(document->arena, self->signatures->data,
		document->n_signatures * sizeof(DdSignature));
	return g_steal_pointer(&self->document);
}
