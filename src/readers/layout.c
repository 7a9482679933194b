/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.c: page by page: ruled tables, columns without lines, paragraphs between them; what repeats on each page apart */
#include "layout.h"

#include <math.h>
#include <string.h>

#include "layout-private.h"
#include "maxima.h"

#define CELL_PADDING 5.0F /* between a ruling line and its text, about */
#define DEPTH_MAX 3       /* columns inside of cells inside of columns */

/* Makes blocks of pages */
typedef struct {
	DdDocumentBuilder *builder;
	DdLayoutFlow *flow;
	DdLayoutGrid *grid; /* the last table, held back: it may go on on the next page */
	GPtrArray *grids;   /* owner of it */
	unsigned depth;
} Layout;

static bool
lay_words(Layout *self, GArray *words, const DdLayoutBounds *known, GError **error);

static int
compare_cells(gconstpointer a, gconstpointer b)
{
	const DdLayoutCell *const *one = a, *const *two = b;
	if ((*one)->row != (*two)->row)
		return (*one)->row < (*two)->row ? -1 : 1;
	return (*one)->column < (*two)->column ? -1 : (*one)->column > (*two)->column;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX of them */
lay_cell(Layout *self, uint32_t column, uint32_t columns, uint32_t rows, GArray *words,
	const DdLayoutBounds *known, GError **error)
{
	if (!dd_document_builder_open_cell(self->builder, column, columns, rows, error)) {
		g_array_unref(words);
		return false;
	}
	return lay_words(self, words, known, error) && dd_layout_flow_end(self->flow, error) &&
	       dd_document_builder_close(self->builder, error);
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX of them */
lay_grid_row(Layout *self, const DdLayoutGrid *grid, guint *at, uint32_t row, GError **error)
{
	if (!dd_document_builder_open_row(self->builder, error))
		return false;
	for (; *at < grid->cells->len; (*at)++) {
		DdLayoutCell *cell = grid->cells->pdata[*at];
		if (cell->row != row)
			break;
		const DdLayoutBounds bounds = {
			cell->left + CELL_PADDING, cell->right - CELL_PADDING, .known = true};
		if (!lay_cell(self, cell->column, cell->columns, MIN(cell->rows, grid->n_rows - row),
			    g_array_ref(cell->words), &bounds, error))
			return false;
	}
	return dd_document_builder_close(self->builder, error);
}

/* Writes the table that is held back. */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX of them */
end_grid(Layout *self, GError **error)
{
	G_GNUC_UNUSED g_autoptr(GPtrArray) owner = g_steal_pointer(&self->grids);
	DdLayoutGrid *grid = g_steal_pointer(&self->grid);
	if (grid == NULL)
		return true;
	g_ptr_array_sort(grid->cells, compare_cells);
	guint at = 0;
	if (!dd_document_builder_open_table(self->builder, error))
		return false;
	for (uint32_t row = 0; row < grid->n_rows; row++)
		if (!lay_grid_row(self, grid, &at, row, error))
			return false;
	return dd_document_builder_close(self->builder, error);
}

/* The words of the rows from @from to before @to that stand between two edges */
static GArray *
get_column(const DdLayoutRows *rows, guint from, guint to, float left, float right)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord));
	for (guint i = from; i < to; i++) {
		const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, i);
		const DdLayoutRun *first = &g_array_index(rows->runs, DdLayoutRun, row->first);
		const DdLayoutRun *last = first + row->n - 1;
		for (guint k = first->first; k < last->first + last->n; k++) {
			const DdLayoutWord *word = &g_array_index(rows->words, DdLayoutWord, k);
			float middle = (word->word->left + word->word->right) / 2;
			if (middle >= left && middle < right)
				g_array_append_vals(words, word, 1);
		}
	}
	return words;
}

/*
 * In two columns all of a side belongs together; in more, a row of the table begins where the first column has words.
 */
static guint
find_row_end(const DdLayoutRows *rows, guint at, const DdLayoutColumns *columns)
{
	if (columns->edges->len < 2)
		return columns->end;
	float edge = g_array_index(columns->edges, float, 0);
	guint end = at + 1;
	while (end < columns->end && g_array_index(rows->rows, DdLayoutRow, end).left >= edge)
		end++;
	return end;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX of them */
lay_columns(Layout *self, const DdLayoutRows *rows, guint at, const DdLayoutColumns *columns,
	GError **error)
{
	if (!dd_layout_flow_end(self->flow, error) ||
		!dd_document_builder_open_table(self->builder, error))
		return false;
	while (at < columns->end) {
		guint end = find_row_end(rows, at, columns);
		if (!dd_document_builder_open_row(self->builder, error))
			return false;
		for (uint32_t c = 0; c <= columns->edges->len; c++) {
			bool is_first = c == 0, is_last = c == columns->edges->len;
			float from = is_first ? -DD_LAYOUT_COORDINATE_MAX
					      : g_array_index(columns->edges, float, c - 1);
			float to = is_last ? DD_LAYOUT_COORDINATE_MAX
					   : g_array_index(columns->edges, float, c);
			if (!lay_cell(self, c, 1, 1, get_column(rows, at, end, from, to), NULL, error))
				return false;
		}
		if (!dd_document_builder_close(self->builder, error))
			return false;
		at = end;
	}
	return dd_document_builder_close(self->builder, error);
}

/* Writes paragraphs and columns of @words (swallowed). @known: where their lines were broken, NULL when only they tell. */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX of them */
lay_words(Layout *self, GArray *words, const DdLayoutBounds *known, GError **error)
{
	g_autoptr(DdLayoutRows) rows = dd_layout_rows_new(words);
	DdLayoutBounds bounds = known != NULL ? *known : dd_layout_find_bounds(rows);
	bounds.blanks = self->depth == 0 && known == NULL;
	if (known != NULL)
		dd_layout_rows_join_spread(rows);
	bool good = true;
	self->depth++;
	for (guint i = 0; good && i < rows->rows->len;) {
		DdLayoutColumns columns;
		if (self->depth < DEPTH_MAX &&
			dd_layout_find_columns(rows, i, (bounds.left + bounds.right) / 2, &columns)) {
			good = lay_columns(self, rows, i, &columns, error);
			i = columns.end;
			g_array_unref(columns.edges);
			continue;
		}
		good = dd_layout_flow_add(self->flow, rows, i, &bounds, error);
		i++;
	}
	self->depth--;
	return good;
}

/* Holds @grid back; one that goes on it is joined to it. */
static bool
take_grid(Layout *self, GPtrArray *grids, guint i, bool first_of_page, GError **error)
{
	DdLayoutGrid *grid = grids->pdata[i];
	if (self->grid != NULL && first_of_page && dd_layout_grid_join(self->grid, grid))
		return true;
	if (!end_grid(self, error) || !dd_layout_flow_end(self->flow, error))
		return false;
	self->grid = grid;
	self->grids = g_ptr_array_ref(grids);
	return true;
}

/* Writes the words above @bottom of those that are left, from @at on. */
static bool
lay_between(Layout *self, GArray *left, float bottom, GError **error)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord));
	guint n = 0;
	for (guint i = 0; i < left->len; i++) {
		const DdLayoutWord *word = &g_array_index(left, DdLayoutWord, i);
		if ((word->word->top + word->word->bottom) / 2 < bottom)
			g_array_append_vals(words, word, 1);
		else
			g_array_index(left, DdLayoutWord, n++) = *word;
	}
	g_array_set_size(left, n);
	if (words->len == 0) {
		g_array_unref(words);
		return true;
	}
	if (!end_grid(self, error)) {
		g_array_unref(words);
		return false;
	}
	return lay_words(self, words, NULL, error);
}

static bool
lay_page(Layout *self, const DdPageContent *page, const GArray *body, GError **error)
{
	/* what stands before and behind a page that nobody has read is not one text */
	if (page->unread)
		return end_grid(self, error) && dd_layout_flow_end(self->flow, error);
	g_autoptr(GPtrArray) grids = dd_layout_find_grids(page);
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord));
	for (guint i = 0; i < body->len; i++) {
		DdLayoutWord word = g_array_index(body, DdLayoutWord, i);
		bool taken = false;
		for (guint g = 0; g < grids->len && !taken; g++)
			taken = dd_layout_grid_take(grids->pdata[g], word);
		if (!taken)
			g_array_append_val(left, word);
	}
	bool first = true;
	for (guint g = 0; g < grids->len; g++) {
		const DdLayoutGrid *grid = grids->pdata[g];
		guint before = left->len;
		if (!lay_between(self, left, grid->top, error))
			return false;
		first = first && left->len == before;
		if (!take_grid(self, grids, g, first, error))
			return false;
		first = false;
	}
	return lay_between(self, left, DD_LAYOUT_COORDINATE_MAX, error);
}

static bool
is_on_page(const DdPageWord *word)
{
	/* written so that what is no number does not pass */
	return word->text[0] != '\0' && word->left >= -DD_LAYOUT_COORDINATE_MAX &&
	       word->right <= DD_LAYOUT_COORDINATE_MAX && word->left <= word->right &&
	       word->top >= -DD_LAYOUT_COORDINATE_MAX && word->bottom <= DD_LAYOUT_COORDINATE_MAX &&
	       word->top <= word->bottom && word->size > 0 && word->size <= DD_LAYOUT_COORDINATE_MAX;
}

static GArray *
get_words(const DdPageContent *page, uint32_t number)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord));
	for (guint i = 0; i < page->words->len; i++) {
		DdLayoutWord word = {&g_array_index(page->words, DdPageWord, i), number};
		if (is_on_page(word.word))
			g_array_append_val(words, word);
	}
	return words;
}

/* Tenths of a point; 0 when it is no number */
static uint16_t
get_tenths(float points)
{
	return points > 0 ? (uint16_t)MIN(points * 10, G_MAXUINT16) : 0;
}

/* Hundredths of @degrees */
static int16_t
get_skew(float degrees)
{
	return (int16_t)lroundf(CLAMP(degrees * 100, -DD_MAX_SKEW, DD_MAX_SKEW));
}

static bool
add_sheets(DdDocumentBuilder *builder, DdPageContent *const *pages, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++) {
		const DdPage page = {.width = get_tenths(pages[i]->width),
			.height = get_tenths(pages[i]->height),
			.unread = pages[i]->unread,
			.turned = (uint8_t)(pages[i]->turned & 3),
			.skew = get_skew(pages[i]->skew)};
		if (!dd_document_builder_add_page(builder, page, error))
			return false;
	}
	return true;
}

static bool
lay_body(Layout *self, DdPageContent *const *pages, GArray **bodies, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++)
		if (!lay_page(self, pages[i], bodies[i], error))
			return false;
	return end_grid(self, error) && dd_layout_flow_end(self->flow, error);
}

bool
dd_layout_add_pages(DdDocumentBuilder *builder, DdPageContent *const *pages, size_t n, GError **error)
{
	if (!add_sheets(builder, pages, n, error))
		return false;
	g_autoptr(DdLayoutFlow) flow = dd_layout_flow_new(builder);
	Layout layout = {.builder = builder, .flow = flow};
	g_autofree GArray **bodies = g_new0(GArray *, n + 1);
	for (size_t i = 0; i < n; i++)
		bodies[i] = get_words(pages[i], (uint32_t)i + 1);
	g_autoptr(DdLayoutMargins) margins = dd_layout_take_margins(pages, bodies, n);
	bool good = lay_body(&layout, pages, bodies, n, error) &&
		    dd_layout_write_margins(margins, builder, error);
	g_clear_pointer(&layout.grids, g_ptr_array_unref);
	for (size_t i = 0; i < n; i++)
		g_array_unref(bodies[i]);
	return good;
}
