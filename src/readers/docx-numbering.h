/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-numbering.h: numbering.xml, and the counting that Word does when it shows a document */
#pragma once

#include "docx-styles.h"

G_BEGIN_DECLS

typedef struct _DdDocxNumbering DdDocxNumbering;

/*
 * @part: numbering.xml, (nullable). @styles: where a list is kept in a style. Returns: (transfer full) or NULL, as dd_xml_walk,
 * DD_ERROR_TOO_LARGE
 */
DdDocxNumbering *
dd_docx_numbering_new(GBytes *part, const DdDocxStyles *styles, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_docx_numbering_free(DdDocxNumbering *self);
/* Lets every list begin anew, as for a header or the footnotes */
void
dd_docx_numbering_restart(DdDocxNumbering *self);
/* Returns: the level of @number (w:numId) that belongs to the style, @fallback when none says so */
int
dd_docx_numbering_find_level(
	const DdDocxNumbering *self, int64_t number, const char *style_id, int fallback);
/*
 * Counts the next paragraph of @number (w:numId) at @level. Returns: (transfer none) what stands before it, at most
 * DD_MAX_NUMBER_BYTES, valid until the next call; NULL when nothing does
 */
const char *
dd_docx_numbering_count(DdDocxNumbering *self, int64_t number, int level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocxNumbering, dd_docx_numbering_free)

G_END_DECLS
