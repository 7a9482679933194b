/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv-rows.h: rows of a list as CSV (RFC 4180), with their line numbers */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

#define DD_CSV_CELLS 16 /* of a row that are kept; more are counted */

/* Zero it, then dd_csv_rows_begin; dd_csv_rows_clear at the end */
typedef struct {
	const char *at;
	unsigned line;                /* of the row read last */
	unsigned next;                /* line that @at stands on */
	GString *cells[DD_CSV_CELLS]; /* of that row, without blanks around them; behind the last one "" */
	size_t n;                     /* cells of it */
} DdCsvRows;

/* Begins with @text (lent, NUL-terminated), a mark of byte order left out. Returns: FALSE when it is not UTF-8; DD_ERROR_INVALID_DATA */
bool
dd_csv_rows_begin(DdCsvRows *self, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a row. Returns: FALSE at the end, or with the error set; DD_ERROR_INVALID_DATA (names the line) */
bool
dd_csv_rows_next(DdCsvRows *self, GError **error);
/* Returns: TRUE when nothing stands in the row */
bool
dd_csv_rows_is_blank(const DdCsvRows *self);
/* Sets DD_ERROR_INVALID_DATA: what is wrong with line @line of a list, Vietnamese and English */
void
dd_csv_rows_fail(GError **error, unsigned line, const char *vi, const char *en);
void
dd_csv_rows_clear(DdCsvRows *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdCsvRows, dd_csv_rows_clear)

G_END_DECLS
