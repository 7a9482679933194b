/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch-settings.c: a table of keys for each group, and what they must fit together */
#include "vouch-settings.h"

#include "error.h"
#include "group-table.h"
#include "maxima.h"

#include <string.h>

#define TIMEOUT 5      /* seconds, without one in the settings */
#define LOOK_AGAIN 600 /* likewise */

typedef enum {
	KEY_TEXT,
	KEY_LIST,
	KEY_TRUTH,
	KEY_PAUSE, /* seconds, or 0 */
	KEY_SECONDS,
	KEY_SECRET /* a file whose first line it is */
} KeyKind;

typedef struct {
	const char *name;
	KeyKind kind;
	size_t offset;
} Key;

#define KEY(name, kind, member)                                                                    \
	{                                                                                          \
		name, kind, G_STRUCT_OFFSET(DdVouchSettings, member)                               \
	}
#define COMMON                                                                                     \
	KEY("add", KEY_TRUTH, add), KEY("whole-office", KEY_LIST, whole_office),                   \
		KEY("timeout", KEY_SECONDS, timeout), KEY("ca", KEY_TEXT, ca)

static const Key ldap_keys[] = {COMMON, KEY("uris", KEY_LIST, uris),
	KEY("starttls", KEY_TRUTH, starttls), KEY("bind-dn", KEY_TEXT, bind_dn),
	KEY("bind-password-file", KEY_SECRET, bind_password), KEY("user-dn", KEY_TEXT, user_dn),
	KEY("look-again", KEY_PAUSE, look_again), KEY("base", KEY_TEXT, base),
	KEY("filter", KEY_TEXT, filter), KEY("name-attribute", KEY_TEXT, name_attribute),
	KEY("id-attribute", KEY_TEXT, id_attribute), KEY("unit-attribute", KEY_TEXT, unit_attribute),
	KEY("groups-attribute", KEY_TEXT, groups_attribute), KEY("group-base", KEY_TEXT, group_base),
	KEY("group-filter", KEY_TEXT, group_filter), {NULL, KEY_TEXT, 0}};

static const Key oidc_keys[] = {COMMON, KEY("issuer", KEY_TEXT, issuer),
	KEY("client-id", KEY_TEXT, client_id), KEY("client-secret-file", KEY_SECRET, client_secret),
	KEY("redirect-uri", KEY_TEXT, redirect_uri), KEY("scopes", KEY_TEXT, scopes),
	KEY("name-claim", KEY_TEXT, name_claim), KEY("unit-claim", KEY_TEXT, unit_claim),
	KEY("groups-claim", KEY_TEXT, groups_claim), KEY("landing", KEY_TEXT, landing),
	KEY("after-logout", KEY_TEXT, after_logout), {NULL, KEY_TEXT, 0}};

typedef struct {
	const char *group, *roles, *units;
	const Key *keys;
	bool (*check)(DdVouchSettings *self, GError **error);
} Group;

static bool
fail(const char *group, const char *key, const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"thiết lập “%s” của [%s] %s (\"%s\" of [%s] %s)", key, group, vi, key, group, en);
	return false;
}

static void
set_default(char **text, const char *value)
{
	if (*text == NULL)
		*text = g_strdup(value);
}

/* Returns: TRUE when @uri begins with one of @here, and its host ends there */
static bool
is_here(const char *uri, const char *const *here, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(here[i]);
		if (strncmp(uri, here[i], len) == 0 && strchr(":/", uri[len]) != NULL)
			return true;
	}
	return false;
}

/* A password in the clear may go to this machine itself only */
static bool
is_safe(const char *uri, bool starttls)
{
	static const char *const here[] = {"ldap://127.0.0.1", "ldap://localhost", "ldap://[::1]"};
	if (g_str_has_prefix(uri, "ldaps://") || g_str_has_prefix(uri, "ldapi://"))
		return true;
	if (!g_str_has_prefix(uri, "ldap://"))
		return false;
	return is_here(uri, here, G_N_ELEMENTS(here)) || starttls;
}

static bool
check_ldap(DdVouchSettings *self, GError **error)
{
	if (self->uris == NULL || *self->uris == NULL ||
		g_strv_length(self->uris) > DD_MAX_DIRECTORY_SERVERS)
		return fail("ldap", "uris", "là một đến tám địa chỉ", "is one to eight addresses",
			error);
	for (char **uri = self->uris; *uri != NULL; uri++)
		if (!is_safe(g_strstrip(*uri), self->starttls))
			return fail("ldap", "uris", "phải là ldaps://, hoặc ldap:// với starttls=true",
				"is ldaps://, or ldap:// with starttls=true", error);
	if ((self->bind_dn == NULL) != (self->bind_password == NULL))
		return fail("ldap", "bind-dn", "cần cả bind-password-file",
			"goes with bind-password-file", error);
	if (self->user_dn != NULL ? strstr(self->user_dn, "{}") == NULL : self->bind_dn == NULL)
		return fail("ldap", "user-dn", "cần có {}, nơi đặt tên; không có thì cần bind-dn",
			"has {} for the name; without it bind-dn is needed", error);
	if (self->base == NULL && (self->user_dn == NULL || strchr(self->user_dn, '=') == NULL))
		return fail("ldap", "base", "thiếu", "is missing", error);
	if (self->filter != NULL && strstr(self->filter, "{}") == NULL)
		return fail("ldap", "filter", "cần có {}, nơi đặt tên", "has {} for the name", error);
	if ((self->group_base == NULL) != (self->group_filter == NULL))
		return fail("ldap", "group-base", "cần cả group-filter", "goes with group-filter",
			error);
	set_default(&self->filter, "(&(objectClass=person)(uid={}))");
	set_default(&self->name_attribute, "uid");
	set_default(&self->id_attribute, "entryUUID");
	set_default(&self->groups_attribute, "memberOf");
	return true;
}

/* https, or this machine itself */
static bool
is_web(const char *url)
{
	static const char *const here[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
	if (url == NULL || strpbrk(url, "\"'<> \t\r\n#") != NULL)
		return false;
	return g_str_has_prefix(url, "https://") || is_here(url, here, G_N_ELEMENTS(here));
}

static bool
check_oidc(DdVouchSettings *self, GError **error)
{
	static const char vi[] = "là địa chỉ https://", en[] = "is an address of https://";
	if (!is_web(self->issuer))
		return fail("oidc", "issuer", vi, en, error);
	if (!is_web(self->redirect_uri) ||
		!g_str_has_suffix(self->redirect_uri, "/api/v1/oidc/callback"))
		return fail("oidc", "redirect-uri", "là https://…/api/v1/oidc/callback",
			"is https://…/api/v1/oidc/callback", error);
	if (self->after_logout != NULL && !is_web(self->after_logout))
		return fail("oidc", "after-logout", vi, en, error);
	if (self->client_id == NULL)
		return fail("oidc", "client-id", "thiếu", "is missing", error);
	set_default(&self->landing, "/");
	if (*self->landing != '/' || self->landing[1] == '/' ||
		strpbrk(self->landing, "\"'<>\\ ") != NULL)
		return fail("oidc", "landing", "là một đường dẫn ở đây", "is a path here", error);
	set_default(&self->scopes, "openid profile");
	set_default(&self->name_claim, "preferred_username");
	set_default(&self->groups_claim, "groups");
	return true;
}

static const Group groups[DD_WAY_LAST] = {
	[DD_WAY_LDAP] = {"ldap", "ldap-roles", "ldap-units", ldap_keys, check_ldap},
	[DD_WAY_OIDC] = {"oidc", "oidc-roles", "oidc-units", oidc_keys, check_oidc},
};

/* Returns: (transfer full) the first line of a file */
static char *
read_secret(const char *path, GError **error)
{
	g_autoptr(GError) inner = NULL;
	g_autofree char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, &inner)) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không đọc được tệp bí mật (cannot read the file of a secret): %s",
			inner->message);
		return NULL;
	}
	text[strcspn(text, "\r\n")] = '\0';
	return g_steal_pointer(&text);
}

static bool
take_key(DdVouchSettings *self, GKeyFile *file, const char *group, const Key *key, GError **error)
{
	void *at = G_STRUCT_MEMBER_P(self, key->offset);
	g_autofree char *text = g_key_file_get_string(file, group, key->name, NULL);
	gint64 number;
	if (text == NULL || *text == '\0')
		return true;
	switch (key->kind) {
	case KEY_LIST:
		*(char ***)at = g_key_file_get_string_list(file, group, key->name, NULL, NULL);
		return true;
	case KEY_TRUTH:
		*(bool *)at = strcmp(text, "true") == 0;
		return *(bool *)at || strcmp(text, "false") == 0 ||
		       fail(group, key->name, "là true hoặc false", "is true or false", error);
	case KEY_SECONDS:
		if (!g_ascii_string_to_signed(text, 10, 1, DD_MAX_OUTSIDE_SECONDS, &number, NULL))
			return fail(group, key->name, "là số giây, từ 1 đến 30",
				"is 1 to 30 seconds", error);
		*(int64_t *)at = number;
		return true;
	case KEY_PAUSE:
		if (!g_ascii_string_to_signed(text, 10, 0, DD_MAX_LOOK_AGAIN_SECONDS, &number, NULL))
			return fail(group, key->name, "là số giây, từ 0 (không bao giờ) đến 86400",
				"is 0 (never) to 86400 seconds", error);
		*(int64_t *)at = number;
		return true;
	case KEY_SECRET:
		*(char **)at = read_secret(text, error);
		return *(char **)at != NULL;
	case KEY_TEXT:
	default:
		*(char **)at = g_steal_pointer(&text);
		return true;
	}
}

static bool
take_keys(DdVouchSettings *self, GKeyFile *file, const Group *group, GError **error)
{
	g_auto(GStrv) names = g_key_file_get_keys(file, group->group, NULL, NULL);
	for (char **name = names; *name != NULL; name++) {
		const Key *key = group->keys;
		while (key->name != NULL && strcmp(key->name, *name) != 0)
			key++;
		if (key->name == NULL)
			return fail(group->group, *name, "không có", "is not known", error);
		if (!take_key(self, file, group->group, key, error))
			return false;
	}
	return true;
}

/* Roles that decide for a unit or for the office. A focal person and an officer act for one unit always; the others for none */
static bool
check_whole_office(const DdVouchSettings *self, const Group *group, GError **error)
{
	static const char *const may[] = {"clerk", "overseer", "leader", NULL};
	for (char **word = self->whole_office; word != NULL && *word != NULL; word++)
		if (!g_strv_contains(may, g_strstrip(*word)) || self->roles == NULL)
			return fail(group->group, "whole-office",
				"là những vai trò clerk, overseer, leader của bảng vai trò", "is some of the roles clerk, overseer, leader of the table of roles",
				error);
	return true;
}

static bool
take_tables(DdVouchSettings *self, GKeyFile *file, const Group *group, GError **error)
{
	self->roles = dd_group_table_read(file, group->roles);
	self->units = dd_group_table_read(file, group->units);
	for (guint i = 0; self->roles != NULL && i < self->roles->len; i++) {
		const char *word = g_array_index(self->roles, DdGroupRow, i).word;
		DdRole role;
		if (!dd_role_from_string(word, &role))
			return fail(group->roles, word, "không phải vai trò", "is no role", error);
	}
	if (!check_whole_office(self, group, error))
		return false;
	return !self->add || self->roles != NULL ||
	       fail(group->group, "add", "cần bảng vai trò", "needs a table of roles", error);
}

DdVouchSettings *
dd_vouch_settings_read(GKeyFile *file, DdWay way, GError **error)
{
	const Group *group = &groups[way];
	if (!g_key_file_has_group(file, group->group))
		return NULL;
	g_autoptr(DdVouchSettings) self = g_new0(DdVouchSettings, 1);
	self->way = way;
	self->timeout = TIMEOUT;
	self->look_again = LOOK_AGAIN;
	self->starttls = true;
	if (!take_keys(self, file, group, error) || !group->check(self, error) ||
		!take_tables(self, file, group, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_vouch_settings_free(DdVouchSettings *self)
{
	if (self == NULL)
		return;
	for (const Key *key = groups[self->way].keys; key->name != NULL; key++) {
		void *at = G_STRUCT_MEMBER_P(self, key->offset);
		if (key->kind == KEY_LIST)
			g_strfreev(*(char ***)at);
		else if (key->kind == KEY_TEXT || key->kind == KEY_SECRET)
			g_free(*(char **)at);
	}
	g_clear_pointer(&self->roles, g_array_unref);
	g_clear_pointer(&self->units, g_array_unref);
	g_free(self);
}

void
dd_vouch_settings_judge(
	const DdVouchSettings *self, const char *const *groups_of, const char *unit, DdVouched *out)
{
	const char *role = dd_group_table_find(self->roles, groups_of);
	const char *of = dd_group_table_find(self->units, groups_of);
	out->way = self->way;
	out->has_role = role != NULL && dd_role_from_string(role, &out->role);
	out->refused = self->roles != NULL && !out->has_role;
	out->unit = of != NULL ? of : unit;
	out->add = self->add;
	out->whole_office = out->has_role && self->whole_office != NULL &&
			    g_strv_contains((const char *const *)self->whole_office, role);
}
