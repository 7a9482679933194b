/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-task.c: tasks as they are kept, and their way from state to state */
#include "stored.h"

#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "seal.h"
#include "statements.h"

#include <jansson.h>

/* Columns of TASK_COLUMNS */
static DdStoredTask
get_task(const DdDbRows *rows, DdArena *arena)
{
	return (DdStoredTask){.id = dd_db_rows_get_int(rows, 0),
		.document = dd_db_rows_get_int(rows, 1),
		.document_number = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
		.position = dd_db_rows_get_int(rows, 3),
		.label = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4)),
		.heading = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 5)),
		.text = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 6)),
		.line_start = dd_db_rows_get_int(rows, 7),
		.line_end = dd_db_rows_get_int(rows, 8),
		.time_raw = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 9)),
		.time_json = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 10)),
		.product = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 11)),
		.confidence = (uint8_t)dd_db_rows_get_int(rows, 12),
		.state = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 13)),
		.version = dd_db_rows_get_int(rows, 14),
		.added = dd_db_rows_get_bool(rows, 15),
		.edited = dd_db_rows_get_bool(rows, 16)};
}

static bool
add_assignments(DdStore *self, DdSql statement, DdArena *arena, DdStoredTask *task, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_sql[statement], DD_DB_ARGS(dd_db_int(task->id)), error);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(DdAssignment));
	while (dd_db_rows_each(rows)) {
		DdAssignment assignment = {dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			(uint8_t)dd_db_rows_get_int(rows, 2)};
		g_array_append_val(found, assignment);
	}
	task->n_assignments = found->len;
	task->assignments = dd_arena_memdup(arena, found->data, found->len * sizeof(DdAssignment));
	return dd_db_rows_end(rows, error);
}

/* @rows: NULL when they could not be asked for */
static GArray *
get_tasks(DdStore *self, DdDbRows *rows, DdSql assignments, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredTask));
	while (dd_db_rows_each(rows)) {
		DdStoredTask task = get_task(rows, arena);
		if (!add_assignments(self, assignments, arena, &task, error))
			return NULL;
		g_array_append_val(out, task);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

GArray *
dd_stored_tasks(DdStore *self, const DdTaskFilter *filter, DdArena *arena, GError **error)
{
	g_autofree char *unit_key = dd_identity_fold(filter->unit);
	if (filter->unit != NULL && unit_key == NULL)
		return g_array_new(FALSE, FALSE,
			sizeof(DdStoredTask)); /* a name without a letter is nobody's */
	DdSql statement = filter->document != 0 ? DD_SQL_LIST_DOCUMENT_TASKS : DD_SQL_LIST_TASKS;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[statement],
		DD_DB_ARGS(dd_db_int(filter->after), dd_db_text(filter->state),
			dd_db_int(filter->document), dd_db_text(unit_key), dd_db_text(filter->role),
			dd_db_int(CLAMP(filter->limit, 1, DD_MAX_LISTED))),
		error);
	return get_tasks(self, rows, DD_SQL_LIST_ASSIGNMENTS, arena, error);
}

GArray *
dd_stored_tasks_read(DdStore *self, const DdTaskFilter *filter, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_TASKS_READ],
		DD_DB_ARGS(dd_db_int(filter->after), dd_db_int(filter->document),
			dd_db_int(CLAMP(filter->limit, 1, DD_MAX_LISTED))),
		error);
	return get_tasks(self, rows, DD_SQL_LIST_ASSIGNMENTS_READ, arena, error);
}

bool
dd_stored_task(DdStore *self, int64_t id, DdArena *arena, DdStoredTask *out, bool *found_out,
	GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_sql[DD_SQL_GET_TASK], DD_DB_ARGS(dd_db_int(id)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	DdStoredTask task = {0};
	if (have) {
		task = get_task(rows, arena);
		if (!add_assignments(self, DD_SQL_LIST_ASSIGNMENTS, arena, &task, error))
			return false;
		*out = task;
	}
	*found_out = have;
	return true;
}

static bool
fail_changed(int64_t id, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
		"nhiệm vụ %" G_GINT64_FORMAT
		" vừa được người khác thay đổi, hãy xem lại (task %" G_GINT64_FORMAT
		" was changed by somebody else, look at it again)",
		id, id);
	return false;
}

/* Records that @move was made, and what is kept of the task now; @details: NULL, or swallowed */
static bool
record_move(DdChange *change, const DdTaskMove *move, json_t *details, GError **error)
{
	DdSeals seals = {0};
	json_t *now = json_pack(
		"{s:s, s:I}", "state", move->state, "version", (json_int_t)move->version + 1);
	if (details != NULL)
		json_object_set_new(now, "details", details);
	if (!dd_seals_of_task(&seals, change->store, move->id, error)) {
		json_decref(now);
		return false;
	}
	g_autofree char *was = g_strdup_printf(
		"{\"state\":\"%s\",\"version\":%" G_GINT64_FORMAT "}", move->was, move->version);
	return dd_seals_record(&seals, change,
		&(DdRecord){.action = move->action,
			.object = "task",
			.object_id = move->id,
			.was_json = was,
			.why = move->why},
		now, error);
}

bool
dd_stored_task_move(DdChange *change, const DdTaskMove *move, int64_t *version_out, GError **error)
{
	json_t *details = NULL;
	if (move->details_json != NULL &&
		(details = json_loads(move->details_json, JSON_REJECT_DUPLICATES, NULL)) == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "JSON sai (bad JSON)");
		return false;
	}
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_SET_TASK_STATE],
		DD_DB_ARGS(dd_db_int(move->id), dd_db_int(move->version), dd_db_text(move->state)),
		error);
	bool have = false;
	bool good = rows != NULL && dd_db_rows_next(rows, &have, error);
	if (!good || !have) {
		json_decref(details);
		return good && fail_changed(move->id, error);
	}
	if (!record_move(change, move, details, error))
		return false;
	if (version_out != NULL)
		*version_out = move->version + 1;
	return true;
}
