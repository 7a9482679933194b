/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-export.h: a list of tasks as a file for spreadsheets, all pages of it, made as it is sent */
#pragma once

#include "answer.h"
#include "task-page.h"

G_BEGIN_DECLS

#define DD_TYPE_CSV "text/csv"
#define DD_TYPE_XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

typedef enum { DD_EXPORT_CSV, DD_EXPORT_XLSX } DdExport;

/*
 * Makes the answer the whole list that @query leaves, from its cursor on; @query is copied. @fields: (nullable) columns, as names of fields of a row with
 * commas between, in the order in which they are to stand. Returns: FALSE with DD_ERROR_INVALID_DATA when there is no such column, DD_ERROR_UNSUPPORTED
 * when a sheet has not as many rows, and as dd_task_page_count
 */
bool
dd_task_export_answer(DdStore *store, const DdTaskQuery *query, const char *fields, DdExport form,
	DdAnswer *answer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
