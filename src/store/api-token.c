/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-token.c: API tokens */
#include "api-token.h"

#include "account-private.h"
#include "error.h"
#include "maxima.h"
#include "sign-in-private.h"
#include "statements.h"

#include <string.h>

#define DAY_SECONDS 86400

static const struct {
	DdScope scope;
	const char *word;
} scope_words[] = {{DD_SCOPE_READ, "read"}, {DD_SCOPE_WRITE, "write"}, {DD_SCOPE_ADMIN, "admin"}};

static bool
find_scope(const char *word, unsigned *scopes)
{
	for (size_t i = 0; i < G_N_ELEMENTS(scope_words); i++)
		if (strcmp(word, scope_words[i].word) == 0) {
			*scopes |= scope_words[i].scope;
			return true;
		}
	return *word == '\0';
}

bool
dd_scopes_parse(const char *text, unsigned *scopes_out)
{
	g_auto(GStrv) words = g_strsplit_set(text, " ,", -1);
	unsigned scopes = 0;
	for (char **word = words; *word != NULL; word++)
		if (!find_scope(*word, &scopes))
			return false;
	if (scopes == 0)
		return false;
	*scopes_out = scopes;
	return true;
}

char *
dd_scopes_format(unsigned scopes)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(scope_words); i++)
		if ((scopes & scope_words[i].scope) != 0)
			g_string_append_printf(
				out, "%s%s", out->len > 0 ? " " : "", scope_words[i].word);
	return g_string_free(out, FALSE);
}

static bool
check_account(DdStore *self, int64_t account, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccountRow row;
	bool found = false;
	if (!dd_account_row_get(self, account, arena, &row, &found, error))
		return false;
	if (!found)
		dd_account_set_missing(error);
	else if (row.shown.disabled)
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"tài khoản “%s” đã bị khóa (the account is disabled)", row.shown.name);
	return found && !row.shown.disabled;
}

static bool
check_count(DdStore *self, int64_t account, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_COUNT_TOKENS],
		DD_DB_ARGS(dd_db_int(account)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (have && dd_db_rows_get_int(rows, 0) < DD_MAX_TOKENS)
		return true;
	g_set_error(error, DD_ERROR,
		DD_ERROR_TOO_LARGE, "một tài khoản có tối đa %d mã API; hãy thu hồi bớt (an account has at most %d API tokens; revoke some)",
		DD_MAX_TOKENS, DD_MAX_TOKENS);
	return false;
}

static bool
check_new(const char *name, unsigned scopes, int64_t days, GError **error)
{
	if (strlen(name) > DD_MAX_ACCOUNT_NAME_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tên mã API quá dài, tối đa %d byte (longer than %d bytes)",
			DD_MAX_ACCOUNT_NAME_BYTES, DD_MAX_ACCOUNT_NAME_BYTES);
		return false;
	}
	if (days < 1 || days > DD_MAX_TOKEN_DAYS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"mã API dùng được từ 1 đến %d ngày (an API token lasts 1 to %d days)",
			DD_MAX_TOKEN_DAYS, DD_MAX_TOKEN_DAYS);
		return false;
	}
	if (scopes == 0 || (scopes & ~(unsigned)DD_SCOPE_ALL) != 0) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"phạm vi là read, write, admin (scopes are read, write, admin)");
		return false;
	}
	return true;
}

/* Of @account, of which the record is: a token is no thing by itself */
static bool
record(DdChange *change, const char *action, int64_t account, int64_t token, const char *name,
	const char *scopes, GError **error)
{
	json_t *object = json_object();
	json_object_set_new(object, "token", json_integer(token));
	json_object_set_new(object, "name", json_string(name));
	if (scopes != NULL)
		json_object_set_new(object, "scopes", json_string(scopes));
	return dd_account_record(change,
		&(DdRecord){.action = action, .object = "account", .object_id = account}, object,
		error);
}

bool
dd_token_add(DdChange *change, int64_t account, const char *name, unsigned scopes, int64_t days,
	char text_out[DD_TOKEN_TEXT], GError **error)
{
	DdSecret secret;
	int64_t id = 0, now = change->actor->now;
	if (!check_new(name, scopes, days, error) || !check_account(change->store, account, error) ||
		!check_count(change->store, account, error) ||
		!dd_change_number(change, "api_token", 1, &id, error))
		return false;
	dd_secret_make(&secret);
	DdHash hash = dd_secret_digest(&secret);
	g_autofree char *words = dd_scopes_format(scopes);
	bool good = dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_ADD_TOKEN],
			    DD_DB_ARGS(dd_db_int(id), dd_db_blob(hash.bytes, DD_HASH_BYTES),
				    dd_db_int(account), dd_db_text(name), dd_db_text(words),
				    dd_db_int(now), dd_db_int(now + days * DAY_SECONDS)),
			    error) &&
		    record(change, "token", account, id, name, words, error);
	if (good) {
		g_strlcpy(text_out, DD_TOKEN_PREFIX, DD_TOKEN_TEXT);
		dd_secret_format(&secret, text_out + strlen(DD_TOKEN_PREFIX));
	}
	dd_secret_wipe(&secret, sizeof(secret));
	return good;
}

GArray *
dd_token_list(DdStore *self, int64_t account, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_TOKENS],
		DD_DB_ARGS(dd_db_int(account), dd_db_int(DD_MAX_TOKENS)), error);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdToken));
	while (dd_db_rows_each(rows)) {
		DdToken token = {.id = dd_db_rows_get_int(rows, 0),
			.account = dd_db_rows_get_int(rows, 1),
			.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
			.created_at = dd_db_rows_get_int(rows, 4),
			.expires_at = dd_db_rows_get_int(rows, 5),
			.used_at = dd_db_rows_get_int(rows, 6)};
		(void)dd_scopes_parse(dd_db_rows_get_text(rows, 3), &token.scopes);
		g_array_append_val(out, token);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_token_revoke(DdChange *change, int64_t account, int64_t token, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_DROP_TOKEN], DD_DB_ARGS(dd_db_int(token), dd_db_int(account)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (!have) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có mã API ấy; xem dondoc user tokens (no such API token)");
		return false;
	}
	return record(change, "token-revoke", dd_db_rows_get_int(rows, 0), token,
		dd_db_rows_get_text(rows, 1), NULL, error);
}

bool
dd_token_end_all(DdChange *change, int64_t account, const char *why, int64_t *count_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_DROP_TOKENS], DD_DB_ARGS(dd_db_int(account)), error);
	const DdRecord record = {
		.action = "token-revoke", .object = "account", .object_id = account, .why = why};
	int64_t n = 0;
	while (dd_db_rows_each(rows))
		n++;
	if (!dd_db_rows_end(rows, error) ||
		(n > 0 && !dd_account_record(change, &record,
				  json_pack("{s:I}", "tokens", (json_int_t)n), error)))
		return false;
	if (count_out != NULL)
		*count_out = n;
	return true;
}

/* Columns behind IDENTITY_COLUMNS: id, scopes, expires_at, used_at, created_at. Returns: FALSE for one that does not count any more */
static bool
is_alive(const DdDbRows *rows, int64_t now, DdIdentity *identity)
{
	identity->must_enrol = false; /* nobody types a code for a program */
	identity->token = dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS);
	identity->expires_at = dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 2);
	identity->stale = now - dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 3) >=
			  DD_SESSION_TOUCH_SECONDS;
	return dd_scopes_parse(dd_db_rows_get_text(rows, DD_IDENTITY_COLUMNS + 1), &identity->scopes) &&
	       now < identity->expires_at &&
	       dd_db_rows_get_int(rows, DD_IDENTITY_COLUMNS + 4) - now <= DD_SESSION_SKEW_SECONDS;
}

bool
dd_token_find(DdStore *self, const char *text, int64_t now, DdArena *arena, DdIdentity *out,
	bool *found_out, GError **error)
{
	*found_out = false;
	if (!g_str_has_prefix(text, DD_TOKEN_PREFIX))
		return true;
	return dd_identity_find(self, DD_SQL_FIND_TOKEN, text + strlen(DD_TOKEN_PREFIX), now,
		is_alive, arena, out, found_out, error);
}

bool
dd_token_touch(DdStore *self, int64_t token, int64_t now, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_sql[DD_SQL_TOUCH_TOKEN],
		DD_DB_ARGS(dd_db_int(token), dd_db_int(now)), error);
}
