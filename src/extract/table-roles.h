/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-roles.h: what the columns of a table hold, and its rows as tasks; the words by which both are told */
#pragma once

#include "label.h"
#include "phrase.h"
#include "table-grid.h"
#include "table-number.h"

G_BEGIN_DECLS

struct _DdTableGrammar {
	const DdLabelGrammar *labels;
	DdPhrases *traits;       /* of heads of columns: DD_COLUMN_… */
	DdPhrases *visits;       /* words of a timetable's title */
	DdPhrases *same;         /* "nt", "như trên" */
	DdPhrases *clocks;       /* words of a session's time and place, see session.h */
	DdPhrases *numbers;      /* heads of the column of numbers */
	DdPhrases *splits;       /* inside a cell: who leads, who helps */
	DdPhrases *dues;         /* in the head of a column of times: a day in it is the last one */
	DdPhrases *rests;        /* how the rows of a calendar begin that are no work */
	DdPhrases *figure_heads; /* of tables of aims, see table-target.c */
	DdPhrases *legend_heads; /* of tables of short names, see table-legend.c */
};

/* table-roles.c: what the columns hold */

typedef enum { DD_TABLE_NOTHING, DD_TABLE_TASKS, DD_TABLE_SESSIONS, DD_TABLE_TARGETS } DdTableKind;

/* Returns: what [@start, @end) labels as the head of a column, and its DD_COLUMN_… in @flags_out */
DdLabel
dd_table_head_of(const DdTableGrammar *self, DdContext *context, uint32_t start, uint32_t end,
	uint8_t *flags_out);
/* Returns: number of cells of row @row that are heads of columns */
uint32_t
dd_table_count_heads(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t row);
/* Finds the head among the first rows, gives each column its label and judges what the table is */
DdTableKind
dd_table_judge(const DdTableGrammar *self, DdContext *context, DdGrid *grid);
/* Returns: TRUE when @cell says no more than that it is as the one above: "nt", "như trên", ditto marks */
bool
dd_table_says_same(const DdTableGrammar *self, DdContext *context, DdGridCell cell);
/* Returns: index of the first column with label @label, -1 when there is none */
int
dd_table_find_column(const DdGrid *grid, DdLabel label);

/* table-task.c: rows as tasks */
extern const char dd_table_rule_row[];
extern const char dd_table_rule_group[];
extern const char dd_table_rule_cell[];
extern const char dd_table_rule_cell_joined[];
/* Reads the rows of @grid into context->tasks, a task each, its fields from the columns by their labels */
void
dd_table_read_tasks(const DdTableGrammar *self, DdContext *context, const DdGrid *grid);

/* table-time.c: times of rows */
typedef struct {
	const DdGridCell *items;
	uint32_t n;
	uint32_t column; /* of the last one */
} DdCellList;

/* Sets the time of @task by the filled @cells of time of its row; two are a beginning and an end */
void
dd_table_read_time(const DdTableGrammar *self, DdContext *context, const DdGrid *grid,
	const DdCellList *cells, DdTask *task);
/* Sets the time of @task by what its @work says, in a table without a column of times */
void
dd_table_find_time(DdContext *context, const DdGrid *grid, DdGridCell work, DdTask *task);

/* table-tick.c: ticked months and quarters */
/* Finds the columns of ticks by their heads. Returns: FALSE when there are none */
bool
dd_table_find_ticks(const DdContext *context, DdGrid *grid);
/* Sets the time of @task by what is ticked in row @row */
void
dd_table_read_ticks(DdContext *context, const DdGrid *grid, uint32_t row, DdTask *task);

/* table-target.c: rows as aims */
extern const DdPhrase dd_table_figure_heads[];
extern const size_t dd_table_n_figure_heads;
/*
 * Returns: TRUE when the head has a column of aims and one of figures to reach, and names nobody. Columns of figures of a
 * year lose their labels
 */
bool
dd_table_is_of_targets(const DdTableGrammar *self, DdContext *context, DdGrid *grid);
/* Reads the rows of @grid into context->targets, a target for each figure to reach */
void
dd_table_read_targets(const DdTableGrammar *self, DdContext *context, const DdGrid *grid);

/* table-legend.c: rows as short names */
extern const DdPhrase dd_table_legend_heads[];
extern const size_t dd_table_n_legend_heads;
/* Adds what the rows say to context->local. Returns: FALSE when the head is not of such a table */
bool
dd_table_learn_legend(const DdTableGrammar *self, DdContext *context, const DdGrid *grid);

/* "Tháng" or "Quý" alone over @column tells when. Returns: (transfer none) the word in small letters, NULL when something else stands there */
const char *
dd_table_period_word(DdContext *context, const DdGrid *grid, uint32_t column);

G_END_DECLS
