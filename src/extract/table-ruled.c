/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-ruled.c: tables between rules: pipes, Markdown, box drawing */
#include <string.h>

#include "breaks.h"
#include "letter.h"
#include "table-roles.h"

#define GAP_LINES                                                                                  \
	4u /* blank lines, page numbers, running heads inside a table that goes over a page */
#define WHOLE_CELLS 4u /* of a row, at least, that is known without its number */

/* What one line of a table between rules is */
typedef enum { LINE_OTHER, LINE_RULE, LINE_ROW } RuledLine;

/* Returns: length of the separator at @at, 0 when there is none */
static unsigned
separator_len(const char *at, const char *end)
{
	if (*at == '|')
		return 1;
	if (end - at < 3 || (unsigned char)at[0] != 0xE2 || (unsigned char)at[1] != 0x94)
		return end - at >= 3 && memcmp(at, "\xE2\x95\x91", 3) == 0 ? 3 : 0;
	return (unsigned char)at[2] == 0x82 || (unsigned char)at[2] == 0x83 ? 3 : 0;
}

/* Returns: the next separator of the line with its length; @end and 0 when there is none */
static const char *
find_separator(const char *at, const char *end, unsigned *len_out)
{
	*len_out = 0;
	for (; at < end; at++)
		if ((*at == '|' || (unsigned char)*at == 0xE2) &&
			(*len_out = separator_len(at, end)) > 0)
			break;
	return at;
}

/* Lines of '-', '=', '+', ':' and box drawing (U+2500 to U+257F), with two such signs at least */
static bool
is_rule(const char *at, const char *end)
{
	unsigned signs = 0;
	while (at < end) {
		if (end - at >= 3 && (unsigned char)at[0] == 0xE2 &&
			((unsigned char)at[1] == 0x94 || (unsigned char)at[1] == 0x95)) {
			at += 3;
			signs += 2;
			continue;
		}
		if (strchr("-=+:_| \t", *at) == NULL || *at == '\0')
			return false;
		signs += *at == '-' || *at == '=' || *at == '_';
		at++;
	}
	return signs >= 2;
}

static RuledLine
judge_line(const DdContext *context, uint32_t i)
{
	const DdLine *line = &context->lines[i];
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	if (line->blank || !dd_grid_takes_line(context, i))
		return LINE_OTHER;
	unsigned len = 0;
	bool first = separator_len(at, end) > 0;
	if ((*at == '+' || *at == '-' || first || (unsigned char)*at == 0xE2) && is_rule(at, end))
		return LINE_RULE;
	at = find_separator(at, end, &len);
	if (len > 0)
		(void)find_separator(at + len, end, &len);
	return len > 0 ? LINE_ROW : LINE_OTHER;
}

/* Returns: the next line of the table behind line @i, over a page break; n_lines when the table ends */
static uint32_t
next_line(const DdContext *context, uint32_t i)
{
	for (uint32_t j = i + 1; j < context->n_lines && j <= i + GAP_LINES; j++) {
		const DdLine *line = &context->lines[j];
		if (judge_line(context, j) != LINE_OTHER)
			return j;
		if (!line->blank && line->zone != DD_ZONE_NOISE && line->end - line->start > 4)
			break;
	}
	return context->n_lines;
}

/* Adds [@start, @end) to cell @column; "<br>" of Markdown parts its lines. */
static void
put_cell(DdGrid *grid, const DdContext *context, uint32_t column, uint32_t start, uint32_t end)
{
	uint32_t from = start;
	for (uint32_t at = start; at + 3 < end; at++) {
		const char *open = memchr(context->chars + at, '<', end - 3 - at);
		if (open == NULL)
			break;
		at = (uint32_t)(open - context->chars);
		uint32_t len = dd_breaks_tag_len(open, context->chars + end);
		if (len == 0)
			continue;
		dd_grid_join_cell(grid, context, column, from, at);
		from = at + len;
		at = from - 1;
	}
	dd_grid_join_cell(grid, context, column, from, end);
}

/* The pieces of a line between its separators */
typedef struct {
	uint32_t n;
	uint32_t start[DD_MAX_COLUMNS], end[DD_MAX_COLUMNS];
} Pieces;

/*
 * At most @most pieces are read. @open: no separator stands before the first cell of the head, so that one behind blanks
 * tells that the first cell is blank
 */
static void
split_line(const DdContext *context, uint32_t i, uint32_t most, bool open, Pieces *pieces)
{
	const DdLine *line = &context->lines[i];
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	uint32_t line_end;
	bool blank = open && dd_text_get_line(context->text, i, &line_end) < line->start;
	at += blank ? 0 : separator_len(at, end);
	pieces->n = 0;
	const char *from = at;
	while (at <= end && pieces->n < most) {
		unsigned len = 0;
		at = find_separator(at, end, &len);
		if (at < end || at > from) {
			pieces->start[pieces->n] = (uint32_t)(from - context->chars);
			pieces->end[pieces->n++] = (uint32_t)(at - context->chars);
		}
		if (at == end)
			break;
		at += len;
		from = at;
	}
}

static bool
is_blank_piece(const DdContext *context, const Pieces *pieces, uint32_t i)
{
	if (i >= pieces->n)
		return true;
	for (uint32_t at = pieces->start[i]; at < pieces->end[i]; at++)
		if ((unsigned char)context->chars[at] > ' ')
			return false;
	return true;
}

/* In damaged text: does each cell behind the lost number begin as cells do? Then the line goes on with no row above. */
static bool
is_whole_row(const DdContext *context, const Pieces *pieces)
{
	if (context->damage == DD_DAMAGE_NONE || pieces->n < WHOLE_CELLS)
		return false;
	for (uint32_t i = 1; i < pieces->n; i++) {
		const char *at = context->chars + pieces->start[i],
			   *end = context->chars + pieces->end[i];
		gunichar c = 0;
		while (at < end && (unsigned char)*at <= ' ')
			at++;
		if (at == end)
			return false;
		(void)dd_utf8_next(at, end, &c);
		if (dd_letter_of(c).base != 0 && !dd_letter_of(c).upper)
			return false;
	}
	return true;
}

static void
put_row(DdGrid *grid, const DdContext *context, const Pieces *pieces, bool joins)
{
	/* a row's own cells follow one another in the grid; what joins them comes behind */
	if (!joins) {
		dd_grid_add_row(grid);
		for (uint32_t i = 0; i < pieces->n; i++)
			dd_grid_add_cell(grid, context, pieces->start[i], pieces->start[i]);
	}
	for (uint32_t i = 0; i < pieces->n; i++)
		put_cell(grid, context, i, pieces->start[i], pieces->end[i]);
}

/* Markdown and plain pipes have one row a line; in a drawn box a line without a number goes on with the row above. */
typedef struct {
	bool plain;   /* no drawn box */
	bool divided; /* a rule between all rows */
	bool open;    /* no separator stands before the first cells */
	bool centred; /* and never two numbers without one: the number may stand beside any line of its row */
} Style;

/* Returns: TRUE when the first cell of line @i is a row's number and nothing else */
static bool
is_numbered(const DdContext *context, uint32_t i, bool open)
{
	Pieces pieces;
	DdRowMark mark;
	split_line(context, i, 1, open, &pieces);
	return pieces.n > 0 && !is_blank_piece(context, &pieces, 0) &&
	       dd_row_mark_read(context, pieces.start[0], pieces.end[0], &mark) &&
	       mark.kind == DD_ROW_NUMBER && mark.body >= pieces.end[0];
}

/* Behind a blank line after line @i, does line @j begin another table, with a head of its own over a rule of Markdown? */
static bool
begins_another(const DdContext *context, uint32_t first, uint32_t i, uint32_t j)
{
	const DdLine *head = &context->lines[first], *line = &context->lines[j];
	if (j <= i + 1 || j + 1 >= context->n_lines || judge_line(context, j) != LINE_ROW ||
		judge_line(context, j + 1) != LINE_RULE ||
		context->chars[context->lines[j + 1].start] != '|')
		return false;
	return line->end - line->start != head->end - head->start ||
	       memcmp(context->chars + line->start, context->chars + head->start,
		       line->end - line->start) != 0;
}

static Style
judge_style(const DdContext *context, uint32_t i, uint32_t *end_out, uint32_t *n_rows_out)
{
	uint32_t rules = 0, rows = 0, last = i, numbers = 0, numbered = 0;
	bool box = false, centred = true, open = false;
	for (uint32_t j = i; j < context->n_lines; j = next_line(context, j)) {
		if (begins_another(context, i, last, j))
			break;
		bool rule = judge_line(context, j) == LINE_RULE;
		const char *at = context->chars + context->lines[j].start;
		if (!rule && rows == 0)
			open = separator_len(at, context->chars + context->lines[j].end) == 0;
		rules += rule;
		rows += !rule;
		numbers = rule ? 0 : numbers + is_numbered(context, j, open);
		numbered += !rule && numbers == 1;
		centred = centred && numbers < 2;
		box = box || *at == '+' || (unsigned char)*at == 0xE2;
		last = j;
	}
	*end_out = last + 1;
	*n_rows_out = rows;
	return (Style){.plain = !box,
		.open = open,
		.divided = rules >= 4 && (box || rules * 3 >= rows),
		.centred = box && rules >= 4 && centred && numbered >= 2};
}

bool
dd_grid_read_ruled(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	(void)self;
	uint32_t end = 0, n_rows = 0;
	if (judge_line(context, i) == LINE_OTHER)
		return false;
	Style style = judge_style(context, i, &end, &n_rows);
	grid->looked = end - i;
	if (n_rows < 2)
		return false;
	grid->form = DD_FORM_RULED;
	grid->line = i;
	grid->line_end = end;
	bool after_rule = true;
	for (uint32_t j = i; j < end; j++) {
		RuledLine kind = judge_line(context, j);
		if (kind == LINE_RULE)
			after_rule = true;
		if (kind != LINE_ROW)
			continue;
		Pieces pieces;
		split_line(context, j, DD_MAX_COLUMNS, style.open, &pieces);
		bool numbered = !is_blank_piece(context, &pieces, 0);
		bool joins = grid->rows->len > 0 && !numbered && !after_rule &&
			     (style.divided || !style.plain) && !is_whole_row(context, &pieces);
		joins = joins || (style.centred && !after_rule);
		/* the head is all that stands above the first rule below it */
		if (grid->rows->len == 1 && !after_rule && !style.plain)
			joins = true;
		put_row(grid, context, &pieces, joins);
		after_rule = false;
	}
	return grid->rows->len >= 2;
}
