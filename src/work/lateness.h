/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lateness.h: whether a task is late, as of a day. It is computed and never stored; a report of 31/12 says the same in March */
#pragma once

#include "state.h"
#include "workday.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef enum {
	DD_LATENESS_ASIDE, /* not followed: draft, in a pause, withdrawn, replaced, closed undone */
	DD_LATENESS_NO_DEADLINE, /* không hạn */
	DD_LATENESS_IN_TIME,     /* trong hạn */
	DD_LATENESS_NEAR,        /* sắp đến hạn */
	DD_LATENESS_LATE,        /* quá hạn n ngày */
	DD_LATENESS_DONE_NO_DEADLINE,
	DD_LATENESS_DONE_IN_TIME, /* đúng hạn */
	DD_LATENESS_DONE_LATE,    /* quá hạn n ngày */
	DD_LATENESS_LAST
} DdLatenessKind;

/* A step of the window before a deadline: so many days before, the day itself counts as 0 */
typedef struct {
	int days;
	bool working; /* only working days are counted */
} DdNearStep;

/* Steps, the widest first */
typedef struct {
	const DdNearStep *steps;
	size_t n;
	const DdWorkdays *workdays; /* may be NULL when no step counts working days */
} DdNearWindow;

/* What is known of a task */
typedef struct {
	DdState state;
	DdDay due;     /* unset: no deadline */
	DdDay stopped; /* the day of the submission that waits or was accepted: what comes after it is not the unit's delay */
	DdDay until;   /* of a pause: behind it the task counts again, resumed or not */
} DdDeadline;

typedef struct {
	DdLatenessKind kind;
	int days;    /* calendar days: late by, or left */
	size_t step; /* of the window, of DD_LATENESS_NEAR: the narrowest that holds */
	bool unsure; /* it rests on working days that the data does not know */
} DdLateness;

/* Returns: the window that offices use unless they say otherwise: three calendar days (domain: two systems in use) */
const DdNearWindow *
dd_near_window_get_default(void);
/* Returns: how the task stands at the end of the day @as_of */
DdLateness
dd_lateness_judge(const DdDeadline *deadline, DdDay as_of, const DdNearWindow *window);
/* Returns: (transfer none) the word for it, "done-late" */
const char *
dd_lateness_to_string(DdLatenessKind kind);
/* Returns: (transfer full) for people: "quá hạn 12 ngày", "sắp đến hạn, còn 2 ngày" */
char *
dd_lateness_describe(const DdLateness *self);

G_END_DECLS
