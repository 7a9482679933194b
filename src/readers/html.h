/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html.h: web pages, and what Word and LibreOffice save as such */
#pragma once

#include "document-builder.h"

G_BEGIN_DECLS

/* Reads a file in any encoding that src/text knows; nothing that it refers to is opened. Returns: as DdReadFunc */
DdDocument *
dd_html_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, added to what @builder has. Returns: FALSE with @error; @builder then may have its beginning, whole in shape */
bool
dd_html_add(DdDocumentBuilder *builder, const guint8 *bytes, gsize len, GError **error);

G_END_DECLS
