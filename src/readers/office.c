/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office.h"

#include <string.h>

#include "dict.h"
#include "error.h"
#include "zip.h"

#define TYPES_NAME "[content_types].xml"

struct _DdOffice {
	const guint8 *bytes;
	gsize len;
	gsize spent; /* bytes inflated */
	const DdOfficeType *types;
	size_t n_types;
	DdContentTypes *content; /* NULL when the file has none */
	char *main;
	const char *kind;
};

static void
unref_bytes(gpointer bytes)
{
	if (bytes != NULL)
		g_bytes_unref(bytes);
}

void
dd_office_want(GHashTable *parts, const char *name)
{
	if (!g_hash_table_contains(parts, name))
		g_hash_table_insert(parts, g_strdup(name), NULL);
}

GHashTable *
dd_office_new_parts(void)
{
	return dd_dict_new(g_free, unref_bytes);
}

bool
dd_office_read(DdOffice *self, GHashTable *parts, GError **error)
{
	return dd_zip_read_parts(self->bytes, self->len, parts, NULL, &self->spent, error);
}

static const char *
find_kind(const DdOffice *self, const char *type)
{
	for (size_t i = 0; i < self->n_types; i++) {
		if (g_strcmp0(self->types[i].type, type) == 0)
			return self->types[i].kind;
	}
	return NULL;
}

/* Finds the main part: the one that the file is related to, or where that is not told, the one of the right type. */
static bool
find_main(DdOffice *self, GBytes *relationships, GError **error)
{
	g_autoptr(GPtrArray) found = NULL;
	if (relationships != NULL) {
		found = dd_relationships_read(relationships, "", error);
		if (found == NULL)
			return false;
	}
	for (guint i = 0; found != NULL && i < found->len && self->main == NULL; i++) {
		const DdRelationship *one = g_ptr_array_index(found, i);
		if (strcmp(one->type, "officeDocument") == 0)
			self->main = g_strdup(one->target);
	}
	for (size_t i = 0; i < self->n_types && self->main == NULL; i++)
		self->main = g_strdup(dd_content_types_find(self->content, self->types[i].type));
	if (self->main != NULL)
		self->kind = find_kind(self, dd_content_types_get(self->content, self->main));
	return true;
}

DdOffice *
dd_office_open(const guint8 *bytes, gsize len, const DdOfficeType *types, size_t n_types, GError **error)
{
	g_autoptr(DdOffice) self = g_new0(DdOffice, 1);
	g_autoptr(GHashTable) parts = dd_office_new_parts();
	self->bytes = bytes;
	self->len = len;
	self->types = types;
	self->n_types = n_types;
	dd_office_want(parts, TYPES_NAME);
	dd_office_want(parts, "_rels/.rels");
	if (!dd_office_read(self, parts, error))
		return NULL;
	GBytes *content = g_hash_table_lookup(parts, TYPES_NAME);
	if (content == NULL)
		return g_steal_pointer(&self);
	self->content = dd_content_types_new(content, error);
	if (self->content == NULL || !find_main(self, g_hash_table_lookup(parts, "_rels/.rels"), error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_office_free(DdOffice *self)
{
	if (self == NULL)
		return;
	dd_content_types_free(self->content);
	g_free(self->main);
	g_free(self);
}

gboolean
dd_office_is(const guint8 *bytes, gsize len, const DdOfficeType *types, size_t n_types)
{
	if (!dd_zip_is(bytes, len))
		return FALSE;
	g_autoptr(GHashTable) none = dd_office_new_parts();
	gsize spent = 0;
	if (!dd_zip_read_parts(bytes, len, none, NULL, &spent, NULL))
		return FALSE;
	g_autoptr(DdOffice) office = dd_office_open(bytes, len, types, n_types, NULL);
	return office != NULL ? office->kind != NULL : TRUE;
}

const char *
dd_office_get_kind(const DdOffice *self)
{
	return self->kind;
}

const char *
dd_office_get_main(const DdOffice *self)
{
	return self->main;
}

bool
dd_office_has_type(const DdOffice *self, const char *type)
{
	return self->content != NULL && dd_content_types_find(self->content, type) != NULL;
}

GPtrArray *
dd_office_read_relationships(DdOffice *self, const char *source, GError **error)
{
	g_autofree char *name = dd_relationships_name(source);
	g_autoptr(GHashTable) parts = dd_office_new_parts();
	dd_office_want(parts, name);
	if (!dd_office_read(self, parts, error))
		return NULL;
	GBytes *part = g_hash_table_lookup(parts, name);
	return part != NULL ? dd_relationships_read(part, source, error) : g_ptr_array_new();
}

void
dd_office_refuse_headless(GError **error)
{
	g_set_error_literal(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "tệp hỏng: thiếu phần nội dung; hãy xin lại tệp (broken file: its main part is missing)");
}
