/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv-row.h: rows for spreadsheets, RFC 4180 */
#pragma once

#include <stddef.h>
#include <stdio.h>

#include "list-cell.h"

G_BEGIN_DECLS

/* Without this mark at the head of a file Excel takes it for Windows-1258 or worse */
#define DD_CSV_MARK "\xef\xbb\xbf"

/* Writes one row; a cell is UTF-8, or NULL. What a spreadsheet would take for a formula becomes text by an apostrophe, a control a blank */
void
dd_csv_print_row(FILE *out, const char *const *cells, size_t n);
/* The same of cells of any kind: a day as YYYY-MM-DD, a moment as of RFC 3339 in Vietnam's time */
void
dd_csv_print_cells(FILE *out, const DdListCell *cells, size_t n);

G_END_DECLS
