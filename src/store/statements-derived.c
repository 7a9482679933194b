/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-derived.c: SQL of counts and of searching */
#include "statements-derived.h"

/* Columns in the order in which search-index.c reads them */
#define SEARCH_ROW "id, document_id, day, units, body FROM search_item"
/* Columns in the order in which search.c reads them, of the rows with the numbers in f */
#define SEARCH_FOUND(found)                                                                        \
	"SELECT i.id, i.kind, i.document_id, d.number, d.title, i.task_id, COALESCE(x.label, "     \
	"t.label), t.state, "                                                                      \
	"w.lead, w.due, i.day, i.body FROM (" found ") AS f "                                      \
	"JOIN search_item i ON i.id = f.id JOIN document d ON d.id = i.document_id "               \
	"LEFT JOIN task t ON t.id = i.task_id LEFT JOIN settled x ON x.task_id = t.id LEFT JOIN "  \
	"follow w ON w.task_id = i.task_id "                                                       \
	"ORDER BY i.id DESC"

#define TASK_TEXTS(ids)                                                                            \
	"SELECT task_id, body FROM search_item WHERE task_id IN (" ids                             \
	") AND kind = 'task' ORDER BY task_id"

const DdDbStatement dd_sql_derived[DD_DERIVED_LAST] = {
	[DD_DERIVED_ADD_UNIT_COUNT] =
		{.sql = "INSERT INTO unit_count (unit_id, lead_key, state, outcome, n) "
			"VALUES ($1, $2, $3, $4, $5) ON CONFLICT (unit_id, lead_key, state, "
			"outcome) DO UPDATE SET n = unit_count.n + excluded.n"},
	[DD_DERIVED_ADD_DUE_COUNT] =
		{.sql = "INSERT INTO due_count (unit_id, lead_key, period, n) VALUES ($1, $2, $3, "
			"$4) ON CONFLICT (period, unit_id, lead_key) DO UPDATE SET n = due_count.n "
			"+ excluded.n"},
	[DD_DERIVED_ADD_LEAD_NAME] =
		{.sql = "INSERT INTO lead_name (lead_key, lead) VALUES ($1, $2) ON "
			"CONFLICT (lead_key) DO NOTHING"},
	[DD_DERIVED_COUNT_NOW] =
		{.sql = "SELECT f.unit_id, f.lead_key, t.state, f.due, f.stopped, "
			"count(*) FROM follow f JOIN task t ON t.id = f.task_id GROUP "
			"BY f.unit_id, f.lead_key, t.state, f.due, f.stopped"},
	/* by the alphabet, units of one name apart, as DD_SQL_COUNT_THEN has them */
	[DD_DERIVED_LIST_UNIT_COUNTS] =
		{.sql = "SELECT c.unit_id, c.lead_key, COALESCE(u.name, l.lead), c.state, "
			"c.outcome, c.n FROM unit_count c LEFT JOIN unit_name u ON u.unit_id = "
			"c.unit_id AND u.position = 0 LEFT JOIN lead_name l ON l.lead_key = "
			"c.lead_key WHERE c.n <> 0 ORDER BY COALESCE(u.name_key || ' #' || "
			"CAST(u.unit_id AS TEXT), c.lead_key)"},
	[DD_DERIVED_LIST_LATE] =
		{.sql = "SELECT unit_id, lead_key, n FROM due_count WHERE period < $1 AND n <> 0 "
			"UNION ALL SELECT unit_id, lead_key, n FROM due_count WHERE period >= $2 "
			"AND period < $3 AND n <> 0 UNION ALL SELECT unit_id, lead_key, n FROM "
			"due_count WHERE period >= $4 AND period < $5 AND n <> 0"},
	[DD_DERIVED_LIST_DUE] =
		{.sql = "SELECT unit_id, lead_key, n, period FROM due_count WHERE period >= $1 "
			"AND period <= $2 AND n <> 0"},
	[DD_DERIVED_LIST_PAUSES_OVER] =
		{.sql = "SELECT COALESCE(unit_id, 0), CASE WHEN unit_id IS NULL THEN lead_key ELSE "
			"'' END AS led, count(*), due, until FROM follow WHERE until < $1 GROUP "
			"BY 1, 2, due, until"},
	[DD_DERIVED_CLEAR_UNIT_COUNTS] = {.sql = "DELETE FROM unit_count"},
	[DD_DERIVED_CLEAR_DUE_COUNTS] = {.sql = "DELETE FROM due_count"},
	[DD_DERIVED_CLEAR_LEAD_NAMES] = {.sql = "DELETE FROM lead_name"},
	[DD_DERIVED_FILL_LEAD_NAMES] = {.sql = "INSERT INTO lead_name (lead_key, lead) SELECT "
					       "lead_key, min(lead) FROM follow GROUP BY lead_key"},
	[DD_DERIVED_ADD_SEARCH_ITEM] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_item (id, kind, document_id, "
					  "task_id, step, part, day, units, body) VALUES ($1, $2, "
					  "$3, $4, $5, $6, $7, $8, $9)",
			 [DD_DB_PGSQL] =
				 "INSERT INTO search_item (id, kind, document_id, task_id, "
				 "step, part, day, units, body, words) VALUES ($1, $2, $3, "
				 "$4, $5, $6, $7, $8, $9, CAST(CAST($10 AS TEXT) AS tsvector))"}},
	[DD_DERIVED_DROP_SEARCH_ITEM] = {.sql = "DELETE FROM search_item WHERE id = $1"},
	[DD_DERIVED_SET_SEARCH_UNITS] = {.sql = "UPDATE search_item SET units = $2 WHERE id = $1"},
	[DD_DERIVED_ADD_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_words (rowid, bare, marked, facet) "
					  "VALUES ($1, $2, $3, $4)",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = CAST(CAST($2 AS TEXT) AS "
					 "tsvector) "
					 "WHERE id = $1"}},
	/* an index without content is told what it had: https://www.sqlite.org/fts5.html, "The 'delete' Command" */
	[DD_DERIVED_DROP_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] = "INSERT INTO search_words (search_words, rowid, bare, "
					  "marked, facet) VALUES ('delete', $1, $2, $3, $4)",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = NULL WHERE id = $1 AND "
					 "CAST(CAST($2 AS TEXT) AS tsvector) IS NOT NULL"}},
	[DD_DERIVED_CLEAR_SEARCH_WORDS] =
		{.own = {[DD_DB_SQLITE] =
				 "INSERT INTO search_words (search_words) VALUES ('delete-all')",
			 [DD_DB_PGSQL] = "UPDATE search_item SET words = NULL"}},
	[DD_DERIVED_ADD_SEARCH_WORD] =
		{.sql = "INSERT INTO search_word (word, backward) VALUES ($1, "
			"$2) ON CONFLICT (word) DO NOTHING"},
	[DD_DERIVED_LIST_SEARCH] = {.sql = "SELECT " SEARCH_ROW
					   " WHERE id > $1 ORDER BY id LIMIT $2"},
	[DD_DERIVED_LIST_SEARCH_OF_DOCUMENT] =
		{.sql = "SELECT " SEARCH_ROW " WHERE document_id = $1 AND task_id IS NULL AND kind "
			"= 'document' ORDER BY id"},
	[DD_DERIVED_LIST_SEARCH_OF_TASK] =
		{.sql = "SELECT " SEARCH_ROW " WHERE task_id = $1 AND kind = 'task' ORDER BY id"},
	[DD_DERIVED_LIST_SEARCH_NOTES] =
		{.sql = "SELECT " SEARCH_ROW " WHERE task_id = $1 AND kind = 'note' ORDER BY id"},
	[DD_DERIVED_LIST_UNSEARCHED_NOTES] =
		{.sql = "SELECT s.task_id, s.position, r.document_id, s.at, s.done, s.next, "
			"s.difficulty, s.proposal, s.reason, s.product, s.proof, s.document "
			"FROM step s JOIN task t ON t.id = s.task_id JOIN reading r ON r.id = "
			"t.reading_id WHERE (s.task_id, s.position) > ($1, $2) AND NOT EXISTS "
			"(SELECT 1 FROM search_item i WHERE i.task_id = s.task_id AND i.kind = "
			"'note' AND i.step = s.position) "
			"ORDER BY s.task_id, s.position LIMIT $3"},
	[DD_DERIVED_LIST_TASK_NUMBERS] =
		{.sql = "SELECT id FROM task WHERE id > $1 ORDER BY id LIMIT $2"},
	[DD_DERIVED_LIST_KNOWN_NUMBERS] =
		{.sql = "SELECT id FROM document WHERE id > $1 AND known ORDER BY id LIMIT $2"},
	[DD_DERIVED_LIST_WORDS_FROM] =
		{.sql = "SELECT word FROM search_word WHERE word >= $1 AND word "
			"< $2 ORDER BY word LIMIT $3"},
	[DD_DERIVED_LIST_WORDS_TO] =
		{.sql = "SELECT word FROM search_word WHERE backward >= $1 AND "
			"backward < $2 ORDER BY backward LIMIT $3"},
	[DD_DERIVED_GET_LAST_SEARCH] = {.sql = "SELECT COALESCE(max(id), 0) FROM search_item"},
	[DD_DERIVED_SEARCH] =
		{.own = {[DD_DB_SQLITE] = SEARCH_FOUND(
				 "SELECT rowid AS id FROM search_words WHERE search_words MATCH $1 "
				 "AND rowid < $2 ORDER BY rowid DESC LIMIT $3"),
			 /* "+ 0" keeps it from going through all rows by their numbers */
			 [DD_DB_PGSQL] = SEARCH_FOUND(
				 "SELECT id FROM search_item WHERE words @@ CAST(CAST($1 AS TEXT) "
				 "AS tsquery) "
				 "AND id + 0 < $2 ORDER BY id + 0 DESC LIMIT $3")}},
	[DD_DERIVED_SEARCH_TASKS] =
		{.own = {[DD_DB_SQLITE] = "SELECT i.task_id FROM search_words w JOIN search_item i "
					  "ON i.id = w.rowid WHERE search_words MATCH $1 AND "
					  "i.kind = 'task' ORDER BY w.rowid DESC LIMIT $2",
			 [DD_DB_PGSQL] =
				 "SELECT task_id FROM search_item WHERE words @@ CAST(CAST($1 AS "
				 "TEXT) AS tsquery) AND kind = 'task' ORDER BY id + 0 DESC LIMIT "
				 "$2"}},
	[DD_DERIVED_LIST_TASK_TEXTS] =
		{.own = {[DD_DB_SQLITE] = TASK_TEXTS("SELECT value FROM json_each($1)"),
			 [DD_DB_PGSQL] = TASK_TEXTS(
				 "SELECT CAST(j.value AS bigint) FROM "
				 "json_array_elements_text(CAST($1 AS json)) j")}},
	[DD_DERIVED_GET_DERIVED] = {.sql = "SELECT rules FROM derived WHERE name = $1"},
	[DD_DERIVED_SET_DERIVED] = {.sql = "UPDATE derived SET rules = $2 WHERE name = $1"},
};
