/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-tick.c: columns for months or quarters whose cells are ticked: "T1 | T2 | … | T12" over "x" */
#include <string.h>

#include "maxima.h"
#include "table-roles.h"

#define MONTHS 12u
#define QUARTERS 4u
#define MIN_MONTHS 3u
#define MIN_QUARTERS 2u
#define TICK_BYTES 3u  /* of "√" */
#define HEAD_BYTES 16u /* of "Tháng 12" */
#define RAW_BYTES 240u
#define LOOK_ROWS 40u /* that tell whether the cells are ticked */

/* Returns: TRUE when the text begins with @word, which is then skipped */
static bool
skip_word(const char **at, const char *end, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(end - *at) < len || g_ascii_strncasecmp(*at, word, len) != 0)
		return false;
	*at += len;
	while (*at < end && (**at == ' ' || **at == '.' || **at == '\n'))
		(*at)++;
	return true;
}

/* What the head "T4", "Tháng 4", "Quý II", "Q2" or "4" counts. Returns: 1 to 12, 0 none; @quarter_out, @bare_out: how */
static unsigned
tick_of_head(const char *at, const char *end, bool *quarter_out, bool *bare_out)
{
	static const char *const roman[] = {"I", "II", "III", "IV"};
	*quarter_out = *bare_out = false;
	if (end <= at || (size_t)(end - at) > HEAD_BYTES)
		return 0;
	if (skip_word(&at, end, "Quý") || skip_word(&at, end, "Q"))
		*quarter_out = true;
	else if (!skip_word(&at, end, "Tháng") && !skip_word(&at, end, "Th") &&
		 !skip_word(&at, end, "T"))
		*bare_out = true;
	for (unsigned i = 0; i < QUARTERS && *quarter_out; i++)
		if ((size_t)(end - at) == strlen(roman[i]) &&
			memcmp(at, roman[i], strlen(roman[i])) == 0)
			return i + 1;
	unsigned value = 0, digits = 0;
	for (; at < end && g_ascii_isdigit(*at) && digits < 3; at++, digits++)
		value = value * 10 + (unsigned)(*at - '0');
	return at == end && digits > 0 && value <= (*quarter_out ? QUARTERS : MONTHS) ? value : 0;
}

/* Marks the run of columns that begins at column @from of row @row. Returns: the column behind it */
static uint32_t
mark_run(const DdContext *context, DdGrid *grid, uint32_t row, uint32_t from)
{
	bool quarter = false, bare = false;
	unsigned last = 0;
	uint32_t i = from;
	for (; i < grid->n_columns; i++) {
		bool other_quarter = false, other_bare = false;
		DdGridCell cell = dd_grid_cell(grid, row, i);
		unsigned value = tick_of_head(context->chars + cell.start,
			context->chars + cell.end, &other_quarter, &other_bare);
		if (value == 0 || (i > from && (value != last + 1 || other_quarter != quarter ||
						       other_bare != bare)))
			break;
		last = value;
		quarter = other_quarter;
		bare = other_bare;
	}
	if (i - from < (quarter ? MIN_QUARTERS : MIN_MONTHS))
		return MAX(i, from + 1);
	/* bare figures count months only under a head of the time, else they number the columns */
	if (bare && (row == grid->head || grid->columns[from].label != DD_LABEL_TIME))
		return i;
	for (uint32_t k = from; k < i; k++) {
		DdColumn *column = &grid->columns[k];
		column->tick = (uint8_t)(last - (i - 1 - k));
		column->quarter = quarter;
	}
	grid->tick_row = row;
	return i;
}

/* "x", "X", "√", "●" or another sign alone; a figure is an amount */
static bool
is_tick(const DdContext *context, DdGridCell cell)
{
	return cell.start < cell.end && cell.end - cell.start <= TICK_BYTES &&
	       !g_ascii_isdigit(context->chars[cell.start]) && context->chars[cell.start] != '-';
}

/* Are the cells of these columns ticked, not filled with amounts: "Quý I | Quý II" over "5 | 6"? */
static bool
are_ticked(const DdContext *context, const DdGrid *grid)
{
	uint32_t filled = 0, ticked = 0;
	for (uint32_t row = grid->body; row < grid->rows->len && row < grid->body + LOOK_ROWS; row++)
		for (uint32_t i = 0; i < grid->n_columns; i++) {
			DdGridCell cell = dd_grid_cell(grid, row, i);
			filled += grid->columns[i].tick > 0 && cell.start < cell.end;
			ticked += grid->columns[i].tick > 0 && is_tick(context, cell);
		}
	return ticked > 0 && ticked * 4 >= filled * 3;
}

bool
dd_table_find_ticks(const DdContext *context, DdGrid *grid)
{
	bool found = false;
	for (uint32_t row = grid->head; row <= grid->head + 1 && row < grid->rows->len && !found;
		row++) {
		for (uint32_t i = 1; i < grid->n_columns;)
			i = mark_run(context, grid, row, i);
		for (uint32_t i = 0; i < grid->n_columns; i++)
			found = found || grid->columns[i].tick > 0;
	}
	uint32_t body = grid->body;
	if (found)
		grid->body = MAX(body, grid->tick_row + 1);
	bool ticked = found && are_ticked(context, grid);
	if (!ticked)
		grid->body = body;
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		DdColumn *column = &grid->columns[i];
		if (ticked && column->tick > 0) {
			column->label = DD_LABEL_NONE;
			column->flags = 0;
		}
		column->tick = ticked ? column->tick : 0;
	}
	return ticked;
}

/* The time of the ticked columns from @from to @to, in words that the grammar of times reads */
static DdTime
time_of_run(DdContext *context, const DdGrid *grid, uint32_t from, uint32_t to)
{
	char words[48];
	const DdColumn *first = &grid->columns[from], *last = &grid->columns[to];
	static const char *const quarters[] = {"I", "II", "III", "IV"};
	DdTime time;
	bool whole = first->tick == 1 && last->tick == (first->quarter ? QUARTERS : MONTHS);
	if (whole)
		(void)g_snprintf(words, sizeof(words), "Cả năm");
	else if (first->quarter)
		(void)g_snprintf(words, sizeof(words), from < to ? "Quý %s - Quý %s" : "Quý %s",
			quarters[first->tick - 1], quarters[last->tick - 1]);
	else
		(void)g_snprintf(words, sizeof(words), from < to ? "Tháng %u - %u" : "Tháng %u",
			first->tick, last->tick);
	dd_context_scan_string(context, words);
	dd_time_parse(context->times, &context->scratch, 0, context->scratch.n,
		context->reading->document.year, context->arena, &time);
	return time;
}

void
dd_table_read_ticks(DdContext *context, const DdGrid *grid, uint32_t row, DdTask *task)
{
	DdStage stages[DD_MAX_STAGES];
	size_t n = 0;
	g_autoptr(GString) raw = g_string_new(NULL);
	for (uint32_t i = 0, to = 0; i < grid->n_columns && n < DD_MAX_STAGES; i = to + 1) {
		to = i;
		if (grid->columns[i].tick == 0 || !is_tick(context, dd_grid_cell(grid, row, i)))
			continue;
		while (to + 1 < grid->n_columns &&
			grid->columns[to + 1].tick == grid->columns[to].tick + 1 &&
			is_tick(context, dd_grid_cell(grid, row, to + 1)))
			to++;
		DdTime time = time_of_run(context, grid, i, to);
		DdGridCell first = dd_grid_cell(grid, grid->tick_row, i),
			   last = dd_grid_cell(grid, grid->tick_row, to);
		if (n == 0) {
			DdGridCell cell = dd_grid_cell(grid, row, i);
			task->time_raw.span = dd_span(cell.start, cell.end);
			task->time = time;
		}
		stages[n++] = (DdStage){.start = time.start, .end = time.end};
		if (raw->len < RAW_BYTES)
			g_string_append_printf(raw, "%s%s%s%s%s", n > 1 ? ", " : "",
				n == 1 && g_ascii_isdigit(context->chars[first.start]) ? "tháng " : "",
				dd_grid_cell_fold(context, grid, first), to > i ? " - " : "",
				to > i ? dd_grid_cell_fold(context, grid, last) : "");
	}
	if (n == 0)
		return;
	task->time_raw.value = dd_arena_strndup(context->arena, raw->str, raw->len);
	task->time_raw.confidence = 80;
	task->time_raw.rule = dd_table_rule_row;
	if (n < 2)
		return;
	task->time = (DdTime){.kind = DD_TIME_STAGED, .n_stages = (uint32_t)n, .confidence = 80};
	task->time.stages = dd_arena_memdup(context->arena, stages, n * sizeof(DdStage));
}
