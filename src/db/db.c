/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db.c: what both engines have in common: URLs, statements that stay prepared, checks of values, transactions */
#include "db.h"

#include "driver.h"
#include "error.h"
#include "transaction.h"

#include <string.h>

struct _DdDb {
	const DdDbDriver *driver;
	void *connection;
	GHashTable *idle; /* DdDbStatement → prepared, those that nobody is running */
	bool in_transaction;
	const bool *stop; /* atomic; NULL none */
	bool in_group;    /* transactions that begin are parts of one */
};

struct _DdDbRows {
	DdDb *db;
	const DdDbStatement *statement;
	void *prepared; /* given back at the end */
	void *cursor;
	GError *error; /* what ended dd_db_rows_each before the last row; NULL nothing */
};

/* How URLs begin; PostgreSQL's two forms are left to libpq */
static const struct {
	const char *prefix;
	const DdDbDriver *driver;
	bool is_kept; /* the driver gets the prefix, too */
} urls[] = {
	{"sqlite:", &dd_db_sqlite, false},
	{"postgresql://", &dd_db_pgsql, true},
	{"postgres://", &dd_db_pgsql, true},
};

/* Returns: the driver, NULL when it is no URL; @where_out: what it gets of it */
static const DdDbDriver *
find_driver(const char *url, const char **where_out)
{
	*where_out = url;
	for (size_t i = 0; i < G_N_ELEMENTS(urls); i++)
		if (g_str_has_prefix(url, urls[i].prefix)) {
			*where_out += urls[i].is_kept ? 0 : strlen(urls[i].prefix);
			return urls[i].driver;
		}
	size_t word = strspn(url, "abcdefghijklmnopqrstuvwxyz_");
	return word > 0 && url[word] == '=' ? &dd_db_pgsql : NULL;
}

bool
dd_db_is_url(const char *text)
{
	const char *where;
	return find_driver(text, &where) != NULL;
}

DdDb *
dd_db_open(const char *url, DdDbMode mode, GError **error)
{
	const char *where;
	const DdDbDriver *driver = find_driver(url, &where);
	if (driver == NULL || *where == '\0') {
		/* not quoted: a password may stand in it */
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"kho dữ liệu phải là sqlite:TỆP hoặc postgresql://… (a store is "
			"sqlite:PATH or "
			"postgresql://…)");
		return NULL;
	}
	void *connection = driver->open(where, mode, error);
	if (connection == NULL)
		return NULL;
	DdDb *self = g_new0(DdDb, 1);
	self->driver = driver;
	self->connection = connection;
	self->idle = g_hash_table_new(NULL, NULL);
	return self;
}

void
dd_db_free(DdDb *self)
{
	if (self == NULL)
		return;
	GHashTableIter iter;
	void *prepared;
	g_hash_table_iter_init(&iter, self->idle);
	while (g_hash_table_iter_next(&iter, NULL, &prepared))
		self->driver->unprepare(prepared);
	g_hash_table_unref(self->idle);
	self->driver->close(self->connection);
	g_free(self);
}

DdDbEngine
dd_db_get_engine(const DdDb *self)
{
	return self->driver->engine;
}

bool
dd_db_is_alive(DdDb *self)
{
	return self->driver->is_alive == NULL || self->driver->is_alive(self->connection);
}

bool
dd_db_set_patience(DdDb *self, unsigned seconds, GError **error)
{
	return self->driver->set_patience == NULL ||
	       self->driver->set_patience(self->connection, seconds, error);
}

void
dd_db_set_stop(DdDb *self, const bool *stop)
{
	self->stop = stop;
}

static bool
check_stop(const DdDb *self, GError **error)
{
	if (self->stop == NULL || !__atomic_load_n(self->stop, __ATOMIC_RELAXED))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE, "đã được yêu cầu dừng (was told to stop)");
	return false;
}

/* Returns: an idle statement, or a new one when it is being run already */
static void *
take_prepared(DdDb *self, const DdDbStatement *statement, GError **error)
{
	void *prepared = NULL;
	if (g_hash_table_steal_extended(self->idle, statement, NULL, &prepared))
		return prepared;
	const char *own = statement->own[self->driver->engine];
	return self->driver->prepare(self->connection, own != NULL ? own : statement->sql, error);
}

static void
give_prepared(DdDb *self, const DdDbStatement *statement, void *prepared)
{
	if (g_hash_table_contains(self->idle, statement))
		self->driver->unprepare(prepared);
	else
		g_hash_table_insert(self->idle, (gpointer)statement, prepared);
}

/* A NUL would end the text in one engine, and is refused by the other; so is what is no UTF-8. */
static bool
check_values(const DdDbValue *values, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++)
		if (values[i].type == DD_DB_TEXT &&
			!g_utf8_validate_len(values[i].bytes, values[i].len, NULL)) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"văn bản không phải UTF-8, hoặc có ký tự NUL (a text is not UTF-8, "
				"or "
				"holds NUL)");
			return false;
		}
	return true;
}

bool
dd_db_prepare(DdDb *self, const DdDbStatement *statement, GError **error)
{
	void *prepared = take_prepared(self, statement, error);
	if (prepared != NULL)
		give_prepared(self, statement, prepared);
	return prepared != NULL;
}

DdDbRows *
dd_db_query(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n,
	GError **error)
{
	g_return_val_if_fail(n <= DD_DB_VALUES, NULL);
	if (!check_stop(self, error) || !check_values(values, n, error))
		return NULL;
	void *prepared = take_prepared(self, statement, error);
	if (prepared == NULL)
		return NULL;
	void *cursor = self->driver->run(prepared, values, n, error);
	if (cursor == NULL) {
		give_prepared(self, statement, prepared);
		return NULL;
	}
	DdDbRows *rows = g_new(DdDbRows, 1);
	*rows = (DdDbRows){self, statement, prepared, cursor, NULL};
	return rows;
}

bool
dd_db_run(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self, statement, values, n, error);
	while (dd_db_rows_each(rows))
		;
	return dd_db_rows_end(rows, error);
}

bool
dd_db_run_many(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n,
	size_t times, GError **error)
{
	g_return_val_if_fail(n <= DD_DB_VALUES && self->in_transaction, false);
	if (self->driver->run_many == NULL) {
		for (size_t i = 0; i < times; i++)
			if (!dd_db_run(self, statement, values + i * n, n, error))
				return false;
		return true;
	}
	if (!check_stop(self, error) || !check_values(values, n * times, error))
		return false;
	void *prepared = take_prepared(self, statement, error);
	if (prepared == NULL)
		return false;
	bool good = self->driver->run_many(prepared, values, n, times, error);
	give_prepared(self, statement, prepared);
	return good;
}

bool
dd_db_run_script(DdDb *self, const char *sql, GError **error)
{
	return self->driver->script(self->connection, sql, error);
}

bool
dd_db_rows_next(DdDbRows *rows, bool *have_out, GError **error)
{
	return rows->db->driver->next(rows->cursor, have_out, error);
}

bool
dd_db_rows_each(DdDbRows *rows)
{
	bool have = false;
	return rows != NULL && rows->error == NULL && dd_db_rows_next(rows, &have, &rows->error) &&
	       have;
}

bool
dd_db_rows_end(DdDbRows *rows, GError **error)
{
	if (rows == NULL || rows->error == NULL)
		return rows != NULL;
	g_propagate_error(error, g_steal_pointer(&rows->error));
	return false;
}

DdDbValue
dd_db_rows_get(const DdDbRows *rows, unsigned column)
{
	return rows->db->driver->get(rows->cursor, column);
}

int64_t
dd_db_rows_get_int(const DdDbRows *rows, unsigned column)
{
	DdDbValue value = dd_db_rows_get(rows, column);
	g_return_val_if_fail(value.type == DD_DB_INT || value.type == DD_DB_NULL, 0);
	return value.type == DD_DB_INT ? value.number : 0;
}

double
dd_db_rows_get_double(const DdDbRows *rows, unsigned column)
{
	DdDbValue value = dd_db_rows_get(rows, column);
	g_return_val_if_fail(value.type == DD_DB_DOUBLE || value.type == DD_DB_NULL, 0);
	return value.type == DD_DB_DOUBLE ? value.real : 0;
}

bool
dd_db_rows_get_bool(const DdDbRows *rows, unsigned column)
{
	/* SQLite has numbers for it */
	DdDbValue value = dd_db_rows_get(rows, column);
	g_return_val_if_fail(value.type <= DD_DB_BOOL && value.type != DD_DB_DOUBLE, false);
	return value.type != DD_DB_NULL && value.number != 0;
}

const char *
dd_db_rows_get_text(const DdDbRows *rows, unsigned column)
{
	DdDbValue value = dd_db_rows_get(rows, column);
	g_return_val_if_fail(value.type == DD_DB_TEXT || value.type == DD_DB_NULL, NULL);
	return value.type == DD_DB_TEXT ? value.bytes : NULL;
}

const void *
dd_db_rows_get_blob(const DdDbRows *rows, unsigned column, size_t *len_out)
{
	DdDbValue value = dd_db_rows_get(rows, column);
	g_return_val_if_fail(value.type == DD_DB_BLOB || value.type == DD_DB_NULL, NULL);
	*len_out = value.type == DD_DB_BLOB ? value.len : 0;
	return value.type == DD_DB_BLOB ? value.bytes : NULL;
}

bool
dd_db_rows_is_null(const DdDbRows *rows, unsigned column)
{
	return dd_db_rows_get(rows, column).type == DD_DB_NULL;
}

void
dd_db_rows_free(DdDbRows *rows)
{
	if (rows == NULL)
		return;
	g_clear_error(&rows->error);
	rows->db->driver->finish(rows->cursor);
	give_prepared(rows->db, rows->statement, rows->prepared);
	g_free(rows);
}

/* What undid a part may have undone its group */
static bool
check_open(DdDb *self, GError **error)
{
	if (self->driver->is_open(self->connection))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL,
		"giao dịch đã bị hủy (the transaction was rolled back)");
	return false;
}

bool
dd_db_begin(DdDb *self, DdDbAccess access, DdDbTransaction *out, GError **error)
{
	g_return_val_if_fail(!self->in_transaction && out->db == NULL, false);
	/* outside of a transaction a savepoint would begin one, and keep a part of what is lost */
	if (self->in_group && !check_open(self, error))
		return false;
	const char *begin = self->in_group ? "SAVEPOINT part" : self->driver->begin[access];
	if (!dd_db_run_script(self, begin, error))
		return false;
	self->in_transaction = true;
	out->db = self;
	out->part = self->in_group;
	return true;
}

bool
dd_db_begin_group(DdDb *self, DdDbTransaction *out, GError **error)
{
	g_return_val_if_fail(!self->in_group, false);
	if (!dd_db_begin(self, DD_DB_WRITE, out, error))
		return false;
	self->in_transaction = false;
	self->in_group = true;
	return true;
}

static void
end(DdDbTransaction *self)
{
	self->db->in_transaction = false;
	self->db->in_group = self->part;
	self->db = NULL;
}

bool
dd_db_commit(DdDbTransaction *self, GError **error)
{
	g_autoptr(GError) inner = NULL;
	if (!check_stop(self->db, error) || (self->db->in_group && !check_open(self->db, error)))
		return false;
	/* of a server that was gone before, it is known that nothing is kept */
	bool asked = dd_db_is_alive(self->db);
	if (!dd_db_run_script(self->db, self->part ? "RELEASE SAVEPOINT part" : "COMMIT", &inner)) {
		if (asked && !self->part && !dd_db_is_alive(self->db))
			g_set_error(error, DD_ERROR, DD_ERROR_UNSURE,
				"mất kết nối khi đang ghi, không rõ đã ghi được hay chưa; hãy xem "
				"lại trước khi làm lại (the connection was lost during the "
				"write: look whether it was kept before doing it again): %s",
				inner->message);
		else
			g_propagate_error(error, g_steal_pointer(&inner));
		return false; /* what is left of it is rolled back at the end of its variable */
	}
	end(self);
	return true;
}

void
dd_db_transaction_clear(DdDbTransaction *self)
{
	if (self->db == NULL)
		return;
	/* a full disk, or a lost connection, has rolled back already */
	g_autoptr(GError) ignored = NULL;
	const char *undo = self->part ? "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part"
				      : "ROLLBACK";
	if (!dd_db_run_script(self->db, undo, &ignored))
		g_debug("%s", ignored->message);
	end(self);
}

bool
dd_db_settle(DdDb *self, GError **error)
{
	return self->driver->settle == NULL || dd_db_run_script(self, self->driver->settle, error);
}

bool
dd_db_copy_to(DdDb *self, const char *path, GError **error)
{
	if (self->driver->copy_to != NULL)
		return self->driver->copy_to(self->connection, path, error);
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"chỉ sao chép được tệp SQLite (only a SQLite file is copied)");
	return false;
}
