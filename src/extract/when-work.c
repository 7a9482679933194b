/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-work.c: the times of a piece of work whose clauses have days of their own */
#include "maxima.h"
#include "when-find.h"

/* A deadline or a period of days: what a stage of work has */
static bool
is_stage(const DdFind *find)
{
	DdTimeKind kind = find->best.kind;
	bool said = find->rank == DD_RANK_SAID || (find->rank == DD_RANK_REPORT && !find->staged);
	return said && dd_date_is_set(find->best.end) &&
	       (kind == DD_TIME_BY_DATE || kind == DD_TIME_MONTH || kind == DD_TIME_QUARTER ||
		       (kind == DD_TIME_RANGE && find->staged));
}

/* "khởi công trong quý I, bàn giao trước ngày 15/8": two days, or a later time of some words of its own */
static bool
follows(const DdFind *last, const DdFind *next)
{
	if (next->best.kind == DD_TIME_BY_DATE && last->best.kind == DD_TIME_BY_DATE)
		return true;
	return next->at > next->from + 1 && dd_time_word(&next->scan, next->from) != DD_W_HOAN &&
	       dd_date_compare(last->best.end, next->best.end) < 0;
}

/*
 * Looks behind the time of one stage for that of the next: a clause or sentence on, or behind a comma ("trình trước ngày
 * 30/4/2025, ban hành trước ngày 31/5/2025")
 */
static bool
find_next_stage(const DdFind *last, size_t to, DdFind *next)
{
	size_t from = last->at + last->len, end = from;
	*next = (DdFind){
		.scan = last->scan, .arena = last->arena, .reporting = last->reporting, .staged = true};
	while (end < to && !dd_find_is_clause_end(&last->scan, end))
		end++;
	if (dd_time_sign(&last->scan, from, ',')) {
		next->from = from + 1;
		next->scan.to = end;
		next->rank = DD_RANK_NONE;
		if (dd_find_first(next) && is_stage(next) && follows(last, next))
			return true;
		*next = (DdFind){.scan = last->scan,
			.arena = last->arena,
			.reporting = last->reporting,
			.staged = true};
	}
	next->from = end + 1;
	next->scan.to = to;
	next->rank = DD_RANK_NONE;
	return end < to && dd_find_first(next) && is_stage(next);
}

/* "chia làm 02 đợt: đợt 1 …": does what a colon announces begin at @i? */
static bool
begins_list(const DdTimeScan *scan, size_t i)
{
	return dd_time_sign(scan, i - 1, ':') && (scan->tokens->items[i].flags & DD_TOKEN_SPACE);
}

/* What is to be done in a stage stands before its time, or behind it where the clause begins with the time. */
static DdStage
stage_of(const DdFind *find)
{
	const DdTokens *tokens = find->scan.tokens;
	size_t from = find->at, end = find->at + find->len, to = end;
	while (from > find->from && !dd_find_is_clause_end(&find->scan, from - 1) &&
		!begins_list(&find->scan, from))
		from--;
	const char *what = dd_time_quote(tokens, from, find->at, find->arena);
	while (what == NULL && to < find->scan.to && !dd_find_is_clause_end(&find->scan, to))
		to++;
	if (what == NULL)
		what = dd_time_quote(tokens, end, to, find->arena);
	return (DdStage){.what = what, .start = find->best.start, .end = find->best.end};
}

bool
dd_time_find_work(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	int year, DdArena *arena, DdTime *time_out, size_t *at_out, size_t *len_out)
{
	DdFind first = dd_find_begin(self, tokens, from, to, year, arena), last, next;
	DdStage stages[DD_MAX_STAGES];
	size_t n = 0;
	if (!dd_find_first(&first))
		return false;
	*time_out = first.best;
	*at_out = first.at;
	*len_out = first.len;
	last = first;
	for (; n < DD_MAX_STAGES && is_stage(&last) && find_next_stage(&last, first.scan.to, &next);
		last = next) {
		if (n == 0)
			stages[n++] = stage_of(&first);
		stages[n++] = stage_of(&next);
	}
	if (n < 2)
		return true;
	*time_out = (DdTime){.kind = DD_TIME_STAGED, .n_stages = (uint32_t)n, .confidence = 75};
	time_out->stages = dd_arena_memdup(arena, stages, n * sizeof(DdStage));
	*len_out = last.at + last.len - first.at;
	return true;
}
