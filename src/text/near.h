/* SPDX-License-Identifier: GPL-3.0-or-later */
/* near.h: how far two bare spellings are apart when a scanner may have mistaken letters */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

#define DD_NEAR_LONGEST 120 /* letters of the longer spelling; longer ones are never near */

/*
 * Distance of two bare spellings (a–z, digits, signs, blanks), in half edits: a letter taken for one that scanners
 * confuse with it costs 1, any other change, loss or gain 2.
 * Returns: the distance, or @max + 1 when it is above @max
 */
unsigned
dd_near_distance(const char *a, size_t a_len, const char *b, size_t b_len, unsigned max);
/*
 * Writes the bare spelling of @len bytes of UTF-8 at @text: lower case, no marks, white space folded to one blank, other
 * signs kept when ASCII, else left out.
 * Returns: its length, at most @size - 1; a NUL stands behind it
 */
size_t
dd_near_fold(const char *text, size_t len, char *out, size_t size);

G_END_DECLS
