/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-private.h: days in rows, for the files of follow.h alone */
#pragma once

#include "date.h"
#include "db.h"
#include "due.h"
#include "store.h"

G_BEGIN_DECLS

/* Returns: the day as a text in @buffer, NULL when it is not set */
DdDbValue
dd_follow_day_value(DdDay day, char buffer[DD_DATE_BUFFER]);
/* Returns: the day in a column, DD_DATE_NONE of a NULL */
DdDay
dd_follow_get_day(const DdDbRows *rows, unsigned column);
/* Finds the years of the document's plan; unset when they are not known. Returns: FALSE on failure */
bool
dd_follow_find_plan(DdStore *store, int64_t document, DdDueContext *plan_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
