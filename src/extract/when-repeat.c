/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-repeat.c: work that comes again: "hằng tháng", "định kỳ 6 tháng", "2 lần/năm", and its day */
#include <string.h>

#include "when-private.h"

#define BESIDE_WORDS 3u /* "trước liền kề" */

static const char *const unit_words[] = {"year", "quarter", "month", "week", "day"};

/* Returns: index of the unit at @i, -1 none */
static int
unit_at(const DdTimeScan *scan, size_t i)
{
	static const DdWord units[] = {DD_W_NAM, DD_W_QUY, DD_W_THANG, DD_W_TUAN, DD_W_NGAY};
	for (int unit = 0; unit < (int)G_N_ELEMENTS(units); unit++)
		if (dd_time_is(scan, i, units[unit]))
			return unit;
	return -1;
}

/* Returns: the word for each @n of @unit; static or in the arena */
static const char *
every_of(int n, int unit, DdArena *arena)
{
	static const char *const vietnamese[] = {"năm", "quý", "tháng", "tuần", "ngày"};
	if (unit == 2 && n == 12)
		return "year";
	if ((unit == 2 && n == 6) || (unit == 1 && n == 2))
		return "half-year";
	if (unit == 2 && n == 3)
		return "quarter";
	if (n == 1)
		return unit_words[unit];
	char text[32];
	(void)g_snprintf(text, sizeof(text), "%d %s", n, vietnamese[unit]);
	return dd_arena_strdup(arena, text);
}

static void
add(DdRepeat *repeat, const char *every)
{
	for (size_t i = 0; i < repeat->n; i++)
		if (strcmp(repeat->every[i], every) == 0)
			return;
	if (repeat->n < G_N_ELEMENTS(repeat->every))
		repeat->every[repeat->n++] = every;
}

/* A count before a unit: "6", "sáu", "một". Returns: it (1 with no tokens when there is none) */
static int
count_at(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	*len_out = 0;
	DdWord word = dd_time_word(scan, i);
	if (word == DD_W_SAU_6 || word == DD_W_MOT) {
		*len_out = 1;
		return word == DD_W_MOT ? 1 : 6;
	}
	int n = dd_time_number(scan, i, len_out);
	if (n < 1 || n > 99) {
		*len_out = 0;
		return 1;
	}
	return n;
}

/* "[6] tháng" at @i, not "tháng 6". Returns: tokens, 0 none */
static size_t
item_len(const DdTimeScan *scan, size_t i, bool counted, DdArena *arena, const char **every_out)
{
	size_t len = 0;
	bool half = dd_time_is(scan, i, DD_W_NUA) && dd_time_is(scan, i + 1, DD_W_NAM);
	if (half) {
		*every_out = "half-year";
		return 2;
	}
	int n = count_at(scan, i, &len);
	int unit = unit_at(scan, i + len);
	if (unit < 0 || (counted && len == 0))
		return 0;
	/* "năm 2025", "quý II", "6 tháng đầu năm" are periods */
	size_t at = i + len + 1, unused;
	/* "mỗi năm 02 chuyến" has a number that is no year */
	bool period = dd_time_number(scan, at, &unused) >= (unit == 0 ? 1000 : 0) ||
		      (unit == 1 && dd_time_quarter(scan, at, &unused) >= 0) ||
		      (len != 0 && (dd_time_is(scan, at, DD_W_DAU) || dd_time_is(scan, at, DD_W_CUOI)));
	/* "mỗi tuần 01 tin": the number counts what comes back */
	size_t behind = at;
	bool counts = i > 0 && dd_time_is(scan, i - 1, DD_W_HANG) && unit != 0 &&
		      dd_time_number(scan, at, &unused) >= 0 && (behind += unused) < scan->to &&
		      scan->tokens->items[behind].kind == DD_TOKEN_WORD &&
		      dd_time_word(scan, behind) == DD_W_NONE;
	/* "hằng năm 02 lần" is one more than a period */
	if (period && !counts &&
		!(len == 0 && dd_time_number(scan, at, &unused) >= 0 &&
			dd_time_is(scan, at + unused, DD_W_LAN)))
		return 0;
	*every_out = every_of(n, unit, arena);
	return at - i;
}

/* Further units behind the first: ", 6 tháng, năm", "và hằng năm", "/quý". Returns: where they end */
static size_t
more_items(const DdTimeScan *scan, size_t at, DdArena *arena, DdRepeat *repeat)
{
	for (;;) {
		size_t join = dd_time_sign(scan, at, ',') && dd_time_is(scan, at + 1, DD_W_VA) ? 2 : 1;
		if (!dd_time_sign(scan, at, ',') && !dd_time_sign(scan, at, '/') &&
			!dd_time_sign(scan, at, '-') && !dd_time_is(scan, at, DD_W_VA))
			return at;
		const char *every = NULL;
		size_t next = at + join;
		next += dd_time_word(scan, next) == DD_W_DINH && dd_time_is(scan, next + 1, DD_W_KY)
				? 2
				: 0;
		next += dd_time_word(scan, next) == DD_W_HANG;
		size_t len = item_len(scan, next, false, arena, &every);
		if (len == 0)
			return at;
		add(repeat, every);
		at = next + len;
	}
}

/* "/năm", "trong năm", "mỗi tháng" behind "2 lần". Returns: tokens, 0 none */
static size_t
per_unit(const DdTimeScan *scan, size_t i, int times, DdArena *arena, const char **every_out)
{
	size_t at = i, len = 0;
	if (dd_time_sign(scan, at, '/') || dd_time_is(scan, at, DD_W_TRONG) ||
		dd_time_word(scan, at) == DD_W_HANG)
		at++;
	(void)count_at(scan, at, &len);
	int unit = unit_at(scan, at + len);
	if (unit < 0 || at == i)
		return 0;
	at += len + 1;
	*every_out = unit_words[unit];
	if (unit == 0 && times == 2)
		*every_out = "half-year";
	else if (unit == 0 && (times == 4 || times == 3))
		*every_out = times == 4 ? "quarter" : every_of(4, 2, arena);
	else if (unit == 0 && times == 12)
		*every_out = "month";
	return at - i;
}

/* "2 lần/năm", "6 tháng/lần", "6 tháng một lần" */
static bool
read_times(const DdTimeScan *scan, size_t i, DdArena *arena, DdRepeat *repeat)
{
	size_t len = 0, unused = 0;
	int n = count_at(scan, i, &len);
	const char *every = NULL;
	if (len != 0 && dd_time_is(scan, i + len, DD_W_LAN)) {
		size_t per = per_unit(scan, i + len + 1, n, arena, &every);
		if (per == 0)
			return false;
		add(repeat, every);
		repeat->len = len + 1 + per;
		return true;
	}
	int unit = unit_at(scan, i + len);
	size_t at = i + len + 1;
	if (unit < 0)
		return false;
	bool slash = dd_time_sign(scan, at, '/');
	at += slash;
	int once = count_at(scan, at, &unused);
	at += unused;
	if ((!slash && unused == 0) || once != 1 || !dd_time_is(scan, at, DD_W_LAN))
		return false;
	add(repeat, every_of(n, unit, arena));
	repeat->len = at + 1 - i;
	return true;
}

/* "tháng cuối quý", "tháng đầu của quý" without saying which quarter */
static bool
read_month_of_quarter(const DdTimeScan *scan, size_t i, DdRepeat *repeat)
{
	size_t at = i + 2, unused;
	if (!dd_time_is(scan, i, DD_W_THANG) ||
		(!dd_time_is(scan, i + 1, DD_W_CUOI) && !dd_time_is(scan, i + 1, DD_W_DAU)))
		return false;
	at += dd_time_is(scan, at, DD_W_CUA);
	at += dd_time_word(scan, at) == DD_W_HANG;
	if (!dd_time_is(scan, at, DD_W_QUY) || dd_time_quarter(scan, at + 1, &unused) >= 0)
		return false;
	add(repeat, "quarter");
	repeat->len = at + 1 - i;
	return true;
}

/* "sau", "trước liền kề", "tiếp theo" at @i, behind a month or a year. Returns: tokens, 0 none */
static size_t
beside_len(const DdTimeScan *scan, size_t i)
{
	static const char *const words[] = {"sau", "trước", "liền", "kề", "tiếp", "theo", "kế", "đó"};
	size_t len = 0;
	for (size_t word = 0; word < G_N_ELEMENTS(words) && len < BESIDE_WORDS;) {
		bool is = i + len < scan->to &&
			  dd_token_is_text_nocase(scan->tokens, i + len, words[word]);
		len += is;
		word = is ? 0 : word + 1;
	}
	return len;
}

/* "ngày 05 tháng sau", "ngày 05 của tháng liền kề", "trước 01/12 năm trước": the day of a month or a year that is not said comes again */
static bool
read_beside(const DdTimeScan *scan, size_t i, DdRepeat *repeat)
{
	const int unit = unit_at(scan, i);
	const DdToken *items = scan->tokens->items;
	const size_t len = unit == 0 || unit == 2 ? beside_len(scan, i + 1) : 0;
	size_t at = i;
	if (len == 0)
		return false;
	at -= at > 0 && dd_time_is(scan, at - 1, DD_W_CUA);
	if (at < 2 || items[at - 1].kind != DD_TOKEN_NUMBER)
		return false;
	bool dated = dd_time_sign(scan, at - 2, '/') || dd_time_is(scan, at - 2, DD_W_THANG);
	bool named = dd_time_is(scan, at - 2, DD_W_NGAY);
	if (unit == 0 ? !dated : !named)
		return false;
	add(repeat, unit_words[unit]);
	repeat->len = 1 + len;
	return true;
}

/* In clean text most words begin no repetition, and this tells so at once */
static bool
may_begin(const DdTimeScan *scan, size_t i)
{
	static const bool begins[DD_W_LAST] = {
		[DD_W_DINH] = true,
		[DD_W_HANG] = true,
		[DD_W_SAU_6] = true,
		[DD_W_MOT] = true,
		[DD_W_NAM] = true,
		[DD_W_QUY] = true,
		[DD_W_THANG] = true,
		[DD_W_TUAN] = true,
		[DD_W_NGAY] = true,
	};
	if (scan->broken)
		return true;
	return i < scan->to &&
	       (scan->tokens->items[i].kind == DD_TOKEN_NUMBER || begins[dd_time_word(scan, i)]);
}

bool
dd_time_may_repeat(const DdTimeScan *scan, size_t from)
{
	/* "định kỳ", "hằng", "2 lần/năm", "tháng cuối quý" */
	static const bool tells[DD_W_LAST] = {
		[DD_W_DINH] = true,
		[DD_W_HANG] = true,
		[DD_W_LAN] = true,
		[DD_W_DAU] = true,
		[DD_W_CUOI] = true,
	};
	for (size_t i = from; i < scan->to; i++)
		if (tells[dd_time_word(scan, i)] || (i > from &&
							    (dd_time_is(scan, i - 1, DD_W_THANG) ||
								    dd_time_is(scan, i - 1, DD_W_NAM)) &&
							    beside_len(scan, i) > 0))
			return true;
	return scan->broken;
}

bool
dd_time_repeat(const DdTimeScan *scan, size_t i, DdArena *arena, DdRepeat *repeat_out)
{
	if (!may_begin(scan, i))
		return false;
	DdRepeat repeat = {0};
	size_t at = i;
	bool periodic = dd_time_is(scan, at, DD_W_DINH) && dd_time_is(scan, at + 1, DD_W_KY);
	if (periodic) {
		at += 2;
		at += dd_time_is(scan, at, DD_W_VAO);
	}
	bool each = dd_time_is(scan, at, DD_W_HANG);
	at += each;
	const char *every = NULL;
	size_t len = periodic || each ? item_len(scan, at, false, arena, &every) : 0;
	if (len == 0) {
		if (!read_times(scan, periodic ? at : i, arena, &repeat) &&
			!read_month_of_quarter(scan, i, &repeat) && !read_beside(scan, i, &repeat))
			return false;
		repeat.len += periodic && at > i && repeat.len > 0 ? at - i : 0;
		*repeat_out = repeat;
		return true;
	}
	size_t count = 0, per = at + len;
	int times = count_at(scan, per, &count);
	/* "hằng năm 02 lần", "định kỳ 6 tháng một lần" */
	if (count != 0 && dd_time_is(scan, per + count, DD_W_LAN)) {
		if (strcmp(every, "year") == 0 && times == 2)
			every = "half-year";
		len += count + 1;
	} else if (dd_time_sign(scan, per, '/')) {
		times = count_at(scan, per + 1, &count);
		if (times == 1 && dd_time_is(scan, per + 1 + count, DD_W_LAN))
			len += count + 2;
	}
	add(&repeat, every);
	at = more_items(scan, at + len, arena, &repeat);
	repeat.len = at - i;
	*repeat_out = repeat;
	return true;
}

/* "ngày 25", "trước ngày 10/12", "15 tháng 12". Returns: FALSE when no day is named at @i */
static bool
read_day(const DdTimeScan *scan, size_t i, int *day, int *month)
{
	size_t len = 0, at = i;
	*month = 0;
	if (dd_time_is(scan, at, DD_W_TRUOC))
		at++;
	if (dd_time_is(scan, at, DD_W_NGAY))
		at++;
	if (at == i)
		return false;
	*day = dd_time_number(scan, at, &len);
	at += len;
	if (*day < 1 || *day > 31 || dd_time_is(scan, at, DD_W_LAM))
		return false;
	if (dd_time_sign(scan, at, '/') || dd_time_is(scan, at, DD_W_THANG)) {
		int number = dd_time_number(scan, at + 1, &len);
		if (number >= 1 && number <= 12 && *day <= dd_date_days_in_month(2024, number))
			*month = number;
	}
	return *month != 0 || dd_time_is(scan, at - 1, DD_W_NGAY) ||
	       dd_time_is(scan, at - 2, DD_W_NGAY);
}

void
dd_time_set_repeat(const DdTimeScan *scan, size_t from, const DdRepeat *repeat, DdArena *arena,
	DdTime *time_out)
{
	bool yearly = repeat->n == 1 && strcmp(repeat->every[0], "year") == 0;
	char before[8] = "";
	*time_out = (DdTime){.kind = yearly ? DD_TIME_ANNUAL : DD_TIME_PERIODIC, .confidence = 95};
	for (size_t i = from; i < scan->to && before[0] == '\0'; i++) {
		int day = 0, month = 0;
		if (!dd_time_is(scan, i, DD_W_NGAY) && !dd_time_is(scan, i, DD_W_TRUOC))
			continue;
		if (!read_day(scan, i, &day, &month))
			continue;
		if (month != 0)
			(void)g_snprintf(before, sizeof(before), "%02d-%02d", month, day);
		else if (!yearly)
			(void)g_snprintf(before, sizeof(before), "%02d", day);
	}
	time_out->every = dd_arena_memdup(arena, repeat->every, repeat->n * sizeof(repeat->every[0]));
	time_out->n_every = (uint32_t)repeat->n;
	time_out->before = before[0] != '\0' ? dd_arena_strdup(arena, before) : NULL;
}
