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

/* Columns in the order in which search-index.c reads them */
#define SEARCH_ROW "id, document_id, day, units, body FROM search_item"
/* Columns in the order in which search.c reads them, of the rows with the numbers in f */
#define SEARCH_FOUND(found)                                                                        \
	"SELECT i.id, i.kind, i.document_id, d.number, d.title, i.task_id, t.label, t.state, "     \
	"w.lead, w.due, i.day, i.body FROM (" found ") AS f "                                      \
	"JOIN search_item i ON i.id = f.id JOIN document d ON d.id = i.document_id "               \
	"LEFT JOIN task t ON t.id = i.task_id LEFT JOIN follow w ON w.task_id = i.task_id "        \
	"ORDER BY i.id DESC"

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
	[DD_SQL_ADD_STEP] =
		{.sql = "INSERT INTO step (task_id, position, at, who, role, unit, "
			"action, occurrence, state, due, percent, stopped, "
			"reason, document, product, proof, done, next, difficulty, "
			"proposal, until) "
			"VALUES ($1, (SELECT count(*) FROM step s WHERE s.task_id = "
			"$1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
			"$12, $13, $14, $15, $16, $17, $18, $19, $20) RETURNING position"},
	[DD_SQL_LIST_STEPS] = {.sql = "SELECT at, who, role, unit, action, state, due, percent, "
				      "reason, document, product, proof, done, next, "
				      "difficulty, proposal, until FROM step WHERE task_id = $1 "
				      "ORDER BY position LIMIT $2"},
	[DD_SQL_ISSUE_READING] =
		{.sql = "UPDATE reading SET state = 'issued' WHERE document_id = $1"},
	/* $1 and $2: of the last row before; the number alone in the list by number. Each uses all, so that one caller serves all */
	[DD_SQL_LIST_BY_DUE] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE (f.due_order, f.task_id) > ($1, $2) "
			"AND (CAST($3 AS TEXT) IS NULL OR f.lead_key = $3) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_UNIT_BY_DUE] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES " WHERE f.lead_key = $3 "
			"AND (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	/* as follow_open has them */
	[DD_SQL_LIST_UNIT_OPEN_BY_DUE] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES " WHERE f.open AND "
			"f.lead_key = $3 AND (f.due_order, f.task_id) > ($1, $2) AND " FOLLOW_FILTER
			" ORDER BY f.due_order, f.task_id LIMIT $7"},
	[DD_SQL_LIST_BY_NUMBER] =
		{.sql = "SELECT " FOLLOW_COLUMNS " FROM " FOLLOW_TABLES
			" WHERE CAST($1 AS TEXT) IS NOT NULL AND f.task_id > $2 "
			"AND (CAST($3 AS TEXT) IS NULL OR f.lead_key = $3) AND " FOLLOW_FILTER
			" ORDER BY f.task_id LIMIT $7"},
	[DD_SQL_COUNT_NOW] = {.sql = "SELECT f.lead_key, min(f.lead), t.state, f.due, f.stopped, "
				     "f.until, count(*) FROM follow f "
				     "JOIN task t ON t.id = f.task_id GROUP BY f.lead_key, "
				     "t.state, f.due, f.stopped, f.until ORDER BY f.lead_key"},
	[DD_SQL_COUNT_THEN] = {.sql = "SELECT f.lead_key, min(f.lead), s.state, s.due, s.stopped, "
				      "s.until, count(*) FROM follow f "
				      "JOIN step s ON s.task_id = f.task_id AND s.position = "
				      "(SELECT max(p.position) FROM step p WHERE p.task_id = "
				      "f.task_id AND p.at <= $1) "
				      "GROUP BY f.lead_key, s.state, s.due, s.stopped, s.until "
				      "ORDER BY f.lead_key"},

	[DD_SQL_ADD_UNIT_COUNT] = {.sql = "INSERT INTO unit_count (lead_key, state, outcome, n) "
					  "VALUES ($1, $2, $3, $4) ON CONFLICT (lead_key, state, "
					  "outcome) DO UPDATE SET n = unit_count.n + excluded.n"},
	[DD_SQL_ADD_DUE_COUNT] =
		{.sql = "INSERT INTO due_count (period, lead_key, n) VALUES ($1, $2, $3) ON "
			"CONFLICT (period, lead_key) DO UPDATE SET n = due_count.n + excluded.n"},
	[DD_SQL_ADD_UNIT_NAME] =
		{.sql = "INSERT INTO unit_name (lead_key, lead) VALUES ($1, $2) ON "
			"CONFLICT (lead_key) DO NOTHING"},
	[DD_SQL_LIST_UNIT_COUNTS] =
		{.sql = "SELECT c.lead_key, u.lead, c.state, c.outcome, c.n FROM unit_count c JOIN "
			"unit_name u ON u.lead_key = c.lead_key WHERE c.n <> 0 ORDER BY "
			"c.lead_key"},
	[DD_SQL_LIST_LATE] =
		{.sql = "SELECT lead_key, CAST(sum(n) AS bigint) FROM ("
			"SELECT lead_key, n FROM due_count WHERE period < $1 UNION ALL "
			"SELECT lead_key, n FROM due_count WHERE period >= $2 AND "
			"period < $3 UNION ALL "
			"SELECT lead_key, n FROM due_count WHERE period >= $4 AND "
			"period < $5) AS d GROUP BY lead_key"},
	[DD_SQL_LIST_DUE] = {.sql = "SELECT period, lead_key, n FROM due_count WHERE period >= $1 "
				    "AND period <= $2 AND n <> 0"},
	[DD_SQL_LIST_PAUSES_OVER] =
		{.sql = "SELECT lead_key, due, until, count(*) FROM follow WHERE until < $1 GROUP "
			"BY lead_key, due, until"},
	[DD_SQL_CLEAR_UNIT_COUNTS] = {.sql = "DELETE FROM unit_count"},
	[DD_SQL_CLEAR_DUE_COUNTS] = {.sql = "DELETE FROM due_count"},
	[DD_SQL_CLEAR_UNIT_NAMES] = {.sql = "DELETE FROM unit_name"},
	[DD_SQL_FILL_UNIT_NAMES] = {.sql = "INSERT INTO unit_name (lead_key, lead) SELECT "
					   "lead_key, min(lead) FROM follow GROUP BY lead_key"},
	[DD_SQL_ADD_SEARCH_ITEM] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_item (id, kind, document_id, "
					  "task_id, step, part, day, units, body) VALUES ($1, $2, "
					  "$3, $4, $5, $6, $7, $8, $9)",
			 [DD_DB_PGSQL] =
				 "INSERT INTO search_item (id, kind, document_id, task_id, "
				 "step, part, day, units, body, words) VALUES ($1, $2, $3, "
				 "$4, $5, $6, $7, $8, $9, CAST(CAST($10 AS TEXT) AS tsvector))"}},
	[DD_SQL_DROP_SEARCH_ITEM] = {.sql = "DELETE FROM search_item WHERE id = $1"},
	[DD_SQL_SET_SEARCH_UNITS] = {.sql = "UPDATE search_item SET units = $2 WHERE id = $1"},
	[DD_SQL_ADD_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_words (rowid, bare, marked, facet) "
					  "VALUES ($1, $2, $3, $4)",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = CAST(CAST($2 AS TEXT) AS "
					 "tsvector) "
					 "WHERE id = $1"}},
	/* an index without content is told what it had: https://www.sqlite.org/fts5.html, "The 'delete' Command" */
	[DD_SQL_DROP_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_words (search_words, rowid, bare, "
					  "marked, facet) VALUES ('delete', $1, $2, $3, $4)",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = NULL WHERE id = $1 AND "
					 "CAST(CAST($2 AS TEXT) AS tsvector) IS NOT NULL"}},
	[DD_SQL_CLEAR_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] =
				 "INSERT INTO search_words (search_words) VALUES ('delete-all')",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = NULL"}},
	[DD_SQL_ADD_SEARCH_WORD] = {.sql = "INSERT INTO search_word (word, backward) VALUES ($1, "
					   "$2) ON CONFLICT (word) DO NOTHING"},
	[DD_SQL_LIST_SEARCH] = {.sql = "SELECT " SEARCH_ROW " WHERE id > $1 ORDER BY id LIMIT $2"},
	[DD_SQL_LIST_SEARCH_OF_DOCUMENT] =
		{.sql = "SELECT " SEARCH_ROW " WHERE document_id = $1 AND task_id IS NULL AND kind "
			"= 'document' ORDER BY id"},
	[DD_SQL_LIST_SEARCH_OF_TASK] = {.sql = "SELECT " SEARCH_ROW
					       " WHERE task_id = $1 AND kind = 'task' ORDER BY id"},
	[DD_SQL_LIST_SEARCH_NOTES] = {.sql = "SELECT " SEARCH_ROW
					     " WHERE task_id = $1 AND kind = 'note' ORDER BY id"},
	[DD_SQL_LIST_UNSEARCHED_NOTES] =
		{.sql = "SELECT s.task_id, s.position, r.document_id, s.at, s.done, s.next, "
			"s.difficulty, s.proposal, s.reason, s.product, s.proof, s.document "
			"FROM step s JOIN task t ON t.id = s.task_id JOIN reading r ON r.id = "
			"t.reading_id WHERE (s.task_id, s.position) > ($1, $2) AND NOT EXISTS "
			"(SELECT 1 FROM search_item i WHERE i.task_id = s.task_id AND i.kind = "
			"'note' AND i.step = s.position) "
			"ORDER BY s.task_id, s.position LIMIT $3"},
	[DD_SQL_LIST_TASK_NUMBERS] =
		{.sql = "SELECT id FROM task WHERE id > $1 ORDER BY id LIMIT $2"},
	[DD_SQL_LIST_KNOWN_NUMBERS] =
		{.sql = "SELECT id FROM document WHERE id > $1 AND known ORDER BY id LIMIT $2"},
	[DD_SQL_LIST_WORDS_FROM] = {.sql = "SELECT word FROM search_word WHERE word >= $1 AND word "
					   "< $2 ORDER BY word LIMIT $3"},
	[DD_SQL_LIST_WORDS_TO] = {.sql = "SELECT word FROM search_word WHERE backward >= $1 AND "
					 "backward < $2 ORDER BY backward LIMIT $3"},
	[DD_SQL_GET_LAST_SEARCH] = {.sql = "SELECT COALESCE(max(id), 0) FROM search_item"},
	[DD_SQL_SEARCH] =
		{.own = {[DD_DB_SQLITE] = SEARCH_FOUND(
				 "SELECT rowid AS id FROM search_words WHERE search_words MATCH $1 "
				 "AND rowid < $2 ORDER BY rowid DESC LIMIT $3"),
			 /* "+ 0" keeps it from going through all rows by their numbers */
			 [DD_DB_PGSQL] = SEARCH_FOUND(
				 "SELECT id FROM search_item WHERE words @@ CAST(CAST($1 AS TEXT) "
				 "AS tsquery) "
				 "AND id + 0 < $2 ORDER BY id + 0 DESC LIMIT $3")}},
	[DD_SQL_COUNT_UNSEARCHED] =
		{.own = {[DD_DB_SQLITE] = "SELECT (SELECT count(*) FROM search_item i WHERE NOT "
					  "EXISTS (SELECT 1 FROM search_words_docsize w WHERE w.id "
					  "= i.id)) + (SELECT count(*) FROM task t WHERE t.text "
					  "<> '' AND NOT EXISTS "
					  "(SELECT 1 FROM search_item i WHERE i.task_id = t.id))",
			 [DD_DB_PGSQL] = "SELECT (SELECT count(*) FROM search_item WHERE words IS "
					 "NULL) + (SELECT count(*) FROM task t WHERE t.text <> '' "
					 "AND NOT EXISTS "
					 "(SELECT 1 FROM search_item i WHERE i.task_id = t.id))"}},
	[DD_SQL_GET_DERIVED] = {.sql = "SELECT rules FROM derived WHERE name = $1"},
	[DD_SQL_SET_DERIVED] = {.sql = "UPDATE derived SET rules = $2 WHERE name = $1"},
};
