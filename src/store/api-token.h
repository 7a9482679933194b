/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-token.h: API tokens, with which a program acts for an account */
#pragma once

#include "sign-in.h"

#include <glib.h>

G_BEGIN_DECLS

#define DD_TOKEN_PREFIX "dondoc_" /* so that one that leaked is recognised */
#define DD_TOKEN_TEXT (sizeof(DD_TOKEN_PREFIX) - 1 + DD_SECRET_TEXT)

/* Strings lie in the arena that was given */
typedef struct {
	int64_t id, account;
	const char *name;
	unsigned scopes; /* of DdScope */
	int64_t created_at, expires_at;
	int64_t used_at; /* to within a minute; 0 never */
} DdToken;

/*
 * Makes a token of @account, with its record. @days from 1 to DD_MAX_TOKEN_DAYS. @text_out: the token, which is kept as a hash and cannot be
 * told again. Returns: FALSE with DD_ERROR_EMPTY (no such account), DD_ERROR_CONFLICT (disabled), DD_ERROR_TOO_LARGE (name, days, tokens of
 * the account), DD_ERROR_INVALID_DATA (no scope), or as of dd_db_query
 */
bool
dd_token_add(DdChange *change, int64_t account, const char *name, unsigned scopes, int64_t days,
	char text_out[DD_TOKEN_TEXT], GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdToken of @account, those that have expired too; NULL: as of dd_db_query */
GArray *
dd_token_list(DdStore *self, int64_t account, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Removes a token, with its record. @account: 0 of anybody. Returns: FALSE with DD_ERROR_EMPTY (no such token), or as of dd_db_query */
bool
dd_token_revoke(DdChange *change, int64_t account, int64_t token, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Removes all tokens of @account, with one record. @why: (nullable). @count_out: (nullable) how many there were. Returns: as of dd_db_query */
bool
dd_token_end_all(DdChange *change, int64_t account, const char *why, int64_t *count_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finds for whom @text (from anybody) acts, as dd_session_find does. Reads only */
bool
dd_token_find(DdStore *self, const char *text, int64_t now, DdArena *arena, DdIdentity *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Notes that the token was used; where dd_token_find says that this is stale */
bool
dd_token_touch(DdStore *self, int64_t token, int64_t now, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads words parted by blanks or commas ("read,write"). Returns: FALSE when one is no scope, or there is none */
bool
dd_scopes_parse(const char *text, unsigned *scopes_out);
/* Returns: (transfer full) "read write" */
char *
dd_scopes_format(unsigned scopes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
