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

/* What is asked of one server. @name, @password, @listener: as of DdVouchModule's explore; @id: as of its look, instead of a name */
typedef struct {
	const Directory *directory;
	const char *uri, *name, *password, *id;
	const DdVouchListener *listener; /* NULL nobody hears */
} Question;

/* Tells what came of a step. Returns: @outcome */
static DdLdapOutcome
tell(const Question *what, DdVouchStep step, const char *with, const DdLdapLink *link,
	DdLdapOutcome outcome)
{
	g_autofree char *why = what->listener != NULL && outcome != DD_LDAP_GOOD
				       ? dd_ldap_link_describe(link)
				       : NULL;
	if (what->listener != NULL)
		what->listener->say(what->listener->data, step, with, why);
	return outcome;
}

static DdLdapOutcome
open_link(const Question *what, DdLdapLink *link)
{
	return tell(what, DD_VOUCH_STEP_CONNECT, what->uri, link,
		dd_ldap_link_open(link, what->directory->settings, what->uri, what->directory->guard));
}

/* The password must be that of who was found, whoever came by that name */
static DdLdapOutcome
bind_found(const Question *what, const char *dn)
{
	g_auto(DdLdapLink) own = {0};
	DdLdapOutcome outcome = open_link(what, &own);
	return outcome == DD_LDAP_GOOD ? tell(what, DD_VOUCH_STEP_PERSON, dn, &own,
						 dd_ldap_link_bind(&own, dn, what->password))
				       : outcome;
}

/* The person binds, and says who that is */
static DdLdapOutcome
ask_person(const Question *what, DdLdapLink *link, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = what->directory->settings;
	g_autofree char *bound = dd_ldap_make_bind_name(settings->user_dn, what->name);
	link->code = LDAP_INVALID_DN_SYNTAX;
	if (bound == NULL || what->password == NULL)
		return tell(what, DD_VOUCH_STEP_PERSON, settings->user_dn, link, DD_LDAP_WRONG);
	DdLdapOutcome outcome = tell(what, DD_VOUCH_STEP_PERSON, bound, link,
		dd_ldap_link_bind(link, bound, what->password));
	if (outcome == DD_LDAP_GOOD)
		outcome = tell(what, DD_VOUCH_STEP_SEARCH, what->name, link,
			dd_ldap_entry_find(link, what->name, bound, arena, out));
	/* what is looked for by the name may be somebody else than who just came by it */
	return outcome == DD_LDAP_GOOD && settings->base != NULL ? bind_found(what, out->dn) : outcome;
}

/* Somebody looks for the person first, who then binds */
static DdLdapOutcome
ask_service(const Question *what, DdLdapLink *link, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = what->directory->settings;
	DdLdapOutcome outcome = tell(what, DD_VOUCH_STEP_BIND, settings->bind_dn, link,
		dd_ldap_link_bind(link, settings->bind_dn, settings->bind_password));
	if (outcome == DD_LDAP_WRONG)
		return dd_ldap_link_fail(link, "bind-dn", LDAP_INVALID_CREDENTIALS);
	if (outcome == DD_LDAP_GOOD && what->id != NULL)
		return dd_ldap_entry_find_id(link, what->id, arena, out);
	if (outcome != DD_LDAP_GOOD || what->name == NULL)
		return outcome;
	outcome = tell(what, DD_VOUCH_STEP_SEARCH, what->name, link,
		dd_ldap_entry_find(link, what->name, NULL, arena, out));
	return outcome == DD_LDAP_GOOD && what->password != NULL ? bind_found(what, out->dn) : outcome;
}

static DdLdapOutcome
ask_server(const Question *what, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = what->directory->settings;
	g_auto(DdLdapLink) link = {0};
	DdLdapOutcome outcome = open_link(what, &link);
	if (outcome != DD_LDAP_GOOD)
		return outcome;
	if (settings->user_dn == NULL)
		return ask_service(what, &link, arena, out);
	return what->name != NULL ? ask_person(what, &link, arena, out) : outcome;
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

/* @what: without an address */
static DdLdapOutcome
ask_servers(Directory *self, Question what, DdArena *arena, DdLdapEntry *out)
{
	gint64 began = g_get_monotonic_time();
	const gint64 most = (gint64)DD_MAX_OUTSIDE_SECONDS * G_USEC_PER_SEC;
	size_t order[DD_MAX_DIRECTORY_SERVERS], n = order_servers(self, began, order);
	for (size_t i = 0; i < n && g_get_monotonic_time() - began < most; i++) {
		what.uri = self->settings->uris[order[i]];
		DdLdapOutcome outcome = ask_server(&what, arena, out);
		__atomic_store_n(&self->down[order[i]], outcome == DD_LDAP_DOWN ? MAX(began, 1) : 0,
			__ATOMIC_RELAXED);
		if (outcome != DD_LDAP_DOWN)
			return outcome;
		g_clear_pointer(&out->groups, g_strfreev);
	}
	return DD_LDAP_DOWN;
}

/* Says in @out what came of a question, and frees what is left of @entry. Returns: FALSE when there was no answer */
static bool
take_answer(const Directory *self, DdLdapOutcome outcome, DdLdapEntry *entry, DdVouched *out,
	GError **error)
{
	if (outcome == DD_LDAP_DOWN) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"thư mục LDAP không trả lời (the directory does not answer)");
	} else {
		out->subject = entry->id;
		out->name = entry->name;
	}
	if (outcome == DD_LDAP_GOOD)
		dd_vouch_settings_judge(
			self->settings, (const char *const *)entry->groups, entry->unit, out);
	g_clear_pointer(&entry->groups, g_strfreev);
	return outcome != DD_LDAP_DOWN;
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
		outcome = ask_servers(directory,
			(Question){.directory = directory, .name = name, .password = password},
			arena, &entry);
	*right_out = outcome == DD_LDAP_GOOD;
	return take_answer(directory, outcome, &entry, out, error);
}

static bool
look(void *self, const char *subject, DdArena *arena, DdVouched *out, bool *found_out, GError **error)
{
	Directory *directory = self;
	DdLdapEntry entry = {0};
	*out = (DdVouched){.way = DD_WAY_LDAP};
	DdLdapOutcome outcome = ask_servers(
		directory, (Question){.directory = directory, .id = subject}, arena, &entry);
	*found_out = outcome == DD_LDAP_GOOD;
	return take_answer(directory, outcome, &entry, out, error);
}

static bool
explore(void *self, const char *name, const char *password, const DdVouchListener *listener,
	DdArena *arena, DdVouched *out)
{
	const Directory *directory = self;
	bool through = false;
	for (char **uri = directory->settings->uris; *uri != NULL; uri++) {
		DdLdapEntry entry = {0};
		const Question what = {directory, *uri, name, password, NULL, listener};
		bool good = ask_server(&what, arena, &entry) == DD_LDAP_GOOD;
		for (char **group = entry.groups; good && group != NULL && *group != NULL; group++)
			listener->say(listener->data, DD_VOUCH_STEP_GROUP, *group, NULL);
		if (good && name != NULL) {
			*out = (DdVouched){.subject = entry.id, .name = entry.name};
			dd_vouch_settings_judge(directory->settings,
				(const char *const *)entry.groups, entry.unit, out);
		}
		g_strfreev(entry.groups);
		through = through || good;
	}
	return through;
}

extern const DdVouchModule dd_vouch_module;
__attribute__((visibility("default"))) const DdVouchModule dd_vouch_module = {
	DD_VOUCH_MODULE_VERSION, open_directory, close_directory, ask, explore, look};
