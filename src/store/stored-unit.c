/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-unit.c: reading the directory, and names with what was settled of them */
#include "stored-unit.h"

#include "dict.h"
#include "error.h"
#include "follow-private.h"
#include "identity.h"
#include "maxima.h"
#include "names-private.h"
#include "statements-unit.h"

#include <string.h>

/* The lists of a unit's names on their way */
typedef struct {
	GPtrArray *aliases, *abbreviations, *groups;
} Names;

static const char *const *
end_list(GPtrArray *list, DdArena *arena)
{
	g_ptr_array_add(list, NULL);
	const char *const *out = dd_arena_memdup(arena, list->pdata, list->len * sizeof(*list->pdata));
	g_ptr_array_set_size(list, 0);
	return out;
}

static void
end_unit(DdBookUnit *unit, Names *names, DdArena *arena)
{
	unit->aliases = end_list(names->aliases, arena);
	unit->abbreviations = end_list(names->abbreviations, arena);
	unit->groups = end_list(names->groups, arena);
}

static void
add_name(DdBookUnit *unit, Names *names, const char *what, char *name)
{
	if (strcmp(what, "short") == 0)
		unit->short_name = name;
	else if (strcmp(what, "alias") == 0)
		g_ptr_array_add(names->aliases, name);
	else if (strcmp(what, "abbreviation") == 0)
		g_ptr_array_add(names->abbreviations, name);
	else if (strcmp(what, "group") == 0)
		g_ptr_array_add(names->groups, name);
}

/* Both lists are in the order of units */
static bool
read_names(DdStore *self, GArray *units, DdArena *arena, GError **error)
{
	g_autoptr(GPtrArray) aliases = g_ptr_array_new();
	g_autoptr(GPtrArray) abbreviations = g_ptr_array_new();
	g_autoptr(GPtrArray) groups = g_ptr_array_new();
	Names names = {aliases, abbreviations, groups};
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_unit_sql[DD_UNIT_SQL_LIST_UNIT_NAMES], DD_DB_NO_ARGS, error);
	guint at = 0;
	while (dd_db_rows_each(rows)) {
		int64_t number = dd_db_rows_get_int(rows, 0);
		for (; at < units->len && g_array_index(units, DdBookUnit, at).number != number; at++)
			end_unit(&g_array_index(units, DdBookUnit, at), &names, arena);
		if (at < units->len)
			add_name(&g_array_index(units, DdBookUnit, at), &names,
				dd_db_rows_get_text(rows, 1),
				dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)));
	}
	for (; at < units->len; at++)
		end_unit(&g_array_index(units, DdBookUnit, at), &names, arena);
	return dd_db_rows_end(rows, error);
}

static GArray *
read_units(DdStore *self, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdBookUnit));
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_unit_sql[DD_UNIT_SQL_LIST_UNITS], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		DdBookUnit unit = {.number = dd_db_rows_get_int(rows, 0),
			.id = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
			.kind = dd_kind_intern(dd_db_rows_get_text(rows, 3)),
			.parent = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4)),
			.first = dd_follow_get_day(rows, 5),
			.last = dd_follow_get_day(rows, 6)};
		g_array_append_val(out, unit);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

static GArray *
read_successions(DdStore *self, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdSuccession));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_unit_sql[DD_UNIT_SQL_LIST_SUCCESSIONS], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		DdSuccession one = {dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
			dd_follow_get_day(rows, 3),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4))};
		g_array_append_val(out, one);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

DdUnitBook *
dd_stored_units(DdStore *self, DdArena *arena, GError **error)
{
	g_autoptr(GArray) units = read_units(self, arena, error);
	if (units == NULL || !read_names(self, units, arena, error))
		return NULL;
	g_autoptr(GArray) successions = read_successions(self, arena, error);
	if (successions == NULL)
		return NULL;
	return dd_unit_book_new(dd_arena_memdup(arena, units->data, units->len * sizeof(DdBookUnit)),
		units->len,
		dd_arena_memdup(arena, successions->data, successions->len * sizeof(DdSuccession)),
		successions->len, error);
}

bool
dd_stored_unit_find(DdStore *self, const char *name, int64_t *number_out, GError **error)
{
	g_autofree char *key = dd_identity_fold(name);
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_unit_sql[DD_UNIT_SQL_FIND_UNIT],
			DD_DB_ARGS(dd_db_text(name), dd_db_text(key)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*number_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

bool
dd_stored_unit_key(DdStore *self, const char *unit, char **key_out, GError **error)
{
	g_autofree char *key = dd_identity_fold(unit);
	*key_out = NULL;
	if (key == NULL)
		return true;
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_unit_sql[DD_UNIT_SQL_FIND_KEY],
			DD_DB_ARGS(dd_db_text(unit), dd_db_text(key)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*key_out = g_strdup(have ? dd_db_rows_get_text(rows, 0) : key);
	return true;
}

GPtrArray *
dd_stored_unit_own_names(DdStore *self, const char *unit, GError **error)
{
	g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *key = NULL;
	if (!dd_stored_unit_key(self, unit, &key, error))
		return NULL;
	if (key == NULL)
		return g_steal_pointer(&out);
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_unit_sql[DD_UNIT_SQL_LIST_OWN_NAMES],
			DD_DB_ARGS(dd_db_text(key), dd_db_int(DD_MAX_LISTED)), error);
	while (dd_db_rows_each(rows))
		g_ptr_array_add(out, g_strdup(dd_db_rows_get_text(rows, 0)));
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

/* What was settled for one document counts before what was for all; both lists are by key */
static bool
add_settled(DdStore *self, int64_t document, GArray *names, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_unit_sql[DD_UNIT_SQL_LIST_SETTLEMENTS], DD_DB_ARGS(dd_db_int(document)), error);
	g_autoptr(GHashTable) by_key = dd_dict_new(NULL, NULL);
	for (guint i = 0; i < names->len; i++) {
		DdStoredName *name = &g_array_index(names, DdStoredName, i);
		g_hash_table_insert(by_key, (gpointer)name->key, name);
	}
	while (dd_db_rows_each(rows)) {
		DdStoredName *name = g_hash_table_lookup(by_key, dd_db_rows_get_text(rows, 0));
		if (name == NULL)
			continue;
		name->everywhere = dd_db_rows_get_int(rows, 1) == 0;
		name->settled = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 3));
	}
	return dd_db_rows_end(rows, error);
}

GArray *
dd_stored_names(DdStore *self, int64_t document, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredName));
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_unit_sql[DD_UNIT_SQL_LIST_NAMES],
			DD_DB_ARGS(dd_db_int(document), dd_db_int(DD_MAX_LISTED)), error);
	while (dd_db_rows_each(rows)) {
		DdStoredName name = {.key = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			.tasks = dd_db_rows_get_int(rows, 2),
			.leads = dd_db_rows_get_int(rows, 3)};
		if (name.tasks == 1)
			name.text = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4));
		g_array_append_val(out, name);
	}
	if (!dd_db_rows_end(rows, error) || !add_settled(self, document, out, arena, error))
		return NULL;
	return g_steal_pointer(&out);
}
