/* SPDX-License-Identifier: GPL-3.0-or-later */
/* last-words.h: what a worker says when GLib ends it, by means that its sandbox leaves it */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * From now on messages of GLib go to stderr without a question to the system about what stderr is, and a failed allocation
 * ends the process with DD_WORKER_MEMORY. To be called once, before the sandbox
 */
void
dd_last_words_install(void);

G_END_DECLS
