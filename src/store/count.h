/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * count.h: how many tasks stand where, by unit (of the directory, else by the lead's name), kept up as they move. Done tasks, and those that wait for their confirmation, have an outcome
 * that no day changes. Of those that run, the late ones are those that fall due before the day: the sum of the years before, the months of
 * its year before and the days of its month before, some forty rows for a unit, however many tasks there are. Lateness itself is kept nowhere.
 */
#pragma once

#include "follow-list.h"

G_BEGIN_DECLS

/* Version of the rules; a store with another one is counted anew when it is opened */
#define DD_COUNT_RULES 1

/* What of a followed task counts. Strings are lent */
typedef struct {
	const char *lead, *lead_key;
	int64_t unit; /* of the directory, 0: the lead is none of it */
	DdState state;
	DdDay due, stopped;
} DdCounted;

/* Takes a task from one count to another, in the change that moves it. @was: NULL when it was not followed */
bool
dd_count_move(DdChange *change, const DdCounted *was, const DdCounted *now, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Before leads are bound to other units of the directory: takes their tasks' counts along. @key: of one name, NULL of all */
bool
dd_count_rebind(DdChange *change, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdUnitCount by unit as of the end of @as_of, from the counts alone; NULL as of dd_db_query */
GArray *
dd_count_list(DdStore *self, DdDay as_of, DdArena *arena, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Counts all tasks. @wrong_out: how many counts are not what is kept */
bool
dd_count_check(DdStore *self, int64_t *wrong_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Counts all tasks and keeps that */
bool
dd_count_rebuild(DdChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
