/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * due.h: what a plan says about time, turned into days.
 *
 * A time of a reading (docs/time.md) says "Hằng quý, trước ngày 20 tháng cuối quý"; whoever follows it up needs a day for each quarter. The
 * text is never touched: each day names the rule that made it.
 */
#pragma once

#include "workday.h"

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Why a day is the day it is */
typedef enum {
	DD_DUE_RULE_NONE,  /* there is no day */
	DD_DUE_RULE_END,   /* the last day of the time that is said */
	DD_DUE_RULE_STAGE, /* the last day of a stage */
	DD_DUE_RULE_PERIOD, /* the last day of a year, quarter, month … that comes again and again */
	DD_DUE_RULE_NAMED_DAY, /* a day that is named for each year or month ("trước ngày 10/12 hằng năm") */
	DD_DUE_RULE_EVENT, /* the day of the event, given by a person */
	DD_DUE_RULE_GIVEN, /* a day given by a person, where the document has none that is known */
	DD_DUE_RULE_LAST
} DdDueRule;

/* What a time comes to */
typedef enum {
	DD_DUE_UNSAID,  /* nothing is said */
	DD_DUE_ONGOING, /* thường xuyên; từ năm 2025: without an end */
	DD_DUE_WAITS,   /* for an event, whose day is not given yet */
	DD_DUE_UNKNOWN, /* an end is meant, but its day is not known: a year is missing, or a period of no known length */
	DD_DUE_DAYS, /* one or more days */
	DD_DUE_LAST
} DdDueKind;

/* One time that a task falls due */
typedef struct {
	DdDay start;      /* of the time it is for; unset: not said */
	DdDay due;        /* last day, included; unset for a stage without an end */
	DdDay said;       /* due before it was moved behind days off; the same otherwise */
	const char *what; /* of a stage, lent by the time; NULL */
	DdDueRule rule;
} DdOccurrence;

/* When the last day is a day off. No rule of reports says; so it is a choice, and standing still is the default */
typedef enum {
	DD_DUE_STAYS,
	DD_DUE_MOVES_ON, /* to the next working day, as Bộ luật Dân sự 2015, Điều 148 khoản 5 has it */
} DdDueShift;

typedef struct {
	DdDay first, last; /* the plan's years: what comes again and again does so between these days */
	DdDay signed_on; /* of the document: what comes again does not fall due before. Unset: not known */
	DdDueShift shift;
	const DdWorkdays *workdays; /* for DD_DUE_MOVES_ON, may be NULL otherwise */
} DdDueContext;

/* What came of it */
typedef struct {
	DdDueKind kind;
	GArray *occurrences; /* of DdOccurrence, by due day, each once; those without a day last */
	bool truncated;      /* there are more than DD_MAX_OCCURRENCES */
	bool unsure;         /* some day was moved by a calendar that does not know its year */
} DdDue;

/* Turns @time into days; @time must outlive them. Returns: (transfer full), to be cleared */
DdDue
dd_due_expand(const DdTime *time, const DdDueContext *context);
void
dd_due_clear(DdDue *self);
/*
 * Returns: the occurrence of a day that a person gives, by @rule (DD_DUE_RULE_EVENT or _GIVEN), moved on as @context says. @unsure_out:
 * whether the calendar knows its year
 */
DdOccurrence
dd_due_give(DdDay day, DdDueRule rule, const DdDueContext *context, bool *unsure_out);

/*
 * Finds the years of the plan: from the year of the document to the last one that a time in it says, at most DD_MAX_HORIZON_YEARS.
 * Returns: FALSE when the document's year is not known; the days are untouched then.
 */
bool
dd_due_find_horizon(const DdReading *reading, DdDay *first_out, DdDay *last_out);

/* Returns: (transfer none) the word that is stored: "named-day"; what it means for people */
const char *
dd_due_rule_to_string(DdDueRule rule);
const char *
dd_due_rule_get_vi(DdDueRule rule);
/* Finds the rule that @word names. Returns: FALSE when there is none; @rule_out stays as it was */
bool
dd_due_rule_from_string(const char *word, DdDueRule *rule_out);
/* Returns: (transfer none) the word for it, "waits"; what it means for people */
const char *
dd_due_kind_to_string(DdDueKind kind);
const char *
dd_due_kind_get_vi(DdDueKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdDue, dd_due_clear)

G_END_DECLS
