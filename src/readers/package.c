/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package.h"

#include <string.h>

#include "dict.h"
#include "error.h"
#include "maxima.h"
#include "xml.h"
#include "zip.h"

enum { NAME_OVERRIDE, NAME_DEFAULT, NAME_RELATIONSHIP };

static const DdXmlName names[] = {
	[NAME_OVERRIDE] = {DD_XML_CONTENT_TYPES, "Override"},
	[NAME_DEFAULT] = {DD_XML_CONTENT_TYPES, "Default"},
	[NAME_RELATIONSHIP] = {DD_XML_RELATIONSHIPS, "Relationship"},
};

struct _DdContentTypes {
	GHashTable *by_name, *by_ending; /* char * → char * */
	GHashTable *names;               /* type → the first name of it */
};

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, G_GNUC_UNUSED int name, G_GNUC_UNUSED void *user,
	G_GNUC_UNUSED GError **error)
{
	return true;
}

static char *
dup_folded(const DdXml *xml, const char *name)
{
	g_autofree char *value = dd_xml_dup_attribute(xml, DD_XML_NONE, name);
	return value != NULL ? dd_zip_fold_name(value) : NULL;
}

static bool
refuse_many(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp có quá nhiều phần; hãy mở bằng Word rồi lưu lại (too many parts)");
	return false;
}

static bool
on_type(const DdXml *xml, int name, void *user, GError **error)
{
	DdContentTypes *self = user;
	if (name != NAME_OVERRIDE && name != NAME_DEFAULT)
		return true;
	GHashTable *table = name == NAME_OVERRIDE ? self->by_name : self->by_ending;
	g_autofree char *type = dup_folded(xml, "ContentType");
	g_autofree char *key = dup_folded(xml, name == NAME_OVERRIDE ? "PartName" : "Extension");
	if (type == NULL || key == NULL || g_hash_table_lookup(table, key) != NULL)
		return true;
	if (g_hash_table_size(table) >= DD_MAX_ZIP_ENTRIES)
		return refuse_many(error);
	if (name == NAME_OVERRIDE && g_hash_table_lookup(self->names, type) == NULL)
		g_hash_table_insert(self->names, g_strdup(type), g_strdup(key));
	g_hash_table_insert(table, g_steal_pointer(&key), g_steal_pointer(&type));
	return true;
}

DdContentTypes *
dd_content_types_new(GBytes *part, GError **error)
{
	static const DdXmlHandler handler = {names, G_N_ELEMENTS(names), on_type, on_close, NULL};
	g_autoptr(DdContentTypes) self = g_new0(DdContentTypes, 1);
	self->by_name = dd_dict_new(g_free, g_free);
	self->by_ending = dd_dict_new(g_free, g_free);
	self->names = dd_dict_new(g_free, g_free);
	if (!dd_xml_walk(part, &handler, self, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_content_types_free(DdContentTypes *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->by_name);
	g_hash_table_unref(self->by_ending);
	g_hash_table_unref(self->names);
	g_free(self);
}

const char *
dd_content_types_get(const DdContentTypes *self, const char *name)
{
	const char *type = g_hash_table_lookup(self->by_name, name);
	const char *dot = strrchr(name, '.');
	if (type == NULL && dot != NULL)
		type = g_hash_table_lookup(self->by_ending, dot + 1);
	return type;
}

const char *
dd_content_types_find(const DdContentTypes *self, const char *type)
{
	return g_hash_table_lookup(self->names, type);
}

typedef struct {
	GPtrArray *found;
	const char *source;
} RelationshipReader;

static void
free_relationship(gpointer data)
{
	DdRelationship *self = data;
	g_free(self->id);
	g_free(self->type);
	g_free(self->target);
	g_free(self);
}

/* Returns: (transfer full) the folded name that @target, seen from the folder of @source, means */
static char *
resolve_target(const char *source, const char *target)
{
	g_autoptr(GPtrArray) steps = g_ptr_array_new();
	const char *slash = strrchr(source, '/');
	g_autofree char *folder = slash != NULL ? g_strndup(source, (gsize)(slash - source))
						: g_strdup("");
	bool is_absolute = target[0] == '/' || target[0] == '\\';
	g_autofree char *path = g_strconcat(is_absolute ? "" : folder, "/", target, NULL);
	g_autofree char *folded = dd_zip_fold_name(path);
	g_auto(GStrv) parts = g_strsplit(folded, "/", -1);
	for (char **part = parts; *part != NULL; part++) {
		if (strcmp(*part, "..") == 0 && steps->len > 0)
			g_ptr_array_set_size(steps, (int)steps->len - 1);
		else if (**part != '\0' && strcmp(*part, ".") != 0 && strcmp(*part, "..") != 0)
			g_ptr_array_add(steps, *part);
	}
	g_ptr_array_add(steps, NULL);
	return g_strjoinv("/", (char **)steps->pdata);
}

static bool
on_relationship(const DdXml *xml, int name, void *user, GError **error)
{
	RelationshipReader *reader = user;
	if (name != NAME_RELATIONSHIP ||
		dd_xml_attribute_is(xml, DD_XML_NONE, "TargetMode", "External"))
		return true;
	g_autofree char *id = dd_xml_dup_attribute(xml, DD_XML_NONE, "Id");
	g_autofree char *type = dd_xml_dup_attribute(xml, DD_XML_NONE, "Type");
	g_autofree char *target = dd_xml_dup_attribute(xml, DD_XML_NONE, "Target");
	if (id == NULL || type == NULL || target == NULL || strlen(target) > DD_MAX_ZIP_NAME_BYTES)
		return true;
	if (reader->found->len >= DD_MAX_RELATIONSHIPS)
		return refuse_many(error);
	const char *slash = strrchr(type, '/');
	DdRelationship *one = g_new0(DdRelationship, 1);
	one->id = g_steal_pointer(&id);
	one->type = g_strdup(slash != NULL ? slash + 1 : type);
	one->target = resolve_target(reader->source, target);
	g_ptr_array_add(reader->found, one);
	return true;
}

GPtrArray *
dd_relationships_read(GBytes *part, const char *source, GError **error)
{
	static const DdXmlHandler handler = {
		names, G_N_ELEMENTS(names), on_relationship, on_close, NULL};
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(free_relationship);
	RelationshipReader reader = {found, source};
	if (!dd_xml_walk(part, &handler, &reader, error))
		return NULL;
	return g_steal_pointer(&found);
}

char *
dd_relationships_name(const char *source)
{
	const char *slash = strrchr(source, '/');
	size_t folder = slash != NULL ? (size_t)(slash - source) + 1 : 0;
	return g_strdup_printf("%.*s_rels/%s.rels", (int)folder, source, source + folder);
}
