/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-private.h: a task in the middle of a change, and days in rows, for the files of follow.h and settle.h alone */
#pragma once

#include "count.h"
#include "date.h"
#include "db.h"
#include "follow.h"
#include "stored.h"

#include <jansson.h>

G_BEGIN_DECLS

/* Returns: the day as a text in @buffer, NULL when it is not set */
DdDbValue
dd_follow_day_value(DdDay day, char buffer[DD_DATE_BUFFER]);
/* Returns: the day in a column, DD_DATE_NONE of a NULL */
DdDay
dd_follow_get_day(const DdDbRows *rows, unsigned column);

/* Puts rows that came with the newest first into the order in which they happened */
void
dd_follow_reverse(GArray *rows);

/* A task in the middle of a change. All is lent */
typedef struct {
	DdChange *change;
	const DdActingAs *part;
	DdArena *arena;
	DdStoredTask task;
	DdState state;
	DdFollowed followed;
	DdCounted counted; /* what it counts as in the store; no lead: nothing yet */
	DdDay today;
	const DdDueContext *plan; /* its years, NULL: to be found in the reading */
	DdDueShift shift;         /* of days that are off */
	DdDay was;                /* a day that was given before and is corrected */
	json_t *content; /* what a person made of it and what was changed for that, NULL nothing */
} DdWork;

/* Finds the task @id; of @self change, part and arena are set. DD_ERROR_EMPTY: there is none */
bool
dd_work_load(DdWork *self, int64_t id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when the part may do @action with it. DD_ERROR_FORBIDDEN */
bool
dd_work_allow(DdWork *self, DdAction action, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the step with its record; the task is in state @to then. DD_ERROR_CONFLICT: somebody else was first */
bool
dd_work_write(DdWork *self, const DdStep *step, DdState to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
