/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instant.h"

static void
test_both_ways(void)
{
	static const struct {
		int64_t instant;
		const char *text;
	} cases[] = {
		{0, "1970-01-01T07:00:00+07:00"},
		{1710726091, "2024-03-18T08:41:31+07:00"},
		{1709164800, "2024-02-29T07:00:00+07:00"},
		{1704041999, "2023-12-31T23:59:59+07:00"},
		{1704042000, "2024-01-01T00:00:00+07:00"},
		{4107542400, "2100-03-01T07:00:00+07:00"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		char buffer[DD_INSTANT_BUFFER];
		int64_t back = -1;
		g_assert_cmpstr(dd_instant_format(cases[i].instant, buffer), ==, cases[i].text);
		g_assert_true(dd_instant_parse(cases[i].text, &back));
		g_assert_cmpint(back, ==, cases[i].instant);
	}
}

static void
test_days(void)
{
	DdDate day = dd_instant_day(1704042000, DD_ZONE_VIETNAM, NULL);
	g_assert_cmpint(dd_date_compare(day, dd_date_make(2024, 1, 1)), ==, 0);
	day = dd_instant_day(1704042000, 0, NULL);
	g_assert_cmpint(dd_date_compare(day, dd_date_make(2023, 12, 31)), ==, 0);
	/* every day of some centuries, there and back */
	day = dd_date_make(1970, 1, 1);
	for (int64_t i = 0; dd_date_is_set(day) && day.year < 2199;
		i++, day = dd_date_add_days(day, 1)) {
		int second = -1;
		g_assert_cmpint(dd_instant_make(day, 23, 59, 59), ==, i * 86400 + 86399);
		DdDate back = dd_instant_day(i * 86400 + 86399, 0, &second);
		g_assert_cmpint(dd_date_compare(day, back), ==, 0);
		g_assert_cmpint(second, ==, 86399);
	}
}

static void
test_refused(void)
{
	static const char *const texts[] = {"", "2024-03-18", "2024-03-18T08:41:31Z",
		"2024-03-18T08:41:31+08:00", "2024-13-18T08:41:31+07:00",
		"2024-03-18T24:41:31+07:00", "2024-03-18 08:41:31+07:00", "2024-03-1aT08:41:31+07:00",
		"1969-01-01T00:00:00+07:00", "2024-03-18T08:41:31+07:00 "};
	int64_t instant = 5;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		g_assert_false(dd_instant_parse(texts[i], &instant));
	g_assert_cmpint(instant, ==, 5);
	char buffer[DD_INSTANT_BUFFER];
	g_assert_cmpstr(dd_instant_format(G_MAXINT64, buffer), ==, "");
	g_assert_cmpstr(dd_instant_format(-1, buffer), ==, "");
	g_assert_cmpint(dd_instant_make(DD_DATE_NONE, 0, 0, 0), ==, -1);
	g_assert_cmpint(dd_instant_make(dd_date_make(2024, 1, 1), 24, 0, 0), ==, -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/instant/both-ways", test_both_ways);
	g_test_add_func("/instant/days", test_days);
	g_test_add_func("/instant/refused", test_refused);
	return g_test_run();
}
