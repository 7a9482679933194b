/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output.h: standard output, or a file that appears whole or not at all */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct _DdOutput DdOutput;

/* @path: (nullable) NULL or "-" is standard output. Returns: (transfer full) or NULL; DD_ERROR_IO */
DdOutput *
dd_output_open(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) where to write */
FILE *
dd_output_get_stream(const DdOutput *self);
/* Puts what was written in its place. Returns: FALSE when any of it could not be written; DD_ERROR_IO */
bool
dd_output_commit(DdOutput *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Without a commit before, nothing of a file is left. NULL is fine. */
void
dd_output_free(DdOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOutput, dd_output_free)

G_END_DECLS
