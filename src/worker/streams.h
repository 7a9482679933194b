/* SPDX-License-Identifier: GPL-3.0-or-later */
/* streams.h: descriptors 0 and 1 of a program that is given one file and answers over a pipe */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Returns: FALSE unless descriptor 0 is a plain file that cannot be written to */
bool
dd_streams_check_input(size_t *size_out);
/* Writes all of @len bytes to @fd. Returns: FALSE with errno */
bool
dd_streams_write(int fd, const void *bytes, size_t len);

G_END_DECLS
