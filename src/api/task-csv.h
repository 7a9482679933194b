/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-csv.h: a list of tasks for spreadsheets, all pages of it, made as it is sent */
#pragma once

#include "answer.h"
#include "task-page.h"

G_BEGIN_DECLS

/* Makes the answer the whole list that @query leaves, from its cursor on; @query is copied */
void
dd_task_csv_answer(const DdTaskQuery *query, DdAnswer *answer);

G_END_DECLS
