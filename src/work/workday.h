/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workday.h: working days and public holidays, from data/holidays by year.
 *
 * The five-day week is that of offices (QĐ 188/1999/QĐ-TTg); holidays are those of Bộ luật Lao động 2019, Điều 112, with the days off
 * and the days worked instead that are announced for each year. Days of the lunar calendar are in the data, none is computed.
 */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
	DD_DAY_WORKING,
	DD_DAY_WEEKEND,
	DD_DAY_HOLIDAY, /* a public holiday, or a day off announced for one */
	DD_DAY_MADE_UP, /* a weekend day that is worked instead of another day */
	DD_DAY_UNSETTLED, /* to be a holiday, by what is known, and no law or announcement says so yet: counted as working */
	DD_DAY_LAST
} DdDayKind;

/* What a day is, and how that is known */
typedef struct {
	DdDayKind kind;
	bool working;
	bool known; /* FALSE: beyond the years of the data; Tết and what is made up are not in it */
	const char *name;   /* of a holiday, NULL none; lives as long as the calendar */
	const char *source; /* law or announcement, NULL none */
} DdDayFacts;

/* Years that a calendar can have */
#define DD_WORKDAYS_FIRST_YEAR 1900
#define DD_WORKDAYS_LAST_YEAR 2199

/* Days of one year behind each other that are off, or worked instead */
typedef struct {
	DdDay first, last;
	DdDayKind kind; /* DD_DAY_HOLIDAY, DD_DAY_MADE_UP or DD_DAY_UNSETTLED */
	const char *name, *source;
} DdHoliday;

/* Days off and made up, for all years that the data knows. Does not change once it is given to others */
typedef struct _DdWorkdays DdWorkdays;

/*
 * @cells: rows of first, last, what, name, source, cell after cell with a NUL behind each and behind all; see data/holidays/README.md.
 * They are lent as long as the calendar lives.
 * Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA (message names the row).
 */
DdWorkdays *
dd_workdays_parse(const char *cells, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) what is built into the program; DD_ERROR_INVALID_DATA */
DdWorkdays *
dd_workdays_new(GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_workdays_free(DdWorkdays *self);
/*
 * Gives @year the days of @rows and no others, those of every year left out, and makes it known. Texts are copied. Returns: FALSE with
 * DD_ERROR_INVALID_DATA (a day of another year, one twice, one worked instead that is no Saturday or Sunday, no name); the year is then as it was
 */
bool
dd_workdays_set_year(DdWorkdays *self, int year, const DdHoliday *rows, size_t n, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdHoliday of @year by day, those of every year among them; texts live as long as the calendar */
GArray *
dd_workdays_list_year(const DdWorkdays *self, int year) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when all announced days of @year are there */
bool
dd_workdays_knows_year(const DdWorkdays *self, int year);
/* Returns: TRUE when its days are those of dd_workdays_set_year */
bool
dd_workdays_is_set_year(const DdWorkdays *self, int year);
/* Returns: (transfer none) the word of the data for days of a DdHoliday: "off", "work", "open" */
const char *
dd_holiday_kind_to_string(DdDayKind kind);
/* Finds the kind that @word names. Returns: FALSE when there is none; @kind_out stays as it was */
bool
dd_holiday_kind_from_string(const char *word, DdDayKind *kind_out);

/* Returns: what @day is; it must be set */
DdDayFacts
dd_workdays_look(const DdWorkdays *self, DdDay day);
/*
 * Counts the working days behind @from up to and with @to; below 0 when @to is before @from.
 * @known_out: (out) (nullable) FALSE when one of them is beyond the data. Cost: in proportion to the days.
 */
int
dd_workdays_count(const DdWorkdays *self, DdDay from, DdDay to, bool *known_out);
/* Returns: @day when it is a working day, else the next one; DD_DATE_NONE at the end of the calendar */
DdDay
dd_workdays_next(const DdWorkdays *self, DdDay day, bool *known_out);
/* Returns: the last year that the data knows, 0 none */
int
dd_workdays_last_year(const DdWorkdays *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdWorkdays, dd_workdays_free)

G_END_DECLS
