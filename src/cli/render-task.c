/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-task.c: lists of tasks, and one with its history */
#include "render-task.h"

#include "block.h"
#include "csv-row.h"
#include "date.h"
#include "instant.h"
#include "labels.h"
#include "maxima.h"
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
	dd_json_day(json, "as_of", self->as_of);
	dd_json_open(json, "tasks", '[', false);
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
		dd_json_task_row(self->json, row, self->as_of, DD_TASK_ALL_FIELDS);
	else if (self->form == DD_TASKS_CSV)
		print_cells(self, row, &lateness);
	else
		print_row(self, row, &lateness);
	self->count++;
}

/* A failed write is kept by the stream, where the caller looks for every form alike. */
void
dd_render_finish_json(const DdRender *render, DdJsonWriter *json)
{
	g_autoptr(GError) error = NULL;
	if (!dd_json_finish(json, &error))
		g_debug("%s", error->message);
	fputc('\n', render->out);
}

static void
write_sheet(const DdRender *render, const DdTaskSheet *sheet)
{
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_task_sheet(json, NULL, sheet);
	dd_render_finish_json(render, json);
}

void
dd_task_list_end(DdTaskList *self)
{
	if (self->form == DD_TASKS_JSON) {
		dd_json_close(self->json, ']');
		dd_json_close(self->json, '}');
		dd_render_finish_json(&self->render, self->json);
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

/* How often a day that a person gave was corrected, and what it was before */
static void
append_changes(GString *text, const DdStoredOccurrence *one)
{
	if (one->changes == 0)
		return;
	g_autofree char *was = dd_label_day(one->was);
	g_string_append_printf(
		text, " · đã sửa %" G_GINT64_FORMAT " lần, trước là %s", one->changes, was);
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
		g_autoptr(GString) text = g_string_new(due != NULL ? due : "không có ngày");
		g_string_append_printf(text, " (%s%s%s)", dd_due_rule_get_vi(rule),
			said != NULL ? ", dời qua ngày nghỉ từ " : "", said != NULL ? said : "");
		if (one->what != NULL)
			g_string_append_printf(text, ": %s", one->what);
		if (stopped != NULL)
			g_string_append_printf(text, " · nộp %s", stopped);
		append_changes(text, one);
		add_fact(block, i == 0 ? "Các hạn" : "", text->str);
	}
	if (sheet->followed->truncated) {
		g_autofree char *cut = g_strdup_printf(
			DD_LABEL_TRUNCATED, DD_MAX_OCCURRENCES, DD_MAX_OCCURRENCES);
		add_fact(block, "", cut);
	}
}

/* One of the things that were said with a step, behind a word for it */
static void
append_part(GString *text, const char *word, const char *value)
{
	if (value != NULL)
		g_string_append_printf(text, " · %s: %s", word, value);
}

/* Who leads, or the day, where the step changed it; NULL and no day: it was not settled before */
static void
append_settled(GString *text, const DdStoredStep *before, const DdStoredStep *step)
{
	g_autofree char *was = dd_label_day(before->due);
	g_autofree char *due = dd_label_day(step->due);
	if (before->lead != NULL && g_strcmp0(before->lead, step->lead) != 0)
		g_string_append_printf(text, " · chủ trì: %s → %s", before->lead, step->lead);
	if (strcmp(step->action, dd_action_to_string(DD_ACTION_SET_DAY)) == 0 && due != NULL)
		g_string_append_printf(text, " · hạn: %s%s%s", was != NULL ? was : "",
			was != NULL ? " → " : "", due);
}

/* @before: the step before it, NULL of the first one */
static void
add_step(DdBlock *block, const DdStoredStep *before, const DdStoredStep *step)
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
	if (before != NULL)
		append_settled(text, before, step);
	append_part(text, "đã làm", step->done);
	append_part(text, "sẽ làm", step->next);
	append_part(text, "khó khăn", step->difficulty);
	append_part(text, "đề xuất", step->proposal);
	append_part(text, "sản phẩm", step->product);
	append_part(text, "minh chứng", step->proof);
	for (size_t i = 0; i < step->n_files; i++)
		append_part(text, "tệp", step->files[i].name);
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

/* Returns: "đã đọc" of the first correction of a field of a task that was read; what is behind that replaces a person's word */
static const char *
describe_was(const DdTaskSheet *sheet, guint i)
{
	const char *field = g_array_index(sheet->corrections, DdStoredCorrection, i).field;
	for (guint n = 0; n < i; n++)
		if (strcmp(g_array_index(sheet->corrections, DdStoredCorrection, n).field, field) == 0)
			return "trước là";
	return sheet->task->added ? "từ" : "đã đọc";
}

/* What was read, what a person made of it, who, when and why */
static void
add_corrections(DdBlock *block, const DdTaskSheet *sheet)
{
	const char *label = sheet->task->added ? "Người thêm" : "Đã sửa";
	for (guint i = 0; i < sheet->corrections->len; i++) {
		const DdStoredCorrection *one = &g_array_index(
			sheet->corrections, DdStoredCorrection, i);
		if (strcmp(one->field, "time_json") == 0)
			continue; /* what the words of the time mean; the words tell people */
		char at[DD_INSTANT_BUFFER];
		g_autofree char *text = g_strdup_printf("%s: %s “%s” → “%s” · %s, %.10s%s%s",
			dd_label_task_field(one->field), describe_was(sheet, i),
			one->was != NULL ? one->was : "", one->now != NULL ? one->now : "",
			one->who, dd_instant_format(one->at, at),
			one->why != NULL ? " · lý do: " : "", one->why != NULL ? one->why : "");
		g_strdelimit(text, "\n", ';');
		add_fact(block, label, text);
		label = "";
	}
}

static void
print_sheet(const DdRender *render, const DdTaskSheet *sheet)
{
	const DdStoredTask *task = sheet->task;
	const DdFollowed *now = sheet->followed;
	DdState state = DD_STATE_DRAFT;
	(void)dd_state_from_string(task->state, &state);
	DdLateness lateness = judge(
		&(DdDeadline){state, now->due, now->stopped, now->until}, sheet->as_of);
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
	add_corrections(block, sheet);
	dd_block_print(block, render->out, 0);
	if (sheet->history->len == 0)
		return;
	g_autoptr(DdBlock) steps = dd_block_new(render->width, render->colour);
	fputc('\n', render->out);
	dd_block_print_rule(render->out, "Lịch sử", render->width, render->colour);
	int64_t left_out = g_array_index(sheet->history, DdStoredStep, 0).position;
	if (left_out > 0)
		fprintf(render->out,
			"… %" G_GINT64_FORMAT
			" bước trước đó không hiện (earlier steps are not shown)\n",
			left_out);
	for (guint i = 0; i < sheet->history->len; i++)
		add_step(steps, i > 0 ? &g_array_index(sheet->history, DdStoredStep, i - 1) : NULL,
			&g_array_index(sheet->history, DdStoredStep, i));
	dd_block_print(steps, render->out, 0);
}

void
dd_render_task(const DdRender *render, DdTasksForm form, const DdTaskSheet *sheet)
{
	if (form == DD_TASKS_JSON)
		write_sheet(render, sheet);
	else
		print_sheet(render, sheet);
}
