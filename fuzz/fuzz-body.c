/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-body.c: JSON bodies of requests: one object of values and lists, or an error */
#include "body.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {
		"action", "reason", "percent", "until", "texts", "numbers", NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(json_t) body = dd_body_parse(data, size, names, &error);
	g_assert_true((body == NULL) == (error != NULL));
	if (body == NULL)
		return 0;
	const char *text;
	int64_t number = 0;
	DdDay day = DD_DATE_NONE;
	g_assert_cmpuint(json_object_size(body), <=, G_N_ELEMENTS(names) - 1);
	if (dd_body_get_text(body, "action", 16, true, &text, NULL))
		g_assert_true(g_utf8_validate(text, -1, NULL));
	if (dd_body_get_number(body, "percent", 0, 100, &number, NULL))
		g_assert_true(number >= 0 && number <= 100);
	if (dd_body_get_day(body, "until", &day, NULL))
		g_assert_true(!dd_date_is_set(day) || dd_date_weekday(day) > 0);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
	const char *const *list;
	if (dd_body_get_list(body, "texts", 16, 4, arena, &list, NULL) && list != NULL)
		g_assert_cmpuint(g_strv_length((char **)list), <=, 4);
	if (dd_body_get_numbers(body, "numbers", 4, numbers, NULL))
		g_assert_true(numbers->len >= 1 && numbers->len <= 4);
	return 0;
}
