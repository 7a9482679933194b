/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo-test.c: what is kept, for how long, and how much of it */
#include "memo.h"

#include <string.h>

#include "maxima.h"

static void
keep(DdMemo *memo, int64_t seq, const char *key, const char *text)
{
	g_autoptr(GBytes) answer = g_bytes_new(text, strlen(text));
	dd_memo_keep(memo, seq, key, answer);
}

/* @text: NULL: nothing is kept */
static void
expect(DdMemo *memo, int64_t seq, const char *key, const char *text)
{
	g_autoptr(GBytes) found = dd_memo_find(memo, seq, key);
	g_autoptr(GBytes) wanted = text != NULL ? g_bytes_new(text, strlen(text)) : NULL;
	g_assert_true(wanted != NULL ? found != NULL && g_bytes_equal(found, wanted) : found == NULL);
}

static void
test_seq(void)
{
	g_autoptr(DdMemo) memo = dd_memo_new();
	expect(memo, 7, "a", NULL);
	keep(memo, 7, "a", "one");
	keep(memo, 7, "b", "two");
	expect(memo, 7, "a", "one");
	expect(memo, 7, "b", "two");
	expect(memo, 7, "c", NULL);
	expect(memo, 8, "a", NULL);
	expect(memo, 6, "a", NULL);
	/* who was slow brings what is over already */
	keep(memo, 6, "a", "old");
	expect(memo, 6, "a", NULL);
	expect(memo, 7, "a", "one");
	keep(memo, 8, "a", "new");
	expect(memo, 8, "a", "new");
	expect(memo, 7, "a", NULL);
	expect(memo, 8, "b", NULL);
}

static void
test_bounds(void)
{
	g_autoptr(DdMemo) memo = dd_memo_new();
	char key[32];
	unsigned kept = 0;
	for (unsigned i = 0; i < 3 * DD_MAX_MEMO_ANSWERS; i++) {
		g_snprintf(key, sizeof(key), "%u", i);
		keep(memo, 1, key, key);
		expect(memo, 1, key, key);
	}
	for (unsigned i = 0; i < 3 * DD_MAX_MEMO_ANSWERS; i++) {
		g_snprintf(key, sizeof(key), "%u", i);
		g_autoptr(GBytes) found = dd_memo_find(memo, 1, key);
		kept += found != NULL;
	}
	g_assert_cmpuint(kept, >, 0);
	g_assert_cmpuint(kept, <=, DD_MAX_MEMO_ANSWERS);
	/* two that have no room together, and one that has none by itself */
	g_autofree char *half = g_strnfill(DD_MAX_MEMO_BYTES / 2 + 1, 'x');
	g_autofree char *all = g_strnfill(DD_MAX_MEMO_BYTES + 1, 'x');
	keep(memo, 2, "half", half);
	expect(memo, 2, "half", half);
	keep(memo, 2, "other", half);
	expect(memo, 2, "other", half);
	expect(memo, 2, "half", NULL);
	keep(memo, 2, "all", all);
	expect(memo, 2, "all", NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/memo/seq", test_seq);
	g_test_add_func("/memo/bounds", test_bounds);
	return g_test_run();
}
