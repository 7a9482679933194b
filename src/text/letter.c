/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "letter-table.h"

#define LATIN_FIRST 0xC0
#define EXTENDED_FIRST 0x1EA0

DdLetter
dd_letter_of(gunichar c)
{
	if (c < 0x80) {
		unsigned lower = c | 0x20;
		if (lower >= 'a' && lower <= 'z')
			return (DdLetter){(char)lower, (uint8_t)(lower - 'a' + 1), 0, c != lower};
		return (DdLetter){0};
	}
	if (c >= LATIN_FIRST && c < LATIN_FIRST + G_N_ELEMENTS(letters_latin))
		return letters_latin[c - LATIN_FIRST];
	if (c >= EXTENDED_FIRST && c < EXTENDED_FIRST + G_N_ELEMENTS(letters_extended))
		return letters_extended[c - EXTENDED_FIRST];
	return (DdLetter){0};
}

unsigned
dd_utf8_next(const char *at, const char *end, gunichar *c_out)
{
	const unsigned char *p = (const unsigned char *)at;
	size_t left = (size_t)(end - at);
	if (p[0] < 0x80) {
		*c_out = p[0];
		return 1;
	}
	if (p[0] < 0xE0 && left >= 2) {
		*c_out = ((gunichar)(p[0] & 0x1F) << 6) | (p[1] & 0x3F);
		return 2;
	}
	if (p[0] < 0xF0 && left >= 3) {
		*c_out = ((gunichar)(p[0] & 0x0F) << 12) | ((gunichar)(p[1] & 0x3F) << 6) | (p[2] & 0x3F);
		return 3;
	}
	if (left >= 4) {
		*c_out = ((gunichar)(p[0] & 0x07) << 18) | ((gunichar)(p[1] & 0x3F) << 12) |
			 ((gunichar)(p[2] & 0x3F) << 6) | (p[3] & 0x3F);
		return 4;
	}
	*c_out = ' ';
	return 1;
}
