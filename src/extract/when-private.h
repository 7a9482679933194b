/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-private.h: what the files of the grammar of time share: its periods, its repetitions, its stages */
#pragma once

#include "date.h"
#include "when-scan.h"

G_BEGIN_DECLS

typedef enum {
	DD_UNIT_DAY,
	DD_UNIT_MONTH,
	DD_UNIT_QUARTER,
	DD_UNIT_MONTHS, /* "6 tháng đầu năm" */
	DD_UNIT_YEAR,
	DD_UNIT_SCHOOL_YEAR
} DdUnitOfTime;

/* A period as said; what is not said is 0 */
typedef struct {
	DdUnitOfTime unit;
	int year, year_last;
	int first, last;   /* months or quarters */
	int day, day_last; /* of month @first */
	bool vague;        /* only its beginning, middle or end is meant */
	bool impossible;   /* a day that the calendar does not have */
	size_t len;        /* tokens */
} DdPeriod;

/* How often; @every holds static strings or strings of the arena */
typedef struct {
	const char *every[8];
	size_t n;
	size_t len;
} DdRepeat;

/* when.c */
/* Day, month and year at @i with signs or words between, no "ngày" before. Returns: where it ends, 0 no date */
size_t
dd_time_date(const DdTimeScan *scan, size_t i, int *day, int *month, int *year);

/* when-period.c */
/* Returns: FALSE when surely no period begins at @i (cheap, in clean text nearly exact) */
bool
dd_time_may_begin_period(const DdTimeScan *scan, size_t i);
/* Reads one period (day, month, quarter, year, a list or range of them) at @i. Returns: FALSE when none begins there */
bool
dd_time_period(const DdTimeScan *scan, size_t i, DdPeriod *period_out);
/* The first and last day of @period, DD_DATE_NONE where its year is not known */
void
dd_time_days(const DdTimeScan *scan, const DdPeriod *period, DdDay *start_out, DdDay *end_out);

/* when.c: Do days of the moon's calendar end before @at: "từ 25/12 âm lịch"? */
bool
dd_time_is_lunar(const DdTimeScan *scan, size_t at);

/* when-phrase.c */
/* Reads a period with what may surround it: "trước …", "từ … đến …", "… và những năm tiếp theo". FALSE: none at @i */
bool
dd_time_phrase(const DdTimeScan *scan, size_t i, DdTime *time_out, size_t *len_out);
/* "17 giờ 00 phút", "17h00", "17h" before a day. Returns: tokens, 0 none */
size_t
dd_time_clock_len(const DdTimeScan *scan, size_t i);

/* when-repeat.c */
/* Returns: FALSE when surely no repetition is in [@from, scan->to) (cheap) */
bool
dd_time_may_repeat(const DdTimeScan *scan, size_t from);
/* Reads "hằng năm", "định kỳ 6 tháng", "2 lần/năm" at @i. Returns: FALSE when none begins there */
bool
dd_time_repeat(const DdTimeScan *scan, size_t i, DdArena *arena, DdRepeat *repeat_out);
/* Fills @time_out from @repeat and a day named in [@from, scan->to): "trước ngày 25" */
void
dd_time_set_repeat(const DdTimeScan *scan, size_t from, const DdRepeat *repeat, DdArena *arena,
	DdTime *time_out);

/* when-stages.c */
/* Reads [@from, scan->to) as two or more stages with their own times. Returns: FALSE when it is one value */
bool
dd_time_stages(const DdTimeScan *scan, size_t from, DdArena *arena, DdTime *time_out);

G_END_DECLS
