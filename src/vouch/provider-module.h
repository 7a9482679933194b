/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider-module.h: what the module for OpenID Connect exports, and what it is asked */
#pragma once

#include "secret.h"
#include "vouch-settings.h"

G_BEGIN_DECLS

/* What came back through the browser; strings are lent, NULL not there. @secret: what this browser began with */
typedef struct {
	DdSecret secret;
	const char *state, *code, *issuer, *error;
	int64_t now;
} DdProviderReturn;

/* What the provider says then; strings in an arena */
typedef struct {
	DdVouched person;
	const char *sid, *id_token; /* sid: NULL not said */
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
	/* @out: (transfer full) where a browser that holds @secret is to go. FALSE: DD_ERROR_UNAVAILABLE */
	bool (*begin)(void *self, const DdSecret *secret, char **out, GError **error);
	/* FALSE: DD_ERROR_INVALID_DATA (it is not to be believed), DD_ERROR_TOO_LARGE, DD_ERROR_UNAVAILABLE */
	bool (*finish)(void *self, const DdProviderReturn *what, DdArena *arena,
		DdProviderAnswer *out, GError **error);
	/* @out: (transfer full) where a browser goes to sign out there, too; NULL: the provider has no such place */
	bool (*leave)(void *self, const char *id_token, char **out, GError **error);
	/* Holds a logout token against all that it must be. FALSE: as finish */
	bool (*judge_logout)(void *self, const char *token, int64_t now, DdArena *arena,
		DdProviderLogout *out, GError **error);
} DdProviderModule;

G_END_DECLS
