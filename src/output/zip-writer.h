/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zip-writer.h: a ZIP file that is written from its first byte to its last, without going back: sizes stand behind each entry (APPNOTE 6.3.10,
 * 4.3.9), so that it can be sent while it is made, and nothing of it is kept. The same entries make the same bytes
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct _DdZipWriter DdZipWriter;

DdZipWriter *
dd_zip_writer_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_zip_writer_free(DdZipWriter *self);
/*
 * Begins an entry called @name (a literal, ASCII), writes some of it, ends it. @out is where the file goes, as far as it was not written yet: it may be
 * another stream each time; a failed write is kept by the stream. Return: FALSE with DD_ERROR_TOO_LARGE when the file or an entry would have 4 GiB,
 * DD_ERROR_IO without memory
 */
bool
dd_zip_writer_begin(DdZipWriter *self, FILE *out, const char *name, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_zip_writer_write(DdZipWriter *self, FILE *out, const char *bytes, size_t len, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_zip_writer_end(DdZipWriter *self, FILE *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes what ends the file: the list of its entries */
void
dd_zip_writer_finish(DdZipWriter *self, FILE *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdZipWriter, dd_zip_writer_free)

G_END_DECLS
