/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-plan.h: how far the tasks of a document are, all together */
#pragma once

#include "state.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct {
	/* rises with each change to one of its tasks, and with each that is added: who looked at it can tell whether it is still so. 0: nothing was read */
	int64_t version;
	uint64_t states[DD_STATE_LAST]; /* how many tasks are in each */
} DdStoredPlan;

/* Returns: FALSE on failure, as of dd_db_query */
bool
dd_stored_plan(DdStore *self, int64_t document, DdStoredPlan *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * The same of each of @documents, the rows of one list (@n of them, DD_MAX_LISTED at most), with one question. @out: @n plans, in their order;
 * those of documents without tasks, and of numbers that name none, are empty. Returns: FALSE on failure, as of dd_db_query
 */
bool
dd_stored_plans(DdStore *self, const int64_t *documents, size_t n, DdStoredPlan *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
