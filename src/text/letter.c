/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "letter-table.h"

DdLetter
dd_letter_of(gunichar c)
{
	if (c < 0x80)
		return dd_letters_ascii[c];
	if (c >= DD_LETTERS_LATIN_FIRST && c < DD_LETTERS_LATIN_FIRST + DD_LETTERS_LATIN)
		return dd_letters_latin[c - DD_LETTERS_LATIN_FIRST];
	if (c >= DD_LETTERS_EXTENDED_FIRST && c < DD_LETTERS_EXTENDED_FIRST + DD_LETTERS_EXTENDED)
		return dd_letters_extended[c - DD_LETTERS_EXTENDED_FIRST];
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
		*c_out = ((gunichar)(p[0] & 0x0F) << 12) | ((gunichar)(p[1] & 0x3F) << 6) |
			 (p[2] & 0x3F);
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
