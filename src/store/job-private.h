/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-private.h: what files of jobs have in common */
#pragma once

#include <jansson.h>

#include "job.h"
#include "statements-job.h"

G_BEGIN_DECLS

/* Returns: (transfer full) DdJob of all rows of a statement that gives such; NULL as of dd_db_query */
GArray *
dd_job_select(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n, DdArena *arena,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @any_out: whether a statement gave a row. Returns: as of dd_db_query */
bool
dd_job_run(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n, bool *any_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @value_out: of the one row of a statement, left alone when there is none. Returns: as of dd_db_query */
bool
dd_job_get_number(DdStore *self, DdJobSql statement, const DdDbValue *values, size_t n,
	int64_t *value_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Records what was done with a job. @what: (transfer full). Returns: as of dd_change_record */
bool
dd_job_record(DdChange *change, const char *action, int64_t id, json_t *what, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of its end. @message: NULL of one that did not fail */
bool
dd_job_record_end(DdChange *change, int64_t id, const char *state, const char *message, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
