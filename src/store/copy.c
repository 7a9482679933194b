/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy.c: tables page by page */
#include "copy.h"

#include "copy-table.h"
#include "derived.h"
#include "error.h"

typedef struct {
	const DdCopyTable *table;
	DdDb *from, *to;
} Job;

static bool
copy_table(Job *job, GError **error)
{
	const DdCopyTable *table = job->table;
	g_auto(DdWalk) walk = {0};
	size_t n = 1;
	if (table->clear.sql != NULL && !dd_db_run(job->to, &table->clear, DD_DB_NO_ARGS, error))
		return false;
	dd_walk_begin(&walk, job->from, &table->walk, NULL);
	while (n > 0)
		if (!dd_walk_next_page(&walk, &n, error) ||
			!dd_db_run_many(job->to, &table->add, dd_walk_get_page(&walk),
				table->walk.n_columns, n, error))
			return false;
	return true;
}

static bool
count(DdDb *db, const DdDbStatement *statement, int64_t *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(db, statement, DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

static bool
check_empty(DdDb *db, GError **error)
{
	size_t n;
	const DdCopyTable *tables = dd_copy_get_tables(&n);
	for (size_t i = 0; i < n; i++) {
		int64_t rows = 0;
		if (tables[i].clear.sql == NULL && !count(db, &tables[i].count, &rows, error))
			return false;
		if (rows > 0) {
			g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
				"kho đích đã có dữ liệu; cần một kho mới (the target holds data "
				"already; a new "
				"store is needed)");
			return false;
		}
	}
	return true;
}

static bool
count_both(const Job *job, DdCopyCount *out, GError **error)
{
	out->table = job->table->name;
	if (!count(job->from, &job->table->count, &out->source, error) ||
		!count(job->to, &job->table->count, &out->target, error))
		return false;
	if (out->source == out->target)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"bảng %s: nguồn có %" G_GINT64_FORMAT " dòng, đích có %" G_GINT64_FORMAT
		" (table %s: rows of source and target differ)",
		out->table, out->source, out->target, out->table);
	return false;
}

GArray *
dd_store_copy(DdStore *from, DdStore *to, GError **error)
{
	g_auto(DdDbTransaction) reading = {0};
	g_auto(DdDbTransaction) writing = {0};
	g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(DdCopyCount));
	Job job = {.from = dd_store_get_db(from), .to = dd_store_get_db(to)};
	if (!dd_db_begin(job.from, DD_DB_READ, &reading, error) ||
		!dd_db_begin(job.to, DD_DB_WRITE, &writing, error) || !check_empty(job.to, error))
		return NULL;
	size_t n;
	const DdCopyTable *tables = dd_copy_get_tables(&n);
	for (size_t i = 0; i < n; i++) {
		DdCopyCount both;
		job.table = &tables[i];
		if (!copy_table(&job, error) || !count_both(&job, &both, error))
			return NULL;
		g_array_append_val(counts, both);
	}
	/* what each engine has of its own is made of what was copied; nothing of that is recorded */
	DdChange change = {.store = to};
	if (!dd_derived_rebuild(&change, error))
		return NULL;
	return dd_db_commit(&writing, error) ? g_steal_pointer(&counts) : NULL;
}
