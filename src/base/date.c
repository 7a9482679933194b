/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"

#include "digits.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2199

int
dd_date_days_in_month(int year, int month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

DdDate
dd_date_make(int year, int month, int day)
{
	if (year < YEAR_MIN || year > YEAR_MAX || day < 1 || day > dd_date_days_in_month(year, month))
		return DD_DATE_NONE;
	return (DdDate){(int16_t)year, (int8_t)month, (int8_t)day};
}

bool
dd_date_is_set(DdDate date)
{
	return date.year != 0;
}

int
dd_date_compare(DdDate a, DdDate b)
{
	if (a.year != b.year)
		return a.year - b.year;
	if (a.month != b.month)
		return a.month - b.month;
	return a.day - b.day;
}

/* Days since 0000-03-01, so that the leap day comes last in its year. */
static int
to_days(DdDate date)
{
	int year = date.month > 2 ? date.year : date.year - 1;
	int month = date.month > 2 ? date.month - 3 : date.month + 9;
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

int
dd_date_weekday(DdDate date)
{
	if (!dd_date_is_set(date))
		return 0;
	/* 0000-03-01 was a Wednesday */
	return (to_days(date) + 2) % 7 + 1;
}

DdDate
dd_date_add_days(DdDate date, int days)
{
	if (!dd_date_is_set(date) || days > 400 * 366 || days < -400 * 366)
		return DD_DATE_NONE;
	int left = to_days(date) + days;
	int year = left / 366;
	while (left >= to_days((DdDate){(int16_t)(year + 1), 3, 1}))
		year++;
	left -= to_days((DdDate){(int16_t)year, 3, 1});
	int month = (5 * left + 2) / 153;
	int day = left - (153 * month + 2) / 5 + 1;
	return dd_date_make(month < 10 ? year : year + 1, month < 10 ? month + 3 : month - 9, day);
}

int
dd_date_days_between(DdDate from, DdDate to)
{
	g_return_val_if_fail(dd_date_is_set(from) && dd_date_is_set(to), 0);
	return to_days(to) - to_days(from);
}

const char *
dd_date_format(DdDate date, char buffer[DD_DATE_BUFFER])
{
	char *at = buffer;
	if (dd_date_is_set(date)) {
		at = dd_digits_write_fixed(at, 4, (unsigned)date.year);
		*at++ = '-';
		at = dd_digits_write_fixed(at, 2, (unsigned)date.month);
		*at++ = '-';
		at = dd_digits_write_fixed(at, 2, (unsigned)date.day);
	}
	*at = '\0';
	return buffer;
}

bool
dd_date_parse(const char *text, DdDate *date_out)
{
	static const char form[] = "dddd-dd-dd";
	int parts[3] = {0};
	size_t part = 0;
	/* up to the NUL, which must be where that of the form is */
	for (size_t i = 0; i < sizeof(form); i++) {
		if (form[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
			return false;
		if (form[i] == 'd')
			parts[part] = parts[part] * 10 + (text[i] - '0');
		else
			part++;
	}
	DdDate date = dd_date_make(parts[0], parts[1], parts[2]);
	if (!dd_date_is_set(date))
		return false;
	*date_out = date;
	return true;
}
