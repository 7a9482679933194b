/* SPDX-License-Identifier: GPL-3.0-or-later */
/* engine-test-support.c: places for stores */
#include "engine-test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef void (*TestFunc)(const char *url);

typedef struct {
	TestFunc func;
	void (*run)(TestFunc func);
} Case;

static void
run_sqlite(TestFunc func)
{
	g_autofree char *folder = g_dir_make_tmp("dondoc-test-XXXXXX", NULL);
	g_assert_nonnull(folder);
	g_autofree char *url = g_strconcat("sqlite:", folder, "/store.db", NULL);
	func(url);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(folder);
}

/* Runs one command on the server, outside of any test's database. */
static void
command(const char *server, const char *format, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDb) db = dd_db_open(server, DD_DB_EXISTING, &error);
	g_assert_no_error(error);
	g_autoptr(GString) sql = g_string_new(format);
	g_string_replace(sql, "NAME", name, 0);
	g_assert_true(dd_db_run_script(db, sql->str, &error));
	g_assert_no_error(error);
}

static void
run_pgsql(TestFunc func)
{
	static unsigned count;
	const char *server = g_getenv("DONDOC_TEST_PG");
	if (server == NULL) {
		g_test_skip("no PostgreSQL server: scripts/with-postgres starts one");
		return;
	}
	g_autofree char *name = g_strdup_printf("test_%d_%u", (int)getpid(), ++count);
	g_autoptr(GString) url = g_string_new(server);
	g_autofree char *path = g_strdup_printf("/%s?", name);
	g_assert_cmpuint(g_string_replace(url, "/postgres?", path, 1), ==, 1);
	command(server, "CREATE DATABASE NAME", name);
	func(url->str);
	command(server, "DROP DATABASE NAME WITH (FORCE)", name);
}

static const struct {
	const char *name;
	void (*run)(TestFunc func);
} engines[] = {{"sqlite", run_sqlite}, {"pgsql", run_pgsql}};

static void
run_case(gconstpointer data)
{
	const Case *self = data;
	self->run(self->func);
}

void
dd_engine_test_add(const char *path, TestFunc func)
{
	for (size_t i = 0; i < G_N_ELEMENTS(engines); i++) {
		g_autofree char *name = g_strconcat(path, "/", engines[i].name, NULL);
		Case *self = g_new(Case, 1);
		*self = (Case){func, engines[i].run};
		g_test_add_data_func_full(name, self, run_case, g_free);
	}
}

DdDbEngine
dd_engine_of(const char *url)
{
	return g_str_has_prefix(url, "sqlite:") ? DD_DB_SQLITE : DD_DB_PGSQL;
}
