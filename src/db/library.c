/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library.h"

#include "error.h"

#include <dlfcn.h>
#include <string.h>

/* Returns: (transfer full) what the dynamic linker says is missing, NULL when all is there */
static char *
load(const DdLibrary *self)
{
	void *handle = dlopen(self->soname, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (handle == NULL)
		return g_strdup(dlerror());
	for (size_t i = 0; i < self->n; i++) {
		void *found = dlsym(handle, self->rows[i].name);
		if (found == NULL)
			return g_strdup(dlerror());
		memcpy(self->rows[i].function, &found, sizeof(found));
	}
	return NULL;
}

bool
dd_library_load(DdLibrary *self, GError **error)
{
	if (dd_once_enter(&self->once)) {
		self->missing = load(self);
		dd_once_leave(&self->once);
	}
	if (self->missing == NULL)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "%s: %s", self->advice, self->missing);
	return false;
}
