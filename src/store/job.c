/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job.c: jobs, their leases, and what they found */
#include "job.h"

#include "error.h"
#include "job-private.h"
#include "maxima.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define DAY_SECONDS 86400
#define SWEPT 100        /* jobs that go when one comes */
#define WISH_SECONDS 120 /* in which who is about to cancel a job does so, or has died */

static const char *const state_words[DD_JOB_STATE_LAST] = {
	"waiting", "running", "done", "failed", "cancelled"};
static const char *const result_words[DD_INTAKE_LAST] = {"new", "form", "same"};

const char *
dd_job_state_to_string(DdJobState state)
{
	return state_words[state];
}

static const char *
get_text(const DdDbRows *rows, unsigned column, DdArena *arena)
{
	return dd_arena_strdup(arena, dd_db_rows_get_text(rows, column));
}

static DdJob
get_job(const DdDbRows *rows, DdArena *arena)
{
	const char *state = dd_db_rows_get_text(rows, 1);
	DdJob job = {.id = dd_db_rows_get_int(rows, 0),
		.who = get_text(rows, 2, arena),
		.origin = get_text(rows, 3, arena),
		.name = get_text(rows, 4, arena),
		.size = dd_db_rows_get_int(rows, 5),
		.progress = {get_text(rows, 6, arena), dd_db_rows_get_int(rows, 7),
			dd_db_rows_get_int(rows, 8)},
		.message = get_text(rows, 9, arena),
		.tries = dd_db_rows_get_int(rows, 10),
		.created_at = dd_db_rows_get_int(rows, 11),
		.ended_at = dd_db_rows_get_int(rows, 12),
		.locked_at = dd_db_rows_get_int(rows, 13),
		.wrong_passwords = dd_db_rows_get_int(rows, 14),
		.has_file = dd_db_rows_get_int(rows, 15) != 0};
	/* one of the words: the table takes no other */
	while (job.state < DD_JOB_STATE_LAST - 1 && strcmp(state_words[job.state], state) != 0)
		job.state++;
	return job;
}

GArray *
dd_job_select(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n, DdArena *arena,
	GError **error)
{
	g_autoptr(GArray) jobs = g_array_new(FALSE, FALSE, sizeof(DdJob));
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_job_sql[statement], values, n, error);
	while (dd_db_rows_each(rows)) {
		DdJob job = get_job(rows, arena);
		g_array_append_val(jobs, job);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&jobs) : NULL;
}

bool
dd_job_run(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n, bool *any_out,
	GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_job_sql[statement], values, n, error);
	bool any = false;
	while (dd_db_rows_each(rows))
		any = true;
	if (!dd_db_rows_end(rows, error))
		return false;
	*any_out = any;
	return true;
}

bool
dd_job_record(DdChange *change, const char *action, int64_t id, json_t *what, GError **error)
{
	char *text = json_dumps(what, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(what);
	bool good = dd_change_record(change,
		&(DdRecord){.action = action, .object = "job", .object_id = id, .now_json = text},
		error);
	free(text);
	return good;
}

bool
dd_job_has_room(DdStore *self, size_t n, int64_t bytes, bool *room_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_SUM_OPEN], DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*room_out = have && dd_db_rows_get_int(rows, 0) + (int64_t)n <= DD_MAX_JOBS_OPEN &&
		    dd_db_rows_get_int(rows, 1) + bytes <= (int64_t)DD_MAX_JOBS_OPEN_BYTES;
	return true;
}

/* Makes room: what ended long ago stands in the record */
static bool
sweep(DdChange *change, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	const DdDbValue old[] = {dd_db_int(change->actor->now - (int64_t)DD_MAX_JOB_DAYS * DAY_SECONDS),
		dd_db_int(SWEPT)};
	return dd_db_run(db, &dd_job_sql[DD_JOB_SQL_SWEEP_FOUND], old, G_N_ELEMENTS(old), error) &&
	       dd_db_run(db, &dd_job_sql[DD_JOB_SQL_SWEEP], old, G_N_ELEMENTS(old), error);
}

bool
dd_job_number(DdChange *change, size_t n, int64_t *first_out, GError **error)
{
	return dd_change_number(change, "job", n, first_out, error);
}

bool
dd_job_put_piece(
	DdStore *self, int64_t id, int64_t position, const void *bytes, size_t len, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_ADD_PIECE],
		DD_DB_ARGS(dd_db_int(id), dd_db_int(position), dd_db_blob(bytes, len)), error);
}

bool
dd_job_get_number(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n,
	int64_t *value_out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_job_sql[statement], values, n, error);
	while (dd_db_rows_each(rows))
		*value_out = dd_db_rows_get_int(rows, 0);
	return dd_db_rows_end(rows, error);
}

bool
dd_job_add(DdChange *change, int64_t id, const DdIntakeFile *file, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	const DdActor *actor = change->actor;
	char hash[DD_HASH_TEXT];
	int64_t there = 0;
	if (!sweep(change, error) || !dd_job_get_number(change->store, DD_JOB_SQL_SUM_PIECES,
					     DD_DB_ARGS(dd_db_int(id)), &there, error))
		return false;
	if (there != (int64_t)file->len) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"tệp gửi lên không còn đủ (not all of the file is there any more)");
		return false;
	}
	return dd_db_run(db, &dd_job_sql[DD_JOB_SQL_ADD],
		       DD_DB_ARGS(dd_db_int(id), dd_db_text(actor->who), dd_db_text(actor->origin),
			       dd_db_text(file->name), dd_db_int((int64_t)file->len),
			       dd_db_int(actor->now)),
		       error) &&
	       dd_job_record(change, "job", id,
		       json_pack("{s:s, s:s, s:I}", "name", file->name, "file",
			       dd_hash_format(&file->hash, hash), "size", (json_int_t)file->len),
		       error);
}

bool
dd_job_ask_stop(DdStore *self, int64_t id, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_WISH],
		DD_DB_ARGS(dd_db_int(id)), error);
}

bool
dd_job_cancel(DdChange *change, int64_t id, bool *cancelled_out, GError **error)
{
	bool cancelled = false;
	if (!dd_job_run(change->store, DD_JOB_SQL_CANCEL,
		    DD_DB_ARGS(dd_db_int(id), dd_db_int(change->actor->now)), &cancelled, error) ||
		!dd_db_run(dd_store_get_db(change->store), &dd_job_sql[DD_JOB_SQL_DROP_WISH],
			DD_DB_ARGS(dd_db_int(id), dd_db_int(WISH_SECONDS)), error))
		return false;
	if (cancelled && !dd_job_record(change, "job-cancel", id, json_object(), error))
		return false;
	*cancelled_out = cancelled;
	return true;
}

GArray *
dd_job_list(DdStore *self, int64_t before, unsigned limit, DdArena *arena, GError **error)
{
	return dd_job_select(self, DD_JOB_SQL_LIST,
		DD_DB_ARGS(dd_db_int(before > 0 ? before : G_MAXINT64), dd_db_int(limit)), arena,
		error);
}

GArray *
dd_job_list_running(DdStore *self, unsigned limit, DdArena *arena, GError **error)
{
	return dd_job_select(self, DD_JOB_SQL_LIST_RUNNING, DD_DB_ARGS(dd_db_int(limit)), arena, error);
}

bool
dd_job_get(DdStore *self, int64_t id, DdArena *arena, DdJob *out, bool *found_out, GError **error)
{
	g_autoptr(GArray)
		jobs = dd_job_select(self, DD_JOB_SQL_GET, DD_DB_ARGS(dd_db_int(id)), arena, error);
	if (jobs == NULL)
		return false;
	*found_out = jobs->len > 0;
	if (*found_out)
		*out = g_array_index(jobs, DdJob, 0);
	return true;
}

GArray *
dd_job_list_found(DdStore *self, int64_t id, DdArena *arena, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(DdJobFound));
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_LIST_FOUND],
			DD_DB_ARGS(dd_db_int(id), dd_db_int(DD_MAX_LISTED)), error);
	while (dd_db_rows_each(rows)) {
		const DdJobFound one = {.inside = get_text(rows, 0, arena),
			.result = get_text(rows, 1, arena),
			.document = dd_db_rows_get_int(rows, 2),
			.tasks = dd_db_rows_get_int(rows, 3),
			.citations = dd_db_rows_get_int(rows, 4),
			.remarks = dd_db_rows_get_int(rows, 5),
			.message = get_text(rows, 6, arena)};
		g_array_append_val(all, one);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&all) : NULL;
}

/* Takes one row, in a transaction of its own, for SQLite ends that of a statement only when all its rows were taken */
static bool
take_row(DdStore *self, const char *owner, DdArena *arena, DdJob *out, bool *taken_out, GError **error)
{
	g_auto(DdDbTransaction) transaction = {0};
	if (!dd_db_begin(dd_store_get_db(self), DD_DB_WRITE, &transaction, error))
		return false;
	g_autoptr(GArray) jobs = dd_job_select(self, DD_JOB_SQL_TAKE,
		DD_DB_ARGS(dd_db_text(owner), dd_db_int(DD_MAX_JOB_LEASE_SECONDS),
			dd_db_int(WISH_SECONDS)),
		arena, error);
	if (jobs == NULL || !dd_db_commit(&transaction, error))
		return false;
	*taken_out = jobs->len > 0;
	if (*taken_out)
		*out = g_array_index(jobs, DdJob, 0);
	return true;
}

bool
dd_job_get_content(DdStore *self, int64_t id, GBytes **content_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_job_sql[DD_JOB_SQL_LIST_PIECES], DD_DB_ARGS(dd_db_int(id)), error);
	g_autoptr(GByteArray) all = g_byte_array_new();
	while (dd_db_rows_each(rows)) {
		size_t len = 0;
		const void *bytes = dd_db_rows_get_blob(rows, 0, &len);
		g_byte_array_append(all, bytes, (guint)len);
	}
	if (!dd_db_rows_end(rows, error))
		return false;
	*content_out = all->len > 0 ? g_byte_array_free_to_bytes(g_steal_pointer(&all)) : NULL;
	return true;
}

static bool
fail_tried(DdStore *self, const DdJobLease *lease, const DdJob *job, int64_t now, GError **error)
{
	const DdActor actor = {now, job->who, job->origin};
	bool held;
	g_autofree char *message = g_strdup_printf(
		"máy chủ đã dừng đột ngột %d lần khi đọc tệp này; tệp có thể không an toàn (the "
		"server died %d times while it read this file: it may be unsafe)",
		DD_MAX_JOB_TRIES, DD_MAX_JOB_TRIES);
	return dd_job_end(self, &actor, lease, message, &held, error);
}

bool
dd_job_take(DdStore *self, const char *owner, int64_t now, DdArena *arena, DdJob *out,
	GBytes **content_out, bool *taken_out, GError **error)
{
	for (;;) {
		g_autoptr(GBytes) content = NULL;
		DdJob job;
		bool taken = false;
		if (!take_row(self, owner, arena, &job, &taken, error))
			return false;
		if (taken && job.tries > DD_MAX_JOB_TRIES) {
			const DdJobLease lease = {job.id, owner};
			if (!fail_tried(self, &lease, &job, now, error))
				return false;
			continue;
		}
		if (taken && !dd_job_get_content(self, job.id, &content, error))
			return false;
		if (taken && content == NULL)
			continue;
		*taken_out = taken;
		*content_out = g_steal_pointer(&content);
		if (taken)
			*out = job;
		return true;
	}
}

GArray *
dd_job_list_held(DdStore *self, const char *owner, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_LIST_HELD],
			DD_DB_ARGS(dd_db_text(owner), dd_db_int(WISH_SECONDS)), error);
	while (dd_db_rows_each(rows)) {
		int64_t id = dd_db_rows_get_int(rows, 0);
		g_array_append_val(out, id);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_job_renew(DdStore *self, const DdJobLease *lease, const DdJobProgress *progress, bool *held_out,
	GError **error)
{
	g_auto(DdDbTransaction) transaction = {0};
	bool held = false;
	if (!dd_db_begin(dd_store_get_db(self), DD_DB_WRITE, &transaction, error) ||
		!dd_job_run(self, DD_JOB_SQL_RENEW,
			DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner),
				dd_db_int(DD_MAX_JOB_LEASE_SECONDS), dd_db_text(progress->stage),
				dd_db_int(progress->pages_done), dd_db_int(progress->pages)),
			&held, error) ||
		!dd_db_commit(&transaction, error))
		return false;
	if (!held) {
		g_autoptr(GArray) all = dd_job_list_held(self, lease->owner, error);
		if (all == NULL)
			return false;
		for (guint i = 0; i < all->len; i++)
			held = held || g_array_index(all, int64_t, i) == lease->job;
	}
	*held_out = held;
	return true;
}

bool
dd_job_give_back(DdStore *self, const DdJobLease *lease, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_job_sql[DD_JOB_SQL_GIVE_BACK],
		DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner)), error);
}

bool
dd_job_record_end(DdChange *change, int64_t id, const char *state, const char *message, GError **error)
{
	return dd_job_record(change, "job-end", id,
		json_pack("{s:s, s:s?}", "state", state, "message", message), error);
}

/* Holds the job until the change ends, and for as long behind it as a lease from now on */
static bool
hold(DdChange *change, const DdJobLease *lease, bool *held_out, GError **error)
{
	return dd_job_run(change->store, DD_JOB_SQL_HOLD,
		DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner),
			dd_db_int(DD_MAX_JOB_LEASE_SECONDS)),
		held_out, error);
}

static bool
add_found(DdChange *change, int64_t job, const DdJobFound *found, GError **error)
{
	return dd_db_run(dd_store_get_db(change->store), &dd_job_sql[DD_JOB_SQL_ADD_FOUND],
		DD_DB_ARGS(dd_db_int(job), dd_db_text(found->inside), dd_db_text(found->result),
			found->document != 0 ? dd_db_int(found->document) : dd_db_null(),
			dd_db_int(found->tasks), dd_db_int(found->citations),
			dd_db_int(found->remarks), dd_db_text(found->message)),
		error);
}

bool
dd_job_keep(DdStore *self, const DdActor *actor, const DdJobLease *lease, const DdIntake *intake,
	bool *held_out, GError **error)
{
	g_auto(DdChange) change = {0};
	DdIntakeResult result = {.kind = DD_INTAKE_SAME};
	bool held = false;
	if (!dd_change_begin(self, actor, &change, error) || !hold(&change, lease, &held, error))
		return false;
	*held_out = held;
	if (!held)
		return true;
	if (!dd_intake_add(&change, intake, &result, error))
		return false;
	const DdJobFound found = {.inside = intake->inside,
		.result = result_words[result.kind],
		.document = result.document,
		.tasks = (int64_t)result.tasks,
		.citations = (int64_t)result.citations,
		.remarks = result.kind == DD_INTAKE_NEW ? (int64_t)intake->reading->n_anomalies : 0};
	/* a large document may have taken longer than a lease */
	return add_found(&change, lease->job, &found, error) &&
	       hold(&change, lease, &held, error) && dd_change_commit(&change, error);
}

bool
dd_job_note(DdStore *self, const DdActor *actor, const DdJobLease *lease, const DdJobFound *found,
	bool *held_out, GError **error)
{
	g_auto(DdChange) change = {0};
	bool held = false;
	if (!dd_change_begin(self, actor, &change, error) || !hold(&change, lease, &held, error))
		return false;
	*held_out = held;
	return !held ||
	       (add_found(&change, lease->job, found, error) && dd_change_commit(&change, error));
}

bool
dd_job_end(DdStore *self, const DdActor *actor, const DdJobLease *lease, const char *message,
	bool *held_out, GError **error)
{
	g_auto(DdChange) change = {0};
	const char *state = state_words[message != NULL ? DD_JOB_FAILED : DD_JOB_DONE];
	bool held = false;
	if (!dd_change_begin(self, actor, &change, error) ||
		!dd_job_run(self, DD_JOB_SQL_END,
			DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner),
				dd_db_text(state), dd_db_text(message), dd_db_int(actor->now)),
			&held, error))
		return false;
	*held_out = held;
	return !held || (dd_job_record_end(&change, lease->job, state, message, error) &&
				dd_change_commit(&change, error));
}
