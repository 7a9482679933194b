/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body-test.c: bodies that are one flat object, and all others */
#include "body.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

static const char *const names[] = {"text", "number", "day", "list", "flag", NULL};

static void
test_members(void)
{
	static const char text[] =
		"{\"text\": \"a \\\" { [ \\u1edf\", \"number\": 5, \"day\": \"2026-12-31\"}";
	g_autoptr(GError) error = NULL;
	g_autoptr(json_t) body = dd_body_parse(text, strlen(text), names, &error);
	const char *value;
	int64_t number = 0;
	DdDay day = DD_DATE_NONE;
	g_assert_no_error(error);
	g_assert_true(dd_body_get_text(body, "text", 100, true, &value, &error));
	g_assert_cmpstr(value, ==, "a \" { [ ở");
	g_assert_true(dd_body_get_number(body, "number", 0, 5, &number, &error));
	g_assert_cmpint(number, ==, 5);
	g_assert_true(dd_body_get_day(body, "day", &day, &error));
	g_assert_cmpint(day.month, ==, 12);
	g_assert_true(dd_body_get_text(body, "nix", 100, false, &value, &error));
	g_assert_null(value);
	g_assert_false(dd_body_get_text(body, "nix", 100, true, &value, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_MISSING);
	g_clear_error(&error);
	g_assert_false(dd_body_get_text(body, "text", 3, true, &value, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_clear_error(&error);
	g_assert_false(dd_body_get_text(body, "number", 3, true, &value, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_clear_error(&error);
	g_assert_false(dd_body_get_number(body, "number", 0, 4, &number, &error));
	g_clear_error(&error);
	g_assert_false(dd_body_get_day(body, "text", &day, &error));
}

static void
test_lists(void)
{
	/* the first is written by a letter and a mark */
	static const char text[] = "{\"list\": [\"Sơ\u0309\", \"b\"], \"number\": [3, 2], "
				   "\"flag\": true, \"day\": [], \"text\": \"a\"}";
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(json_t) body = dd_body_parse(text, strlen(text), names, &error);
	const char *const *list;
	bool flag = false;
	g_assert_no_error(error);
	g_assert_true(dd_body_get_list(body, "list", 10, 2, arena, &list, &error));
	g_assert_cmpstr(list[0], ==, "Sở");
	g_assert_cmpstr(list[1], ==, "b");
	g_assert_null(list[2]);
	g_assert_true(dd_body_get_list(body, "nix", 10, 2, arena, &list, &error));
	g_assert_null(list);
	g_assert_true(dd_body_get_list(body, "day", 10, 2, arena, &list, &error));
	g_assert_nonnull(list);
	g_assert_null(list[0]);
	g_assert_true(dd_body_get_numbers(body, "number", 2, numbers, &error));
	g_assert_cmpint(g_array_index(numbers, int64_t, 1), ==, 2);
	g_assert_true(dd_body_get_bool(body, "flag", &flag, &error));
	g_assert_true(flag);
	const DdError codes[] = {DD_ERROR_TOO_LARGE, DD_ERROR_INVALID_DATA, DD_ERROR_INVALID_DATA,
		DD_ERROR_INVALID_DATA, DD_ERROR_MISSING, DD_ERROR_INVALID_DATA};
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		bool done[] = {i == 0 && dd_body_get_list(body, "list", 10, 1, arena, &list, &error),
			i == 1 && dd_body_get_list(body, "list", 3, 2, arena, &list, &error),
			i == 2 && dd_body_get_list(body, "text", 3, 2, arena, &list, &error),
			i == 3 && dd_body_get_numbers(body, "list", 2, numbers, &error),
			i == 4 && dd_body_get_numbers(body, "nix", 2, numbers, &error),
			i == 5 && dd_body_get_bool(body, "text", &flag, &error)};
		g_assert_false(done[i]);
		g_assert_error(error, DD_ERROR, (gint)codes[i]);
		g_clear_error(&error);
	}
}

static void
test_refused(void)
{
	static const char *const bodies[] = {"", "{", "[]", "1", "null", "{} {}", "{\"text\": {}}",
		"{\"text\": [[]]}", "{\"text\": [{}]}", "{\"text\": [1], \"list\": {}}",
		"{\"nix\": 1}", "{\"text\": 1, \"text\": 2}", "{\"text\": \"\xff\"}",
		"{\"text\": \"\\u0000\"}", "{text: 1}", "{\"text\": \"a", "{\"text\": \"\\ud800\"}"};
	for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
		g_autoptr(GError) error = NULL;
		g_test_message("%s", bodies[i]);
		g_assert_null(dd_body_parse(bodies[i], strlen(bodies[i]), names, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	g_autofree char *large = g_strnfill(DD_MAX_JSON_BYTES + 1, ' ');
	g_autoptr(GError) error = NULL;
	g_assert_null(dd_body_parse(large, DD_MAX_JSON_BYTES + 1, names, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

/* What is freed was overwritten: it may have been a password */
static void
test_wiped(void)
{
	static const char text[] = "{\"text\": \"sông Hồng chảy\", \"number\": 5}";
	static const char zeros[sizeof("sông Hồng chảy")];
	g_autoptr(GError) error = NULL;
	json_t *body = dd_body_parse(text, strlen(text), names, &error);
	g_assert_no_error(error);
	json_t *kept = json_incref(json_object_get(body, "text"));
	g_assert_cmpstr(json_string_value(kept), ==, "sông Hồng chảy");
	dd_body_free(body);
	g_assert_true(memcmp(json_string_value(kept), zeros, sizeof(zeros)) == 0);
	json_decref(kept);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/body/members", test_members);
	g_test_add_func("/body/lists", test_lists);
	g_test_add_func("/body/refused", test_refused);
	g_test_add_func("/body/wiped", test_wiped);
	return g_test_run();
}
