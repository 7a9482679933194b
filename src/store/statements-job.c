/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-job.c: SQL of jobs */
#include "statements-job.h"

/* Columns in the order in which job.c reads them */
#define JOB_COLUMNS                                                                                \
	"id, state, who, origin, name, size, stage, pages_done, pages, message, tries, "           \
	"created_at, ended_at, locked_at, wrong_passwords, CASE WHEN EXISTS (SELECT 1 FROM "       \
	"job_piece p WHERE p.job_id = job.id) THEN 1 ELSE 0 END"
/* One clock for all servers, and the real one, whatever a server is told that it is */
#define SQLITE_NOW "CAST(strftime('%s', 'now') AS INTEGER)"
#define PGSQL_NOW "CAST(extract(epoch FROM clock_timestamp()) AS bigint)"
#define BY_CLOCK(statement, lock)                                                                  \
	.own = {                                                                                   \
		[DD_DB_SQLITE] = statement(SQLITE_NOW, ""),                                        \
		[DD_DB_PGSQL] = statement(PGSQL_NOW, lock),                                        \
	}
/* whether somebody is about to cancel that job; who has not done so after @seconds has died */
#define IS_WISHED(job, now, seconds)                                                               \
	"EXISTS (SELECT 1 FROM job_wish w WHERE w.job_id = " job " AND w.asked_at > " now          \
	" - " seconds ")"
/* the oldest that nobody has, or whose server has not been heard of; not one that waits for a password */
#define TAKE(now, lock)                                                                            \
	"UPDATE job SET state = 'running', stage = 'opening', owner = $1, tries = tries + 1, "     \
	"leased_until = " now " + $2 WHERE id = (SELECT o.id FROM job o WHERE o.state "            \
	"IN ('waiting', 'running') AND (o.state = 'waiting' OR o.leased_until < " now              \
	") AND o.locked_at IS NULL AND NOT " IS_WISHED(                                            \
		"o.id", now, "$3") " ORDER BY o.id LIMIT 1" lock ") RETURNING " JOB_COLUMNS
/* one that waits for a password, for the server that was given one */
#define UNLOCK(now, lock)                                                                          \
	"UPDATE job SET state = 'running', stage = 'opening', owner = $2, tries = tries + 1, "     \
	"locked_at = NULL, leased_until = " now " + $3 WHERE id = $1 AND state = 'waiting' AND "   \
	"locked_at IS NOT NULL RETURNING id" lock
#define LIST_HELD(now, lock)                                                                       \
	"SELECT id FROM job WHERE state IN ('waiting', 'running') AND state = 'running' AND "      \
	"owner = $1 AND NOT " IS_WISHED("job.id", now, "$2") lock
#define WISH(now, lock)                                                                            \
	"INSERT INTO job_wish (job_id, asked_at) VALUES ($1, " now                                 \
	") ON CONFLICT (job_id) DO UPDATE SET asked_at = excluded.asked_at" lock
#define DROP_WISH(now, lock)                                                                       \
	"DELETE FROM job_wish WHERE job_id = $1 OR asked_at <= " now " - $2" lock
#define HELD "id = $1 AND owner = $2 AND state = 'running'"
/* one that is being kept is locked, and is not waited for: its lease goes on with what is kept */
#define RENEW(now, lock)                                                                           \
	"UPDATE job SET leased_until = " now " + $3, stage = $4, pages_done = $5, pages = $6 "     \
	"WHERE id = (SELECT id FROM job WHERE " HELD lock ") RETURNING id"
#define HOLD(now, lock)                                                                            \
	"UPDATE job SET stage = 'keeping', leased_until = " now " + $3 WHERE " HELD                \
	" RETURNING id" lock
#define ADD_PIECE(now, lock)                                                                       \
	"INSERT INTO job_piece (job_id, position, added_at, content) VALUES ($1, $2, " now         \
	", $3)" lock
/* one that may be tried again: it failed since $2, and took fewer wrong passwords than $3 */
#define IS_KEPT(job)                                                                               \
	job ".state = 'failed' AND " job ".ended_at > $2 AND " job ".wrong_passwords < $3"
#define KEPT "FROM job_piece q JOIN job k ON k.id = q.job_id WHERE q.position = 0 AND " IS_KEPT("k")
/* of a job that has ended and is not kept, or that nobody added for so long; of those that are kept the oldest, where all have more than $4 */
#define FIND_LOST(now, lock)                                                                       \
	"SELECT p.job_id FROM job_piece p LEFT JOIN job j ON j.id = p.job_id WHERE "               \
	"p.position = 0 AND ((j.ended_at IS NOT NULL AND (NOT (" IS_KEPT(                          \
		"j") ") OR (j.id = (SELECT min(k.id) " KEPT                                        \
		     ") AND (SELECT CAST(sum(k.size) AS bigint) " KEPT                             \
		     ") > $4))) OR (j.id IS NULL AND p.added_at < " now " - $1)) LIMIT 1" lock
#define EXPIRED "SELECT e.id FROM job e WHERE e.ended_at < $1 ORDER BY e.ended_at LIMIT $2"

const DdDbStatement dd_job_sql[DD_JOB_SQL_LAST] = {
	[DD_JOB_SQL_ADD] =
		{.sql = "INSERT INTO job (id, kind, state, who, origin, name, size, stage, "
			"pages_done, pages, tries, leased_until, created_at) VALUES ($1, 'import', "
			"'waiting', $2, $3, $4, $5, 'waiting', 0, 0, 0, 0, $6)"},
	[DD_JOB_SQL_ADD_PIECE] = {BY_CLOCK(ADD_PIECE, "")},
	[DD_JOB_SQL_SUM_PIECES] =
		{.sql = "SELECT CAST(COALESCE(sum(length(content)), 0) AS bigint) "
			"FROM job_piece WHERE job_id = $1"},
	[DD_JOB_SQL_SUM_OPEN] =
		{.sql = "SELECT count(*), CAST(COALESCE(sum(size), 0) AS bigint) FROM job "
			"WHERE state IN ('waiting', 'running')"},
	[DD_JOB_SQL_SWEEP_FOUND] = {.sql = "DELETE FROM job_found WHERE job_id IN (" EXPIRED ")"},
	[DD_JOB_SQL_SWEEP] = {.sql = "DELETE FROM job WHERE id IN (" EXPIRED ")"},
	[DD_JOB_SQL_LIST] = {.sql = "SELECT " JOB_COLUMNS
				    " FROM job WHERE id < $1 ORDER BY id DESC LIMIT $2"},
	[DD_JOB_SQL_LIST_RUNNING] =
		{.sql = "SELECT " JOB_COLUMNS
			" FROM job WHERE state IN ('waiting', 'running') AND state = 'running' "
			"ORDER BY id LIMIT $1"},
	[DD_JOB_SQL_GET] = {.sql = "SELECT " JOB_COLUMNS " FROM job WHERE id = $1"},
	[DD_JOB_SQL_LIST_PIECES] =
		{.sql = "SELECT content FROM job_piece WHERE job_id = $1 ORDER BY position"},
	[DD_JOB_SQL_FIND_LOST] = {BY_CLOCK(FIND_LOST, "")},
	[DD_JOB_SQL_LIST_FOUND] =
		{.sql = "SELECT inside, result, document_id, tasks, citations, remarks, message "
			"FROM job_found WHERE job_id = $1 ORDER BY position, inside LIMIT $2"},
	[DD_JOB_SQL_TAKE] = {BY_CLOCK(TAKE, " FOR UPDATE SKIP LOCKED")},
	[DD_JOB_SQL_RENEW] = {BY_CLOCK(RENEW, " FOR UPDATE SKIP LOCKED")},
	[DD_JOB_SQL_LIST_HELD] = {BY_CLOCK(LIST_HELD, "")},
	[DD_JOB_SQL_GIVE_BACK] =
		{.sql = "UPDATE job SET state = 'waiting', stage = 'waiting', owner = NULL, "
			"pages_done = 0, pages = 0, tries = tries - 1, leased_until = 0 "
			"WHERE " HELD},
	/* to be asked for a password is no try of the file's */
	[DD_JOB_SQL_LOCK] = {.sql = "UPDATE job SET state = 'waiting', stage = 'waiting', "
				    "owner = NULL, pages_done = 0, pages = 0, tries = tries - 1, "
				    "leased_until = 0, locked_at = $3, wrong_passwords = "
				    "wrong_passwords + $4 WHERE " HELD
				    " RETURNING wrong_passwords"},
	[DD_JOB_SQL_COUNT_LOCKED] = {.sql = "SELECT count(*) FROM job WHERE state IN ('waiting', "
					    "'running') AND locked_at IS NOT NULL"},
	[DD_JOB_SQL_UNLOCK] = {BY_CLOCK(UNLOCK, "")},
	[DD_JOB_SQL_FIND_LOCKED] = {.sql = "SELECT " JOB_COLUMNS
					   " FROM job WHERE state IN ('waiting', 'running') AND "
					   "locked_at < $1 ORDER BY id LIMIT 1"},
	[DD_JOB_SQL_FAIL_LOCKED] =
		{.sql = "UPDATE job SET state = 'failed', stage = 'ended', locked_at = NULL, "
			"message = $2, ended_at = $3 WHERE id = $1 AND locked_at IS NOT NULL "
			"RETURNING id"},
	[DD_JOB_SQL_COUNT_FOUND] = {.sql = "SELECT count(*) FROM job_found WHERE job_id = $1"},
	[DD_JOB_SQL_HAS_FOUND] = {.sql = "SELECT position FROM job_found WHERE job_id = $1 AND "
					 "inside = $2"},
	/* the row is held until the change ends: nobody cancels it or takes it over in between */
	[DD_JOB_SQL_HOLD] = {BY_CLOCK(HOLD, "")},
	[DD_JOB_SQL_ADD_FOUND] =
		{.sql = "INSERT INTO job_found (job_id, inside, position, result, document_id, "
			"tasks, citations, remarks, message) SELECT $1, $2, count(*), $3, $4, $5, "
			"$6, $7, $8 FROM job_found WHERE job_id = $1 ON CONFLICT DO NOTHING"},
	[DD_JOB_SQL_END] = {.sql = "UPDATE job SET state = $3, stage = 'ended', owner = NULL, "
				   "leased_until = 0, message = $4, ended_at = $5 WHERE " HELD
				   " RETURNING id"},
	[DD_JOB_SQL_WISH] = {BY_CLOCK(WISH, "")},
	[DD_JOB_SQL_DROP_WISH] = {BY_CLOCK(DROP_WISH, "")},
	[DD_JOB_SQL_CANCEL] =
		{.sql = "UPDATE job SET state = 'cancelled', stage = 'ended', owner = NULL, "
			"leased_until = 0, locked_at = NULL, ended_at = $2 WHERE id = $1 AND state "
			"IN ('waiting', "
			"'running') RETURNING id"},
	[DD_JOB_SQL_RETRY] =
		{.sql = "UPDATE job SET state = 'waiting', stage = 'waiting', tries = "
			"0, pages_done = 0, pages = 0, message = NULL, ended_at = NULL "
			"WHERE id = $1 AND state = 'failed' AND wrong_passwords < $2 "
			"RETURNING id"},
	[DD_JOB_SQL_FORGET_FAILED] =
		{.sql = "DELETE FROM job_found WHERE job_id = $1 AND result = 'failed'"},
	/*
	 * the first one last: as long as it is there FIND_LOST finds the others. Of one that somebody has tried again meanwhile nothing more goes
	 */
	[DD_JOB_SQL_DROP_PIECE] =
		{.sql = "DELETE FROM job_piece WHERE job_id = $1 AND position = "
			"(SELECT max(p.position) FROM job_piece p WHERE "
			"p.job_id = $1) AND NOT EXISTS (SELECT 1 FROM job j WHERE "
			"j.id = $1 AND j.ended_at IS NULL) RETURNING position"},
};
