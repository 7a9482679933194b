/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-aligned.c: tables whose columns are aligned by runs of blanks */
#include <string.h>

#include "lines.h"
#include "table-centred.h"
#include "table-roles.h"

#define HEAD_LINES 8u   /* written lines of a head */
#define LINE_BYTES 600u /* longer lines are paragraphs */
#define GAP_LINES 3u
#define PAGE_LINES 8u      /* without words between two pages of a table, at most */
#define CELL_LINES 12u     /* of a cell above its number, at most, in the first row */
#define EDGE 4u            /* characters within which a column's words begin */
#define NAME_WIDTH 24u     /* of a column's name */
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

/* "Thời gian thực" | "STT   Nội dung   Chủ trì": does the name of a column begin above line @i, which has the others' @segments? */
static bool
tops_head(const DdContext *context, uint32_t i, const Segments *segments)
{
	Segments above;
	if (i == 0 || context->lines[i - 1].blank || !dd_grid_takes_line(context, i - 1) ||
		context->lines[i - 1].end - context->lines[i - 1].start > LINE_BYTES)
		return false;
	split_segments(context, i - 1, &above);
	for (uint32_t k = 0; k < above.n; k++) {
		if (above.items[k].left < segments->items[0].right)
			return false;
		for (uint32_t m = 0; m < segments->n; m++)
			if (above.items[k].left < segments->items[m].right + STRIP_WIDTH &&
				segments->items[m].left < above.items[k].right + STRIP_WIDTH)
				return false;
	}
	return above.n > 0;
}

/* A cell's text below the names of the columns, whose number stands further down: long, with a capital, and no name of a column */
static bool
begins_centred(const DdTableGrammar *self, DdContext *context, const Layout *layout, uint32_t j)
{
	Segments segments;
	DdRowMark mark;
	uint8_t flags;
	split_segments(context, j, &segments);
	if (segments.n == 0 || layout->n < 2)
		return false;
	const Segment *first = &segments.items[0];
	if (first->left <= layout->right[0] || first->left >= layout->right[1] ||
		first->right - first->left < NAME_WIDTH ||
		!g_unichar_isupper(g_utf8_get_char(context->chars + first->start)) ||
		dd_table_head_of(self, context, first->start, first->end, &flags) != DD_LABEL_NONE)
		return false;
	for (uint32_t k = j + 1; k < context->n_lines && k <= j + CELL_LINES; k++) {
		if (context->lines[k].blank ||
			context->lines[k].end - context->lines[k].start > LINE_BYTES)
			return false;
		split_segments(context, k, &segments);
		if (is_numbered(context, layout, &segments, &mark))
			return mark.value == 1;
	}
	return false;
}

/* Reads the head from line @i. Returns: index of the first line of the first row, 0 when this is no head */
static uint32_t
read_head(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid, Layout *layout)
{
	Segments segments;
	uint32_t lines = 0, j = i, top = i;
	split_segments(context, i, &segments);
	if (tops_head(context, i, &segments)) {
		widen_layout(layout, &segments);
		split_segments(context, --top, &segments);
		widen_layout(layout, &segments);
	}
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
		if (lines > 0 && begins_centred(self, context, layout, j))
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
	add_row(context, grid, layout, top);
	grid->line = top;
	for (uint32_t k = top; k < j; k++) {
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
	for (uint32_t n = 0; n < CELL_LINES; n++) {
		Segments segments;
		DdRowMark mark;
		j = dd_grid_next_line(context, j, GAP_LINES);
		if (j >= context->n_lines ||
			context->lines[j].end - context->lines[j].start > LINE_BYTES)
			return false;
		split_segments(context, j, &segments);
		if (segments.n < 2 || count_crossings(context, layout, &segments) >= PROSE_CROSSINGS)
			return false;
		if (is_numbered(context, layout, &segments, &mark))
			return segments.n >= (n > 0 ? 2u : 3u); /* its first line had more cells */
		/* lines of a cell above its number, which stands in the middle */
		if (segments.n < 3 || segments.items[0].left <= layout->right[0])
			return false;
	}
	return false;
}

static bool
ends_table(const DdContext *context, const Layout *layout, const Segments *segments, uint32_t j,
	bool numbered, const DdRowMark *mark)
{
	if (segments->n >= 2 && count_crossings(context, layout, segments) < PROSE_CROSSINGS)
		return false;
	bool after_blank = j > 0 && context->lines[j - 1].blank;
	if (numbered && segments->n >= 3 && !after_blank)
		return false; /* a cell may be as wide as to reach into the next column */
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

/* Returns: TRUE when lines @a and @b have the same cells, wherever these stand */
static bool
are_alike(const DdContext *context, uint32_t a, uint32_t b)
{
	Segments one, other;
	if (context->lines[b].end - context->lines[b].start > LINE_BYTES)
		return false;
	split_segments(context, a, &one);
	split_segments(context, b, &other);
	for (uint32_t k = 0; k < one.n && one.n == other.n; k++) {
		uint32_t len = one.items[k].end - one.items[k].start;
		if (len != other.items[k].end - other.items[k].start ||
			memcmp(context->chars + one.items[k].start,
				context->chars + other.items[k].start, len) != 0)
			return false;
	}
	return one.n == other.n && one.n > 0;
}

/* Does the head, lines [@from, @to), stand again from line @j on, as on top of each page? */
static bool
repeats_head(const DdContext *context, uint32_t from, uint32_t to, uint32_t j)
{
	for (uint32_t k = from; k < to; k++)
		if (j + (k - from) >= context->n_lines || !are_alike(context, k, j + (k - from)))
			return false;
	return true;
}

static void
read_layout(const DdContext *context, uint32_t from, uint32_t to, Layout *layout)
{
	Segments segments;
	layout->n = 0;
	for (uint32_t k = from; k < to; k++) {
		split_segments(context, k, &segments);
		widen_layout(layout, &segments);
	}
}

/* The columns below a head that stands again, lines [@from, @to): under its names, as wide as they were as far as there is room */
static void
turn_page(const DdContext *context, uint32_t from, uint32_t to, Layout *layout)
{
	Layout page;
	read_layout(context, from, to, &page);
	for (uint32_t i = 0; page.n == layout->n && i < page.n; i++) {
		uint32_t low = i > 0 ? page.right[i - 1] : 0;
		uint32_t high = i + 1 < page.n ? page.left[i + 1] : UINT32_MAX;
		page.left[i] = MIN(page.left[i], MAX(low, layout->left[i]));
		page.right[i] = MAX(page.right[i], MIN(high, layout->right[i]));
	}
	*layout = page;
}

static DdTableLine
describe_line(const DdContext *context, const Layout *layout, const Segments *segments,
	uint32_t line, const DdRowMark *mark, bool numbered)
{
	DdTableLine out = {.line = line, .numbered = numbered};
	out.group = numbered && segments->n <= 2 &&
		    (mark->kind == DD_ROW_ROMAN || mark->kind == DD_ROW_UPPER);
	for (uint32_t k = 0; k < segments->n; k++) {
		const Segment *segment = &segments->items[k];
		gunichar first = g_utf8_get_char(context->chars + segment->start);
		uint32_t column = find_column(layout, segment->left, segment->right);
		if (numbered && column == 0)
			continue;
		if (column <= 1) {
			out.content = true;
			out.capital = !g_unichar_islower(first);
			out.small = (uint8_t)(out.small + (g_unichar_isdigit(first) ? 2 : 0));
		} else {
			out.small = (uint8_t)(out.small + (g_unichar_islower(first) ? 1 : 0));
		}
	}
	return out;
}

/* Where the columns of a page part: a word that begins at @bounds[i] or behind is of column i + 1 or of one behind it */
typedef struct {
	uint32_t bounds[DD_MAX_COLUMNS];
	uint32_t n; /* columns */
} Bounds;

/* What stands in each column of a page, over all its lines */
typedef struct {
	uint16_t inked[LINE_BYTES + EDGE]; /* lines with a letter there */
	uint16_t begins[LINE_BYTES + EDGE]; /* lines where words begin there, two blanks behind others */
} Ink;

static void
count_ink(const DdContext *context, const DdTableLine *lines, size_t n, Ink *ink)
{
	*ink = (Ink){0};
	for (size_t i = 0; i < MIN(n, UINT16_MAX); i++) {
		if (lines[i].group)
			continue;
		uint32_t end, at = dd_text_get_line(context->text, lines[i].line, &end), x = 0;
		uint32_t blanks = 2;
		end = MIN(end, context->lines[lines[i].line].end);
		for (; at < end && x < LINE_BYTES; at++) {
			unsigned char c = (unsigned char)context->chars[at];
			if ((c & 0xC0) == 0x80)
				continue;
			ink->inked[x] = (uint16_t)(ink->inked[x] + (c > ' '));
			ink->begins[x] = (uint16_t)(ink->begins[x] + (c > ' ' && blanks >= 2));
			blanks = c > ' ' ? 0 : blanks + 1;
			x++;
		}
	}
}

/* Returns: in how many lines words begin at @x or a little behind */
static uint32_t
count_begins(const Ink *ink, uint32_t x)
{
	uint32_t n = 0;
	for (uint32_t k = 0; k < EDGE && x < LINE_BYTES; k++)
		n += ink->begins[x + k];
	return n;
}

/*
 * Between the middles of two columns' names the page is parted where the fewest lines have letters; among such strips, behind
 * which most lines begin
 */
static void
find_bounds(const Layout *head, const Ink *ink, Bounds *out)
{
	out->n = head->n;
	for (uint32_t i = 0; i + 1 < head->n; i++) {
		uint32_t from = (head->left[i] + head->right[i]) / 2;
		uint32_t to = MIN((head->left[i + 1] + head->right[i + 1]) / 2, LINE_BYTES);
		uint32_t best = to, most = 0;
		for (uint32_t x = from; x < to;) {
			uint32_t end = x + 1;
			while (end < to && ink->inked[end] == ink->inked[x])
				end++;
			uint32_t begins = count_begins(ink, end);
			if (best == to || ink->inked[x] < ink->inked[best] ||
				(ink->inked[x] == ink->inked[best] && begins >= most)) {
				best = x;
				most = begins;
			}
			x = end;
		}
		out->bounds[i] = best;
	}
}

/* Puts the words of a line into the columns where they begin; a heading runs through all of them */
static void
put_words(const DdContext *context, DdGrid *grid, const Bounds *bounds, const DdTableLine *line)
{
	uint32_t end, at = dd_text_get_line(context->text, line->line, &end), x = 0, start = at;
	uint32_t column = 0, first = 0;
	bool word = false, number = line->numbered; /* "III" may reach into the next column */
	end = MIN(end, context->lines[line->line].end);
	for (; at < end; at++) {
		unsigned char c = (unsigned char)context->chars[at];
		if ((c & 0xC0) == 0x80)
			continue;
		bool begins = c > ' ' && !word && !number;
		number = number && c <= ' ';
		word = c > ' ';
		for (column = first; begins && column + 1 < bounds->n && x >= bounds->bounds[column];)
			column += !line->group || column == 0 ? 1u : bounds->n;
		if (begins && column < bounds->n && column > first) {
			dd_grid_join_cell(grid, context, first, start, at);
			start = at;
			first = column;
		}
		x++;
	}
	dd_grid_join_cell(grid, context, first, start, end);
}

/* Puts the lines of the body into rows anew, where numbers stand in the middle of their cells. Each page has columns of its own. */
static void
centre_rows(DdContext *context, DdGrid *grid, GArray *lines, guint head_cells, uint32_t head_lines)
{
	Ink ink;
	DdTableLine *items = (DdTableLine *)(void *)lines->data;
	uint32_t n_columns = g_array_index(grid->rows, DdRow, 0).n;
	g_array_set_size(grid->rows, 1);
	g_array_set_size(grid->cells, head_cells);
	dd_table_centre(items, lines->len);
	for (size_t i = 0, end; i < lines->len; i = end) {
		Layout head;
		Bounds bounds;
		read_layout(context, items[i].head, items[i].head + head_lines, &head);
		for (end = i + 1; end < lines->len && items[end].head == items[i].head;)
			end++;
		count_ink(context, items + i, end - i, &ink);
		head.n = MIN(head.n, n_columns);
		find_bounds(&head, &ink, &bounds);
		Layout whole = {.n = n_columns};
		for (size_t k = i; k < end; k++) {
			if (items[k].starts)
				add_row(context, grid, &whole, items[k].line);
			put_words(context, grid, &bounds, &items[k]);
		}
	}
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
	cover_page(&page, &segments);
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(DdTableLine));
	uint32_t body = j, head = grid->line;
	guint head_cells = grid->cells->len;
	for (uint32_t last = j; j < context->n_lines && j <= last + PAGE_LINES; j++) {
		DdRowMark mark = {0};
		if (context->lines[j].blank || context->lines[j].zone == DD_ZONE_NOISE ||
			is_page_number(context, j))
			continue;
		if (!dd_grid_takes_line(context, j) ||
			context->lines[j].end - context->lines[j].start > LINE_BYTES)
			break;
		if (repeats_head(context, grid->line, body, j)) { /* each page has columns of its own */
			head = j;
			last = j += body - grid->line - 1;
			turn_page(context, head, j + 1, &layout);
			continue;
		}
		split_segments(context, j, &segments);
		bool numbered = is_numbered(context, &layout, &segments, &mark);
		if (j > last + GAP_LINES || ends_table(context, &layout, &segments, j, numbered, &mark))
			break;
		if (numbered || grid->rows->len == 1 || segments.n == layout.n)
			add_row(context, grid, &layout, j);
		cover_page(&page, &segments);
		DdTableLine line = describe_line(context, &layout, &segments, j, &mark, numbered);
		line.head = head;
		g_array_append_val(lines, line);
		put_line(context, grid, &layout, &segments, numbered);
		last = j;
		grid->line_end = j + 1;
	}
	if (grid->rows->len < 2 || !has_free_strips(&page))
		return false;
	if (dd_table_is_centred((DdTableLine *)(void *)lines->data, lines->len))
		centre_rows(context, grid, lines, head_cells, body - grid->line);
	return true;
}
