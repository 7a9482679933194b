/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-stages.c: values of several stages: "Năm 2022: xây dựng. Năm 2023: thực hiện", "Dự thảo: quý I; trình: quý II" */
#include "maxima.h"
#include "when-private.h"

/* A place in the value where a stage's words and its time meet */
typedef struct {
	size_t from, to;           /* of the words */
	size_t time_from, time_to; /* of the time, colon not included */
	DdTime time;
} Stage;

typedef struct {
	Stage items[DD_MAX_STAGES];
	size_t n;
} Stages;

/* Where a clause ends: ';', or '.' before a capital or the end */
static bool
is_end(const DdTimeScan *scan, size_t i)
{
	if (dd_time_sign(scan, i, ';'))
		return true;
	if (i + 1 < scan->to && (scan->tokens->items[i + 1].flags & DD_TOKEN_LINE) &&
		!dd_time_sign(scan, i, ',') && !dd_time_is(scan, i, DD_W_QUY) &&
		(dd_token_is_cap(scan->tokens, i + 1) || dd_time_sign(scan, i + 1, '-') ||
			dd_time_sign(scan, i + 1, '+')) &&
		!dd_time_sign(scan, i, ':') && !scan->broken)
		return true;
	if (!dd_time_sign(scan, i, '.'))
		return false;
	if (i + 1 >= scan->to)
		return true;
	const DdToken *next = &scan->tokens->items[i + 1];
	return (next->flags & DD_TOKEN_SPACE) &&
	       ((next->flags & DD_TOKEN_CAP) || next->kind == DD_TOKEN_NUMBER ||
		       dd_time_sign(scan, i + 1, '-'));
}

/* A colon that is not of "13:30" */
static bool
is_colon(const DdTimeScan *scan, size_t i)
{
	if (!dd_time_sign(scan, i, ':'))
		return false;
	bool clock = i > 0 && scan->tokens->items[i - 1].kind == DD_TOKEN_NUMBER &&
		     i + 1 < scan->to && scan->tokens->items[i + 1].kind == DD_TOKEN_NUMBER &&
		     !(scan->tokens->items[i + 1].flags & DD_TOKEN_SPACE);
	return !clock;
}

static size_t
skip_signs(const DdTimeScan *scan, size_t i)
{
	while (i < scan->to && scan->tokens->items[i].kind == DD_TOKEN_SIGN)
		i++;
	return i;
}

/* "TIME: words. TIME: words" */
static void
find_time_first(const DdTimeScan *scan, size_t from, Stages *stages)
{
	bool begins = true;
	for (size_t i = from; i < scan->to && stages->n < DD_MAX_STAGES; i++) {
		size_t at = begins ? skip_signs(scan, i) : i, len = 0;
		DdTime time;
		if (begins && dd_time_phrase(scan, at, &time, &len) && is_colon(scan, at + len)) {
			if (stages->n > 0)
				stages->items[stages->n - 1].to = i;
			stages->items[stages->n++] = (Stage){.from = at + len + 1,
				.to = scan->to,
				.time_from = at,
				.time_to = at + len,
				.time = time};
			i = at + len;
		}
		begins = is_end(scan, i) || dd_time_sign(scan, i, ',');
	}
}

/* "words: TIME, words: TIME; words" */
static void
find_words_first(const DdTimeScan *scan, size_t from, Stages *stages)
{
	size_t begin = from;
	for (size_t i = from; i < scan->to && stages->n < DD_MAX_STAGES; i++) {
		DdTime time;
		size_t len = 0;
		size_t at = skip_signs(scan, i + 1);
		if (!is_colon(scan, i) || !dd_time_phrase(scan, at, &time, &len))
			continue;
		stages->items[stages->n++] = (Stage){
			.from = begin, .to = i, .time_from = at, .time_to = at + len, .time = time};
		begin = at + len;
		i = begin - 1;
	}
	/* a last clause without a time of its own: "; thực hiện ở các năm tiếp theo" */
	size_t last = skip_signs(scan, begin);
	if (stages->n >= 2 && stages->n < DD_MAX_STAGES && last > begin && last + 2 < scan->to)
		stages->items[stages->n++] = (Stage){.from = last, .to = scan->to};
}

/* Returns: token behind the words of a time at @at that are as well the end of what is done: "vận hành quý IV" */
static size_t
skip_verb(const DdTimeScan *scan, size_t at)
{
	/* "xúc tiến hằng năm 2027 - 2030" */
	if (at > 0 && dd_time_is(scan, at - 1, DD_W_HANG) && dd_time_is(scan, at, DD_W_NAM))
		return at + 1;
	while (dd_time_is(scan, at, DD_W_LEAD))
		at++;
	return at;
}

/* "sơ kết 2028": a year and nothing else at the end of a clause */
static bool
read_bare_year(const DdTimeScan *clause, size_t begin, Stage *stage)
{
	size_t last = clause->to;
	while (last > begin && clause->tokens->items[last - 1].kind == DD_TOKEN_SIGN)
		last--;
	if (last < begin + 2 || clause->tokens->items[last - 1].kind != DD_TOKEN_NUMBER ||
		clause->tokens->items[last - 2].kind != DD_TOKEN_WORD ||
		clause->tokens->items[last - 1].len != 4)
		return false;
	int year = (int)clause->tokens->items[last - 1].value;
	if (year < 2000 || year > 2199)
		return false;
	*stage = (Stage){.from = begin, .to = last - 1, .time_from = last - 1, .time_to = last};
	stage->time = (DdTime){.kind = DD_TIME_YEAR,
		.start = dd_date_make(year, 1, 1),
		.end = dd_date_make(year, 12, 31)};
	return true;
}

/* "kiểm tra hằng năm": a stage that comes again has no days */
static bool
read_repeated(const DdTimeScan *clause, size_t begin, DdArena *arena, Stage *stage)
{
	if (!dd_time_may_repeat(clause, begin))
		return false;
	for (size_t at = begin; at < clause->to; at++) {
		DdRepeat repeat;
		if (!dd_time_repeat(clause, at, arena, &repeat))
			continue;
		bool ends = skip_signs(clause, at + repeat.len) >= clause->to;
		if (ends ? at == begin : at > begin)
			return false;
		*stage = (Stage){.from = begin, .to = clause->to, .time_to = clause->to};
		return true;
	}
	return false;
}

/* A clause with one time, at its end or its beginning. Returns: FALSE when it has none there, or nothing else */
static bool
read_clause(const DdTimeScan *scan, size_t begin, size_t end, DdArena *arena, Stage *stage)
{
	DdTimeScan clause = *scan;
	clause.to = end;
	*stage = (Stage){.from = begin, .to = end};
	for (size_t at = begin; at < end; at++) {
		size_t len = 0;
		if (!dd_time_phrase(&clause, at, &stage->time, &len))
			continue;
		size_t verb = skip_verb(&clause, at);
		bool closes = skip_signs(&clause, at + len) >= end;
		if (closes)
			stage->to = verb;
		else if (at == begin)
			stage->from = at + len;
		else
			return false;
		stage->time_to = at + len;
		return stage->to > stage->from;
	}
	return read_bare_year(&clause, begin, stage) || read_repeated(&clause, begin, arena, stage);
}

/* Does a stage end at the comma @i: "đặt hàng năm 2027, nghiệm thu năm 2028"? Its time stands before, that of the next behind it */
static bool
is_stage_comma(const DdTimeScan *scan, size_t begin, size_t i, DdArena *arena)
{
	Stage before, behind;
	size_t end = i + 1;
	if (!dd_time_sign(scan, i, ',') || i < begin + 2)
		return false;
	while (end < scan->to && !is_end(scan, end) && !dd_time_sign(scan, end, ','))
		end++;
	if (!read_clause(scan, begin, i, arena, &before) || before.time.kind == DD_TIME_NONE ||
		!read_clause(scan, i + 1, end, arena, &behind) || behind.time.kind == DD_TIME_NONE)
		return false;
	/* both in the same order: "năm 2027 đặt hàng, năm 2028 nghiệm thu" */
	return before.to < before.time_to
		       ? behind.to < behind.time_to
		       : before.from >= before.time_to && behind.from >= behind.time_to;
}

/* "words TIME; words TIME": each clause has one time, at its end or its beginning */
static void
find_clauses(const DdTimeScan *scan, size_t from, DdArena *arena, Stages *stages)
{
	size_t begin = skip_signs(scan, from), dated = 0;
	for (size_t i = from; i <= scan->to && stages->n < DD_MAX_STAGES; i++) {
		if (i < scan->to && !is_end(scan, i) && !is_stage_comma(scan, begin, i, arena))
			continue;
		size_t end = i;
		if (i < scan->to && scan->tokens->items[i].kind != DD_TOKEN_SIGN)
			end = i + 1;
		Stage stage;
		if (!read_clause(scan, begin, end, arena, &stage))
			break;
		dated += stage.time.kind != DD_TIME_NONE;
		stages->items[stages->n++] = stage;
		begin = skip_signs(scan, end);
		if (begin >= scan->to)
			break;
		i = MAX(i, begin - 1);
	}
	if (dated == 0)
		stages->n = 0;
}

/* "Bắt đầu: tháng 1/2025; kết thúc: tháng 12/2025" is one range */
static bool
is_range(const DdTimeScan *scan, const Stages *stages)
{
	const Stage *first = &stages->items[0], *last = &stages->items[1];
	if (stages->n != 2 || !dd_time_is(scan, first->from, DD_W_BAT))
		return false;
	size_t at = skip_signs(scan, last->from);
	return (dd_time_is(scan, at, DD_W_KET) && dd_time_is(scan, at + 1, DD_W_THUC)) ||
	       (dd_time_is(scan, at, DD_W_HOAN) && dd_time_is(scan, at + 1, DD_W_THANH));
}

/* Does the item of a list end at token @i: at ",", ";" or "và"? */
static bool
is_item_end(const DdTimeScan *scan, size_t i)
{
	return dd_time_sign(scan, i, ',') || dd_time_sign(scan, i, ';') ||
	       dd_time_is(scan, i, DD_W_VA);
}

/* Where the item of a list that begins at @i ends; 0 when it is a range */
static size_t
item_end(const DdTimeScan *scan, size_t i)
{
	for (; i < scan->to; i++) {
		if (is_item_end(scan, i))
			return i;
		if (dd_time_sign(scan, i, '-') || dd_time_is(scan, i, DD_W_DEN))
			return 0;
	}
	return i;
}

/* Reads the items of a list, all of one kind, where no year is said of year @scan->year. Returns: FALSE when it is none */
static bool
read_items(const DdTimeScan *scan, size_t from, Stages *stages)
{
	stages->n = 0;
	for (size_t i = from; i < scan->to && stages->n < DD_MAX_STAGES;) {
		DdTimeScan item = *scan;
		Stage *stage = &stages->items[stages->n];
		size_t len = 0;
		item.to = item_end(scan, i);
		if (item.to == 0 || !dd_time_phrase(&item, i, &stage->time, &len) ||
			skip_signs(&item, i + len) < item.to)
			return false;
		if (stage->time.kind != stages->items[0].time.kind ||
			stage->time.kind == DD_TIME_FROM || !dd_date_is_set(stage->time.end))
			return false;
		stage->from = stage->to = i;
		stages->n++;
		i = skip_signs(scan, item.to + dd_time_is(scan, item.to, DD_W_VA));
	}
	return stages->n > 1;
}

/* "Quý II, Quý IV", "tháng 6 và tháng 12/2025": the work comes more than once. Nothing but periods, with gaps between */
static void
find_list(const DdTimeScan *scan, size_t from, Stages *stages)
{
	bool gap = false;
	DdTimeScan dated = *scan;
	from += dd_time_is(scan, from, DD_W_CAC); /* "Các ngày 01/3, 15/3 và 29/3/2026" */
	bool list = read_items(scan, from, stages);
	if (list) { /* the year is said once, at the end */
		dated.year = stages->items[stages->n - 1].time.end.year;
		list = dated.year == scan->year || read_items(&dated, from, stages);
	}
	for (size_t i = 1; list && i < stages->n; i++) {
		const DdTime *last = &stages->items[i - 1].time, *time = &stages->items[i].time;
		DdDay start = dd_date_is_set(time->start) ? time->start : time->end;
		gap = gap || dd_date_compare(dd_date_add_days(last->end, 1), start) < 0;
	}
	if (!gap)
		stages->n = 0;
}

/* "Quý IV/2025 và năm 2026": two periods of different kinds, the second where the first ends, and nothing else */
static bool
read_adjacent(const DdTimeScan *scan, size_t from, DdTime *time_out)
{
	DdTime first, second;
	size_t len = 0;
	DdTimeScan item = *scan;
	item.to = item_end(scan, from);
	if (item.to == 0 || item.to + 1 >= scan->to || !dd_time_phrase(&item, from, &first, &len) ||
		skip_signs(&item, from + len) < item.to)
		return false;
	size_t next = skip_signs(scan, item.to + dd_time_is(scan, item.to, DD_W_VA));
	if (!dd_time_phrase(scan, next, &second, &len) || skip_signs(scan, next + len) < scan->to ||
		first.kind == second.kind || !dd_date_is_set(first.start) ||
		!dd_date_is_set(first.end) || !dd_date_is_set(second.start) ||
		!dd_date_is_set(second.end) ||
		dd_date_compare(dd_date_add_days(first.end, 1), second.start) != 0)
		return false;
	*time_out = (DdTime){
		.kind = DD_TIME_RANGE, .start = first.start, .end = second.end, .confidence = 90};
	return true;
}

/* Is there a colon, or an end of a clause or of an item with something behind it? Mostly a value is one time and nothing else. */
static bool
may_have_stages(const DdTimeScan *scan, size_t from)
{
	for (size_t i = from; i < scan->to; i++)
		if (dd_time_sign(scan, i, ':') ||
			(i + 1 < scan->to && (is_end(scan, i) || is_item_end(scan, i))))
			return true;
	return false;
}

bool
dd_time_stages(const DdTimeScan *scan, size_t from, DdArena *arena, DdTime *time_out)
{
	Stages stages = {.n = 0};
	if (!may_have_stages(scan, from))
		return false;
	find_time_first(scan, from, &stages);
	if (stages.n < 2) {
		stages.n = 0;
		find_words_first(scan, from, &stages);
	}
	if (stages.n < 2) {
		stages.n = 0;
		find_clauses(scan, from, arena, &stages);
	}
	if (stages.n < 2) {
		stages.n = 0;
		find_list(scan, from, &stages);
	}
	if (stages.n < 2)
		return read_adjacent(scan, from, time_out);
	if (is_range(scan, &stages)) {
		*time_out = (DdTime){.kind = DD_TIME_RANGE,
			.start = stages.items[0].time.start,
			.end = stages.items[1].time.end,
			.confidence = 90};
		return true;
	}
	*time_out = (DdTime){.kind = DD_TIME_STAGED, .n_stages = (uint32_t)stages.n, .confidence = 90};
	time_out->stages = dd_arena_alloc(arena, stages.n * sizeof(DdStage));
	for (size_t i = 0; i < stages.n; i++) {
		const Stage *stage = &stages.items[i];
		time_out->stages[i] = (DdStage){
			.what = dd_time_quote(scan->tokens, stage->from, stage->to, arena),
			.start = stage->time.start,
			.end = stage->time.end};
	}
	return true;
}
