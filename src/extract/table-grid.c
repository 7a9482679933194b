/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-grid.c: rows and cells of a table, whatever form it came in */
#include <string.h>

#include "table-roles.h"

#define NOISE_LINES 40u /* of a page's edge with the head that it repeats, looked over */

void
dd_grid_init(DdGrid *self)
{
	*self = (DdGrid){0};
	self->cells = g_array_new(FALSE, TRUE, sizeof(DdGridCell));
	self->rows = g_array_new(FALSE, TRUE, sizeof(DdRow));
	g_array_set_size(self->cells, 1);
}

void
dd_grid_clear(DdGrid *self)
{
	g_array_unref(self->cells);
	g_array_unref(self->rows);
	*self = (DdGrid){0};
}

bool
dd_grid_takes_line(const DdContext *context, uint32_t i)
{
	uint8_t zone = context->lines[i].zone;
	return zone == DD_ZONE_BODY || zone == DD_ZONE_ANNEX || zone == DD_ZONE_NOISE;
}

DdGridCell
dd_grid_trim(const DdContext *context, uint32_t start, uint32_t end)
{
	const char *chars = context->chars;
	while (start < end && (unsigned char)chars[start] <= ' ')
		start++;
	while (end > start && (unsigned char)chars[end - 1] <= ' ')
		end--;
	while (end - start > 4 && memcmp(chars + start, "**", 2) == 0 &&
		memcmp(chars + end - 2, "**", 2) == 0) {
		start += 2;
		end -= 2;
	}
	return (DdGridCell){.start = start, .end = end};
}

static DdRow *
last_row(const DdGrid *self)
{
	return &g_array_index(self->rows, DdRow, self->rows->len - 1);
}

void
dd_grid_add_row(DdGrid *self)
{
	DdRow row = {.first = self->cells->len};
	g_array_append_val(self->rows, row);
}

void
dd_grid_add_cell(DdGrid *self, const DdContext *context, uint32_t start, uint32_t end)
{
	DdRow *row = last_row(self);
	if (row->n >= DD_MAX_COLUMNS || self->cells->len >= DD_MAX_PARAGRAPHS ||
		row->first + row->n != self->cells->len)
		return;
	DdGridCell cell = dd_grid_trim(context, start, end);
	g_array_append_val(self->cells, cell);
	row->n++;
	if (self->n_columns < row->n)
		self->n_columns = row->n;
}

void
dd_grid_join_cell(DdGrid *self, const DdContext *context, uint32_t column, uint32_t start, uint32_t end)
{
	const DdRow *row = last_row(self);
	DdGridCell piece = dd_grid_trim(context, start, end);
	if (column >= row->n || piece.start == piece.end || self->cells->len >= DD_MAX_PARAGRAPHS)
		return;
	uint32_t at = row->first + column;
	DdGridCell *cell = &g_array_index(self->cells, DdGridCell, at);
	if (cell->start == cell->end) {
		cell->start = piece.start;
		cell->end = piece.end;
		return;
	}
	uint32_t tail = cell->last != 0 ? cell->last : at;
	cell->last = self->cells->len;
	g_array_index(self->cells, DdGridCell, tail).next = self->cells->len;
	g_array_append_val(self->cells, piece);
}

void
dd_grid_extend_cell(DdGrid *self, const DdContext *context, uint32_t end)
{
	const DdRow *row = last_row(self);
	if (row->n == 0)
		return;
	DdGridCell *cell = &g_array_index(self->cells, DdGridCell, row->first + row->n - 1);
	DdGridCell longer = dd_grid_trim(context, cell->start, end);
	cell->start = longer.start;
	cell->end = longer.end;
}

uint32_t
dd_grid_next_line(const DdContext *context, uint32_t i, uint32_t most)
{
	uint32_t noise = 0;
	for (uint32_t j = i + 1; j < context->n_lines && j <= i + most + noise; j++) {
		bool skipped = context->lines[j].zone == DD_ZONE_NOISE;
		if (!context->lines[j].blank && !skipped)
			return j;
		noise += skipped && noise < NOISE_LINES;
	}
	return context->n_lines;
}

DdGridCell
dd_grid_cell(const DdGrid *self, uint32_t row, uint32_t column)
{
	const DdRow *found = &g_array_index(self->rows, DdRow, row);
	if (column < found->n)
		return g_array_index(self->cells, DdGridCell, found->first + column);
	uint32_t end = 0;
	if (found->n > 0)
		end = dd_grid_cell_end(
			self, g_array_index(self->cells, DdGridCell, found->first + found->n - 1));
	return (DdGridCell){.start = end, .end = end};
}

uint32_t
dd_grid_cell_end(const DdGrid *self, DdGridCell cell)
{
	return cell.last != 0 ? g_array_index(self->cells, DdGridCell, cell.last).end : cell.end;
}

const char *
dd_grid_cell_text(DdContext *context, const DdGrid *self, DdGridCell cell)
{
	if (cell.next == 0)
		return dd_arena_strndup(
			context->arena, context->chars + cell.start, cell.end - cell.start);
	g_autoptr(GString) joined = g_string_new(NULL);
	for (;; cell = g_array_index(self->cells, DdGridCell, cell.next)) {
		g_string_append_len(
			joined, context->chars + cell.start, (gssize)(cell.end - cell.start));
		if (cell.next == 0)
			break;
		g_string_append_c(joined, '\n');
	}
	return dd_arena_strndup(context->arena, joined->str, joined->len);
}

const char *
dd_grid_cell_fold(DdContext *context, const DdGrid *self, DdGridCell cell)
{
	if (cell.next == 0)
		return dd_context_fold(context, cell.start, cell.end);
	const char *text = dd_grid_cell_text(context, self, cell);
	return dd_arena_fold(context->arena, text, strlen(text));
}

DdCellScan
dd_grid_cell_scan(DdContext *context, const DdGrid *self, DdGridCell cell)
{
	DdCellScan scan = {&context->scratch, cell.next == 0};
	if (scan.direct) {
		dd_context_scan(context, cell.start, cell.end);
		return scan;
	}
	const char *text = dd_grid_cell_text(context, self, cell);
	dd_context_scan_string(context, text);
	return scan;
}

DdField
dd_grid_cell_field(DdContext *context, const DdGrid *self, DdGridCell cell, uint8_t confidence,
	const char *rule)
{
	const char *value = dd_grid_cell_fold(context, self, cell);
	/* a single bullet in front is how the office writes lists of one */
	if (value[0] == '-' && value[1] == ' ')
		value += 2;
	return (DdField){
		.value = value,
		.rule = rule,
		.span = dd_span(cell.start, dd_grid_cell_end(self, cell)),
		.confidence = confidence,
	};
}
