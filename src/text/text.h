/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.h: a file's bytes as NFC UTF-8 with a line index, and the way back to the file */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum {
	DD_ENCODING_UTF8,
	DD_ENCODING_UTF16LE,
	DD_ENCODING_UTF16BE,
	DD_ENCODING_TCVN3,  /* ABC, TCVN 5712:1993 VN3 */
	DD_ENCODING_TCVN1,  /* TCVN 5712:1993 VN1: as TCVN3, with all capitals */
	DD_ENCODING_VNI,    /* VNI-Windows, two bytes for a marked letter */
	DD_ENCODING_VISCII, /* RFC 1456 */
	DD_ENCODING_CP1258, /* Windows-1258, combining tones */
	DD_ENCODING_LAST
} DdEncoding;

typedef struct _DdText DdText;

/*
 * Takes @bytes (swallowed, also on failure), finds the encoding by evidence and brings the text
 * into NFC UTF-8 with '\n' line ends; tabs and form feeds stay; NUL, other controls and characters
 * that are no text become spaces, ligatures (ﬁ, ﬂ) their letters, non-breaking and other odd spaces
 * a plain space, invisible characters vanish. Lines are those of the file: LF, CRLF and a lone CR end
 * one, U+2028 does not. Broken bytes are spaces. Where nothing has to change the same memory is used.
 * Returns: (transfer full) or NULL; DD_ERROR_EMPTY, DD_ERROR_INVALID_DATA (binary, no encoding fits),
 * DD_ERROR_UNSUPPORTED (PDF, DOCX and other known kinds), DD_ERROR_TOO_LARGE.
 */
DdText *
dd_text_new_take(GByteArray *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the encoding known, nothing guessed */
DdText *
dd_text_new_take_encoded(GByteArray *bytes, DdEncoding encoding, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_text_free(DdText *self);
/*
 * Returns: (transfer none) the text, NUL-terminated, @len_out bytes; the same buffer for the life
 * of @self
 */
const char *
dd_text_get(const DdText *self, size_t *len_out);
/* Overwrites the bytes [@start, @end) by spaces ('\n' stays): noise that no reader should see */
void
dd_text_blank(DdText *self, size_t start, size_t end);
/* Pulls the ASCII character behind @at over the one at @at, ASCII too, and leaves a space behind it: of "1\." makes "1. " */
void
dd_text_pull(DdText *self, size_t at);
/*
 * Begins a line behind each of the @n ASCII characters at @at, which rise: they become '\n'. Once for each text. Lines are
 * counted with these from then on; dd_text_line_of_file goes back to those of the file.
 */
void
dd_text_break(DdText *self, const uint32_t *at, size_t n);
/* Returns: the line (0-based) of the file that line @line (0-based) of the text stands in */
uint32_t
dd_text_line_of_file(const DdText *self, uint32_t line);
DdEncoding
dd_text_get_encoding(const DdText *self);
/* Returns: (transfer none) a name for people: "UTF-8", "TCVN3 (ABC)", … */
const char *
dd_encoding_get_name(DdEncoding encoding);
/* Returns: TRUE when the file began with a byte order mark */
bool
dd_text_had_bom(const DdText *self);
/* Returns: TRUE when the bytes had been taken for Windows-1252 and stored as UTF-8, which was undone ("Káº¿ hoáº¡ch") */
bool
dd_text_was_misread(const DdText *self);
/* Returns: TRUE when the file was Unicode but not in NFC */
bool
dd_text_was_recomposed(const DdText *self);
/* Returns: number of lines, at least 1 */
uint32_t
dd_text_get_line_count(const DdText *self);
/*
 * Returns: start of line @n (0-based) in the text; @end_out is behind its last byte, before the
 * '\n'
 */
uint32_t
dd_text_get_line(const DdText *self, uint32_t n, uint32_t *end_out);
/* Returns: the line (0-based) that holds the text offset @at */
uint32_t
dd_text_find_line(const DdText *self, uint32_t at);
/* The same, quick when it is line @near or one of the next */
uint32_t
dd_text_find_line_near(const DdText *self, uint32_t at, uint32_t near);
/*
 * Returns: byte offset in the file as it was given for the text offset @at; the length of the file for
 * the end of the text. Takes about a microsecond where the text is not the file's own bytes.
 */
uint32_t
dd_text_to_source(const DdText *self, uint32_t at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdText, dd_text_free)

G_END_DECLS
