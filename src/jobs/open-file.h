/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-file.h: which files a worker has to open, and the way of one in memory to it */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "document.h"

G_BEGIN_DECLS

/* Returns: TRUE when the first bytes are those of a kind that a worker reads; all others are plain text, or nothing for us */
bool
dd_file_is_for_worker(const guint8 *bytes, gsize len);
/*
 * dd_worker_run for a file that is in memory: it is handed over as a descriptor that nobody can change.
 * Returns: as dd_worker_run
 */
DdDocument *
dd_file_open(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
