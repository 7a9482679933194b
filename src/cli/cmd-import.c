/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-import.c: dondoc import: reads files as dondoc read does and keeps what they are and say, as drafts */
#include "acting.h"
#include "document-reread.h"
#include "error.h"
#include "importing.h"
#include "input.h"
#include "json-writer.h"
#include "password.h"
#include "progress.h"
#include "reread.h"
#include "store-options.h"
#include "stored-file.h"
#include "task-step.h"

#include <string.h>

typedef struct {
	DdStoreOptions base;
	DdActingAsked asked; /* of reread */
	char *units;
	char *password_fd;
} Options;

static void
clear_options(Options *self)
{
	dd_store_options_clear(&self->base);
	dd_acting_clear(&self->asked);
	g_free(self->units);
	g_free(self->password_fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

typedef struct {
	const Options *options;
	const DdReader *reader;
	const char *password;
	DdStore *store;
	DdJsonWriter *json; /* NULL: lines for people */
	size_t n;           /* files */
	bool failed;
	int64_t reread;     /* document that is read again, 0: files come in */
	const char *inside; /* which part of its file it is */
	bool found;
} Job;

/* One of the files that were asked for */
typedef struct {
	Job *job;
	const char *path;
	const DdIntakeFile *file; /* kept while what is inside of it is read */
} Asked;

static void
take_failure(const char *inner, const char *inside, const GError *error, bool skipped, void *user_data)
{
	const Asked *asked = user_data;
	(void)inside;
	g_autofree char *where = inner != NULL ? g_strconcat(asked->path, "/", inner, NULL)
					       : g_strdup(asked->path);
	dd_progress_files(0, asked->job->n, NULL);
	dd_progress_failure(where, error);
	asked->job->failed = asked->job->failed || !skipped;
}

static void
print_line(const char *name, const DdIntakeResult *result)
{
	long long id = (long long)result->document;
	switch (result->kind) {
	case DD_INTAKE_NEW:
		printf("%s: văn bản %lld, bản nháp: %zu nhiệm vụ, %zu viện dẫn (document %lld, a "
		       "draft: %zu tasks, %zu "
		       "citations)\n",
			name, id, result->tasks, result->citations, id, result->tasks,
			result->citations);
		break;
	case DD_INTAKE_FORM:
		printf("%s: đã có văn bản %lld; lưu thêm tệp này như một dạng khác của nó "
		       "(document %lld is there already; "
		       "this file is kept as another form of it)\n",
			name, id, id);
		break;
	case DD_INTAKE_SAME:
	case DD_INTAKE_LAST:
	default:
		printf("%s: đã có tệp này, văn bản %lld (this file is there already, document "
		       "%lld)\n",
			name, id, id);
		break;
	}
}

/* Said at once: what is said is in the store */
static void
tell(const Asked *asked, const char *name, const DdIntakeResult *result)
{
	static const char *const kinds[DD_INTAKE_LAST] = {"new", "form", "same"};
	DdJsonWriter *json = asked->job->json;
	dd_progress_files(0, asked->job->n, NULL);
	if (json == NULL) {
		print_line(name, result);
		fflush(stdout);
		return;
	}
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "file", name);
	dd_json_string(json, "result", kinds[result->kind]);
	dd_json_uint(json, "document", (uint64_t)result->document);
	dd_json_uint(json, "tasks", result->tasks);
	dd_json_uint(json, "citations", result->citations);
	dd_json_close(json, '}');
}

/* Of a document that is read again nothing comes in: its new reading is kept beside the one that counts */
static void
keep_again(Asked *asked, const DdReading *reading)
{
	Job *job = asked->job;
	g_autoptr(GError) error = NULL;
	long long id = (long long)job->reread;
	bool same = false;
	dd_progress_files(0, job->n, NULL);
	job->found = dd_reread_keep(job->store, &job->options->base.actor, job->reread, reading,
		DONDOC_VERSION, &same, &error);
	if (!job->found)
		take_failure(NULL, "", error, false, asked);
	else if (same)
		printf("Văn bản (document) %lld: đọc lại như cũ (it reads as before)\n", id);
	else
		printf("Văn bản (document) %lld: đã đọc lại, %zu nhiệm vụ; xem khác biệt: dondoc "
		       "document diff %lld (read "
		       "again, %zu tasks)\n",
			id, reading->n_tasks, id, reading->n_tasks);
}

static void
take_document(const DdImported *found, void *user_data)
{
	Asked *asked = user_data;
	Job *job = asked->job;
	g_autoptr(GError) error = NULL;
	if (job->reread != 0) {
		keep_again(asked, found->reading);
		return;
	}
	const DdIntake intake = {.file = asked->file,
		.inside = found->inside,
		.reading = found->reading,
		.program = DONDOC_VERSION,
		.text = found->text,
		.source = found->source};
	DdIntakeResult result;
	if (dd_intake_document(job->store, &job->options->base.actor, &intake, &result, &error))
		tell(asked, found->name, &result);
	else
		take_failure(found->inner, found->inside, error, false, asked);
}

static void
open_all(Asked *asked)
{
	dd_import_file(&(DdImportTask){.file = asked->file,
		.only = asked->job->inside,
		.reader = asked->job->reader,
		.open = {.password = asked->job->password,
			.progress = dd_progress_pages,
			.converting = dd_progress_converting,
			.user_data = (void *)asked->file->name},
		.document = take_document,
		.failure = take_failure,
		.user_data = asked});
}

static void
import_file(Job *job, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *name = dd_progress_name(path);
	g_autoptr(GByteArray) bytes = dd_input_read(path, &error);
	const DdIntakeFile file = bytes != NULL ? dd_intake_file_make(bytes->data, bytes->len, name)
						: (DdIntakeFile){.name = name};
	Asked asked = {job, path, &file};
	DdIntakeResult known = {.kind = DD_INTAKE_SAME};
	if (bytes == NULL || !dd_import_find(job->store, &file, &known.document, &error))
		take_failure(NULL, "", error, false, &asked);
	else if (known.document != 0)
		tell(&asked, name, &known);
	else
		open_all(&asked);
}

/* Who may correct a document may have it read again */
static bool
may_reread(DdStore *store, int64_t document, const DdActingAs *part, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredDocument header = {0};
	unsigned standing = DD_STANDING_NONE;
	bool found = false;
	/* that there is none is said by who opens it */
	return dd_stored_document(store, document, arena, &header, &found, error) &&
	       (!found ||
		       (dd_stored_document_standing(store, &header, part->unit, &standing, error) &&
			       dd_permission_check(part->role, DD_ACTION_CORRECT, standing, error)));
}

/* Returns: (transfer full) what reads by the list of units that was given, else by the directory of the store; NULL, which is told */
static DdReader *
open_reader(const Options *options, DdStore *store)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *units = options->units == NULL ? dd_import_list_units(store, &error) : NULL;
	DdReader *reader = options->units != NULL ? dd_input_open_reader(options->units, &error)
			   : units != NULL        ? dd_reader_new(units, &error)
						  : NULL;
	if (reader == NULL)
		dd_progress_failure(options->units != NULL ? options->units : "units", error);
	return reader;
}

/* Reads the kept file of a document again */
static DdExit
reread(Options *options, int64_t document, const char *password)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdActingAs part;
	DdExit status;
	g_auto(DdRereadSource) source = {0};
	g_autoptr(DdStore) store = dd_acting_open(
		&options->base, "document", &options->asked, arena, &part, &status);
	if (store == NULL)
		return status;
	g_autoptr(DdReader) reader = open_reader(options, store);
	if (reader == NULL)
		return DD_EXIT_FAILED;
	if (!may_reread(store, document, &part, &error) ||
		!dd_reread_open(store, document, &source, &error))
		return dd_task_fail("văn bản (document)", options->base.words[0], error);
	Job job = {.options = options,
		.reader = reader,
		.password = password,
		.store = store,
		.n = 1,
		.reread = document,
		.inside = source.inside};
	const DdIntakeFile file = dd_intake_file_make(
		source.bytes->data, source.bytes->len, source.name);
	Asked asked = {&job, source.name, &file};
	open_all(&asked);
	if (!job.found && !job.failed)
		fprintf(stderr,
			"dondoc: %s: không còn đọc được văn bản này (this document is no longer "
			"found "
			"in it)\n",
			source.name);
	return job.found ? DD_EXIT_DONE : DD_EXIT_FAILED;
}

static DdExit
run(const Options *options, bool wants_json, const char *password)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_options_open(&options->base, DD_DB_CREATE);
	g_autoptr(DdReader) reader = store != NULL ? open_reader(options, store) : NULL;
	if (reader == NULL)
		return DD_EXIT_FAILED;
	g_autofree DdJsonWriter *json = wants_json ? g_new(DdJsonWriter, 1) : NULL;
	Job job = {.options = options,
		.reader = reader,
		.password = password,
		.store = store,
		.json = json,
		.n = g_strv_length(options->base.words)};
	if (wants_json) {
		dd_json_init(json, stdout);
		dd_json_open(json, NULL, '[', false);
	}
	for (size_t i = 0; i < job.n; i++) {
		dd_progress_files(i, job.n, options->base.words[i]);
		import_file(&job, options->base.words[i]);
	}
	dd_progress_files(0, job.n, NULL);
	if (wants_json) {
		dd_json_close(json, ']');
		if (!dd_json_finish(json, &error))
			return dd_store_options_fail(error);
	}
	return job.failed ? DD_EXIT_FAILED : DD_EXIT_DONE;
}

DdExit
dd_cmd_import(int argc, char **argv)
{
	g_auto(Options) options = {0};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options.base),
		DD_STORE_BY_ENTRY(&options.base),
		DD_STORE_FORMAT_ENTRY(&options.base),
		{"units", 'u', 0, G_OPTION_ARG_FILENAME, &options.units, NULL, NULL},
		{"password-fd", 'p', 0, G_OPTION_ARG_FILENAME, &options.password_fd, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	bool wants_json;
	if (!dd_store_options_take(&options.base, "import", entries, argc, argv, &status))
		return status;
	if (options.base.words == NULL)
		return dd_command_fail_usage("import", "thiếu tệp cần nhập", "a FILE is missing");
	if (!dd_store_options_wants_json(&options.base, "import", &wants_json))
		return DD_EXIT_USAGE;
	DdPassword password = {0};
	if (!dd_password_take(&password, options.password_fd, &status))
		return status;
	status = run(&options, wants_json, options.password_fd != NULL ? password.text : NULL);
	dd_password_wipe(&password);
	return status;
}

DdExit
dd_document_run_reread(int argc, char **argv)
{
	g_auto(Options) options = {0};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options.base),
		DD_STORE_BY_ENTRY(&options.base),
		DD_ACTING_ENTRIES(&options.asked),
		{"units", 0, 0, G_OPTION_ARG_FILENAME, &options.units, NULL, NULL},
		{"password-fd", 'p', 0, G_OPTION_ARG_FILENAME, &options.password_fd, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdPassword password = {0};
	DdExit status;
	int64_t id;
	if (!dd_store_options_take(&options.base, "document", entries, argc, argv, &status))
		return status;
	if (options.base.words == NULL || options.base.words[1] != NULL ||
		!dd_store_options_number(options.base.words[0], &id))
		return dd_command_fail_usage("document", "reread cần số của một văn bản",
			"reread takes the number of one document");
	if (!dd_password_take(&password, options.password_fd, &status))
		return status;
	status = reread(&options, id, options.password_fd != NULL ? password.text : NULL);
	dd_password_wipe(&password);
	return status;
}
