/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-read.h: the reading of a Document */
#pragma once

#include <dondoc/dondoc.h>

#include "document.h"

G_BEGIN_DECLS

/*
 * Reads the text of @document (document-text.h), whose lines the result tells. What its file reader had to say of it comes
 * first among the anomalies. @name: the file's name for the result. Returns: as dd_reader_read
 */
DdReading *
dd_reader_read_document(const DdReader *self, const DdDocument *document, const char *name,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
