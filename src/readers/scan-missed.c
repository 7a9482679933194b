/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-missed.c: ink that is left when the words are taken out, as frames of lines: in an image of half the size */
#include "scan-missed.h"

#include <math.h>

#define INK 160
#define HALF 2
#define POINTS_AN_INCH 72.0F
#define SIDE_POINTS 3.0F     /* beside a word: the rest of its last letter */
#define GAP_EMS 2.5F         /* between words of a line, at most */
#define REACH_POINTS 1.5F    /* around a word: marks of its letters */
#define WORD_GAP_POINTS 9.0F /* and more parts lines */
#define HIGH_LEAST 5.0F      /* points, of a frame with letters */
#define HIGH_MOST 30.0F
#define WIDE_LEAST 2.5F
#define MARGIN_POINTS 1.5F

/* Do two words stand on one line, one beside the other, as words of a sentence do? */
static bool
is_beside(const DdPageWord *before, const DdPageWord *word)
{
	float middle = (word->top + word->bottom) / 2, gap = word->left - before->right;
	return middle > before->top && middle < before->bottom && gap > -before->size &&
	       gap < GAP_EMS * before->size;
}

/* Makes paper of where the words stand, and of what is between those of one line: their frames may be too narrow. */
static void
take_out(PIX *small, float pixels, const DdPageContent *content)
{
	for (guint i = 0; i < content->words->len; i++) {
		const DdPageWord *word = &g_array_index(content->words, DdPageWord, i);
		bool beside = i > 0 && is_beside(word - 1, word);
		l_int32 left = (l_int32)(((beside ? word[-1].right : word->left) - SIDE_POINTS) *
					 pixels);
		l_int32 top = (l_int32)((word->top - REACH_POINTS) * pixels);
		l_int32 right = (l_int32)ceilf((word->right + SIDE_POINTS) * pixels);
		l_int32 bottom = (l_int32)ceilf((word->bottom + REACH_POINTS) * pixels);
		pixRasterop(small, left, top, right - left, bottom - top, PIX_CLR, NULL, 0, 0);
	}
}

static void
add_frame(const DdScanFrame *found, PIX *grey, float dpi, GArray *frames)
{
	float points = POINTS_AN_INCH * HALF / dpi;
	float height = (float)found->height * points, width = (float)found->width * points;
	if (height < HIGH_LEAST || height > HIGH_MOST || width < WIDE_LEAST)
		return;
	int margin = (int)lroundf(MARGIN_POINTS * dpi / POINTS_AN_INCH);
	int left = MAX(found->left * HALF - margin, 0), top = MAX(found->top * HALF - margin, 0);
	int right = MIN((found->left + found->width) * HALF + margin, pixGetWidth(grey));
	int bottom = MIN((found->top + found->height) * HALF + margin, pixGetHeight(grey));
	DdScanFrame frame = {left, top, right - left, bottom - top};
	g_array_append_val(frames, frame);
}

GArray *
dd_scan_find_missed(PIX *grey, float dpi, const DdPageContent *content)
{
	float pixels = dpi / POINTS_AN_INCH / HALF;
	GArray *frames = g_array_new(FALSE, FALSE, sizeof(DdScanFrame));
	g_autoptr(PIX) ink = pixThresholdToBinary(grey, INK);
	g_autoptr(PIX) small = ink != NULL ? pixReduceRankBinary2(ink, 2, NULL) : NULL;
	if (small == NULL)
		return frames;
	take_out(small, pixels, content);
	g_autoptr(PIX) joined = pixCloseSafeBrick(NULL, small, (l_int32)(WORD_GAP_POINTS * pixels), 1);
	g_autoptr(BOXA) boxes = joined != NULL ? pixConnCompBB(joined, 8) : NULL;
	for (l_int32 i = 0; boxes != NULL && i < boxaGetCount(boxes); i++) {
		DdScanFrame found;
		boxaGetBoxGeometry(boxes, i, &found.left, &found.top, &found.width, &found.height);
		add_frame(&found, grey, dpi, frames);
	}
	return frames;
}
