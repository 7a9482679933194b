/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-missed.h: lines of a page in which no word was recognised */
#pragma once

#include "page-content.h"
#include "scan-clean.h"

G_BEGIN_DECLS

/*
 * Looks for letters of @grey, of @dpi, that lie outside of the words of @content; what may be several words of one line is one
 * frame. Returns: (transfer full) DdScanFrame within the sheet, with a margin
 */
GArray *
dd_scan_find_missed(PIX *grey, float dpi, const DdPageContent *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
