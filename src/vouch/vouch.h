/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch.h: who vouches for people outside of the store, as the settings say; each by a module that is loaded only then */
#pragma once

#include "provider-module.h"
#include "vouch-module.h"
#include "way.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DdVouch DdVouch;

/* Returns: (transfer full) the path of a module, NULL there is none */
typedef char *(*DdVouchFind)(const char *name);

/*
 * Reads the settings at @path (nullable: none) and loads what they need; before the first thread. @self_out: NULL where nobody vouches.
 * Returns: FALSE with DD_ERROR_INVALID_DATA, DD_ERROR_IO, DD_ERROR_UNSUPPORTED (a module is missing)
 */
bool
dd_vouch_open(const char *path, DdVouchFind find, DdVouch **self_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_vouch_free(DdVouch *self);
/*
 * Opens the directory alone that the settings at @path tell of, and goes to each of its servers (vouch-module.h: explore). @through_out: whether
 * one went through. Returns: FALSE as of dd_vouch_open, and with DD_ERROR_EMPTY (there is no [ldap])
 */
bool
dd_vouch_explore(const char *path, DdVouchFind find, const char *name, const char *password,
	const DdVouchListener *listener, DdArena *arena, DdVouched *out, bool *through_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) the directory, NULL none; @self: (nullable) */
const DdVoucher *
dd_vouch_get_directory(const DdVouch *self);

/* Returns: seconds between two looks at the directory for who is gone from it; 0: nobody looks. @self: (nullable) */
int64_t
dd_vouch_get_look_again(const DdVouch *self);
/* Finds in the directory who is called @subject for ever: vouch-module.h, look; by several threads at once. Where dd_vouch_get_look_again is not 0 */
bool
dd_vouch_look(const DdVouch *self, const char *subject, DdArena *arena, DdVouched *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A provider as it is asked: by what, of whom, and how it was set */
typedef struct {
	const DdProviderModule *module;
	void *self;
	const DdVouchSettings *settings;
} DdProvider;

/* Returns: (transfer none) the provider, NULL none; @self: (nullable) */
const DdProvider *
dd_vouch_get_provider(const DdVouch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdVouch, dd_vouch_free)

G_END_DECLS
