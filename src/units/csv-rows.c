/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-rows.h"

#include "error.h"

#include <string.h>

void
dd_csv_rows_clear(DdCsvRows *self)
{
	for (size_t i = 0; i < DD_CSV_CELLS; i++)
		if (self->cells[i] != NULL)
			g_string_free(self->cells[i], TRUE);
}

void
dd_csv_rows_fail(GError **error, unsigned line, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"danh sách, dòng %u: %s / list, line %u: %s", line, vi, line, en);
}

bool
dd_csv_rows_begin(DdCsvRows *self, const char *text, GError **error)
{
	if (!g_utf8_validate(text, -1, NULL)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"danh sách không phải UTF-8 / the list is not UTF-8");
		return false;
	}
	self->at = g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text;
	self->next = 1;
	return true;
}

static bool
ends_cell(char c)
{
	static const bool ends[256] = {[','] = true, ['\n'] = true, ['\r'] = true, ['\0'] = true};
	return ends[(unsigned char)c];
}

/* Blanks around a cell are the clerk's */
static void
strip(GString *cell)
{
	if (cell->len > 0 &&
		(g_ascii_isspace(cell->str[0]) || g_ascii_isspace(cell->str[cell->len - 1]))) {
		g_strstrip(cell->str);
		g_string_set_size(cell, strlen(cell->str));
	}
}

/* Reads one cell into @cell (NULL: lost). Returns: FALSE with the error set */
static bool
read_cell(DdCsvRows *csv, GString *cell, GError **error)
{
	if (*csv->at != '"') {
		size_t len = 0;
		while (!ends_cell(csv->at[len]))
			len++;
		if (cell != NULL && len > 0)
			g_string_append_len(cell, csv->at, (gssize)len);
		csv->at += len;
		return true;
	}
	unsigned opened = csv->next;
	for (csv->at++; !(csv->at[0] == '"' && csv->at[1] != '"'); csv->at++) {
		if (*csv->at == '\0') {
			dd_csv_rows_fail(error, opened, "thiếu dấu nháy đóng",
				"a quoted field does not end");
			return false;
		}
		if (*csv->at == '"')
			csv->at++;
		csv->next += *csv->at == '\n';
		if (cell != NULL)
			g_string_append_c(cell, *csv->at);
	}
	csv->at++;
	if (!ends_cell(*csv->at)) {
		dd_csv_rows_fail(error, csv->next, "có chữ sau dấu nháy đóng",
			"text behind a closing quote");
		return false;
	}
	return true;
}

bool
dd_csv_rows_next(DdCsvRows *self, GError **error)
{
	if (*self->at == '\0')
		return false;
	self->line = self->next;
	for (size_t i = 0; i < DD_CSV_CELLS; i++) {
		if (self->cells[i] == NULL)
			self->cells[i] = g_string_sized_new(128);
		g_string_truncate(self->cells[i], 0);
	}
	for (self->n = 0;; self->at++) {
		if (!read_cell(self, self->n < DD_CSV_CELLS ? self->cells[self->n] : NULL, error))
			return false;
		self->n++;
		if (*self->at != ',')
			break;
	}
	if (*self->at == '\r')
		self->at++;
	if (*self->at == '\n')
		self->at++;
	self->next++;
	for (size_t i = 0; i < DD_CSV_CELLS; i++)
		strip(self->cells[i]);
	return true;
}

bool
dd_csv_rows_is_blank(const DdCsvRows *self)
{
	return self->n == 1 && self->cells[0]->len == 0;
}
