/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-task.c: lists of tasks, and one with its history */
#include "render-task.h"

#include "block.h"
#include "csv.h"
#include "date.h"
#include "instant.h"
#include "json-writer.h"
#include "labels.h"
#include "render-store.h"
#include "width.h"

#include <string.h>

#define LABEL 13      /* of a fact, with its blanks */
#define INDENT 7      /* of a task's text below its number */
#define STEP_LABEL 18 /* day and hour of a step */

bool
dd_tasks_form_from_string(const char *name, DdTasksForm *form_out)
{
	static const char *const names[DD_TASKS_LAST] = {"table", "json", "csv"};
	for (DdTasksForm form = 0; form < DD_TASKS_LAST; form++)
		if (strcmp(name != NULL ? name : names[0], names[form]) == 0) {
			*form_out = form;
			return true;
		}
	return false;
}

static DdLateness
judge(const DdDeadline *deadline, DdDay as_of)
{
	return dd_lateness_judge(deadline, as_of, dd_near_window_get_default());
}

static bool
is_alarming(DdLatenessKind kind)
{
	return kind == DD_LATENESS_LATE || kind == DD_LATENESS_NEAR;
}

static void
write_day(DdJsonWriter *json, const char *key, DdDay day)
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

void
dd_task_list_begin(DdTaskList *self)
{
	if (self->form == DD_TASKS_CSV)
		fputs(DD_CSV_MARK "id,document,label,task,lead,state,due,lateness,days,percent\r\n",
			self->render.out);
	if (self->form != DD_TASKS_JSON)
		return;
	DdJsonWriter *json = g_new(DdJsonWriter, 1);
	self->json = json;
	dd_json_init(json, self->render.out);
	dd_json_open(json, NULL, '{', false);
	write_day(json, "as_of", self->as_of);
	dd_json_open(json, "tasks", '[', false);
}

static void
write_row(DdJsonWriter *json, const DdFollowRow *row, const DdLateness *lateness)
{
	dd_json_open(json, NULL, '{', false);
	dd_json_uint(json, "id", (uint64_t)row->task);
	dd_json_uint(json, "document", (uint64_t)row->document);
	dd_json_string(json, "document_number", row->document_number);
	dd_json_string(json, "label", row->label);
	dd_json_string(json, "text", row->text);
	dd_json_string(json, "lead", row->lead);
	dd_json_string(json, "state", dd_state_to_string(row->state));
	dd_json_string(json, "due_kind", row->due_kind);
	write_day(json, "due", row->due);
	write_day(json, "stopped", row->stopped);
	write_lateness(json, lateness);
	dd_json_uint(json, "percent", (uint64_t)row->percent);
	dd_json_close(json, '}');
}

static void
print_cells(const DdTaskList *self, const DdFollowRow *row, const DdLateness *lateness)
{
	char due[DD_DATE_BUFFER];
	g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, row->task);
	g_autofree char *days = g_strdup_printf("%d", lateness->days);
	g_autofree char *percent = g_strdup_printf("%d", row->percent);
	const char *const cells[] = {id, row->document_number, row->label, row->text, row->lead,
		dd_state_to_string(row->state), dd_date_format(row->due, due),
		dd_lateness_to_string(lateness->kind), days, percent};
	dd_csv_print_row(self->render.out, cells, G_N_ELEMENTS(cells));
}

/* The number and where it stands in its document, and below its text */
static void
print_row(const DdTaskList *self, const DdFollowRow *row, const DdLateness *lateness)
{
	g_autofree char *words = dd_lateness_describe(lateness);
	g_autofree char *day = dd_label_day(row->due);
	g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, row->task);
	g_autofree char *facts = g_strdup_printf("%s · %s · %s%s%s · %s · %d %%", row->lead,
		dd_state_get_vi(row->state), day != NULL ? "hạn " : "", day != NULL ? day : "",
		day != NULL ? "" : "chưa có ngày hạn", words, row->percent);
	g_autofree char *text = g_strdup_printf("%s%s%s %s",
		row->document_number != NULL ? row->document_number : "",
		row->document_number != NULL ? ", " : "", row->label,
		row->text != NULL ? row->text : "");
	g_autoptr(DdBlock) block = dd_block_new(self->render.width, self->render.colour);
	dd_block_add(block, number, INDENT, DD_STYLE_STRONG, facts,
		is_alarming(lateness->kind) ? DD_STYLE_WARNING : DD_STYLE_ACCENT);
	dd_block_add(block, "", INDENT, DD_STYLE_PLAIN, text, DD_STYLE_PLAIN);
	dd_block_print(block, self->render.out, 0);
}

void
dd_task_list_print(DdTaskList *self, const DdFollowRow *row)
{
	DdLateness lateness = judge(
		&(DdDeadline){row->state, row->due, row->stopped, row->until}, self->as_of);
	if (self->form == DD_TASKS_JSON)
		write_row(self->json, row, &lateness);
	else if (self->form == DD_TASKS_CSV)
		print_cells(self, row, &lateness);
	else
		print_row(self, row, &lateness);
	self->count++;
}

/* A failed write is kept by the stream, where the caller looks for every form alike. */
static void
finish_json(DdJsonWriter *json)
{
	g_autoptr(GError) error = NULL;
	if (!dd_json_finish(json, &error))
		g_debug("%s", error->message);
}

void
dd_task_list_end(DdTaskList *self)
{
	if (self->form == DD_TASKS_JSON) {
		dd_json_close(self->json, ']');
		dd_json_close(self->json, '}');
		finish_json(self->json);
		fputc('\n', self->render.out);
		g_clear_pointer(&self->json, g_free);
	} else if (self->form == DD_TASKS_TABLE) {
		g_autofree char *day = dd_label_day(self->as_of);
		fprintf(self->render.out, "%zu nhiệm vụ%s, tính đến %s\n", self->count,
			self->more ? " đầu tiên, còn nữa (--limit)" : "", day);
	}
}

static void
add_fact(DdBlock *block, const char *label, const char *value)
{
	if (value != NULL && *value != '\0')
		dd_block_add(block, label, LABEL, DD_STYLE_QUIET, value, DD_STYLE_PLAIN);
}

static void
add_assignments(DdBlock *block, const DdStoredTask *task, const char *role, const char *label)
{
	g_autofree char *names = dd_label_names(task, role);
	add_fact(block, label, names);
}

static void
add_occurrences(DdBlock *block, const DdTaskSheet *sheet)
{
	for (guint i = 0; i < sheet->occurrences->len; i++) {
		const DdStoredOccurrence *one = &g_array_index(
			sheet->occurrences, DdStoredOccurrence, i);
		DdDueRule rule = DD_DUE_RULE_NONE;
		(void)dd_due_rule_from_string(one->rule, &rule);
		g_autofree char *due = dd_label_day(one->due);
		g_autofree char *stopped = dd_label_day(one->stopped);
		g_autofree char *said = dd_date_compare(one->said, one->due) != 0
						? dd_label_day(one->said)
						: NULL;
		g_autofree char *text = g_strdup_printf("%s (%s%s%s)%s%s%s%s",
			due != NULL ? due : "không có ngày", dd_due_rule_get_vi(rule),
			said != NULL ? ", dời qua ngày nghỉ từ " : "", said != NULL ? said : "",
			one->what != NULL ? ": " : "", one->what != NULL ? one->what : "",
			stopped != NULL ? " · nộp " : "", stopped != NULL ? stopped : "");
		add_fact(block, i == 0 ? "Các hạn" : "", text);
	}
}

/* One of the things that were said with a step, behind a word for it */
static void
append_part(GString *text, const char *word, const char *value)
{
	if (value != NULL)
		g_string_append_printf(text, " · %s: %s", word, value);
}

static void
add_step(DdBlock *block, const DdStoredStep *step)
{
	char buffer[DD_INSTANT_BUFFER];
	DdAction action = DD_ACTION_LAST;
	DdState state = DD_STATE_DRAFT;
	DdRole role = DD_ROLE_LAST;
	bool known = dd_action_from_string(step->action, &action);
	(void)dd_state_from_string(step->state, &state);
	g_autoptr(GString) text = g_string_new(known ? dd_action_get_vi(action) : step->action);
	g_autofree char *until = dd_label_day(step->until);
	g_string_append_printf(text, " → %s · %s", dd_state_get_vi(state), step->who);
	if (dd_role_from_string(step->role, &role))
		g_string_append_printf(text, " (%s%s%s)", dd_role_get_vi(role),
			step->unit != NULL ? ", " : "", step->unit != NULL ? step->unit : "");
	g_string_append_printf(text, " · %d %%", step->percent);
	append_part(text, "đã làm", step->done);
	append_part(text, "sẽ làm", step->next);
	append_part(text, "khó khăn", step->difficulty);
	append_part(text, "đề xuất", step->proposal);
	append_part(text, "sản phẩm", step->product);
	append_part(text, "minh chứng", step->proof);
	append_part(text, "văn bản", step->document);
	append_part(text, "đến ngày", until);
	append_part(text, "lý do", step->reason);
	/* 2026-11-22T08:30:00+07:00: day and hour are what people ask for */
	g_strlcpy(buffer, dd_instant_format(step->at, buffer), sizeof(buffer));
	buffer[16] = '\0';
	buffer[10] = ' ';
	dd_block_add(block, buffer, STEP_LABEL, DD_STYLE_QUIET, text->str, DD_STYLE_PLAIN);
}

/* A deadline on a day off is for people to see; where the year is not announced yet, that */
static char *
describe_due(const DdTaskSheet *sheet)
{
	DdDay due = sheet->followed->due;
	g_autofree char *day = dd_label_day(due);
	if (day == NULL)
		return NULL;
	DdDayFacts facts = dd_workdays_look(sheet->workdays, due);
	if (facts.name != NULL)
		return g_strdup_printf("%s · %s: %s", day,
			facts.working ? "ngày làm việc" : "ngày nghỉ", facts.name);
	if (!facts.working)
		return g_strdup_printf("%s · ngày nghỉ cuối tuần", day);
	if (!facts.known)
		return g_strdup_printf("%s · chưa có lịch nghỉ lễ, tết năm %d", day, due.year);
	return g_steal_pointer(&day);
}

/* How late the task is; @state_out: where it stands */
static DdLateness
judge_sheet(const DdTaskSheet *sheet, DdState *state_out)
{
	const DdFollowed *now = sheet->followed;
	*state_out = DD_STATE_DRAFT;
	(void)dd_state_from_string(sheet->task->state, state_out);
	return judge(&(DdDeadline){*state_out, now->due, now->stopped, now->until}, sheet->as_of);
}

static void
print_sheet(const DdRender *render, const DdTaskSheet *sheet)
{
	const DdStoredTask *task = sheet->task;
	const DdFollowed *now = sheet->followed;
	DdState state;
	DdLateness lateness = judge_sheet(sheet, &state);
	g_autofree char *title = g_strdup_printf("Nhiệm vụ %" G_GINT64_FORMAT, task->id);
	g_autofree char *words = dd_lateness_describe(&lateness);
	g_autofree char *due = describe_due(sheet);
	g_autofree char *standing = g_strdup_printf(
		"%s · %s · %d %%", dd_state_get_vi(state), words, now->percent);
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_print_rule(render->out, title, render->width, render->colour);
	dd_block_add(block, NULL, 0, DD_STYLE_PLAIN, task->text, DD_STYLE_STRONG);
	add_fact(block, "Văn bản", task->document_number);
	add_fact(block, "Mục", task->label);
	add_fact(block, "Trạng thái", standing);
	add_fact(block, "Hạn", due);
	add_fact(block, "Được giao", now->lead);
	add_assignments(block, task, "lead", "Chủ trì");
	add_assignments(block, task, "coordinate", "Phối hợp");
	add_assignments(block, task, "director", "Chỉ đạo");
	add_fact(block, "Thời hạn", task->time_raw);
	add_fact(block, "Sản phẩm", task->product);
	add_occurrences(block, sheet);
	dd_block_print(block, render->out, 0);
	if (sheet->history->len == 0)
		return;
	g_autoptr(DdBlock) steps = dd_block_new(render->width, render->colour);
	fputc('\n', render->out);
	dd_block_print_rule(render->out, "Lịch sử", render->width, render->colour);
	for (guint i = 0; i < sheet->history->len; i++)
		add_step(steps, &g_array_index(sheet->history, DdStoredStep, i));
	dd_block_print(steps, render->out, 0);
}

static void
write_occurrences(DdJsonWriter *json, const GArray *occurrences)
{
	dd_json_open(json, "occurrences", '[', false);
	for (guint i = 0; i < occurrences->len; i++) {
		const DdStoredOccurrence *one = &g_array_index(occurrences, DdStoredOccurrence, i);
		dd_json_open(json, NULL, '{', true);
		write_day(json, "start", one->start);
		write_day(json, "due", one->due);
		write_day(json, "said", one->said);
		write_day(json, "stopped", one->stopped);
		dd_json_string(json, "what", one->what);
		dd_json_string(json, "rule", one->rule);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static void
write_step(DdJsonWriter *json, const DdStoredStep *step)
{
	char at[DD_INSTANT_BUFFER];
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "at", dd_instant_format(step->at, at));
	dd_json_string(json, "who", step->who);
	dd_json_string(json, "role", step->role);
	dd_json_string(json, "unit", step->unit);
	dd_json_string(json, "action", step->action);
	dd_json_string(json, "state", step->state);
	write_day(json, "due", step->due);
	dd_json_uint(json, "percent", (uint64_t)step->percent);
	dd_json_string(json, "done", step->done);
	dd_json_string(json, "next", step->next);
	dd_json_string(json, "difficulty", step->difficulty);
	dd_json_string(json, "proposal", step->proposal);
	dd_json_string(json, "product", step->product);
	dd_json_string(json, "proof", step->proof);
	dd_json_string(json, "document", step->document);
	dd_json_string(json, "reason", step->reason);
	write_day(json, "until", step->until);
	dd_json_close(json, '}');
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

static void
write_sheet(const DdRender *render, const DdTaskSheet *sheet)
{
	const DdStoredTask *task = sheet->task;
	const DdFollowed *now = sheet->followed;
	DdState state;
	DdLateness lateness = judge_sheet(sheet, &state);
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_open(json, NULL, '{', false);
	dd_json_uint(json, "id", (uint64_t)task->id);
	dd_json_uint(json, "document", (uint64_t)task->document);
	dd_json_string(json, "document_number", task->document_number);
	dd_json_string(json, "label", task->label);
	dd_json_string(json, "text", task->text);
	dd_json_string(json, "state", task->state);
	dd_json_uint(json, "version", (uint64_t)task->version);
	dd_json_string(json, "answers", now->lead);
	dd_json_stored_names(json, task, "lead");
	dd_json_stored_names(json, task, "coordinate");
	dd_json_stored_names(json, task, "director");
	dd_json_string(json, "time_raw", task->time_raw);
	dd_json_string(json, "product", task->product);
	dd_json_string(json, "due_kind", now->due_kind);
	write_day(json, "due", now->due);
	write_day(json, "stopped", now->stopped);
	write_day(json, "until", now->until);
	write_day(json, "as_of", sheet->as_of);
	write_lateness(json, &lateness);
	write_working_days(json, sheet);
	dd_json_uint(json, "percent", (uint64_t)now->percent);
	write_occurrences(json, sheet->occurrences);
	dd_json_open(json, "history", '[', false);
	for (guint i = 0; i < sheet->history->len; i++)
		write_step(json, &g_array_index(sheet->history, DdStoredStep, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	finish_json(json);
	fputc('\n', render->out);
}

void
dd_render_task(const DdRender *render, DdTasksForm form, const DdTaskSheet *sheet)
{
	if (form == DD_TASKS_JSON)
		write_sheet(render, sheet);
	else
		print_sheet(render, sheet);
}
