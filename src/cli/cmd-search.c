/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-search.c: dondoc search: finding documents, tasks and notes by their words */
#include "date.h"
#include "json-search.h"
#include "render-search.h"
#include "render-task.h"
#include "state.h"
#include "store-options.h"

#include <string.h>

#define LIMIT_DEFAULT 20

typedef struct {
	DdStoreOptions common;
	char *unit, *state, *document, *from, *to, *limit, *after;
} Options;

static void
clear_options(Options *options)
{
	dd_store_options_clear(&options->common);
	g_free(options->unit);
	g_free(options->state);
	g_free(options->document);
	g_free(options->from);
	g_free(options->to);
	g_free(options->limit);
	g_free(options->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

static bool
is_day(const char *text)
{
	DdDate day;
	return text == NULL || dd_date_parse(text, &day);
}

/* Finds what is asked for. Returns: what is wrong with it in two languages, NULL when nothing is */
static const char *const *
read_filter(const Options *options, DdSearch *search)
{
	static const char *const bad_state[] = {"trạng thái không có", "no such state"};
	static const char *const bad_number[] = {
		"--document và --limit là số", "--document and --limit are numbers"};
	static const char *const bad_day[] = {
		"--from, --to là ngày như 2026-12-31", "--from and --to are days like 2026-12-31"};
	DdState state;
	int64_t limit = LIMIT_DEFAULT;
	if (options->state != NULL && strcmp(options->state, "open") != 0 &&
		!dd_state_from_string(options->state, &state))
		return bad_state;
	if ((options->document != NULL &&
		    !dd_store_options_number(options->document, &search->document)) ||
		(options->limit != NULL && !dd_store_options_number(options->limit, &limit)))
		return bad_number;
	if (!is_day(options->from) || !is_day(options->to))
		return bad_day;
	search->unit = options->unit;
	search->state = options->state;
	search->from = options->from;
	search->to = options->to;
	search->after = options->after;
	search->limit = (unsigned)MIN(limit, G_MAXINT);
	return NULL;
}

static DdExit
print_found(const Options *options, const DdSearch *search, bool wants_json)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_READ_ONLY);
	g_auto(DdSearchFound) found = {0};
	DdRender render = {0};
	if (store == NULL)
		return DD_EXIT_FAILED;
	if (!dd_search_find(store, search, arena, &found, &error))
		return dd_store_options_fail(error);
	dd_render_init(&render, stdout);
	if (wants_json) {
		g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
		dd_json_init(json, stdout);
		dd_json_search(json, &found);
		dd_render_finish_json(&render, json);
	} else {
		dd_render_search(&render, &found);
	}
	return DD_EXIT_DONE;
}

DdExit
dd_cmd_search(int argc, char **argv)
{
	g_auto(Options) options = {0};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options.common),
		DD_STORE_FORMAT_ENTRY(&options.common),
		{"unit", 'u', 0, G_OPTION_ARG_FILENAME, &options.unit, NULL, NULL},
		{"state", 0, 0, G_OPTION_ARG_FILENAME, &options.state, NULL, NULL},
		{"document", 'd', 0, G_OPTION_ARG_FILENAME, &options.document, NULL, NULL},
		{"from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, NULL, NULL},
		{"to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, NULL, NULL},
		{"limit", 'n', 0, G_OPTION_ARG_FILENAME, &options.limit, NULL, NULL},
		{"after", 0, 0, G_OPTION_ARG_FILENAME, &options.after, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	DdSearch search = {0};
	bool wants_json;
	if (!dd_store_options_take(&options.common, "search", entries, argc, argv, &status))
		return status;
	if (options.common.words == NULL)
		return dd_command_fail_usage(
			"search", "chưa có từ cần tìm", "a word to look for is missing");
	const char *const *wrong = read_filter(&options, &search);
	if (wrong != NULL)
		return dd_command_fail_usage("search", wrong[0], wrong[1]);
	if (!dd_store_options_wants_json(&options.common, "search", &wants_json))
		return DD_EXIT_USAGE;
	g_autofree char *words = g_strjoinv(" ", options.common.words);
	search.words = words;
	return print_found(&options, &search, wants_json);
}
