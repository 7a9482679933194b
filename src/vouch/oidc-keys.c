/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-keys.c: one lock over what is kept; whoever needs it while it is fetched waits, in a thread that is there for waiting */
#include "oidc-keys.h"

#include <cjose/cjose.h>
#include <pthread.h>
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "oidc-http.h"

#define KEPT_SECONDS 3600 /* that what a provider says of itself counts */
#define AGAIN_SECONDS 20  /* before keys are asked for anew because one is missing */
#define RSA_BITS 2048     /* at least */
#define QUIET_SECONDS                                                                              \
	1 /* that a provider which did not answer is left alone; twice as long each time */
#define QUIET_MOST 60

struct _DdOidcKeys {
	const DdVouchSettings *settings;
	pthread_mutex_t mutex;
	json_t *about, *keys;        /* NULL never fetched */
	gint64 about_until, keys_at; /* of g_get_monotonic_time */
	gint64 quiet_until; /* it is not asked before: whoever waited for the lock meanwhile does not wait for it again */
	unsigned quiet; /* seconds of that */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cjose_jws_t, cjose_jws_release)

static void
release_key(cjose_jwk_t *key)
{
	cjose_jwk_release(key);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cjose_jwk_t, release_key)

DdOidcKeys *
dd_oidc_keys_new(const DdVouchSettings *settings)
{
	DdOidcKeys *self = g_new0(DdOidcKeys, 1);
	self->settings = settings;
	pthread_mutex_init(&self->mutex, NULL);
	return self;
}

void
dd_oidc_keys_free(DdOidcKeys *self)
{
	if (self == NULL)
		return;
	json_decref(self->about);
	json_decref(self->keys);
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
}

static bool
fail(const char *what, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
		"nhà cung cấp danh tính nói sai về %s (the provider is wrong about %s)", what, what);
	return false;
}

/* With the lock. @good: what was asked was answered as it should */
static void
note_answer(DdOidcKeys *self, bool good)
{
	self->quiet = good ? 0 : CLAMP(self->quiet * 2, QUIET_SECONDS, QUIET_MOST);
	self->quiet_until = good ? 0 : g_get_monotonic_time() + (gint64)self->quiet * G_USEC_PER_SEC;
}

/* With the lock: asks, but not a provider that has just not answered. Returns: (transfer full) or NULL */
static json_t *
ask(DdOidcKeys *self, const char *url, GError **error)
{
	if (g_get_monotonic_time() < self->quiet_until) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"nhà cung cấp danh tính vừa không trả lời; lát nữa sẽ hỏi lại (the "
			"provider did not answer just now; it is asked again in a while)");
		return NULL;
	}
	json_t *answer = dd_oidc_http_ask(self->settings, url, NULL, error);
	note_answer(self, answer != NULL);
	return answer;
}

/* With the lock: has what the provider says of itself. It must call itself what the settings do (Discovery 4.3), or another one speaks in its place */
static bool
refresh(DdOidcKeys *self, GError **error)
{
	gint64 now = g_get_monotonic_time();
	if (self->about != NULL && now < self->about_until)
		return true;
	const char *issuer = self->settings->issuer;
	g_autofree char *url = g_strconcat(issuer, g_str_has_suffix(issuer, "/") ? "" : "/",
		".well-known/openid-configuration", NULL);
	g_autoptr(json_t) about = ask(self, url, error);
	if (about == NULL)
		return false;
	if (g_strcmp0(json_string_value(json_object_get(about, "issuer")), issuer) != 0) {
		note_answer(self, false);
		return fail("issuer", error);
	}
	json_decref(self->about);
	self->about = g_steal_pointer(&about);
	self->about_until = now + (gint64)KEPT_SECONDS * G_USEC_PER_SEC;
	return true;
}

bool
dd_oidc_keys_get_place(DdOidcKeys *self, const char *name, char **out, GError **error)
{
	pthread_mutex_lock(&self->mutex);
	bool good = refresh(self, error);
	const char *url = good ? dd_oidc_get_text(self->about, name) : NULL;
	if (url != NULL && !dd_oidc_http_is_own(self->settings, url))
		good = fail(name, error);
	if (good)
		*out = g_strdup(url);
	pthread_mutex_unlock(&self->mutex);
	return good;
}

bool
dd_oidc_keys_names_issuer(DdOidcKeys *self, bool *out, GError **error)
{
	pthread_mutex_lock(&self->mutex);
	bool good = refresh(self, error);
	if (good)
		*out = json_is_true(json_object_get(
			self->about, "authorization_response_iss_parameter_supported"));
	pthread_mutex_unlock(&self->mutex);
	return good;
}

/* With the lock: has keys that are no older than an hour, or, where one is missing, than a little while */
static bool
refresh_keys(DdOidcKeys *self, bool missing, GError **error)
{
	gint64 now = g_get_monotonic_time();
	gint64 most = (gint64)(missing ? AGAIN_SECONDS : KEPT_SECONDS) * G_USEC_PER_SEC;
	if (self->keys != NULL && now - self->keys_at < most)
		return true;
	if (!refresh(self, error))
		return false;
	const char *url = dd_oidc_get_text(self->about, "jwks_uri");
	if (url == NULL)
		return fail("jwks_uri", error);
	g_autoptr(json_t) keys = ask(self, url, error);
	if (keys == NULL)
		return false;
	json_decref(self->keys);
	self->keys = g_steal_pointer(&keys);
	self->keys_at = now;
	return true;
}

static bool
verify_by(const char *token, const json_t *key)
{
	cjose_err error;
	g_autofree char *text = json_dumps(key, JSON_COMPACT);
	g_autoptr(cjose_jwk_t) jwk = text != NULL ? cjose_jwk_import(text, strlen(text), &error)
						  : NULL;
	if (jwk == NULL || (cjose_jwk_get_kty(jwk, &error) == CJOSE_JWK_KTY_RSA &&
				   cjose_jwk_get_keysize(jwk, &error) < RSA_BITS))
		return false;
	g_autoptr(cjose_jws_t) jws = cjose_jws_import(token, strlen(token), &error);
	return jws != NULL && cjose_jws_verify(jws, jwk, &error);
}

/* With the lock. @known_out: there was a key that might have */
static bool
verify_by_any(const DdOidcKeys *self, const char *token, const DdOidcHead *head, bool *known_out)
{
	const json_t *keys = json_object_get(self->keys, "keys");
	size_t n = MIN(json_array_size(keys), DD_MAX_PROVIDER_KEYS);
	*known_out = false;
	for (size_t i = 0; i < n; i++) {
		const json_t *key = json_array_get(keys, i);
		if (!dd_oidc_key_fits(key, head))
			continue;
		*known_out = true;
		if (verify_by(token, key))
			return true;
	}
	return false;
}

json_t *
dd_oidc_keys_verify(DdOidcKeys *self, const char *token, GError **error)
{
	g_auto(DdOidcHead) head = {0};
	g_autoptr(json_t) claims = NULL;
	bool known = false, right = false;
	if (!dd_oidc_split(token, &head, &claims, error))
		return NULL;
	pthread_mutex_lock(&self->mutex);
	bool asked = refresh_keys(self, false, error);
	right = asked && verify_by_any(self, token, &head, &known);
	/* a name is used for another key now and then; without a name every signature looks like a new key's */
	if (asked && !right && (!known || head.kid == NULL)) {
		asked = refresh_keys(self, true, error);
		right = asked && verify_by_any(self, token, &head, &known);
	}
	pthread_mutex_unlock(&self->mutex);
	if (asked && !right)
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "chữ ký của mã danh tính không đúng (the signature of the token does not hold)");
	return right ? g_steal_pointer(&claims) : NULL;
}
