/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unify-test.c: names that a bad scan spells in several ways */
#include "unify.h"

#include <string.h>

#include "context-test-support.h"

static void
check(DdDamage damage, const char *const *names, size_t n, const char *expected)
{
	g_auto(DdTestContext) test;
	dd_test_context_init(&test, dd_lexicon_new(), damage, "x");
	DdContext *context = &test.context;
	DdField fields[64] = {0};
	g_assert_cmpuint(n, <=, G_N_ELEMENTS(fields));
	context->tasks = g_array_new(FALSE, TRUE, sizeof(DdTask));
	context->duties = g_array_new(FALSE, TRUE, sizeof(DdDuty));
	for (size_t i = 0; i < n; i++) {
		fields[i].value = names[i];
		DdTask task = {.lead = {&fields[i], 1}};
		g_array_append_val(context->tasks, task);
	}
	dd_unify_names(context);
	g_autoptr(GString) found = g_string_new(NULL);
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(found, "%s%s", i > 0 ? "|" : "", fields[i].value);
	g_assert_cmpstr(found->str, ==, expected);
	g_clear_pointer(&context->tasks, g_array_unref);
	g_clear_pointer(&context->duties, g_array_unref);
}

static void
test_names(void)
{
	static const char *const names[] = {"Trạm Thú y", "Trạm Thu y", "Sở Y tế", "Trạm Thú y",
		"Trạm Thù y", "SỞ Y TẾ", "Công an xã"};
	check(DD_DAMAGE_LIGHT, names, G_N_ELEMENTS(names),
		"Trạm Thú y|Trạm Thú y|Sở Y tế|Trạm Thú y|Trạm Thú y|SỞ Y TẾ|Công an xã");
	check(DD_DAMAGE_NONE, names, G_N_ELEMENTS(names),
		"Trạm Thú y|Trạm Thu y|Sở Y tế|Trạm Thú y|Trạm Thù y|SỞ Y TẾ|Công an xã");
}

/* Of two that are as frequent the one with more marks */
static void
test_tie(void)
{
	static const char *const names[] = {"Phong Van hóa", "Phòng Văn hóa"};
	check(DD_DAMAGE_HEAVY, names, G_N_ELEMENTS(names), "Phòng Văn hóa|Phòng Văn hóa");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/unify/names", test_names);
	g_test_add_func("/unify/tie", test_tie);
	return g_test_run();
}
