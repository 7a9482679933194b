/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-page.c: SQL of what only the server's pages ask for */
#include "statements-page.h"

#include "columns.h"

const DdDbStatement dd_page_sql[DD_PAGE_SQL_LAST] = {
	/* CAST: the sum of whole numbers is a decimal to a server */
	[DD_PAGE_SQL_COUNT_STATES] =
		{.sql = "SELECT t.state, count(*), CAST(sum(t.version) AS bigint) FROM reading r "
			"JOIN "
			"task t ON t.reading_id = r.id WHERE r.document_id = $1 GROUP BY t.state"},
	/* LATERAL: the server guesses that there are many numbers, and would go through all tasks */
	[DD_PAGE_SQL_COUNT_STATES_OF] =
		{.sql = "SELECT r.document_id, t.state, count(*), sum(t.version) FROM "
			"json_each($1) j CROSS JOIN reading r CROSS JOIN task t WHERE "
			"r.document_id = j.value AND t.reading_id = r.id GROUP BY r.document_id, "
			"t.state",
			.own = {[DD_DB_PGSQL] =
					"SELECT CAST(j.value AS bigint), c.state, c.n, c.version "
					"FROM json_array_elements_text(CAST($1 AS json)) j CROSS "
					"JOIN LATERAL (SELECT t.state, count(*) AS n, "
					"CAST(sum(t.version) AS bigint) AS version FROM reading r "
					"JOIN task t ON t.reading_id = r.id WHERE r.document_id = "
					"CAST(j.value AS bigint) GROUP BY t.state) c"}},
	[DD_PAGE_SQL_SET_INVITATION] =
		{.sql = "INSERT INTO invitation (account_id, hash, created_at, expires_at) VALUES "
			"($1, $2, $3, $4) ON CONFLICT (account_id) DO UPDATE SET hash = "
			"excluded.hash, created_at = excluded.created_at, expires_at = "
			"excluded.expires_at"},
	[DD_PAGE_SQL_DROP_INVITATION] = {.sql = "DELETE FROM invitation WHERE account_id = $1"},
	[DD_PAGE_SQL_FIND_INVITATION] =
		{.sql = "SELECT a.id FROM invitation i JOIN account a ON a.id = i.account_id WHERE "
			"i.hash = $1 AND i.expires_at > $2 AND NOT a.disabled"},
	/* signing in and out, waiting and tokens change nothing that is shown of an account */
	[DD_PAGE_SQL_GET_ACCOUNT_VERSION] =
		{.sql = "SELECT COALESCE(max(seq), 0) FROM audit WHERE object = 'account' AND "
			"object_id = $1 AND action NOT IN ('sign-in', 'sign-out', 'lock', 'token', "
			"'token-revoke', 'invite')"},
	[DD_PAGE_SQL_LIST_SESSIONS] =
		{.sql = "SELECT hash, created_at, seen_at, expires_at, origin FROM session WHERE "
			"account_id = $1 AND expires_at > $2 ORDER BY created_at DESC, hash LIMIT "
			"$3"},
	/* along the numbers from $1 to before $2 */
	[DD_PAGE_SQL_FIND_AUDIT] =
		{.sql = "SELECT " DD_SQL_AUDIT_COLUMNS " FROM audit WHERE seq >= $1 AND seq < $2 "
			"AND (CAST($3 AS TEXT) IS NULL OR who = $3) AND (CAST($4 AS TEXT) IS NULL "
			"OR action = $4) AND (CAST($5 AS TEXT) IS NULL OR object = $5) AND ($6 = "
			"CAST(0 AS bigint) OR at >= $6) AND ($7 = CAST(0 AS bigint) OR at <= $7) "
			"ORDER BY seq DESC LIMIT $8"},
	[DD_PAGE_SQL_MEASURE] =
		{.own = {[DD_DB_SQLITE] = "SELECT c.page_count * s.page_size, f.freelist_count * "
					  "s.page_size, d.file FROM pragma_page_count() c, "
					  "pragma_page_size() s, pragma_freelist_count() f, "
					  "pragma_database_list() d WHERE d.name = 'main'",
			 [DD_DB_PGSQL] = "SELECT pg_database_size(current_database()), "
					 "CAST(0 AS bigint), CAST(NULL AS TEXT)"}},
	/* an index, and what FTS5 keeps, counts by the table that it is of */
	[DD_PAGE_SQL_MEASURE_TABLES] =
		{.own = {[DD_DB_SQLITE] =
				 "SELECT COALESCE(o.tbl_name, d.name), sum(d.pgsize) FROM dbstat d "
				 "LEFT JOIN sqlite_schema o ON o.name = d.name WHERE d.aggregate = "
				 "1 "
				 "GROUP BY 1",
			 [DD_DB_PGSQL] =
				 "SELECT CAST(relname AS TEXT), pg_total_relation_size(oid) "
				 "FROM pg_class WHERE relkind = 'r' AND relnamespace = "
				 "CAST(CAST(current_schema() AS text) AS regnamespace)"}},
	[DD_PAGE_SQL_COUNT_ALL] =
		{.sql = "SELECT (SELECT count(*) FROM document WHERE known), (SELECT count(*) FROM "
			"document WHERE NOT known), (SELECT count(*) FROM task), (SELECT count(*) "
			"FROM file), (SELECT CAST(COALESCE(sum(size), 0) AS bigint) FROM file), "
			"(SELECT CAST(COALESCE(sum(length(content)), 0) AS bigint) FROM "
			"job_piece), "
			"(SELECT COALESCE(max(seq), 0) FROM audit)"},
	[DD_PAGE_SQL_END_OWN_SESSION] =
		{.sql = "DELETE FROM session WHERE hash = $1 AND account_id "
			"= $2 RETURNING account_id"},
};
