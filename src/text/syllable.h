/* SPDX-License-Identifier: GPL-3.0-or-later */
/* syllable.h: is this word built like a Vietnamese syllable */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * Returns: TRUE when the @len bytes at @word (valid UTF-8 in NFC, any case) are an onset, a rime and at most one tone that
 * Vietnamese puts together. Foreign words and abbreviations are FALSE.
 */
bool
dd_syllable_is_valid(const char *word, size_t len);

G_END_DECLS
