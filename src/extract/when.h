/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.h: the grammar of Vietnamese expressions of time in plans; kinds as in the reading schema */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "lexicon.h"
#include "token.h"

G_BEGIN_DECLS

typedef struct _DdTimeGrammar DdTimeGrammar;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdTimeGrammar *
dd_time_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_time_grammar_free(DdTimeGrammar *self);
/*
 * Reads [@from, @to) as the whole value of a label or cell ("Quý II", "Thường xuyên", "A: năm 2022, B: năm 2023").
 * @year is the plan's own year (0 unknown) for "Quý II", "tháng 6", "cả năm". Text that names no day is an event
 * ("Theo hướng dẫn của cấp trên"); an empty range is DD_TIME_NONE.
 */
void
dd_time_parse(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena, DdTime *time_out);
/*
 * Returns: FALSE when [@from, @to) read as a value is surely neither a period of months, quarters or years nor a repetition
 * (cheap): no number and none of the words that each of them has
 */
bool
dd_time_may_be_period(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to);
/*
 * Finds the expression inside running text [@from, @to) that says when the work is to be done ("hoàn thành trước ngày
 * 30/6/2025", "trong quý II", "hằng năm"), not a date of a cited document, a period in a title ("giai đoạn 2021-2025",
 * "đến năm 2030") or a past year.
 * Returns: FALSE when there is none; else the tokens [*at_out, *at_out + *len_out)
 */
bool
dd_time_find(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena, DdTime *time_out, size_t *at_out, size_t *len_out);
/*
 * The same for the whole text of a piece of work: where several of its clauses have days of their own ("trình trước ngày
 * 30/4/2025; ban hành trước ngày 31/5/2025") the time is DD_TIME_STAGED and the tokens run from the first day to the last.
 */
bool
dd_time_find_work(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	int year, DdArena *arena, DdTime *time_out, size_t *at_out, size_t *len_out);
/*
 * Reads one calendar date that begins at token @at: 15/5/2025, 01-04-2021, 15.5.2025, ngày 15 tháng 5 năm 2025, with
 * "ngày" before it or not. A date the calendar does not have (31/02/2024) gives TRUE with DD_DATE_NONE.
 * Returns: FALSE when no date begins there
 */
bool
dd_date_match(const DdTimeGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdDay *day_out, size_t *len_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTimeGrammar, dd_time_grammar_free)

/* Does the repetition at @at belong to a thing named behind @from, as in "chỉ tiêu hằng năm", "kế hoạch hằng quý"? */
bool
dd_time_is_in_name(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t at);

G_END_DECLS
