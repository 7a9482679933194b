/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-check.c: SQL of the check, which goes along an index, behind the row before; and of seals */
#include "statements-check.h"

#include "columns.h"

#define PAGE 500L
#define RECORDS 100 /* at a time: one may list all that a document cites */
/* All of a table by its number, or by that of what it belongs to, and position */
#define BY_ID(columns, table, id, n)                                                               \
	{                                                                                          \
		.list = {.sql = "SELECT " columns " FROM " table " WHERE " id " > $1 ORDER BY " id \
				" LIMIT $2"},                                                      \
		.n_columns = (n), .n_key = 1, .page = PAGE, .first = {                             \
			DD_WALK_NO_INT                                                             \
		}                                                                                  \
	}
#define BY_POSITION(columns, table, of, n)                                                         \
	{                                                                                          \
		.list = {.sql = "SELECT " columns " FROM " table " WHERE (" of                     \
				", position) > ($1, $2) ORDER BY " of ", position LIMIT $3"},      \
		.n_columns = (n), .n_key = 2, .page = PAGE, .first = {                             \
			DD_WALK_NO_INT,                                                            \
			DD_WALK_NO_INT                                                             \
		}                                                                                  \
	}

const DdWalkTable dd_walk_tables[DD_WALK_LAST] = {
	[DD_WALK_RECORDS] = {.list = {.sql = "SELECT object_id, seq, now_json FROM audit WHERE "
					     "object = $1 AND (object_id, seq) > ($2, $3) "
					     "ORDER BY object_id, seq LIMIT $4"},
		.n_columns = 3,
		.n_key = 2,
		.of_one = true,
		.page = RECORDS,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT}},
	[DD_WALK_FORMS] = {.list = {.sql = "SELECT f.file_hash, f.name_inside, f.document_id, "
					   "f.name, f.added_at, b.hash, b.size, b.kind, b.added_at "
					   "FROM form f LEFT JOIN file b ON b.hash = f.file_hash "
					   "WHERE (f.file_hash, f.name_inside) > ($1, $2) "
					   "ORDER BY f.file_hash, f.name_inside LIMIT $3"},
		.n_columns = DD_N_FORM + DD_N_FILE,
		.n_key = 2,
		.page = PAGE,
		.first = {DD_WALK_NO_BLOB, DD_WALK_NO_TEXT}},
	[DD_WALK_ATTACHMENTS] = {.list = {.sql = "SELECT a.id, a.task_id, a.file_hash, a.name, "
						 "a.who, a.added_at, a.step, b.hash, b.size, "
						 "b.kind, b.added_at FROM attachment a LEFT JOIN "
						 "file b ON b.hash = a.file_hash WHERE a.id > $1 "
						 "ORDER BY a.id LIMIT $2"},
		.n_columns = DD_N_ATTACHMENT + DD_N_FILE,
		.n_key = 1,
		.page = PAGE,
		.first = {DD_WALK_NO_INT}},
	[DD_WALK_TASKS] = {.list = {.sql = "SELECT " DD_COLUMNS_TASK " FROM task WHERE reading_id "
					   "= $1 AND position > $2 AND NOT added ORDER BY position "
					   "LIMIT $3"},
		.n_columns = DD_N_TASK,
		.key_at = 2,
		.n_key = 1,
		.of_one = true,
		.page = PAGE,
		.first = {DD_WALK_NO_INT}},
	[DD_WALK_ASSIGNMENTS] = {.list = {.sql = "SELECT a.task_id, a.role, a.position, a.name, "
						 "a.name_key, a.confidence FROM task t JOIN "
						 "assignment a ON a.task_id = t.id WHERE "
						 "t.reading_id = $1 AND (a.task_id, a.role, "
						 "a.position) > ($2, $3, $4) ORDER BY a.task_id, "
						 "a.role, a.position LIMIT $5"},
		.n_columns = DD_N_ASSIGNMENT,
		.n_key = 3,
		.of_one = true,
		.page = 4 * PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_TEXT, DD_WALK_NO_INT}},
	[DD_WALK_CITATIONS] = {.list = {.sql = "SELECT " DD_COLUMNS_CITATION " FROM citation WHERE "
					       "reading_id = $1 AND position > $2 ORDER BY "
					       "position LIMIT $3"},
		.n_columns = DD_N_CITATION,
		.key_at = 1,
		.n_key = 1,
		.of_one = true,
		.page = PAGE,
		.first = {DD_WALK_NO_INT}},
	[DD_WALK_SOURCES] = {.list = {.sql = "SELECT " DD_COLUMNS_SOURCE " FROM source WHERE "
					     "reading_id = $1 AND reading_id > $2 LIMIT $3"},
		.n_columns = DD_N_SOURCE,
		.n_key = 1,
		.of_one = true,
		.page = 1,
		.first = {DD_WALK_NO_INT}},
	[DD_WALK_STATES] = BY_ID("id, state, version, (SELECT count(*) FROM settled s WHERE "
				 "s.task_id = task.id)",
		"task", "id", 4),
	[DD_WALK_ADDED] =
		{.list = {.sql = "SELECT " DD_COLUMNS_TASK
				 " FROM task WHERE id > $1 AND added ORDER BY id LIMIT $2"},
			.n_columns = DD_N_TASK,
			.n_key = 1,
			.page = PAGE,
			.first = {DD_WALK_NO_INT}},
	[DD_WALK_CORRECTIONS] = {.list = {.sql = "SELECT task_id, position, field, was, now FROM "
						 "correction WHERE (task_id, position, field) > "
						 "($1, $2, $3) ORDER BY task_id, position, field "
						 "LIMIT $4"},
		.n_columns = 5,
		.n_key = 3,
		.page = PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT, DD_WALK_NO_TEXT}},
	[DD_WALK_SETTLED_NAMES] = {.list = {.sql = "SELECT task_id, role, position, name, "
						   "name_key, (SELECT count(*) FROM settled s "
						   "WHERE s.task_id = a.task_id) FROM "
						   "settled_assignment a WHERE (task_id, role, "
						   "position) > ($1, $2, $3) ORDER BY task_id, "
						   "role, position LIMIT $4"},
		.n_columns = 6,
		.n_key = 3,
		.page = PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_TEXT, DD_WALK_NO_INT}},
	[DD_WALK_DOCUMENTS] = BY_ID(DD_COLUMNS_DOCUMENT, "document", "id", DD_N_DOCUMENT),
	[DD_WALK_READINGS] = {.list = {.sql = "SELECT " DD_COLUMNS_READING ", json FROM reading "
					      "WHERE id > $1 ORDER BY id LIMIT $2"},
		.n_columns = DD_N_READING + 1,
		.n_key = 1,
		.page = 4,
		.first = {DD_WALK_NO_INT}},
	[DD_WALK_REREADINGS] = {.list = {.sql = "SELECT document_id, id, program, hash, json FROM "
						"rereading WHERE (document_id, id) > ($1, $2) "
						"ORDER BY document_id, id LIMIT $3"},
		.n_columns = 5,
		.n_key = 2,
		.page = 4,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT}},
	[DD_WALK_STEPS] = BY_POSITION(DD_COLUMNS_STEP, "step", "task_id", DD_N_STEP),
	[DD_WALK_FOLLOWS] = BY_ID(DD_COLUMNS_FOLLOW, "follow", "task_id", DD_N_FOLLOW),
	[DD_WALK_OCCURRENCES] = BY_POSITION(
		DD_COLUMNS_OCCURRENCE, "occurrence", "task_id", DD_N_OCCURRENCE),
	[DD_WALK_UNITS] = BY_ID(DD_COLUMNS_UNIT, "unit", "id", DD_N_UNIT),
	[DD_WALK_UNIT_NAMES] = BY_POSITION(DD_COLUMNS_UNIT_NAME, "unit_name", "unit_id", DD_N_UNIT_NAME),
	[DD_WALK_SUCCESSIONS] = {.list = {.sql = "SELECT " DD_COLUMNS_SUCCESSION
						 " FROM unit_succession WHERE (from_id, to_id, "
						 "field) > ($1, $2, $3) ORDER BY from_id, to_id, "
						 "field LIMIT $4"},
		.n_columns = DD_N_SUCCESSION,
		.n_key = 3,
		.page = PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT, DD_WALK_NO_TEXT}},
	[DD_WALK_SETTLEMENTS] = {.list = {.sql = "SELECT " DD_COLUMNS_SETTLEMENT
						 " FROM unit_settlement WHERE (unit_id, "
						 "document_id, name_key) > ($1, $2, $3) ORDER BY "
						 "unit_id, document_id, name_key LIMIT $4"},
		.n_columns = DD_N_SETTLEMENT,
		.n_key = 3,
		.page = PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT, DD_WALK_NO_TEXT}},
	[DD_WALK_ACCOUNTS] = BY_ID(DD_COLUMNS_ACCOUNT, "account", "id", DD_N_ACCOUNT),
	[DD_WALK_TOKENS] = {.list = {.sql = "SELECT " DD_COLUMNS_TOKEN
					    " FROM api_token WHERE (account_id, id) > ($1, $2) "
					    "ORDER BY account_id, id LIMIT $3"},
		.n_columns = DD_N_TOKEN,
		.n_key = 2,
		.page = PAGE,
		.first = {DD_WALK_NO_INT, DD_WALK_NO_INT}},
	[DD_WALK_RULES] = {.list = {.sql = "SELECT " DD_COLUMNS_RULE
					   " FROM role_rule WHERE role > $1 ORDER BY role LIMIT "
					   "$2"},
		.n_columns = DD_N_RULE,
		.key_at = 1,
		.n_key = 1,
		.page = PAGE,
		.first = {DD_WALK_NO_TEXT}},
	[DD_WALK_HOLIDAY_YEARS] = BY_ID(
		DD_COLUMNS_HOLIDAY_YEAR, "holiday_year", "year", DD_N_HOLIDAY_YEAR),
	[DD_WALK_HOLIDAYS] = BY_POSITION(DD_COLUMNS_HOLIDAY, "holiday", "year", DD_N_HOLIDAY),
};

const DdDbStatement dd_seal_sql[DD_SEAL_LAST] = {
	[DD_SEAL_STEP] = {.sql = "SELECT " DD_COLUMNS_STEP " FROM step WHERE task_id = $1 "
				 "ORDER BY position DESC LIMIT 1"},
	[DD_SEAL_ADDED] = {.sql = "SELECT " DD_COLUMNS_TASK " FROM task WHERE id = $1 AND added"},
	[DD_SEAL_FOLLOW] = {.sql = "SELECT " DD_COLUMNS_FOLLOW " FROM follow WHERE task_id = $1"},
	[DD_SEAL_OCCURRENCES] = {.sql = "SELECT " DD_COLUMNS_OCCURRENCE
					" FROM occurrence WHERE task_id = $1 ORDER BY position"},
	[DD_SEAL_UNIT] = {.sql = "SELECT " DD_COLUMNS_UNIT " FROM unit WHERE id = $1"},
	[DD_SEAL_UNIT_NAMES] = {.sql = "SELECT " DD_COLUMNS_UNIT_NAME
				       " FROM unit_name WHERE unit_id = $1 ORDER BY position"},
	[DD_SEAL_SUCCESSIONS] = {.sql = "SELECT " DD_COLUMNS_SUCCESSION
					" FROM unit_succession WHERE from_id = $1 ORDER BY to_id, "
					"field"},
	[DD_SEAL_SETTLEMENTS] = {.sql = "SELECT " DD_COLUMNS_SETTLEMENT
					" FROM unit_settlement WHERE unit_id = $1 ORDER BY "
					"document_id, name_key"},
	[DD_SEAL_ACCOUNT] = {.sql = "SELECT " DD_COLUMNS_ACCOUNT " FROM account WHERE id = $1"},
	[DD_SEAL_TOKENS] = {.sql = "SELECT " DD_COLUMNS_TOKEN
				   " FROM api_token WHERE account_id = $1 ORDER BY id"},
	[DD_SEAL_RULES] = {.sql = "SELECT " DD_COLUMNS_RULE
				  " FROM role_rule WHERE $1 = CAST(0 AS bigint) ORDER BY role"},
	[DD_SEAL_HOLIDAY_YEAR] = {.sql = "SELECT " DD_COLUMNS_HOLIDAY_YEAR
					 " FROM holiday_year WHERE year = $1"},
	[DD_SEAL_HOLIDAYS] = {.sql = "SELECT " DD_COLUMNS_HOLIDAY
				     " FROM holiday WHERE year = $1 ORDER BY position"},
};
