/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db.h"

#include "engine-test-support.h"
#include "error.h"
#include "hash.h"
#include "migrate.h"
#include "transaction.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define MANY 1000
#define BIG_BYTES (20u << 20)

static const DdMigration steps[] = {
	{"0001-first", "CREATE TABLE value (id {int} PRIMARY KEY, i {int}, d {real}, o {bool}, t "
		       "TEXT, b {blob}){strict};\n"
		       "-- only sqlite\nCREATE VIEW engine AS SELECT 'sqlite' AS name;\n"
		       "-- only pgsql\nCREATE VIEW engine AS SELECT 'pgsql' AS name;\n-- both\n"},
	{"0002-second", "ALTER TABLE value ADD COLUMN more TEXT;\n"},
};
static const DdMigration other_first[] = {
	{"0001-first", "CREATE TABLE value (id {int}){strict};\n"}};

/* values in another order than they stand in: SQLite numbers $1 as it meets them */
static const DdDbStatement add_value = {
	.sql = "INSERT INTO value (b, t, o, d, i, id) VALUES ($6, $5, $4, $3, $2, $1)"};
static const DdDbStatement get_value = {.sql = "SELECT i, d, o, t, b FROM value WHERE id = $1"};
static const DdDbStatement count_values = {.sql = "SELECT count(*) FROM value"};
static const DdDbStatement list_values = {.sql = "SELECT id FROM value ORDER BY id"};
static const DdDbStatement get_engine = {.sql = "SELECT name FROM engine"};
static const DdDbStatement get_backend = {.own = {[DD_DB_PGSQL] = "SELECT pg_backend_pid()"}};
static const DdDbStatement end_backend = {
	.own = {[DD_DB_PGSQL] = "SELECT pg_terminate_backend($1)"}};
static const DdDbStatement take_long = {.own = {[DD_DB_PGSQL] = "SELECT pg_sleep(60)"}};
static const DdDbStatement wrong = {.sql = "SELECT nothing FROM nowhere"};

static DdDb *
open_store(const char *url, size_t n_steps)
{
	g_autoptr(GError) error = NULL;
	DdDb *db = dd_db_open(url, DD_DB_CREATE, &error);
	g_assert_no_error(error);
	DdMigrated migrated;
	g_assert_true(dd_db_migrate(db, steps, n_steps, 1, DD_DB_CREATE, &migrated, &error));
	g_assert_no_error(error);
	return db;
}

static bool
add(DdDb *db, int64_t id, DdDbValue text, DdDbValue blob, GError **error)
{
	return dd_db_run(db, &add_value,
		DD_DB_ARGS(dd_db_int(id), dd_db_int(INT64_MIN + id), dd_db_double(0.1),
			dd_db_bool(true), text, blob),
		error);
}

static int64_t
count(DdDb *db)
{
	bool have;
	g_autoptr(DdDbRows) rows = dd_db_query(db, &count_values, DD_DB_NO_ARGS, NULL);
	g_assert_true(dd_db_rows_next(rows, &have, NULL) && have);
	return dd_db_rows_get_int(rows, 0);
}

static void
test_types(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(GError) error = NULL;
	bool have = false;
	g_assert_cmpint(dd_db_get_engine(db), ==, dd_engine_of(url));
	g_assert_true(add(db, 1, dd_db_text("Sở Tài chính “đ”"), dd_db_blob("\0\1\377", 3), &error));
	g_assert_true(add(db, 2, dd_db_text(NULL), dd_db_null(), &error));
	g_assert_true(add(db, 3, dd_db_text(""), dd_db_blob("", 0), &error));
	g_assert_true(add(db, 4, dd_db_text_len("only this not that", 9), dd_db_null(), &error));
	g_assert_no_error(error);

	g_autoptr(DdDbRows) rows = dd_db_query(db, &get_value, DD_DB_ARGS(dd_db_int(1)), &error);
	g_assert_true(dd_db_rows_next(rows, &have, &error) && have);
	size_t len;
	g_assert_cmpint(dd_db_rows_get_int(rows, 0), ==, INT64_MIN + 1);
	g_assert_cmpfloat(dd_db_rows_get_double(rows, 1), ==, 0.1);
	g_assert_true(dd_db_rows_get_bool(rows, 2));
	g_assert_cmpstr(dd_db_rows_get_text(rows, 3), ==, "Sở Tài chính “đ”");
	const void *bytes = dd_db_rows_get_blob(rows, 4, &len);
	g_assert_cmpuint(len, ==, 3);
	g_assert_cmpint(memcmp(bytes, "\0\1\377", 3), ==, 0);
	g_assert_true(dd_db_rows_next(rows, &have, &error) && !have);

	/* the same statement again, while the first one is still there */
	g_autoptr(DdDbRows) nothing = dd_db_query(db, &get_value, DD_DB_ARGS(dd_db_int(2)), &error);
	g_assert_true(dd_db_rows_next(nothing, &have, &error) && have);
	g_assert_true(dd_db_rows_is_null(nothing, 3) && dd_db_rows_is_null(nothing, 4));
	g_assert_null(dd_db_rows_get_text(nothing, 3));
	g_autoptr(DdDbRows) empty = dd_db_query(db, &get_value, DD_DB_ARGS(dd_db_int(3)), &error);
	g_assert_true(dd_db_rows_next(empty, &have, &error) && have);
	g_assert_cmpstr(dd_db_rows_get_text(empty, 3), ==, "");
	g_assert_false(dd_db_rows_is_null(empty, 4));
	g_autoptr(DdDbRows) part = dd_db_query(db, &get_value, DD_DB_ARGS(dd_db_int(4)), &error);
	g_assert_true(dd_db_rows_next(part, &have, &error) && have);
	g_assert_cmpstr(dd_db_rows_get_text(part, 3), ==, "only this");
	g_autoptr(DdDbRows) engine = dd_db_query(db, &get_engine, DD_DB_NO_ARGS, &error);
	g_assert_true(dd_db_rows_next(engine, &have, &error) && have);
	g_assert_cmpstr(dd_db_rows_get_text(engine, 0), ==,
		dd_engine_of(url) == DD_DB_SQLITE ? "sqlite" : "pgsql");
}

static void
test_refused(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_assert_true(add(db, 1, dd_db_null(), dd_db_null(), NULL));
	const struct {
		DdDbValue text;
		int64_t id;
		DdError code;
	} cases[] = {
		{dd_db_text_len("a\0b", 3), 2, DD_ERROR_INVALID_DATA},
		{dd_db_text("broken \xc3"), 3, DD_ERROR_INVALID_DATA},
		{dd_db_text("\xed\xa0\x80"), 4, DD_ERROR_INVALID_DATA},
		{dd_db_text("the number is taken"), 1, DD_ERROR_CONFLICT},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(add(db, cases[i].id, cases[i].text, dd_db_null(), &error));
		g_assert_error(error, DD_ERROR, (gint)cases[i].code);
	}
	g_autoptr(GError) error = NULL;
	g_assert_false(dd_db_prepare(db, &wrong, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INTERNAL);
	g_assert_cmpint(count(db), ==, 1);
}

static void
test_big(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(GError) error = NULL;
	g_autofree char *big = g_malloc(BIG_BYTES);
	for (size_t i = 0; i < BIG_BYTES; i++)
		big[i] = (char)(i * 2654435761u >> 13);
	g_assert_true(add(db, 1, dd_db_null(), dd_db_blob(big, BIG_BYTES), &error));
	g_assert_no_error(error);
	bool have = false;
	size_t len;
	g_autoptr(DdDbRows) rows = dd_db_query(db, &get_value, DD_DB_ARGS(dd_db_int(1)), &error);
	g_assert_true(dd_db_rows_next(rows, &have, &error) && have);
	const void *bytes = dd_db_rows_get_blob(rows, 4, &len);
	g_assert_cmpuint(len, ==, BIG_BYTES);
	g_assert_cmpint(memcmp(bytes, big, BIG_BYTES), ==, 0);
}

static void
add_and_leave(DdDb *db)
{
	g_auto(DdDbTransaction) transaction = {0};
	g_assert_true(dd_db_begin(db, DD_DB_WRITE, &transaction, NULL));
	g_assert_true(add(db, 1, dd_db_null(), dd_db_null(), NULL));
	g_assert_cmpint(count(db), ==, 1);
}

static void
test_transactions(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(GError) error = NULL;
	add_and_leave(db);
	g_assert_cmpint(count(db), ==, 0);

	g_auto(DdDbTransaction) failed = {0};
	g_assert_true(dd_db_begin(db, DD_DB_WRITE, &failed, NULL));
	g_assert_true(add(db, 1, dd_db_null(), dd_db_null(), NULL));
	g_assert_false(add(db, 1, dd_db_null(), dd_db_null(), NULL));
	dd_db_transaction_clear(&failed);
	g_assert_cmpint(count(db), ==, 0);

	g_auto(DdDbTransaction) good = {0};
	g_assert_true(dd_db_begin(db, DD_DB_WRITE, &good, &error));
	DdDbValue *values = g_new(DdDbValue, MANY * 6);
	for (int64_t i = 0; i < MANY; i++) {
		const DdDbValue row[] = {dd_db_int(i), dd_db_int(i), dd_db_double(1),
			dd_db_bool(false), dd_db_text("một"), dd_db_null()};
		memcpy(values + i * 6, row, sizeof(row));
	}
	g_assert_true(dd_db_run_many(db, &add_value, values, 6, MANY, &error));
	g_assert_true(dd_db_commit(&good, &error));
	g_assert_no_error(error);
	g_assert_cmpint(count(db), ==, MANY);

	/* one in the middle is refused: so are all of them */
	g_auto(DdDbTransaction) bad = {0};
	g_assert_true(dd_db_begin(db, DD_DB_WRITE, &bad, &error));
	for (int64_t i = 0; i < MANY; i++)
		values[i * 6] = dd_db_int(i == MANY / 2 ? 7 : MANY + i);
	g_assert_false(dd_db_run_many(db, &add_value, values, 6, MANY, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
	dd_db_transaction_clear(&bad);
	g_assert_cmpint(count(db), ==, MANY);
	g_free(values);
}

/* Adds a row in a transaction of its own, then one that is there already where it is to fail */
static void
add_part(DdDb *db, int64_t id, bool good)
{
	g_auto(DdDbTransaction) part = {0};
	g_assert_true(dd_db_begin(db, DD_DB_WRITE, &part, NULL));
	g_assert_true(add(db, id, dd_db_null(), dd_db_null(), NULL));
	if (good)
		g_assert_true(dd_db_commit(&part, NULL));
	else
		g_assert_false(add(db, id, dd_db_null(), dd_db_null(), NULL));
}

/* Parts of a group are kept or not each by itself, and seen by others when the group is committed */
static void
test_group(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(DdDb) other = open_store(url, 2);
	for (int kept = 0; kept < 2; kept++) {
		g_auto(DdDbTransaction) group = {0}, read = {0};
		g_assert_true(dd_db_begin_group(db, &group, NULL));
		add_part(db, 1, true);
		add_part(db, 2, false);
		g_assert_true(dd_db_begin(db, DD_DB_READ, &read, NULL));
		g_assert_cmpint(count(db), ==, 1);
		g_assert_true(dd_db_commit(&read, NULL));
		add_part(db, 3, true);
		g_assert_cmpint(count(other), ==, 0);
		if (kept)
			g_assert_true(dd_db_commit(&group, NULL));
		else
			dd_db_transaction_clear(&group);
		g_assert_cmpint(count(other), ==, kept ? 2 : 0);
	}
	/* and then things are as they were before */
	add_part(db, 4, false);
	add_part(db, 5, true);
	g_assert_cmpint(count(other), ==, 3);
}

/* What undoes the whole group is not taken up again by what comes behind it */
static void
test_group_lost(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDb) db = open_store(url, 2);
	g_auto(DdDbTransaction) group = {0}, part = {0};
	g_assert_true(dd_db_begin_group(db, &group, NULL));
	add_part(db, 1, true);
	g_assert_true(dd_db_run_script(db, "ROLLBACK", NULL));
	g_assert_false(dd_db_begin(db, DD_DB_WRITE, &part, &error));
	g_assert_nonnull(error);
	g_assert_false(dd_db_commit(&group, NULL));
	dd_db_transaction_clear(&group);
	g_assert_cmpint(count(db), ==, 0);
	add_part(db, 1, true);
	g_assert_cmpint(count(db), ==, 1);
}

/* A reader sees one state, whatever others write meanwhile. */
static void
test_snapshot(const char *url)
{
	g_autoptr(DdDb) reader = open_store(url, 2);
	g_autoptr(DdDb) writer = open_store(url, 2);
	g_auto(DdDbTransaction) transaction = {0};
	g_assert_true(dd_db_begin(reader, DD_DB_READ, &transaction, NULL));
	g_assert_cmpint(count(reader), ==, 0);
	g_assert_true(add(writer, 1, dd_db_null(), dd_db_null(), NULL));
	g_assert_cmpint(count(reader), ==, 0);
	g_assert_true(dd_db_commit(&transaction, NULL));
	g_assert_cmpint(count(reader), ==, 1);
	bool have = false;
	g_autoptr(DdDbRows) rows = dd_db_query(reader, &list_values, DD_DB_NO_ARGS, NULL);
	g_assert_true(dd_db_rows_next(rows, &have, NULL) && have);
}

/* Who only reads sees what others write, and writes nothing */
static void
test_read_only(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDb) writer = open_store(url, 1);
	g_autoptr(DdDb) reader = dd_db_open(url, DD_DB_READ_ONLY, &error);
	g_assert_no_error(error);
	g_assert_cmpint(count(reader), ==, 0);
	g_assert_true(add(writer, 1, dd_db_text("x"), dd_db_null(), &error));
	g_assert_cmpint(count(reader), ==, 1);
	static const char *const writes[] = {"UPDATE value SET id = 2", "DELETE FROM value",
		"CREATE TABLE other (id INT)", "DROP TABLE value"};
	for (size_t i = 0; i < G_N_ELEMENTS(writes); i++) {
		g_assert_false(dd_db_run_script(reader, writes[i], &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_IO);
		g_clear_error(&error);
	}
	g_auto(DdDbTransaction) transaction = {0};
	g_assert_true(dd_db_begin(reader, DD_DB_READ, &transaction, &error));
	g_assert_cmpint(count(reader), ==, 1);
}

/* Returns: how many files lie in the folder of the file */
static unsigned
count_files(const char *path)
{
	unsigned n = 0;
	g_autofree char *folder = g_path_get_dirname(path);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	while (g_dir_read_name(dir) != NULL)
		n++;
	return n;
}

/* What is carried away is one file, which reading does not change and leaves nothing beside; in the form of SQLite that has a log, too */
static void
test_at_rest(const char *url)
{
	if (dd_engine_of(url) != DD_DB_SQLITE)
		return;
	const char *path = url + strlen("sqlite:");
	for (int settled = 0; settled < 2; settled++) {
		g_autofree char *before = NULL;
		g_autofree char *after = NULL;
		gsize len, len_after;
		g_autoptr(DdDb) writer = settled ? dd_db_open(url, DD_DB_EXISTING, NULL)
						 : open_store(url, 1);
		if (settled)
			g_assert_true(dd_db_settle(writer, NULL));
		g_clear_pointer(&writer, dd_db_free);
		g_assert_true(g_file_get_contents(path, &before, &len, NULL));
		g_assert_cmpint(before[18], ==, settled ? 1 : 2); /* its format for writers */
		g_autoptr(DdDb) reader = dd_db_open(url, DD_DB_AT_REST, NULL);
		g_assert_cmpint(count(reader), ==, 0);
		g_assert_false(dd_db_run_script(reader, "DELETE FROM value", NULL));
		g_assert_cmpuint(count_files(path), ==, 1);
		g_clear_pointer(&reader, dd_db_free);
		g_assert_cmpuint(count_files(path), ==, 1);
		g_assert_true(g_file_get_contents(path, &after, &len_after, NULL));
		g_assert_true(len == len_after && memcmp(before, after, len) == 0);
	}
}

static bool
migrate(const char *url, const DdMigration *migrations, size_t n, DdDbMode mode, DdMigrated *out,
	GError **error)
{
	/* what makes no store finds a database without one */
	g_autoptr(DdDb) db = dd_db_open(url, mode == DD_DB_EXISTING ? DD_DB_CREATE : mode, error);
	return db != NULL && dd_db_migrate(db, migrations, n, 5, mode, out, error);
}

static void
test_migrations(const char *url)
{
	g_autoptr(GError) error = NULL;
	DdMigrated migrated;
	g_assert_false(migrate(url, steps, 1, DD_DB_EXISTING, &migrated, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED); /* not yet there, and not to be made */
	g_clear_error(&error);
	g_assert_true(migrate(url, steps, 1, DD_DB_CREATE, &migrated, &error));
	g_assert_true(migrated.before == 0 && migrated.after == 1);
	static const DdDbMode readers[] = {DD_DB_READ_ONLY, DD_DB_AT_REST};
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
		g_assert_true(migrate(url, steps, 1, readers[i], &migrated, &error));
		g_assert_false(migrate(url, steps, 2, readers[i], &migrated, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED);
		g_assert_nonnull(strstr(error->message, "run dondoc migrate"));
		g_clear_error(&error);
	}
	g_assert_true(migrate(url, steps, 2, DD_DB_EXISTING, &migrated, &error));
	g_assert_true(migrated.before == 1 && migrated.after == 2);
	g_assert_true(migrate(url, steps, 2, DD_DB_EXISTING, &migrated, &error));
	g_assert_true(migrated.before == 2 && migrated.after == 2);
	g_assert_no_error(error);
	g_assert_false(migrate(url, steps, 1, DD_DB_CREATE, &migrated, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED); /* of a newer program */
	g_clear_error(&error);
	const DdMigration others[] = {other_first[0], steps[1]};
	g_assert_false(migrate(url, others, 2, DD_DB_CREATE, &migrated, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA); /* another step than was taken */
}

static void
test_half_migration(const char *url)
{
	const DdMigration broken[] = {steps[0],
		{"0002-broken", "CREATE TABLE good (id {int}){strict};\nCREATE TABEL;\n"}};
	g_autoptr(GError) error = NULL;
	DdMigrated migrated;
	g_assert_false(migrate(url, broken, 2, DD_DB_CREATE, &migrated, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INTERNAL);
	g_assert_nonnull(strstr(error->message, "0002-broken"));
	g_clear_error(&error);
	g_assert_true(migrate(url, steps, 2, DD_DB_CREATE, &migrated, &error)); /* nothing of it was left */
	g_assert_no_error(error);
	g_assert_true(migrated.before == 0 && migrated.after == 2);
}

static void
test_others(const char *url)
{
	g_autoptr(DdDb) db = dd_db_open(url, DD_DB_CREATE, NULL);
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_db_run_script(db, "CREATE TABLE accounts (id INT)", &error));
	DdMigrated migrated;
	g_assert_false(dd_db_migrate(db, steps, 2, 1, DD_DB_CREATE, &migrated, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

static gpointer
migrate_beside(gpointer url)
{
	g_autoptr(GError) error = NULL;
	DdMigrated migrated;
	g_assert_true(migrate(url, steps, 2, DD_DB_CREATE, &migrated, &error));
	g_assert_no_error(error);
	return GINT_TO_POINTER(migrated.before == 0 ? 1 : 0);
}

/* Many start at once: one takes the steps, all end with them taken. tests/integration/store.py does so with processes. */
static void
test_at_once(const char *url)
{
	GThread *threads[8];
	int took = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
		threads[i] = g_thread_new("migrate", migrate_beside, (gpointer)url);
	for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
		took += GPOINTER_TO_INT(g_thread_join(threads[i]));
	g_assert_cmpint(took, >=, 1);
	g_autoptr(DdDb) db = open_store(url, 2);
	g_assert_cmpint(count(db), ==, 0);
}

/* Has the server end the connection @db */
static void
end_connection(DdDb *db, const char *url)
{
	g_autoptr(DdDb) other = dd_db_open(url, DD_DB_EXISTING, NULL);
	g_autoptr(DdDbRows) rows = dd_db_query(db, &get_backend, DD_DB_NO_ARGS, NULL);
	bool have;
	g_assert_true(dd_db_rows_next(rows, &have, NULL) && have);
	g_assert_true(dd_db_run(
		other, &end_backend, DD_DB_ARGS(dd_db_int(dd_db_rows_get_int(rows, 0))), NULL));
	/* it is told so in its own time */
	for (unsigned i = 0; i < 1000 && dd_db_is_alive(db); i++)
		g_usleep(10000);
}

/* A server that ends a connection is seen without asking it; what was not committed before is known not to be kept */
static void
test_gone(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_db_is_alive(db));
	if (dd_engine_of(url) == DD_DB_PGSQL) {
		g_auto(DdDbTransaction) transaction = {0};
		g_assert_true(dd_db_begin(db, DD_DB_WRITE, &transaction, NULL));
		g_assert_true(add(db, 1, dd_db_null(), dd_db_null(), NULL));
		end_connection(db, url);
		g_assert_false(dd_db_is_alive(db));
		g_assert_false(dd_db_commit(&transaction, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
		dd_db_transaction_clear(&transaction);
		g_assert_false(add(db, 2, dd_db_null(), dd_db_null(), NULL));
		g_clear_pointer(&db, dd_db_free);
		db = open_store(url, 2);
	}
	g_assert_cmpint(count(db), ==, 0);
}

static void
test_patience(const char *url)
{
	g_autoptr(DdDb) db = open_store(url, 2);
	g_autoptr(GError) error = NULL;
	g_assert_true(dd_db_set_patience(db, 1, &error));
	g_assert_no_error(error);
	if (dd_engine_of(url) == DD_DB_PGSQL) {
		g_assert_false(dd_db_run(db, &take_long, DD_DB_NO_ARGS, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	}
	g_assert_true(dd_db_is_alive(db) && count(db) == 0);
}

static void
test_urls(void)
{
	g_assert_true(dd_db_is_url("sqlite:x") && dd_db_is_url("postgresql://h/d") &&
		      dd_db_is_url("host=a,b dbname=c"));
	g_assert_false(dd_db_is_url("x.db") || dd_db_is_url("mysql://x") || dd_db_is_url(""));
	const struct {
		const char *url;
		DdError code;
	} cases[] = {
		{"x.db", DD_ERROR_UNSUPPORTED},
		{"sqlite:", DD_ERROR_UNSUPPORTED},
		{"sqlite:/nowhere/at/all.db", DD_ERROR_IO},
		{"sqlite:/", DD_ERROR_IO},
		{"postgresql:///x?host=/nowhere", DD_ERROR_UNAVAILABLE},
		{"host=/nowhere,/neither dbname=x target_session_attrs=read-write",
			DD_ERROR_UNAVAILABLE},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(dd_db_open(cases[i].url, DD_DB_CREATE, &error));
		g_assert_error(error, DD_ERROR, (gint)cases[i].code);
		g_assert_null(strchr(error->message, '\n'));
	}
}

static void
test_files(void)
{
	g_autofree char *folder = g_dir_make_tmp("dondoc-test-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "store.db", NULL);
	g_autofree char *url = g_strconcat("sqlite:", path, NULL);
	g_autoptr(GError) error = NULL;
	g_assert_null(dd_db_open(url, DD_DB_EXISTING, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	g_clear_error(&error);

	/* its owner's alone, whatever the mask */
	mode_t mask = umask(0);
	g_autoptr(DdDb) db = open_store(url, 2);
	umask(mask);
	struct stat info;
	g_assert_true(add(db, 1, dd_db_null(), dd_db_null(), NULL));
	g_assert_cmpint(stat(path, &info), ==, 0);
	g_assert_cmpint(info.st_mode & 0777, ==, 0600);
	g_autofree char *side = g_strconcat(path, "-wal", NULL);
	g_assert_cmpint(stat(side, &info), ==, 0);
	g_assert_cmpint(info.st_mode & 0777, ==, 0600);
	g_clear_pointer(&db, dd_db_free);

	g_assert_true(g_file_set_contents(path,
		"Đây không phải là một cơ sở dữ liệu. Đây không phải là một cơ sở dữ liệu. "
		"Đây không phải là một cơ sở dữ liệu.",
		-1, NULL));
	g_assert_null(dd_db_open(url, DD_DB_EXISTING, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_unlink(path);
	g_unlink(side);
	g_rmdir(folder);
}

static void
test_hash(void)
{
	/* RFC 7693 has the 512 bits of "abc"; these are the 256, by b2sum -l 256 */
	char text[DD_HASH_TEXT];
	DdHash abc = dd_hash_of("abc", 3);
	g_assert_cmpstr(dd_hash_format(&abc, text), ==,
		"bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
	DdHash back;
	g_assert_true(dd_hash_parse(text, &back) && dd_hash_equals(&abc, back.bytes, DD_HASH_BYTES));
	text[10] = 'x';
	g_assert_false(dd_hash_parse(text, &back) || dd_hash_parse("bddd", &back));
	/* values that look alike when they stand behind each other are told apart */
	DdHash seen[5];
	for (size_t i = 0; i < G_N_ELEMENTS(seen); i++) {
		g_autoptr(DdHasher) hasher = dd_hasher_new();
		dd_hasher_add_text(hasher, i == 0 ? "ab" : i == 1 ? "a" : i == 2 ? NULL : "");
		dd_hasher_add_text(hasher, i == 0 ? "c" : i == 1 ? "bc" : "");
		if (i == 4)
			dd_hasher_add_int(hasher, 0);
		seen[i] = dd_hasher_finish(hasher);
		for (size_t j = 0; j < i; j++)
			g_assert_false(dd_hash_equals(&seen[i], seen[j].bytes, DD_HASH_BYTES));
	}
}

/* Values as they are written, and as either engine gives them back, have one hash; each other one has another */
static void
test_hash_of_values(void)
{
	const DdDbValue values[] = {dd_db_int(1), dd_db_bool(true), dd_db_int(0), dd_db_text("1"),
		dd_db_blob("1", 1), dd_db_text(""), dd_db_null(), dd_db_double(1)};
	DdHash seen[G_N_ELEMENTS(values)];
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autoptr(DdHasher) hasher = dd_hasher_new();
		dd_hasher_add_values(hasher, &values[i], 1);
		seen[i] = dd_hasher_finish(hasher);
		for (size_t j = 0; j < i; j++)
			g_assert_true(dd_hash_equals(&seen[i], seen[j].bytes, DD_HASH_BYTES) ==
				      (i == 1 && j == 0));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/db/urls", test_urls);
	g_test_add_func("/db/files", test_files);
	g_test_add_func("/db/hash", test_hash);
	g_test_add_func("/db/hash-of-values", test_hash_of_values);
	dd_engine_test_add("/db/types", test_types);
	dd_engine_test_add("/db/refused", test_refused);
	dd_engine_test_add("/db/big", test_big);
	dd_engine_test_add("/db/transactions", test_transactions);
	dd_engine_test_add("/db/group", test_group);
	dd_engine_test_add("/db/group-lost", test_group_lost);
	dd_engine_test_add("/db/snapshot", test_snapshot);
	dd_engine_test_add("/db/read-only", test_read_only);
	dd_engine_test_add("/db/at-rest", test_at_rest);
	dd_engine_test_add("/db/migrations", test_migrations);
	dd_engine_test_add("/db/half-migration", test_half_migration);
	dd_engine_test_add("/db/others", test_others);
	dd_engine_test_add("/db/at-once", test_at_once);
	dd_engine_test_add("/db/gone", test_gone);
	dd_engine_test_add("/db/patience", test_patience);
	return g_test_run();
}
