/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy-table.c: a migration that adds a table or a column adds it here */
#include "copy-table.h"

#include "columns.h"

/* @marks: $1 to $n for its @columns; @after, @limit: $1… for its @key and the mark behind; then @n columns, and @rows at a time */
#define TABLE(table, columns, marks, key, after, limit, n, rows, ...)                              \
	.name = (table),                                                                           \
	.walk = {.list = {.sql = "SELECT " columns " FROM " table " WHERE (" key ") > (" after     \
				 ") ORDER BY " key " LIMIT " limit},                               \
		.n_columns = (n),                                                                  \
		.n_key = sizeof((const DdDbValue[]){__VA_ARGS__}) / sizeof(DdDbValue),             \
		.page = (rows),                                                                    \
		.first = {__VA_ARGS__}},                                                           \
	.add = {.sql = "INSERT INTO " table " (" columns ") VALUES (" marks ")"},                  \
	.count = {.sql = "SELECT count(*) FROM " table}

static const DdCopyTable tables[] = {
	{TABLE("file", DD_COLUMNS_FILE ", content", "$1, $2, $3, $4, $5", "hash", "$1", "$2",
		DD_N_FILE + 1, 1, DD_WALK_NO_BLOB)},
	{TABLE("document", DD_COLUMNS_DOCUMENT, "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10", "id",
		"$1", "$2", DD_N_DOCUMENT, 500, DD_WALK_NO_INT)},
	{TABLE("form", DD_COLUMNS_FORM, "$1, $2, $3, $4, $5", "file_hash, name_inside", "$1, $2",
		"$3", DD_N_FORM, 500, DD_WALK_NO_BLOB, DD_WALK_NO_TEXT)},
	{TABLE("reading", DD_COLUMNS_READING ", json", "$1, $2, $3, $4, $5, $6, $7, $8, $9", "id",
		"$1", "$2", DD_N_READING + 1, 4, DD_WALK_NO_INT)},
	{TABLE("source", DD_COLUMNS_SOURCE, "$1, $2", "reading_id", "$1", "$2", DD_N_SOURCE, 4,
		DD_WALK_NO_INT)},
	{TABLE("task", DD_COLUMNS_TASK ", state, version, added",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15", "id", "$1",
		"$2", DD_N_TASK + 3, 500, DD_WALK_NO_INT)},
	{TABLE("assignment", DD_COLUMNS_ASSIGNMENT, "$1, $2, $3, $4, $5, $6",
		"task_id, role, position", "$1, $2, $3", "$4", DD_N_ASSIGNMENT, 500, DD_WALK_NO_INT,
		DD_WALK_NO_TEXT, DD_WALK_NO_INT)},
	{TABLE("unit", DD_COLUMNS_UNIT, "$1, $2, $3, $4, $5, $6, $7", "id", "$1", "$2", DD_N_UNIT,
		500, DD_WALK_NO_INT)},
	{TABLE("unit_name", DD_COLUMNS_UNIT_NAME, "$1, $2, $3, $4, $5", "unit_id, position",
		"$1, $2", "$3", DD_N_UNIT_NAME, 500, DD_WALK_NO_INT, DD_WALK_NO_INT)},
	{TABLE("unit_succession", DD_COLUMNS_SUCCESSION, "$1, $2, $3, $4, $5",
		"from_id, to_id, field", "$1, $2, $3", "$4", DD_N_SUCCESSION, 500, DD_WALK_NO_INT,
		DD_WALK_NO_INT, DD_WALK_NO_TEXT)},
	{TABLE("unit_settlement", DD_COLUMNS_SETTLEMENT, "$1, $2, $3, $4",
		"unit_id, document_id, name_key", "$1, $2, $3", "$4", DD_N_SETTLEMENT, 500,
		DD_WALK_NO_INT, DD_WALK_NO_INT, DD_WALK_NO_TEXT)},
	{TABLE("follow", DD_COLUMNS_FOLLOW ", unit_id, state, changed",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16", "task_id",
		"$1", "$2", DD_N_FOLLOW + 3, 500, DD_WALK_NO_INT)},
	{TABLE("occurrence", DD_COLUMNS_OCCURRENCE, "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10",
		"task_id, position", "$1, $2", "$3", DD_N_OCCURRENCE, 500, DD_WALK_NO_INT,
		DD_WALK_NO_INT)},
	{TABLE("step", DD_COLUMNS_STEP,
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
		"$19, $20, $21, $22, $23",
		"task_id, position", "$1, $2", "$3", DD_N_STEP, 500, DD_WALK_NO_INT, DD_WALK_NO_INT)},
	{TABLE("attachment", DD_COLUMNS_ATTACHMENT, "$1, $2, $3, $4, $5, $6, $7", "id", "$1", "$2",
		DD_N_ATTACHMENT, 500, DD_WALK_NO_INT)},
	{TABLE("rereading", "id, document_id, program, added_at, hash, json",
		"$1, $2, $3, $4, $5, $6", "id", "$1", "$2", 6, 4, DD_WALK_NO_INT)},
	{TABLE("settled", "task_id, label, heading, text, time_raw, time_json, product",
		"$1, $2, $3, $4, $5, $6, $7", "task_id", "$1", "$2", 7, 500, DD_WALK_NO_INT)},
	{TABLE("settled_assignment", "task_id, role, position, name, name_key",
		"$1, $2, $3, $4, $5", "task_id, role, position", "$1, $2, $3", "$4", 5, 500,
		DD_WALK_NO_INT, DD_WALK_NO_TEXT, DD_WALK_NO_INT)},
	{TABLE("correction", "task_id, position, field, was, now", "$1, $2, $3, $4, $5",
		"task_id, position, field", "$1, $2, $3", "$4", 5, 500, DD_WALK_NO_INT,
		DD_WALK_NO_INT, DD_WALK_NO_TEXT)},
	/* its text is nowhere else, and its numbers are the order in which it is found; its words, and counts, are made anew behind (dd_store_copy) */
	{TABLE("search_item", "id, kind, document_id, task_id, step, part, day, units, body",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9", "id", "$1", "$2", 9, 500, DD_WALK_NO_INT)},
	{TABLE("citation", DD_COLUMNS_CITATION, "$1, $2, $3, $4, $5, $6, $7, $8", "reading_id, position",
		"$1, $2", "$3", DD_N_CITATION, 500, DD_WALK_NO_INT, DD_WALK_NO_INT)},
	{TABLE("account",
		"id, name, name_key, role, unit, password, totp, totp_step, failures, failed_at, "
		"locked_until, disabled, created_at, way, subject",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15", "id", "$1",
		"$2", 15, 500, DD_WALK_NO_INT)},
	{TABLE("job", "id, kind, state, who, origin, name, size, stage, pages_done, pages, message, tries, owner, leased_until, created_at, ended_at, locked_at, wrong_passwords",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18",
		"id", "$1", "$2", 18, 500, DD_WALK_NO_INT)},
	{TABLE("job_piece", "job_id, position, added_at, content", "$1, $2, $3, $4",
		"job_id, position", "$1, $2", "$3", 4, 1, DD_WALK_NO_INT, DD_WALK_NO_INT)},
	{TABLE("job_found",
		"job_id, inside, position, result, document_id, tasks, citations, remarks, message",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9", "job_id, inside", "$1, $2", "$3", 9, 500,
		DD_WALK_NO_INT, DD_WALK_NO_TEXT)},
	{TABLE("session", "hash, account_id, csrf, created_at, seen_at, expires_at, origin, sid, id_token, proved_at",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10", "hash", "$1", "$2", 10, 500,
		DD_WALK_NO_BLOB)},
	{TABLE("invitation", "account_id, hash, created_at, expires_at", "$1, $2, $3, $4",
		"account_id", "$1", "$2", 4, 500, DD_WALK_NO_INT)},
	{TABLE("api_token", "id, hash, account_id, name, scopes, created_at, expires_at, used_at",
		"$1, $2, $3, $4, $5, $6, $7, $8", "id", "$1", "$2", 8, 500, DD_WALK_NO_INT)},
	{TABLE("known_origin", "account_id, origin, used_at, failures, failed_at, locked_until",
		"$1, $2, $3, $4, $5, $6", "account_id, origin", "$1, $2", "$3", 6, 500,
		DD_WALK_NO_INT, DD_WALK_NO_TEXT)},
	{TABLE("attempt", "key, failures, failed_at, locked_until", "$1, $2, $3, $4", "key", "$1",
		"$2", 4, 500, DD_WALK_NO_TEXT)},
	{TABLE("role_rule", "role, totp", "$1, $2", "role", "$1", "$2", 2, 100, DD_WALK_NO_TEXT)},
	{TABLE("holiday_year", DD_COLUMNS_HOLIDAY_YEAR, "$1, $2", "year", "$1", "$2",
		DD_N_HOLIDAY_YEAR, 500, DD_WALK_NO_INT)},
	{TABLE("holiday", DD_COLUMNS_HOLIDAY, "$1, $2, $3, $4, $5, $6, $7", "year, position",
		"$1, $2", "$3", DD_N_HOLIDAY, 500, DD_WALK_NO_INT, DD_WALK_NO_INT)},
	{TABLE("audit", "seq, at, who, origin, action, object, object_id, was_json, now_json, why, previous, hash",
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12", "seq", "$1", "$2", 12, 100,
		DD_WALK_NO_INT)},
	{TABLE("audit_head", "id, seq, hash", "$1, $2, $3", "id", "$1", "$2", 3, 2, DD_WALK_NO_INT),
		.clear = {.sql = "DELETE FROM audit_head"}},
	{TABLE("counter", "name, last", "$1, $2", "name", "$1", "$2", 2, 100, DD_WALK_NO_TEXT),
		.clear = {.sql = "DELETE FROM counter"}},
};

const DdCopyTable *
dd_copy_get_tables(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(tables);
	return tables;
}
