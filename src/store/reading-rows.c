/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-rows.h"

#include <dondoc/dondoc.h>
#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "maxima.h"
#include "time-json.h"

char *
dd_reading_rows_json(const DdReading *reading, GError **error)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (out == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "hết bộ nhớ (out of memory)");
		return NULL;
	}
	bool good = dd_reading_write_json(reading, out, error);
	if (fclose(out) != 0 && good) {
		good = false;
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "hết bộ nhớ (out of memory)");
	}
	if (good && len > DD_MAX_READING_BYTES) {
		good = false;
		g_set_error(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "kết quả đọc quá lớn để lưu, tối đa %u MB (the reading is too large to be kept, %u MB at most)",
			DD_MAX_READING_BYTES >> 20, DD_MAX_READING_BYTES >> 20);
	}
	if (!good)
		free(g_steal_pointer(&text));
	return text;
}

/* Roles by the alphabet, as they come out of the store */
static void
set_assignments(DdStoredTask *out, const DdTask *task, DdArena *arena)
{
	const struct {
		const char *role;
		const DdFieldList *names;
	} roles[] = {{"coordinate", &task->coordinate}, {"director", &task->director},
		{"lead", &task->lead}, {"monitor", &task->monitor}};
	size_t room = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		room += roles[i].names->n;
	DdAssignment *assignments = dd_arena_alloc(arena, room * sizeof(*assignments));
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		for (size_t j = 0; j < roles[i].names->n; j++)
			if (roles[i].names->items[j].value != NULL)
				assignments[out->n_assignments++] = (DdAssignment){roles[i].role,
					roles[i].names->items[j].value,
					roles[i].names->items[j].confidence};
	out->assignments = assignments;
}

DdStoredTask
dd_reading_rows_task(const DdReading *reading, size_t i, DdArena *arena)
{
	const DdTask *task = &reading->tasks[i];
	g_autofree char *time = dd_time_to_json(&task->time);
	DdStoredTask out = {.position = (int64_t)i,
		.label = task->id != NULL ? task->id : "",
		.heading = task->heading,
		.text = task->text.value,
		.line_start = task->span.line,
		.line_end = task->span.line_end,
		.time_raw = task->time_raw.value,
		.time_json = dd_arena_strdup(arena, time),
		.product = task->product.value,
		.confidence = task->confidence};
	set_assignments(&out, task, arena);
	return out;
}
