/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oidc-claims.h: what a signed token says, taken apart and held against what it must say; pure, whoever signed it */
#pragma once

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum { DD_OIDC_RS256, DD_OIDC_ES256 } DdOidcAlgorithm;

/* The first part of a token */
typedef struct {
	DdOidcAlgorithm algorithm;
	char *kid; /* NULL: it names no key */
} DdOidcHead;

/*
 * Takes a token in compact form apart (RFC 7515): three parts of base64url, a head with an algorithm that is allowed and nothing that must be
 * understood besides. @claims_out: (transfer full) what the second part says, not believed yet. Returns: FALSE with DD_ERROR_INVALID_DATA,
 * DD_ERROR_TOO_LARGE
 */
bool
dd_oidc_split(const char *token, DdOidcHead *head_out, json_t **claims_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_oidc_head_clear(DdOidcHead *self);
/* Returns: TRUE when @key, one of a set (RFC 7517), may have signed with @head */
bool
dd_oidc_key_fits(const json_t *key, const DdOidcHead *head);
/* Reads JSON of at most @max bytes that came from outside. Returns: (transfer full) an object, NULL with DD_ERROR_INVALID_DATA, DD_ERROR_TOO_LARGE */
json_t *
dd_oidc_parse(const char *text, size_t len, size_t max, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a token must say; strings are lent */
typedef struct {
	const char *issuer, *client;
	const char *nonce; /* of an ID token; NULL: it is a logout token */
	int64_t now;
} DdOidcWanted;

/* Holds the claims of an ID token, or of a logout token, against that. Returns: FALSE with DD_ERROR_INVALID_DATA, which names the claim */
bool
dd_oidc_check(const json_t *claims, const DdOidcWanted *wanted, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Reads seconds since 1970; numbers of JSON may be real (RFC 7519, 2). Returns: FALSE when the claim is none; @out is then untouched */
bool
dd_oidc_get_moment(const json_t *claims, const char *name, int64_t *out);
/* Returns: (transfer none) the text of a claim of at most DD_MAX_SUBJECT_BYTES, NULL when it is none. "a.b" is b in a */
const char *
dd_oidc_get_text(const json_t *claims, const char *path);
/* Returns: (transfer full) the texts of a claim that is a list, or one text; at most DD_MAX_DIRECTORY_GROUPS */
char **
dd_oidc_get_texts(const json_t *claims, const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdOidcHead, dd_oidc_head_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

G_END_DECLS
