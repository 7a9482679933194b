/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-events.c: streams of what changes, of all that one may see or of one job */
#include "api-jobs.h"
#include "audit.h"
#include "error.h"
#include "handler.h"
#include "json-job.h"
#include "maxima.h"
#include "route.h"
#include "server-private.h"

#define RETRY "retry: 3000\n" /* milliseconds until a browser comes again */

/*
 * Finds behind which record the stream begins: that which the client has heard last, as the browser says of itself when it comes again; else the one that
 * the client names, so that nothing is missed between its first question and the stream; else now. @lost_out: that was too long ago, or in another store:
 * what is there is to be asked for anew
 */
static bool
find_start(const DdRequest *request, int64_t *after_out, bool *lost_out, GError **error)
{
	int64_t head;
	int64_t last = -1;
	guint64 heard;
	if (!dd_audit_get_head(request->store, &head, NULL, error))
		return false;
	*lost_out = false;
	*after_out = head;
	if (!dd_query_get_number(request->query, "after", 0, G_MAXINT64, &last, error))
		return false;
	if (request->last_event == NULL && last < 0)
		return true;
	if (request->last_event == NULL) {
		heard = (guint64)last;
	} else if (!g_ascii_string_to_unsigned(request->last_event, 10, 0, G_MAXINT64, &heard, NULL)) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "Last-Event-ID là số của một sự kiện (Last-Event-ID is the id of an event)");
		return false;
	}
	*lost_out = (int64_t)heard > head || head - (int64_t)heard > DD_MAX_EVENTS_AGAIN;
	if (!*lost_out)
		*after_out = (int64_t)heard;
	return true;
}

static bool
listen_to(const DdRequest *request, const DdListenOrder *order, const char *first, DdAnswer *answer)
{
	switch (dd_events_listen(request->server->events, order, first, &answer->listener)) {
	case DD_LISTEN_GOOD:
		answer->status = 200;
		answer->type = "text/event-stream";
		break;
	case DD_LISTEN_FULL:
		dd_answer_problem(answer, DD_PROBLEM_UNAVAILABLE, NULL);
		break;
	case DD_LISTEN_TOO_MANY:
	default:
		dd_answer_problem(answer, DD_PROBLEM_TOO_MANY,
			"tài khoản này đã mở quá nhiều luồng sự kiện (this account has too many "
			"streams of events)");
		break;
	}
	return true;
}

bool
dd_api_listen(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdListenOrder order = {.who = request->who};
	bool lost;
	if (!find_start(request, &order.after, &lost, error))
		return false;
	/* an id alone is no event, and remembered all the same */
	g_autofree char *first = g_strdup_printf(RETRY "%sid: %" G_GINT64_FORMAT "\n\n",
		lost ? "event: reset\ndata: {}\n" : "", order.after);
	return listen_to(request, &order, first, answer);
}

bool
dd_api_listen_job(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdListenOrder order = {.who = request->who, .job = request->id};
	DdJob job;
	bool found = false;
	/* in this order: what happens in between is then told twice, and not never */
	if (!dd_audit_get_head(request->store, &order.after, NULL, error) ||
		!dd_job_get(request->store, request->id, request->arena, &job, &found, error))
		return false;
	if (!found)
		return dd_handler_refuse_unseen(answer);
	g_autofree char *state = dd_json_job_event(&job);
	g_autofree char *first = g_strconcat(RETRY, state, NULL);
	if (!listen_to(request, &order, first, answer))
		return false;
	if (answer->listener != NULL && job.state >= DD_JOB_DONE)
		dd_listener_end(answer->listener);
	return true;
}
