/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-http.c: libcurl, with all that it might do besides turned off */
#include "oidc-http.h"

#include <curl/curl.h>
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "oidc-claims.h"
#include "secret.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CURL, curl_easy_cleanup)

bool
dd_oidc_http_init(GError **error)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL, "libcurl cannot be made ready");
	return false;
}

/* "https://id.tinh.vn:8443/realms/x" begins with its origin and then "/" or nothing */
static size_t
measure_origin(const char *url)
{
	const char *host = strstr(url, "://");
	return host != NULL ? (size_t)(host + 3 - url) + strcspn(host + 3, "/?#") : 0;
}

bool
dd_oidc_http_is_own(const DdVouchSettings *settings, const char *url)
{
	size_t len = measure_origin(settings->issuer);
	return len > 0 && measure_origin(url) == len && strncmp(url, settings->issuer, len) == 0;
}

/* Takes what comes, up to its maximum */
static size_t
take(char *bytes, size_t size, size_t n, void *data)
{
	GString *body = data;
	(void)size; /* it is 1 */
	if (n > DD_MAX_PROVIDER_BYTES - body->len)
		return 0;
	g_string_append_len(body, bytes, (gssize)n);
	return n;
}

/* Only what may matter of its answer is taken: no other protocol, origin, proxy of the environment, cookie or compression */
static bool
prepare(CURL *curl, const DdVouchSettings *settings, const char *url, const char *form, GString *body)
{
	const char *schemes = g_str_has_prefix(settings->issuer, "https:") ? "https" : "http";
	return curl_easy_setopt(curl, CURLOPT_URL, url) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, schemes) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_PROXY, "") == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)settings->timeout) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_MAXFILESIZE, (long)DD_MAX_PROVIDER_BYTES) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_USERAGENT, "dondoc") == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
	       curl_easy_setopt(curl, CURLOPT_WRITEDATA, body) == CURLE_OK &&
	       (settings->ca == NULL ||
		       curl_easy_setopt(curl, CURLOPT_CAINFO, settings->ca) == CURLE_OK) &&
	       (form == NULL || curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form) == CURLE_OK);
}

/* By HTTP Basic, name and secret as forms write them (RFC 6749, 2.3.1) */
static bool
add_secret(CURL *curl, const DdVouchSettings *settings)
{
	if (settings->client_secret == NULL)
		return true;
	g_autofree char *name = g_uri_escape_string(settings->client_id, NULL, FALSE);
	g_autofree char *secret = g_uri_escape_string(settings->client_secret, NULL, FALSE);
	bool good = curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC) == CURLE_OK &&
		    curl_easy_setopt(curl, CURLOPT_USERNAME, name) == CURLE_OK &&
		    curl_easy_setopt(curl, CURLOPT_PASSWORD, secret) == CURLE_OK;
	dd_secret_wipe(secret, strlen(secret));
	return good;
}

static json_t *
fail(const char *url, const char *why, GError **error)
{
	g_set_error(error, DD_ERROR,
		DD_ERROR_UNAVAILABLE, "nhà cung cấp danh tính không trả lời đúng (the provider does not answer as it should): %.*s: %s",
		(int)strcspn(url, "?"), url, why);
	return NULL;
}

json_t *
dd_oidc_http_ask(const DdVouchSettings *settings, const char *url, const char *form, GError **error)
{
	g_autoptr(CURL) curl = curl_easy_init();
	g_autoptr(GString) body = g_string_new(NULL);
	long status = 0;
	if (!dd_oidc_http_is_own(settings, url))
		return fail(url, "another origin than the issuer's", error);
	if (curl == NULL || !prepare(curl, settings, url, form, body) ||
		(form != NULL && !add_secret(curl, settings)))
		return fail(url, "libcurl refuses an option", error);
	CURLcode code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	g_autoptr(json_t)
		answer = code == CURLE_OK && status == 200
				 ? dd_oidc_parse(body->str, body->len, DD_MAX_PROVIDER_BYTES, NULL)
				 : NULL;
	dd_secret_wipe(body->str, body->len); /* tokens */
	if (code == CURLE_OK && form != NULL && (status == 400 || status == 401)) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "nhà cung cấp danh tính không nhận mã (the provider does not take the code)");
		return NULL;
	}
	if (answer == NULL)
		return fail(url,
			code != CURLE_OK ? curl_easy_strerror(code)
			: status != 200  ? "status"
					 : "JSON",
			error);
	return g_steal_pointer(&answer);
}
