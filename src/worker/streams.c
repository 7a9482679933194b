/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool
dd_streams_check_input(size_t *size_out)
{
	struct stat info;
	int flags = fcntl(STDIN_FILENO, F_GETFL);
	if (flags < 0 || (flags & O_ACCMODE) != O_RDONLY || fstat(STDIN_FILENO, &info) != 0 ||
		!S_ISREG(info.st_mode) || info.st_size < 0)
		return false;
	*size_out = (size_t)info.st_size;
	return true;
}

bool
dd_streams_write(int fd, const void *bytes, size_t len)
{
	const char *at = bytes;
	while (len > 0) {
		ssize_t n = write(fd, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}
