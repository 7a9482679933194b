/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input-test-support.h: files in memory for workers to read */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A descriptor that is closed with its scope */
typedef int File;

void
close_file(File *fd);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(File, close_file)

/* Returns: a file with these bytes, open for reading and writing */
int
open_input(const void *bytes, size_t len);

G_END_DECLS
