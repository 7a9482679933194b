/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-difference.c: differences of two readings */
#include "json-difference.h"

#include "json-store.h"

static const char *const kinds[DD_DIFFERENCE_LAST] = {
	[DD_DIFFERENCE_CHANGED] = "changed",
	[DD_DIFFERENCE_ADDED] = "added",
	[DD_DIFFERENCE_GONE] = "gone",
};

static void
write_one(DdJsonWriter *json, const DdDifference *one)
{
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "kind", kinds[one->kind]);
	if (one->task != 0)
		dd_json_uint(json, "task", (uint64_t)one->task);
	dd_json_string(json, "state", one->state);
	dd_json_uint(json, "line", (uint64_t)one->line);
	dd_json_string(json, "label", one->label);
	dd_json_string(json, "text", one->text);
	dd_json_open(json, "fields", '[', false);
	for (size_t i = 0; i < one->n_fields; i++) {
		const DdDifferenceField *field = &one->fields[i];
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "field", field->field);
		dd_json_string(json, "was", field->was);
		dd_json_string(json, "now", field->now);
		dd_json_bool(json, "corrected", field->corrected);
		if (field->corrected)
			dd_json_string(json, "settled", field->settled);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

void
dd_json_differences(DdJsonWriter *json, int64_t document, const DdDifferences *all)
{
	dd_json_open(json, NULL, '{', false);
	dd_json_uint(json, "document", (uint64_t)document);
	dd_json_string(json, "program", all->program);
	dd_json_instant(json, "at", all->program != NULL ? all->added_at : 0);
	dd_json_uint(json, "same", all->same);
	dd_json_open(json, "differences", '[', false);
	for (guint i = 0; i < all->differences->len; i++)
		write_one(json, &g_array_index(all->differences, DdDifference, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}
