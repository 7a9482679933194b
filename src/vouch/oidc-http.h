/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-http.h: questions to the provider: bounded in size and time, to its own origin only, never sent on elsewhere */
#pragma once

#include <jansson.h>

#include "vouch-settings.h"

G_BEGIN_DECLS

/* Prepares the library, before the first thread */
bool
dd_oidc_http_init(GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Asks for JSON at @url: by GET, or by POST of the form @form (nullable), with the client's name and secret where it has one. Returns: (transfer full) the object of an answer 200,
 * NULL with DD_ERROR_UNAVAILABLE (no answer, another status, another origin, not JSON) or DD_ERROR_INVALID_DATA (status 400 or 401: what was sent is not taken)
 */
json_t *
dd_oidc_http_ask(const DdVouchSettings *settings, const char *url, const char *form, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when @url is of the issuer's scheme, host and port */
bool
dd_oidc_http_is_own(const DdVouchSettings *settings, const char *url);

G_END_DECLS
