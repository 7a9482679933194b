/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-job.h: statements of jobs, beside those of statements.h */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_JOB_SQL_ADD,
	DD_JOB_SQL_ADD_FILE,
	DD_JOB_SQL_SUM_OPEN,
	DD_JOB_SQL_SWEEP_FOUND,
	DD_JOB_SQL_SWEEP,
	DD_JOB_SQL_LIST,
	DD_JOB_SQL_LIST_RUNNING,
	DD_JOB_SQL_GET,
	DD_JOB_SQL_GET_FILE,
	DD_JOB_SQL_LIST_FOUND,
	DD_JOB_SQL_TAKE,
	DD_JOB_SQL_RENEW,
	DD_JOB_SQL_LIST_HELD,
	DD_JOB_SQL_GIVE_BACK,
	DD_JOB_SQL_HOLD,
	DD_JOB_SQL_ADD_FOUND,
	DD_JOB_SQL_END,
	DD_JOB_SQL_CANCEL,
	DD_JOB_SQL_DROP_FILE,
	DD_JOB_SQL_LAST
} DdJobSql;

extern const DdDbStatement dd_job_sql[DD_JOB_SQL_LAST];

G_END_DECLS
