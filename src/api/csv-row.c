/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-row.h"

#include <stdbool.h>
#include <string.h>

/* Returns: TRUE for what a terminal or a spreadsheet acts on and nobody reads: C0 but the end of a line, DEL, C1 */
static bool
is_control(gunichar letter)
{
	return (letter < 0x20 && letter != '\n') || (letter >= 0x7f && letter < 0xa0);
}

/* Some spreadsheets pass over blanks before they look for the sign of a formula, and take its wide forms for it (U+FF0B …) */
static bool
is_formula(const char *text)
{
	static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
	while (*text != '\0' && (is_control(g_utf8_get_char(text)) || strchr(" \n", *text) != NULL))
		text = g_utf8_next_char(text);
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		if (g_str_has_prefix(text, signs[i]))
			return true;
	return false;
}

static bool
has_control(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (is_control(g_utf8_get_char(text)))
			return true;
	return false;
}

static void
print_cell(FILE *out, const char *text, bool first)
{
	if (!first)
		fputc(',', out);
	if (text == NULL || *text == '\0')
		return;
	bool formula = is_formula(text);
	if (!formula && strpbrk(text, ",\"\n") == NULL && !has_control(text)) {
		fputs(text, out);
		return;
	}
	fputs(formula ? "\"'" : "\"", out);
	for (const char *next; *text != '\0'; text = next) {
		next = g_utf8_next_char(text);
		if (*text == '"')
			fputc('"', out);
		if (is_control(g_utf8_get_char(text)))
			fputc(' ', out);
		else
			fwrite(text, 1, (size_t)(next - text), out);
	}
	fputc('"', out);
}

void
dd_csv_print_row(FILE *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		print_cell(out, cells[i], i == 0);
	fputs("\r\n", out);
}
