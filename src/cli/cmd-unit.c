/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-unit.c: dondoc unit: the directory of units, and which units the names in plans mean */
#include "audit.h"
#include "date.h"
#include "error.h"
#include "input.h"
#include "instant.h"
#include "maxima.h"
#include "names-private.h"
#include "output.h"
#include "progress.h"
#include "render-unit.h"
#include "store-options.h"
#include "unit-proposal.h"

#include <string.h>

typedef struct {
	DdStoreOptions common;
	char *at, *parent, *kind, *output, *into, *document, *from, *field, *why, *to;
	gboolean end;
	DdTasksForm form;
	DdDay today;
} UnitOptions;

static void
clear_unit_options(UnitOptions *options)
{
	char **const texts[] = {&options->at, &options->parent, &options->kind, &options->output,
		&options->into, &options->document, &options->from, &options->field, &options->why,
		&options->to};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		g_clear_pointer(texts[i], g_free);
	dd_store_options_clear(&options->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(UnitOptions, clear_unit_options)

static DdExit
fail_usage(const char *vi, const char *en)
{
	return dd_command_fail_usage("unit", vi, en);
}

/* Returns: FALSE with the failure said when @day is set and is none */
static bool
read_day(const char *text, DdDay *out, DdExit *exit_out)
{
	if (text == NULL || dd_date_parse(text, out))
		return true;
	*exit_out = fail_usage("ngày phải có dạng 2025-03-01", "a day is like 2025-03-01");
	return false;
}

static DdExit
run_import(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	if (g_strv_length(options->common.words) != 2)
		return fail_usage("unit import cần một tệp CSV, hoặc “-”",
			"unit import takes one CSV file, or \"-\"");
	const char *path = options->common.words[1];
	g_autoptr(GByteArray) bytes = dd_input_read(path, &error);
	if (bytes == NULL || memchr(bytes->data, '\0', bytes->len) != NULL) {
		if (bytes != NULL)
			g_set_error(&error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"không phải CSV dạng UTF-8 (no CSV in UTF-8)");
		dd_progress_failure(path, error);
		return DD_EXIT_FAILED;
	}
	g_autofree char *csv = g_strndup((const char *)bytes->data, bytes->len);
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_CREATE);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_auto(DdChange) change = {0}; /* which goes before its store does */
	if (!dd_change_begin(store, &options->common.actor, &change, &error) ||
		!dd_units_import(&change, csv, &out, &error) || !dd_change_commit(&change, &error)) {
		dd_progress_failure(path, error);
		return DD_EXIT_FAILED;
	}
	printf("%zu dòng: %zu đơn vị mới, %zu thay đổi (rows, new units, changed)\n", out.rows,
		out.added, out.changed);
	return DD_EXIT_DONE;
}

/* list and export: the same rows, which export gives as CSV unless it is told otherwise */
static DdExit
run_list(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdUnitFilter filter = {.parent = options->parent, .kind = options->kind};
	DdRender render = {0};
	DdExit status;
	if (g_strv_length(options->common.words) != 1)
		return fail_usage("unit list, unit export không có tham số",
			"unit list and unit export take options only");
	if (!read_day(options->at, &filter.at, &status))
		return status;
	if (options->kind != NULL && dd_kind_intern(options->kind)[0] == '\0')
		return fail_usage("loại đơn vị không có", "no such kind of unit");
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_autoptr(DdUnitBook) book = dd_stored_units(store, arena, &error);
	if (book == NULL)
		return dd_store_options_fail(error);
	g_autoptr(DdOutput) output = dd_output_open(options->output, &error);
	if (output != NULL) {
		dd_render_init(&render, dd_output_get_stream(output));
		dd_render_units(&render, options->form, book, &filter);
	}
	if (output == NULL || !dd_output_commit(output, &error)) {
		dd_progress_failure(options->output != NULL ? options->output : "stdout", error);
		return DD_EXIT_FAILED;
	}
	return DD_EXIT_DONE;
}

static DdExit
run_export(UnitOptions *options)
{
	if (options->common.format == NULL)
		options->form = DD_TASKS_CSV;
	return run_list(options);
}

static DdExit
run_show(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdRender render = {0};
	if (g_strv_length(options->common.words) != 2)
		return fail_usage(
			"unit show cần mã của một đơn vị", "unit show takes the id of one unit");
	if (options->form == DD_TASKS_CSV)
		return fail_usage("unit show chỉ in table, json", "unit show prints table, json");
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_autoptr(DdUnitBook) book = dd_stored_units(store, arena, &error);
	if (book == NULL)
		return dd_store_options_fail(error);
	const DdBookUnit *unit = dd_unit_book_lookup(book, options->common.words[1]);
	if (unit == NULL) {
		g_set_error(&error, DD_ERROR, DD_ERROR_EMPTY,
			"không có đơn vị ấy (there is no such unit)");
		dd_progress_failure(options->common.words[1], error);
		return DD_EXIT_FAILED;
	}
	g_autoptr(GArray) history = dd_audit_list(
		store, "unit", unit->number, 0, DD_MAX_LISTED, arena, &error);
	if (history == NULL)
		return dd_store_options_fail(error);
	dd_render_init(&render, stdout);
	dd_render_unit(&render, options->form, book, unit, history);
	return DD_EXIT_DONE;
}

static DdExit
run_merge(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	DdUnitMerge merge = {.from = (const char *const *)options->common.words + 1,
		.into = options->into,
		.document = options->document,
		.field = options->field != NULL ? options->field : "",
		.end = options->end,
		.reason = options->why};
	DdExit status;
	if (!read_day(options->from, &merge.day, &status))
		return status;
	if (*merge.from == NULL || merge.into == NULL || merge.document == NULL || options->from == NULL)
		return fail_usage("unit merge cần mã các đơn vị, --into, --document, --from",
			"unit merge takes ids of units, --into, --document, --from");
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_EXISTING);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_auto(DdChange) change = {0}; /* which goes before its store does */
	if (!dd_change_begin(store, &options->common.actor, &change, &error) ||
		!dd_units_merge(&change, &merge, &error) || !dd_change_commit(&change, &error))
		return dd_store_options_fail(error);
	return DD_EXIT_DONE;
}

static DdExit
run_settle(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	DdUnitSettling settling = {.unit = options->to, .reason = options->why};
	if (g_strv_length(options->common.words) != 2 || options->to == NULL || options->why == NULL)
		return fail_usage("unit settle cần một tên, --to, --why",
			"unit settle takes a name, --to, --why");
	settling.name = options->common.words[1];
	if (options->document != NULL &&
		!dd_store_options_number(options->document, &settling.document))
		return fail_usage(
			"--document là số của văn bản", "--document is the number of a document");
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_EXISTING);
	if (store == NULL)
		return DD_EXIT_FAILED;
	g_auto(DdChange) change = {0}; /* which goes before its store does */
	if (!dd_change_begin(store, &options->common.actor, &change, &error) ||
		!dd_units_settle(&change, &settling, &error) || !dd_change_commit(&change, &error))
		return dd_store_options_fail(error);
	return DD_EXIT_DONE;
}

/* The names of one document on their way to a list */
typedef struct {
	DdNameList *list;
	const DdStoredDocument *document;
} NamesOf;

static void
print_name(const DdStoredName *name, const DdBookUnit *settled, const DdUnitProposal *proposal,
	void *user_data)
{
	NamesOf *of = user_data;
	dd_name_list_print(of->list, of->document, name, settled, proposal);
}

/* @id: of one document, 0: all that were read, page by page */
static bool
print_documents(DdStore *store, int64_t id, DdDay today, DdNameList *list, GError **error)
{
	g_autoptr(DdArena) units = dd_arena_new();
	g_autoptr(DdUnitBook) book = dd_stored_units(store, units, error);
	DdDocumentFilter filter = {.limit = id != 0 ? 1 : DD_MAX_LISTED, .after = MAX(id, 1) - 1};
	for (bool more = book != NULL; more;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray) documents = dd_stored_documents(store, &filter, arena, error);
		if (documents == NULL)
			return false;
		for (guint i = 0; i < documents->len; i++) {
			const DdStoredDocument *one = &g_array_index(documents, DdStoredDocument, i);
			filter.after = one->id;
			if ((id == 0 || one->id == id) &&
				!dd_units_propose(store, book, one, today, print_name,
					&(NamesOf){list, one}, error))
				return false;
		}
		more = id == 0 && documents->len == DD_MAX_LISTED;
	}
	return book != NULL;
}

static DdExit
run_resolve(UnitOptions *options)
{
	g_autoptr(GError) error = NULL;
	DdNameList list = {.form = options->form};
	int64_t id = 0;
	char **words = options->common.words;
	if (g_strv_length(words) > 2 || (words[1] != NULL && !dd_store_options_number(words[1], &id)))
		return fail_usage("unit resolve cần số của một văn bản, hoặc không gì cả",
			"unit resolve takes the number of a document, or nothing");
	g_autoptr(DdStore) store = dd_store_options_open(&options->common, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	dd_render_init(&list.render, stdout);
	dd_name_list_begin(&list);
	bool good = print_documents(store, id, options->today, &list, &error);
	dd_name_list_end(&list);
	return good ? DD_EXIT_DONE : dd_store_options_fail(error);
}

static bool
take_options(UnitOptions *options, int argc, char **argv, DdExit *exit_out)
{
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options->common),
		DD_STORE_BY_ENTRY(&options->common),
		DD_STORE_FORMAT_ENTRY(&options->common),
		{"at", 0, 0, G_OPTION_ARG_FILENAME, &options->at, NULL, NULL},
		{"parent", 0, 0, G_OPTION_ARG_FILENAME, &options->parent, NULL, NULL},
		{"kind", 0, 0, G_OPTION_ARG_FILENAME, &options->kind, NULL, NULL},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL},
		{"into", 0, 0, G_OPTION_ARG_FILENAME, &options->into, NULL, NULL},
		{"document", 'd', 0, G_OPTION_ARG_FILENAME, &options->document, NULL, NULL},
		{"from", 0, 0, G_OPTION_ARG_FILENAME, &options->from, NULL, NULL},
		{"field", 0, 0, G_OPTION_ARG_FILENAME, &options->field, NULL, NULL},
		{"end", 0, 0, G_OPTION_ARG_NONE, &options->end, NULL, NULL},
		{"why", 'w', 0, G_OPTION_ARG_FILENAME, &options->why, NULL, NULL},
		{"to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	if (!dd_store_options_take(&options->common, "unit", entries, argc, argv, exit_out))
		return false;
	options->today = dd_instant_day(options->common.actor.now, DD_ZONE_VIETNAM, NULL);
	if (dd_tasks_form_from_string(options->common.format, &options->form))
		return true;
	*exit_out = fail_usage(
		"dạng in chỉ có table, json, csv", "the formats are table, json, csv");
	return false;
}

DdExit
dd_cmd_unit(int argc, char **argv)
{
	static const struct {
		const char *word;
		DdExit (*run)(UnitOptions *options);
	} verbs[] = {{"import", run_import}, {"export", run_export}, {"list", run_list},
		{"show", run_show}, {"merge", run_merge}, {"resolve", run_resolve},
		{"settle", run_settle}};
	g_auto(UnitOptions) options = {0};
	DdExit status;
	if (!take_options(&options, argc, argv, &status))
		return status;
	char **words = options.common.words;
	for (size_t i = 0; words != NULL && i < G_N_ELEMENTS(verbs); i++)
		if (strcmp(words[0], verbs[i].word) == 0)
			return verbs[i].run(&options);
	return fail_usage("cần import, export, list, show, merge, resolve hoặc settle",
		"import, export, list, show, merge, resolve or settle is needed");
}
