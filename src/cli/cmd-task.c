/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-task.c: dondoc task: lists tasks that are followed, shows one, and takes steps with them */

#include "command.h"
#include "error.h"
#include "holiday.h"
#include "instant.h"
#include "maxima.h"
#include "output.h"
#include "progress.h"
#include "render-task.h"
#include "settle.h"
#include "store-options.h"
#include "task-check.h"
#include "task-step.h"
#include "width.h"

#include <string.h>

#define LIST_DEFAULT 50

typedef struct {
	DdStoreOptions common;
	char *unit, *state, *document, *sort, *limit, *output;
} ListOptions;

static void
clear_list_options(ListOptions *options)
{
	dd_store_options_clear(&options->common);
	g_free(options->unit);
	g_free(options->state);
	g_free(options->document);
	g_free(options->sort);
	g_free(options->limit);
	g_free(options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ListOptions, clear_list_options)

static bool
read_sort(const char *word, DdSort *sort_out)
{
	static const char *const words[DD_SORT_LAST] = {"due", "number"};
	for (DdSort sort = 0; sort < DD_SORT_LAST; sort++)
		if (strcmp(word != NULL ? word : words[0], words[sort]) == 0) {
			*sort_out = sort;
			return true;
		}
	return false;
}

/* Finds what is asked for. Returns: what is wrong with it in two languages, NULL when nothing is */
static const char *const *
read_filter(const ListOptions *options, DdFollowFilter *filter, size_t *limit_out, DdTasksForm *form_out)
{
	static const char *const bad_state[] = {"trạng thái không có", "no such state"};
	static const char *const bad_number[] = {
		"--document và --limit là số", "--document and --limit are numbers"};
	static const char *const bad_form[] = {
		"dạng in chỉ có table, json, csv", "the formats are table, json, csv"};
	static const char *const bad_sort[] = {
		"--sort chỉ có due, number", "--sort is due or number"};
	DdState state;
	int64_t limit = LIST_DEFAULT;
	filter->unit = options->unit;
	filter->open = g_strcmp0(options->state, "open") == 0;
	if (!filter->open && g_strcmp0(options->state, "all") != 0)
		filter->state = options->state;
	if (filter->state != NULL && !dd_state_from_string(filter->state, &state))
		return bad_state;
	if ((options->document != NULL &&
		    !dd_store_options_number(options->document, &filter->document)) ||
		(options->limit != NULL && !dd_store_options_number(options->limit, &limit)))
		return bad_number;
	if (!dd_tasks_form_from_string(options->common.format, form_out))
		return bad_form;
	/* a page for people; what programs read is whole unless they ask for less */
	bool page = *form_out == DD_TASKS_TABLE || options->limit != NULL;
	*limit_out = page ? (size_t)limit : SIZE_MAX;
	return read_sort(options->sort, &filter->sort) ? NULL : bad_sort;
}

/* Prints page after page, so that a list of any length takes the memory of one */
static bool
print_pages(DdStore *store, DdFollowFilter *filter, size_t limit, DdTaskList *list, GError **error)
{
	g_autofree char *after_due = NULL;
	for (bool more = true; more && limit > 0;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		filter->limit = (unsigned)MIN(limit, DD_MAX_LISTED);
		g_autoptr(GArray) rows = dd_follow_list(store, filter, arena, error);
		if (rows == NULL)
			return false;
		for (guint i = 0; i < rows->len; i++)
			dd_task_list_print(list, &g_array_index(rows, DdFollowRow, i));
		more = rows->len == filter->limit;
		limit -= rows->len;
		if (rows->len == 0)
			break;
		const DdFollowRow *last = &g_array_index(rows, DdFollowRow, rows->len - 1);
		g_free(after_due);
		after_due = g_strdup(last->due_order);
		filter->after_due = after_due;
		filter->after = last->task;
		list->more = more;
	}
	return true;
}

static DdExit
list_tasks(const ListOptions *options, DdFollowFilter *filter, size_t limit, DdTasksForm form)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_autoptr(DdOutput) output = dd_output_open(options->output, &error);
	if (output == NULL) {
		dd_progress_failure(options->output, error);
		return DD_EXIT_FAILED;
	}
	DdTaskList list = {.form = form,
		.as_of = dd_instant_day(options->common.actor.now, DD_ZONE_VIETNAM, NULL)};
	dd_render_init(&list.render, dd_output_get_stream(output));
	dd_task_list_begin(&list);
	bool good = print_pages(store, filter, limit, &list, &error);
	dd_task_list_end(&list);
	if (!good)
		return dd_store_options_fail(error);
	if (!dd_output_commit(output, &error)) {
		dd_progress_failure(options->output != NULL ? options->output : "stdout", error);
		return DD_EXIT_FAILED;
	}
	return DD_EXIT_DONE;
}

static DdExit
run_list(int argc, char **argv)
{
	g_auto(ListOptions) options = {0};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options.common),
		DD_STORE_FORMAT_ENTRY(&options.common),
		{"unit", 'u', 0, G_OPTION_ARG_FILENAME, &options.unit, NULL, NULL},
		{"state", 0, 0, G_OPTION_ARG_FILENAME, &options.state, NULL, NULL},
		{"document", 'd', 0, G_OPTION_ARG_FILENAME, &options.document, NULL, NULL},
		{"sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort, NULL, NULL},
		{"limit", 'n', 0, G_OPTION_ARG_FILENAME, &options.limit, NULL, NULL},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	DdFollowFilter filter = {0};
	DdTasksForm form = DD_TASKS_TABLE;
	size_t limit = 0;
	if (!dd_store_options_take(&options.common, "task", entries, argc, argv, &status))
		return status;
	if (options.common.words != NULL)
		return dd_command_fail_usage(
			"task", "task list không có tham số", "task list takes options only");
	const char *const *wrong = read_filter(&options, &filter, &limit, &form);
	if (wrong != NULL)
		return dd_command_fail_usage("task", wrong[0], wrong[1]);
	return list_tasks(&options, &filter, limit, form);
}

static bool
print_task(DdStore *store, int64_t id, DdDay today, bool json, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredTask task;
	DdFollowed followed;
	DdRender render = {0};
	bool found = false;
	if (!dd_stored_task(store, id, arena, &task, &found, error))
		return false;
	if (!found) {
		g_set_error(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có nhiệm vụ số %" G_GINT64_FORMAT " (no task %" G_GINT64_FORMAT ")",
			id, id);
		return false;
	}
	if (!dd_follow_get(store, id, arena, &followed, error))
		return false;
	g_autoptr(GArray) occurrences = dd_follow_occurrences(store, id, arena, error);
	g_autoptr(GArray) history = occurrences != NULL ? dd_follow_history(store, id, arena, error)
							: NULL;
	g_autoptr(GArray) corrections = history != NULL ? dd_settle_list(store, id, arena, error)
							: NULL;
	if (corrections == NULL)
		return false;
	g_autoptr(DdWorkdays) workdays = dd_stored_workdays(store, error);
	if (workdays == NULL)
		return false;
	const DdTaskSheet sheet = {
		&task, &followed, occurrences, history, corrections, today, workdays, NULL};
	dd_render_init(&render, stdout);
	dd_render_task(&render, json ? DD_TASKS_JSON : DD_TASKS_TABLE, &sheet);
	return true;
}

static DdExit
run_show(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	g_autoptr(GError) error = NULL;
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options), DD_STORE_FORMAT_ENTRY(&options), G_OPTION_ENTRY_NULL};
	DdExit status;
	bool json;
	int64_t id;
	if (!dd_store_options_take(&options, "task", entries, argc, argv, &status))
		return status;
	if (options.words == NULL || options.words[1] != NULL ||
		!dd_store_options_number(options.words[0], &id))
		return dd_command_fail_usage("task", "task show cần số của một nhiệm vụ",
			"task show takes the number of one task");
	if (!dd_store_options_wants_json(&options, "task", &json))
		return DD_EXIT_USAGE;
	g_autoptr(DdStore) store = dd_store_options_open(&options, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	DdDay today = dd_instant_day(options.actor.now, DD_ZONE_VIETNAM, NULL);
	return print_task(store, id, today, json, &error) ? DD_EXIT_DONE
							  : dd_store_options_fail(error);
}

DdExit
dd_cmd_task(int argc, char **argv)
{
	DdAction action;
	DdExit status;
	if (argc == 0)
		return run_list(argc, argv);
	if (strcmp(argv[0], "list") == 0)
		return run_list(argc - 1, argv + 1);
	if (argv[0][0] == '-')
		return run_list(argc, argv);
	if (strcmp(argv[0], "show") == 0)
		return run_show(argc - 1, argv + 1);
	if (strcmp(argv[0], "event") == 0)
		return dd_task_run_event(argc - 1, argv + 1);
	if (dd_task_run_check(argv[0], argc - 1, argv + 1, &status))
		return status;
	if (dd_action_from_string(argv[0], &action) && action <= DD_ACTION_REOPEN)
		return dd_task_run_step(action, argc - 1, argv + 1);
	g_autofree char *clean = dd_width_clean(argv[0]);
	g_autofree char *vi = g_strdup_printf("không có việc “%s” với nhiệm vụ", clean);
	g_autofree char *en = g_strdup_printf("nothing called \"%s\" is done with tasks", clean);
	return dd_command_fail_usage("task", vi, en);
}
