/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-steps.c: steps with tasks: progress, and what moves them from state to state */
#include "change.h"
#include "route.h"
#include "step-body.h"

static bool
take_step(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	return dd_follow_step(change, request->id, part, what, NULL, error);
}

static bool
run(const DdRequest *request, DdStep *step, DdAnswer *answer, GError **error)
{
	if (!dd_change_task(request, take_step, step, answer, error))
		return false;
	return answer->status != 0 || dd_change_show_task(request, answer, error);
}

bool
dd_api_add_progress(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {
		"done", "next", "difficulty", "proposal", "percent", "reason", "files", NULL};
	DdStep step = {0};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	return body != NULL && dd_step_body_read_progress(body, &step, error) &&
	       dd_step_body_read_files(body, request->arena, &step, error) &&
	       run(request, &step, answer, error);
}

bool
dd_api_take_action(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {DD_STEP_NAMES, "files", NULL};
	DdStep step = {0};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	return body != NULL && dd_step_body_read_action(body, &step, error) &&
	       dd_step_body_read_files(body, request->arena, &step, error) &&
	       run(request, &step, answer, error);
}

static bool
set_day(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	return dd_follow_set_day(change, request->id, part, what, error);
}

bool
dd_api_set_day(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"day", "days_off", "reason", "document", NULL};
	DdDayGiven given = {0};
	const char *day;
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !dd_body_get_text(body, "day", DD_DATE_BUFFER, true, &day, error) ||
		!dd_body_get_day(body, "day", &given.day, error) ||
		!dd_step_body_read_shift(body, &given.shift, error) ||
		!dd_step_body_get_note(body, "reason", &given.reason, error) ||
		!dd_step_body_get_note(body, "document", &given.document, error) ||
		!dd_change_task(request, set_day, &given, answer, error))
		return false;
	return answer->status != 0 || dd_change_show_task(request, answer, error);
}
