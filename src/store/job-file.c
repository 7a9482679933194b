/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "job-file.h"

#include "job-private.h"
#include "maxima.h"

#define DAY_SECONDS 86400
#define LOST_SECONDS 3600 /* in which pieces of a file become a job */
#define SWEEP_PAUSE 5000  /* microseconds */

bool
dd_job_sweep_file(DdStore *self, int64_t now, GError **error)
{
	const int64_t kept = now - (int64_t)DD_MAX_JOB_KEPT_DAYS * DAY_SECONDS;
	int64_t id = 0;
	bool more = true;
	if (!dd_job_get_number(self, DD_JOB_SQL_FIND_LOST,
		    DD_DB_ARGS(dd_db_int(LOST_SECONDS), dd_db_int(kept),
			    dd_db_int(DD_MAX_JOB_PASSWORDS), dd_db_int(DD_MAX_JOBS_KEPT_BYTES)),
		    &id, error))
		return false;
	while (id != 0 && more) {
		if (!dd_job_run(self, DD_JOB_SQL_DROP_PIECE, DD_DB_ARGS(dd_db_int(id)), &more, error))
			return false;
		/* SQLite has no queue of those who want to write: without a pause they would not get a turn */
		g_usleep(SWEEP_PAUSE);
	}
	return true;
}

/* @whole_out: whether all of the file is there, and not swept just now */
static bool
is_whole(DdStore *self, int64_t id, bool *whole_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t there = 0;
	DdJob job;
	bool found = false;
	if (!dd_job_get(self, id, arena, &job, &found, error) ||
		!dd_job_get_number(
			self, DD_JOB_SQL_SUM_PIECES, DD_DB_ARGS(dd_db_int(id)), &there, error))
		return false;
	*whole_out = found && there == job.size;
	return true;
}

bool
dd_job_retry(DdChange *change, int64_t id, bool *retried_out, GError **error)
{
	bool retried = false, whole = false;
	if (!is_whole(change->store, id, &whole, error))
		return false;
	if (whole && (!dd_job_run(change->store, DD_JOB_SQL_RETRY,
			      DD_DB_ARGS(dd_db_int(id), dd_db_int(DD_MAX_JOB_PASSWORDS)), &retried,
			      error) ||
			     (retried && !dd_db_run(dd_store_get_db(change->store),
						 &dd_job_sql[DD_JOB_SQL_FORGET_FAILED],
						 DD_DB_ARGS(dd_db_int(id)), error))))
		return false;
	if (retried && !dd_job_record(change, "job-retry", id, json_object(), error))
		return false;
	*retried_out = retried;
	return true;
}
