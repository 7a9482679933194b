/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-self.c: what everybody does with the own account: password, one-time codes, sessions, API tokens */
#include <string.h>

#include "api-token.h"
#include "body.h"
#include "change.h"
#include "error.h"
#include "invitation.h"
#include "json-account.h"
#include "json-store.h"
#include "maxima.h"
#include "password-rule.h"
#include "route.h"
#include "server-private.h"
#include "session-answer.h"

#define TOTP_LETTERS 64 /* of the secret of one-time codes */
#define SCOPE_WORDS 64  /* bytes of the words for scopes */

bool
dd_api_list_sessions(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSecret secret;
	DdHash own = {{0}};
	g_autoptr(GArray) sessions = dd_session_list(
		request->store, request->who->account, request->actor.now, request->arena, error);
	if (sessions == NULL)
		return false;
	if (request->session != NULL && dd_secret_parse(request->session, &secret))
		own = dd_secret_digest(&secret);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "sessions", '[', true);
	for (guint i = 0; i < sessions->len; i++) {
		const DdStoredSession *one = &g_array_index(sessions, DdStoredSession, i);
		char hash[DD_HASH_TEXT];
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "id", dd_hash_format(&one->hash, hash));
		dd_json_bool(json, "own", dd_hash_equals(&own, one->hash.bytes, DD_HASH_BYTES));
		dd_json_string(json, "origin", one->origin);
		dd_json_instant(json, "created_at", one->created_at);
		dd_json_instant(json, "seen_at", one->seen_at);
		dd_json_instant(json, "expires_at", one->expires_at);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_end_session(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdHash hash;
	bool ended;
	if (!dd_hash_parse(request->hash, &hash))
		return dd_handler_refuse_unseen(answer);
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_session_end_own(&change, request->who->account, &hash, &ended, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	if (!ended)
		return dd_handler_refuse_unseen(answer);
	answer->status = 204;
	return true;
}

bool
dd_api_list_own_tokens(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdRequest own = *request;
	own.id = request->who->account;
	return dd_api_list_tokens(&own, answer, error);
}

/* A token gets no scope that who makes it does not have, or a token could make itself a stronger one */
static bool
read_scopes(const DdRequest *request, const json_t *body, unsigned *out, GError **error)
{
	const char *words;
	*out = DD_SCOPE_READ;
	if (!dd_body_get_text(body, "scopes", SCOPE_WORDS, false, &words, error))
		return false;
	if (words != NULL && !dd_scopes_parse(words, out)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"scopes là read, write, admin (scopes are read, write, admin)");
		return false;
	}
	if ((*out & ~request->who->scopes) == 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_FORBIDDEN,
		"mã mới không thể có quyền mà mã đang dùng không có (a token has no scope that "
		"who makes it has not)");
	return false;
}

bool
dd_api_revoke_own_token(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_token_revoke(&change, request->who->account, request->id, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}

/* What the password is asked for again */
typedef enum { FOR_PASSWORD, FOR_CODES, FOR_TOKEN } Purpose;

/* Who signs in through a provider has no password that could be asked for. Returns: FALSE with an error, or, @done_out, when all is said */
static bool
ask_provided(const DdRequest *request, Purpose purpose, DdAnswer *answer, GError **error)
{
	if (purpose != FOR_TOKEN) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_CONFLICT,
			"mật khẩu và mã một lần của tài khoản này do nơi khác giữ; hãy đổi ở đó "
			"(its password and one-time codes are kept elsewhere: change them there)");
		return false;
	}
	/* the provider's clock may be another one; what it says of years to come is worth no more than what was long ago */
	if (ABS(request->actor.now - request->who->proved_at) > DD_MAX_FRESH_SECONDS)
		dd_answer_problem(answer, DD_PROBLEM_SIGN_IN_AGAIN, NULL);
	return true;
}

/* The session that saying the password again began is not used. Whose password it was is told by the session alone: a directory may have given the name to somebody else */
static bool
judge_again(const DdRequest *request, DdSignedIn *result, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	char token[DD_SECRET_TEXT];
	bool ended;
	if (result->outcome != DD_SIGN_IN_DONE)
		return dd_session_answer_refuse(answer, result);
	dd_secret_format(&result->token, token);
	bool good = dd_change_begin(request->store, &request->actor, &change, error) &&
		    dd_session_end(&change, token, &ended, error) && dd_change_commit(&change, error);
	dd_secret_wipe(token, sizeof(token));
	if (good && result->account != request->who->account)
		dd_answer_problem(answer, DD_PROBLEM_WRONG_SIGN_IN, NULL);
	return good;
}

/*
 * Asks for the password again, and the code where there is one, as signing in does, with its counts and waits: who came by an open session does not know
 * them. Returns: FALSE on failure; with an answer made, or one that is to be made outside, it is not to go on
 */
static bool
ask_again(const DdRequest *request, const json_t *body, Purpose purpose, DdAnswer *answer,
	GError **error)
{
	const DdIdentity *who = request->who;
	DdSignIn what = {.name = who->name};
	DdSignedIn result = {0};
	if (who->way == DD_WAY_OIDC)
		return ask_provided(request, purpose, answer, error);
	if (!dd_body_get_text(body, "password", DD_MAX_PASSWORD_BYTES, true, &what.password, error) ||
		!dd_body_get_text(body, "code", DD_CODE_BYTES, false, &what.code, error))
		return false;
	if (what.code != NULL && *what.code == '\0')
		what.code = NULL;
	/* nor is that a failure, which would count */
	if (who->way != DD_WAY_LOCAL && purpose == FOR_PASSWORD) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_CONFLICT,
			"mật khẩu của tài khoản này do nơi khác giữ; hãy đổi ở đó (its password is "
			"kept elsewhere: change it there)");
		return false;
	}
	if (!dd_session_answer_is_outside(request, what.name, &answer->again, error))
		return false;
	if (answer->again != DD_LANE_READ)
		return true;
	const DdVoucher *directory = request->lane == DD_LANE_DIRECTORY
					     ? dd_vouch_get_directory(request->server->vouch)
					     : NULL;
	if (!dd_account_sign_in(request->store, &what, directory, &request->actor, &result, error))
		return false;
	bool good = judge_again(request, &result, answer, error);
	dd_secret_wipe(&result, sizeof(result));
	return good;
}

static bool
is_answered(const DdAnswer *answer)
{
	return answer->status != 0 || answer->again != DD_LANE_READ;
}

static bool
set_own(const DdRequest *request, const DdAccountChange *what, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(request->store, &request->actor, &change, error) &&
	       dd_account_set(&change, request->who->account, what, error) &&
	       dd_change_keep(&change, answer, error);
}

/* All sessions end with the old password, this one too, and API tokens, unless it is said that they stay */
bool
dd_api_set_own_password(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"password", "code", "new_password", "keep_tokens", NULL};
	const DdIdentity *who = request->who;
	DdAccountChange what = {0};
	const char *fresh;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL ||
		!dd_body_get_text(body, "new_password", DD_MAX_PASSWORD_BYTES, true, &fresh, error) ||
		!dd_body_get_bool(body, "keep_tokens", &what.keep_tokens, error) ||
		!dd_password_rule_check(fresh, who->name, who->unit, error) ||
		!ask_again(request, body, FOR_PASSWORD, answer, error))
		return false;
	if (is_answered(answer))
		return true;
	g_autofree char *kept = dd_secret_hash_password(fresh, error);
	what.password = kept;
	if (kept == NULL || !set_own(request, &what, answer, error))
		return false;
	dd_session_answer_forget(request, answer);
	answer->status = 204;
	return true;
}

/* A token that leaks is not to make others that outlive it, nor an open session one that outlives it: who makes one proves to be the owner */
bool
dd_api_add_own_token(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"name", "scopes", "days", "password", "code", NULL};
	g_auto(DdChange) change = {0};
	char token[DD_TOKEN_TEXT];
	const char *name;
	unsigned scopes;
	int64_t days = 0;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL ||
		!dd_body_get_said(body, "name", DD_MAX_ACCOUNT_NAME_BYTES, true, request->arena,
			&name, error) ||
		!read_scopes(request, body, &scopes, error) ||
		!dd_body_get_number(body, "days", 1, DD_MAX_TOKEN_DAYS, &days, error))
		return false;
	if (days == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING, "thiếu days (\"days\" is missing)");
		return false;
	}
	if (request->who->token != 0) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_FORBIDDEN,
			"mã API không tạo được mã API khác; hãy đăng nhập (an API token makes no "
			"other: sign in)");
		return false;
	}
	if (!ask_again(request, body, FOR_TOKEN, answer, error))
		return false;
	if (is_answered(answer))
		return true;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_token_add(&change, request->who->account, name, scopes, days, token, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	g_autofree char *words = dd_scopes_format(scopes);
	DdJsonWriter *json = dd_answer_begin(answer, 201);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "token", token);
	dd_secret_wipe(token, sizeof(token));
	dd_json_string(json, "name", name);
	dd_json_string(json, "scopes", words);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* A new secret, of which nothing is kept before a code proves that a telephone has it */
bool
dd_api_propose_totp(const DdRequest *request, DdAnswer *answer, GError **error)
{
	unsigned char secret[DD_TOTP_BYTES];
	dd_totp_make(secret);
	g_autofree char *uri = dd_totp_uri(secret, sizeof(secret), request->who->name);
	g_autofree char *text = dd_totp_format(secret, sizeof(secret));
	dd_secret_wipe(secret, sizeof(secret));
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "secret", text);
	dd_json_string(json, "uri", uri);
	dd_json_close(json, '}');
	dd_secret_wipe(uri, strlen(uri));
	dd_secret_wipe(text, strlen(text));
	return dd_answer_end(answer, error);
}

bool
dd_api_set_own_totp(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"secret", "proof", "password", "code", NULL};
	const char *text, *proof;
	unsigned char secret[DD_TOTP_BYTES];
	int64_t step = 0;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !dd_body_get_text(body, "secret", TOTP_LETTERS, true, &text, error) ||
		!dd_body_get_text(body, "proof", DD_CODE_BYTES, true, &proof, error))
		return false;
	if (!dd_totp_parse(text, secret) ||
		!dd_totp_check(secret, sizeof(secret), request->actor.now, proof, 0, &step)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"mã không phải của khóa bí mật này (the code is not of this secret)");
		return false;
	}
	bool good = ask_again(request, body, FOR_CODES, answer, error);
	if (good && !is_answered(answer)) {
		good = set_own(request, &(DdAccountChange){.totp = secret, .totp_step = step},
			answer, error);
		answer->status = 204;
	}
	dd_secret_wipe(secret, sizeof(secret));
	return good;
}

/* Open to all: who has it has been given it. A password is hashed only for one that is */
bool
dd_api_take_invitation(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"invitation", "password", NULL};
	g_auto(DdChange) change = {0};
	const char *text, *password;
	DdAccount account;
	bool found;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !dd_body_get_text(body, "invitation", DD_SECRET_TEXT, true, &text, error) ||
		!dd_body_get_text(body, "password", DD_MAX_PASSWORD_BYTES, true, &password, error) ||
		!dd_invitation_find(request->store, text, request->actor.now, request->arena,
			&account, &found, error))
		return false;
	if (!found)
		return dd_handler_refuse_unseen(answer);
	DdActor actor = request->actor;
	actor.who = account.name;
	if (!dd_password_rule_check(password, account.name, account.unit, error))
		return false;
	g_autofree char *kept = dd_secret_hash_password(password, error);
	if (kept == NULL || !dd_change_begin(request->store, &actor, &change, error) ||
		!dd_invitation_take(&change, text, kept, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}
