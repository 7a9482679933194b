/* SPDX-License-Identifier: GPL-3.0-or-later */
/* query-test.c: targets taken apart, and those that are none */
#include "query.h"

#include "error.h"

static void
test_parts(void)
{
	g_auto(DdQuery) query = {0};
	int64_t number = 7;
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_query_parse(
		"/api/v1/tasks?unit=S%E1%BB%9F+Y%20t%c3%aa&&limit=5&flag&empty=&a=b=c", &query,
		&error));
	g_assert_no_error(error);
	g_assert_cmpstr(query.path, ==, "/api/v1/tasks");
	g_assert_cmpstr(dd_query_get(&query, "unit"), ==, "Sở Y tê");
	g_assert_cmpstr(dd_query_get(&query, "flag"), ==, "");
	g_assert_cmpstr(dd_query_get(&query, "empty"), ==, "");
	g_assert_cmpstr(dd_query_get(&query, "a"), ==, "b=c");
	g_assert_null(dd_query_get(&query, "lim"));
	g_assert_true(dd_query_get_number(&query, "limit", 1, 5, &number, &error));
	g_assert_cmpint(number, ==, 5);
	g_assert_true(dd_query_get_number(&query, "nix", 1, 5, &number, &error));
	g_assert_cmpint(number, ==, 5);
	g_assert_false(dd_query_get_number(&query, "limit", 6, 9, &number, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(number, ==, 5);
}

static void
test_names(void)
{
	static const char *const names[] = {"a", "b", NULL}, *const fewer[] = {"a", NULL};
	g_auto(DdQuery) query = {0};
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_query_parse("/?a=1&b=2", &query, &error));
	g_assert_true(dd_query_check(&query, names, &error));
	g_assert_false(dd_query_check(&query, fewer, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

static void
test_refused(void)
{
	static const char *const targets[] = {"", "tasks", "*", "/?a=%", "/?a=%4", "/?a=%zz",
		"/?a=%00", "/?a=%0d%0a", "/?a=%ff", "/?%ff=1", "/?a=1&a=2", "/?a=1&%61=2", "/?a=\x7f"};
	for (size_t i = 0; i < G_N_ELEMENTS(targets); i++) {
		g_auto(DdQuery) query = {0};
		g_autoptr(GError) error = NULL;
		g_test_message("%s", targets[i]);
		g_assert_false(dd_query_parse(targets[i], &query, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
}

static void
test_bound(void)
{
	for (unsigned n = DD_MAX_PARAMETERS; n <= DD_MAX_PARAMETERS + 1; n++) {
		g_auto(DdQuery) query = {0};
		g_autoptr(GString) target = g_string_new("/?");
		g_autoptr(GError) error = NULL;
		for (unsigned i = 0; i < n; i++)
			g_string_append_printf(target, "p%u=1&", i);
		g_assert_cmpint(
			dd_query_parse(target->str, &query, &error), ==, n <= DD_MAX_PARAMETERS);
	}
}

static void
test_days(void)
{
	g_auto(DdQuery) query = {0};
	DdDay day = {.year = 2026, .month = 1, .day = 2};
	g_assert_true(dd_query_parse("/?from=2025-02-28&to=2025-02-30", &query, NULL));
	g_assert_true(dd_query_get_day(&query, "at", &day, NULL));
	g_assert_cmpint(day.year, ==, 2026);
	g_assert_true(dd_query_get_day(&query, "from", &day, NULL));
	g_assert_cmpint(day.day, ==, 28);
	g_autoptr(GError) error = NULL;
	g_assert_false(dd_query_get_day(&query, "to", &day, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_assert_nonnull(strstr(error->message, "to is a day"));
	g_assert_cmpint(day.day, ==, 28);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/query/parts", test_parts);
	g_test_add_func("/query/names", test_names);
	g_test_add_func("/query/refused", test_refused);
	g_test_add_func("/query/bound", test_bound);
	g_test_add_func("/query/days", test_days);
	return g_test_run();
}
