/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-story.h: one text of a DOCX (the document itself, a header, the footnotes) from its XML into a document */
#pragma once

#include "document-builder.h"
#include "docx-numbering.h"

G_BEGIN_DECLS

/* What the texts of one file have in common; all of it is lent */
typedef struct {
	DdDocumentBuilder *builder;
	const DdDocxStyles *styles;
	DdDocxNumbering *numbering;
	GPtrArray *headers,
		*footers; /* char *: ids of the parts that the sections name, in their order */
} DdDocxStories;

/*
 * Reads one part into @part of the document. Returns: FALSE with DD_ERROR_INVALID_DATA (not well formed), DD_ERROR_TOO_LARGE
 */
bool
dd_docx_story_read(DdDocxStories *self, GBytes *xml, DdPart part, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
