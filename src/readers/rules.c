/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules.c: long thin runs of dark pixels; runs beside each other are made one line. The page becomes one bit a pixel first, so that
 * what is white, which most of it is, is passed over by 64 pixels at a time.
 */
#include "rules.h"

#include <math.h>
#include <string.h>

#define POINTS_AN_INCH 72.0F
#define DARK 176         /* a pixel is dark below that, of 255: thin lines come out grey */
#define RULES_MAX 20000  /* of one page: what has more is a pattern */
#define NEAR_POINTS 1.0F /* pieces of one line: that far beside and behind each other */

/* A run of dark pixels along a line, and how many lines beside each other have it */
typedef struct {
	uint32_t from, to;    /* along, @to exclusive */
	uint32_t first, last; /* across */
} Run;

#define BITS 64  /* pixels of a word */
#define BLOCK 16 /* pixels looked at together */

/* The page, one bit a pixel, 1 dark; what is left of a row's last word is 0 */
typedef struct {
	uint64_t *rows;
	size_t words; /* of a row */
	uint32_t width, height;
} Dark;

/* Returns: the dark ones of @n pixels, up to BLOCK */
static uint64_t
find_dark(const guint8 *pixels, uint32_t n)
{
	/* which of the four bytes is unused goes by the machine's order */
	static const guint8 colour_bytes[] = {0xFF, 0xFF, 0xFF, 0};
	uint32_t colour, block[BLOCK], all = 0xFFFFFFFF;
	memcpy(&colour, colour_bytes, sizeof(colour));
	if (n == BLOCK) {
		memcpy(block, pixels, sizeof(block));
		for (size_t i = 0; i < BLOCK; i++)
			all &= block[i];
		if ((all & colour) == colour)
			return 0;
	}
	uint64_t dark = 0;
	for (uint32_t i = 0; i < n; i++) {
		const guint8 *pixel = pixels + 4 * (size_t)i;
		/* green counts most, as the eye has it. A seal's red and a pen's blue are dark too, but have no straight thin runs */
		bool is_dark = (pixel[0] + 2 * pixel[1] + pixel[2]) / 4 < DARK;
		dark |= (uint64_t)is_dark << i;
	}
	return dark;
}

static Dark
find_all_dark(const DdPageImage *image)
{
	Dark self = {.width = image->width, .height = image->height};
	self.words = ((size_t)image->width + BITS - 1) / BITS;
	self.rows = g_new0(uint64_t, self.words * image->height + 1);
	for (uint32_t y = 0; y < image->height; y++) {
		const guint8 *pixels = image->pixels + (size_t)y * image->stride;
		uint64_t *row = self.rows + y * self.words;
		for (uint32_t x = 0; x < image->width; x += BLOCK)
			row[x / BITS] |= find_dark(pixels + 4 * (size_t)x, MIN(BLOCK, image->width - x))
					 << (x % BITS);
	}
	return self;
}

static bool
is_dark_at(const Dark *self, uint32_t x, uint32_t y)
{
	return (self->rows[y * self->words + x / BITS] >> (x % BITS) & 1) != 0;
}

/* Returns: the pixels of a run that may be a line, at least 1 */
static uint32_t
get_least(float points, float scale)
{
	return MAX((uint32_t)ceilf(points / scale), 1);
}

/* Adds a finished run as a line. @down: it goes down the page */
static void
add_rule(const Run *run, bool down, float scale, DdPageContent *content)
{
	float thick = (float)(run->last - run->first + 1) * scale;
	if (thick > DD_RULE_THICK_POINTS || content->rules->len >= RULES_MAX)
		return;
	float middle = (float)(run->first + run->last + 1) / 2 * scale;
	float from = (float)run->from * scale, to = (float)run->to * scale;
	DdPageRule rule = down ? (DdPageRule){middle, from, middle, to}
			       : (DdPageRule){from, middle, to, middle};
	g_array_append_val(content->rules, rule);
}

/* Runs on their way to lines: what the line before had, and what this one has, from its beginning to its end */
typedef struct {
	GArray *open, *found; /* Run */
	uint32_t at;          /* the line that @open is of */
	bool down;
	float scale;
	DdPageContent *content;
} Runs;

static void
runs_init(Runs *self, bool down, float scale, DdPageContent *content)
{
	*self = (Runs){.open = g_array_new(FALSE, FALSE, sizeof(Run)),
		.found = g_array_new(FALSE, FALSE, sizeof(Run)),
		.down = down,
		.scale = scale,
		.content = content};
}

static void
add_found(Runs *self, uint32_t from, uint32_t to)
{
	Run run = {.from = from, .to = to};
	g_array_append_val(self->found, run);
}

/* Does @run go on @before, which it overlaps by half of its length or more? */
static bool
goes_on(const Run *before, const Run *run)
{
	uint32_t from = MAX(before->from, run->from), to = MIN(before->to, run->to);
	return to > from && 2 * (to - from) >= run->to - run->from;
}

/* Makes a found run the rest of one of those from @begin on. Returns: TRUE when there is one */
static bool
join_open(Runs *self, guint begin, const Run *run, uint32_t at)
{
	for (guint i = begin; i < self->open->len; i++) {
		Run *before = &g_array_index(self->open, Run, i);
		if (before->from >= run->to)
			break;
		if (!goes_on(before, run))
			continue;
		before->from = MIN(before->from, run->from);
		before->to = MAX(before->to, run->to);
		before->last = at;
		return true;
	}
	return false;
}

/* Puts the runs that begin in this line between those that go on. */
static void
merge_found(Runs *self)
{
	guint old = self->open->len, new = self->found->len;
	g_array_set_size(self->open, old + new);
	Run *all = &g_array_index(self->open, Run, 0);
	/* from behind, so that nothing is overwritten that is still needed */
	for (guint to = old + new; new > 0; to--) {
		const Run *found = &g_array_index(self->found, Run, new - 1);
		bool is_new = old == 0 || all[old - 1].from < found->from;
		all[to - 1] = is_new ? *found : all[old - 1];
		if (is_new)
			new --;
		else
			old--;
	}
	g_array_set_size(self->found, 0);
}

/*
 * Ends line @at, all of whose runs were found: they go on those of the line before, or begin. Both are in order, so that each is
 * looked at once or twice. Those that nobody goes on are finished.
 */
static void
end_line(Runs *self, uint32_t at)
{
	guint begin = 0, n_new = 0;
	bool next = at == self->at + 1;
	for (guint i = 0; i < self->found->len; i++) {
		Run run = g_array_index(self->found, Run, i);
		while (begin < self->open->len && g_array_index(self->open, Run, begin).to <= run.from)
			begin++;
		if (next && join_open(self, begin, &run, at))
			continue;
		run.first = run.last = at;
		g_array_index(self->found, Run, n_new++) = run;
	}
	g_array_set_size(self->found, n_new);
	/* what goes on and what begins, in order: into the room of the line before */
	guint n_kept = 0;
	for (guint i = 0; i < self->open->len; i++) {
		Run run = g_array_index(self->open, Run, i);
		if (run.last == at && next)
			g_array_index(self->open, Run, n_kept++) = run;
		else
			add_rule(&run, self->down, self->scale, self->content);
	}
	g_array_set_size(self->open, n_kept);
	merge_found(self);
	self->at = at;
}

static void
runs_finish(Runs *self)
{
	end_line(self, self->at + 2); /* nothing goes on */
	g_array_unref(self->open);
	g_array_unref(self->found);
}

/* Keeps of each run in a row its first pixels, all but the last @n. */
static void
shorten_runs(uint64_t *row, size_t words, uint32_t n)
{
	size_t skip = n / BITS;
	uint32_t shift = n % BITS;
	for (size_t i = 0; i < words; i++) {
		uint64_t low = i + skip < words ? row[i + skip] : 0;
		uint64_t high = i + skip + 1 < words ? row[i + skip + 1] : 0;
		row[i] &= shift == 0 ? low : low >> shift | high << (BITS - shift);
	}
}

/* Finds the runs of @least pixels and more in row @y. @begins: room for a row */
static void
find_in_row(const Dark *dark, uint32_t y, uint32_t least, uint64_t *begins, Runs *runs)
{
	memcpy(begins, dark->rows + y * dark->words, dark->words * sizeof(*begins));
	/* by twice as much each time: what is left at the end has @least - 1 dark pixels behind it */
	for (uint32_t done = 1, step; done < least; done += step) {
		step = MIN(done, least - done);
		shorten_runs(begins, dark->words, step);
	}
	uint32_t from = 0;
	for (size_t i = 0; i < dark->words; i++) {
		for (uint64_t word = begins[i]; word != 0; word &= word - 1) {
			uint32_t x = (uint32_t)(i * BITS) + (uint32_t)__builtin_ctzll(word);
			if (x < from)
				continue; /* of the run before */
			uint32_t to = x + least;
			while (to < dark->width && is_dark_at(dark, to, y))
				to++;
			add_found(runs, x, to);
			from = to;
		}
	}
}

static void
find_across(const Dark *dark, float scale, DdPageContent *content)
{
	Runs runs;
	runs_init(&runs, false, scale, content);
	uint32_t least = get_least(DD_RULE_ACROSS_POINTS, scale);
	g_autofree uint64_t *begins = g_new(uint64_t, dark->words + 1);
	for (uint32_t y = 0; y < dark->height; y++) {
		find_in_row(dark, y, least, begins, &runs);
		end_line(&runs, y);
	}
	runs_finish(&runs);
}

typedef struct {
	uint32_t x;
	Run run;
} Down;

static int
compare_downs(gconstpointer a, gconstpointer b)
{
	const Down *one = a, *two = b;
	if (one->x != two->x)
		return one->x < two->x ? -1 : 1;
	return one->run.from < two->run.from ? -1 : one->run.from > two->run.from;
}

/* Adds what ends above row @y, which may be one behind the last. */
static void
add_downs(const Dark *dark, uint32_t y, uint32_t least, GArray *downs)
{
	const uint64_t *above = dark->rows + (y - 1) * dark->words;
	const uint64_t *middle = dark->rows + (y - 1 - least / 2) * dark->words;
	const uint64_t *first = dark->rows + (y - least) * dark->words;
	for (size_t i = 0; i < dark->words; i++) {
		uint64_t below = y < dark->height ? above[dark->words + i] : 0;
		/* few strokes of letters are dark in all three */
		for (uint64_t word = above[i] & ~below & middle[i] & first[i]; word != 0;
			word &= word - 1) {
			uint32_t x = (uint32_t)(i * BITS) + (uint32_t)__builtin_ctzll(word);
			uint32_t from = y - 1;
			while (from > 0 && is_dark_at(dark, x, from - 1))
				from--;
			if (y - from < least || downs->len >= RULES_MAX)
				continue;
			Down down = {x, {.from = from, .to = y}};
			g_array_append_val(downs, down);
		}
	}
}

/* Rows are walked, for so they lie in memory */
static GArray *
find_downs(const Dark *dark, uint32_t least)
{
	GArray *downs = g_array_new(FALSE, FALSE, sizeof(Down));
	for (uint32_t y = least; y <= dark->height; y++)
		add_downs(dark, y, least, downs);
	g_array_sort(downs, compare_downs);
	return downs;
}

static void
find_down(const Dark *dark, float scale, DdPageContent *content)
{
	g_autoptr(GArray) downs = find_downs(dark, get_least(DD_RULE_DOWN_POINTS, scale));
	Runs runs;
	runs_init(&runs, true, scale, content);
	for (guint i = 0; i < downs->len; i++) {
		const Down *down = &g_array_index(downs, Down, i);
		add_found(&runs, down->run.from, down->run.to);
		if (i + 1 == downs->len || down[1].x != down->x)
			end_line(&runs, down->x);
	}
	runs_finish(&runs);
}

void
dd_rules_find(const DdPageImage *image, DdPageContent *content)
{
	float scale = POINTS_AN_INCH / image->dpi;
	Dark dark = find_all_dark(image);
	find_across(&dark, scale, content);
	find_down(&dark, scale, content);
	g_free(dark.rows);
}

bool
dd_rules_is_line(double width, double height)
{
	const double thick = (double)DD_RULE_THICK_POINTS;
	return (height <= thick && width >= (double)DD_RULE_ACROSS_POINTS) ||
	       (width <= thick && height >= (double)DD_RULE_DOWN_POINTS);
}

/* Across before down, then by the place across the line, then along it */
static int
compare_pieces(gconstpointer a, gconstpointer b)
{
	const DdPageRule *one = a, *two = b;
	bool one_down = one->left == one->right, two_down = two->left == two->right;
	if (one_down != two_down)
		return one_down ? 1 : -1;
	float at = one_down ? one->left - two->left : one->top - two->top;
	float along = one_down ? one->top - two->top : one->left - two->left;
	float order = at != 0 ? at : along;
	return (order > 0) - (order < 0);
}

/* Moves pieces that lie on nearly the same line onto the line of the first of them. */
static void
align_pieces(GArray *pieces)
{
	g_array_sort(pieces, compare_pieces);
	const DdPageRule *first = NULL;
	for (guint i = 0; i < pieces->len; i++) {
		DdPageRule *piece = &g_array_index(pieces, DdPageRule, i);
		bool down = piece->left == piece->right;
		bool same = first != NULL && down == (first->left == first->right) &&
			    (down ? piece->left - first->left : piece->top - first->top) < NEAR_POINTS;
		if (!same)
			first = piece;
		else if (down)
			piece->left = piece->right = first->left;
		else
			piece->top = piece->bottom = first->top;
	}
	g_array_sort(pieces, compare_pieces);
}

static void
add_joined(const DdPageRule *line, DdPageContent *content)
{
	double width = (double)(line->right - line->left), height = (double)(line->bottom - line->top);
	if (dd_rules_is_line(width, height) && content->rules->len < RULES_MAX)
		g_array_append_val(content->rules, *line);
}

void
dd_rules_join(GArray *pieces, DdPageContent *content)
{
	align_pieces(pieces);
	DdPageRule line = {0};
	for (guint i = 0; i < pieces->len; i++) {
		const DdPageRule *piece = &g_array_index(pieces, DdPageRule, i);
		bool down = piece->left == piece->right;
		bool goes_on = down ? line.left == piece->left && line.right == piece->right &&
					       piece->top - line.bottom <= NEAR_POINTS
				    : line.top == piece->top && line.bottom == piece->bottom &&
					       piece->left - line.right <= NEAR_POINTS;
		if (i > 0 && goes_on) {
			line.right = MAX(line.right, piece->right);
			line.bottom = MAX(line.bottom, piece->bottom);
			continue;
		}
		if (i > 0)
			add_joined(&line, content);
		line = *piece;
	}
	if (pieces->len > 0)
		add_joined(&line, content);
}
