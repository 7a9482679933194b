/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-runs.c: rows of dark pixels by doubling: where a row of n begins at a pixel and at the one n behind it, a row of 2n begins. First what
 * begins a row that is long enough is found so, then each beginning is drawn out to its row.
 */
#include "scan-runs.h"

#define WORD 32 /* pixels */

/* Leaves in @line the pixels that have a dark one @by places behind them; beyond the end there is none. */
static void
and_behind(l_uint32 *line, size_t words, size_t by)
{
	size_t whole = MIN(by / WORD, words), kept = words - whole;
	unsigned bits = by % WORD;
	for (size_t i = 0; bits == 0 && i < kept; i++)
		line[i] &= line[i + whole];
	for (size_t i = 0; bits != 0 && i + 1 < kept; i++)
		line[i] &= line[i + whole] << bits | line[i + whole + 1] >> (WORD - bits);
	if (bits != 0 && kept > 0)
		line[kept - 1] &= line[words - 1] << bits;
	for (size_t i = kept; i < words; i++)
		line[i] = 0;
}

/* Adds to @line the pixels that have a dark one @by places before them. */
static void
or_before(l_uint32 *line, size_t words, size_t by)
{
	size_t whole = MIN(by / WORD, words);
	unsigned bits = by % WORD;
	for (size_t i = words; bits == 0 && i-- > whole;)
		line[i] |= line[i - whole];
	for (size_t i = words; bits != 0 && i-- > whole + 1;)
		line[i] |= line[i - whole] >> bits | line[i - whole - 1] << (WORD - bits);
	if (bits != 0 && whole < words)
		line[whole] |= line[0] >> bits;
}

/* The picture's lines, one behind the other without a gap */
typedef struct {
	l_uint32 *data;
	size_t words, lines; /* of a line; of the picture */
} Lines;

static void
keep_beginnings(const Lines *self, size_t by, bool across)
{
	size_t all = self->words * self->lines, behind = MIN(by, self->lines) * self->words;
	for (size_t y = 0; across && y < self->lines; y++)
		and_behind(self->data + y * self->words, self->words, by);
	if (across)
		return;
	for (size_t i = 0; i < all - behind; i++)
		self->data[i] &= self->data[i + behind];
	for (size_t i = all - behind; i < all; i++)
		self->data[i] = 0;
}

static void
draw_out(const Lines *self, size_t by, bool across)
{
	size_t all = self->words * self->lines, before = MIN(by, self->lines) * self->words;
	for (size_t y = 0; across && y < self->lines; y++)
		or_before(self->data + y * self->words, self->words, by);
	/* from the end, so that what is added is not drawn out again */
	for (size_t i = all; !across && i-- > before;)
		self->data[i] |= self->data[i - before];
}

PIX *
dd_scan_keep_runs(PIX *pix, int length, bool across)
{
	PIX *kept = pixCopy(NULL, pix);
	if (kept == NULL || length <= 1)
		return kept;
	pixSetPadBits(kept, 0);
	const Lines lines = {pixGetData(kept), (size_t)pixGetWpl(kept), (size_t)pixGetHeight(kept)};
	size_t wanted = (size_t)length;
	for (size_t have = 1; have < wanted; have += MIN(have, wanted - have))
		keep_beginnings(&lines, MIN(have, wanted - have), across);
	for (size_t have = 1; have < wanted; have += MIN(have, wanted - have))
		draw_out(&lines, MIN(have, wanted - have), across);
	pixSetPadBits(kept, 0);
	return kept;
}
