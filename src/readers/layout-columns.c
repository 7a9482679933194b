/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout-columns.c: columns without ruling lines, as the heads and signatures of all official documents have them (NĐ 30/2020,
 * annex I): blank corridors that go down through several rows.
 */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#define WIDTH_POINTS 8.0F /* of a corridor */
#define CORRIDORS_MAX 16
#define ROWS_LEAST 2     /* that a corridor goes through */
#define APART_LINES 2.5F /* heights of a line: what is farther away is another matter */
#define BLANK_LINES 1.1F
#define CENTRED_POINTS 6.0F

#define LEFT 1U
#define RIGHT 2U

typedef struct {
	float from, to;
} Corridor;

typedef struct {
	Corridor items[CORRIDORS_MAX];
	size_t n;
} Corridors;

static const DdLayoutRow *
get_row(const DdLayoutRows *rows, guint i)
{
	return &g_array_index(rows->rows, DdLayoutRow, i);
}

static const DdLayoutRun *
get_run(const DdLayoutRows *rows, guint i)
{
	return &g_array_index(rows->runs, DdLayoutRun, i);
}

/* Only "1.", "a)", "-": what stands behind it is no column, but its item */
static bool
is_mark(const DdLayoutRows *rows, const DdLayoutRun *run)
{
	if (run->n != 1)
		return false;
	const char *text = g_array_index(rows->words, DdLayoutWord, run->first).word->text;
	size_t len = strlen(text);
	bool closed = text[len - 1] == '.' || text[len - 1] == ')' || text[len - 1] == '/';
	return g_utf8_strlen(text, -1) == 1 || (closed && g_utf8_strlen(text, -1) <= 6);
}

static Corridors
get_gaps(const DdLayoutRows *rows, const DdLayoutRow *row)
{
	Corridors gaps = {.n = 0};
	for (guint i = 1; i < row->n && gaps.n < CORRIDORS_MAX; i++) {
		const DdLayoutRun *before = get_run(rows, row->first + i - 1);
		const DdLayoutRun *run = get_run(rows, row->first + i);
		if (i == 1 && is_mark(rows, before))
			continue;
		if (run->left - before->right >= WIDTH_POINTS)
			gaps.items[gaps.n++] = (Corridor){before->right, run->left};
	}
	return gaps;
}

/* What @row leaves of a corridor: it is pushed to the side, or cut by a word in it */
static bool
narrow(const DdLayoutRows *rows, const DdLayoutRow *row, Corridor *corridor)
{
	for (guint i = 0; i < row->n; i++) {
		const DdLayoutRun *run = get_run(rows, row->first + i);
		if (run->right <= corridor->from || run->left >= corridor->to)
			continue;
		/* the larger part that is left beside the run */
		float before = run->left - corridor->from, behind = corridor->to - run->right;
		if (before > behind)
			corridor->to = run->left;
		else
			corridor->from = run->right;
		if (corridor->to - corridor->from < WIDTH_POINTS)
			return false;
	}
	return true;
}

/* Returns: FALSE when no corridor goes through @row; @corridors then stays as it was */
static bool
go_through(const DdLayoutRows *rows, const DdLayoutRow *row, Corridors *corridors)
{
	Corridors left = {.n = 0};
	for (size_t i = 0; i < corridors->n; i++) {
		Corridor corridor = corridors->items[i];
		if (narrow(rows, row, &corridor))
			left.items[left.n++] = corridor;
	}
	if (left.n == 0)
		return false;
	*corridors = left;
	return true;
}

/* Which sides of the first corridor have words: LEFT and RIGHT */
static unsigned
get_sides(const DdLayoutRow *row, const Corridors *corridors)
{
	float middle = (corridors->items[0].from + corridors->items[0].to) / 2;
	return (row->left < middle ? LEFT : 0U) | (row->right > middle ? RIGHT : 0U);
}

/* Is a row on one side only centred on the page, and not in its column: a title below a head? */
static bool
is_title(const DdLayoutRow *row, float middle, float column_middle)
{
	float own = (row->left + row->right) / 2;
	return fabsf(own - middle) < CENTRED_POINTS &&
	       fabsf(own - middle) < fabsf(own - column_middle);
}

/* Where the rows on the right are centred, by the first that has both sides */
static float
get_right_middle(const DdLayoutRows *rows, const DdLayoutRow *row)
{
	const DdLayoutRun *last = get_run(rows, row->first + row->n - 1);
	return (last->left + last->right) / 2;
}

bool
dd_layout_find_columns(const DdLayoutRows *rows, guint at, float middle, DdLayoutColumns *columns_out)
{
	const DdLayoutRow *first = get_row(rows, at);
	Corridors corridors = get_gaps(rows, first);
	if (corridors.n == 0)
		return false;
	float right_middle = get_right_middle(rows, first);
	guint end = at + 1;
	for (; end < rows->rows->len; end++) {
		const DdLayoutRow *row = get_row(rows, end), *above = get_row(rows, end - 1);
		Corridors narrower = corridors;
		bool apart = row->page != above->page ||
			     row->top - above->bottom > APART_LINES * (above->bottom - above->top);
		if (apart || !go_through(rows, row, &narrower))
			break;
		unsigned sides = get_sides(row, &narrower);
		if (sides == RIGHT && is_title(row, middle, right_middle))
			break;
		/* on the right there is room for a hand to sign; what stands lower on the left begins anew */
		if (sides == LEFT &&
			row->top - above->bottom > BLANK_LINES * (above->bottom - above->top))
			break;
		corridors = narrower;
	}
	/* one row alone beside another: a line with a tab in it */
	if (end - at < ROWS_LEAST)
		return false;
	columns_out->end = end;
	columns_out->edges = g_array_new(FALSE, FALSE, sizeof(float));
	for (size_t i = 0; i < corridors.n; i++) {
		float edge = (corridors.items[i].from + corridors.items[i].to) / 2;
		g_array_append_val(columns_out->edges, edge);
	}
	return true;
}
