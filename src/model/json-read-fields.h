/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-read-fields.h: the small values of the JSON form, read with one error that sticks */
#pragma once

#include "arena.h"

#include <dondoc/reading.h>
#include <jansson.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* One run of reading back. After the first wrong value every call gives its "nothing" and the error stays. */
typedef struct {
	DdArena *arena;
	GError *error; /* owned by the caller of the run */
} DdJsonRead;

/* Remembers that @key holds something else than @wanted ("a string"), unless an error stands already. */
void
dd_json_read_fail(DdJsonRead *self, const char *key, const char *wanted);
/* Returns: the member, NULL when it is missing, null or (an error then) not an object or array */
const json_t *
dd_json_read_object(DdJsonRead *self, const json_t *in, const char *key);
const json_t *
dd_json_read_array(DdJsonRead *self, const json_t *in, const char *key, size_t *n_out);
/* Returns: a copy in the arena, or NULL */
const char *
dd_json_read_string(DdJsonRead *self, const json_t *in, const char *key);
/* Returns: the number, 0 when it is missing; one over @max is an error */
uint32_t
dd_json_read_uint(DdJsonRead *self, const json_t *in, const char *key, uint32_t max);
bool
dd_json_read_bool(DdJsonRead *self, const json_t *in, const char *key);
/* Returns: 0 to 100 out of "confidence", a number from 0 to 1 */
uint8_t
dd_json_read_confidence(DdJsonRead *self, const json_t *in);
/* Reads "YYYY-MM-DD", with "THH:MM" behind it where @hour_out is not NULL (-1: not said). */
DdDay
dd_json_read_day(DdJsonRead *self, const json_t *in, const char *key, int16_t *hour_out,
	int16_t *minute_out);
/* Reads "line", "line_end" and "offsets" of an item. */
DdSpan
dd_json_read_span(DdJsonRead *self, const json_t *in);
/* Reads string @key of @in and its evidence, which is @spans[@span_key]. */
DdField
dd_json_read_field(DdJsonRead *self, const json_t *in, const char *key, const json_t *spans,
	const char *span_key);
/* Reads an array of strings and its evidence. */
DdFieldList
dd_json_read_list(DdJsonRead *self, const json_t *in, const char *key, const json_t *spans);
/* Reads an array of strings. Returns: in the arena, NULL when there are none */
const char **
dd_json_read_strings(DdJsonRead *self, const json_t *in, const char *key, size_t *n_out);
/* Reads an object of a time. */
DdTime
dd_json_read_time(DdJsonRead *self, const json_t *in, const char *key);

G_END_DECLS
