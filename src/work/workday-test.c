/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workday-test.c: days off against calendars that were announced, told apart from the data */
#include "workday.h"

#include "date.h"
#include "error.h"

#include <glib.h>
#include <string.h>

static DdWorkdays *workdays;

typedef struct {
	DdDay day;
	DdDayKind kind;
	bool working, known;
} DayRow;

static const DayRow days[] = {
	{{2024, 4, 26}, DD_DAY_WORKING, true, true},
	{{2024, 4, 27}, DD_DAY_WEEKEND, false, true},
	{{2024, 4, 29}, DD_DAY_HOLIDAY, false, true}, /* exchanged */
	{{2024, 4, 30}, DD_DAY_HOLIDAY, false, true}, /* of every year */
	{{2024, 5, 1}, DD_DAY_HOLIDAY, false, true},
	{{2024, 5, 2}, DD_DAY_WORKING, true, true},
	{{2024, 5, 4}, DD_DAY_MADE_UP, true, true}, /* a Saturday that is worked */
	{{2024, 5, 5}, DD_DAY_WEEKEND, false, true},
	{{2026, 2, 13}, DD_DAY_WORKING, true, true},
	{{2026, 2, 14}, DD_DAY_HOLIDAY, false, true},
	{{2026, 2, 18}, DD_DAY_HOLIDAY, false, true}, /* in the middle of a row */
	{{2026, 2, 22}, DD_DAY_HOLIDAY, false, true},
	{{2026, 2, 23}, DD_DAY_WORKING, true, true},
	{{2020, 9, 2}, DD_DAY_HOLIDAY, false, true},
	{{2020, 9, 3}, DD_DAY_WORKING, true, true}, /* two days only since 2021 */
	{{2021, 9, 3}, DD_DAY_HOLIDAY, false, true},
	{{2026, 11, 24}, DD_DAY_UNSETTLED, true, false},
	{{2026, 11, 25}, DD_DAY_WORKING, true, true},
	{{2027, 1, 1}, DD_DAY_HOLIDAY, false, false}, /* the law's, but the year is not announced */
	{{2027, 2, 8}, DD_DAY_WORKING, true, false},
	{{2012, 1, 2}, DD_DAY_WORKING, true, false},
	{{1900, 1, 1}, DD_DAY_WORKING, true, false},
	{{2199, 12, 31}, DD_DAY_WORKING, true, false},
};

static void
test_days(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
		DdDayFacts facts = dd_workdays_look(workdays, days[i].day);
		g_assert_cmpint(facts.kind, ==, days[i].kind);
		g_assert_true(facts.working == days[i].working);
		g_assert_true(facts.known == days[i].known);
	}
	g_assert_cmpint(dd_workdays_last_year(workdays), ==, 2026);
	g_assert_cmpstr(
		dd_workdays_look(workdays, (DdDay){2025, 1, 29}).name, ==, "Tết Nguyên đán Ất Tỵ");
}

/*
 * Working days of a year are its weekdays less the 11 days of the law (10 in 2020: one day of Quốc khánh). A holiday on a weekend is made
 * up on a weekday, and an exchanged day by a Saturday: so the number holds for every year, whatever the rows are.
 */
static void
test_every_year(void)
{
	for (int year = 2020; year <= 2026; year++) {
		int weekdays = 0, working = 0;
		DdDay day = {(int16_t)year, 1, 1};
		for (; day.year == year; day = dd_date_add_days(day, 1)) {
			weekdays += dd_date_weekday(day) <= 5 ? 1 : 0;
			working += dd_workdays_look(workdays, day).working ? 1 : 0;
		}
		g_assert_cmpint(weekdays - working, ==, year == 2020 ? 10 : 11);
	}
}

/* Every day off that is announced has where it is announced */
static void
test_sources(void)
{
	DdDay day = {2020, 1, 1};
	for (; day.year <= 2026; day = dd_date_add_days(day, 1)) {
		DdDayFacts facts = dd_workdays_look(workdays, day);
		if (facts.kind == DD_DAY_WORKING || facts.kind == DD_DAY_WEEKEND)
			continue;
		g_assert_cmpuint(strlen(facts.name), >, 0);
		g_assert_cmpuint(strlen(facts.source), >, 0);
		/* what is worked instead is a Saturday or Sunday; an exchanged day is none */
		if (facts.kind == DD_DAY_MADE_UP)
			g_assert_cmpint(dd_date_weekday(day), >, 5);
	}
}

typedef struct {
	DdDay from, to;
	int n;
	bool known;
} CountRow;

static const CountRow counts[] = {
	{{2026, 11, 16}, {2026, 11, 20}, 4, true},
	{{2026, 11, 20}, {2026, 11, 20}, 0, true},
	{{2026, 11, 20}, {2026, 11, 22}, 0, true},
	{{2026, 11, 20}, {2026, 11, 23}, 1, true},
	{{2026, 11, 20}, {2026, 11, 25}, 3, false}, /* 24/11 is not settled */
	{{2026, 11, 20}, {2026, 11, 16}, -4, true},
	{{2026, 2, 13}, {2026, 2, 23}, 1, true},
	{{2024, 4, 26}, {2024, 5, 6}, 4, true}, /* 2, 3, Saturday 4 and 6 May */
	{{2026, 12, 31}, {2027, 1, 4}, 1, false},
};

static void
test_counts(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
		bool known = !counts[i].known;
		g_assert_cmpint(dd_workdays_count(workdays, counts[i].from, counts[i].to, &known),
			==, counts[i].n);
		g_assert_true(known == counts[i].known);
	}
}

static void
test_next(void)
{
	bool known = false;
	DdDay next = dd_workdays_next(workdays, (DdDay){2026, 2, 14}, &known);
	g_assert_cmpint(dd_date_compare(next, (DdDay){2026, 2, 23}), ==, 0);
	g_assert_true(known);
	next = dd_workdays_next(workdays, (DdDay){2024, 5, 4}, NULL);
	g_assert_cmpint(dd_date_compare(next, (DdDay){2024, 5, 4}), ==, 0);
	next = dd_workdays_next(workdays, (DdDay){2027, 2, 6}, &known);
	g_assert_cmpint(dd_date_compare(next, (DdDay){2027, 2, 8}), ==, 0);
	g_assert_false(known);
	/* days that no calendar has, as a damaged file may say them */
	g_assert_false(dd_workdays_look(workdays, (DdDay){1, 2, 31}).known);
	g_assert_false(dd_workdays_look(workdays, (DdDay){9999, 12, 31}).known);
	dd_workdays_count(workdays, (DdDay){1, 1, 1}, (DdDay){2024, 1, 1}, &known);
	next = dd_workdays_next(workdays, (DdDay){2199, 12, 28}, NULL);
	g_assert_true(dd_date_is_set(next));
}

static void
test_bad(void)
{
	static const struct {
		const char *cells;
		size_t n;
	} bad[] = {
#define CELLS(text) {text "\0", sizeof(text)}
		CELLS("2024-02-30\0002024-02-30\000off\000x\000y"),
		CELLS("2024-02-02\0002024-02-01\000off\000x\000y"),
		CELLS("2024-12-31\0002025-01-01\000off\000x\000y"),
		CELLS("2024-2-2\0002024-02-02\000off\000x\000y"),
		CELLS("02-29\0002020\000off\000x\000y"),
		CELLS("01-01\000soon\000off\000x\000y"),
		CELLS("2024-02-02\0002024-02-02\000holiday\000x\000y"),
		CELLS("2024\0002023\000known\000\000"),
		CELLS("1024\0002023\000known\000\000"),
		CELLS("2024-02-01\0002024-02-05\000off\000x\000y\0002024-02-05\0002024-02-"
		      "05\000off\000z\000y"),
	};
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdWorkdays) none = dd_workdays_parse(bad[i].cells, &error);
		g_assert_null(none);
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	g_autoptr(DdWorkdays) empty = dd_workdays_parse("", NULL);
	g_assert_nonnull(empty);
	g_assert_cmpint(dd_workdays_last_year(empty), ==, 0);
	g_assert_false(dd_workdays_look(empty, (DdDay){2024, 1, 1}).known);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/workday/days", test_days);
	g_test_add_func("/workday/every-year", test_every_year);
	g_test_add_func("/workday/sources", test_sources);
	g_test_add_func("/workday/counts", test_counts);
	g_test_add_func("/workday/next", test_next);
	g_test_add_func("/workday/bad", test_bad);
	g_autoptr(GError) error = NULL;
	workdays = dd_workdays_new(&error);
	g_assert_no_error(error);
	int status = g_test_run();
	dd_workdays_free(workdays);
	return status;
}
