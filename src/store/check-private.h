/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-private.h: for the files of check.h alone */
#pragma once

#include "check.h"

G_BEGIN_DECLS

typedef struct {
	DdStore *store;
	DdDb *db;
	DdCheckFunc found;
	void *user_data;
	DdCheckReport report;
} DdCheck;

/* Tells a finding, and counts it */
void
dd_check_tell(DdCheck *self, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* @out: the number that @statement gives. Returns: FALSE on failure */
bool
dd_check_count(DdCheck *self, const DdDbStatement *statement, int64_t *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Holds all rows against what the record says of them. Returns: FALSE on failure */
bool
dd_check_rows(DdCheck *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
