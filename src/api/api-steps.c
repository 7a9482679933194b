/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-steps.c: steps with tasks: progress, and what moves them from state to state */
#include <string.h>

#include "body.h"
#include "error.h"
#include "handler.h"
#include "header.h"
#include "maxima.h"
#include "route.h"

static const char *const progress_names[] = {
	"done", "next", "difficulty", "proposal", "percent", "reason", NULL};
static const char *const action_names[] = {
	"action", "reason", "document", "product", "proof", "lead", "until", "days_off", NULL};

static bool
get_note(const json_t *body, const char *name, const char **out, GError **error)
{
	return dd_body_get_text(body, name, DD_MAX_NOTE_BYTES, false, out, error);
}

static bool
read_progress(const json_t *body, DdStep *step, GError **error)
{
	int64_t percent = -1;
	DdProgress *note = &step->progress;
	step->action = DD_ACTION_PROGRESS;
	if (!get_note(body, "done", &note->done, error) ||
		!get_note(body, "next", &note->next, error) ||
		!get_note(body, "difficulty", &note->difficulty, error) ||
		!get_note(body, "proposal", &note->proposal, error) ||
		!get_note(body, "reason", &note->reason, error) ||
		!dd_body_get_number(body, "percent", 0, 100, &percent, error))
		return false;
	note->percent = (int)percent;
	step->reason = note->reason;
	return true;
}

/* An action that moves a task; progress has a call of its own, with what is said of it */
static bool
read_word(const json_t *body, DdAction *out, GError **error)
{
	const char *word;
	if (!dd_body_get_text(body, "action", DD_MAX_KIND_BYTES, true, &word, error))
		return false;
	if (dd_action_from_string(word, out) && *out <= DD_ACTION_REOPEN && *out != DD_ACTION_PROGRESS)
		return true;
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "action: không có việc ấy với nhiệm vụ (action: nothing like that is done with tasks)");
	return false;
}

static bool
read_shift(const json_t *body, DdStep *step, GError **error)
{
	const char *word;
	if (!dd_body_get_text(body, "days_off", DD_MAX_KIND_BYTES, false, &word, error))
		return false;
	step->shift = g_strcmp0(word, "next") == 0 ? DD_DUE_MOVES_ON : DD_DUE_STAYS;
	if (word == NULL || step->shift == DD_DUE_MOVES_ON || strcmp(word, "stay") == 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"days_off là stay hoặc next (days_off is stay or next)");
	return false;
}

static bool
read_action(const json_t *body, DdStep *step, GError **error)
{
	step->progress.percent = -1;
	return read_word(body, &step->action, error) &&
	       get_note(body, "reason", &step->reason, error) &&
	       get_note(body, "document", &step->document, error) &&
	       get_note(body, "product", &step->product, error) &&
	       get_note(body, "proof", &step->proof, error) &&
	       get_note(body, "lead", &step->lead, error) &&
	       dd_body_get_day(body, "until", &step->until, error) && read_shift(body, step, error);
}

/* Both versions: that which was looked at, and all of the one that is there now */
static bool
refuse_stale(const DdRequest *request, DdAnswer *answer, const DdSeenTask *seen, int64_t version,
	GError **error)
{
	DdJsonWriter *json = dd_answer_begin_problem(answer, DD_PROBLEM_STALE, NULL);
	dd_json_uint(json, "expected_version", (uint64_t)version);
	dd_json_uint(json, "current_version", (uint64_t)seen->task.version);
	if (!dd_handler_write_task(request, seen, json, "current", error))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
write_task(const DdRequest *request, DdAnswer *answer, GError **error)
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

/* Takes the step while nobody else writes, when the task is as it was looked at */
static bool
take_step(const DdRequest *request, const DdStep *step, int64_t version, DdAnswer *answer,
	GError **error)
{
	g_auto(DdChange) change = {0};
	DdSeenTask seen;
	const DdActingAs part = {request->who->role, request->who->unit};
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_handler_find_task(request, &seen, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	if (seen.task.version != version)
		return refuse_stale(request, answer, &seen, version, error);
	if (!dd_follow_step(&change, request->id, &part, step, NULL, error) ||
		!dd_change_commit(&change, error))
		return false;
	/* it is done: what fails from here on is only that the task cannot be shown */
	return true;
}

static bool
run(const DdRequest *request, const DdStep *step, DdAnswer *answer, GError **error)
{
	int64_t version;
	if (request->if_match == NULL) {
		dd_answer_problem(answer, DD_PROBLEM_NEEDS_MATCH, NULL);
		return true;
	}
	if (!dd_header_get_version(request->if_match, &version)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"If-Match là phiên bản, như \"7\" (If-Match is a version, like \"7\")");
		return false;
	}
	if (!take_step(request, step, version, answer, error))
		return false;
	return answer->status != 0 || write_task(request, answer, error);
}

bool
dd_api_add_progress(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStep step = {0};
	g_autoptr(json_t)
		body = dd_body_parse(request->body, request->body_len, progress_names, error);
	return body != NULL && read_progress(body, &step, error) && run(request, &step, answer, error);
}

bool
dd_api_take_action(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStep step = {0};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, action_names, error);
	return body != NULL && read_action(body, &step, error) && run(request, &step, answer, error);
}
