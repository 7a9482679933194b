/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-bulk.c: one action with several tasks, each at the version that was looked at */
#include "change.h"
#include "error.h"
#include "maxima.h"
#include "route.h"
#include "step-body.h"

/* What is asked for. Texts are lent by the body */
typedef struct {
	DdStep step;
	GArray *tasks, *versions; /* int64_t, as many of both */
	bool each;
} Bulk;

/* What became of a task */
typedef struct {
	DdProblem problem; /* DD_PROBLEM_LAST: it was done */
	DdState state;
	int64_t version; /* 0: nothing is told of it */
	char *detail;    /* NULL none */
} Done;

static void
clear_done(gpointer done)
{
	g_free(((Done *)done)->detail);
}

static void
bulk_clear(Bulk *self)
{
	g_clear_pointer(&self->tasks, g_array_unref);
	g_clear_pointer(&self->versions, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Bulk, bulk_clear)

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return x > y ? 1 : x < y ? -1 : 0;
}

static bool
check_tasks(const Bulk *self, GError **error)
{
	g_autoptr(GArray) sorted = g_array_copy(self->tasks);
	g_array_sort(sorted, compare_numbers);
	bool good = sorted->len > 0 && self->versions->len == sorted->len;
	for (guint i = 1; i < sorted->len && good; i++)
		good = g_array_index(sorted, int64_t, i) != g_array_index(sorted, int64_t, i - 1);
	if (!good)
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"tasks và versions: mỗi nhiệm vụ một lần, kèm phiên bản của nó (tasks and "
			"versions: each task once, and the version of each)");
	return good;
}

static bool
read_bulk(const json_t *body, Bulk *out, GError **error)
{
	out->tasks = g_array_new(FALSE, FALSE, sizeof(int64_t));
	out->versions = g_array_new(FALSE, FALSE, sizeof(int64_t));
	return dd_step_body_read_action(body, &out->step, error) &&
	       dd_body_get_bool(body, "each", &out->each, error) &&
	       dd_body_get_numbers(body, "tasks", DD_MAX_BULK_TASKS, out->tasks, error) &&
	       dd_body_get_numbers(body, "versions", DD_MAX_BULK_TASKS, out->versions, error) &&
	       check_tasks(out, error);
}

/* What the store says against a step is what became of that task; what the store cannot do is a failure of all */
static bool
take_refusal(GError *refusal, Done *out, GError **error)
{
	out->problem = dd_problem_of_error(refusal);
	if (dd_problem_get_status(out->problem) >= 500) {
		g_propagate_error(error, refusal);
		return false;
	}
	out->detail = g_strdup(refusal->message);
	g_error_free(refusal);
	return true;
}

/* Takes the step with one task, inside of @change. Returns: FALSE when nothing more can be done at all */
static bool
take_one(const DdRequest *request, DdChange *change, const Bulk *bulk, guint i, Done *out,
	GError **error)
{
	DdRequest one = *request;
	DdSeenTask seen;
	DdStepDone done = {0};
	GError *refusal = NULL;
	const DdActingAs part = dd_change_part(request);
	one.id = g_array_index(bulk->tasks, int64_t, i);
	if (!dd_handler_find_task(&one, &seen, error))
		return false;
	if (!seen.seen) {
		out->problem = DD_PROBLEM_NOT_FOUND;
		return true;
	}
	out->version = seen.task.version;
	if (out->version != g_array_index(bulk->versions, int64_t, i)) {
		out->problem = DD_PROBLEM_STALE;
		return true;
	}
	if (!dd_follow_step(change, one.id, &part, &bulk->step, &done, &refusal))
		return take_refusal(refusal, out, error);
	out->problem = DD_PROBLEM_LAST;
	out->state = done.state;
	if (!dd_stored_task(request->store, one.id, request->arena, &seen.task, &seen.seen, error))
		return false;
	out->version = seen.task.version;
	return true;
}

static void
write_results(DdJsonWriter *json, const Bulk *bulk, const GArray *results)
{
	dd_json_open(json, "results", '[', true);
	for (guint i = 0; i < results->len; i++) {
		const Done *done = &g_array_index(results, Done, i);
		const bool good = done->problem == DD_PROBLEM_LAST;
		dd_json_open(json, NULL, '{', true);
		dd_json_uint(json, "task", (uint64_t)g_array_index(bulk->tasks, int64_t, i));
		dd_json_uint(json, "status", good ? 200 : dd_problem_get_status(done->problem));
		dd_json_string(json, "problem", good ? NULL : dd_problem_to_string(done->problem));
		dd_json_string(json, "detail", done->detail);
		/* of what one may not see, or nobody came to look at, nothing is told */
		if (done->version == 0)
			dd_json_null(json, "version");
		else
			dd_json_uint(json, "version", (uint64_t)done->version);
		dd_json_string(json, "state", good ? dd_state_to_string(done->state) : NULL);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static bool
show(DdAnswer *answer, const Bulk *bulk, const GArray *results, GError **error)
{
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	write_results(json, bulk, results);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* Nothing was done, for one could not be: which one, and why */
static bool
refuse_all(DdAnswer *answer, const Bulk *bulk, const GArray *results, GError **error)
{
	const Done *last = &g_array_index(results, Done, results->len - 1);
	DdJsonWriter *json = dd_answer_begin_problem(answer, last->problem, last->detail);
	dd_json_uint(json, "task", (uint64_t)g_array_index(bulk->tasks, int64_t, results->len - 1));
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* All in one change, or none */
static bool
take_all(const DdRequest *request, const Bulk *bulk, GArray *results, bool *whole_out,
	DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	*whole_out = true;
	if (!dd_change_begin(request->store, &request->actor, &change, error))
		return false;
	for (guint i = 0; i < bulk->tasks->len && *whole_out; i++) {
		Done done = {0};
		if (!take_one(request, &change, bulk, i, &done, error))
			return false;
		g_array_append_val(results, done);
		*whole_out = done.problem == DD_PROBLEM_LAST;
	}
	return !*whole_out || dd_change_keep(&change, answer, error);
}

/* The store failed a task, and those behind it are not tried: those before are kept, and it is to be told which they are */
static void
give_up(const Bulk *bulk, GArray *results, DdAnswer *answer, const GError *failure)
{
	Done left = {.problem = dd_problem_of_error(failure)};
	g_message("%s", failure->message);
	answer->broken = true;
	while (results->len < bulk->tasks->len) {
		g_array_append_val(results, left);
		left.problem = DD_PROBLEM_UNAVAILABLE;
	}
}

/* Each in a change of its own: what one refuses is no matter of the others */
static bool
take_each(const DdRequest *request, const Bulk *bulk, GArray *results, DdAnswer *answer, GError **error)
{
	for (guint i = 0; i < bulk->tasks->len; i++) {
		g_auto(DdChange) change = {0};
		g_autoptr(GError) failure = NULL;
		Done done = {0};
		bool good = dd_change_begin(request->store, &request->actor, &change, &failure) &&
			    take_one(request, &change, bulk, i, &done, &failure) &&
			    (done.problem != DD_PROBLEM_LAST ||
				    dd_change_keep(&change, answer, &failure));
		if (good) {
			g_array_append_val(results, done);
			continue;
		}
		clear_done(&done);
		if (!answer->kept) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return false;
		}
		give_up(bulk, results, answer, failure);
		break;
	}
	return true;
}

bool
dd_api_take_actions(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {DD_STEP_NAMES, "tasks", "versions", "each", NULL};
	g_auto(Bulk) bulk = {0};
	g_autoptr(GArray) results = g_array_new(FALSE, FALSE, sizeof(Done));
	bool whole = true;
	g_array_set_clear_func(results, clear_done);
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_bulk(body, &bulk, error))
		return false;
	if (bulk.each ? !take_each(request, &bulk, results, answer, error)
		      : !take_all(request, &bulk, results, &whole, answer, error))
		return false;
	return whole ? show(answer, &bulk, results, error) : refuse_all(answer, &bulk, results, error);
}
