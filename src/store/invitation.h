/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invitation.h: with one somebody sets the password of an account, once: who made it never knows the password */
#pragma once

#include "account.h"
#include "secret.h"

G_BEGIN_DECLS

/*
 * Makes one of @account, with its record; one that was there opens nothing any more. The caller has seen that there is such an account. @text_out: it,
 * which is kept as a hash and cannot be told again; @expires_out: until when. Returns: FALSE as of dd_db_query
 */
bool
dd_invitation_add(DdChange *change, int64_t account, char text_out[DD_SECRET_TEXT],
	int64_t *expires_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finds whose @text (from anybody) is. @found_out: FALSE for one that is none, that is over, or whose account is disabled. Reads only */
bool
dd_invitation_find(DdStore *self, const char *text, int64_t now, DdArena *arena, DdAccount *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Sets the password (@kept: of dd_secret_hash_password) of the account that @text is of, and ends it, with the record. Returns: FALSE with DD_ERROR_EMPTY
 * when it is none any more, or as of dd_account_set
 */
bool
dd_invitation_take(DdChange *change, const char *text, const char *kept, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
