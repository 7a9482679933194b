/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seal.c: hashes of rows for the record */
#include "seal.h"

#include "columns.h"
#include "statements-check.h"

#include <stdlib.h>

static const char *const names[DD_SEAL_LAST] = {
	[DD_SEAL_DOCUMENT] = "document",
	[DD_SEAL_READING] = "reading",
	[DD_SEAL_TASKS] = "tasks",
	[DD_SEAL_ASSIGNMENTS] = "assignments",
	[DD_SEAL_CITATIONS] = "citations",
	[DD_SEAL_SOURCE] = "source",
	[DD_SEAL_FORM] = "form",
	[DD_SEAL_FILE] = "file",
	[DD_SEAL_STEP] = "step",
	[DD_SEAL_ADDED] = "added",
	[DD_SEAL_ATTACHMENT] = "attachment",
	[DD_SEAL_FOLLOW] = "follow",
	[DD_SEAL_OCCURRENCES] = "occurrences",
	[DD_SEAL_UNIT] = "unit",
	[DD_SEAL_UNIT_NAMES] = "names",
	[DD_SEAL_SUCCESSIONS] = "successions",
	[DD_SEAL_SETTLEMENTS] = "settlements",
	[DD_SEAL_ACCOUNT] = "account",
	[DD_SEAL_TOKENS] = "tokens",
	[DD_SEAL_RULES] = "rules",
	[DD_SEAL_HOLIDAY_YEAR] = "year",
	[DD_SEAL_HOLIDAYS] = "holidays",
};

void
dd_seals_set(DdSeals *self, DdSealKind kind, const DdDbValue *values, size_t n)
{
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	dd_hasher_add_values(hasher, values, n);
	dd_seals_finish(self, kind, hasher, n);
}

void
dd_seals_finish(DdSeals *self, DdSealKind kind, DdHasher *hasher, size_t rows)
{
	self->set[kind] = rows > 0;
	self->hashes[kind] = dd_hasher_finish(hasher);
}

void
dd_seals_to_json(const DdSeals *self, json_t *object)
{
	json_t *seal = json_object();
	char text[DD_HASH_TEXT];
	for (DdSealKind kind = 0; kind < DD_SEAL_LAST; kind++)
		if (self->set[kind])
			json_object_set_new(seal, names[kind],
				json_string(dd_hash_format(&self->hashes[kind], text)));
	if (json_object_size(seal) > 0)
		json_object_set(object, "seal", seal);
	json_decref(seal);
}

void
dd_seals_update(DdSeals *self, const json_t *object)
{
	const json_t *seal = json_object_get(object, "seal");
	if (json_is_null(seal))
		*self = (DdSeals){0};
	for (DdSealKind kind = 0; kind < DD_SEAL_LAST; kind++) {
		const char *text = json_string_value(json_object_get(seal, names[kind]));
		if (text == NULL)
			continue;
		/* what is no hash is one that no rows have */
		self->set[kind] = true;
		if (!dd_hash_parse(text, &self->hashes[kind]))
			self->hashes[kind] = (DdHash){{0}};
	}
}

bool
dd_seals_agree(const DdSeals *self, const DdSeals *other, DdSealKind kind)
{
	return self->set[kind] == other->set[kind] &&
	       (!self->set[kind] || dd_hash_equals(&self->hashes[kind], other->hashes[kind].bytes,
					    DD_HASH_BYTES));
}

/* Rows of one thing, as dd_seal_sql gives them */
typedef struct {
	DdSealKind kind;
	unsigned n_columns;
} Part;

/* @also_none: that there are none is said, too, where rows may go and the record must not go on saying that they are there */
static bool
seal_parts(DdSeals *self, DdStore *store, const Part *parts, size_t n_parts, int64_t id,
	bool also_none, GError **error)
{
	for (size_t i = 0; i < n_parts; i++) {
		g_autoptr(DdHasher) hasher = dd_hasher_new();
		g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(store),
			&dd_seal_sql[parts[i].kind], DD_DB_ARGS(dd_db_int(id)), error);
		size_t n = 0;
		for (; dd_db_rows_each(rows); n++)
			for (unsigned column = 0; column < parts[i].n_columns; column++) {
				DdDbValue value = dd_db_rows_get(rows, column);
				dd_hasher_add_values(hasher, &value, 1);
			}
		if (!dd_db_rows_end(rows, error))
			return false;
		dd_seals_finish(self, parts[i].kind, hasher, n);
		self->set[parts[i].kind] = self->set[parts[i].kind] || also_none;
	}
	return true;
}

bool
dd_seals_of_task(DdSeals *self, DdStore *store, int64_t task, GError **error)
{
	static const Part parts[] = {
		{DD_SEAL_STEP, DD_N_STEP},
		{DD_SEAL_ADDED, DD_N_TASK},
		{DD_SEAL_FOLLOW, DD_N_FOLLOW},
		{DD_SEAL_OCCURRENCES, DD_N_OCCURRENCE},
	};
	return seal_parts(self, store, parts, G_N_ELEMENTS(parts), task, false, error);
}

bool
dd_seals_of_unit(DdSeals *self, DdStore *store, int64_t unit, GError **error)
{
	static const Part parts[] = {
		{DD_SEAL_UNIT, DD_N_UNIT},
		{DD_SEAL_UNIT_NAMES, DD_N_UNIT_NAME},
		{DD_SEAL_SUCCESSIONS, DD_N_SUCCESSION},
		{DD_SEAL_SETTLEMENTS, DD_N_SETTLEMENT},
	};
	return seal_parts(self, store, parts, G_N_ELEMENTS(parts), unit, true, error);
}

bool
dd_seals_of_account(DdSeals *self, DdStore *store, int64_t account, GError **error)
{
	static const Part parts[] = {
		{DD_SEAL_ACCOUNT, DD_N_ACCOUNT},
		{DD_SEAL_TOKENS, DD_N_TOKEN},
	};
	return seal_parts(self, store, parts, G_N_ELEMENTS(parts), account, true, error);
}

bool
dd_seals_of_rules(DdSeals *self, DdStore *store, GError **error)
{
	static const Part rules = {DD_SEAL_RULES, DD_N_RULE};
	return seal_parts(self, store, &rules, 1, 0, false, error);
}

bool
dd_seals_of_holidays(DdSeals *self, DdStore *store, int64_t year, GError **error)
{
	static const Part parts[] = {
		{DD_SEAL_HOLIDAY_YEAR, DD_N_HOLIDAY_YEAR},
		{DD_SEAL_HOLIDAYS, DD_N_HOLIDAY},
	};
	return seal_parts(self, store, parts, G_N_ELEMENTS(parts), year, true, error);
}

int64_t
dd_seal_form_number(const DdDbValue *hash, const DdDbValue *inside)
{
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	dd_hasher_add_values(hasher, hash, 1);
	dd_hasher_add_values(hasher, inside, 1);
	DdHash whole = dd_hasher_finish(hasher);
	uint64_t number = 0;
	for (unsigned i = 0; i < sizeof(number); i++)
		number = number << 8 | whole.bytes[i];
	return (int64_t)(number & G_MAXINT64);
}

bool
dd_seals_record(
	const DdSeals *self, DdChange *change, const DdRecord *record, json_t *now, GError **error)
{
	dd_seals_to_json(self, now);
	char *text = json_dumps(now, JSON_COMPACT | JSON_SORT_KEYS);
	DdRecord whole = *record;
	whole.now_json = text;
	bool good = dd_change_record(change, &whole, error);
	free(text);
	json_decref(now);
	return good;
}
