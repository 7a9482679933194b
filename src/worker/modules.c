/* SPDX-License-Identifier: GPL-3.0-or-later */
/* modules.c: modules by name, beside the program or where it was installed */
#include "modules.h"

#include "error.h"

#include <dlfcn.h>
#include <unistd.h>

static char *
make_path(const char *folder, const char *name)
{
	return g_strdup_printf("%s/dondoc-reader-%s.so", folder, name);
}

/* Returns: (transfer full) path of a module that exists, NULL */
static char *
find_module(const char *name)
{
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *folder = self != NULL ? g_path_get_dirname(self) : NULL;
	g_autofree char *beside = folder != NULL ? make_path(folder, name) : NULL;
	if (beside != NULL && access(beside, R_OK) == 0)
		return g_steal_pointer(&beside);
	g_autofree char *installed = make_path(DD_MODULE_FOLDER, name);
	return access(installed, R_OK) == 0 ? g_steal_pointer(&installed) : NULL;
}

const void *
dd_module_load(const char *name, GError **error)
{
	g_autofree char *path = find_module(name);
	if (path == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"thiếu phần đọc loại tệp này (dondoc-reader-%s.so); hãy cài lại dondoc cho "
			"đủ "
			"(unsupported: the reader of this kind of file is missing; install all of "
			"dondoc)",
			name);
		return NULL;
	}
	/* read by a library of Tesseract's when it is loaded: threads of its own would be too many, and not be in the sandbox */
	g_setenv("OMP_THREAD_LIMIT", "1", TRUE);
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	const uint32_t *version = handle != NULL ? dlsym(handle, DD_READER_MODULE_SYMBOL) : NULL;
	if (version == NULL || *version != DD_READER_MODULE_VERSION) {
		const char *why = version == NULL ? dlerror() : "it is of another version";
		g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL, "%s: %s", path, why);
		return NULL;
	}
	return version;
}

const DdReaderModule *
dd_module_load_reader(const char *name, bool recognises, GError **error)
{
	const DdReaderModule *module = dd_module_load(name, error);
	return module != NULL && module->prepare(recognises, error) ? module : NULL;
}
