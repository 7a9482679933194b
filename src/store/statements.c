/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements.c: the table of all SQL of the store */
#include "statements.h"

/* Columns in the order in which records.c reads them */
#define DOCUMENT_COLUMNS                                                                           \
	"d.id, d.known, d.type, d.number, d.date, d.issuer, d.title, d.signer, "                   \
	"r.id, r.state, r.added_at, (SELECT count(*) FROM task t WHERE t.reading_id = r.id)"
#define CANDIDATE_COLUMNS "id, known, type, date, issuer_key FROM document WHERE number_key = $1"
#define DOCUMENT_TABLES "document d LEFT JOIN reading r ON r.document_id = d.id"
#define TASK_COLUMNS                                                                               \
	"t.id, r.document_id, d.number, t.position, t.label, t.heading, t.text, t.line_start, "    \
	"t.line_end, t.time_raw, t.time_json, t.product, t.confidence, t.state, t.version"
#define TASK_TABLES                                                                                \
	"task t JOIN reading r ON r.id = t.reading_id JOIN document d ON d.id = r.document_id"
/* relations that lead from a document up to those that it stems from */
#define UPWARD "c.relation IN ('basis', 'implements', 'attached_to')"
#define AUDIT_COLUMNS                                                                              \
	"seq, at, who, origin, action, object, object_id, was_json, now_json, why, previous, hash"

/* Columns in the order in which follow-list.c reads them */
#define FOLLOW_COLUMNS                                                                             \
	"f.task_id, r.document_id, d.number, t.label, t.text, f.lead, f.due_kind, f.due_order, "   \
	"t.state, f.due, f.stopped, f.percent, f.until"
#define FOLLOW_TABLES                                                                              \
	"follow f JOIN task t ON t.id = f.task_id JOIN reading r ON r.id = t.reading_id JOIN "     \
	"document d ON d.id = r.document_id"
#define FOLLOW_FILTER                                                                              \
	"(NOT $4 OR f.open) AND (CAST($5 AS TEXT) IS NULL OR t.state = $5) AND ($6 = CAST(0 AS "   \
	"bigint) OR "                                                                              \
	"r.document_id = $6)"
/* of the lead by its name, or of the unit by its number; neither: of all */
#define FOLLOW_WHO                                                                                 \
	"(CAST($3 AS TEXT) IS NULL OR f.lead_key = $3) AND "                                       \
	"($8 = CAST(0 AS bigint) OR f.unit_id = $8)"

/* The unit of a followed task: as a person said for its document, or for all, else the only one with its lead for a name */
#define LEAD_UNIT                                                                                  \
	"COALESCE((SELECT s.unit_id FROM unit_settlement s JOIN reading r ON r.document_id = "     \
	"s.document_id JOIN task t ON t.reading_id = r.id WHERE t.id = follow.task_id AND "        \
	"s.name_key = follow.lead_key), "                                                          \
	"(SELECT s.unit_id FROM unit_settlement s WHERE s.document_id = 0 AND s.name_key = "       \
	"follow.lead_key), "                                                                       \
	"(SELECT min(n.unit_id) FROM unit_name n WHERE n.name_key = follow.lead_key AND n.what "   \
	"<> 'group' HAVING min(n.unit_id) = max(n.unit_id)))"
/* Units of the directory, and names that are none, with their counts; by the alphabet, units of one name apart */
#define COUNTED(of, until, tables)                                                                 \
	"SELECT COALESCE(n.name_key || ' #' || CAST(g.unit_id AS TEXT), g.lead_key) AS who, "      \
	"COALESCE(n.name, g.lead), g.state, g.due, g.stopped, g.until, g.tasks FROM ("             \
	"SELECT f.unit_id, CASE WHEN f.unit_id IS NULL THEN f.lead_key END AS lead_key, "          \
	"min(f.lead) AS lead, " of ".state, " until ".due, " until ".stopped, " until              \
	".until, count(*) AS tasks FROM follow f " tables                                          \
	" GROUP BY f.unit_id, CASE WHEN f.unit_id IS NULL THEN f.lead_key END, " of                \
	".state, " until ".due, " until ".stopped, " until ".until) g "                            \
	"LEFT JOIN unit_name n ON n.unit_id = g.unit_id AND n.position = 0 ORDER BY who"

const DdDbStatement dd_sql[DD_SQL_LAST] = {
	[DD_SQL_HOLD_HEAD] = {.sql = "SELECT seq, hash FROM audit_head WHERE id = 1",
		/* SQLite has one writer since its transaction began */
		.own = {[DD_DB_PGSQL] =
				"SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE"}},
	[DD_SQL_GET_HEAD] = {.sql = "SELECT seq, hash FROM audit_head WHERE id = 1"},
	[DD_SQL_SET_HEAD] = {.sql = "UPDATE audit_head SET seq = $1, hash = $2 WHERE id = 1"},
	[DD_SQL_NUMBER] =
		{.sql = "UPDATE counter SET last = last + $2 WHERE name = $1 RETURNING last"},
	[DD_SQL_ADD_AUDIT] = {.sql = "INSERT INTO audit (" AUDIT_COLUMNS ") "
				     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"},
	[DD_SQL_LIST_AUDIT] = {.sql = "SELECT " AUDIT_COLUMNS
				      " FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2"},
	[DD_SQL_LIST_AUDIT_OF] =
		{.sql = "SELECT " AUDIT_COLUMNS " FROM audit "
			"WHERE object = $1 AND object_id = $2 AND seq > $3 ORDER BY seq LIMIT $4"},

	[DD_SQL_FIND_FILE] = {.sql = "SELECT size FROM file WHERE hash = $1"},
	[DD_SQL_ADD_FILE] = {.sql = "INSERT INTO file (hash, size, kind, added_at, content) VALUES "
				    "($1, $2, $3, $4, $5)"},
	[DD_SQL_FIND_FORM] =
		{.sql = "SELECT document_id FROM form WHERE file_hash = $1 AND name_inside = $2"},
	[DD_SQL_ADD_FORM] =
		{.sql = "INSERT INTO form (file_hash, name_inside, document_id, name, added_at) "
			"VALUES ($1, $2, $3, $4, $5)"},
	/* of the same day, of an unknown one, and where none is asked for of any: each goes along its index and ends, however many there are */
	[DD_SQL_FIND_DOCUMENTS] = {.sql = "SELECT id, known, type, date, issuer_key FROM ("
					  "SELECT * FROM (SELECT 1 AS part, " CANDIDATE_COLUMNS
					  " AND date = $2 ORDER BY id LIMIT $3) AS a "
					  "UNION ALL "
					  "SELECT * FROM (SELECT 2 AS part, " CANDIDATE_COLUMNS
					  " AND date IS NULL ORDER BY id LIMIT $3) AS b "
					  "UNION ALL "
					  "SELECT * FROM (SELECT 3 AS part, " CANDIDATE_COLUMNS
					  " AND date IS NOT NULL AND "
					  "CAST($2 AS TEXT) IS NULL ORDER BY date, id LIMIT $3) AS "
					  "c) AS found ORDER BY part, date, id"},
	[DD_SQL_ADD_DOCUMENT] =
		{.sql = "INSERT INTO document (id, known, type, number, date, issuer, title, "
			"signer, number_key, "
			"issuer_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"},
	[DD_SQL_SET_DOCUMENT] =
		{.sql = "UPDATE document SET known = $2, type = $3, number = $4, date = $5, issuer "
			"= $6, title = $7, "
			"signer = $8, number_key = $9, issuer_key = $10 WHERE id = $1"},
	[DD_SQL_DROP_DOCUMENT] = {.sql = "DELETE FROM document WHERE id = $1 AND NOT known"},
	[DD_SQL_MOVE_CITATIONS] =
		{.sql = "UPDATE citation SET document_id = $2 WHERE document_id = $1"},
	[DD_SQL_ADD_READING] = {.sql = "INSERT INTO reading (id, document_id, file_hash, "
				       "name_inside, state, program, added_at, hash, json) "
				       "VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8)"},
	[DD_SQL_ADD_TASK] =
		{.sql = "INSERT INTO task (id, reading_id, position, label, heading, text, "
			"line_start, line_end, time_raw, "
			"time_json, product, confidence, state, version) "
			"VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', 1)"},
	[DD_SQL_ADD_ASSIGNMENT] = {.sql = "INSERT INTO assignment (task_id, role, position, name, "
					  "name_key, confidence) "
					  "VALUES ($1, $2, $3, $4, $5, $6)"},
	[DD_SQL_ADD_CITATION] = {.sql = "INSERT INTO citation (reading_id, position, document_id, "
					"relation, clause, raw, line, confidence) "
					"VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"},
	[DD_SQL_LIST_DOCUMENTS] =
		{.sql = "SELECT " DOCUMENT_COLUMNS " FROM " DOCUMENT_TABLES
			" WHERE d.id > $1 AND ($2 OR d.known) ORDER BY d.id LIMIT $3"},
	[DD_SQL_GET_DOCUMENT] = {.sql = "SELECT " DOCUMENT_COLUMNS " FROM " DOCUMENT_TABLES
					" WHERE d.id = $1"},
	[DD_SQL_LIST_FORMS] =
		{.sql = "SELECT f.name, f.name_inside, f.file_hash, b.size, b.kind, f.added_at "
			"FROM form f "
			"JOIN file b ON b.hash = f.file_hash WHERE f.document_id = $1 "
			"ORDER BY f.added_at, f.file_hash, f.name_inside LIMIT $2"},
	[DD_SQL_GET_READING_JSON] = {.sql = "SELECT json FROM reading WHERE document_id = $1"},
	/* of several relations to one document the one that says most; by the alphabet that is the last */
	[DD_SQL_LIST_ABOVE] = {.sql = "SELECT c.document_id, max(c.relation) FROM reading r JOIN "
				      "citation c ON c.reading_id = r.id "
				      "WHERE r.document_id = $1 AND " UPWARD
				      " AND c.document_id <> $1 GROUP BY c.document_id ORDER BY "
				      "c.document_id LIMIT $2"},
	[DD_SQL_LIST_BELOW] = {.sql = "SELECT r.document_id, max(c.relation) FROM citation c JOIN "
				      "reading r ON r.id = c.reading_id "
				      "WHERE c.document_id = $1 AND " UPWARD
				      " AND r.document_id <> $1 GROUP BY r.document_id ORDER BY "
				      "r.document_id LIMIT $2"},

	/* CAST: a server must know the type of a value that is only compared with nothing */
	[DD_SQL_LIST_TASKS] =
		{.sql = "SELECT " TASK_COLUMNS " FROM " TASK_TABLES
			" WHERE t.id > $1 AND (CAST($2 AS TEXT) IS NULL OR t.state = $2) "
			"AND ($3 = CAST(0 AS bigint) OR r.document_id = $3) "
			"AND (CAST($4 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM assignment a WHERE "
			"a.task_id = t.id AND "
			"a.name_key = $4 AND (CAST($5 AS TEXT) IS NULL OR a.role = $5))) ORDER BY "
			"t.id LIMIT $6"},
	[DD_SQL_GET_TASK] = {.sql = "SELECT " TASK_COLUMNS " FROM " TASK_TABLES " WHERE t.id = $1"},
	[DD_SQL_LIST_ASSIGNMENTS] = {.sql = "SELECT role, name, confidence FROM assignment WHERE "
					    "task_id = $1 ORDER BY role, position"},
	[DD_SQL_SET_TASK_STATE] = {.sql = "UPDATE task SET state = $3, version = version + 1 WHERE "
					  "id = $1 AND version = $2 "
					  "RETURNING version"},

	[DD_SQL_CHECK_ENGINE] = {.own = {[DD_DB_SQLITE] = "PRAGMA integrity_check",
					 /* a server looks after its files by itself */
					 [DD_DB_PGSQL] = "SELECT CAST('ok' AS TEXT)"}},
	[DD_SQL_CHECK_REFERENCES] =
		{.own = {[DD_DB_SQLITE] = "PRAGMA foreign_key_check", [DD_DB_PGSQL] = "SELECT CAST('ok' AS TEXT)"}},
	[DD_SQL_COUNT_LONE_FILES] = {.sql = "SELECT count(*) FROM file b WHERE NOT EXISTS "
					    "(SELECT 1 FROM form f WHERE f.file_hash = b.hash)"},
	[DD_SQL_COUNT_LONE_DOCUMENTS] = {.sql = "SELECT count(*) FROM document d WHERE "
						"(d.known AND NOT EXISTS (SELECT 1 FROM reading r "
						"WHERE r.document_id = d.id)) OR "
						"(NOT d.known AND NOT EXISTS (SELECT 1 FROM "
						"citation c WHERE c.document_id = d.id))"},
	[DD_SQL_COUNT_LONE_READINGS] =
		{.sql = "SELECT count(*) FROM reading r WHERE "
			"NOT EXISTS (SELECT 1 FROM document d WHERE d.id = r.document_id AND "
			"d.known) OR "
			"NOT EXISTS (SELECT 1 FROM form f WHERE f.file_hash = r.file_hash AND "
			"f.name_inside = r.name_inside AND f.document_id = r.document_id)"},
	[DD_SQL_COUNT_LONE_TASKS] = {.sql = "SELECT count(*) FROM task t WHERE NOT EXISTS "
					    "(SELECT 1 FROM reading r WHERE r.id = t.reading_id)"},
	[DD_SQL_COUNT_LONE_ASSIGNMENTS] =
		{.sql = "SELECT count(*) FROM assignment a WHERE NOT EXISTS "
			"(SELECT 1 FROM task t WHERE t.id = a.task_id)"},
	[DD_SQL_COUNT_LONE_CITATIONS] =
		{.sql = "SELECT count(*) FROM citation c WHERE "
			"NOT EXISTS (SELECT 1 FROM reading r WHERE r.id = c.reading_id) OR "
			"NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document_id)"},
	[DD_SQL_COUNT_LONE_FOLLOWS] = {.sql = "SELECT count(*) FROM follow f JOIN task t ON t.id = "
					      "f.task_id WHERE NOT EXISTS "
					      "(SELECT 1 FROM step s WHERE s.task_id = f.task_id "
					      "AND s.position = (SELECT max(p.position) FROM "
					      "step p WHERE p.task_id = f.task_id) AND s.state = "
					      "t.state AND s.percent = f.percent AND "
					      "s.occurrence = f.position AND COALESCE(s.due, '') = "
					      "COALESCE(f.due, '') AND "
					      "COALESCE(s.stopped, '') = COALESCE(f.stopped, ''))"},
	[DD_SQL_COUNT_LONE_STEPS] = {.sql = "SELECT count(*) FROM task t WHERE (SELECT count(*) "
					    "FROM step s WHERE s.task_id = t.id) <> "
					    "(SELECT count(*) FROM audit a WHERE a.object = 'task' "
					    "AND a.object_id = t.id)"},
	[DD_SQL_COUNT_LONE_UNITS] =
		{.sql = "SELECT count(*) FROM unit u WHERE (u.parent_id IS NOT NULL AND NOT EXISTS "
			"(SELECT 1 FROM unit p WHERE p.id = u.parent_id)) OR NOT EXISTS "
			"(SELECT 1 FROM audit a WHERE a.object = 'unit' AND a.object_id = u.id)"},
	[DD_SQL_COUNT_LONE_SETTLEMENTS] =
		{.sql = "SELECT count(*) FROM unit_settlement s WHERE s.document_id <> 0 AND NOT "
			"EXISTS (SELECT 1 FROM document d WHERE d.id = s.document_id)"},
	[DD_SQL_COUNT_LOOSE_LEADS] =
		{.sql = "SELECT count(*) FROM follow WHERE unit_id IS DISTINCT FROM " LEAD_UNIT},
	[DD_SQL_NEXT_FILE] = {.sql = "SELECT hash, size, content FROM file WHERE hash > $1 ORDER "
				     "BY hash LIMIT 1"},
	[DD_SQL_NEXT_READING] = {.sql = "SELECT id, document_id, hash, json FROM reading WHERE id "
					"> $1 ORDER BY id LIMIT 1"},
	/* inside of a text of the record quotes are escaped, so that this finds the key alone */
	[DD_SQL_LIST_STATES] = {.sql = "SELECT t.id, t.state, t.version, (SELECT a.now_json FROM "
				       "audit a WHERE a.object = 'task' AND "
				       "a.object_id = t.id AND a.now_json LIKE '%\"state\":%' "
				       "ORDER BY a.seq DESC LIMIT 1) "
				       "FROM task t WHERE t.id > $1 ORDER BY t.id LIMIT $2"},
	[DD_SQL_GET_FOLLOW] = {.sql = "SELECT lead, lead_key, due_kind, position, due, percent, "
				      "stopped, submitted_by, until "
				      "FROM follow WHERE task_id = $1"},
	[DD_SQL_ADD_FOLLOW] = {.sql = "INSERT INTO follow (task_id, lead, lead_key, due_kind, "
				      "open, position, due_order, percent) "
				      "VALUES ($1, $2, $3, $4, FALSE, 0, '', 0)"},
	[DD_SQL_SET_FOLLOW] =
		{.sql = "UPDATE follow SET open = $2, position = $3, due = $4, due_order = $5, "
			"percent = $6, stopped = $7, "
			"submitted_by = $8, until = $9, due_kind = $10 WHERE task_id = $1"},
	[DD_SQL_ADD_OCCURRENCE] =
		{.sql = "INSERT INTO occurrence (task_id, position, start, due, said, what, rule) "
			"VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_SQL_END_OCCURRENCE] =
		{.sql = "UPDATE occurrence SET stopped = $3 WHERE task_id = $1 AND position = $2"},
	[DD_SQL_NEXT_OCCURRENCE] = {.sql = "SELECT position, due FROM occurrence WHERE task_id = "
					   "$1 AND position > $2 AND due IS NOT NULL "
					   "ORDER BY position LIMIT 1"},
	[DD_SQL_LIST_OCCURRENCES] = {.sql = "SELECT start, due, stopped, what, rule, said FROM "
					    "occurrence WHERE task_id = $1 "
					    "ORDER BY position LIMIT $2"},
	[DD_SQL_ADD_STEP] = {.sql = "INSERT INTO step (task_id, position, at, who, role, unit, "
				    "action, occurrence, state, due, percent, stopped, "
				    "reason, document, product, proof, done, next, difficulty, "
				    "proposal, until) "
				    "VALUES ($1, (SELECT count(*) FROM step s WHERE s.task_id = "
				    "$1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
				    "$12, $13, $14, $15, $16, $17, $18, $19, $20)"},
	[DD_SQL_LIST_STEPS] = {.sql = "SELECT at, who, role, unit, action, state, due, percent, "
				      "reason, document, product, proof, done, next, "
				      "difficulty, proposal, until FROM step WHERE task_id = $1 "
				      "ORDER BY position LIMIT $2"},
	[DD_SQL_ISSUE_READING] =
		{.sql = "UPDATE reading SET state = 'issued' WHERE document_id = $1"},
	/* $1 and $2: of the last row before; the number alone in the list by number. Each uses all, so that one caller serves all */
	[DD_SQL_LIST_BY_DUE] = {.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
				       " WHERE (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_WHO
				       " AND " FOLLOW_FILTER
				       " ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_LEAD_BY_DUE] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE f.lead_key = $3 AND CAST($8 AS bigint) = 0 "
			"AND (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_UNIT_BY_DUE] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE f.unit_id = $8 AND CAST($3 AS TEXT) IS NULL "
			"AND (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_BY_NUMBER] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE CAST($1 AS TEXT) IS NOT NULL AND f.task_id > $2 AND " FOLLOW_WHO
			" AND " FOLLOW_FILTER " ORDER BY f.task_id LIMIT $7"},
	[DD_SQL_COUNT_NOW] = {.sql = COUNTED("t", "f", "JOIN task t ON t.id = f.task_id")},
	[DD_SQL_COUNT_THEN] = {.sql = COUNTED("s", "s",
				       "JOIN step s ON s.task_id = f.task_id AND s.position = "
				       "(SELECT max(p.position) FROM step p WHERE p.task_id = "
				       "f.task_id AND p.at <= $1)")},

	[DD_SQL_LIST_UNITS] =
		{.sql = "SELECT u.id, u.code, u.name, u.kind, p.code, u.valid_from, u.valid_to "
			"FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.id"},
	[DD_SQL_LIST_UNIT_NAMES] = {.sql = "SELECT unit_id, what, name FROM unit_name "
					   "ORDER BY unit_id, position"},
	[DD_SQL_LIST_SUCCESSIONS] =
		{.sql = "SELECT a.code, b.code, s.field, s.from_day, s.document "
			"FROM unit_succession s JOIN unit a ON a.id = s.from_id "
			"JOIN unit b ON b.id = s.to_id ORDER BY s.from_day, s.from_id, s.to_id, "
			"s.field"},
	[DD_SQL_ADD_UNIT] =
		{.sql = "INSERT INTO unit (id, code, name, kind, parent_id, valid_from, "
			"valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_SQL_SET_UNIT] =
		{.sql = "UPDATE unit SET code = $2, name = $3, kind = $4, parent_id = $5, "
			"valid_from = $6, valid_to = $7 WHERE id = $1"},
	[DD_SQL_DROP_UNIT_NAMES] = {.sql = "DELETE FROM unit_name WHERE unit_id = $1"},
	[DD_SQL_ADD_UNIT_NAME] =
		{.sql = "INSERT INTO unit_name (unit_id, position, what, name, name_key) "
			"VALUES ($1, $2, $3, $4, $5)"},
	[DD_SQL_ADD_SUCCESSION] = {.sql = "INSERT INTO unit_succession (from_id, to_id, field, "
					  "from_day, document) VALUES ($1, $2, $3, $4, $5)"},
	/* by its code, else by a name that no other unit has */
	[DD_SQL_FIND_UNIT] =
		{.sql = "SELECT COALESCE((SELECT u.id FROM unit u WHERE u.code = $1), "
			"(SELECT min(n.unit_id) FROM unit_name n WHERE n.name_key = $2 AND n.what "
			"<> 'group' HAVING min(n.unit_id) = max(n.unit_id)), 0)"},
	[DD_SQL_LIST_SETTLEMENTS] =
		{.sql = "SELECT s.name_key, s.document_id, s.name, u.code FROM unit_settlement s "
			"JOIN unit u ON u.id = s.unit_id WHERE s.document_id IN (0, $1) "
			"ORDER BY s.name_key, s.document_id"},
	[DD_SQL_SET_SETTLEMENT] =
		{.sql = "INSERT INTO unit_settlement (name_key, document_id, name, unit_id) VALUES "
			"($1, $2, $3, $4) ON CONFLICT (name_key, document_id) DO UPDATE SET "
			"name = excluded.name, unit_id = excluded.unit_id"},
	[DD_SQL_LIST_NAMES] =
		{.sql = "SELECT a.name_key, min(a.name), count(*), "
			"sum(CASE WHEN a.role = 'lead' THEN 1 ELSE 0 END), min(t.text) "
			"FROM reading r JOIN task t ON t.reading_id = r.id "
			"JOIN assignment a ON a.task_id = t.id WHERE r.document_id = $1 AND a.role "
			"<> 'director' GROUP BY a.name_key ORDER BY a.name_key LIMIT $2"},
	[DD_SQL_BIND_LEADS] = {.sql = "UPDATE follow SET unit_id = " LEAD_UNIT
				      " WHERE ($1 = CAST(0 AS bigint) OR task_id = $1) AND "
				      "(CAST($2 AS TEXT) IS NULL OR lead_key = $2)"},
};
