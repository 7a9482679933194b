/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx.h: workbooks of Excel: XLSX, XLTX, and XLSM and XLTM without their macros */
#pragma once

#include <stdbool.h>

#include "document.h"

G_BEGIN_DECLS

typedef struct {
	const char *name; /* that is shown before it, NULL none */
	GBytes *part;
} DdXlsxSheet;

/* The parts of a workbook that are read; borrowed */
typedef struct {
	const char *kind;         /* static: "XLSX"; NULL is that */
	GBytes *strings, *styles; /* nullable */
	const DdXlsxSheet *sheets;
	size_t n_sheets;
	bool is_1904, has_comments, has_hidden;
} DdXlsxParts;

/* Returns: TRUE for a ZIP file that is a workbook by its content types */
gboolean
dd_xlsx_is(const guint8 *bytes, gsize len);
/* Reads a file. Returns: as DdReadFunc */
DdDocument *
dd_xlsx_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the parts, as they are once the ZIP file is opened. Returns: as DdReadFunc */
DdDocument *
dd_xlsx_read_parts(const DdXlsxParts *parts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
