/* SPDX-License-Identifier: GPL-3.0-or-later */
/* near-test.c: distances in half edits, and the bare spelling they are measured on */
#include "near.h"

#include <stdbool.h>
#include <string.h>

static unsigned
distance(const char *a, const char *b, unsigned max)
{
	return dd_near_distance(a, strlen(a), b, strlen(b), max);
}

static void
test_distance(void)
{
	static const struct {
		const char *a, *b;
		unsigned max, distance;
	} cases[] = {
		{"", "", 0, 0},
		{"chu tri", "chu tri", 10, 0},
		{"chu tri", "cht tri", 10, 2}, /* another letter */
		{"chu tri", "chi tri", 10, 1}, /* u for i: scanners confuse them */
		{"so", "s0", 10, 1},
		{"so", "86", 10, 2},            /* two confused letters */
		{"phoi hop", "phoihop", 10, 2}, /* a lost blank */
		{"tri", "ttri", 10, 2},
		{"tri", "tr", 10, 2},
		{"don vi", "", 20, 12},
		{"abc", "xyz", 2, 3},    /* over the maximum: maximum + 1 */
		{"abcdef", "abc", 5, 6}, /* by length alone */
		{"abcdef", "abc", 6, 6},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s %s", cases[i].a, cases[i].b);
		g_assert_cmpuint(distance(cases[i].a, cases[i].b, cases[i].max), ==, cases[i].distance);
		g_assert_cmpuint(distance(cases[i].b, cases[i].a, cases[i].max), ==, cases[i].distance);
	}
}

/* Whatever the maximum, the answer is the distance or the maximum + 1 */
static void
test_maximum(void)
{
	static const char *const words[] = {
		"don vi chu tri", "d0n vj chu trl", "thoi gian", "thol gtan hoan thanh", "x", ""};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		for (size_t j = 0; j < G_N_ELEMENTS(words); j++) {
			unsigned full = distance(words[i], words[j], 1000);
			for (unsigned max = 0; max < 50; max++)
				g_assert_cmpuint(
					distance(words[i], words[j], max), ==, MIN(full, max + 1));
		}
	}
}

static void
test_longest(void)
{
	g_autofree char *longest = g_strnfill(DD_NEAR_LONGEST, 'a');
	g_autofree char *longer = g_strnfill(DD_NEAR_LONGEST + 1, 'a');
	g_assert_cmpuint(distance(longest, longest, 3), ==, 0);
	g_assert_cmpuint(distance(longer, longer, 3), ==, 4);
	g_assert_cmpuint(distance(longer, "a", 3), ==, 4);
}

static void
test_fold(void)
{
	static const struct {
		const char *text, *fold;
	} cases[] = {
		{"", ""},
		{"Đơn vị chủ trì:", "don vi chu tri:"},
		{"  ĐƠN \t\n VỊ  ", "don vi"},
		{"Sở KH&CN", "so kh&cn"},
		{"Quý II/2025", "quy ii/2025"},
		{"a–b", "ab"},
		{"(hoà)", "(hoa)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		char out[64];
		size_t len = dd_near_fold(cases[i].text, strlen(cases[i].text), out, sizeof(out));
		g_assert_cmpstr(out, ==, cases[i].fold);
		g_assert_cmpuint(len, ==, strlen(cases[i].fold));
	}
}

static void
test_fold_is_bounded(void)
{
	char out[6] = "xxxxx";
	g_assert_cmpuint(dd_near_fold("kế hoạch", strlen("kế hoạch"), out, sizeof(out)), ==, 5);
	g_assert_cmpstr(out, ==, "ke ho");
	g_assert_cmpuint(dd_near_fold("kế hoạch", strlen("kế hoạch"), out, 1), ==, 0);
	g_assert_cmpstr(out, ==, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/near/distance", test_distance);
	g_test_add_func("/near/maximum", test_maximum);
	g_test_add_func("/near/longest", test_longest);
	g_test_add_func("/near/fold", test_fold);
	g_test_add_func("/near/fold-is-bounded", test_fold_is_bounded);
	return g_test_run();
}
