/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log.c: each line is written at once, so that lines of several threads stay whole */
#include "log.h"

#include "instant.h"
#include "json-writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
write_line(const char *line)
{
	fputs(line, stderr);
}

/* Writes a message in one line of JSON */
static void
write_json_message(const char *at, const char *message)
{
	char *text = NULL;
	size_t len = 0;
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	g_autoptr(GError) error = NULL;
	FILE *stream = open_memstream(&text, &len);
	if (stream == NULL)
		return;
	dd_json_init(json, stream);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "at", at);
	dd_json_string(json, "message", message);
	dd_json_close(json, '}');
	bool good = dd_json_finish(json, &error);
	if (fclose(stream) == 0 && good)
		write_line(text);
	free(text);
}

static GLogWriterOutput
write_message(GLogLevelFlags level, const GLogField *fields, gsize n, gpointer user_data)
{
	char at[DD_INSTANT_BUFFER];
	const char *message = NULL;
	for (gsize i = 0; i < n; i++)
		if (strcmp(fields[i].key, "MESSAGE") == 0)
			message = fields[i].value;
	if ((level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO)) != 0 || message == NULL)
		return G_LOG_WRITER_HANDLED;
	dd_instant_format(g_get_real_time() / G_USEC_PER_SEC, at);
	if (GPOINTER_TO_INT(user_data) == DD_LOG_JSON) {
		write_json_message(at, message);
		return G_LOG_WRITER_HANDLED;
	}
	g_autofree char *line = g_strdup_printf("%s dondoc: %s\n", at, message);
	write_line(line);
	return G_LOG_WRITER_HANDLED;
}

void
dd_log_install(DdLogForm form)
{
	g_log_set_writer_func(write_message, GINT_TO_POINTER(form), NULL);
}

void
dd_log_answer(DdLogForm form, const DdLogEntry *entry)
{
	char at[DD_INSTANT_BUFFER], line[512];
	dd_instant_format(entry->at, at);
	gint64 whole = entry->microseconds / 1000, rest = entry->microseconds % 1000;
	/* none of these holds a quote: methods and patterns are ours, ids are checked */
	if (form == DD_LOG_JSON)
		g_snprintf(line, sizeof(line),
			"{\"at\": \"%s\", \"method\": \"%s\", \"route\": \"%s\", \"status\": %u, "
			"\"bytes\": %zu, "
			"\"ms\": %" G_GINT64_FORMAT ".%03d, \"id\": \"%s\"}\n",
			at, entry->method, entry->pattern, entry->status, entry->bytes, whole,
			(int)rest, entry->id);
	else if (form == DD_LOG_LINES)
		g_snprintf(line, sizeof(line),
			"%s %s %s %u %zu byte %" G_GINT64_FORMAT ".%03d ms %s\n", at, entry->method,
			entry->pattern, entry->status, entry->bytes, whole, (int)rest, entry->id);
	else
		return;
	write_line(line);
}
