/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-claims-test.c: tokens taken apart, keys that may have signed them, and claims held against what they must say */
#include "oidc-claims.h"

#include "error.h"

#include <string.h>

#define NOW 1800000000
#define GOOD                                                                                       \
	"\"iss\":\"https://id.tinh.vn\",\"aud\":\"don-doc\",\"sub\":\"u-1\",\"nonce\":\"n\","      \
	"\"iat\":1800000000,\"exp\":1800000300"
#define LOGOUT                                                                                     \
	"\"iss\":\"https://id.tinh.vn\",\"aud\":[\"don-doc\"],\"jti\":\"j\",\"iat\":1800000000,"   \
	"\"exp\":1800000100,\"events\":{\"http://schemas.openid.net/event/"                        \
	"backchannel-logout\":{}}"

/* Returns: (transfer full) text as a part of a token */
static char *
encode(const char *text)
{
	char *out = g_base64_encode((const guchar *)text, strlen(text));
	for (char *at = out; *at != '\0'; at++)
		*at = *at == '+' ? '-' : *at == '/' ? '_' : *at == '=' ? '\0' : *at;
	return out;
}

static bool
split(const char *head, const char *claims)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdOidcHead) out = {0};
	g_autoptr(json_t) json = NULL;
	g_autofree char *first = encode(head);
	g_autofree char *second = encode(claims);
	g_autofree char *token = g_strconcat(first, ".", second, ".c2ln", NULL);
	bool good = dd_oidc_split(token, &out, &json, &error);
	g_assert_true(good == (error == NULL) && good == (json != NULL));
	return good;
}

static void
test_split(void)
{
	static const char *const heads[] = {"{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}",
		"{\"alg\":\"rs256\"}", "{\"alg\":[\"RS256\"]}", "{}", "[]", "",
		"{\"alg\":\"RS256\",\"crit\":[\"b64\"]}", "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}",
		"{\"alg\":\"RS256\",\"alg\":\"RS256\"}"};
	static const char *const tokens[] = {"", ".", "..", "...", "a.b.c", "e30.e30", "e30.e30.",
		"e30.e30.a.b", "e3 0.e30.aa", "e30=.e30.aa", "eyJhbGciOiJSUzI1NiJ9.e30.a+b",
		"eyJhbGciOiJSUzI1NiJ9.e30.aa\n", "eyJhbGciOiJSUzI1NiJ9.e.aa"};
	g_assert_true(split("{\"alg\":\"RS256\",\"kid\":\"k\"}", "{" GOOD "}"));
	g_assert_true(split("{\"alg\":\"ES256\",\"typ\":\"logout+jwt\"}", "{}"));
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		g_assert_false(split(heads[i], "{}"));
	g_assert_false(split("{\"alg\":\"RS256\"}", "{\"a\":[[[[[[[[[[1]]]]]]]]]]}"));
	for (size_t i = 0; i < G_N_ELEMENTS(tokens); i++) {
		g_autoptr(GError) error = NULL;
		g_auto(DdOidcHead) head = {0};
		g_autoptr(json_t) claims = NULL;
		g_assert_false(dd_oidc_split(tokens[i], &head, &claims, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	g_autofree char *huge = g_strnfill(100000, 'A');
	g_autofree char *token = g_strconcat(huge, ".e30.aa", NULL);
	g_auto(DdOidcHead) head = {0};
	g_autoptr(json_t) claims = NULL;
	g_autoptr(GError) error = NULL;
	g_assert_false(dd_oidc_split(token, &head, &claims, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

/* Returns: the claim that an error names; NULL good */
static char *
check(const char *text, const char *nonce)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *whole = g_strconcat("{", text, "}", NULL);
	g_autoptr(json_t) claims = json_loads(whole, 0, NULL);
	const DdOidcWanted wanted = {"https://id.tinh.vn", "don-doc", nonce, NOW};
	g_assert_nonnull(claims);
	if (dd_oidc_check(claims, &wanted, &error))
		return NULL;
	const char *what = strstr(error->message, "not valid: ");
	return g_strndup(what + 11, strcspn(what + 11, ")"));
}

typedef struct {
	const char *from, *to, *why; /* NULL: still good */
} Change;

static void
check_changes(const char *good, const char *nonce, const Change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GString) text = g_string_new(good);
		g_assert_cmpuint(g_string_replace(text, changes[i].from, changes[i].to, 1), ==, 1);
		g_autofree char *why = check(text->str, nonce);
		g_assert_cmpstr(why, ==, changes[i].why);
	}
}

static void
test_id(void)
{
	static const Change changes[] = {
		{"id.tinh.vn", "id.tinh.vn/", "iss"},
		{"id.tinh.vn", "ID.tinh.vn", "iss"},
		{"\"don-doc\"", "\"khac\"", "aud"},
		{"\"don-doc\"", "[]", "aud"},
		{"\"don-doc\"", "7", "aud"},
		{"\"don-doc\"", "[\"don-doc\"]", NULL},
		{"\"don-doc\"", "[\"khac\",\"don-doc\"]", "azp"},
		{"\"don-doc\"", "[\"khac\",\"don-doc\"],\"azp\":\"don-doc\"", NULL},
		{"\"don-doc\"", "\"don-doc\",\"azp\":\"khac\"", "azp"},
		{"1800000300", "1799999881", NULL}, /* by the skew of clocks */
		{"1800000300", "1799999880", "exp"},
		{"1800000300", "\"1800000300\"", "exp"},
		{"1800000300", "1e300", "exp"},
		{"1800000300", "-1", "exp"},
		{"1800000300", "1800000300.5", NULL},
		{",\"exp\":1800000300", "", "exp"},
		{"1800000000", "1800000120", NULL},
		{"1800000000", "1800000121", "iat"},
		{"1800000000", "1799999279", "iat"},
		{"\"iat\":1800000000,", "", "iat"},
		{"\"iat\"", "\"nbf\":1800000121,\"iat\"", "nbf"},
		{"\"iat\"", "\"nbf\":null,\"iat\"", "nbf"},
		{"\"n\"", "\"m\"", "nonce"},
		{"\"nonce\":\"n\",", "", "nonce"},
		{"\"u-1\"", "\"\"", "sub"},
		{"\"u-1\"", "null", "sub"},
		{"\"u-1\"", "\"u-1\",\"events\":{}", "events"},
	};
	g_assert_null(check(GOOD, "n"));
	check_changes(GOOD, "n", changes, G_N_ELEMENTS(changes));
}

static void
test_logout(void)
{
	static const Change changes[] = {
		{"\"jti\":\"j\"", "\"jti\":\"j\",\"sub\":\"u\"", NULL},
		{"\"jti\":\"j\"", "\"jti\":\"j\",\"sid\":\"s\"", NULL},
		{"\"jti\":\"j\"", "\"jti\":\"j\"", "sub, sid"},
		{"\"jti\":\"j\"", "\"sub\":\"u\"", "jti"},
		{"\"jti\":\"j\"", "\"jti\":\"j\",\"sub\":\"u\",\"nonce\":\"n\"", "nonce"},
		{"backchannel-logout", "other", "events"},
		{":{}}", ":1}", "events"},
	};
	check_changes(LOGOUT, NULL, changes, G_N_ELEMENTS(changes));
}

static void
test_keys(void)
{
	static const struct {
		const char *key;
		DdOidcAlgorithm algorithm;
		const char *kid;
		bool fits;
	} rows[] = {
		{"{\"kty\":\"RSA\"}", DD_OIDC_RS256, NULL, true},
		{"{\"kty\":\"RSA\",\"kid\":\"a\"}", DD_OIDC_RS256, "a", true},
		{"{\"kty\":\"RSA\",\"kid\":\"a\"}", DD_OIDC_RS256, "b", false},
		{"{\"kty\":\"RSA\"}", DD_OIDC_RS256, "b", false},
		{"{\"kty\":\"RSA\",\"use\":\"enc\"}", DD_OIDC_RS256, NULL, false},
		{"{\"kty\":\"RSA\",\"alg\":\"RS512\"}", DD_OIDC_RS256, NULL, false},
		{"{\"kty\":\"RSA\"}", DD_OIDC_ES256, NULL, false},
		{"{\"kty\":\"oct\",\"k\":\"AA\"}", DD_OIDC_RS256, NULL, false},
		{"{\"kty\":\"EC\",\"crv\":\"P-256\"}", DD_OIDC_ES256, NULL, true},
		{"{\"kty\":\"EC\",\"crv\":\"P-384\"}", DD_OIDC_ES256, NULL, false},
		{"{\"kty\":7}", DD_OIDC_RS256, NULL, false},
		{"[]", DD_OIDC_RS256, NULL, false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(json_t) key = json_loads(rows[i].key, 0, NULL);
		g_auto(DdOidcHead) head = {rows[i].algorithm, g_strdup(rows[i].kid)};
		g_assert_true(dd_oidc_key_fits(key, &head) == rows[i].fits);
	}
}

static void
test_moments(void)
{
	g_autoptr(json_t) claims = json_loads(
		"{\"a\":1800000000,\"b\":1.8e9,\"c\":\"1800000000\",\"d\":-1,\"e\":1e300}", 0, NULL);
	static const char *const wrong[] = {"c", "d", "e", "f"};
	int64_t moment = 0;
	g_assert_true(dd_oidc_get_moment(claims, "a", &moment));
	g_assert_cmpint(moment, ==, 1800000000);
	moment = 7;
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dd_oidc_get_moment(claims, wrong[i], &moment));
	g_assert_cmpint(moment, ==, 7);
	g_assert_true(dd_oidc_get_moment(claims, "b", &moment));
	g_assert_cmpint(moment, ==, 1800000000);
}

static void
test_paths(void)
{
	g_autoptr(json_t)
		claims = json_loads("{\"a\":{\"b\":[\"x\",7,\"\",\"y\"]},\"c.d\":\"z\"}", 0, NULL);
	g_auto(GStrv) list = dd_oidc_get_texts(claims, "a.b");
	g_auto(GStrv) one = dd_oidc_get_texts(claims, "c.d");
	g_auto(GStrv) none = dd_oidc_get_texts(claims, "a.b.c");
	g_assert_cmpuint(g_strv_length(list), ==, 2);
	g_assert_cmpstr(list[1], ==, "y");
	g_assert_cmpstr(one[0], ==, "z");
	g_assert_null(none[0]);
	g_assert_null(dd_oidc_get_text(claims, "a.b"));
	g_assert_cmpstr(dd_oidc_get_text(claims, "c.d"), ==, "z");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/oidc-claims/split", test_split);
	g_test_add_func("/oidc-claims/id", test_id);
	g_test_add_func("/oidc-claims/logout", test_logout);
	g_test_add_func("/oidc-claims/keys", test_keys);
	g_test_add_func("/oidc-claims/moments", test_moments);
	g_test_add_func("/oidc-claims/paths", test_paths);
	return g_test_run();
}
