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

static const DdHoliday office[] = {
	{{2027, 2, 5}, {2027, 2, 11}, DD_DAY_HOLIDAY, "Tết Nguyên đán Đinh Mùi", "Công văn thử"},
	{{2027, 1, 1}, {2027, 1, 1}, DD_DAY_HOLIDAY, "Tết Dương lịch", NULL},
	{{2027, 2, 13}, {2027, 2, 13}, DD_DAY_MADE_UP, "Làm bù", ""},
};

/* What an office says of a year is all of that year, and of no other */
static void
test_office(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdWorkdays) own = dd_workdays_new(&error);
	g_assert_no_error(error);
	g_autoptr(GArray) law = dd_workdays_list_year(own, 2027);
	g_assert_cmpuint(law->len, ==, 4);
	g_assert_false(dd_workdays_knows_year(own, 2027));
	g_assert_true(dd_workdays_set_year(own, 2027, office, G_N_ELEMENTS(office), &error));
	g_assert_true(dd_workdays_knows_year(own, 2027) && dd_workdays_is_set_year(own, 2027));
	g_assert_false(dd_workdays_is_set_year(own, 2026) || dd_workdays_is_set_year(own, 9999));
	g_assert_cmpint(dd_workdays_last_year(own), ==, 2027);
	g_assert_cmpint(dd_workdays_look(own, (DdDay){2027, 2, 8}).kind, ==, DD_DAY_HOLIDAY);
	g_assert_true(dd_workdays_look(own, (DdDay){2027, 2, 8}).known);
	g_assert_true(dd_workdays_look(own, (DdDay){2027, 2, 13}).working);
	/* left out by the office */
	g_assert_cmpint(dd_workdays_look(own, (DdDay){2027, 4, 30}).kind, ==, DD_DAY_WORKING);
	for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
		if (days[i].day.year != 2027)
			g_assert_cmpint(dd_workdays_look(own, days[i].day).kind, ==, days[i].kind);
	g_autoptr(GArray) rows = dd_workdays_list_year(own, 2027);
	g_assert_cmpuint(rows->len, ==, 3);
	g_assert_cmpstr(g_array_index(rows, DdHoliday, 0).name, ==, "Tết Dương lịch");
	g_assert_cmpstr(g_array_index(rows, DdHoliday, 1).source, ==, "Công văn thử");
	g_assert_true(dd_workdays_set_year(own, 2026, NULL, 0, &error));
	g_assert_cmpint(dd_workdays_look(own, (DdDay){2026, 2, 18}).kind, ==, DD_DAY_WORKING);
}

static void
test_bad_office(void)
{
#define SECOND                                                                                     \
	{                                                                                          \
		{2027, 1, 1}, {2027, 1, 1}, DD_DAY_HOLIDAY, "Tết Dương lịch", NULL                 \
	}
	static const DdHoliday bad[][2] = {
		{{{2026, 2, 5}, {2026, 2, 5}, DD_DAY_HOLIDAY, "x", NULL}, SECOND},
		{{{2027, 2, 5}, {2028, 2, 5}, DD_DAY_HOLIDAY, "x", NULL}, SECOND},
		{{{2027, 2, 5}, {2027, 2, 4}, DD_DAY_HOLIDAY, "x", NULL}, SECOND},
		{{{2027, 2, 5}, {2027, 2, 5}, DD_DAY_HOLIDAY, "", NULL}, SECOND},
		{{{2027, 2, 5}, {2027, 2, 5}, DD_DAY_HOLIDAY, NULL, NULL}, SECOND},
		{{{2027, 2, 12}, {2027, 2, 13}, DD_DAY_MADE_UP, "x", NULL}, SECOND},
		{{{2027, 1, 1}, {2027, 1, 3}, DD_DAY_HOLIDAY, "x", NULL}, SECOND},
		{{{2027, 1, 1}, {2027, 1, 1}, DD_DAY_UNSETTLED, "x", NULL}, SECOND},
		{{{0, 0, 0}, {2027, 1, 3}, DD_DAY_HOLIDAY, "x", NULL}, SECOND},
	};
	g_autoptr(DdWorkdays) own = dd_workdays_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(dd_workdays_set_year(own, 2027, bad[i], 2, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		g_assert_false(dd_workdays_knows_year(own, 2027));
		g_assert_cmpint(dd_workdays_look(own, (DdDay){2027, 4, 30}).kind, ==, DD_DAY_HOLIDAY);
	}
}

static void
test_words(void)
{
	static const DdDayKind all[] = {DD_DAY_HOLIDAY, DD_DAY_MADE_UP, DD_DAY_UNSETTLED};
	DdDayKind kind = DD_DAY_LAST;
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		g_assert_true(dd_holiday_kind_from_string(dd_holiday_kind_to_string(all[i]), &kind));
		g_assert_cmpint(kind, ==, all[i]);
	}
	g_assert_false(dd_holiday_kind_from_string("known", &kind));
	g_assert_false(dd_holiday_kind_from_string("", &kind));
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
	g_test_add_func("/workday/office", test_office);
	g_test_add_func("/workday/bad-office", test_bad_office);
	g_test_add_func("/workday/words", test_words);
	g_autoptr(GError) error = NULL;
	workdays = dd_workdays_new(&error);
	g_assert_no_error(error);
	int status = g_test_run();
	dd_workdays_free(workdays);
	return status;
}
