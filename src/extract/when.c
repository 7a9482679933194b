/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.c: dates of the calendar, and whole values of time: labels and cells */
#include "when-private.h"

#define VALUE_MAX 600u /* tokens of one value that are looked at */

static bool
is_date_sign(const DdTimeScan *scan, size_t i)
{
	return dd_time_sign(scan, i, '/') || dd_time_sign(scan, i, '-') || dd_time_sign(scan, i, '.');
}

/* "…/2024/NQ-HĐND": the number of a document and no date */
static bool
goes_on(const DdTimeScan *scan, size_t i)
{
	if (i + 1 >= scan->to || !is_date_sign(scan, i) || dd_time_sign(scan, i, '.'))
		return false;
	const DdToken *sign = &scan->tokens->items[i], *next = &scan->tokens->items[i + 1];
	return !(sign->flags & DD_TOKEN_SPACE) && !(next->flags & DD_TOKEN_SPACE) &&
	       next->kind != DD_TOKEN_SIGN;
}

size_t
dd_time_date(const DdTimeScan *scan, size_t i, int *day, int *month, int *year)
{
	size_t len = 0, at = i;
	*day = dd_time_number(scan, at, &len);
	at += len;
	if (*day < 0 || *day > 99)
		return 0;
	if (dd_time_is(scan, at, DD_W_THANG)) {
		*month = dd_time_number(scan, ++at, &len);
		at += len;
		if (*month < 0 || *month > 99)
			return 0;
		at += dd_time_sign(scan, at, ',') && dd_time_is(scan, at + 1, DD_W_NAM);
		if (!dd_time_is(scan, at, DD_W_NAM) && !dd_time_sign(scan, at, '/'))
			return 0;
		*year = dd_time_number(scan, at + 1, &len);
		at += 1 + len;
		return *year >= 1000 ? at : 0;
	}
	if (!is_date_sign(scan, at))
		return 0;
	*month = dd_time_number(scan, at + 1, &len);
	at += 1 + len;
	if (*month < 0 || *month > 99 || !is_date_sign(scan, at))
		return 0;
	*year = dd_time_number(scan, at + 1, &len);
	at += 1 + len;
	return *year >= 1000 && !goes_on(scan, at) ? at : 0;
}

bool
dd_date_match(const DdTimeGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdDay *day_out, size_t *len_out)
{
	DdTimeScan scan = dd_time_scan_make(self, tokens, to, 0, true);
	int day = 0, month = 0, year = 0;
	size_t i = at;
	if (i >= scan.to)
		return false;
	if (tokens->items[i].kind != DD_TOKEN_NUMBER && dd_time_is(&scan, i, DD_W_NGAY))
		i++;
	size_t end = dd_time_date(&scan, i, &day, &month, &year);
	if (end == 0)
		return false;
	*day_out = dd_date_make(year, month, day);
	*len_out = end - at;
	return true;
}

/* Only blanks to fill in: "", "…", "ngày … tháng … năm 2024" */
static bool
is_blank(const DdTimeScan *scan, size_t from)
{
	bool dots = false, words = false;
	for (size_t i = from; i < scan->to; i++) {
		const DdToken *token = &scan->tokens->items[i];
		if (token->kind == DD_TOKEN_SIGN) {
			bool two = dd_time_sign(scan, i, '.') && dd_time_sign(scan, i + 1, '.');
			dots = dots || token->value == 0x2026 || token->value == '_' || two;
			continue;
		}
		if (token->kind == DD_TOKEN_NUMBER) {
			words = true;
			continue;
		}
		DdWord word = dd_time_word(scan, i);
		if (word != DD_W_NGAY && word != DD_W_THANG && word != DD_W_NAM &&
			word != DD_W_QUY && word != DD_W_TRUOC && word != DD_W_TRONG)
			return false;
		words = true;
	}
	return dots || !words;
}

static size_t
skip_lead(const DdTimeScan *scan, size_t from)
{
	size_t at = from;
	while (at < scan->to && (scan->tokens->items[at].kind == DD_TOKEN_SIGN ||
					dd_time_word(scan, at) == DD_W_LEAD))
		at++;
	return at;
}

/* Work that hangs on something else: theo hướng dẫn, khi có yêu cầu, sau khi … */
static bool
is_event(const DdTimeScan *scan, size_t from)
{
	size_t at = skip_lead(scan, from), len = 0;
	DdTime unused;
	switch ((unsigned)dd_time_word(scan, at)) {
	case DD_W_THEO:
		/* "theo định kỳ hằng quý" */
		return dd_time_word(scan, at + 1) != DD_W_DINH &&
		       dd_time_word(scan, at + 1) != DD_W_HANG;
	case DD_W_KHI:
	case DD_W_NEU:
	case DD_W_TUY:
	case DD_W_CAN:
	case DD_W_NHU:
		return true;
	case DD_W_KE:
		/* "kể từ ngày ký đến hết năm 2025" has an end */
		for (size_t i = at; i < scan->to; i++)
			if (dd_time_word(scan, i) == DD_W_DEN && dd_time_phrase(scan, i, &unused, &len))
				return false;
		return !dd_time_phrase(scan, at + 1, &unused, &len);
	case DD_W_TRUOC:
		if (dd_time_is(scan, at + 1, DD_W_NGAY) && dd_time_number(scan, at + 2, &len) > 0)
			return false; /* "trước ngày 25 hằng tháng" */
		if (dd_time_clock_len(scan, at + 1) > 0 && dd_time_may_repeat(scan, at + 1))
			return false; /* "trước 17 giờ thứ Năm hằng tuần" */
		return !dd_time_phrase(scan, at, &unused, &len);
	case DD_W_SAU:
		return !dd_time_phrase(scan, at, &unused, &len);
	case DD_W_NGAY:
		return dd_time_is(scan, at + 1, DD_W_SAU) || dd_time_is(scan, at + 1, DD_W_KHI);
	default:
		return dd_time_is(scan, at, DD_W_THEO);
	}
}

/* "30 ngày", "12 tháng" behind words such as "trong vòng". Returns: where it ends, 0 when no duration begins there */
static size_t
duration_end(const DdTimeScan *scan, size_t from, int *days)
{
	size_t at = skip_lead(scan, from), len = 0;
	for (size_t n = 0; n < 6 && at < scan->to; n++, at++) {
		DdWord word = dd_time_word(scan, at);
		if (word != DD_W_TRONG && word != DD_W_THOI && word != DD_W_HAN &&
			word != DD_W_VONG && word != DD_W_GIAN && word != DD_W_CHAM &&
			word != DD_W_NHAT && word != DD_W_SAU && word != DD_W_QUA)
			break;
	}
	int n = dd_time_number(scan, at, &len);
	at += len;
	if (n < 0)
		return 0;
	bool day = dd_time_is(scan, at, DD_W_NGAY);
	if (!day && !dd_time_is(scan, at, DD_W_THANG) && !dd_time_is(scan, at, DD_W_TUAN) &&
		!dd_time_is(scan, at, DD_W_NAM))
		return 0;
	at++;
	if (dd_time_is(scan, at, DD_W_DAU) || dd_time_is(scan, at, DD_W_CUOI) ||
		dd_time_sign(scan, at, '/') || dd_time_is(scan, at, DD_W_MOT))
		return 0;
	*days = day && n > 0 && n < 1000 && !dd_time_is(scan, at, DD_W_LAM) ? n : 0;
	return at;
}

static void
set_event(const DdTokens *tokens, size_t from, size_t to, uint8_t confidence, DdArena *arena,
	DdTime *time)
{
	*time = (DdTime){.kind = DD_TIME_EVENT, .confidence = confidence};
	time->event = dd_time_quote(tokens, from, to, arena);
	if (time->event == NULL)
		time->kind = DD_TIME_NONE;
}

/* "trong 30 ngày kể từ ngày 15/5/2025". Returns: FALSE when the duration hangs on no day, an event then */
static bool
read_duration(const DdTimeScan *scan, size_t at, int days, DdTime *time)
{
	for (; at < scan->to; at++) {
		DdWord word = dd_time_word(scan, at);
		if (word == DD_W_KE || word == DD_W_TU || word == DD_W_SAU || word == DD_W_KHI)
			break;
	}
	DdDay day = DD_DATE_NONE;
	size_t len = 0;
	while (at < scan->to &&
		(dd_time_word(scan, at) == DD_W_KE || dd_time_word(scan, at) == DD_W_TU))
		at++;
	if (days == 0 || !dd_date_match(scan->grammar, scan->tokens, at, scan->to, &day, &len) ||
		!dd_date_is_set(day))
		return false;
	*time = (DdTime){.kind = DD_TIME_BY_DATE, .end = dd_date_add_days(day, days), .confidence = 85};
	return true;
}

static bool
hangs_on_something(const DdTimeScan *scan, size_t at)
{
	for (; at < scan->to; at++) {
		DdWord word = dd_time_word(scan, at);
		if (word == DD_W_KE || word == DD_W_SAU || word == DD_W_KHI)
			return true;
		if (word == DD_W_TU && !dd_time_is(scan, at + 1, DD_W_THANG) &&
			!dd_time_is(scan, at + 1, DD_W_NAM))
			return true;
	}
	return false;
}

/* Finds a repetition anywhere in the value; what stands in a noun ("kế hoạch hằng năm") is none. */
static bool
find_repeat(const DdTimeScan *scan, size_t from, DdArena *arena, DdTime *time)
{
	DdRepeat repeat;
	if (!dd_time_may_repeat(scan, from))
		return false;
	for (size_t i = from; i < scan->to; i++) {
		if (!dd_time_repeat(scan, i, arena, &repeat))
			continue;
		if (i > from && dd_time_word(scan, i - 1) == DD_W_NOUN)
			continue;
		dd_time_set_repeat(scan, from, &repeat, arena, time);
		DdTime period;
		size_t len = 0;
		/* "hằng năm, giai đoạn 2021 - 2025" */
		for (size_t k = i + repeat.len; k < scan->to; k++)
			if (dd_time_phrase(scan, k, &period, &len) &&
				(period.kind == DD_TIME_RANGE || period.kind == DD_TIME_FROM)) {
				time->start = period.start;
				time->end = period.end;
				break;
			}
		return true;
	}
	return false;
}

/* "Kỳ họp …", "Tại kỳ họp …" */
static bool
is_meeting(const DdTimeScan *scan, size_t i)
{
	i += dd_time_is(scan, i, DD_W_TAI);
	return dd_time_is(scan, i, DD_W_KY) && dd_time_is(scan, i + 1, DD_W_MEET);
}

/* "thường xuyên", "liên tục", "24/24 giờ" */
static bool
is_continuous(const DdTimeScan *scan, size_t i)
{
	const DdToken *token = scan->tokens->items + i;
	if (i + 2 < scan->to && token->kind == DD_TOKEN_NUMBER && token->value == 24 &&
		dd_time_sign(scan, i + 1, '/') && token[2].kind == DD_TOKEN_NUMBER &&
		(token[2].value == 24 || token[2].value == 7))
		return true;
	return (dd_time_is(scan, i, DD_W_THUONG) && dd_time_is(scan, i + 1, DD_W_XUYEN)) ||
	       (dd_time_is(scan, i, DD_W_LIEN) && dd_time_is(scan, i + 1, DD_W_TUC));
}

/* Finds the first period; not inside the number of a document. */
static bool
find_phrase(const DdTimeScan *scan, size_t from, DdTime *time)
{
	size_t len = 0;
	for (size_t i = from; i < scan->to; i++) {
		bool inside = i > from && !(scan->tokens->items[i].flags & DD_TOKEN_SPACE) &&
			      !dd_time_sign(scan, i - 1, '(') && !dd_time_sign(scan, i - 1, ':');
		if (!inside && dd_time_phrase(scan, i, time, &len)) {
			if (i > skip_lead(scan, from) && time->confidence > 75)
				time->confidence = 75;
			return true;
		}
	}
	return false;
}

/* The few words that are a whole value, for a scan that has broken them */
static bool
guess_whole(const DdTimeScan *scan, size_t from, DdArena *arena, DdTime *time)
{
	size_t n = 0;
	for (size_t i = from; i < scan->to && n < 5; i++)
		n += scan->tokens->items[i].kind == DD_TOKEN_WORD;
	if (n < 2 || n > 4)
		return false;
	DdRepeat year = {.every = {"year"}, .n = 1};
	size_t at = skip_lead(scan, from);
	/* one of the two words is enough when nothing else stands there */
	bool often = dd_time_is(scan, at, DD_W_THUONG) || dd_time_is(scan, at + 1, DD_W_XUYEN);
	bool yearly = dd_time_is(scan, at + n - 2, DD_W_HANG) ||
		      dd_time_is(scan, at + n - 1, DD_W_NAM);
	if (often && n == 2)
		*time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 70};
	else if ((often && n == 4) || (n == 2 && yearly && dd_time_is(scan, at + 1, DD_W_NAM) &&
					      scan->tokens->items[at].len >= 3))
		dd_time_set_repeat(scan, from, &year, arena, time);
	else
		return false;
	time->confidence = 70;
	return true;
}

bool
dd_time_is_lunar(const DdTimeScan *scan, size_t at)
{
	at += dd_time_sign(scan, at, '(');
	return at + 1 < scan->to && dd_token_is_text_nocase(scan->tokens, at, "âm") &&
	       dd_token_is_text_nocase(scan->tokens, at + 1, "lịch");
}

/* "Vụ Đông Xuân 2025 - 2026", "ngày 10/3 âm lịch": a season of the fields and a day by the moon are no days of ours */
static bool
is_of_nature(const DdTimeScan *scan, size_t from)
{
	size_t lead = skip_lead(scan, from);
	if (dd_token_is_text_nocase(scan->tokens, lead, "vụ") &&
		dd_token_is_cap(scan->tokens, lead + 1))
		return true;
	for (size_t i = from; i < scan->to; i++)
		if (scan->tokens->items[i].kind == DD_TOKEN_NUMBER && dd_time_is_lunar(scan, i + 1))
			return true;
	return false;
}

static void
parse_one(const DdTimeScan *scan, size_t from, DdArena *arena, DdTime *time)
{
	const DdTokens *tokens = scan->tokens;
	int days = 0;
	size_t behind = duration_end(scan, from, &days);
	if (is_event(scan, from) || is_of_nature(scan, from)) {
		set_event(tokens, from, scan->to, 90, arena, time);
		return;
	}
	if (behind != 0 && read_duration(scan, behind, days, time))
		return;
	if (behind != 0 && hangs_on_something(scan, behind)) {
		set_event(tokens, from, scan->to, 85, arena, time);
		return;
	}
	if (find_repeat(scan, from, arena, time))
		return;
	size_t lead = skip_lead(scan, from);
	if (is_continuous(scan, lead)) {
		*time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 95};
		return;
	}
	if (find_phrase(scan, behind != 0 ? behind : from, time)) {
		/* "Kỳ họp HĐND tỉnh giữa năm 2025": the year does not say the day, the assembly does */
		bool year = time->kind == DD_TIME_YEAR || time->kind == DD_TIME_WHOLE_YEAR;
		if (time->kind == DD_TIME_EVENT || (year && is_meeting(scan, lead)))
			set_event(tokens, from, scan->to, time->confidence, arena, time);
		return;
	}
	for (size_t i = lead; i < scan->to; i++)
		if (is_continuous(scan, i)) {
			*time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 80};
			return;
		}
	if (dd_time_is(scan, lead, DD_W_DINH) && dd_time_is(scan, lead + 1, DD_W_KY) &&
		lead + 2 >= scan->to) {
		*time = (DdTime){.kind = DD_TIME_NONE};
		return;
	}
	if (scan->broken && guess_whole(scan, from, arena, time))
		return;
	set_event(tokens, from, scan->to, 60, arena, time);
}

bool
dd_time_may_be_period(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	static const bool tells[DD_W_LAST] = {
		[DD_W_NAM] = true,
		[DD_W_QUY] = true,
		[DD_W_THANG] = true,
		[DD_W_TUAN] = true,
		[DD_W_NGAY] = true,
		[DD_W_THUONG] = true,
		[DD_W_LIEN] = true, /* thường xuyên, liên tục */
	};
	DdTimeScan scan = dd_time_scan_make(self, tokens, to, 0, true);
	for (size_t i = from; i < scan.to; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind == DD_TOKEN_NUMBER || tells[dd_time_word(&scan, i)] ||
			tokens->text[token->start] == 'Q') /* "QII" */
			return true;
	}
	return scan.broken;
}

void
dd_time_parse(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena, DdTime *time_out)
{
	DdTimeScan scan = dd_time_scan_make(self, tokens, MIN(to, from + VALUE_MAX), year, true);
	while (from < scan.to && tokens->items[from].kind == DD_TOKEN_SIGN &&
		tokens->items[from].value != 0x2026)
		from++;
	*time_out = (DdTime){.kind = DD_TIME_NONE, .confidence = 90};
	if (from >= scan.to || is_blank(&scan, from))
		return;
	if (!dd_time_stages(&scan, from, arena, time_out))
		parse_one(&scan, from, arena, time_out);
}
