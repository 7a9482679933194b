/* SPDX-License-Identifier: GPL-3.0-or-later */
/* driver.h: what each engine brings; only db.c and the drivers include it */
#pragma once

#include "transaction.h"

G_BEGIN_DECLS

/* Functions that fail set the error in the words of docs/architecture.md, "The store"; outputs are then untouched. */
typedef struct {
	DdDbEngine engine;
	const char *begin[2]; /* a transaction, by DdDbAccess */
	/* Returns: a connection, or NULL. @where: what stands behind "sqlite:", else all of the URL */
	void *(*open)(const char *where, DdDbMode mode, GError **error);
	void (*close)(void *connection);
	/* Is its server there, as far as is known without asking it? NULL: it is no other program, and always there */
	bool (*is_alive)(void *connection);
	/* Is a transaction open still? A full disk and the like may end one */
	bool (*is_open)(void *connection);
	/* NULL: what it waits for has a bound already */
	bool (*set_patience)(void *connection, unsigned seconds, GError **error);
	bool (*script)(void *connection, const char *sql, GError **error);
	/* Returns: the statement, ready to be run, or NULL */
	void *(*prepare)(void *connection, const char *sql, GError **error);
	void (*unprepare)(void *prepared);
	/* Runs it; the result is a cursor before its first row, NULL on failure, and belongs to the statement until @finish */
	void *(*run)(void *prepared, const DdDbValue *values, size_t n, GError **error);
	/* Runs it @times; NULL: as often @run */
	bool (*run_many)(
		void *prepared, const DdDbValue *values, size_t n, size_t times, GError **error);
	bool (*next)(void *cursor, bool *have_out, GError **error);
	DdDbValue (*get)(void *cursor, unsigned column);
	void (*finish)(void *cursor);
	const char *settle; /* a script: dd_db_settle; NULL: nothing is to be done */
	bool (*copy_to)(void *connection, const char *path, GError **error); /* NULL: it cannot */
} DdDbDriver;

extern const DdDbDriver dd_db_sqlite;
extern const DdDbDriver dd_db_pgsql;

G_END_DECLS
