/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-pages.c: a table that goes on over the end of a page is made one again */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "maxima.h"

#define SAME_EDGE_POINTS 4.0F
#define HEADING_ROWS_MAX 6 /* that a page repeats */

static bool
has_same_columns(const DdLayoutGrid *one, const DdLayoutGrid *two)
{
	if (one->edges->len != two->edges->len)
		return false;
	for (guint i = 0; i < one->edges->len; i++)
		if (fabsf(g_array_index(one->edges, float, i) - g_array_index(two->edges, float, i)) >
			SAME_EDGE_POINTS)
			return false;
	return true;
}

/* The words of one of the first rows, one behind the other */
static GString *
get_row_text(const DdLayoutGrid *self, uint32_t row)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < self->cells->len; i++) {
		const DdLayoutCell *cell = self->cells->pdata[i];
		if (cell->row > row)
			break;
		for (guint k = 0; cell->row == row && k < cell->words->len; k++)
			g_string_append(text, g_array_index(cell->words, DdLayoutWord, k).word->text);
	}
	return text;
}

/* How many rows at the top of @next only repeat the heading of @self */
static uint32_t
count_repeated(const DdLayoutGrid *self, const DdLayoutGrid *next)
{
	uint32_t n = 0;
	for (; n < HEADING_ROWS_MAX && n < self->n_rows && n + 1 < next->n_rows; n++) {
		GString *one = get_row_text(self, n), *two = get_row_text(next, n);
		bool same = one->len > 0 && g_string_equal(one, two);
		g_string_free(one, TRUE);
		g_string_free(two, TRUE);
		if (!same)
			break;
	}
	return n;
}

/* Does the text of a cell go on: it begins with a small letter, or what is above did not end? */
static bool
goes_on(const DdLayoutCell *above, const DdLayoutCell *cell)
{
	if (above->words->len == 0 || cell->words->len == 0)
		return false;
	const char *first = g_array_index(cell->words, DdLayoutWord, 0).word->text;
	return g_unichar_islower(g_utf8_get_char(first));
}

/*
 * Is @row of @next the rest of a row that the end of the page cut: cell for cell below those above, nothing in the first, and what is
 * in the others goes on what stands above?
 */
static bool
is_rest(const DdLayoutGrid *self, const DdLayoutGrid *next, uint32_t row)
{
	bool any = false;
	for (guint i = 0; i < next->cells->len; i++) {
		const DdLayoutCell *cell = next->cells->pdata[i];
		if (cell->row > row)
			break;
		if (cell->row < row)
			continue;
		const DdLayoutCell *above = self->lowest[cell->column];
		if (cell->rows > 1 || above == NULL || above->column != cell->column ||
			above->columns != cell->columns)
			return false;
		if (cell->words->len == 0)
			continue;
		if (cell->column == 0)
			return false;
		any = any || goes_on(above, cell);
	}
	return any;
}

static void
move_words(DdLayoutCell *to, DdLayoutCell *from)
{
	g_array_append_vals(to->words, from->words->data, from->words->len);
	g_array_set_size(from->words, 0);
}

/* Takes over what reaches the last row of @next, whose first @skip rows were left out. */
static void
take_lowest(DdLayoutGrid *self, const DdLayoutGrid *next, uint32_t skip)
{
	for (guint c = 0; c + 1 < self->edges->len; c++) {
		DdLayoutCell *cell = next->lowest[c];
		self->lowest[c] = cell != NULL && cell->row >= skip ? cell : NULL;
	}
}

bool
dd_layout_grid_join(DdLayoutGrid *self, DdLayoutGrid *next)
{
	if (!has_same_columns(self, next) || self->n_rows + next->n_rows > DD_MAX_TABLE_ROWS)
		return false;
	uint32_t skip = count_repeated(self, next);
	uint32_t rest = is_rest(self, next, skip) ? 1 : 0;
	guint i = 0;
	for (; i < next->cells->len; i++) {
		DdLayoutCell *cell = next->cells->pdata[i];
		if (cell->row >= skip + rest)
			break;
		if (cell->row >= skip)
			move_words(self->lowest[cell->column], cell);
	}
	if (skip + rest < next->n_rows)
		take_lowest(self, next, skip);
	for (; i < next->cells->len; i++) {
		DdLayoutCell *cell = next->cells->pdata[i];
		/* a row that has been joined to the one above is no row any more */
		cell->row = cell->row - skip + self->n_rows - rest;
		next->cells->pdata[i] = NULL; /* the array frees what is left in it */
		g_ptr_array_add(self->cells, cell);
	}
	self->n_rows += next->n_rows - skip - rest;
	return true;
}
