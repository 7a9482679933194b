/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.h: whether all that the store holds is whole, and what was written there */
#pragma once

#include "audit.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct {
	int64_t files, readings, tasks; /* that were looked at */
	int64_t unused; /* files of tasks that no step came with; they go by themselves */
	DdAuditVerdict audit;
	int64_t findings; /* 0: all is well */
} DdCheckReport;

/* Gets each finding, Vietnamese with the English in brackets */
typedef void (*DdCheckFunc)(const char *finding, void *user_data);

/*
 * Looks at the engine's own structures, rows that hang on nothing, the bytes of each file, the chain of records, and holds every row that is
 * kept against the chain (seal.h). Time is linear in the rows, memory bounded. Returns: FALSE when it cannot be read; findings are no failure
 */
bool
dd_store_check(DdStore *self, DdCheckFunc found, void *user_data, DdCheckReport *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
