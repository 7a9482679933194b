/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-text.h: a Document as the text that is read: what a file holds, in the form in which plain files hold it */
#pragma once

#include <glib.h>

#include "document.h"

G_BEGIN_DECLS

/*
 * Writes the body of @document: a paragraph a line behind its number; a table a row a line between '|', lines inside a cell
 * parted by "<br>", further columns of a merged cell blank, its further rows with the same text where the row has a cell of its own
 * left of it; a table that holds one cell in each row, or stands inside of
 * such a one, as what it holds. Headers, footers and notes are left out: they are no part of the sentences.
 * @places: gets the DdPlace of each word, by start, a byte of the result; at most DD_MAX_PLACES; NULL is fine
 * Returns: (transfer full) UTF-8, no NUL behind
 */
GByteArray *
dd_document_to_text(const DdDocument *document, GArray *places) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The other way, for plain text: each line is a paragraph of a Document of kind "TXT". @bytes: swallowed, also on failure.
 * Returns: (transfer full) or NULL; errors as dd_text_new_take
 */
DdDocument *
dd_document_from_text(GByteArray *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
