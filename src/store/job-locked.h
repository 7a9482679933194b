/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-locked.h: jobs whose file, or one inside of it, wants a password: they wait for one, which never comes into the store */
#pragma once

#include "job.h"

G_BEGIN_DECLS

/*
 * Sets it aside until somebody gives the password of its file, or of one inside: it stays "waiting", and no server takes it. That is no try. @wrong: one was
 * given, and was none. With DD_MAX_JOB_PASSWORDS wrong ones, or behind DD_MAX_JOBS_LOCKED others, it fails
 */
bool
dd_job_lock(DdStore *self, const DdActor *actor, const DdJobLease *lease, bool wrong,
	bool *held_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes one that waits for a password, for the @lease of who was given one, with its record. @taken_out: FALSE when it does not wait for one (any more) */
bool
dd_job_unlock(DdChange *change, const DdJobLease *lease, bool *taken_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Fails one that has been waiting for a password for more than DD_MAX_JOB_LOCKED_DAYS, by the @now of the record. @failed_out: FALSE when there is none */
bool
dd_job_fail_locked(DdStore *self, int64_t now, bool *failed_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @n_out: of how many documents in it the job told so far, also of those that could not be read */
bool
dd_job_count_found(DdStore *self, int64_t id, int64_t *n_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @found_out: whether it told of that one, by its name as of DdIntake */
bool
dd_job_has_found(DdStore *self, int64_t id, const char *inside, bool *found_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
