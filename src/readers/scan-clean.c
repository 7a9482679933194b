/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-clean.c: grey, 300 dpi, the paper even, upright, straight, ruling lines apart */
#include "scan-clean.h"

#include <math.h>

#include "maxima.h"
#include "rules.h"
#include "scan-ink.h"
#include "scan-lines.h"

#define POINTS_AN_INCH 72.0F
#define SIDE_LEAST 24  /* pixels: less is no page */
#define DPI_LOW 250.0F /* between these an image is left as large as it is */
#define DPI_HIGH 350.0F
#define PAPER 245        /* brightness of the paper when it is even */
#define INK 170          /* darker pixels of it are ink */
#define TILE 32          /* pixels, within which paper is even */
#define TILE_LEAST 400   /* pixels of paper in a tile */
#define TILE_DARK 60     /* a pixel is no paper below that */
#define SKEW_LEAST 0.06F /* degrees; less harms nobody */
#define SKEW_SURE 2.5F   /* how sure Leptonica is of the skew */
#define UP_SURE 4.0F     /* and of which way is up */
#define UP_RATIO 1.5F

void
dd_scan_sheet_free(DdScanSheet *self)
{
	if (self == NULL)
		return;
	dd_pix_free(self->grey);
	dd_pix_free(self->slanted);
	g_free(self);
}

/* Scales to 300 dpi, or to what DD_MAX_SHEET_PIXELS leaves. */
static bool
scale(DdScanSheet *self, float dpi)
{
	float factor = dpi >= DPI_LOW && dpi <= DPI_HIGH ? 1 : DD_SCAN_DPI / dpi;
	float pixels = (float)pixGetWidth(self->grey) * (float)pixGetHeight(self->grey);
	if (pixels * factor * factor > DD_MAX_SHEET_PIXELS)
		factor = sqrtf(DD_MAX_SHEET_PIXELS / pixels);
	self->dpi = dpi * factor;
	if (factor == 1)
		return true;
	PIX *scaled = pixScale(self->grey, factor, factor);
	if (scaled == NULL)
		return false;
	dd_pix_free(self->grey);
	self->grey = scaled;
	return true;
}

/* Takes the place of what it was made of; when it could not be made, all stays as it was. */
static void
replace(DdScanSheet *self, PIX *with)
{
	if (with == NULL)
		return;
	dd_pix_free(self->grey);
	self->grey = with;
}

/* Shadows and yellow paper */
static void
even_paper(DdScanSheet *self)
{
	replace(self, pixBackgroundNorm(self->grey, NULL, NULL, TILE, TILE, TILE_DARK, TILE_LEAST,
			      PAPER, 2, 2));
}

/*
 * Turns by quarters. Letters that reach up are more than those that reach down, and marks stand above. Ruling lines are no letters,
 * and what is turned must be sure of it: nearly all pages are upright.
 */
static void
turn(DdScanSheet *self)
{
	g_autoptr(PIX) small = dd_scan_find_letters(self->grey, self->dpi);
	l_float32 up = 0, left = 0;
	l_int32 way = L_TEXT_ORIENT_UNKNOWN;
	if (small != NULL && pixOrientDetect(small, &up, &left, 0, 0) == 0)
		makeOrientDecision(up, left, UP_SURE, UP_RATIO, &way, 0);
	/* Leptonica turns clockwise */
	int quarters = way == L_TEXT_ORIENT_LEFT    ? 1
		       : way == L_TEXT_ORIENT_DOWN  ? 2
		       : way == L_TEXT_ORIENT_RIGHT ? 3
						    : 0;
	PIX *upright = quarters != 0 ? pixRotateOrth(self->grey, quarters) : NULL;
	if (upright != NULL)
		self->turned = quarters;
	replace(self, upright);
	if (way != L_TEXT_ORIENT_UP)
		self->slanted = pixCopy(NULL, self->grey);
}

static void
straighten(DdScanSheet *self)
{
	g_autoptr(PIX) ink = pixThresholdToBinary(self->grey, INK);
	l_float32 angle = 0, sure = 0;
	if (ink == NULL || pixFindSkew(ink, &angle, &sure) != 0)
		return;
	if (sure < SKEW_SURE || fabsf(angle) < SKEW_LEAST)
		return;
	PIX *straight = pixRotate(
		self->grey, angle * (float)G_PI / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
	if (straight != NULL)
		self->skew = angle;
	replace(self, straight);
}

DdScanSheet *
dd_scan_clean(DdPageImage *image)
{
	g_autoptr(DdScanSheet) self = g_new0(DdScanSheet, 1);
	bool is_page = image->width >= SIDE_LEAST && image->height >= SIDE_LEAST;
	if (is_page)
		self->grey = dd_scan_take_grey(image);
	g_clear_pointer(&image->pixels, g_free);
	if (self->grey == NULL || !scale(self, image->dpi))
		return NULL;
	even_paper(self);
	turn(self);
	straighten(self);
	return g_steal_pointer(&self);
}

DdScanSheet *
dd_scan_sheet_turn(const DdScanSheet *self, int quarters)
{
	g_autoptr(DdScanSheet) turned = g_new0(DdScanSheet, 1);
	turned->dpi = self->dpi;
	turned->turned = (self->turned + quarters) % 4;
	turned->grey = pixRotateOrth(self->slanted, quarters);
	if (turned->grey == NULL)
		return NULL;
	straighten(turned);
	return g_steal_pointer(&turned);
}
