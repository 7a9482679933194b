/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree.h"

#include <string.h>

static int
compare_names(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer user)
{
	return strcmp(a, b);
}

GTree *
dd_tree_new(GDestroyNotify free_key, GDestroyNotify free_value)
{
	return g_tree_new_full(compare_names, NULL, free_key, free_value);
}

static int
compare_numbers(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer user)
{
	gintptr x = (gintptr)a, y = (gintptr)b;
	return (x > y) - (x < y);
}

GTree *
dd_tree_new_of_numbers(void)
{
	return g_tree_new_full(compare_numbers, NULL, NULL, NULL);
}

bool
dd_tree_has(GTree *table, gconstpointer key)
{
	return g_tree_lookup_extended(table, key, NULL, NULL);
}

unsigned
dd_tree_count(GTree *table)
{
	return (unsigned)g_tree_nnodes(table);
}

bool
dd_tree_add(GTree *table, gpointer key)
{
	bool is_new = !dd_tree_has(table, key);
	g_tree_insert(table, key, NULL);
	return is_new;
}
