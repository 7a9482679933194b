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

/* Returns: how many of the first bytes are letters of ASCII or of no ASCII; 8 when all are */
static inline unsigned
dd_window_letters(uint64_t bytes)
{
	uint64_t small = (bytes | DD_BYTES_ALL(0x20)) & ~DD_BYTES_MARKS; /* capitals made small */
	/* the marks of bytes that reach "a", and of those behind "z": what is both is none */
	uint64_t from_a = small + DD_BYTES_ALL(0x80 - 'a'), behind_z = small + DD_BYTES_ALL(0x80 - 'z' - 1);
	return dd_bytes_first(~((from_a ^ behind_z) | bytes) & DD_BYTES_MARKS);
}

/*
 * Takes the run of such letters at @at, where @low and @high are the bytes there, zeros behind the last one.
 * Returns: as dd_window_read
 */
static inline unsigned
dd_window_take(DdWindow *window, uint64_t low, uint64_t high)
{
	unsigned n = dd_window_letters(low);
	if (n < 8) {
		*window = (DdWindow){low & ((UINT64_C(1) << 8 * n) - 1), 0};
		return n;
	}
	unsigned more = dd_window_letters(high);
	if (more == 8)
		return 0;
	*window = (DdWindow){low, high & ((UINT64_C(1) << 8 * more) - 1)};
	return n + more;
}

/* The same for fewer bytes than a window holds: nothing behind @end is read, and nothing before @text */
static inline unsigned
dd_window_read_near_end(DdWindow *window, const char *text, const char *at, const char *end)
{
	unsigned left = (unsigned)(end - at);
	if (left > 8)
		return dd_window_take(window, dd_bytes_load(at), dd_bytes_load(end - 8) >> (128 - 8 * left));
	if (end - text >= 8)
		return dd_window_take(window, dd_bytes_load(end - 8) >> (64 - 8 * left), 0);
	char all[8] = {0};
	memcpy(all, at, left);
	return dd_window_take(window, dd_bytes_load(all), 0);
}

/*
 * Takes the run of such letters at @at (< @end) of a stretch that begins at @text or behind.
 * Returns: its bytes; 0 when there is none or it is too long
 */
static inline unsigned
dd_window_read(DdWindow *window, const char *text, const char *at, const char *end)
{
	if (end - at >= (ptrdiff_t)DD_WINDOW_BYTES)
		return dd_window_take(window, dd_bytes_load(at), dd_bytes_load(at + 8));
	return dd_window_read_near_end(window, text, at, end);
}

G_END_DECLS
