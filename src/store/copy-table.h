/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy-table.h: all tables of the store, column by column, for what goes through all of them */
#pragma once

#include "db.h"

G_BEGIN_DECLS

#define DD_COPY_KEY 3 /* columns of the longest key */

typedef struct {
	const char *name;
	unsigned n_columns, n_key;    /* the key comes first */
	int64_t page;                 /* rows that are held at a time */
	DdDbValue first[DD_COPY_KEY]; /* less than any key */
	DdDbStatement list;           /* behind $1…, at most so many */
	DdDbStatement add, count;
	DdDbStatement clear; /* of rows that a new store has; no SQL: it has none */
} DdCopyTable;

/* Returns: (transfer none) all of them, those first that others refer to */
const DdCopyTable *
dd_copy_get_tables(size_t *n_out);

G_END_DECLS
