/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input.h: whole files with a maximum */
#pragma once

#include <dondoc/dondoc.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * Reads all of file @path, or of standard input when it is "-". No more than DD_MAX_FILE_BYTES are ever held.
 * Returns: (transfer full) or NULL; DD_ERROR_IO, DD_ERROR_TOO_LARGE, DD_ERROR_UNSUPPORTED (a folder). Messages are
 * Vietnamese with the English in brackets.
 */
GByteArray *
dd_input_read(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @units_path: (nullable) the office's own list of units. Returns: (transfer full) or NULL, as of dd_input_read and dd_reader_new */
DdReader *
dd_input_open_reader(const char *units_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
