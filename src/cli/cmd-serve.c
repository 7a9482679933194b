/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-serve.c: dondoc serve: becomes the program dondoc-server, whose libraries no other command waits for */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "command.h"
#include "error.h"
#include "progress.h"

#define PROGRAM "dondoc-server"

DdExit
dd_cmd_serve(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = dd_child_find(PROGRAM);
	g_autofree char **words = g_new0(char *, (gsize)argc + 2);
	words[0] = PROGRAM;
	for (int i = 0; i < argc; i++)
		words[i + 1] = argv[i];
	if (path != NULL)
		execv(path, words);
	g_set_error(&error, DD_ERROR, DD_ERROR_IO,
		"không chạy được máy chủ, hãy cài lại dondoc cho đủ (cannot start the server, "
		"install all of dondoc): %s",
		path == NULL ? PROGRAM : g_strerror(errno));
	dd_progress_failure("serve", error);
	return DD_EXIT_FAILED;
}
