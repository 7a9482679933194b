/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account.h: who may use the store. An account is never removed, for the record speaks of it; who has left is disabled */
#pragma once

#include "arena.h"
#include "permission.h"
#include "store.h"
#include "totp.h"
#include "way.h"

#include <glib.h>

G_BEGIN_DECLS

/* Strings lie in the arena that was given */
typedef struct {
	int64_t id;
	const char *name;
	DdRole role;
	const char *unit; /* identifier or name; NULL the whole office */
	bool has_password, has_totp, disabled;
	DdWay way;
	int64_t created_at;
	int64_t locked_until; /* moment until which its password is not looked at; 0 it is */
} DdAccount;

/* @unit, @password (of dd_secret_hash_password; a change does not wait for that) may be NULL */
typedef struct {
	const char *name;
	DdRole role;
	const char *unit, *password;
	DdWay way;
	const char *subject; /* NULL: of whoever comes by that way and name first */
} DdAccountNew;

/*
 * Adds one, with its record. Returns: FALSE with DD_ERROR_CONFLICT (there is one of that name, however it is spelt), DD_ERROR_INVALID_DATA
 * (no name), DD_ERROR_TOO_LARGE (name or unit), or as of dd_db_query. @id_out: (nullable)
 */
bool
dd_account_add(DdChange *change, const DdAccountNew *account, int64_t *id_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Finds one by its name, however it is spelt; disabled ones too. @found_out: FALSE leaves @out as it was */
bool
dd_account_find(DdStore *self, const char *name, DdArena *arena, DdAccount *out, bool *found_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Finds one by its number. @version_out: which rises when anything is changed of it that is shown. @found_out: FALSE leaves the others as they
 * were
 */
bool
dd_account_get(DdStore *self, int64_t id, DdArena *arena, DdAccount *out, int64_t *version_out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdAccount by number, behind @after (0: from the first), at most @limit; NULL: as of dd_db_query */
GArray *
dd_account_list(DdStore *self, int64_t after, unsigned limit, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @count_out: accounts, disabled ones too; FALSE: as of dd_db_query */
bool
dd_account_count(DdStore *self, int64_t *count_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is to become of an account; what stays is left out */
typedef struct {
	const DdRole *role;
	const char *unit;     /* "" the whole office */
	const char *password; /* of dd_secret_hash_password; "" none. Ends its sessions, its API tokens, and what it has to wait */
	bool keep_tokens; /* with a password: its API tokens stay, as who proved to be its owner wants */
	const bool *disabled; /* TRUE ends its sessions; FALSE also what it has to wait */
	const void *totp;     /* DD_TOTP_BYTES of the secret of its one-time codes */
	int64_t totp_step; /* of the code that proved it, which opens nothing any more; 0 none was used */
	bool drop_totp;   /* no codes any more */
	const DdWay *way; /* another one forgets the password and whose account it was, and ends its sessions and API tokens */
	const char *subject;
	const char *why; /* for the record */
} DdAccountChange;

/*
 * Changes one, with its record, which says of secrets only that they changed. Returns: FALSE with DD_ERROR_EMPTY (no such account),
 * DD_ERROR_CONFLICT (the last administrator would be none any more; a password for who signs in another way), DD_ERROR_TOO_LARGE, or as of dd_db_query
 */
bool
dd_account_set(DdChange *change, int64_t id, const DdAccountChange *what, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Whether the office demands one-time codes of @role */
bool
dd_account_get_demand(DdStore *self, DdRole role, bool *totp_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Sets that, with its record: who has none then does not sign in any more before an administrator gave it one */
bool
dd_account_set_demand(DdChange *change, DdRole role, bool totp, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
