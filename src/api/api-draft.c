/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-draft.c: a plan before it goes out: what was read beside what people made of it, what they say of it, and issuing it */
#include <string.h>

#include "change.h"
#include "error.h"
#include "json-difference.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"
#include "said-time.h"
#include "settle.h"
#include "step-body.h"
#include "time-json.h"

#define CORRECTION_NAMES                                                                           \
	"label", "heading", "text", "product", "time", "lead", "coordinate", "director",           \
		"monitor", "reason"

/* What is said of a draft, by whichever route; all in the arena of the request */
typedef struct {
	DdCorrection correction;
	const char *time; /* words, NULL not said */
	const char *why;
	const char *const *texts; /* of the parts */
	GArray *tasks;            /* int64_t: the one of the request, and what is merged into it */
	GArray *versions;         /* int64_t: of the latter, as they were looked at */
	GArray *made;             /* int64_t: new tasks */
	DdDueShift shift;
	DdIssued issued;
	/* what is shown of it, as the change left it */
	int64_t document; /* 0: who asks sees it no more */
	DdStoredPlan plan;
} Said;

static void
clear_said(Said *self)
{
	g_clear_pointer(&self->tasks, g_array_unref);
	g_clear_pointer(&self->versions, g_array_unref);
	g_clear_pointer(&self->made, g_array_unref);
	dd_issued_clear(&self->issued);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Said, clear_said)

static Said
make_said(void)
{
	return (Said){.tasks = g_array_new(FALSE, FALSE, sizeof(int64_t)),
		.versions = g_array_new(FALSE, FALSE, sizeof(int64_t)),
		.made = g_array_new(FALSE, FALSE, sizeof(int64_t))};
}

static bool
get_said(const DdRequest *request, const json_t *body, const char *name, const char **out,
	GError **error)
{
	return dd_body_get_said(body, name, DD_MAX_SETTLED_BYTES, false, request->arena, out, error);
}

static bool
get_names(const DdRequest *request, const json_t *body, const char *name, const char *const **out,
	GError **error)
{
	return dd_body_get_list(
		body, name, DD_MAX_SETTLED_BYTES, DD_MAX_NAMES, request->arena, out, error);
}

static bool
read_correction(const DdRequest *request, const json_t *body, Said *said, GError **error)
{
	DdCorrection *out = &said->correction;
	return get_said(request, body, "label", &out->label, error) &&
	       get_said(request, body, "heading", &out->heading, error) &&
	       get_said(request, body, "text", &out->text, error) &&
	       get_said(request, body, "product", &out->product, error) &&
	       get_said(request, body, "time", &said->time, error) &&
	       get_names(request, body, "lead", &out->lead, error) &&
	       get_names(request, body, "coordinate", &out->coordinate, error) &&
	       get_names(request, body, "director", &out->director, error) &&
	       get_names(request, body, "monitor", &out->monitor, error) &&
	       dd_body_get_said(
		       body, "reason", DD_MAX_WHY_BYTES, false, request->arena, &said->why, error);
}

/* What the words of a time mean in that plan */
static bool
read_time(const DdRequest *request, int64_t document, Said *said, GError **error)
{
	DdTime time;
	if (said->time == NULL)
		return true;
	if (!dd_said_time_read(request->store, document, said->time, request->arena, &time, error))
		return false;
	g_autofree char *json = dd_time_to_json(&time);
	said->correction.time_raw = said->time;
	said->correction.time_json = dd_arena_strdup(request->arena, json);
	return true;
}

/* The same in the plan of the task of the request */
static bool
read_task_time(const DdRequest *request, Said *said, GError **error)
{
	DdSeenTask seen;
	if (said->time == NULL)
		return true;
	return dd_handler_find_task(request, &seen, error) &&
	       /* one that is not seen is refused when it is changed */
	       (!seen.seen || read_time(request, seen.task.document, said, error));
}

static void
write_numbers(DdJsonWriter *json, const char *key, const GArray *numbers)
{
	dd_json_open(json, key, '[', true);
	for (guint i = 0; numbers != NULL && i < numbers->len; i++)
		dd_json_uint(json, NULL, (uint64_t)g_array_index(numbers, int64_t, i));
	dd_json_close(json, ']');
}

/* Both are in the order of the plan; @read_at: how far the other list was gone through */
static const DdStoredTask *
find_read(const GArray *read, guint *read_at, const DdStoredTask *task)
{
	while (*read_at < read->len &&
		g_array_index(read, DdStoredTask, *read_at).position < task->position)
		++*read_at;
	const DdStoredTask *one = *read_at < read->len ? &g_array_index(read, DdStoredTask, *read_at)
						       : NULL;
	return one != NULL && one->id == task->id ? one : NULL;
}

static void
write_pairs(DdJsonWriter *json, const GArray *tasks, const GArray *read, unsigned limit)
{
	guint read_at = 0;
	dd_json_open(json, "tasks", '[', false);
	for (guint i = 0; i < MIN(tasks->len, limit); i++) {
		const DdStoredTask *task = &g_array_index(tasks, DdStoredTask, i);
		const DdStoredTask *was = find_read(read, &read_at, task);
		dd_json_open(json, NULL, '{', false);
		dd_json_stored_task(json, "now", task);
		if (was != NULL)
			dd_json_stored_task(json, "read", was);
		else
			dd_json_null(json, "read");
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_handler_write_next(
		json, tasks->len > limit ? g_array_index(tasks, DdStoredTask, limit - 1).id : 0);
}

bool
dd_api_get_draft(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	DdStoredPlan plan;
	DdTaskFilter filter = {.document = request->id};
	unsigned limit;
	bool seen;
	if (!dd_handler_get_limit(request, &limit, error) ||
		!dd_query_get_number(request->query, "cursor", 0, G_MAXINT64, &filter.after, error) ||
		!dd_handler_find_draft(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	filter.limit = limit + 1;
	/* before its tasks: a version that is older than they are is refused, one that is newer would not be */
	if (!dd_stored_plan(request->store, document.id, &plan, error))
		return false;
	g_autoptr(GArray) tasks = dd_stored_tasks(request->store, &filter, request->arena, error);
	g_autoptr(GArray) read = tasks != NULL ? dd_stored_tasks_read(request->store, &filter,
							 request->arena, error)
					       : NULL;
	if (read == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', false);
	dd_json_uint(json, "document", (uint64_t)document.id);
	dd_json_string(json, "state", document.state);
	dd_change_write_plan(json, &plan);
	write_pairs(json, tasks, read, limit);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_differences(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	g_auto(DdDifferences) all = {0};
	bool seen;
	if (!dd_handler_find_draft(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	if (!dd_reread_compare(request->store, document.id, request->arena, &all, error))
		return false;
	dd_json_differences(dd_answer_begin(answer, 200), document.id, &all);
	return dd_answer_end(answer, error);
}

/* In the change: behind it somebody else may have made the next version already */
static bool
look_at_plan(const DdRequest *request, Said *said, int64_t document, GError **error)
{
	said->document = document;
	return dd_stored_plan(request->store, document, &said->plan, error);
}

/* The same of the plan of the task of the request, which was seen to be changed */
static bool
look_at_plan_of_task(const DdRequest *request, Said *said, GError **error)
{
	DdSeenTask seen;
	return dd_handler_find_task(request, &seen, error) &&
	       (!seen.seen || look_at_plan(request, said, seen.task.document, error));
}

static bool
correct(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	const Said *said = what;
	return dd_settle_correct(change, request->id, part, &said->correction, said->why, error);
}

bool
dd_api_correct_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {CORRECTION_NAMES, NULL};
	g_auto(Said) said = make_said();
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_correction(request, body, &said, error) ||
		!read_task_time(request, &said, error) ||
		!dd_change_task(request, correct, &said, answer, error))
		return false;
	return answer->status != 0 || dd_change_show_task(request, answer, error);
}

/* Tells which tasks a change made of a plan */
static bool
show_made(const Said *said, unsigned status, DdAnswer *answer, GError **error)
{
	if (said->document == 0)
		return dd_handler_refuse_unseen(answer);
	DdJsonWriter *json = dd_answer_begin(answer, status);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "document", (uint64_t)said->document);
	write_numbers(json, "made", said->made);
	dd_change_write_plan(json, &said->plan);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
add(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	Said *said = what;
	int64_t made = 0;
	if (!dd_settle_add(change, request->id, part, &said->correction, said->why, &made, error))
		return false;
	g_array_append_val(said->made, made);
	return look_at_plan(request, said, request->id, error);
}

bool
dd_api_add_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {CORRECTION_NAMES, NULL};
	g_auto(Said) said = make_said();
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_correction(request, body, &said, error) ||
		!read_time(request, request->id, &said, error) ||
		!dd_change_draft(request, add, &said, answer, error))
		return false;
	if (answer->status != 0)
		return true;
	answer->location = g_strdup_printf(
		"/api/v1/tasks/%" G_GINT64_FORMAT, g_array_index(said.made, int64_t, 0));
	return show_made(&said, 201, answer, error);
}

static bool
split(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	Said *said = what;
	return dd_settle_split(change, request->id, part, said->texts, said->why, said->made, error) &&
	       look_at_plan_of_task(request, said, error);
}

bool
dd_api_split_task(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"texts", "reason", NULL};
	g_auto(Said) said = make_said();
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL ||
		!dd_body_get_list(body, "texts", DD_MAX_SETTLED_BYTES, DD_MAX_SETTLED_TASKS,
			request->arena, &said.texts, error) ||
		!dd_body_get_said(
			body, "reason", DD_MAX_WHY_BYTES, false, request->arena, &said.why, error))
		return false;
	if (said.texts == NULL || said.texts[0] == NULL || said.texts[1] == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"texts cần hai nội dung trở lên (texts are two or more)");
		return false;
	}
	if (!dd_change_task(request, split, &said, answer, error))
		return false;
	return answer->status != 0 || show_made(&said, 200, answer, error);
}

/* What is merged must be as it was looked at, too */
static bool
check_versions(const DdRequest *request, const Said *said, GError **error)
{
	for (guint i = 0; i < said->versions->len; i++) {
		DdRequest of_one = *request;
		DdSeenTask seen;
		of_one.id = g_array_index(said->tasks, int64_t, i + 1);
		if (!dd_handler_find_task(&of_one, &seen, error))
			return false;
		if (!seen.seen || seen.task.version != g_array_index(said->versions, int64_t, i)) {
			g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
				"nhiệm vụ %" G_GINT64_FORMAT
				" đã thay đổi hoặc không có (task %" G_GINT64_FORMAT
				" was changed, or is not there)",
				of_one.id, of_one.id);
			return false;
		}
	}
	return true;
}

static bool
merge(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	Said *said = what;
	return check_versions(request, said, error) &&
	       dd_settle_merge(change, (const int64_t *)(void *)said->tasks->data, said->tasks->len,
		       part, &said->correction, said->why, error) &&
	       look_at_plan_of_task(request, said, error);
}

bool
dd_api_merge_tasks(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {CORRECTION_NAMES, "tasks", "versions", NULL};
	g_auto(Said) said = make_said();
	g_array_append_val(said.tasks, request->id);
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_correction(request, body, &said, error) ||
		!dd_body_get_numbers(body, "tasks", DD_MAX_SETTLED_TASKS, said.tasks, error) ||
		!dd_body_get_numbers(body, "versions", DD_MAX_SETTLED_TASKS, said.versions, error))
		return false;
	if (said.versions->len + 1 != said.tasks->len) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "versions cần đủ cho từng nhiệm vụ trong tasks (versions are of each of the tasks)");
		return false;
	}
	if (!read_task_time(request, &said, error) ||
		!dd_change_task(request, merge, &said, answer, error))
		return false;
	return answer->status != 0 || show_made(&said, 200, answer, error);
}

static bool
issue(const DdRequest *request, DdChange *change, const DdActingAs *part, void *what, GError **error)
{
	Said *said = what;
	return dd_follow_issue(change, request->id, part, said->shift, &said->issued, error) &&
	       look_at_plan(request, said, request->id, error);
}

bool
dd_api_issue_document(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"days_off", NULL};
	g_auto(Said) said = make_said();
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !dd_step_body_read_shift(body, &said.shift, error) ||
		!dd_change_draft(request, issue, &said, answer, error))
		return false;
	if (answer->status != 0)
		return true;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "document", (uint64_t)request->id);
	dd_json_uint(json, "issued", said.issued.issued);
	write_numbers(json, "held", said.issued.held);
	write_numbers(json, "truncated", said.issued.truncated);
	dd_change_write_plan(json, &said.plan);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
