/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx.h"

#include <string.h>

#include "docx-story.h"
#include "error.h"
#include "maxima.h"
#include "package.h"
#include "zip.h"

#define TYPES_NAME "[content_types].xml"

/* What the main part may be; the types of content are compared in small letters */
typedef struct {
	const char *type, *kind;
	bool has_macros;
} MainType;

static const MainType main_types[] = {
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "DOCX",
		false},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "DOTX",
		false},
	{"application/vnd.ms-word.document.macroenabled.main+xml", "DOCM", true},
	{"application/vnd.ms-word.template.macroenabledtemplate.main+xml", "DOTM", true},
};

/* A file that is open */
typedef struct {
	const guint8 *bytes;
	gsize len;
	gsize spent;          /* bytes inflated */
	GHashTable *inflated; /* folded name → GBytes */
	DdContentTypes *types;
	char *main; /* folded name of the main part */
	const MainType *main_type;
} File;

static void
clear_file(File *file)
{
	g_clear_pointer(&file->inflated, g_hash_table_unref);
	g_clear_pointer(&file->types, dd_content_types_free);
	g_clear_pointer(&file->main, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(File, clear_file)

static void
unref_bytes(gpointer bytes)
{
	if (bytes != NULL)
		g_bytes_unref(bytes);
}

/* Asks for one more part; a file has few, and all asked for are inflated by one walk. */
static void
want(GHashTable *wanted, const char *name)
{
	if (!g_hash_table_contains(wanted, name))
		g_hash_table_insert(wanted, g_strdup(name), NULL);
}

static GHashTable *
new_parts(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, unref_bytes);
}

static const MainType *
find_main_type(const char *type)
{
	for (size_t i = 0; i < G_N_ELEMENTS(main_types); i++) {
		if (g_strcmp0(main_types[i].type, type) == 0)
			return &main_types[i];
	}
	return NULL;
}

/* Finds the main part: the one that the file is related to, or where that is not told, the one of the right type. */
static bool
find_main(File *file, GBytes *relationships, GError **error)
{
	g_autoptr(GPtrArray) found = NULL;
	if (relationships != NULL) {
		found = dd_relationships_read(relationships, "", error);
		if (found == NULL)
			return false;
	}
	for (guint i = 0; found != NULL && i < found->len && file->main == NULL; i++) {
		const DdRelationship *one = g_ptr_array_index(found, i);
		if (strcmp(one->type, "officeDocument") == 0)
			file->main = g_strdup(one->target);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(main_types) && file->main == NULL; i++)
		file->main = g_strdup(dd_content_types_find(file->types, main_types[i].type));
	if (file->main != NULL)
		file->main_type = find_main_type(dd_content_types_get(file->types, file->main));
	return true;
}

/* Opens the file so far that it is known what it is. @file->main_type stays NULL when it is of another kind. */
static bool
open_file(File *file, GError **error)
{
	file->inflated = new_parts();
	want(file->inflated, TYPES_NAME);
	want(file->inflated, "_rels/.rels");
	if (!dd_zip_read_parts(file->bytes, file->len, file->inflated, NULL, &file->spent, error))
		return false;
	GBytes *types = g_hash_table_lookup(file->inflated, TYPES_NAME);
	if (types == NULL)
		return true;
	file->types = dd_content_types_new(types, error);
	return file->types != NULL &&
	       find_main(file, g_hash_table_lookup(file->inflated, "_rels/.rels"), error);
}

gboolean
dd_docx_is(const guint8 *bytes, gsize len)
{
	if (!dd_zip_is(bytes, len))
		return FALSE;
	g_auto(File) file = {.bytes = bytes, .len = len};
	g_autoptr(GHashTable) none = new_parts();
	gsize spent = 0;
	if (!dd_zip_read_parts(bytes, len, none, NULL, &spent, NULL))
		return FALSE;
	return open_file(&file, NULL) ? file.main_type != NULL : TRUE;
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
read_file(File *file, GError **error)
{
	g_autofree char *name = dd_relationships_name(file->main);
	g_autoptr(GHashTable) first = new_parts();
	want(first, name);
	if (!dd_zip_read_parts(file->bytes, file->len, first, NULL, &file->spent, error))
		return NULL;
	GBytes *rels = g_hash_table_lookup(first, name);
	g_autoptr(GPtrArray) relationships = rels != NULL
						     ? dd_relationships_read(rels, file->main, error)
						     : g_ptr_array_new();
	if (relationships == NULL)
		return NULL;
	g_autoptr(GHashTable) inflated = new_parts();
	DdDocxParts parts = {.kind = file->main_type->kind};
	want(inflated, file->main);
	for (guint i = 0, margins = 0; i < relationships->len; i++) {
		const DdRelationship *one = g_ptr_array_index(relationships, i);
		if (slot_of(&parts, one) != NULL || (is_margin(one) && margins++ < DD_MAX_DOCX_MARGINS))
			want(inflated, one->target);
	}
	if (!dd_zip_read_parts(file->bytes, file->len, inflated, NULL, &file->spent, error))
		return NULL;
	g_autoptr(GHashTable) margins = g_hash_table_new(g_str_hash, g_str_equal);
	parts.margins = margins;
	parts.document = g_hash_table_lookup(inflated, file->main);
	if (parts.document == NULL) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp hỏng: thiếu phần nội dung; hãy xin lại tệp (broken file: its main part is missing)");
		return NULL;
	}
	share_parts(relationships, inflated, &parts);
	return dd_docx_read_parts(&parts, error);
}

DdDocument *
dd_docx_read(const guint8 *bytes, gsize len, GError **error)
{
	g_auto(File) file = {.bytes = bytes, .len = len};
	if (!open_file(&file, error))
		return NULL;
	if (file.main_type == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp nén này không phải văn bản Word (no Word document in this ZIP file)");
		return NULL;
	}
	return read_file(&file, error);
}

/* Reads headers or footers, each part once. */
static bool
read_margins(DdDocxStories *stories, const DdDocxParts *parts, const GPtrArray *ids, DdPart part,
	GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
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
