/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading-rows.h: a reading as it goes into the store: its JSON, its tasks as records */
#pragma once

#include <dondoc/reading.h>

#include "stored.h"

G_BEGIN_DECLS

/* Returns: (transfer full) the reading as JSON, to be freed by free(); NULL with DD_ERROR_TOO_LARGE (over DD_MAX_READING_BYTES), _IO */
char *
dd_reading_rows_json(const DdReading *reading, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: the task number @i of the reading as it was read; what it points to lies in the reading or in @arena. It has no number and state yet */
DdStoredTask
dd_reading_rows_task(const DdReading *reading, size_t i, DdArena *arena);

G_END_DECLS
