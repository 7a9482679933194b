/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-sessions.c: signing in and out, and who one is */
#include <string.h>

#include "api-token.h"
#include "audit.h"
#include "body.h"
#include "error.h"
#include "json-store.h"
#include "maxima.h"
#include "secret.h"
#include "server-private.h"
#include "session-answer.h"

/* not for scripts, not for other sites; ends with the browser, and in the store before */
#define COOKIE_RULES "; Path=/; HttpOnly; SameSite=Strict"

static void
set_cookie(const DdRequest *request, DdAnswer *answer, const char *value, const char *more)
{
	g_free(answer->cookie);
	answer->cookie = g_strconcat(DD_COOKIE(request->secure), "=", value, COOKIE_RULES, more,
		request->secure ? "; Secure" : "", NULL);
}

void
dd_session_answer_keep(const DdRequest *request, DdAnswer *answer, const DdSecret *token)
{
	char text[DD_SECRET_TEXT];
	set_cookie(request, answer, dd_secret_format(token, text), "");
	dd_secret_wipe(text, sizeof(text));
}

void
dd_session_answer_forget(const DdRequest *request, DdAnswer *answer)
{
	set_cookie(request, answer, "", "; Max-Age=0");
}

/* What the role may do with some task at least, so that a page offers nothing else */
static void
write_rights(DdJsonWriter *json, const DdIdentity *who)
{
	const unsigned any = DD_STANDING_LEADS | DD_STANDING_HELPS | DD_STANDING_ABOVE;
	dd_json_open(json, "must", '[', false);
	if (who->must_enrol)
		dd_json_string(json, NULL, "totp");
	dd_json_close(json, ']');
	dd_json_open(json, "may", '[', false);
	for (DdAction action = 0; action < DD_ACTION_LAST && !who->must_enrol; action++)
		if (dd_permission_allows(who->role, action, DD_STANDING_NONE) ||
			dd_permission_allows(who->role, action, any))
			dd_json_string(json, NULL, dd_action_to_string(action));
	dd_json_close(json, ']');
}

static bool
write_identity(DdStore *store, DdJsonWriter *json, const DdIdentity *who, GError **error)
{
	int64_t seq;
	if (!dd_audit_get_head(store, &seq, NULL, error))
		return false;
	g_autofree char *scopes = dd_scopes_format(who->scopes);
	dd_json_uint(json, "id", (uint64_t)who->account);
	dd_json_string(json, "name", who->name);
	dd_json_string(json, "role", dd_role_to_string(who->role));
	dd_json_string(json, "role_vi", dd_role_get_vi(who->role));
	dd_json_string(json, "unit", who->unit);
	dd_json_string(json, "way", dd_way_to_string(who->way));
	dd_json_bool(json, "has_totp", who->has_totp);
	write_rights(json, who);
	dd_json_string(json, "scopes", scopes);
	dd_json_instant(json, "expires_at", who->expires_at);
	dd_json_uint(json, "seq", (uint64_t)seq);
	if (who->token == 0) {
		char csrf[DD_SECRET_TEXT];
		dd_json_string(json, "csrf", dd_secret_format(&who->csrf, csrf));
		dd_secret_wipe(csrf, sizeof(csrf));
	}
	return true;
}

bool
dd_api_me(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	if (!write_identity(request->store, json, request->who, error))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_session_answer_refuse(DdAnswer *answer, const DdSignedIn *result)
{
	static const DdProblem problems[] = {[DD_SIGN_IN_WRONG] = DD_PROBLEM_WRONG_SIGN_IN,
		[DD_SIGN_IN_CODE] = DD_PROBLEM_CODE_NEEDED,
		[DD_SIGN_IN_WAIT] = DD_PROBLEM_TOO_MANY,
		[DD_SIGN_IN_NO_ACCOUNT] = DD_PROBLEM_NO_ACCOUNT};
	answer->retry_after = result->outcome == DD_SIGN_IN_WAIT
				      ? (unsigned)CLAMP(result->wait, 1, G_MAXINT32)
				      : 0;
	dd_answer_problem(answer, problems[result->outcome], NULL);
	return true;
}

static bool
welcome(const DdRequest *request, const DdSignedIn *result, DdAnswer *answer, GError **error)
{
	char token[DD_SECRET_TEXT];
	DdIdentity who;
	bool found;
	dd_secret_format(&result->token, token);
	bool good = dd_session_find(
		request->store, token, request->actor.now, request->arena, &who, &found, error);
	if (good && found)
		dd_session_answer_keep(request, answer, &result->token);
	dd_secret_wipe(token, sizeof(token));
	if (!good)
		return false;
	if (!found) {
		dd_answer_problem(answer, DD_PROBLEM_WRONG_SIGN_IN, NULL);
		return true;
	}
	DdJsonWriter *json = dd_answer_begin(answer, 201);
	dd_json_open(json, NULL, '{', true);
	good = write_identity(request->store, json, &who, error);
	dd_secret_wipe(&who.csrf, sizeof(who.csrf));
	if (!good)
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_session_answer_is_outside(
	const DdRequest *request, const char *name, DdLane *again_out, GError **error)
{
	DdWay way = DD_WAY_LDAP; /* nobody of that name yet */
	bool found;
	*again_out = DD_LANE_READ;
	if (request->lane == DD_LANE_DIRECTORY || dd_vouch_get_directory(request->server->vouch) == NULL)
		return true;
	if (!dd_account_get_way(request->store, name, &way, &found, error))
		return false;
	if (way == DD_WAY_LDAP)
		*again_out = DD_LANE_DIRECTORY;
	return true;
}

/* A field for the code that is sent empty says none */
static bool
sign_in(const DdRequest *request, DdSignIn *what, DdAnswer *answer, GError **error)
{
	const DdVoucher *directory = request->lane == DD_LANE_DIRECTORY
					     ? dd_vouch_get_directory(request->server->vouch)
					     : NULL;
	DdSignedIn result = {0};
	if (what->code != NULL && *what->code == '\0')
		what->code = NULL;
	if (!dd_session_answer_is_outside(request, what->name, &answer->again, error))
		return false;
	if (answer->again != DD_LANE_READ)
		return true;
	if (!dd_account_sign_in(request->store, what, directory, &request->actor, &result, error))
		return false;
	bool good = result.outcome == DD_SIGN_IN_DONE ? welcome(request, &result, answer, error)
						      : dd_session_answer_refuse(answer, &result);
	dd_secret_wipe(&result, sizeof(result));
	return good;
}

bool
dd_api_sign_in(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"name", "password", "code", NULL};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	DdSignIn what;
	if (body == NULL ||
		!dd_body_get_text(body, "name", DD_MAX_WHO_BYTES, true, &what.name, error) ||
		!dd_body_get_text(body, "password", DD_MAX_PASSWORD_BYTES, true, &what.password, error) ||
		!dd_body_get_text(body, "code", DD_CODE_BYTES, false, &what.code, error))
		return false;
	return sign_in(request, &what, answer, error);
}

/* This session, or all of the account, on whatever machine they are. With a token: all sessions, for it is none itself */
bool
dd_api_sign_out(const DdRequest *request, DdAnswer *answer, GError **error)
{
	int64_t all = request->session == NULL;
	bool ended;
	g_auto(DdChange) change = {0};
	if (!dd_query_get_number(request->query, "all", 0, 1, &all, error) ||
		!dd_change_begin(request->store, &request->actor, &change, error))
		return false;
	/* a token is no session: there is none but all of them */
	bool every = all == 1 || request->session == NULL;
	bool good = every ? dd_session_end_all(&change, request->who->account, NULL, error)
			  : dd_session_end(&change, request->session, &ended, error);
	if (!good || !dd_change_commit(&change, error))
		return false;
	dd_session_answer_forget(request, answer);
	answer->status = 204;
	return true;
}
