/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compose.h: letters and marks put together: Vietnamese by a table, all else by Unicode */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DD_COMPOSE_IN 33 /* code points of one letter with its marks that are taken together */
#define DD_COMPOSE_OUT                                                                             \
	160 /* code points that they may give: no decomposition is longer than four */

/* Returns: the letter with @base and @tone as in letter.h; 0 when Vietnamese has no such letter */
gunichar
dd_compose_letter(unsigned base, unsigned tone, bool upper);
/*
 * Puts @mark (U+0300–036F) on @letter whatever marks that has already; the same mark twice counts
 * once.
 * Returns: the Vietnamese letter; 0 when there is none
 */
gunichar
dd_compose_mark(gunichar letter, gunichar mark);
/*
 * Returns: TRUE when @c may melt into the character before it: marks, vowel signs, parts of Korean
 * syllables
 */
bool
dd_compose_extends(gunichar c);
/* Returns: TRUE when @c alone stays as it is in NFC */
bool
dd_compose_is_stable(gunichar c);
/* Brings @in (@n from 1 to DD_COMPOSE_IN) into NFC. Returns: number of code points in @out */
size_t
dd_compose_nfc(const gunichar *in, size_t n, gunichar out[DD_COMPOSE_OUT]);

G_END_DECLS
