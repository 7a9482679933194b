/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * oidc-module.c: signing in by OpenID Connect: the authorization code flow with PKCE (RFC 7636), state and nonce. All three are made of one
 * secret that the browser holds in a cookie, so that nothing is kept here between its going and its coming back, on whichever server that is.
 */
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "oidc-http.h"
#include "oidc-keys.h"
#include "provider-module.h"
#include "vouch-module.h"

typedef struct {
	const DdVouchSettings *settings;
	DdOidcKeys *keys;
} Provider;

static void *
open_provider(const DdVouchSettings *settings, GError **error)
{
	if (!dd_oidc_http_init(error))
		return NULL;
	Provider *self = g_new0(Provider, 1);
	self->settings = settings;
	self->keys = dd_oidc_keys_new(settings);
	return self;
}

static void
close_provider(void *data)
{
	Provider *self = data;
	dd_oidc_keys_free(self->keys);
	g_free(self);
}

/* Returns: @out, what the secret gives for one use; from it neither the secret nor another use is found, and another time gives another one */
static char *
derive(const DdProviderFlow *flow, const char *use, char out[DD_SECRET_TEXT])
{
	DdSecret derived;
	gsize len = sizeof(derived.bytes);
	g_autofree char *said = g_strdup_printf("%s %" G_GINT64_FORMAT, use, flow->begun);
	GHmac *hmac = g_hmac_new(G_CHECKSUM_SHA256, flow->secret.bytes, sizeof(flow->secret.bytes));
	g_hmac_update(hmac, (const guchar *)said, (gssize)strlen(said));
	g_hmac_get_digest(hmac, derived.bytes, &len);
	g_hmac_unref(hmac);
	dd_secret_format(&derived, out);
	dd_secret_wipe(&derived, sizeof(derived));
	return out;
}

/* What the provider keeps of the verifier until it sees it: S256 */
static void
challenge(const char *verifier, char out[DD_SECRET_TEXT])
{
	DdSecret hashed;
	gsize len = sizeof(hashed.bytes);
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(sum, (const guchar *)verifier, (gssize)strlen(verifier));
	g_checksum_get_digest(sum, hashed.bytes, &len);
	g_checksum_free(sum);
	dd_secret_format(&hashed, out);
}

static void
add(GString *out, const char *name, const char *value)
{
	char last = out->len > 0 ? out->str[out->len - 1] : '?';
	if (last != '?' && last != '&')
		g_string_append_c(out, '&');
	g_string_append(out, name);
	g_string_append_c(out, '=');
	g_string_append_uri_escaped(out, value, NULL, FALSE);
}

/* An address of the provider's that may have a query of its own */
static GString *
begin_url(const char *place)
{
	GString *url = g_string_new(place);
	if (strchr(place, '?') == NULL)
		g_string_append_c(url, '?');
	return url;
}

static bool
get_needed(Provider *self, const char *name, char **out, GError **error)
{
	if (!dd_oidc_keys_get_place(self->keys, name, out, error))
		return false;
	if (*out == NULL)
		g_set_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"nhà cung cấp danh tính không có %s (the provider has no %s)", name, name);
	return *out != NULL;
}

static bool
begin(void *data, const DdProviderFlow *flow, bool again, char **out, GError **error)
{
	Provider *self = data;
	const DdVouchSettings *settings = self->settings;
	g_autofree char *place = NULL;
	char text[DD_SECRET_TEXT], hashed[DD_SECRET_TEXT];
	if (!get_needed(self, "authorization_endpoint", &place, error))
		return false;
	GString *url = begin_url(place);
	add(url, "response_type", "code");
	add(url, "client_id", settings->client_id);
	add(url, "redirect_uri", settings->redirect_uri);
	add(url, "scope", settings->scopes);
	add(url, "state", derive(flow, "state", text));
	add(url, "nonce", derive(flow, "nonce", text));
	challenge(derive(flow, "verifier", text), hashed);
	add(url, "code_challenge", hashed);
	add(url, "code_challenge_method", "S256");
	if (again) {
		add(url, "prompt", "login");
		add(url, "max_age", "0"); /* with which auth_time is said (Core, 3.1.2.1) */
	}
	*out = g_string_free(url, FALSE);
	return true;
}

static bool
fail(const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "%s (%s)", vi, en);
	return false;
}

/* What a browser brings may come of anybody */
static bool
is_own(const DdProviderReturn *what)
{
	char text[DD_SECRET_TEXT];
	DdSecret wanted, given;
	return dd_secret_parse(derive(&what->flow, "state", text), &wanted) && what->state != NULL &&
	       dd_secret_parse(what->state, &given) && dd_secret_equals(&wanted, &given);
}

/* It must be of the issuer that the browser went to (RFC 9207) */
static bool
check_return(Provider *self, const DdProviderReturn *what, GError **error)
{
	bool names_issuer;
	if (!dd_oidc_keys_names_issuer(self->keys, &names_issuer, error))
		return false;
	if (what->issuer != NULL ? strcmp(what->issuer, self->settings->issuer) != 0 : names_issuer)
		return fail("câu trả lời của nhà cung cấp khác", "the answer is another provider's",
			error);
	if (what->error != NULL || what->code == NULL)
		return fail("nhà cung cấp danh tính từ chối", "the provider refuses", error);
	return true;
}

/* Returns: (transfer full) what the provider gives for the code */
static json_t *
redeem(Provider *self, const DdProviderReturn *what, GError **error)
{
	g_autofree char *place = NULL;
	char verifier[DD_SECRET_TEXT];
	if (!get_needed(self, "token_endpoint", &place, error))
		return NULL;
	g_autoptr(GString) form = g_string_new(NULL);
	g_string_append(form, "grant_type=authorization_code");
	add(form, "code", what->code);
	add(form, "redirect_uri", self->settings->redirect_uri);
	add(form, "client_id", self->settings->client_id);
	add(form, "code_verifier", derive(&what->flow, "verifier", verifier));
	json_t *answer = dd_oidc_http_ask(self->settings, place, form->str, error);
	dd_secret_wipe(form->str, form->len);
	dd_secret_wipe(verifier, sizeof(verifier));
	return answer;
}

/* Another issuer may have the same subject: both together are a person */
static const char *
name_subject(const Provider *self, const json_t *claims, DdArena *arena)
{
	const char *subject = dd_oidc_get_text(claims, "sub");
	g_autofree char *both = subject != NULL
					? g_strdup_printf("%s %s", self->settings->issuer, subject)
					: NULL;
	return dd_arena_strdup(arena, both);
}

static bool
take_person(const Provider *self, const json_t *claims, const char *token, DdArena *arena,
	DdProviderAnswer *out, GError **error)
{
	const DdVouchSettings *settings = self->settings;
	g_auto(GStrv) groups = dd_oidc_get_texts(claims, settings->groups_claim);
	const char *name = dd_oidc_get_text(claims, settings->name_claim);
	const char *unit = settings->unit_claim != NULL
				   ? dd_oidc_get_text(claims, settings->unit_claim)
				   : NULL;
	if (name == NULL)
		return fail("nhà cung cấp danh tính không nói tên (name-claim)",
			"the provider does not tell the name (name-claim)", error);
	*out = (DdProviderAnswer){.person = {.subject = name_subject(self, claims, arena),
					  .name = dd_arena_strdup(arena, name)},
		.sid = dd_arena_strdup(arena, dd_oidc_get_text(claims, "sid")),
		.id_token = dd_arena_strdup(arena, token)};
	(void)dd_oidc_get_moment(claims, "auth_time", &out->proved_at);
	dd_vouch_settings_judge(
		settings, (const char *const *)groups, dd_arena_strdup(arena, unit), &out->person);
	return true;
}

static bool
finish(void *data, const DdProviderReturn *what, DdArena *arena, DdProviderAnswer *out, GError **error)
{
	Provider *self = data;
	char nonce[DD_SECRET_TEXT];
	if (!check_return(self, what, error))
		return false;
	g_autoptr(json_t) answer = redeem(self, what, error);
	if (answer == NULL)
		return false;
	const char *token = json_string_value(json_object_get(answer, "id_token"));
	if (token == NULL)
		return fail("thiếu id_token", "there is no id_token", error);
	g_autoptr(json_t) claims = dd_oidc_keys_verify(self->keys, token, error);
	const DdOidcWanted wanted = {self->settings->issuer, self->settings->client_id,
		derive(&what->flow, "nonce", nonce), what->now};
	return claims != NULL && dd_oidc_check(claims, &wanted, error) &&
	       take_person(self, claims, token, arena, out, error);
}

static bool
leave(void *data, const char *id_token, char **out, GError **error)
{
	Provider *self = data;
	g_autofree char *place = NULL;
	*out = NULL;
	if (!dd_oidc_keys_get_place(self->keys, "end_session_endpoint", &place, error))
		return false;
	if (place == NULL)
		return true;
	GString *url = begin_url(place);
	add(url, "client_id", self->settings->client_id);
	add(url, "id_token_hint", id_token);
	if (self->settings->after_logout != NULL)
		add(url, "post_logout_redirect_uri", self->settings->after_logout);
	*out = g_string_free(url, FALSE);
	return true;
}

static bool
judge_logout(void *data, const char *token, int64_t now, DdArena *arena, DdProviderLogout *out,
	GError **error)
{
	Provider *self = data;
	g_autoptr(json_t) claims = dd_oidc_keys_verify(self->keys, token, error);
	const DdOidcWanted wanted = {self->settings->issuer, self->settings->client_id, NULL, now};
	if (claims == NULL || !dd_oidc_check(claims, &wanted, error))
		return false;
	*out = (DdProviderLogout){name_subject(self, claims, arena),
		dd_arena_strdup(arena, dd_oidc_get_text(claims, "sid")),
		(int64_t)json_number_value(json_object_get(claims, "iat"))};
	return true;
}

extern const DdProviderModule dd_vouch_module;
__attribute__((visibility("default")))
const DdProviderModule dd_vouch_module = {DD_VOUCH_MODULE_VERSION, open_provider, close_provider,
	begin, is_own, finish, leave, judge_logout};
