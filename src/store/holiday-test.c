/* SPDX-License-Identifier: GPL-3.0-or-later */
/* holiday-test.c: the calendar of an office, on both engines */
#include "holiday.h"

#include "error.h"
#include "maxima.h"
#include "statements-holiday.h"
#include "store-test-support.h"

#include <string.h>

#define NOW 1795000000

static const DdActor actor = {.now = NOW, .who = "quản trị", .origin = "test@here"};
static const char list[] = "\xEF\xBB\xBF" DD_HOLIDAY_HEADER "\r\n"
			   "05/02/2027,2027-02-11,off,Tết Nguyên đán,\"Công văn 1, thử\"\r\n"
			   "\r\n"
			   "2027-02-13,,work,Làm bù,\r\n"
			   "1/1/2027,,off,Tết Dương lịch,Luật\r\n";

/* @csv: NULL: what is built in. Returns: whether it was set; nothing is kept otherwise */
static bool
set(DdStore *store, int year, const char *csv, GError **error)
{
	g_auto(DdChange) change = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = csv != NULL ? dd_holidays_parse(csv, arena, error)
					     : g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	return rows != NULL && dd_change_begin(store, &actor, &change, error) &&
	       dd_holidays_set(&change, year, rows, "thông báo mới", error) &&
	       dd_change_commit(&change, error);
}

static DdDayFacts
look(DdStore *store, DdDay day)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdWorkdays) workdays = dd_stored_workdays(store, &error);
	g_assert_no_error(error);
	return dd_workdays_look(workdays, day);
}

static int64_t
count_records(DdStore *store)
{
	static const DdDbStatement count = {
		.sql = "SELECT count(*) FROM audit WHERE object = 'holiday'"};
	bool have = false;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(store), &count, NULL, 0, NULL);
	g_assert_true(dd_db_rows_next(rows, &have, NULL) && have);
	return dd_db_rows_get_int(rows, 0);
}

static void
test_statements(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(GError) error = NULL;
	for (int i = 0; i < DD_HOLIDAY_SQL_LAST; i++)
		g_assert_true(dd_db_prepare(dd_store_get_db(store), &dd_holiday_sql[i], &error));
}

static void
test_year(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdStore) other = dd_store_open(url, DD_DB_EXISTING, NOW, NULL, NULL);
	g_autoptr(GError) error = NULL;
	int64_t version = -1, before = -1, after = -1;
	g_assert_false(look(store, (DdDay){2027, 2, 8}).known);
	g_assert_true(dd_holidays_get_version(store, 2027, &version, &error));
	g_assert_cmpint(version, ==, 0);
	g_assert_true(dd_holidays_get_stamp(store, &before, &error));

	g_assert_true(set(store, 2027, list, &error));
	g_assert_no_error(error);
	/* another server has it at once */
	g_assert_cmpint(look(other, (DdDay){2027, 2, 8}).kind, ==, DD_DAY_HOLIDAY);
	g_assert_true(look(other, (DdDay){2027, 2, 8}).known);
	g_assert_true(look(other, (DdDay){2027, 2, 13}).working);
	g_assert_true(look(other, (DdDay){2027, 4, 30}).working);
	g_assert_cmpint(look(other, (DdDay){2026, 2, 18}).kind, ==, DD_DAY_HOLIDAY);
	g_assert_true(dd_holidays_get_version(other, 2027, &version, &error));
	g_assert_cmpint(version, ==, 1);
	g_assert_true(dd_holidays_get_stamp(other, &after, &error));
	g_assert_cmpint(after, >, before);
	g_assert_cmpint(count_records(store), ==, 1);

	g_assert_true(set(store, 2027, NULL, &error));
	g_assert_false(look(other, (DdDay){2027, 2, 8}).known);
	g_assert_cmpint(look(other, (DdDay){2027, 4, 30}).kind, ==, DD_DAY_HOLIDAY);
	g_assert_true(dd_holidays_get_version(store, 2027, &version, &error));
	g_assert_cmpint(version, ==, 2);
	g_assert_cmpint(count_records(store), ==, 2);
}

static void
test_refused(const char *url)
{
	static const struct {
		const char *csv;
		int year;
		DdError code;
	} bad[] = {
		{"", 2027, DD_ERROR_INVALID_DATA},
		{"\n\n", 2027, DD_ERROR_INVALID_DATA},
		{"ngày\n2027-01-01\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n30/2/2027,,off,x,\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,holiday,x,\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,x,y,z\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,,y\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n\"2027-01-01,,off,x,\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,x,\n2027-01-01,,work,x,\n", 2027,
			DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-02-12,,work,x,\n", 2027, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,x,\n", 2028, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,x,\n", 1899, DD_ERROR_INVALID_DATA},
		{DD_HOLIDAY_HEADER "\n2027-01-01,,off,\xff,\n", 2027, DD_ERROR_INVALID_DATA},
	};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(set(store, bad[i].year, bad[i].csv, &error));
		g_assert_error(error, DD_ERROR, (int)bad[i].code);
	}
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) long_text = g_string_new(DD_HOLIDAY_HEADER "\n2027-01-01,,off,");
	for (int i = 0; i <= DD_MAX_HOLIDAY_TEXT_BYTES; i++)
		g_string_append_c(long_text, 'x');
	g_assert_false(set(store, 2027, long_text->str, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_clear_error(&error);
	g_autoptr(GString) many = g_string_new(DD_HOLIDAY_HEADER "\n");
	for (int i = 0; i <= DD_MAX_YEAR_HOLIDAYS; i++)
		g_string_append_printf(many, "%d/%d/2027,,off,x,\n", i % 28 + 1, i / 28 + 1);
	g_assert_false(set(store, 2027, many->str, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_clear_error(&error);
	for (int i = 0; i < DD_MAX_HOLIDAY_ROWS; i++)
		g_string_append(many, "2027-01-01,,off,x,\n");
	g_assert_false(set(store, 2027, many->str, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(count_records(store), ==, 0);
	g_assert_false(look(store, (DdDay){2027, 2, 8}).known);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/holiday/statements", test_statements);
	dd_engine_test_add("/holiday/year", test_year);
	dd_engine_test_add("/holiday/refused", test_refused);
	return g_test_run();
}
