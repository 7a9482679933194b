/* SPDX-License-Identifier: GPL-3.0-or-later */
/* holiday.h: the calendar of the office: days off and made up that are built in, and those of years that it says itself */
#pragma once

#include "arena.h"
#include "store.h"
#include "workday.h"

G_BEGIN_DECLS

/* Returns: (transfer full) the calendar as it is now; NULL: as of dd_db_query and dd_workdays_set_year */
DdWorkdays *
dd_stored_workdays(DdStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @stamp_out: a number that is another one after each change of the calendar. Returns: FALSE as of dd_db_query */
bool
dd_holidays_get_stamp(DdStore *self, int64_t *stamp_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @version_out: of what the office says of @year, 0: it never said anything. Returns: as of dd_holidays_get_stamp */
bool
dd_holidays_get_version(DdStore *self, int year, int64_t *version_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/*
 * Reads a list of days (CSV, NUL-terminated) whose first row is DD_HOLIDAY_HEADER: days as 2027-02-05 or 05/02/2027, an empty last one for the first,
 * the words of dd_holiday_kind_to_string. Returns: (transfer full) DdHoliday in their order, texts in @arena; NULL: DD_ERROR_INVALID_DATA (names the line),
 * DD_ERROR_TOO_LARGE
 */
GArray *
dd_holidays_parse(const char *csv, DdArena *arena, GError **error) G_GNUC_WARN_UNUSED_RESULT;
#define DD_HOLIDAY_HEADER "first,last,what,name,source"

/*
 * From now on @year has @rows (DdHoliday) and no others; without rows it has what is built in. With its record. What the office says already is said
 * again, and recorded. Returns: FALSE with DD_ERROR_INVALID_DATA (as of dd_workdays_set_year; no year that a calendar has), DD_ERROR_TOO_LARGE
 * (DD_MAX_YEAR_HOLIDAYS, DD_MAX_HOLIDAY_TEXT_BYTES), or as of dd_db_query
 */
bool
dd_holidays_set(DdChange *change, int year, const GArray *rows, const char *why, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
