/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tree.h: tables of what a file chooses: names, numbers. Trees and no hash tables: a file may choose its names so that all have one
 * hash, and each look then goes through all of them. g_tree_lookup, g_tree_insert and the rest of GTree are for these.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Returns: (transfer full) a table by strings. @free_key, @free_value: NULL where it does not own them */
GTree *
dd_tree_new(GDestroyNotify free_key, GDestroyNotify free_value) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) a table by numbers, each as a pointer (GINT_TO_POINTER), that owns nothing */
GTree *
dd_tree_new_of_numbers(void) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when @key is in it, whatever it stands for */
bool
dd_tree_has(GTree *table, gconstpointer key);
/* Returns: how many keys it has */
unsigned
dd_tree_count(GTree *table);
/* Adds @key, as owned as the table's keys are, and nothing that it stands for. Returns: FALSE when it was there */
bool
dd_tree_add(GTree *table, gpointer key);

G_END_DECLS
