/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date.h: days of the Gregorian calendar, without clock or time zone */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A day; year 0 means "not said". Years 1900 to 2199 are accepted as years of documents. */
typedef DdDay DdDate;

#define DD_DATE_NONE ((DdDate){0, 0, 0})
#define DD_DATE_BUFFER 20 /* bytes that dd_date_format needs */

/* Returns: the day, or DD_DATE_NONE where the calendar has no such day (31/02) or the year is out of range */
DdDate
dd_date_make(int year, int month, int day);
/* Returns: TRUE when @date is a day, not DD_DATE_NONE */
bool
dd_date_is_set(DdDate date);
/* Returns: below, equal or above 0 as @a is before, on or after @b */
int
dd_date_compare(DdDate a, DdDate b);
/* Returns: 28 to 31, or 0 for a month out of range */
int
dd_date_days_in_month(int year, int month);
/* Returns: 1 (Monday) to 7 (Sunday), 0 for DD_DATE_NONE */
int
dd_date_weekday(DdDate date);
/* Returns: the day @days later (earlier when negative); DD_DATE_NONE out of range */
DdDate
dd_date_add_days(DdDate date, int days);
/* Returns: the days from @from to @to, both set; below 0 when @to is before */
int
dd_date_days_between(DdDate from, DdDate to);
/* Reads YYYY-MM-DD and nothing else. Returns: FALSE when @text is no day; @date_out stays as it was */
bool
dd_date_parse(const char *text, DdDate *date_out);
/* Writes YYYY-MM-DD into @buffer, "" for DD_DATE_NONE. Returns: @buffer */
const char *
dd_date_format(DdDate date, char buffer[DD_DATE_BUFFER]);

G_END_DECLS
