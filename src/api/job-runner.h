/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-runner.h: does the jobs of the store beside the threads that answer, some at a time */
#pragma once

#include "server.h"
#include "store-pool.h"

G_BEGIN_DECLS

typedef struct _DdRunner DdRunner;

/*
 * Starts to look for jobs: each second, and when it is told of one. @n: how many at once; 0: none at all, other servers do them. @ahead: seconds that
 * the records' clock is before that of the machine. Returns: (transfer full) or NULL with DD_ERROR_IO
 */
DdRunner *
dd_runner_new(DdStorePool *pool, unsigned n, int64_t ahead, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: who it is to the store, as of DdJobLease */
const char *
dd_runner_get_owner(const DdRunner *self);
/* Returns: whether it does jobs at all, and takes one more with its password: at most DD_MAX_JOBS_UNLOCKED wait for a thread */
bool
dd_runner_may_unlock(DdRunner *self);
/*
 * Does a job that was taken for it (dd_job_unlock) with the password of its file, as soon as a thread is free. The password lies in memory alone, and is wiped
 * when the file was read; a server that dies leaves a job that asks for it again
 */
void
dd_runner_unlock(DdRunner *self, int64_t job, const char *password);
/* There may be a new job, or one less */
void
dd_runner_wake(DdRunner *self);
/*
 * Stops that job when it is done here: somebody is about to cancel it (@cancelling), and need not wait until its document is kept. When that is
 * over, cancelled or not, it is given back. Returns: whether it is done here
 */
bool
dd_runner_set_cancelling(DdRunner *self, int64_t job, bool cancelling);
/* Returns: jobs that it does now */
unsigned
dd_runner_count(DdRunner *self);
/* Stops what it does and gives it back to the store, for other servers, or for later; frees it. NULL is fine */
void
dd_runner_free(DdRunner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdRunner, dd_runner_free)

G_END_DECLS
