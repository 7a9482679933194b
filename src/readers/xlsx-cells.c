/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-cells.h"

#include <string.h>

#include "cell-format.h"
#include "error.h"
#include "maxima.h"
#include "xlsx-names.h"
#include "xlsx-shared.h"

/* What the value of a cell is */
typedef enum { KIND_NUMBER, KIND_SHARED, KIND_TEXT, KIND_BOOLEAN, KIND_DAY, KIND_FAULT } Kind;

typedef struct {
	const DdXlsxShared *shared;
	DdSheet *sheet;
	GString *text; /* of the cell that is open */
	uint32_t row, column;
	uint32_t next_row; /* counted from 1, for rows that do not say */
	int64_t style;
	Kind kind;
	bool in_cell, in_value, in_inline, in_reading_aid;
} Walk;

bool
dd_xlsx_parse_place(const char **at, uint32_t *row_out, uint32_t *column_out)
{
	uint64_t column = 0, row = 0;
	const char *from = *at;
	for (; *from == '$' || g_ascii_isalpha(*from); from++) {
		if (*from != '$')
			column = MIN(column * 26 + (uint64_t)(g_ascii_toupper(*from) - 'A' + 1),
				UINT32_MAX);
	}
	from += *from == '$' ? 1 : 0;
	for (; g_ascii_isdigit(*from); from++)
		row = MIN(row * 10 + (uint64_t)(*from - '0'), UINT32_MAX);
	if (column == 0 || row == 0)
		return false;
	*at = from;
	*row_out = (uint32_t)row - 1;
	*column_out = (uint32_t)column - 1;
	return true;
}

static Kind
kind_of(const DdXml *xml)
{
	static const struct {
		const char *word;
		Kind kind;
	} kinds[] = {
		{"s", KIND_SHARED},
		{"str", KIND_TEXT},
		{"inlineStr", KIND_TEXT},
		{"b", KIND_BOOLEAN},
		{"d", KIND_DAY},
		{"e", KIND_FAULT},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (dd_xml_attribute_is(xml, DD_XML_NONE, "t", kinds[i].word))
			return kinds[i].kind;
	}
	return KIND_NUMBER;
}

static void
open_cell(Walk *walk, const DdXml *xml)
{
	g_autofree char *place = dd_xml_dup_attribute(xml, DD_XML_NONE, "r");
	const char *at = place;
	if (at != NULL)
		(void)dd_xlsx_parse_place(&at, &walk->row, &walk->column);
	walk->kind = kind_of(xml);
	walk->style = dd_xml_get_number(xml, DD_XML_NONE, "s", 0, INT32_MAX, 0);
	walk->in_cell = true;
	g_string_truncate(walk->text, 0);
}

static bool
add_merge(Walk *walk, const DdXml *xml, GError **error)
{
	g_autofree char *range = dd_xml_dup_attribute(xml, DD_XML_NONE, "ref");
	const char *at = range;
	uint32_t row, column, last_row, last_column;
	if (at == NULL || !dd_xlsx_parse_place(&at, &row, &column) || *at++ != ':' ||
		!dd_xlsx_parse_place(&at, &last_row, &last_column) || last_row < row ||
		last_column < column)
		return true;
	return dd_sheet_merge(
		walk->sheet, row, column, last_row - row + 1, last_column - column + 1, error);
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	if (name == DD_XLSX_ROW) {
		walk->row = (uint32_t)dd_xml_get_number(
				    xml, DD_XML_NONE, "r", 1, INT32_MAX, walk->next_row) -
			    1;
		walk->next_row = MIN(walk->row + 2, INT32_MAX);
		walk->column = 0;
	} else if (name == DD_XLSX_C) {
		open_cell(walk, xml);
	} else if (name == DD_XLSX_V) {
		walk->in_value = walk->in_cell;
	} else if (name == DD_XLSX_IS) {
		walk->in_inline = walk->in_cell;
	} else if (name == DD_XLSX_R_PH) {
		walk->in_reading_aid = true;
	} else if (name == DD_XLSX_T) {
		walk->in_value = walk->in_inline && !walk->in_reading_aid;
	} else if (name == DD_XLSX_MERGE_CELL) {
		return add_merge(walk, xml, error);
	}
	return true;
}

static bool
add_number(Walk *walk, bool ruled, GError **error)
{
	char *end = NULL;
	const char *text = g_strstrip(walk->text->str);
	if (*text == '\0')
		return true;
	double value = g_ascii_strtod(text, &end);
	if (*end != '\0')
		return dd_sheet_add_copy(walk->sheet, walk->row, walk->column, text, ruled, error);
	const char *format = dd_xlsx_shared_get_format(walk->shared, walk->style);
	g_autofree char *shown = dd_cell_format_show(
		format, value, dd_xlsx_shared_is_1904(walk->shared));
	return dd_sheet_add_copy(walk->sheet, walk->row, walk->column, shown, ruled, error);
}

static bool
close_cell(Walk *walk, GError **error)
{
	DdSheet *sheet = walk->sheet;
	bool ruled = dd_xlsx_shared_is_ruled(walk->shared, walk->style);
	if (walk->kind == KIND_NUMBER)
		return add_number(walk, ruled, error);
	if (walk->kind == KIND_SHARED) {
		guint64 number = 0;
		const char *text = NULL;
		if (g_ascii_string_to_unsigned(
			    g_strstrip(walk->text->str), 10, 0, INT32_MAX, &number, NULL))
			text = dd_xlsx_shared_get_text(walk->shared, (int64_t)number);
		return text == NULL ||
		       dd_sheet_add(sheet, walk->row, walk->column, text, ruled, error);
	}
	if (walk->kind == KIND_FAULT)
		return true; /* "#REF!" says nothing */
	g_autofree char *day = walk->kind == KIND_DAY ? dd_cell_format_show_day(walk->text->str)
						      : NULL;
	if (walk->kind == KIND_BOOLEAN)
		g_string_assign(walk->text, walk->text->str[0] == '1' ? "TRUE" : "FALSE");
	dd_xlsx_unescape(walk->text);
	return dd_sheet_add_copy(
		sheet, walk->row, walk->column, day != NULL ? day : walk->text->str, ruled, error);
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	if (name == DD_XLSX_V || name == DD_XLSX_T) {
		walk->in_value = false;
	} else if (name == DD_XLSX_IS) {
		walk->in_inline = false;
	} else if (name == DD_XLSX_R_PH) {
		walk->in_reading_aid = false;
	} else if (name == DD_XLSX_C && walk->in_cell) {
		bool ok = close_cell(walk, error);
		walk->in_cell = false;
		walk->column += walk->column < UINT32_MAX ? 1 : 0;
		return ok;
	}
	return true;
}

static bool
on_text(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user, GError **error)
{
	Walk *walk = user;
	return !walk->in_value || dd_xlsx_append_text(walk->text, text, len, error);
}

DdSheet *
dd_xlsx_read_cells(const DdXlsxShared *shared, GBytes *part, GError **error)
{
	static const DdXmlHandler handler = {dd_xlsx_names, DD_XLSX_LAST, on_open, on_close, on_text};
	g_autoptr(DdSheet) sheet = dd_sheet_new();
	g_autoptr(GString) text = g_string_new(NULL);
	Walk walk = {.shared = shared, .sheet = sheet, .text = text, .next_row = 1};
	if (!dd_xml_walk(part, &handler, &walk, error))
		return NULL;
	return g_steal_pointer(&sheet);
}
