/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-store.c: documents, how they came, tasks as they were read */
#include "json-store.h"

#include "instant.h"
#include "time-json.h"

#include <string.h>

void
dd_json_instant(DdJsonWriter *json, const char *key, int64_t instant)
{
	char text[DD_INSTANT_BUFFER];
	dd_json_string(json, key, instant != 0 ? dd_instant_format(instant, text) : NULL);
}

void
dd_json_stored_document(DdJsonWriter *json, const char *key, const DdStoredDocument *document)
{
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "id", (uint64_t)document->id);
	dd_json_bool(json, "known", document->known);
	dd_json_string(json, "type", document->type);
	dd_json_string(json, "number", document->number);
	dd_json_string(json, "date", document->date);
	dd_json_string(json, "issuer", document->issuer);
	dd_json_string(json, "title", document->title);
	dd_json_string(json, "signer", document->signer);
	dd_json_string(json, "state", document->state);
	dd_json_instant(json, "added_at", document->added_at);
	dd_json_uint(json, "tasks", (uint64_t)document->tasks);
}

void
dd_json_stored_form(DdJsonWriter *json, const DdStoredForm *form)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "name", form->name);
	dd_json_string(json, "inside", *form->inside != '\0' ? form->inside : NULL);
	dd_json_string(json, "kind", form->kind);
	dd_json_uint(json, "size", (uint64_t)form->size);
	dd_json_string(json, "hash", form->hash);
	dd_json_instant(json, "added_at", form->added_at);
	dd_json_close(json, '}');
}

void
dd_json_role(DdJsonWriter *json, const DdStoredTask *task, const char *role)
{
	dd_json_open(json, role, '[', true);
	for (size_t i = 0; i < task->n_assignments; i++)
		if (strcmp(task->assignments[i].role, role) == 0)
			dd_json_string(json, NULL, task->assignments[i].name);
	dd_json_close(json, ']');
}

static void
write_time(DdJsonWriter *json, const DdStoredTask *task)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdTime time = {.kind = DD_TIME_NONE};
	if (!dd_time_parse_json(task->time_json, arena, &time, &error))
		g_debug("%s", error->message);
	dd_json_write_time(json, "time", &time, true);
}

void
dd_json_stored_task(DdJsonWriter *json, const char *key, const DdStoredTask *task)
{
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "id", (uint64_t)task->id);
	dd_json_uint(json, "document", (uint64_t)task->document);
	dd_json_string(json, "label", task->label);
	dd_json_string(json, "heading", task->heading);
	dd_json_string(json, "text", task->text);
	dd_json_percent(json, "confidence", task->confidence);
	dd_json_uint(json, "line_start", (uint64_t)task->line_start);
	dd_json_uint(json, "line_end", (uint64_t)task->line_end);
	dd_json_role(json, task, "lead");
	dd_json_role(json, task, "coordinate");
	dd_json_role(json, task, "director");
	dd_json_role(json, task, "monitor");
	dd_json_string(json, "time_raw", task->time_raw);
	write_time(json, task);
	dd_json_string(json, "product", task->product);
	dd_json_string(json, "state", task->state);
	dd_json_bool(json, "added", task->added);
	dd_json_bool(json, "edited", task->edited);
	dd_json_uint(json, "version", (uint64_t)task->version);
	dd_json_close(json, '}');
}
