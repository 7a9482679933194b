/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-read-fields.c: strings, days, spans, fields and times out of jansson's values */
#include "json-read-fields.h"

#include "error.h"
#include "maxima.h"
#include "reading-words.h"

#include <math.h>
#include <string.h>

void
dd_json_read_fail(DdJsonRead *self, const char *key, const char *wanted)
{
	if (self->error == NULL)
		self->error = g_error_new(
			DD_ERROR, DD_ERROR_INVALID_DATA, "\"%s\" is not %s", key, wanted);
}

/* Returns: the member, NULL when it is missing or null, or when an error stands already */
static const json_t *
get(const DdJsonRead *self, const json_t *in, const char *key)
{
	if (in == NULL || self->error != NULL)
		return NULL;
	const json_t *value = json_object_get(in, key);
	return value == NULL || json_is_null(value) ? NULL : value;
}

const json_t *
dd_json_read_object(DdJsonRead *self, const json_t *in, const char *key)
{
	const json_t *value = get(self, in, key);
	if (value == NULL || json_is_object(value))
		return value;
	dd_json_read_fail(self, key, "an object");
	return NULL;
}

const json_t *
dd_json_read_array(DdJsonRead *self, const json_t *in, const char *key, size_t *n_out)
{
	*n_out = 0;
	const json_t *value = get(self, in, key);
	if (value == NULL)
		return NULL;
	if (!json_is_array(value) || json_array_size(value) > DD_MAX_ITEMS) {
		dd_json_read_fail(self, key, "an array of fewer items than the maximum");
		return NULL;
	}
	*n_out = json_array_size(value);
	return value;
}

static const char *
dup_string(DdJsonRead *self, const json_t *value, const char *key)
{
	/* jansson refuses \u0000, so that the text has no NUL inside. */
	if (json_is_string(value))
		return dd_arena_strndup(
			self->arena, json_string_value(value), json_string_length(value));
	dd_json_read_fail(self, key, "a string");
	return NULL;
}

const char *
dd_json_read_string(DdJsonRead *self, const json_t *in, const char *key)
{
	const json_t *value = get(self, in, key);
	return value != NULL ? dup_string(self, value, key) : NULL;
}

static uint32_t
to_uint(DdJsonRead *self, const json_t *value, const char *key, uint32_t max)
{
	if (json_is_integer(value) && json_integer_value(value) >= 0 &&
		json_integer_value(value) <= (json_int_t)max)
		return (uint32_t)json_integer_value(value);
	dd_json_read_fail(self, key, "a whole number in range");
	return 0;
}

uint32_t
dd_json_read_uint(DdJsonRead *self, const json_t *in, const char *key, uint32_t max)
{
	const json_t *value = get(self, in, key);
	return value != NULL ? to_uint(self, value, key, max) : 0;
}

bool
dd_json_read_bool(DdJsonRead *self, const json_t *in, const char *key)
{
	const json_t *value = get(self, in, key);
	if (value != NULL && !json_is_boolean(value))
		dd_json_read_fail(self, key, "true or false");
	return value != NULL && json_is_true(value);
}

uint8_t
dd_json_read_confidence(DdJsonRead *self, const json_t *in)
{
	const json_t *value = get(self, in, "confidence");
	if (value == NULL)
		return 0;
	double number = json_number_value(value);
	if (json_is_number(value) && number >= 0 && number <= 1)
		return (uint8_t)lround(number * 100);
	dd_json_read_fail(self, "confidence", "a number from 0 to 1");
	return 0;
}

/* Reads @n digits at @text. Returns: the number, -1 where they are no digits */
static int
read_digits(const char *text, size_t n)
{
	int number = 0;
	for (size_t i = 0; i < n; i++) {
		if (!g_ascii_isdigit(text[i]))
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

static bool
parse_day(const char *text, DdDay *day_out)
{
	int year = read_digits(text, 4);
	int month = text[4] == '-' ? read_digits(text + 5, 2) : -1;
	int day = text[7] == '-' ? read_digits(text + 8, 2) : -1;
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	*day_out = (DdDay){(int16_t)year, (int8_t)month, (int8_t)day};
	return true;
}

static bool
parse_clock(const char *text, int16_t *hour_out, int16_t *minute_out)
{
	int hour = read_digits(text, 2);
	int minute = text[2] == ':' ? read_digits(text + 3, 2) : -1;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return false;
	*hour_out = (int16_t)hour;
	*minute_out = (int16_t)minute;
	return true;
}

DdDay
dd_json_read_day(
	DdJsonRead *self, const json_t *in, const char *key, int16_t *hour_out, int16_t *minute_out)
{
	DdDay day = {0, 0, 0};
	if (hour_out != NULL)
		*hour_out = *minute_out = -1;
	const json_t *value = get(self, in, key);
	if (value == NULL)
		return day;
	const char *text = json_is_string(value) ? json_string_value(value) : "";
	size_t len = strlen(text);
	bool good = false;
	if (len == strlen("2026-12-31"))
		good = parse_day(text, &day);
	else if (len == strlen("2026-12-31T08:30") && hour_out != NULL && text[10] == 'T')
		good = parse_day(text, &day) && parse_clock(text + 11, hour_out, minute_out);
	if (!good)
		dd_json_read_fail(self, key, "a day as YYYY-MM-DD");
	return good ? day : (DdDay){0, 0, 0};
}

DdSpan
dd_json_read_span(DdJsonRead *self, const json_t *in)
{
	DdSpan span = {0, 0, 0, 0};
	if (in == NULL)
		return span;
	span.line = dd_json_read_uint(self, in, "line", UINT32_MAX);
	span.line_end = get(self, in, "line_end") != NULL
				? dd_json_read_uint(self, in, "line_end", UINT32_MAX)
				: span.line;
	size_t n;
	const json_t *offsets = dd_json_read_array(self, in, "offsets", &n);
	if (offsets == NULL)
		return span;
	if (n != 2) {
		dd_json_read_fail(self, "offsets", "a pair of numbers");
		return span;
	}
	span.start = to_uint(self, json_array_get(offsets, 0), "offsets", UINT32_MAX);
	span.end = to_uint(self, json_array_get(offsets, 1), "offsets", UINT32_MAX);
	return span;
}

static void
add_evidence(DdJsonRead *self, DdField *field, const json_t *evidence)
{
	field->span = dd_json_read_span(self, evidence);
	field->confidence = dd_json_read_confidence(self, evidence);
	field->rule = dd_json_read_string(self, evidence, "rule");
}

DdField
dd_json_read_field(DdJsonRead *self, const json_t *in, const char *key, const json_t *spans,
	const char *span_key)
{
	DdField field = {0};
	field.value = dd_json_read_string(self, in, key);
	add_evidence(self, &field, dd_json_read_object(self, spans, span_key));
	return field;
}

DdFieldList
dd_json_read_list(DdJsonRead *self, const json_t *in, const char *key, const json_t *spans)
{
	DdFieldList list = {NULL, 0};
	size_t n, n_spans;
	const json_t *values = dd_json_read_array(self, in, key, &n);
	const json_t *evidence = dd_json_read_array(self, spans, key, &n_spans);
	if (n == 0 || self->error != NULL)
		return list;
	list.items = dd_arena_alloc(self->arena, n * sizeof(*list.items));
	list.n = n;
	for (size_t i = 0; i < n && self->error == NULL; i++) {
		list.items[i].value = dup_string(self, json_array_get(values, i), key);
		if (i >= n_spans)
			continue;
		const json_t *item = json_array_get(evidence, i);
		if (!json_is_object(item))
			dd_json_read_fail(self, key, "an array of objects (in \"spans\")");
		else
			add_evidence(self, &list.items[i], item);
	}
	return list;
}

const char **
dd_json_read_strings(DdJsonRead *self, const json_t *in, const char *key, size_t *n_out)
{
	const json_t *values = dd_json_read_array(self, in, key, n_out);
	if (*n_out == 0)
		return NULL;
	const char **items = dd_arena_alloc(self->arena, *n_out * sizeof(*items));
	for (size_t i = 0; i < *n_out && self->error == NULL; i++)
		items[i] = dup_string(self, json_array_get(values, i), key);
	return items;
}

static void
read_every(DdJsonRead *self, const json_t *in, DdTime *time)
{
	const json_t *value = get(self, in, "every");
	if (value != NULL && json_is_string(value)) {
		time->every = dd_arena_alloc(self->arena, sizeof(*time->every));
		time->every[0] = dup_string(self, value, "every");
		time->n_every = 1;
		return;
	}
	size_t n_every = 0;
	time->every = dd_json_read_strings(self, in, "every", &n_every);
	time->n_every = (uint32_t)n_every;
}

static void
read_stages(DdJsonRead *self, const json_t *in, DdTime *time)
{
	size_t n;
	const json_t *stages = dd_json_read_array(self, in, "stages", &n);
	if (n == 0)
		return;
	if (n > DD_MAX_STAGES) {
		dd_json_read_fail(self, "stages", "an array of fewer items than the maximum");
		return;
	}
	time->stages = dd_arena_alloc(self->arena, n * sizeof(*time->stages));
	time->n_stages = (uint32_t)n;
	for (size_t i = 0; i < n; i++) {
		const json_t *stage = json_array_get(stages, i);
		if (!json_is_object(stage))
			dd_json_read_fail(self, "stages", "an array of objects");
		time->stages[i].what = dd_json_read_string(self, stage, "what");
		time->stages[i].start = dd_json_read_day(self, stage, "start", NULL, NULL);
		time->stages[i].end = dd_json_read_day(self, stage, "end", NULL, NULL);
	}
}

DdTime
dd_json_read_time(DdJsonRead *self, const json_t *in, const char *key)
{
	DdTime time = {0};
	const json_t *object = dd_json_read_object(self, in, key);
	if (object == NULL)
		return time;
	const char *kind = dd_json_read_string(self, object, "kind");
	if (kind == NULL || !dd_time_kind_from_string(kind, &time.kind))
		dd_json_read_fail(self, "kind", "a kind of time");
	time.start = dd_json_read_day(self, object, "start", NULL, NULL);
	time.end = dd_json_read_day(self, object, "end", NULL, NULL);
	time.event = dd_json_read_string(self, object, "event");
	time.before = dd_json_read_string(self, object, "before");
	time.confidence = dd_json_read_confidence(self, object);
	read_every(self, object, &time);
	read_stages(self, object, &time);
	return time;
}
