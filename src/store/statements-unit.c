/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-unit.c: SQL of the directory of units; what counts tasks by it stands in statements.c */
#include "statements-unit.h"

/* $1: key of a name, NULL of all */
#define LEADS_NOW                                                                                  \
	"SELECT f.unit_id AS was, " DD_SQL_LEAD_UNIT(                                              \
		"f") " AS now, f.lead_key, f.lead, t.state, "                                      \
		     "f.due, f.stopped FROM follow f JOIN task t ON t.id = f.task_id "             \
		     "WHERE CAST($1 AS TEXT) IS NULL OR f.lead_key = $1"

const DdDbStatement dd_unit_sql[DD_UNIT_SQL_LAST] = {
	[DD_UNIT_SQL_LIST_UNITS] =
		{.sql = "SELECT u.id, u.code, u.name, u.kind, p.code, u.valid_from, u.valid_to "
			"FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.id"},
	[DD_UNIT_SQL_LIST_UNIT_NAMES] = {.sql = "SELECT unit_id, what, name FROM unit_name "
						"ORDER BY unit_id, position"},
	[DD_UNIT_SQL_LIST_SUCCESSIONS] =
		{.sql = "SELECT a.code, b.code, s.field, s.from_day, s.document "
			"FROM unit_succession s JOIN unit a ON a.id = s.from_id "
			"JOIN unit b ON b.id = s.to_id ORDER BY s.from_day, s.from_id, s.to_id, "
			"s.field"},
	[DD_UNIT_SQL_ADD_UNIT] =
		{.sql = "INSERT INTO unit (id, code, name, kind, parent_id, valid_from, "
			"valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_UNIT_SQL_SET_UNIT] =
		{.sql = "UPDATE unit SET code = $2, name = $3, kind = $4, parent_id = $5, "
			"valid_from = $6, valid_to = $7 WHERE id = $1"},
	[DD_UNIT_SQL_DROP_UNIT_NAMES] = {.sql = "DELETE FROM unit_name WHERE unit_id = $1"},
	[DD_UNIT_SQL_ADD_UNIT_NAME] =
		{.sql = "INSERT INTO unit_name (unit_id, position, what, name, name_key) "
			"VALUES ($1, $2, $3, $4, $5)"},
	[DD_UNIT_SQL_ADD_SUCCESSION] =
		{.sql = "INSERT INTO unit_succession (from_id, to_id, field, "
			"from_day, document) VALUES ($1, $2, $3, $4, $5)"},
	/* by its code, else by a name that no other unit has */
	[DD_UNIT_SQL_FIND_UNIT] =
		{.sql = "SELECT COALESCE((SELECT u.id FROM unit u WHERE u.code = $1), "
			"(SELECT min(n.unit_id) FROM unit_name n WHERE n.name_key = $2 AND n.what "
			"<> 'group' HAVING min(n.unit_id) = max(n.unit_id)), 0)"},
	[DD_UNIT_SQL_FIND_KEY] =
		{.sql = "SELECT COALESCE((SELECT '#' || CAST(u.id AS TEXT) FROM unit u WHERE "
			"u.code = $1), $2)"},
	[DD_UNIT_SQL_LIST_OWN_NAMES] =
		{.sql = DD_SQL_WITH_OWN("$1") " SELECT name_key FROM own_name WHERE name_key NOT "
					      "LIKE '#%' ORDER BY name_key LIMIT $2"},
	/* words of roles, and "above" */
	[DD_UNIT_SQL_LIST_TASK_STANDINGS] =
		{.sql = DD_SQL_WITH_OWN(
			 "$2") " SELECT 'lead' FROM follow f WHERE f.task_id = $1 AND ((f.unit_id "
			       "IS NULL AND f.lead_key = $2) OR f.unit_id IN (SELECT id FROM own)) "
			       "UNION SELECT a.role FROM assignment_now a WHERE a.task_id = $1 AND "
			       "(a.role = 'coordinate' OR (a.role = 'lead' AND NOT EXISTS (SELECT "
			       "1 FROM follow f WHERE f.task_id = $1))) AND a.name_key IN (SELECT "
			       "name_key FROM own_name) UNION SELECT 'above' FROM task t JOIN "
			       "reading r ON r.id = t.reading_id JOIN document d ON d.id = "
			       "r.document_id WHERE t.id = $1 AND d.issuer_key IN (SELECT name_key "
			       "FROM own_name)"},
	[DD_UNIT_SQL_LIST_DOCUMENT_STANDINGS] =
		{.sql = DD_SQL_WITH_OWN(
			 "$2") " SELECT 'lead' FROM follow f JOIN task t ON t.id = f.task_id JOIN "
			       "reading r ON r.id = t.reading_id WHERE r.document_id = $1 AND "
			       "((f.unit_id IS NULL AND f.lead_key = $2) OR f.unit_id IN (SELECT "
			       "id "
			       "FROM own)) AND " DD_SQL_IS_OUT
			       " UNION SELECT a.role FROM assignment_now a JOIN task t ON t.id = "
			       "a.task_id JOIN reading r ON r.id = t.reading_id WHERE "
			       "r.document_id "
			       "= $1 AND a.role = 'coordinate' AND a.name_key IN (SELECT name_key "
			       "FROM own_name) AND " DD_SQL_IS_OUT
			       " UNION SELECT 'above' FROM document d WHERE d.id = $1 AND "
			       "d.issuer_key IN (SELECT name_key FROM own_name)"},
	[DD_UNIT_SQL_LIST_SETTLEMENTS] =
		{.sql = "SELECT s.name_key, s.document_id, s.name, u.code FROM unit_settlement s "
			"JOIN unit u ON u.id = s.unit_id WHERE s.document_id IN (0, $1) "
			"ORDER BY s.name_key, s.document_id"},
	[DD_UNIT_SQL_SET_SETTLEMENT] =
		{.sql = "INSERT INTO unit_settlement (name_key, document_id, name, unit_id) VALUES "
			"($1, $2, $3, $4) ON CONFLICT (name_key, document_id) DO UPDATE SET "
			"name = excluded.name, unit_id = excluded.unit_id"},
	[DD_UNIT_SQL_LIST_NAMES] =
		{.sql = "SELECT a.name_key, min(a.name), count(*), "
			"sum(CASE WHEN a.role = 'lead' THEN 1 ELSE 0 END), min(t.text) "
			"FROM reading r JOIN task_now t ON t.reading_id = r.id AND t.state <> "
			"'dropped' "
			"JOIN assignment_now a ON a.task_id = t.id WHERE r.document_id = $1 AND "
			"a.role "
			"<> 'director' GROUP BY a.name_key ORDER BY a.name_key LIMIT $2"},
	[DD_UNIT_SQL_BIND_LEAD] =
		{.sql = "UPDATE follow SET unit_id = " DD_SQL_LEAD_UNIT(
			 "follow") " WHERE task_id = $1 RETURNING COALESCE(unit_id, 0)"},
	[DD_UNIT_SQL_BIND_LEADS] =
		{.sql = "UPDATE follow SET unit_id = " DD_SQL_LEAD_UNIT(
			 "follow") " WHERE CAST($1 AS TEXT) IS NULL OR lead_key = $1"},
	/* what DD_UNIT_SQL_BIND_LEADS will bind to another unit, of a name or of all */
	[DD_UNIT_SQL_COUNT_REBOUND] =
		{.sql = "SELECT b.was, b.lead_key, b.state, b.due, b.stopped, count(*), b.now, "
			"min(b.lead) FROM (" LEADS_NOW ") b WHERE b.was IS DISTINCT FROM b.now "
			"GROUP BY b.was, b.now, b.lead_key, b.state, b.due, b.stopped"},
};
