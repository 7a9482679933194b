/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-plan.h: how far the tasks of one document are, all together */
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

G_END_DECLS
