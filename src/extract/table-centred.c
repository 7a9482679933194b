/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * table-centred.c: where rows begin when numbers stand in the middle of their cells. pdftotext keeps the lines where they were on the page, and
 * word processors centre numbers and short cells, so that a row's text begins above its number and ends below it. The sum
 * of what is odd about all rows is made least, row by row (dynamic programming).
 */
#include "table-centred.h"

#define SPAN 40u /* lines between two numbers among which the next row may begin */

/* What it costs that … */
#define COST_ODD                                                                                   \
	2u /* a row has a line more above its number than below; one is free, for an even number of lines has no middle */
#define COST_SMALL 9u  /* its words begin with a small letter */
#define COST_CELL 2u   /* another cell does */
#define COST_BLANK 3u  /* nothing to be done stands in its first line */
#define COST_GROUP 3u  /* a heading has another line */
#define COST_ABOVE 40u /* a heading begins above its number */

bool
dd_table_is_centred(const DdTableLine *lines, size_t n)
{
	bool fresh = true, above = false; /* nothing but headings above; words above a number to come */
	for (size_t i = 0; i < n; i++) {
		if (above && lines[i].numbered && !lines[i].group)
			return true;
		above = above || (fresh && !lines[i].numbered && lines[i].content && lines[i].capital);
		fresh = lines[i].group;
	}
	return false;
}

static unsigned
cost_of_start(const DdTableLine *line)
{
	unsigned cost = line->small * COST_CELL;
	if (!line->content)
		return cost + COST_BLANK;
	return cost + (line->capital ? 0 : COST_SMALL);
}

/* Of the row [@from, @to) whose number stands in line @number */
static unsigned
cost_of_row(const DdTableLine *lines, size_t from, size_t to, size_t number)
{
	size_t above = number - from, below = to - 1 - number;
	if (lines[number].group)
		return (unsigned)(MIN(above, SPAN) * COST_ABOVE + MIN(below, SPAN) * COST_GROUP);
	size_t odd = above > below ? above - below : below - above;
	return (unsigned)(odd > 1 ? MIN(odd - 1, SPAN) * COST_ODD : 0);
}

/* The rows while their first lines are chosen */
typedef struct {
	const DdTableLine *lines;
	GArray *numbers; /* size_t: lines with a number */
	GArray *before; /* uint8_t[SPAN] for each row that begins so many lines above its number: where the row above begins then */
	unsigned costs[2][SPAN]; /* of all above, of this row and the one above it in turns */
} Choice;

static size_t
number_at(const Choice *self, size_t row)
{
	return g_array_index(self->numbers, size_t, row);
}

/* Returns: how many lines above its number row @row may begin, itself counted */
static size_t
reach_of(const Choice *self, size_t row)
{
	size_t number = number_at(self, row);
	return row == 0 ? 1 : MIN(SPAN, number - number_at(self, row - 1));
}

static size_t
first_of(const Choice *self, size_t row, size_t up)
{
	return row == 0 ? 0 : number_at(self, row) - up;
}

static void
weigh_row(Choice *self, size_t row)
{
	unsigned *costs = self->costs[row & 1];
	uint8_t *before = &g_array_index(self->before, uint8_t, row * SPAN);
	if (row == 0) {
		costs[0] = 0;
		return;
	}
	const unsigned *above = self->costs[(row - 1) & 1];
	for (size_t up = 0; up < reach_of(self, row); up++) {
		size_t from = first_of(self, row, up);
		costs[up] = G_MAXUINT;
		for (size_t k = 0; k < reach_of(self, row - 1); k++) {
			unsigned cost = above[k] + cost_of_row(self->lines, first_of(self, row - 1, k),
							   from, number_at(self, row - 1));
			if (cost >= costs[up])
				continue;
			costs[up] = cost;
			before[up] = (uint8_t)k;
		}
		costs[up] += cost_of_start(&self->lines[from]);
	}
}

static size_t
best_of_last(const Choice *self, size_t rows, size_t n)
{
	const unsigned *costs = self->costs[(rows - 1) & 1];
	size_t best = 0;
	unsigned least = G_MAXUINT;
	for (size_t up = 0; up < reach_of(self, rows - 1); up++) {
		unsigned cost = costs[up] + cost_of_row(self->lines, first_of(self, rows - 1, up),
						    n, number_at(self, rows - 1));
		if (cost < least) {
			least = cost;
			best = up;
		}
	}
	return best;
}

void
dd_table_centre(DdTableLine *lines, size_t n)
{
	Choice self = {.lines = lines,
		.numbers = g_array_new(FALSE, FALSE, sizeof(size_t)),
		.before = g_array_new(FALSE, TRUE, sizeof(uint8_t))};
	for (size_t i = 0; i < n; i++)
		if (lines[i].numbered)
			g_array_append_val(self.numbers, i);
	size_t rows = self.numbers->len;
	g_array_set_size(self.before, (guint)(rows * SPAN));
	for (size_t row = 0; row < rows; row++)
		weigh_row(&self, row);
	size_t up = rows > 0 ? best_of_last(&self, rows, n) : 0;
	for (size_t row = rows; row-- > 0;) {
		lines[first_of(&self, row, up)].starts = true;
		up = g_array_index(self.before, uint8_t, row * SPAN + up);
	}
	g_array_free(self.numbers, TRUE);
	g_array_free(self.before, TRUE);
}
