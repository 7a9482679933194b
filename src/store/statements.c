/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements.c: the table of all SQL of the store */
#include "statements.h"

#include "columns.h"
#include "statements-unit.h"

#define CANDIDATE_COLUMNS "id, known, type, date, issuer_key FROM document WHERE number_key = $1"
#define DOCUMENT_TABLES "document d LEFT JOIN reading r ON r.document_id = d.id"
#define TASK_COLUMNS                                                                               \
	"t.id, r.document_id, d.number, t.position, t.label, t.heading, t.text, t.line_start, "    \
	"t.line_end, t.time_raw, t.time_json, t.product, t.confidence, t.state, t.version"
#define TASK_SETTLED ", t.added, t.edited"
#define TASK_TABLES                                                                                \
	" t JOIN reading r ON r.id = t.reading_id JOIN document d ON d.id = r.document_id"
/* CAST: a server must know the type of a value that is only compared with nothing */
#define TASK_FILTER                                                                                \
	"(CAST($2 AS TEXT) IS NULL OR t.state = $2) AND (CAST($4 AS TEXT) IS NULL OR EXISTS "      \
	"(SELECT 1 FROM assignment_now a WHERE a.task_id = t.id AND a.name_key = $4 AND "          \
	"(CAST($5 AS TEXT) IS NULL OR a.role = $5)))"
/* tasks of the one reading of a document, and those behind a task of it: along the index of readings and positions */
#define OF_READING(document)                                                                       \
	"t.reading_id = (SELECT max(o.id) FROM reading o WHERE o.document_id = " document ")"
#define BEHIND(task)                                                                               \
	"t.position > COALESCE((SELECT b.position FROM task b WHERE b.id = " task "), -1)"
/* relations that lead from a document up to those that it stems from */
#define UPWARD "c.relation IN ('basis', 'implements', 'attached_to')"

#define FOLLOW_TABLES                                                                              \
	"follow f JOIN task_now t ON t.id = f.task_id JOIN reading r ON r.id = t.reading_id JOIN " \
	"document d ON d.id = r.document_id"
#define FOLLOW_FILTER                                                                              \
	"(NOT $4 OR f.open) AND (CAST($5 AS TEXT) IS NULL OR t.state = $5) "                       \
	"AND (CAST($8 AS TEXT) IS NULL OR (" DD_SQL_IS_OUT                                         \
	" AND ((f.unit_id IS NULL AND f.lead_key = $8) OR "                                        \
	"f.unit_id IN " DD_SQL_OWN_UNITS(                                                          \
		"$8") " OR EXISTS (SELECT 1 FROM assignment_now a WHERE a.task_id = f.task_id "    \
		      "AND a.role = "                                                              \
		      "'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES(                          \
			      "$8") "))) OR d.issuer_key IN " DD_SQL_OWN_NAMES("$8") ")"
/* of all documents, or of one, from it down to its tasks */
#define OF_ALL "$6 = CAST(0 AS bigint)"
#define OF_DOCUMENT OF_READING("$6") " AND " FOLLOW_WHO
/* of the lead by its name, or of the unit by its number; neither: of all */
#define FOLLOW_WHO                                                                                 \
	"(CAST($3 AS TEXT) IS NULL OR f.lead_key = $3) AND "                                       \
	"($9 = CAST(0 AS bigint) OR f.unit_id = $9)"

/* Each uses both, so that one caller serves both */
#define BY_LEAD "f.lead_key = $3 AND CAST($9 AS bigint) = 0"
#define BY_UNIT "f.unit_id = $9 AND CAST($3 AS TEXT) IS NULL"
#define LIST_BY_DUE(whose)                                                                         \
	"SELECT " DD_SQL_FOLLOW_COLUMNS " FROM " FOLLOW_TABLES " WHERE " whose                     \
	" AND (f.due_order, f.task_id) > ($1, $2) AND " OF_ALL " AND " FOLLOW_FILTER               \
	" ORDER BY f.due_order, f.task_id LIMIT $7"

/* Units of the directory, and names that are none, with their counts; by the alphabet, units of one name apart. @led: rows of followed tasks */
#define COUNTED(led)                                                                               \
	"SELECT COALESCE(n.name_key || ' #' || CAST(g.unit_id AS TEXT), g.lead_key) AS who, "      \
	"COALESCE(n.name, g.lead), g.state, g.due, g.stopped, g.until, g.tasks FROM ("             \
	"SELECT l.unit_id, CASE WHEN l.unit_id IS NULL THEN l.lead_key END AS lead_key, "          \
	"min(l.lead) AS lead, l.state, l.due, l.stopped, l.until, count(*) AS tasks FROM "         \
	"(" led ") l GROUP BY l.unit_id, CASE WHEN l.unit_id IS NULL THEN l.lead_key END, "        \
	"l.state, l.due, l.stopped, l.until) g "                                                   \
	"LEFT JOIN unit_name n ON n.unit_id = g.unit_id AND n.position = 0 ORDER BY who"

/* Columns in the order in which account.c reads them */
#define ACCOUNT_COLUMNS                                                                            \
	"id, name, role, unit, password IS NOT NULL, totp IS NOT NULL, disabled, created_at, "     \
	"locked_until, password, totp, totp_step, failures, failed_at, way, subject"
/* Of who asks, in the order in which signed-in.c reads them */
#define IDENTITY_COLUMNS                                                                           \
	"a.id, a.name, a.role, a.unit, a.way, a.totp IS NOT NULL, EXISTS (SELECT 1 FROM "          \
	"role_rule r WHERE r.role = a.role AND r.totp)"
/* @lacks: what a row of search_item without words has, in the words of the engine */
#define UNSEARCHED(lacks)                                                                          \
	"SELECT (SELECT count(*) FROM search_item i WHERE " lacks ") + (SELECT count(*) FROM "     \
	"task_now t WHERE t.text <> '' AND t.state <> 'dropped' AND NOT EXISTS (SELECT 1 FROM "    \
	"search_item i WHERE i.task_id = t.id AND i.kind = 'task'))"

/* The highest number that is there, of each table, with the counter that its numbers come from */
#define HIGHEST(counter, table)                                                                    \
	"SELECT '" counter "' AS name, COALESCE(max(id), 0) AS id FROM " table
/* clang-format off */
#define HIGHEST_OF_ALL                                                                             \
	HIGHEST("document", "document") " UNION ALL " \
	HIGHEST("reading", "reading") " UNION ALL " \
	HIGHEST("task", "task") " UNION ALL " \
	HIGHEST("rereading", "rereading") " UNION ALL " \
	HIGHEST("account", "account") " UNION ALL " \
	HIGHEST("api_token", "api_token") " UNION ALL " \
	HIGHEST("unit", "unit") " UNION ALL " \
	HIGHEST("job", "job") " UNION ALL " \
	HIGHEST("search", "search_item")
/* clang-format on */

const DdDbStatement dd_sql[DD_SQL_LAST] = {
	[DD_SQL_HOLD_HEAD] = {.sql = "SELECT seq, hash FROM audit_head WHERE id = 1",
		/* SQLite has one writer since its transaction began */
		.own = {[DD_DB_PGSQL] =
				"SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE"}},
	[DD_SQL_GET_HEAD] = {.sql = "SELECT seq, hash FROM audit_head WHERE id = 1"},
	[DD_SQL_SET_HEAD] = {.sql = "UPDATE audit_head SET seq = $1, hash = $2 WHERE id = 1"},
	[DD_SQL_NUMBER] =
		{.sql = "UPDATE counter SET last = last + $2 WHERE name = $1 RETURNING last"},
	[DD_SQL_ADD_AUDIT] = {.sql = "INSERT INTO audit (" DD_SQL_AUDIT_COLUMNS ") "
				     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"},
	[DD_SQL_LIST_AUDIT] = {.sql = "SELECT " DD_SQL_AUDIT_COLUMNS
				      " FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2"},
	[DD_SQL_LIST_AUDIT_OF] =
		{.sql = "SELECT " DD_SQL_AUDIT_COLUMNS " FROM audit "
			"WHERE object = $1 AND object_id = $2 AND seq > $3 ORDER BY seq LIMIT $4"},
	/* a reading is told as its document, and a form by what is recorded of it */
	[DD_SQL_LIST_CHANGES] =
		{.sql = "SELECT seq, action, object, object_id, (SELECT r.document_id FROM reading "
			"r WHERE a.object = 'reading' AND r.id = a.object_id), CASE WHEN object = "
			"'form' THEN now_json END FROM audit a WHERE seq > $1 AND object IN "
			"('task', 'document', 'reading', 'form', 'job', 'account') ORDER BY seq "
			"LIMIT $2"},

	[DD_SQL_FIND_FILE] = {.sql = "SELECT " DD_COLUMNS_FILE " FROM file WHERE hash = $1"},
	[DD_SQL_ADD_FILE] = {.sql = "INSERT INTO file (" DD_COLUMNS_FILE ", content) VALUES "
				    "($1, $2, $3, $4, $5)"},
	[DD_SQL_FIND_FORM] =
		{.sql = "SELECT document_id FROM form WHERE file_hash = $1 AND name_inside = $2"},
	[DD_SQL_GET_FILE] = {.sql = "SELECT size FROM file WHERE hash = $1"},
	[DD_SQL_GET_FILE_PART] =
		{.sql = "SELECT substr(content, CAST($2 AS int) + 1, CAST($3 AS int)) FROM file "
			"WHERE hash = $1",
			.own = {[DD_DB_SQLITE] = "SELECT dondoc_part('file', 'content', rowid, $2, "
						 "$3) FROM file WHERE hash = $1"}},
	[DD_SQL_LIST_FILE_DOCUMENTS] =
		{.sql = "SELECT document_id, name, name_inside <> '' FROM form WHERE file_hash "
			"= $1 ORDER BY added_at, "
			"name_inside LIMIT $2"},
	[DD_SQL_ADD_FORM] = {.sql = "INSERT INTO form (" DD_COLUMNS_FORM
				    ") VALUES ($1, $2, $3, $4, $5)"},
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
	[DD_SQL_ADD_DOCUMENT] = {.sql = "INSERT INTO document (" DD_COLUMNS_DOCUMENT
					") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"},
	[DD_SQL_SET_DOCUMENT] =
		{.sql = "UPDATE document SET known = $2, type = $3, number = $4, date = $5, issuer "
			"= $6, title = $7, "
			"signer = $8, number_key = $9, issuer_key = $10 WHERE id = $1"},
	[DD_SQL_DROP_DOCUMENT] = {.sql = "DELETE FROM document WHERE id = $1 AND NOT known"},
	[DD_SQL_MOVE_CITATIONS] =
		{.sql = "UPDATE citation SET document_id = $2 WHERE document_id = $1"},
	[DD_SQL_ADD_READING] = {.sql = "INSERT INTO reading (" DD_COLUMNS_READING ", json) "
				       "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"},
	[DD_SQL_ADD_TASK] =
		{.sql = "INSERT INTO task (" DD_COLUMNS_TASK ", state, version) "
			"VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', 1)"},
	[DD_SQL_ADD_ASSIGNMENT] = {.sql = "INSERT INTO assignment (" DD_COLUMNS_ASSIGNMENT ") "
					  "VALUES ($1, $2, $3, $4, $5, $6)"},
	[DD_SQL_ADD_CITATION] = {.sql = "INSERT INTO citation (" DD_COLUMNS_CITATION ") "
					"VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"},
	[DD_SQL_GET_DOCUMENT] = {.sql = "SELECT " DD_SQL_DOCUMENT_COLUMNS " FROM " DOCUMENT_TABLES
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

	/* $1: the last task before. Both use all values, so that one caller serves both */
	[DD_SQL_LIST_TASKS] = {.sql = "SELECT " TASK_COLUMNS TASK_SETTLED
				      " FROM task_now" TASK_TABLES
				      " WHERE t.id > $1 AND $3 = CAST(0 AS bigint) AND " TASK_FILTER
				      " ORDER BY t.id LIMIT $6"},
	[DD_SQL_LIST_DOCUMENT_TASKS] = {.sql = "SELECT " TASK_COLUMNS TASK_SETTLED
					       " FROM task_now" TASK_TABLES
					       " WHERE " OF_READING("$3") " AND " BEHIND(
						       "$1") " AND " TASK_FILTER
							     " ORDER BY t.position LIMIT $6"},
	[DD_SQL_GET_TASK] = {.sql = "SELECT " TASK_COLUMNS TASK_SETTLED " FROM task_now" TASK_TABLES
				    " WHERE t.id = $1"},
	[DD_SQL_LIST_ASSIGNMENTS] =
		{.sql = "SELECT role, name, confidence FROM assignment_now WHERE "
			"task_id = $1 ORDER BY role, position"},
	/* as the program read them, whatever a person made of them */
	[DD_SQL_LIST_TASKS_READ] =
		{.sql = "SELECT " TASK_COLUMNS ", t.added, FALSE FROM task" TASK_TABLES
			" WHERE " OF_READING("$2") " AND " BEHIND(
				"$1") " AND NOT t.added ORDER BY t.position LIMIT $3"},
	[DD_SQL_LIST_ASSIGNMENTS_READ] = {.sql = "SELECT role, name, confidence FROM assignment "
						 "WHERE task_id = $1 ORDER BY role, position"},
	[DD_SQL_SET_TASK_STATE] = {.sql = "UPDATE task SET state = $3, version = version + 1 WHERE "
					  "id = $1 AND version = $2 "
					  "RETURNING version"},

	[DD_SQL_CHECK_ENGINE] = {.own = {[DD_DB_SQLITE] = "PRAGMA integrity_check",
					 /* a server looks after its files by itself */
					 [DD_DB_PGSQL] = "SELECT CAST('ok' AS TEXT)"}},
	[DD_SQL_CHECK_REFERENCES] =
		{.own = {[DD_DB_SQLITE] = "PRAGMA foreign_key_check", [DD_DB_PGSQL] = "SELECT CAST('ok' AS TEXT)"}},
	[DD_SQL_COUNT_LONE_FILES] =
		{.sql = "SELECT count(*) FROM file b WHERE NOT EXISTS "
			"(SELECT 1 FROM form f WHERE f.file_hash = b.hash) AND "
			"NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file_hash = b.hash)"},
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
	[DD_SQL_COUNT_LOW_COUNTERS] =
		{.sql = "SELECT count(*) FROM (" HIGHEST_OF_ALL
			") h WHERE NOT EXISTS (SELECT 1 FROM counter c WHERE c.name = h.name AND "
			"c.last >= h.id)"},
	/* of what searching would find: rows without words, and tasks without a row */
	[DD_SQL_COUNT_UNSEARCHED] = {.own = {[DD_DB_SQLITE] = UNSEARCHED(
						     "NOT EXISTS (SELECT 1 FROM "
						     "search_words_docsize w WHERE w.id = i.id)"),
					     [DD_DB_PGSQL] = UNSEARCHED("i.words IS NULL")}},
	[DD_SQL_GET_ABSORBER] =
		{.sql = "SELECT now_json FROM audit WHERE object = 'document' AND "
			"object_id = $1 AND action = 'absorb' ORDER BY seq LIMIT 1"},
	[DD_SQL_COUNT_RECORDED_FORMS] = {.sql = "SELECT count(*) FROM audit WHERE object = 'form'"},
	[DD_SQL_COUNT_LONE_UNITS] =
		{.sql = "SELECT count(*) FROM unit u WHERE u.parent_id IS NOT NULL AND NOT EXISTS "
			"(SELECT 1 FROM unit p WHERE p.id = u.parent_id)"},
	[DD_SQL_COUNT_LONE_SETTLEMENTS] =
		{.sql = "SELECT count(*) FROM unit_settlement s WHERE s.document_id <> 0 AND NOT "
			"EXISTS (SELECT 1 FROM document d WHERE d.id = s.document_id)"},
	[DD_SQL_COUNT_LOOSE_LEADS] = {.sql = "SELECT count(*) FROM follow WHERE unit_id IS "
					     "DISTINCT FROM " DD_SQL_LEAD_UNIT("follow")},
	[DD_SQL_COUNT_LOOSE_STATES] =
		{.sql = "SELECT count(*) FROM follow f JOIN task t ON t.id = f.task_id WHERE "
			"f.state <> t.state OR f.changed <> (SELECT max(s.at) FROM step s WHERE "
			"s.task_id = f.task_id AND s.position = (SELECT max(q.position) FROM step "
			"q WHERE q.task_id = f.task_id))"},
	[DD_SQL_NEXT_FILE] = {.sql = "SELECT hash, size, content FROM file WHERE hash > $1 ORDER "
				     "BY hash LIMIT 1"},
	[DD_SQL_GET_FOLLOW] =
		{.sql = "SELECT lead, lead_key, due_kind, position, due, percent, "
			"stopped, submitted_by, until, truncated, COALESCE(unit_id, 0) "
			"FROM follow WHERE task_id = $1"},
	[DD_SQL_ADD_FOLLOW] = {.sql = "INSERT INTO follow (task_id, lead, lead_key, due_kind, "
				      "open, position, due_order, percent, truncated) "
				      "VALUES ($1, $2, $3, $4, FALSE, 0, '', 0, $5)"},
	[DD_SQL_SET_FOLLOW] =
		{.sql = "UPDATE follow SET open = $2, position = $3, due = $4, due_order = $5, "
			"percent = $6, stopped = $7, "
			"submitted_by = $8, until = $9, due_kind = $10, lead = $11, lead_key = "
			"$12, state = $13, changed = $14 WHERE task_id = $1"},
	[DD_SQL_ADD_OCCURRENCE] =
		{.sql = "INSERT INTO occurrence (task_id, position, start, due, said, what, rule) "
			"VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_SQL_END_OCCURRENCE] =
		{.sql = "UPDATE occurrence SET stopped = $3 WHERE task_id = $1 AND position = $2"},
	[DD_SQL_NEXT_OCCURRENCE] = {.sql = "SELECT position, due FROM occurrence WHERE task_id = "
					   "$1 AND position > $2 "
					   "ORDER BY position LIMIT 1"},
	[DD_SQL_GET_OCCURRENCE] =
		{.sql = "SELECT due, rule FROM occurrence WHERE task_id = $1 AND position = $2"},
	/* a day that was given before stays visible */
	[DD_SQL_SET_OCCURRENCE] =
		{.sql = "UPDATE occurrence SET was = due, changes = changes + CASE WHEN due IS "
			"NULL THEN 0 ELSE 1 END, due = $3, said = $4, rule = $5 "
			"WHERE task_id = $1 AND position = $2"},
	[DD_SQL_LIST_OCCURRENCES] =
		{.sql = "SELECT start, due, stopped, what, rule, said, changes, was FROM "
			"occurrence WHERE task_id = $1 "
			"ORDER BY position LIMIT $2"},
	[DD_SQL_ADD_STEP] = {.sql = "INSERT INTO step (task_id, position, at, who, role, unit, "
				    "action, occurrence, state, due, percent, stopped, "
				    "reason, document, product, proof, done, next, difficulty, "
				    "proposal, until, lead, lead_key) "
				    "VALUES ($1, (SELECT count(*) FROM step s WHERE s.task_id = "
				    "$1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
				    "$12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) "
				    "RETURNING position"},
	[DD_SQL_LIST_STEPS] =
		{.sql = "SELECT at, who, role, unit, action, state, due, percent, "
			"reason, document, product, proof, done, next, "
			"difficulty, proposal, until, lead, position FROM step WHERE task_id = $1 "
			"AND position < $3 ORDER BY position DESC LIMIT $2"},
	[DD_SQL_ISSUE_READING] =
		{.sql = "UPDATE reading SET state = 'issued' WHERE document_id = $1 "
			"RETURNING " DD_COLUMNS_READING},
	/* $1 and $2: of the last row before; the number alone in the list by number. Each uses all, so that one caller serves all */
	[DD_SQL_LIST_BY_DUE] = {.sql = "SELECT " DD_SQL_FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
				       " WHERE (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_WHO
				       " AND " OF_ALL " AND " FOLLOW_FILTER
				       " ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_LEAD_BY_DUE] = {.sql = LIST_BY_DUE(BY_LEAD)},
	[DD_SQL_LIST_UNIT_BY_DUE] = {.sql = LIST_BY_DUE(BY_UNIT)},
	/* as the indexes of open tasks have them */
	[DD_SQL_LIST_LEAD_OPEN_BY_DUE] = {.sql = LIST_BY_DUE("f.open AND " BY_LEAD)},
	[DD_SQL_LIST_UNIT_OPEN_BY_DUE] = {.sql = LIST_BY_DUE("f.open AND " BY_UNIT)},
	[DD_SQL_LIST_BY_NUMBER] =
		{.sql = "SELECT " DD_SQL_FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE CAST($1 AS TEXT) IS NOT NULL AND f.task_id > $2 AND " FOLLOW_WHO
			" AND " OF_ALL " AND " FOLLOW_FILTER " ORDER BY f.task_id LIMIT $7"},
	[DD_SQL_LIST_DOCUMENT_BY_DUE] =
		{.sql = "SELECT " DD_SQL_FOLLOW_COLUMNS " FROM " FOLLOW_TABLES " WHERE " OF_DOCUMENT
			" AND (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_DOCUMENT_BY_NUMBER] = {.sql = "SELECT " DD_SQL_FOLLOW_COLUMNS
						   " FROM " FOLLOW_TABLES " WHERE " OF_DOCUMENT
						   " AND CAST($1 AS TEXT) IS NOT NULL AND " BEHIND(
							   "$2") " AND " FOLLOW_FILTER
								 " ORDER BY t.position LIMIT $7"},
	/* whoever led then; the unit of one who leads no more is that of the directory now */
	[DD_SQL_COUNT_THEN] =
		{.sql = COUNTED(
			 "SELECT CASE WHEN p.lead_key = f.lead_key THEN f.unit_id "
			 "ELSE " DD_SQL_LEAD_UNIT(
				 "p") " END AS unit_id, p.lead_key, p.lead, p.state, "
				      "p.due, p.stopped, p.until FROM follow f "
				      "JOIN step p ON p.task_id = f.task_id AND p.position = "
				      "(SELECT max(q.position) FROM step q WHERE q.task_id = "
				      "f.task_id AND q.at <= $1) "
				      "WHERE p.state NOT IN ('draft', 'dropped')")},
	[DD_SQL_ADD_BLANK_TASK] =
		{.sql = "INSERT INTO task (id, reading_id, position, label, line_start, line_end, "
			"time_json, confidence, state, version, added) SELECT $1, $2, "
			"COALESCE((SELECT max(t.position) FROM task t WHERE t.reading_id = $2), "
			"-1) + 1, '', 0, 0, "
			"$3, 100, 'draft', 1, TRUE"},
	[DD_SQL_SET_SETTLED] = {.sql = "INSERT INTO settled (task_id, label, heading, text, "
				       "time_raw, time_json, product) "
				       "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (task_id) "
				       "DO UPDATE SET label = $2, heading = $3, "
				       "text = $4, time_raw = $5, time_json = $6, product = $7"},
	[DD_SQL_DROP_SETTLED_ASSIGNMENTS] =
		{.sql = "DELETE FROM settled_assignment WHERE task_id = $1"},
	[DD_SQL_ADD_SETTLED_ASSIGNMENT] =
		{.sql = "INSERT INTO settled_assignment (task_id, role, position, name, name_key) "
			"VALUES ($1, $2, $3, $4, $5)"},
	/* of the step that was written last */
	[DD_SQL_ADD_CORRECTION] =
		{.sql = "INSERT INTO correction (task_id, position, field, was, now) VALUES ($1, "
			"(SELECT max(s.position) FROM step s WHERE s.task_id = $1), $2, $3, $4)"},
	[DD_SQL_LIST_CORRECTIONS] =
		{.sql = "SELECT c.field, c.was, c.now, s.at, s.who, s.action, s.reason FROM "
			"correction c JOIN step s ON "
			"s.task_id = c.task_id AND s.position = c.position WHERE c.task_id = $1 "
			"ORDER BY c.position DESC, c.field DESC LIMIT $2"},
	[DD_SQL_GET_SOURCE] = {.sql = "SELECT b.content, f.name, f.name_inside FROM reading r JOIN "
				      "form f ON f.file_hash = "
				      "r.file_hash AND f.name_inside = r.name_inside JOIN file b "
				      "ON b.hash = r.file_hash "
				      "WHERE r.document_id = $1"},
	[DD_SQL_GET_LAST_READING] =
		{.sql = "SELECT program, json FROM (SELECT 0 AS id, program, json FROM reading "
			"WHERE "
			"document_id = $1 UNION ALL SELECT id, program, json FROM rereading WHERE "
			"document_id = $1) AS a ORDER BY id DESC LIMIT 1"},
	[DD_SQL_ADD_REREADING] =
		{.sql = "INSERT INTO rereading (id, document_id, program, added_at, hash, "
			"json) VALUES ($1, $2, $3, $4, $5, $6)"},
	[DD_SQL_GET_REREADING] = {.sql = "SELECT program, added_at, json FROM rereading WHERE "
					 "document_id = $1 ORDER BY id DESC LIMIT 1"},

	[DD_SQL_ADD_ACCOUNT] = {.sql = "INSERT INTO account (id, name, name_key, role, unit, "
				       "password, totp_step, failures, failed_at, "
				       "locked_until, disabled, created_at, way, subject) VALUES "
				       "($1, $2, $3, $4, $5, $6, 0, 0, 0, 0, FALSE, $7, $8, $9)"},
	[DD_SQL_FIND_ACCOUNT] = {.sql = "SELECT " ACCOUNT_COLUMNS
					" FROM account WHERE name_key = $1"},
	[DD_SQL_GET_ACCOUNT] = {.sql = "SELECT " ACCOUNT_COLUMNS " FROM account WHERE id = $1"},
	[DD_SQL_LIST_ACCOUNTS] = {.sql = "SELECT " ACCOUNT_COLUMNS
					 " FROM account WHERE id > $1 ORDER BY id LIMIT $2"},
	[DD_SQL_COUNT_ACCOUNTS] = {.sql = "SELECT count(*) FROM account"},
	[DD_SQL_COUNT_ADMINISTRATORS] = {.sql = "SELECT count(*) FROM account WHERE role = "
						"'administrator' AND NOT disabled AND id <> $1"},
	[DD_SQL_SET_ACCOUNT] = {.sql = "UPDATE account SET role = $2, unit = $3, disabled = $4, "
				       "way = $5, subject = $6 WHERE id = $1"},
	[DD_SQL_SET_ACCOUNT_ATTEMPTS] = {.sql = "UPDATE account SET failures = $2, failed_at = $3, "
						"locked_until = $4 WHERE id = $1"},
	[DD_SQL_SET_ACCOUNT_SECRETS] = {.sql = "UPDATE account SET password = $2, totp = $3, "
					       "totp_step = $4 WHERE id = $1"},
	[DD_SQL_GET_ROLE_RULE] = {.sql = "SELECT totp FROM role_rule WHERE role = $1"},
	[DD_SQL_SET_ROLE_RULE] = {.sql = "INSERT INTO role_rule (role, totp) VALUES ($1, $2) ON "
					 "CONFLICT (role) DO UPDATE SET totp = excluded.totp"},
	[DD_SQL_GET_KNOWN_ORIGIN] = {.sql = "SELECT failures, failed_at, locked_until FROM "
					    "known_origin WHERE account_id = $1 AND origin = $2"},
	[DD_SQL_SET_KNOWN_ORIGIN] =
		{.sql = "INSERT INTO known_origin (account_id, origin, used_at, failures, "
			"failed_at, locked_until) "
			"VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, origin) DO "
			"UPDATE SET used_at = excluded.used_at, "
			"failures = excluded.failures, failed_at = excluded.failed_at, "
			"locked_until = excluded.locked_until"},
	[DD_SQL_TRIM_KNOWN_ORIGINS] = {.sql = "DELETE FROM known_origin WHERE account_id = $1 AND "
					      "origin IN (SELECT k.origin FROM known_origin k "
					      "WHERE k.account_id = $1 ORDER BY k.used_at DESC, "
					      "k.origin LIMIT 1000 OFFSET $2)"},
	[DD_SQL_RESET_KNOWN_ORIGINS] = {.sql = "UPDATE known_origin SET failures = 0, failed_at = "
					       "0, locked_until = 0 WHERE account_id = $1"},
	[DD_SQL_GET_ATTEMPT] =
		{.sql = "SELECT failures, failed_at, locked_until FROM attempt WHERE key = $1"},
	[DD_SQL_SET_ATTEMPT] = {.sql = "INSERT INTO attempt (key, failures, failed_at, "
				       "locked_until) VALUES ($1, $2, $3, $4) "
				       "ON CONFLICT (key) DO UPDATE SET failures = "
				       "excluded.failures, failed_at = excluded.failed_at, "
				       "locked_until = excluded.locked_until"},
	[DD_SQL_TRIM_ATTEMPTS] = {.sql = "DELETE FROM attempt WHERE key IN (SELECT t.key FROM "
					 "attempt t ORDER BY t.failed_at DESC, t.key DESC "
					 "LIMIT 1000 OFFSET $1)"},
	[DD_SQL_END_PLACE_WAITS] =
		{.sql = "UPDATE attempt SET locked_until = 0 WHERE key >= 'origin:' "
			"AND key < 'origin;' AND locked_until <> 0"},
	[DD_SQL_ADD_SESSION] = {.sql = "INSERT INTO session (hash, account_id, csrf, created_at, "
				       "seen_at, expires_at, origin, sid, id_token, proved_at) "
				       "VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)"},
	[DD_SQL_FIND_SESSION] =
		{.sql = "SELECT " IDENTITY_COLUMNS ", s.csrf, s.expires_at, s.seen_at, "
			"s.created_at, s.proved_at FROM session s "
			"JOIN account a ON a.id = s.account_id WHERE s.hash = $1 AND NOT "
			"a.disabled"},
	[DD_SQL_TOUCH_SESSION] =
		{.sql = "UPDATE session SET seen_at = $2 WHERE hash = $1 AND seen_at < $2"},
	[DD_SQL_END_SESSION] = {.sql = "DELETE FROM session WHERE hash = $1 RETURNING account_id"},
	[DD_SQL_END_SESSIONS] =
		{.sql = "DELETE FROM session WHERE account_id = $1 RETURNING expires_at"},
	[DD_SQL_TRIM_SESSIONS] =
		{.sql = "DELETE FROM session WHERE hash IN (SELECT s.hash FROM session s WHERE "
			"s.account_id = $1 "
			"ORDER BY s.created_at DESC, s.hash LIMIT 1000 OFFSET $2)"},
	[DD_SQL_SWEEP_SESSIONS] = {.sql = "DELETE FROM session WHERE hash IN (SELECT s.hash FROM "
					  "session s WHERE s.expires_at <= $1 "
					  "ORDER BY s.expires_at LIMIT 1000)"},
	[DD_SQL_ADD_TOKEN] = {.sql = "INSERT INTO api_token (id, hash, account_id, name, scopes, "
				     "created_at, expires_at) "
				     "VALUES ($1, $2, $3, $4, $5, $6, $7)"},
	[DD_SQL_COUNT_TOKENS] = {.sql = "SELECT count(*) FROM api_token WHERE account_id = $1"},
	[DD_SQL_LIST_TOKENS] = {.sql = "SELECT id, account_id, name, scopes, created_at, "
				       "expires_at, used_at FROM api_token WHERE account_id = $1 "
				       "ORDER BY id LIMIT $2"},
	[DD_SQL_DROP_TOKEN] = {.sql = "DELETE FROM api_token WHERE id = $1 AND ($2 = CAST(0 AS "
				      "bigint) OR account_id = $2) RETURNING account_id, name"},
	[DD_SQL_DROP_TOKENS] = {.sql = "DELETE FROM api_token WHERE account_id = $1 RETURNING id"},
	[DD_SQL_FIND_TOKEN] =
		{.sql = "SELECT " IDENTITY_COLUMNS
			", t.id, t.scopes, t.expires_at, t.used_at, t.created_at FROM api_token t "
			"JOIN account a ON a.id = t.account_id WHERE t.hash = $1 AND NOT "
			"a.disabled"},
	[DD_SQL_TOUCH_TOKEN] = {.sql = "UPDATE api_token SET used_at = $2 WHERE id = $1 AND "
				       "(used_at IS NULL OR used_at < $2)"},
};
