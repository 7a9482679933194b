/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <stdbool.h>
#include <string.h>

static void
print_cell(FILE *out, const char *text, bool first)
{
	if (!first)
		fputc(',', out);
	if (text == NULL || *text == '\0')
		return;
	bool formula = strchr("=+-@\t\r", *text) != NULL;
	if (!formula && strpbrk(text, ",\"\r\n") == NULL) {
		fputs(text, out);
		return;
	}
	fputs(formula ? "\"'" : "\"", out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
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
