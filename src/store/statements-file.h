/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-file.h: SQL of texts that are kept beside readings, and of files of tasks */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_FILE_SQL_ADD_SOURCE,
	DD_FILE_SQL_GET_SOURCE,
	DD_FILE_SQL_ADD_ATTACHMENT,
	DD_FILE_SQL_USE_ATTACHMENT,
	DD_FILE_SQL_SUM_ATTACHMENTS,
	DD_FILE_SQL_LIST_ATTACHMENTS,
	DD_FILE_SQL_FIND_ATTACHMENT,
	DD_FILE_SQL_FIND_UNUSED,
	DD_FILE_SQL_COUNT_UNUSED,
	DD_FILE_SQL_DROP_ATTACHMENT,
	DD_FILE_SQL_DROP_FILE,
	DD_FILE_SQL_LAST
} DdFileSql;

extern const DdDbStatement dd_file_sql[DD_FILE_SQL_LAST];

G_END_DECLS
