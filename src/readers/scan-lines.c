/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-lines.c: ruling lines of a scan are broken, uneven and not quite straight: they are looked for in an image of half the size, in
 * which dark pixels are larger than they were, and handed to those who find lines in images as clean ones.
 */
#include "scan-lines.h"

#include "rules.h"
#include "scan-runs.h"

#define INK 190 /* thin lines are grey */
#define LETTER_INK 170
#define ACROSS_POINTS 30.0F /* the shortest line across: longer than letters that touch */
#define DOWN_POINTS 15.0F   /* and down: a row of a table */
#define THICK_POINTS 3.0F   /* what is thicker is no line */
#define REACH_POINTS 0.7F   /* of a line's grey edge */
#define HALF 2
#define STROKE_POINTS 22.0F /* height and width of what is no letter */
#define STROKE_INK 0.16F    /* of its frame that is ink */
#define STROKE_MARGIN 1     /* pixels, of its edge */

/* Lines in one direction: dark along it for long, and not across it. @across: they go across the page */
static PIX *
find_lines(PIX *ink, float points, bool across)
{
	l_int32 length = (l_int32)((across ? ACROSS_POINTS : DOWN_POINTS) / points);
	l_int32 thick = MAX((l_int32)(THICK_POINTS / points), 3);
	/* a slant of some pixels within a line's length is bridged */
	g_autoptr(PIX) wide = across ? pixDilateBrick(NULL, ink, 1, 2)
				     : pixDilateBrick(NULL, ink, 2, 1);
	g_autoptr(PIX) lines = wide != NULL ? dd_scan_keep_runs(wide, length, across) : NULL;
	g_autoptr(PIX) thicker = lines != NULL ? dd_scan_keep_runs(lines, thick + 2, !across) : NULL;
	if (thicker == NULL)
		return NULL;
	pixSubtract(lines, lines, thicker);
	return g_steal_pointer(&lines);
}

/* As an image of 4 bytes a pixel, dark on white */
static void
add_rules(PIX *lines, float dpi, DdPageContent *content)
{
	g_autoptr(PIX) image = pixConvertTo32(lines);
	if (image == NULL)
		return;
	const DdPageImage page = {.pixels = (guint8 *)pixGetData(image),
		.width = (uint32_t)pixGetWidth(image),
		.height = (uint32_t)pixGetHeight(image),
		.stride = 4 * (uint32_t)pixGetWpl(image),
		.dpi = dpi};
	dd_rules_find(&page, content);
}

/* Makes paper of the lines in @grey. */
static void
blank(PIX *grey, PIX *lines, float points)
{
	l_int32 reach = 2 * (l_int32)(REACH_POINTS / points) + 1;
	g_autoptr(PIX) wide = pixDilateBrick(NULL, lines, reach, reach);
	g_autoptr(PIX) full = wide != NULL ? pixExpandBinaryPower2(wide, HALF) : NULL;
	if (full != NULL)
		pixSetMasked(grey, full, 255);
}

/*
 * Strokes of a pen in black: far higher than letters, and little ink within their frame. Lines of print that touch each other have
 * more ink.
 */
static void
blank_strokes(PIX *grey, PIX *ink, float points)
{
	PIXA *parts = NULL;
	BOXA *found = pixConnComp(ink, &parts, 8);
	g_autoptr(BOXA) boxes = found;
	for (l_int32 i = 0; boxes != NULL && i < boxaGetCount(boxes); i++) {
		l_int32 x = 0, y = 0, w = 0, h = 0, n = 0;
		boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
		if ((float)h * points < STROKE_POINTS || (float)w * points < STROKE_POINTS)
			continue;
		g_autoptr(PIX) part = pixaGetPix(parts, i, L_CLONE);
		if (part == NULL || pixCountPixels(part, &n, NULL) != 0 ||
			(float)n > STROKE_INK * (float)w * (float)h)
			continue;
		g_autoptr(PIX) framed = pixAddBorder(part, STROKE_MARGIN, 0);
		g_autoptr(PIX) wide = framed != NULL
					      ? pixDilateBrick(NULL, framed, 2 * STROKE_MARGIN + 1,
							2 * STROKE_MARGIN + 1)
					      : NULL;
		g_autoptr(PIX) full = wide != NULL ? pixExpandBinaryPower2(wide, HALF) : NULL;
		if (full != NULL)
			pixPaintThroughMask(grey, full, HALF * (x - STROKE_MARGIN),
				HALF * (y - STROKE_MARGIN), 255);
	}
	pixaDestroy(&parts);
}

GArray *
dd_scan_take_rules(PIX *grey, float dpi)
{
	float points = 72.0F / dpi * HALF;
	g_autoptr(DdPageContent) content = dd_page_content_new(
		(float)pixGetWidth(grey) * 72 / dpi, (float)pixGetHeight(grey) * 72 / dpi);
	g_autoptr(PIX) ink = pixThresholdToBinary(grey, INK);
	/* of four pixels one is enough */
	g_autoptr(PIX) small = ink != NULL ? pixReduceRankBinary2(ink, 1, NULL) : NULL;
	g_autoptr(PIX) across = small != NULL ? find_lines(small, points, true) : NULL;
	g_autoptr(PIX) down = small != NULL ? find_lines(small, points, false) : NULL;
	if (across != NULL && down != NULL) {
		pixOr(across, across, down);
		add_rules(across, dpi / HALF, content);
		blank(grey, across, points);
		pixSubtract(small, small, across);
		blank_strokes(grey, small, points);
	}
	return g_array_ref(content->rules);
}

PIX *
dd_scan_find_letters(PIX *grey, float dpi)
{
	float points = 72.0F / dpi * HALF;
	g_autoptr(PIX) ink = pixThresholdToBinary(grey, LETTER_INK);
	PIX *small = ink != NULL ? pixReduceRankBinary2(ink, 2, NULL) : NULL;
	g_autoptr(PIX) across = small != NULL ? find_lines(small, points, true) : NULL;
	g_autoptr(PIX) down = small != NULL ? find_lines(small, points, false) : NULL;
	if (across != NULL)
		pixSubtract(small, small, across);
	if (down != NULL)
		pixSubtract(small, small, down);
	return small;
}
