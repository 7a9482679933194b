/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle.c: corrections of a draft */
#include "settle.h"

#include "error.h"
#include "follow-private.h"
#include "identity.h"
#include "maxima.h"
#include "said.h"
#include "search-index.h"
#include "settle-private.h"
#include "statements.h"
#include "time-json.h"

#include <string.h>

#define ASSIGNMENT_VALUES 5
#define SURE 100 /* confidence in what a person says */

/* Names in the roles of a task, by the alphabet, as they come out of the store */
enum { COORDINATE, DIRECTOR, LEAD, MONITOR, N_ROLES };
static const char *const roles[N_ROLES] = {"coordinate", "director", "lead", "monitor"};

static bool
check_size(const char *text, GError **error)
{
	if (text == NULL || strlen(text) <= DD_MAX_SETTLED_BYTES)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"quá dài, tối đa %u byte (longer than %u bytes)", DD_MAX_SETTLED_BYTES,
		DD_MAX_SETTLED_BYTES);
	return false;
}

static bool
check_count(size_t n, GError **error)
{
	if (n <= DD_MAX_SETTLED_TASKS)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE, "quá %d nhiệm vụ (more than %d tasks)",
		DD_MAX_SETTLED_TASKS, DD_MAX_SETTLED_TASKS);
	return false;
}

/* @names ends with NULL; NULL is fine */
static bool
check_names(const char *const *names, GError **error)
{
	size_t n = 0;
	for (; names != NULL && names[n] != NULL; n++) {
		g_autofree char *key = g_utf8_validate(names[n], -1, NULL)
					       ? dd_identity_fold(names[n])
					       : NULL;
		if (!check_size(names[n], error))
			return false;
		if (key == NULL || strchr(names[n], '\n') != NULL) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"tên đơn vị không có chữ nào hoặc có nhiều dòng (the name of a "
				"unit "
				"has no letter, or several lines)");
			return false;
		}
	}
	if (n <= DD_MAX_NAMES)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE, "quá %d đơn vị (more than %d units)",
		DD_MAX_NAMES, DD_MAX_NAMES);
	return false;
}

static bool
check_correction(const DdCorrection *self, DdArena *arena, GError **error)
{
	const char *const texts[] = {
		self->label, self->heading, self->text, self->product, self->time_raw};
	const char *const *const names[] = {
		self->lead, self->coordinate, self->director, self->monitor};
	DdTime time;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (!check_size(texts[i], error))
			return false;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (!check_names(names[i], error))
			return false;
	g_return_val_if_fail((self->time_raw == NULL) == (self->time_json == NULL), false);
	return self->time_json == NULL || dd_time_parse_json(self->time_json, arena, &time, error);
}

/* Returns: the new value: NULL where it is "" */
static const char *
choose(const char *said, const char *now)
{
	if (said == NULL)
		return now;
	return dd_is_said(said) ? said : NULL;
}

/* Adds to @out the names of a role: those said, or those that the task has */
static void
choose_names(GArray *out, const DdStoredTask *task, const char *role, const char *const *said)
{
	for (size_t i = 0; said != NULL && said[i] != NULL; i++) {
		DdAssignment one = {role, said[i], SURE};
		g_array_append_val(out, one);
	}
	for (size_t i = 0; said == NULL && i < task->n_assignments; i++)
		if (strcmp(task->assignments[i].role, role) == 0)
			g_array_append_val(out, task->assignments[i]);
}

/* Returns: the task with what is said of it; strings stay lent */
static DdStoredTask
correct(const DdStoredTask *task, const DdCorrection *said, DdArena *arena)
{
	const char *const *const names[N_ROLES] = {
		[COORDINATE] = said->coordinate, [DIRECTOR] = said->director, [LEAD] = said->lead, [MONITOR] = said->monitor};
	g_autoptr(GArray) assignments = g_array_new(FALSE, FALSE, sizeof(DdAssignment));
	DdStoredTask now = *task;
	const char *label = choose(said->label, task->label);
	now.label = label != NULL ? label : "";
	now.heading = choose(said->heading, task->heading);
	now.text = choose(said->text, task->text);
	now.product = choose(said->product, task->product);
	now.time_raw = choose(said->time_raw, task->time_raw);
	now.time_json = said->time_json != NULL ? said->time_json : task->time_json;
	for (size_t i = 0; i < N_ROLES; i++)
		choose_names(assignments, task, roles[i], names[i]);
	now.n_assignments = assignments->len;
	now.assignments = dd_arena_memdup(
		arena, assignments->data, assignments->len * sizeof(DdAssignment));
	return now;
}

static bool
write_assignments(DdWork *work, const DdStoredTask *now, GError **error)
{
	DdDb *db = dd_store_get_db(work->change->store);
	g_autofree DdDbValue *values = g_new(DdDbValue, now->n_assignments * ASSIGNMENT_VALUES);
	int64_t position = 0;
	for (size_t i = 0; i < now->n_assignments; i++) {
		const DdAssignment *one = &now->assignments[i];
		bool is_next = i > 0 && strcmp(one[-1].role, one->role) == 0;
		g_autofree char *key = dd_identity_fold(one->name);
		position = is_next ? position + 1 : 0;
		const DdDbValue row[ASSIGNMENT_VALUES] = {dd_db_int(now->id), dd_db_text(one->role),
			dd_db_int(position), dd_db_text(one->name),
			dd_db_text(key != NULL ? dd_arena_strdup(work->arena, key) : "")};
		memcpy(values + i * ASSIGNMENT_VALUES, row, sizeof(row));
	}
	return dd_db_run(db, &dd_sql[DD_SQL_DROP_SETTLED_ASSIGNMENTS],
		       DD_DB_ARGS(dd_db_int(now->id)), error) &&
	       dd_db_run_many(db, &dd_sql[DD_SQL_ADD_SETTLED_ASSIGNMENT], values, ASSIGNMENT_VALUES,
		       now->n_assignments, error);
}

static bool
write_settled(DdWork *work, const DdStoredTask *now, GError **error)
{
	return dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_SET_SETTLED],
		       DD_DB_ARGS(dd_db_int(now->id), dd_db_text(now->label), dd_db_text(now->heading),
			       dd_db_text(now->text), dd_db_text(now->time_raw),
			       dd_db_text(now->time_json), dd_db_text(now->product)),
		       error) &&
	       write_assignments(work, now, error) &&
	       dd_search_index_task(work->change, now->id, error);
}

static bool
write_corrections(DdWork *work, const json_t *changes, GError **error)
{
	size_t i;
	json_t *one;
	json_array_foreach(changes, i, one)
	{
		if (!dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_ADD_CORRECTION],
			    DD_DB_ARGS(dd_db_int(work->task.id),
				    dd_db_text(json_string_value(json_array_get(one, 0))),
				    dd_db_text(json_string_value(json_array_get(one, 1))),
				    dd_db_text(json_string_value(json_array_get(one, 2)))),
			    error))
			return false;
	}
	return true;
}

static bool
write_changes(DdWork *work, const DdStoredTask *now, const DdStep *step, const json_t *changes,
	GError **error)
{
	if (json_array_size(changes) == 0)
		return dd_work_write(work, step, work->state, error);
	return write_settled(work, now, error) && dd_work_write(work, step, work->state, error) &&
	       write_corrections(work, changes, error);
}

/* From now on the task is @now, by the step @action. A correction that changes nothing is none */
static bool
settle(DdWork *work, const DdStoredTask *now, DdAction action, const char *why, GError **error)
{
	const DdStep step = {.action = action, .reason = why, .progress.percent = -1};
	if (!dd_is_said(now->text)) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"nhiệm vụ cần có nội dung (a task needs a text)");
		return false;
	}
	json_t *changes = dd_settle_changes(&work->task, now);
	bool good = action != DD_ACTION_CORRECT || json_array_size(changes) > 0;
	if (!good) {
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"không có gì thay đổi (nothing would change)");
	} else {
		if (json_array_size(changes) > 0)
			work->content = json_pack("{s:o, s:O}", "content", dd_settle_content(now),
				"changes", changes);
		good = write_changes(work, now, &step, changes, error);
	}
	json_decref(work->content);
	work->content = NULL;
	json_decref(changes);
	return good;
}

/* The task @id in the middle of a change, when @action may be done with it */
static bool
begin(DdWork *work, int64_t id, DdAction action, const char *why, GError **error)
{
	const DdActionFacts facts = {.by = work->change->actor->who, .reason = why};
	DdState to;
	return dd_work_load(work, id, error) && dd_work_allow(work, action, error) &&
	       dd_state_move(work->state, action, &facts, &to, error);
}

bool
dd_settle_correct(DdChange *change, int64_t task, const DdActingAs *part,
	const DdCorrection *correction, const char *why, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdWork work = {.change = change, .part = part, .arena = arena};
	if (!check_correction(correction, arena, error) ||
		!begin(&work, task, DD_ACTION_CORRECT, why, error))
		return false;
	DdStoredTask now = correct(&work.task, correction, arena);
	return settle(&work, &now, DD_ACTION_CORRECT, why, error);
}

/* Adds a task of which nothing is said yet to the reading, and takes it up in @work */
static bool
add_blank(DdWork *work, int64_t reading, const char *why, GError **error)
{
	int64_t id = 0;
	const DdTime none = {.kind = DD_TIME_NONE};
	g_autofree char *time = dd_time_to_json(&none);
	return dd_change_number(work->change, "task", 1, &id, error) &&
	       dd_db_run(dd_store_get_db(work->change->store), &dd_sql[DD_SQL_ADD_BLANK_TASK],
		       DD_DB_ARGS(dd_db_int(id), dd_db_int(reading), dd_db_text(time)), error) &&
	       begin(work, id, DD_ACTION_ADD, why, error);
}

/* @reading_out: number of the reading of that document */
bool
dd_settle_find_reading(DdStore *store, int64_t id, DdArena *arena, int64_t *reading_out, GError **error)
{
	DdStoredDocument document = {0};
	bool found = false;
	if (!dd_stored_document(store, id, arena, &document, &found, error))
		return false;
	*reading_out = document.reading;
	if (found && document.reading != 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
		"không có văn bản số %" G_GINT64_FORMAT " đã đọc (no document %" G_GINT64_FORMAT
		" that was read)",
		id, id);
	return false;
}

bool
dd_settle_add(DdChange *change, int64_t document, const DdActingAs *part,
	const DdCorrection *correction, const char *why, int64_t *task_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdWork work = {.change = change, .part = part, .arena = arena};
	int64_t reading = 0;
	if (!check_correction(correction, arena, error) ||
		!dd_settle_find_reading(change->store, document, work.arena, &reading, error) ||
		!add_blank(&work, reading, why, error))
		return false;
	DdStoredTask now = correct(&work.task, correction, arena);
	if (!settle(&work, &now, DD_ACTION_ADD, why, error))
		return false;
	*task_out = work.task.id;
	return true;
}

/*
 * Returns: (transfer full) "tách từ nhiệm vụ 5: lý do", as the reason of what goes along with a change of another task. The reason stands whole with
 * that one; here what a reason has no room for is left out
 */
static char *
say_why(const char *vi, int64_t task, const char *why)
{
	GString *text = g_string_new(NULL);
	g_string_printf(text, "%s %" G_GINT64_FORMAT "%s%s", vi, task, dd_is_said(why) ? ": " : "",
		dd_is_said(why) ? why : "");
	if (text->len > DD_MAX_WHY_BYTES) {
		const char *end = text->str + DD_MAX_WHY_BYTES - strlen("…") + 1;
		g_string_truncate(text, (gsize)(g_utf8_find_prev_char(text->str, end) - text->str));
		g_string_append(text, "…");
	}
	return g_string_free(text, FALSE);
}

/* Adds a task like @model with another text */
static bool
add_part(DdWork *part, const DdStoredTask *model, int64_t reading, const char *text,
	const char *why, GError **error)
{
	const DdCorrection said = {.text = text};
	if (!check_correction(&said, part->arena, error) || !add_blank(part, reading, why, error))
		return false;
	DdStoredTask now = correct(model, &said, part->arena);
	now.id = part->task.id;
	return settle(part, &now, DD_ACTION_ADD, why, error);
}

bool
dd_settle_split(DdChange *change, int64_t task, const DdActingAs *part, const char *const *texts,
	const char *why, GArray *tasks_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree char *from = say_why("tách từ nhiệm vụ", task, why);
	DdWork work = {.change = change, .part = part, .arena = arena};
	int64_t reading = 0;
	g_return_val_if_fail(texts[0] != NULL && texts[1] != NULL, false);
	const DdCorrection first = {.text = texts[0]};
	if (!check_count(g_strv_length((char **)texts), error) ||
		!check_correction(&first, arena, error) ||
		!begin(&work, task, DD_ACTION_SPLIT, why, error) ||
		!dd_settle_find_reading(change->store, work.task.document, work.arena, &reading, error))
		return false;
	DdStoredTask now = correct(&work.task, &first, arena);
	if (!settle(&work, &now, DD_ACTION_SPLIT, why, error))
		return false;
	for (size_t i = 1; texts[i] != NULL; i++) {
		DdWork other = {.change = change, .part = part, .arena = arena};
		if (!add_part(&other, &work.task, reading, texts[i], from, error))
			return false;
		g_array_append_val(tasks_out, other.task.id);
	}
	return true;
}

static bool
has_name(const GPtrArray *names, const char *name)
{
	g_autofree char *key = dd_identity_fold(name);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *other = dd_identity_fold(g_ptr_array_index(names, i));
		if (g_strcmp0(key, other) == 0)
			return true;
	}
	return false;
}

/* What several tasks make together, on its way; all is lent by them */
typedef struct {
	GString *text;
	GPtrArray *names[N_ROLES];
	const char *product;
	bool products_differ, times_differ;
} Sum;

static void
clear_sum(Sum *self)
{
	g_string_free(self->text, TRUE);
	for (size_t i = 0; i < N_ROLES; i++)
		g_ptr_array_unref(self->names[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sum, clear_sum)

static void
add_names(Sum *sum, const DdStoredTask *task)
{
	for (size_t i = 0; i < task->n_assignments; i++)
		for (size_t role = 0; role < N_ROLES; role++)
			if (strcmp(task->assignments[i].role, roles[role]) == 0 &&
				sum->names[role]->len <= DD_MAX_NAMES &&
				!has_name(sum->names[role], task->assignments[i].name))
				g_ptr_array_add(sum->names[role], (char *)task->assignments[i].name);
}

static void
add_task(Sum *sum, const DdStoredTask *first, const DdStoredTask *task)
{
	/* the full stop of what is no longer the end */
	while (sum->text->len > 0 && strchr(".; ", sum->text->str[sum->text->len - 1]) != NULL)
		g_string_truncate(sum->text, sum->text->len - 1);
	if (task->text != NULL && sum->text->len <= DD_MAX_SETTLED_BYTES)
		g_string_append_printf(sum->text, "%s%s", sum->text->len > 0 ? "; " : "", task->text);
	if (sum->product == NULL)
		sum->product = task->product;
	sum->products_differ = sum->products_differ ||
			       (task->product != NULL && strcmp(sum->product, task->product) != 0);
	sum->times_differ = sum->times_differ || strcmp(first->time_json, task->time_json) != 0;
	add_names(sum, task);
}

/* Takes the others into the sum, and out of the draft */
static bool
take_others(DdWork *work, const int64_t *tasks, size_t n, const char *why, Sum *sum, GError **error)
{
	g_autofree char *into = say_why("gộp vào nhiệm vụ", work->task.id, why);
	const DdStep drop = {.action = DD_ACTION_DROP, .reason = into, .progress.percent = -1};
	for (size_t i = 1; i < n; i++) {
		DdWork other = {.change = work->change, .part = work->part, .arena = work->arena};
		if (!dd_work_load(&other, tasks[i], error))
			return false;
		if (other.task.document != work->task.document || tasks[i] == tasks[0]) {
			g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
				"chỉ gộp các nhiệm vụ khác nhau của cùng một văn bản (different "
				"tasks of one document are merged)");
			return false;
		}
		add_task(sum, &work->task, &other.task);
		if (!dd_follow_step(work->change, tasks[i], work->part, &drop, NULL, error))
			return false;
	}
	return true;
}

/* What the tasks do not have in common, a person must say */
static bool
check_sum(const Sum *sum, const DdCorrection *said, GError **error)
{
	if (sum->times_differ && said->time_json == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"các nhiệm vụ có thời hạn khác nhau, cần nêu thời hạn (their times differ: "
			"one is to be said)");
		return false;
	}
	if (sum->products_differ && said->product == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"các nhiệm vụ có sản phẩm khác nhau, cần nêu sản phẩm (their products "
			"differ: one is to be said)");
		return false;
	}
	return true;
}

/* Who leads the whole does not help itself as well, though it helped with a part. @lead: ends with NULL */
static void
drop_leads(GPtrArray *helpers, const char *const *lead)
{
	g_autoptr(GPtrArray) leads = g_ptr_array_new();
	for (; *lead != NULL; lead++)
		g_ptr_array_add(leads, (gpointer)*lead);
	for (guint i = helpers->len; i > 0; i--)
		if (has_name(leads, g_ptr_array_index(helpers, i - 1)))
			g_ptr_array_remove_index(helpers, i - 1);
}

bool
dd_settle_merge(DdChange *change, const int64_t *tasks, size_t n, const DdActingAs *part,
	const DdCorrection *correction, const char *why, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdWork work = {.change = change, .part = part, .arena = arena};
	g_auto(Sum) sum = {.text = g_string_new(NULL)};
	for (size_t i = 0; i < N_ROLES; i++)
		sum.names[i] = g_ptr_array_new();
	g_return_val_if_fail(n >= 2, false);
	if (!check_count(n, error) || !check_correction(correction, arena, error) ||
		!begin(&work, tasks[0], DD_ACTION_MERGE, why, error))
		return false;
	add_task(&sum, &work.task, &work.task);
	if (!take_others(&work, tasks, n, why, &sum, error) || !check_sum(&sum, correction, error))
		return false;
	g_ptr_array_add(sum.names[LEAD], NULL);
	drop_leads(sum.names[COORDINATE], correction->lead != NULL
						  ? correction->lead
						  : (const char *const *)sum.names[LEAD]->pdata);
	for (size_t i = 0; i < N_ROLES; i++)
		if (i != LEAD)
			g_ptr_array_add(sum.names[i], NULL);
	const DdCorrection all = {.text = sum.text->str,
		.product = sum.product,
		.coordinate = (const char *const *)sum.names[COORDINATE]->pdata,
		.director = (const char *const *)sum.names[DIRECTOR]->pdata,
		.lead = (const char *const *)sum.names[LEAD]->pdata,
		.monitor = (const char *const *)sum.names[MONITOR]->pdata};
	if (!check_correction(&all, arena, error))
		return false;
	DdStoredTask together = correct(&work.task, &all, arena);
	DdStoredTask now = correct(&together, correction, arena);
	return settle(&work, &now, DD_ACTION_MERGE, why, error);
}
