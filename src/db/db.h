/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * db.h: a database behind one small interface: open by URL, prepared statements with typed values, rows; transactions in transaction.h. Which
 * engine it is shows in nothing but dd_db_get_engine. No value is ever put into the text of a statement.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "value.h"

G_BEGIN_DECLS

typedef enum { DD_DB_SQLITE, DD_DB_PGSQL, DD_DB_ENGINE_LAST } DdDbEngine;

typedef enum {
	DD_DB_EXISTING,  /* a file that is not there is an error */
	DD_DB_CREATE,    /* it is made, readable by its owner alone (0600) */
	DD_DB_READ_ONLY, /* nothing is written to it, while others may */
	DD_DB_AT_REST, /* the same of a file that nobody else has open, a backup: nothing is left beside it */
} DdDbMode;

/* One row of a table of statements; its address is its name, so it lives as long as the program */
typedef struct {
	const char *sql;                    /* values are $1, $2 …, at most DD_DB_VALUES */
	const char *own[DD_DB_ENGINE_LAST]; /* what an engine has instead, NULL: the same */
} DdDbStatement;

/* A connection; for one thread */
typedef struct _DdDb DdDb;
/* What a statement gives; while it is there its statement may run again, but nothing else of it changes */
typedef struct _DdDbRows DdDbRows;

/*
 * Opens "sqlite:PATH", "postgresql://…" or a list of PostgreSQL's keywords ("host=a,b dbname=dondoc target_session_attrs=…").
 * Returns: (transfer full) or NULL; DD_ERROR_UNSUPPORTED (no such URL, a server that is too old), DD_ERROR_IO (a file that is
 * not there or cannot be written), DD_ERROR_INVALID_DATA (a file that is no database), DD_ERROR_UNAVAILABLE (server out of reach).
 * All messages say in Vietnamese and English what to do.
 */
DdDb *
dd_db_open(const char *url, DdDbMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Rolls back what is not committed. NULL is fine */
void
dd_db_free(DdDb *self);
DdDbEngine
dd_db_get_engine(const DdDb *self);
/* Returns: FALSE once its server is known to be gone, which is looked at and not asked for: no other call will do any more */
bool
dd_db_is_alive(DdDb *self);
/*
 * Bounds how long one statement takes, and how long a transaction may lie still, which would keep others waiting. A server that does not
 * answer for longer counts as gone. Without it a statement may take as long as it wants. Of SQLite nothing: it waits for others 10 s
 */
bool
dd_db_set_patience(DdDb *self, unsigned seconds, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* While *@stop (atomic; NULL: nobody can) is TRUE nothing more is asked of the engine and nothing committed: DD_ERROR_UNAVAILABLE */
void
dd_db_set_stop(DdDb *self, const bool *stop);
/* Returns: TRUE when @text begins as a URL of a database does */
bool
dd_db_is_url(const char *text);

/*
 * Runs a statement that gives rows. @values (lent until the rows are freed) are $1 to $n; a text that is not UTF-8, or holds NUL,
 * is DD_ERROR_INVALID_DATA. Returns: (transfer full) before the first row, or NULL; DD_ERROR_CONFLICT (a constraint),
 * DD_ERROR_UNAVAILABLE (others hold it for 10 s, server gone), DD_ERROR_NO_SPACE (disk full), DD_ERROR_IO, DD_ERROR_INTERNAL
 */
DdDbRows *
dd_db_query(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, for a statement whose rows nobody wants */
bool
dd_db_run(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs it @times, each with the next @n of @values, without waiting for a server in between. In a transaction only */
bool
dd_db_run_many(DdDb *self, const DdDbStatement *statement, const DdDbValue *values, size_t n,
	size_t times, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs statements without values that stand behind each other: of a migration, never of what somebody gave */
bool
dd_db_run_script(DdDb *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Checks that @statement can be run. For tests */
bool
dd_db_prepare(DdDb *self, const DdDbStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Goes to the next row. Returns: FALSE with an error; @have_out: whether there is one */
bool
dd_db_rows_next(DdDbRows *rows, bool *have_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Goes over all rows: while (dd_db_rows_each(rows)), then dd_db_rows_end. Returns: FALSE behind the last one, where there is no @rows
 * (dd_db_query failed), and with an error, which dd_db_rows_end gives
 */
bool
dd_db_rows_each(DdDbRows *rows);
/* Returns: FALSE where dd_db_rows_each ended with an error, or @rows is NULL, whose error was given already */
bool
dd_db_rows_end(DdDbRows *rows, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Values of the row by column from 0, lent until the next row; of a NULL 0, 0.0, FALSE, NULL */
DdDbValue
dd_db_rows_get(const DdDbRows *rows, unsigned column);
int64_t
dd_db_rows_get_int(const DdDbRows *rows, unsigned column);
double
dd_db_rows_get_double(const DdDbRows *rows, unsigned column);
bool
dd_db_rows_get_bool(const DdDbRows *rows, unsigned column);
const char *
dd_db_rows_get_text(const DdDbRows *rows, unsigned column);
/* @len_out: its bytes */
const void *
dd_db_rows_get_blob(const DdDbRows *rows, unsigned column, size_t *len_out);
bool
dd_db_rows_is_null(const DdDbRows *rows, unsigned column);
void
dd_db_rows_free(DdDbRows *rows);

/* Makes a single file of a SQLite database that nobody else has open, with nothing beside it, to be carried away; of other engines nothing */
bool
dd_db_settle(DdDb *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Copies a SQLite database as it is now into the new file @path, while others work on it. DD_ERROR_UNSUPPORTED of other engines */
bool
dd_db_copy_to(DdDb *self, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDb, dd_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDbRows, dd_db_rows_free)

G_END_DECLS
