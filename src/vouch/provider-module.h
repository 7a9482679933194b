/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider-module.h: what the module for OpenID Connect exports, and what it is asked */
#pragma once

#include "secret.h"
#include "vouch-settings.h"

G_BEGIN_DECLS

/* What a browser holds that was sent to the provider: a secret, and when that was. State, nonce and verifier are made of both */
typedef struct {
	DdSecret secret;
	int64_t begun;
} DdProviderFlow;

/* What came back through the browser; strings are lent, NULL not there. @flow: what this browser holds */
typedef struct {
	DdProviderFlow flow;
	const char *state, *code, *issuer, *error;
	int64_t now;
} DdProviderReturn;

/* What the provider says then; strings in an arena */
typedef struct {
	DdVouched person;
	const char *sid, *id_token; /* sid: NULL not said */
	int64_t proved_at; /* when the person last proved who that is (auth_time), 0 not said */
} DdProviderAnswer;

/* Whose sessions end, NULL not said; begun no later than made */
typedef struct {
	const char *subject, *sid;
	int64_t made;
} DdProviderLogout;

typedef struct {
	guint32 version; /* DD_VOUCH_MODULE_VERSION */
	void *(*open)(const DdVouchSettings *settings, GError **error);
	void (*close)(void *self);
	/* @again: the person is to prove who that is now, whatever session the provider has; @out: (transfer full) where a browser that holds @flow is to go. FALSE: DD_ERROR_UNAVAILABLE */
	bool (*begin)(void *self, const DdProviderFlow *flow, bool again, char **out, GError **error);
	/* Returns: whether what came back belongs to what this browser went away with: nothing else of it is to be looked at before */
	bool (*is_own)(const DdProviderReturn *what);
	/* Of what is_own. FALSE: DD_ERROR_INVALID_DATA (it is not to be believed), DD_ERROR_TOO_LARGE, DD_ERROR_UNAVAILABLE */
	bool (*finish)(void *self, const DdProviderReturn *what, DdArena *arena,
		DdProviderAnswer *out, GError **error);
	/* @out: (transfer full) where a browser goes to sign out there, too; NULL: the provider has no such place */
	bool (*leave)(void *self, const char *id_token, char **out, GError **error);
	/* Holds a logout token against all that it must be. FALSE: as finish */
	bool (*judge_logout)(void *self, const char *token, int64_t now, DdArena *arena,
		DdProviderLogout *out, GError **error);
} DdProviderModule;

G_END_DECLS
