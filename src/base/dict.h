/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dict.h: tables of what a file chooses: names, numbers. GLib's hash tables under a key that is drawn for each process: a file may choose
 * its names, but not so that they share a place, which would make each look go through all of them (as they could with g_str_hash).
 */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Returns: (transfer full) a table by strings. @free_key, @free_value: NULL where it does not own them */
GHashTable *
dd_dict_new(GDestroyNotify free_key, GDestroyNotify free_value) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) a table by numbers, each as a pointer (GINT_TO_POINTER), that owns nothing */
GHashTable *
dd_dict_new_of_numbers(void) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Returns: a hash of @len bytes under the process's key: that of two which differ is the same in about one of 2^32 processes for each
 * seven bytes of them (a polynomial over the field of 2^61 - 1 elements: Carter and Wegman, "New hash functions", 1981)
 */
guint
dd_dict_hash(const void *bytes, size_t len);

G_END_DECLS
