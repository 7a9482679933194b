/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input-test-support.h"

#include <sys/mman.h>
#include <unistd.h>

void
close_file(File *fd)
{
	close(*fd);
}

int
open_input(const void *bytes, size_t len)
{
	int fd = memfd_create("malice", MFD_CLOEXEC);
	g_assert_cmpint(fd, >=, 0);
	g_assert_cmpint(write(fd, bytes, len), ==, (ssize_t)len);
	return fd;
}
