/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ldap-entry.h: one connection to a directory: opened, bound, asked for the entry of a person */
#pragma once

#include <ldap.h>

#include "guard.h"
#include "vouch-settings.h"

G_BEGIN_DECLS

/* What came of a step; a server that cannot be reached is another matter than what it says */
typedef enum { DD_LDAP_GOOD, DD_LDAP_WRONG, DD_LDAP_DOWN } DdLdapOutcome;

typedef struct {
	LDAP *handle;
	DdGuard *guard; /* lent */
	DdGuarded *guarded;
	int fd; /* of our own for its connection, -1 none */
	struct ldap_conncb connected;
	const DdVouchSettings *settings;
	const char *uri;
	int code; /* of the library, for what went wrong last */
} DdLdapLink;

/* Opens a connection, with TLS where the settings want it. @out stays where it is, and is to be cleared whatever comes of it */
DdLdapOutcome
dd_ldap_link_open(DdLdapLink *out, const DdVouchSettings *settings, const char *uri, DdGuard *guard);
void
dd_ldap_link_clear(DdLdapLink *self);
/* Binds by a password, which is not empty */
DdLdapOutcome
dd_ldap_link_bind(DdLdapLink *self, const char *name, const char *password);
/* Logs what a server said; never a name. Returns: DD_LDAP_DOWN */
DdLdapOutcome
dd_ldap_link_fail(DdLdapLink *self, const char *step, int code);
/* Returns: (transfer full) what went wrong last, in the words of library and server */
char *
dd_ldap_link_describe(const DdLdapLink *self);

/* A person's entry; strings in the arena that was given */
typedef struct {
	const char *dn, *name, *id, *unit;
	bool disabled; /* the directory says so beside what the filter asks for */
	char **groups; /* to be freed with g_strfreev */
} DdLdapEntry;

/* Finds the one entry of @name, by the filter of the settings below their base; without a base that of the name @bound itself */
DdLdapOutcome
dd_ldap_entry_find(
	DdLdapLink *self, const char *name, const char *bound, DdArena *arena, DdLdapEntry *out);
/* Finds who is called @id for ever; that one is found by the filter, too, by the name that it has now, and not disabled: else DD_LDAP_WRONG. It needs a base */
DdLdapOutcome
dd_ldap_entry_find_id(DdLdapLink *self, const char *id, DdArena *arena, DdLdapEntry *out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdLdapLink, dd_ldap_link_clear)

G_END_DECLS
