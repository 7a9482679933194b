/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-token.h"

#include <string.h>

static bool
is_blank(guint8 byte)
{
	return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
	       byte == '\0';
}

static bool
is_regular(guint8 byte)
{
	return !is_blank(byte) && strchr("()<>[]{}/%", byte) == NULL;
}

static void
skip_blanks(DdPdfSlice *rest)
{
	while (rest->at < rest->end) {
		if (*rest->at == '%') {
			while (rest->at < rest->end && *rest->at != '\n' && *rest->at != '\r')
				rest->at++;
		} else if (is_blank(*rest->at)) {
			rest->at++;
		} else {
			return;
		}
	}
}

/* Passes a string in brackets, which may hold pairs of them. */
static void
skip_string(DdPdfSlice *rest)
{
	gsize open = 0;
	for (; rest->at < rest->end; rest->at++) {
		if (*rest->at == '\\' && rest->end - rest->at > 1)
			rest->at++;
		else if (*rest->at == '(')
			open++;
		else if (*rest->at == ')' && --open == 0) {
			rest->at++;
			return;
		}
	}
}

static void
skip_hex(DdPdfSlice *rest)
{
	const guint8 *end = memchr(rest->at, '>', (gsize)(rest->end - rest->at));
	rest->at = end != NULL ? end + 1 : rest->end;
}

/* Returns: FALSE when the word is no number. Exponents are none in PDF */
static bool
read_number(const char *text, gsize len, double *number_out)
{
	gsize at = len > 0 && (*text == '-' || *text == '+');
	double number = 0, unit = 1;
	bool has_point = false, has_digit = false;
	for (; at < len; at++) {
		if (text[at] == '.' && !has_point) {
			has_point = true;
			continue;
		}
		if (!g_ascii_isdigit(text[at]))
			return false;
		has_digit = true;
		unit = has_point ? unit / 10 : 1;
		number = has_point ? number + unit * (text[at] - '0') : number * 10 + (text[at] - '0');
	}
	*number_out = *text == '-' ? -number : number;
	return has_digit;
}

static DdPdfToken
read_word(DdPdfSlice *rest, DdPdfKind kind)
{
	DdPdfToken token = {.kind = kind, .text = (const char *)rest->at};
	while (rest->at < rest->end && is_regular(*rest->at))
		rest->at++;
	token.len = (gsize)((const char *)rest->at - token.text);
	if (kind == DD_PDF_WORD && token.len > 0 && read_number(token.text, token.len, &token.number))
		token.kind = DD_PDF_NUMBER;
	return token;
}

DdPdfToken
dd_pdf_next(DdPdfSlice *rest)
{
	skip_blanks(rest);
	if (rest->at >= rest->end)
		return (DdPdfToken){.kind = DD_PDF_END};
	guint8 byte = *rest->at;
	bool is_double = rest->end - rest->at > 1 && rest->at[1] == byte;
	if (byte == '(') {
		skip_string(rest);
		return (DdPdfToken){.kind = DD_PDF_STRING};
	}
	if (byte == '<' && !is_double) {
		skip_hex(rest);
		return (DdPdfToken){.kind = DD_PDF_STRING};
	}
	if (is_regular(byte))
		return read_word(rest, DD_PDF_WORD);
	rest->at++;
	if (byte == '/')
		return read_word(rest, DD_PDF_NAME);
	if (byte == '[' || byte == ']')
		return (DdPdfToken){.kind = byte == '[' ? DD_PDF_OPEN_ARRAY : DD_PDF_CLOSE_ARRAY};
	if ((byte == '<' || byte == '>') && is_double) {
		rest->at++;
		return (DdPdfToken){.kind = byte == '<' ? DD_PDF_OPEN_DICT : DD_PDF_CLOSE_DICT};
	}
	return (DdPdfToken){.kind = DD_PDF_WORD, .text = (const char *)rest->at - 1, .len = 1};
}

bool
dd_pdf_token_is(const DdPdfToken *token, DdPdfKind kind, const char *text)
{
	return token->kind == kind && token->len == strlen(text) &&
	       memcmp(token->text, text, token->len) == 0;
}

DdPdfSlice
dd_pdf_cut(DdPdfSlice slice, gsize n)
{
	if ((gsize)(slice.end - slice.at) <= n)
		return slice;
	slice.end = slice.at + n;
	while (slice.at < slice.end && is_regular(slice.end[-1]))
		slice.end--;
	return slice;
}

DdPdfSlice
dd_pdf_take_value(DdPdfSlice *rest)
{
	guint number = 0;
	skip_blanks(rest);
	DdPdfSlice value = *rest;
	gsize tokens = dd_pdf_get_reference(value, &number) ? 3 : 1;
	gsize depth = 0;
	for (gsize n = 0; n < tokens || depth > 0; n++) {
		DdPdfKind kind = dd_pdf_next(rest).kind;
		if (kind == DD_PDF_OPEN_ARRAY || kind == DD_PDF_OPEN_DICT)
			depth++;
		else if (depth > 0 && (kind == DD_PDF_CLOSE_ARRAY || kind == DD_PDF_CLOSE_DICT))
			depth--;
		else if (kind == DD_PDF_END)
			break;
	}
	value.end = rest->at;
	return value;
}

bool
dd_pdf_get_reference(DdPdfSlice value, guint *number_out)
{
	value = dd_pdf_cut(value, DD_PDF_LOOK_BYTES);
	DdPdfToken number = dd_pdf_next(&value);
	if (number.kind != DD_PDF_NUMBER || !(number.number >= 0 && number.number <= G_MAXINT))
		return false;
	DdPdfToken generation = dd_pdf_next(&value);
	if (generation.kind != DD_PDF_NUMBER)
		return false;
	DdPdfToken word = dd_pdf_next(&value);
	if (!dd_pdf_token_is(&word, DD_PDF_WORD, "R"))
		return false;
	*number_out = (guint)number.number;
	return true;
}

bool
dd_pdf_is_name(DdPdfSlice value, const char *name)
{
	value = dd_pdf_cut(value, DD_PDF_LOOK_BYTES);
	DdPdfToken token = dd_pdf_next(&value);
	return dd_pdf_token_is(&token, DD_PDF_NAME, name);
}

gsize
dd_pdf_get_numbers(DdPdfSlice value, double *numbers, gsize n)
{
	gsize found = 0;
	value = dd_pdf_cut(value, DD_PDF_LOOK_NUMBERS_BYTES);
	DdPdfToken token = dd_pdf_next(&value);
	if (token.kind == DD_PDF_OPEN_ARRAY)
		token = dd_pdf_next(&value);
	for (; found < n && token.kind == DD_PDF_NUMBER; token = dd_pdf_next(&value))
		numbers[found++] = token.number;
	return found;
}

const guint8 *
dd_pdf_find_word(DdPdfSlice rest, const char *word, gsize len)
{
	while ((gsize)(rest.end - rest.at) >= len) {
		const guint8 *found = memchr(rest.at, word[0], (gsize)(rest.end - rest.at) - len + 1);
		if (found == NULL || memcmp(found, word, len) == 0)
			return found;
		rest.at = found + 1;
	}
	return NULL;
}
