/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-rows.c: words into rows by their heights, rows into runs by the gaps between words */
#include "layout-private.h"

#include <math.h>

#define GAP_EMS 1.3F      /* a wider gap parts runs; a justified line has some of nearly one */
#define FLUSH_POINTS 2.0F /* how near to the side a spread line ends */
#define ALIKE 1.5F        /* times as wide as the least of a line the widest gap may be */
#define SHARED 0.5F       /* of the lower one's height that two words on one line share */

static float
get_middle(const DdPageWord *word)
{
	return (word->top + word->bottom) / 2;
}

static int
compare_heights(gconstpointer a, gconstpointer b)
{
	const DdLayoutWord *one = a, *two = b;
	if (one->page != two->page)
		return one->page < two->page ? -1 : 1;
	float first = get_middle(one->word), second = get_middle(two->word);
	if (first != second)
		return first < second ? -1 : 1;
	return one->word->left < two->word->left ? -1 : one->word->left > two->word->left;
}

static int
compare_lefts(gconstpointer a, gconstpointer b)
{
	const DdLayoutWord *one = a, *two = b;
	return one->word->left < two->word->left ? -1 : one->word->left > two->word->left;
}

/* Does @word stand on the line that @first began? */
static bool
is_on_line(const DdLayoutWord *first, const DdLayoutWord *word)
{
	const DdPageWord *one = first->word, *two = word->word;
	float shared = MIN(one->bottom, two->bottom) - MAX(one->top, two->top);
	float lower = MIN(one->bottom - one->top, two->bottom - two->top);
	return first->page == word->page && shared >= SHARED * lower;
}

static void
add_run(DdLayoutRows *self, guint from, guint to)
{
	DdLayoutRun run = {.first = from, .n = to - from};
	run.left = g_array_index(self->words, DdLayoutWord, from).word->left;
	for (guint i = from; i < to; i++)
		run.right = MAX(run.right, g_array_index(self->words, DdLayoutWord, i).word->right);
	g_array_append_val(self->runs, run);
}

/* Makes one row of the words from @from to before @to, which stand on one line. */
static void
add_row(DdLayoutRows *self, guint from, guint to)
{
	DdLayoutWord *words = &g_array_index(self->words, DdLayoutWord, 0);
	qsort(words + from, to - from, sizeof(*words), compare_lefts);
	DdLayoutRow row = {.first = self->runs->len,
		.page = words[from].page,
		.left = words[from].word->left,
		.top = words[from].word->top,
		.bold = true};
	guint begun = from;
	for (guint i = from; i < to; i++) {
		const DdPageWord *word = words[i].word;
		if (i > from && word->left - row.right > GAP_EMS * MAX(word->size, 1)) {
			add_run(self, begun, i);
			begun = i;
		}
		row.right = MAX(row.right, word->right);
		row.top = MIN(row.top, word->top);
		row.bottom = MAX(row.bottom, word->bottom);
		row.size = MAX(row.size, word->size);
		row.bold = row.bold && word->bold;
	}
	add_run(self, begun, to);
	row.n = self->runs->len - row.first;
	g_array_append_val(self->rows, row);
}

DdLayoutRows *
dd_layout_rows_new(GArray *words)
{
	DdLayoutRows *self = g_new0(DdLayoutRows, 1);
	self->words = words;
	self->runs = g_array_new(FALSE, FALSE, sizeof(DdLayoutRun));
	self->rows = g_array_new(FALSE, FALSE, sizeof(DdLayoutRow));
	g_array_sort(words, compare_heights);
	for (guint from = 0, i = 1; i <= words->len; i++) {
		const DdLayoutWord *first = &g_array_index(words, DdLayoutWord, from);
		if (i < words->len && is_on_line(first, first + (i - from)))
			continue;
		add_row(self, from, i);
		from = i;
	}
	return self;
}

/* Are the words of @row, which has several, equally far from each other? */
static bool
is_spread(const DdLayoutRows *self, const DdLayoutRow *row)
{
	const DdLayoutRun *runs = &g_array_index(self->runs, DdLayoutRun, row->first);
	const DdLayoutWord *words = &g_array_index(self->words, DdLayoutWord, runs[0].first);
	guint n = runs[row->n - 1].first + runs[row->n - 1].n - runs[0].first;
	float least = G_MAXFLOAT, widest = 0;
	for (guint i = 1; i < n; i++) {
		float gap = words[i].word->left - words[i - 1].word->right;
		least = MIN(least, gap);
		widest = MAX(widest, gap);
	}
	return widest <= least * ALIKE;
}

void
dd_layout_rows_join_spread(DdLayoutRows *self)
{
	float left = G_MAXFLOAT, right = -G_MAXFLOAT;
	for (guint i = 0; i < self->rows->len; i++) {
		left = MIN(left, g_array_index(self->rows, DdLayoutRow, i).left);
		right = MAX(right, g_array_index(self->rows, DdLayoutRow, i).right);
	}
	for (guint i = 0; i < self->rows->len && self->rows->len > 1; i++) {
		DdLayoutRow *row = &g_array_index(self->rows, DdLayoutRow, i);
		bool flush = row->left <= left + FLUSH_POINTS && row->right >= right - FLUSH_POINTS;
		if (row->n < 2 || !flush || !is_spread(self, row))
			continue;
		DdLayoutRun *run = &g_array_index(self->runs, DdLayoutRun, row->first);
		const DdLayoutRun *last = run + row->n - 1;
		run->n = last->first + last->n - run->first;
		run->right = row->right;
		row->n = 1;
	}
}

void
dd_layout_rows_free(DdLayoutRows *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->words);
	g_array_unref(self->runs);
	g_array_unref(self->rows);
	g_free(self);
}
