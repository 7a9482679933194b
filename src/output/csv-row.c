/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-row.h"

#include "date.h"
#include "instant.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

static bool
has_control(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (dd_list_cell_is_control(g_utf8_get_char(text)))
			return true;
	return false;
}

static void
print_text(FILE *out, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	bool formula = dd_list_cell_is_formula(text);
	if (!formula && strpbrk(text, ",\"\n") == NULL && !has_control(text)) {
		fputs(text, out);
		return;
	}
	fputs(formula ? "\"'" : "\"", out);
	for (const char *next; *text != '\0'; text = next) {
		next = g_utf8_next_char(text);
		if (*text == '"')
			fputc('"', out);
		if (dd_list_cell_is_control(g_utf8_get_char(text)))
			fputc(' ', out);
		else
			fwrite(text, 1, (size_t)(next - text), out);
	}
	fputc('"', out);
}

void
dd_csv_print_row(FILE *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			fputc(',', out);
		print_text(out, cells[i]);
	}
	fputs("\r\n", out);
}

void
dd_csv_print_cells(FILE *out, const DdListCell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char text[MAX(DD_DATE_BUFFER, DD_INSTANT_BUFFER)];
		const DdListCell *cell = &cells[i];
		if (i > 0)
			fputc(',', out);
		/* no number, day or moment needs quotes, and one below 0 is no formula */
		switch (cell->kind) {
		case DD_LIST_CELL_NUMBER:
			fprintf(out, "%" PRId64, cell->number);
			break;
		case DD_LIST_CELL_DAY:
			fputs(dd_date_format(cell->day, text), out);
			break;
		case DD_LIST_CELL_MOMENT:
			fputs(dd_instant_format(cell->moment, text), out);
			break;
		case DD_LIST_CELL_TEXT:
		default:
			print_text(out, cell->text);
			break;
		}
	}
	fputs("\r\n", out);
}
