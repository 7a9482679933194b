/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-number-format.h"

#include <stdbool.h>

/* "aaaaaaaa" is the longest that letters make before digits take over */
#define LETTERS_MAX 8
#define ROMAN_MAX 3999

DdNumberFormat
dd_number_format_parse(const char *word)
{
	static const struct {
		const char *word;
		DdNumberFormat format;
	} words[] = {
		{"decimalZero", DD_NUMBER_DECIMAL_ZERO},
		{"upperRoman", DD_NUMBER_UPPER_ROMAN},
		{"lowerRoman", DD_NUMBER_LOWER_ROMAN},
		{"upperLetter", DD_NUMBER_UPPER_LETTER},
		{"lowerLetter", DD_NUMBER_LOWER_LETTER},
		{"numberInDash", DD_NUMBER_DASHED},
		{"decimalEnclosedParen", DD_NUMBER_BRACKET},
		{"bullet", DD_NUMBER_BULLET},
		{"none", DD_NUMBER_NONE},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (g_strcmp0(words[i].word, word) == 0)
			return words[i].format;
	}
	return DD_NUMBER_DECIMAL;
}

static void
append_roman(uint32_t number, GString *out)
{
	static const struct {
		uint32_t worth;
		const char *letters;
	} digits[] = {
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(digits); i++) {
		for (; number >= digits[i].worth; number -= digits[i].worth)
			g_string_append(out, digits[i].letters);
	}
}

/* a … z, aa, bb …: a letter comes again, it does not count on */
static void
append_letters(uint32_t number, GString *out)
{
	for (uint32_t n = (number - 1) / 26 + 1; n > 0; n--)
		g_string_append_c(out, (char)('A' + (number - 1) % 26));
}

void
dd_number_format_append(DdNumberFormat format, uint32_t number, GString *out)
{
	gsize from = out->len;
	bool is_roman = format == DD_NUMBER_UPPER_ROMAN || format == DD_NUMBER_LOWER_ROMAN;
	bool is_letter = format == DD_NUMBER_UPPER_LETTER || format == DD_NUMBER_LOWER_LETTER;
	if (format == DD_NUMBER_NONE || format == DD_NUMBER_BULLET)
		return;
	if (is_roman && number > 0 && number <= ROMAN_MAX)
		append_roman(number, out);
	else if (is_letter && number > 0 && number <= 26 * LETTERS_MAX)
		append_letters(number, out);
	else if (format == DD_NUMBER_DECIMAL_ZERO)
		g_string_append_printf(out, "%02u", number);
	else if (format == DD_NUMBER_DASHED)
		g_string_append_printf(out, "- %u -", number);
	else if (format == DD_NUMBER_BRACKET)
		g_string_append_printf(out, "(%u)", number);
	else
		g_string_append_printf(out, "%u", number);
	if (format == DD_NUMBER_LOWER_ROMAN || format == DD_NUMBER_LOWER_LETTER) {
		for (gsize i = from; i < out->len; i++)
			out->str[i] = g_ascii_tolower(out->str[i]);
	}
}
