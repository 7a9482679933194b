/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-find.h: what the two files that look for a time inside running text share */
#pragma once

#include "when-private.h"

G_BEGIN_DECLS

/* Which of several times in one text is the work's: the first of the best rank */
typedef enum {
	DD_RANK_SAID,   /* a deadline or period */
	DD_RANK_OFTEN,  /* "thường xuyên", "mỗi năm": holds when nothing else is said */
	DD_RANK_EVENT,  /* "trong dịp hè", "khi có lệnh" */
	DD_RANK_REPORT, /* the day of the report that closes the work */
	DD_RANK_NONE
} DdFindRank;

typedef struct {
	DdTimeScan scan;
	size_t from;
	size_t clause_from, clause_to; /* of the sentence looked at last */
	bool reports;                  /* its verb is "báo cáo": its time is the report's */
	bool reporting;                /* the whole text is about a report, so its time is wanted */
	bool staged; /* a stage with its time stands before: periods of years count too */
	DdArena *arena;
	DdTime time;     /* read last */
	DdFindRank rank; /* of @best, which stands at @at */
	DdTime best;
	size_t at, len;
} DdFind;

/* A search in [@from, @to); nothing is looked at yet */
DdFind
dd_find_begin(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena);
/* Goes from @find->from until a deadline or period is found. Returns: FALSE when there is no time at all */
bool
dd_find_first(DdFind *find);
/* Does the clause end at the sign @i: ";", or "." before a capital? */
bool
dd_find_is_clause_end(const DdTimeScan *scan, size_t i);

G_END_DECLS
