/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db-sqlite.c: the driver of SQLite, https://www.sqlite.org/c3ref/intro.html */
#include "driver.h"
#include "error.h"
#include "libsqlite.h"
#include "once.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_MILLISECONDS 10000 /* that a writer waits for another one */
#define BUSY_STEP_MICROSECONDS 20000

typedef struct {
	sqlite3 *db;
	sqlite3_stmt *statement;
	int places[DD_DB_VALUES]; /* by value: the number that SQLite gave to its name $1, $2 …; 0: not in it */
} Prepared;

/* What to say of a code, and what to do about it */
static const struct {
	int code;
	DdError error;
	const char *text;
} failures[] = {
	{SQLITE_BUSY, DD_ERROR_UNAVAILABLE,
		"kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{SQLITE_LOCKED, DD_ERROR_UNAVAILABLE,
		"kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{SQLITE_FULL, DD_ERROR_NO_SPACE,
		"hết chỗ trên đĩa, không có gì được ghi; hãy dọn chỗ rồi thử lại (disk full, "
		"nothing was "
		"written; make room and try again)"},
	{SQLITE_READONLY, DD_ERROR_IO,
		"không ghi được kho dữ liệu; hãy xem quyền của tệp và thư mục (the store cannot be "
		"written; "
		"look at the rights of its file and folder)"},
	{SQLITE_CANTOPEN, DD_ERROR_IO,
		"không mở được tệp kho dữ liệu; hãy xem đường dẫn và quyền (cannot open the file "
		"of the store; "
		"look at its path and rights)"},
	{SQLITE_PERM, DD_ERROR_IO, "không có quyền đối với tệp (no right to the file)"},
	{SQLITE_NOTADB, DD_ERROR_INVALID_DATA,
		"tệp không phải kho dữ liệu SQLite (the file is no SQLite database)"},
	{SQLITE_CORRUPT, DD_ERROR_INVALID_DATA,
		"tệp kho dữ liệu bị hỏng; hãy khôi phục từ bản sao lưu (the store's file is "
		"damaged; restore a "
		"backup)"},
	{SQLITE_CONSTRAINT, DD_ERROR_CONFLICT,
		"trái với dữ liệu đang có (against what is in the store)"},
	{SQLITE_TOOBIG, DD_ERROR_TOO_LARGE, "giá trị quá lớn (a value is too large)"},
	{SQLITE_IOERR, DD_ERROR_IO,
		"không đọc hoặc ghi được tệp kho dữ liệu (cannot read or write the store's file)"},
};

/* What the system said of the last thing that failed with one of the two files. @which: SQLITE_FCNTL_…_POINTER */
static int
get_number(sqlite3 *db, int which)
{
	sqlite3_file *file = NULL;
	int number = 0;
	if (libsqlite.sqlite3_file_control(db, "main", which, (void *)&file) != SQLITE_OK ||
		file == NULL || file->pMethods == NULL ||
		file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) != SQLITE_OK)
		return 0;
	return number;
}

/* SQLite takes only ENOSPC for a full disk; a quota that is used up and a file that may not grow are no other thing to us */
static bool
is_full(sqlite3 *db, int code)
{
	static const int files[] = {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER};
	bool full = false;
	for (size_t i = 0; db != NULL && code == SQLITE_IOERR_WRITE && i < G_N_ELEMENTS(files); i++) {
		int number = get_number(db, files[i]);
		full = full || number == EDQUOT || number == EFBIG;
	}
	return full;
}

/* Takes code and message at once: the next call overwrites them. Returns: FALSE */
static bool
fail(sqlite3 *db, int code, GError **error)
{
	int plain = is_full(db, code) ? SQLITE_FULL : code & 0xff;
	const char *detail = db != NULL ? libsqlite.sqlite3_errmsg(db)
					: libsqlite.sqlite3_errstr(code);
	for (size_t i = 0; i < G_N_ELEMENTS(failures); i++)
		if (failures[i].code == plain) {
			g_set_error(error, DD_ERROR, (gint)failures[i].error, "%s: %s",
				failures[i].text, detail);
			return false;
		}
	g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi SQLite %d (SQLite error): %s", code,
		detail);
	return false;
}

static bool
sqlite_script(void *connection, const char *sql, GError **error)
{
	int code = libsqlite.sqlite3_exec(connection, sql, NULL, NULL, NULL);
	return code == SQLITE_OK || fail(connection, code, error);
}

/* A connection that only reads leaves the file's way of writing alone, and looks into it, for opening does not */
static const char set_up_reader[] = "PRAGMA query_only = ON;"
				    "PRAGMA trusted_schema = OFF;"
				    "PRAGMA cell_size_check = ON;"
				    "PRAGMA schema_version;";
static const char set_up_writer[] =
	"PRAGMA journal_mode = WAL;"
	"PRAGMA synchronous = FULL;" /* what is committed outlasts a power cut */
	"PRAGMA foreign_keys = ON;"
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA cell_size_check = ON;"
	/* what a part of a group began with, so that it can be undone: not in files */
	"PRAGMA temp_store = MEMORY;"
	/* KiB; a group of 64 notes changes some 1500 pages, and what has no room is written twice */
	"PRAGMA cache_size = -6000;";

/*
 * Sets what each connection needs. A file of another kind shows here first. Another program that sets the same is met without
 * the waiting that busy_timeout promises, for SQLite fears a deadlock; so that waiting is done here. Returns: SQLite's code
 */
static int
set_up(sqlite3 *db, bool reads)
{
	int code = SQLITE_BUSY;
	libsqlite.sqlite3_extended_result_codes(db, 1);
	libsqlite.sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
	/* by the clock: each try waits by itself, too */
	const gint64 end = g_get_monotonic_time() + (gint64)BUSY_MILLISECONDS * 1000;
	while ((code & 0xff) == SQLITE_BUSY && g_get_monotonic_time() < end) {
		code = libsqlite.sqlite3_exec(
			db, reads ? set_up_reader : set_up_writer, NULL, NULL, NULL);
		if ((code & 0xff) == SQLITE_BUSY)
			g_usleep(BUSY_STEP_MICROSECONDS);
	}
	if (code == SQLITE_OK)
		code = libsqlite.sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	return code;
}

/* A new file is its owner's alone; SQLite gives its side files the same mode. */
static bool
make_file(const char *path, DdDbMode mode, GError **error)
{
	struct stat info;
	if (stat(path, &info) == 0 && !S_ISDIR(info.st_mode))
		return true;
	if (mode != DD_DB_CREATE && errno == ENOENT) {
		g_autofree char *shown = g_filename_display_name(path);
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không có kho dữ liệu %s; tạo mới bằng dondoc import hoặc dondoc migrate "
			"(there is "
			"no store %s; dondoc import or dondoc migrate makes one)",
			shown, shown);
		return false;
	}
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0600);
	if (fd < 0 && errno != EEXIST) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không tạo được tệp kho dữ liệu; hãy xem đường dẫn và quyền (cannot make "
			"the file "
			"of the store; look at its path and rights): %s",
			g_strerror(errno));
		return false;
	}
	if (fd >= 0)
		close(fd);
	return true;
}

static void
sqlite_close(void *connection)
{
	libsqlite.sqlite3_close(connection);
}

/* Returns: whether what was written lies beside the file, in the log of somebody who has it open, or died */
static bool
has_log(const char *path)
{
	g_autofree char *log = g_strconcat(path, "-wal", NULL);
	struct stat info;
	return stat(log, &info) == 0 && info.st_size > 0;
}

/*
 * dondoc_part(table, column, number of the row, offset, most): bytes of a value from @offset on. substr would take all of it into memory, this
 * only walks the pages before
 */
static void
read_part(sqlite3_context *context, int n, sqlite3_value **values)
{
	sqlite3_blob *blob = NULL;
	sqlite3_int64 offset = libsqlite.sqlite3_value_int64(values[3]),
		      most = libsqlite.sqlite3_value_int64(values[4]);
	(void)n;
	int code = libsqlite.sqlite3_blob_open(libsqlite.sqlite3_context_db_handle(context), "main",
		(const char *)libsqlite.sqlite3_value_text(values[0]),
		(const char *)libsqlite.sqlite3_value_text(values[1]),
		libsqlite.sqlite3_value_int64(values[2]), 0, &blob);
	sqlite3_int64 size = code == SQLITE_OK ? libsqlite.sqlite3_blob_bytes(blob) : 0;
	int first = (int)CLAMP(offset, 0, size), len = (int)CLAMP(most, 0, size - first);
	g_autofree char *bytes = g_malloc((gsize)len + 1);
	if (code == SQLITE_OK)
		code = libsqlite.sqlite3_blob_read(blob, bytes, len, first);
	libsqlite.sqlite3_blob_close(blob);
	if (code == SQLITE_OK)
		libsqlite.sqlite3_result_blob(context, g_steal_pointer(&bytes), len, g_free);
	else
		libsqlite.sqlite3_result_error_code(context, code);
}

/* @flags: SQLITE_OPEN_…; @name: a path, or with SQLITE_OPEN_URI a URI. Returns: SQLite's code; with an error @db_out is for its message */
static int
open_file(const char *name, int flags, sqlite3 **db_out)
{
	int code = libsqlite.sqlite3_open_v2(name, db_out, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK)
		code = libsqlite.sqlite3_create_function_v2(*db_out, "dondoc_part", 5,
			SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, read_part, NULL, NULL, NULL);
	return code == SQLITE_OK ? set_up(*db_out, (flags & SQLITE_OPEN_READONLY) != 0) : code;
}

/* As a file that nobody changes: without locks, and without the files that a log needs beside it (https://www.sqlite.org/wal.html, 7) */
static int
open_still(const char *path, sqlite3 **db_out)
{
	g_autofree char *escaped = g_uri_escape_string(path, "/", FALSE);
	g_autofree char *uri = g_strconcat("file:", escaped, "?immutable=1", NULL);
	return open_file(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, db_out);
}

/*
 * A store that somebody has open has its log beside it, which is read with it. Where there is none and the folder lets nobody make one, or
 * nothing shall be left there, the file is all there is.
 */
static int
open_to_read(const char *path, DdDbMode mode, sqlite3 **db_out)
{
	if (mode == DD_DB_AT_REST && !has_log(path))
		return open_still(path, db_out);
	int code = open_file(path, SQLITE_OPEN_READONLY, db_out);
	if (((code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY) || has_log(path))
		return code;
	libsqlite.sqlite3_close(*db_out);
	*db_out = NULL;
	return open_still(path, db_out);
}

/* What it counts of its memory nobody asks for, and for it each allocation of all threads waits for one lock */
static void
set_up_library(void)
{
	int code = libsqlite.sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (code != SQLITE_OK)
		g_debug("SQLite: %s", libsqlite.sqlite3_errstr(code));
}

static void *
sqlite_open(const char *where, DdDbMode mode, GError **error)
{
	static DdOnce once = DD_ONCE_INIT;
	if (!dd_libsqlite_load(error))
		return NULL;
	if (dd_once_enter(&once)) {
		set_up_library();
		dd_once_leave(&once);
	}
	bool in_memory = strcmp(where, ":memory:") == 0;
	if (!in_memory && !make_file(where, mode, error))
		return NULL;
	/* "./" before a path that SQLite would take for a URI or something special */
	g_autofree char *path = in_memory || g_path_is_absolute(where)
					? g_strdup(where)
					: g_strconcat("./", where, NULL);
	sqlite3 *db = NULL;
	int code = mode == DD_DB_READ_ONLY || mode == DD_DB_AT_REST
			   ? open_to_read(path, mode, &db)
			   : open_file(path, SQLITE_OPEN_READWRITE, &db);
	if (code == SQLITE_OK)
		return db;
	fail(db, code, error);
	libsqlite.sqlite3_close(db);
	return NULL;
}

static void
sqlite_unprepare(void *prepared)
{
	Prepared *self = prepared;
	libsqlite.sqlite3_finalize(self->statement);
	g_free(self);
}

static void *
sqlite_prepare(void *connection, const char *sql, GError **error)
{
	sqlite3_stmt *statement = NULL;
	int code = libsqlite.sqlite3_prepare_v3(
		connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
	if (code != SQLITE_OK) {
		fail(connection, code, error);
		return NULL;
	}
	Prepared *self = g_new0(Prepared, 1);
	self->db = connection;
	self->statement = statement;
	for (int i = 0; i < DD_DB_VALUES; i++) {
		char name[8];
		g_snprintf(name, sizeof(name), "$%d", i + 1);
		self->places[i] = libsqlite.sqlite3_bind_parameter_index(statement, name);
	}
	return self;
}

static int
bind(sqlite3_stmt *statement, int place, const DdDbValue *value)
{
	switch (value->type) {
	case DD_DB_INT:
	case DD_DB_BOOL:
		return libsqlite.sqlite3_bind_int64(statement, place, value->number);
	case DD_DB_DOUBLE:
		return libsqlite.sqlite3_bind_double(statement, place, value->real);
	case DD_DB_TEXT:
		return libsqlite.sqlite3_bind_text64(
			statement, place, value->bytes, value->len, SQLITE_STATIC, SQLITE_UTF8);
	case DD_DB_BLOB:
		return libsqlite.sqlite3_bind_blob64(
			statement, place, value->bytes, value->len, SQLITE_STATIC);
	case DD_DB_NULL:
	default:
		return libsqlite.sqlite3_bind_null(statement, place);
	}
}

static void
sqlite_finish(void *cursor)
{
	Prepared *self = cursor;
	libsqlite.sqlite3_reset(self->statement);
	libsqlite.sqlite3_clear_bindings(self->statement);
}

static void *
sqlite_run(void *prepared, const DdDbValue *values, size_t n, GError **error)
{
	Prepared *self = prepared;
	for (size_t i = 0; i < n; i++) {
		if (self->places[i] == 0)
			continue;
		int code = bind(self->statement, self->places[i], &values[i]);
		if (code == SQLITE_OK)
			continue;
		fail(self->db, code, error);
		sqlite_finish(self);
		return NULL;
	}
	return self;
}

static bool
sqlite_next(void *cursor, bool *have_out, GError **error)
{
	Prepared *self = cursor;
	int code = libsqlite.sqlite3_step(self->statement);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		return fail(self->db, code, error);
	*have_out = code == SQLITE_ROW;
	return true;
}

static DdDbValue
sqlite_get(void *cursor, unsigned column)
{
	sqlite3_stmt *statement = ((Prepared *)cursor)->statement;
	int at = (int)column;
	switch (libsqlite.sqlite3_column_type(statement, at)) {
	case SQLITE_INTEGER:
		return dd_db_int(libsqlite.sqlite3_column_int64(statement, at));
	case SQLITE_FLOAT:
		return dd_db_double(libsqlite.sqlite3_column_double(statement, at));
	case SQLITE_TEXT: {
		const char *text = (const char *)libsqlite.sqlite3_column_text(statement, at);
		return dd_db_text_len(text, (size_t)libsqlite.sqlite3_column_bytes(statement, at));
	}
	case SQLITE_BLOB: {
		/* of no bytes SQLite says NULL */
		const void *bytes = libsqlite.sqlite3_column_blob(statement, at);
		return dd_db_blob(bytes != NULL ? bytes : "",
			(size_t)libsqlite.sqlite3_column_bytes(statement, at));
	}
	default:
		return dd_db_null();
	}
}

static bool
sqlite_is_open(void *connection)
{
	return libsqlite.sqlite3_get_autocommit(connection) == 0;
}

static const char settle[] = "PRAGMA journal_mode = DELETE";

static bool
sqlite_copy_to(void *connection, const char *path, GError **error)
{
	sqlite3 *target = sqlite_open(path, DD_DB_CREATE, error);
	if (target == NULL)
		return false;
	sqlite3_backup *backup = libsqlite.sqlite3_backup_init(target, "main", connection, "main");
	int code = SQLITE_OK;
	if (backup != NULL) {
		/* all at once: between two steps others could write, which would begin it anew */
		int step = libsqlite.sqlite3_backup_step(backup, -1);
		code = libsqlite.sqlite3_backup_finish(backup);
		/* that it was only kept from going on is no failure to it, and no copy to us */
		if (code == SQLITE_OK && step != SQLITE_DONE)
			code = step;
	} else {
		code = libsqlite.sqlite3_errcode(target);
	}
	if (code == SQLITE_OK)
		code = libsqlite.sqlite3_exec(target, settle, NULL, NULL, NULL);
	bool good = code == SQLITE_OK || fail(target, code, error);
	libsqlite.sqlite3_close(target);
	return good;
}

const DdDbDriver dd_db_sqlite = {
	.engine = DD_DB_SQLITE,
	/* IMMEDIATE: a writer waits at the start, and not where a reader would have to become one */
	.begin = {[DD_DB_READ] = "BEGIN", [DD_DB_WRITE] = "BEGIN IMMEDIATE"},
	.open = sqlite_open,
	.close = sqlite_close,
	.is_open = sqlite_is_open,
	.script = sqlite_script,
	.prepare = sqlite_prepare,
	.unprepare = sqlite_unprepare,
	.run = sqlite_run,
	.next = sqlite_next,
	.get = sqlite_get,
	.finish = sqlite_finish,
	.settle = settle,
	.copy_to = sqlite_copy_to,
};
