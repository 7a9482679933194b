/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * job.h: files that came and are to be read, and how far that is. All servers of a store share them: one takes a job for a while (a lease,
 * by the clock of the database), renews it while it works, and what a server that died has left is taken over by another one. What a job
 * keeps it keeps only while it is held, in the change that keeps it.
 */
#pragma once

#include "arena.h"
#include "intake.h"
#include "store.h"

G_BEGIN_DECLS

typedef enum {
	DD_JOB_WAITING,
	DD_JOB_RUNNING,
	DD_JOB_DONE,
	DD_JOB_FAILED,
	DD_JOB_CANCELLED,
	DD_JOB_STATE_LAST
} DdJobState;

/* How far one that runs is */
typedef struct {
	const char *stage; /* "opening", "converting", "recognising", "keeping"; else "waiting", "ended" */
	int64_t pages_done, pages; /* of those that are recognised; 0 none */
} DdJobProgress;

/* Strings lie in the arena that was given */
typedef struct {
	int64_t id;
	DdJobState state;
	const char *who, *origin; /* who asked for it, from where */
	const char *name;         /* of the file */
	int64_t size;
	DdJobProgress progress;
	const char *message; /* why it failed, Vietnamese with the English in brackets; NULL */
	int64_t tries;       /* how often it was begun */
	int64_t created_at, ended_at; /* ended_at: 0 not yet */
	int64_t locked_at;            /* since when it waits for a password; 0: it does not */
	int64_t wrong_passwords;      /* that it was given, at most DD_MAX_JOB_PASSWORDS */
	bool has_file;                /* its file is there: of one that failed, for another try */
} DdJob;

/* What was found in the file of a job */
typedef struct {
	const char *inside;                /* as of DdIntake */
	const char *result;                /* "new", "form", "same", "failed" */
	int64_t document;                  /* 0 none */
	int64_t tasks, citations, remarks; /* of a new one */
	const char *message;               /* of one that failed; NULL */
} DdJobFound;

/* Returns: (transfer none) the word for it, "waiting" */
const char *
dd_job_state_to_string(DdJobState state);
/* @room_out: FALSE when with @n more files of @bytes together too many would wait: DD_MAX_JOBS_OPEN, DD_MAX_JOBS_OPEN_BYTES */
bool
dd_job_has_room(DdStore *self, size_t n, int64_t bytes, bool *room_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Takes the numbers of @n jobs that are to be added. @first_out: of the first */
bool
dd_job_number(DdChange *change, size_t n, int64_t *first_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a piece, the next one, of the file of the job that is to have that number: 1 to DD_MAX_JOB_PIECE_BYTES. In a change of its own */
bool
dd_job_put_piece(DdStore *self, int64_t id, int64_t position, const void *bytes, size_t len,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Adds one for @file, all pieces of which are there, with its record; some that ended more than DD_MAX_JOB_DAYS ago go. Returns: FALSE as of dd_db_query, or
 * with DD_ERROR_UNAVAILABLE: not all of them are, for they came too long ago
 */
bool
dd_job_add(DdChange *change, int64_t id, const DdIntakeFile *file, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Tells the server that has it, whichever that is, that it is about to be cancelled: what a document that is being kept holds until then is
 * given up, and nobody takes it up again before dd_job_cancel. In a change of its own, without a record
 */
bool
dd_job_ask_stop(DdStore *self, int64_t id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Cancels one that has not ended, with its record; what it has kept stays. @cancelled_out: FALSE when it has ended, or there is none */
bool
dd_job_cancel(DdChange *change, int64_t id, bool *cancelled_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) DdJob before @before (0: from the last one), the last one first, at most @limit; NULL: as of dd_db_query */
GArray *
dd_job_list(DdStore *self, int64_t before, unsigned limit, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of those that run now, the first one first */
GArray *
dd_job_list_running(DdStore *self, unsigned limit, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @found_out: whether there is one of that number. Returns: FALSE on failure */
bool
dd_job_get(DdStore *self, int64_t id, DdArena *arena, DdJob *out, bool *found_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdJobFound, as they were found, at most DD_MAX_LISTED */
GArray *
dd_job_list_found(DdStore *self, int64_t id, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* A server that works at a job */
typedef struct {
	int64_t job;
	const char *owner; /* no two servers have the same one */
} DdJobLease;

/*
 * Takes the oldest job that nobody works at, for DD_MAX_JOB_LEASE_SECONDS. One that was begun DD_MAX_JOB_TRIES times and never ended is failed,
 * by the @now of the record, and the next one taken. @content_out: (transfer full) its file. @taken_out: FALSE when there is none
 */
bool
dd_job_take(DdStore *self, const char *owner, int64_t now, DdArena *arena, DdJob *out,
	GBytes **content_out, bool *taken_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) int64_t, the jobs that @owner has; one that is not there any more was cancelled, or is about to be, or taken over */
GArray *
dd_job_list_held(DdStore *self, const char *owner, GError **error);
/*
 * Tells how far it is, and holds it for as long again; waits for no other change that has it: that holds it, too. @held_out: FALSE when it was
 * cancelled, or taken over meanwhile, as below
 */
bool
dd_job_renew(DdStore *self, const DdJobLease *lease, const DdJobProgress *progress, bool *held_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Lets another server begin it anew; that does not count as a try */
bool
dd_job_give_back(DdStore *self, const DdJobLease *lease, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @content_out: (transfer full) the file of a job; NULL when it is gone, with the job that ended */
bool
dd_job_get_content(DdStore *self, int64_t id, GBytes **content_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a document as dd_intake_document does, and in the same change that the job found it, which is then held for as long again */
bool
dd_job_keep(DdStore *self, const DdActor *actor, const DdJobLease *lease, const DdIntake *intake,
	bool *held_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps that something was found that needs no intake: what is known already, or what failed */
bool
dd_job_note(DdStore *self, const DdActor *actor, const DdJobLease *lease, const DdJobFound *found,
	bool *held_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Ends it as done (@message NULL) or failed, with its record; its file is left to dd_job_sweep_file */
bool
dd_job_end(DdStore *self, const DdActor *actor, const DdJobLease *lease, const char *message,
	bool *held_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
