/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-file.c: SQL of texts that are kept beside readings, and of files of tasks */
#include "statements-file.h"

#include "columns.h"

/* of a task */
#define ATTACHMENTS                                                                                \
	"SELECT a.file_hash, a.name, a.who, f.size, a.added_at, COALESCE(a.step, -1) FROM "        \
	"attachment a JOIN file f ON f.hash = a.file_hash WHERE a.task_id = $1"

const DdDbStatement dd_file_sql[DD_FILE_SQL_LAST] = {
	[DD_FILE_SQL_ADD_SOURCE] = {.sql = "INSERT INTO source (" DD_COLUMNS_SOURCE
					   ") VALUES ($1, $2)"},
	[DD_FILE_SQL_GET_SOURCE] =
		{.sql = "SELECT s.json FROM reading r JOIN source s ON s.reading_id = r.id "
			"WHERE r.document_id = $1"},
	[DD_FILE_SQL_ADD_ATTACHMENT] = {.sql = "INSERT INTO attachment (" DD_COLUMNS_ATTACHMENT ") "
					       "VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_FILE_SQL_USE_ATTACHMENT] =
		{.sql = "UPDATE attachment SET step = $4 WHERE id = (SELECT min(w.id) FROM "
			"attachment w WHERE w.task_id = $1 AND w.file_hash = $2 AND w.who = $3 AND "
			"w.step IS NULL) RETURNING " DD_COLUMNS_ATTACHMENT},
	/* how many, how large, and how many of them are that file by that person and wait */
	[DD_FILE_SQL_SUM_ATTACHMENTS] =
		{.sql = "SELECT count(*), CAST(COALESCE(sum(f.size), 0) AS bigint), "
			"CAST(COALESCE(sum(CASE WHEN a.file_hash = $2 AND a.who = $3 AND a.step IS "
			"NULL THEN 1 ELSE 0 END), 0) AS bigint) FROM attachment a JOIN file f ON "
			"f.hash = a.file_hash WHERE a.task_id = $1"},
	[DD_FILE_SQL_LIST_ATTACHMENTS] = {.sql = ATTACHMENTS
					  " AND a.step IS NOT NULL ORDER BY a.step, a.id "
					  "LIMIT $2"},
	[DD_FILE_SQL_FIND_ATTACHMENT] = {.sql = ATTACHMENTS
					 " AND a.file_hash = $2 AND (a.step IS NOT NULL OR "
					 "a.who = $3) ORDER BY a.id LIMIT 1"},
	[DD_FILE_SQL_FIND_UNUSED] = {.sql = "SELECT id FROM attachment WHERE step IS NULL AND "
					    "added_at < $1 ORDER BY added_at LIMIT 1"},
	[DD_FILE_SQL_COUNT_UNUSED] = {.sql = "SELECT count(*) FROM attachment WHERE step IS NULL"},
	[DD_FILE_SQL_DROP_ATTACHMENT] = {.sql = "DELETE FROM attachment WHERE id = $1 AND step IS "
						"NULL RETURNING task_id, file_hash, name, who"},
	[DD_FILE_SQL_DROP_FILE] =
		{.sql = "DELETE FROM file WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM attachment "
			"a WHERE a.file_hash = $1) AND NOT EXISTS (SELECT 1 FROM form o WHERE "
			"o.file_hash = $1)"},
};
