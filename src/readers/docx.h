/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx.h: documents of Word: DOCX, DOTX, and DOCM and DOTM without their macros */
#pragma once

#include <stdbool.h>

#include "document.h"

G_BEGIN_DECLS

/* The parts of a file that are read; all but @document may be NULL. Borrowed */
typedef struct {
	const char *kind; /* static: "DOCX" */
	GBytes *document, *numbering, *styles, *footnotes, *endnotes;
	GHashTable *margins; /* headers and footers: const char * (id) → GBytes *; NULL none */
} DdDocxParts;

/* Returns: TRUE for a ZIP file with the content types of an office file of Word, or with broken ones: read says which */
gboolean
dd_docx_is(const guint8 *bytes, gsize len);
/* Reads a file. Returns: as DdReadFunc */
DdDocument *
dd_docx_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the parts, as they are once the ZIP file is opened. Returns: as DdReadFunc */
DdDocument *
dd_docx_read_parts(const DdDocxParts *parts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
