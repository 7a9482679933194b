/* SPDX-License-Identifier: GPL-3.0-or-later */
/* digits.h: numbers written where printf is too dear: every numbered line and row has one */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DD_DIGITS_BUFFER 12u /* a sign, ten digits and the NUL */

/* Writes @value behind @sign, if that is not 0, into @buffer. Returns: the NUL-terminated text, somewhere in @buffer */
static inline const char *
dd_digits_write(char buffer[DD_DIGITS_BUFFER], char sign, uint32_t value)
{
	char *at = &buffer[DD_DIGITS_BUFFER - 1];
	*at = '\0';
	do {
		*--at = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	if (sign != 0)
		*--at = sign;
	return at;
}

/* Writes the last @n digits of @value to @at, zeros before it. Returns: behind them, where no NUL is put */
static inline char *
dd_digits_write_fixed(char *at, unsigned n, unsigned value)
{
	for (unsigned i = n; i > 0; value /= 10)
		at[--i] = (char)('0' + value % 10);
	return at + n;
}

G_END_DECLS
