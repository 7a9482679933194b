/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoding.h: one code point at a time out of bytes in any encoding of Vietnamese */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

G_BEGIN_DECLS

#define DD_BROKEN 0xFFFDu /* what a byte gives that stands for nothing */

/* Bytes to decode; the bytes belong to somebody else */
typedef struct {
	const uint8_t *data;
	size_t len;
	DdEncoding encoding;
	bool misread; /* taken for Windows-1252 once and stored as UTF-8: "KÕ ho¹ch" */
} DdSource;

/*
 * Decodes the code point at *@pos (< len) and moves *@pos behind it, always by at least one byte. A
 * broken byte, half a pair of surrogates or an undefined code gives DD_BROKEN and is one byte
 * (UTF-16: one unit) long. What is read depends on the bytes from *@pos on only.
 */
gunichar
dd_source_next(const DdSource *self, size_t *pos);
/*
 * Reads valid UTF-8 at @at (< @end). Returns: length in bytes with the code point in @c_out, 0 when
 * it is no UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF)
 */
size_t
dd_utf8_decode(const uint8_t *at, const uint8_t *end, gunichar *c_out);
/* Writes @c into @out (room for 4 bytes). Returns: bytes written */
size_t
dd_utf8_encode(gunichar c, char *out);
/*
 * Runs over UTF-8 that is as it has to be: valid, NFC, '\n' line ends, no odd spaces, controls,
 * ligatures.
 * Returns: offset of the first character that is not; @len when there is none
 */
size_t
dd_utf8_scan_clean(const uint8_t *data, size_t len);

G_END_DECLS
