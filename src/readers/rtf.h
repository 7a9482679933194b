/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rtf.h: RTF, as Word, WordPad and LibreOffice write it */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Reads a file. Returns: as DdReadFunc */
DdDocument *
dd_rtf_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
