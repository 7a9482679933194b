/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-time.c: the cells of a row that say when its work is done */
#include <string.h>

#include "date.h"
#include "table-roles.h"

#define HEAD_BYTES 160u /* of a head that is looked at */
#define FIGURE_BYTES 7u /* "12/2025" under "Tháng" */

/* Does the head of column @column say that its times are the last ones ("Thời hạn", "Ngày hoàn thành")? */
static bool
heads_dues(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t column)
{
	for (uint32_t row = grid->head; row < grid->body; row++) {
		DdGridCell cell = dd_grid_cell(grid, row, column);
		if (cell.start == cell.end || cell.end - cell.start > HEAD_BYTES)
			continue;
		const DdTokens *tokens = dd_grid_cell_scan(context, grid, cell).tokens;
		if (dd_phrases_search(self->dues, tokens, 0, tokens->n, NULL, NULL) >= 0)
			return true;
	}
	return false;
}

/* Returns: the token behind "Thứ Hai," at the beginning, 0 when no day of the week stands there */
static size_t
skip_weekday(const DdTokens *tokens)
{
	if (tokens->n < 3 || (!dd_token_is_text_nocase(tokens, 0, "thứ") &&
				     !dd_token_is_text_nocase(tokens, 0, "chủ")))
		return 0;
	return tokens->items[2].kind == DD_TOKEN_SIGN ? 3 : 2;
}

/*
 * A day alone, perhaps with words in brackets or a part of the day behind it, under a head that asks when something is done:
 * it is done on that day.
 */
static void
set_day(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t column,
	DdTime *time)
{
	DdDay day;
	size_t len = 0;
	const DdTokens *tokens = &context->scratch;
	size_t at = skip_weekday(tokens);
	if (time->kind != DD_TIME_BY_DATE || dd_date_is_set(time->start) ||
		!dd_date_match(context->times, tokens, at, tokens->n, &day, &len) ||
		(at + len < tokens->n && !dd_token_is_sign(tokens, at + len, '(') &&
			!dd_token_is_sign(tokens, at + len, '-')) ||
		heads_dues(self, context, grid, column))
		return;
	time->start = time->end;
}

const char *
dd_table_period_word(DdContext *context, const DdGrid *grid, uint32_t column)
{
	static const char *const words[] = {"tháng", "quý"};
	const DdTokens *tokens =
		dd_grid_cell_scan(context, grid, dd_grid_cell(grid, grid->head, column)).tokens;
	for (size_t i = 0; tokens->n == 1 && i < G_N_ELEMENTS(words); i++)
		if (dd_token_is_text_nocase(tokens, 0, words[i]))
			return words[i];
	return NULL;
}

/* "9/2025" under "Tháng", "III" under "Quý": the head says what the figure counts. Returns: what the cell means, NULL when it says it itself */
static const char *
with_unit(DdContext *context, const DdGrid *grid, uint32_t column, const char *value)
{
	const char *word = dd_table_period_word(context, grid, column);
	if (word == NULL)
		return NULL;
	g_autofree char *full = g_strdup_printf("%s %s", word, value);
	return dd_arena_strdup(context->arena, full);
}

void
dd_table_read_time(const DdTableGrammar *self, DdContext *context, const DdGrid *grid,
	const DdCellList *cells, DdTask *task)
{
	if (cells->n == 0)
		return;
	task->time_raw = dd_grid_cell_field(context, grid, cells->items[0], 90, dd_table_rule_row);
	if (cells->n > 1) {
		g_autoptr(GString) both = g_string_new(task->time_raw.value);
		for (uint32_t i = 1; i < cells->n; i++)
			g_string_append_printf(
				both, " - %s", dd_grid_cell_fold(context, grid, cells->items[i]));
		task->time_raw.value = dd_arena_strndup(context->arena, both->str, both->len);
	}
	dd_context_scan_string(context, task->time_raw.value);
	dd_time_parse(context->times, &context->scratch, 0, context->scratch.n,
		context->reading->document.year, context->arena, &task->time);
	/* what is no time by itself is kept as an event */
	bool told = task->time.kind != DD_TIME_NONE &&
		    (task->time.kind != DD_TIME_EVENT || strlen(task->time_raw.value) > FIGURE_BYTES);
	const char *full = !told && cells->n == 1
				   ? with_unit(context, grid, cells->column, task->time_raw.value)
				   : NULL;
	if (full != NULL) {
		dd_context_scan_string(context, full);
		dd_time_parse(context->times, &context->scratch, 0, context->scratch.n,
			context->reading->document.year, context->arena, &task->time);
	}
	set_day(self, context, grid, cells->column, &task->time);
}

void
dd_table_find_time(DdContext *context, const DdGrid *grid, DdGridCell work, DdTask *task)
{
	size_t at = 0, len = 0;
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if (grid->columns[i].label == DD_LABEL_TIME || grid->columns[i].tick > 0)
			return;
	if (work.next != 0 || work.start == work.end)
		return;
	dd_context_scan(context, work.start, work.end);
	const DdTokens *tokens = &context->scratch;
	if (dd_time_find_work(context->times, tokens, 0, tokens->n, context->reading->document.year,
		    context->arena, &task->time, &at, &len))
		task->time_raw = dd_context_field(context, tokens->items[at].start,
			dd_token_end(tokens, at + len - 1), 75, "time-in-text");
}
