/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-flat.c: tables that a converter has run together: cells on lines of their own or glued, known by what they hold */
#include <stdio.h>
#include <string.h>

#include "digits.h"
#include "session.h"
#include "table-lines.h"

#define HEAD_LINES 40u /* lines of a head, blank ones counted */
#define HEAD_BYTES 900u
#define GAP_LINES 8u
#define PAGE_DIGITS 3u
#define PART_LETTERS 10u /* A to J: letters of parts of a document */
#define ROW_LINES 60u    /* of one row */
#define ROW_NUMBER_BYTES 8u

/* Returns: TRUE when a row may begin at line @i with number @expected (or a group's number); 14 in "14 h00" is none */
static bool
begins_row(const DdTableGrammar *self, DdContext *context, uint32_t i, uint32_t expected,
	DdRowMark *mark_out)
{
	const DdLine *line = &context->lines[i];
	if (line->blank || !dd_row_mark_read(context, line->start, line->end, mark_out))
		return false;
	if (mark_out->kind != DD_ROW_NUMBER || mark_out->parts != 1 || mark_out->value != expected)
		return false;
	if (mark_out->body >= line->end)
		return true;
	dd_context_scan(context, mark_out->body, MIN(line->end, mark_out->body + 40));
	return context->scratch.n > 0 && !dd_session_is_time_word(self, &context->scratch, 0) &&
	       context->scratch.items[0].kind == DD_TOKEN_WORD;
}

/* Heads begin with a capital: in a line of heads the next one begins at a capital behind a small letter. */
static void
add_heads_of_line(DdContext *context, DdGrid *grid, uint32_t start, uint32_t end)
{
	dd_context_scan(context, start, end);
	const DdTokens *tokens = &context->scratch;
	uint32_t from = start;
	bool goes_on = tokens->n > 0 && tokens->items[0].kind == DD_TOKEN_WORD &&
		       !dd_token_is_cap(tokens, 0);
	bool after_number = g_array_index(grid->rows, DdRow, 0).n == 1;
	for (size_t i = 1; i <= tokens->n; i++) {
		const DdToken *token = &tokens->items[i], *before = &tokens->items[i - 1];
		bool splits = i < tokens->n && token->kind == DD_TOKEN_WORD &&
			      (token->flags & DD_TOKEN_CAP) && !(token->flags & DD_TOKEN_UPPER) &&
			      before->kind == DD_TOKEN_WORD &&
			      (!(before->flags & DD_TOKEN_CAP) || (after_number && i == 1));
		if (i < tokens->n && !splits)
			continue;
		uint32_t to = i < tokens->n ? token->start : end;
		if (goes_on)
			dd_grid_extend_cell(grid, context, to);
		else
			dd_grid_add_cell(grid, context, from, to);
		goes_on = false;
		from = to;
	}
}

/* Is it a mark of a part? "P. Kế toán", "K. Nội" are rooms by their first letter */
static bool
heads_part(const DdRowMark *mark)
{
	return mark->kind == DD_ROW_ROMAN ||
	       (mark->kind == DD_ROW_UPPER && mark->value <= PART_LETTERS);
}

/* Returns: TRUE and the mark when a group's row begins at line @j with rows of the table below it */
static bool
begins_group(const DdTableGrammar *self, DdContext *context, uint32_t j, uint32_t expected,
	DdRowMark *mark_out)
{
	const DdLine *line = &context->lines[j];
	DdRowMark below;
	if (line->blank || !dd_row_mark_read(context, line->start, line->end, mark_out) ||
		!heads_part(mark_out))
		return false;
	uint32_t k = j;
	for (unsigned lines = 0; lines < 4; lines++) {
		k = dd_grid_next_line(context, k, GAP_LINES);
		if (k >= context->n_lines)
			return false;
		if (begins_row(self, context, k, expected, &below) ||
			begins_row(self, context, k, 1, &below))
			return !below.closed || mark_out->body >= line->end || expected > 1;
	}
	return false;
}

/*
 * Reads the head at line @i, whose first cell, that of the numbers, ends at text offset @number_end: where the line begins
 * when no head stands over the numbers. Returns: index of the line of row 1, 0 when this is no head
 */
static uint32_t
read_head(const DdTableGrammar *self, DdContext *context, uint32_t i, size_t number_end, DdGrid *grid)
{
	DdRowMark mark;
	uint32_t j = i, limit = context->lines[i].start + HEAD_BYTES;
	dd_grid_add_row(grid);
	dd_grid_add_cell(grid, context, context->lines[i].start, (uint32_t)number_end);
	if (number_end < context->lines[i].end)
		add_heads_of_line(context, grid, (uint32_t)number_end, context->lines[i].end);
	for (j = i + 1; j < context->n_lines && j < i + HEAD_LINES; j++) {
		const DdLine *line = &context->lines[j];
		if (line->blank)
			continue;
		if (!dd_grid_takes_line(context, j))
			return 0;
		if (begins_row(self, context, j, 1, &mark))
			break;
		if (line->end > limit)
			return 0;
		if (dd_row_mark_read(context, line->start, line->end, &mark) && mark.value == 1 &&
			(mark.kind == DD_ROW_ROMAN || mark.kind == DD_ROW_UPPER) &&
			(mark.body < line->end || begins_group(self, context, j, 1, &mark)))
			break;
		add_heads_of_line(context, grid, line->start, line->end);
	}
	if (j >= context->n_lines || j >= i + HEAD_LINES)
		return 0;
	return dd_table_count_heads(self, context, grid, 0) >= 3 ? j : 0;
}

/* What the columns after the number hold, in order, as the head has them */
typedef struct {
	uint8_t labels[DD_MAX_COLUMNS];
	uint32_t n;
} Order;

/* Two heads whose words are told apart only on the next line: "Đơn vị Đơn vị / chủ trì phối hợp" */
static void
read_order(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, Order *order)
{
	uint32_t agencies = 0;
	order->n = g_array_index(grid->rows, DdRow, 0).n;
	for (uint32_t i = 0; i < order->n; i++) {
		uint8_t flags;
		DdGridCell cell = dd_grid_cell(grid, 0, i);
		order->labels[i] = (uint8_t)dd_table_head_of(
			self, context, cell.start, cell.end, &flags);
		if (flags & DD_COLUMN_COUNT)
			order->labels[i] = DD_LABEL_DAY;
		agencies += order->labels[i] == DD_LABEL_AGENCY;
	}
	for (uint32_t i = 0; i < order->n && agencies == 2; i++)
		if (order->labels[i] == DD_LABEL_AGENCY)
			order->labels[i] = agencies-- == 2 ? DD_LABEL_LEAD : DD_LABEL_COORDINATE;
}

/* How the cells of a head stand on its lines */
typedef enum {
	HEAD_MIXED,    /* some beside each other */
	HEAD_WRAPPED,  /* each begins a line, some go on on the next */
	HEAD_BY_LINES, /* a line for each */
	HEAD_SPACED    /* a paragraph for each, blank lines between */
} HeadForm;

/*
 * Reads the head from line @i to before line @behind with a paragraph for each of its cells.
 * Returns: FALSE, and @grid is as it was, when they do not look like that
 */
static bool
read_spaced_head(
	const DdTableGrammar *self, DdContext *context, DdGrid *grid, uint32_t i, uint32_t behind)
{
	guint cells = grid->cells->len;
	uint32_t columns = grid->n_columns, n = 0;
	bool spaced = dd_grid_cell_end(grid, dd_grid_cell(grid, 0, 0)) == context->lines[i].end;
	dd_grid_add_row(grid);
	for (uint32_t j = i; j < behind && spaced; j++) {
		const DdLine *line = &context->lines[j];
		if (line->blank)
			continue;
		if (n > 0 && !context->lines[j - 1].blank) {
			dd_grid_extend_cell(grid, context, line->end);
			continue;
		}
		dd_context_scan(context, line->start, line->end);
		spaced = n == 0 || dd_token_is_cap(&context->scratch, 0);
		dd_grid_add_cell(grid, context, line->start, line->end);
		n++;
	}
	/* most of them known by their words */
	spaced = spaced && n >= 3 && n <= DD_MAX_COLUMNS &&
		 dd_table_count_heads(self, context, grid, 1) * 3 >= n * 2;
	if (!spaced) {
		g_array_set_size(grid->rows, 1);
		g_array_set_size(grid->cells, cells);
		grid->n_columns = columns;
		return false;
	}
	g_array_remove_index(grid->rows, 0);
	grid->n_columns = n;
	return true;
}

/* Judges the head from line @i to before line @behind; nothing need stand over the numbers. */
static HeadForm
judge_head(const DdContext *context, const DdGrid *grid, uint32_t i, uint32_t behind)
{
	uint32_t lines = 0, n = g_array_index(grid->rows, DdRow, 0).n;
	DdGridCell number = dd_grid_cell(grid, 0, 0);
	for (uint32_t c = 1; c < n; c++) {
		DdGridCell cell = dd_grid_cell(grid, 0, c);
		uint32_t line = dd_text_find_line(context->text, cell.start);
		if (context->lines[line].start != cell.start)
			return HEAD_MIXED;
	}
	for (; i < behind; i++)
		lines += !context->lines[i].blank;
	return lines + (number.start == number.end) == n ? HEAD_BY_LINES : HEAD_WRAPPED;
}

/* Returns: TRUE when the table's head stands again at line @j, at the top of a page */
static bool
repeats_head(const DdContext *context, const DdGrid *grid, uint32_t j)
{
	const DdLine *head = &context->lines[grid->line], *line = &context->lines[j];
	uint32_t below = dd_grid_next_line(context, j, GAP_LINES),
		 second = dd_grid_next_line(context, grid->line, GAP_LINES);
	if (line->end - line->start != head->end - head->start ||
		memcmp(context->chars + line->start, context->chars + head->start,
			head->end - head->start) != 0)
		return false;
	if (below >= context->n_lines || second >= context->n_lines)
		return false;
	line = &context->lines[below];
	head = &context->lines[second];
	return line->end - line->start == head->end - head->start &&
	       memcmp(context->chars + line->start, context->chars + head->start,
		       head->end - head->start) == 0;
}

/* Returns: TRUE when line @j cannot be inside a row: another part of the document begins */
static bool
ends_table(const DdContext *context, uint32_t j)
{
	DdRowMark mark;
	const DdLine *line = &context->lines[j];
	if (line->zone == DD_ZONE_NOISE || line->blank)
		return false;
	if (!dd_grid_takes_line(context, j))
		return true;
	if (!dd_row_mark_read(context, line->start, line->end, &mark) || !mark.closed)
		return false;
	return heads_part(&mark) || mark.parts > 1;
}

/* Returns: the line of row @expected behind the head repeated at line @j; @j when it is not found */
static uint32_t
skip_head(const DdTableGrammar *self, DdContext *context, uint32_t j, uint32_t expected)
{
	DdRowMark mark;
	for (uint32_t k = j + 1; k < context->n_lines && k < j + HEAD_LINES; k++)
		if (begins_row(self, context, k, expected, &mark) ||
			begins_group(self, context, k, expected, &mark))
			return k;
	return j;
}

/* Returns: the last line of [@from, @to] that is not blank */
static uint32_t
last_written(const DdContext *context, uint32_t from, uint32_t to)
{
	while (to > from && context->lines[to].blank)
		to--;
	return to;
}

/* A table while its rows are found */
typedef struct {
	const DdTableGrammar *grammar;
	DdContext *context;
	DdGrid *grid;
	uint32_t expected; /* number of the next row */
	uint32_t groups;   /* headings of groups so far */
	DdRowKind letters; /* how they are numbered */
	uint32_t longest;  /* lines of the longest row so far */
	uint32_t columns;
	uint32_t sub;      /* rows "3.1", "3.2" below the last number so far */
	uint32_t head_end; /* the line behind the head */
	uint32_t cleared;  /* the line up to which heads repeated on a page have been looked for */
	uint32_t skipping; /* line of a row whose number is one too large, 0 none */
	int closed; /* how the first row writes its number: 1 for "1.", 0 for "1", -1 before it */
	bool zero;  /* "01" */
	bool alone; /* on a line of its own */
} Finder;

static bool
begins_next_group(const Finder *self, uint32_t j, DdRowMark *mark_out)
{
	return begins_group(self->grammar, self->context, j, self->expected, mark_out) &&
	       mark_out->value == self->groups + 1 &&
	       (self->groups == 0 || mark_out->kind == self->letters);
}

/* Is line @j nothing but the number of a page? */
static bool
is_page_number(const DdContext *context, uint32_t j)
{
	const DdLine *line = &context->lines[j];
	for (uint32_t at = line->start; at < line->end; at++)
		if (!g_ascii_isdigit(context->chars[at]))
			return false;
	return line->end > line->start && line->end - line->start <= PAGE_DIGITS;
}

/*
 * Does row @expected begin at line @j, its number written as that of the first row? "04 báo cáo" in a cell is no row 4 where
 * rows are numbered "1", "2", "3" on lines of their own.
 */
static bool
begins_like_first(const Finder *self, uint32_t j, uint32_t expected, DdRowMark *mark_out)
{
	DdContext *context = self->context;
	const DdLine *line = &context->lines[j];
	if (!begins_row(self->grammar, context, j, expected, mark_out))
		return false;
	if (self->closed < 0)
		return true;
	if (context->chars[line->start] == '0' && !self->zero)
		return false;
	/* the number of a page, over the head repeated on the next */
	uint32_t below = dd_grid_next_line(context, j, GAP_LINES);
	if (is_page_number(context, j) && below < context->n_lines &&
		repeats_head(context, self->grid, below))
		return false;
	if (!self->alone || mark_out->body >= line->end)
		return true;
	dd_context_scan(context, mark_out->body, MIN(line->end, mark_out->body + 40));
	return dd_token_is_cap(&context->scratch, 0);
}

/*
 * A row may have a number left out before it: "2", "4". It stands alone on its line behind as many lines as the row before
 * has cells. @row: line of the row before
 */
static bool
begins_behind_gap(const Finder *self, uint32_t row, uint32_t j)
{
	DdRowMark mark;
	return j - row >= self->columns &&
	       begins_row(self->grammar, self->context, j, self->expected + 1, &mark) &&
	       mark.body >= self->context->lines[j].end && mark.closed == (self->closed == 1);
}

/* Does the next row, or the first of another count, begin at line @j? A numbered paragraph behind the table is none. */
static bool
begins_next_row(const Finder *self, uint32_t j, DdRowMark *mark_out)
{
	if (self->skipping == j &&
		begins_row(self->grammar, self->context, j, self->expected + 1, mark_out))
		return true;
	return (begins_like_first(self, j, self->expected, mark_out) ||
		       begins_like_first(self, j, 1, mark_out)) &&
	       (self->closed < 0 || mark_out->closed == (self->closed == 1));
}

/* Does a row numbered below the last one, "3.1", begin at line @j? Its number stands alone on the line. */
static bool
begins_sub_row(const Finder *self, uint32_t j, DdRowMark *mark_out)
{
	const DdLine *line = &self->context->lines[j];
	char label[2 * DD_DIGITS_BUFFER];
	if (!self->alone || self->expected < 2 || line->end - line->start > ROW_NUMBER_BYTES ||
		!dd_row_mark_read(self->context, line->start, line->end, mark_out) ||
		mark_out->kind != DD_ROW_NUMBER || mark_out->parts != 2 || mark_out->body < line->end)
		return false;
	(void)snprintf(label, sizeof(label), "%u.%u", self->expected - 1, self->sub + 1);
	return strcmp(label, mark_out->label) == 0;
}

/* Returns: the line behind the lines of the head, when all of them stand again from line @j on, blank ones aside; else 0 */
static uint32_t
match_whole_head(const Finder *self, uint32_t j)
{
	const DdContext *context = self->context;
	for (uint32_t i = self->grid->line; i < self->head_end; i++) {
		const DdLine *head = &context->lines[i];
		if (head->blank)
			continue;
		while (j < context->n_lines && context->lines[j].blank)
			j++;
		if (j >= context->n_lines)
			return 0;
		const DdLine *line = &context->lines[j++];
		if (line->end - line->start != head->end - head->start ||
			memcmp(context->chars + line->start, context->chars + head->start,
				head->end - head->start) != 0)
			return 0;
	}
	return j;
}

/* Does a page begin at line @j, as converters tell? */
static bool
begins_page(const DdContext *context, uint32_t j)
{
	return j < context->n_lines && context->lines[j].start > 0 &&
	       context->chars[context->lines[j].start - 1] == '\f';
}

/* Returns: the written line before line @j, a page's number or a page break before it in @edge_out */
static uint32_t
look_above(const DdContext *context, uint32_t j, bool *edge_out)
{
	uint32_t above = j - 1;
	*edge_out = begins_page(context, j);
	while (above > 0 && context->lines[above].blank)
		above--;
	*edge_out = *edge_out || is_page_number(context, above);
	return above;
}

/*
 * A page may break a row, even a cell. The head that the next page repeats, and the number of the page above it, are no lines of the
 * row. Where rows begin anew below it without a page's edge above, the head is that of another table.
 */
static void
clear_page_heads(Finder *self, uint32_t row)
{
	DdContext *context = self->context;
	DdRowMark mark;
	uint32_t stop = MIN(row + 2 * ROW_LINES, context->n_lines);
	for (uint32_t j = MAX(self->cleared, row + 1); j < stop; j++) {
		self->cleared = j + 1;
		if (context->lines[j].blank)
			continue;
		uint32_t below = dd_grid_next_line(context, j, GAP_LINES);
		if (is_page_number(context, j) && begins_page(context, below))
			context->lines[j].zone = DD_ZONE_NOISE;
		uint32_t behind = match_whole_head(self, j);
		if (behind == 0)
			continue;
		bool edge;
		uint32_t above = look_above(context, j, &edge);
		below = dd_grid_next_line(context, behind - 1, GAP_LINES);
		if (below >= context->n_lines)
			continue;
		if (!edge && (begins_row(self->grammar, context, below, 1, &mark) ||
				     begins_group(self->grammar, context, below, 1, &mark)))
			continue;
		if (above > row && is_page_number(context, above))
			context->lines[above].zone = DD_ZONE_NOISE;
		for (; j < behind; j++)
			context->lines[j].zone = DD_ZONE_NOISE;
		self->cleared = behind;
		j = behind - 1;
	}
}

/* Returns: the line behind the row or heading at line @j, its last written line in @last_out */
static uint32_t
find_row_end(Finder *self, uint32_t j, bool group, uint32_t *last_out)
{
	DdContext *context = self->context;
	DdRowMark next;
	uint32_t i = j + 1, blanks = 0;
	*last_out = j;
	clear_page_heads(self, j);
	for (; i < context->n_lines && i < j + ROW_LINES; i++) {
		if (context->lines[i].zone == DD_ZONE_NOISE)
			continue;
		if (begins_sub_row(self, i, &next) || repeats_head(context, self->grid, i) ||
			ends_table(context, i) ||
			begins_group(self->grammar, context, i, self->expected, &next) ||
			begins_like_first(self, i, self->expected, &next) ||
			(group && begins_like_first(self, i, 1, &next)))
			break;
		if (!group && begins_behind_gap(self, j, i)) {
			self->skipping = i;
			break;
		}
		blanks = context->lines[i].blank ? blanks + 1 : 0;
		if (blanks == 0)
			*last_out = i;
		else if (blanks > GAP_LINES)
			break;
	}
	if (i < context->n_lines && repeats_head(context, self->grid, i) && *last_out > j &&
		is_page_number(context, *last_out))
		*last_out = last_written(context, j, *last_out - 1);
	return i;
}

/* Does the head at line @j, which stands in the document before, stand over rows of this table, or over a table of its own? */
static bool
is_page_of_table(const Finder *self, uint32_t row, uint32_t j)
{
	DdRowMark mark;
	uint32_t first = skip_head(self->grammar, self->context, j, self->expected);
	if (first > j && !begins_row(self->grammar, self->context, first, 1, &mark))
		return true;
	/* "b) …" between the last row and the head: more lines than any row has had, and the count begins anew */
	uint32_t k = j + 1;
	while (k < self->context->n_lines && k < j + HEAD_LINES &&
		!begins_row(self->grammar, self->context, k, 1, &mark))
		k++;
	bool anew = k < self->context->n_lines && k < j + HEAD_LINES && (first == j || k < first);
	return !anew || self->longest == 0 ||
	       last_written(self->context, row, j - 1) <= row + self->longest;
}

/* Does the table go on at line @j, behind the row at line @row? */
static bool
goes_on(const Finder *self, uint32_t row, uint32_t j)
{
	DdRowMark next;
	if (j >= self->context->n_lines)
		return false;
	if (repeats_head(self->context, self->grid, j))
		return is_page_of_table(self, row, j);
	return begins_next_group(self, j, &next) || begins_sub_row(self, j, &next) ||
	       begins_next_row(self, j, &next);
}

/*
 * Does line @i begin a head without a column of numbers: "Nội dung", and below it "Phân công nhiệm vụ"? Such a head has a line
 * for each of its cells.
 */
static bool
begins_bare_head(const DdTableGrammar *self, DdContext *context, uint32_t i)
{
	uint8_t flags;
	const DdLine *line = &context->lines[i];
	if (line->end - line->start > DD_BARE_HEAD_BYTES ||
		dd_table_head_of(self, context, line->start, line->end, &flags) != DD_LABEL_CONTENT)
		return false;
	uint32_t below = dd_grid_next_line(context, i, GAP_LINES);
	if (below >= context->n_lines)
		return false;
	line = &context->lines[below];
	return line->end - line->start <= DD_BARE_HEAD_BYTES &&
	       dd_table_head_of(self, context, line->start, line->end, &flags) != DD_LABEL_NONE;
}

/* Returns: index of the line of row 1 of a table whose head begins at line @i, 0 when none does; its head in @grid */
static uint32_t
find_first_row(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	const DdLine *line = &context->lines[i];
	size_t len = 0;
	dd_context_scan(context, line->start, MIN(line->end, line->start + 60));
	if (dd_phrases_match(self->numbers, &context->scratch, 0, &len) >= 0) {
		grid->looked = HEAD_LINES;
		return read_head(self, context, i, dd_token_end(&context->scratch, len - 1), grid);
	}
	if (!begins_bare_head(self, context, i))
		return 0;
	grid->looked = HEAD_LINES;
	uint32_t j = read_head(self, context, i, line->start, grid);
	uint32_t cells = g_array_index(grid->rows, DdRow, 0).n;
	return j > 0 && judge_head(context, grid, i, j) != HEAD_MIXED &&
			       dd_table_count_heads(self, context, grid, 0) * 2 >= cells
		       ? j
		       : 0;
}

typedef enum { BEGIN_NONE, BEGIN_GROUP, BEGIN_ROW, BEGIN_SUB } RowBegin;

/* Reads what begins at line @j: counts it, and keeps how the first row writes its number */
static RowBegin
take_row(Finder *self, uint32_t j, DdRowMark *mark_out)
{
	DdContext *context = self->context;
	if (begins_next_group(self, j, mark_out)) {
		self->groups++;
		self->letters = mark_out->kind;
		return BEGIN_GROUP;
	}
	if (begins_sub_row(self, j, mark_out)) {
		self->sub++;
		return BEGIN_SUB;
	}
	if (!begins_next_row(self, j, mark_out))
		return BEGIN_NONE;
	if (self->closed < 0) {
		self->zero = context->chars[context->lines[j].start] == '0';
		self->alone = mark_out->body >= context->lines[j].end;
	}
	self->closed = mark_out->closed;
	self->expected = mark_out->value + 1;
	self->sub = 0;
	return BEGIN_ROW;
}

/* Returns: the last line of the table's last row, at line @row: neither prose behind it nor the number of its page is of it */
static uint32_t
cut_last_row(const Finder *self, uint32_t row, uint32_t last)
{
	const DdContext *context = self->context;
	if (self->grid->rows->len == 0)
		return last;
	last = last_written(context, row, MIN(last, row + self->longest));
	if (self->alone && last > row && is_page_number(context, last))
		last = last_written(context, row, last - 1);
	return last;
}

bool
dd_grid_read_flat(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid)
{
	uint32_t j = find_first_row(self, context, i, grid);
	if (j == 0)
		return false;
	HeadForm form = read_spaced_head(self, context, grid, i, j) ? HEAD_SPACED
								    : judge_head(context, grid, i, j);
	Order order = {.n = 0};
	read_order(self, context, grid, &order);
	grid->form = DD_FORM_FLAT;
	grid->line = i;
	grid->spaced = form == HEAD_SPACED;
	bool bare = dd_grid_cell(grid, 0, 0).start == dd_grid_cell(grid, 0, 0).end;
	Finder finder = {.grammar = self,
		.context = context,
		.grid = grid,
		.expected = 1,
		.columns = order.n,
		.head_end = j,
		.closed = -1};
	for (uint32_t next = 0; j < context->n_lines; j = next) {
		DdRowMark mark = {0};
		RowBegin begin = take_row(&finder, j, &mark);
		if (begin == BEGIN_NONE)
			break;
		bool group = begin == BEGIN_GROUP;
		uint32_t last;
		next = find_row_end(&finder, j, group, &last);
		bool more = goes_on(&finder, j, next);
		if (!more)
			last = cut_last_row(&finder, j, last);
		else if (!group)
			finder.longest = MAX(finder.longest, last - j);
		dd_grid_add_row(grid);
		dd_grid_add_cell(grid, context, context->lines[j].start, mark.body);
		if (group)
			dd_grid_add_cell(grid, context, mark.body, context->lines[last].end);
		else if (form == HEAD_MIXED || (form == HEAD_WRAPPED && !bare && !finder.alone) ||
			 !dd_grid_place_lines(
				 self, context, grid, order.labels, order.n, mark.body, last))
			dd_grid_split_words(self, context, grid, order.labels, order.n, mark.body,
				context->lines[last].end);
		grid->line_end = last + 1;
		if (!more)
			break;
		if (next < context->n_lines && repeats_head(context, grid, next))
			next = skip_head(self, context, next, finder.expected);
	}
	return grid->rows->len >= 3;
}
