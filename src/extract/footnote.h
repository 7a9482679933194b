/* SPDX-License-Identifier: GPL-3.0-or-later */
/* footnote.h: notes under a page or at the end, taken out of the sentence that they stand in the middle of */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Lines that begin with the mark of a note ("[1] …", "¹ …", "1 Theo …") and go on to the end of their page or of the text,
 * where the same mark stands behind a word above, become DD_ZONE_NOISE. What they cite goes into context->citations.
 */
void
dd_footnotes_read(DdContext *context);

G_END_DECLS
