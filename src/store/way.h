/* SPDX-License-Identifier: GPL-3.0-or-later */
/* way.h: ways to sign in, and what somebody outside of the store says of a person: a directory (LDAP), a provider (OpenID Connect) */
#pragma once

#include "arena.h"
#include "permission.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
	DD_WAY_LOCAL, /* a password that the store keeps a hash of */
	DD_WAY_LDAP,
	DD_WAY_OIDC,
	DD_WAY_LAST
} DdWay;

/* Returns: (transfer none) the word that is stored, "ldap" */
const char *
dd_way_to_string(DdWay way);
/* Finds the way that @word names. Returns: FALSE when there is none; @way_out stays as it was */
bool
dd_way_from_string(const char *word, DdWay *way_out);

/* Who somebody is, as a directory or provider says; strings are lent */
typedef struct {
	DdWay way;
	const char *subject; /* what it calls the person for ever, at most DD_MAX_SUBJECT_BYTES */
	const char *name;    /* of the account */
	bool has_role;       /* by groups: the account gets it each time; else it has its own */
	DdRole role;
	const char *unit;  /* likewise; NULL: the account has its own */
	bool whole_office; /* the settings let the role act for all units where none is said */
	bool add;          /* the settings let who has no account get one; has_role is then set */
	bool refused;      /* the settings want one of some groups, and the person is in none */
} DdVouched;

/* Who is asked about names that are not the store's own. Called outside of any transaction, for as long as it takes */
typedef struct {
	/*
	 * @right_out: whether @password is that of @name; then @out is set, its strings in @arena. When it is not, @out has subject and name of whom
	 * @name was found to be, NULL where that is not known. Returns: FALSE with DD_ERROR_UNAVAILABLE when nobody can be asked: the attempt
	 * counts for nothing
	 */
	bool (*ask)(void *data, const char *name, const char *password, DdArena *arena,
		DdVouched *out, bool *right_out, GError **error);
	void *data;
} DdVoucher;

G_END_DECLS
