/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reread.c: readings that are made again, as they are kept */
#include "reread.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "reading-rows.h"
#include "statements.h"

static bool
fail_missing(int64_t document, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
		"không có văn bản số %" G_GINT64_FORMAT " đã đọc (no document %" G_GINT64_FORMAT
		" that was read)",
		document, document);
	return false;
}

bool
dd_reread_open(DdStore *self, int64_t document, DdRereadSource *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_SOURCE],
		DD_DB_ARGS(dd_db_int(document)), error);
	bool have = false;
	size_t len = 0;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (!have)
		return fail_missing(document, error);
	const void *bytes = dd_db_rows_get_blob(rows, 0, &len);
	if (len > DD_MAX_FILE_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp đã lưu quá lớn để đọc lại, tối đa %u MiB (the kept file is too large "
			"to "
			"be read again, at most %u MiB)",
			DD_MAX_FILE_BYTES >> 20, DD_MAX_FILE_BYTES >> 20);
		return false;
	}
	out->bytes = g_byte_array_sized_new((guint)len);
	g_byte_array_append(out->bytes, bytes, (guint)len);
	out->name = g_strdup(dd_db_rows_get_text(rows, 1));
	out->inside = g_strdup(dd_db_rows_get_text(rows, 2));
	return true;
}

void
dd_reread_source_clear(DdRereadSource *self)
{
	g_clear_pointer(&self->bytes, g_byte_array_unref);
	g_clear_pointer(&self->name, g_free);
	g_clear_pointer(&self->inside, g_free);
}

/* @same_out: whether the last reading of the document, made again or not, is this very one, by the same program */
static bool
is_last(DdDb *db, int64_t document, const char *json, const char *program, bool *same_out,
	GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		db, &dd_sql[DD_SQL_GET_LAST_READING], DD_DB_ARGS(dd_db_int(document)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (!have)
		return fail_missing(document, error);
	*same_out = strcmp(dd_db_rows_get_text(rows, 0), program) == 0 &&
		    strcmp(dd_db_rows_get_text(rows, 1), json) == 0;
	return true;
}

static bool
add(DdChange *change, int64_t document, const DdReading *reading, const char *json,
	const char *program, GError **error)
{
	char text[DD_HASH_TEXT];
	int64_t id = 0;
	DdHash hash = dd_hash_of(json, strlen(json));
	if (!dd_change_number(change, "rereading", 1, &id, error) ||
		!dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_ADD_REREADING],
			DD_DB_ARGS(dd_db_int(id), dd_db_int(document), dd_db_text(program),
				dd_db_int(change->actor->now),
				dd_db_blob(hash.bytes, DD_HASH_BYTES), dd_db_text(json)),
			error))
		return false;
	json_t *now = json_pack("{s:I, s:s, s:s, s:I}", "rereading", (json_int_t)id, "hash",
		dd_hash_format(&hash, text), "program", program, "tasks",
		(json_int_t)reading->n_tasks);
	char *now_json = json_dumps(now, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(now);
	bool good = dd_change_record(change,
		&(DdRecord){.action = "reread",
			.object = "document",
			.object_id = document,
			.now_json = now_json},
		error);
	free(now_json);
	return good;
}

bool
dd_reread_keep(DdStore *self, const DdActor *actor, int64_t document, const DdReading *reading,
	const char *program, bool *same_out, GError **error)
{
	g_auto(DdChange) change = {0};
	char *json = dd_reading_rows_json(reading, error);
	bool same = false;
	bool good = json != NULL && dd_change_begin(self, actor, &change, error) &&
		    is_last(dd_store_get_db(self), document, json, program, &same, error) &&
		    (same || (add(&change, document, reading, json, program, error) &&
				     dd_change_commit(&change, error)));
	free(json);
	if (good)
		*same_out = same;
	return good;
}
