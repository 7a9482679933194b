/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-names.h"

const DdXmlName dd_xlsx_names[DD_XLSX_LAST] = {
	[DD_XLSX_BORDER] = {DD_XML_SHEET, "border"},
	[DD_XLSX_BORDERS] = {DD_XML_SHEET, "borders"},
	[DD_XLSX_BOTTOM] = {DD_XML_SHEET, "bottom"},
	[DD_XLSX_C] = {DD_XML_SHEET, "c"},
	[DD_XLSX_CELL_XFS] = {DD_XML_SHEET, "cellXfs"},
	[DD_XLSX_IS] = {DD_XML_SHEET, "is"},
	[DD_XLSX_LEFT] = {DD_XML_SHEET, "left"},
	[DD_XLSX_MERGE_CELL] = {DD_XML_SHEET, "mergeCell"},
	[DD_XLSX_NUM_FMT] = {DD_XML_SHEET, "numFmt"},
	[DD_XLSX_R] = {DD_XML_SHEET, "r"},
	[DD_XLSX_R_PH] = {DD_XML_SHEET, "rPh"},
	[DD_XLSX_RIGHT] = {DD_XML_SHEET, "right"},
	[DD_XLSX_ROW] = {DD_XML_SHEET, "row"},
	[DD_XLSX_SHEET] = {DD_XML_SHEET, "sheet"},
	[DD_XLSX_SI] = {DD_XML_SHEET, "si"},
	[DD_XLSX_T] = {DD_XML_SHEET, "t"},
	[DD_XLSX_TOP] = {DD_XML_SHEET, "top"},
	[DD_XLSX_V] = {DD_XML_SHEET, "v"},
	[DD_XLSX_WORKBOOK_PR] = {DD_XML_SHEET, "workbookPr"},
	[DD_XLSX_XF] = {DD_XML_SHEET, "xf"},
};
