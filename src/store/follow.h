/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow.h: following tasks up in the store: each step with its record, by the rules of src/work */
#pragma once

#include "arena.h"
#include "due.h"
#include "permission.h"
#include "progress-note.h"
#include "state.h"
#include "store.h"
#include "stored.h"
#include "tally.h"

#include <glib.h>

G_BEGIN_DECLS

/* In whose place somebody acts */
typedef struct {
	DdRole role;
	const char *unit; /* NULL: the office that the document is from */
} DdActingAs;

/* A step with a task; all but action may be left out. Strings are lent */
typedef struct {
	DdAction action;
	const char *reason, *document, *product, *proof;
	const char *lead; /* of approve and transfer: the unit that answers for it. One that the document does not name needs a reason */
	DdDueShift shift; /* of approve: what becomes of a last day that is a day off */
	DdDay until;      /* of a pause */
	DdProgress progress;      /* of progress */
	const char *const *files; /* of progress and submit: hashes, in hexadecimal, of attached files that it comes with (attachment.h); NULL none */
} DdStep;

/* What is settled of a task that is followed. Strings lie in the arena that was given */
typedef struct {
	bool followed; /* FALSE: nobody approved it yet, nothing else is set */
	const char *lead, *lead_key;
	int64_t unit;         /* of the directory that the lead is, 0 none */
	const char *due_kind; /* dd_due_kind_to_string */
	int64_t position;     /* of the occurrence that is worked on */
	DdDay due, stopped, until;
	int percent;
	const char *submitted_by; /* NULL nobody */
	bool truncated;           /* it falls due on more days than are kept (DD_MAX_OCCURRENCES) */
} DdFollowed;

/* Returns: FALSE on failure, as of dd_db_query */
bool
dd_follow_get(DdStore *self, int64_t task, DdArena *arena, DdFollowed *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* What came of a step */
typedef struct {
	DdState state;
	bool truncated; /* as of DdFollowed */
} DdStepDone;

/*
 * Takes a step, with its record. The day is that of @change's actor, in Vietnam. @out: (nullable) what is so behind it.
 * Returns: FALSE when it cannot be: DD_ERROR_EMPTY (no such task), DD_ERROR_FORBIDDEN, DD_ERROR_CONFLICT, DD_ERROR_MISSING,
 * DD_ERROR_INVALID_DATA, or as of dd_db_query; the change is then not to be committed.
 */
bool
dd_follow_step(DdChange *change, int64_t task, const DdActingAs *part, const DdStep *step,
	DdStepDone *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A day that a person gives. Strings are lent */
typedef struct {
	DdDay day;
	DdDueShift shift; /* what becomes of it when it is a day off */
	const char *reason, *document;
} DdDayGiven;

/*
 * Gives a task the day that it waits for: of an event ("Theo hướng dẫn của cấp trên"), or one that the document means and does not say; or
 * corrects, with a reason, a day that was given so: the one before and how often stay visible. Days of the document change only by decision.
 * Returns: FALSE when it cannot be: DD_ERROR_CONFLICT (it waits for none), or as of dd_follow_step
 */
bool
dd_follow_set_day(DdChange *change, int64_t task, const DdActingAs *part, const DdDayGiven *given,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What became of the tasks of a document that is issued */
typedef struct {
	size_t issued;
	GArray *held; /* of int64_t: numbers of tasks that stay back, for it is not known who leads */
	GArray *truncated; /* of int64_t: those that fall due on more days than are kept */
} DdIssued;

/*
 * Issues a document: its tasks that are drafts are approved, and go out to the units that lead them. Those without a lead, or with
 * several, stay as they are: a person says who leads (approve), and issues again.
 * Returns: FALSE when it cannot be; as of dd_follow_step. @out is to be cleared.
 */
bool
dd_follow_issue(DdChange *change, int64_t document, const DdActingAs *part, DdDueShift shift,
	DdIssued *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_issued_clear(DdIssued *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdIssued, dd_issued_clear)

G_END_DECLS
