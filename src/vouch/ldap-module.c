/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ldap-module.c: asks a directory whether a password is somebody's: several servers in their order, one that did not answer a while ago
 * last. Built into a module of its own, which the server loads when [ldap] is set.
 */
#include <ldap.h>
#include <string.h>

#include "error.h"
#include "ldap-entry.h"
#include "ldap-name.h"
#include "maxima.h"
#include "vouch-module.h"

#define QUIET_SECONDS 30 /* that a server which did not answer is asked after the others */

typedef struct {
	const DdVouchSettings *settings;
	DdGuard *guard;
	gint64 down[DD_MAX_DIRECTORY_SERVERS]; /* when it did not answer, by g_get_monotonic_time; 0 never; atomic */
} Directory;

static void *
open_directory(const DdVouchSettings *settings, GError **error)
{
	DdGuard *guard = dd_guard_new(0, error);
	if (guard == NULL)
		return NULL;
	Directory *self = g_new0(Directory, 1);
	self->settings = settings;
	self->guard = guard;
	/* what the library makes once is made before there are threads */
	LDAPAPIInfo info = {.ldapai_info_version = LDAP_API_INFO_VERSION};
	if (ldap_get_option(NULL, LDAP_OPT_API_INFO, &info) == LDAP_OPT_SUCCESS) {
		ldap_memfree(info.ldapai_vendor_name);
		ber_memvfree((void **)info.ldapai_extensions);
	}
	return self;
}

static void
close_directory(void *data)
{
	Directory *self = data;
	dd_guard_free(self->guard);
	g_free(self);
}

/* The person binds, and says who that is; or somebody looks for the person first, who then binds */
static DdLdapOutcome
ask_server(const Directory *self, const char *uri, const char *name, const char *password,
	DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = self->settings;
	g_auto(DdLdapLink) link = {0};
	g_auto(DdLdapLink) own = {0};
	g_autofree char *bound = settings->user_dn != NULL
					 ? dd_ldap_make_bind_name(settings->user_dn, name)
					 : NULL;
	if (settings->user_dn != NULL && bound == NULL)
		return DD_LDAP_WRONG;
	DdLdapOutcome outcome = dd_ldap_link_open(&link, settings, uri, self->guard);
	if (outcome != DD_LDAP_GOOD)
		return outcome;
	if (bound != NULL) {
		outcome = dd_ldap_link_bind(&link, bound, password);
		if (outcome == DD_LDAP_GOOD)
			outcome = dd_ldap_entry_find(&link, name, bound, arena, out);
		/* what is looked for by the name may be somebody else than who just came by it: the password must be that of who was found */
		if (outcome != DD_LDAP_GOOD || settings->base == NULL)
			return outcome;
		outcome = dd_ldap_link_open(&own, settings, uri, self->guard);
		return outcome == DD_LDAP_GOOD ? dd_ldap_link_bind(&own, out->dn, password) : outcome;
	}
	outcome = dd_ldap_link_bind(&link, settings->bind_dn, settings->bind_password);
	if (outcome == DD_LDAP_WRONG)
		return dd_ldap_link_fail(&link, "bind-dn", LDAP_INVALID_CREDENTIALS);
	if (outcome == DD_LDAP_GOOD)
		outcome = dd_ldap_entry_find(&link, name, NULL, arena, out);
	if (outcome == DD_LDAP_GOOD)
		outcome = dd_ldap_link_open(&own, settings, uri, self->guard);
	return outcome == DD_LDAP_GOOD ? dd_ldap_link_bind(&own, out->dn, password) : outcome;
}

/* Writes the servers in the order in which they are asked now: those that answered of late come first. Returns: how many they are */
static size_t
order_servers(Directory *self, gint64 now, size_t order[DD_MAX_DIRECTORY_SERVERS])
{
	size_t n = 0, n_all = g_strv_length(self->settings->uris);
	for (int quiet = 0; quiet < 2; quiet++)
		for (size_t i = 0; i < n_all; i++) {
			gint64 down = __atomic_load_n(&self->down[i], __ATOMIC_RELAXED);
			bool is_quiet = down != 0 &&
					now - down < (gint64)QUIET_SECONDS * G_USEC_PER_SEC;
			if (is_quiet == (quiet == 1) && n < n_all)
				order[n++] = i;
		}
	return n;
}

static DdLdapOutcome
ask_servers(Directory *self, const char *name, const char *password, DdArena *arena, DdLdapEntry *out)
{
	gint64 began = g_get_monotonic_time();
	const gint64 most = (gint64)DD_MAX_OUTSIDE_SECONDS * G_USEC_PER_SEC;
	size_t order[DD_MAX_DIRECTORY_SERVERS], n = order_servers(self, began, order);
	for (size_t i = 0; i < n && g_get_monotonic_time() - began < most; i++) {
		DdLdapOutcome outcome = ask_server(
			self, self->settings->uris[order[i]], name, password, arena, out);
		__atomic_store_n(&self->down[order[i]], outcome == DD_LDAP_DOWN ? MAX(began, 1) : 0,
			__ATOMIC_RELAXED);
		if (outcome != DD_LDAP_DOWN)
			return outcome;
		g_clear_pointer(&out->groups, g_strfreev);
	}
	return DD_LDAP_DOWN;
}

static bool
ask(void *self, const char *name, const char *password, DdArena *arena, DdVouched *out,
	bool *right_out, GError **error)
{
	Directory *directory = self;
	DdLdapEntry entry = {0};
	*out = (DdVouched){.way = DD_WAY_LDAP};
	DdLdapOutcome outcome = DD_LDAP_WRONG;
	if (*password != '\0' && strlen(name) <= DD_MAX_ACCOUNT_NAME_BYTES &&
		g_utf8_validate(name, -1, NULL))
		outcome = ask_servers(directory, name, password, arena, &entry);
	if (outcome == DD_LDAP_DOWN) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"thư mục LDAP không trả lời (the directory does not answer)");
	} else {
		out->subject = entry.id;
		out->name = entry.name;
	}
	if (outcome == DD_LDAP_GOOD)
		dd_vouch_settings_judge(
			directory->settings, (const char *const *)entry.groups, entry.unit, out);
	g_strfreev(entry.groups);
	*right_out = outcome == DD_LDAP_GOOD;
	return outcome != DD_LDAP_DOWN;
}

extern const DdVouchModule dd_vouch_module;
__attribute__((visibility("default"))) const DdVouchModule dd_vouch_module = {
	DD_VOUCH_MODULE_VERSION, open_directory, close_directory, ask};
