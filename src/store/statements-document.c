/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-document.c: SQL of lists of documents */
#include "statements-document.h"

#include "columns.h"
#include "statements-unit.h"

/* Those of a unit: what it issued, and in what went out what it leads or helps with */
#define SEEN                                                                                       \
	"(CAST($4 AS TEXT) IS NULL OR d.issuer_key IN " DD_SQL_OWN_NAMES(                          \
		"$4") " OR (r.state = 'issued' AND (EXISTS (SELECT 1 FROM task t JOIN "            \
		      "assignment_now a ON a.task_id = t.id WHERE t.reading_id = r.id AND "        \
		      "a.name_key IN " DD_SQL_OWN_NAMES(                                           \
			      "$4") " AND a.role = 'coordinate' AND " DD_SQL_IS_OUT                \
				    ") OR EXISTS (SELECT 1 FROM task t JOIN follow f ON "          \
				    "f.task_id "                                                   \
				    "= t.id WHERE t.reading_id = r.id AND ((f.unit_id IS NULL "    \
				    "AND f.lead_key = $4) OR f.unit_id IN " DD_SQL_OWN_UNITS(      \
					    "$4") ") AND " DD_SQL_IS_OUT "))))"

/* What an index is asked for by values. @exact: keys in the order of their bytes, in the words of the engine */
#define DATE "COALESCE(d.date, '')"
#define IS_OF_TYPE(type) "lower(d.type) = lower(CAST(" type " AS TEXT))"
#define IS_OF_STATE(state) "r.state = " state
#define IS_DATED(from, to) DATE " >= " from " AND " DATE " <= " to
#define IS_BETWEEN(key, exact, from, behind) key exact " >= " from " AND " key exact " < " behind
/* what has to do with a unit, before it is looked at whether the unit may see it */
#define UNIT_ISSUED(unit)                                                                          \
	"SELECT o.id FROM document o WHERE o.issuer_key IN " DD_SQL_OWN_NAMES(unit)
#define UNIT_LEADS(unit) "SELECT f.task_id FROM follow f WHERE f.unit_id IN " DD_SQL_OWN_UNITS(unit)
#define NAME_LEADS(unit) "SELECT f.task_id FROM follow f WHERE f.lead_key = " unit
#define UNIT_HELPS(table, unit)                                                                    \
	"SELECT a.task_id FROM " table                                                             \
	" a WHERE a.role = 'coordinate' AND a.name_key IN " DD_SQL_OWN_NAMES(unit)

#define OF_ISSUER(exact) IS_BETWEEN("d.issuer_key", exact, "$6", "$12")
#define OF_NUMBER(exact) IS_BETWEEN("d.number_key", exact, "$7", "$13")
/*
 * Each list looks at all, so that one caller serves all; what says nothing lets every document pass. No index goes by the words that stand
 * here. What is heard of alone is no other state, and has no reading
 */
#define FILTER(exact)                                                                                                                                                              \
	"($2 OR d.known) AND (CAST($5 AS TEXT) IS NULL OR " IS_OF_TYPE(                                                                                                            \
		"$5") ") AND (CAST($6 AS TEXT) IS NULL OR (" OF_ISSUER(exact) ")) AND (CAST($7 "                                                                                   \
									      "AS TEXT) IS NULL "                                                                                  \
									      "OR (" OF_NUMBER(exact) ")) AND " DATE                                                               \
												      " || '' >= CAST($8 AS TEXT) AND " DATE                                       \
												      " || '' <= CAST($9 AS TEXT) AND (CAST($10 AS TEXT) IS NULL OR " IS_OF_STATE( \
													      "$10") ") AND CAST($11 AS TEXT) IS NOT NULL AND " SEEN

#define ALL "document d LEFT JOIN reading r ON r.document_id = d.id"
#define READ "reading r CROSS JOIN document d"
/* The page is found first, and what is shown of it then */
#define LIST(from, where, exact, behind, order, shown)                                             \
	"SELECT " DD_SQL_DOCUMENT_COLUMNS " FROM (SELECT d.id FROM " from " WHERE " where behind   \
	" AND " FILTER(                                                                            \
		exact) " ORDER BY " order " LIMIT $3) k CROSS JOIN document d LEFT JOIN "          \
		       "reading r ON r.document_id = d.id WHERE d.id = k.id ORDER BY " shown

/* @id, @date: nothing behind them where an index of the order is gone along; else what keeps an engine from it, because documents are few and are sorted */
#define BY_ID(id) id " > $1", id, "d.id"
#define NEWEST(id) id " < $1", id " DESC", "d.id DESC"
/* SQLite takes no values of two columns for a bound of an index of expressions */
#define BY_DATE(date)                                                                              \
	date " <= $11 AND (" date ", d.id) < ($11, $1) AND " date " >= $8",                        \
		date " DESC, d.id DESC", DATE " DESC, d.id DESC"
#define EXPAND(list, ...) list(__VA_ARGS__)
#define EXACT " COLLATE \"C\""
#define OWN(sort, from, where)                                                                     \
	{                                                                                          \
		.own = { [DD_DB_SQLITE] = EXPAND(LIST, from, where(""), "", sort),                 \
			[DD_DB_PGSQL] = EXPAND(LIST, from, where(EXACT), EXACT, sort) }            \
	}
#define LISTS(from, where, id, date)                                                               \
	{                                                                                          \
		[DD_DOCUMENTS_BY_ID] = OWN(BY_ID(id), from, where),                                \
		[DD_DOCUMENTS_NEWEST] = OWN(NEWEST(id), from, where),                              \
		[DD_DOCUMENTS_BY_DATE] = OWN(BY_DATE(date), from, where)                           \
	}
#define FEW_ID "d.id + 0"
#define FEW_DATE DATE " || ''"

#define FROM_ALL(exact) ""
#define FROM_TYPE(exact) IS_OF_TYPE("$5") " AND "
#define FROM_STATE(exact) "d.id = r.document_id AND " IS_OF_STATE("$10") " AND "
#define FROM_DATES(exact) IS_DATED("$8", "$9") " AND "
#define FROM_ISSUER(exact) OF_ISSUER(exact) " AND "
#define FROM_NUMBER(exact) OF_NUMBER(exact) " AND "
#define FROM_UNIT(exact)                                                                           \
	"d.id IN (" UNIT_ISSUED(                                                                   \
		"$4") " UNION SELECT p.document_id FROM task q CROSS JOIN "                        \
		      "reading p WHERE p.id = q.reading_id AND q.id IN (" UNIT_LEADS(              \
			      "$4") " UNION " NAME_LEADS("$4") " UNION " UNIT_HELPS("assignment",  \
			      "$4") " UNION " UNIT_HELPS("settled_assignment", "$4") ")) AND "

const DdDbStatement dd_document_sql[DD_DOCUMENTS_OF_LAST][DD_DOCUMENTS_LAST] = {
	[DD_DOCUMENTS_OF_ALL] = LISTS(ALL, FROM_ALL, "d.id", DATE),
	[DD_DOCUMENTS_OF_TYPE] = LISTS(ALL, FROM_TYPE, "d.id", DATE),
	[DD_DOCUMENTS_OF_STATE] = LISTS(READ, FROM_STATE, "r.document_id", FEW_DATE),
	[DD_DOCUMENTS_OF_DATES] = LISTS(ALL, FROM_DATES, FEW_ID, FEW_DATE),
	[DD_DOCUMENTS_OF_ISSUER] = LISTS(ALL, FROM_ISSUER, FEW_ID, FEW_DATE),
	[DD_DOCUMENTS_OF_NUMBER] = LISTS(ALL, FROM_NUMBER, FEW_ID, FEW_DATE),
	[DD_DOCUMENTS_OF_UNIT] = LISTS(ALL, FROM_UNIT, FEW_ID, FEW_DATE),
};

#define COUNT(rows) "SELECT count(*) FROM (" rows " LIMIT $1) c"
#define COUNT_OF(where) COUNT("SELECT 1 AS one FROM document d WHERE " where)
#define COUNT_BETWEEN(key)                                                                         \
	{                                                                                          \
		.own = { [DD_DB_SQLITE] = COUNT_OF(IS_BETWEEN(key, "", "$2", "$3")),               \
			[DD_DB_PGSQL] = COUNT_OF(IS_BETWEEN(key, EXACT, "$2", "$3")) }             \
	}

const DdDbStatement dd_document_count_sql[DD_DOCUMENTS_OF_LAST] = {
	[DD_DOCUMENTS_OF_TYPE] = {.sql = COUNT_OF(IS_OF_TYPE("$2"))},
	[DD_DOCUMENTS_OF_STATE] = {.sql = COUNT("SELECT 1 AS one FROM reading r WHERE " IS_OF_STATE(
					   "$2"))},
	[DD_DOCUMENTS_OF_DATES] = {.sql = COUNT_OF(IS_DATED("$2", "$3"))},
	[DD_DOCUMENTS_OF_ISSUER] = COUNT_BETWEEN("d.issuer_key"),
	[DD_DOCUMENTS_OF_NUMBER] = COUNT_BETWEEN("d.number_key"),
	[DD_DOCUMENTS_OF_UNIT] = {
		.sql = COUNT(UNIT_ISSUED("$2") " UNION ALL " UNIT_LEADS(
			"$2") " UNION ALL " NAME_LEADS("$2") " UNION ALL " UNIT_HELPS("assignment",
			"$2") " UNION ALL " UNIT_HELPS("settled_assignment", "$2"))}};
