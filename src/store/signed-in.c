/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signed-in.c: sessions, each known by the hash of what its browser holds */
#include "sign-in-private.h"

#include "error.h"
#include "maxima.h"
#include "statements-page.h"
#include "statements.h"

#include <string.h>

static bool
get_identity(const DdDbRows *rows, DdArena *arena, DdIdentity *out, GError **error)
{
	const char *role = dd_db_rows_get_text(rows, 2);
	*out = (DdIdentity){.account = dd_db_rows_get_int(rows, 0),
		.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
		.unit = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 3)),
		.has_totp = dd_db_rows_get_bool(rows, 5)};
	if (role != NULL && dd_role_from_string(role, &out->role) &&
		dd_way_from_string(dd_db_rows_get_text(rows, 4), &out->way)) {
		/* codes of who comes through a provider are the provider's affair */
		out->must_enrol = dd_db_rows_get_bool(rows, 6) && !out->has_totp &&
				  out->way != DD_WAY_OIDC;
		return true;
	}
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "tài khoản “%s” có vai trò hoặc cách đăng nhập lạ (an account with an unknown role or way to sign in)",
		out->name);
	return false;
}

bool
dd_identity_find(DdStore *self, DdSql statement, const char *secret_text, int64_t now,
	DdIdentityAlive is_alive, DdArena *arena, DdIdentity *out, bool *found_out, GError **error)
{
	DdSecret secret;
	DdIdentity identity;
	bool have = false;
	*found_out = false;
	if (!dd_secret_parse(secret_text, &secret))
		return true;
	DdHash hash = dd_secret_digest(&secret);
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[statement],
		DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES)), error);
	if (rows == NULL || !dd_db_rows_next(rows, &have, error) ||
		(have && !get_identity(rows, arena, &identity, error)))
		return false;
	*found_out = have && is_alive(rows, now, &identity);
	if (*found_out)
		*out = identity;
	return true;
}

/* Makes room: what has expired goes, and of one account the oldest */
static bool
make_room(DdChange *change, int64_t account, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	return dd_db_run(db, &dd_sql[DD_SQL_SWEEP_SESSIONS],
		       DD_DB_ARGS(dd_db_int(change->actor->now)), error) &&
	       dd_db_run(db, &dd_sql[DD_SQL_TRIM_SESSIONS],
		       DD_DB_ARGS(dd_db_int(account), dd_db_int(DD_MAX_SESSIONS - 1)), error);
}

bool
dd_session_add(DdChange *change, int64_t account, const DdSessionOf *of, DdSignedIn *out, GError **error)
{
	dd_secret_make(&out->token);
	dd_secret_make(&out->csrf);
	out->expires_at = change->actor->now + DD_MAX_SESSION_SECONDS;
	DdHash hash = dd_secret_digest(&out->token);
	return make_room(change, account, error) &&
	       dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_ADD_SESSION],
		       DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES), dd_db_int(account),
			       dd_db_blob(out->csrf.bytes, DD_SECRET_BYTES),
			       dd_db_int(change->actor->now), dd_db_int(out->expires_at),
			       dd_db_text(change->actor->origin),
			       dd_db_text(of != NULL ? of->sid : NULL),
			       dd_db_text(of != NULL ? of->id_token : NULL),
			       dd_db_int(of != NULL ? of->proved_at : change->actor->now)),
		       error);
}

/* Columns behind the DD_IDENTITY_COLUMNS of IDENTITY_COLUMNS: csrf, expires_at, seen_at, created_at, proved_at. Returns: FALSE for one that does not count any more */
static bool
is_alive(const DdDbRows *rows, int64_t now, DdIdentity *identity)
{
	size_t len;
	const void *csrf = dd_db_rows_get_blob(rows, DD_IDENTITY_COLUMNS, &len);
	int64_t seen = dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 2);
	identity->scopes = DD_SCOPE_ALL;
	identity->expires_at = dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 1);
	identity->proved_at = dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 4);
	identity->stale = now - seen >= DD_SESSION_TOUCH_SECONDS;
	if (len != sizeof(identity->csrf.bytes))
		return false;
	memcpy(identity->csrf.bytes, csrf, len);
	return now < identity->expires_at && now - seen <= DD_MAX_SESSION_IDLE_SECONDS &&
	       dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 3) - now <= DD_SESSION_SKEW_SECONDS;
}

bool
dd_session_find(DdStore *self, const char *token, int64_t now, DdArena *arena, DdIdentity *out,
	bool *found_out, GError **error)
{
	return dd_identity_find(
		self, DD_SQL_FIND_SESSION, token, now, is_alive, arena, out, found_out, error);
}

bool
dd_session_touch(DdStore *self, const char *token, int64_t now, GError **error)
{
	DdSecret secret;
	if (!dd_secret_parse(token, &secret))
		return true;
	DdHash hash = dd_secret_digest(&secret);
	return dd_db_run(dd_store_get_db(self), &dd_sql[DD_SQL_TOUCH_SESSION],
		DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES), dd_db_int(now)), error);
}

bool
dd_session_record_end(DdChange *change, int64_t account, int64_t n, GError **error)
{
	g_autofree char *now = g_strdup_printf("{\"sessions\":%" G_GINT64_FORMAT "}", n);
	return dd_change_record(change,
		&(DdRecord){
			.action = "sign-out", .object = "account", .object_id = account, .now_json = now},
		error);
}

bool
dd_session_end(DdChange *change, const char *token, bool *ended_out, GError **error)
{
	DdSecret secret;
	bool have = false;
	*ended_out = false;
	if (!dd_secret_parse(token, &secret))
		return true;
	DdHash hash = dd_secret_digest(&secret);
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_END_SESSION], DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES)), error);
	if (rows == NULL || !dd_db_rows_next(rows, &have, error) ||
		(have && !dd_session_record_end(change, dd_db_rows_get_int(rows, 0), 1, error)))
		return false;
	*ended_out = have;
	return true;
}

GArray *
dd_session_list(DdStore *self, int64_t account, int64_t now, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredSession));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_page_sql[DD_PAGE_SQL_LIST_SESSIONS],
		DD_DB_ARGS(dd_db_int(account), dd_db_int(now), dd_db_int(DD_MAX_SESSIONS)), error);
	while (dd_db_rows_each(rows)) {
		size_t len;
		const void *hash = dd_db_rows_get_blob(rows, 0, &len);
		DdStoredSession one = {.created_at = dd_db_rows_get_int(rows, 1),
			.seen_at = dd_db_rows_get_int(rows, 2),
			.expires_at = dd_db_rows_get_int(rows, 3),
			.origin = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4))};
		memcpy(one.hash.bytes, hash, MIN(len, sizeof(one.hash.bytes)));
		/* those that were idle for too long are over, though they are there */
		if (now - one.seen_at <= DD_MAX_SESSION_IDLE_SECONDS)
			g_array_append_val(out, one);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_session_end_own(
	DdChange *change, int64_t account, const DdHash *hash, bool *ended_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_page_sql[DD_PAGE_SQL_END_OWN_SESSION],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES), dd_db_int(account)), error);
	*ended_out = false;
	return rows != NULL && dd_db_rows_next(rows, ended_out, error) &&
	       (!*ended_out || dd_session_record_end(change, account, 1, error));
}

bool
dd_session_end_all(DdChange *change, int64_t account, int64_t *count_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_END_SESSIONS], DD_DB_ARGS(dd_db_int(account)), error);
	int64_t n = 0;
	while (dd_db_rows_each(rows))
		n++;
	if (!dd_db_rows_end(rows, error) ||
		(n > 0 && !dd_session_record_end(change, account, n, error)))
		return false;
	if (count_out != NULL)
		*count_out = n;
	return true;
}
