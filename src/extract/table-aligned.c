/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-aligned.c: tables whose columns are aligned by runs of blanks */
#include <string.h>

#include "lines.h"
#include "table-roles.h"

#define HEAD_LINES 8u   /* written lines of a head */
#define LINE_BYTES 600u /* longer lines are paragraphs */
#define GAP_LINES 3u
#define PROSE_CROSSINGS 2u /* columns that a line of prose runs through */
#define STRIP_WIDTH                                                                                \
	2u /* blanks between columns, at least; runs of blanks in prose overlap by one here and there */
#define FREE_SHARE 5u /* between columns at most one line of so many has letters */

/* A stretch of a line between runs of two blanks, with its columns on the page (code points) */
typedef struct {
	uint32_t start, end; /* text offsets */
	uint32_t left, right;
} Segment;

typedef struct {
	Segment items[DD_MAX_COLUMNS];
	uint32_t n;
} Segments;

static void
split_segments(const DdContext *context, uint32_t line, Segments *out)
{
	uint32_t end, at = dd_text_get_line(context->text, line, &end), column = 0, blanks = 2;
	out->n = 0;
	end = MIN(end, context->lines[line].end);
	for (; at < end; at++) {
		unsigned char c = (unsigned char)context->chars[at];
		if ((c & 0xC0) == 0x80) {
			if (out->n > 0)
				out->items[out->n - 1].end = at + 1;
			continue;
		}
		if (c <= ' ') {
			blanks += c == '\t' ? 8 : 1;
		} else {
			if (blanks >= 2 && out->n < DD_MAX_COLUMNS)
				out->items[out->n++] = (Segment){.start = at, .left = column};
			if (out->n > 0) {
				out->items[out->n - 1].end = at + 1;
				out->items[out->n - 1].right = column + 1;
			}
			blanks = 0;
		}
		column++;
	}
}

/* The columns as far as they are known: what they reach on the page */
typedef struct {
	uint32_t left[DD_MAX_COLUMNS], right[DD_MAX_COLUMNS];
	uint32_t n;
} Layout;

/* Returns: index of the column that [@left, @right) overlaps, or the nearest one */
static uint32_t
find_column(const Layout *layout, uint32_t left, uint32_t right)
{
	uint32_t best = 0, nearest = UINT32_MAX;
	for (uint32_t i = 0; i < layout->n; i++) {
		uint32_t from = MAX(left, layout->left[i]), to = MIN(right, layout->right[i]);
		if (from < to && to - from >= MIN(2u, right - left))
			return i;
		uint32_t distance = left >= layout->right[i]   ? left - layout->right[i]
				    : layout->left[i] >= right ? layout->left[i] - right
							       : 0;
		if (distance < nearest) {
			nearest = distance;
			best = i;
		}
	}
	return best;
}

static bool
overlaps(const Layout *layout, uint32_t i, const Segment *segment)
{
	return segment->left < layout->right[i] && layout->left[i] < segment->right;
}

/* Adds the segments of a line of the head: to the columns they stand under, or as new ones in order. */
static void
widen_layout(Layout *layout, const Segments *segments)
{
	for (uint32_t k = 0; k < segments->n; k++) {
		const Segment *segment = &segments->items[k];
		uint32_t i = 0;
		while (i < layout->n && !overlaps(layout, i, segment))
			i++;
		if (i < layout->n) {
			layout->left[i] = MIN(layout->left[i], segment->left);
			layout->right[i] = MAX(layout->right[i], segment->right);
			continue;
		}
		if (layout->n >= DD_MAX_COLUMNS)
			return;
		for (i = layout->n++; i > 0 && layout->left[i - 1] > segment->left; i--) {
			layout->left[i] = layout->left[i - 1];
			layout->right[i] = layout->right[i - 1];
		}
		layout->left[i] = segment->left;
		layout->right[i] = segment->right;
	}
}

/*
 * Counts the columns whose left edge lies within a word of a segment that began before: text that runs on
 * through the columns is prose, whatever blanks stand in it.
 */
static uint32_t
count_crossings(const DdContext *context, const Layout *layout, const Segments *segments)
{
	uint32_t n = 0;
	for (uint32_t k = 0; k < segments->n; k++) {
		const Segment *segment = &segments->items[k];
		uint32_t at = segment->start, column = segment->left;
		for (uint32_t i = 1; i < layout->n; i++) {
			if (layout->left[i] <= segment->left + 1 ||
				layout->left[i] + 1 >= segment->right)
				continue;
			for (; column < layout->left[i] && at < segment->end; at++)
				column += ((unsigned char)context->chars[at + 1] & 0xC0) != 0x80;
			n += at < segment->end && context->chars[at - 1] != ' ' &&
			     context->chars[at] != ' ';
		}
	}
	return n;
}

/* Puts a segment where it stands, cut where a further column begins behind a single blank. */
static void
put_segment(DdContext *context, DdGrid *grid, Layout *layout, Segment segment)
{
	uint32_t i = find_column(layout, segment.left, segment.right);
	for (uint32_t next = i + 1; next < layout->n; next++) {
		if (layout->left[next] <= segment.left + 1 || layout->left[next] >= segment.right)
			continue;
		uint32_t at = segment.start;
		for (uint32_t column = segment.left;
			column < layout->left[next] && at < segment.end; at++)
			column += ((unsigned char)context->chars[at + 1] & 0xC0) != 0x80;
		if (at >= segment.end || at == segment.start || context->chars[at - 1] != ' ')
			continue;
		dd_grid_join_cell(grid, context, i, segment.start, at);
		segment.start = at;
		segment.left = layout->left[next];
		i = next;
	}
	dd_grid_join_cell(grid, context, i, segment.start, segment.end);
	uint32_t room_left = i > 0 ? layout->right[i - 1] : 0;
	uint32_t room_right = i + 1 < layout->n ? layout->left[i + 1] : UINT32_MAX;
	layout->left[i] = MIN(layout->left[i], MAX(segment.left, room_left));
	layout->right[i] = MAX(layout->right[i], MIN(segment.right, room_right));
}

static void
put_line(DdContext *context, DdGrid *grid, Layout *layout, const Segments *segments, bool numbered)
{
	for (uint32_t k = 0; k < segments->n; k++) {
		Segment segment = segments->items[k];
		DdRowMark mark;
		/* "1 Sở Y tế": one blank only behind the number */
		if (k == 0 && numbered &&
			dd_row_mark_read(context, segment.start, segment.end, &mark) &&
			mark.body < segment.end) {
			dd_grid_join_cell(grid, context, 0, segment.start, mark.body);
			segment.left += mark.body - segment.start;
			segment.start = mark.body;
			if (layout->n > 1 && find_column(layout, segment.left, segment.right) == 0) {
				dd_grid_join_cell(grid, context, 1, segment.start, segment.end);
				continue;
			}
		}
		put_segment(context, grid, layout, segment);
	}
}

static void
add_row(DdContext *context, DdGrid *grid, const Layout *layout, uint32_t line)
{
	uint32_t start = context->lines[line].start;
	dd_grid_add_row(grid);
	for (uint32_t i = 0; i < layout->n; i++)
		dd_grid_add_cell(grid, context, start, start);
}

static bool
is_numbered(const DdContext *context, const Layout *layout, const Segments *segments, DdRowMark *mark)
{
	const Segment *first = &segments->items[0];
	return segments->n > 0 && dd_row_mark_read(context, first->start, first->end, mark) &&
	       mark->kind != DD_ROW_BULLET && first->left <= layout->right[0] + 1;
}

/* Reads the head from line @i. Returns: index of the first line of the first row, 0 when this is no head */
static uint32_t
read_head(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid, Layout *layout)
{
	Segments segments;
	uint32_t lines = 0, j = i;
	for (; j < context->n_lines && lines < HEAD_LINES; j++) {
		DdRowMark mark;
		if (context->lines[j].blank)
			continue;
		if (!dd_grid_takes_line(context, j) ||
			context->lines[j].end - context->lines[j].start > LINE_BYTES)
			return 0;
		split_segments(context, j, &segments);
		if (lines > 0 && is_numbered(context, layout, &segments, &mark) && mark.value == 1)
			break;
		/* rows without numbers: as many cells as heads, right below */
		if (lines == 1 && segments.n == layout->n && layout->n >= 3 &&
			g_ascii_isdigit(context->chars[segments.items[segments.n - 1].start]))
			break;
		widen_layout(layout, &segments);
		lines++;
	}
	if (j >= context->n_lines || lines >= HEAD_LINES || layout->n < 3)
		return 0;
	add_row(context, grid, layout, i);
	for (uint32_t k = i; k < j; k++) {
		split_segments(context, k, &segments);
		for (uint32_t m = 0; m < segments.n; m++)
			dd_grid_join_cell(grid, context,
				find_column(layout, segments.items[m].left, segments.items[m].right),
				segments.items[m].start, segments.items[m].end);
	}
	return dd_table_count_heads(self, context, grid, 0) >= 2 ? j : 0;
}

/* Returns: TRUE when line @j, which begins like a group's row or a section, has rows of this table below it */
static bool
has_rows_below(const DdContext *context, const Layout *layout, uint32_t j)
{
	uint32_t below = dd_grid_next_line(context, j, GAP_LINES);
	Segments segments;
	DdRowMark mark;
	if (below >= context->n_lines ||
		context->lines[below].end - context->lines[below].start > LINE_BYTES)
		return false;
	split_segments(context, below, &segments);
	return segments.n >= 3 && is_numbered(context, layout, &segments, &mark) &&
	       count_crossings(context, layout, &segments) < PROSE_CROSSINGS;
}

static bool
ends_table(const DdContext *context, const Layout *layout, const Segments *segments, uint32_t j,
	bool numbered, const DdRowMark *mark)
{
	if (segments->n >= 2 && count_crossings(context, layout, segments) < PROSE_CROSSINGS)
		return false;
	bool after_blank = j > 0 && context->lines[j - 1].blank;
	bool section = mark->kind == DD_ROW_ROMAN || mark->kind == DD_ROW_UPPER;
	if (section && (numbered || (after_blank && mark->closed)))
		return !has_rows_below(context, layout, j);
	bool indented = layout->n > 1 && segments->items[0].left + 2 >= layout->left[1] && !numbered;
	return !indented &&
	       (after_blank || !numbered ||
		       segments->items[segments->n - 1].right > layout->left[layout->n - 1]);
}

/* How many lines of two cells or more cover each column of the page */
typedef struct {
	uint16_t covers[LINE_BYTES + 1];
	uint32_t lines;
	uint32_t right, widest; /* what the second widest line reaches, and the widest */
} Page;

static void
cover_page(Page *page, const Segments *segments)
{
	if (segments->n < 2 || page->lines >= UINT16_MAX)
		return;
	page->lines++;
	for (uint32_t k = 0; k < segments->n; k++)
		for (uint32_t x = segments->items[k].left;
			x < segments->items[k].right && x < LINE_BYTES; x++)
			page->covers[x]++;
	uint32_t right = MIN(segments->items[segments->n - 1].right, LINE_BYTES);
	page->right = MAX(page->right, MIN(right, page->widest));
	page->widest = MAX(page->widest, right);
}

/*
 * Returns: TRUE when blanks part the page into three columns from top to bottom: in prose they stand anywhere. Where one
 * line alone reaches, every run of blanks would be a strip.
 */
static bool
has_free_strips(const Page *page)
{
	uint32_t strips = 0, wide = STRIP_WIDTH; /* the margin is no strip */
	for (uint32_t x = 0; x < page->right; x++) {
		bool is_free = page->covers[x] * FREE_SHARE <= page->lines;
		wide = is_free ? wide + 1 : 0;
		strips += wide == STRIP_WIDTH;
	}
	return strips >= 2;
}

/* Returns: how many segments are named like columns; names of columns begin with a capital, words of prose seldom do */
static uint32_t
count_names(const DdTableGrammar *self, DdContext *context, const Segments *segments)
{
	uint32_t known = 0;
	uint8_t flags;
	if (segments->n < 2)
		return 0;
	for (uint32_t k = 0; k < segments->n; k++) {
		const Segment *segment = &segments->items[k];
		if (!g_unichar_isupper(g_utf8_get_char(context->chars + segment->start)))
			continue;
		known += dd_table_head_of(self, context, segment->start, segment->end, &flags) !=
			 DD_LABEL_NONE;
	}
	return known;
}

/* Returns: TRUE when line @j is the number of a page: alone between blank lines, where a cell never stands */
static bool
is_page_number(const DdContext *context, uint32_t j)
{
	return j > 0 && j + 1 < context->n_lines && context->lines[j - 1].blank &&
	       context->lines[j + 1].blank && dd_line_is_page_number(context, j);
}

bool
dd_grid_read_aligned(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	Segments segments;
	if (context->lines[i].end - context->lines[i].start > LINE_BYTES)
		return false;
	split_segments(context, i, &segments);
	if (count_names(self, context, &segments) < 2)
		return false;
	grid->looked = HEAD_LINES;
	Layout layout = {.n = 0};
	Page page = {.lines = 0}; /* only now: it is large, and most lines do not come so far */
	uint32_t j = read_head(self, context, i, grid, &layout);
	if (j == 0)
		return false;
	grid->form = DD_FORM_ALIGNED;
	grid->line = i;
	cover_page(&page, &segments);
	for (uint32_t last = j; j < context->n_lines && j <= last + GAP_LINES; j++) {
		DdRowMark mark = {0};
		if (context->lines[j].blank || context->lines[j].zone == DD_ZONE_NOISE ||
			is_page_number(context, j))
			continue;
		if (!dd_grid_takes_line(context, j) ||
			context->lines[j].end - context->lines[j].start > LINE_BYTES)
			break;
		split_segments(context, j, &segments);
		bool numbered = is_numbered(context, &layout, &segments, &mark);
		if (ends_table(context, &layout, &segments, j, numbered, &mark))
			break;
		if (numbered || grid->rows->len == 1 || segments.n == layout.n)
			add_row(context, grid, &layout, j);
		cover_page(&page, &segments);
		put_line(context, grid, &layout, &segments, numbered);
		last = j;
		grid->line_end = j + 1;
	}
	return grid->rows->len >= 2 && has_free_strips(&page);
}
