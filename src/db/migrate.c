/* SPDX-License-Identifier: GPL-3.0-or-later */
/* migrate.c: the steps of a schema, each taken once */
#include "migrate.h"

#include "error.h"
#include "hash.h"
#include "transaction.h"

#include <string.h>

static const DdDbStatement find_table = {
	.own = {[DD_DB_SQLITE] = "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'",
		[DD_DB_PGSQL] =
			"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND "
			"tablename = 'migration'"}};
static const DdDbStatement count_others = {
	.own = {[DD_DB_SQLITE] =
			"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name <> "
			"'migration'",
		[DD_DB_PGSQL] =
			"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND "
			"tablename <> 'migration'"}};
static const DdDbStatement lock = {
	/* a number of our own; SQLite has locked already when its transaction began */
	.own = {[DD_DB_SQLITE] = "SELECT 1", [DD_DB_PGSQL] = "SELECT pg_advisory_xact_lock(4919131711521)"}};
static const DdDbStatement list_taken = {
	.sql = "SELECT version, name, hash FROM migration ORDER BY version"};
static const DdDbStatement add_taken = {
	.sql = "INSERT INTO migration (version, name, hash, taken_at) VALUES ($1, $2, $3, $4)"};

static const char own_table[] = "CREATE TABLE migration (version {int} PRIMARY KEY, name TEXT NOT "
				"NULL, hash {blob} NOT NULL, "
				"taken_at {int} NOT NULL){strict};";

static const struct {
	const char *word;
	const char *own[DD_DB_ENGINE_LAST];
} words[] = {
	{"{int}", {"INTEGER", "bigint"}},
	{"{real}", {"REAL", "double precision"}},
	{"{bool}", {"INTEGER", "boolean"}},
	{"{blob}", {"BLOB", "bytea"}},
	{"{strict}", {" STRICT", ""}},
	{"{keyed}", {" STRICT, WITHOUT ROWID", ""}},
	{"{exact}", {"", " COLLATE \"C\""}},
};

static void
append_line(GString *out, const char *line, size_t len, DdDbEngine engine)
{
	for (size_t at = 0; at < len;) {
		size_t i = 0;
		while (i < G_N_ELEMENTS(words) &&
			strncmp(line + at, words[i].word, strlen(words[i].word)) != 0)
			i++;
		if (i < G_N_ELEMENTS(words)) {
			g_string_append(out, words[i].own[engine]);
			at += strlen(words[i].word);
		} else {
			g_string_append_c(out, line[at++]);
		}
	}
	g_string_append_c(out, '\n');
}

char *
dd_migration_expand(const char *text, DdDbEngine engine)
{
	static const char *const only[DD_DB_ENGINE_LAST] = {"-- only sqlite", "-- only pgsql"};
	GString *out = g_string_new(NULL);
	bool ours = true;
	for (const char *line = text; *line != '\0';) {
		size_t len = strcspn(line, "\n");
		if (g_str_has_prefix(line, "-- only "))
			ours = g_str_has_prefix(line, only[engine]);
		else if (g_str_has_prefix(line, "-- both"))
			ours = true;
		else if (ours)
			append_line(out, line, len, engine);
		line += len + (line[len] == '\n');
	}
	return g_string_free(out, FALSE);
}

static bool
count(DdDb *self, const DdDbStatement *statement, int64_t *out, GError **error)
{
	bool have = false;
	g_autoptr(DdDbRows) rows = dd_db_query(self, statement, DD_DB_NO_ARGS, error);
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Returns: FALSE for a database with tables of something else, or one that holds nothing where there must be a store */
static bool
check_empty(DdDb *self, bool may_begin, GError **error)
{
	int64_t others;
	if (!count(self, &count_others, &others, error))
		return false;
	if (others > 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"cơ sở dữ liệu này chứa dữ liệu của chương trình khác (this database holds "
			"tables of something else)");
		return false;
	}
	if (!may_begin)
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"chưa có kho dữ liệu ở đây; tạo bằng dondoc migrate (there is no store "
			"here yet; dondoc migrate makes one)");
	return may_begin;
}

/* Makes the table of steps in a database that holds nothing. */
static bool
begin_store(DdDb *self, bool may_begin, GError **error)
{
	g_autofree char *sql = dd_migration_expand(own_table, dd_db_get_engine(self));
	return check_empty(self, may_begin, error) && dd_db_run_script(self, sql, error);
}

/* What is only read is not brought up to date. Returns: FALSE, with what is to be done */
static bool
fail_old(DdDb *self, int64_t taken, size_t n, GError **error)
{
	if (taken == 0 && !check_empty(self, false, error))
		return false;
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"kho dữ liệu ở lược đồ cũ (phiên bản %d, cần %d); hãy sao lưu rồi chạy dondoc "
		"migrate (the store has an older schema: version %d, this program's is %d; back it "
		"up and run dondoc migrate)",
		(int)taken, (int)n, (int)taken, (int)n);
	return false;
}

/* Holds what was taken against what this program knows. @taken_out: how many */
static bool
check_taken(DdDb *self, const DdMigration *migrations, size_t n, int64_t *taken_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self, &list_taken, DD_DB_NO_ARGS, error);
	int64_t taken = 0;
	while (dd_db_rows_each(rows)) {
		if ((size_t)++taken > n) {
			g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
				"kho dữ liệu do phiên bản mới hơn tạo ra; hãy nâng cấp dondoc (the "
				"store was made "
				"by a newer version; upgrade dondoc)");
			return false;
		}
		const char *text = migrations[taken - 1].text;
		DdHash hash = dd_hash_of(text, strlen(text));
		size_t len;
		const void *bytes = dd_db_rows_get_blob(rows, 2, &len);
		if (dd_db_rows_get_int(rows, 0) == taken && dd_hash_equals(&hash, bytes, len))
			continue;
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"bước %" G_GINT64_FORMAT
			" (%s) của lược đồ khác với của chương trình; kho này không do bản "
			"phát hành nào tạo ra (step %" G_GINT64_FORMAT
			" of the schema is not this program's)",
			taken, migrations[taken - 1].name, taken);
		return false;
	}
	*taken_out = taken;
	return dd_db_rows_end(rows, error);
}

static bool
take_step(DdDb *self, const DdMigration *migration, int64_t version, int64_t now, GError **error)
{
	g_autofree char *sql = dd_migration_expand(migration->text, dd_db_get_engine(self));
	DdHash hash = dd_hash_of(migration->text, strlen(migration->text));
	if (dd_db_run_script(self, sql, error) &&
		dd_db_run(self, &add_taken,
			DD_DB_ARGS(dd_db_int(version), dd_db_text(migration->name),
				dd_db_blob(hash.bytes, sizeof(hash.bytes)), dd_db_int(now)),
			error))
		return true;
	g_prefix_error(error, "%s: ", migration->name);
	return false;
}

/* Without a lock: most of the time nothing is to be done */
static bool
is_current(DdDb *self, const DdMigration *migrations, size_t n, DdMigrated *out, GError **error)
{
	int64_t tables, taken = 0;
	if (!count(self, &find_table, &tables, error) ||
		(tables > 0 && !check_taken(self, migrations, n, &taken, error)))
		return false;
	*out = (DdMigrated){taken, taken};
	return true;
}

bool
dd_db_migrate(DdDb *self, const DdMigration *migrations, size_t n, int64_t now, DdDbMode mode,
	DdMigrated *out, GError **error)
{
	DdMigrated seen;
	if (!is_current(self, migrations, n, &seen, error))
		return false;
	if (seen.after == (int64_t)n) {
		*out = seen;
		return true;
	}
	if (mode == DD_DB_READ_ONLY || mode == DD_DB_AT_REST)
		return fail_old(self, seen.after, n, error);
	g_auto(DdDbTransaction) transaction = {0};
	int64_t tables, taken;
	if (!dd_db_begin(self, DD_DB_WRITE, &transaction, error) ||
		!dd_db_run(self, &lock, DD_DB_NO_ARGS, error) ||
		!count(self, &find_table, &tables, error) ||
		(tables == 0 && !begin_store(self, mode == DD_DB_CREATE, error)) ||
		!check_taken(self, migrations, n, &taken, error))
		return false;
	for (int64_t i = taken; i < (int64_t)n; i++)
		if (!take_step(self, &migrations[i], i + 1, now, error))
			return false;
	if (!dd_db_commit(&transaction, error))
		return false;
	*out = (DdMigrated){taken, (int64_t)n};
	return true;
}
