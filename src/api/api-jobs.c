/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-jobs.c: files come in and wait to be read; how far that is, and what was found. Who may import sees the jobs of all, as their drafts */
#include "handler.h"
#include "job-runner.h"
#include "json-job.h"
#include "maxima.h"
#include "route.h"
#include "server-private.h"

/* Adds a job for each file, all or none. @jobs: gets DdJob, with what is known of them now */
static bool
add_jobs(const DdRequest *request, DdChange *change, GArray *jobs, GError **error)
{
	for (size_t i = 0; i < dd_upload_count(request->upload); i++) {
		g_autoptr(GBytes) bytes = dd_upload_get_bytes(request->upload, i, error);
		DdJob job;
		bool found;
		int64_t id;
		gsize len;
		if (bytes == NULL)
			return false;
		const void *data = g_bytes_get_data(bytes, &len);
		const DdIntakeFile file = dd_intake_file_make(
			data, len, dd_upload_get_name(request->upload, i));
		if (!dd_job_add(change, &file, &id, error) ||
			!dd_job_get(request->store, id, request->arena, &job, &found, error))
			return false;
		g_array_append_val(jobs, job);
	}
	return true;
}

static bool
has_room(const DdRequest *request, bool *room_out, GError **error)
{
	int64_t bytes = 0;
	size_t n = dd_upload_count(request->upload);
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GBytes) one = dd_upload_get_bytes(request->upload, i, error);
		if (one == NULL)
			return false;
		bytes += (int64_t)g_bytes_get_size(one);
	}
	return dd_job_has_room(request->store, n, bytes, room_out, error);
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

bool
dd_api_add_documents(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) jobs = g_array_new(FALSE, FALSE, sizeof(DdJob));
	g_auto(DdChange) change = {0};
	bool room = false;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!has_room(request, &room, error))
		return false;
	if (!room) {
		dd_answer_problem(answer, DD_PROBLEM_TOO_MANY,
			"quá nhiều tệp đang chờ đọc (too many files wait to be read)");
		answer->retry_after = DD_MAX_WORKER_SECONDS;
		return true;
	}
	if (!add_jobs(request, &change, jobs, error) || !dd_change_commit(&change, error))
		return false;
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
	dd_runner_set_cancelling(request->server->runner, request->id, true);
	bool good = cancel(request, &cancelled, error);
	dd_runner_set_cancelling(request->server->runner, request->id, false);
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
