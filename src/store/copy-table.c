/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy-table.c: a migration that adds a table or a column adds it here */
#include "copy-table.h"

/* @marks: $1 to $n for its @columns; @after, @limit: $1… for its @key and the mark behind */
#define TABLE(table, columns, marks, key, after, limit)                                            \
	.name = (table),                                                                           \
	.list = {.sql = "SELECT " columns " FROM " table " WHERE (" key ") > (" after              \
			") ORDER BY " key " LIMIT " limit},                                        \
	.add = {.sql = "INSERT INTO " table " (" columns ") VALUES (" marks ")"},                  \
	.count = {.sql = "SELECT count(*) FROM " table}
#define NO_INT                                                                                     \
	{                                                                                          \
		.type = DD_DB_INT, .number = -1                                                    \
	}
#define NO_TEXT                                                                                    \
	{                                                                                          \
		.type = DD_DB_TEXT, .bytes = ""                                                    \
	}
#define NO_BLOB                                                                                    \
	{                                                                                          \
		.type = DD_DB_BLOB, .bytes = ""                                                    \
	}

static const DdCopyTable tables[] = {
	{TABLE("file", "hash, size, kind, added_at, content", "$1, $2, $3, $4, $5", "hash", "$1", "$2"),
		.n_columns = 5, .n_key = 1, .page = 1, .first = {NO_BLOB}},
	{TABLE("document", "id, known, type, number, date, issuer, title, signer, number_key, issuer_key",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10", "id", "$1", "$2"),
		.n_columns = 10, .n_key = 1, .page = 500, .first = {NO_INT}},
	{TABLE("form", "file_hash, name_inside, document_id, name, added_at", "$1, $2, $3, $4, $5",
		 "file_hash, name_inside", "$1, $2", "$3"),
		.n_columns = 5, .n_key = 2, .page = 500, .first = {NO_BLOB, NO_TEXT}},
	{TABLE("reading", "id, document_id, file_hash, name_inside, state, program, added_at, hash, json",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9", "id", "$1", "$2"),
		.n_columns = 9, .n_key = 1, .page = 4, .first = {NO_INT}},
	{TABLE("task",
		 "id, reading_id, position, label, heading, text, line_start, line_end, time_raw, "
		 "time_json, "
		 "product, confidence, state, version",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14", "id", "$1", "$2"),
		.n_columns = 14, .n_key = 1, .page = 500, .first = {NO_INT}},
	{TABLE("assignment", "task_id, role, position, name, name_key, confidence",
		 "$1, $2, $3, $4, $5, $6", "task_id, role, position", "$1, $2, $3", "$4"),
		.n_columns = 6, .n_key = 3, .page = 500, .first = {NO_INT, NO_TEXT, NO_INT}},
	{TABLE("follow", "task_id, lead, lead_key, due_kind, open, position, due, due_order, percent, stopped, submitted_by, until",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12", "task_id", "$1", "$2"),
		.n_columns = 12, .n_key = 1, .page = 500, .first = {NO_INT}},
	{TABLE("occurrence", "task_id, position, start, due, said, what, rule, stopped",
		 "$1, $2, $3, $4, $5, $6, $7, $8", "task_id, position", "$1, $2", "$3"),
		.n_columns = 8, .n_key = 2, .page = 500, .first = {NO_INT, NO_INT}},
	{TABLE("step",
		 "task_id, position, at, who, role, unit, action, occurrence, state, due, percent, "
		 "stopped, "
		 "reason, document, product, proof, done, next, difficulty, proposal, until",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
		 "$19, $20, $21",
		 "task_id, position", "$1, $2", "$3"),
		.n_columns = 21, .n_key = 2, .page = 500, .first = {NO_INT, NO_INT}},
	/* its words are made anew behind (dd_store_copy) */
	{TABLE("search_item", "id, kind, document_id, task_id, step, part, day, units, body",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9", "id", "$1", "$2"),
		.n_columns = 9, .n_key = 1, .page = 500, .first = {NO_INT}},
	{TABLE("citation", "reading_id, position, document_id, relation, clause, raw, line, confidence",
		 "$1, $2, $3, $4, $5, $6, $7, $8", "reading_id, position", "$1, $2", "$3"),
		.n_columns = 8, .n_key = 2, .page = 500, .first = {NO_INT, NO_INT}},
	{TABLE("audit", "seq, at, who, origin, action, object, object_id, was_json, now_json, why, previous, hash",
		 "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12", "seq", "$1", "$2"),
		.n_columns = 12, .n_key = 1, .page = 500, .first = {NO_INT}},
	{TABLE("audit_head", "id, seq, hash", "$1, $2, $3", "id", "$1", "$2"), .n_columns = 3,
		.n_key = 1, .page = 2, .first = {NO_INT}, .clear = {.sql = "DELETE FROM audit_head"}},
	{TABLE("counter", "name, last", "$1, $2", "name", "$1", "$2"), .n_columns = 2, .n_key = 1,
		.page = 100, .first = {NO_TEXT}, .clear = {.sql = "DELETE FROM counter"}},
};

const DdCopyTable *
dd_copy_get_tables(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(tables);
	return tables;
}
