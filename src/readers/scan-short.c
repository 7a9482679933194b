/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-short.c: "2." alone is read as anything; four of them beside each other are read as such */
#include "scan-short.h"

#include <string.h>

#define COPIES 4
#define BLACK 77  /* what is darker becomes black, … */
#define WHITE 217 /* … and what is brighter white: grains of the paper are large beside a letter */
#define PAPER 255
#define BORDER_SHARE 0.25F /* of the height, on each side */

PIX *
dd_scan_repeat(PIX *grey, const DdScanFrame *frame)
{
	BOX *box = boxCreate(frame->left, frame->top, frame->width, frame->height);
	g_autoptr(PIX) part = box != NULL ? pixClipRectangle(grey, box, NULL) : NULL;
	boxDestroy(&box);
	if (part == NULL || pixGammaTRC(part, part, 1, BLACK, WHITE) == NULL)
		return NULL;
	l_int32 width = pixGetWidth(part), height = pixGetHeight(part);
	l_int32 border = (l_int32)(BORDER_SHARE * (float)height);
	PIX *all = pixCreate(COPIES * (width + 2 * border), height + 2 * border, 8);
	if (all == NULL)
		return NULL;
	pixSetAllArbitrary(all, PAPER);
	for (l_int32 i = 0; i < COPIES; i++)
		pixRasterop(all, border + i * (width + 2 * border), border, width, height, PIX_SRC,
			part, 0, 0);
	return all;
}

/* Returns: (transfer full) the text of which @word is @COPIES without a blank; NULL for another */
static char *
divide(const char *word)
{
	size_t len = strlen(word), part = len / COPIES;
	if (part == 0 || part * COPIES != len)
		return NULL;
	for (size_t i = 1; i < COPIES; i++)
		if (memcmp(word, word + i * part, part) != 0)
			return NULL;
	return g_strndup(word, part);
}

/* How many of @words are @word */
static guint
count(const GArray *words, const char *word)
{
	guint n = 0;
	for (guint i = 0; i < words->len; i++)
		n += strcmp(word, g_array_index(words, const char *, i)) == 0;
	return n;
}

char *
dd_scan_elect(const GArray *words)
{
	const char *best = NULL;
	for (guint i = 0; i < words->len; i++) {
		const char *word = g_array_index(words, const char *, i);
		if (count(words, word) < 2 || (best != NULL && strcmp(best, word) == 0))
			continue;
		/* two words that stand beside each other come back several times both */
		if (best != NULL)
			return NULL;
		best = word;
	}
	if (best != NULL)
		return 2 * count(words, best) >= words->len ? g_strdup(best) : NULL;
	const char *only = words->len == 1 ? g_array_index(words, const char *, 0) : NULL;
	return only != NULL ? divide(only) : NULL;
}
