/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-page.h: one page of a PDF as words and ruling lines, or as an image */
#pragma once

#include <poppler.h>
#include <stdbool.h>

#include "page-content.h"
#include "reader-module.h"

G_BEGIN_DECLS

/* poppler 22.12 has none of its own */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

/*
 * Takes the words of @page, without ruling lines. @unread_out: it shows an image whose letters are not there as text. @bad_text_out: they are there, but as nonsense. Returns: (transfer full)
 */
DdPageContent *
dd_pdf_page_take(PopplerPage *page, bool *unread_out, bool *bad_text_out);
/* Returns: TRUE when words stand beside each other as in a table, so that ruling lines are worth to be looked for */
bool
dd_pdf_page_may_hold_table(const DdPageContent *content);
/* Draws @page and adds the ruling lines that are seen; none when the page is too large */
void
dd_pdf_page_look_for_rules(PopplerPage *page, DdPageContent *content);
/* Returns: TRUE when one image covers the page: scanners that recognise put their text under it */
bool
dd_pdf_page_is_scan(PopplerPage *page);
/* Returns: FALSE when @page calls itself larger than any paper, or of no size */
bool
dd_pdf_page_may_be_drawn(PopplerPage *page);
/*
 * Draws @page for the recogniser, a large one with fewer pixels an inch. @image_out->pixels: (transfer full), of g_malloc.
 * Returns: FALSE with DD_ERROR_TOO_LARGE when it may not be drawn
 */
bool
dd_pdf_page_draw(PopplerPage *page, DdPageImage *image_out, GError **error);

G_END_DECLS
