/* SPDX-License-Identifier: GPL-3.0-or-later */
/* syllable.h: is this word built like a Vietnamese syllable */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * Returns: TRUE when the @len bytes at @word (valid UTF-8 in NFC, any case) are an onset, a rime and at most one tone that
 * Vietnamese puts together. Foreign words and abbreviations are FALSE.
 */
bool
dd_syllable_is_valid(const char *word, size_t len);

#define DD_SYLLABLE_LETTERS 7 /* of the longest: "nghiêng" */

/* The same for @n letters that are decoded already (DdLetter.base, at most DD_SYLLABLE_LETTERS) and one tone at most */
bool
dd_syllable_fits(const uint8_t *bases, size_t n);

G_END_DECLS
