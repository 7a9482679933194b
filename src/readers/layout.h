/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.h: makes paragraphs, tables, headers and footers of what pages show */
#pragma once

#include "document-builder.h"
#include "page-content.h"

G_BEGIN_DECLS

/*
 * Adds all pages to @builder: a page each, then their blocks in the order in which people read them: tables by their ruling lines
 * or, without, by the gaps between columns; lines joined to paragraphs, also across pages; what is repeated above and below
 * the pages as header and footer. Linear in words but for sorting. Returns: FALSE with an error of @builder
 */
bool
dd_layout_add_pages(DdDocumentBuilder *builder, DdPageContent *const *pages, size_t n, GError **error);

G_END_DECLS
