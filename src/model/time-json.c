/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-json.c: days and times as JSON, both ways */
#include "time-json.h"

#include "error.h"
#include "json-read-fields.h"
#include "reading-words.h"

#include <stdlib.h>
#include <string.h>

void
dd_json_write_day(DdJsonWriter *json, const char *key, DdDay day, int hour, int minute)
{
	if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > 12 || day.day < 1 ||
		day.day > 31) {
		dd_json_null(json, key);
		return;
	}
	char text[24];
	if (hour >= 0 && hour < 24 && minute < 60)
		g_snprintf(text, sizeof(text), "%04d-%02d-%02dT%02d:%02d", day.year, day.month,
			day.day, hour, MAX(minute, 0));
	else
		g_snprintf(text, sizeof(text), "%04d-%02d-%02d", day.year, day.month, day.day);
	dd_json_string(json, key, text);
}

static void
write_every(DdJsonWriter *json, const DdTime *time)
{
	if (time->n_every == 0) {
		dd_json_null(json, "every");
		return;
	}
	if (time->n_every == 1 && dd_is_simple_period(time->every[0])) {
		dd_json_string(json, "every", time->every[0]);
		return;
	}
	dd_json_open(json, "every", '[', true);
	for (size_t i = 0; i < time->n_every; i++)
		dd_json_string(json, NULL, time->every[i]);
	dd_json_close(json, ']');
}

static void
write_stages(DdJsonWriter *json, const DdTime *time)
{
	if (time->n_stages == 0 && time->kind != DD_TIME_STAGED)
		return;
	dd_json_open(json, "stages", '[', true);
	for (size_t i = 0; i < time->n_stages; i++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "what", time->stages[i].what);
		dd_json_write_day(json, "start", time->stages[i].start, -1, -1);
		dd_json_write_day(json, "end", time->stages[i].end, -1, -1);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

void
dd_json_write_time(DdJsonWriter *json, const char *key, const DdTime *time, bool all)
{
	dd_json_open(json, key, '{', true);
	dd_json_string(json, "kind", dd_time_kind_to_string(time->kind));
	if (all || time->start.year != 0)
		dd_json_write_day(json, "start", time->start, -1, -1);
	if (all || time->end.year != 0)
		dd_json_write_day(json, "end", time->end, -1, -1);
	if (all || time->n_every > 0)
		write_every(json, time);
	if (all || time->event != NULL)
		dd_json_string(json, "event", time->event);
	if (time->before != NULL)
		dd_json_string(json, "before", time->before);
	write_stages(json, time);
	if (time->confidence != 0)
		dd_json_percent(json, "confidence", time->confidence);
	dd_json_close(json, '}');
}

char *
dd_time_to_json(const DdTime *time)
{
	char *text = NULL;
	size_t len = 0;
	DdJsonWriter json;
	FILE *out = open_memstream(&text, &len);
	g_return_val_if_fail(out != NULL, g_strdup("{}"));
	dd_json_init(&json, out);
	dd_json_write_time(&json, NULL, time, true);
	bool good = dd_json_finish(&json, NULL);
	good = fclose(out) == 0 && good;
	char *copy = g_strdup(good ? g_strchomp(text) : "{}");
	free(text);
	return copy;
}

bool
dd_time_parse_json(const char *text, DdArena *arena, DdTime *time_out, GError **error)
{
	DdJsonRead run = {.arena = arena};
	json_error_t wrong;
	json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &wrong);
	if (root == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "JSON sai (bad JSON): %s",
			wrong.text);
		return false;
	}
	json_t *wrapped = json_pack("{s:O}", "time", root);
	DdTime time = dd_json_read_time(&run, wrapped, "time");
	json_decref(wrapped);
	json_decref(root);
	if (run.error != NULL) {
		g_propagate_error(error, run.error);
		return false;
	}
	*time_out = time;
	return true;
}
