/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-runs.h: rows of dark pixels of at least some length, which lines are and letters are not */
#pragma once

#include <glib.h>
#include <leptonica/allheaders.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Of a picture with one bit a pixel, what lies in rows of @length dark pixels or more beside each other (@across) or below each other.
 * That is what pixOpenBrick does for a brick of one pixel's width, which takes 2 @length steps through the picture for it; here their
 * number is that of @length's binary digits. Returns: (transfer full), NULL when there is no memory
 */
PIX *
dd_scan_keep_runs(PIX *pix, int length, bool across);

G_END_DECLS
