/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-tasks.c: lists of tasks, and one with its history */
#include <string.h>

#include "date.h"
#include "error.h"
#include "handler.h"
#include "route.h"

#define DAY_LETTERS 10 /* of "2026-12-31" */

static bool
fail(const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "%s (%s)", vi, en);
	return false;
}

/* A page begins behind the last row of the one before: "2026-12-31.17" by deadline, "17" by number */
static bool
read_cursor(const DdRequest *request, DdFollowFilter *filter, GError **error)
{
	const char *cursor = dd_query_get(request->query, "cursor");
	gint64 number;
	if (cursor == NULL)
		return true;
	if (filter->sort == DD_SORT_DUE) {
		size_t day = strspn(cursor, "0123456789-");
		if (day > DAY_LETTERS || cursor[day] != '.')
			return fail("cursor sai", "no such cursor", error);
		filter->after_due = dd_arena_strndup(request->arena, cursor, day);
		cursor += day + 1;
	}
	if (!g_ascii_string_to_signed(cursor, 10, 0, G_MAXINT64, &number, NULL))
		return fail("cursor sai", "no such cursor", error);
	filter->after = number;
	return true;
}

static bool
read_state(const char *word, DdFollowFilter *filter, GError **error)
{
	DdState state;
	filter->open = g_strcmp0(word, "open") == 0;
	if (word == NULL || filter->open || strcmp(word, "all") == 0)
		return true;
	filter->state = word;
	return dd_state_from_string(word, &state) ||
	       fail("state: trạng thái không có", "state: no such state", error);
}

static bool
read_sort(const char *word, DdFollowFilter *filter, GError **error)
{
	if (g_strcmp0(word, "number") == 0)
		filter->sort = DD_SORT_NUMBER;
	return word == NULL || filter->sort == DD_SORT_NUMBER || strcmp(word, "due") == 0 ||
	       fail("sort là due hoặc number", "sort is due or number", error);
}

static bool
read_fields(const char *words, DdTaskFields *out, GError **error)
{
	*out = words == NULL ? DD_TASK_ALL_FIELDS : 0;
	g_auto(GStrv) names = words != NULL ? g_strsplit(words, ",", -1) : NULL;
	for (char **name = names; name != NULL && *name != NULL; name++)
		if (!dd_json_task_find_field(*name, out))
			return fail("fields: không có trường ấy", "fields: no such field", error);
	return true;
}

static bool
read_filter(const DdRequest *request, DdFollowFilter *filter, DdTaskFields *fields, GError **error)
{
	const DdQuery *query = request->query;
	filter->unit = dd_query_get(query, "unit");
	filter->seen_by = dd_handler_get_bound(request->who);
	return read_state(dd_query_get(query, "state"), filter, error) &&
	       read_sort(dd_query_get(query, "sort"), filter, error) &&
	       dd_query_get_number(query, "document", 1, G_MAXINT64, &filter->document, error) &&
	       dd_handler_get_limit(request, &filter->limit, error) &&
	       read_cursor(request, filter, error) &&
	       read_fields(dd_query_get(query, "fields"), fields, error);
}

static void
write_next(DdJsonWriter *json, const DdFollowFilter *filter, const DdFollowRow *last)
{
	if (last == NULL) {
		dd_json_null(json, "next");
		return;
	}
	bool by_due = filter->sort == DD_SORT_DUE;
	g_autofree char *cursor = g_strdup_printf("%s%s%" G_GINT64_FORMAT,
		by_due ? last->due_order : "", by_due ? "." : "", last->task);
	dd_json_string(json, "next", cursor);
}

bool
dd_api_list_tasks(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdFollowFilter filter = {.sort = DD_SORT_DUE};
	DdTaskFields fields;
	if (!read_filter(request, &filter, &fields, error))
		return false;
	unsigned limit = filter.limit++; /* one more tells whether there is another page */
	g_autoptr(GArray) rows = dd_follow_list(request->store, &filter, request->arena, error);
	if (rows == NULL)
		return false;
	DdDay today = dd_handler_get_day(request);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_day(json, "as_of", today);
	dd_json_open(json, "tasks", '[', true);
	for (guint i = 0; i < MIN(rows->len, limit); i++)
		dd_json_task_row(json, &g_array_index(rows, DdFollowRow, i), today, fields);
	dd_json_close(json, ']');
	write_next(json, &filter,
		rows->len > limit ? &g_array_index(rows, DdFollowRow, limit - 1) : NULL);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSeenTask seen;
	char day[DD_DATE_BUFFER];
	if (!dd_handler_find_task(request, &seen, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	if (!dd_handler_write_task(request, &seen, dd_answer_begin(answer, 200), NULL, error))
		return false;
	/* whether it is late is told for a day */
	dd_answer_set_etag(
		answer, seen.task.version, dd_date_format(dd_handler_get_day(request), day));
	return dd_answer_end(answer, error);
}
