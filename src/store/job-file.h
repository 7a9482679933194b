/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-file.h: how long files of jobs are kept, and jobs that failed once more with theirs */
#pragma once

#include "job.h"

G_BEGIN_DECLS

/*
 * Takes the pieces of one file away, one after the other: of a job that has ended, or that nobody added for an hour. That of one that failed stays DD_MAX_JOB_KEPT_DAYS
 * by @now, as long as DD_MAX_JOBS_KEPT_BYTES hold it and it may be tried again. Returns: FALSE on failure
 */
bool
dd_job_sweep_file(DdStore *self, int64_t now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Has one that failed read again, with its record: it waits anew, what failed in it is forgotten, what it kept stays. @retried_out: FALSE when it did
 * not fail, took too many wrong passwords, or its file is gone
 */
bool
dd_job_retry(DdChange *change, int64_t id, bool *retried_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
