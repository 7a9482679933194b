/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rtf-letters.h: bytes of an RTF as letters: what they mean hangs on the font, or on what the file says of all */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
	DD_RTF_LATIN,   /* Windows-1252 */
	DD_RTF_VIETNAM, /* Windows-1258 */
	DD_RTF_TCVN3,   /* fonts of the name .Vn… */
	DD_RTF_VNI,     /* fonts of the name VNI-… */
	DD_RTF_SYMBOL,
	DD_RTF_WINGDINGS
} DdRtfLetters;

/* Returns: what the bytes of a font are. @charset: \fcharset, -1 not said. @name: of the font. @fallback: for all others */
DdRtfLetters
dd_rtf_letters_of_font(int charset, const char *name, DdRtfLetters fallback);
/* Appends @len bytes as UTF-8; tones may stand behind their letters. What means nothing becomes a blank */
void
dd_rtf_letters_append(DdRtfLetters letters, const char *bytes, gsize len, GString *out);

G_END_DECLS
