/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-main.c: runs a harness over the files of the folders given, so that every build tests the stored inputs (TAP) */
#include "fuzz.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) the paths of @folder's files in the order of their names, or NULL */
static GPtrArray *
list_files(const char *folder, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
	if (dir == NULL)
		return NULL;
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (name[0] != '.' && g_file_test(path, G_FILE_TEST_IS_REGULAR))
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
	g_ptr_array_sort(paths, compare_names);
	return g_steal_pointer(&paths);
}

static bool
run_file(const char *path, GError **error)
{
	g_autofree char *text = NULL;
	size_t len = 0;
	if (!g_file_get_contents(path, &text, &len, error))
		return false;
	/* an exact copy: the NUL that GLib puts behind the bytes would hide a read past their end */
	g_autofree uint8_t *exact = g_memdup2(text, len);
	(void)LLVMFuzzerTestOneInput(exact, len);
	return true;
}

int
main(int argc, char *argv[])
{
	unsigned n = 0;
	unsigned failed = 0;

	for (int i = 1; i < argc; i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GPtrArray) paths = list_files(argv[i], &error);
		if (paths == NULL) {
			printf("Bail out! %s\n", error->message);
			return EXIT_FAILURE;
		}
		for (unsigned at = 0; at < paths->len; at++) {
			const char *path = g_ptr_array_index(paths, at);
			g_autoptr(GError) file_error = NULL;
			bool ok = run_file(path, &file_error);
			failed += ok ? 0 : 1;
			printf("%s %u - %s\n", ok ? "ok" : "not ok", ++n, path);
			(void)fflush(stdout); /* a crash must leave the names of the inputs before it */
		}
	}
	printf("1..%u\n", n);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
