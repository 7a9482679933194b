/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-list.h: SQL of lists of followed tasks: by where a list begins to look, and its order */
#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Where a list begins to look: what leaves the fewest tasks */
typedef enum {
	DD_LIST_ALL,
	DD_LIST_OPEN,
	DD_LIST_STATE,    /* in one state */
	DD_LIST_UNIT,     /* which a unit of the directory leads */
	DD_LIST_LEAD,     /* or one that the directory does not know */
	DD_LIST_DOCUMENT, /* of a document */
	DD_LIST_OTHERS,   /* in which a unit helps, or which somebody directs */
	DD_LIST_TEXTS,    /* with these numbers */
	DD_LIST_SEEN,     /* with which a unit has to do that issues nothing */
	DD_LIST_LAST
} DdListFrom;

/* Its keys: $1 and $2 texts, $3 a whole number, $4 the task */
typedef enum {
	DD_LIST_BY_DUE,     /* $1 */
	DD_LIST_BY_NUMBER,  /* the task alone */
	DD_LIST_BY_UNIT,    /* $1 the lead, $2 due */
	DD_LIST_BY_CHANGED, /* $3, the newest first */
	DD_LIST_BY_LAST
} DdListBy;

extern const DdDbStatement dd_list_sql[DD_LIST_LAST][DD_LIST_BY_LAST];
/* How many there are, at most $5; else as the list */
extern const DdDbStatement dd_list_count_sql[DD_LIST_LAST];
/* Of all followed tasks, or those in states of the list $1 ("|doing|done|"): kept up, not counted */
extern const DdDbStatement dd_list_total_sql;
/* A row when the unit $1 (of dd_stored_unit_key) issued a document */
extern const DdDbStatement dd_list_issues_sql;

G_END_DECLS
