/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attachment.c: files of tasks, each a thing of its own in the record */
#include "attachment.h"

#include "columns.h"
#include "error.h"
#include "follow-private.h"
#include "maxima.h"
#include "seal.h"
#include "statements-file.h"

#include <jansson.h>
#include <string.h>

#define HOUR_SECONDS 3600

static bool
fail_large(GError **error, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE, "%s (%s)", vi, en);
	return false;
}

/* Tells whether one more file has room. @there_out: whether it is attached already, by who attaches, and waits to be named */
static bool
check_room(const DdWork *work, const DdIntakeFile *file, bool *there_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(work->change->store),
		&dd_file_sql[DD_FILE_SQL_SUM_ATTACHMENTS],
		DD_DB_ARGS(dd_db_int(work->task.id), dd_db_blob(file->hash.bytes, DD_HASH_BYTES),
			dd_db_text(work->change->actor->who)),
		error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*there_out = have && dd_db_rows_get_int(rows, 2) > 0;
	if (*there_out)
		return true;
	if (have && dd_db_rows_get_int(rows, 0) >= DD_MAX_TASK_FILES)
		return fail_large(error, "nhiệm vụ đã có quá nhiều tệp", "the task has too many files");
	if (have && (uint64_t)dd_db_rows_get_int(rows, 1) + file->len > DD_MAX_TASK_FILES_BYTES)
		return fail_large(error, "các tệp của nhiệm vụ cộng lại quá lớn",
			"the files of the task are too large together");
	return true;
}

static bool
record(DdChange *change, const char *action, int64_t id, const DdSeals *seals, json_t *now,
	GError **error)
{
	return dd_seals_record(seals, change,
		&(DdRecord){.action = action, .object = "attachment", .object_id = id}, now, error);
}

static bool
add_row(DdWork *work, const DdIntakeFile *file, GError **error)
{
	DdChange *change = work->change;
	DdSeals seals = {0};
	char hash[DD_HASH_TEXT];
	int64_t id = 0;
	if (!dd_intake_keep_file(change, file, "attachment", &seals, error) ||
		!dd_change_number(change, "attachment", 1, &id, error))
		return false;
	const DdDbValue row[DD_N_ATTACHMENT] = {dd_db_int(id), dd_db_int(work->task.id),
		dd_db_blob(file->hash.bytes, DD_HASH_BYTES), dd_db_text(file->name),
		dd_db_text(change->actor->who), dd_db_int(change->actor->now), dd_db_null()};
	dd_seals_set(&seals, DD_SEAL_ATTACHMENT, row, DD_N_ATTACHMENT);
	return dd_db_run(dd_store_get_db(change->store), &dd_file_sql[DD_FILE_SQL_ADD_ATTACHMENT],
		       row, G_N_ELEMENTS(row), error) &&
	       record(change, "attach", id, &seals,
		       json_pack("{s:I, s:s, s:s, s:I}", "task", (json_int_t)work->task.id, "name",
			       file->name, "file", dd_hash_format(&file->hash, hash), "size",
			       (json_int_t)file->len),
		       error);
}

bool
dd_attachment_add(DdChange *change, int64_t task, const DdActingAs *part, const DdIntakeFile *file,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdWork work = {.change = change, .part = part, .arena = arena};
	bool there = false;
	if (!dd_work_load(&work, task, error) || !dd_work_allow(&work, DD_ACTION_PROGRESS, error))
		return false;
	if (!dd_state_is_open(work.state)) {
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"nhiệm vụ này không đang được thực hiện (this task is not being done now)");
		return false;
	}
	return check_room(&work, file, &there, error) && (there || add_row(&work, file, error));
}

/* Takes one file for the step: the oldest of that hash that waits */
static bool
use_one(DdChange *change, int64_t task, int64_t step, const char *text, GError **error)
{
	DdHash hash;
	DdSeals seals = {0};
	bool have = false;
	int64_t id = 0;
	if (dd_hash_parse(text, &hash)) {
		g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
			&dd_file_sql[DD_FILE_SQL_USE_ATTACHMENT],
			DD_DB_ARGS(dd_db_int(task), dd_db_blob(hash.bytes, DD_HASH_BYTES),
				dd_db_text(change->actor->who), dd_db_int(step)),
			error);
		if (rows == NULL || !dd_db_rows_next(rows, &have, error))
			return false;
		DdDbValue row[DD_N_ATTACHMENT];
		for (unsigned i = 0; have && i < DD_N_ATTACHMENT; i++)
			row[i] = dd_db_rows_get(rows, i);
		if (have) {
			id = row[0].number;
			dd_seals_set(&seals, DD_SEAL_ATTACHMENT, row, DD_N_ATTACHMENT);
		}
	}
	if (!have) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"tệp chưa được gửi lên cho nhiệm vụ này, hoặc đã dùng rồi (a file was not "
			"attached to this task, or a step came with it before)");
		return false;
	}
	return record(change, "use", id, &seals,
		json_pack("{s:I, s:I}", "task", (json_int_t)task, "step", (json_int_t)step), error);
}

bool
dd_attachment_use(
	DdChange *change, int64_t task, int64_t step, const char *const *hashes, GError **error)
{
	for (size_t i = 0; hashes != NULL && hashes[i] != NULL; i++) {
		if (i == DD_MAX_STEP_FILES)
			return fail_large(error, "quá nhiều tệp cho một lần báo cáo",
				"too many files for one step");
		if (!use_one(change, task, step, hashes[i], error))
			return false;
	}
	return true;
}

/* Columns of DD_SQL_LIST_ATTACHMENTS */
static DdAttachment
get_attachment(const DdDbRows *rows, DdArena *arena)
{
	DdAttachment out = {.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
		.who = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
		.size = dd_db_rows_get_int(rows, 3),
		.added_at = dd_db_rows_get_int(rows, 4),
		.step = dd_db_rows_get_int(rows, 5)};
	size_t len;
	const void *bytes = dd_db_rows_get_blob(rows, 0, &len);
	if (len == sizeof(out.hash.bytes))
		memcpy(out.hash.bytes, bytes, len);
	return out;
}

GArray *
dd_attachment_list(DdStore *self, int64_t task, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdAttachment));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_file_sql[DD_FILE_SQL_LIST_ATTACHMENTS],
		DD_DB_ARGS(dd_db_int(task), dd_db_int(DD_MAX_TASK_FILES)), error);
	while (dd_db_rows_each(rows)) {
		const DdAttachment one = get_attachment(rows, arena);
		g_array_append_val(out, one);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_attachment_find(DdStore *self, int64_t task, const DdHash *hash, const char *who, DdArena *arena,
	DdAttachment *out, bool *found_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_file_sql[DD_FILE_SQL_FIND_ATTACHMENT],
		DD_DB_ARGS(dd_db_int(task), dd_db_blob(hash->bytes, DD_HASH_BYTES), dd_db_text(who)),
		error);
	if (rows == NULL || !dd_db_rows_next(rows, found_out, error))
		return false;
	if (*found_out)
		*out = get_attachment(rows, arena);
	return true;
}

/* @id_out: of one that is to go, 0 none. Returns: FALSE as of dd_db_query */
static bool
find_unused(DdStore *self, int64_t now, int64_t *id_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_file_sql[DD_FILE_SQL_FIND_UNUSED],
		DD_DB_ARGS(dd_db_int(now - (int64_t)DD_MAX_UNUSED_FILE_HOURS * HOUR_SECONDS)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*id_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* @file_out: what it was; nothing where a step has just come with it */
static bool
drop(DdChange *change, int64_t id, DdHash *file_out, bool *dropped_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_file_sql[DD_FILE_SQL_DROP_ATTACHMENT], DD_DB_ARGS(dd_db_int(id)), error);
	json_t *now = NULL;
	while (dd_db_rows_each(rows)) {
		size_t len;
		const void *bytes = dd_db_rows_get_blob(rows, 1, &len);
		memcpy(file_out->bytes, bytes, MIN(len, sizeof(file_out->bytes)));
		/* "seal": null says that the row is gone */
		now = json_pack("{s:I, s:s, s:s, s:n}", "task",
			(json_int_t)dd_db_rows_get_int(rows, 0), "name",
			dd_db_rows_get_text(rows, 2), "who", dd_db_rows_get_text(rows, 3), "seal");
	}
	bool good = dd_db_rows_end(rows, error);
	*dropped_out = now != NULL;
	if (!good || now == NULL) {
		json_decref(now);
		return good;
	}
	const DdSeals none = {0};
	return record(change, "detach", id, &none, now, error);
}

bool
dd_attachment_sweep(DdStore *self, int64_t now, bool *swept_out, GError **error)
{
	const DdActor actor = {now, "dondoc", "server"};
	g_auto(DdChange) change = {0};
	DdHash file = {0};
	int64_t id = 0;
	*swept_out = false;
	if (!find_unused(self, now, &id, error))
		return false;
	if (id == 0)
		return true;
	return dd_change_begin(self, &actor, &change, error) &&
	       drop(&change, id, &file, swept_out, error) &&
	       (!*swept_out || dd_db_run(dd_store_get_db(self), &dd_file_sql[DD_FILE_SQL_DROP_FILE],
				       DD_DB_ARGS(dd_db_blob(file.bytes, DD_HASH_BYTES)), error)) &&
	       dd_change_commit(&change, error);
}
