/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seek-test.c: what a seek tells of a stretch is what a look at its bytes tells, in whatever order the stretches come */
#include "seek.h"

static bool
stands_in(const char *text, size_t start, size_t end, char byte)
{
	return end > start && memchr(text + start, byte, end - start) != NULL;
}

static void
test_all_stretches(void)
{
	static const char *const texts[] = {
		"", "(", "((", "a", "a(b", "(a(b", "ab((c", "abc(", "a(b(c(d", "abcdef"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		size_t len = strlen(texts[i]);
		for (int falling = 0; falling < 2; falling++) {
			DdSeek seek = dd_seek_new(texts[i], len, '(');
			for (size_t k = 0; k <= len; k++) {
				size_t start = falling ? len - k : k;
				for (size_t end = start; end <= len; end++)
					g_assert_cmpint(dd_seek_in(&seek, start, end), ==,
						stands_in(texts[i], start, end, '('));
			}
		}
	}
}

/* Cells of a table go forth and back */
static void
test_zigzag(void)
{
	static const char text[] = "a(bc(d(((efgh(ijk(";
	size_t len = strlen(text);
	DdSeek seek = dd_seek_new(text, len, '(');
	for (size_t i = 0; i < 1000; i++) {
		size_t start = i * 7 % len, end = MIN(len, start + i % 5);
		g_assert_cmpint(dd_seek_in(&seek, start, end), ==, stands_in(text, start, end, '('));
	}
}

/* Longer than what is looked at in one go */
static void
test_long(void)
{
	enum { LEN = 3 * DD_SEEK_BYTES };
	g_autofree char *text = g_strnfill(LEN, 'a');
	text[LEN - 2] = '(';
	DdSeek seek = dd_seek_new(text, LEN, '(');
	g_assert_false(dd_seek_in(&seek, 0, LEN - 2));
	g_assert_true(dd_seek_in(&seek, 0, LEN - 1));
	g_assert_true(dd_seek_in(&seek, 5, LEN));
	g_assert_false(dd_seek_in(&seek, LEN - 1, LEN));
	g_assert_false(dd_seek_in(&seek, DD_SEEK_BYTES, 2 * DD_SEEK_BYTES));
}

static void
test_blanked(void)
{
	char text[] = "a(b(c";
	DdSeek seek = dd_seek_new(text, 5, '(');
	g_assert_true(dd_seek_in(&seek, 0, 2));
	text[1] = ' ';
	g_assert_false(dd_seek_in(&seek, 0, 2));
	g_assert_false(dd_seek_in(&seek, 2, 3));
	g_assert_true(dd_seek_in(&seek, 2, 4));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/seek/all-stretches", test_all_stretches);
	g_test_add_func("/seek/zigzag", test_zigzag);
	g_test_add_func("/seek/long", test_long);
	g_test_add_func("/seek/blanked", test_blanked);
	return g_test_run();
}
