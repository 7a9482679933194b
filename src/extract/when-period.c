/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-period.c: days, months, quarters and years as plans write them, and lists and ranges of one unit */
#include "when-private.h"

#define YEAR_FIRST 1945
#define YEAR_END 2100
#define LIST_MAX 12u /* months or years in one list */

static bool
is_year(int number)
{
	return number >= YEAR_FIRST && number < YEAR_END;
}

/* Reads a year of four digits at @i. Returns: it, 0 none */
static int
year_at(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	int year = dd_time_number(scan, i, len_out);
	/* 1.2024, 2024/QĐ: part of something else */
	return is_year(year) ? year : 0;
}

/* What says the year behind a month or quarter: "/2025", "năm 2025", ", năm 2025". Returns: tokens, 0 none */
static size_t
year_tail(const DdTimeScan *scan, size_t i, int *year)
{
	size_t at = i, len = 0;
	if (dd_time_sign(scan, at, '/') || dd_time_sign(scan, at, '-') || dd_time_sign(scan, at, '.')) {
		*year = year_at(scan, at + 1, &len);
		return *year != 0 ? 1 + len : 0;
	}
	at += dd_time_sign(scan, at, ',');
	at += dd_time_is(scan, at, DD_W_CUA);
	if (dd_time_is(scan, at, DD_W_NAM))
		at++;
	else if (at != i)
		return 0;
	*year = year_at(scan, at, &len);
	if (*year != 0)
		return at - i + len;
	return at > i && dd_time_is(scan, at, DD_W_NAY) ? at - i + 1 : 0;
}

/* Returns: tokens of what joins a list or range at @i: "-", ",", "và", "đến", "/" not; 0 none */
static size_t
joint(const DdTimeScan *scan, size_t i)
{
	if (dd_time_sign(scan, i, ',') && dd_time_is(scan, i + 1, DD_W_VA))
		return 2;
	return dd_time_sign(scan, i, '-') || dd_time_sign(scan, i, ',') ||
	       dd_time_sign(scan, i, '+') || dd_time_is(scan, i, DD_W_VA) ||
	       dd_time_is(scan, i, DD_W_DEN);
}

/* Takes @number behind the joint at @i; "tháng 11 - 2/2026" runs over the turn of the year, so the order said is kept. */
static void
set_list(const DdTimeScan *scan, size_t i, DdPeriod *period, int number)
{
	bool range = dd_time_sign(scan, i, '-') || dd_time_is(scan, i, DD_W_DEN);
	if (!range && number != period->last + 1)
		period->vague = true; /* "tháng 3, 9": more than was said */
	period->last = number;
}

/* "D/M", "D tháng M [năm Y]" behind an optional "ngày" */
static bool
day_of_month(const DdTimeScan *scan, size_t i, size_t at, DdPeriod *period)
{
	size_t len = 0;
	int day = dd_time_number(scan, at, &len);
	if (day < 1 || day > 31)
		return false;
	at += len;
	*period = (DdPeriod){.unit = DD_UNIT_DAY, .day = day, .day_last = day};
	bool named = at - len > i; /* "ngày" was said */
	bool worded = dd_time_is(scan, at, DD_W_THANG);
	if (worded || (dd_time_sign(scan, at, '/') && (named || scan->cued))) {
		int month = dd_time_number(scan, at + 1, &len);
		if (month < 1 || month > 12 || len > 2)
			return false;
		if (worded && !named)
			return false; /* "trong 6 tháng 5 …" */
		at += 1 + len;
		size_t tail = year_tail(scan, at, &period->year);
		if (tail == 0 && dd_time_sign(scan, at, '/') && !worded)
			return false; /* "15/5/…": the year left blank, or a number of three parts */
		period->first = period->last = month;
		at += tail;
		period->impossible = day > dd_date_days_in_month(
						   period->year != 0 ? period->year : 2024, month);
	} else if (!named) {
		return false;
	}
	period->len = at - i;
	return true;
}

/* "ngày 05 - 10/6/2025", "05-10/6/2025", "ngày 5, 6/6/2025", "ngày 12, 13 và 14 tháng 3": days of one month, the first to the last */
static bool
some_days(const DdTimeScan *scan, size_t i, size_t at, DdPeriod *period)
{
	size_t len = 0;
	int day = dd_time_number(scan, at, &len);
	at += len;
	if (day < 1 || day > 31)
		return false;
	size_t join = joint(scan, at);
	if (join == 0)
		return false;
	at += join;
	int last = dd_time_number(scan, at, &len);
	for (size_t n = 2; n < LIST_MAX && (join = joint(scan, at + len)) != 0; n++) {
		size_t next = 0;
		int more = dd_time_number(scan, at + len + join, &next);
		if (more <= last || more > 31)
			break;
		at += len + join;
		last = more;
		len = next;
	}
	bool slash = dd_time_sign(scan, at + len, '/') || dd_time_is(scan, at + len, DD_W_THANG);
	DdPeriod end;
	if (last <= day || !slash || !day_of_month(scan, i, at, &end))
		return false;
	*period = end;
	period->day = day;
	return true;
}

static bool
read_day(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	bool named = dd_time_is(scan, i, DD_W_NGAY);
	size_t at = i + named;
	int day = 0, month = 0, year = 0;
	size_t end = dd_time_date(scan, at, &day, &month, &year);
	if (end != 0) {
		*period = (DdPeriod){.unit = DD_UNIT_DAY,
			.year = year,
			.first = month,
			.last = month,
			.day = day,
			.day_last = day,
			.len = end - i};
		period->impossible = !dd_date_is_set(dd_date_make(year, month, day));
		return true;
	}
	/* a cell's "5-10/6/2025" has a date behind the dash; "3 - 6/2025" are months and said with "tháng" */
	if (some_days(scan, i, at, period) && (named || period->year != 0))
		return true;
	return day_of_month(scan, i, at, period);
}

/* Months as numbers at @i, a list of them, and the year */
static bool
read_month_numbers(const DdTimeScan *scan, size_t i, bool worded, DdPeriod *period)
{
	size_t len = 0, at = i;
	int month = dd_time_number(scan, at, &len);
	if (month < 0 || month > 99)
		return false;
	*period = (DdPeriod){.unit = DD_UNIT_MONTH,
		.first = month,
		.last = month,
		.impossible = month < 1 || month > 12};
	at += len;
	for (size_t n = 1; n < LIST_MAX; n++) {
		size_t join = joint(scan, at);
		size_t next = at + join +
			      (join != 0 && worded && dd_time_is(scan, at + join, DD_W_THANG));
		int more = join != 0 ? dd_time_number(scan, next, &len) : -1;
		if (more < 1 || more > 12)
			break;
		int year = 0;
		size_t behind = next + len;
		/* "tháng 6, 15/7": a day and no month */
		if (dd_time_sign(scan, behind, '/') && year_tail(scan, behind, &year) == 0)
			break;
		/* "tháng 6 và 6 tháng cuối năm", "tháng 6, 5 đơn vị" */
		if (dd_time_is(scan, behind, DD_W_THANG) || (!worded && year == 0))
			break;
		set_list(scan, at, period, more);
		at = behind;
	}
	/* "02 năm 2025" without "tháng" is no month, nor is "6-2025" in running text */
	bool joined = dd_time_sign(scan, at, '/') || (scan->cued && dd_time_sign(scan, at, '-'));
	size_t tail = worded || joined ? year_tail(scan, at, &period->year) : 0;
	period->len = at + tail - i;
	return worded || tail != 0;
}

static bool
read_month(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	if (dd_time_is(scan, i, DD_W_THANG)) {
		if (!read_month_numbers(scan, i + 1, true, period))
			return false;
		period->len++;
		return true;
	}
	if (i >= scan->to)
		return false;
	const DdToken *token = &scan->tokens->items[i];
	/* "T6/2025" in a cell */
	if (scan->cued && token->kind == DD_TOKEN_WORD && token->len == 1 &&
		scan->tokens->text[token->start] == 'T' && i + 1 < scan->to &&
		!(token[1].flags & DD_TOKEN_SPACE) && token[1].kind == DD_TOKEN_NUMBER &&
		read_month_numbers(scan, i + 1, true, period)) {
		period->len++;
		return true;
	}
	/* "6/2025", "6 - 8/2025" without the word */
	return token->kind == DD_TOKEN_NUMBER && token->len <= 2 &&
	       read_month_numbers(scan, i, false, period) && !period->impossible;
}

/* "Q2/2025", "QII": Returns: the quarter, -1 none */
static int
short_quarter(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	if (i >= scan->to || !scan->cued)
		return -1;
	const DdToken *token = &scan->tokens->items[i];
	const char *text = scan->tokens->text + token->start;
	if (token->kind != DD_TOKEN_WORD || text[0] != 'Q' || token->len > 4)
		return -1;
	*len_out = token->len == 1 ? 2 : 1;
	if (token->len == 1)
		return token[1].kind == DD_TOKEN_NUMBER && !(token[1].flags & DD_TOKEN_SPACE) &&
				       token[1].value >= 1 && token[1].value <= 4
			       ? (int)token[1].value
			       : -1;
	size_t n = token->len - 1u;
	if (n == 2 && text[1] == 'I' && text[2] == 'V')
		return 4;
	for (size_t k = 1; k <= n; k++)
		if (text[k] != 'I')
			return -1;
	return (int)n;
}

static bool
read_quarter(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	size_t len = 0, at = i;
	int quarter = short_quarter(scan, at, &len);
	if (quarter < 0) {
		if (!dd_time_is(scan, at, DD_W_QUY))
			return false;
		quarter = dd_time_quarter(scan, ++at, &len);
	}
	if (quarter < 0)
		return false;
	at += len;
	*period = (DdPeriod){.unit = DD_UNIT_QUARTER, .first = quarter, .last = quarter};
	for (size_t n = 1; n < 4; n++) {
		size_t join = joint(scan, at);
		size_t next = at + join + (join != 0 && dd_time_is(scan, at + join, DD_W_QUY));
		int more = join != 0 ? dd_time_quarter(scan, next, &len) : -1;
		/* "quý I, 2 lớp": a number alone must end the list */
		if (more < 0 || (next == at + join && scan->tokens->items[next].kind == DD_TOKEN_NUMBER &&
					next + len < scan->to &&
					scan->tokens->items[next + len].kind == DD_TOKEN_WORD &&
					!dd_time_is(scan, next + len, DD_W_NAM)))
			break;
		set_list(scan, at, period, more);
		at = next + len;
	}
	at += year_tail(scan, at, &period->year);
	period->len = at - i;
	return true;
}

/* "6 tháng đầu năm 2025", "nửa cuối năm" */
static bool
read_months(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	size_t len = 1, at = i;
	int months = 0;
	if (dd_time_is(scan, at, DD_W_NUA)) {
		months = 6;
		at++;
	} else {
		/* bare "sau" is "sáu" here, for nothing else stands before "tháng đầu năm" */
		bool six = dd_time_word(scan, at) == DD_W_SAU_6 || dd_time_word(scan, at) == DD_W_SAU;
		months = six ? 6 : dd_time_number(scan, at, &len);
		at += len;
		if (months < 1 || months > 11 || !dd_time_is(scan, at, DD_W_THANG))
			return false;
		at++;
	}
	bool first = dd_time_is(scan, at, DD_W_DAU);
	if (!first && !dd_time_is(scan, at, DD_W_CUOI))
		return false;
	at++;
	at += dd_time_is(scan, at, DD_W_CUA);
	if (!dd_time_is(scan, at, DD_W_NAM))
		return false;
	*period = (DdPeriod){
		.unit = DD_UNIT_MONTHS, .first = first ? 1 : 13 - months, .last = first ? months : 12};
	size_t tail = year_tail(scan, at, &period->year);
	at += tail != 0 ? tail : 1;
	period->len = at - i;
	return true;
}

static bool
read_years(const DdTimeScan *scan, size_t i, bool worded, DdPeriod *period)
{
	size_t len = 0, at = i;
	int year = year_at(scan, at, &len);
	if (year == 0)
		return false;
	at += len;
	*period = (DdPeriod){.unit = DD_UNIT_YEAR, .year = year, .year_last = year};
	for (size_t n = 1; n < LIST_MAX; n++) {
		size_t join = joint(scan, at);
		size_t next = at + join;
		bool lost = join == 0 && scan->broken && n == 1;
		/* a dash that a scan lost or read as a letter */
		if (lost && next < scan->to && scan->tokens->items[next].len == 1)
			next++;
		if (join != 0 && dd_time_sign(scan, next, '-')) /* "2021 -- 2025" */
			next++;
		next += join != 0 && dd_time_is(scan, next, DD_W_NAM);
		int more = join != 0 || lost ? year_at(scan, next, &len) : 0;
		if (more <= period->year_last || dd_time_sign(scan, next + len, '/'))
			break;
		period->vague = period->vague ||
				(more != period->year_last + 1 && dd_time_sign(scan, at, ','));
		period->year_last = more;
		at = next + len;
	}
	period->len = at - i;
	/* a bare number is a year in a cell, or with another behind a dash */
	return worded || scan->cued;
}

/* Words before years: "năm", "các năm", "giai đoạn", "nhiệm kỳ", "thời kỳ", "năm học" */
static bool
read_year(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	size_t at = i;
	at += dd_time_is(scan, at, DD_W_CAC);
	bool stage = dd_time_is(scan, at, DD_W_GIAI) && dd_time_is(scan, at + 1, DD_W_DOAN);
	bool term = (dd_time_is(scan, at, DD_W_NHIEM) || dd_time_is(scan, at, DD_W_THOI)) &&
		    dd_time_is(scan, at + 1, DD_W_KY);
	at += stage || term ? 2 : 0;
	bool named = dd_time_is(scan, at, DD_W_NAM);
	at += named;
	bool school = named && dd_time_is(scan, at, DD_W_HOC);
	at += school;
	at += dd_time_sign(scan, at, ':') && (stage || term);
	if (!read_years(scan, at, at > i, period))
		return false;
	if (school)
		period->unit = DD_UNIT_SCHOOL_YEAR;
	period->len += at - i;
	return true;
}

/* Which week of a month is said behind "tuần" at @i: "đầu", "cuối", "2", "thứ ba". Returns: 1 to 4, -1 the last, 0 none */
static int
week_at(const DdTimeScan *scan, size_t i)
{
	static const char *const ordinals[] = {"nhất", "hai", "ba", "tư"};
	size_t len = 0;
	bool ordinal = i < scan->to && dd_token_is_text_nocase(scan->tokens, i, "thứ");
	if (dd_time_is(scan, i, DD_W_DAU))
		return 1;
	if (dd_time_is(scan, i, DD_W_CUOI))
		return -1;
	int week = dd_time_number(scan, i + ordinal, &len);
	for (size_t k = 0; ordinal && week < 0 && k < G_N_ELEMENTS(ordinals) && i + 1 < scan->to; k++)
		if (dd_token_is_text_nocase(scan->tokens, i + 1, ordinals[k]))
			week = (int)k + 1;
	return week >= 1 && week <= 4 ? week : 0;
}

/* Makes the month @period the seven days of its week @week. */
static void
set_week(const DdTimeScan *scan, int week, DdPeriod *period)
{
	int year = period->year != 0 ? period->year : scan->year;
	int days = period->impossible ? 0 : dd_date_days_in_month(year, period->first);
	if (days == 0)
		return;
	period->unit = DD_UNIT_DAY;
	period->day_last = week < 0 ? days : week * 7;
	period->day = period->day_last - 6;
}

/* "cuối quý II", "đầu năm 2025", "tuần 2 tháng 6" */
static bool
read_vague(const DdTimeScan *scan, size_t i, DdPeriod *period)
{
	size_t at = i;
	int week = 0;
	if (dd_time_is(scan, at, DD_W_TUAN)) {
		week = week_at(scan, at + 1);
		for (at++; at < i + 5 && !dd_time_is(scan, at, DD_W_THANG); at++)
			;
	} else {
		at += dd_time_is(scan, at, DD_W_NUA);
		if (!dd_time_is(scan, at, DD_W_DAU) && !dd_time_is(scan, at, DD_W_GIUA) &&
			!dd_time_is(scan, at, DD_W_CUOI))
			return false;
		at++;
	}
	bool found = read_month(scan, at, period) || read_quarter(scan, at, period) ||
		     read_year(scan, at, period);
	if (!found) {
		/* "cuối năm" of the plan's year */
		if (!dd_time_is(scan, at, DD_W_NAM) || dd_time_is(scan, at + 1, DD_W_HOC))
			return false;
		*period = (DdPeriod){.unit = DD_UNIT_YEAR, .len = 1};
	}
	if (week == 0 || period->unit != DD_UNIT_MONTH || period->first != period->last)
		period->vague = true;
	else
		set_week(scan, week, period);
	period->len += at - i;
	return true;
}

bool
dd_time_may_begin_period(const DdTimeScan *scan, size_t i)
{
	static const bool begins[DD_W_LAST] = {
		[DD_W_NAM] = true,
		[DD_W_QUY] = true,
		[DD_W_THANG] = true,
		[DD_W_TUAN] = true,
		[DD_W_NGAY] = true,
		[DD_W_DAU] = true,
		[DD_W_GIUA] = true,
		[DD_W_CUOI] = true,
		[DD_W_NUA] = true,
		[DD_W_SAU_6] = true,
		[DD_W_SAU] = true,
		[DD_W_CAC] = true,
		[DD_W_GIAI] = true,
		[DD_W_NHIEM] = true,
		[DD_W_THOI] = true,
	};
	if (i >= scan->to)
		return false;
	const DdToken *token = &scan->tokens->items[i];
	if (scan->broken || token->kind == DD_TOKEN_NUMBER || begins[dd_time_word(scan, i)])
		return true;
	char first = scan->tokens->text[token->start];
	return (first == 'T' && token->len == 1) ||
	       (first == 'Q' && token->len <= 4); /* "T6/2025", "QII" */
}

bool
dd_time_period(const DdTimeScan *scan, size_t i, DdPeriod *period_out)
{
	if (!dd_time_may_begin_period(scan, i))
		return false;
	DdPeriod period = {0};
	bool found = read_months(scan, i, &period) || read_day(scan, i, &period) ||
		     read_month(scan, i, &period) || read_quarter(scan, i, &period) ||
		     read_year(scan, i, &period) || read_vague(scan, i, &period);
	if (found)
		*period_out = period;
	return found;
}

static DdDay
last_of_month(int year, int month)
{
	return dd_date_make(year, month, dd_date_days_in_month(year, month));
}

void
dd_time_days(const DdTimeScan *scan, const DdPeriod *period, DdDay *start_out, DdDay *end_out)
{
	int year = period->year != 0 ? period->year : scan->year;
	int first = period->first, last = period->last;
	*start_out = *end_out = DD_DATE_NONE;
	if (year == 0 || period->impossible)
		return;
	switch (period->unit) {
	case DD_UNIT_DAY:
		*start_out = dd_date_make(year, first, period->day);
		*end_out = dd_date_make(year, last, period->day_last);
		return;
	case DD_UNIT_QUARTER:
		first = 3 * first - 2;
		last = 3 * last;
		break;
	case DD_UNIT_YEAR:
		*start_out = dd_date_make(year, 1, 1);
		*end_out = dd_date_make(MAX(year, period->year_last), 12, 31);
		return;
	case DD_UNIT_SCHOOL_YEAR:
		*start_out = dd_date_make(year, 9, 1);
		*end_out = dd_date_make(MAX(year + 1, period->year_last), 5, 31);
		return;
	case DD_UNIT_MONTH:
	case DD_UNIT_MONTHS:
	default:
		break;
	}
	*end_out = last_of_month(year, last);
	*start_out = dd_date_make(first > last ? year - 1 : year, first, 1);
}
