/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf-story.h: the text of an ODT: its body, and the headers and footers that its styles hold */
#pragma once

#include "document-builder.h"
#include "odf-styles.h"

G_BEGIN_DECLS

/*
 * Adds the body that @content holds, then its notes, then the headers and footers of @pages (nullable), to @builder.
 * FALSE as dd_xml_walk, or as the builder says
 */
bool
dd_odf_read_text(const DdOdfStyles *styles, GBytes *content, GBytes *pages,
	DdDocumentBuilder *builder, GError **error);

G_END_DECLS
