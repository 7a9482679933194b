/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv.h: tables as text: CSV, with commas or semicolons, and TSV */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Reads a file in any encoding that src/text knows. Returns: as DdReadFunc */
DdDocument *
dd_csv_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
