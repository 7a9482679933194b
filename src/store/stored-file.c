/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-file.c: files as they came, and how a unit stands to documents */
#include "stored-file.h"

#include "error.h"
#include "maxima.h"
#include "statements-file.h"
#include "statements-unit.h"
#include "statements.h"
#include "stored-unit.h"

#include <string.h>

bool
dd_stored_file_find(
	DdStore *self, const DdHash *hash, uint64_t *size_out, bool *found_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_FILE],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*found_out = have;
	*size_out = have ? (uint64_t)dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

bool
dd_stored_file_read(DdStore *self, const DdHash *hash, uint64_t offset, void *buffer, size_t len,
	GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_FILE_PART],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES), dd_db_int((int64_t)offset),
			dd_db_int((int64_t)len)),
		error);
	bool have = false;
	size_t got = 0;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	const void *bytes = have ? dd_db_rows_get_blob(rows, 0, &got) : NULL;
	if (bytes == NULL || got != len) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_IO,
			"tệp trong kho không đủ như đã ghi; hãy chạy dondoc check (a file in the "
			"store is not as long as is "
			"written of it; run dondoc check)");
		return false;
	}
	memcpy(buffer, bytes, len);
	return true;
}

bool
dd_stored_source(DdStore *self, int64_t document, char **json_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_file_sql[DD_FILE_SQL_GET_SOURCE], DD_DB_ARGS(dd_db_int(document)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*json_out = have ? g_strdup(dd_db_rows_get_text(rows, 0)) : NULL;
	return true;
}

GArray *
dd_stored_file_uses(DdStore *self, const DdHash *hash, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdFileUse));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_sql[DD_SQL_LIST_FILE_DOCUMENTS],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES), dd_db_int(DD_MAX_LISTED)), error);
	while (dd_db_rows_each(rows)) {
		DdFileUse use = {dd_db_rows_get_int(rows, 0),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			dd_db_rows_get_bool(rows, 2)};
		g_array_append_val(out, use);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

static bool
find_standing(DdStore *self, DdUnitSql statement, int64_t id, const char *unit,
	unsigned *standing_out, GError **error)
{
	g_autofree char *key = NULL;
	*standing_out = unit == NULL ? DD_STANDING_ABOVE : DD_STANDING_NONE;
	if (!dd_stored_unit_key(self, unit, &key, error))
		return false;
	if (key == NULL)
		return true;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_unit_sql[statement],
		DD_DB_ARGS(dd_db_int(id), dd_db_text(key)), error);
	while (dd_db_rows_each(rows)) {
		const char *word = dd_db_rows_get_text(rows, 0);
		*standing_out |= strcmp(word, "lead") == 0    ? DD_STANDING_LEADS
				 : strcmp(word, "above") == 0 ? DD_STANDING_ABOVE
							      : DD_STANDING_HELPS;
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_stored_document_standing(DdStore *self, const DdStoredDocument *document, const char *unit,
	unsigned *standing_out, GError **error)
{
	return find_standing(
		self, DD_UNIT_SQL_LIST_DOCUMENT_STANDINGS, document->id, unit, standing_out, error);
}

bool
dd_stored_task_standing(
	DdStore *self, int64_t task, const char *unit, unsigned *standing_out, GError **error)
{
	return find_standing(self, DD_UNIT_SQL_LIST_TASK_STANDINGS, task, unit, standing_out, error);
}
