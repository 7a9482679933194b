/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"

#include <stdbool.h>
#include <string.h>

#define PAIRS ((size_t)14) /* of letters: names of 28, two to the 14th of them */
#define NAMES (1u << 14)
#define SHARED_MOST                                                                                \
	5u /* hashes of 32 bits that so many may share by chance: of six the chance is under one in 10^8 */

/*
 * g_str_hash multiplies by 33 for each letter, so that a letter more and 33 less behind it is the same: each name takes one pair or the
 * other by a bit of its number. Returns: (transfer full)
 */
static char *
make_name(unsigned number)
{
	char *name = g_malloc(2 * PAIRS + 1);
	for (size_t i = 0; i < PAIRS; i++) {
		bool more = (number >> i & 1) != 0;
		name[2 * i] = (char)('a' + more);
		name[2 * i + 1] = (char)('~' - 33 * more);
	}
	name[2 * PAIRS] = '\0';
	return name;
}

/* Names that a file would choose against g_str_hash, and numbers that leave one remainder for each size of a table */
static void
test_chosen_keys(void)
{
	g_autoptr(GHashTable) of_names = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) of_numbers = g_hash_table_new(NULL, NULL);
	g_autofree char *first = make_name(0);
	for (unsigned i = 0; i < NAMES; i++) {
		g_autofree char *name = make_name(i);
		size_t number = (size_t)i << 16;
		g_assert_cmpuint(g_str_hash(name), ==, g_str_hash(first));
		g_hash_table_add(of_names, GUINT_TO_POINTER(dd_dict_hash(name, strlen(name))));
		g_hash_table_add(of_numbers, GUINT_TO_POINTER(dd_dict_hash(&number, sizeof(number))));
	}
	g_assert_cmpuint(g_hash_table_size(of_names), >=, NAMES - SHARED_MOST);
	g_assert_cmpuint(g_hash_table_size(of_numbers), >=, NAMES - SHARED_MOST);
}

/* Each byte counts, and the length: zeros at the end are not nothing */
static void
test_each_byte(void)
{
	char bytes[40] = {0};
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	for (size_t len = 0; len <= sizeof(bytes); len++)
		g_hash_table_add(seen, GUINT_TO_POINTER(dd_dict_hash(bytes, len)));
	for (size_t i = 0; i < sizeof(bytes); i++) {
		bytes[i] = 1;
		g_hash_table_add(seen, GUINT_TO_POINTER(dd_dict_hash(bytes, sizeof(bytes))));
		bytes[i] = 0;
	}
	g_assert_cmpuint(g_hash_table_size(seen), >=, 2 * sizeof(bytes) + 1 - 1);
	g_assert_cmpuint(dd_dict_hash(bytes, 9), ==, dd_dict_hash(bytes + 1, 9));
}

static void
test_names(void)
{
	g_autoptr(GHashTable) table = dd_dict_new(g_free, NULL);
	for (unsigned i = 0; i < NAMES; i++)
		g_hash_table_insert(table, make_name(i), GUINT_TO_POINTER(i + 1));
	g_assert_cmpuint(g_hash_table_size(table), ==, NAMES);
	for (unsigned i = 0; i < NAMES; i++) {
		g_autofree char *name = make_name(i);
		g_assert_cmpuint(GPOINTER_TO_UINT(g_hash_table_lookup(table, name)), ==, i + 1);
	}
	g_assert_null(g_hash_table_lookup(table, "a"));
}

static void
test_numbers(void)
{
	g_autoptr(GHashTable) table = dd_dict_new_of_numbers();
	for (int i = 0; i < (int)NAMES; i++)
		g_hash_table_insert(
			table, GINT_TO_POINTER((i - 100) * (1 << 16)), GINT_TO_POINTER(i + 1));
	g_assert_cmpuint(g_hash_table_size(table), ==, NAMES);
	for (int i = 0; i < (int)NAMES; i++)
		g_assert_cmpint(GPOINTER_TO_INT(g_hash_table_lookup(
					table, GINT_TO_POINTER((i - 100) * (1 << 16)))),
			==, i + 1);
	g_assert_null(g_hash_table_lookup(table, GINT_TO_POINTER(1)));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/dict/chosen-keys", test_chosen_keys);
	g_test_add_func("/dict/each-byte", test_each_byte);
	g_test_add_func("/dict/names", test_names);
	g_test_add_func("/dict/numbers", test_numbers);
	return g_test_run();
}
