/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-ink.h: the colour image of a page as grey, without what was stamped and signed over its text */
#pragma once

#include "reader-module.h"
#include "scan-pix.h"

G_BEGIN_DECLS

/*
 * Large coloured shapes (seals, signatures) become paper, but black letters under them stay; small ones are letters in colour and
 * stay too. Returns: (transfer full) 8 bits, NULL when there is no memory or no pixel
 */
PIX *
dd_scan_take_grey(const DdPageImage *image) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
