/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-keys.h: what a provider says of itself (OpenID Connect Discovery 1.0), and the keys it signs with, kept for a while */
#pragma once

#include "oidc-claims.h"
#include "vouch-settings.h"

G_BEGIN_DECLS

typedef struct _DdOidcKeys DdOidcKeys;

DdOidcKeys *
dd_oidc_keys_new(const DdVouchSettings *settings);
void
dd_oidc_keys_free(DdOidcKeys *self);
/*
 * @out: (transfer full) where the provider does what @name names ("token_endpoint"); NULL it does not. Waits for the provider where it was not
 * asked of late. Returns: FALSE with DD_ERROR_UNAVAILABLE
 */
bool
dd_oidc_keys_get_place(DdOidcKeys *self, const char *name, char **out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @out: whether answers that come through a browser name the issuer (RFC 9207). Returns: likewise */
bool
dd_oidc_keys_names_issuer(DdOidcKeys *self, bool *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Verifies the signature of @token. Keys that are not known are asked for anew, but not again and again. Returns: (transfer full) its claims, not yet
 * held against anything; NULL with DD_ERROR_INVALID_DATA, DD_ERROR_TOO_LARGE, DD_ERROR_UNAVAILABLE
 */
json_t *
dd_oidc_keys_verify(DdOidcKeys *self, const char *token, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOidcKeys, dd_oidc_keys_free)

G_END_DECLS
