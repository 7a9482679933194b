/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-text.c: the text of a Document, in the forms of tables and lines that the reading knows */
#include "document-text.h"

#include <stdbool.h>
#include <string.h>

#include "document-builder.h"
#include "maxima.h"
#include "text.h"

#define DEPTH_MAX (DD_MAX_TABLE_DEPTH + 1) /* blocks of the body, then those of cells */
#define REPEAT_BYTES                                                                               \
	(16u << 20) /* of a longer text nothing is said again: merged cells could make it any size */
#define EMPTY_CELL_BYTES 3 /* of " " and " |" */

/* A text being written, and where its words stand on their pages */
typedef struct {
	GByteArray *bytes;
	GArray *places; /* DdPlace, NULL when nobody asks */
} Out;

static void
put(Out *out, const char *text, size_t len)
{
	g_byte_array_append(out->bytes, (const guint8 *)text, (guint)len);
}

static void
put_string(Out *out, const char *text)
{
	put(out, text, strlen(text));
}

/* Notes where the words stand that begin at byte @at of a text, from @place on. Returns: the place behind them */
static uint32_t
put_places(Out *out, const DdParagraph *paragraph, uint32_t place, size_t at)
{
	for (; place < paragraph->n_places && paragraph->places[place].start <= at; place++) {
		DdPlace moved = paragraph->places[place];
		moved.start = out->bytes->len;
		if (out->places != NULL && out->places->len < DD_MAX_PLACES)
			g_array_append_val(out->places, moved);
	}
	return place;
}

/* The text as it is: the places of its words move with it. */
static void
put_text(Out *out, const DdParagraph *paragraph)
{
	guint begin = out->bytes->len;
	put_string(out, paragraph->text);
	for (uint32_t i = 0;
		i < paragraph->n_places && out->places != NULL && out->places->len < DD_MAX_PLACES;
		i++) {
		DdPlace moved = paragraph->places[i];
		moved.start += begin;
		g_array_append_val(out->places, moved);
	}
}

/* The number as it is shown and a blank. A bare "1" or "II" gets a dot: it stands apart on the page, and in a line it would not. */
static void
put_number(Out *out, const DdParagraph *paragraph)
{
	if (paragraph->number == NULL)
		return;
	size_t len = strlen(paragraph->number);
	put(out, paragraph->number, len);
	if (g_ascii_isalnum(paragraph->number[len - 1]) && paragraph->text[0] != '\0')
		put(out, ".", 1);
	put(out, " ", 1);
}

/* Text of a cell: nothing in it may look like the end of the cell or of its row. */
static void
put_cell_text(Out *out, const DdParagraph *paragraph)
{
	uint32_t place = 0;
	for (const char *at = paragraph->text; *at != '\0'; at++) {
		place = put_places(out, paragraph, place, (size_t)(at - paragraph->text));
		if (*at == '\n')
			put_string(out, "<br>");
		else if (*at == '|')
			put_string(out, "\xC2\xA6"); /* a broken bar, which parts nothing */
		else
			put(out, *at == '\t' ? " " : at, 1);
	}
}

/* Adds what @blocks hold to the cell at hand, paragraphs parted by "<br>", rows of tables inside as lines. */
static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_cell(Out *out, const DdBlocks *blocks, bool *begun, unsigned depth)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const DdBlock *block = &blocks->items[i];
		if (block->kind == DD_BLOCK_PARAGRAPH) {
			/* the empty paragraphs at a cell's begin and end are room, no lines */
			if (block->paragraph.text[0] == '\0' && block->paragraph.number == NULL)
				continue;
			if (*begun)
				put_string(out, "<br>");
			put_number(out, &block->paragraph);
			put_cell_text(out, &block->paragraph);
			*begun = true;
			continue;
		}
		for (size_t r = 0; r < block->table.n && depth < DEPTH_MAX; r++) {
			const DdRow *row = &block->table.rows[r];
			for (size_t c = 0; c < row->n; c++)
				put_cell(out, &row->cells[c].blocks, begun, depth + 1);
		}
	}
}

/* Does a table only frame what stands in it: never more than one cell in a row? */
static bool
is_frame(const DdTable *table)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->rows[i].n > 1)
			return false;
	return true;
}

/* A blank place for each column between @from and @to, of those that a table of a text may have */
static void
put_blank_cells(Out *out, uint32_t from, uint32_t to)
{
	for (; from < MIN(to, DD_MAX_COLUMNS); from++)
		put_string(out, " |");
}

/* A cell that reaches down into rows to come, by the column it begins at */
typedef struct {
	const DdCell *cell;
	uint32_t rows; /* of them */
} Above;

/* A table being written */
typedef struct {
	Out *out;
	Above above[DD_MAX_COLUMNS];
} TableText;

/* Adds a cell and the blank places of the further columns it covers. */
static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_whole_cell(Out *out, const DdCell *cell, unsigned depth)
{
	bool begun = false;
	put(out, " ", 1);
	put_cell(out, &cell->blocks, &begun, depth + 1);
	put_string(out, " |");
	put_blank_cells(out, cell->column + 1, cell->column + cell->columns);
}

/*
 * Adds the places of the columns between @from and @to, which have no cell in this row. What reaches down from above holds for
 * this row too and is said again, as an office's name beside three tasks; but not left of the row's own cells, where it is a task of
 * several rows, or the title of a group.
 */
static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_covered(TableText *table, uint32_t from, uint32_t to, bool own_before, unsigned depth)
{
	for (uint32_t column = from; column < MIN(to, DD_MAX_COLUMNS);) {
		Above *above = &table->above[column];
		bool fits = above->rows > 0 && above->cell->columns <= to - column;
		if (fits)
			above->rows--;
		if (!fits || !own_before || table->out->bytes->len > REPEAT_BYTES) {
			uint32_t columns = fits ? above->cell->columns : 1;
			put_blank_cells(table->out, column, column + columns);
			column += columns;
			continue;
		}
		put_whole_cell(table->out, above->cell, depth);
		column += above->cell->columns;
	}
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_row(TableText *text, const DdTable *table, const DdRow *row, unsigned depth)
{
	uint32_t column = 0;
	bool own = false;
	put(text->out, "|", 1);
	for (size_t i = 0; i < row->n; i++) {
		const DdCell *cell = &row->cells[i];
		put_covered(text, column, cell->column, own, depth);
		guint before = text->out->bytes->len;
		put_whole_cell(text->out, cell, depth);
		own = own || text->out->bytes->len > before + EMPTY_CELL_BYTES;
		for (uint32_t k = 0; k < cell->columns && cell->column + k < DD_MAX_COLUMNS; k++)
			text->above[cell->column + k] = (Above){NULL, 0};
		if (cell->column < DD_MAX_COLUMNS)
			text->above[cell->column] = (Above){cell, cell->rows - 1};
		column = cell->column + cell->columns;
	}
	put_covered(text, column, table->columns, own, depth);
	put(text->out, "\n", 1);
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_blocks(Out *out, const DdBlocks *blocks, unsigned depth);

static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_table(Out *out, const DdTable *table, unsigned depth)
{
	TableText text = {.out = out};
	bool frame = is_frame(table);
	for (size_t r = 0; r < table->n; r++) {
		if (!frame)
			put_row(&text, table, &table->rows[r], depth);
		else if (table->rows[r].n == 1)
			put_blocks(out, &table->rows[r].cells[0].blocks, depth + 1);
	}
	/* two tables, one behind the other, are two */
	put(out, "\n", 1);
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by DEPTH_MAX */
put_blocks(Out *out, const DdBlocks *blocks, unsigned depth)
{
	for (size_t i = 0; i < blocks->n && depth < DEPTH_MAX; i++) {
		const DdBlock *block = &blocks->items[i];
		if (block->kind == DD_BLOCK_TABLE) {
			put_table(out, &block->table, depth);
			continue;
		}
		put_number(out, &block->paragraph);
		put_text(out, &block->paragraph);
		put(out, "\n", 1);
	}
}

GByteArray *
dd_document_to_text(const DdDocument *document, GArray *places)
{
	Out out = {g_byte_array_new(), places};
	put_blocks(&out, dd_document_get_blocks(document, DD_PART_BODY), 0);
	return out.bytes;
}

DdDocument *
dd_document_from_text(GByteArray *bytes, GError **error)
{
	g_autoptr(DdText) text = dd_text_new_take(bytes, error);
	if (text == NULL)
		return NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("TXT");
	size_t len;
	const char *chars = dd_text_get(text, &len);
	for (const char *at = chars, *end = chars + len; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop != NULL ? stop : end;
		g_autofree char *line = g_strndup(at, (gsize)(stop - at));
		if (!dd_document_builder_add_paragraph(builder, &(DdParagraph){.text = line}, error))
			return NULL;
		at = stop + 1;
	}
	return dd_document_builder_finish(builder, error);
}
