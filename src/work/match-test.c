/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <glib.h>

#define MOST 6

/* Tasks before and after, and for each before which one it is after, -1 none */
typedef struct {
	const char *what;
	DdMatchPlace old[MOST], fresh[MOST];
	int pairs[MOST];
} Row;

static const Row rows[] = {
	{"the same", {{"a", "1", 1}, {"b", "2", 2}}, {{"a", "1", 1}, {"b", "2", 2}}, {0, 1}},
	{"one more in between", {{"a", "1", 1}, {"b", "3", 3}},
		{{"a", "1", 1}, {"x", "2", 2}, {"b", "3", 3}}, {0, 2}},
	{"one gone", {{"a", "1", 1}, {"x", "2", 2}, {"b", "3", 3}}, {{"a", "1", 1}, {"b", "3", 3}},
		{0, -1, 1}},
	{"moved with its text", {{"a", "1", 1}, {"b", "2", 2}}, {{"b", "1", 1}, {"a", "2", 2}}, {1, 0}},
	{"another text at its place", {{"a", "1", 1}}, {{"a and more", "1", 1}}, {0}},
	{"another label and text on its line", {{"a", "1", 4}}, {{"b", "I.1", 4}}, {0}},
	{"another text and line under its label", {{"a", "1", 4}}, {{"b", "1", 7}}, {0}},
	{"alike ones in the order of their lines", {{"a", "", 1}, {"a", "", 5}, {"a", "", 9}},
		{{"a", "", 1}, {"a", "", 9}}, {0, 1, -1}},
	{"the text counts before the place", {{"a", "1", 1}, {"b", "2", 2}},
		{{"b", "1", 1}, {"c", "2", 2}}, {-1, 0}},
	{"nothing in common", {{"a", "1", 1}}, {{"b", "2", 2}}, {-1}},
	{"no text and no label tell nothing", {{"", "", 1}}, {{"", "", 2}}, {-1}},
};

static size_t
count(const DdMatchPlace *places)
{
	size_t n = 0;
	while (n < MOST && places[n].text != NULL)
		n++;
	return n;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		size_t pairs[MOST], n = count(rows[i].old);
		dd_match_tasks(rows[i].old, n, rows[i].fresh, count(rows[i].fresh), pairs);
		for (size_t k = 0; k < n; k++) {
			int is = pairs[k] == DD_MATCH_NONE ? -1 : (int)pairs[k];
			if (is != rows[i].pairs[k])
				g_error("%s: %zu is %d", rows[i].what, k, is);
		}
	}
}

/* Many that are all alike cost no more than others */
static void
test_many(void)
{
	size_t n = 200000;
	g_autofree DdMatchPlace *places = g_new(DdMatchPlace, n);
	g_autofree size_t *pairs = g_new(size_t, n);
	for (size_t i = 0; i < n; i++)
		places[i] = (DdMatchPlace){"a", "1", (int64_t)i};
	dd_match_tasks(places, n, places, n, pairs);
	for (size_t i = 0; i < n; i++)
		g_assert_cmpuint(pairs[i], ==, i);
	dd_match_tasks(NULL, 0, places, n, pairs);
	dd_match_tasks(places, n, NULL, 0, pairs);
	g_assert_cmpuint(pairs[n - 1], ==, DD_MATCH_NONE);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/match/rows", test_rows);
	g_test_add_func("/match/many", test_many);
	return g_test_run();
}
