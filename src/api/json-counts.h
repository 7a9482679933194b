/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-counts.h: counts of tasks in their boxes, as JSON: what the commands print and what the server answers */
#pragma once

#include "follow-list.h"
#include "json-writer.h"

G_BEGIN_DECLS

#define DD_COUNT_BOXES 8

/* A box of a tally, by the word for it and for people */
typedef struct {
	const char *word, *vi;
	size_t offset; /* in DdTally */
} DdCountBox;

/* In the order in which they are told */
extern const DdCountBox dd_count_boxes[DD_COUNT_BOXES];

/* Returns: what is in the box */
uint64_t
dd_count_box_get(const DdCountBox *self, const DdTally *tally);
/* Returns: the sum of counts (DdUnitCount), which has no unit */
DdUnitCount
dd_counts_sum(const GArray *units);

/* By what counts are told apart, besides their sum */
typedef enum {
	DD_COUNTS_BY_UNIT = 1 << 0,
	DD_COUNTS_BY_STATE = 1 << 1,
} DdCountsBy;

/* Writes counts (DdUnitCount) and their sum, told apart as the set @by says, and the rates of the sum with rule and day */
void
dd_json_counts(DdJsonWriter *json, const GArray *units, DdDay as_of, unsigned by);

G_END_DECLS
