/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-find.c: the time of a piece of work inside its running text, by the words that announce one */
#include <string.h>

#include "when-private.h"

#define NOUN_REACH 6u   /* words before "hằng năm" that may make it part of a name */
#define REPEAT_REACH 8u /* words between "trước ngày 10/12" and "hằng năm" */
#define LABEL_REACH 5u  /* words between "thời gian" and its colon */

typedef struct {
	DdTimeScan scan;
	size_t from;
	size_t clause_from, clause_to; /* of the sentence looked at last */
	bool reports;                  /* its verb is "báo cáo": its time is the report's */
	DdArena *arena;
	DdTime time;
	size_t at, len;
} Find;

static bool
is_clause_end(const DdTimeScan *scan, size_t i)
{
	if (dd_time_sign(scan, i, ';'))
		return true;
	if (!dd_time_sign(scan, i, '.'))
		return false;
	if (i + 1 >= scan->to)
		return true;
	const DdToken *next = &scan->tokens->items[i + 1];
	return (next->flags & DD_TOKEN_SPACE) && (next->flags & DD_TOKEN_CAP);
}

static bool
is_report_verb(const DdTimeScan *scan, size_t i)
{
	if (dd_time_word(scan, i) != DD_W_BAO || dd_time_word(scan, i + 1) != DD_W_CAO)
		return false;
	DdWord before = i > 0 ? dd_time_word(scan, i - 1) : DD_W_NONE;
	return before != DD_W_THANH && before != DD_W_CAC && before != DD_W_MAKE &&
	       before != DD_W_LEAD;
}

/* Looks up the sentence around @i; each is walked once, for @i only grows. */
static void
load_clause(Find *find, size_t i)
{
	if (i < find->clause_to)
		return;
	size_t at = find->clause_to > find->from ? find->clause_to : find->from;
	do {
		find->clause_from = at;
		find->reports = false;
		for (; at < find->scan.to && !is_clause_end(&find->scan, at); at++)
			find->reports = find->reports || is_report_verb(&find->scan, at);
		at++;
		find->clause_to = at;
	} while (at <= i);
	while (find->clause_from < find->scan.to &&
		find->scan.tokens->items[find->clause_from].kind == DD_TOKEN_SIGN)
		find->clause_from++;
}

static bool
is_past(const Find *find, const DdTime *time)
{
	DdDay day = dd_date_is_set(time->end) ? time->end : time->start;
	return find->scan.year != 0 && dd_date_is_set(day) && day.year < find->scan.year;
}

static bool
accept(Find *find, size_t at, size_t len)
{
	if (is_past(find, &find->time) || find->time.kind == DD_TIME_EVENT ||
		find->time.kind == DD_TIME_NONE)
		return false;
	find->at = at;
	find->len = len;
	find->time.confidence = MIN(find->time.confidence, 85);
	return true;
}

/* A period that begins at @i with its cue */
static bool
take_phrase(Find *find, size_t i)
{
	size_t len = 0;
	return !find->reports && dd_time_phrase(&find->scan, i, &find->time, &len) &&
	       accept(find, i, len);
}

/* "trước ngày 10/12 hằng năm" */
static bool
take_day_of_repeat(Find *find, size_t i)
{
	DdRepeat repeat;
	for (size_t at = i + 1; at < i + REPEAT_REACH && at < find->clause_to; at++) {
		if (!dd_time_repeat(&find->scan, at, find->arena, &repeat))
			continue;
		DdTimeScan until = find->scan;
		until.to = at + repeat.len;
		dd_time_set_repeat(&until, i, &repeat, find->arena, &find->time);
		return find->time.before != NULL && accept(find, i, at + repeat.len - i);
	}
	return false;
}

static bool
take_before(Find *find, size_t i)
{
	if (find->reports)
		return false;
	if (take_day_of_repeat(find, i))
		return true;
	return !dd_time_is(&find->scan, i + 1, DD_W_NAM) && take_phrase(find, i);
}

/* "trong quý II", "vào cuối năm 2025"; a bare "trong năm" only at the head of a sentence */
static bool
take_within(Find *find, size_t i)
{
	size_t len = 0;
	if (find->reports || dd_time_is(&find->scan, i + 1, DD_W_GIAI) ||
		dd_time_is(&find->scan, i + 1, DD_W_NHIEM) ||
		dd_time_is(&find->scan, i + 1, DD_W_CAC) || dd_time_is(&find->scan, i + 1, DD_W_THOI))
		return false;
	if (!dd_time_phrase(&find->scan, i, &find->time, &len))
		return false;
	if (len == 2 && find->time.kind == DD_TIME_WHOLE_YEAR && i != find->clause_from)
		return false;
	return accept(find, i, len);
}

static bool
is_cut(const Find *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	return i >= scan->to || i + 1 >= find->clause_to || dd_time_sign(scan, i, ',') ||
	       dd_time_sign(scan, i, ')') || dd_time_sign(scan, i, ':');
}

/* "Hằng năm, tổ chức …" and "Tổ chức … hằng năm;", not "kế hoạch hằng năm" nor "hằng năm báo cáo" */
static bool
take_each(Find *find, size_t i)
{
	DdRepeat repeat;
	if (find->reports || !dd_time_repeat(&find->scan, i, find->arena, &repeat) ||
		strcmp(repeat.every[0], "day") == 0)
		return false;
	if (i != find->clause_from) {
		if (!is_cut(find, i + repeat.len))
			return false;
		for (size_t back = 1; back <= NOUN_REACH && i >= find->clause_from + back; back++)
			if (dd_time_word(&find->scan, i - back) == DD_W_NOUN)
				return false;
	}
	DdTimeScan until = find->scan;
	until.to = MIN(find->clause_to, find->scan.to);
	dd_time_set_repeat(&until, i, &repeat, find->arena, &find->time);
	return accept(find, i, repeat.len);
}

/* "định kỳ 6 tháng", "02 lần/năm" */
static bool
take_counted(Find *find, size_t i)
{
	DdRepeat repeat;
	if (find->reports || !dd_time_repeat(&find->scan, i, find->arena, &repeat))
		return false;
	dd_time_set_repeat(&find->scan, find->scan.to, &repeat, find->arena, &find->time);
	return accept(find, i, repeat.len);
}

/* "(quý II/2025)", "(hoàn thành trước 30/6)", "(hằng năm)"; bare years and days there belong to names */
static bool
take_bracket(Find *find, size_t i)
{
	DdRepeat repeat;
	size_t len = 0;
	if (find->reports)
		return false;
	if (dd_time_word(&find->scan, i + 1) == DD_W_HANG &&
		dd_time_repeat(&find->scan, i + 1, find->arena, &repeat) &&
		dd_time_sign(&find->scan, i + 1 + repeat.len, ')')) {
		dd_time_set_repeat(&find->scan, find->scan.to, &repeat, find->arena, &find->time);
		return accept(find, i + 1, repeat.len);
	}
	if (!dd_time_phrase(&find->scan, i + 1, &find->time, &len) ||
		!dd_time_sign(&find->scan, i + 1 + len, ')'))
		return false;
	const DdTime *time = &find->time;
	bool years = time->kind == DD_TIME_YEAR ||
		     (time->kind == DD_TIME_RANGE && time->start.month == 1 &&
			     time->start.day == 1 && time->end.month == 12);
	bool day = time->kind == DD_TIME_BY_DATE &&
		   (dd_date_is_set(time->start) || dd_time_word(&find->scan, i + 1) == DD_W_DEN);
	return !years && !day && accept(find, i + 1, len);
}

/* "Năm 2025, tổ chức …", "Quý II/2025: …" at the head of a sentence */
static bool
take_head(Find *find, size_t i)
{
	size_t len = 0;
	DdWord word = dd_time_word(&find->scan, i);
	if (i != find->clause_from || find->reports || word == DD_W_GIAI || word == DD_W_NHIEM ||
		word == DD_W_DEN)
		return false;
	if (!dd_time_phrase(&find->scan, i, &find->time, &len) || find->time.kind == DD_TIME_BY_DATE)
		return false;
	return (dd_time_sign(&find->scan, i + len, ',') || dd_time_sign(&find->scan, i + len, ':')) &&
	       accept(find, i, len);
}

/* "thời gian thực hiện: quý II", "thời hạn hoàn thành trước ngày …" */
static bool
take_label(Find *find, size_t i)
{
	if (!dd_time_is(&find->scan, i + 1, DD_W_GIAN) && !dd_time_is(&find->scan, i + 1, DD_W_HAN))
		return false;
	size_t at = i + 2;
	while (at < i + 2 + LABEL_REACH && at < find->scan.to && !dd_time_sign(&find->scan, at, ':'))
		at++;
	if (!dd_time_sign(&find->scan, at, ':'))
		return take_phrase(find, i);
	size_t end = ++at;
	while (end < find->scan.to && end + 1 < find->clause_to && !dd_time_sign(&find->scan, end, ')'))
		end++;
	dd_time_parse(find->scan.grammar, find->scan.tokens, at, end, find->scan.year, find->arena,
		&find->time);
	return accept(find, at, end - at);
}

static bool
take_finished(Find *find, size_t i, size_t words)
{
	if (dd_time_is(&find->scan, i + words, DD_W_GIAI) || !take_phrase(find, i + words))
		return false;
	/* "hoàn thành 2025" and "hoàn thành đến năm 2030" say how much, not when */
	return dd_time_word(&find->scan, i + words) != DD_W_DEN;
}

static bool
take(Find *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	switch ((unsigned)dd_time_word(scan, i)) {
	case DD_W_TRUOC:
		return take_before(find, i);
	case DD_W_CHAM:
		return dd_time_is(scan, i + 1, DD_W_NHAT) &&
		       (take_day_of_repeat(find, i) || take_phrase(find, i));
	case DD_W_HOAN:
		return dd_time_is(scan, i + 1, DD_W_THANH) && take_finished(find, i, 2);
	case DD_W_XONG:
		return take_finished(find, i, 1);
	case DD_W_TRONG:
	case DD_W_VAO:
		return take_within(find, i);
	case DD_W_DINH:
		return dd_time_is(scan, i + 1, DD_W_KY) && take_counted(find, i);
	case DD_W_HANG:
		return take_each(find, i);
	case DD_W_THOI:
		return take_label(find, i);
	case DD_W_THUONG:
		if (i != find->from || find->reports || !dd_time_is(scan, i + 1, DD_W_XUYEN))
			return false;
		find->time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 75};
		return accept(find, i, 2);
	case DD_W_NAM:
	case DD_W_QUY:
	case DD_W_THANG:
	case DD_W_TU:
	case DD_W_SAU:
	case DD_W_CUOI:
	case DD_W_DAU:
		return take_head(find, i);
	default:
		return false;
	}
}

bool
dd_time_find(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena, DdTime *time_out, size_t *at_out, size_t *len_out)
{
	Find find = {.scan = dd_time_scan_make(self, tokens, to, year, false),
		.from = from,
		.arena = arena};
	while (find.from < find.scan.to && tokens->items[find.from].kind == DD_TOKEN_SIGN &&
		tokens->items[find.from].value != '(')
		find.from++;
	for (size_t i = find.from; i < find.scan.to; i++) {
		const DdToken *token = &tokens->items[i];
		bool bracket = token->kind == DD_TOKEN_SIGN && token->value == '(';
		bool times = token->kind == DD_TOKEN_NUMBER &&
			     dd_time_word(&find.scan, i + 1) == DD_W_LAN;
		if (!bracket && !times &&
			(token->kind != DD_TOKEN_WORD || token->fold == 0 ||
				dd_time_word(&find.scan, i) == DD_W_NONE))
			continue;
		load_clause(&find, i);
		if (bracket     ? !take_bracket(&find, i)
			: times ? !take_counted(&find, i)
				: !take(&find, i))
			continue;
		*time_out = find.time;
		*at_out = find.at;
		*len_out = find.len;
		return true;
	}
	return false;
}
