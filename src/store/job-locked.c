/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-locked.c: jobs that wait for a password, until one is given, or for too long */
#include "job-locked.h"

#include "job-private.h"
#include "maxima.h"

#include <jansson.h>

#define DAY_SECONDS 86400

/* Of one that waits for a password. @failed_out: FALSE when it does not any more */
static bool
fail_locked(DdChange *change, int64_t id, const char *message, bool *failed_out, GError **error)
{
	bool failed = false;
	if (!dd_job_run(change->store, DD_JOB_SQL_FAIL_LOCKED,
		    DD_DB_ARGS(dd_db_int(id), dd_db_text(message), dd_db_int(change->actor->now)),
		    &failed, error))
		return false;
	*failed_out = failed;
	return !failed ||
	       dd_job_record_end(change, id, dd_job_state_to_string(DD_JOB_FAILED), message, error);
}

/* @wrong: passwords that were. Returns: why one that was just locked does not stay so; NULL: it does */
static const char *
refuse_locked(int64_t wrong, int64_t locked)
{
	if (wrong >= DD_MAX_JOB_PASSWORDS)
		return "đã nhập sai mật khẩu quá nhiều lần; hãy gửi lại tệp (too many wrong "
		       "passwords; send the file again)";
	return locked > DD_MAX_JOBS_LOCKED ? "tệp có mật khẩu, và quá nhiều tệp đang chờ mật khẩu; "
					     "hãy bỏ mật khẩu rồi gửi lại (it has a password, and "
					     "too many files wait for theirs; send it without one)"
					   : NULL;
}

bool
dd_job_lock(DdStore *self, const DdActor *actor, const DdJobLease *lease, bool wrong,
	bool *held_out, GError **error)
{
	g_auto(DdChange) change = {0};
	int64_t passwords = -1, locked = 0;
	if (!dd_change_begin(self, actor, &change, error) ||
		!dd_job_get_number(self, DD_JOB_SQL_LOCK,
			DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner),
				dd_db_int(actor->now), dd_db_int(wrong ? 1 : 0)),
			&passwords, error) ||
		!dd_job_get_number(self, DD_JOB_SQL_COUNT_LOCKED, DD_DB_NO_ARGS, &locked, error))
		return false;
	bool held = passwords >= 0, failed;
	*held_out = held;
	if (!held)
		return true;
	const char *message = refuse_locked(passwords, locked);
	bool good = message != NULL ? fail_locked(&change, lease->job, message, &failed, error)
				    : dd_job_record(&change, "job-lock", lease->job,
					      json_pack("{s:b}", "wrong", wrong), error);
	return good && dd_change_commit(&change, error);
}

bool
dd_job_unlock(DdChange *change, const DdJobLease *lease, bool *taken_out, GError **error)
{
	bool taken = false;
	if (!dd_job_run(change->store, DD_JOB_SQL_UNLOCK,
		    DD_DB_ARGS(dd_db_int(lease->job), dd_db_text(lease->owner),
			    dd_db_int(DD_MAX_JOB_LEASE_SECONDS)),
		    &taken, error))
		return false;
	*taken_out = taken;
	return !taken || dd_job_record(change, "job-password", lease->job, json_object(), error);
}

bool
dd_job_fail_locked(DdStore *self, int64_t now, bool *failed_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) jobs = dd_job_select(self, DD_JOB_SQL_FIND_LOCKED,
		DD_DB_ARGS(dd_db_int(now - (int64_t)DD_MAX_JOB_LOCKED_DAYS * DAY_SECONDS)), arena,
		error);
	if (jobs == NULL)
		return false;
	*failed_out = false;
	if (jobs->len == 0)
		return true;
	const DdJob *job = &g_array_index(jobs, DdJob, 0);
	const DdActor actor = {now, job->who, job->origin};
	g_auto(DdChange) change = {0};
	return dd_change_begin(self, &actor, &change, error) &&
	       fail_locked(&change, job->id,
		       "tệp có mật khẩu, và không ai nhập mật khẩu trong thời hạn chờ (it has a "
		       "password, and nobody gave one in time)",
		       failed_out, error) &&
	       dd_change_commit(&change, error);
}

bool
dd_job_count_found(DdStore *self, int64_t id, int64_t *n_out, GError **error)
{
	return dd_job_get_number(self, DD_JOB_SQL_COUNT_FOUND, DD_DB_ARGS(dd_db_int(id)), n_out, error);
}

bool
dd_job_has_found(DdStore *self, int64_t id, const char *inside, bool *found_out, GError **error)
{
	*found_out = false;
	return dd_job_run(self, DD_JOB_SQL_HAS_FOUND, DD_DB_ARGS(dd_db_int(id), dd_db_text(inside)),
		found_out, error);
}
