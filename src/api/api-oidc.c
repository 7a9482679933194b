/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-oidc.c: signing in and out through a provider (OpenID Connect), and what ways to sign in there are */
#include "api-oidc.h"

#include <string.h>

#include "error.h"
#include "header.h"
#include "maxima.h"
#include "secret.h"
#include "server-private.h"
#include "session-answer.h"

#define START "/api/v1/oidc/start"
/* Comes back with the browser, which another site sends. Of TLS nobody else can have set it, who would have the browser sign in as himself */
#define FLOW(secure) ((secure) ? "__Host-dondoc-oidc" : "dondoc-oidc")
#define FLOW_RULES(secure)                                                                         \
	((secure) ? "; Path=/; Secure; HttpOnly; SameSite=Lax"                                     \
		  : "; Path=/api/v1/oidc; HttpOnly; SameSite=Lax")
#define SKEW 120 /* seconds that the provider's clock may be behind ours */

bool
dd_api_list_ways(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const DdVouch *vouch = request->server->vouch;
	const bool there[DD_WAY_LAST] = {[DD_WAY_LOCAL] = true,
		[DD_WAY_LDAP] = dd_vouch_get_directory(vouch) != NULL,
		[DD_WAY_OIDC] = dd_vouch_get_provider(vouch) != NULL};
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "ways", '[', false);
	for (DdWay way = 0; way < DD_WAY_LAST; way++) {
		if (!there[way])
			continue;
		dd_json_open(json, NULL, '{', false);
		dd_json_string(json, "way", dd_way_to_string(way));
		dd_json_string(json, "start", way == DD_WAY_OIDC ? START : "/api/v1/sessions");
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* Returns: the provider; NULL, with the answer that there is none */
static const DdProvider *
get_provider(const DdRequest *request, DdAnswer *answer)
{
	const DdProvider *provider = dd_vouch_get_provider(request->server->vouch);
	if (provider == NULL)
		dd_answer_problem(answer, DD_PROBLEM_NOT_FOUND,
			"máy chủ này không có OpenID Connect (there is no OpenID Connect here)");
	return provider;
}

bool
dd_api_oidc_start(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const DdProvider *provider = get_provider(request, answer);
	DdProviderFlow flow = {.begun = request->actor.now};
	char text[DD_SECRET_TEXT];
	int64_t again = 0;
	if (provider == NULL)
		return true;
	if (!dd_query_get_number(request->query, "again", 0, 1, &again, error))
		return false;
	dd_secret_make(&flow.secret);
	bool good = provider->module->begin(
		provider->self, &flow, again == 1, &answer->location, error);
	if (good) {
		answer->cookie = g_strdup_printf("%s=%s.%" G_GINT64_FORMAT "%s; Max-Age=%d",
			FLOW(request->secure), dd_secret_format(&flow.secret, text), flow.begun,
			FLOW_RULES(request->secure), DD_MAX_FLOW_SECONDS);
		answer->status = 302;
	}
	dd_secret_wipe(text, sizeof(text));
	dd_secret_wipe(&flow, sizeof(flow));
	return good;
}

/* Reads what the browser holds. When it was begun may be said by anybody, but state and nonce are made of it, too */
static bool
read_flow(const DdRequest *request, DdProviderFlow *out)
{
	g_autofree char *text = dd_header_get_cookie(request->cookies, FLOW(request->secure));
	char *end = text != NULL ? strchr(text, '.') : NULL;
	if (end == NULL)
		return false;
	*end = '\0';
	bool good = dd_secret_parse(text, &out->secret) &&
		    g_ascii_string_to_signed(end + 1, 10, 0, G_MAXINT64, &out->begun, NULL);
	dd_secret_wipe(text, strlen(text));
	int64_t age = good ? request->actor.now - out->begun : 0;
	return good && age <= DD_MAX_FLOW_SECONDS && age >= -SKEW;
}

/* A page that goes on by itself: a redirect would still count as the provider's, and not bring the session */
static void
send_on(const DdVouchSettings *settings, DdAnswer *answer)
{
	char *page = g_strdup_printf(
		"<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta "
		"http-equiv=\"refresh\" content=\"0;url=%s\"><title>Đôn Đốc</title><p><a "
		"href=\"%s\">Đã đăng nhập (signed in)</a></html>\n",
		settings->landing, settings->landing);
	answer->status = 200;
	answer->type = "text/html; charset=utf-8";
	answer->body = g_bytes_new_take(page, strlen(page));
}

static bool
sign_in(const DdRequest *request, const DdProvider *provider, const DdProviderAnswer *said,
	DdAnswer *answer, GError **error)
{
	const DdSessionOf of = {said->sid, said->id_token, said->proved_at};
	DdSignedIn result = {0};
	if (!dd_account_sign_in_vouched(
		    request->store, &said->person, &of, &request->actor, &result, error))
		return false;
	if (result.outcome == DD_SIGN_IN_DONE) {
		dd_session_answer_keep(request, answer, &result.token);
		send_on(provider->settings, answer);
	} else {
		dd_session_answer_refuse(answer, &result);
	}
	dd_secret_wipe(&result, sizeof(result));
	return true;
}

bool
dd_api_oidc_callback(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const DdProvider *provider = get_provider(request, answer);
	DdProviderReturn what = {.state = dd_query_get(request->query, "state"),
		.code = dd_query_get(request->query, "code"),
		.issuer = dd_query_get(request->query, "iss"),
		.error = dd_query_get(request->query, "error"),
		.now = request->actor.now};
	DdProviderAnswer said;
	if (provider == NULL)
		return true;
	if (!read_flow(request, &what.flow) || !provider->module->is_own(&what)) {
		dd_secret_wipe(&what.flow, sizeof(what.flow));
		dd_answer_problem(answer, DD_PROBLEM_BAD_REQUEST,
			"lượt đăng nhập này không bắt đầu ở trình duyệt này, hoặc đã quá hạn; hãy "
			"làm "
			"lại (this sign-in was not begun in this browser, or too long ago; begin "
			"again)");
		return true;
	}
	/* it is for once, whatever comes of it */
	answer->old_cookie = g_strconcat(
		FLOW(request->secure), "=", FLOW_RULES(request->secure), "; Max-Age=0", NULL);
	bool good = provider->module->finish(provider->self, &what, request->arena, &said, error) &&
		    sign_in(request, provider, &said, answer, error);
	dd_secret_wipe(&what.flow, sizeof(what.flow));
	return good;
}

/* Where the browser goes to end the provider's session, too; null where there is nothing to end there */
static bool
send_away(const char *location, DdAnswer *answer, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "location", location);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_oidc_sign_out(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const DdProvider *provider = get_provider(request, answer);
	const char *id_token = NULL;
	g_autofree char *location = NULL;
	g_auto(DdChange) change = {0};
	bool ended;
	if (provider == NULL)
		return true;
	if (request->session == NULL) {
		dd_answer_problem(
			answer, DD_PROBLEM_BAD_REQUEST, "không có phiên (there is no session)");
		return true;
	}
	if (!dd_session_get_id_token(
		    request->store, request->session, request->arena, &id_token, error) ||
		!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_session_end(&change, request->session, &ended, error) ||
		!dd_change_commit(&change, error))
		return false;
	dd_session_answer_forget(request, answer);
	/* signed out here it is; that the provider is away does not undo it */
	g_autoptr(GError) away = NULL;
	if (id_token != NULL && !provider->module->leave(provider->self, id_token, &location, &away))
		g_message("%s", away->message);
	return send_away(location, answer, error);
}

bool
dd_api_oidc_logout(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const DdProvider *provider = get_provider(request, answer);
	DdProviderLogout whose;
	DdActor actor = {request->actor.now, "OpenID Connect", request->actor.origin};
	g_auto(DdQuery) form = {0};
	g_auto(DdChange) change = {0};
	int64_t n;
	if (provider == NULL)
		return true;
	g_autofree char *body = g_strndup((const char *)request->body, request->body_len);
	g_autofree char *target = g_strconcat("/?", body, NULL);
	if (!dd_query_parse(target, &form, error))
		return false;
	const char *token = dd_query_get(&form, "logout_token");
	if (token == NULL) {
		dd_answer_problem(answer, DD_PROBLEM_BAD_REQUEST,
			"thiếu logout_token (logout_token is missing)");
		return true;
	}
	if (!provider->module->judge_logout(
		    provider->self, token, actor.now, request->arena, &whose, error) ||
		!dd_change_begin(request->store, &actor, &change, error) ||
		!dd_session_end_vouched(
			&change, whose.subject, whose.sid, whose.made + SKEW, &n, error) ||
		!dd_change_commit(&change, error))
		return false;
	answer->status = 200;
	return true;
}
