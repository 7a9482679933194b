/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage.h"

#include "maxima.h"
#include "statements-page.h"

#include <string.h>

static const char *const words[DD_STORAGE_LAST] = {
	"files", "readings", "tasks", "search", "jobs", "record", "other"};

/* Tables that are not named are other ones; what FTS5 makes of search_words begins with its name */
static const struct {
	const char *table;
	DdStorageKind kind;
} tables[] = {
	{"file", DD_STORAGE_FILES},
	{"attachment", DD_STORAGE_FILES},
	{"document", DD_STORAGE_READINGS},
	{"form", DD_STORAGE_READINGS},
	{"reading", DD_STORAGE_READINGS},
	{"rereading", DD_STORAGE_READINGS},
	{"source", DD_STORAGE_READINGS},
	{"citation", DD_STORAGE_READINGS},
	{"task", DD_STORAGE_TASKS},
	{"assignment", DD_STORAGE_TASKS},
	{"settled", DD_STORAGE_TASKS},
	{"settled_assignment", DD_STORAGE_TASKS},
	{"correction", DD_STORAGE_TASKS},
	{"follow", DD_STORAGE_TASKS},
	{"occurrence", DD_STORAGE_TASKS},
	{"step", DD_STORAGE_TASKS},
	{"audit", DD_STORAGE_RECORD},
	{"audit_head", DD_STORAGE_RECORD},
};

static DdStorageKind
find_kind(const char *table)
{
	if (g_str_has_prefix(table, "search_"))
		return DD_STORAGE_SEARCH;
	if (strcmp(table, "job") == 0 || g_str_has_prefix(table, "job_"))
		return DD_STORAGE_JOBS;
	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		if (strcmp(tables[i].table, table) == 0)
			return tables[i].kind;
	return DD_STORAGE_OTHER;
}

const char *
dd_storage_kind_to_string(DdStorageKind kind)
{
	return words[kind];
}

void
dd_storage_clear(DdStorage *self)
{
	g_clear_pointer(&self->folder, g_free);
}

static bool
measure_whole(DdDb *db, DdStorage *out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(db, &dd_page_sql[DD_PAGE_SQL_MEASURE], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		const char *file = dd_db_rows_get_text(rows, 2);
		out->bytes = dd_db_rows_get_int(rows, 0);
		out->unused = dd_db_rows_get_int(rows, 1);
		if (file != NULL && *file != '\0')
			out->folder = g_path_get_dirname(file);
	}
	return dd_db_rows_end(rows, error);
}

static bool
measure_kinds(DdDb *db, DdStorage *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		db, &dd_page_sql[DD_PAGE_SQL_MEASURE_TABLES], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows))
		out->kinds[find_kind(dd_db_rows_get_text(rows, 0))] += dd_db_rows_get_int(rows, 1);
	out->sorted = true;
	return dd_db_rows_end(rows, error);
}

static bool
count(DdDb *db, DdStorage *out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(db, &dd_page_sql[DD_PAGE_SQL_COUNT_ALL], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		out->documents = dd_db_rows_get_int(rows, 0);
		out->heard = dd_db_rows_get_int(rows, 1);
		out->tasks = dd_db_rows_get_int(rows, 2);
		out->files = dd_db_rows_get_int(rows, 3);
		out->file_bytes = dd_db_rows_get_int(rows, 4);
		out->waiting_bytes = dd_db_rows_get_int(rows, 5);
		out->records = dd_db_rows_get_int(rows, 6);
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_storage_measure(DdStore *self, DdStorage *out, GError **error)
{
	DdDb *db = dd_store_get_db(self);
	g_auto(DdStorage) found = {0};
	if (!measure_whole(db, &found, error) || !count(db, &found, error))
		return false;
	bool read = dd_db_get_engine(db) == DD_DB_SQLITE; /* to know what each table takes */
	if ((!read || found.bytes <= (int64_t)DD_MAX_STORAGE_SORTED_BYTES) &&
		!measure_kinds(db, &found, error))
		return false;
	*out = found;
	found.folder = NULL;
	return true;
}
