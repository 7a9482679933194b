/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * migrate.h: brings the tables of a database to the form that this program knows, step by step, forward only. A step is one SQL
 * text for both engines, in which stand
 *   {int} {real} {bool} {blob}   types of columns
 *   {exact}                      behind TEXT: in the order of its bytes, as SQLite has it, whatever language a server sorts by
 *   {keyed}                      in its place: and keeps the rows in the order of their key, where they are small and read by ranges of it
 *   {strict}                     behind the bracket that ends a table: SQLite then checks types as PostgreSQL does
 *   -- only sqlite, -- only pgsql, -- both   whose the lines below are
 */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef struct {
	const char *name;
	const char *text;
} DdMigration;

typedef struct {
	int64_t before, after; /* steps that had been taken, and are now */
} DdMigrated;

/*
 * Takes the steps of @migrations, of which the first is number 1, that are still to be taken, all in one transaction. Several programs may
 * do so at once: all but one wait and find them taken. @mode: as the database was opened: one that is only read is only looked at, and but with
 * DD_DB_CREATE a database without anything in it does not become a store.
 * Returns: FALSE with DD_ERROR_UNSUPPORTED (tables of a newer program; older ones that are only read; no store), DD_ERROR_INVALID_DATA
 * (a step was another one when it was taken; or tables of something else), or as of dd_db_run
 */
bool
dd_db_migrate(DdDb *self, const DdMigration *migrations, size_t n, int64_t now, DdDbMode mode,
	DdMigrated *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) the text of a step as @engine gets it. For tests */
char *
dd_migration_expand(const char *text, DdDbEngine engine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
