/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk.h: goes through all rows of a table, or of one thing in it, in the order of a key, page by page, in the memory of one page */
#pragma once

#include "arena.h"
#include "db.h"

G_BEGIN_DECLS

#define DD_WALK_KEY 3 /* columns of the longest key */
/* Less than any key of that type, for a table of constants */
#define DD_WALK_NO_INT                                                                             \
	{                                                                                          \
		.type = DD_DB_INT, .number = -1                                                    \
	}
#define DD_WALK_NO_TEXT                                                                            \
	{                                                                                          \
		.type = DD_DB_TEXT, .bytes = ""                                                    \
	}
#define DD_WALK_NO_BLOB                                                                            \
	{                                                                                          \
		.type = DD_DB_BLOB, .bytes = ""                                                    \
	}

/* A way through a table */
typedef struct {
	/* values: whose rows (where @of_one is set), the key of the last row, how many */
	DdDbStatement list;
	unsigned n_columns;
	unsigned key_at, n_key;       /* columns of the key: the first, and how many */
	bool of_one;                  /* rows of one thing */
	int64_t page;                 /* rows that are held at a time */
	DdDbValue first[DD_WALK_KEY]; /* less than any key */
} DdWalkTable;

/* g_auto(DdWalk) walk = {0} */
typedef struct {
	DdDb *db;
	const DdWalkTable *table;
	DdDbValue of; /* whose rows */
	DdArena *arena,
		*last; /* of what values point to: of the page; of the one before it, for its last key */
	GArray *values;
	DdDbValue key[DD_WALK_KEY];
	size_t n, at; /* rows of the page, and which of them is next */
	bool ended;   /* there is no further page */
} DdWalk;

/* @of: (nullable) of whose rows; what it points to is lent for as long as the walk */
void
dd_walk_begin(DdWalk *self, DdDb *db, const DdWalkTable *table, const DdDbValue *of);
/* Goes on to the next page. @n_out: its rows, 0 behind the last. Returns: FALSE on failure, as of dd_db_query */
bool
dd_walk_next_page(DdWalk *self, size_t *n_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) the values of all rows of the page, row behind row, until the next page */
const DdDbValue *
dd_walk_get_page(const DdWalk *self);
/* @row_out: (transfer none) the next row, NULL behind the last, until the next one is asked for. Returns: FALSE on failure */
bool
dd_walk_next(DdWalk *self, const DdDbValue **row_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_walk_clear(DdWalk *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdWalk, dd_walk_clear)

G_END_DECLS
