/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-summary.c: dondoc summary: how many tasks stand where, by unit, and rates with their rule */
#include "date.h"
#include "instant.h"
#include "render-task.h"
#include "store-options.h"

static DdExit
print_summary(const DdStoreOptions *options, DdTasksForm form, DdDay as_of)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdStore) store = dd_store_options_open(options, DD_DB_READ_ONLY);
	DdRender render = {0};
	bool then = dd_date_is_set(as_of);
	DdDay day = then ? as_of : dd_instant_day(options->actor.now, DD_ZONE_VIETNAM, NULL);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_autoptr(GArray) units = dd_follow_count(store, day, then, arena, &error);
	if (units == NULL)
		return dd_store_options_fail(error);
	dd_render_init(&render, stdout);
	dd_render_counts(&render, form, units, day);
	return DD_EXIT_DONE;
}

DdExit
dd_cmd_summary(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	g_autofree char *as_of = NULL;
	const GOptionEntry entries[] = {DD_STORE_ENTRIES(&options), DD_STORE_FORMAT_ENTRY(&options),
		{"as-of", 'a', 0, G_OPTION_ARG_FILENAME, &as_of, NULL, NULL}, G_OPTION_ENTRY_NULL};
	DdTasksForm form = DD_TASKS_TABLE;
	DdDay day = DD_DATE_NONE;
	DdExit status;
	if (!dd_store_options_take(&options, "summary", entries, argc, argv, &status))
		return status;
	if (options.words != NULL)
		return dd_command_fail_usage(
			"summary", "summary không có tham số", "summary takes options only");
	if (!dd_tasks_form_from_string(options.format, &form))
		return dd_command_fail_usage("summary", "dạng in chỉ có table, json, csv",
			"the formats are table, json, csv");
	if (as_of != NULL && !dd_date_parse(as_of, &day))
		return dd_command_fail_usage("summary", "--as-of là một ngày như 2026-12-31",
			"--as-of is a day like 2026-12-31");
	return print_summary(&options, form, day);
}
