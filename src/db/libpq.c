/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "libpq.h"

#include "error.h"
#include "once.h"

#include <dlfcn.h>
#include <string.h>

#define SONAME "libpq.so.5"

DdLibpq libpq;

static const struct {
	const char *name;
	void *function; /* where its address goes */
} functions[] = {
#define DD_LIBPQ_ROW(name) {#name, &libpq.name},
	DD_LIBPQ_FUNCTIONS(DD_LIBPQ_ROW)
#undef DD_LIBPQ_ROW
};

/* Returns: (transfer full) what the dynamic linker says is missing, NULL when all is there */
static char *
load(void)
{
	void *handle = dlopen(SONAME, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (handle == NULL)
		return g_strdup(dlerror());
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
		void *found = dlsym(handle, functions[i].name);
		if (found == NULL)
			return g_strdup(dlerror());
		memcpy(functions[i].function, &found, sizeof(found));
	}
	return NULL;
}

bool
dd_libpq_load(GError **error)
{
	static DdOnce once = DD_ONCE_INIT;
	static char *missing; /* kept: a library that was not there is not looked for again */
	if (dd_once_enter(&once)) {
		missing = load();
		dd_once_leave(&once);
	}
	if (missing == NULL)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"muốn dùng PostgreSQL cần cài libpq (apt install libpq5) "
		"(PostgreSQL needs libpq: apt install libpq5): %s",
		missing);
	return false;
}
