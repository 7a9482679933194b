/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-number.c: the numbers of rows, which need no sign behind them as the marks of paragraphs do */
#include <string.h>

#include "digits.h"
#include "table-roles.h"

#define NUMBER_DIGITS 3u /* longer figures number no row */
#define ROMAN_LETTERS 6u
#define PARTS 5u

static const char *
skip_blanks(const char *at, const char *end)
{
	while (at < end && (unsigned char)*at <= ' ')
		at++;
	return at;
}

/* Returns: value of the Roman number at @at and its length in @len_out, 0 when it is none */
static uint32_t
roman_value(const char *at, const char *end, size_t *len_out)
{
	int total = 0, last = 0;
	size_t len = 0;
	while (at + len < end && len < ROMAN_LETTERS && strchr("IVX", at[len]) != NULL &&
		at[len] != '\0')
		len++;
	for (size_t i = len; i-- > 0;) {
		int digit = at[i] == 'I' ? 1 : at[i] == 'V' ? 5 : 10;
		total += digit < last ? -digit : digit;
		last = MAX(last, digit);
	}
	*len_out = len;
	return total > 0 ? (uint32_t)total : 0;
}

static const char *
read_number(const char *at, const char *end, DdRowMark *mark)
{
	mark->kind = DD_ROW_NUMBER;
	while (mark->parts < PARTS) {
		uint32_t value = 0;
		unsigned digits = 0;
		while (at < end && g_ascii_isdigit(*at)) {
			value = digits < NUMBER_DIGITS ? value * 10 + (uint32_t)(*at - '0') : value;
			digits++;
			at++;
		}
		if (digits == 0 || digits > NUMBER_DIGITS)
			return NULL;
		char part[DD_DIGITS_BUFFER];
		(void)g_strlcat(mark->label, dd_digits_write(part, mark->parts == 0 ? 0 : '.', value),
			sizeof(mark->label));
		mark->value = value;
		mark->parts++;
		if (end - at < 2 || *at != '.' || !g_ascii_isdigit(at[1]))
			return at;
		at++;
	}
	return NULL;
}

/* Reads the letters of a mark: Roman numbers, capital and small letters of lists. Returns: behind it, NULL for none */
static const char *
read_letters(const char *at, const char *end, DdRowMark *mark)
{
	size_t len = 0;
	uint32_t value = roman_value(at, end, &len);
	if (value > 0) {
		mark->kind = DD_ROW_ROMAN;
		mark->value = value;
	} else if (*at >= 'A' && *at <= 'Z') {
		mark->kind = DD_ROW_UPPER;
		mark->value = (uint32_t)(*at - 'A') + 1;
		len = 1;
	} else if (*at >= 'a' && *at <= 'z') {
		mark->kind = DD_ROW_LETTER;
		mark->value = (uint32_t)(*at - 'a') + 1;
		len = 1;
	} else if (end - at >= 2 && memcmp(at, "đ", strlen("đ")) == 0) {
		mark->kind = DD_ROW_LETTER;
		len = strlen("đ");
	} else {
		return NULL;
	}
	memcpy(mark->label, at, MIN(len, sizeof(mark->label) - 1));
	return at + len;
}

bool
dd_row_mark_read(const DdContext *context, uint32_t start, uint32_t end_offset, DdRowMark *mark_out)
{
	const char *end = context->chars + end_offset;
	const char *at = skip_blanks(context->chars + start, end);
	DdRowMark mark = {0};
	if (at >= end)
		return false;
	if (*at == '-' || *at == '+' || *at == '*') {
		mark.kind = DD_ROW_BULLET;
		at++;
	} else {
		at = g_ascii_isdigit(*at) ? read_number(at, end, &mark) : read_letters(at, end, &mark);
	}
	if (at == NULL)
		return false;
	if (at < end && mark.kind != DD_ROW_BULLET && strchr(".)", *at) != NULL) {
		mark.closed = true;
		at++;
	}
	if (at < end && (unsigned char)*at > ' ' && !mark.closed)
		return false;
	/* small letters without a sign behind them are words: "a" never is, but "y tế" begins so */
	at = skip_blanks(at, end);
	if (mark.kind == DD_ROW_LETTER && !mark.closed && at < end)
		return false;
	if (mark.kind == DD_ROW_NUMBER && mark.parts == 1 && mark.closed && end - at <= 3 && at < end) {
		const char *digit = at;
		while (digit < end && g_ascii_isdigit(*digit))
			digit++;
		mark.twice = digit == end || (digit + 1 == end && *digit == '.');
		at = mark.twice ? end : at;
	}
	mark.body = (uint32_t)(at - context->chars);
	*mark_out = mark;
	return true;
}

const char *
dd_row_join_id(DdArena *arena, const char *above, const char *id, size_t most)
{
	size_t n = strlen(above), len = strlen(id);
	char *joined = dd_arena_alloc(arena, n + len + 2);
	memcpy(joined, above, n);
	joined[n] = '.';
	memcpy(joined + n + 1, id, len);
	joined[MIN(n + len + 1, most)] = '\0';
	return joined;
}
