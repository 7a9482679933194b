/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy-table.h: all tables of the store, column by column, for what goes through all of them */
#pragma once

#include "walk.h"

G_BEGIN_DECLS

typedef struct {
	const char *name;
	DdWalkTable walk; /* of all its columns, the key first */
	DdDbStatement add, count;
	DdDbStatement clear; /* of rows that a new store has; no SQL: it has none */
} DdCopyTable;

/* Returns: (transfer none) all of them, those first that others refer to */
const DdCopyTable *
dd_copy_get_tables(size_t *n_out);

G_END_DECLS
