/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group-table.c: rows in the order of the file: who is in several groups is what the first row says */
#include "group-table.h"

static void
clear_row(void *data)
{
	DdGroupRow *row = data;
	g_free(row->word);
	g_strfreev(row->groups);
}

/* Names of groups are told apart as directories do: capital and small letters are one */
static char *
fold(const char *name)
{
	g_autofree char *normal = g_utf8_normalize(name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	return normal != NULL ? g_utf8_casefold(normal, -1) : g_strdup("");
}

GArray *
dd_group_table_read(GKeyFile *file, const char *group)
{
	g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
	if (keys == NULL)
		return NULL;
	GArray *out = g_array_new(FALSE, FALSE, sizeof(DdGroupRow));
	g_array_set_clear_func(out, clear_row);
	for (char **key = keys; *key != NULL; key++) {
		DdGroupRow row = {
			g_strdup(*key), g_key_file_get_string_list(file, group, *key, NULL, NULL)};
		for (char **one = row.groups; one != NULL && *one != NULL; one++) {
			char *folded = fold(g_strstrip(*one));
			g_free(*one);
			*one = folded;
		}
		g_array_append_val(out, row);
	}
	return out;
}

const char *
dd_group_table_find(const GArray *table, const char *const *groups)
{
	g_autoptr(GHashTable) of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (const char *const *one = groups; one != NULL && *one != NULL; one++)
		g_hash_table_add(of, fold(*one));
	for (guint i = 0; table != NULL && i < table->len; i++) {
		const DdGroupRow *row = &g_array_index(table, DdGroupRow, i);
		for (char **one = row->groups; one != NULL && *one != NULL; one++)
			if (g_hash_table_contains(of, *one))
				return row->word;
	}
	return NULL;
}
