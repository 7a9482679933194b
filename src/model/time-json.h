/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-json.h: days and times as JSON, in a reading and by themselves */
#pragma once

#include <dondoc/reading.h>

#include "arena.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* Writes YYYY-MM-DD and, when @hour is not -1, THH:MM behind it; null where no day is said */
void
dd_json_write_day(DdJsonWriter *json, const char *key, DdDay day, int hour, int minute);
/* @all: the usual keys stand also where nothing is said (a task's time); otherwise only what is said (a duty's due) */
void
dd_json_write_time(DdJsonWriter *json, const char *key, const DdTime *time, bool all);

/* Returns: (transfer full) @time as one JSON object, as a task of a reading has it */
char *
dd_time_to_json(const DdTime *time) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Reads such an object back; what it points to lies in @arena. Returns: FALSE with DD_ERROR_INVALID_DATA, @time_out is untouched
 */
bool
dd_time_parse_json(const char *text, DdArena *arena, DdTime *time_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
