/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window.h: what may be a word, as two numbers by which it is known again */
#pragma once

#include "bytes.h"

G_BEGIN_DECLS

#define DD_WINDOW_BYTES 16u /* no Vietnamese syllable is longer */

/* The bytes of a word, zeros behind them; both 0: none */
typedef struct {
	uint64_t low, high;
} DdWindow;

/* Returns: marks of the bytes that are ASCII and no letter */
static inline uint64_t
dd_window_ends(uint64_t bytes)
{
	uint64_t capital = bytes &
			   DD_BYTES_ALL('_'); /* of small letters; no sign becomes a letter by it */
	/* the marks of bytes that reach "A", and of those behind "Z": what has both is no letter */
	uint64_t from_a = capital + DD_BYTES_ALL(0x80 - 'A'),
		 behind_z = capital + DD_BYTES_ALL(0x80 - 'Z' - 1);
	return ~((from_a ^ behind_z) | bytes) & DD_BYTES_MARKS;
}

/* Returns: the bytes at @at (< @end), zeros from @end on; nothing behind @end is read, and nothing before @text */
static inline DdWindow
dd_window_load(const char *text, const char *at, const char *end)
{
	size_t left = (size_t)(end - at);
	if (left >= DD_WINDOW_BYTES)
		return (DdWindow){dd_bytes_load(at), dd_bytes_load(at + 8)};
	if (left > 8)
		return (DdWindow){dd_bytes_load(at), dd_bytes_load(end - 8) >> (128 - 8 * left)};
	if (end - text >= 8)
		return (DdWindow){dd_bytes_load(end - 8) >> (64 - 8 * left), 0};
	char all[8] = {0};
	memcpy(all, at, left);
	return (DdWindow){dd_bytes_load(all), 0};
}

/*
 * Takes the run of letters of ASCII and bytes of no ASCII at @at (< @end) of a stretch that begins at @text or behind.
 * Returns: its bytes; 0 when there is none or it is too long
 */
static inline unsigned
dd_window_read(DdWindow *window, const char *text, const char *at, const char *end)
{
	*window = dd_window_load(text, at, end);
	uint64_t ends = dd_window_ends(window->low);
	if (ends != 0) {
		*window = (DdWindow){dd_bytes_before(window->low, ends), 0};
		return dd_bytes_first(ends);
	}
	ends = dd_window_ends(window->high);
	window->high = dd_bytes_before(window->high, ends);
	return ends != 0 ? 8 + dd_bytes_first(ends) : 0;
}

G_END_DECLS
