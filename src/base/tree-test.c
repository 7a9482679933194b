/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree.h"

#define PAIRS 14 /* of letters: names of 28, two to the 14th of them */
#define NAMES (1u << PAIRS)
/* 1.44 times 14: how high a balanced tree of so many can be, which is what a look goes through */
#define HEIGHT_MOST 21

/*
 * Hashes multiply by 33 for each letter, so that a letter more and 33 less behind it is the same: each name takes one pair or the other
 * by a bit of its number. Returns: (transfer full)
 */
static char *
make_name(unsigned number)
{
	char *name = g_malloc(2 * PAIRS + 1);
	for (unsigned i = 0; i < PAIRS; i++) {
		bool more = (number >> i & 1) != 0;
		name[2 * i] = (char)('a' + more);
		name[2 * i + 1] = (char)('~' - 33 * more);
	}
	name[2 * PAIRS] = '\0';
	return name;
}

static void
test_names_of_one_hash(void)
{
	g_autoptr(GTree) table = dd_tree_new(g_free, NULL);
	g_autofree char *first = make_name(0);
	for (unsigned i = 0; i < NAMES; i++) {
		g_autofree char *name = make_name(i);
		g_assert_cmpuint(g_str_hash(name), ==, g_str_hash(first));
		g_tree_insert(table, g_steal_pointer(&name), GUINT_TO_POINTER(i + 1));
	}
	g_assert_cmpint(g_tree_nnodes(table), ==, NAMES);
	g_assert_cmpint(g_tree_height(table), <=, HEIGHT_MOST);
	for (unsigned i = 0; i < NAMES; i++) {
		g_autofree char *name = make_name(i);
		g_assert_cmpuint(GPOINTER_TO_UINT(g_tree_lookup(table, name)), ==, i + 1);
	}
	g_assert_null(g_tree_lookup(table, "a"));
}

/* Numbers that leave one remainder for every size that a hash table of them may have */
static void
test_numbers(void)
{
	g_autoptr(GTree) table = dd_tree_new_of_numbers();
	for (int i = 0; i < (int)NAMES; i++)
		g_tree_insert(table, GINT_TO_POINTER((i - 100) * (1 << 16)), GINT_TO_POINTER(i + 1));
	g_assert_cmpint(g_tree_nnodes(table), ==, NAMES);
	g_assert_cmpint(g_tree_height(table), <=, HEIGHT_MOST);
	for (int i = 0; i < (int)NAMES; i++)
		g_assert_cmpint(
			GPOINTER_TO_INT(g_tree_lookup(table, GINT_TO_POINTER((i - 100) * (1 << 16)))),
			==, i + 1);
}

static void
test_sets(void)
{
	g_autoptr(GTree) table = dd_tree_new(g_free, NULL);
	g_assert_false(dd_tree_has(table, "a"));
	g_assert_true(dd_tree_add(table, g_strdup("a")));
	g_assert_true(dd_tree_has(table, "a"));
	g_assert_false(dd_tree_add(table, g_strdup("a")));
	g_assert_true(dd_tree_add(table, g_strdup("b")));
	g_assert_cmpint(g_tree_nnodes(table), ==, 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tree/names-of-one-hash", test_names_of_one_hash);
	g_test_add_func("/tree/numbers", test_numbers);
	g_test_add_func("/tree/sets", test_sets);
	return g_test_run();
}
