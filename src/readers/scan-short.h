/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-short.h: a number or some letters alone on a line, made ready for a recogniser that wants a sentence */
#pragma once

#include "scan-clean.h"

G_BEGIN_DECLS

/* Returns: (transfer full) what stands in @frame several times beside itself, on white paper; NULL no memory */
PIX *
dd_scan_repeat(PIX *grey, const DdScanFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
/*
 * What one of them is, by what was read of all: @words, GArray of char pointers. Returns: (transfer full) what half of them and
 * more are; NULL when there is no such word, or another one came several times too: then they are no copies of one word
 */
char *
dd_scan_elect(const GArray *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
