/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doubt.h: what was read of words that were recognised in an image is no surer than these words */
#pragma once

#include <dondoc/reading.h>

G_BEGIN_DECLS

/*
 * Lowers the confidence of each field of @reading to that of its words (reading->places); fields without places keep theirs.
 * @recognised: pages are images: the number and the day, which are written by hand, are unsure whatever their words are
 */
void
dd_doubt_words(DdReading *reading, bool recognised);

G_END_DECLS
