/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output.c: writes beside the target and renames */
#define _XOPEN_SOURCE 700 /* realpath */
#include "output.h"

#include "error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _DdOutput {
	FILE *stream;
	char *path;      /* NULL: nothing to rename */
	char *temporary; /* NULL: nothing to remove */
};

static void
set_errno(GError **error, int number)
{
	/* A write that failed long ago has left no number. */
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "không ghi được (cannot write: %s)",
		g_strerror(number != 0 ? number : EIO));
}

/* Returns: the mode that a plain open would give a new file */
static mode_t
get_new_mode(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* Opens a file of its own beside @self->path, of the same mode as the one there. */
static bool
open_temporary(DdOutput *self, mode_t mode, GError **error)
{
	self->temporary = g_strconcat(self->path, ".XXXXXX", NULL);
	int fd = mkstemp(self->temporary);
	if (fd < 0) {
		set_errno(error, errno);
		g_clear_pointer(&self->temporary, g_free);
		return false;
	}
	if (fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 && fchmod(fd, mode) == 0)
		self->stream = fdopen(fd, "w");
	if (self->stream != NULL)
		return true;
	set_errno(error, errno);
	close(fd);
	return false;
}

DdOutput *
dd_output_open(const char *path, GError **error)
{
	g_autoptr(DdOutput) self = g_new0(DdOutput, 1);
	if (path == NULL || strcmp(path, "-") == 0) {
		self->stream = stdout;
		return g_steal_pointer(&self);
	}
	struct stat info;
	bool there = stat(path, &info) == 0;
	if (there && !S_ISREG(info.st_mode)) {
		/* A pipe or device cannot be replaced; a folder gives the error here. */
		self->stream = fopen(path, "we");
		if (self->stream == NULL) {
			set_errno(error, errno);
			return NULL;
		}
		return g_steal_pointer(&self);
	}
	/* What a link points to is replaced, not the link. */
	char *real = there ? realpath(path, NULL) : NULL;
	self->path = g_strdup(real != NULL ? real : path);
	free(real);
	if (!open_temporary(self, there ? info.st_mode & 0777 : get_new_mode(), error))
		return NULL;
	return g_steal_pointer(&self);
}

FILE *
dd_output_get_stream(const DdOutput *self)
{
	return self->stream;
}

bool
dd_output_commit(DdOutput *self, GError **error)
{
	errno = 0;
	bool good = fflush(self->stream) == 0 && !ferror(self->stream);
	if (good && self->path != NULL)
		good = fsync(fileno(self->stream)) == 0;
	int number = errno;
	if (self->stream != stdout)
		good = fclose(g_steal_pointer(&self->stream)) == 0 && good;
	if (good && self->path != NULL) {
		good = g_rename(self->temporary, self->path) == 0;
		number = errno;
	}
	if (!good) {
		set_errno(error, number);
		return false;
	}
	g_clear_pointer(&self->temporary, g_free);
	return true;
}

void
dd_output_free(DdOutput *self)
{
	if (self == NULL)
		return;
	if (self->stream != NULL && self->stream != stdout)
		fclose(self->stream);
	if (self->temporary != NULL)
		g_unlink(self->temporary);
	g_free(self->temporary);
	g_free(self->path);
	g_free(self);
}
