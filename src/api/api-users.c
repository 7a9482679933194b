/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-users.c: accounts, as an administrator keeps them; no password is ever known to who makes an account */
#include <string.h>

#include "api-token.h"
#include "body.h"
#include "change.h"
#include "error.h"
#include "invitation.h"
#include "json-account.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"

bool
dd_api_list_users(const DdRequest *request, DdAnswer *answer, GError **error)
{
	int64_t after = 0;
	unsigned limit;
	if (!dd_query_get_number(request->query, "cursor", 0, G_MAXINT64, &after, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	g_autoptr(GArray)
		rows = dd_account_list(request->store, after, limit + 1, request->arena, error);
	if (rows == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "users", '[', true);
	for (guint i = 0; i < MIN(rows->len, limit); i++)
		dd_json_account(json, NULL, &g_array_index(rows, DdAccount, i));
	dd_json_close(json, ']');
	dd_handler_write_next(
		json, rows->len > limit ? g_array_index(rows, DdAccount, limit - 1).id : 0);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* The account as it is now, the version of which is its tag */
static bool
show(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdAccount account;
	int64_t version;
	bool found;
	if (!dd_account_get(
		    request->store, request->id, request->arena, &account, &version, &found, error))
		return false;
	if (!found)
		return dd_handler_refuse_unseen(answer);
	dd_json_account(dd_answer_begin(answer, 200), NULL, &account);
	dd_answer_set_etag(answer, version, "");
	return dd_answer_end(answer, error);
}

bool
dd_api_get_user(const DdRequest *request, DdAnswer *answer, GError **error)
{
	return show(request, answer, error);
}

static bool
read_role(const json_t *body, bool needed, DdRole *out, bool *said_out, GError **error)
{
	const char *word;
	if (!dd_body_get_text(body, "role", DD_MAX_KIND_BYTES, needed, &word, error))
		return false;
	*said_out = word != NULL;
	if (word == NULL || dd_role_from_string(word, out))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"role: không có vai trò ấy (role: no such role)");
	return false;
}

/* What is told once: an invitation to set the password */
static bool
write_invitation(DdAnswer *answer, unsigned status, int64_t account, char text[DD_SECRET_TEXT],
	int64_t expires, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, status);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "id", (uint64_t)account);
	dd_json_string(json, "invitation", text);
	dd_secret_wipe(text, DD_SECRET_TEXT);
	dd_json_instant(json, "expires_at", expires);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_add_user(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"name", "role", "unit", NULL};
	g_auto(DdChange) change = {0};
	DdAccountNew account = {.role = DD_ROLE_PUBLIC};
	char text[DD_SECRET_TEXT];
	int64_t id = 0, expires = 0;
	bool said;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL ||
		!dd_body_get_said(body, "name", DD_MAX_ACCOUNT_NAME_BYTES, true, request->arena,
			&account.name, error) ||
		!read_role(body, true, &account.role, &said, error) ||
		!dd_body_get_said(body, "unit", DD_MAX_UNIT_BYTES, false, request->arena,
			&account.unit, error))
		return false;
	if (account.unit != NULL && *account.unit == '\0')
		account.unit = NULL;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_account_add(&change, &account, &id, error) ||
		!dd_invitation_add(&change, id, text, &expires, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	answer->location = g_strdup_printf("/api/v1/users/%" G_GINT64_FORMAT, id);
	return write_invitation(answer, 201, id, text, expires, error);
}

/* @found_out: FALSE: the answer is that there is no such account. Returns: FALSE on failure */
static bool
find(const DdRequest *request, DdAnswer *answer, DdAccount *out, int64_t *version_out,
	bool *found_out, GError **error)
{
	if (!dd_account_get(request->store, request->id, request->arena, out, version_out,
		    found_out, error))
		return false;
	if (!*found_out)
		dd_handler_refuse_unseen(answer);
	return true;
}

static bool
refuse_stale(DdAnswer *answer, const DdAccount *account, int64_t version, int64_t current,
	GError **error)
{
	DdJsonWriter *json = dd_change_begin_stale(answer, version, current);
	dd_json_account(json, "current", account);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
change_user(const DdRequest *request, const DdAccountChange *what, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdAccount account;
	int64_t version = 0, current = 0;
	bool found;
	if (!dd_change_get_match(request, answer, &version, error))
		return false;
	if (answer->status != 0)
		return true;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!find(request, answer, &account, &current, &found, error))
		return false;
	if (!found)
		return true;
	if (current != version)
		return refuse_stale(answer, &account, version, current, error);
	return dd_account_set(&change, request->id, what, error) &&
	       dd_change_keep(&change, answer, error);
}

bool
dd_api_change_user(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"role", "unit", "disabled", "drop_totp", "reason", NULL};
	DdAccountChange what = {0};
	DdRole role = DD_ROLE_PUBLIC;
	bool said = false, disabled = false;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_role(body, false, &role, &said, error) ||
		!dd_body_get_said(body, "unit", DD_MAX_UNIT_BYTES, false, request->arena,
			&what.unit, error) ||
		!dd_body_get_bool(body, "disabled", &disabled, error) ||
		!dd_body_get_bool(body, "drop_totp", &what.drop_totp, error) ||
		!dd_body_get_said(
			body, "reason", DD_MAX_WHY_BYTES, false, request->arena, &what.why, error))
		return false;
	what.role = said ? &role : NULL;
	what.disabled = json_is_boolean(json_object_get(body, "disabled")) ? &disabled : NULL;
	if (what.role == NULL && what.unit == NULL && what.disabled == NULL && !what.drop_totp) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"không có gì thay đổi (nothing would change)");
		return false;
	}
	if (!change_user(request, &what, answer, error))
		return false;
	return answer->status != 0 || show(request, answer, error);
}

bool
dd_api_invite_user(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdAccount account;
	char text[DD_SECRET_TEXT];
	int64_t version, expires = 0;
	bool found;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!find(request, answer, &account, &version, &found, error))
		return false;
	if (!found)
		return true;
	if (account.disabled) {
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"tài khoản “%s” đã bị khóa (the account is disabled)", account.name);
		return false;
	}
	if (!dd_invitation_add(&change, account.id, text, &expires, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	return write_invitation(answer, 201, account.id, text, expires, error);
}

bool
dd_api_end_user_sessions(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdAccount account;
	int64_t version;
	bool found;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!find(request, answer, &account, &version, &found, error))
		return false;
	if (!found)
		return true;
	if (!dd_session_end_all(&change, account.id, NULL, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}

bool
dd_api_list_tokens(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdAccount account;
	int64_t version;
	bool found;
	if (!find(request, answer, &account, &version, &found, error))
		return false;
	if (!found)
		return true;
	g_autoptr(GArray) tokens = dd_token_list(request->store, account.id, request->arena, error);
	if (tokens == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "tokens", '[', true);
	for (guint i = 0; i < tokens->len; i++)
		dd_json_token(json, NULL, &g_array_index(tokens, DdToken, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_revoke_token(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_token_revoke(&change, 0, request->id, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}

bool
dd_api_list_roles(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "roles", '[', true);
	for (DdRole role = 0; role < DD_ROLE_LAST; role++) {
		bool totp;
		if (!dd_account_get_demand(request->store, role, &totp, error))
			return false;
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "role", dd_role_to_string(role));
		dd_json_string(json, "role_vi", dd_role_get_vi(role));
		dd_json_bool(json, "totp", totp);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_set_role(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"role", "totp", NULL};
	g_auto(DdChange) change = {0};
	DdRole role = DD_ROLE_PUBLIC;
	bool said, totp = false;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_role(body, true, &role, &said, error) ||
		!dd_body_get_bool(body, "totp", &totp, error))
		return false;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_account_set_demand(&change, role, totp, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	return dd_api_list_roles(request, answer, error);
}
