/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ldap-entry.c: libldap, with every wait and size bounded, referrals off, certificates checked */
#include "ldap-entry.h"

#include <fcntl.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "ldap-name.h"
#include "maxima.h"

DdLdapOutcome
dd_ldap_link_fail(DdLdapLink *self, const char *step, int code)
{
	self->code = code;
	g_message("ldap: %s: %s: %s", self->uri, step, ldap_err2string(code));
	return DD_LDAP_DOWN;
}

char *
dd_ldap_link_describe(const DdLdapLink *self)
{
	char *more = NULL;
	if (self->handle != NULL)
		ldap_get_option(self->handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &more);
	bool has_more = more != NULL && *more != '\0';
	char *out = g_strdup_printf(
		"%s%s%s", ldap_err2string(self->code), has_more ? ": " : "", has_more ? more : "");
	ldap_memfree(more);
	return out;
}

static void
drop_guarded(DdLdapLink *self)
{
	if (self->guarded == NULL)
		return;
	dd_guard_drop(self->guard, self->guarded);
	self->guarded = NULL;
	close(self->fd);
	self->fd = -1;
}

/* A descriptor of our own for the same connection: the library's may be closed, and be somebody else's, when the guard looks */
static int
note_connection(LDAP *handle, Sockbuf *socket, LDAPURLDesc *server, struct sockaddr *address,
	struct ldap_conncb *connected)
{
	DdLdapLink *self = connected->lc_arg;
	int fd = -1;
	(void)handle;
	(void)server;
	(void)address;
	drop_guarded(self);
	if (ber_sockbuf_ctrl(socket, LBER_SB_OPT_GET_FD, &fd) == 1)
		self->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (self->fd < 0)
		return -1;
	self->guarded = dd_guard_add(self->guard, self->fd, NULL, (unsigned)self->settings->timeout);
	return 0;
}

static void
note_end(LDAP *handle, Sockbuf *socket, struct ldap_conncb *connected)
{
	(void)handle;
	(void)socket;
	(void)connected;
}

static bool
set_options(LDAP *handle, const DdVouchSettings *settings, const struct ldap_conncb *connected)
{
	const struct timeval wait = {.tv_sec = settings->timeout};
	const int version = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND, fresh = 0,
		  least = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2, limit = (int)settings->timeout;
	ber_len_t most = DD_MAX_DIRECTORY_BYTES;
	Sockbuf *socket = NULL;
	return ldap_set_option(handle, LDAP_OPT_CONNECT_CB, connected) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_PROTOCOL_VERSION, &version) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_RESTART, LDAP_OPT_OFF) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, &wait) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_TIMEOUT, &wait) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_TIMELIMIT, &limit) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand) == LDAP_OPT_SUCCESS &&
	       ldap_set_option(handle, LDAP_OPT_X_TLS_PROTOCOL_MIN, &least) == LDAP_OPT_SUCCESS &&
	       (settings->ca == NULL || ldap_set_option(handle, LDAP_OPT_X_TLS_CACERTFILE,
						settings->ca) == LDAP_OPT_SUCCESS) &&
	       ldap_set_option(handle, LDAP_OPT_X_TLS_NEWCTX, &fresh) == LDAP_OPT_SUCCESS &&
	       ldap_get_option(handle, LDAP_OPT_SOCKBUF, &socket) == LDAP_OPT_SUCCESS &&
	       ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_MAX_INCOMING, &most) == 1;
}

DdLdapOutcome
dd_ldap_link_open(DdLdapLink *out, const DdVouchSettings *settings, const char *uri, DdGuard *guard)
{
	*out = (DdLdapLink){.settings = settings, .uri = uri, .guard = guard, .fd = -1};
	out->connected = (struct ldap_conncb){note_connection, note_end, out};
	int code = ldap_initialize(&out->handle, uri);
	if (code != LDAP_SUCCESS)
		return dd_ldap_link_fail(out, "address", code);
	if (!set_options(out->handle, settings, &out->connected))
		return dd_ldap_link_fail(out, "options, authorities", LDAP_PARAM_ERROR);
	if (settings->starttls && g_str_has_prefix(uri, "ldap://") &&
		(code = ldap_start_tls_s(out->handle, NULL, NULL)) != LDAP_SUCCESS)
		return dd_ldap_link_fail(out, "StartTLS", code);
	return DD_LDAP_GOOD;
}

void
dd_ldap_link_clear(DdLdapLink *self)
{
	if (self->handle != NULL)
		ldap_unbind_ext_s(self->handle, NULL, NULL);
	self->handle = NULL;
	drop_guarded(self);
}

DdLdapOutcome
dd_ldap_link_bind(DdLdapLink *self, const char *name, const char *password)
{
	union {
		const char *lend;
		char *take; /* it is only read; the library takes it without const */
	} text = {.lend = password};
	struct berval secret = {.bv_len = strlen(password), .bv_val = text.take};
	int code = ldap_sasl_bind_s(self->handle, name, LDAP_SASL_SIMPLE, &secret, NULL, NULL, NULL);
	if (self->guarded != NULL)
		dd_guarded_set(self->guarded, DD_MAX_OUTSIDE_SECONDS);
	self->code = code;
	switch (code) {
	case LDAP_SUCCESS:
		return DD_LDAP_GOOD;
	/* what servers say of wrong passwords, of people who are not there, locked or have to change it first */
	case LDAP_INVALID_CREDENTIALS:
	case LDAP_NO_SUCH_OBJECT:
	case LDAP_INVALID_DN_SYNTAX:
	case LDAP_INAPPROPRIATE_AUTH:
	case LDAP_CONSTRAINT_VIOLATION:
	case LDAP_UNWILLING_TO_PERFORM:
	case LDAP_INSUFFICIENT_ACCESS:
		return DD_LDAP_WRONG;
	default:
		return dd_ldap_link_fail(self, "bind", code);
	}
}

/* Returns: (transfer full) the text of a value; bytes that are none in hex; NULL: longer than anything that is of use */
static char *
take_value(const struct berval *value)
{
	if (value->bv_len == 0 || value->bv_len > DD_MAX_SUBJECT_BYTES)
		return NULL;
	if (g_utf8_validate(value->bv_val, (gssize)value->bv_len, NULL)) {
		bool shown = true;
		for (size_t i = 0; i < value->bv_len; i++)
			shown = shown && (guchar)value->bv_val[i] >= 0x20;
		if (shown)
			return g_strndup(value->bv_val, value->bv_len);
	}
	GString *hex = g_string_sized_new(value->bv_len * 2);
	for (size_t i = 0; i < value->bv_len; i++)
		g_string_append_printf(hex, "%02x", (guchar)value->bv_val[i]);
	return g_string_free(hex, FALSE);
}

/* Returns: (transfer full) the values of an attribute, at most DD_MAX_DIRECTORY_GROUPS; none where it is not there */
static char **
take_values(const DdLdapLink *self, LDAPMessage *entry, const char *attribute)
{
	g_autoptr(GStrvBuilder) out = g_strv_builder_new();
	struct berval **values = attribute != NULL
					 ? ldap_get_values_len(self->handle, entry, attribute)
					 : NULL;
	for (int i = 0; values != NULL && values[i] != NULL && i < DD_MAX_DIRECTORY_GROUPS; i++) {
		g_autofree char *value = take_value(values[i]);
		if (value != NULL)
			g_strv_builder_add(out, value);
	}
	if (values != NULL)
		ldap_value_free_len(values);
	return g_strv_builder_end(out);
}

static const char *
take_first(const DdLdapLink *self, LDAPMessage *entry, const char *attribute, DdArena *arena)
{
	g_auto(GStrv) values = take_values(self, entry, attribute);
	return dd_arena_strdup(arena, *values);
}

/* @message_out: (transfer full) what came */
static DdLdapOutcome
search(DdLdapLink *self, const char *base, int scope, const char *filter, char **attributes,
	int most, LDAPMessage **message_out)
{
	struct timeval wait = {.tv_sec = self->settings->timeout};
	int code = ldap_search_ext_s(self->handle, base, scope, filter, attributes, 0, NULL, NULL,
		&wait, most, message_out);
	if (code == LDAP_SUCCESS || code == LDAP_SIZELIMIT_EXCEEDED)
		return DD_LDAP_GOOD;
	ldap_msgfree(*message_out);
	*message_out = NULL;
	/* a base that is not there is no answer about anybody; what a name was made into may be nobody's */
	return code == LDAP_NO_SUCH_OBJECT && scope == LDAP_SCOPE_BASE
		       ? DD_LDAP_WRONG
		       : dd_ldap_link_fail(self, "search", code);
}

/* Groups that name the person, where entries of people do not name their groups; by what the directory then says they are called */
static DdLdapOutcome
find_groups(DdLdapLink *self, const char *dn, char ***out)
{
	const DdVouchSettings *settings = self->settings;
	char none[] = LDAP_NO_ATTRS;
	char *attributes[] = {none, NULL};
	LDAPMessage *message = NULL;
	g_autofree char *filter = dd_ldap_make_filter(settings->group_filter, dn);
	g_autoptr(GStrvBuilder) names = g_strv_builder_new();
	DdLdapOutcome outcome = search(self, settings->group_base, LDAP_SCOPE_SUBTREE, filter,
		attributes, DD_MAX_DIRECTORY_GROUPS, &message);
	if (outcome != DD_LDAP_GOOD)
		return outcome;
	for (LDAPMessage *one = ldap_first_entry(self->handle, message); one != NULL;
		one = ldap_next_entry(self->handle, one)) {
		char *name = ldap_get_dn(self->handle, one);
		if (name != NULL)
			g_strv_builder_add(names, name);
		ldap_memfree(name);
	}
	ldap_msgfree(message);
	g_strfreev(*out);
	*out = g_strv_builder_end(names);
	return DD_LDAP_GOOD;
}

/* What directories say of a person who is not to sign in any more: Active Directory (a bit of a number), 389 Directory Server, OpenLDAP's ppolicy (locked for good) */
#define AD_CONTROL "userAccountControl"
#define AD_DISABLED 2u
#define DS_LOCK "nsAccountLock"
#define PPOLICY_LOCK "pwdAccountLockedTime"

static bool
is_disabled(const DdLdapLink *self, LDAPMessage *entry, DdArena *arena)
{
	const char *control = take_first(self, entry, AD_CONTROL, arena);
	const char *lock = take_first(self, entry, DS_LOCK, arena);
	const char *locked = take_first(self, entry, PPOLICY_LOCK, arena);
	guint64 bits = 0;
	return (control != NULL &&
		       g_ascii_string_to_unsigned(control, 10, 0, G_MAXUINT32, &bits, NULL) &&
		       (bits & AD_DISABLED) != 0) ||
	       (lock != NULL && g_ascii_strcasecmp(lock, "true") == 0) ||
	       g_strcmp0(locked, "000001010000Z") == 0;
}

static DdLdapOutcome
take_entry(DdLdapLink *self, LDAPMessage *entry, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = self->settings;
	char *dn = ldap_get_dn(self->handle, entry);
	*out = (DdLdapEntry){.dn = dd_arena_strdup(arena, dn),
		.name = take_first(self, entry, settings->name_attribute, arena),
		.id = take_first(self, entry, settings->id_attribute, arena),
		.unit = take_first(self, entry, settings->unit_attribute, arena),
		.disabled = is_disabled(self, entry, arena)};
	ldap_memfree(dn);
	if (out->dn == NULL || out->name == NULL || out->id == NULL)
		return dd_ldap_link_fail(
			self, "name-attribute, id-attribute of the entry", LDAP_NO_SUCH_ATTRIBUTE);
	out->groups = take_values(self, entry, settings->groups_attribute);
	return DD_LDAP_GOOD;
}

/* The one entry that @filter finds. @out: groups as the entry itself says */
static DdLdapOutcome
find_one(DdLdapLink *self, const char *base, int scope, const char *filter, DdArena *arena,
	DdLdapEntry *out)
{
	const DdVouchSettings *settings = self->settings;
	char control[] = AD_CONTROL, lock[] = DS_LOCK, locked[] = PPOLICY_LOCK;
	/* those that the settings may leave out stand last: the first NULL ends them */
	char *attributes[] = {settings->name_attribute, settings->id_attribute, control, lock,
		locked, settings->groups_attribute, settings->unit_attribute, NULL};
	LDAPMessage *message = NULL;
	DdLdapOutcome outcome = search(self, base, scope, filter, attributes, 2, &message);
	if (outcome != DD_LDAP_GOOD)
		return outcome;
	int n = ldap_count_entries(self->handle, message);
	self->code = n == 0 ? LDAP_NO_SUCH_OBJECT : n > 1 ? LDAP_SIZELIMIT_EXCEEDED : LDAP_SUCCESS;
	if (n > 1)
		g_message("ldap: %s: the filter finds several entries for one name", self->uri);
	outcome = n == 1 ? take_entry(self, ldap_first_entry(self->handle, message), arena, out)
			 : DD_LDAP_WRONG;
	ldap_msgfree(message);
	return outcome;
}

DdLdapOutcome
dd_ldap_entry_find(
	DdLdapLink *self, const char *name, const char *bound, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = self->settings;
	g_autofree char *filter = settings->base != NULL ? dd_ldap_make_filter(settings->filter, name)
							 : NULL;
	DdLdapOutcome outcome = filter != NULL ? find_one(self, settings->base, LDAP_SCOPE_SUBTREE,
							 filter, arena, out)
					       : find_one(self, bound, LDAP_SCOPE_BASE,
							 "(objectClass=*)", arena, out);
	if (outcome == DD_LDAP_GOOD && settings->group_base != NULL)
		outcome = find_groups(self, out->dn, &out->groups);
	return outcome;
}

/* Returns: (transfer full) what finds an entry by what it is called for ever: as text, or, where that is bytes that take_value wrote in hex, as these */
static char *
make_id_filter(const char *attribute, const char *id)
{
	g_autofree char *form = g_strdup_printf("(%s={})", attribute);
	g_autofree char *plain = dd_ldap_make_filter(form, id);
	size_t len = strlen(id);
	if (len == 0 || len % 2 != 0 || strspn(id, "0123456789abcdef") != len)
		return g_steal_pointer(&plain);
	GString *out = g_string_new("(|");
	g_string_append_printf(out, "%s(%s=", plain, attribute);
	for (size_t i = 0; i < len; i += 2)
		g_string_append_printf(out, "\\%.2s", id + i);
	g_string_append(out, "))");
	return g_string_free(out, FALSE);
}

DdLdapOutcome
dd_ldap_entry_find_id(DdLdapLink *self, const char *id, DdArena *arena, DdLdapEntry *out)
{
	const DdVouchSettings *settings = self->settings;
	g_autofree char *filter = make_id_filter(settings->id_attribute, id);
	DdLdapEntry named = {0};
	DdLdapOutcome outcome = find_one(
		self, settings->base, LDAP_SCOPE_SUBTREE, filter, arena, &named);
	g_strfreev(named.groups);
	if (outcome == DD_LDAP_GOOD)
		outcome = dd_ldap_entry_find(self, named.name, NULL, arena, out);
	bool same = outcome == DD_LDAP_GOOD && strcmp(out->id, id) == 0 && !out->disabled;
	return outcome == DD_LDAP_GOOD && !same ? DD_LDAP_WRONG : outcome;
}
