/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-shared.h"

#include <string.h>

#include "arena.h"
#include "cell-format.h"
#include "dict.h"
#include "error.h"
#include "maxima.h"
#include "xlsx-names.h"

/* A style of cells */
typedef struct {
	const char *format; /* NULL general */
	bool ruled;
} Style;

struct _DdXlsxShared {
	DdArena *arena;
	GPtrArray *texts; /* const char * */
	GArray *styles;   /* Style */
	bool is_1904;
};

/* A part while it goes by */
typedef struct {
	DdXlsxShared *shared;
	GString *text;       /* of the string that is open */
	GHashTable *formats; /* number → const char * */
	GArray *borders;     /* guint8: sides that are drawn */
	bool in_text, in_reading_aid, in_styles, in_borders;
} Walk;

static bool
refuse_large(GError **error, const char *what)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"bảng tính quá lớn; hãy tách thành nhiều tệp (workbook too large: %s)", what);
	return false;
}

bool
dd_xlsx_append_text(GString *out, const char *text, size_t len, GError **error)
{
	if (len > DD_MAX_PARAGRAPH_BYTES || out->len > DD_MAX_PARAGRAPH_BYTES - len)
		return refuse_large(error, "text of a cell");
	g_string_append_len(out, text, (gssize)len);
	return true;
}

/* Returns: the letter that "_x000D_" at @at stands for, 0 when it is no such */
static gunichar
escaped_letter(const char *at)
{
	gunichar letter = 0;
	if (at[0] != '_' || at[1] != 'x')
		return 0;
	for (int i = 2; i < 6; i++) {
		if (!g_ascii_isxdigit(at[i]))
			return 0;
		letter = letter * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
	}
	return at[6] == '_' && g_unichar_validate(letter) ? letter : 0;
}

void
dd_xlsx_unescape(GString *text)
{
	if (strstr(text->str, "_x") == NULL)
		return;
	g_autofree char *before = g_strndup(text->str, text->len);
	g_string_truncate(text, 0);
	for (const char *at = before; *at != '\0';) {
		gunichar letter = escaped_letter(at);
		if (letter != 0)
			g_string_append_unichar(text, letter);
		else
			g_string_append_c(text, *at);
		at += letter != 0 ? 7 : 1;
	}
}

static bool
open_string(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	Walk *walk = user;
	if (name == DD_XLSX_SI)
		g_string_truncate(walk->text, 0);
	else if (name == DD_XLSX_R_PH)
		walk->in_reading_aid = true;
	else if (name == DD_XLSX_T)
		walk->in_text = !walk->in_reading_aid;
	return true;
}

static bool
close_string(G_GNUC_UNUSED const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	DdXlsxShared *shared = walk->shared;
	if (name == DD_XLSX_T)
		walk->in_text = false;
	else if (name == DD_XLSX_R_PH)
		walk->in_reading_aid = false;
	if (name != DD_XLSX_SI)
		return true;
	if (shared->texts->len >= DD_MAX_SHEET_STRINGS)
		return refuse_large(error, "texts");
	dd_xlsx_unescape(walk->text);
	g_ptr_array_add(
		shared->texts, dd_arena_strndup(shared->arena, walk->text->str, walk->text->len));
	return true;
}

static bool
take_string(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user, GError **error)
{
	Walk *walk = user;
	return !walk->in_text || dd_xlsx_append_text(walk->text, text, len, error);
}

static bool
add_format(Walk *walk, const DdXml *xml, GError **error)
{
	int64_t number = dd_xml_get_number(xml, DD_XML_NONE, "numFmtId", 0, INT32_MAX, 0);
	g_autofree char *code = dd_xml_dup_attribute(xml, DD_XML_NONE, "formatCode");
	if (code == NULL || strlen(code) > DD_MAX_FORMAT_BYTES)
		return true;
	if (g_hash_table_size(walk->formats) >= DD_MAX_SHEET_STYLES)
		return refuse_large(error, "formats");
	g_hash_table_insert(walk->formats, GINT_TO_POINTER((gint)number),
		dd_arena_strdup(walk->shared->arena, code));
	return true;
}

static bool
add_style(Walk *walk, const DdXml *xml, GError **error)
{
	if (walk->shared->styles->len >= DD_MAX_SHEET_STYLES)
		return refuse_large(error, "styles");
	int64_t number = dd_xml_get_number(xml, DD_XML_NONE, "numFmtId", 0, INT32_MAX, 0);
	int64_t border = dd_xml_get_number(xml, DD_XML_NONE, "borderId", 0, INT32_MAX, 0);
	const char *format = g_hash_table_lookup(walk->formats, GINT_TO_POINTER((gint)number));
	if (format == NULL)
		format = dd_cell_format_built_in((unsigned)number);
	bool ruled = border < walk->borders->len && g_array_index(walk->borders, guint8, border) > 1;
	g_array_append_val(walk->shared->styles, ((Style){format, ruled}));
	return true;
}

static bool
add_border(Walk *walk, GError **error)
{
	guint8 none = 0;
	if (walk->borders->len >= DD_MAX_SHEET_STYLES)
		return refuse_large(error, "borders");
	g_array_append_val(walk->borders, none);
	return true;
}

static bool
is_drawn(const DdXml *xml)
{
	g_autofree char *style = dd_xml_dup_attribute(xml, DD_XML_NONE, "style");
	return style != NULL && strcmp(style, "none") != 0;
}

static bool
open_style(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	if (name == DD_XLSX_CELL_XFS)
		walk->in_styles = true;
	else if (name == DD_XLSX_BORDERS)
		walk->in_borders = true;
	else if (name == DD_XLSX_NUM_FMT)
		return add_format(walk, xml, error);
	else if (name == DD_XLSX_XF && walk->in_styles)
		return add_style(walk, xml, error);
	else if (name == DD_XLSX_BORDER && walk->in_borders)
		return add_border(walk, error);
	bool is_side = name == DD_XLSX_LEFT || name == DD_XLSX_RIGHT || name == DD_XLSX_TOP ||
		       name == DD_XLSX_BOTTOM;
	if (is_side && walk->in_borders && walk->borders->len > 0 && is_drawn(xml)) {
		guint8 *sides = &g_array_index(walk->borders, guint8, walk->borders->len - 1);
		*sides = MIN(*sides + 1, 4);
	}
	return true;
}

static bool
close_style(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	Walk *walk = user;
	if (name == DD_XLSX_CELL_XFS)
		walk->in_styles = false;
	else if (name == DD_XLSX_BORDERS)
		walk->in_borders = false;
	return true;
}

static bool
read_parts(DdXlsxShared *self, GBytes *strings, GBytes *styles, GError **error)
{
	static const DdXmlHandler string_handler = {
		dd_xlsx_names, DD_XLSX_LAST, open_string, close_string, take_string};
	static const DdXmlHandler style_handler = {
		dd_xlsx_names, DD_XLSX_LAST, open_style, close_style, NULL};
	Walk walk = {.shared = self};
	walk.text = g_string_new(NULL);
	walk.formats = dd_dict_new_of_numbers();
	walk.borders = g_array_new(FALSE, FALSE, sizeof(guint8));
	bool ok = dd_xml_walk(strings, &string_handler, &walk, error) &&
		  dd_xml_walk(styles, &style_handler, &walk, error);
	g_string_free(walk.text, TRUE);
	g_hash_table_unref(walk.formats);
	g_array_unref(walk.borders);
	return ok;
}

DdXlsxShared *
dd_xlsx_shared_new(GBytes *strings, GBytes *styles, bool is_1904, GError **error)
{
	g_autoptr(DdXlsxShared) self = g_new0(DdXlsxShared, 1);
	self->arena = dd_arena_new();
	self->texts = g_ptr_array_new();
	self->styles = g_array_new(FALSE, FALSE, sizeof(Style));
	self->is_1904 = is_1904;
	if (!read_parts(self, strings, styles, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_xlsx_shared_free(DdXlsxShared *self)
{
	if (self == NULL)
		return;
	dd_arena_free(self->arena);
	g_ptr_array_unref(self->texts);
	g_array_unref(self->styles);
	g_free(self);
}

const char *
dd_xlsx_shared_get_text(const DdXlsxShared *self, int64_t number)
{
	bool is_there = number >= 0 && number < self->texts->len;
	return is_there ? g_ptr_array_index(self->texts, (guint)number) : NULL;
}

const char *
dd_xlsx_shared_get_format(const DdXlsxShared *self, int64_t number)
{
	bool is_there = number >= 0 && number < self->styles->len;
	return is_there ? g_array_index(self->styles, Style, (guint)number).format : NULL;
}

bool
dd_xlsx_shared_is_ruled(const DdXlsxShared *self, int64_t number)
{
	bool is_there = number >= 0 && number < self->styles->len;
	return is_there && g_array_index(self->styles, Style, (guint)number).ruled;
}

bool
dd_xlsx_shared_is_1904(const DdXlsxShared *self)
{
	return self->is_1904;
}
