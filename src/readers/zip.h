/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip.h: parts of a ZIP file that lies in memory, with a maximum for everything that the file claims */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Returns: TRUE when the bytes begin as a ZIP file does */
bool
dd_zip_is(const guint8 *bytes, gsize len);
/*
 * Inflates the parts named as keys of @parts (char *, as dd_zip_fold_name makes them) and sets their values (GBytes *); those
 * that are not there stay NULL. Nothing else is inflated. @parts: owns its values. @names_out: (nullable) gets the folded
 * names of all entries, owned. @spent: bytes inflated so far, counted on. Returns: FALSE with DD_ERROR_INVALID_DATA (no ZIP,
 * cut, a part that does not inflate), DD_ERROR_UNSUPPORTED (encrypted), DD_ERROR_TOO_LARGE
 */
bool
dd_zip_read_parts(const guint8 *bytes, gsize len, GHashTable *parts, GPtrArray **names_out,
	gsize *spent, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) a name as it is compared: small letters, '/' between folders and none in front */
char *
dd_zip_fold_name(const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
