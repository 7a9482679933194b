/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-task.h: tasks that are followed, and counts of them, as tables for people, JSON and CSV */
#pragma once

#include "json-task.h"
#include "render.h"

G_BEGIN_DECLS

typedef enum { DD_TASKS_TABLE, DD_TASKS_JSON, DD_TASKS_CSV, DD_TASKS_LAST } DdTasksForm;

/* Finds the form of that name, NULL the table. Returns: FALSE when there is none; @form_out stays as it was */
bool
dd_tasks_form_from_string(const char *name, DdTasksForm *form_out);

/* A list on its way out, page by page */
typedef struct {
	DdRender render;
	DdTasksForm form;
	DdDay as_of;
	void *json; /* DdJsonWriter, of the JSON form, between begin and end */
	size_t count;
	bool more; /* there are others behind those printed */
} DdTaskList;

void
dd_task_list_begin(DdTaskList *self);
void
dd_task_list_print(DdTaskList *self, const DdFollowRow *row);
void
dd_task_list_end(DdTaskList *self);

/* Prints it; there is no CSV form */
void
dd_render_task(const DdRender *render, DdTasksForm form, const DdTaskSheet *sheet);
/* Ends what is written as JSON; a failed write is kept by the stream */
void
dd_render_finish_json(const DdRender *render, DdJsonWriter *json);
/* Prints counts (DdUnitCount) by unit with their sum, and the rates of the sum with rule and day */
void
dd_render_counts(const DdRender *render, DdTasksForm form, const GArray *units, DdDay as_of);

G_END_DECLS
