/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf-styles.h"

#include <string.h>

#include "arena.h"
#include "dict.h"
#include "docx-properties.h"
#include "error.h"
#include "maxima.h"
#include "odf-names.h"

struct _DdOdfStyles {
	DdArena *arena;
	GHashTable *lists;          /* name → DdOdfListStyle */
	GHashTable *hidden, *ruled; /* names */
	DdOdfListStyle outline;
};

/* A part while it goes by */
typedef struct {
	DdOdfStyles *styles;
	DdOdfListStyle *list; /* that is open, NULL none */
	const char *name;     /* of the style that is open, NULL none */
} Walk;

static bool
count(GHashTable *table, GError **error)
{
	if (g_hash_table_size(table) < DD_MAX_DOCX_STYLES)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp quá phức tạp; hãy tách thành nhiều tệp rồi lưu lại (too many styles)");
	return false;
}

static void
init_list(DdOdfListStyle *list)
{
	for (size_t i = 0; i < DD_ODF_LEVELS; i++)
		list->levels[i] = (DdOdfLevel){
			.format = DD_NUMBER_NONE, .start = 1, .shown = 1, .prefix = "", .suffix = ""};
}

static bool
open_list(Walk *walk, const DdXml *xml, GError **error)
{
	DdOdfStyles *styles = walk->styles;
	g_autofree char *name = dd_xml_dup_attribute(xml, DD_XML_ODF_STYLE, "name");
	walk->list = NULL;
	if (name == NULL || g_hash_table_contains(styles->lists, name))
		return true;
	if (!count(styles->lists, error))
		return false;
	walk->list = dd_arena_alloc(styles->arena, sizeof(*walk->list));
	init_list(walk->list);
	g_hash_table_insert(styles->lists, dd_arena_strdup(styles->arena, name), walk->list);
	return true;
}

static DdNumberFormat
format_of(const DdXml *xml)
{
	static const struct {
		const char *word;
		DdNumberFormat format;
	} words[] = {
		{"1", DD_NUMBER_DECIMAL},
		{"01", DD_NUMBER_DECIMAL_ZERO},
		{"I", DD_NUMBER_UPPER_ROMAN},
		{"i", DD_NUMBER_LOWER_ROMAN},
		{"A", DD_NUMBER_UPPER_LETTER},
		{"a", DD_NUMBER_LOWER_LETTER},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (dd_xml_attribute_is(xml, DD_XML_ODF_STYLE, "num-format", words[i].word))
			return words[i].format;
	}
	return DD_NUMBER_NONE;
}

/* Returns: (transfer none) the value, cut to what a number may hold; NULL when not there */
static const char *
keep(DdArena *arena, const DdXml *xml, DdXmlSpace space, const char *name)
{
	g_autofree char *value = dd_xml_dup_attribute(xml, space, name);
	g_autofree char *cut = value != NULL ? dd_docx_cut(value, DD_MAX_NUMBER_BYTES / 2) : NULL;
	return dd_arena_strdup(arena, cut);
}

static void
take_level(Walk *walk, const DdXml *xml, int name)
{
	DdOdfListStyle *list = walk->list;
	int64_t number = dd_xml_get_number(xml, DD_XML_ODF_TEXT, "level", 1, DD_ODF_LEVELS, 1);
	if (list == NULL)
		return;
	DdArena *arena = walk->styles->arena;
	DdOdfLevel *level = &list->levels[number - 1];
	const char *prefix = keep(arena, xml, DD_XML_ODF_STYLE, "num-prefix");
	const char *suffix = keep(arena, xml, DD_XML_ODF_STYLE, "num-suffix");
	level->prefix = prefix != NULL ? prefix : "";
	level->suffix = suffix != NULL ? suffix : "";
	level->start = (uint32_t)dd_xml_get_number(
		xml, DD_XML_ODF_TEXT, "start-value", 0, INT32_MAX, 1);
	level->shown = (uint32_t)dd_xml_get_number(
		xml, DD_XML_ODF_TEXT, "display-levels", 1, DD_ODF_LEVELS, 1);
	level->format = format_of(xml);
	if (name != DD_ODF_LIST_LEVEL_STYLE_BULLET && name != DD_ODF_LIST_LEVEL_STYLE_IMAGE)
		return;
	const char *bullet = keep(arena, xml, DD_XML_ODF_TEXT, "bullet-char");
	gunichar sign = bullet != NULL ? g_utf8_get_char(bullet) : 0;
	bool is_private = sign == 0 || (sign >= 0xE000 && sign <= 0xF8FF);
	level->format = DD_NUMBER_BULLET;
	level->bullet = is_private ? dd_docx_font_show_bullet(DD_FONT_TEXT, sign) : bullet;
}

/* Counts the sides that are drawn. */
static unsigned
count_borders(const DdXml *xml)
{
	static const char *const sides[] = {
		"border-left", "border-right", "border-top", "border-bottom"};
	g_autofree char *all = dd_xml_dup_attribute(xml, DD_XML_ODF_FO, "border");
	if (all != NULL && strcmp(all, "none") != 0)
		return G_N_ELEMENTS(sides);
	unsigned n = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
		g_autofree char *side = dd_xml_dup_attribute(xml, DD_XML_ODF_FO, sides[i]);
		n += side != NULL && strcmp(side, "none") != 0;
	}
	return n;
}

static bool
open_style(Walk *walk, const DdXml *xml)
{
	g_autofree char *name = dd_xml_dup_attribute(xml, DD_XML_ODF_STYLE, "name");
	walk->name = dd_arena_strdup(walk->styles->arena, name);
	return true;
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	DdOdfStyles *styles = walk->styles;
	GHashTable *told = NULL;
	switch (name) {
	case DD_ODF_LIST_STYLE:
		return open_list(walk, xml, error);
	case DD_ODF_OUTLINE_STYLE:
		walk->list = &styles->outline;
		return true;
	case DD_ODF_LIST_LEVEL_STYLE_NUMBER:
	case DD_ODF_LIST_LEVEL_STYLE_BULLET:
	case DD_ODF_LIST_LEVEL_STYLE_IMAGE:
	case DD_ODF_OUTLINE_LEVEL_STYLE:
		take_level(walk, xml, name);
		return true;
	case DD_ODF_STYLE:
		return open_style(walk, xml);
	case DD_ODF_TABLE_PROPERTIES:
		if (dd_xml_attribute_is(xml, DD_XML_ODF_TABLE, "display", "false"))
			told = styles->hidden;
		break;
	case DD_ODF_TABLE_CELL_PROPERTIES:
		if (count_borders(xml) > 1)
			told = styles->ruled;
		break;
	default:
		break;
	}
	if (told == NULL || walk->name == NULL)
		return true;
	if (!count(told, error))
		return false;
	g_hash_table_add(told, (gpointer)walk->name);
	return true;
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	Walk *walk = user;
	if (name == DD_ODF_LIST_STYLE || name == DD_ODF_OUTLINE_STYLE)
		walk->list = NULL;
	else if (name == DD_ODF_STYLE)
		walk->name = NULL;
	return true;
}

DdOdfStyles *
dd_odf_styles_new(GBytes *styles, GBytes *content, GError **error)
{
	static const DdXmlHandler handler = {dd_odf_names, DD_ODF_LAST, on_open, on_close, NULL};
	g_autoptr(DdOdfStyles) self = g_new0(DdOdfStyles, 1);
	self->arena = dd_arena_new();
	self->lists = dd_dict_new(NULL, NULL);
	self->hidden = dd_dict_new(NULL, NULL);
	self->ruled = dd_dict_new(NULL, NULL);
	init_list(&self->outline);
	Walk walk = {.styles = self};
	/* what the content says holds before what the styles say: it comes first */
	if (!dd_xml_walk(content, &handler, &walk, error))
		return NULL;
	walk = (Walk){.styles = self};
	if (!dd_xml_walk(styles, &handler, &walk, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_odf_styles_free(DdOdfStyles *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->lists);
	g_hash_table_unref(self->hidden);
	g_hash_table_unref(self->ruled);
	dd_arena_free(self->arena);
	g_free(self);
}

const DdOdfListStyle *
dd_odf_styles_get_list(const DdOdfStyles *self, const char *name)
{
	return name != NULL ? g_hash_table_lookup(self->lists, name) : NULL;
}

const DdOdfListStyle *
dd_odf_styles_get_outline(const DdOdfStyles *self)
{
	return &self->outline;
}

bool
dd_odf_styles_is_hidden(const DdOdfStyles *self, const char *name)
{
	return name != NULL && g_hash_table_contains(self->hidden, name);
}

bool
dd_odf_styles_is_ruled(const DdOdfStyles *self, const char *name)
{
	return name != NULL && g_hash_table_contains(self->ruled, name);
}
