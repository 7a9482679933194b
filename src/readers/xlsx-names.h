/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx-names.h: the elements of an XLSX that are looked at */
#pragma once

#include "xml.h"

G_BEGIN_DECLS

typedef enum {
	DD_XLSX_BORDER,
	DD_XLSX_BORDERS,
	DD_XLSX_BOTTOM,
	DD_XLSX_C,
	DD_XLSX_CELL_XFS,
	DD_XLSX_IS,
	DD_XLSX_LEFT,
	DD_XLSX_MERGE_CELL,
	DD_XLSX_NUM_FMT,
	DD_XLSX_R,
	DD_XLSX_R_PH,
	DD_XLSX_RIGHT,
	DD_XLSX_ROW,
	DD_XLSX_SHEET,
	DD_XLSX_SI,
	DD_XLSX_T,
	DD_XLSX_TOP,
	DD_XLSX_V,
	DD_XLSX_WORKBOOK_PR,
	DD_XLSX_XF,
	DD_XLSX_LAST
} DdXlsxName;

/* By DdXlsxName */
extern const DdXmlName dd_xlsx_names[DD_XLSX_LAST];

G_END_DECLS
