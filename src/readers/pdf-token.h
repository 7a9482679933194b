/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-token.h: the words that PDF is written in, one after the other: ISO 32000-1, 7.2 and 7.3 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A stretch of a file, not yet read; lent */
typedef struct {
	const guint8 *at, *end;
} DdPdfSlice;

typedef enum {
	DD_PDF_END,
	DD_PDF_NUMBER,
	DD_PDF_NAME,   /* text: without its stroke */
	DD_PDF_STRING, /* of either kind; what it says is not told */
	DD_PDF_WORD,   /* an operator, "true", "R" */
	DD_PDF_OPEN_ARRAY,
	DD_PDF_CLOSE_ARRAY,
	DD_PDF_OPEN_DICT,
	DD_PDF_CLOSE_DICT
} DdPdfKind;

typedef struct {
	DdPdfKind kind;
	double number;
	const char *text; /* of a name or word, lent, not NUL-terminated */
	gsize len;
} DdPdfToken;

/* Takes the next token off @rest, which becomes shorter by one byte at least unless DD_PDF_END comes */
DdPdfToken
dd_pdf_next(DdPdfSlice *rest);
/* Returns: TRUE when the token is of that kind and says @text */
bool
dd_pdf_token_is(const DdPdfToken *token, DdPdfKind kind, const char *text);
/* Takes a whole value off @rest: a dictionary, an array, "5 0 R" or one token. Returns: it, empty at the end */
DdPdfSlice
dd_pdf_take_value(DdPdfSlice *rest);
/* Returns: the first @n bytes of @slice at most, less the word that would be cut */
DdPdfSlice
dd_pdf_cut(DdPdfSlice slice, gsize n);

/* Bytes in which a reference, a name and a few numbers end: whoever asks for one looks no further, however long the slice is */
#define DD_PDF_LOOK_BYTES 64
#define DD_PDF_LOOK_NUMBERS_BYTES 512

/* Returns: TRUE when @value begins with a reference. @number_out: of the object */
bool
dd_pdf_get_reference(DdPdfSlice value, guint *number_out);
/* Returns: TRUE when @value begins with that name */
bool
dd_pdf_is_name(DdPdfSlice value, const char *name);
/* Reads up to @n numbers of an array, or one that stands alone. Returns: how many there are, up to @n */
gsize
dd_pdf_get_numbers(DdPdfSlice value, double *numbers, gsize n);

/*
 * Returns: where @word (@len letters) comes next, NULL. Not memmem, which sanitizers let look through all that is left each time
 */
const guint8 *
dd_pdf_find_word(DdPdfSlice rest, const char *word, gsize len);

G_END_DECLS
