/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log.h: what the server says on standard error: a line for each answer and each failure, for people or as JSON; nothing of persons */
#pragma once

#include <glib.h>

#include "settings.h"

G_BEGIN_DECLS

/* Has messages of this program (g_message and up) written in @form from now on */
void
dd_log_install(DdLogForm form);

/* An answer. The path is told as its pattern, without numbers, queries, addresses and names */
typedef struct {
	int64_t at; /* seconds since 1970 */
	const char *id, *method, *pattern;
	unsigned status;
	size_t bytes;
	gint64 microseconds;
} DdLogEntry;

void
dd_log_answer(DdLogForm form, const DdLogEntry *entry);

G_END_DECLS
