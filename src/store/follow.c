/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow.c: steps with tasks */
#include "follow.h"

#include "count.h"
#include "date.h"
#include "error.h"
#include "follow-private.h"
#include "identity.h"
#include "instant.h"
#include "json-read.h"
#include "lead.h"
#include "maxima.h"
#include "search-index.h"
#include "statements.h"
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
			.until = dd_follow_get_day(rows, 8)};
	return true;
}

/* A task in the middle of a change */
typedef struct {
	DdChange *change;
	const DdActingAs *part;
	DdArena *arena;
	DdStoredTask task;
	DdState state;
	DdFollowed followed;
	DdCounted counted; /* what it counts as in the store; no lead: nothing yet */
	DdDay today;
	const DdDueContext *plan; /* its years, NULL: to be found in the reading */
	DdDueShift shift;         /* of days that are off */
} Work;

static DdCounted
counted_as(const Work *work, DdState state)
{
	const DdFollowed *now = &work->followed;
	return (DdCounted){now->lead, now->lead_key, state, now->due, now->stopped};
}

static bool
load(Work *work, int64_t id, GError **error)
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

/* How the acting unit stands to the task. Until a person settled who leads, all leads that were read count */
static bool
find_standing(Work *work, unsigned *standing_out, GError **error)
{
	DdStoredDocument document;
	bool found = false;
	*standing_out = DD_STANDING_NONE;
	if (work->part->unit == NULL) {
		*standing_out = DD_STANDING_ABOVE;
		return true;
	}
	if (!dd_stored_document(work->change->store, work->task.document, work->arena, &document,
		    &found, error))
		return false;
	g_autofree char *key = dd_identity_fold(work->part->unit);
	if (key == NULL)
		return true;
	for (size_t i = 0; i < work->task.n_assignments; i++) {
		const DdAssignment *one = &work->task.assignments[i];
		bool lead = strcmp(one->role, "lead") == 0 && !work->followed.followed;
		bool help = strcmp(one->role, "coordinate") == 0;
		if ((lead || help) && names(one->name, key))
			*standing_out |= lead ? DD_STANDING_LEADS : DD_STANDING_HELPS;
	}
	if (work->followed.followed && strcmp(work->followed.lead_key, key) == 0)
		*standing_out |= DD_STANDING_LEADS;
	if (found && names(document.issuer, key))
		*standing_out |= DD_STANDING_ABOVE;
	return true;
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
	if (reading == NULL || !dd_due_find_horizon(reading, &plan_out->first, &plan_out->last))
		return true;
	/* what comes again does not fall due before the document was signed */
	DdDay signed_on = reading->document.date;
	if (dd_date_compare(signed_on, plan_out->first) > 0 &&
		dd_date_compare(signed_on, plan_out->last) <= 0)
		plan_out->first = signed_on;
	return true;
}

/* Expands the task's time. @time_out must live as long as what comes of it */
static bool
expand(Work *work, DdDay event, DdTime *time_out, DdDue *out, GError **error)
{
	DdDueContext plan = {0};
	if (work->plan != NULL)
		plan = *work->plan;
	else if (!find_plan(work->change->store, work->task.document, &plan, error))
		return false;
	g_autoptr(DdWorkdays) workdays = dd_workdays_new(error);
	if (workdays == NULL)
		return false;
	plan.event = event;
	plan.shift = work->shift;
	plan.workdays = workdays;
	if (!dd_time_parse_json(work->task.time_json, work->arena, time_out, error))
		return false;
	*out = dd_due_expand(time_out, &plan);
	return true;
}

static bool
add_occurrences(Work *work, const DdDue *due, GError **error)
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
is_read_lead(const Work *work)
{
	for (size_t i = 0; i < work->task.n_assignments; i++)
		if (names(work->task.assignments[i].name, work->followed.lead_key))
			return true;
	return false;
}

/* A person says that the task is one, and who leads it: from now on it has days */
static bool
settle(Work *work, const char *lead, GError **error)
{
	if (lead == NULL)
		lead = find_lead(&work->task);
	if (lead != NULL && dd_lead_is_many(lead))
		lead = NULL; /* a person names one, too */
	char *key = dd_identity_fold(lead);
	if (key == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"cần xác định một đơn vị chủ trì (which one unit leads is to be said)");
		return false;
	}
	DdTime time;
	g_auto(DdDue) due = {0};
	work->followed = (DdFollowed){.followed = true,
		.lead = dd_arena_strdup(work->arena, lead),
		.lead_key = dd_arena_strdup(work->arena, key)};
	g_free(key);
	if (!expand(work, DD_DATE_NONE, &time, &due, error))
		return false;
	work->followed.due_kind = dd_due_kind_to_string(due.kind);
	if (due.occurrences->len > 0)
		work->followed.due = g_array_index(due.occurrences, DdOccurrence, 0).due;
	return dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_ADD_FOLLOW],
		       DD_DB_ARGS(dd_db_int(work->task.id), dd_db_text(work->followed.lead),
			       dd_db_text(work->followed.lead_key),
			       dd_db_text(work->followed.due_kind)),
		       error) &&
	       add_occurrences(work, &due, error) &&
	       (is_read_lead(work) || dd_search_index_task(work->change, work->task.id, error));
}

/* The occurrence behind the present one. @have_out: whether there is one with a day */
static bool
find_next(Work *work, int64_t *position_out, DdDay *due_out, bool *have_out, GError **error)
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
apply(Work *work, const DdStep *step, bool goes_on, int64_t next, DdDay next_due, GError **error)
{
	DdFollowed *now = &work->followed;
	char day[DD_DATE_BUFFER];
	switch ((int)step->action) {
	case DD_ACTION_APPROVE:
		work->shift = step->shift;
		return settle(work, step->lead, error);
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
write_follow(Work *work, DdState state, GError **error)
{
	const DdFollowed *now = &work->followed;
	char due[DD_DATE_BUFFER], stopped[DD_DATE_BUFFER], until[DD_DATE_BUFFER];
	DdDbValue day = dd_follow_day_value(now->due, due);
	return dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_SET_FOLLOW],
		DD_DB_ARGS(dd_db_int(work->task.id), dd_db_bool(dd_state_is_open(state)),
			dd_db_int(now->position), day,
			dd_date_is_set(now->due) ? day : dd_db_text(NO_DUE), dd_db_int(now->percent),
			dd_follow_day_value(now->stopped, stopped), dd_db_text(now->submitted_by),
			dd_follow_day_value(now->until, until), dd_db_text(now->due_kind)),
		error);
}

/* @position_out: of the step in the task's history */
static bool
add_step(Work *work, const DdStep *step, DdState state, int64_t *position_out, GError **error)
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
			dd_db_text(note->proposal), dd_follow_day_value(now->until, until)),
		error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*position_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Writes the step into the history, and what it says to where it is found */
static bool
write_step(Work *work, const DdStep *step, DdState state, GError **error)
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
make_details(const Work *work, const DdStep *step)
{
	json_t *object = json_object();
	add_text(object, "role", dd_role_to_string(work->part->role));
	add_text(object, "unit", work->part->unit);
	add_text(object, "lead", work->followed.lead);
	add_day(object, "due", work->followed.due);
	add_day(object, "stopped", work->followed.stopped);
	add_day(object, "until", step->until);
	json_object_set_new(object, "percent", json_integer(work->followed.percent));
	add_text(object, "document", step->document);
	add_text(object, "product", step->product);
	add_text(object, "proof", step->proof);
	add_text(object, "done", step->progress.done);
	add_text(object, "next", step->progress.next);
	add_text(object, "difficulty", step->progress.difficulty);
	add_text(object, "proposal", step->progress.proposal);
	char *text = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	char *copy = g_strdup(text);
	json_decref(object);
	free(text);
	return copy;
}

static bool
write_all(Work *work, const DdStep *step, const char *action, DdState to, GError **error)
{
	if (to != DD_STATE_PAUSED)
		work->followed.until = DD_DATE_NONE;
	g_autofree char *details = make_details(work, step);
	const DdTaskMove move = {.id = work->task.id,
		.version = work->task.version,
		.was = dd_state_to_string(work->state),
		.state = dd_state_to_string(to),
		.action = action,
		.why = step->reason,
		.details_json = details};
	int64_t version = 0;
	const DdCounted counted = counted_as(work, to);
	if (!dd_count_move(work->change, work->counted.lead != NULL ? &work->counted : NULL,
		    &counted, error) ||
		!write_follow(work, to, error) || !write_step(work, step, to, error) ||
		!dd_stored_task_move(work->change, &move, &version, error))
		return false;
	work->task.version = version;
	work->counted = counted;
	work->state = to;
	return true;
}

static bool
take_step(Work *work, const DdStep *step, GError **error)
{
	unsigned standing;
	bool goes_on = false;
	int64_t next = 0;
	DdDay next_due = DD_DATE_NONE;
	DdState to;
	if (!find_standing(work, &standing, error) ||
		!dd_permission_check(work->part->role, step->action, standing, error))
		return false;
	if (step->action == DD_ACTION_CLOSE && !find_next(work, &next, &next_due, &goes_on, error))
		return false;
	const DdActionFacts facts = {.by = work->change->actor->who,
		.submitted_by = work->followed.submitted_by,
		.reason = step->reason,
		.product = step->product,
		.proof = step->proof,
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
	return write_all(work, step, dd_action_to_string(step->action), to, error);
}

bool
dd_follow_step(DdChange *change, int64_t task, const DdActingAs *part, const DdStep *step,
	DdState *state_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	Work work = {.change = change, .part = part, .arena = arena};
	if (!load(&work, task, error) || !take_step(&work, step, error))
		return false;
	if (state_out != NULL)
		*state_out = work.state;
	return true;
}

bool
dd_follow_set_event(DdChange *change, int64_t task, const DdActingAs *part, DdDay day,
	DdDueShift shift, const char *reason, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	Work work = {.change = change, .part = part, .arena = arena, .shift = shift};
	const DdStep step = {.action = DD_ACTION_CORRECT, .reason = reason, .progress.percent = -1};
	unsigned standing;
	DdTime time;
	g_auto(DdDue) due = {0};
	if (!load(&work, task, error) || !find_standing(&work, &standing, error) ||
		!dd_permission_check(part->role, DD_ACTION_CORRECT, standing, error))
		return false;
	if (!work.followed.followed ||
		!(dd_state_is_open(work.state) || work.state == DD_STATE_APPROVED) ||
		strcmp(work.followed.due_kind, dd_due_kind_to_string(DD_DUE_WAITS)) != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"nhiệm vụ này không chờ sự kiện nào (this task waits for no event)");
		return false;
	}
	if (!expand(&work, day, &time, &due, error) || !add_occurrences(&work, &due, error))
		return false;
	work.followed.due_kind = dd_due_kind_to_string(due.kind);
	work.followed.due = g_array_index(due.occurrences, DdOccurrence, 0).due;
	return write_all(&work, &step, "event", work.state, error);
}

/* Returns: whether who leads is known, or was settled before */
static bool
may_issue(const Work *work)
{
	return work->followed.followed || find_lead(&work->task) != NULL;
}

static bool
issue_task(Work *work, DdIssued *out, GError **error)
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
		Work work = {
			.change = change, .part = part, .arena = arena, .plan = plan, .shift = shift};
		*last_out = g_array_index(tasks, DdStoredTask, i).id;
		if (!load(&work, *last_out, error) || !issue_task(&work, out, error))
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

static bool
record_issue(DdChange *change, int64_t document, const DdActingAs *part, size_t issued, GError **error)
{
	g_autofree char *now_json = g_strdup_printf(
		"{\"role\":\"%s\",\"tasks\":%zu}", dd_role_to_string(part->role), issued);
	return dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_ISSUE_READING],
		       DD_DB_ARGS(dd_db_int(document)), error) &&
	       dd_change_record(change,
		       &(DdRecord){.action = "issue",
			       .object = "document",
			       .object_id = document,
			       .now_json = now_json},
		       error);
}

bool
dd_follow_issue(DdChange *change, int64_t document, const DdActingAs *part, DdDueShift shift,
	DdIssued *out, GError **error)
{
	DdDueContext plan;
	DdTaskFilter filter = {.document = document, .limit = DD_MAX_LISTED};
	*out = (DdIssued){0, g_array_new(FALSE, FALSE, sizeof(int64_t))};
	if (!check_document(change->store, document, error))
		return false;
	if (!find_plan(change->store, document, &plan, error))
		return false;
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
}
