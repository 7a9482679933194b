/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress-note.h: a note of progress: what was done, what is next, what stands in the way, what is asked for */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* All texts may be NULL; at least one says something, or the percentage changes */
typedef struct {
	const char *done;
	const char *next;
	const char *difficulty;
	const char *proposal;
	const char *reason; /* why the percentage falls */
	int percent;        /* 0 to 100, -1: not said, stays as it was */
} DdProgress;

/*
 * Checks @note against the percentage before it, 0 when there was none.
 * Returns: FALSE when it cannot be; DD_ERROR_INVALID_DATA (out of range, a text that is too long), DD_ERROR_MISSING (it says
 * nothing, or it falls without a reason). @percent_out is what holds from now on.
 */
bool
dd_progress_check(const DdProgress *note, int percent_before, int *percent_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
