/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.c: the chain of records */
#include "audit.h"

#include "maxima.h"
#include "statements-page.h"
#include "statements.h"

#include <jansson.h>
#include <string.h>

#define PAGE_ROWS 100 /* read at a time: one may list all that a document cites */

DdHash
dd_audit_hash(const DdAuditRow *row)
{
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	dd_hasher_add_int(hasher, row->seq);
	dd_hasher_add_int(hasher, row->at);
	dd_hasher_add_text(hasher, row->who);
	dd_hasher_add_text(hasher, row->origin);
	dd_hasher_add_text(hasher, row->record.action);
	dd_hasher_add_text(hasher, row->record.object);
	dd_hasher_add_int(hasher, row->record.object_id);
	dd_hasher_add_text(hasher, row->record.was_json);
	dd_hasher_add_text(hasher, row->record.now_json);
	dd_hasher_add_text(hasher, row->record.why);
	dd_hasher_add_bytes(hasher, row->previous.bytes, DD_HASH_BYTES);
	return dd_hasher_finish(hasher);
}

/* What is no hash becomes one of zeros, which belongs to no row. */
static DdHash
get_hash(const DdDbRows *rows, unsigned column)
{
	DdHash hash = {{0}};
	size_t len;
	const void *bytes = dd_db_rows_get_blob(rows, column, &len);
	if (len == sizeof(hash.bytes))
		memcpy(hash.bytes, bytes, len);
	return hash;
}

/* Strings of the result are lent until the next row */
static DdAuditRow
get_row(const DdDbRows *rows)
{
	return (DdAuditRow){.seq = dd_db_rows_get_int(rows, 0),
		.at = dd_db_rows_get_int(rows, 1),
		.who = dd_db_rows_get_text(rows, 2),
		.origin = dd_db_rows_get_text(rows, 3),
		.record = {.action = dd_db_rows_get_text(rows, 4),
			.object = dd_db_rows_get_text(rows, 5),
			.object_id = dd_db_rows_get_int(rows, 6),
			.was_json = dd_db_rows_get_text(rows, 7),
			.now_json = dd_db_rows_get_text(rows, 8),
			.why = dd_db_rows_get_text(rows, 9)},
		.previous = get_hash(rows, 10),
		.hash = get_hash(rows, 11)};
}

/* Adds all rows, of the columns of a record; strings in @arena */
static bool
take_rows(DdDbRows *rows, DdArena *arena, GArray *out, GError **error)
{
	while (dd_db_rows_each(rows)) {
		DdAuditRow row = get_row(rows);
		row.who = dd_arena_strdup(arena, row.who);
		row.origin = dd_arena_strdup(arena, row.origin);
		row.record.action = dd_arena_strdup(arena, row.record.action);
		row.record.object = dd_arena_strdup(arena, row.record.object);
		row.record.was_json = dd_arena_strdup(arena, row.record.was_json);
		row.record.now_json = dd_arena_strdup(arena, row.record.now_json);
		row.record.why = dd_arena_strdup(arena, row.record.why);
		g_array_append_val(out, row);
	}
	return dd_db_rows_end(rows, error);
}

GArray *
dd_audit_list(DdStore *self, const char *object, int64_t object_id, int64_t after, unsigned limit,
	DdArena *arena, GError **error)
{
	const DdDbValue of_one[] = {
		dd_db_text(object), dd_db_int(object_id), dd_db_int(after), dd_db_int(limit)};
	bool one = object != NULL;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_sql[one ? DD_SQL_LIST_AUDIT_OF : DD_SQL_LIST_AUDIT], one ? of_one : of_one + 2,
		one ? 4 : 2, error);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdAuditRow));
	return take_rows(rows, arena, out, error) ? g_steal_pointer(&out) : NULL;
}

GArray *
dd_audit_find(DdStore *self, const DdAuditFilter *filter, DdArena *arena, int64_t *before_out,
	GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdAuditRow));
	int64_t before = filter->before, head = 0;
	if (!dd_audit_get_head(self, &head, NULL, error))
		return NULL;
	/* numbers have no gaps, so that a stretch of them is so many records */
	before = before > 0 ? MIN(before, head + 1) : head + 1;
	const int64_t first = MAX(before - DD_MAX_AUDIT_EXAMINED, 1);
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_page_sql[DD_PAGE_SQL_FIND_AUDIT],
		DD_DB_ARGS(dd_db_int(first), dd_db_int(before), dd_db_text(filter->who),
			dd_db_text(filter->action), dd_db_text(filter->object),
			dd_db_int(filter->from), dd_db_int(filter->to), dd_db_int(filter->limit)),
		error);
	if (!take_rows(rows, arena, out, error))
		return NULL;
	const bool full = out->len == filter->limit && out->len > 0;
	const int64_t next = full ? g_array_index(out, DdAuditRow, out->len - 1).seq : first;
	*before_out = next > 1 ? next : 0;
	return g_steal_pointer(&out);
}

bool
dd_audit_get_head(DdStore *self, int64_t *seq_out, DdHash *hash_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_sql[DD_SQL_GET_HEAD], DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*seq_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	if (hash_out != NULL)
		*hash_out = have ? get_hash(rows, 1) : (DdHash){{0}};
	return true;
}

/* Returns: the document that the record of a form speaks of, 0 none */
static int64_t
get_form_document(const char *now_json)
{
	json_t *now = now_json != NULL ? json_loads(now_json, 0, NULL) : NULL;
	int64_t document = json_integer_value(json_object_get(now, "document"));
	json_decref(now);
	return document;
}

static DdAuditChange
get_change(const DdDbRows *rows, DdArena *arena)
{
	const char *object = dd_db_rows_get_text(rows, 2);
	DdAuditChange change = {.seq = dd_db_rows_get_int(rows, 0),
		.action = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
		.object = "document",
		.id = dd_db_rows_get_int(rows, 4)};
	if (strcmp(object, "form") == 0)
		change.id = get_form_document(dd_db_rows_get_text(rows, 5));
	else if (strcmp(object, "reading") != 0) {
		change.object = dd_arena_strdup(arena, object);
		change.id = dd_db_rows_get_int(rows, 3);
	}
	return change;
}

GArray *
dd_audit_list_changes(DdStore *self, int64_t after, unsigned limit, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdAuditChange));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_CHANGES],
		DD_DB_ARGS(dd_db_int(after), dd_db_int(limit)), error);
	while (dd_db_rows_each(rows)) {
		const DdAuditChange change = get_change(rows, arena);
		g_array_append_val(out, change);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

/* The walk so far */
typedef struct {
	DdAuditVerdict verdict;
	int64_t seq; /* of the last row */
	DdHash last;
} Walk;

static void
find_broken(Walk *walk, int64_t seq, const char *why_vi, const char *why_en)
{
	walk->verdict.broken = seq;
	walk->verdict.why_vi = why_vi;
	walk->verdict.why_en = why_en;
}

static void
look_at(Walk *walk, const DdAuditRow *row)
{
	DdHash own = dd_audit_hash(row);
	walk->verdict.rows++;
	if (row->seq != walk->seq + 1)
		find_broken(walk, walk->seq + 1, "bản ghi đã bị xóa", "the record was removed");
	else if (!dd_hash_equals(&walk->last, row->previous.bytes, DD_HASH_BYTES))
		find_broken(walk, row->seq, "không nối với bản ghi trước",
			"it does not follow from the record before");
	else if (!dd_hash_equals(&own, row->hash.bytes, DD_HASH_BYTES))
		find_broken(walk, row->seq, "nội dung bản ghi đã bị sửa", "the record was changed");
	walk->seq = row->seq;
	walk->last = row->hash;
}

/* Looks at the next rows. @more_out: whether there may be further ones */
static bool
look_at_page(DdStore *self, Walk *walk, bool *more_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_AUDIT],
		DD_DB_ARGS(dd_db_int(walk->seq), dd_db_int(PAGE_ROWS)), error);
	size_t n = 0;
	while (walk->verdict.broken == 0 && dd_db_rows_each(rows)) {
		DdAuditRow row = get_row(rows);
		look_at(walk, &row);
		n++;
	}
	*more_out = n == PAGE_ROWS && walk->verdict.broken == 0;
	return dd_db_rows_end(rows, error);
}

static bool
check_head(DdStore *self, Walk *walk, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_sql[DD_SQL_GET_HEAD], DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	walk->verdict.seq = walk->seq;
	walk->verdict.head = walk->last;
	DdHash head = have ? get_hash(rows, 1) : (DdHash){{0}};
	if (walk->verdict.broken == 0 &&
		(!have || dd_db_rows_get_int(rows, 0) != walk->seq ||
			!dd_hash_equals(&head, walk->last.bytes, DD_HASH_BYTES)))
		find_broken(walk, walk->seq + 1,
			"đầu chuỗi không khớp: bản ghi cuối đã bị xóa hoặc thêm",
			"the head does not fit: the last records were removed, or others added");
	return true;
}

bool
dd_audit_verify(DdStore *self, DdAuditVerdict *out, GError **error)
{
	g_auto(DdDbTransaction) transaction = {0};
	if (!dd_db_begin(dd_store_get_db(self), DD_DB_READ, &transaction, error))
		return false;
	Walk walk = {0};
	for (bool more = true; more;)
		if (!look_at_page(self, &walk, &more, error))
			return false;
	if (!check_head(self, &walk, error))
		return false;
	*out = walk.verdict;
	return dd_db_commit(&transaction, error);
}
