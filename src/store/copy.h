/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy.h: a whole office goes from one store to another, whatever their engines */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct {
	const char *table;
	int64_t source, target; /* rows, counted in both */
} DdCopyCount;

/*
 * Copies all rows of @from, as it is now, into @to, which must be new, in one transaction of each; counts the rows of every table on both sides
 * and commits when they agree. Returns: (transfer full) DdCopyCount for each table, or NULL; DD_ERROR_CONFLICT (@to holds something),
 * DD_ERROR_INVALID_DATA (counts differ), as of dd_db_query
 */
GArray *
dd_store_copy(DdStore *from, DdStore *to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
