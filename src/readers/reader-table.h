/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader-table.h: the kinds of file that are read, told by their content, one row each */
#pragma once

#include <glib.h>

#include "document.h"

G_BEGIN_DECLS

/*
 * Reads one whole file. Returns: (transfer full) or NULL with a message in Vietnamese with the English in brackets:
 * DD_ERROR_INVALID_DATA (broken), DD_ERROR_UNSUPPORTED (encrypted, a kind without a row), DD_ERROR_TOO_LARGE, DD_ERROR_EMPTY
 */
typedef DdDocument *(*DdReadFunc)(const guint8 *bytes, gsize len, GError **error);

typedef struct {
	const char *kind; /* "DOCX" */
	gboolean (*is)(const guint8 *bytes, gsize len);
	DdReadFunc read;
} DdFileReader;

/* Finds the reader by the content and reads. Returns: as DdReadFunc */
DdDocument *
dd_file_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
