/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-read.c: dondoc read: reads plans and prints what they ask of whom, by when */
#include "command.h"
#include "document-text.h"
#include "error.h"
#include "found.h"
#include "input.h"
#include "open-members.h"
#include "output.h"
#include "password.h"
#include "progress.h"
#include "render.h"
#include "repair.h"
#include "width.h"

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	char *as;
	char *format;
	char *units;
	char *output;
	char *repair;
	char *password_fd;
	gboolean explain, help;
	char **files; /* NULL-terminated, NULL when there are none */
} Options;

static void
clear_options(Options *options)
{
	g_free(options->as);
	g_free(options->format);
	g_free(options->units);
	g_free(options->output);
	g_free(options->repair);
	g_free(options->password_fd);
	g_strfreev(options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

static bool
parse_options(int argc, char **argv, Options *options_out, GError **error)
{
	/* no G_OPTION_ARG_STRING: for its conversion from the locale the C library opens files at each start */
	const GOptionEntry entries[] = {
		{"as", 'a', 0, G_OPTION_ARG_FILENAME, &options_out->as, NULL, NULL},
		{"format", 'f', 0, G_OPTION_ARG_FILENAME, &options_out->format, NULL, NULL},
		{"units", 'u', 0, G_OPTION_ARG_FILENAME, &options_out->units, NULL, NULL},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options_out->output, NULL, NULL},
		{"repair", 'r', 0, G_OPTION_ARG_FILENAME, &options_out->repair, NULL, NULL},
		{"password-fd", 'p', 0, G_OPTION_ARG_FILENAME, &options_out->password_fd, NULL, NULL},
		{"explain", 'e', 0, G_OPTION_ARG_NONE, &options_out->explain, NULL, NULL},
		{"help", 'h', 0, G_OPTION_ARG_NONE, &options_out->help, NULL, NULL},
		{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options_out->files, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	return dd_command_parse(entries, argc, argv, error);
}

/* What files are turned into, and how it is printed */
typedef struct {
	const DdReader *reader; /* NULL for Documents */
	const DdFormat *format;
	DdRepairMode repair;
	const char *password; /* of the files; NULL none */
	size_t n;             /* files */
	DdRender render;
	bool begun;  /* what stands before all of them is printed */
	bool failed; /* some file could not be read */
} Job;

/* One of the files that were asked for, on its way with what is inside of it */
typedef struct {
	Job *job;
	const char *path; /* as it was asked for */
	const char *name; /* as it is shown */
} Asked;

/* Now it is known whether there are several */
static void
begin_output(Job *job)
{
	if (!job->begun && job->format->begin != NULL)
		job->format->begin(&job->render);
	job->begun = true;
}

/* A person sees the line of progress where the output will stand */
static void
clear_progress(const Job *job, bool failed)
{
	if (failed || isatty(fileno(job->render.out)))
		dd_progress_files(0, job->n, NULL);
}

static void
take_failure(const Asked *asked, const char *inner, const GError *error, bool skipped)
{
	g_autofree char *where = inner != NULL ? g_strconcat(asked->path, "/", inner, NULL)
					       : g_strdup(asked->path);
	clear_progress(asked->job, true);
	dd_progress_failure(where, error);
	asked->job->failed = asked->job->failed || !skipped;
}

static void
print_reading(const Asked *asked, const DdFileFound *found, const char *name, bool has_members)
{
	Job *job = asked->job;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_found_read(job->reader, found, name, &error);
	clear_progress(job, reading == NULL);
	if (reading == NULL) {
		bool is_nothing = has_members && g_error_matches(error, DD_ERROR, DD_ERROR_EMPTY);
		if (!is_nothing)
			take_failure(asked, found->inner, error, false);
		return;
	}
	if (!dd_found_is_worth(reading, has_members))
		return;
	begin_output(job);
	job->format->reading(&job->render, reading);
	job->render.count++;
}

static void
print_document(const Asked *asked, const DdFileFound *found, const char *name)
{
	Job *job = asked->job;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) made = NULL;
	DdDocument *document = found->document;
	if (document == NULL) {
		made = dd_document_from_text(found->text, &error);
		document = made;
	}
	clear_progress(job, document == NULL);
	if (document == NULL) {
		take_failure(asked, found->inner, error, false);
		return;
	}
	dd_repair_document(document, job->repair);
	begin_output(job);
	job->format->document(&job->render, name, document);
	job->render.count++;
}

static void
take_found(const DdFileFound *found, void *user_data)
{
	const Asked *asked = user_data;
	size_t members = 0;
	if (found->error != NULL) {
		take_failure(asked, found->inner, found->error, found->skipped);
		return;
	}
	bool is_wrapping = dd_found_is_wrapping(found, &members);
	if (members > 0)
		asked->job->render.several = true;
	if (is_wrapping)
		return;
	g_autofree char *inner = found->inner != NULL ? dd_width_clean(found->inner) : NULL;
	g_autofree char *name = inner != NULL ? g_strconcat(asked->name, "/", inner, NULL)
					      : g_strdup(asked->name);
	if (asked->job->format->document != NULL)
		print_document(asked, found, name);
	else
		print_reading(asked, found, name, members > 0);
}

/* Prints every file, and what is inside of it */
static void
print_files(Job *job, char **files)
{
	for (size_t i = 0; i < job->n && !ferror(job->render.out); i++) {
		g_autoptr(GError) error = NULL;
		dd_progress_files(i, job->n, files[i]);
		g_autofree char *name = dd_progress_name(files[i]);
		Asked asked = {job, files[i], name};
		const DdFileOpenTask task = {.password = job->password,
			.progress = dd_progress_pages,
			.converting = dd_progress_converting,
			.user_data = name};
		GByteArray *bytes = dd_input_read(files[i], &error);
		if (bytes != NULL)
			dd_file_open_all(bytes, &task, take_found, &asked);
		else
			take_failure(&asked, NULL, error, false);
	}
	dd_progress_files(0, job->n, NULL);
	begin_output(job);
}

static DdExit
run(const Options *options, const DdFormat *format, DdRepairMode repair, const char *password)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = NULL;
	if (format->reading != NULL && (reader = dd_input_open_reader(options->units, &error)) == NULL) {
		dd_progress_failure(options->units != NULL ? options->units : "units", error);
		return DD_EXIT_FAILED;
	}
	if (reader != NULL)
		dd_reader_set_repair(reader, repair);
	g_autoptr(DdOutput) output = dd_output_open(options->output, &error);
	if (output == NULL) {
		dd_progress_failure(options->output, error);
		return DD_EXIT_FAILED;
	}
	size_t n = g_strv_length(options->files);
	Job job = {.reader = reader,
		.format = format,
		.repair = repair,
		.password = password,
		.n = n,
		.render = {.explain = options->explain, .several = n > 1}};
	dd_render_init(&job.render, dd_output_get_stream(output));
	print_files(&job, options->files);
	if (format->end != NULL)
		format->end(&job.render);
	if (job.render.count == 0 && !job.failed) {
		/* what was passed over is named already, but that it was all is not */
		fputs("dondoc: không có gì để ghi (nothing to write)\n", stderr);
		job.failed = true;
	}
	/* A file of nothing would look like an answer. */
	if (job.render.count == 0 && options->output != NULL)
		return DD_EXIT_FAILED;
	if (!dd_output_commit(output, &error)) {
		dd_progress_failure(options->output != NULL ? options->output : "stdout", error);
		return DD_EXIT_FAILED;
	}
	return job.failed ? DD_EXIT_FAILED : DD_EXIT_DONE;
}

/* Finds the form that is asked for. Returns: NULL when there is none such, with the usage said and in @exit_out */
static const DdFormat *
find_format(const Options *options, DdExit *exit_out)
{
	bool document = g_strcmp0(options->as, "document") == 0;
	const DdFormat *format = dd_format_lookup(options->format, document);
	if (options->as != NULL && !document && strcmp(options->as, "reading") != 0) {
		*exit_out = dd_command_fail_usage(
			"read", "--as chỉ có reading, document", "--as is reading or document");
		return NULL;
	}
	if (format == NULL)
		*exit_out = document ? dd_command_fail_usage("read",
					       "dạng in của --as document chỉ có text, json, html",
					       "the formats of --as document are text, json, html")
				     : dd_command_fail_usage("read",
					       "dạng in chỉ có table, json, csv, md",
					       "the formats are table, json, csv, md");
	return format;
}

/* Finds how is to be repaired. Returns: FALSE when there is no such way */
static bool
find_repair(const char *name, DdRepairMode *mode_out)
{
	static const char *const names[DD_REPAIR_LAST] = {"auto", "never", "always"};
	for (DdRepairMode mode = 0; mode < DD_REPAIR_LAST; mode++)
		if (name == NULL || strcmp(name, names[mode]) == 0) {
			*mode_out = mode;
			return true;
		}
	return false;
}

/* The password is held as short as can be, and in one place. */
static DdExit
read_with_password(const Options *options, const DdFormat *format, DdRepairMode repair)
{
	DdPassword password = {0};
	DdExit status;
	if (!dd_password_take(&password, options->password_fd, &status))
		return status;
	status = run(options, format, repair, options->password_fd != NULL ? password.text : NULL);
	dd_password_wipe(&password);
	return status;
}

DdExit
dd_cmd_read(int argc, char **argv)
{
	g_auto(Options) options = {0};
	g_autoptr(GError) error = NULL;
	if (!parse_options(argc, argv, &options, &error)) {
		g_autofree char *clean = dd_width_clean(error->message);
		return dd_command_fail_usage("read", "tùy chọn sai", clean);
	}
	if (options.help) {
		char name[] = "read";
		char *words[] = {name, NULL};
		return dd_cmd_help(1, words);
	}
	if (options.files == NULL)
		return dd_command_fail_usage("read", "thiếu tệp cần đọc", "a FILE is missing");
	DdExit usage = DD_EXIT_USAGE;
	const DdFormat *format = find_format(&options, &usage);
	if (format == NULL)
		return usage;
	if (options.explain && !format->explains)
		return dd_command_fail_usage("read", "--explain chỉ đi với table hoặc json",
			"--explain goes with table or json only");
	DdRepairMode repair;
	if (!find_repair(options.repair, &repair))
		return dd_command_fail_usage("read", "--repair chỉ có auto, never, always",
			"--repair is auto, never or always");
	return read_with_password(&options, format, repair);
}
