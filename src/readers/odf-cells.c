/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf-cells.h"

#include <string.h>

#include "cell-format.h"
#include "error.h"
#include "flow.h"
#include "maxima.h"
#include "odf-names.h"
#include "sheet.h"

typedef struct {
	const DdOdfStyles *styles;
	DdDocumentBuilder *builder;
	DdSheets *sheets;
	DdSheet *sheet; /* that is open, NULL none, or a hidden one */
	char *name;
	DdFlow flow; /* of the open cell */
	char *day;   /* that it holds, NULL none */
	uint32_t row, column, rows;
	uint32_t columns; /* that the open cell stands in */
	size_t cell;      /* its depth, 0 none */
	size_t table;     /* depth of the open sheet */
	size_t skipped;   /* depth of the element that is not looked at, 0 none */
	unsigned n_sheets;
	bool is_ruled, in_paragraph;
} Walk;

static uint32_t
get_count(const DdXml *xml, const char *name)
{
	return (uint32_t)dd_xml_get_number(xml, DD_XML_ODF_TABLE, name, 1, INT32_MAX, 1);
}

static bool
open_sheet(Walk *walk, const DdXml *xml, GError **error)
{
	g_autofree char *style = dd_xml_dup_attribute(xml, DD_XML_ODF_TABLE, "style-name");
	if (walk->n_sheets++ >= DD_MAX_SHEETS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp có quá nhiều trang tính; hãy tách thành nhiều tệp (over %u sheets)",
			DD_MAX_SHEETS);
		return false;
	}
	if (dd_odf_styles_is_hidden(walk->styles, style)) {
		dd_document_builder_add_note(walk->builder, DD_NOTE_HIDDEN);
		walk->skipped = dd_xml_get_depth(xml);
		return true;
	}
	walk->table = dd_xml_get_depth(xml);
	walk->sheet = dd_sheet_new();
	walk->name = dd_xml_dup_attribute(xml, DD_XML_ODF_TABLE, "name");
	walk->row = walk->rows = 0;
	return true;
}

static void
open_row(Walk *walk, const DdXml *xml)
{
	/* in steps, for a number of rows from the file may be any */
	walk->row += MIN(walk->rows, UINT32_MAX / 2 - MIN(walk->row, UINT32_MAX / 2));
	walk->rows = get_count(xml, "number-rows-repeated");
	walk->column = 0;
}

static bool
open_cell(Walk *walk, const DdXml *xml, GError **error)
{
	g_autofree char *style = dd_xml_dup_attribute(xml, DD_XML_ODF_TABLE, "style-name");
	walk->cell = dd_xml_get_depth(xml);
	walk->columns = get_count(xml, "number-columns-repeated");
	walk->is_ruled = dd_odf_styles_is_ruled(walk->styles, style);
	walk->flow.blank = false;
	g_string_truncate(walk->flow.text, 0);
	g_clear_pointer(&walk->day, g_free);
	walk->day = dd_xml_dup_attribute(xml, DD_XML_ODF_OFFICE, "date-value");
	return dd_sheet_merge(walk->sheet, walk->row, walk->column,
		get_count(xml, "number-rows-spanned"), get_count(xml, "number-columns-spanned"),
		error);
}

/*
 * Returns: (transfer full) what an open cell with a day shows. The program wrote the day by the habits of some country; words
 * and months stay as they are, a whole day is written our way.
 */
static char *
show_day(const Walk *walk)
{
	const char *shown = walk->flow.text->str;
	unsigned groups = 0;
	for (const char *at = shown; *at != '\0'; at = g_utf8_next_char(at)) {
		if (g_unichar_isalpha(g_utf8_get_char(at)))
			return NULL;
		groups += g_ascii_isdigit(*at) && !g_ascii_isdigit(at[1]);
	}
	return groups == 2 && strchr(shown, ':') == NULL ? NULL : dd_cell_format_show_day(walk->day);
}

static bool
close_cell(Walk *walk, bool covered, GError **error)
{
	g_autofree char *day = walk->day != NULL ? show_day(walk) : NULL;
	const char *text = day != NULL ? day : walk->flow.text->str;
	uint32_t columns = *text != '\0' && !covered ? walk->columns : 0;
	for (uint32_t i = 0; i < MIN(columns, DD_MAX_SHEET_COLUMNS); i++) {
		if (!dd_sheet_add_copy(
			    walk->sheet, walk->row, walk->column + i, text, walk->is_ruled, error))
			return false;
	}
	walk->column = MIN(
		walk->column + MIN(walk->columns, DD_MAX_SHEET_COLUMNS), DD_MAX_SHEET_COLUMNS);
	walk->cell = 0;
	return true;
}

/* What is not looked at, with what the document says of it */
static bool
is_skipped(Walk *walk, int name)
{
	if (name == DD_ODF_TABLE_CHANGES)
		dd_document_builder_add_note(walk->builder, DD_NOTE_TRACKED_CHANGES);
	if (name == DD_ODF_ANNOTATION)
		dd_document_builder_add_note(walk->builder, DD_NOTE_COMMENTS);
	return name == DD_ODF_TABLE_CHANGES || name == DD_ODF_ANNOTATION || name == DD_ODF_FORMS ||
	       name == DD_ODF_SHAPES || name == DD_ODF_DRAW_FRAME || name == DD_ODF_TITLE ||
	       name == DD_ODF_DESC || name == DD_ODF_RUBY_TEXT ||
	       (name == DD_ODF_TABLE && walk->sheet != NULL);
}

/* A sign that stands for white space which shall stay */
static bool
take_sign(Walk *walk, const DdXml *xml, int name, GError **error)
{
	bool is_line = name == DD_ODF_LINE_BREAK;
	int64_t n = name == DD_ODF_S ? dd_xml_get_number(xml, DD_XML_ODF_TEXT, "c", 1, 1000, 1) : 1;
	return dd_flow_add_sign(&walk->flow, is_line ? '\n' : ' ', (size_t)n, error);
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	if (walk->skipped > 0)
		return true;
	if (is_skipped(walk, name)) {
		walk->skipped = dd_xml_get_depth(xml);
		return true;
	}
	if (name == DD_ODF_TABLE)
		return open_sheet(walk, xml, error);
	if (walk->sheet == NULL)
		return true;
	if (name == DD_ODF_TABLE_ROW && walk->cell == 0)
		open_row(walk, xml);
	else if ((name == DD_ODF_TABLE_CELL || name == DD_ODF_COVERED_TABLE_CELL) && walk->cell == 0)
		return open_cell(walk, xml, error);
	else if (name == DD_ODF_P && walk->cell > 0) {
		walk->in_paragraph = true;
		return walk->flow.text->len == 0 || dd_flow_add_sign(&walk->flow, '\n', 1, error);
	} else if ((name == DD_ODF_S || name == DD_ODF_TAB || name == DD_ODF_LINE_BREAK) &&
		   walk->in_paragraph)
		return take_sign(walk, xml, name, error);
	return true;
}

static bool
on_close(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	size_t depth = dd_xml_get_depth(xml);
	if (dd_xml_is_within(xml, &walk->skipped))
		return true;
	if (walk->sheet == NULL)
		return true;
	if (name == DD_ODF_P)
		walk->in_paragraph = false;
	if (walk->cell == depth)
		return close_cell(walk, name == DD_ODF_COVERED_TABLE_CELL, error);
	if (name == DD_ODF_TABLE_ROW && walk->cell == 0)
		return dd_sheet_repeat_row(walk->sheet, walk->row, walk->rows, error);
	if (walk->table == depth) {
		dd_sheets_take(walk->sheets, walk->name, g_steal_pointer(&walk->sheet));
		g_clear_pointer(&walk->name, g_free);
	}
	return true;
}

static bool
on_text(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user, GError **error)
{
	Walk *walk = user;
	if (walk->skipped > 0 || !walk->in_paragraph || walk->cell == 0)
		return true;
	return dd_flow_add(&walk->flow, text, len, error);
}

bool
dd_odf_read_sheets(
	const DdOdfStyles *styles, GBytes *content, DdDocumentBuilder *builder, GError **error)
{
	static const DdXmlHandler handler = {dd_odf_names, DD_ODF_LAST, on_open, on_close, on_text};
	g_autoptr(DdSheets) sheets = dd_sheets_new();
	Walk walk = {.styles = styles, .builder = builder, .sheets = sheets};
	walk.flow.text = g_string_new(NULL);
	bool ok = dd_xml_walk(content, &handler, &walk, error) &&
		  dd_sheets_write(sheets, builder, error);
	g_string_free(walk.flow.text, TRUE);
	g_free(walk.day);
	g_free(walk.name);
	dd_sheet_free(walk.sheet);
	return ok;
}
