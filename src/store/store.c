/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.c: opening the store, and changes with their records */
#include "store.h"

#include "audit.h"
#include "derived.h"
#include "dict.h"
#include "error.h"
#include "maxima.h"
#include "statements.h"

#include <string.h>

#define KNOWN_WORDS 100000u /* that are remembered; then they are forgotten, and written again */

struct _DdStore {
	DdDb *db;
	GHashTable *known_words; /* of the vocabulary, as far as this program put them there or tried to */
};

extern const char dd_data_migration_documents[];
extern const char dd_data_migration_following[];
extern const char dd_data_migration_settling[];
extern const char dd_data_migration_checking[];
extern const char dd_data_migration_rereading[];
extern const char dd_data_migration_accounts[];
extern const char dd_data_migration_units[];
extern const char dd_data_migration_search[];
extern const char dd_data_migration_counts[];
extern const char dd_data_migration_jobs[];
extern const char dd_data_migration_invitations[];
extern const char dd_data_migration_ways[];
extern const char dd_data_migration_lists[];
extern const char dd_data_migration_pieces[];
extern const char dd_data_migration_sources[];
extern const char dd_data_migration_attachments[];
extern const char dd_data_migration_proved[];
extern const char dd_data_migration_wishes[];
extern const char dd_data_migration_locked[];
extern const char dd_data_migration_holidays[];
extern const char dd_data_migration_unused[];
extern const char dd_data_migration_listed[];

/* Forward only: a step that was released is never changed, a new one is added at the end */
static const DdMigration migrations[] = {
	{"0001-documents", dd_data_migration_documents},
	{"0002-following", dd_data_migration_following},
	{"0003-settling", dd_data_migration_settling},
	{"0004-checking", dd_data_migration_checking},
	{"0005-rereading", dd_data_migration_rereading},
	{"0006-accounts", dd_data_migration_accounts},
	{"0007-units", dd_data_migration_units},
	{"0008-search", dd_data_migration_search},
	{"0009-counts", dd_data_migration_counts},
	{"0010-jobs", dd_data_migration_jobs},
	{"0011-invitations", dd_data_migration_invitations},
	{"0012-ways", dd_data_migration_ways},
	{"0013-lists", dd_data_migration_lists},
	{"0014-pieces", dd_data_migration_pieces},
	{"0015-sources", dd_data_migration_sources},
	{"0016-attachments", dd_data_migration_attachments},
	{"0017-proved", dd_data_migration_proved},
	{"0018-wishes", dd_data_migration_wishes},
	{"0019-locked", dd_data_migration_locked},
	{"0020-holidays", dd_data_migration_holidays},
	{"0021-unused", dd_data_migration_unused},
	{"0022-documents", dd_data_migration_listed},
};

DdStore *
dd_store_open(const char *url, DdDbMode mode, int64_t now, DdMigrated *migrated_out, GError **error)
{
	g_autoptr(DdDb) db = dd_db_open(url, mode, error);
	DdMigrated migrated;
	if (db == NULL || !dd_db_migrate(db, migrations, G_N_ELEMENTS(migrations), now, mode,
				  &migrated, error))
		return NULL;
	g_autoptr(DdStore) self = g_new(DdStore, 1);
	*self = (DdStore){g_steal_pointer(&db), dd_dict_new(g_free, NULL)};
	const DdActor actor = {.now = now, .who = "dondoc", .origin = "migrate"};
	bool may_write = mode == DD_DB_EXISTING || mode == DD_DB_CREATE;
	if (!dd_derived_bring_up(self, &actor, may_write, error))
		return NULL;
	if (migrated_out != NULL)
		*migrated_out = migrated;
	return g_steal_pointer(&self);
}

void
dd_store_free(DdStore *self)
{
	if (self == NULL)
		return;
	dd_db_free(self->db);
	g_hash_table_unref(self->known_words);
	g_free(self);
}

GHashTable *
dd_store_get_known_words(DdStore *self)
{
	if (g_hash_table_size(self->known_words) >= KNOWN_WORDS)
		g_hash_table_remove_all(self->known_words);
	return self->known_words;
}

DdDb *
dd_store_get_db(DdStore *self)
{
	return self->db;
}

bool
dd_change_begin(DdStore *self, const DdActor *actor, DdChange *out, GError **error)
{
	if (!dd_db_begin(self->db, DD_DB_WRITE, &out->transaction, error))
		return false;
	g_autoptr(DdDbRows)
		rows = dd_db_query(self->db, &dd_sql[DD_SQL_HOLD_HEAD], DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	size_t len = 0;
	const void *hash = have ? dd_db_rows_get_blob(rows, 1, &len) : NULL;
	if (len != sizeof(out->hash.bytes)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"thiếu đầu chuỗi nhật ký; hãy chạy dondoc check (the head of the record is "
			"missing; "
			"run dondoc check)");
		return false;
	}
	out->store = self;
	out->actor = actor;
	out->seq = dd_db_rows_get_int(rows, 0);
	memcpy(out->hash.bytes, hash, len);
	return true;
}

static bool
check_length(const char *what, const char *text, size_t max, GError **error)
{
	if (text == NULL || strlen(text) <= max)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"%s: quá dài, tối đa %zu byte (longer than %zu bytes)", what, max, max);
	return false;
}

bool
dd_change_record(DdChange *self, const DdRecord *record, GError **error)
{
	const DdActor *actor = self->actor;
	if (!check_length("who", actor->who, DD_MAX_WHO_BYTES, error) ||
		!check_length("origin", actor->origin, DD_MAX_WHO_BYTES, error) ||
		!check_length("why", record->why, DD_MAX_WHY_BYTES, error))
		return false;
	DdAuditRow row = {.seq = self->seq + 1,
		.at = actor->now,
		.who = actor->who,
		.origin = actor->origin,
		.record = *record,
		.previous = self->hash};
	row.hash = dd_audit_hash(&row);
	const DdDbValue values[] = {dd_db_int(row.seq), dd_db_int(row.at), dd_db_text(row.who),
		dd_db_text(row.origin), dd_db_text(record->action), dd_db_text(record->object),
		dd_db_int(record->object_id), dd_db_text(record->was_json),
		dd_db_text(record->now_json), dd_db_text(record->why),
		dd_db_blob(row.previous.bytes, DD_HASH_BYTES),
		dd_db_blob(row.hash.bytes, DD_HASH_BYTES)};
	if (!dd_db_run(self->store->db, &dd_sql[DD_SQL_ADD_AUDIT], values, G_N_ELEMENTS(values), error))
		return false;
	self->seq = row.seq;
	self->hash = row.hash;
	return true;
}

bool
dd_change_number(DdChange *self, const char *counter, size_t n, int64_t *first_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self->store->db, &dd_sql[DD_SQL_NUMBER],
		DD_DB_ARGS(dd_db_text(counter), dd_db_int((int64_t)n)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (!have) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"thiếu bộ đếm “%s”; hãy chạy dondoc check (the counter is missing; run "
			"dondoc check)",
			counter);
		return false;
	}
	*first_out = dd_db_rows_get_int(rows, 0) - (int64_t)n + 1;
	return true;
}

bool
dd_change_commit(DdChange *self, GError **error)
{
	return dd_db_run(self->store->db, &dd_sql[DD_SQL_SET_HEAD],
		       DD_DB_ARGS(dd_db_int(self->seq), dd_db_blob(self->hash.bytes, DD_HASH_BYTES)),
		       error) &&
	       dd_db_commit(&self->transaction, error);
}

void
dd_change_clear(DdChange *self)
{
	/* what was learnt in a change that is given up is not in the store */
	if (self->transaction.db != NULL && self->store != NULL)
		g_hash_table_remove_all(self->store->known_words);
	dd_db_transaction_clear(&self->transaction);
}

bool
dd_change_group_begin(DdStore *self, DdChangeGroup *out, GError **error)
{
	if (!dd_db_begin_group(self->db, &out->transaction, error))
		return false;
	out->store = self;
	/* before anything else is held: whoever changes something waits here, and for nothing that somebody behind him holds */
	return dd_db_run(self->db, &dd_sql[DD_SQL_HOLD_HEAD], DD_DB_NO_ARGS, error);
}

bool
dd_change_group_commit(DdChangeGroup *self, GError **error)
{
	return dd_db_commit(&self->transaction, error);
}

void
dd_change_group_clear(DdChangeGroup *self)
{
	if (self->transaction.db != NULL && self->store != NULL)
		g_hash_table_remove_all(self->store->known_words);
	dd_db_transaction_clear(&self->transaction);
}
