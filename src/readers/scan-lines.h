/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-lines.h: ruling lines of a scan: found, and taken out, for letters beside them are read better alone */
#pragma once

#include "page-content.h"
#include "scan-pix.h"

G_BEGIN_DECLS

/* @grey: of @dpi, straight; loses its lines. Returns: (transfer full) DdPageRule in points */
GArray *
dd_scan_take_rules(PIX *grey, float dpi) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) 1 bit, half as large: the ink of @grey without its lines, which need not be straight; NULL no memory */
PIX *
dd_scan_find_letters(PIX *grey, float dpi) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
