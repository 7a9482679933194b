/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * settle.h: what a person says of a draft before it is issued. What was read is kept as it was, beside what the person made of it; lists,
 * sheets and what goes out have the latter. Dropping a task and taking it back are steps (follow.h: DD_ACTION_DROP, DD_ACTION_RESTORE).
 */
#pragma once

#include "follow.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is to be otherwise. NULL: stays as it is; "" and an empty list: nothing. Strings are lent, lists end with NULL */
typedef struct {
	const char *label, *heading, *text, *product; /* each at most DD_MAX_SETTLED_BYTES */
	const char *time_raw,
		*time_json; /* the words, and what they mean (dd_time_to_json): both or none */
	const char *const *lead, *const *coordinate, *const *director, *const *monitor; /* at most DD_MAX_NAMES each */
} DdCorrection;

/*
 * Corrects a task of a draft, with its record. @why: (nullable). Returns: FALSE when it cannot be; DD_ERROR_CONFLICT (it is no draft any more,
 * or nothing would change), DD_ERROR_TOO_LARGE, and as of dd_follow_step; the change is then not to be committed. So with all of these
 */
bool
dd_settle_correct(DdChange *change, int64_t task, const DdActingAs *part,
	const DdCorrection *correction, const char *why, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a task that was not read to a document. Its text must be said. @task_out: its number */
bool
dd_settle_add(DdChange *change, int64_t document, const DdActingAs *part,
	const DdCorrection *correction, const char *why, int64_t *task_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Makes several of one: it gets the first of @texts (two to DD_MAX_SETTLED_TASKS, ended by NULL), and new tasks like it the others. @tasks_out: appends numbers
 * of the new ones (int64_t)
 */
bool
dd_settle_split(DdChange *change, int64_t task, const DdActingAs *part, const char *const *texts,
	const char *why, GArray *tasks_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Makes one of @n, two to DD_MAX_SETTLED_TASKS, of one document: the first gets texts and units of all, then @correction; the others are dropped. Who leads is no
 * helper as well, unless the correction says so. Where their times or products differ the correction must say one (DD_ERROR_MISSING)
 */
bool
dd_settle_merge(DdChange *change, const int64_t *tasks, size_t n, const DdActingAs *part,
	const DdCorrection *correction, const char *why, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One field of a task that somebody changed. NULL: nothing; names stand in lines of their own */
typedef struct {
	const char *field; /* "lead" */
	const char *was, *now;
	int64_t at;
	const char *who, *action, *why;
} DdStoredCorrection;

/* Returns: (transfer full) the last DD_MAX_LISTED DdStoredCorrection of a task, the oldest of them first; as of dd_db_query */
GArray *
dd_settle_list(DdStore *self, int64_t task, DdArena *arena, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
