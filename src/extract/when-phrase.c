/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-phrase.c: a period with the words around it: before it, until it, from it on, from one to another */
#include <string.h>

#include "letter.h"
#include "when-private.h"

#define LEAD_MAX 14u /* words before the period that are looked at */
#define TAIL_MAX 6u  /* words behind it: "và những năm tiếp theo" */

/* What the words before a period say */
typedef struct {
	bool before, by, after, from, within, whole;
	size_t len;
} Lead;

/* Letters of a short word; scanners read "từ" as "Tir", "T", "TU" and glue it to "năm" */
static size_t
short_bare(const DdTimeScan *scan, size_t i, char bare[8])
{
	size_t n = 0;
	if (i >= scan->to || scan->tokens->items[i].kind != DD_TOKEN_WORD ||
		scan->tokens->items[i].len > 14)
		return 0;
	const char *at = scan->tokens->text + scan->tokens->items[i].start;
	const char *end = at + scan->tokens->items[i].len;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		if (n == 7)
			return 0;
		bare[n++] = dd_letter_of(c).fold;
	}
	bare[n] = '\0';
	return n;
}

static bool
year_follows(const DdTimeScan *scan, size_t i)
{
	size_t len = 0;
	return dd_time_number(scan, i, &len) >= 1945;
}

/* "Từnăm", "Tirndm" before a year */
static bool
is_glued_from(const DdTimeScan *scan, size_t i)
{
	char bare[8];
	size_t n = short_bare(scan, i, bare);
	return n >= 4 && bare[0] == 't' && bare[n - 3] == 'n' && bare[n - 1] == 'm' &&
	       year_follows(scan, i + 1);
}

/* A broken "từ" before "năm" and a year */
static bool
is_broken_from(const DdTimeScan *scan, size_t i)
{
	char bare[8];
	size_t n = scan->broken ? short_bare(scan, i, bare) : 0;
	return n >= 1 && n <= 3 && bare[0] == 't' && dd_time_is(scan, i + 1, DD_W_NAM) &&
	       year_follows(scan, i + 2);
}

size_t
dd_time_clock_len(const DdTimeScan *scan, size_t i)
{
	size_t len = 0, at = i;
	int hour = dd_time_number(scan, at, &len);
	if (hour < 0 || hour > 24)
		return 0;
	at += len;
	if (!dd_time_is(scan, at, DD_W_HOUR) && !dd_time_sign(scan, at, ':'))
		return 0;
	at++;
	int minute = dd_time_number(scan, at, &len);
	if (minute >= 0 && minute < 60)
		at += len;
	at += dd_time_is(scan, at, DD_W_PHUT);
	at += dd_time_sign(scan, at, ',');
	return at - i;
}

/* One word or pair of words before a period. Returns: tokens, 0 when the words end */
static size_t
lead_word(const DdTimeScan *scan, size_t i, Lead *lead)
{
	switch ((unsigned)dd_time_word(scan, i)) {
	case DD_W_TRUOC:
		lead->before = true;
		return 1;
	case DD_W_DEN:
	case DD_W_HET:
		lead->by = true;
		return 1;
	case DD_W_CHAM:
		lead->by = true;
		return dd_time_is(scan, i + 1, DD_W_NHAT) ? 2 : 0;
	case DD_W_QUA: /* không quá, quá */
		lead->by = true;
		return 1;
	case DD_W_SAU:
		lead->after = true;
		return 1;
	case DD_W_TU:
		lead->from = true;
		return 1;
	case DD_W_TRONG:
		lead->within = true;
		return 1;
	case DD_W_CA:
		lead->whole = true;
		return 1;
	case DD_W_XONG:
	case DD_W_VAO:
	case DD_W_LEAD:
		return 1;
	case DD_W_HOAN:
		return dd_time_is(scan, i + 1, DD_W_THANH) ? 2 : 0;
	case DD_W_BAT:
		return dd_time_is(scan, i + 1, DD_W_DAU) ? 2 : 0;
	case DD_W_THOI:
		/* thời gian, thời hạn, thời điểm */
		if (dd_time_is(scan, i + 1, DD_W_GIAN) || dd_time_is(scan, i + 1, DD_W_HAN) ||
			dd_time_word(scan, i + 1) == DD_W_LEAD)
			return 2;
		return 0;
	default:
		break;
	}
	if (dd_time_is(scan, i, DD_W_TRUOC)) {
		lead->before = true;
		return 1;
	}
	if (dd_time_is(scan, i, DD_W_TRONG)) {
		lead->within = true;
		return 1;
	}
	size_t torn = dd_time_torn(scan, i, DD_W_TRUOC);
	lead->before = lead->before || torn != 0;
	return torn;
}

static Lead
read_lead(const DdTimeScan *scan, size_t i)
{
	Lead lead = {0};
	if (is_broken_from(scan, i)) {
		lead.from = true;
		lead.len = 1;
		return lead;
	}
	while (lead.len < LEAD_MAX) {
		size_t len = lead_word(scan, i + lead.len, &lead);
		if (len == 0)
			break;
		lead.len += len;
	}
	if (lead.before || lead.by || lead.from)
		lead.len += dd_time_clock_len(scan, i + lead.len);
	return lead;
}

/* "và những năm tiếp theo", "trở đi", "và các năm sau" behind a period. Returns: tokens, 0 none */
static size_t
goes_on_len(const DdTimeScan *scan, size_t i)
{
	for (size_t at = i; at < i + TAIL_MAX && at < scan->to; at++) {
		DdWord word = dd_time_word(scan, at);
		if (dd_time_is(scan, at, DD_W_TIEP) ||
			(word == DD_W_TRO && dd_time_is(scan, at + 1, DD_W_DI)))
			return at - i +
			       (dd_time_is(scan, at + 1, DD_W_THEO) || word == DD_W_TRO ? 2 : 1);
		if (word == DD_W_SAU && at > i && dd_time_is(scan, at - 1, DD_W_NAM))
			return at - i + 1;
		bool near_end = scan->broken && scan->tokens->items[at].kind == DD_TOKEN_WORD;
		bool comma = at == i && dd_time_sign(scan, at, ',');
		if (word != DD_W_VA && word != DD_W_CAC && word != DD_W_NAM && word != DD_W_THANG &&
			word != DD_W_QUY && !near_end && !comma)
			return 0;
	}
	return 0;
}

/* Gives the first of two periods what only the second says: "từ tháng 3 đến tháng 6/2025". */
static void
inherit(DdPeriod *first, const DdPeriod *last)
{
	if (first->unit == DD_UNIT_DAY && first->first == 0) {
		first->first = first->last = last->first;
		first->impossible = last->impossible;
	}
	if (first->year == 0 && last->year != 0 && first->unit != DD_UNIT_YEAR) {
		bool turn = first->unit == last->unit && first->first > last->first;
		first->year = turn ? last->year - 1 : last->year;
	}
}

/*
 * Reads the second period of a range behind @i. A comma or "và" joins only what follows without a gap.
 * Returns: tokens of the joint and the period, 0 none
 */
static size_t
second_len(const DdTimeScan *scan, size_t i, const DdPeriod *first, DdPeriod *last, bool from)
{
	bool range = dd_time_sign(scan, i, '-') || dd_time_is(scan, i, DD_W_DEN);
	bool list = dd_time_is(scan, i, DD_W_VA) || dd_time_sign(scan, i, ',') ||
		    dd_time_sign(scan, i, ';');
	size_t at = i + 1;
	if (!range && !list && !(from && dd_time_sign(scan, i, ',')))
		return 0;
	if (list && dd_time_is(scan, at, DD_W_DEN)) {
		range = true;
		at++;
	}
	at += range && dd_time_is(scan, at, DD_W_HET);
	DdTimeScan cued = *scan;
	cued.cued = scan->cued || range;
	if (!dd_time_period(&cued, at, last))
		return 0;
	/* "2 tháng 6 - 5 tháng đầu năm": only like joins like, or years end a range of anything */
	if (!range && (last->unit != first->unit || first->unit == DD_UNIT_DAY || last->impossible))
		return 0;
	DdPeriod probe = *first;
	DdDay start, end, next, unused;
	inherit(&probe, last);
	dd_time_days(scan, &probe, &start, &end);
	dd_time_days(scan, last, &next, &unused);
	if (!range && dd_date_compare(dd_date_add_days(end, 1), next) != 0)
		return 0;
	return at + last->len - i;
}

static bool
is_single(const DdPeriod *period)
{
	if (period->unit == DD_UNIT_YEAR)
		return period->year_last <= period->year;
	if (period->unit == DD_UNIT_DAY)
		return period->day == period->day_last;
	return period->unit != DD_UNIT_MONTHS && period->unit != DD_UNIT_SCHOOL_YEAR &&
	       period->first == period->last;
}

static DdTimeKind
kind_of(const DdPeriod *period, const Lead *lead)
{
	if (!is_single(period))
		return DD_TIME_RANGE;
	switch (period->unit) {
	case DD_UNIT_DAY:
		return DD_TIME_BY_DATE;
	case DD_UNIT_MONTH:
		return DD_TIME_MONTH;
	case DD_UNIT_QUARTER:
		return DD_TIME_QUARTER;
	case DD_UNIT_YEAR:
		/* "cả năm 2025" and "trong năm" are the plan's own year, "trong năm 2025" names one */
		return (lead->whole || (lead->within && period->year == 0)) && !period->vague
			       ? DD_TIME_WHOLE_YEAR
			       : DD_TIME_YEAR;
	case DD_UNIT_MONTHS:
	case DD_UNIT_SCHOOL_YEAR:
	default:
		return DD_TIME_RANGE;
	}
}

/* Fills @time from one period and the words before it. */
static void
fill_one(const DdTimeScan *scan, const DdPeriod *period, const Lead *lead, bool onward, DdTime *time)
{
	DdDay start, end;
	dd_time_days(scan, period, &start, &end);
	*time = (DdTime){.confidence = period->vague ? 75 : 95};
	if (!dd_date_is_set(end))
		time->confidence = 70;
	bool one = is_single(period) || period->unit == DD_UNIT_SCHOOL_YEAR;
	if (onward || (lead->from && one && !lead->by && !lead->before)) {
		time->kind = DD_TIME_FROM;
		time->start = start;
	} else if (lead->before) {
		time->kind = DD_TIME_BY_DATE;
		/* before a day: that day is the last; before a month: the day before it begins */
		time->end = period->unit == DD_UNIT_DAY || period->vague
				    ? end
				    : dd_date_add_days(start, -1);
	} else if (lead->after && !lead->from) {
		time->kind = DD_TIME_FROM;
		time->start = dd_date_add_days(end, 1);
	} else if (lead->by && is_single(period)) {
		time->kind = DD_TIME_BY_DATE;
		time->end = end;
	} else {
		time->kind = kind_of(period, lead);
		/* a bare day in a plan is the last day for the work */
		time->start = time->kind == DD_TIME_BY_DATE ? DD_DATE_NONE : start;
		time->end = end;
	}
}

/* "trong năm", "cả năm" without a year: the plan's. Returns: tokens, 0 none */
static size_t
this_year_len(const DdTimeScan *scan, size_t i, const Lead *lead)
{
	if ((!lead->within && !lead->whole) || !dd_time_is(scan, i, DD_W_NAM) ||
		dd_time_is(scan, i + 1, DD_W_HOC))
		return 0;
	/* "trong năm đầu", "trong năm nay": the first is another year */
	if (dd_time_is(scan, i + 1, DD_W_DAU) || dd_time_is(scan, i + 1, DD_W_SAU))
		return 0;
	return dd_time_is(scan, i + 1, DD_W_NAY) ? 2 : 1;
}

/* Reads the period behind @lead. Returns: FALSE when there is none */
static bool
read_period(const DdTimeScan *scan, size_t *at, Lead *lead, DdPeriod *period)
{
	if (is_glued_from(scan, *at)) {
		lead->from = true;
		++*at;
	}
	/* "từ nay đến …" */
	if (lead->from && dd_time_is(scan, *at, DD_W_NAY) && dd_time_is(scan, *at + 1, DD_W_DEN)) {
		Lead rest = read_lead(scan, *at + 1);
		*at += 1 + rest.len;
		*lead = rest;
	}
	DdTimeScan cued = *scan;
	cued.cued = scan->cued || lead->before || lead->by || lead->from || lead->after;
	if (dd_time_period(&cued, *at, period))
		return true;
	size_t len = this_year_len(scan, *at, lead);
	*period = (DdPeriod){.unit = DD_UNIT_YEAR, .len = len};
	return len != 0;
}

/* In clean text most words begin no time, and this tells so at once */
static bool
may_begin(const DdTimeScan *scan, size_t i)
{
	static const bool leads[DD_W_LAST] = {
		[DD_W_TRUOC] = true,
		[DD_W_DEN] = true,
		[DD_W_HET] = true,
		[DD_W_CHAM] = true,
		[DD_W_QUA] = true,
		[DD_W_SAU] = true,
		[DD_W_TU] = true,
		[DD_W_TRONG] = true,
		[DD_W_CA] = true,
		[DD_W_XONG] = true,
		[DD_W_VAO] = true,
		[DD_W_LEAD] = true,
		[DD_W_HOAN] = true,
		[DD_W_BAT] = true,
		[DD_W_THOI] = true,
	};
	if (scan->broken || leads[dd_time_word(scan, i)] || dd_time_may_begin_period(scan, i))
		return true;
	if (i + 1 >= scan->to || scan->tokens->items[i + 1].kind != DD_TOKEN_NUMBER)
		return false;
	char first = scan->tokens->text[scan->tokens->items[i].start];
	return first == 't' || first == 'T'; /* "Từnăm 2025" */
}

bool
dd_time_phrase(const DdTimeScan *scan, size_t i, DdTime *time_out, size_t *len_out)
{
	if (!may_begin(scan, i))
		return false;
	Lead lead = read_lead(scan, i);
	size_t at = i + lead.len;
	DdPeriod period, last;
	if (at > scan->to || !read_period(scan, &at, &lead, &period))
		return false;
	at += period.len;
	size_t more = lead.before || lead.after ? 0 : second_len(scan, at, &period, &last, lead.from);
	/* "ngày 5" says a day only with a month from somewhere */
	if (more == 0 && period.unit == DD_UNIT_DAY && period.first == 0)
		return false;
	if (more != 0) {
		inherit(&period, &last);
		DdDay middle;
		*time_out = (DdTime){
			.kind = DD_TIME_RANGE, .confidence = period.vague || last.vague ? 80 : 95};
		dd_time_days(scan, &period, &time_out->start, &middle);
		dd_time_days(scan, &last, &middle, &time_out->end);
		period.impossible = period.impossible || last.impossible ||
				    (dd_date_is_set(time_out->end) &&
					    dd_date_compare(time_out->start, time_out->end) > 0);
		at += more;
	}
	size_t tail = more == 0 ? goes_on_len(scan, at) : 0;
	if (more == 0)
		fill_one(scan, &period, &lead, tail != 0, time_out);
	at += tail;
	if (period.impossible)
		*time_out = (DdTime){.kind = DD_TIME_EVENT, .confidence = 30};
	*len_out = at - i;
	return true;
}
