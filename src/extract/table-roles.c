/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-roles.c: the head of a table: what its columns hold, and whether it tells of work, of visits or of neither */
#include <string.h>

#include "session.h"
#include "table-roles.h"

#define MAX_SAME 30u    /* bytes of "như trên" */
#define HEAD_ROWS 4u    /* the head stands in one of the first rows */
#define HEAD_BYTES 160u /* of one cell of a head */
#define TITLE_LINES 12u /* above a table, where its title may stand */

/* "- Đơn vị thực hiện: VP Sở.", "1. Công tác chỉ đạo": a field with its value, an item, no head of a column */
static bool
is_item(const DdTokens *tokens)
{
	if (tokens->n > 2 && (tokens->items[0].kind == DD_TOKEN_NUMBER || tokens->items[0].len <= 2) &&
		(dd_token_is_sign(tokens, 1, '.') || dd_token_is_sign(tokens, 1, ')')))
		return true;
	if (tokens->n > 0 && tokens->items[0].kind == DD_TOKEN_SIGN && tokens->items[0].value != '(')
		return true;
	for (size_t i = 1; i + 1 < tokens->n; i++)
		if (dd_token_is_sign(tokens, i, ':'))
			return tokens->items[i + 1].kind != DD_TOKEN_SIGN;
	return false;
}

static DdLabel
head_of_tokens(const DdTableGrammar *self, const DdTokens *tokens, uint8_t *flags_out)
{
	*flags_out = 0;
	if (is_item(tokens))
		return DD_LABEL_NONE;
	for (size_t at = 0; at < tokens->n; at++) {
		int trait = dd_phrases_match(self->traits, tokens, at, NULL);
		if (trait > 0)
			*flags_out |= (uint8_t)trait;
	}
	if (*flags_out & (DD_COLUMN_COUNT | DD_COLUMN_PERSON | DD_COLUMN_FIGURE))
		return DD_LABEL_OTHER;
	DdLabel label = dd_label_of_column(self->labels, tokens, 0, tokens->n);
	if (label == DD_LABEL_NONE && (*flags_out & (DD_COLUMN_BEGINS | DD_COLUMN_ENDS)))
		label = DD_LABEL_TIME;
	return label;
}

DdLabel
dd_table_head_of(const DdTableGrammar *self, DdContext *context, uint32_t start, uint32_t end,
	uint8_t *flags_out)
{
	*flags_out = 0;
	if (end <= start || end - start > HEAD_BYTES)
		return DD_LABEL_NONE;
	dd_context_scan(context, start, end);
	return head_of_tokens(self, &context->scratch, flags_out);
}

static DdLabel
head_of_cell(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, DdGridCell cell,
	uint8_t *flags_out)
{
	if (cell.next == 0)
		return dd_table_head_of(self, context, cell.start, cell.end, flags_out);
	/* a head over several lines between rules: read it as one */
	return head_of_tokens(self, dd_grid_cell_scan(context, grid, cell).tokens, flags_out);
}

uint32_t
dd_table_count_heads(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t row)
{
	uint32_t n = g_array_index(grid->rows, DdRow, row).n, known = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint8_t flags;
		DdGridCell cell = dd_grid_cell(grid, row, i);
		known += head_of_cell(self, context, grid, cell, &flags) != DD_LABEL_NONE;
	}
	return known;
}

int
dd_table_find_column(const DdGrid *grid, DdLabel label)
{
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if (grid->columns[i].label == label)
			return (int)i;
	return -1;
}

/* Returns: TRUE when row @row numbers the columns: (1) (2) (3) or 1 2 3 or A B 1 2 */
static bool
is_column_numbers(const DdContext *context, const DdGrid *grid, uint32_t row)
{
	uint32_t n = g_array_index(grid->rows, DdRow, row).n, found = 0;
	for (uint32_t i = 0; i < n; i++) {
		DdGridCell cell = dd_grid_cell(grid, row, i);
		if (cell.start == cell.end)
			continue;
		if (cell.end - cell.start > 6 || cell.next != 0)
			return false;
		unsigned digits = 0, others = 0;
		for (uint32_t at = cell.start; at < cell.end; at++) {
			digits += g_ascii_isdigit(context->chars[at]);
			others += g_ascii_isalnum(context->chars[at]) &&
				  !g_ascii_isdigit(context->chars[at]);
		}
		if (digits > 2 || others > 1 || digits + others == 0)
			return false;
		found++;
	}
	return found >= 3 || (found == 2 && n == 2);
}

/* Returns: the row among the first ones with most heads of columns, -1 when none has two */
static int
find_head(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	int best = -1;
	uint32_t most = 1;
	for (uint32_t i = 0; i < grid->rows->len && i < HEAD_ROWS && most < grid->n_columns; i++) {
		uint32_t known = dd_table_count_heads(self, context, grid, i);
		if (known > most) {
			most = known;
			best = (int)i;
		}
	}
	return best;
}

/* "Nơi làm việc" is whom to visit, and beside "Đơn vị được kiểm tra" where that is. */
static void
place_second_agency(DdContext *context, DdGrid *grid)
{
	int agency = dd_table_find_column(grid, DD_LABEL_AGENCY);
	for (uint32_t i = (uint32_t)agency + 1; agency >= 0 && i < grid->n_columns; i++) {
		DdGridCell cell = dd_grid_cell(grid, grid->head, i);
		const DdTokens *tokens = dd_grid_cell_scan(context, grid, cell).tokens;
		if (grid->columns[i].label == DD_LABEL_AGENCY && tokens->n > 1 &&
			dd_token_is_text_nocase(tokens, 0, "nơi"))
			grid->columns[i].label = DD_LABEL_PLACE;
	}
}

static void
label_columns(const DdTableGrammar *self, DdContext *context, DdGrid *grid)
{
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		DdColumn *column = &grid->columns[i];
		DdGridCell cell = dd_grid_cell(grid, grid->head, i);
		column->label = (uint8_t)head_of_cell(self, context, grid, cell, &column->flags);
	}
	/* over another column it may be one of many that hold figures */
	if (grid->columns[0].label == DD_LABEL_NONE && dd_table_period_word(context, grid, 0) != NULL)
		grid->columns[0].label = DD_LABEL_TIME;
	place_second_agency(context, grid);
}

/* The second row of a head names the parts of what the first row names: "Phân công" over "Chủ trì", "Phối hợp". */
static void
take_second_head(const DdTableGrammar *self, DdContext *context, DdGrid *grid)
{
	uint32_t row = grid->head + 1;
	if (row >= grid->rows->len || is_column_numbers(context, grid, row))
		return;
	DdGridCell first = dd_grid_cell(grid, row, 0);
	uint32_t known = 0, filled = 0, n = g_array_index(grid->rows, DdRow, row).n;
	if (first.start < first.end || n > grid->n_columns)
		return;
	for (uint32_t i = 0; i < n; i++) {
		uint8_t flags;
		DdGridCell cell = dd_grid_cell(grid, row, i);
		filled += cell.start < cell.end;
		known += head_of_cell(self, context, grid, cell, &flags) != DD_LABEL_NONE;
	}
	if (known == 0 || known * 2 < filled || filled + 1 > grid->n_columns)
		return;
	uint8_t above = DD_LABEL_NONE;
	for (uint32_t i = 0; i < n; i++) {
		uint8_t flags;
		DdGridCell cell = dd_grid_cell(grid, row, i), over = dd_grid_cell(grid, grid->head, i);
		if (over.start < over.end)
			above = grid->columns[i].label;
		if (cell.start == cell.end)
			continue;
		DdLabel label = head_of_cell(self, context, grid, cell, &flags);
		grid->columns[i].label = label != DD_LABEL_NONE ? (uint8_t)label : above;
		grid->columns[i].flags = flags;
	}
	grid->body = row + 1;
}

/* Returns: TRUE when the table's title or section speaks of visits */
static bool
title_says_visit(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	uint32_t seen = 0;
	for (uint32_t i = grid->line;
		i-- > 0 && seen < TITLE_LINES / 3 && grid->line - i <= TITLE_LINES;) {
		const DdLine *line = &context->lines[i];
		if (line->blank)
			continue;
		seen++;
		if (line->end - line->start > 4 * HEAD_BYTES)
			break;
		dd_context_scan(context, line->start, line->end);
		if (dd_phrases_search(self->visits, &context->scratch, 0, context->scratch.n, NULL,
			    NULL) >= 0)
			return true;
	}
	return false;
}

/* The work stands in the first column that is not known, where no head says "Nội dung". */
static void
guess_content(DdGrid *grid)
{
	static const uint8_t stand_ins[] = {
		DD_LABEL_NONE, DD_LABEL_TARGET, DD_LABEL_SOLUTION, DD_LABEL_PRODUCT};
	for (size_t k = 0; k < G_N_ELEMENTS(stand_ins); k++) {
		for (uint32_t i = 0; i < grid->n_columns; i++) {
			DdColumn *column = &grid->columns[i];
			if (column->label != stand_ins[k] || (i == 0 && grid->n_columns > 3) ||
				column->flags != 0)
				continue;
			column->label = DD_LABEL_CONTENT;
			return;
		}
	}
}

static void
relabel(DdGrid *grid, DdLabel from, DdLabel to)
{
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if (grid->columns[i].label == from)
			grid->columns[i].label = (uint8_t)to;
}

/* Returns: the column of numbers, -1 when there is none with a number in it */
static int
find_numbers(const DdGrid *grid)
{
	int number = dd_table_find_column(grid, DD_LABEL_NUMBER);
	for (uint32_t row = grid->body; number >= 0 && row < grid->rows->len; row++) {
		DdGridCell cell = dd_grid_cell(grid, row, (uint32_t)number);
		if (cell.start < cell.end)
			return number;
	}
	return -1;
}

/*
 * Counts the blank cells of each column; several of them are cells merged with the one above. Rows without a number, where
 * others have one, tell nothing of the rest: they are parts of the row above.
 */
static void
count_blanks(DdGrid *grid, int content)
{
	int number = find_numbers(grid);
	for (uint32_t row = grid->body; row < grid->rows->len; row++) {
		DdGridCell work = dd_grid_cell(grid, row, content >= 0 ? (uint32_t)content : 0);
		uint32_t filled = 0;
		for (uint32_t i = 0; i < grid->n_columns; i++) {
			DdGridCell cell = dd_grid_cell(grid, row, i);
			filled += cell.start < cell.end;
		}
		/* a group row says nothing about the other columns */
		if (work.start == work.end || filled <= 2)
			continue;
		if (number >= 0 && dd_grid_cell(grid, row, (uint32_t)number).start ==
					   dd_grid_cell(grid, row, (uint32_t)number).end)
			continue;
		for (uint32_t i = 0; i < grid->n_columns; i++) {
			DdGridCell cell = dd_grid_cell(grid, row, i);
			if (cell.start < cell.end)
				grid->columns[i].filled++;
			else
				grid->columns[i].blank++;
		}
	}
	bool drawn = grid->form == DD_FORM_RULED || grid->form == DD_FORM_TABBED;
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		DdColumn *column = &grid->columns[i];
		/* where each cell stands alone a blank one is blank, but somebody always leads */
		bool merges = drawn || (grid->form == DD_FORM_STACKED &&
					       (column->label == DD_LABEL_LEAD || (int)i < content));
		if (merges && (int)i < content && column->label != DD_LABEL_NUMBER)
			column->flags |= DD_COLUMN_KEY | DD_COLUMN_MERGED;
		else if (merges && column->blank >= 2 && column->filled > 0)
			column->flags |= DD_COLUMN_MERGED;
	}
}

bool
dd_table_says_same(const DdTableGrammar *self, DdContext *context, DdGridCell cell)
{
	if (cell.start >= cell.end || cell.end - cell.start > MAX_SAME)
		return false;
	dd_context_scan(context, cell.start, cell.end);
	const DdTokens *tokens = &context->scratch;
	size_t len = 0, at = 0;
	while (at < tokens->n && tokens->items[at].kind == DD_TOKEN_SIGN)
		at++;
	/* ditto marks: " or ″ or ” alone; a dash means "none" */
	if (at == tokens->n)
		return tokens->n <= 3 && strchr("-./+", context->chars[cell.start]) == NULL;
	return dd_phrases_match(self->same, tokens, at, &len) >= 0 && at + len + 2 >= tokens->n;
}

/* Returns: TRUE when the times are hours of one day: the programme of a meeting, not work to do */
static bool
is_programme(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	int time = dd_table_find_column(grid, DD_LABEL_TIME);
	uint32_t hours = 0, rows = 0;
	time = time >= 0 ? time : dd_table_find_column(grid, DD_LABEL_DAY);
	for (uint32_t row = grid->body; row < grid->rows->len && rows < 20; row++) {
		DdGridCell cell = dd_grid_cell(grid, row, (uint32_t)MAX(time, 0));
		if (cell.start == cell.end)
			continue;
		rows++;
		if (memchr(context->chars + cell.start, '/', cell.end - cell.start) != NULL)
			continue;
		const DdTokens *tokens = dd_grid_cell_scan(context, grid, cell).tokens;
		hours += tokens->n > 1 && tokens->items[0].kind == DD_TOKEN_NUMBER &&
			 (dd_token_is_sign(tokens, 1, ':') ||
				 dd_phrases_match(self->clocks, tokens, 1, NULL) == DD_CLOCK_HOUR);
	}
	return hours * 2 > rows;
}

static DdTableKind
judge_kind(const DdTableGrammar *self, DdContext *context, DdGrid *grid, bool ticks)
{
	bool person = false, visit = false, figure = false;
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		person = person || (grid->columns[i].flags & DD_COLUMN_PERSON);
		visit = visit || (grid->columns[i].flags & DD_COLUMN_VISIT);
		figure = figure || (grid->columns[i].flags & DD_COLUMN_FIGURE);
	}
	if (person)
		return DD_TABLE_NOTHING;
	if (dd_table_is_of_targets(self, context, grid))
		return DD_TABLE_TARGETS;
	bool lead = dd_table_find_column(grid, DD_LABEL_LEAD) >= 0 ||
		    dd_table_find_column(grid, DD_LABEL_COORDINATE) >= 0 ||
		    dd_table_find_column(grid, DD_LABEL_DIRECTOR) >= 0;
	int visited = dd_table_find_column(grid, DD_LABEL_AGENCY);
	bool agency = visited >= 0;
	bool when = ticks || dd_table_find_column(grid, DD_LABEL_TIME) >= 0 ||
		    dd_table_find_column(grid, DD_LABEL_DAY) >= 0;
	bool work = dd_table_find_column(grid, DD_LABEL_CONTENT) >= 0;
	bool place = dd_table_find_column(grid, DD_LABEL_PLACE) >= 0;
	if (agency && when && !lead &&
		(visit || (place && !work) || title_says_visit(self, context, grid)))
		return DD_TABLE_SESSIONS;
	/* "Đơn vị được kiểm tra" beside "Đơn vị chủ trì", or a place to go to: who visits is named too */
	if (agency && when && lead && (place || (grid->columns[visited].flags & DD_COLUMN_VISIT)) &&
		title_says_visit(self, context, grid))
		return DD_TABLE_SESSIONS;
	if (work && when && !lead && !agency && is_programme(self, context, grid))
		return DD_TABLE_NOTHING;
	if (figure && !lead)
		return DD_TABLE_NOTHING;
	if (!work && lead)
		guess_content(grid);
	work = dd_table_find_column(grid, DD_LABEL_CONTENT) >= 0;
	return work && (lead || when || agency) ? DD_TABLE_TASKS : DD_TABLE_NOTHING;
}

DdTableKind
dd_table_judge(const DdTableGrammar *self, DdContext *context, DdGrid *grid)
{
	int head = find_head(self, context, grid);
	if (head < 0)
		return DD_TABLE_NOTHING;
	grid->head = (uint32_t)head;
	grid->body = grid->head + 1;
	label_columns(self, context, grid);
	take_second_head(self, context, grid);
	if (grid->body < grid->rows->len && is_column_numbers(context, grid, grid->body))
		grid->body++;
	DdTableKind kind = judge_kind(self, context, grid, dd_table_find_ticks(context, grid));
	if (kind == DD_TABLE_TASKS) {
		relabel(grid, DD_LABEL_DAY, DD_LABEL_TIME);
		if (dd_table_find_column(grid, DD_LABEL_LEAD) < 0)
			relabel(grid, DD_LABEL_AGENCY, DD_LABEL_LEAD);
	}
	count_blanks(grid, dd_table_find_column(grid,
				   kind == DD_TABLE_TASKS ? DD_LABEL_CONTENT : DD_LABEL_AGENCY));
	return kind;
}
