/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * table-barred.c: tables as converters of web pages write them: a stroke behind each cell, at the end of its text or on a line
 * of its own, and nothing between the rows; or a row a line, where no cell is broken over lines
 */
#include <string.h>

#include "table-lines.h"

#define CELL_LINES 40u /* of a cell, blank ones counted */
#define PART_LINES 4u  /* of a cell that begins as a part of the document does */
#define LEAST_CELLS 3u /* of the head */
#define HEAD_GAP 3u    /* lines from the first head to its stroke, blank ones between */

/* Where the cells of the table are read */
typedef struct {
	const DdContext *context;
	uint32_t line, at; /* behind the last stroke */
	bool broken;       /* a cell so far goes over several lines */
} Cells;

/* Does the title of a part begin at @start: "III. TỔ CHỨC", "B. Nội dung"? */
static bool
begins_part(const DdContext *context, uint32_t start, uint32_t end)
{
	DdRowMark mark;
	return dd_row_mark_read(context, start, end, &mark) && mark.closed && mark.body < end &&
	       (mark.kind == DD_ROW_ROMAN || mark.kind == DD_ROW_UPPER);
}

/* Returns: FALSE when no stroke ends the next cell before another part of the document */
static bool
read_cell(Cells *self, DdGridCell *cell_out)
{
	const DdContext *context = self->context;
	uint32_t first = self->line, limit = self->line + CELL_LINES, written = 0;
	for (uint32_t i = first; i < context->n_lines && i < limit; i++) {
		const DdLine *line = &context->lines[i];
		uint32_t from = i == first ? self->at : line->start;
		if (line->blank || from >= line->end)
			continue;
		if (!dd_grid_takes_line(context, i))
			return false;
		const char *stroke = memchr(context->chars + from, '|', line->end - from);
		if (stroke != NULL) {
			uint32_t end = (uint32_t)(stroke - context->chars);
			*cell_out = dd_grid_trim(context, self->at, end);
			self->line = i;
			self->at = end + 1;
			self->broken = self->broken || written > 0;
			return true;
		}
		if (begins_part(context, from, line->end)) {
			if (written > 0)
				return false;
			limit = MIN(limit, i + PART_LINES);
		}
		written++;
	}
	return false;
}

/* Is @cell the number of a row or a group and nothing else? */
static bool
is_number(const DdContext *context, const DdGridCell *cell, DdRowMark *mark_out)
{
	return cell->start < cell->end &&
	       dd_row_mark_read(context, cell->start, cell->end, mark_out) &&
	       mark_out->kind != DD_ROW_BULLET && mark_out->body >= cell->end;
}

/*
 * Does line @i begin with the head of the column of numbers, or another, and a stroke behind it? @alone_out: nothing else stands in the
 * line, so that no row does
 */
static bool
begins_head(const DdTableGrammar *self, DdContext *context, uint32_t i, bool *alone_out)
{
	const DdLine *line = &context->lines[i];
	uint32_t end = line->end;
	const char *stroke = memchr(context->chars + line->start, '|', end - line->start);
	if (stroke != NULL) {
		*alone_out = stroke + 1 == context->chars + end;
		end = (uint32_t)(stroke - context->chars);
	} else {
		uint32_t below = dd_grid_next_line(context, i, HEAD_GAP);
		if (below >= context->n_lines || context->chars[context->lines[below].start] != '|')
			return false;
		*alone_out = true;
	}
	if (end - line->start > DD_BARE_HEAD_BYTES)
		return false;
	uint8_t flags;
	dd_context_scan(context, line->start, end);
	return dd_phrases_match(self->numbers, &context->scratch, 0, NULL) >= 0 ||
	       dd_table_head_of(self, context, line->start, end, &flags) == DD_LABEL_CONTENT;
}

/* A table while its rows are read */
typedef struct {
	DdContext *context;
	DdGrid *grid;
	uint32_t columns;
	uint32_t expected; /* number of the next row */
	uint32_t n;        /* cells of the row at hand */
	bool led;          /* a stroke begins each row */
	bool numbered;     /* the row at hand is work, none of a group */
	uint32_t above;    /* the last such row before it, 0: none */
	const DdTableGrammar *grammar;
	uint8_t labels[DD_MAX_COLUMNS]; /* DdLabel of each column */
	bool opened;                    /* that of the next one is behind us */
} Reader;

/* Reads the head, and the cell of the first row's number into @cell. Returns: FALSE when this is no head */
static bool
read_head(Reader *reader, Cells *cells, DdGridCell *cell)
{
	const DdTableGrammar *self = reader->grammar;
	DdRowMark mark;
	dd_grid_add_row(reader->grid);
	for (reader->columns = 0; reader->columns <= DD_MAX_COLUMNS; reader->columns++) {
		if (!read_cell(cells, cell))
			return false;
		bool number = is_number(reader->context, cell, &mark) && mark.value == 1;
		if (number ||
			(reader->columns > 0 && begins_part(reader->context, cell->start, cell->end)))
			break;
		dd_grid_add_cell(reader->grid, reader->context, cell->start, cell->end);
	}
	/* the stroke that begins the first row has made a cell of nothing; the title of a group is none of the head's either */
	DdRow *head = &g_array_index(reader->grid->rows, DdRow, 0);
	DdGridCell last = dd_grid_cell(reader->grid, 0, reader->columns - 1);
	uint8_t flags;
	reader->led = reader->columns > 0 && last.start == last.end;
	bool title = reader->columns > LEAST_CELLS && !reader->led &&
		     dd_table_head_of(self, reader->context, last.start, last.end, &flags) ==
			     DD_LABEL_NONE &&
		     dd_table_count_heads(self, reader->context, reader->grid, 0) + 2 >=
			     reader->columns;
	if (reader->led || title) {
		reader->columns--;
		head->n--;
		g_array_set_size(reader->grid->cells, reader->grid->cells->len - 1);
		reader->grid->n_columns = reader->columns;
	}
	for (uint32_t i = 0; i < reader->columns && i < DD_MAX_COLUMNS; i++) {
		DdGridCell name = dd_grid_cell(reader->grid, 0, i);
		reader->labels[i] = (uint8_t)dd_table_head_of(
			self, reader->context, name.start, name.end, &flags);
	}
	return reader->columns >= LEAST_CELLS &&
	       dd_table_count_heads(self, reader->context, reader->grid, 0) >= LEAST_CELLS;
}

/* Is @cell, which stands where a row begins, the title of rows that the next cell numbers: "Cải cách thể chế" before "1"? */
static bool
is_title(const Reader *reader, const Cells *behind, const DdGridCell *cell)
{
	Cells cells = *behind;
	DdGridCell next;
	DdRowMark mark;
	if (cell->start == cell->end || !read_cell(&cells, &next))
		return false;
	return is_number(reader->context, &next, &mark) && mark.kind == DD_ROW_NUMBER &&
	       (mark.value == 1 || mark.value == reader->expected);
}

/* Gives the cells of a row that lacks some, which are merged with those above, to the columns that they fit. */
static void
finish_row(Reader *reader)
{
	DdGrid *grid = reader->grid;
	DdRow *row = &g_array_index(grid->rows, DdRow, grid->rows->len - 1);
	DdGridCell cells[DD_MAX_COLUMNS];
	uint32_t n = row->n - 1;
	bool lacks = reader->numbered && reader->above > 0 && row->n >= LEAST_CELLS &&
		     row->n < reader->columns;
	uint32_t above = reader->above;
	if (reader->numbered)
		reader->above = grid->rows->len - 1;
	if (!lacks)
		return;
	for (uint32_t i = 0; i < n; i++)
		cells[i] = g_array_index(grid->cells, DdGridCell, row->first + 1 + i);
	g_array_set_size(grid->cells, row->first + 1);
	row->n = 1;
	if (dd_grid_place_cells(reader->grammar, reader->context, grid, reader->labels,
		    reader->columns, cells, n, above))
		return;
	for (uint32_t i = 0; i < n; i++)
		dd_grid_add_cell(grid, reader->context, cells[i].start, cells[i].end);
}

static void
begin_row(Reader *reader, const DdGridCell *cell, const DdRowMark *mark)
{
	finish_row(reader);
	reader->numbered = mark != NULL && mark->kind == DD_ROW_NUMBER;
	reader->above = reader->numbered ? reader->above : 0; /* no cell is merged over a group's title */
	dd_grid_add_row(reader->grid);
	reader->n = 1;
	reader->opened = false;
	if (mark == NULL || mark->body >= cell->end) {
		dd_grid_add_cell(reader->grid, reader->context, cell->start, cell->end);
	} else { /* a group over all columns: "I. Công tác tuyên truyền" */
		dd_grid_add_cell(reader->grid, reader->context, cell->start, mark->body);
		dd_grid_add_cell(reader->grid, reader->context, mark->body, cell->end);
		reader->n = reader->columns;
	}
	if (mark != NULL && mark->kind == DD_ROW_NUMBER && mark->parts == 1)
		reader->expected = mark->value + 1;
}

/*
 * Puts @cell where it belongs. A row has as many cells as the head; the rows of groups, whose cells are merged, have fewer, so that
 * the number that comes next begins a row as well.
 * Returns: FALSE when the table has ended before it
 */
static bool
place_cell(Reader *reader, const Cells *behind, DdGridCell *cell)
{
	DdContext *context = reader->context;
	DdRowMark mark;
	bool whole = reader->n >= reader->columns;
	bool blank = cell->start == cell->end;
	if (whole && blank && reader->led && !reader->opened) {
		reader->opened = true;
		return true;
	}
	if (is_number(context, cell, &mark)) {
		bool part = mark.kind == DD_ROW_ROMAN || mark.kind == DD_ROW_UPPER;
		bool next = mark.kind == DD_ROW_NUMBER &&
			    (mark.parts > 1 || mark.value == reader->expected || mark.value == 1);
		if (whole || (reader->n >= 2 && (part || next))) {
			begin_row(reader, cell, &mark);
			return true;
		}
	} else if ((whole || reader->n == 2) && begins_part(context, cell->start, cell->end)) {
		(void)dd_row_mark_read(context, cell->start, cell->end, &mark);
		begin_row(reader, cell, &mark);
		return true;
	}
	if (whole && is_title(reader, behind, cell)) {
		begin_row(reader, cell, NULL);
		reader->n = reader->columns;
		return true;
	}
	if (whole && !blank)
		return false;
	if (whole) { /* its number is merged with the one above */
		begin_row(reader, cell, NULL);
		return true;
	}
	dd_grid_add_cell(reader->grid, context, cell->start, cell->end);
	reader->n++;
	return true;
}

bool
dd_grid_read_barred(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	Reader reader = {.context = context, .grid = grid, .expected = 1, .grammar = self};
	Cells cells = {.context = context, .line = i, .at = context->lines[i].start};
	DdGridCell cell = {0};
	bool alone = false;
	if (!begins_head(self, context, i, &alone))
		return false;
	grid->form = DD_FORM_RULED;
	grid->line = i;
	grid->looked = CELL_LINES;
	if (!read_head(&reader, &cells, &cell))
		return false;
	reader.n = reader.columns;
	reader.opened = true;
	while (place_cell(&reader, &cells, &cell)) {
		grid->line_end = cells.line + 1;
		if (!read_cell(&cells, &cell))
			break;
	}
	finish_row(&reader);
	return grid->rows->len >= 2 && (alone || cells.broken);
}
