/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-find.h: what the two files that look for a time inside running text share */
#pragma once

#include "when-private.h"

G_BEGIN_DECLS

/* Which of several times in one text is the work's: the first of the best rank */
typedef enum {
	DD_RANK_SAID,   /* a deadline or period */
	DD_RANK_HEAD,   /* years that open the text: only by when it is to be finished says more */
	DD_RANK_YEAR,   /* years that close a part of the sentence, or open a later sentence */
	DD_RANK_OFTEN,  /* "thường xuyên", "mỗi năm": holds when nothing else is said */
	DD_RANK_EVENT,  /* "trong dịp hè", "khi có lệnh" */
	DD_RANK_REPORT, /* the day of the report that closes the work */
	DD_RANK_LOOSE, /* years inside a part of the sentence, perhaps of a thing: "kế hoạch cổ phần hóa trong năm 2025" */
	DD_RANK_NONE
} DdFindRank;

typedef struct {
	DdTimeScan scan;
	size_t from;
	size_t clause_from, clause_to; /* of the sentence looked at last */
	bool reports;                  /* its verb is "báo cáo": its time is the report's */
	bool finishes;                 /* it says "hoàn thành": its time is the end of the work */
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

/* Does a part of the sentence end before token @i: at a comma, a bracket, a colon or the clause's end? */
bool
dd_find_is_cut(const DdFind *find, size_t i);
/* A small word behind which a further part of the sentence tells for whom or where */
bool
dd_find_is_prep(const DdTimeScan *scan, size_t i);
/* Words that the grammar does not count among its own */
bool
dd_find_is_spelt(const DdTimeScan *scan, size_t i, const char *word);
/* Keeps the time read last when it is better than what was found before. */
bool
dd_find_offer(DdFind *find, DdFindRank rank, size_t at, size_t len);

/* The same for a deadline or period that stands at @at: years count by their place */
bool
dd_find_accept(DdFind *find, size_t at, size_t len);

/* Work that comes again, announced by the word at @i (when-often.c). Returns: FALSE when there is nothing of the kind */
bool
dd_find_take_each(DdFind *find, size_t i);
bool
dd_find_take_counted(DdFind *find, size_t i, DdFindRank rank);
bool
dd_find_take_periodic(DdFind *find, size_t i);
bool
dd_find_take_day(DdFind *find, size_t i);
bool
dd_find_take_day_of_repeat(DdFind *find, size_t i);
bool
dd_find_take_always(DdFind *find, size_t i);
/* Is the day behind @i a repeated one: "trước ngày 15/12 hằng năm"? */
bool
dd_find_is_repeated(DdFind *find, size_t i);
/* Does the day at @i begin a bracket behind a repetition: "hằng năm (trước ngày 15/12)"? */
bool
dd_find_is_of_repeat_before(const DdFind *find, size_t i);
/* Is the repetition at @i part of a name: "kế hoạch hằng năm"? */
bool
dd_find_is_in_name(const DdFind *find, size_t i);

/* What the work waits for, announced by the word at @i (when-event.c). Returns: FALSE when there is nothing of the kind */
bool
dd_find_take_season(DdFind *find, size_t i);
bool
dd_find_take_till(DdFind *find, size_t i);
bool
dd_find_take_week(DdFind *find, size_t i);
bool
dd_find_take_moon_day(DdFind *find, size_t i);
bool
dd_find_take_start(DdFind *find, size_t i);
/* Makes of the time [@at, @at + *@len) by the moon an event that goes on to the end of its part */
void
dd_find_read_lunar(DdFind *find, size_t at, size_t *len);
bool
dd_find_take_roadmap(DdFind *find, size_t i);
bool
dd_find_take_while(DdFind *find, size_t i);
bool
dd_find_take_call(DdFind *find, size_t i);
bool
dd_find_take_occasion(DdFind *find, size_t i);
bool
dd_find_take_after(DdFind *find, size_t i);
bool
dd_find_take_meeting(DdFind *find, size_t i);
bool
dd_find_take_ahead(DdFind *find, size_t i);
bool
dd_find_take_most(DdFind *find, size_t i);
bool
dd_find_take_duration(DdFind *find, size_t i);

G_END_DECLS
