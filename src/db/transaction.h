/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transaction.h: what is kept as a whole or not at all */
#pragma once

#include "db.h"

G_BEGIN_DECLS

/* A transaction as long as its variable lives: g_auto(DdDbTransaction) t = {0}; what is not committed is rolled back */
typedef struct {
	DdDb *db;  /* NULL: none is open */
	bool part; /* of a group: a savepoint */
} DdDbTransaction;

typedef enum {
	DD_DB_READ,  /* sees one state of all tables, changes nothing */
	DD_DB_WRITE, /* in SQLite the only one at a time */
} DdDbAccess;

/* Begins one; there is none inside of another, save in a group */
bool
dd_db_begin(DdDb *self, DdDbAccess access, DdDbTransaction *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Begins one that holds others: each dd_db_begin makes a part of it, kept or rolled back by itself; nothing lasts before the group is
 * committed. What fails outside of a part may undo all, then its commit fails, too
 */
bool
dd_db_begin_group(DdDb *self, DdDbTransaction *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As dd_db_query; DD_ERROR_UNSURE when the server was lost in between: only who looks knows whether it is kept */
bool
dd_db_commit(DdDbTransaction *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_db_transaction_clear(DdDbTransaction *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdDbTransaction, dd_db_transaction_clear)

G_END_DECLS
