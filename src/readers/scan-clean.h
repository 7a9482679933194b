/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-clean.h: the image of a page made ready for recognition */
#pragma once

#include "reader-module.h"
#include "scan-pix.h"

G_BEGIN_DECLS

#define DD_SCAN_DPI 300 /* of a sheet, but of a page so large that it would have too many pixels */

/* A page upright and straight, black on white */
typedef struct {
	PIX *grey;  /* 8 bits, without seals and signatures */
	float dpi;  /* of grey */
	int turned; /* as DdPageContent has it */
	float skew; /* the same */
	PIX *slanted; /* grey before it was made straight, when it may not stand upright; NULL it does */
} DdScanSheet;

/* A part of the sheet in pixels */
typedef struct {
	int left, top, width, height;
} DdScanFrame;

/*
 * @image: its pixels are freed, for they are large. Returns: (transfer full), NULL when there is nothing on the page that could be
 * recognised
 */
DdScanSheet *
dd_scan_clean(DdPageImage *image) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the sheet turned clockwise by @quarters from where slanted stands, and straight; NULL no memory */
DdScanSheet *
dd_scan_sheet_turn(const DdScanSheet *self, int quarters) G_GNUC_WARN_UNUSED_RESULT;
void
dd_scan_sheet_free(DdScanSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdScanSheet, dd_scan_sheet_free)

G_END_DECLS
