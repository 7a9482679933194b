/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-task.c: rows of lists field by field, and one task with its history */
#include "json-task.h"

#include "date.h"
#include "instant.h"
#include "json-store.h"

#include <string.h>

static DdLateness
judge(const DdDeadline *deadline, DdDay as_of)
{
	return dd_lateness_judge(deadline, as_of, dd_near_window_get_default());
}

void
dd_json_day(DdJsonWriter *json, const char *key, DdDay day)
{
	char buffer[DD_DATE_BUFFER];
	dd_json_string(json, key, dd_date_is_set(day) ? dd_date_format(day, buffer) : NULL);
}

static void
write_lateness(DdJsonWriter *json, const DdLateness *lateness)
{
	dd_json_open(json, "lateness", '{', true);
	dd_json_string(json, "kind", dd_lateness_to_string(lateness->kind));
	dd_json_uint(json, "days", (uint64_t)lateness->days);
	dd_json_close(json, '}');
}

static void
write_occurrences(DdJsonWriter *json, const GArray *occurrences)
{
	dd_json_open(json, "occurrences", '[', false);
	for (guint i = 0; i < occurrences->len; i++) {
		const DdStoredOccurrence *one = &g_array_index(occurrences, DdStoredOccurrence, i);
		dd_json_open(json, NULL, '{', true);
		dd_json_day(json, "start", one->start);
		dd_json_day(json, "due", one->due);
		dd_json_day(json, "said", one->said);
		dd_json_day(json, "stopped", one->stopped);
		dd_json_string(json, "what", one->what);
		dd_json_string(json, "rule", one->rule);
		dd_json_uint(json, "changes", (uint64_t)one->changes);
		dd_json_day(json, "was", one->was);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

void
dd_json_attachment(DdJsonWriter *json, const DdAttachment *file)
{
	char hash[DD_HASH_TEXT];
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "hash", dd_hash_format(&file->hash, hash));
	dd_json_string(json, "name", file->name);
	dd_json_uint(json, "size", (uint64_t)file->size);
	dd_json_string(json, "who", file->who);
	dd_json_instant(json, "added_at", file->added_at);
	dd_json_close(json, '}');
}

void
dd_json_task_step(DdJsonWriter *json, const DdStoredStep *step)
{
	char at[DD_INSTANT_BUFFER];
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "at", dd_instant_format(step->at, at));
	dd_json_string(json, "who", step->who);
	dd_json_string(json, "role", step->role);
	dd_json_string(json, "unit", step->unit);
	dd_json_string(json, "action", step->action);
	dd_json_string(json, "state", step->state);
	dd_json_string(json, "lead", step->lead);
	dd_json_day(json, "due", step->due);
	dd_json_uint(json, "percent", (uint64_t)step->percent);
	dd_json_string(json, "done", step->done);
	dd_json_string(json, "next", step->next);
	dd_json_string(json, "difficulty", step->difficulty);
	dd_json_string(json, "proposal", step->proposal);
	dd_json_string(json, "product", step->product);
	dd_json_string(json, "proof", step->proof);
	dd_json_string(json, "document", step->document);
	dd_json_string(json, "reason", step->reason);
	dd_json_day(json, "until", step->until);
	dd_json_open(json, "files", '[', true);
	for (size_t i = 0; i < step->n_files; i++)
		dd_json_attachment(json, &step->files[i]);
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

static void
write_correction(DdJsonWriter *json, const DdStoredCorrection *one)
{
	char at[DD_INSTANT_BUFFER];
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "field", one->field);
	dd_json_string(json, "was", one->was);
	dd_json_string(json, "now", one->now);
	dd_json_string(json, "at", dd_instant_format(one->at, at));
	dd_json_string(json, "who", one->who);
	dd_json_string(json, "action", one->action);
	dd_json_string(json, "reason", one->why);
	dd_json_close(json, '}');
}

static void
write_may(DdJsonWriter *json, unsigned may)
{
	dd_json_open(json, "may", '[', true);
	for (DdAction action = 0; action <= DD_ACTION_REOPEN; action++)
		if ((may & 1u << action) != 0)
			dd_json_string(json, NULL, dd_action_to_string(action));
	dd_json_close(json, ']');
}

/* Working days until the deadline, below 0 behind it, and whether all of them are known to be such */
static void
write_working_days(DdJsonWriter *json, const DdTaskSheet *sheet)
{
	bool known = true;
	DdDay due = sheet->followed->due;
	dd_json_open(json, "working_days", '{', true);
	if (dd_date_is_set(due)) {
		int left = dd_workdays_count(sheet->workdays, sheet->as_of, due, &known);
		dd_json_double(json, "left", left);
		dd_json_bool(json, "known", known);
		dd_json_bool(json, "due_is_one", dd_workdays_look(sheet->workdays, due).working);
	}
	dd_json_close(json, '}');
}

/* Fields of a row, in their order */
typedef enum {
	FIELD_ID,
	FIELD_DOCUMENT,
	FIELD_DOCUMENT_NUMBER,
	FIELD_LABEL,
	FIELD_TEXT,
	FIELD_LEAD,
	FIELD_STATE,
	FIELD_DUE_KIND,
	FIELD_DUE,
	FIELD_STOPPED,
	FIELD_LATENESS,
	FIELD_PERCENT,
	FIELD_PRODUCT,
	FIELD_VERSION,
	FIELD_CHANGED,
	FIELD_LAST
} Field;

static const char *const field_names[FIELD_LAST] = {"id", "document", "document_number", "label",
	"text", "lead", "state", "due_kind", "due", "stopped", "lateness", "percent", "product",
	"version", "changed_at"};

bool
dd_json_task_find_field(const char *name, DdTaskFields *fields_out)
{
	for (Field field = 0; field < FIELD_LAST; field++)
		if (strcmp(field_names[field], name) == 0) {
			*fields_out |= (DdTaskFields)1 << field;
			return true;
		}
	return false;
}

static void
write_field(DdJsonWriter *json, const DdFollowRow *row, DdDay as_of, Field field)
{
	const DdDeadline deadline = {row->state, row->due, row->stopped, row->until};
	const char *name = field_names[field];
	DdLateness lateness;
	char at[DD_INSTANT_BUFFER];
	switch (field) {
	case FIELD_ID:
		dd_json_uint(json, name, (uint64_t)row->task);
		break;
	case FIELD_DOCUMENT:
		dd_json_uint(json, name, (uint64_t)row->document);
		break;
	case FIELD_DOCUMENT_NUMBER:
		dd_json_string(json, name, row->document_number);
		break;
	case FIELD_LABEL:
		dd_json_string(json, name, row->label);
		break;
	case FIELD_TEXT:
		dd_json_string(json, name, row->text);
		break;
	case FIELD_LEAD:
		dd_json_string(json, name, row->lead);
		break;
	case FIELD_STATE:
		dd_json_string(json, name, dd_state_to_string(row->state));
		break;
	case FIELD_DUE_KIND:
		dd_json_string(json, name, row->due_kind);
		break;
	case FIELD_DUE:
		dd_json_day(json, name, row->due);
		break;
	case FIELD_STOPPED:
		dd_json_day(json, name, row->stopped);
		break;
	case FIELD_LATENESS:
		lateness = judge(&deadline, as_of);
		write_lateness(json, &lateness);
		break;
	case FIELD_PERCENT:
		dd_json_uint(json, name, (uint64_t)row->percent);
		break;
	case FIELD_PRODUCT:
		dd_json_string(json, name, row->product);
		break;
	case FIELD_VERSION:
		dd_json_uint(json, name, (uint64_t)row->version);
		break;
	case FIELD_CHANGED:
		dd_json_string(json, name, dd_instant_format(row->changed, at));
		break;
	case FIELD_LAST:
	default:
		break;
	}
}

void
dd_json_task_row(DdJsonWriter *json, const DdFollowRow *row, DdDay as_of, DdTaskFields fields)
{
	dd_json_open(json, NULL, '{', false);
	for (Field field = 0; field < FIELD_LAST; field++)
		if ((fields & (DdTaskFields)1 << field) != 0)
			write_field(json, row, as_of, field);
	dd_json_close(json, '}');
}

void
dd_json_task_sheet(DdJsonWriter *json, const char *key, const DdTaskSheet *sheet)
{
	const DdStoredTask *task = sheet->task;
	const DdFollowed *now = sheet->followed;
	DdState state = DD_STATE_DRAFT;
	(void)dd_state_from_string(task->state, &state);
	DdLateness lateness = judge(
		&(DdDeadline){state, now->due, now->stopped, now->until}, sheet->as_of);
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "id", (uint64_t)task->id);
	dd_json_uint(json, "document", (uint64_t)task->document);
	dd_json_string(json, "document_number", task->document_number);
	dd_json_string(json, "label", task->label);
	dd_json_string(json, "heading", task->heading);
	dd_json_string(json, "text", task->text);
	dd_json_uint(json, "line_start", (uint64_t)task->line_start);
	dd_json_uint(json, "line_end", (uint64_t)task->line_end);
	dd_json_string(json, "state", task->state);
	if (sheet->may != NULL)
		write_may(json, *sheet->may);
	dd_json_uint(json, "version", (uint64_t)task->version);
	dd_json_string(json, "answers", now->lead);
	dd_json_role(json, task, "lead");
	dd_json_role(json, task, "coordinate");
	dd_json_role(json, task, "director");
	dd_json_string(json, "time_raw", task->time_raw);
	dd_json_string(json, "product", task->product);
	dd_json_string(json, "due_kind", now->due_kind);
	dd_json_day(json, "due", now->due);
	dd_json_day(json, "stopped", now->stopped);
	dd_json_day(json, "until", now->until);
	dd_json_day(json, "as_of", sheet->as_of);
	write_lateness(json, &lateness);
	write_working_days(json, sheet);
	dd_json_uint(json, "percent", (uint64_t)now->percent);
	dd_json_bool(json, "truncated", now->truncated);
	write_occurrences(json, sheet->occurrences);
	dd_json_bool(json, "added", task->added);
	dd_json_bool(json, "edited", task->edited);
	dd_json_open(json, "corrections", '[', false);
	for (guint i = 0; i < sheet->corrections->len; i++)
		write_correction(json, &g_array_index(sheet->corrections, DdStoredCorrection, i));
	dd_json_close(json, ']');
	dd_json_uint(json, "history_left_out",
		sheet->history->len > 0 ? (uint64_t)g_array_index(sheet->history, DdStoredStep, 0).position
					: 0);
	dd_json_open(json, "history", '[', false);
	for (guint i = 0; i < sheet->history->len; i++)
		dd_json_task_step(json, &g_array_index(sheet->history, DdStoredStep, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}
