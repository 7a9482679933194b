/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date-test.c: the calendar against a second, plain walk through every day it accepts */
#include "date.h"

#include <glib.h>
#include <limits.h>

/* The plainest leap rule there is, written apart from date.c on purpose */
static bool
is_leap(int year)
{
	if (year % 400 == 0)
		return true;
	if (year % 100 == 0)
		return false;
	return year % 4 == 0;
}

static int
month_length(int year, int month)
{
	switch (month) {
	case 2:
		return is_leap(year) ? 29 : 28;
	case 4:
	case 6:
	case 9:
	case 11:
		return 30;
	default:
		return 31;
	}
}

/* Steps @date one day on by hand */
static void
step(DdDate *date)
{
	if (++date->day <= month_length(date->year, date->month))
		return;
	date->day = 1;
	if (++date->month <= 12)
		return;
	date->month = 1;
	date->year++;
}

static void
test_every_day(void)
{
	DdDate plain = {1900, 1, 1};
	int weekday = 1; /* 1900-01-01 was a Monday */
	int days = 0;
	DdDate first = dd_date_make(1900, 1, 1);

	for (; plain.year < 2200; step(&plain), weekday = weekday % 7 + 1, days++) {
		DdDate date = dd_date_make(plain.year, plain.month, plain.day);
		g_assert_true(dd_date_is_set(date));
		g_assert_cmpint(dd_date_weekday(date), ==, weekday);
		g_assert_cmpint(dd_date_compare(dd_date_add_days(first, days), plain), ==, 0);
		g_assert_cmpint(dd_date_compare(dd_date_add_days(plain, -days), first), ==, 0);
		g_assert_cmpint(dd_date_days_between(first, date), ==, days);
		g_assert_cmpint(dd_date_days_between(date, first), ==, -days);
	}
	g_assert_cmpint(days, ==, 109573);
}

static void
test_add_days_near(void)
{
	DdDate date = {1999, 12, 1};
	for (int n = 0; n < 900; n++, step(&date)) {
		DdDate other = date;
		for (int days = 0; days < 400; days++, step(&other)) {
			g_assert_cmpint(dd_date_compare(dd_date_add_days(date, days), other), ==, 0);
			g_assert_cmpint(dd_date_compare(dd_date_add_days(other, -days), date), ==, 0);
		}
	}
}

static void
test_month_length(void)
{
	for (int year = 1900; year < 2200; year++)
		for (int month = 1; month <= 12; month++)
			g_assert_cmpint(
				dd_date_days_in_month(year, month), ==, month_length(year, month));
	g_assert_cmpint(dd_date_days_in_month(2024, 0), ==, 0);
	g_assert_cmpint(dd_date_days_in_month(2024, 13), ==, 0);
	g_assert_cmpint(dd_date_days_in_month(2024, -1), ==, 0);
}

static void
test_no_such_day(void)
{
	static const struct {
		int year, month, day;
	} cases[] = {
		{2023, 2, 29},
		{2024, 2, 30},
		{2024, 2, 31},
		{1900, 2, 29},
		{2100, 2, 29},
		{2024, 4, 31},
		{2024, 1, 32},
		{2024, 1, 0},
		{2024, 0, 1},
		{2024, 13, 1},
		{2024, -1, 1},
		{2024, 1, -1},
		{1899, 12, 31},
		{2200, 1, 1},
		{0, 1, 1},
		{-1, 1, 1},
		{INT_MAX, INT_MAX, INT_MAX},
		{INT_MIN, INT_MIN, INT_MIN},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_false(
			dd_date_is_set(dd_date_make(cases[i].year, cases[i].month, cases[i].day)));
	g_assert_true(dd_date_is_set(dd_date_make(2024, 2, 29)));
	g_assert_true(dd_date_is_set(dd_date_make(2000, 2, 29)));
}

static void
test_out_of_range(void)
{
	DdDate last = dd_date_make(2199, 12, 31);
	DdDate first = dd_date_make(1900, 1, 1);
	g_assert_false(dd_date_is_set(dd_date_add_days(last, 1)));
	g_assert_false(dd_date_is_set(dd_date_add_days(first, -1)));
	g_assert_false(dd_date_is_set(dd_date_add_days(first, INT_MAX)));
	g_assert_false(dd_date_is_set(dd_date_add_days(last, INT_MIN)));
	g_assert_false(dd_date_is_set(dd_date_add_days(DD_DATE_NONE, 1)));
	g_assert_cmpint(dd_date_weekday(DD_DATE_NONE), ==, 0);
}

static void
test_compare(void)
{
	DdDate day = {2024, 5, 20};
	g_assert_cmpint(dd_date_compare(day, day), ==, 0);
	g_assert_cmpint(dd_date_compare(day, (DdDate){2024, 5, 21}), <, 0);
	g_assert_cmpint(dd_date_compare(day, (DdDate){2024, 4, 30}), >, 0);
	g_assert_cmpint(dd_date_compare(day, (DdDate){2025, 1, 1}), <, 0);
	g_assert_cmpint(dd_date_compare(DD_DATE_NONE, day), <, 0);
}

static void
test_format(void)
{
	char buffer[DD_DATE_BUFFER];
	g_assert_cmpstr(dd_date_format(dd_date_make(2024, 5, 7), buffer), ==, "2024-05-07");
	g_assert_cmpstr(dd_date_format(dd_date_make(2199, 12, 31), buffer), ==, "2199-12-31");
	g_assert_cmpstr(dd_date_format(DD_DATE_NONE, buffer), ==, "");
}

static void
test_parse(void)
{
	static const char *const bad[] = {"", "2024", "2024-05-7", "2024-5-07", "2024-02-30",
		"2024/05/07", "2024-05-07 ", "2024-05-07T08:00", " 2024-05-07", "0000-01-01",
		"-024-05-07"};
	DdDate date = DD_DATE_NONE;
	g_assert_true(dd_date_parse("2024-05-07", &date));
	g_assert_cmpint(dd_date_compare(date, (DdDate){2024, 5, 7}), ==, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(dd_date_parse(bad[i], &date));
	g_assert_cmpint(dd_date_compare(date, (DdDate){2024, 5, 7}), ==, 0);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/date/every-day", test_every_day);
	g_test_add_func("/date/add-days-near", test_add_days_near);
	g_test_add_func("/date/month-length", test_month_length);
	g_test_add_func("/date/no-such-day", test_no_such_day);
	g_test_add_func("/date/out-of-range", test_out_of_range);
	g_test_add_func("/date/compare", test_compare);
	g_test_add_func("/date/format", test_format);
	g_test_add_func("/date/parse", test_parse);
	return g_test_run();
}
