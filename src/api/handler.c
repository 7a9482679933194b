/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handler.c: what handlers have in common */
#include "handler.h"

#include <string.h>

#include "date.h"
#include "holiday.h"
#include "instant.h"
#include "stored-file.h"

static bool
sees_all(const DdIdentity *who)
{
	return dd_permission_allows(who->role, DD_ACTION_READ, DD_STANDING_NONE);
}

const char *
dd_handler_get_bound(const DdIdentity *who)
{
	return sees_all(who) ? NULL : who->unit;
}

bool
dd_handler_sees(const DdIdentity *who, unsigned standing, bool draft)
{
	if (draft && !sees_all(who))
		standing &= DD_STANDING_ABOVE;
	return dd_permission_allows(who->role, DD_ACTION_READ, standing);
}

bool
dd_handler_get_limit(const DdRequest *request, unsigned *limit_out, GError **error)
{
	int64_t limit = DD_PAGE_DEFAULT;
	if (!dd_query_get_number(request->query, "limit", 1, DD_PAGE_MAX, &limit, error))
		return false;
	*limit_out = (unsigned)limit;
	return true;
}

void
dd_handler_write_next(DdJsonWriter *json, int64_t last)
{
	g_autofree char *next = last != 0 ? g_strdup_printf("%" G_GINT64_FORMAT, last) : NULL;
	dd_json_string(json, "next", next);
}

DdDay
dd_handler_get_day(const DdRequest *request)
{
	return dd_instant_day(request->actor.now, DD_ZONE_VIETNAM, NULL);
}

bool
dd_handler_refuse_unseen(DdAnswer *answer)
{
	dd_answer_problem(answer, DD_PROBLEM_NOT_FOUND, NULL);
	return true;
}

bool
dd_handler_find_task(const DdRequest *request, DdSeenTask *out, GError **error)
{
	bool found = false;
	out->seen = false;
	if (!dd_stored_task(request->store, request->id, request->arena, &out->task, &found, error))
		return false;
	if (!found)
		return true;
	if (!dd_follow_get(request->store, request->id, request->arena, &out->followed, error) ||
		!dd_stored_task_standing(
			request->store, out->task.id, request->who->unit, &out->standing, error))
		return false;
	DdState state = DD_STATE_DRAFT;
	(void)dd_state_from_string(out->task.state, &state);
	bool draft = state == DD_STATE_DRAFT || state == DD_STATE_APPROVED ||
		     state == DD_STATE_DROPPED;
	out->seen = dd_handler_sees(request->who, out->standing, draft);
	return true;
}

bool
dd_handler_write_task(const DdRequest *request, const DdSeenTask *seen, DdJsonWriter *json,
	const char *key, GError **error)
{
	g_autoptr(GArray) occurrences = dd_follow_occurrences(
		request->store, seen->task.id, request->arena, error);
	g_autoptr(GArray) history = occurrences != NULL
					    ? dd_follow_history(request->store, seen->task.id,
						      request->arena, error)
					    : NULL;
	g_autoptr(GArray) corrections = history != NULL
						? dd_settle_list(request->store, seen->task.id,
							  request->arena, error)
						: NULL;
	g_autoptr(DdWorkdays)
		workdays = corrections != NULL ? dd_stored_workdays(request->store, error) : NULL;
	if (workdays == NULL)
		return false;
	DdState state = DD_STATE_DRAFT;
	(void)dd_state_from_string(seen->task.state, &state);
	const unsigned may = (request->who->scopes & DD_SCOPE_WRITE) != 0
				     ? dd_permission_list_next(request->who->role, state, seen->standing)
				     : 0;
	const DdTaskSheet sheet = {&seen->task, &seen->followed, occurrences, history, corrections,
		dd_handler_get_day(request), workdays, &may};
	dd_json_task_sheet(json, key, &sheet);
	return true;
}

static bool
find_document(const DdRequest *request, int64_t id, bool draft, DdStoredDocument *out,
	bool *seen_out, GError **error)
{
	unsigned standing;
	*seen_out = false;
	bool found = false;
	if (!dd_stored_document(request->store, id, request->arena, out, &found, error))
		return false;
	if (!found)
		return true;
	if (!dd_stored_document_standing(request->store, out, request->who->unit, &standing, error))
		return false;
	*seen_out = dd_handler_sees(
		request->who, standing, draft || g_strcmp0(out->state, "issued") != 0);
	return true;
}

bool
dd_handler_find_document(
	const DdRequest *request, int64_t id, DdStoredDocument *out, bool *seen_out, GError **error)
{
	return find_document(request, id, false, out, seen_out, error);
}

bool
dd_handler_find_draft(
	const DdRequest *request, int64_t id, DdStoredDocument *out, bool *seen_out, GError **error)
{
	return find_document(request, id, true, out, seen_out, error);
}
