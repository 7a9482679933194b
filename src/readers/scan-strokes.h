/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-strokes.h: strokes of a Roman number, counted */
#pragma once

#include "scan-clean.h"

G_BEGIN_DECLS

/*
 * The recogniser knows words, and II, III and H look alike to it. Where @text begins like strokes of a Roman number ("IH/2025",
 * "IL.", "XIH"), its upright strokes in @frame of @grey are counted. Returns: (transfer full) the text with as many I; NULL when
 * it is right, or no such number
 */
char *
dd_scan_count_strokes(PIX *grey, const DdScanFrame *frame, const char *text)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
