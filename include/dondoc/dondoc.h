/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dondoc.h: the public C API; include this one */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* What stays the same from file to file: the grammars, the catalogues and the office's own units */
typedef struct _DdReader DdReader;

/*
 * @units_csv: (nullable) the text of an office's own list of units (columns name, abbreviations, kind, parent), NUL-terminated.
 * Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA (message names the line).
 */
DdReader *
dd_reader_new(const char *units_csv, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_reader_free(DdReader *self);
/* Whether text that lost its marks, or was misread by a scanner, is shown with its letters and marks back */
typedef enum {
	DD_REPAIR_AUTO, /* where the text as a whole is found to be damaged */
	DD_REPAIR_NEVER,
	DD_REPAIR_ALWAYS, /* also single damaged parts of a text that as a whole is not */
	DD_REPAIR_LAST
} DdRepairMode;

/* Sets how the reader repairs what it quotes, DD_REPAIR_AUTO at first. Before it reads, not while another thread does */
void
dd_reader_set_repair(DdReader *self, DdRepairMode mode);
/*
 * Reads one text file. @bytes is swallowed, also on failure; @name is the file's name for the result.
 * Pure: the same bytes and units give the same reading. A reader may be used by several threads.
 * Returns: (transfer full) or NULL; DD_ERROR_EMPTY, DD_ERROR_INVALID_DATA, DD_ERROR_UNSUPPORTED, DD_ERROR_TOO_LARGE.
 */
DdReading *
dd_reader_read(const DdReader *self, GByteArray *bytes, const char *name, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Writes @reading as one JSON object of the reading schema. Returns: FALSE when @out cannot take it; DD_ERROR_IO */
bool
dd_reading_write_json(const DdReading *reading, FILE *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdReader, dd_reader_free)

G_END_DECLS
