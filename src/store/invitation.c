/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invitation.c: invitations, each known by the hash of what was told */
#include "invitation.h"

#include "account-private.h"
#include "error.h"
#include "maxima.h"
#include "statements-page.h"

bool
dd_invitation_add(DdChange *change, int64_t account, char text_out[DD_SECRET_TEXT],
	int64_t *expires_out, GError **error)
{
	DdSecret secret;
	int64_t now = change->actor->now;
	dd_secret_make(&secret);
	DdHash hash = dd_secret_digest(&secret);
	bool good = dd_db_run(dd_store_get_db(change->store), &dd_page_sql[DD_PAGE_SQL_SET_INVITATION],
			    DD_DB_ARGS(dd_db_int(account), dd_db_blob(hash.bytes, DD_HASH_BYTES),
				    dd_db_int(now), dd_db_int(now + DD_MAX_INVITATION_SECONDS)),
			    error) &&
		    dd_change_record(change,
			    &(DdRecord){.action = "invite", .object = "account", .object_id = account},
			    error);
	if (good) {
		dd_secret_format(&secret, text_out);
		*expires_out = now + DD_MAX_INVITATION_SECONDS;
	}
	dd_secret_wipe(&secret, sizeof(secret));
	return good;
}

bool
dd_invitation_find(DdStore *self, const char *text, int64_t now, DdArena *arena, DdAccount *out,
	bool *found_out, GError **error)
{
	DdSecret secret;
	DdAccountRow row;
	bool have = false;
	*found_out = false;
	if (!dd_secret_parse(text, &secret))
		return true;
	DdHash hash = dd_secret_digest(&secret);
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_page_sql[DD_PAGE_SQL_FIND_INVITATION],
			DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES), dd_db_int(now)), error);
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (!have)
		return true;
	int64_t id = dd_db_rows_get_int(rows, 0);
	g_clear_pointer(&rows, dd_db_rows_free);
	if (!dd_account_row_get(self, id, arena, &row, found_out, error))
		return false;
	if (*found_out)
		*out = row.shown;
	return true;
}

bool
dd_invitation_take(DdChange *change, const char *text, const char *kept, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccount account;
	bool found;
	if (!dd_invitation_find(change->store, text, change->actor->now, arena, &account, &found, error))
		return false;
	if (!found) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
			"lời mời không còn dùng được (the invitation is over)");
		return false;
	}
	/* the new password ends it */
	return dd_account_set(change, account.id, &(DdAccountChange){.password = kept}, error);
}
