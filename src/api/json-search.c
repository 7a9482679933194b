/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-search.h"

static const char *const closenesses[DD_CLOSE_LAST] = {"exact", "bare", "near"};

static void
write_number(DdJsonWriter *json, const char *key, int64_t number)
{
	if (number > 0)
		dd_json_uint(json, key, (uint64_t)number);
	else
		dd_json_null(json, key);
}

static void
write_hit(DdJsonWriter *json, const DdSearchHit *hit)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "kind", hit->kind);
	dd_json_string(json, "closeness", closenesses[hit->closeness]);
	dd_json_uint(json, "score", hit->score);
	write_number(json, "document", hit->document);
	dd_json_string(json, "number", hit->document_number);
	dd_json_string(json, "title", hit->document_title);
	write_number(json, "task", hit->task);
	dd_json_string(json, "label", hit->label);
	dd_json_string(json, "state", hit->state);
	dd_json_string(json, "lead", hit->lead);
	dd_json_string(json, "due", hit->due);
	dd_json_string(json, "day", hit->day);
	dd_json_open(json, "excerpt", '[', true);
	for (size_t i = 0; i < hit->n_pieces; i++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "text", hit->pieces[i].text);
		dd_json_bool(json, "hit", hit->pieces[i].is_hit);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

void
dd_json_search(DdJsonWriter *json, const DdSearchFound *found)
{
	dd_json_open(json, NULL, '{', false);
	dd_json_open(json, "hits", '[', false);
	for (guint i = 0; i < found->hits->len; i++)
		write_hit(json, &g_array_index(found->hits, DdSearchHit, i));
	dd_json_close(json, ']');
	dd_json_string(json, "next", found->next);
	dd_json_close(json, '}');
}
