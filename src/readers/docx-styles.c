/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-styles.h"

#include "arena.h"
#include "dict.h"
#include "error.h"
#include "maxima.h"

typedef struct {
	DdDocxStyle own, whole; /* what it says itself; with what it takes over */
	const char *based_on;   /* id, NULL */
	const char *id;
	bool is_paragraph, is_default;
} Style;

struct _DdDocxStyles {
	DdArena *arena;
	GHashTable *by_id; /* const char * → Style *; of the arena */
	GPtrArray *styles; /* Style */
	DdDocxStyle plain; /* what holds for the whole document */
	const Style *standard;
};

typedef struct {
	DdDocxStyles *self;
	Style *style; /* open, NULL */
	int names[DD_MAX_XML_DEPTH + 1];
	size_t skip; /* depth of the element that is passed over, 0 none */
} Reader;

static char *
keep_value(Reader *reader, const DdXml *xml, DdXmlSpace space, const char *name, size_t most)
{
	g_autofree char *value = dd_xml_dup_attribute(xml, space, name);
	g_autofree char *cut = value != NULL ? dd_docx_cut(value, most) : NULL;
	return dd_arena_strdup(reader->self->arena, cut);
}

static bool
open_style(Reader *reader, const DdXml *xml, GError **error)
{
	DdDocxStyles *self = reader->self;
	if (self->styles->len >= DD_MAX_DOCX_STYLES) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "tệp có quá nhiều kiểu chữ; hãy lưu lại dạng văn bản gọn hơn (too many styles)");
		return false;
	}
	Style *style = dd_arena_alloc(self->arena, sizeof(Style));
	style->own = (DdDocxStyle){.layout = DD_DOCX_LAYOUT_UNSET};
	style->id = keep_value(reader, xml, DD_XML_WORD, "styleId", DD_MAX_STYLE_BYTES);
	style->is_paragraph = dd_xml_attribute_is(xml, DD_XML_WORD, "type", "paragraph");
	style->is_default = dd_xml_attribute_is(xml, DD_XML_WORD, "default", "1") ||
			    dd_xml_attribute_is(xml, DD_XML_WORD, "default", "true");
	g_ptr_array_add(self->styles, style);
	if (style->id != NULL)
		g_hash_table_insert(self->by_id, (gpointer)style->id, style);
	reader->style = style;
	return true;
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Reader *reader = user;
	size_t depth = dd_xml_get_depth(xml);
	if (reader->skip != 0)
		return true;
	reader->names[depth] = name;
	switch (name) {
	case DD_DOCX_STYLE:
		return depth == 2 ? open_style(reader, xml, error) : true;
	case DD_DOCX_TBL_STYLE_PR: /* of the first row, the last column … */
	case DD_DOCX_P_PR_CHANGE:
	case DD_DOCX_R_PR_CHANGE:
		reader->skip = depth;
		return true;
	default:
		break;
	}
	Style *style = reader->style;
	bool is_plain = depth >= 3 && (reader->names[3] == DD_DOCX_P_PR_DEFAULT ||
					      reader->names[3] == DD_DOCX_R_PR_DEFAULT);
	if (style == NULL && !is_plain)
		return true;
	if (style != NULL && name == DD_DOCX_BASED_ON)
		style->based_on = keep_value(reader, xml, DD_XML_WORD, "val", DD_MAX_STYLE_BYTES);
	if (style != NULL && name == DD_DOCX_NAME && depth == 3)
		style->own.name = keep_value(reader, xml, DD_XML_WORD, "val", DD_MAX_STYLE_BYTES);
	DdDocxStyle *said = style != NULL ? &style->own : &reader->self->plain;
	size_t at = style != NULL ? 3 : 4; /* where w:pPr stands */
	if (depth > at && reader->names[at] == DD_DOCX_P_PR)
		dd_docx_layout_take(&said->layout, xml, name);
	if (depth > at && reader->names[at] == DD_DOCX_R_PR)
		dd_docx_run_take(&said->run, xml, name);
	return true;
}

static bool
on_close(const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	Reader *reader = user;
	size_t depth = dd_xml_get_depth(xml);
	if (reader->skip == depth)
		reader->skip = 0;
	else if (reader->skip == 0 && name == DD_DOCX_STYLE && depth == 2)
		reader->style = NULL;
	return true;
}

/* Lets @into say what only @from says. */
static void
take_over(DdDocxStyle *into, const Style *from)
{
	const DdDocxStyle *own = &from->own;
	if (into->layout.heading == DD_DOCX_UNSET)
		into->layout.heading = own->layout.heading;
	if (into->layout.align == DD_DOCX_UNSET)
		into->layout.align = own->layout.align;
	if (into->layout.number == DD_DOCX_UNSET && own->layout.number != DD_DOCX_UNSET) {
		into->layout.number = own->layout.number;
		into->numbers_at = from->id;
	}
	if (into->layout.level == DD_DOCX_UNSET)
		into->layout.level = own->layout.level;
	if (into->run.bold == DD_TOGGLE_UNSET)
		into->run.bold = own->run.bold;
	if (into->run.hidden == DD_TOGGLE_UNSET)
		into->run.hidden = own->run.hidden;
	if (into->run.caps == DD_TOGGLE_UNSET)
		into->run.caps = own->run.caps;
	if (into->run.font == DD_FONT_TEXT)
		into->run.font = own->run.font;
}

/* A chain that is a ring, or longer than the maximum, ends there. */
static void
resolve(DdDocxStyles *self)
{
	for (guint i = 0; i < self->styles->len; i++) {
		Style *style = g_ptr_array_index(self->styles, i);
		style->whole = (DdDocxStyle){.name = style->own.name, .layout = DD_DOCX_LAYOUT_UNSET};
		const Style *at = style;
		for (size_t n = 0; at != NULL && n < DD_MAX_DOCX_STYLE_CHAIN; n++) {
			take_over(&style->whole, at);
			at = at->based_on != NULL ? g_hash_table_lookup(self->by_id, at->based_on)
						  : NULL;
		}
		if (style->is_paragraph)
			take_over(&style->whole, &(Style){.own = self->plain});
		if (style->is_paragraph && style->is_default && self->standard == NULL)
			self->standard = style;
	}
}

DdDocxStyles *
dd_docx_styles_new(GBytes *part, GError **error)
{
	static const DdXmlHandler handler = {dd_docx_names, DD_DOCX_LAST, on_open, on_close, NULL};
	g_autoptr(DdDocxStyles) self = g_new0(DdDocxStyles, 1);
	self->arena = dd_arena_new();
	self->by_id = dd_dict_new(NULL, NULL);
	self->styles = g_ptr_array_new();
	self->plain = (DdDocxStyle){.layout = DD_DOCX_LAYOUT_UNSET};
	Reader reader = {.self = self};
	if (!dd_xml_walk(part, &handler, &reader, error))
		return NULL;
	resolve(self);
	return g_steal_pointer(&self);
}

void
dd_docx_styles_free(DdDocxStyles *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->by_id);
	g_ptr_array_unref(self->styles);
	dd_arena_free(self->arena);
	g_free(self);
}

const DdDocxStyle *
dd_docx_styles_get(const DdDocxStyles *self, const char *id)
{
	const Style *style = id != NULL ? g_hash_table_lookup(self->by_id, id) : NULL;
	return style != NULL ? &style->whole : NULL;
}

const DdDocxStyle *
dd_docx_styles_get_paragraph(const DdDocxStyles *self, const char *id)
{
	const Style *style = id != NULL ? g_hash_table_lookup(self->by_id, id) : NULL;
	if (style != NULL && style->is_paragraph)
		return &style->whole;
	return self->standard != NULL ? &self->standard->whole : &self->plain;
}
