/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-job.c: jobs, and what they found */
#include "json-job.h"

#include <jansson.h>

#include "events.h"
#include "json-store.h"
#include "maxima.h"

#define DAY_SECONDS 86400

void
dd_json_job(DdJsonWriter *json, const char *key, const DdJob *job)
{
	dd_json_open(json, key, '{', true);
	dd_json_uint(json, "id", (uint64_t)job->id);
	dd_json_string(json, "kind", "import");
	dd_json_string(json, "state", dd_job_state_to_string(job->state));
	dd_json_string(json, "stage", job->progress.stage);
	dd_json_uint(json, "pages_done", (uint64_t)job->progress.pages_done);
	dd_json_uint(json, "pages", (uint64_t)job->progress.pages);
	dd_json_string(json, "file", job->name);
	dd_json_uint(json, "size", (uint64_t)job->size);
	dd_json_string(json, "who", job->who);
	dd_json_instant(json, "created_at", job->created_at);
	dd_json_instant(json, "ended_at", job->ended_at);
	dd_json_string(json, "message", job->message);
	dd_json_bool(json, "can_retry",
		job->state == DD_JOB_FAILED && job->has_file &&
			job->wrong_passwords < DD_MAX_JOB_PASSWORDS);
	dd_json_bool(json, "asks_password", job->locked_at != 0);
	dd_json_uint(json, "wrong_passwords", (uint64_t)job->wrong_passwords);
	dd_json_uint(json, "passwords_left", (uint64_t)(DD_MAX_JOB_PASSWORDS - job->wrong_passwords));
	dd_json_instant(json, "locked_until",
		job->locked_at != 0 ? job->locked_at + (int64_t)DD_MAX_JOB_LOCKED_DAYS * DAY_SECONDS
				    : 0);
}

void
dd_json_job_found(DdJsonWriter *json, const DdJobFound *found)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "inside", found->inside);
	dd_json_string(json, "result", found->result);
	if (found->document != 0)
		dd_json_uint(json, "document", (uint64_t)found->document);
	dd_json_uint(json, "tasks", (uint64_t)found->tasks);
	dd_json_uint(json, "citations", (uint64_t)found->citations);
	dd_json_uint(json, "remarks", (uint64_t)found->remarks);
	dd_json_string(json, "message", found->message);
	dd_json_close(json, '}');
}

char *
dd_json_job_event(const DdJob *job)
{
	const DdJobProgress *progress = &job->progress;
	return dd_event_format(0, "progress",
		json_pack("{s:I, s:s, s:s, s:I, s:I, s:b}", "id", (json_int_t)job->id, "state",
			dd_job_state_to_string(job->state), "stage", progress->stage, "pages_done",
			(json_int_t)progress->pages_done, "pages", (json_int_t)progress->pages,
			"asks_password", job->locked_at != 0));
}
