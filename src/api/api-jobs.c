/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-jobs.c: files come in and wait to be read; how far that is, and what was found. Who may import sees the jobs of all, as their drafts */
#include "api-jobs.h"

#include <pthread.h>

#include "body.h"
#include "error.h"
#include "handler.h"
#include "job-file.h"
#include "job-locked.h"
#include "job-runner.h"
#include "json-job.h"
#include "maxima.h"
#include "server-private.h"

/* A piece on its way through the thread that writes: others have their turns between two of them */
typedef struct {
	pthread_mutex_t mutex;
	pthread_cond_t change;
	DdStore *store;
	DdWriteGroup *group; /* of the thread that writes */
	int64_t job, position;
	const guint8 *bytes;
	size_t len;
	bool done, good;
	GError *error;
} Piece;

static void
put_piece(gpointer item, bool late)
{
	Piece *self = item;
	/* a group that is open in this thread would keep the piece out, and wait for it */
	dd_write_group_settle(self->group);
	pthread_mutex_lock(&self->mutex);
	self->good = !late && dd_job_put_piece(self->store, self->job, self->position, self->bytes,
				      self->len, &self->error);
	self->done = true;
	pthread_cond_signal(&self->change);
	pthread_mutex_unlock(&self->mutex);
}

/* Has a piece written, and waits for that */
static bool
send_piece(const DdRequest *request, Piece *piece, GError **error)
{
	piece->done = piece->good = false;
	if (dd_lane_push(request->server->lanes[DD_LANE_WRITE], put_piece, piece)) {
		pthread_mutex_lock(&piece->mutex);
		while (!piece->done)
			pthread_cond_wait(&piece->change, &piece->mutex);
		pthread_mutex_unlock(&piece->mutex);
	}
	if (piece->error != NULL)
		g_propagate_error(error, g_steal_pointer(&piece->error));
	else if (!piece->good)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"máy chủ đang bận, hãy thử lại (the server is busy, try again)");
	return piece->good;
}

static bool
put_file(const DdRequest *request, int64_t job, const DdIntakeFile *file, GError **error)
{
	Piece piece = {.store = request->store, .group = request->server->group, .job = job};
	bool good = true;
	pthread_mutex_init(&piece.mutex, NULL);
	pthread_cond_init(&piece.change, NULL);
	for (size_t at = 0; good && at < file->len; at += piece.len, piece.position++) {
		piece.bytes = (const guint8 *)file->bytes + at;
		piece.len = MIN(file->len - at, DD_MAX_JOB_PIECE_BYTES);
		good = send_piece(request, &piece, error);
	}
	pthread_cond_destroy(&piece.change);
	pthread_mutex_destroy(&piece.mutex);
	return good;
}

/* The files of a form; the bytes are lent */
typedef struct {
	GArray *files;    /* DdIntakeFile */
	GPtrArray *bytes; /* GBytes */
	int64_t size;     /* of all */
} Files;

static void
clear_files(Files *self)
{
	g_clear_pointer(&self->files, g_array_unref);
	g_clear_pointer(&self->bytes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Files, clear_files)

static bool
get_files(const DdRequest *request, Files *out, GError **error)
{
	out->files = g_array_new(FALSE, FALSE, sizeof(DdIntakeFile));
	out->bytes = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
	for (size_t i = 0; i < dd_upload_count(request->upload); i++) {
		GBytes *bytes = dd_upload_get_bytes(request->upload, i, error);
		gsize len;
		if (bytes == NULL)
			return false;
		g_ptr_array_add(out->bytes, bytes);
		const void *data = g_bytes_get_data(bytes, &len);
		const DdIntakeFile file = dd_intake_file_make(
			data, len, dd_upload_get_name(request->upload, i));
		g_array_append_val(out->files, file);
		out->size += (int64_t)len;
	}
	return true;
}

/* Takes numbers for the files, when there is room for them, and brings them into the store. @room_out: whether there was */
static bool
put_files(const DdRequest *request, const Files *files, int64_t *first_out, bool *room_out,
	GError **error)
{
	g_auto(DdChange) change = {0};
	bool good = dd_change_begin(request->store, &request->actor, &change, error) &&
		    dd_job_has_room(request->store, files->files->len, files->size, room_out, error);
	if (!good || !*room_out)
		return good;
	good = dd_job_number(&change, files->files->len, first_out, error) &&
	       dd_change_commit(&change, error);
	for (guint i = 0; good && i < files->files->len; i++)
		good = put_file(request, *first_out + i,
			&g_array_index(files->files, DdIntakeFile, i), error);
	return good;
}

/* Adds a job for each file, all or none: again when there is room, for others came meanwhile. @jobs: gets DdJob, with what is known of them now */
static bool
add_jobs(const DdRequest *request, const Files *files, int64_t first, GArray *jobs, bool *room_out,
	GError **error)
{
	g_auto(DdChange) change = {0};
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_job_has_room(request->store, files->files->len, files->size, room_out, error))
		return false;
	if (!*room_out)
		return true;
	for (guint i = 0; i < files->files->len; i++) {
		DdJob job;
		bool found;
		if (!dd_job_add(&change, first + i, &g_array_index(files->files, DdIntakeFile, i),
			    error) ||
			!dd_job_get(request->store, first + i, request->arena, &job, &found, error))
			return false;
		g_array_append_val(jobs, job);
	}
	return dd_change_commit(&change, error);
}

static bool
write_jobs(DdAnswer *answer, unsigned status, const GArray *jobs, guint n, const char *next,
	bool is_page, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, status);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "jobs", '[', true);
	for (guint i = 0; i < n; i++) {
		dd_json_job(json, NULL, &g_array_index(jobs, DdJob, i));
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	if (is_page)
		dd_json_string(json, "next", next);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
refuse_full(DdAnswer *answer)
{
	dd_answer_problem(answer, DD_PROBLEM_TOO_MANY,
		"quá nhiều tệp đang chờ đọc (too many files wait to be read)");
	answer->retry_after = DD_MAX_WORKER_SECONDS;
	return true;
}

bool
dd_api_add_documents(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) jobs = g_array_new(FALSE, FALSE, sizeof(DdJob));
	g_auto(Files) files = {0};
	bool room = false;
	int64_t first;
	if (!get_files(request, &files, error) || !put_files(request, &files, &first, &room, error) ||
		(room && !add_jobs(request, &files, first, jobs, &room, error)))
		return false;
	if (!room)
		return refuse_full(answer);
	dd_runner_wake(request->server->runner);
	if (jobs->len == 1)
		answer->location = g_strdup_printf(
			"/api/v1/jobs/%" G_GINT64_FORMAT, g_array_index(jobs, DdJob, 0).id);
	return write_jobs(answer, 202, jobs, jobs->len, NULL, false, error);
}

bool
dd_api_list_jobs(const DdRequest *request, DdAnswer *answer, GError **error)
{
	int64_t before = 0;
	unsigned limit;
	if (!dd_query_get_number(request->query, "cursor", 1, G_MAXINT64, &before, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	g_autoptr(GArray) jobs = dd_job_list(request->store, before, limit + 1, request->arena, error);
	if (jobs == NULL)
		return false;
	g_autofree char *next = jobs->len > limit ? g_strdup_printf("%" G_GINT64_FORMAT,
							    g_array_index(jobs, DdJob, limit - 1).id)
						  : NULL;
	return write_jobs(answer, 200, jobs, MIN(jobs->len, limit), next, true, error);
}

bool
dd_api_get_job(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJob job;
	bool there = false;
	if (!dd_job_get(request->store, request->id, request->arena, &job, &there, error))
		return false;
	if (!there)
		return dd_handler_refuse_unseen(answer);
	g_autoptr(GArray) found = dd_job_list_found(request->store, job.id, request->arena, error);
	if (found == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_job(json, NULL, &job);
	dd_json_open(json, "found", '[', true);
	for (guint i = 0; i < found->len; i++)
		dd_json_job_found(json, &g_array_index(found, DdJobFound, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
cancel(const DdRequest *request, bool *cancelled_out, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(request->store, &request->actor, &change, error) &&
	       dd_job_cancel(&change, request->id, cancelled_out, error) &&
	       dd_change_commit(&change, error);
}

bool
dd_api_cancel_job(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJob job;
	bool there = false, cancelled = false;
	if (!dd_job_get(request->store, request->id, request->arena, &job, &there, error))
		return false;
	if (!there)
		return dd_handler_refuse_unseen(answer);
	bool here = dd_runner_set_cancelling(request->server->runner, request->id, true);
	bool elsewhere = !here && job.state == DD_JOB_RUNNING;
	bool good = (!elsewhere || dd_job_ask_stop(request->store, request->id, error)) &&
		    cancel(request, &cancelled, error);
	(void)dd_runner_set_cancelling(request->server->runner, request->id, false);
	if (!good)
		return false;
	if (!cancelled) {
		dd_answer_problem(answer, DD_PROBLEM_CONFLICT,
			"việc này đã kết thúc (the job has ended already)");
		return true;
	}
	dd_runner_wake(request->server->runner);
	answer->status = 204;
	return true;
}

/* Takes it for this server, when it waits for a password */
static bool
unlock(const DdRequest *request, bool *taken_out, GError **error)
{
	const DdJobLease lease = {request->id, dd_runner_get_owner(request->server->runner)};
	g_auto(DdChange) change = {0};
	return dd_change_begin(request->store, &request->actor, &change, error) &&
	       dd_job_unlock(&change, &lease, taken_out, error) && dd_change_commit(&change, error);
}

/* Tells of the job as it is now that what was asked for is on its way */
static bool
answer_accepted(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJob job;
	bool there = false;
	if (!dd_job_get(request->store, request->id, request->arena, &job, &there, error))
		return false;
	if (!there)
		return dd_handler_refuse_unseen(answer);
	DdJsonWriter *json = dd_answer_begin(answer, 202);
	dd_json_job(json, NULL, &job);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_unlock_job(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"password", NULL};
	DdRunner *runner = request->server->runner;
	const char *password;
	DdJob job;
	bool there = false, taken = false;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL ||
		!dd_body_get_text(body, "password", DD_MAX_PASSWORD_BYTES, true, &password, error) ||
		!dd_job_get(request->store, request->id, request->arena, &job, &there, error))
		return false;
	if (!there)
		return dd_handler_refuse_unseen(answer);
	if (!dd_runner_may_unlock(runner)) {
		dd_answer_problem(answer, DD_PROBLEM_UNAVAILABLE,
			"máy chủ này chưa nhận thêm được tệp có mật khẩu (this server takes no "
			"more "
			"files with passwords now)");
		answer->retry_after = DD_MAX_JOB_LEASE_SECONDS;
		return true;
	}
	if (!unlock(request, &taken, error))
		return false;
	if (!taken) {
		dd_answer_problem(answer, DD_PROBLEM_CONFLICT,
			"tệp này không chờ mật khẩu (the job waits for no password)");
		return true;
	}
	dd_runner_unlock(runner, request->id, password);
	return answer_accepted(request, answer, error);
}

/* Where as many wait as may, nothing is done. @room_out: whether there was room */
static bool
retry(const DdRequest *request, const DdJob *job, bool *room_out, bool *retried_out, GError **error)
{
	g_auto(DdChange) change = {0};
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_job_has_room(request->store, 1, job->size, room_out, error))
		return false;
	return !*room_out || (dd_job_retry(&change, job->id, retried_out, error) &&
				     dd_change_commit(&change, error));
}

bool
dd_api_retry_job(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJob job;
	bool there = false, room = false, retried = false;
	if (!dd_job_get(request->store, request->id, request->arena, &job, &there, error))
		return false;
	if (!there)
		return dd_handler_refuse_unseen(answer);
	if (!retry(request, &job, &room, &retried, error))
		return false;
	if (!room)
		return refuse_full(answer);
	if (!retried) {
		dd_answer_problem(answer, DD_PROBLEM_CONFLICT,
			"việc này không hỏng, hoặc tệp không còn được giữ; hãy gửi lại tệp (the "
			"job did "
			"not fail, or its file is gone; send the file again)");
		return true;
	}
	dd_runner_wake(request->server->runner);
	return answer_accepted(request, answer, error);
}
