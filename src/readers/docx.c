/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx.h"

#include <string.h>

#include "dict.h"
#include "docx-story.h"
#include "error.h"
#include "maxima.h"
#include "office.h"

static const DdOfficeType main_types[] = {
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
		"DOCX"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
		"DOTX"},
	{"application/vnd.ms-word.document.macroenabled.main+xml", "DOCM"},
	{"application/vnd.ms-word.template.macroenabledtemplate.main+xml", "DOTM"},
};

gboolean
dd_docx_is(const guint8 *bytes, gsize len)
{
	return dd_office_is(bytes, len, main_types, G_N_ELEMENTS(main_types));
}

static bool
is_margin(const DdRelationship *one)
{
	return strcmp(one->type, "header") == 0 || strcmp(one->type, "footer") == 0;
}

/* Where the part of a relationship goes, NULL when it is not read. */
static GBytes **
slot_of(DdDocxParts *parts, const DdRelationship *one)
{
	if (strcmp(one->type, "numbering") == 0)
		return &parts->numbering;
	if (strcmp(one->type, "styles") == 0)
		return &parts->styles;
	if (strcmp(one->type, "footnotes") == 0)
		return &parts->footnotes;
	if (strcmp(one->type, "endnotes") == 0)
		return &parts->endnotes;
	return NULL;
}

static void
share_parts(const GPtrArray *relationships, GHashTable *inflated, DdDocxParts *parts)
{
	for (guint i = 0; i < relationships->len; i++) {
		const DdRelationship *one = g_ptr_array_index(relationships, i);
		GBytes *bytes = g_hash_table_lookup(inflated, one->target);
		GBytes **slot = slot_of(parts, one);
		if (slot != NULL && *slot == NULL)
			*slot = bytes;
		else if (bytes != NULL && is_margin(one))
			g_hash_table_insert(parts->margins, one->id, bytes);
	}
}

static DdDocument *
read_file(DdOffice *file, GError **error)
{
	const char *main = dd_office_get_main(file);
	g_autoptr(GPtrArray) relationships = dd_office_read_relationships(file, main, error);
	if (relationships == NULL)
		return NULL;
	g_autoptr(GHashTable) inflated = dd_office_new_parts();
	DdDocxParts parts = {.kind = dd_office_get_kind(file)};
	dd_office_want(inflated, main);
	for (guint i = 0, margins = 0; i < relationships->len; i++) {
		const DdRelationship *one = g_ptr_array_index(relationships, i);
		if (slot_of(&parts, one) != NULL || (is_margin(one) && margins++ < DD_MAX_DOCX_MARGINS))
			dd_office_want(inflated, one->target);
	}
	if (!dd_office_read(file, inflated, error))
		return NULL;
	g_autoptr(GHashTable) margins = dd_dict_new(NULL, NULL);
	parts.margins = margins;
	parts.document = g_hash_table_lookup(inflated, main);
	if (parts.document == NULL) {
		dd_office_refuse_headless(error);
		return NULL;
	}
	share_parts(relationships, inflated, &parts);
	return dd_docx_read_parts(&parts, error);
}

DdDocument *
dd_docx_read(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(DdOffice)
		file = dd_office_open(bytes, len, main_types, G_N_ELEMENTS(main_types), error);
	if (file == NULL)
		return NULL;
	if (dd_office_get_kind(file) == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp nén này không phải văn bản Word (no Word document in this ZIP file)");
		return NULL;
	}
	return read_file(file, error);
}

/* Reads headers or footers, each part once. */
static bool
read_margins(DdDocxStories *stories, const DdDocxParts *parts, const GPtrArray *ids, DdPart part,
	GError **error)
{
	g_autoptr(GHashTable) seen = dd_dict_new_of_numbers();
	for (guint i = 0; i < ids->len && parts->margins != NULL; i++) {
		GBytes *bytes = g_hash_table_lookup(parts->margins, g_ptr_array_index(ids, i));
		if (bytes == NULL || !g_hash_table_add(seen, bytes))
			continue;
		if (!dd_docx_story_read(stories, bytes, part, error))
			return false;
	}
	return true;
}

static bool
read_stories(DdDocxStories *stories, const DdDocxParts *parts, GError **error)
{
	if (!dd_docx_story_read(stories, parts->document, DD_PART_BODY, error) ||
		!read_margins(stories, parts, stories->headers, DD_PART_HEADER, error) ||
		!read_margins(stories, parts, stories->footers, DD_PART_FOOTER, error))
		return false;
	if (parts->footnotes != NULL &&
		!dd_docx_story_read(stories, parts->footnotes, DD_PART_FOOTNOTE, error))
		return false;
	return parts->endnotes == NULL ||
	       dd_docx_story_read(stories, parts->endnotes, DD_PART_FOOTNOTE, error);
}

DdDocument *
dd_docx_read_parts(const DdDocxParts *parts, GError **error)
{
	const char *kind = parts->kind != NULL ? parts->kind : main_types[0].kind;
	g_autoptr(DdDocxStyles) styles = dd_docx_styles_new(parts->styles, error);
	if (styles == NULL)
		return NULL;
	g_autoptr(DdDocxNumbering) numbering = dd_docx_numbering_new(parts->numbering, styles, error);
	if (numbering == NULL)
		return NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new(kind);
	g_autoptr(GPtrArray) headers = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) footers = g_ptr_array_new_with_free_func(g_free);
	DdDocxStories stories = {builder, styles, numbering, headers, footers};
	if (g_str_has_suffix(kind, "M"))
		dd_document_builder_add_note(builder, DD_NOTE_MACROS);
	if (!read_stories(&stories, parts, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}
