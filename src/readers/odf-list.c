/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf-list.h"

#include "arena.h"
#include "dict.h"
#include "docx-properties.h"
#include "error.h"
#include "maxima.h"

/* How far the items of a list are counted, by level */
typedef struct {
	uint32_t at[DD_ODF_LEVELS];
	bool begun[DD_ODF_LEVELS];
} Counts;

/* A level that is open */
typedef struct {
	const DdOdfListStyle *style; /* NULL not known */
	int64_t start;               /* what the open item says of itself, -1 nothing */
	bool waits;                  /* the open item has had no paragraph */
} Level;

struct _DdOdfLists {
	const DdOdfStyles *styles;
	DdArena *arena;
	GHashTable *by_style, *by_id; /* const char * → Counts */
	size_t depth;                 /* lists that are open, more than levels perhaps */
	Level levels[DD_ODF_LEVELS];
	Counts *counts; /* of the outermost open list */
	Counts headings;
	size_t n_lists;
};

DdOdfLists *
dd_odf_lists_new(const DdOdfStyles *styles)
{
	DdOdfLists *self = g_new0(DdOdfLists, 1);
	self->styles = styles;
	self->arena = dd_arena_new();
	self->by_style = dd_dict_new(NULL, NULL);
	self->by_id = dd_dict_new(NULL, NULL);
	return self;
}

void
dd_odf_lists_free(DdOdfLists *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->by_style);
	g_hash_table_unref(self->by_id);
	dd_arena_free(self->arena);
	g_free(self);
}

bool
dd_odf_lists_is_open(const DdOdfLists *self)
{
	return self->depth > 0;
}

/* Returns: the counts of the list that the element just opened goes on with, NULL when it begins anew */
static Counts *
find_counts(const DdOdfLists *self, const DdXml *xml, const char *style)
{
	g_autofree char *before = dd_xml_dup_attribute(xml, DD_XML_ODF_TEXT, "continue-list");
	if (before != NULL && g_hash_table_contains(self->by_id, before))
		return g_hash_table_lookup(self->by_id, before);
	bool goes_on = dd_xml_attribute_is(xml, DD_XML_ODF_TEXT, "continue-numbering", "true");
	return goes_on && style != NULL ? g_hash_table_lookup(self->by_style, style) : NULL;
}

static bool
open_outermost(DdOdfLists *self, const DdXml *xml, const char *style, GError **error)
{
	g_autofree char *id = dd_xml_dup_attribute(xml, DD_XML_SPECIAL, "id");
	self->counts = find_counts(self, xml, style);
	if (self->counts == NULL) {
		if (self->n_lists++ >= DD_MAX_ODF_LISTS) {
			g_set_error_literal(error, DD_ERROR,
				DD_ERROR_TOO_LARGE, "tệp có quá nhiều danh sách; hãy tách thành nhiều tệp (too many lists)");
			return false;
		}
		self->counts = dd_arena_alloc(self->arena, sizeof(Counts));
	}
	if (style != NULL)
		g_hash_table_insert(self->by_style, dd_arena_strdup(self->arena, style), self->counts);
	if (id != NULL)
		g_hash_table_insert(self->by_id, dd_arena_strdup(self->arena, id), self->counts);
	return true;
}

bool
dd_odf_lists_open(DdOdfLists *self, const DdXml *xml, GError **error)
{
	g_autofree char *style = dd_xml_dup_attribute(xml, DD_XML_ODF_TEXT, "style-name");
	if (self->depth == 0 && !open_outermost(self, xml, style, error))
		return false;
	if (self->depth < DD_ODF_LEVELS) {
		const DdOdfListStyle *own = dd_odf_styles_get_list(self->styles, style);
		const DdOdfListStyle *above = self->depth > 0 ? self->levels[self->depth - 1].style
							      : NULL;
		self->levels[self->depth] = (Level){own != NULL ? own : above, -1, false};
	}
	self->depth++;
	return true;
}

void
dd_odf_lists_close(DdOdfLists *self)
{
	if (self->depth > 0)
		self->depth--;
}

/* Returns: the level of the innermost list; what is too deep counts as the last */
static size_t
level_of(const DdOdfLists *self)
{
	return MIN(self->depth, DD_ODF_LEVELS) - 1;
}

void
dd_odf_lists_begin_item(DdOdfLists *self, const DdXml *xml, bool numbered)
{
	if (self->depth == 0)
		return;
	Level *level = &self->levels[level_of(self)];
	level->waits = numbered;
	level->start = dd_xml_get_number(xml, DD_XML_ODF_TEXT, "start-value", 0, INT32_MAX, -1);
}

static void
count(Counts *counts, size_t level, const DdOdfListStyle *style, int64_t start)
{
	if (start >= 0)
		counts->at[level] = (uint32_t)start;
	else if (counts->begun[level])
		counts->at[level] += counts->at[level] < INT32_MAX ? 1 : 0;
	else
		counts->at[level] = style->levels[level].start;
	counts->begun[level] = true;
	for (size_t i = level + 1; i < DD_ODF_LEVELS; i++)
		counts->begun[i] = false;
}

static char *
show(const Counts *counts, size_t level, const DdOdfListStyle *style)
{
	const DdOdfLevel *own = &style->levels[level];
	if (own->format == DD_NUMBER_BULLET)
		return g_strdup(own->bullet != NULL ? own->bullet : "•");
	g_autoptr(GString) out = g_string_new(own->prefix);
	size_t first = level + 1 - MIN(own->shown, level + 1);
	bool follows = false;
	for (size_t i = first; i <= level && own->format != DD_NUMBER_NONE; i++) {
		const DdOdfLevel *one = &style->levels[i];
		if (one->format == DD_NUMBER_NONE || one->format == DD_NUMBER_BULLET)
			continue;
		if (follows)
			g_string_append_c(out, '.');
		follows = true;
		dd_number_format_append(
			one->format, counts->begun[i] ? counts->at[i] : one->start, out);
	}
	g_string_append(out, own->suffix);
	g_strstrip(out->str);
	return *out->str != '\0' ? dd_docx_cut(out->str, DD_MAX_NUMBER_BYTES) : NULL;
}

char *
dd_odf_lists_take_number(DdOdfLists *self)
{
	if (self->depth == 0)
		return NULL;
	size_t at = level_of(self);
	Level *level = &self->levels[at];
	if (!level->waits || level->style == NULL)
		return NULL;
	level->waits = false;
	count(self->counts, at, level->style, level->start);
	return show(self->counts, at, level->style);
}

char *
dd_odf_lists_take_heading(DdOdfLists *self, unsigned level)
{
	const DdOdfListStyle *style = dd_odf_styles_get_outline(self->styles);
	size_t at = CLAMP(level, 1, DD_ODF_LEVELS) - 1;
	count(&self->headings, at, style, -1);
	return show(&self->headings, at, style);
}
