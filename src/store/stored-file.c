/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-file.c: files as they came, and how a unit stands to documents */
#include "stored-file.h"

#include "identity.h"
#include "maxima.h"
#include "statements.h"

#include <string.h>

bool
dd_stored_file(DdStore *self, const DdHash *hash, DdArena *arena, GBytes **content_out,
	const char **kind_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_FILE],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*content_out = NULL;
	if (!have)
		return true;
	size_t len;
	const void *content = dd_db_rows_get_blob(rows, 1, &len);
	*content_out = g_bytes_new(content, len);
	*kind_out = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0));
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
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1))};
		g_array_append_val(out, use);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_stored_document_standing(DdStore *self, const DdStoredDocument *document, const char *unit,
	unsigned *standing_out, GError **error)
{
	g_autofree char *key = dd_identity_fold(unit);
	g_autofree char *issuer = dd_identity_fold(document->issuer);
	*standing_out = unit == NULL ? DD_STANDING_ABOVE : DD_STANDING_NONE;
	if (key == NULL)
		return true;
	if (g_strcmp0(key, issuer) == 0)
		*standing_out |= DD_STANDING_ABOVE;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_STANDINGS],
		DD_DB_ARGS(dd_db_int(document->id), dd_db_text(key)), error);
	while (dd_db_rows_each(rows))
		*standing_out |= strcmp(dd_db_rows_get_text(rows, 0), "lead") == 0
					 ? DD_STANDING_LEADS
					 : DD_STANDING_HELPS;
	return dd_db_rows_end(rows, error);
}
