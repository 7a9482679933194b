/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch.c: loads the modules that the settings ask for */
#include "vouch.h"

#include "error.h"

#include <dlfcn.h>

struct _DdVouch {
	DdVouchSettings *of_directory, *of_provider; /* NULL: there is none */
	const DdVouchModule *directory;
	DdVoucher voucher;
	DdProvider provider;
};

/* Returns: what the module exports, which begins with its version; NULL with an error */
static const void *
load(const char *name, DdVouchFind find, GError **error)
{
	g_autofree char *path = find(name);
	if (path == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"thiếu %s; hãy cài lại dondoc cho đủ (missing; install all of dondoc)", name);
		return NULL;
	}
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	const guint32 *version = handle != NULL ? dlsym(handle, DD_VOUCH_MODULE_SYMBOL) : NULL;
	if (version == NULL || *version != DD_VOUCH_MODULE_VERSION) {
		const char *why = version == NULL ? dlerror() : "it is of another version";
		g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL, "%s: %s", path, why);
		return NULL;
	}
	return version;
}

/* @settings_out: NULL where the group is not there. Returns: FALSE with an error */
static bool
read_group(GKeyFile *file, DdWay way, DdVouchSettings **settings_out, GError **error)
{
	GError *inner = NULL;
	*settings_out = dd_vouch_settings_read(file, way, &inner);
	if (inner != NULL)
		g_propagate_error(error, inner);
	return inner == NULL;
}

static bool
open_directory(DdVouch *self, DdVouchFind find, GError **error)
{
	if (self->of_directory == NULL)
		return true;
	self->directory = load("dondoc-sign-in-ldap.so", find, error);
	if (self->directory == NULL)
		return false;
	self->voucher = (DdVoucher){
		self->directory->ask, self->directory->open(self->of_directory, error)};
	return self->voucher.data != NULL;
}

static bool
open_provider(DdVouch *self, DdVouchFind find, GError **error)
{
	DdProvider *provider = &self->provider;
	if (self->of_provider == NULL)
		return true;
	provider->settings = self->of_provider;
	provider->module = load("dondoc-sign-in-oidc.so", find, error);
	if (provider->module != NULL)
		provider->self = provider->module->open(provider->settings, error);
	return provider->self != NULL;
}

static bool
load_file(GKeyFile *file, const char *path, GError **error)
{
	g_autoptr(GError) inner = NULL;
	if (g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &inner))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không đọc được thiết lập (cannot read the settings): %s", inner->message);
	return false;
}

bool
dd_vouch_open(const char *path, DdVouchFind find, DdVouch **self_out, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(DdVouch) self = g_new0(DdVouch, 1);
	if ((path != NULL && !load_file(file, path, error)) ||
		!read_group(file, DD_WAY_LDAP, &self->of_directory, error) ||
		!read_group(file, DD_WAY_OIDC, &self->of_provider, error) ||
		!open_directory(self, find, error) || !open_provider(self, find, error))
		return false;
	bool any = self->of_directory != NULL || self->of_provider != NULL;
	*self_out = any ? g_steal_pointer(&self) : NULL;
	return true;
}

bool
dd_vouch_explore(const char *path, DdVouchFind find, const char *name, const char *password,
	const DdVouchListener *listener, DdArena *arena, DdVouched *out, bool *through_out,
	GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(DdVouch) self = g_new0(DdVouch, 1);
	if (!load_file(file, path, error) ||
		!read_group(file, DD_WAY_LDAP, &self->of_directory, error) ||
		!open_directory(self, find, error))
		return false;
	if (self->of_directory == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
			"thiết lập không có nhóm [ldap] (the settings have no group [ldap])");
		return false;
	}
	*through_out = self->directory->explore(
		self->voucher.data, name, password, listener, arena, out);
	out->unit = dd_arena_strdup(arena, out->unit); /* it may be of the settings */
	return true;
}

void
dd_vouch_free(DdVouch *self)
{
	if (self == NULL)
		return;
	if (self->voucher.data != NULL)
		self->directory->close(self->voucher.data);
	if (self->provider.self != NULL)
		self->provider.module->close(self->provider.self);
	dd_vouch_settings_free(self->of_directory);
	dd_vouch_settings_free(self->of_provider);
	g_free(self);
}

const DdVoucher *
dd_vouch_get_directory(const DdVouch *self)
{
	return self != NULL && self->of_directory != NULL ? &self->voucher : NULL;
}

int64_t
dd_vouch_get_look_again(const DdVouch *self)
{
	/* where people bind themselves nobody looks for them without their passwords */
	bool looks = dd_vouch_get_directory(self) != NULL && self->of_directory->user_dn == NULL;
	return looks ? self->of_directory->look_again : 0;
}

bool
dd_vouch_look(const DdVouch *self, const char *subject, DdArena *arena, DdVouched *out,
	bool *found_out, GError **error)
{
	return self->directory->look(self->voucher.data, subject, arena, out, found_out, error);
}

const DdProvider *
dd_vouch_get_provider(const DdVouch *self)
{
	return self != NULL && self->of_provider != NULL ? &self->provider : NULL;
}
