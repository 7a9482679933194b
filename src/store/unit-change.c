/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-change.c: changes of the directory of units, each with its record */
#include "stored-unit.h"

#include "count.h"
#include "dict.h"
#include "error.h"
#include "follow-private.h"
#include "identity.h"
#include "maxima.h"
#include "name-place.h"
#include "seal.h"
#include "statements-unit.h"
#include "statements.h"
#include "stored.h"
#include "unit-table.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void
set_text(json_t *object, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		json_object_set_new(object, key, json_string(text));
}

static void
set_list(json_t *object, const char *key, const char *const *list)
{
	if (*list == NULL)
		return;
	json_t *array = json_array();
	for (; *list != NULL; list++)
		json_array_append_new(array, json_string(*list));
	json_object_set_new(object, key, array);
}

static void
set_day(json_t *object, const char *key, DdDay day)
{
	char text[DD_DATE_BUFFER];
	set_text(object, key, dd_date_format(day, text));
}

/* Returns: (transfer full) the object, which is swallowed, as a text */
static char *
dump(json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	char *copy = g_strdup(text);
	json_decref(object);
	free(text);
	return copy;
}

static json_t *
unit_to_json(const DdBookUnit *unit)
{
	json_t *object = json_object();
	set_text(object, "id", unit->id);
	set_text(object, "name", unit->name);
	set_text(object, "short_name", unit->short_name);
	set_text(object, "kind", unit->kind);
	set_text(object, "parent", unit->parent);
	set_day(object, "valid_from", unit->first);
	set_day(object, "valid_to", unit->last);
	set_list(object, "aliases", unit->aliases);
	set_list(object, "abbreviations", unit->abbreviations);
	set_list(object, "groups", unit->groups);
	return object;
}

/* Names of a unit on their way into their table */
typedef struct {
	DdDb *db;
	int64_t unit, position;
} NameWriter;

static bool
write_name(NameWriter *self, const char *what, const char *name, size_t len, GError **error)
{
	g_autofree char *text = g_strndup(name, len);
	g_autofree char *key = dd_identity_fold(text);
	if (key == NULL)
		return true; /* nobody finds it by signs */
	int64_t position = self->position++;
	return dd_db_run(self->db, &dd_unit_sql[DD_UNIT_SQL_ADD_UNIT_NAME],
		DD_DB_ARGS(dd_db_int(self->unit), dd_db_int(position), dd_db_text(what),
			dd_db_text(text), dd_db_text(key)),
		error);
}

static bool
write_list(NameWriter *self, const char *what, const char *const *list, GError **error)
{
	for (; *list != NULL; list++)
		if (!write_name(self, what, *list, strlen(*list), error))
			return false;
	return true;
}

static bool
write_names(DdDb *db, const DdBookUnit *unit, GError **error)
{
	NameWriter writer = {db, unit->number, 0};
	size_t level, len = strlen(unit->name), bare = dd_name_find_place(unit->name, &level);
	bool is_committee = strcmp(unit->kind, "committee") == 0;
	return dd_db_run(db, &dd_unit_sql[DD_UNIT_SQL_DROP_UNIT_NAMES],
		       DD_DB_ARGS(dd_db_int(unit->number)), error) &&
	       write_name(&writer, "name", unit->name, len, error) &&
	       (bare == len || write_name(&writer, "place", unit->name, is_committee ? level : bare,
				       error)) &&
	       (unit->short_name == NULL || write_name(&writer, "short", unit->short_name,
						    strlen(unit->short_name), error)) &&
	       write_list(&writer, "alias", unit->aliases, error) &&
	       write_list(&writer, "abbreviation", unit->abbreviations, error) &&
	       write_list(&writer, "group", unit->groups, error);
}

/* Records what is said of a unit, with what is kept of it now; @now is swallowed */
static bool
record_unit(DdChange *change, const DdRecord *record, json_t *now, GError **error)
{
	DdSeals seals = {0};
	if (dd_seals_of_unit(&seals, change->store, record->object_id, error))
		return dd_seals_record(&seals, change, record, now, error);
	json_decref(now);
	return false;
}

static bool
write_unit(DdChange *change, const DdUnitBook *book, const DdBookUnit *unit, const DdBookUnit *was,
	const char *action, const char *why, GError **error)
{
	char first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	DdDb *db = dd_store_get_db(change->store);
	const DdBookUnit *parent = dd_unit_book_get_parent(book, unit);
	g_autofree char *was_json = was != NULL ? dump(unit_to_json(was)) : NULL;
	return dd_db_run(db, &dd_unit_sql[was != NULL ? DD_UNIT_SQL_SET_UNIT : DD_UNIT_SQL_ADD_UNIT],
		       DD_DB_ARGS(dd_db_int(unit->number), dd_db_text(unit->id),
			       dd_db_text(unit->name), dd_db_text(unit->kind),
			       parent != NULL ? dd_db_int(parent->number) : dd_db_null(),
			       dd_follow_day_value(unit->first, first),
			       dd_follow_day_value(unit->last, last)),
		       error) &&
	       write_names(db, unit, error) &&
	       record_unit(change, &(DdRecord){action, "unit", unit->number, was_json, NULL, why},
		       unit_to_json(unit), error);
}

/* Followed tasks get the units that their leads' names mean now; @key: of one name, NULL of all */
static bool
bind_leads(DdChange *change, const char *key, GError **error)
{
	return dd_count_rebind(change, key, error) &&
	       dd_db_run(dd_store_get_db(change->store), &dd_unit_sql[DD_UNIT_SQL_BIND_LEADS],
		       DD_DB_ARGS(dd_db_text(key)), error);
}

/* Writes the units of @table that are new or not what they were in @old */
static bool
write_changed(DdChange *change, const DdUnitBook *old, const DdUnitBook *book,
	const DdUnitTable *table, DdUnitImport *out, GError **error)
{
	size_t n, n_old;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	const DdBookUnit *before = dd_unit_book_get_all(old, &n_old);
	*out = (DdUnitImport){.rows = table->rows};
	for (size_t i = 0; i < n; i++) {
		const DdBookUnit *was = i < n_old ? &before[i] : NULL;
		if (!g_array_index(table->changed, bool, (guint)i))
			continue;
		if (!write_unit(change, book, &units[i], was, "import", NULL, error))
			return false;
		if (was == NULL)
			out->added++;
		else
			out->changed++;
	}
	return out->added + out->changed == 0 || bind_leads(change, NULL, error);
}

bool
dd_units_import(DdChange *change, const char *csv, DdUnitImport *out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdUnitBook) old = dd_stored_units(change->store, arena, error);
	g_auto(DdUnitTable) table = {0};
	int64_t first;
	size_t n;
	/* none are taken before it is known how many there are */
	if (old == NULL || !dd_change_number(change, "unit", 0, &first, error) ||
		!dd_unit_table_take(old, csv, first, arena, &table, error) ||
		!dd_change_number(change, "unit", table.n_new, &first, error))
		return false;
	const DdSuccession *successions = dd_unit_book_get_successions(old, &n);
	g_autoptr(DdUnitBook) book = dd_unit_book_new((const DdBookUnit *)(void *)table.units->data,
		table.units->len, successions, n, error);
	return book != NULL && write_changed(change, old, book, &table, out, error);
}

static bool
fail_unit(GError **error, DdError code, const char *id, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, (gint)code, "đơn vị %s: %s (unit %s: %s)", id, vi, id, en);
	return false;
}

/* Returns: TRUE when work of @id comes to @to in the end */
static bool
leads_to(const DdUnitBook *book, const char *id, const char *to)
{
	size_t n;
	const DdSuccession *all = dd_unit_book_get_successions(book, &n);
	g_autoptr(GPtrArray) reached = g_ptr_array_new();
	g_autoptr(GHashTable) seen = dd_dict_new(NULL, NULL);
	g_ptr_array_add(reached, (gpointer)id);
	for (guint i = 0; i < reached->len; i++) {
		const char *at = g_ptr_array_index(reached, i);
		if (strcmp(at, to) == 0)
			return true;
		for (size_t s = 0; s < n; s++)
			if (strcmp(all[s].from, at) == 0 && g_hash_table_add(seen, (gpointer)all[s].to))
				g_ptr_array_add(reached, (gpointer)all[s].to);
	}
	return false;
}

static bool
check_merge(const DdUnitBook *book, const DdUnitMerge *merge, GError **error)
{
	const DdBookUnit *into = dd_unit_book_lookup(book, merge->into);
	if (merge->document == NULL || *merge->document == '\0') {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"cần văn bản quyết định việc ấy (the document that orders it is needed)");
		return false;
	}
	if (into == NULL)
		return fail_unit(error, DD_ERROR_EMPTY, merge->into, "không có", "there is none");
	if (!dd_book_unit_is_there(into, merge->day))
		return fail_unit(error, DD_ERROR_CONFLICT, merge->into, "ngày ấy không tồn tại",
			"it is not there on that day");
	for (const char *const *from = merge->from; *from != NULL; from++) {
		const DdBookUnit *unit = dd_unit_book_lookup(book, *from);
		if (unit == NULL)
			return fail_unit(error, DD_ERROR_EMPTY, *from, "không có", "there is none");
		if (dd_date_is_set(unit->first) && dd_date_compare(unit->first, merge->day) >= 0)
			return fail_unit(error, DD_ERROR_CONFLICT, *from, "ngày ấy chưa tồn tại",
				"it was not there before that day");
		if (leads_to(book, merge->into, *from))
			return fail_unit(error, DD_ERROR_CONFLICT, *from, "kế thừa thành vòng",
				"its work would come back to it");
	}
	return true;
}

/* What is recorded of the unit that ends: itself, and who has its work */
static bool
record_merge(DdChange *change, const DdUnitMerge *merge, const DdBookUnit *was,
	const DdBookUnit *unit, GError **error)
{
	json_t *now = unit_to_json(unit);
	set_text(now, "into", merge->into);
	set_text(now, "field", merge->field);
	set_text(now, "document", merge->document);
	set_day(now, "from", merge->day);
	g_autofree char *was_json = dump(unit_to_json(was));
	return record_unit(change,
		&(DdRecord){"merge", "unit", unit->number, was_json, NULL, merge->reason}, now, error);
}

static bool
merge_one(DdChange *change, const DdUnitBook *book, const DdUnitMerge *merge, const char *from,
	GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	char day[DD_DATE_BUFFER], first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	const DdBookUnit *was = dd_unit_book_lookup(book, from);
	const DdBookUnit *into = dd_unit_book_lookup(book, merge->into);
	const DdBookUnit *parent = dd_unit_book_get_parent(book, was);
	DdBookUnit unit = *was;
	DdDay end = dd_date_add_days(merge->day, -1);
	/* one that ended earlier keeps its day */
	if ((*merge->field == '\0' || merge->end) &&
		(!dd_date_is_set(unit.last) || dd_date_compare(unit.last, end) > 0))
		unit.last = end;
	return dd_db_run(db, &dd_unit_sql[DD_UNIT_SQL_SET_UNIT],
		       DD_DB_ARGS(dd_db_int(unit.number), dd_db_text(unit.id),
			       dd_db_text(unit.name), dd_db_text(unit.kind),
			       parent != NULL ? dd_db_int(parent->number) : dd_db_null(),
			       dd_follow_day_value(unit.first, first),
			       dd_follow_day_value(unit.last, last)),
		       error) &&
	       dd_db_run(db, &dd_unit_sql[DD_UNIT_SQL_ADD_SUCCESSION],
		       DD_DB_ARGS(dd_db_int(unit.number), dd_db_int(into->number),
			       dd_db_text(merge->field), dd_follow_day_value(merge->day, day),
			       dd_db_text(merge->document)),
		       error) &&
	       record_merge(change, merge, was, &unit, error);
}

bool
dd_units_merge(DdChange *change, const DdUnitMerge *merge, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdUnitBook) book = dd_stored_units(change->store, arena, error);
	if (book == NULL || !check_merge(book, merge, error))
		return false;
	for (const char *const *from = merge->from; *from != NULL; from++)
		if (!merge_one(change, book, merge, *from, error))
			return false;
	return true;
}

static bool
check_settling(DdChange *change, const DdUnitSettling *settling, const DdBookUnit *unit, GError **error)
{
	DdStoredDocument document;
	bool found = true;
	g_autoptr(DdArena) arena = dd_arena_new();
	if (settling->reason == NULL || *settling->reason == '\0') {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"cần nêu lý do (the reason is to be said)");
		return false;
	}
	if (unit == NULL)
		return fail_unit(error, DD_ERROR_EMPTY, settling->unit, "không có", "there is none");
	if (settling->document != 0 && !dd_stored_document(change->store, settling->document, arena,
					       &document, &found, error))
		return false;
	/* one that is only heard of has no tasks, and its number may go to another one */
	found = found && (settling->document == 0 || document.known);
	if (!found)
		g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có văn bản %" G_GINT64_FORMAT " (no document %" G_GINT64_FORMAT ")",
			settling->document, settling->document);
	return found;
}

/* @was_out: id of the unit that was said before, in @arena; NULL none */
static bool
find_settled(DdChange *change, int64_t document, const char *key, DdArena *arena,
	const char **was_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_unit_sql[DD_UNIT_SQL_LIST_SETTLEMENTS], DD_DB_ARGS(dd_db_int(document)), error);
	*was_out = NULL;
	while (dd_db_rows_each(rows))
		if (dd_db_rows_get_int(rows, 1) == document &&
			strcmp(dd_db_rows_get_text(rows, 0), key) == 0)
			*was_out = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 3));
	return dd_db_rows_end(rows, error);
}

static json_t *
settling_to_json(const DdUnitSettling *settling, const char *unit)
{
	json_t *object = json_object();
	set_text(object, "name", settling->name);
	set_text(object, "unit", unit);
	if (settling->document != 0)
		json_object_set_new(object, "document", json_integer(settling->document));
	return object;
}

/* Records what was settled with the unit that the name means now, and with that which it meant before */
static bool
record_settling(DdChange *change, const DdUnitSettling *settling, const DdBookUnit *was,
	const DdBookUnit *unit, GError **error)
{
	g_autofree char *was_json = was != NULL ? dump(settling_to_json(settling, was->id)) : NULL;
	const DdBookUnit *both[] = {unit, was};
	for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
		if (both[i] == NULL || (i > 0 && was == unit))
			continue;
		if (!record_unit(change,
			    &(DdRecord){"settle", "unit", both[i]->number, was_json, NULL,
				    settling->reason},
			    settling_to_json(settling, unit->id), error))
			return false;
	}
	return true;
}

bool
dd_units_settle(DdChange *change, const DdUnitSettling *settling, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree char *key = dd_identity_fold(settling->name);
	const char *was;
	if (key == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"tên không có chữ nào (the name has no letter)");
		return false;
	}
	g_autoptr(DdUnitBook) book = dd_stored_units(change->store, arena, error);
	const DdBookUnit *unit = book != NULL ? dd_unit_book_lookup(book, settling->unit) : NULL;
	if (book == NULL || !check_settling(change, settling, unit, error) ||
		!find_settled(change, settling->document, key, arena, &was, error))
		return false;
	return dd_db_run(dd_store_get_db(change->store), &dd_unit_sql[DD_UNIT_SQL_SET_SETTLEMENT],
		       DD_DB_ARGS(dd_db_text(key), dd_db_int(settling->document),
			       dd_db_text(settling->name), dd_db_int(unit->number)),
		       error) &&
	       record_settling(change, settling,
		       was != NULL ? dd_unit_book_lookup(book, was) : NULL, unit, error) &&
	       bind_leads(change, key, error);
}
