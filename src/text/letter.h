/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter.h: what one character is to Vietnamese: its base letter, its tone, its bare ASCII letter */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* base letters besides a–z: codes behind 26 */
enum {
	DD_BASE_A_BREVE = 27,
	DD_BASE_A_CIRC,
	DD_BASE_D_BAR,
	DD_BASE_E_CIRC,
	DD_BASE_O_CIRC,
	DD_BASE_O_HORN,
	DD_BASE_U_HORN
};

typedef struct {
	char fold;    /* 'a' to 'z', 0: not a letter we know */
	uint8_t base; /* 1 to 33: a–z, ă â đ ê ô ơ ư; 0: not a letter */
	uint8_t tone; /* 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng */
	bool upper;
} DdLetter;

/* The tables behind dd_letter_of, for loops that cannot afford a call: ASCII, U+00C0…, U+1EA0… */
#define DD_LETTERS_LATIN_FIRST 0xC0
#define DD_LETTERS_LATIN 241
#define DD_LETTERS_EXTENDED_FIRST 0x1EA0
#define DD_LETTERS_EXTENDED 90
extern const DdLetter dd_letters_ascii[128];
extern const DdLetter dd_letters_latin[DD_LETTERS_LATIN];
extern const DdLetter dd_letters_extended[DD_LETTERS_EXTENDED];

/* Returns: what @c is; a zero record for what is no Latin letter */
DdLetter
dd_letter_of(gunichar c);
/* Decodes the character at @at (< @end, valid UTF-8). Returns: its length in bytes */
unsigned
dd_utf8_next(const char *at, const char *end, gunichar *c_out);

/*
 * Returns: what the character at @at (< @end) is, its length in @len; a zero record for what is no Latin letter.
 * Vietnamese text is nearly all ASCII, C3–C6 and E1 BA/BB, so these are looked up at once. The text is valid UTF-8 and
 * ends with a NUL.
 */
static inline DdLetter
dd_letter_at(const unsigned char *at, const unsigned char *end, unsigned *len)
{
	unsigned c = at[0];
	if (c < 0x80) {
		*len = 1;
		return dd_letters_ascii[c];
	}
	if (c >= 0xC3 && c <= 0xC6) {
		unsigned index = ((c & 0x1Fu) << 6 | (at[1] & 0x3Fu)) - DD_LETTERS_LATIN_FIRST;
		*len = 2;
		return index < DD_LETTERS_LATIN ? dd_letters_latin[index] : (DdLetter){0};
	}
	if (c == 0xE1 && (at[1] == 0xBA || at[1] == 0xBB)) {
		unsigned index = (0x1000u | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu)) -
				 DD_LETTERS_EXTENDED_FIRST;
		*len = 3;
		return index < DD_LETTERS_EXTENDED ? dd_letters_extended[index] : (DdLetter){0};
	}
	gunichar other;
	*len = dd_utf8_next((const char *)at, (const char *)end, &other);
	return dd_letter_of(other);
}

G_END_DECLS
