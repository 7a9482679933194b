/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.c: changes under If-Match */
#include "change.h"

#include "error.h"
#include "header.h"
#include "json-store.h"

DdActingAs
dd_change_part(const DdRequest *request)
{
	return (DdActingAs){request->who->role, request->who->unit};
}

bool
dd_change_get_match(const DdRequest *request, DdAnswer *answer, int64_t *version_out, GError **error)
{
	if (request->if_match == NULL) {
		dd_answer_problem(answer, DD_PROBLEM_NEEDS_MATCH, NULL);
		return true;
	}
	if (dd_header_get_version(request->if_match, version_out))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"If-Match là phiên bản, như \"7\" (If-Match is a version, like \"7\")");
	return false;
}

bool
dd_change_keep(DdChange *change, DdAnswer *answer, GError **error)
{
	answer->kept = dd_change_commit(change, error);
	return answer->kept;
}

DdJsonWriter *
dd_change_begin_stale(DdAnswer *answer, int64_t version, int64_t current)
{
	DdJsonWriter *json = dd_answer_begin_problem(answer, DD_PROBLEM_STALE, NULL);
	dd_json_uint(json, "expected_version", (uint64_t)version);
	dd_json_uint(json, "current_version", (uint64_t)current);
	return json;
}

/* Both versions: that which was looked at, and all of the one that is there now */
static bool
refuse_stale_task(const DdRequest *request, DdAnswer *answer, const DdSeenTask *seen,
	int64_t version, GError **error)
{
	DdJsonWriter *json = dd_change_begin_stale(answer, version, seen->task.version);
	if (!dd_handler_write_task(request, seen, json, "current", error))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_change_task(const DdRequest *request, DdChanger changer, void *what, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdSeenTask seen;
	int64_t version = 0;
	const DdActingAs part = dd_change_part(request);
	if (!dd_change_get_match(request, answer, &version, error))
		return false;
	if (answer->status != 0)
		return true;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_handler_find_task(request, &seen, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	if (seen.task.version != version)
		return refuse_stale_task(request, answer, &seen, version, error);
	return changer(request, &change, &part, what, error) && dd_change_keep(&change, answer, error);
}

bool
dd_change_show_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSeenTask seen;
	if (!dd_handler_find_task(request, &seen, error))
		return false;
	/* somebody may give a task away, and see it no more */
	if (!seen.seen) {
		answer->status = 204;
		return true;
	}
	if (!dd_handler_write_task(request, &seen, dd_answer_begin(answer, 200), NULL, error))
		return false;
	return dd_answer_end(answer, error);
}

void
dd_change_write_plan(DdJsonWriter *json, const DdStoredPlan *plan)
{
	dd_json_uint(json, "version", (uint64_t)plan->version);
	dd_json_open(json, "states", '{', true);
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		if (plan->states[state] != 0)
			dd_json_uint(json, dd_state_to_string(state), plan->states[state]);
	dd_json_close(json, '}');
}

static bool
refuse_stale_draft(DdAnswer *answer, const DdStoredDocument *document, const DdStoredPlan *plan,
	int64_t version, GError **error)
{
	DdJsonWriter *json = dd_change_begin_stale(answer, version, plan->version);
	dd_json_stored_document(json, "current", document);
	dd_change_write_plan(json, plan);
	dd_json_close(json, '}');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_change_draft(
	const DdRequest *request, DdChanger changer, void *what, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdStoredDocument document;
	DdStoredPlan plan;
	int64_t version = 0;
	bool seen;
	const DdActingAs part = dd_change_part(request);
	if (!dd_change_get_match(request, answer, &version, error))
		return false;
	if (answer->status != 0)
		return true;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_handler_find_draft(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	if (!dd_stored_plan(request->store, document.id, &plan, error))
		return false;
	if (plan.version != version)
		return refuse_stale_draft(answer, &document, &plan, version, error);
	return changer(request, &change, &part, what, error) && dd_change_keep(&change, answer, error);
}
