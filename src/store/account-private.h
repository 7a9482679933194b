/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account-private.h: an account with its secrets, for what signs in and for what changes it */
#pragma once

#include "account.h"
#include "delay.h"

#include <jansson.h>

G_BEGIN_DECLS

/* Strings and bytes lie in the arena that was given */
typedef struct {
	DdAccount shown;
	const char *password; /* as it is kept, NULL none */
	const void *totp;     /* NULL none */
	size_t totp_len;
	int64_t totp_step;
	DdAttempts attempts;
	const char *subject; /* NULL: nobody has come yet */
} DdAccountRow;

/* Returns: (transfer full) what an account is found by, of a name from anybody; NULL where there is no letter, or no UTF-8 */
char *
dd_account_key(const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Finds one by its folded name or by its number */
bool
dd_account_row_find(DdStore *self, const char *key, DdArena *arena, DdAccountRow *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
bool
dd_account_row_get(DdStore *self, int64_t id, DdArena *arena, DdAccountRow *out, bool *found_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finds one by what its directory or provider calls the person */
bool
dd_account_row_find_subject(DdStore *self, DdWay way, const char *subject, DdArena *arena,
	DdAccountRow *out, bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes password and codes as @row has them; attempts likewise */
bool
dd_account_row_set_secrets(DdStore *self, const DdAccountRow *row, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_account_row_set_attempts(DdStore *self, const DdAccountRow *row, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Records what happened to the account that @record is of, with what is kept of it now; @now, what the record says, is swallowed. All that changes
 * an account, but for what signing in counts, and its API tokens is recorded so. Returns: FALSE on failure
 */
bool
dd_account_record(DdChange *change, const DdRecord *record, json_t *now, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Sets DD_ERROR_EMPTY: there is no such account */
void
dd_account_set_missing(GError **error);

G_END_DECLS
