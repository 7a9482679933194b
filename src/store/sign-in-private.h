/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign-in-private.h: what sessions and tokens have in common */
#pragma once

#include "account-private.h"
#include "sign-in.h"
#include "statements.h"

G_BEGIN_DECLS

#define DD_SESSION_TOUCH_SECONDS 60 /* that a use may go unnoted, so that reading does not write */
#define DD_SESSION_SKEW_SECONDS 300 /* that clocks of servers may differ */

#define DD_IDENTITY_COLUMNS 7 /* how many they are */

/* Reads the columns behind IDENTITY_COLUMNS. Returns: FALSE for what does not count any more */
typedef bool (*DdIdentityAlive)(const DdDbRows *rows, int64_t now, DdIdentity *identity);
/*
 * Finds who holds the secret, by @statement, whose rows begin with IDENTITY_COLUMNS. Strings lie in @arena. @found_out: FALSE for a secret that is
 * none or that nobody holds any more; @out is then untouched. Returns: FALSE on failure, as of dd_db_query
 */
bool
dd_identity_find(DdStore *self, DdSql statement, const char *secret_text, int64_t now,
	DdIdentityAlive is_alive, DdArena *arena, DdIdentity *out, bool *found_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Begins a session of @account in @change. @of: (nullable). @out gets token, csrf and end */
bool
dd_session_add(DdChange *change, int64_t account, const DdSessionOf *of, DdSignedIn *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Records that @n sessions of @account ended */
bool
dd_session_record_end(DdChange *change, int64_t account, int64_t n, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Records that @account was signed in to */
bool
dd_sign_in_record(DdChange *change, int64_t account, DdWay way, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Finds or makes the account of @vouched, and has it be as that says. @outcome_out: DD_SIGN_IN_DONE: @row_out is it; DD_SIGN_IN_WRONG: it
 * is disabled; DD_SIGN_IN_NO_ACCOUNT: an account that was the person's has then lost its sessions and API tokens
 */
bool
dd_vouched_settle(DdChange *change, const DdVouched *vouched, DdArena *arena, DdAccountRow *row_out,
	DdSignInOutcome *outcome_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
