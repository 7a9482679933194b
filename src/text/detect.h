/* SPDX-License-Identifier: GPL-3.0-or-later */
/* detect.h: in which encoding are these bytes, by what they turn into, not by what anybody says */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

G_BEGIN_DECLS

typedef struct {
	DdEncoding encoding;
	size_t bom;   /* bytes of the byte order mark, 0: none */
	bool misread; /* see DdSource */
	bool clean;   /* UTF-8 that needs no change at all (dd_utf8_scan_clean) */
} DdDetected;

/* Returns: bytes of the mark that @data begins with when it is one of @encoding, else 0 */
size_t
dd_detect_bom(const uint8_t *data, size_t len, DdEncoding encoding);
/*
 * Judges @data (@len above 0) by marks, zero bytes, validity as UTF-8 and, where that leaves it
 * open, by how many words become Vietnamese syllables in each encoding.
 * Returns: FALSE with DD_ERROR_UNSUPPORTED (a known kind of file that is no plain text) or
 * DD_ERROR_INVALID_DATA
 */
bool
dd_detect_encoding(const uint8_t *data, size_t len, DdDetected *detected_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
