/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle-check.c: what persons made of tasks, against the record of it */
#include "audit.h"
#include "maxima.h"
#include "settle-private.h"
#include "settle.h"
#include "statements.h"

/* Takes what one record says of a correction: its changes behind the others, and the content that is now */
static void
take_record(const DdRecord *record, json_t *changes, json_t **content)
{
	json_t *now = record->now_json != NULL ? json_loads(record->now_json, 0, NULL) : NULL;
	json_t *details = json_object_get(now, "details");
	json_t *said = json_object_get(details, "changes");
	if (said != NULL) {
		json_array_extend(changes, said);
		json_decref(*content);
		*content = json_incref(json_object_get(details, "content"));
	}
	json_decref(now);
}

/* @changes: appends all that was recorded of the task; @content: (transfer full) what it is by the last of them */
static bool
read_record(DdStore *self, int64_t task, json_t *changes, json_t **content, GError **error)
{
	int64_t after = 0;
	for (guint n = DD_MAX_LISTED; n == DD_MAX_LISTED;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray)
			rows = dd_audit_list(self, "task", task, after, DD_MAX_LISTED, arena, error);
		if (rows == NULL)
			return false;
		n = rows->len;
		for (guint i = 0; i < n; i++) {
			const DdAuditRow *row = &g_array_index(rows, DdAuditRow, i);
			take_record(&row->record, changes, content);
			after = row->seq;
		}
	}
	return true;
}

/* Returns: (transfer full) the first @n corrections as they are kept, as the record has them; NULL on failure */
static json_t *
read_rows(DdStore *self, int64_t task, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = dd_settle_list(self, task, arena, error);
	if (rows == NULL)
		return NULL;
	json_t *changes = json_array();
	for (guint i = 0; i < rows->len; i++) {
		const DdStoredCorrection *one = &g_array_index(rows, DdStoredCorrection, i);
		json_array_append_new(
			changes, json_pack("[s, s?, s?]", one->field, one->was, one->now));
	}
	return changes;
}

/* Returns: whether the rows are those that were recorded; of more than a list holds the first ones */
static bool
are_recorded(const json_t *rows, const json_t *recorded)
{
	size_t n = json_array_size(rows);
	if (n != MIN(json_array_size(recorded), DD_MAX_LISTED))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!json_equal(json_array_get(rows, i), json_array_get(recorded, i)))
			return false;
	return true;
}

static bool
check_task(DdStore *self, int64_t id, bool *whole_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredTask task;
	bool found = false;
	if (!dd_stored_task(self, id, arena, &task, &found, error))
		return false;
	json_t *recorded = json_array(), *content = NULL;
	json_t *rows = read_rows(self, id, error);
	bool good = rows != NULL && read_record(self, id, recorded, &content, error);
	json_t *is = found ? dd_settle_content(&task) : NULL;
	*whole_out = good && found && json_equal(is, content) && are_recorded(rows, recorded);
	json_decref(is);
	json_decref(rows);
	json_decref(content);
	json_decref(recorded);
	return good;
}

bool
dd_settle_check_next(DdStore *self, int64_t *task, bool *whole_out, bool *more_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_NEXT_SETTLED],
		DD_DB_ARGS(dd_db_int(*task)), error);
	if (rows == NULL || !dd_db_rows_next(rows, more_out, error))
		return false;
	if (!*more_out)
		return true;
	*task = dd_db_rows_get_int(rows, 0);
	return check_task(self, *task, whole_out, error);
}
