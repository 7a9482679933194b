/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow.c: steps with tasks */
#include "follow.h"

#include "attachment.h"
#include "columns.h"
#include "count.h"
#include "date.h"
#include "error.h"
#include "follow-private.h"
#include "holiday.h"
#include "identity.h"
#include "instant.h"
#include "json-read.h"
#include "lead.h"
#include "maxima.h"
#include "said.h"
#include "seal.h"
#include "search-index.h"
#include "statements-unit.h"
#include "statements.h"
#include "stored-file.h"
#include "stored.h"
#include "time-json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define NO_DUE "9999-12-31" /* due_order of what has no day */

DdDbValue
dd_follow_day_value(DdDay day, char buffer[DD_DATE_BUFFER])
{
	return dd_db_text(dd_date_is_set(day) ? dd_date_format(day, buffer) : NULL);
}

DdDay
dd_follow_get_day(const DdDbRows *rows, unsigned column)
{
	DdDay day = DD_DATE_NONE;
	const char *text = dd_db_rows_get_text(rows, column);
	if (text != NULL)
		(void)dd_date_parse(text, &day);
	return day;
}

bool
dd_follow_get(DdStore *self, int64_t task, DdArena *arena, DdFollowed *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_FOLLOW],
		DD_DB_ARGS(dd_db_int(task)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*out = (DdFollowed){0};
	if (have)
		*out = (DdFollowed){.followed = true,
			.lead = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			.lead_key = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			.due_kind = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
			.position = dd_db_rows_get_int(rows, 3),
			.due = dd_follow_get_day(rows, 4),
			.percent = (int)dd_db_rows_get_int(rows, 5),
			.stopped = dd_follow_get_day(rows, 6),
			.submitted_by = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 7)),
			.until = dd_follow_get_day(rows, 8),
			.truncated = dd_db_rows_get_bool(rows, 9),
			.unit = dd_db_rows_get_int(rows, 10)};
	return true;
}

static DdCounted
counted_as(const DdWork *work, DdState state)
{
	const DdFollowed *now = &work->followed;
	return (DdCounted){now->lead, now->lead_key, now->unit, state, now->due, now->stopped};
}

bool
dd_work_load(DdWork *work, int64_t id, GError **error)
{
	bool found = false;
	if (!dd_stored_task(work->change->store, id, work->arena, &work->task, &found, error))
		return false;
	if (!found) {
		g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có nhiệm vụ số %" G_GINT64_FORMAT " (no task %" G_GINT64_FORMAT ")",
			id, id);
		return false;
	}
	if (!dd_state_from_string(work->task.state, &work->state)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"trạng thái lạ “%s” (an unknown state)", work->task.state);
		return false;
	}
	work->today = dd_instant_day(work->change->actor->now, DD_ZONE_VIETNAM, NULL);
	if (!dd_follow_get(work->change->store, id, work->arena, &work->followed, error))
		return false;
	if (work->followed.followed)
		work->counted = counted_as(work, work->state);
	return true;
}

static bool
names(const char *name, const char *key)
{
	g_autofree char *other = dd_identity_fold(name);
	return other != NULL && strcmp(other, key) == 0;
}

bool
dd_work_allow(DdWork *work, DdAction action, GError **error)
{
	unsigned standing;
	return dd_stored_task_standing(
		       work->change->store, work->task.id, work->part->unit, &standing, error) &&
	       dd_permission_check(work->part->role, action, standing, error);
}

/* The one unit that leads by the document. Returns: NULL when it names none, several, or "các sở" */
static const char *
find_lead(const DdStoredTask *task)
{
	const char *lead = NULL;
	for (size_t i = 0; i < task->n_assignments; i++) {
		if (strcmp(task->assignments[i].role, "lead") != 0)
			continue;
		if (lead != NULL)
			return NULL;
		lead = task->assignments[i].name;
	}
	return lead != NULL && !dd_lead_is_many(lead) ? lead : NULL;
}

static bool
find_plan(DdStore *store, int64_t document, DdDueContext *plan_out, GError **error)
{
	g_autofree char *json = NULL;
	if (!dd_stored_reading(store, document, &json, error))
		return false;
	g_autoptr(DdReading)
		reading = json != NULL ? dd_reading_parse_json(json, strlen(json), error) : NULL;
	if (json != NULL && reading == NULL)
		return false;
	*plan_out = (DdDueContext){0};
	if (reading == NULL)
		return true;
	(void)dd_due_find_horizon(reading, &plan_out->first, &plan_out->last);
	plan_out->signed_on = reading->document.date;
	return true;
}

/* Expands the task's time. @time_out must live as long as what comes of it */
static bool
expand(DdWork *work, DdTime *time_out, DdDue *out, GError **error)
{
	DdDueContext plan = {0};
	if (work->plan != NULL)
		plan = *work->plan;
	else if (!find_plan(work->change->store, work->task.document, &plan, error))
		return false;
	/* of a whole plan the calendar is at hand */
	g_autoptr(DdWorkdays)
		own = plan.workdays == NULL ? dd_stored_workdays(work->change->store, error) : NULL;
	if (plan.workdays == NULL)
		plan.workdays = own;
	if (plan.workdays == NULL)
		return false;
	plan.shift = work->shift;
	if (!dd_time_parse_json(work->task.time_json, work->arena, time_out, error))
		return false;
	*out = dd_due_expand(time_out, &plan);
	return true;
}

static bool
add_occurrences(DdWork *work, const DdDue *due, GError **error)
{
	for (guint i = 0; i < due->occurrences->len; i++) {
		const DdOccurrence *one = &g_array_index(due->occurrences, DdOccurrence, i);
		char start[DD_DATE_BUFFER], end[DD_DATE_BUFFER], said[DD_DATE_BUFFER];
		if (!dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_ADD_OCCURRENCE],
			    DD_DB_ARGS(dd_db_int(work->task.id), dd_db_int(i),
				    dd_follow_day_value(one->start, start),
				    dd_follow_day_value(one->due, end),
				    dd_follow_day_value(one->said, said), dd_db_text(one->what),
				    dd_db_text(dd_due_rule_to_string(one->rule))),
			    error))
			return false;
	}
	return true;
}

/* Returns: TRUE when the document names who leads, so that the task is found by it already */
static bool
is_read_lead(const DdWork *work)
{
	for (size_t i = 0; i < work->task.n_assignments; i++)
		if (names(work->task.assignments[i].name, work->followed.lead_key))
			return true;
	return false;
}

/* From now on @lead answers for the task: one unit, by a person's word too */
static bool
set_lead(DdWork *work, const char *lead, GError **error)
{
	g_autofree char *key = lead != NULL && !dd_lead_is_many(lead) ? dd_identity_fold(lead) : NULL;
	if (key == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"cần xác định một đơn vị chủ trì (which one unit leads is to be said)");
		return false;
	}
	work->followed.lead = dd_arena_strdup(work->arena, lead);
	work->followed.lead_key = dd_arena_strdup(work->arena, key);
	return true;
}

/* Returns: whether the document names units that could lead, and none of them is the one that was settled */
static bool
replaces_named(const DdWork *work)
{
	bool named = false;
	for (size_t i = 0; i < work->task.n_assignments; i++) {
		const DdAssignment *one = &work->task.assignments[i];
		if (strcmp(one->role, "lead") != 0 || dd_lead_is_many(one->name))
			continue;
		if (names(one->name, work->followed.lead_key))
			return false;
		named = true;
	}
	return named;
}

/* A person says that the task is one, and who leads it: from now on it has days */
static bool
settle(DdWork *work, const DdStep *step, GError **error)
{
	DdTime time;
	g_auto(DdDue) due = {0};
	work->followed = (DdFollowed){.followed = true};
	if (!set_lead(work, step->lead != NULL ? step->lead : find_lead(&work->task), error))
		return false;
	if (replaces_named(work) && !dd_is_said(step->reason)) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"giao cho đơn vị khác với đơn vị chủ trì trong văn bản cần có lý do (a "
			"lead "
			"that the document does not name needs a reason)");
		return false;
	}
	if (!expand(work, &time, &due, error))
		return false;
	work->followed.due_kind = dd_due_kind_to_string(due.kind);
	work->followed.truncated = due.truncated;
	if (due.occurrences->len > 0)
		work->followed.due = g_array_index(due.occurrences, DdOccurrence, 0).due;
	return dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_ADD_FOLLOW],
		       DD_DB_ARGS(dd_db_int(work->task.id), dd_db_text(work->followed.lead),
			       dd_db_text(work->followed.lead_key), dd_db_text(work->followed.due_kind),
			       dd_db_bool(work->followed.truncated)),
		       error) &&
	       add_occurrences(work, &due, error);
}

/* Another unit leads from now on; it takes the task anew */
static bool
transfer(DdWork *work, const char *lead, GError **error)
{
	const char *before = work->followed.lead_key;
	if (!set_lead(work, lead, error))
		return false;
	if (strcmp(before, work->followed.lead_key) != 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
		"đơn vị này đang chủ trì nhiệm vụ (this unit leads the task already)");
	return false;
}

/* The occurrence behind the present one, with a day or, as a last stage may be, without. @have_out: whether there is one */
static bool
find_next(DdWork *work, int64_t *position_out, DdDay *due_out, bool *have_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(work->change->store),
		&dd_sql[DD_SQL_NEXT_OCCURRENCE],
		DD_DB_ARGS(dd_db_int(work->task.id), dd_db_int(work->followed.position)), error);
	if (rows == NULL || !dd_db_rows_next(rows, have_out, error))
		return false;
	if (*have_out) {
		*position_out = dd_db_rows_get_int(rows, 0);
		*due_out = dd_follow_get_day(rows, 1);
	}
	return true;
}

/* What the step makes of days and percentage; @goes_on: on to the next occurrence */
static bool
apply(DdWork *work, const DdStep *step, bool goes_on, int64_t next, DdDay next_due, GError **error)
{
	DdFollowed *now = &work->followed;
	char day[DD_DATE_BUFFER];
	switch ((int)step->action) {
	case DD_ACTION_APPROVE:
		work->shift = step->shift;
		return settle(work, step, error);
	case DD_ACTION_TRANSFER:
		return transfer(work, step->lead, error);
	case DD_ACTION_SUBMIT:
		now->stopped = work->today;
		now->submitted_by = work->change->actor->who;
		break;
	case DD_ACTION_RETURN:
	case DD_ACTION_REOPEN:
		now->stopped = DD_DATE_NONE;
		now->submitted_by = NULL;
		break;
	case DD_ACTION_PAUSE:
		now->until = step->until;
		break;
	case DD_ACTION_RESUME:
		now->until = DD_DATE_NONE;
		break;
	case DD_ACTION_CLOSE:
		now->percent = 100;
		if (!dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_END_OCCURRENCE],
			    DD_DB_ARGS(dd_db_int(work->task.id), dd_db_int(now->position),
				    dd_follow_day_value(now->stopped, day)),
			    error))
			return false;
		if (goes_on) {
			now->position = next;
			now->due = next_due;
			now->stopped = DD_DATE_NONE;
			now->submitted_by = NULL;
			now->percent = 0;
		}
		break;
	default:
		break;
	}
	return true;
}

static bool
write_follow(DdWork *work, DdState state, GError **error)
{
	const DdFollowed *now = &work->followed;
	char due[DD_DATE_BUFFER], stopped[DD_DATE_BUFFER], until[DD_DATE_BUFFER];
	DdDbValue day = dd_follow_day_value(now->due, due);
	DdDb *db = dd_store_get_db(work->change->store);
	if (!dd_db_run(db, &dd_sql[DD_SQL_SET_FOLLOW],
		    DD_DB_ARGS(dd_db_int(work->task.id), dd_db_bool(dd_state_is_open(state)),
			    dd_db_int(now->position), day,
			    dd_date_is_set(now->due) ? day : dd_db_text(NO_DUE),
			    dd_db_int(now->percent), dd_follow_day_value(now->stopped, stopped),
			    dd_db_text(now->submitted_by), dd_follow_day_value(now->until, until),
			    dd_db_text(now->due_kind), dd_db_text(now->lead),
			    dd_db_text(now->lead_key), dd_db_text(dd_state_to_string(state)),
			    dd_db_int(work->change->actor->now)),
		    error))
		return false;
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_unit_sql[DD_UNIT_SQL_BIND_LEAD],
		DD_DB_ARGS(dd_db_int(work->task.id)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	work->followed.unit = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* @position_out: of the step in the task's history */
static bool
add_step(DdWork *work, const DdStep *step, DdState state, int64_t *position_out, GError **error)
{
	const DdFollowed *now = &work->followed;
	const DdProgress *note = &step->progress;
	char due[DD_DATE_BUFFER], stopped[DD_DATE_BUFFER], until[DD_DATE_BUFFER];
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(work->change->store),
		&dd_sql[DD_SQL_ADD_STEP],
		DD_DB_ARGS(dd_db_int(work->task.id), dd_db_int(work->change->actor->now),
			dd_db_text(work->change->actor->who),
			dd_db_text(dd_role_to_string(work->part->role)), dd_db_text(work->part->unit),
			dd_db_text(dd_action_to_string(step->action)), dd_db_int(now->position),
			dd_db_text(dd_state_to_string(state)), dd_follow_day_value(now->due, due),
			dd_db_int(now->percent), dd_follow_day_value(now->stopped, stopped),
			dd_db_text(step->reason), dd_db_text(step->document),
			dd_db_text(step->product), dd_db_text(step->proof), dd_db_text(note->done),
			dd_db_text(note->next), dd_db_text(note->difficulty),
			dd_db_text(note->proposal), dd_follow_day_value(now->until, until),
			dd_db_text(now->lead), dd_db_text(now->lead_key)),
		error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*position_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Writes the step into the history, and what it says to where it is found */
static bool
write_step(DdWork *work, const DdStep *step, DdState state, GError **error)
{
	const DdProgress *note = &step->progress;
	const char *const texts[DD_SEARCH_NOTE_TEXTS] = {note->done, note->next, note->difficulty,
		note->proposal, step->reason, step->product, step->proof, step->document};
	DdSearchNote found = {.document = work->task.document,
		.task = work->task.id,
		.at = work->change->actor->now,
		.texts = texts,
		.n_texts = G_N_ELEMENTS(texts)};
	return add_step(work, step, state, &found.step, error) &&
	       dd_attachment_use(work->change, work->task.id, found.step, step->files, error) &&
	       dd_search_index_note(work->change, &found, error);
}

static void
add_text(json_t *object, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(object, key, json_string(text));
}

static void
add_day(json_t *object, const char *key, DdDay day)
{
	char buffer[DD_DATE_BUFFER];
	if (dd_date_is_set(day))
		json_object_set_new(object, key, json_string(dd_date_format(day, buffer)));
}

/* Returns: (transfer full) what the record says besides the state */
static char *
make_details(const DdWork *work, const DdStep *step)
{
	json_t *object = json_object();
	add_text(object, "role", dd_role_to_string(work->part->role));
	add_text(object, "unit", work->part->unit);
	add_text(object, "lead", work->followed.lead);
	add_day(object, "due", work->followed.due);
	add_day(object, "was", work->was);
	add_day(object, "stopped", work->followed.stopped);
	add_day(object, "until", step->until);
	json_object_set_new(object, "percent", json_integer(work->followed.percent));
	add_text(object, "document", step->document);
	add_text(object, "product", step->product);
	add_text(object, "proof", step->proof);
	for (size_t i = 0; step->files != NULL && step->files[i] != NULL; i++) {
		if (i == 0)
			json_object_set_new(object, "files", json_array());
		json_array_append_new(json_object_get(object, "files"), json_string(step->files[i]));
	}
	add_text(object, "done", step->progress.done);
	add_text(object, "next", step->progress.next);
	add_text(object, "difficulty", step->progress.difficulty);
	add_text(object, "proposal", step->progress.proposal);
	if (work->content != NULL)
		json_object_update(object, work->content);
	char *text = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	char *copy = g_strdup(text);
	json_decref(object);
	free(text);
	return copy;
}

/* What nobody approved counts nowhere */
static bool
move_count(DdWork *work, const DdCounted *now, GError **error)
{
	const DdCounted *was = work->counted.lead != NULL ? &work->counted : NULL;
	return !work->followed.followed || dd_count_move(work->change, was, now, error);
}

/* Returns: TRUE when the step changes by which unit the task is found, or whether it is at all */
static bool
is_found_otherwise(const DdWork *work, DdState to)
{
	if ((work->state == DD_STATE_DROPPED) != (to == DD_STATE_DROPPED))
		return true;
	if (work->counted.lead_key != NULL)
		return strcmp(work->counted.lead_key, work->followed.lead_key) != 0;
	return work->followed.followed && !is_read_lead(work);
}

bool
dd_work_write(DdWork *work, const DdStep *step, DdState to, GError **error)
{
	if (to != DD_STATE_PAUSED)
		work->followed.until = DD_DATE_NONE;
	g_autofree char *details = make_details(work, step);
	const DdTaskMove move = {.id = work->task.id,
		.version = work->task.version,
		.was = dd_state_to_string(work->state),
		.state = dd_state_to_string(to),
		.action = dd_action_to_string(step->action),
		.why = step->reason,
		.details_json = details};
	int64_t version = 0;
	if (!write_follow(work, to, error))
		return false;
	const DdCounted counted = counted_as(work, to);
	if (!move_count(work, &counted, error) || !write_step(work, step, to, error) ||
		!dd_stored_task_move(work->change, &move, &version, error) ||
		(is_found_otherwise(work, to) &&
			!dd_search_index_task(work->change, work->task.id, error)))
		return false;
	work->task.version = version;
	work->counted = counted;
	work->state = to;
	return true;
}

/* Returns: (transfer full) what tells a person from others, however the name is spelt; the name itself where it has no letters */
static char *
fold_person(const char *name)
{
	char *key = dd_identity_fold(name);
	return key != NULL ? key : g_strdup(name);
}

static bool
take_step(DdWork *work, const DdStep *step, GError **error)
{
	bool goes_on = false;
	int64_t next = 0;
	DdDay next_due = DD_DATE_NONE;
	DdState to;
	if (!dd_work_allow(work, step->action, error))
		return false;
	if (step->action == DD_ACTION_CLOSE && !find_next(work, &next, &next_due, &goes_on, error))
		return false;
	g_autofree char *by = fold_person(work->change->actor->who);
	g_autofree char *submitted_by = fold_person(work->followed.submitted_by);
	const DdActionFacts facts = {.by = by,
		.submitted_by = submitted_by,
		.reason = step->reason,
		.product = step->product,
		/* a file proves what no word says */
		.proof = step->files != NULL && *step->files != NULL ? *step->files : step->proof,
		.document = step->document,
		.today = work->today,
		.until = step->until,
		.goes_on = goes_on};
	if (!dd_state_move(work->state, step->action, &facts, &to, error) ||
		(step->action == DD_ACTION_PROGRESS &&
			!dd_progress_check(&step->progress, work->followed.percent,
				&work->followed.percent, error)) ||
		!apply(work, step, goes_on, next, next_due, error))
		return false;
	return dd_work_write(work, step, to, error);
}

bool
dd_follow_step(DdChange *change, int64_t task, const DdActingAs *part, const DdStep *step,
	DdStepDone *out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdWork work = {.change = change, .part = part, .arena = arena};
	if (!dd_work_load(&work, task, error) || !take_step(&work, step, error))
		return false;
	if (out != NULL)
		*out = (DdStepDone){work.state, work.followed.truncated};
	return true;
}

static bool
refuse_day(GError **error, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT, "%s (%s)", vi, en);
	return false;
}

/*
 * What the day that is worked on is now. @have_out: whether there is a row for it; @rule_out: of the day that is given. Returns: FALSE when a person may not give it one: only where
 * the document has none that is known, and where a person gave it before
 */
static bool
find_open_day(DdWork *work, bool *have_out, DdDueRule *rule_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(work->change->store),
		&dd_sql[DD_SQL_GET_OCCURRENCE],
		DD_DB_ARGS(dd_db_int(work->task.id), dd_db_int(work->followed.position)), error);
	DdDueRule rule = DD_DUE_RULE_NONE;
	if (rows == NULL || !dd_db_rows_next(rows, have_out, error))
		return false;
	*rule_out = DD_DUE_RULE_GIVEN;
	if (!*have_out) {
		const char *kind = work->followed.due_kind;
		if (strcmp(kind, dd_due_kind_to_string(DD_DUE_WAITS)) == 0)
			*rule_out = DD_DUE_RULE_EVENT;
		return *rule_out == DD_DUE_RULE_EVENT ||
		       strcmp(kind, dd_due_kind_to_string(DD_DUE_UNKNOWN)) == 0 ||
		       refuse_day(error, "nhiệm vụ này không chờ xác định ngày",
			       "this task waits for no day");
	}
	work->was = dd_follow_get_day(rows, 0);
	(void)dd_due_rule_from_string(dd_db_rows_get_text(rows, 1), &rule);
	if (rule == DD_DUE_RULE_EVENT)
		*rule_out = rule;
	return !dd_date_is_set(work->was) || rule == *rule_out ||
	       refuse_day(error, "hạn theo văn bản chỉ thay đổi bằng quyết định",
		       "a day that the document has changes only by a decision");
}

static bool
check_day(const DdWork *work, const DdOccurrence *one, const char *reason, GError **error)
{
	if (!dd_date_is_set(work->was))
		return true;
	if (dd_date_compare(one->due, work->was) == 0)
		return refuse_day(
			error, "nhiệm vụ đã có hạn là ngày này", "it is due on that day already");
	if (dd_is_said(reason))
		return true;
	g_set_error(error, DD_ERROR,
		DD_ERROR_MISSING, "sửa ngày đã xác định cần có lý do (to correct a day that was given needs a reason)");
	return false;
}

static bool
write_day(DdWork *work, const DdOccurrence *one, bool have, GError **error)
{
	DdDb *db = dd_store_get_db(work->change->store);
	char due[DD_DATE_BUFFER], said[DD_DATE_BUFFER];
	const DdDbValue task = dd_db_int(work->task.id), position = dd_db_int(work->followed.position);
	const DdDbValue rule = dd_db_text(dd_due_rule_to_string(one->rule));
	if (have)
		return dd_db_run(db, &dd_sql[DD_SQL_SET_OCCURRENCE],
			DD_DB_ARGS(task, position, dd_follow_day_value(one->due, due),
				dd_follow_day_value(one->said, said), rule),
			error);
	return dd_db_run(db, &dd_sql[DD_SQL_ADD_OCCURRENCE],
		DD_DB_ARGS(task, position, dd_db_text(NULL), dd_follow_day_value(one->due, due),
			dd_follow_day_value(one->said, said), dd_db_text(NULL), rule),
		error);
}

bool
dd_follow_set_day(DdChange *change, int64_t task, const DdActingAs *part, const DdDayGiven *given,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdWorkdays) workdays = dd_stored_workdays(change->store, error);
	DdWork work = {.change = change, .part = part, .arena = arena};
	const DdStep step = {.action = DD_ACTION_SET_DAY,
		.reason = given->reason,
		.document = given->document,
		.progress.percent = -1};
	bool have = false, unsure;
	DdDueRule rule;
	if (workdays == NULL || !dd_work_load(&work, task, error) ||
		!dd_work_allow(&work, step.action, error))
		return false;
	if (!work.followed.followed ||
		!(dd_state_is_open(work.state) || work.state == DD_STATE_APPROVED))
		return refuse_day(error, "nhiệm vụ này không đang được theo dõi",
			"this task is not followed now");
	if (!find_open_day(&work, &have, &rule, error))
		return false;
	const DdDueContext context = {.shift = given->shift, .workdays = workdays};
	DdOccurrence one = dd_due_give(given->day, rule, &context, &unsure);
	if (!check_day(&work, &one, given->reason, error) || !write_day(&work, &one, have, error))
		return false;
	work.followed.due_kind = dd_due_kind_to_string(DD_DUE_DAYS);
	work.followed.due = one.due;
	return dd_work_write(&work, &step, work.state, error);
}

/* Returns: whether who leads is known, or was settled before */
static bool
may_issue(const DdWork *work)
{
	return work->followed.followed || find_lead(&work->task) != NULL;
}

static bool
issue_task(DdWork *work, DdIssued *out, GError **error)
{
	const DdStep approve = {
		.action = DD_ACTION_APPROVE, .shift = work->shift, .progress.percent = -1};
	const DdStep assign = {.action = DD_ACTION_ASSIGN, .progress.percent = -1};
	if (work->state != DD_STATE_DRAFT && work->state != DD_STATE_APPROVED)
		return true;
	if (!may_issue(work)) {
		g_array_append_val(out->held, work->task.id);
		return true;
	}
	if ((work->state == DD_STATE_DRAFT && !take_step(work, &approve, error)) ||
		!take_step(work, &assign, error))
		return false;
	out->issued++;
	if (work->followed.truncated)
		g_array_append_val(out->truncated, work->task.id);
	return true;
}

static bool
issue_tasks(DdChange *change, const DdActingAs *part, const DdTaskFilter *filter,
	const DdDueContext *plan, DdDueShift shift, DdIssued *out, int64_t *last_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) tasks = dd_stored_tasks(change->store, filter, arena, error);
	if (tasks == NULL)
		return false;
	*last_out = 0;
	for (guint i = 0; i < tasks->len; i++) {
		DdWork work = {
			.change = change, .part = part, .arena = arena, .plan = plan, .shift = shift};
		*last_out = g_array_index(tasks, DdStoredTask, i).id;
		if (!dd_work_load(&work, *last_out, error) || !issue_task(&work, out, error))
			return false;
	}
	return true;
}

static bool
check_document(DdStore *store, int64_t id, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredDocument document;
	bool found = false;
	if (!dd_stored_document(store, id, arena, &document, &found, error))
		return false;
	if (!found || document.reading == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có văn bản số %" G_GINT64_FORMAT
			" đã đọc (no document %" G_GINT64_FORMAT " that was read)",
			id, id);
		return false;
	}
	return true;
}

/* The reading goes out: its row and its record */
static bool
record_issue(DdChange *change, int64_t document, const DdActingAs *part, size_t issued, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql[DD_SQL_ISSUE_READING], DD_DB_ARGS(dd_db_int(document)), error);
	while (dd_db_rows_each(rows)) {
		DdDbValue row[DD_N_READING];
		DdSeals seals = {0};
		for (unsigned i = 0; i < DD_N_READING; i++)
			row[i] = dd_db_rows_get(rows, i);
		dd_seals_set(&seals, DD_SEAL_READING, row, DD_N_READING);
		if (!dd_seals_record(&seals, change,
			    &(DdRecord){.action = "issue", .object = "reading", .object_id = row[0].number},
			    json_pack("{s:I, s:s, s:I}", "document", (json_int_t)document, "role",
				    dd_role_to_string(part->role), "tasks", (json_int_t)issued),
			    error))
			return false;
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_follow_issue(DdChange *change, int64_t document, const DdActingAs *part, DdDueShift shift,
	DdIssued *out, GError **error)
{
	DdDueContext plan;
	DdTaskFilter filter = {.document = document, .limit = DD_MAX_LISTED};
	*out = (DdIssued){0, g_array_new(FALSE, FALSE, sizeof(int64_t)),
		g_array_new(FALSE, FALSE, sizeof(int64_t))};
	if (!check_document(change->store, document, error))
		return false;
	if (!find_plan(change->store, document, &plan, error))
		return false;
	g_autoptr(DdWorkdays) workdays = dd_stored_workdays(change->store, error);
	if (workdays == NULL)
		return false;
	plan.workdays = workdays;
	do {
		if (!issue_tasks(change, part, &filter, &plan, shift, out, &filter.after, error))
			return false;
	} while (filter.after != 0);
	return out->issued == 0 || record_issue(change, document, part, out->issued, error);
}

void
dd_issued_clear(DdIssued *self)
{
	g_clear_pointer(&self->held, g_array_unref);
	g_clear_pointer(&self->truncated, g_array_unref);
}
