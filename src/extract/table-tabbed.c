/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-tabbed.c: tables whose cells are parted by tabs: one row a line, or one cell a line */
#include <string.h>

#include "table-roles.h"

#define KNOWN_SHARE 4u  /* of the columns one in so many has a known head, at least */
#define QUOTE_LINES 16u /* a quoted cell goes over so many lines at most */
#define HEAD_LINES 60u  /* the head of a table with one cell a line */
#define CELL_LINES 12u  /* of a cell behind an empty paragraph in it */
#define GAP_LINES 6u    /* blank lines inside a table */

/* Returns: number of tabs inside line @i, those in front not counted; @leads_out: whether it begins with one */
static uint32_t
count_tabs(const DdContext *context, uint32_t i, bool *leads_out)
{
	uint32_t end, start = dd_text_get_line(context->text, i, &end), tabs = 0;
	*leads_out = start < end && context->chars[start] == '\t';
	const char *at = context->chars + context->lines[i].start, *stop = context->chars + end;
	while (at < stop && tabs < DD_MAX_COLUMNS &&
		(at = memchr(at, '\t', (size_t)(stop - at))) != NULL) {
		tabs++;
		at++;
	}
	return tabs;
}

/* Returns: offset of the '"' that closes the cell opened at @at, 0 when none does within a few lines */
static uint32_t
find_quote(const DdContext *context, uint32_t at, uint32_t line)
{
	uint32_t last = MIN(line + QUOTE_LINES, context->n_lines - 1), stop;
	(void)dd_text_get_line(context->text, last, &stop);
	for (uint32_t i = at + 1; i < stop; i++) {
		if (context->chars[i] != '"')
			continue;
		if (context->chars[i + 1] == '"')
			i++;
		else if (i + 1 >= context->len || context->chars[i + 1] == '\t' ||
			 context->chars[i + 1] == '\n')
			return i;
	}
	return 0;
}

/* Adds the cells of the line that begins at @at; the first piece goes on with the row's last cell when @joins. */
static uint32_t
read_cells(DdContext *context, DdGrid *grid, uint32_t line, uint32_t at, bool joins)
{
	uint32_t end;
	(void)dd_text_get_line(context->text, line, &end);
	for (;;) {
		uint32_t quote = at < end && context->chars[at] == '"' ? find_quote(context, at, line)
								       : 0;
		if (quote > 0) {
			dd_grid_add_cell(grid, context, at + 1, quote);
			at = quote + 1;
			line = dd_text_find_line(context->text, quote);
			(void)dd_text_get_line(context->text, line, &end);
		} else {
			const char *tab = at < end ? memchr(context->chars + at, '\t', end - at)
						   : NULL;
			uint32_t stop = tab == NULL ? end : (uint32_t)(tab - context->chars);
			if (joins)
				dd_grid_extend_cell(grid, context, stop);
			else
				dd_grid_add_cell(grid, context, at, stop);
			at = stop;
		}
		joins = false;
		if (at >= end || context->chars[at] != '\t')
			return line;
		at++;
	}
}

static uint32_t
last_row_cells(const DdGrid *grid)
{
	return g_array_index(grid->rows, DdRow, grid->rows->len - 1).n;
}

/* Returns: TRUE when line @j holds the heads of a table's columns */
static bool
is_head_line(const DdTableGrammar *self, DdContext *context, uint32_t j)
{
	uint32_t at = context->lines[j].start, end = context->lines[j].end, heads = 0;
	while (at <= end) {
		uint8_t flags;
		const char *tab = memchr(context->chars + at, '\t', end - at);
		uint32_t stop = tab == NULL ? end : (uint32_t)(tab - context->chars);
		heads += dd_table_head_of(self, context, at, stop, &flags) != DD_LABEL_NONE;
		at = stop + 1;
	}
	return heads >= 3;
}

/* What line @j is to the table above it */
typedef enum { GO_END, GO_ROW, GO_ON, GO_GROUP } Going;

static Going
judge_going(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t j,
	uint32_t columns)
{
	bool leads, below_leads;
	DdRowMark mark;
	const DdLine *line = &context->lines[j];
	if (!dd_grid_takes_line(context, j))
		return GO_END;
	uint32_t tabs = count_tabs(context, j, &leads),
		 missing = columns - MIN(columns, last_row_cells(grid));
	bool numbered = dd_row_mark_read(context, line->start, line->end, &mark);
	if (tabs + 1 >= columns || (tabs >= 1 && (numbered || tabs >= missing + 1)))
		return GO_ROW;
	if (tabs >= 1)
		return tabs <= missing ? GO_ON : GO_ROW;
	uint32_t below = dd_grid_next_line(context, j, 2);
	bool more = below < context->n_lines &&
		    count_tabs(context, below, &below_leads) + 2 >= columns;
	if (numbered && (mark.kind == DD_ROW_ROMAN ||
				mark.kind == DD_ROW_UPPER)) /* of a group, or of the next part with a table of its own */
		return more && !is_head_line(self, context, below) ? GO_GROUP : GO_END;
	return more || (missing > 0 && j > 0 && !context->lines[j - 1].blank && !numbered) ? GO_ON
											   : GO_END;
}

bool
dd_grid_read_tabbed(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	bool leads = false, below_leads = false;
	if (count_tabs(context, i, &leads) < 2)
		return false;
	uint32_t below = dd_grid_next_line(context, i, 3), end;
	if (below < context->n_lines)
		(void)count_tabs(context, below, &below_leads);
	uint32_t skip = leads && below_leads ? 1 : 0;
	grid->form = DD_FORM_TABBED;
	grid->line = i;
	dd_grid_add_row(grid);
	uint32_t last = read_cells(
		context, grid, i, dd_text_get_line(context->text, i, &end) + skip, false);
	uint32_t columns = last_row_cells(grid);
	grid->looked = last + 2 - i;
	if (columns < 3 || dd_table_count_heads(self, context, grid, 0) < 2)
		return false;
	grid->line_end = last + 1;
	for (uint32_t j = last + 1; j < context->n_lines; j++) {
		if (context->lines[j].blank && j - last <= 2)
			continue;
		Going going = context->lines[j].blank ? GO_END
						      : judge_going(self, context, grid, j, columns);
		if (going == GO_END)
			break;
		uint32_t start = dd_text_get_line(context->text, j, &end);
		if (start < end && context->chars[start] == '\t')
			start += skip;
		if (going != GO_ON)
			dd_grid_add_row(grid);
		last = read_cells(context, grid, j, start, going == GO_ON);
		j = last;
		grid->line_end = last + 1;
	}
	return grid->rows->len >= 2;
}

/* Returns: TRUE when line @i begins a cell: a tab in front */
static bool
begins_cell(const DdContext *context, uint32_t i, uint32_t *start_out, uint32_t *end_out)
{
	uint32_t start = dd_text_get_line(context->text, i, end_out);
	*start_out = start + 1;
	return start < *end_out && context->chars[start] == '\t';
}

/*
 * Reads cells from line @i to the end of the row begun last. A row ends at an empty line, or when it is full and another cell begins.
 * Returns: index of the first line behind it
 */
static uint32_t
read_stacked_row(const DdContext *context, DdGrid *grid, uint32_t i, uint32_t columns, uint32_t limit)
{
	for (; i < context->n_lines && i < limit; i++) {
		uint32_t start, end;
		if (!dd_grid_takes_line(context, i))
			break;
		if (begins_cell(context, i, &start, &end)) {
			if (columns > 0 && last_row_cells(grid) >= columns)
				break;
			dd_grid_add_cell(grid, context, start, end);
		} else if (start - 1 == end || context->lines[i].blank) {
			break;
		} else if (context->lines[i].zone != DD_ZONE_NOISE) {
			dd_grid_extend_cell(grid, context, end);
		}
	}
	return i;
}

/* Returns: TRUE when the lines from @i go on with a table of one cell a line: a row's number or a group's */
static bool
begins_stacked_row(const DdContext *context, uint32_t i, uint32_t columns)
{
	uint32_t start, end;
	DdRowMark mark;
	if (i >= context->n_lines || !dd_grid_takes_line(context, i) ||
		!begins_cell(context, i, &start, &end))
		return false;
	if (dd_row_mark_read(context, start, end, &mark)) {
		/* "1. Mục tiêu" is a paragraph: a number stands alone in its cell, a group's may not */
		if (mark.body >= context->lines[i].end || mark.kind == DD_ROW_ROMAN ||
			mark.kind == DD_ROW_UPPER)
			return true;
	}
	uint32_t cells = 0;
	for (uint32_t j = i; j < context->n_lines && j < i + HEAD_LINES && cells + 1 < columns; j++) {
		uint32_t from, to;
		if (begins_cell(context, j, &from, &to))
			cells++;
		else if (context->lines[j].blank)
			break;
	}
	return cells + 1 >= columns;
}

/* Returns: TRUE when line @i is a row's number alone in its cell */
static bool
is_number_cell(const DdContext *context, uint32_t i)
{
	uint32_t start, end;
	DdRowMark mark;
	return i < context->n_lines && dd_grid_takes_line(context, i) &&
	       begins_cell(context, i, &start, &end) && dd_row_mark_read(context, start, end, &mark) &&
	       mark.kind != DD_ROW_BULLET && mark.body >= context->lines[i].end;
}

/*
 * Empty paragraphs inside a cell look like the end of its row. Lines behind one go on with the row when cells are missing,
 * or when the next row's number comes soon.
 */
static bool
goes_on_stacked(const DdContext *context, const DdGrid *grid, uint32_t i, uint32_t columns)
{
	uint32_t start, end, cells = last_row_cells(grid);
	if (i >= context->n_lines || cells < 2 || !dd_grid_takes_line(context, i) ||
		is_number_cell(context, i))
		return false;
	if (begins_cell(context, i, &start, &end))
		return cells < columns;
	for (uint32_t j = i + 1;
		j < context->n_lines && j < i + CELL_LINES && dd_grid_takes_line(context, j); j++) {
		if (begins_cell(context, j, &start, &end))
			return cells < columns ? !is_number_cell(context, j) || cells + 1 >= columns
					       : is_number_cell(context, j);
	}
	return false;
}

/*
 * A head of two rows, whose first one has cells over several columns: puts the second row's words in their place.
 * @top is the row above, the last row of the grid the one below.
 */
static void
merge_heads(DdGrid *grid, const DdContext *context)
{
	DdRow top = g_array_index(grid->rows, DdRow, 0), low = g_array_index(grid->rows, DdRow, 1);
	uint32_t over = 0;
	bool inside = false;
	dd_grid_add_row(grid);
	for (uint32_t i = 0; i < low.n; i++) {
		DdGridCell below = g_array_index(grid->cells, DdGridCell, low.first + i), cell = below;
		bool blank = below.start == below.end;
		if (blank && inside)
			over++;
		inside = !blank;
		if (blank && over < top.n)
			cell = g_array_index(grid->cells, DdGridCell, top.first + over++);
		dd_grid_add_cell(grid, context, cell.start, cell.end);
	}
	g_array_remove_range(grid->rows, 0, 2);
}

/* Reads a second row of the head, from line @j, that has more cells than the first one. Returns: the line behind it */
static uint32_t
read_second_head(const DdTableGrammar *self, DdContext *context, DdGrid *grid, uint32_t j)
{
	uint32_t start, end, from = dd_grid_next_line(context, j - 1, GAP_LINES),
			     columns = last_row_cells(grid);
	/* its first cells are blank: the row begins at the first of the tabs alone */
	while (from > j && from < context->n_lines && begins_cell(context, from - 1, &start, &end))
		from--;
	if (from >= context->n_lines || !context->lines[from].blank ||
		!begins_cell(context, from, &start, &end))
		return j;
	guint cells = grid->cells->len;
	dd_grid_add_row(grid);
	uint32_t next = read_stacked_row(context, grid, from, 0, from + HEAD_LINES);
	if (last_row_cells(grid) > columns && last_row_cells(grid) <= columns * 3 &&
		dd_table_count_heads(self, context, grid, 1) >= 2) {
		merge_heads(grid, context);
		return next;
	}
	g_array_set_size(grid->rows, 1);
	g_array_set_size(grid->cells, cells);
	grid->n_columns = columns;
	return j;
}

bool
dd_grid_read_stacked(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	uint32_t start, end, second, second_end;
	uint8_t flags;
	if (!begins_cell(context, i, &start, &end) || i + 2 >= context->n_lines || end - start > 200)
		return false;
	/* the cheap test first: a head's cell, then another cell within three lines */
	bool more = false;
	for (uint32_t j = i + 1; j <= i + 3 && j < context->n_lines && !more; j++)
		more = begins_cell(context, j, &second, &second_end);
	if (!more)
		return false;
	if (dd_table_head_of(self, context, start, end, &flags) == DD_LABEL_NONE) {
		/* the column of numbers may have no head */
		if (i == 0 || !context->lines[i - 1].blank ||
			!begins_cell(context, i - 1, &second, &second_end))
			return false;
		(void)begins_cell(context, i + 1, &start, &end);
		if (dd_table_head_of(self, context, context->lines[i].start, context->lines[i].end,
			    &flags) == DD_LABEL_NONE &&
			dd_table_head_of(self, context, start, end, &flags) == DD_LABEL_NONE)
			return false;
		i--;
	}
	dd_grid_add_row(grid);
	uint32_t j = read_stacked_row(context, grid, i, 0, i + HEAD_LINES);
	uint32_t columns = last_row_cells(grid);
	grid->looked = j - i;
	uint32_t known = dd_table_count_heads(self, context, grid, 0);
	if (columns < 3 || known < 2 || known * KNOWN_SHARE < columns)
		return false;
	grid->form = DD_FORM_STACKED;
	grid->line = i;
	j = read_second_head(self, context, grid, j);
	columns = last_row_cells(grid);
	for (;;) {
		grid->line_end = j;
		uint32_t from = j;
		while (from < context->n_lines && from < j + GAP_LINES &&
			context->lines[from].blank && !begins_cell(context, from, &start, &end))
			from++;
		if (begins_stacked_row(context, from, columns))
			dd_grid_add_row(grid);
		else if (!goes_on_stacked(context, grid, from, columns))
			break;
		j = read_stacked_row(context, grid, from, columns, context->n_lines);
	}
	return grid->rows->len >= 2;
}
