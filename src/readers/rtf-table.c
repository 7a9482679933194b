/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rtf-table.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "maxima.h"

#define SAME_EDGE 30    /* twentieths of a point: rows of one table are not always in line */
#define TOLD_NOTHING 60 /* how wide a cell is of which nothing was said */

typedef struct {
	DdRtfCell said;
	guint first, last; /* of its paragraphs */
} Cell;

typedef struct {
	guint first, last; /* of its cells */
} Row;

struct _DdRtfTable {
	GArray *paragraphs, *cells, *rows; /* DdParagraph, Cell, Row */
	DdArena *arena;                    /* texts of the paragraphs */
	guint cell, row;                   /* where the ones at hand begin */
};

DdRtfTable *
dd_rtf_table_new(void)
{
	DdRtfTable *self = g_new0(DdRtfTable, 1);
	self->paragraphs = g_array_new(FALSE, FALSE, sizeof(DdParagraph));
	self->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
	self->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	self->arena = dd_arena_new();
	return self;
}

void
dd_rtf_table_free(DdRtfTable *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->paragraphs);
	g_array_unref(self->cells);
	g_array_unref(self->rows);
	dd_arena_free(self->arena);
	g_free(self);
}

static bool
check_room(const DdRtfTable *self, GError **error)
{
	if (self->paragraphs->len < DD_MAX_BLOCKS && self->cells->len < DD_MAX_BLOCKS &&
		self->rows->len < DD_MAX_TABLE_ROWS &&
		dd_arena_get_size(self->arena) / 2 < DD_MAX_DOCUMENT_BYTES)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"bảng quá lớn; hãy tách thành nhiều tệp (table too large)");
	return false;
}

bool
dd_rtf_table_add(DdRtfTable *self, const DdParagraph *paragraph, GError **error)
{
	if (!check_room(self, error))
		return false;
	DdParagraph kept = *paragraph;
	kept.text = dd_arena_strdup(self->arena, kept.text);
	kept.number = dd_arena_strdup(self->arena, kept.number);
	kept.style = NULL;
	g_array_append_val(self->paragraphs, kept);
	return true;
}

bool
dd_rtf_table_end_cell(DdRtfTable *self, GError **error)
{
	if (!check_room(self, error))
		return false;
	Cell cell = {.first = self->cell, .last = self->paragraphs->len};
	g_array_append_val(self->cells, cell);
	self->cell = self->paragraphs->len;
	return true;
}

bool
dd_rtf_table_end_row(DdRtfTable *self, const GArray *cells, GError **error)
{
	if (self->cell < self->paragraphs->len && !dd_rtf_table_end_cell(self, error))
		return false;
	if (self->row == self->cells->len)
		return true;
	if (!check_room(self, error))
		return false;
	int64_t right = 0;
	for (guint i = self->row; i < self->cells->len; i++) {
		Cell *cell = &g_array_index(self->cells, Cell, i);
		guint n = i - self->row;
		cell->said = n < cells->len ? g_array_index(cells, DdRtfCell, n) : (DdRtfCell){0};
		/* what was not said, or goes to the left, is as wide as nothing */
		right = cell->said.right > right ? cell->said.right : right + TOLD_NOTHING;
		cell->said.right = right;
	}
	g_array_append_val(self->rows, ((Row){self->row, self->cells->len}));
	self->row = self->cells->len;
	return true;
}

static gint
compare_edges(gconstpointer a, gconstpointer b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return x < y ? -1 : x > y;
}

/* Returns: (transfer full) int64_t: where columns end, from left to right */
static GArray *
find_edges(const DdRtfTable *self)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(int64_t));
	for (guint i = 0; i < self->cells->len; i++)
		g_array_append_val(edges, g_array_index(self->cells, Cell, i).said.right);
	g_array_sort(edges, compare_edges);
	guint n = 0;
	for (guint i = 0; i < edges->len; i++) {
		int64_t edge = g_array_index(edges, int64_t, i);
		if (n == 0 || edge - g_array_index(edges, int64_t, n - 1) > SAME_EDGE)
			g_array_index(edges, int64_t, n++) = edge;
	}
	g_array_set_size(edges, n);
	return edges;
}

/* Returns: the number of the column behind what ends at @right */
static uint32_t
column_behind(const GArray *edges, int64_t right)
{
	guint from = 0, to = edges->len;
	while (from < to) {
		guint middle = from + (to - from) / 2;
		if (g_array_index(edges, int64_t, middle) <= right)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool
write_cell(const DdRtfTable *self, const Cell *cell, uint32_t column, uint32_t columns,
	DdDocumentBuilder *builder, GError **error)
{
	if (!dd_document_builder_open_cell(builder, column, columns, 1, error))
		return false;
	for (guint i = cell->first; i < cell->last; i++) {
		if (!dd_document_builder_add_paragraph(
			    builder, &g_array_index(self->paragraphs, DdParagraph, i), error))
			return false;
	}
	return dd_document_builder_close(builder, error);
}

static bool
write_row(const DdRtfTable *self, const Row *row, const GArray *edges, DdDocumentBuilder *builder,
	GError **error)
{
	uint32_t column = 0;
	bool has_cell = false; /* one that what follows may be merged into */
	if (!dd_document_builder_open_row(builder, error))
		return false;
	for (guint i = row->first; i < row->last; i++) {
		const Cell *cell = &g_array_index(self->cells, Cell, i);
		uint32_t end = MAX(column_behind(edges, cell->said.right), column + 1);
		uint32_t columns = end - column;
		bool ok = true;
		if (cell->said.merged_left && has_cell) {
			ok = dd_document_builder_widen_cell(builder, columns, error);
		} else if (cell->said.merged_above &&
			   dd_document_builder_extend_cell(builder, column)) {
			has_cell = false;
		} else {
			ok = write_cell(self, cell, column, columns, builder, error);
			has_cell = true;
		}
		if (!ok)
			return false;
		column = end;
	}
	return dd_document_builder_close(builder, error);
}

bool
dd_rtf_table_write(DdRtfTable *self, DdDocumentBuilder *builder, GError **error)
{
	if (self->rows->len == 0)
		return true;
	g_autoptr(GArray) edges = find_edges(self);
	if (!dd_document_builder_open_table(builder, error))
		return false;
	for (guint i = 0; i < self->rows->len; i++) {
		if (!write_row(self, &g_array_index(self->rows, Row, i), edges, builder, error))
			return false;
	}
	g_array_set_size(self->paragraphs, 0);
	g_array_set_size(self->cells, 0);
	g_array_set_size(self->rows, 0);
	self->cell = self->row = 0;
	dd_arena_free(self->arena);
	self->arena = dd_arena_new();
	return dd_document_builder_close(builder, error);
}
