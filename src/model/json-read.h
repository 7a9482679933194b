/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-read.h: a reading back out of its JSON form */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * Reads @len bytes of @text, one object as dd_reading_write_json writes it; what it writes comes back as it was. Keys
 * that are missing count as "not said", unknown keys are passed over. The input is not trusted.
 * Returns: (transfer full) or NULL; DD_ERROR_TOO_LARGE (over DD_MAX_READING_BYTES), DD_ERROR_INVALID_DATA (no JSON, or a
 * value of the wrong kind, which the message names).
 */
DdReading *
dd_reading_parse_json(const char *text, size_t len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
