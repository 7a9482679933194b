/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-task.h: tasks that are followed, as JSON: what the commands print and what the server answers */
#pragma once

#include "follow-list.h"
#include "json-writer.h"
#include "settle.h"
#include "stored.h"

G_BEGIN_DECLS

/* Everything about one task */
typedef struct {
	const DdStoredTask *task;
	const DdFollowed *followed;
	GArray *occurrences; /* DdStoredOccurrence */
	GArray *history;     /* DdStoredStep */
	GArray *corrections; /* DdStoredCorrection */
	DdDay as_of;
	const DdWorkdays *workdays;
	const unsigned *may; /* what who asks may do next, as dd_permission_list_next has it; NULL: it is not told */
} DdTaskSheet;

/* A set of fields of a row of a list: bits by dd_json_task_find_field */
typedef uint32_t DdTaskFields;
#define DD_TASK_ALL_FIELDS ((DdTaskFields)-1)

/* @fields_out: the bit of the field of that name is added. Returns: FALSE when there is none */
bool
dd_json_task_find_field(const char *name, DdTaskFields *fields_out);
/* Writes a row of a list as of a day, with those of its fields */
void
dd_json_task_row(DdJsonWriter *json, const DdFollowRow *row, DdDay as_of, DdTaskFields fields);
/* Writes all about a task; @key is NULL inside an array and at the top */
void
dd_json_task_sheet(DdJsonWriter *json, const char *key, const DdTaskSheet *sheet);
/* Writes a file of a task, as an object of a list */
void
dd_json_attachment(DdJsonWriter *json, const DdAttachment *file);
/* Writes one step of a history */
void
dd_json_task_step(DdJsonWriter *json, const DdStoredStep *step);
/* Writes a day as YYYY-MM-DD, one that is not set as null */
void
dd_json_day(DdJsonWriter *json, const char *key, DdDay day);

G_END_DECLS
