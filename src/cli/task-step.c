/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-step.c: steps with tasks: who, in which part, and what is said with it */
#include "task-step.h"

#include "acting.h"
#include "attachment.h"
#include "date.h"
#include "follow.h"
#include "input.h"
#include "labels.h"
#include "maxima.h"
#include "progress.h"
#include "store-options.h"
#include "width.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef struct {
	DdStoreOptions common;
	DdActingAsked asked;
	char *why, *document, *product, *proof, *lead, *until, *day, *days_off;
	char *done, *next, *difficulty, *proposal, *percent;
	char **files; /* paths */
} StepOptions;

static void
clear_step_options(StepOptions *options)
{
	char **const texts[] = {&options->why, &options->document, &options->product, &options->proof,
		&options->lead, &options->until, &options->day, &options->days_off, &options->done,
		&options->next, &options->difficulty, &options->proposal, &options->percent};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		g_clear_pointer(texts[i], g_free);
	g_clear_pointer(&options->files, g_strfreev);
	dd_acting_clear(&options->asked);
	dd_store_options_clear(&options->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StepOptions, clear_step_options)

static bool
take_options(StepOptions *options, const char *command, int argc, char **argv, DdExit *exit_out)
{
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options->common),
		DD_STORE_BY_ENTRY(&options->common),
		DD_ACTING_ENTRIES(&options->asked),
		{"why", 'w', 0, G_OPTION_ARG_FILENAME, &options->why, NULL, NULL},
		{"document", 'd', 0, G_OPTION_ARG_FILENAME, &options->document, NULL, NULL},
		{"product", 0, 0, G_OPTION_ARG_FILENAME, &options->product, NULL, NULL},
		{"proof", 0, 0, G_OPTION_ARG_FILENAME, &options->proof, NULL, NULL},
		{"lead", 0, 0, G_OPTION_ARG_FILENAME, &options->lead, NULL, NULL},
		{"until", 0, 0, G_OPTION_ARG_FILENAME, &options->until, NULL, NULL},
		{"day", 0, 0, G_OPTION_ARG_FILENAME, &options->day, NULL, NULL},
		{"days-off", 0, 0, G_OPTION_ARG_FILENAME, &options->days_off, NULL, NULL},
		{"done", 0, 0, G_OPTION_ARG_FILENAME, &options->done, NULL, NULL},
		{"next", 0, 0, G_OPTION_ARG_FILENAME, &options->next, NULL, NULL},
		{"difficulty", 0, 0, G_OPTION_ARG_FILENAME, &options->difficulty, NULL, NULL},
		{"proposal", 0, 0, G_OPTION_ARG_FILENAME, &options->proposal, NULL, NULL},
		{"percent", 0, 0, G_OPTION_ARG_FILENAME, &options->percent, NULL, NULL},
		{"file", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	return dd_store_options_take(&options->common, command, entries, argc, argv, exit_out);
}

static bool
fail_wrong(DdWrong *wrong, const char *vi, const char *en)
{
	*wrong = (DdWrong){vi, en};
	return false;
}

/* What goes into a record must be text */
static bool
check_texts(const StepOptions *options, DdWrong *wrong)
{
	const char *const texts[] = {options->common.actor.who, options->why, options->document,
		options->product, options->proof, options->lead, options->done, options->next,
		options->difficulty, options->proposal};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (texts[i] != NULL && !g_utf8_validate(texts[i], -1, NULL))
			return fail_wrong(wrong, "chữ phải là UTF-8", "texts are UTF-8");
	return true;
}

/* What becomes of a last day that is a day off: it stays unless the office wants it otherwise */
static bool
read_shift(const StepOptions *options, DdDueShift *shift, DdWrong *wrong)
{
	*shift = g_strcmp0(options->days_off, "next") == 0 ? DD_DUE_MOVES_ON : DD_DUE_STAYS;
	return options->days_off == NULL || *shift == DD_DUE_MOVES_ON ||
	       strcmp(options->days_off, "stay") == 0 ||
	       fail_wrong(wrong, "--days-off là stay hoặc next", "--days-off is stay or next");
}

static bool
read_step(const StepOptions *options, DdAction action, DdStep *step, DdWrong *wrong)
{
	gint64 percent = -1;
	*step = (DdStep){.action = action,
		.reason = options->why,
		.document = options->document,
		.product = options->product,
		.proof = options->proof,
		.lead = options->lead,
		.progress = {options->done, options->next, options->difficulty, options->proposal,
			options->why, -1}};
	if (options->until != NULL && !dd_date_parse(options->until, &step->until))
		return fail_wrong(wrong, "--until là một ngày như 2026-12-31",
			"--until is a day like 2026-12-31");
	if (options->percent != NULL &&
		!g_ascii_string_to_signed(options->percent, 10, 0, 100, &percent, NULL))
		return fail_wrong(wrong, "--percent từ 0 đến 100", "--percent is 0 to 100");
	step->progress.percent = (int)percent;
	/* what a step does not look at is not taken without a word */
	if (options->lead != NULL && action != DD_ACTION_APPROVE && action != DD_ACTION_TRANSFER)
		return fail_wrong(wrong,
			"--lead chỉ dùng khi duyệt hoặc chuyển: dondoc task approve, transfer",
			"--lead goes with dondoc task approve and transfer only");
	if (options->percent != NULL && action != DD_ACTION_PROGRESS)
		return fail_wrong(wrong, "--percent chỉ dùng khi báo tiến độ: dondoc task progress",
			"--percent goes with dondoc task progress only");
	if (options->files != NULL && action != DD_ACTION_PROGRESS && action != DD_ACTION_SUBMIT)
		return fail_wrong(wrong,
			"--file chỉ dùng khi báo tiến độ hoặc trình kết quả: dondoc task progress, "
			"submit",
			"--file goes with dondoc task progress and submit only");
	return read_shift(options, &step->shift, wrong);
}

DdExit
dd_task_fail(const char *what, const char *number, const GError *error)
{
	g_autofree char *name = g_strdup_printf("%s %s", what, number);
	dd_progress_failure(name, error);
	return DD_EXIT_FAILED;
}

/* All that a step needs besides the task. Returns: FALSE when the command is over, and with what in @exit_out */
static bool
prepare(StepOptions *options, const char *command, int argc, char **argv, DdExit *exit_out)
{
	DdWrong wrong;
	int64_t number;
	if (!take_options(options, command, argc, argv, exit_out))
		return false;
	bool good = check_texts(options, &wrong) &&
		    (options->common.words != NULL ||
			    fail_wrong(&wrong, "thiếu số", "a number is missing"));
	for (char **word = good ? options->common.words : NULL; good && *word != NULL; word++)
		good = dd_store_options_number(*word, &number) ||
		       fail_wrong(&wrong, "cần số, như 12", "a number is needed, like 12");
	if (!good)
		*exit_out = dd_command_fail_usage(command, wrong.vi, wrong.en);
	return good;
}

/* Files of a step, read before the store is waited for */
typedef struct {
	GPtrArray *bytes; /* of GByteArray */
	GPtrArray *names; /* of what they are called */
	char **hashes;
	size_t n;
} Files;

static void
clear_files(Files *self)
{
	g_clear_pointer(&self->bytes, g_ptr_array_unref);
	g_clear_pointer(&self->names, g_ptr_array_unref);
	g_clear_pointer(&self->hashes, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Files, clear_files)

/* Returns: the path that it failed with, NULL when all is well */
static const char *
read_files(char **paths, Files *out, GError **error)
{
	g_autoptr(GPtrArray) hashes = g_ptr_array_new_with_free_func(g_free);
	out->bytes = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
	out->names = g_ptr_array_new_with_free_func(g_free);
	for (; paths != NULL && *paths != NULL; paths++, out->n++) {
		GByteArray *bytes = dd_input_read(*paths, error);
		char hash[DD_HASH_TEXT];
		if (bytes == NULL)
			return *paths;
		g_ptr_array_add(out->bytes, bytes);
		g_autofree char *base = g_path_get_basename(*paths);
		g_ptr_array_add(out->names, dd_width_clean(base));
		DdHash own = dd_hash_of(bytes->data, bytes->len);
		g_ptr_array_add(hashes, g_strdup(dd_hash_format(&own, hash)));
	}
	g_ptr_array_add(hashes, NULL);
	out->hashes = (char **)g_ptr_array_free(g_steal_pointer(&hashes), FALSE);
	return NULL;
}

static bool
attach(DdChange *change, int64_t task, const DdActingAs *part, const Files *files, GError **error)
{
	for (guint i = 0; i < files->n; i++) {
		const GByteArray *bytes = g_ptr_array_index(files->bytes, i);
		const DdIntakeFile file = dd_intake_file_make(
			bytes->data, bytes->len, g_ptr_array_index(files->names, i));
		if (!dd_attachment_add(change, task, part, &file, error))
			return false;
	}
	return true;
}

/* Takes the step with each of the tasks. Returns: the number that it failed with, NULL when all is well */
static const char *
take_steps(DdChange *change, char **numbers, const DdActingAs *part, const DdStep *step,
	const Files *files, GArray *done, GError **error)
{
	for (char **word = numbers; *word != NULL; word++) {
		int64_t number = 0;
		DdStepDone one;
		(void)dd_store_options_number(*word, &number);
		if (!attach(change, number, part, files, error) ||
			!dd_follow_step(change, number, part, step, &one, error))
			return *word;
		g_array_append_val(done, one);
	}
	return NULL;
}

/* All of the tasks, or none */
static DdExit
take_all(StepOptions *options, DdStep *step)
{
	g_autoptr(GError) error = NULL;
	g_auto(Files) files = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	DdActingAs part;
	DdExit status;
	const char *unread = read_files(options->files, &files, &error);
	if (unread != NULL) {
		dd_progress_failure(unread, error);
		return DD_EXIT_FAILED;
	}
	step->files = (const char *const *)files.hashes;
	g_autoptr(GArray) done = g_array_new(FALSE, FALSE, sizeof(DdStepDone));
	g_autoptr(DdStore) store = NULL;
	g_auto(DdChange) change = {0};
	store = dd_acting_begin(
		&options->common, "task", &options->asked, arena, &part, &change, &status);
	if (store == NULL)
		return status;
	const char *failed = take_steps(
		&change, options->common.words, &part, step, &files, done, &error);
	if (failed != NULL)
		return dd_task_fail("nhiệm vụ (task)", failed, error);
	if (!dd_change_commit(&change, &error))
		return dd_store_options_fail(error);
	for (guint i = 0; i < done->len; i++) {
		const DdStepDone *one = &g_array_index(done, DdStepDone, i);
		printf("Nhiệm vụ (task) %s: %s (%s)\n", options->common.words[i],
			dd_state_get_vi(one->state), dd_state_get_en(one->state));
		if (step->action == DD_ACTION_APPROVE && one->truncated)
			printf("  " DD_LABEL_TRUNCATED "\n", DD_MAX_OCCURRENCES, DD_MAX_OCCURRENCES);
	}
	return DD_EXIT_DONE;
}

DdExit
dd_task_run_step(DdAction action, int argc, char **argv)
{
	g_auto(StepOptions) options = {0};
	DdStep step;
	DdWrong wrong;
	DdExit status;
	if (!prepare(&options, "task", argc, argv, &status))
		return status;
	if (!read_step(&options, action, &step, &wrong))
		return dd_command_fail_usage("task", wrong.vi, wrong.en);
	return take_all(&options, &step);
}

DdExit
dd_task_run_event(int argc, char **argv)
{
	g_auto(StepOptions) options = {0};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdActingAs part;
	DdDayGiven given = {0};
	DdWrong wrong;
	int64_t number = 0;
	DdExit status;
	if (!prepare(&options, "task", argc, argv, &status))
		return status;
	if (options.day == NULL || !dd_date_parse(options.day, &given.day) ||
		options.common.words[1] != NULL)
		return dd_command_fail_usage("task", "cần một nhiệm vụ và --day như 2026-12-31",
			"one task and --day like 2026-12-31 are needed");
	if (!read_shift(&options, &given.shift, &wrong))
		return dd_command_fail_usage("task", wrong.vi, wrong.en);
	given.reason = options.why;
	given.document = options.document;
	(void)dd_store_options_number(options.common.words[0], &number);
	g_autoptr(DdStore) store = NULL;
	g_auto(DdChange) change = {0};
	store = dd_acting_begin(
		&options.common, "task", &options.asked, arena, &part, &change, &status);
	if (store == NULL)
		return status;
	if (!dd_follow_set_day(&change, number, &part, &given, &error) ||
		!dd_change_commit(&change, &error))
		return dd_task_fail("nhiệm vụ (task)", options.common.words[0], error);
	printf("Nhiệm vụ (task) %s: đã xác định ngày (the day is given) %s\n",
		options.common.words[0], options.day);
	return DD_EXIT_DONE;
}

static void
print_numbers(const GArray *numbers)
{
	for (guint i = 0; i < numbers->len; i++)
		printf(" %" PRId64, g_array_index(numbers, int64_t, i));
	putchar('\n');
}

static void
print_issued(const char *document, const DdIssued *issued)
{
	printf("Văn bản (document) %s: đã giao %zu nhiệm vụ (%zu tasks went out)\n", document,
		issued->issued, issued->issued);
	if (issued->truncated->len > 0) {
		printf(DD_LABEL_TRUNCATED ":", DD_MAX_OCCURRENCES, DD_MAX_OCCURRENCES);
		print_numbers(issued->truncated);
	}
	if (issued->held->len == 0)
		return;
	printf("Giữ lại %u nhiệm vụ cần xác định một đơn vị chủ trì: dondoc task approve SỐ --lead "
	       "ĐƠN VỊ (%u stay back: which one unit leads is to be said):",
		issued->held->len, issued->held->len);
	print_numbers(issued->held);
}

DdExit
dd_task_run_issue(int argc, char **argv)
{
	g_auto(StepOptions) options = {0};
	g_auto(DdIssued) issued = {0};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdActingAs part;
	DdDueShift shift;
	DdWrong wrong;
	int64_t number = 0;
	DdExit status;
	if (!prepare(&options, "document", argc, argv, &status))
		return status;
	if (options.common.words[1] != NULL)
		return dd_command_fail_usage(
			"document", "chỉ một văn bản mỗi lần", "one document at a time");
	if (!read_shift(&options, &shift, &wrong))
		return dd_command_fail_usage("document", wrong.vi, wrong.en);
	(void)dd_store_options_number(options.common.words[0], &number);
	g_autoptr(DdStore) store = NULL;
	g_auto(DdChange) change = {0};
	store = dd_acting_begin(
		&options.common, "document", &options.asked, arena, &part, &change, &status);
	if (store == NULL)
		return status;
	if (!dd_follow_issue(&change, number, &part, shift, &issued, &error) ||
		!dd_change_commit(&change, &error))
		return dd_task_fail("văn bản (document)", options.common.words[0], error);
	print_issued(options.common.words[0], &issued);
	return DD_EXIT_DONE;
}
