/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-value.c: what the letters and the Roman numbers of lists stand for */
#include <string.h>

#include "mark-private.h"

#define ROMAN_MAX 89u
#define ROMAN_BUFFER 16u

static const char *const list_letters[DD_MARK_LETTERS] = {
	"a",
	"b",
	"c",
	"d",
	"đ",
	"e",
	"g",
	"h",
	"i",
	"k",
	"l",
	"m",
	"n",
	"o",
	"p",
	"q",
	"r",
	"s",
	"t",
	"u",
	"v",
	"x",
	"y",
};

const char *
dd_mark_letter(uint32_t value)
{
	return value >= 1 && value <= DD_MARK_LETTERS ? list_letters[value - 1] : NULL;
}

uint32_t
dd_mark_letter_value(const char *at, size_t len)
{
	for (uint32_t i = 0; i < DD_MARK_LETTERS; i++)
		if (strlen(list_letters[i]) == len && memcmp(list_letters[i], at, len) == 0)
			return i + 1;
	return 0;
}

/* Returns: @out with the digits of @value; empty over ROMAN_MAX */
static const char *
write_roman(char out[ROMAN_BUFFER], uint32_t value)
{
	static const struct {
		uint32_t value;
		const char *digits;
	} steps[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
	size_t n = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(steps) && value <= ROMAN_MAX; i++) {
		while (value >= steps[i].value) {
			n += g_strlcpy(out + n, steps[i].digits, ROMAN_BUFFER - n);
			value -= steps[i].value;
		}
	}
	out[n] = '\0';
	return out;
}

const char *
dd_mark_roman(DdArena *arena, uint32_t value)
{
	char out[ROMAN_BUFFER];
	return dd_arena_strdup(arena, write_roman(out, value));
}

uint32_t
dd_mark_roman_value(const char *at, size_t len)
{
	int total = 0, last = 0;
	if (len == 0 || len > 7)
		return 0;
	for (size_t i = len; i-- > 0;) {
		int digit = at[i] == 'I'   ? 1
			    : at[i] == 'V' ? 5
			    : at[i] == 'X' ? 10
			    : at[i] == 'L' ? 50
					   : 0;
		if (digit == 0)
			return 0;
		total += digit < last ? -digit : digit;
		last = MAX(last, digit);
	}
	char out[ROMAN_BUFFER];
	const char *again = total > 0 ? write_roman(out, (uint32_t)total) : "";
	return strlen(again) == len && memcmp(again, at, len) == 0 ? (uint32_t)total : 0;
}
