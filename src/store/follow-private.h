/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-private.h: days in rows, for the files of follow.h alone */
#pragma once

#include "date.h"
#include "db.h"

G_BEGIN_DECLS

/* Returns: the day as a text in @buffer, NULL when it is not set */
DdDbValue
dd_follow_day_value(DdDay day, char buffer[DD_DATE_BUFFER]);
/* Returns: the day in a column, DD_DATE_NONE of a NULL */
DdDay
dd_follow_get_day(const DdDbRows *rows, unsigned column);

G_END_DECLS
