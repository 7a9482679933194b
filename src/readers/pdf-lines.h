/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-lines.h: ruling lines out of what a page says that it draws: ten times as fast as drawing it and looking */
#pragma once

#include "page-content.h"
#include "pdf-objects.h"

G_BEGIN_DECLS

/*
 * Adds the ruling lines of page @i to @content, whose size poppler tells. Returns: FALSE, with nothing added, when the page is not sure
 * to have no others: it is turned, shows large images, shades or strange shapes, or cannot be followed; then it has to be drawn
 */
bool
dd_pdf_lines_take(DdPdfObjects *objects, guint i, DdPageContent *content);

G_END_DECLS
