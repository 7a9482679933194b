/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-tasks.c: lists of tasks, and one with its history */
#include <string.h>

#include "date.h"
#include "handler.h"
#include "header.h"
#include "holiday.h"
#include "maxima.h"
#include "route.h"
#include "task-export.h"
#include "task-query.h"

static bool
read_fields(const char *words, DdTaskFields *out, GError **error)
{
	*out = words == NULL ? DD_TASK_ALL_FIELDS : 0;
	g_auto(GStrv) names = words != NULL ? g_strsplit(words, ",", -1) : NULL;
	for (char **name = names; name != NULL && *name != NULL; name++)
		if (!dd_json_task_find_field(*name, out))
			return dd_query_fail(
				"fields: không có trường ấy", "fields: no such field", error);
	return true;
}

/* How many there are, told on the first page alone and where it is cheap */
static bool
write_count(const DdRequest *request, const DdTaskQuery *query, DdJsonWriter *json, GError **error)
{
	int64_t wanted = 0, n = -1;
	if (!dd_query_get_number(request->query, "count", 0, 1, &wanted, error))
		return false;
	if (wanted == 0)
		return true;
	if (!dd_task_page_count(request->store, query, request->arena, &n, error))
		return false;
	if (n < 0)
		dd_json_null(json, "count");
	else
		dd_json_uint(json, "count", (uint64_t)n);
	return true;
}

bool
dd_api_list_tasks(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdTaskQuery query;
	DdTaskFields fields;
	g_auto(DdTaskPage) page = {0};
	if (!dd_task_query_read(request, &query, error) ||
		!read_fields(dd_query_get(request->query, "fields"), &fields, error) ||
		!dd_task_page_get(request->store, &query, request->arena, &page, error))
		return false;
	/* what is wrong with the query was told by now */
	if (!dd_header_accepts_type(request->accept, "application/json"))
		return dd_task_export_answer(request->store, &query,
			dd_query_get(request->query, "fields"),
			dd_header_accepts_type(request->accept, DD_TYPE_CSV) ? DD_EXPORT_CSV
									     : DD_EXPORT_XLSX,
			answer, error);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_day(json, "as_of", query.as_of);
	if (!write_count(request, &query, json, error))
		return false;
	dd_json_open(json, "tasks", '[', true);
	for (guint i = 0; i < page.rows->len; i++)
		dd_json_task_row(json, &g_array_index(page.rows, DdFollowRow, i), query.as_of, fields);
	dd_json_close(json, ']');
	g_autofree char *next = page.more ? dd_task_cursor_format(&page.next) : NULL;
	dd_json_string(json, "next", next);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSeenTask seen;
	char day[DD_DATE_BUFFER], told[DD_ETAG_BUFFER / 2];
	int64_t calendar = 0;
	if (!dd_handler_find_task(request, &seen, error) ||
		!dd_holidays_get_stamp(request->store, &calendar, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	if (!dd_handler_write_task(request, &seen, dd_answer_begin(answer, 200), NULL, error))
		return false;
	/* whether it is late is told for a day, and by the calendar of then */
	dd_date_format(dd_handler_get_day(request), day);
	g_snprintf(told, sizeof(told), "%s.%" G_GINT64_FORMAT, day, calendar);
	dd_answer_set_etag(answer, seen.task.version, told);
	return dd_answer_end(answer, error);
}

bool
dd_api_list_steps(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSeenTask seen;
	int64_t before = 0;
	unsigned limit;
	if (!dd_query_get_number(request->query, "cursor", 1, G_MAXINT64, &before, error) ||
		!dd_handler_get_limit(request, &limit, error) ||
		!dd_handler_find_task(request, &seen, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	g_autoptr(GArray) steps = dd_follow_steps(
		request->store, seen.task.id, before, limit + 1, request->arena, error);
	if (steps == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "steps", '[', false);
	for (guint i = 0; i < MIN(steps->len, limit); i++)
		dd_json_task_step(json, &g_array_index(steps, DdStoredStep, i));
	dd_json_close(json, ']');
	dd_handler_write_next(json,
		steps->len > limit ? g_array_index(steps, DdStoredStep, limit - 1).position : 0);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
