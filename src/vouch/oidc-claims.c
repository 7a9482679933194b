/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * oidc-claims.c: ID tokens by OpenID Connect Core 1.0 (3.1.3.7), logout tokens by Back-Channel Logout 1.0 (2.6). The algorithm is one of
 * two, whatever the token says; which key is used depends on it, so that a public key is never taken for a shared secret.
 */
#include "oidc-claims.h"

#include "error.h"
#include "maxima.h"

#include <string.h>

#define SKEW 120  /* seconds that clocks may differ */
#define FRESH 600 /* seconds that a token may be old when it comes */
#define LOGOUT_EVENT "http://schemas.openid.net/event/backchannel-logout"
#define BASE64URL "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#define LEVELS 8 /* of objects and lists inside of each other */

static bool
fail(GError **error, const char *what)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"mã danh tính không hợp lệ: %s (the token is not valid: %s)", what, what);
	return false;
}

/* Counts how deep JSON goes before a tree of it is made */
static bool
is_deep(const char *text, size_t len)
{
	unsigned depth = 0;
	bool quoted = false;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		if (quoted && c == '\\')
			i++;
		else if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == '{' || c == '[') && ++depth > LEVELS)
			return true;
		else if (!quoted && (c == '}' || c == ']') && depth > 0)
			depth--;
	}
	return false;
}

json_t *
dd_oidc_parse(const char *text, size_t len, size_t max, GError **error)
{
	if (len > max) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_TOO_LARGE, "JSON quá dài (the JSON is too long)");
		return NULL;
	}
	g_autoptr(json_t) object = is_deep(text, len)
					   ? NULL
					   : json_loadb(text, len, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(object)) {
		fail(error, "JSON");
		return NULL;
	}
	return g_steal_pointer(&object);
}

/* Returns: (transfer full) the JSON of one part */
static json_t *
decode_part(const char *text, size_t len, GError **error)
{
	if (len == 0 || len % 4 == 1 || strspn(text, BASE64URL) != len) {
		fail(error, "base64url");
		return NULL;
	}
	g_autoptr(GString) plain = g_string_new_len(text, (gssize)len);
	for (char *at = plain->str; *at != '\0'; at++)
		*at = *at == '-' ? '+' : *at == '_' ? '/' : *at;
	while (plain->len % 4 != 0)
		g_string_append_c(plain, '=');
	gsize n;
	g_autofree guchar *bytes = g_base64_decode(plain->str, &n);
	return dd_oidc_parse((const char *)bytes, n, DD_MAX_ID_TOKEN_BYTES, error);
}

static bool
read_head(const json_t *json, DdOidcHead *out, GError **error)
{
	static const char *const names[] = {"RS256", "ES256"};
	const char *algorithm = json_string_value(json_object_get(json, "alg"));
	const char *kid = json_string_value(json_object_get(json, "kid"));
	const char *type = json_string_value(json_object_get(json, "typ"));
	size_t i = 0;
	while (i < G_N_ELEMENTS(names) && g_strcmp0(algorithm, names[i]) != 0)
		i++;
	if (i == G_N_ELEMENTS(names))
		return fail(error, "alg");
	if (json_object_get(json, "crit") != NULL)
		return fail(error, "crit");
	if (type != NULL && g_ascii_strcasecmp(type, "JWT") != 0 &&
		g_ascii_strcasecmp(type, "logout+jwt") != 0)
		return fail(error, "typ");
	*out = (DdOidcHead){(DdOidcAlgorithm)i, g_strdup(kid)};
	return true;
}

bool
dd_oidc_split(const char *token, DdOidcHead *head_out, json_t **claims_out, GError **error)
{
	size_t len = strlen(token);
	const char *first = strchr(token, '.');
	const char *second = first != NULL ? strchr(first + 1, '.') : NULL;
	if (len > DD_MAX_ID_TOKEN_BYTES) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"mã danh tính quá dài (the token is too long)");
		return false;
	}
	if (second == NULL || second[1] == '\0' || second[1 + strspn(second + 1, BASE64URL)] != '\0')
		return fail(error, "ba phần, three parts");
	g_autofree char *head = g_strndup(token, (gsize)(first - token));
	g_autofree char *body = g_strndup(first + 1, (gsize)(second - first - 1));
	g_autoptr(json_t) head_json = decode_part(head, strlen(head), error);
	g_autoptr(json_t) claims = head_json != NULL ? decode_part(body, strlen(body), error) : NULL;
	if (claims == NULL || !read_head(head_json, head_out, error))
		return false;
	*claims_out = g_steal_pointer(&claims);
	return true;
}

void
dd_oidc_head_clear(DdOidcHead *self)
{
	g_clear_pointer(&self->kid, g_free);
}

/* Returns: TRUE when a member is not there, or is this text */
static bool
agrees(const json_t *key, const char *name, const char *text)
{
	const json_t *value = json_object_get(key, name);
	return value == NULL || (json_is_string(value) && strcmp(json_string_value(value), text) == 0);
}

bool
dd_oidc_key_fits(const json_t *key, const DdOidcHead *head)
{
	bool rsa = head->algorithm == DD_OIDC_RS256;
	const char *kind = json_string_value(json_object_get(key, "kty"));
	const char *curve = json_string_value(json_object_get(key, "crv"));
	const char *kid = json_string_value(json_object_get(key, "kid"));
	if (g_strcmp0(kind, rsa ? "RSA" : "EC") != 0 || (!rsa && g_strcmp0(curve, "P-256") != 0))
		return false;
	return agrees(key, "use", "sig") && agrees(key, "alg", rsa ? "RS256" : "ES256") &&
	       (head->kid == NULL || g_strcmp0(kid, head->kid) == 0);
}

/* For us, and when for several, made for us (azp) */
static bool
check_audience(const json_t *claims, const char *client, GError **error)
{
	const json_t *audience = json_object_get(claims, "aud"),
		     *party = json_object_get(claims, "azp");
	bool found = json_is_string(audience) && strcmp(json_string_value(audience), client) == 0;
	size_t n = json_array_size(audience);
	for (size_t i = 0; i < n; i++)
		found = found ||
			g_strcmp0(json_string_value(json_array_get(audience, i)), client) == 0;
	if (!found)
		return fail(error, "aud");
	bool ours = party != NULL && g_strcmp0(json_string_value(party), client) == 0;
	return ((party == NULL && n <= 1) || ours) || fail(error, "azp");
}

bool
dd_oidc_get_moment(const json_t *claims, const char *name, int64_t *out)
{
	const json_t *value = json_object_get(claims, name);
	if (!json_is_number(value) || json_number_value(value) < 0 || json_number_value(value) > 1e12)
		return false;
	*out = (int64_t)json_number_value(value);
	return true;
}

static bool
check_times(const json_t *claims, int64_t now, GError **error)
{
	int64_t end, begin, made;
	if (!dd_oidc_get_moment(claims, "exp", &end) || end <= now - SKEW)
		return fail(error, "exp");
	if (json_object_get(claims, "nbf") != NULL &&
		(!dd_oidc_get_moment(claims, "nbf", &begin) || begin > now + SKEW))
		return fail(error, "nbf");
	return (dd_oidc_get_moment(claims, "iat", &made) && made <= now + SKEW &&
		       made >= now - FRESH - SKEW) ||
	       fail(error, "iat");
}

/* In a time that does not tell where they differ */
static bool
equals(const char *a, const char *b)
{
	size_t len = strlen(b);
	unsigned differ = strlen(a) != len;
	for (size_t i = 0; !differ && i < len; i++)
		differ |= (unsigned char)a[i] ^ (unsigned char)b[i];
	return differ == 0;
}

static bool
check_logout(const json_t *claims, GError **error)
{
	const json_t *events = json_object_get(claims, "events");
	if (!json_is_object(json_object_get(events, LOGOUT_EVENT)))
		return fail(error, "events");
	if (json_object_get(claims, "nonce") != NULL)
		return fail(error, "nonce");
	if (dd_oidc_get_text(claims, "jti") == NULL)
		return fail(error, "jti");
	return dd_oidc_get_text(claims, "sub") != NULL || dd_oidc_get_text(claims, "sid") != NULL ||
	       fail(error, "sub, sid");
}

bool
dd_oidc_check(const json_t *claims, const DdOidcWanted *wanted, GError **error)
{
	const char *issuer = json_string_value(json_object_get(claims, "iss"));
	const char *nonce = dd_oidc_get_text(claims, "nonce");
	if (g_strcmp0(issuer, wanted->issuer) != 0)
		return fail(error, "iss");
	if (!check_audience(claims, wanted->client, error) || !check_times(claims, wanted->now, error))
		return false;
	if (wanted->nonce == NULL)
		return check_logout(claims, error);
	if (json_object_get(claims, "events") != NULL)
		return fail(error, "events");
	if (nonce == NULL || !equals(nonce, wanted->nonce))
		return fail(error, "nonce");
	return dd_oidc_get_text(claims, "sub") != NULL || fail(error, "sub");
}

/* Returns: (transfer none) what is at @path, NULL nothing */
static const json_t *
walk(const json_t *claims, const char *path)
{
	g_auto(GStrv) names = g_strsplit(path, ".", LEVELS);
	const json_t *at = json_object_get(claims, path); /* a name may have dots, too */
	if (at != NULL)
		return at;
	at = claims;
	for (char **name = names; *name != NULL && at != NULL; name++)
		at = json_object_get(at, *name);
	return at;
}

static const char *
take_text(const json_t *value)
{
	size_t len = json_string_length(value);
	return len > 0 && len <= DD_MAX_SUBJECT_BYTES && strlen(json_string_value(value)) == len
		       ? json_string_value(value)
		       : NULL;
}

const char *
dd_oidc_get_text(const json_t *claims, const char *path)
{
	return take_text(walk(claims, path));
}

char **
dd_oidc_get_texts(const json_t *claims, const char *path)
{
	const json_t *value = walk(claims, path);
	g_autoptr(GStrvBuilder) out = g_strv_builder_new();
	size_t n = MIN(json_array_size(value), DD_MAX_DIRECTORY_GROUPS);
	if (take_text(value) != NULL)
		g_strv_builder_add(out, take_text(value));
	for (size_t i = 0; i < n; i++) {
		const char *text = take_text(json_array_get(value, i));
		if (text != NULL)
			g_strv_builder_add(out, text);
	}
	return g_strv_builder_end(out);
}
