/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx-cells.h: the cells of a worksheet of an XLSX, and what they refer to: shared texts, formats, borders */
#pragma once

#include "sheet.h"
#include "xml.h"

G_BEGIN_DECLS

/* What all sheets of a workbook share */
typedef struct _DdXlsxShared DdXlsxShared;

/*
 * @strings, @styles: parts of the file, nullable. @is_1904: days are counted from 1904 on.
 * Returns: (transfer full) or NULL, as dd_xml_walk
 */
DdXlsxShared *
dd_xlsx_shared_new(GBytes *strings, GBytes *styles, bool is_1904, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_xlsx_shared_free(DdXlsxShared *self);
/*
 * @part: a worksheet. Returns: (transfer full) its cells, which must not outlive @shared; NULL as dd_xml_walk, DD_ERROR_TOO_LARGE
 */
DdSheet *
dd_xlsx_read_cells(const DdXlsxShared *shared, GBytes *part, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @at: (inout) "AB12", moved behind it. Returns: FALSE when it names no cell; the numbers begin with 0 */
bool
dd_xlsx_parse_place(const char **at, uint32_t *row_out, uint32_t *column_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdXlsxShared, dd_xlsx_shared_free)

G_END_DECLS
