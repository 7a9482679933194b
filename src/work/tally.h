/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.h: how many tasks are in which box, and rates that say what they are of */
#pragma once

#include "lateness.h"

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* The four boxes of the Government's figures, and what stands beside them */
typedef struct {
	uint64_t done_in_time, done_late, open_in_time, open_late;
	uint64_t done_no_deadline, open_no_deadline;
	uint64_t near; /* of open_in_time */
	uint64_t aside; /* paused, withdrawn, replaced, closed undone, not given out yet: in no rate */
	uint64_t aside_in[DD_STATE_LAST]; /* the same by state, so that a rate can say what it leaves out */
} DdTally;

/*
 * Two rules are in use (domain.md 3.3): a rate without its rule means nothing. Báo cáo 1270/BC-TCTTTg of 2017 prints
 * 98,62 % by the first; by the second the same figures make 73,24 %.
 */
typedef enum {
	DD_RATE_OF_DUE,  /* done ÷ (done + open and late), of tasks with a deadline */
	DD_RATE_OF_ALL,  /* done ÷ all that were given out, with a deadline or without */
	DD_RATE_IN_TIME, /* done in time ÷ done, of tasks with a deadline */
	DD_RATE_LAST
} DdRateRule;

typedef struct {
	DdRateRule rule;
	uint64_t numerator, denominator;
	DdDay as_of;
	uint64_t left_out[DD_STATE_LAST]; /* tasks in no box by state, of DD_RATE_OF_ALL, which is not of these */
} DdRate;

/* Counts @n tasks in @state into their box */
void
dd_tally_add(DdTally *self, DdLatenessKind kind, DdState state, uint64_t n);
/* Adds all of @other */
void
dd_tally_merge(DdTally *self, const DdTally *other);
/* Returns: done and open, with and without a deadline */
uint64_t
dd_tally_count_all(const DdTally *self);
DdRate
dd_tally_get_rate(const DdTally *self, DdRateRule rule, DdDay as_of);
/* Returns: hundredths of a per cent, rounded down as that report does, so that 100 % means all; -1 when nothing is to be divided by */
int
dd_rate_get_hundredths(const DdRate *self);
/* Returns: (transfer none) the word for it, "of-due"; what is divided by what, in Vietnamese and English */
const char *
dd_rate_rule_to_string(DdRateRule rule);
const char *
dd_rate_rule_get_vi(DdRateRule rule);
const char *
dd_rate_rule_get_en(DdRateRule rule);
/* Returns: (transfer full) all of it for people: "98,62 % (16051/16274: …), tính đến 31/12/2017; không tính 2 nhiệm vụ: tạm dừng 2" */
char *
dd_rate_describe(const DdRate *self);

G_END_DECLS
