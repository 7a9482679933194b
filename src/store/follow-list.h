/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-list.h: tasks that are followed, as lists, histories and counts */
#pragma once

#include "attachment.h"
#include "db.h"
#include "follow.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum { DD_SORT_DUE, DD_SORT_NUMBER, DD_SORT_LAST } DdSort;

/* Which tasks; NULL, 0 and FALSE leave it open */
typedef struct {
	const char *unit; /* that leads: its id in the directory, or a name of it, spelt anyhow */
	bool open;        /* only those that somebody has to do something with */
	const char *state;
	int64_t document;
	const char *seen_by; /* a unit that leads or helps, or gave them out, spelt anyhow */
	DdSort sort;
	const char *after_due; /* what the last row before had as due_order, NULL: from the first */
	int64_t after;         /* and its number */
	unsigned limit;        /* 1 to DD_MAX_LISTED */
} DdFollowFilter;

/* Strings lie in the arena that was given */
typedef struct {
	int64_t task, document;
	const char *document_number; /* NULL: not said */
	const char *label, *text;
	const char *lead, *due_kind, *due_order;
	DdState state;
	DdDay due, stopped, until;
	int percent;
	const char *lead_key;
	int64_t changed; /* when its last step was taken */
	int64_t version;
	const char *product; /* that the document asks for, NULL none */
} DdFollowRow;

/*
 * Takes the row at which @rows is, of DD_SQL_FOLLOW_COLUMNS, into @arena. Returns: FALSE with DD_ERROR_INVALID_DATA: its state is none of this
 * program. For the files that list
 */
bool
dd_follow_get_row(const DdDbRows *rows, DdArena *arena, DdFollowRow *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdFollowRow, or NULL; as of dd_db_query */
GArray *
dd_follow_list(DdStore *self, const DdFollowFilter *filter, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* A day on which a task falls due */
typedef struct {
	DdDay start, due, stopped;
	DdDay said;       /* by the document: another one where it was moved behind days off */
	const char *what; /* NULL */
	const char *rule; /* dd_due_rule_to_string */
	int64_t changes;  /* how often a day that a person gave was corrected */
	DdDay was;        /* the day before the last of them */
} DdStoredOccurrence;

/* Returns: (transfer full) DdStoredOccurrence in their order, or NULL; as of dd_db_query */
GArray *
dd_follow_occurrences(DdStore *self, int64_t task, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* A step of a task's history. NULL: not said */
typedef struct {
	int64_t at;
	const char *who, *role, *unit, *action, *state;
	DdDay due, until;
	int percent;
	const char *reason, *document, *product, *proof;
	const char *done, *next, *difficulty, *proposal;
	const char *lead;          /* behind the step */
	int64_t position;          /* so many were taken before it */
	const DdAttachment *files; /* that it came with */
	size_t n_files;
} DdStoredStep;

/* Returns: (transfer full) DdStoredStep before that at @before (0: from the last one), the last one first, at most @limit; NULL: as of dd_db_query */
GArray *
dd_follow_steps(DdStore *self, int64_t task, int64_t before, unsigned limit, DdArena *arena,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the last DD_MAX_LISTED DdStoredStep, the oldest of them first, or NULL; as of dd_db_query */
GArray *
dd_follow_history(DdStore *self, int64_t task, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Counts of one unit that leads */
typedef struct {
	const char *unit;
	uint64_t states[DD_STATE_LAST];
	DdTally tally;
} DdUnitCount;

/*
 * Counts tasks by the unit that leads, state and lateness as they were at the end of @as_of; @then: as the history has them, else as they are
 * now. A task that comes again counts once, with its present day. Returns: (transfer full) DdUnitCount by unit, or NULL; as of dd_db_query
 */
GArray *
dd_follow_count(DdStore *self, DdDay as_of, bool then, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
