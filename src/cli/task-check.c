/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-check.c: corrections of a draft: their options, and the time that a person says */
#include "task-check.h"

#include "acting.h"
#include "labels.h"
#include "said-time.h"
#include "settle.h"
#include "store-options.h"
#include "stored.h"
#include "task-step.h"
#include "time-json.h"

#include <dondoc/dondoc.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef enum { CORRECT, ADD, SPLIT, MERGE, N_VERBS } Verb;

/* How many numbers and texts each takes */
static const struct {
	const char *word, *vi, *en;
	guint numbers_min, numbers_max, texts_min, texts_max;
} verbs[N_VERBS] = {
	[CORRECT] = {"correct", "correct cần số của một nhiệm vụ và nhiều nhất một --text",
		"correct takes the number of one task and one --text at most", 1, 1, 0, 1},
	[ADD] = {"add", "add cần số của một văn bản và --text",
		"add takes the number of one document and --text", 1, 1, 1, 1},
	[SPLIT] = {"split", "split cần số của một nhiệm vụ và hai --text trở lên",
		"split takes the number of one task and two --text or more", 1, 1, 2, G_MAXUINT},
	[MERGE] = {"merge", "merge cần số của hai nhiệm vụ trở lên",
		"merge takes the numbers of two tasks or more", 2, G_MAXUINT, 0, 1},
};

typedef struct {
	DdStoreOptions common;
	DdActingAsked asked;
	char *why, *time, *product, *heading, *label;
	char **texts, **lead, **coordinate, **director, **monitor;
} Options;

static void
clear_options(Options *self)
{
	char **const texts[] = {&self->why, &self->time, &self->product, &self->heading, &self->label};
	char ***const lists[] = {
		&self->texts, &self->lead, &self->coordinate, &self->director, &self->monitor};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		g_clear_pointer(texts[i], g_free);
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
		g_clear_pointer(lists[i], g_strfreev);
	dd_acting_clear(&self->asked);
	dd_store_options_clear(&self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

static bool
take_options(Options *options, int argc, char **argv, DdExit *exit_out)
{
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options->common),
		DD_STORE_BY_ENTRY(&options->common),
		DD_ACTING_ENTRIES(&options->asked),
		{"why", 'w', 0, G_OPTION_ARG_FILENAME, &options->why, NULL, NULL},
		{"time", 0, 0, G_OPTION_ARG_FILENAME, &options->time, NULL, NULL},
		{"product", 0, 0, G_OPTION_ARG_FILENAME, &options->product, NULL, NULL},
		{"heading", 0, 0, G_OPTION_ARG_FILENAME, &options->heading, NULL, NULL},
		{"label", 0, 0, G_OPTION_ARG_FILENAME, &options->label, NULL, NULL},
		{"text", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->texts, NULL, NULL},
		{"lead", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->lead, NULL, NULL},
		{"coordinate", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->coordinate, NULL, NULL},
		{"director", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->director, NULL, NULL},
		{"monitor", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->monitor, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	return dd_store_options_take(&options->common, "task", entries, argc, argv, exit_out);
}

/* Puts the letters of @text together as readings have them. Returns: FALSE when it is no UTF-8 */
static bool
normalise(char **text)
{
	char *whole = *text != NULL ? g_utf8_normalize(*text, -1, G_NORMALIZE_NFC) : NULL;
	bool good = *text == NULL || whole != NULL;
	g_free(*text);
	*text = whole;
	return good;
}

static bool
normalise_all(Options *options)
{
	char **const texts[] = {&options->time, &options->product, &options->heading,
		&options->label, &options->why};
	char **const lists[] = {options->texts, options->lead, options->coordinate,
		options->director, options->monitor};
	bool good = true;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		good = normalise(texts[i]) && good;
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
		for (char **text = lists[i]; text != NULL && *text != NULL; text++)
			if (!normalise(text))
				return false;
	return good;
}

/* "" alone is nobody */
static const char *const *
read_names(char **names)
{
	static const char *const nobody[] = {NULL};
	bool none = names != NULL && *names[0] == '\0' && names[1] == NULL;
	return none ? nobody : (const char *const *)names;
}

/* One command on its way */
typedef struct {
	Options *options;
	Verb verb;
	GArray *numbers; /* int64_t, as they were given */
	DdActingAs part;
	DdStore *store;
	DdChange *change;
	DdArena *arena;
	DdCorrection correction;
	DdTime time;
	GArray *made; /* int64_t: new tasks */
} Job;

static int64_t
get_number(const Job *job, guint i)
{
	return g_array_index(job->numbers, int64_t, i);
}

/* What the words of --time mean in the plan that the first number belongs to */
static bool
read_time(Job *job, GError **error)
{
	int64_t document = get_number(job, 0);
	bool found = job->verb == ADD;
	DdStoredTask task = {.document = document};
	if (job->options->time == NULL)
		return true;
	if (job->verb != ADD && !dd_stored_task(job->store, document, job->arena, &task, &found, error))
		return false;
	if (!dd_said_time_read(job->store, found ? task.document : 0, job->options->time,
		    job->arena, &job->time, error))
		return false;
	g_autofree char *json = dd_time_to_json(&job->time);
	job->correction.time_raw = job->options->time;
	job->correction.time_json = dd_arena_strdup(job->arena, json);
	return true;
}

static bool
carry_out(Job *job, GError **error)
{
	const Options *options = job->options;
	const char *why = options->why;
	int64_t first = get_number(job, 0), made = 0;
	if (!read_time(job, error))
		return false;
	switch (job->verb) {
	case ADD:
		if (!dd_settle_add(job->change, first, &job->part, &job->correction, why, &made, error))
			return false;
		g_array_append_val(job->made, made);
		return true;
	case SPLIT:
		return dd_settle_split(job->change, first, &job->part,
			(const char *const *)options->texts, why, job->made, error);
	case MERGE:
		return dd_settle_merge(job->change, (const int64_t *)(void *)job->numbers->data,
			job->numbers->len, &job->part, &job->correction, why, error);
	case CORRECT:
	case N_VERBS:
	default:
		return dd_settle_correct(job->change, first, &job->part, &job->correction, why, error);
	}
}

static void
tell(const Job *job)
{
	static const char *const words[N_VERBS] = {[CORRECT] = "đã sửa (corrected)",
		[ADD] = "thêm nhiệm vụ (a task more):",
		[SPLIT] = "đã tách, thêm nhiệm vụ (split, tasks more):",
		[MERGE] = "đã gộp các nhiệm vụ khác vào (the others are merged into it)"};
	g_autofree char *time = dd_label_time(&job->time, job->correction.time_raw);
	printf("%s %" PRId64 ": %s", job->verb == ADD ? "Văn bản (document)" : "Nhiệm vụ (task)",
		get_number(job, 0), words[job->verb]);
	for (guint i = 0; i < job->made->len; i++)
		printf(" %" PRId64, g_array_index(job->made, int64_t, i));
	putchar('\n');
	if (job->correction.time_raw != NULL)
		printf("  thời hạn hiểu là (the time means): %s%s\n", time != NULL ? time : "–",
			job->time.kind == DD_TIME_EVENT
				? " · chờ sự kiện, chưa có ngày (waits for an event)"
				: "");
}

static DdExit
run(const Job *asked)
{
	Job job = *asked;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdExit status;
	g_autoptr(DdStore) store = NULL;
	g_auto(DdChange) change = {0}; /* which goes before its store does */
	store = dd_acting_begin(&job.options->common, "task", &job.options->asked, arena, &job.part,
		&change, &status);
	if (store == NULL)
		return status;
	job.store = store;
	job.arena = arena;
	job.change = &change;
	if (!carry_out(&job, &error) || !dd_change_commit(&change, &error))
		return dd_task_fail(job.verb == ADD ? "văn bản (document)" : "nhiệm vụ (task)",
			job.options->common.words[0], error);
	tell(&job);
	return DD_EXIT_DONE;
}

/* Returns: FALSE when the command line is wrong, and @wrong why */
static bool
read_words(Job *job, DdWrong *wrong)
{
	const Options *options = job->options;
	int64_t number;
	for (char **word = options->common.words; word != NULL && *word != NULL; word++) {
		*wrong = (DdWrong){"cần số, như 12", "a number is needed, like 12"};
		if (!dd_store_options_number(*word, &number))
			return false;
		g_array_append_val(job->numbers, number);
	}
	guint texts = options->texts != NULL ? g_strv_length(options->texts) : 0;
	*wrong = (DdWrong){verbs[job->verb].vi, verbs[job->verb].en};
	if (job->numbers->len < verbs[job->verb].numbers_min ||
		job->numbers->len > verbs[job->verb].numbers_max ||
		texts < verbs[job->verb].texts_min || texts > verbs[job->verb].texts_max)
		return false;
	/* what splitting does not look at is not taken without a word */
	bool others = options->time != NULL || options->product != NULL ||
		      options->heading != NULL || options->label != NULL || options->lead != NULL ||
		      options->coordinate != NULL || options->director != NULL ||
		      options->monitor != NULL;
	*wrong = (DdWrong){"split chỉ nhận --text; sửa các phần bằng correct",
		"split takes --text only; correct the parts afterwards"};
	return job->verb != SPLIT || !others;
}

static DdExit
run_verb(Verb verb, int argc, char **argv)
{
	g_auto(Options) options = {0};
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(int64_t));
	Job job = {.options = &options, .verb = verb, .numbers = numbers, .made = made};
	DdWrong wrong = {"chữ phải là UTF-8", "texts are UTF-8"};
	DdExit status;
	if (!take_options(&options, argc, argv, &status))
		return status;
	if (!normalise_all(&options) || !read_words(&job, &wrong))
		return dd_command_fail_usage("task", wrong.vi, wrong.en);
	job.correction = (DdCorrection){.label = options.label,
		.heading = options.heading,
		.text = options.texts != NULL ? options.texts[0] : NULL,
		.product = options.product,
		.lead = read_names(options.lead),
		.coordinate = read_names(options.coordinate),
		.director = read_names(options.director),
		.monitor = read_names(options.monitor)};
	return run(&job);
}

bool
dd_task_run_check(const char *verb, int argc, char **argv, DdExit *exit_out)
{
	for (Verb i = 0; i < N_VERBS; i++)
		if (strcmp(verbs[i].word, verb) == 0) {
			*exit_out = run_verb(i, argc, argv);
			return true;
		}
	return false;
}
