/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-recognise.h: letters of one page by Tesseract */
#pragma once

#include "page-content.h"
#include "reader-module.h"

G_BEGIN_DECLS

/* Tesseract with its language: one for each thread */
typedef struct _DdScanReader DdScanReader;

/* Loads the language out of files. Returns: (transfer full); NULL with DD_ERROR_UNSUPPORTED: it is not installed */
DdScanReader *
dd_scan_reader_new(GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_scan_reader_free(DdScanReader *self);
/*
 * @image: its pixels are freed. Returns: (transfer full) what the page shows, upright and straight, in points of the page as it then
 * is; without words where there are none
 */
DdPageContent *
dd_scan_recognise(DdScanReader *self, DdPageImage *image) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdScanReader, dd_scan_reader_free)

G_END_DECLS
