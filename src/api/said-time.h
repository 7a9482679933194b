/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said-time.h: a time that a person says of a task, as the plan that the task is of would mean it */
#pragma once

#include <dondoc/reading.h>

#include "arena.h"
#include "store.h"

G_BEGIN_DECLS

/*
 * Reads @words (NFC) as of dd_time_said_read, with the year of @document, which "Quý II" is of. @out: what it points to lies in @arena. Returns: FALSE on
 * failure, as of dd_stored_reading
 */
bool
dd_said_time_read(DdStore *store, int64_t document, const char *words, DdArena *arena, DdTime *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
