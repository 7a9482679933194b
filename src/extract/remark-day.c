/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remark-day.c: days that no calendar has: "31/4/2026", "ngày 30 tháng 02" */
#include <string.h>

#include "date.h"
#include "remark.h"

/* A text being looked through */
typedef struct {
	const char *at, *end;
} Cursor;

/* Reads 1 to @most digits. Returns: their value, -1 when none or more stand there; @self goes behind them then only */
static int
take_number(Cursor *self, unsigned most)
{
	int value = 0;
	unsigned n = 0;
	for (; n <= most && self->at + n < self->end && g_ascii_isdigit(self->at[n]); n++)
		value = value * 10 + (self->at[n] - '0');
	if (n == 0 || n > most)
		return -1;
	self->at += n;
	return value;
}

/* Goes over @word between blanks. Returns: FALSE when it does not stand there */
static bool
take_word(Cursor *self, const char *word)
{
	const char *at = self->at;
	size_t len = strlen(word);
	while (at < self->end && *at == ' ')
		at++;
	if ((size_t)(self->end - at) < len || memcmp(at, word, len) != 0)
		return false;
	at += len;
	while (at < self->end && *at == ' ')
		at++;
	self->at = at;
	return true;
}

static bool
take_sign(Cursor *self, char sign)
{
	if (self->at >= self->end || *self->at != sign)
		return false;
	self->at++;
	return true;
}

/*
 * Reads "31/4/2026", "31-4-2026", "31 tháng 4 năm 2026", each also without its year. Returns: FALSE when no day of the year stands
 * there; @year_out 0: not said
 */
static bool
take_day(Cursor *self, int *day_out, int *month_out, int *year_out)
{
	*day_out = take_number(self, 2);
	if (*day_out < 1 || self->at >= self->end)
		return false;
	char sign = *self->at;
	bool signed_day = sign == '/' || sign == '-' || sign == '.';
	if (signed_day ? !take_sign(self, sign) : !take_word(self, "tháng"))
		return false;
	*month_out = take_number(self, 2);
	if (*month_out < 1)
		return false;
	Cursor tail = *self;
	bool more = signed_day ? take_sign(&tail, sign) : take_word(&tail, "năm");
	*year_out = more ? take_number(&tail, 4) : 0;
	if (*year_out >= 1900)
		*self = tail;
	/* "12/31/2024/NQ-HĐND", "1.2.3" are no days */
	bool goes_on = self->at < self->end &&
		       (*self->at == '/' || (signed_day && *year_out < 1900 && more));
	*year_out = *year_out >= 1900 ? *year_out : 0;
	return !goes_on;
}

static void
remark_day(DdContext *context, const char *start, int day, int month, int year)
{
	/* without its year a 29 February may be */
	if (month > 12 || day > 31 || day <= dd_date_days_in_month(year != 0 ? year : 2024, month))
		return;
	g_autofree char *said = year != 0 ? g_strdup_printf("%d/%d/%d", day, month, year)
					  : g_strdup_printf("%d/%d", day, month);
	g_autofree char *detail = g_strdup_printf("there is no %s", said);
	g_autofree char *detail_vi = g_strdup_printf("không có ngày %s", said);
	uint32_t at = (uint32_t)(start - context->chars);
	dd_context_remark(context, at, at + 1, "no-such-day", detail, detail_vi);
}

/* What stands behind "ngày" */
static void
remark_named(DdContext *context)
{
	static const char word[] = "ngày ";
	const char *at = context->chars; /* NUL-terminated, and holds no other */
	while ((at = strstr(at, word)) != NULL) {
		int day, month, year;
		at += sizeof(word) - 1;
		Cursor cursor = {at, context->chars + context->len};
		if (take_day(&cursor, &day, &month, &year))
			remark_day(context, at, day, month, year);
	}
}

/* "trước 31/4/2026": with its year it is a day without the word too */
static void
remark_bare(DdContext *context)
{
	const char *end = context->chars + context->len;
	for (const char *at = context->chars; (at = memchr(at, '/', (size_t)(end - at))) != NULL;
		at++) {
		const char *start = at;
		while (start > context->chars && at - start < 3 && g_ascii_isdigit(start[-1]))
			start--;
		char before = start > context->chars ? start[-1] : ' ';
		int day, month, year;
		Cursor cursor = {start, end};
		if (strchr(" (|\t\n", before) == NULL || !take_day(&cursor, &day, &month, &year))
			continue;
		bool named = start - context->chars >= 2 && start[-2] == 'y' && before == ' ';
		if (year != 0 && !named)
			remark_day(context, start, day, month, year);
	}
}

void
dd_remark_impossible_days(DdContext *context)
{
	if (context->damage != DD_DAMAGE_NONE) /* digits may be misread */
		return;
	remark_named(context);
	remark_bare(context);
}
