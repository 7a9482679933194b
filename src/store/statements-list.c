/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-list.c: SQL of lists of followed tasks */
#include "statements-list.h"

#include "columns.h"
#include "statements-unit.h"

/* CROSS JOIN: the followed task is found first, and what belongs to it by its keys */
#define FROM_FOLLOWED                                                                              \
	" FROM follow f CROSS JOIN task_now t CROSS JOIN reading r CROSS JOIN document d WHERE "   \
	"t.id = f.task_id AND r.id = t.reading_id AND d.id = r.document_id AND "

/* What lateness.h says of the task as of $17, of which $18 is the last day that is near */
#define LATENESS                                                                                   \
	"CASE WHEN f.state = 'done' THEN CASE WHEN f.due IS NULL THEN 'done-no-deadline' WHEN "    \
	"f.stopped > f.due THEN 'done-late' ELSE 'done-in-time' END "                              \
	"WHEN NOT f.open OR (f.state = 'paused' AND (f.until IS NULL OR f.until >= "               \
	"CAST($17 AS TEXT))) THEN 'aside' "                                                        \
	"WHEN f.due IS NULL THEN 'no-deadline' "                                                   \
	"WHEN f.state = 'submitted' AND f.stopped IS NOT NULL THEN CASE WHEN f.stopped > f.due "   \
	"THEN 'late' ELSE 'in-time' END "                                                          \
	"WHEN f.due < CAST($17 AS TEXT) THEN 'late' WHEN f.due <= CAST($18 AS TEXT) THEN 'near' "  \
	"ELSE 'in-time' END"
#define ONE_OF(list, word) "CAST(" list " AS TEXT) LIKE '%|' || " word " || '|%'"
#define HELPS "a.role = 'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES("$12")
#define DIRECTS "a.role = 'director' AND a.name_key = $13"
/* Whether the unit leads a task of the list, or helps with it */
#define TAKES_PART                                                                                 \
	"((f.unit_id IS NULL AND f.lead_key = $11) OR f.unit_id IN " DD_SQL_OWN_UNITS(             \
		"$11") " OR EXISTS (SELECT 1 FROM assignment_now a WHERE a.task_id = f.task_id "   \
		       "AND a.role = 'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES("$11") "))"
/* Whether a unit has to do with a task of the list, as permission.h has it */
#define SEEN                                                                                       \
	"(CAST($11 AS TEXT) IS NULL OR (" DD_SQL_IS_OUT " AND " TAKES_PART                         \
	") OR d.issuer_key IN " DD_SQL_OWN_NAMES("$11") ")"
/* What the followed task itself tells. Each statement uses all values, so that one caller serves all; those of it that say nothing let every task pass */
#define OF_FOLLOW                                                                                  \
	"f.due_order || '' <= CAST($15 AS TEXT) AND f.due_order || '' >= CAST($14 AS TEXT) AND "   \
	"($10 = CAST(0 AS bigint) OR f.open = ($10 = CAST(1 AS bigint))) AND "                     \
	"(CAST($9 AS TEXT) IS NULL OR " ONE_OF("$9",                                               \
		"f.state") ") AND "                                                                \
			   "(CAST($6 AS TEXT) IS NULL OR f.lead_key = $6) AND "                    \
			   "($7 = CAST(0 AS bigint) OR f.unit_id = $7) AND "                       \
			   "(CAST($16 AS TEXT) IS NULL OR f.due_kind = $16) AND "                  \
			   "(CAST($19 AS TEXT) IS NULL OR " ONE_OF("$19",                          \
				   LATENESS) ") AND "                                              \
					     "(CAST($20 AS TEXT) IS NULL OR f.state = $20) AND "   \
					     "(CAST($12 AS TEXT) IS NULL OR EXISTS (SELECT 1 "     \
					     "FROM assignment_now a WHERE a.task_id = f.task_id "  \
					     "AND " HELPS ")) AND "                                \
					     "(CAST($13 AS TEXT) IS NULL OR EXISTS (SELECT 1 "     \
					     "FROM assignment_now a WHERE a.task_id = f.task_id "  \
					     "AND " DIRECTS "))"
#define FILTER OF_FOLLOW " AND ($8 = CAST(0 AS bigint) OR r.document_id = $8) AND " SEEN
/* @ids: what $21, numbers in JSON, is in the words of an engine. Without it there are no such numbers */
#define NO_TEXTS "CAST($21 AS TEXT) IS NULL AND "
#define IDS_SQLITE "SELECT value FROM json_each($21)"
#define IDS_PGSQL                                                                                  \
	"SELECT CAST(j.value AS bigint) FROM json_array_elements_text(CAST($21 AS json)) j"

/* Each list uses the keys of all */
#define KEYS                                                                                       \
	"CAST($1 AS TEXT) IS NOT NULL AND CAST($2 AS TEXT) IS NOT NULL AND "                       \
	"CAST($3 AS bigint) IS NOT NULL AND CAST($4 AS bigint) IS NOT NULL AND "
#define LIST(from, behind, order)                                                                  \
	"SELECT " DD_SQL_FOLLOW_COLUMNS FROM_FOLLOWED KEYS from behind " AND " FILTER              \
	" ORDER BY " order " LIMIT $5"
/* Of a unit that issues nothing the followed task tells all that decides, so that what belongs to it is found for the rows of the page alone */
#define LIST_SEEN(from, behind, order)                                                             \
	"SELECT " DD_SQL_FOLLOW_COLUMNS                                                            \
	" FROM (SELECT f.task_id AS id FROM follow f WHERE " KEYS from behind " AND " OF_FOLLOW    \
	" AND " DD_SQL_IS_OUT_OF(                                                                  \
		"f") " AND " TAKES_PART " ORDER BY " order                                         \
		     " LIMIT $5) k CROSS JOIN follow f CROSS JOIN task_now t CROSS JOIN reading "  \
		     "r CROSS JOIN document d WHERE f.task_id = k.id AND t.id = f.task_id AND "    \
		     "r.id = t.reading_id AND d.id = r.document_id AND $8 = CAST(0 AS bigint) "    \
		     "ORDER BY " order
#define COUNT_BEHIND(from, behind, order)                                                          \
	"SELECT count(*) FROM (SELECT 1 AS one" FROM_FOLLOWED KEYS from behind " AND " FILTER      \
	" LIMIT $5) c"
#define COUNT(from) EXPAND(COUNT_BEHIND, from, BY_DUE(""))
#define COUNT_FEW(from) EXPAND(COUNT_BEHIND, from, BY_DUE(" || ''"))

/* Folded names are in the order of their bytes, as SQLite has them, whatever a server's language is */
#define EXACT " COLLATE \"C\""
/* where the keys begin is said by whoever asks; where they end, by this */
#define BY_DUE(plain)                                                                              \
	"(f.due_order" plain ", f.task_id) > ($1, $4) AND f.due_order" plain " <= $15",            \
		"f.due_order" plain ", f.task_id"
#define BY_NUMBER(plain) "f.task_id > $4", "f.task_id"
#define BY_UNIT(plain, exact)                                                                      \
	"(f.lead_key" plain exact ", f.due_order" exact ", f.task_id) > ($1, $2, $4)",             \
		"f.lead_key" plain exact ", f.due_order" exact ", f.task_id"
#define BY_CHANGED(plain)                                                                          \
	"(f.changed" plain ", f.task_id) < ($3, $4)", "f.changed" plain " DESC, f.task_id DESC"
#define EXPAND(list, ...) list(__VA_ARGS__)
/*
 * @text, @number: nothing where the index of an order is gone along; else what keeps an engine from it, because the tasks that @from leaves are few
 * and are sorted
 */
#define LISTS_BY(list, from, text, number)                                                         \
	{                                                                                          \
		[DD_LIST_BY_DUE] = {.sql = EXPAND(list, from, BY_DUE(text))},                      \
		[DD_LIST_BY_NUMBER] = {.sql = EXPAND(list, from, BY_NUMBER(text))},                \
		[DD_LIST_BY_UNIT] = {.sql = EXPAND(list, from, BY_UNIT(text, "")),                 \
			.own = {[DD_DB_PGSQL] = EXPAND(list, from, BY_UNIT(text, EXACT))}},        \
		[DD_LIST_BY_CHANGED] = {                                                           \
			.sql = EXPAND(list, from, BY_CHANGED(number))                              \
		}                                                                                  \
	}
#define LISTS(from, text, number) LISTS_BY(LIST, from, text, number)
#define FEW(from) LISTS(from, " || ''", " + 0")
#define FEW_OWN(sqlite, pgsql)                                                                     \
	{                                                                                          \
		[DD_LIST_BY_DUE] = {.sql = EXPAND(LIST, sqlite, BY_DUE(" || ''")),                 \
			.own = {[DD_DB_PGSQL] = EXPAND(LIST, pgsql, BY_DUE(" || ''"))}},           \
		[DD_LIST_BY_NUMBER] = {.sql = EXPAND(LIST, sqlite, BY_NUMBER("")),                 \
			.own = {[DD_DB_PGSQL] = EXPAND(LIST, pgsql, BY_NUMBER(""))}},              \
		[DD_LIST_BY_UNIT] = {.sql = EXPAND(LIST, sqlite, BY_UNIT(" || ''", "")),           \
			.own = {[DD_DB_PGSQL] = EXPAND(LIST, pgsql, BY_UNIT(" || ''", EXACT))}},   \
		[DD_LIST_BY_CHANGED] = {                                                           \
			.sql = EXPAND(LIST, sqlite, BY_CHANGED(" + 0")),                           \
			.own = {[DD_DB_PGSQL] = EXPAND(LIST, pgsql, BY_CHANGED(" + 0"))}           \
		}                                                                                  \
	}

#define FROM_ALL NO_TEXTS
#define FROM_OPEN NO_TEXTS "f.open AND "
#define FROM_STATE NO_TEXTS "f.state = CAST($20 AS TEXT) AND "
#define FROM_UNIT NO_TEXTS "f.unit_id = $7 AND "
#define FROM_LEAD NO_TEXTS "f.lead_key = CAST($6 AS TEXT) AND "
#define FROM_DOCUMENT                                                                              \
	NO_TEXTS "f.task_id IN (SELECT o.id FROM task o WHERE o.reading_id IN (SELECT p.id FROM "  \
		 "reading p WHERE p.document_id = $8)) AND "
/* what is known of both parts of the view keeps each on its index */
#define OTHERS(table, which) "SELECT a.task_id FROM " table " a WHERE " which
#define FROM_OTHERS                                                                                \
	NO_TEXTS "f.task_id IN (" OTHERS("assignment", HELPS) " UNION " OTHERS(                    \
		"settled_assignment", HELPS) " UNION " OTHERS("assignment",                        \
		DIRECTS) " UNION " OTHERS("settled_assignment", DIRECTS) ") AND "
#define FROM_SEEN                                                                                  \
	NO_TEXTS                                                                                   \
	"f.task_id IN (SELECT o.task_id FROM follow o WHERE o.unit_id IN " DD_SQL_OWN_UNITS(       \
		"$11") " UNION SELECT o.task_id FROM follow o WHERE o.lead_key = $11 UNION "       \
		       "SELECT a.task_id FROM assignment a "                                       \
		       "WHERE a.role = 'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES(          \
			       "$11") " UNION SELECT a.task_id FROM settled_assignment a WHERE "   \
				      "a.role = 'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES( \
					      "$11") ") AND "
#define TEXTS_SQLITE "f.task_id IN (" IDS_SQLITE ") AND "
#define TEXTS_PGSQL "f.task_id IN (" IDS_PGSQL ") AND "

const DdDbStatement dd_list_sql[DD_LIST_LAST][DD_LIST_BY_LAST] = {
	[DD_LIST_ALL] = LISTS(FROM_ALL, "", ""),
	[DD_LIST_OPEN] = LISTS(FROM_OPEN, "", ""),
	/* an index has them by due; each state has its own part of a list */
	[DD_LIST_STATE] = LISTS(FROM_STATE, "", " + 0"),
	[DD_LIST_UNIT] = LISTS(FROM_UNIT, "", " + 0"),
	[DD_LIST_LEAD] = LISTS(FROM_LEAD, "", " + 0"),
	[DD_LIST_DOCUMENT] = FEW(FROM_DOCUMENT),
	[DD_LIST_OTHERS] = FEW(FROM_OTHERS),
	[DD_LIST_TEXTS] = FEW_OWN(TEXTS_SQLITE, TEXTS_PGSQL),
	[DD_LIST_SEEN] = LISTS_BY(LIST_SEEN, FROM_SEEN, " || ''", " + 0"),
};

const DdDbStatement dd_list_count_sql[DD_LIST_LAST] = {
	[DD_LIST_ALL] = {.sql = COUNT(FROM_ALL)},
	[DD_LIST_OPEN] = {.sql = COUNT(FROM_OPEN)},
	[DD_LIST_STATE] = {.sql = COUNT(FROM_STATE)},
	[DD_LIST_UNIT] = {.sql = COUNT(FROM_UNIT)},
	[DD_LIST_LEAD] = {.sql = COUNT(FROM_LEAD)},
	[DD_LIST_DOCUMENT] = {.sql = COUNT_FEW(FROM_DOCUMENT)},
	[DD_LIST_OTHERS] = {.sql = COUNT_FEW(FROM_OTHERS)},
	[DD_LIST_TEXTS] = {.sql = COUNT_FEW(TEXTS_SQLITE),
		.own = {[DD_DB_PGSQL] = COUNT_FEW(TEXTS_PGSQL)}},
	[DD_LIST_SEEN] = {.sql = COUNT_FEW(FROM_SEEN)},
};

const DdDbStatement dd_list_total_sql = {
	.sql = "SELECT CAST(COALESCE(sum(n), 0) AS bigint) FROM unit_count WHERE "
	       "CAST($1 AS TEXT) IS NULL OR " ONE_OF("$1", "state")};
const DdDbStatement dd_list_issues_sql = {
	.sql = "SELECT 1 FROM document d WHERE d.known AND d.issuer_key IN " DD_SQL_OWN_NAMES(
		"$1") " LIMIT 1"};
