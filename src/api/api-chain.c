/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-chain.c: what documents and tasks stem from, and what stems from a document, down to tasks; only what who asks may see */
#include "handler.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"
#include "task-page.h"

/* @told: (nullable) gets the numbers of those that are told */
static bool
write_links(const DdRequest *request, int64_t id, bool up, DdJsonWriter *json, GArray *told,
	GError **error)
{
	g_autoptr(GArray) links = dd_stored_chain(request->store, id, up, request->arena, error);
	if (links == NULL)
		return false;
	dd_json_open(json, up ? "above" : "below", '[', true);
	for (guint i = 0; i < links->len; i++) {
		const DdStoredLink *link = &g_array_index(links, DdStoredLink, i);
		DdStoredDocument ignored;
		/* what is cited in what one reads is told there; all else is asked for */
		bool seen = up && link->depth == 1;
		if (!seen && !dd_handler_find_document(
				     request, link->document.id, &ignored, &seen, error))
			return false;
		if (!seen)
			continue;
		if (told != NULL)
			g_array_append_val(told, link->document.id);
		dd_json_stored_document(json, NULL, &link->document);
		dd_json_uint(json, "depth", link->depth);
		dd_json_string(json, "relation", link->relation);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	return true;
}

/* Tasks that were given out of these documents, at most DD_MAX_LISTED */
static bool
write_tasks(const DdRequest *request, const GArray *documents, DdJsonWriter *json, GError **error)
{
	const DdDay today = dd_handler_get_day(request);
	unsigned left = DD_MAX_LISTED;
	bool more = false;
	dd_json_open(json, "tasks", '[', true);
	for (guint i = 0; i < documents->len && !more; i++) {
		g_auto(DdTaskPage) page = {0};
		const DdTaskQuery query = {.document = g_array_index(documents, int64_t, i),
			.seen_by = dd_handler_get_bound(request->who),
			.order = DD_ORDER_NUMBER,
			.as_of = today,
			.limit = MAX(left, 1)};
		if (!dd_task_page_get(request->store, &query, request->arena, &page, error))
			return false;
		more = page.more || page.rows->len > left;
		for (guint row = 0; row < MIN(page.rows->len, left); row++)
			dd_json_task_row(json, &g_array_index(page.rows, DdFollowRow, row), today,
				DD_TASK_ALL_FIELDS);
		left -= MIN(page.rows->len, left);
	}
	dd_json_close(json, ']');
	dd_json_bool(json, "cut", more);
	return true;
}

bool
dd_api_get_chain(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(int64_t));
	DdStoredDocument document;
	int64_t tasks = 0;
	bool seen;
	if (!dd_query_get_number(request->query, "tasks", 0, 1, &tasks, error) ||
		!dd_handler_find_document(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "document", (uint64_t)document.id);
	g_array_append_val(told, document.id);
	if (!write_links(request, document.id, true, json, NULL, error) ||
		!write_links(request, document.id, false, json, told, error) ||
		(tasks == 1 && !write_tasks(request, told, json, error)))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_task_chain(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	DdSeenTask task;
	bool seen = false;
	if (!dd_handler_find_task(request, &task, error) ||
		(task.seen && !dd_handler_find_document(
				      request, task.task.document, &document, &seen, error)))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "task", (uint64_t)task.task.id);
	dd_json_stored_document(json, "document", &document);
	dd_json_close(json, '}');
	if (!write_links(request, document.id, true, json, NULL, error))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
