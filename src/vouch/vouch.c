/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch.c: loads the modules that the settings ask for */
#include "vouch.h"

#include "error.h"
#include "vouch-module.h"

#include <dlfcn.h>

typedef struct {
	DdVouchSettings *settings;
	const DdVouchModule *module;
	void *self;
} Loaded;

struct _DdVouch {
	Loaded directory;
	DdVoucher voucher;
};

static bool
load(Loaded *out, const char *name, DdVouchFind find, GError **error)
{
	g_autofree char *path = find(name);
	if (path == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"thiếu %s; hãy cài lại dondoc cho đủ (missing; install all of dondoc)", name);
		return false;
	}
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	const DdVouchModule *module = handle != NULL ? dlsym(handle, DD_VOUCH_MODULE_SYMBOL) : NULL;
	if (module == NULL || module->version != DD_VOUCH_MODULE_VERSION) {
		const char *why = module == NULL ? dlerror() : "it is of another version";
		g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL, "%s: %s", path, why);
		return false;
	}
	out->module = module;
	out->self = module->open(out->settings, error);
	return out->self != NULL;
}

static void
clear_loaded(Loaded *self)
{
	if (self->self != NULL)
		self->module->close(self->self);
	dd_vouch_settings_free(self->settings);
}

static bool
open_one(Loaded *out, GKeyFile *file, DdWay way, const char *name, DdVouchFind find, GError **error)
{
	g_autoptr(GError) inner = NULL;
	out->settings = dd_vouch_settings_read(file, way, &inner);
	if (inner != NULL) {
		g_propagate_error(error, g_steal_pointer(&inner));
		return false;
	}
	return out->settings == NULL || load(out, name, find, error);
}

bool
dd_vouch_open(const char *path, DdVouchFind find, DdVouch **self_out, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(DdVouch) self = g_new0(DdVouch, 1);
	g_autoptr(GError) inner = NULL;
	if (path != NULL && !g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &inner)) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không đọc được thiết lập (cannot read the settings): %s", inner->message);
		return false;
	}
	if (!open_one(&self->directory, file, DD_WAY_LDAP, "dondoc-sign-in-ldap.so", find, error))
		return false;
	if (self->directory.self != NULL)
		self->voucher = (DdVoucher){self->directory.module->ask, self->directory.self};
	*self_out = self->directory.self != NULL ? g_steal_pointer(&self) : NULL;
	return true;
}

void
dd_vouch_free(DdVouch *self)
{
	if (self == NULL)
		return;
	clear_loaded(&self->directory);
	g_free(self);
}

const DdVoucher *
dd_vouch_get_directory(const DdVouch *self)
{
	return self != NULL && self->directory.self != NULL ? &self->voucher : NULL;
}
