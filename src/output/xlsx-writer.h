/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * xlsx-writer.h: a list as a workbook of Excel (ECMA-376, transitional) with one sheet, written row by row from its first byte to its last: its head
 * stays in sight and filters, days are days, numbers are numbers, and no text is ever a formula
 */
#pragma once

#include <stdio.h>

#include "list-cell.h"

G_BEGIN_DECLS

typedef struct _DdXlsxWriter DdXlsxWriter;

/* @name (a literal): of the sheet, without what XML or Excel minds. @columns: copied, 1 to 26 */
DdXlsxWriter *
dd_xlsx_writer_new(const char *name, const DdListColumn *columns, size_t n) G_GNUC_WARN_UNUSED_RESULT;
void
dd_xlsx_writer_free(DdXlsxWriter *self);
/*
 * Write what comes before the rows, a row (a cell for each column), what comes behind them. @out is where the file goes, as of zip-writer.h.
 * Return: FALSE as of zip-writer.h, and with DD_ERROR_TOO_LARGE for more rows than DD_MAX_XLSX_ROWS
 */
bool
dd_xlsx_writer_begin(DdXlsxWriter *self, FILE *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
bool
dd_xlsx_writer_add(DdXlsxWriter *self, FILE *out, const DdListCell *cells, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_xlsx_writer_finish(DdXlsxWriter *self, FILE *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdXlsxWriter, dd_xlsx_writer_free)

G_END_DECLS
