/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader-table.h: the kinds of file that are read, told by their content, one row each */
#pragma once

#include <glib.h>

#include "document.h"
#include "reader-module.h"
#include "sniff.h"

G_BEGIN_DECLS

/*
 * Reads one whole file. Returns: (transfer full) or NULL with a message in Vietnamese with the English in brackets:
 * DD_ERROR_INVALID_DATA (broken), DD_ERROR_UNSUPPORTED (encrypted, a kind without a row), DD_ERROR_TOO_LARGE, DD_ERROR_EMPTY;
 * DD_ERROR_OLD_TEXT, DD_ERROR_OLD_SHEET: what the file is, when another program has to convert it first
 */
typedef DdDocument *(*DdReadFunc)(const guint8 *bytes, gsize len, GError **error);

typedef struct {
	const char *kind; /* "DOCX" */
	DdSniff sniff;    /* how it begins */
	gboolean (*is)(const guint8 *bytes,
		gsize len); /* tells it from others that begin so; NULL: there are none */
	DdReadFunc read;    /* NULL: a module does it */
	const char *module; /* its name, NULL none */
} DdFileReader;

/* @head: the first DD_SNIFF_BYTES. Returns: (transfer none) name of the module that reads such a file, NULL when none is needed */
const char *
dd_file_get_module(const guint8 *head, gsize len);
/*
 * Finds the reader by the content and reads. @module: the one that dd_file_get_module named, loaded; NULL none.
 * Returns: as DdReadFunc
 */
DdDocument *
dd_file_read(const guint8 *bytes, gsize len, const DdReaderModule *module,
	const DdReadContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
