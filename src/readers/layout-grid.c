/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout-grid.c: tables by their ruling lines: lines that touch make one table, their places its columns and rows, and where no
 * line parts two places they are one merged cell.
 */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "maxima.h"

#define NEAR_POINTS 3.0F /* lines so near to each other are one, or touch */
#define RULES_MAX 2500   /* of one page: what has more is a drawing */
#define COVERED 0.6F     /* of a side, by a line that parts two cells */
#define CELLS_MAX 40000  /* of one table on one page */

static bool
is_down(const DdPageRule *rule)
{
	return rule->left == rule->right;
}

static bool
is_rule(const DdPageRule *rule)
{
	/* written so that what is no number does not pass: places that cannot be sorted would never come to an end */
	bool on_page = rule->left >= -DD_LAYOUT_COORDINATE_MAX && rule->left <= rule->right &&
		       rule->right <= DD_LAYOUT_COORDINATE_MAX &&
		       rule->top >= -DD_LAYOUT_COORDINATE_MAX && rule->top <= rule->bottom &&
		       rule->bottom <= DD_LAYOUT_COORDINATE_MAX;
	return on_page && (rule->left == rule->right || rule->top == rule->bottom);
}

static void
drop_others(GArray *rules)
{
	guint n = 0;
	for (guint i = 0; i < rules->len; i++)
		if (is_rule(&g_array_index(rules, DdPageRule, i)))
			g_array_index(rules, DdPageRule, n++) = g_array_index(rules, DdPageRule, i);
	g_array_set_size(rules, n);
}

/* Sets of rules that touch: each points to one before it, the first of a set to itself */
static guint
find_set(guint *sets, guint i)
{
	while (sets[i] != i) {
		sets[i] = sets[sets[i]];
		i = sets[i];
	}
	return i;
}

static bool
touch(const DdPageRule *one, const DdPageRule *two)
{
	return one->left <= two->right + NEAR_POINTS && two->left <= one->right + NEAR_POINTS &&
	       one->top <= two->bottom + NEAR_POINTS && two->top <= one->bottom + NEAR_POINTS;
}

static int
compare_tops(gconstpointer a, gconstpointer b)
{
	const DdPageRule *one = a, *two = b;
	return one->top < two->top ? -1 : one->top > two->top;
}

/* Returns: (transfer full) which set each rule is of; @rules are sorted by their tops */
static guint *
join_rules(const GArray *rules)
{
	const DdPageRule *all = (const DdPageRule *)(const void *)rules->data;
	guint *sets = g_new(guint, rules->len + 1);
	for (guint i = 0; i < rules->len; i++)
		sets[i] = i;
	for (guint i = 0; i < rules->len; i++)
		for (guint k = i + 1; k < rules->len && all[k].top <= all[i].bottom + NEAR_POINTS; k++)
			if (touch(&all[i], &all[k]))
				sets[MAX(find_set(sets, i), find_set(sets, k))] = MIN(
					find_set(sets, i), find_set(sets, k));
	return sets;
}

static int
compare_floats(gconstpointer a, gconstpointer b)
{
	const float *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

/* Leaves one of those that are near to each other: their middle. */
static void
join_near(GArray *places)
{
	g_array_sort(places, compare_floats);
	guint n = 0;
	for (guint i = 0; i < places->len;) {
		float first = g_array_index(places, float, i), sum = 0;
		guint same = 0;
		for (; i < places->len && g_array_index(places, float, i) - first <= NEAR_POINTS;
			i++, same++)
			sum += g_array_index(places, float, i);
		g_array_index(places, float, n++) = sum / (float)same;
	}
	g_array_set_size(places, n);
}

/* A table on its way from lines to cells */
typedef struct {
	GArray *rules;  /* DdPageRule */
	GArray *across; /* float: edges of the columns */
	GArray *down;   /* float: edges of the rows */
	guint columns, rows;
	bool *wall_right, *wall_below; /* of each place, row by row */
} Table;

static void
table_clear(Table *self)
{
	g_array_unref(self->rules);
	g_array_unref(self->across);
	g_array_unref(self->down);
	g_free(self->wall_right);
	g_free(self->wall_below);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Table, table_clear)

static guint
find_edge(const GArray *edges, float place)
{
	guint low = 0, high = edges->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(edges, float, middle) < place - NEAR_POINTS)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Marks the walls that a line makes: of places of which it covers most of a side. */
static void
mark_walls(Table *self, const DdPageRule *rule)
{
	bool down = is_down(rule);
	const GArray *edges = down ? self->across : self->down;
	const GArray *along = down ? self->down : self->across;
	float at = down ? rule->left : rule->top;
	float from = down ? rule->top : rule->left, to = down ? rule->bottom : rule->right;
	guint edge = find_edge(edges, at);
	if (edge == 0 || edge >= edges->len ||
		fabsf(g_array_index(edges, float, edge) - at) > NEAR_POINTS)
		return; /* the table's own left or upper side is always there */
	guint first = find_edge(along, from);
	for (guint i = first > 0 ? first - 1 : 0; i + 1 < along->len; i++) {
		float begin = g_array_index(along, float, i), end = g_array_index(along, float, i + 1);
		if (begin >= to)
			break;
		if (MIN(end, to) - MAX(begin, from) < COVERED * (end - begin))
			continue;
		if (down)
			self->wall_right[i * self->columns + edge - 1] = true;
		else
			self->wall_below[(edge - 1) * self->columns + i] = true;
	}
}

static void
find_walls(Table *self)
{
	self->wall_right = g_new0(bool, (gsize)self->columns * self->rows);
	self->wall_below = g_new0(bool, (gsize)self->columns * self->rows);
	for (guint i = 0; i < self->rules->len; i++)
		mark_walls(self, &g_array_index(self->rules, DdPageRule, i));
	for (guint r = 0; r < self->rows; r++)
		self->wall_right[r * self->columns + self->columns - 1] = true;
	for (guint c = 0; c < self->columns; c++)
		self->wall_below[(self->rows - 1) * self->columns + c] = true;
}

/* Can the cell that begins at @row and @column, @columns wide, reach into the row below @row? */
static bool
reaches_below(const Table *self, const bool *taken, guint row, guint column, guint columns)
{
	const guint here = row * self->columns + column, below = here + self->columns;
	for (guint c = 0; c < columns; c++)
		if (self->wall_below[here + c] || taken[below + c] ||
			self->wall_right[below + c] != (c + 1 == columns))
			return false;
	return true;
}

static void
free_cell(gpointer data)
{
	DdLayoutCell *cell = data;
	if (cell == NULL)
		return;
	g_array_unref(cell->words);
	g_free(cell);
}

static DdLayoutCell *
make_cell(const Table *self, bool *taken, guint row, guint column)
{
	guint columns = 1, rows = 1;
	while (!self->wall_right[row * self->columns + column + columns - 1] &&
		!taken[row * self->columns + column + columns])
		columns++;
	while (row + rows < self->rows && reaches_below(self, taken, row + rows - 1, column, columns))
		rows++;
	for (guint r = 0; r < rows; r++)
		memset(taken + (gsize)(row + r) * self->columns + column, 1, columns);
	DdLayoutCell *cell = g_new0(DdLayoutCell, 1);
	*cell = (DdLayoutCell){.row = row,
		.column = column,
		.rows = rows,
		.columns = columns,
		.words = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord)),
		.left = g_array_index(self->across, float, column),
		.right = g_array_index(self->across, float, column + columns)};
	return cell;
}

static void
free_grid(gpointer data)
{
	DdLayoutGrid *grid = data;
	if (grid == NULL)
		return;
	g_array_unref(grid->edges);
	g_ptr_array_unref(grid->cells);
	g_array_unref(grid->row_edges);
	g_free(grid->owner);
	g_free(grid->lowest);
	g_free(grid);
}

static DdLayoutGrid *
make_grid(Table *table)
{
	find_walls(table);
	DdLayoutGrid *grid = g_new0(DdLayoutGrid, 1);
	gsize n = (gsize)table->columns * table->rows;
	g_autofree bool *taken = g_new0(bool, n);
	grid->cells = g_ptr_array_new_with_free_func(free_cell);
	grid->owner = g_new0(guint, n);
	for (guint r = 0; r < table->rows; r++)
		for (guint c = 0; c < table->columns; c++) {
			if (taken[r * table->columns + c])
				continue;
			DdLayoutCell *cell = make_cell(table, taken, r, c);
			for (guint i = 0; i < cell->rows; i++)
				for (guint k = 0; k < cell->columns; k++)
					grid->owner[(r + i) * table->columns + c + k] = grid->cells->len;
			g_ptr_array_add(grid->cells, cell);
		}
	grid->lowest = g_new(DdLayoutCell *, table->columns);
	for (guint c = 0; c < table->columns; c++)
		grid->lowest[c] = grid->cells->pdata[grid->owner[n - table->columns + c]];
	grid->n_rows = table->rows;
	grid->edges = g_array_ref(table->across);
	grid->row_edges = g_array_ref(table->down);
	grid->left = g_array_index(table->across, float, 0);
	grid->right = g_array_index(table->across, float, table->columns);
	grid->top = g_array_index(table->down, float, 0);
	grid->bottom = g_array_index(table->down, float, table->rows);
	return grid;
}

/* Makes a table of the lines of one set. Returns: (transfer full), NULL when they are none */
static DdLayoutGrid *
try_grid(const GArray *rules, const guint *order, guint n)
{
	g_auto(Table) table = {.rules = g_array_new(FALSE, FALSE, sizeof(DdPageRule)),
		.across = g_array_new(FALSE, FALSE, sizeof(float)),
		.down = g_array_new(FALSE, FALSE, sizeof(float))};
	float left = G_MAXFLOAT, right = -G_MAXFLOAT, top = G_MAXFLOAT, bottom = -G_MAXFLOAT;
	guint n_down = 0;
	for (guint i = 0; i < n; i++) {
		const DdPageRule *rule = &g_array_index(rules, DdPageRule, order[i]);
		g_array_append_vals(table.rules, rule, 1);
		n_down += is_down(rule);
		if (is_down(rule))
			g_array_append_vals(table.across, &rule->left, 1);
		else
			g_array_append_vals(table.down, &rule->top, 1);
		left = MIN(left, rule->left);
		right = MAX(right, rule->right);
		top = MIN(top, rule->top);
		bottom = MAX(bottom, rule->bottom);
	}
	if (n_down == 0 || table.down->len < 2)
		return NULL;
	/* tables may be open at their sides, and where the end of the page cuts a row */
	g_array_append_val(table.across, left);
	g_array_append_val(table.across, right);
	g_array_append_val(table.down, top);
	g_array_append_val(table.down, bottom);
	join_near(table.across);
	join_near(table.down);
	if (table.across->len < 2 || table.down->len < 2)
		return NULL;
	table.columns = table.across->len - 1;
	table.rows = table.down->len - 1;
	if (table.columns > DD_MAX_TABLE_COLUMNS || (gsize)table.columns * table.rows > CELLS_MAX)
		return NULL;
	return make_grid(&table);
}

static int
compare_grids(gconstpointer a, gconstpointer b)
{
	const DdLayoutGrid *const *one = a, *const *two = b;
	return (*one)->top < (*two)->top ? -1 : (*one)->top > (*two)->top;
}

GPtrArray *
dd_layout_find_grids(const DdPageContent *page)
{
	GPtrArray *grids = g_ptr_array_new_with_free_func(free_grid);
	drop_others(page->rules);
	if (page->rules->len == 0 || page->rules->len > RULES_MAX)
		return grids;
	g_array_sort(page->rules, compare_tops);
	g_autofree guint *sets = join_rules(page->rules);
	g_autofree guint *order = g_new(guint, page->rules->len);
	for (guint set = 0; set < page->rules->len; set++) {
		guint n = 0;
		for (guint i = set; sets[set] == set && i < page->rules->len; i++)
			if (find_set(sets, i) == set)
				order[n++] = i;
		DdLayoutGrid *grid = n >= 3 ? try_grid(page->rules, order, n) : NULL;
		if (grid != NULL)
			g_ptr_array_add(grids, grid);
	}
	g_ptr_array_sort(grids, compare_grids);
	return grids;
}

bool
dd_layout_grid_take(DdLayoutGrid *self, DdLayoutWord word)
{
	float x = (word.word->left + word.word->right) / 2,
	      y = (word.word->top + word.word->bottom) / 2;
	if (x < self->left || x > self->right || y < self->top || y > self->bottom)
		return false;
	guint column = find_edge(self->edges, x + NEAR_POINTS),
	      row = find_edge(self->row_edges, y + NEAR_POINTS);
	guint columns = self->edges->len - 1;
	column = CLAMP(column, 1, columns) - 1;
	row = CLAMP(row, 1, self->row_edges->len - 1) - 1;
	DdLayoutCell *cell = self->cells->pdata[self->owner[row * columns + column]];
	g_array_append_val(cell->words, word);
	return true;
}
