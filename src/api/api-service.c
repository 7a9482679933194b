/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-service.c: for who looks after the server: whether it lives, whether it serves, what it did */
#include <string.h>

#include "server-private.h"
#include "stored.h"

static bool
say(DdAnswer *answer, const char *word, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "status", word);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_health(const DdRequest *request, DdAnswer *answer, GError **error)
{
	(void)request;
	return say(answer, "alive", error);
}

/* Ready: the store answers, and the server does not end just now */
bool
dd_api_ready(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	bool found;
	if (__atomic_load_n(&request->server->stopping, __ATOMIC_RELAXED)) {
		dd_answer_problem(answer, DD_PROBLEM_UNAVAILABLE, NULL);
		return true;
	}
	return dd_stored_document(request->store, 1, request->arena, &document, &found, error) &&
	       say(answer, "ready", error);
}

bool
dd_api_metrics(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdServer *server = request->server;
	(void)error;
	const DdGauges gauges = {dd_guard_count(server->guard),
		dd_guard_count_closed(server->guard), dd_guard_count_refused(server->guard),
		__atomic_load_n(&server->active, __ATOMIC_RELAXED),
		(g_get_monotonic_time() - server->started) / G_USEC_PER_SEC};
	char *text = dd_metrics_format(server->metrics, &gauges);
	answer->status = 200;
	answer->type = "text/plain; version=0.0.4; charset=utf-8";
	answer->body = g_bytes_new_take(text, strlen(text));
	return true;
}
