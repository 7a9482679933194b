/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source.h: the text that a reading is made of, for searching, and for the page to show it beside what was read */
#pragma once

#include <dondoc/reading.h>

#include "open-members.h"
#include "text.h"

G_BEGIN_DECLS

/* Returns: (transfer full) the text of what was found, as it is read; before dd_found_read. NULL: it has none that can be read */
DdText *
dd_source_get_text(const DdFileFound *found) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Tells the lines of @text, on which page each begins, how large the pages of @document (NULL: it had none) are and how they were turned, and
 * where values of @reading, which was made of it, stand: docs/api/openapi.yaml has the form (Source). Columns are counted in code units of UTF-16, as JavaScript does, from the beginning of their line. At most DD_MAX_SOURCE_BYTES
 * of whole lines, and DD_MAX_SOURCE_SPANS values. Returns: (transfer full) JSON, for free(); NULL when there was no memory
 */
char *
dd_source_to_json(const DdText *text, const DdDocument *document, const DdReading *reading)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
