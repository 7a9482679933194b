/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-csv.h: a list of tasks for spreadsheets, all pages of it, made as it is sent */
#pragma once

#include "answer.h"
#include "task-page.h"

G_BEGIN_DECLS

/*
 * Makes the answer the whole list that @query leaves, from its cursor on; @query is copied. @fields: (nullable) columns, as names of fields of a row with
 * commas between, in the order in which they are to stand. Returns: FALSE with DD_ERROR_INVALID_DATA when there is no such column
 */
bool
dd_task_csv_answer(const DdTaskQuery *query, const char *fields, DdAnswer *answer, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
