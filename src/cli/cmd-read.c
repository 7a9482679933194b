/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-read.c: dondoc read: reads plans and prints what they ask of whom, by when */
#include "command.h"
#include "error.h"
#include "input.h"
#include "output.h"
#include "render.h"
#include "width.h"

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define PROGRESS_FILES 4 /* from so many files on a terminal is told how far it is */

typedef struct {
	char *format;
	char *units;
	char *output;
	gboolean explain, help;
	char **files; /* NULL-terminated, NULL when there are none */
} Options;

static void
clear_options(Options *options)
{
	g_free(options->format);
	g_free(options->units);
	g_free(options->output);
	g_strfreev(options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

/* Says on stderr what failed with @name; nothing in it can command the terminal. */
static void
print_failure(const char *name, const GError *error)
{
	g_autofree char *clean = dd_width_clean(name);
	g_autofree char *message = dd_width_clean(error->message);
	fprintf(stderr, "dondoc: %s: %s\n", clean, message);
}

static bool
parse_options(int argc, char **argv, Options *options_out, GError **error)
{
	/* no G_OPTION_ARG_STRING: for its conversion from the locale the C library opens files at each start */
	const GOptionEntry entries[] = {
		{"format", 'f', 0, G_OPTION_ARG_FILENAME, &options_out->format, NULL, NULL},
		{"units", 'u', 0, G_OPTION_ARG_FILENAME, &options_out->units, NULL, NULL},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options_out->output, NULL, NULL},
		{"explain", 'e', 0, G_OPTION_ARG_NONE, &options_out->explain, NULL, NULL},
		{"help", 'h', 0, G_OPTION_ARG_NONE, &options_out->help, NULL, NULL},
		{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options_out->files, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_set_help_enabled(context, FALSE);
	/* GLib takes the first word for the program's name and changes the vector: it gets its own. */
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(words, g_strdup("dondoc"));
	for (int i = 0; i < argc; i++)
		g_ptr_array_add(words, g_strdup(argv[i]));
	g_ptr_array_add(words, NULL);
	g_auto(GStrv) vector = (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
	return g_option_context_parse_strv(context, &vector, error);
}

static DdReader *
new_reader(const char *units_path, GError **error)
{
	if (units_path == NULL)
		return dd_reader_new(NULL, error);
	g_autoptr(GByteArray) bytes = dd_input_read(units_path, error);
	if (bytes == NULL)
		return NULL;
	if (memchr(bytes->data, '\0', bytes->len) != NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"không phải tệp CSV (not a CSV file: it holds NUL bytes)");
		return NULL;
	}
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	DdReader *reader = dd_reader_new((const char *)bytes->data, error);
	if (reader == NULL)
		g_prefix_error(error, "danh mục đơn vị sai (bad list of units): ");
	return reader;
}

/* Reads one file. Returns: (transfer full) or NULL, with a message in both languages */
static DdReading *
read_file(const DdReader *reader, const char *path, GError **error)
{
	GByteArray *bytes = dd_input_read(path, error);
	if (bytes == NULL)
		return NULL;
	g_autofree char *base = strcmp(path, "-") == 0 ? g_strdup("-") : g_path_get_basename(path);
	g_autofree char *name = dd_width_clean(base);
	return dd_reader_read(reader, bytes, name, error); /* its messages are in both languages */
}

/* One line that is written over and over, and blanked at the end (@path NULL) */
static void
show_progress(size_t done, size_t n, const char *path)
{
	if (n < PROGRESS_FILES || !isatty(STDERR_FILENO))
		return;
	fputs("\r\033[K", stderr);
	if (path == NULL)
		return;
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *clean = dd_width_clean(base);
	fprintf(stderr, "Đang đọc (reading) %zu/%zu %.60s", done + 1, n, clean);
}

/* Reads and prints every file. Returns: TRUE when all could be read */
static bool
read_files(const DdReader *reader, const DdFormat *format, DdRender *render, char **files)
{
	bool all = true;
	size_t n = g_strv_length(files);
	for (size_t i = 0; i < n && !ferror(render->out); i++) {
		g_autoptr(GError) error = NULL;
		show_progress(i, n, files[i]);
		g_autoptr(DdReading) reading = read_file(reader, files[i], &error);
		if (reading == NULL || isatty(fileno(render->out)))
			show_progress(0, n, NULL);
		if (reading == NULL) {
			print_failure(files[i], error);
			all = false;
			continue;
		}
		format->one(render, reading);
		render->count++;
	}
	show_progress(0, n, NULL);
	return all;
}

static DdExit
run(const Options *options, const DdFormat *format)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = new_reader(options->units, &error);
	if (reader == NULL) {
		print_failure(options->units != NULL ? options->units : "units", error);
		return DD_EXIT_FAILED;
	}
	g_autoptr(DdOutput) output = dd_output_open(options->output, &error);
	if (output == NULL) {
		print_failure(options->output, error);
		return DD_EXIT_FAILED;
	}
	DdRender render = {.explain = options->explain, .several = g_strv_length(options->files) > 1};
	dd_render_init(&render, dd_output_get_stream(output));
	if (format->begin != NULL)
		format->begin(&render);
	bool all = read_files(reader, format, &render, options->files);
	if (format->end != NULL)
		format->end(&render);
	/* A file of nothing would look like an answer. */
	if (render.count == 0 && options->output != NULL)
		return DD_EXIT_FAILED;
	if (!dd_output_commit(output, &error)) {
		print_failure(options->output != NULL ? options->output : "stdout", error);
		return DD_EXIT_FAILED;
	}
	return all ? DD_EXIT_DONE : DD_EXIT_FAILED;
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
	const DdFormat *format = dd_format_lookup(options.format != NULL ? options.format : "table");
	if (format == NULL)
		return dd_command_fail_usage("read", "dạng in chỉ có table, json, csv, md",
			"the formats are table, json, csv, md");
	if (options.explain && !format->explains)
		return dd_command_fail_usage("read", "--explain chỉ đi với table hoặc json",
			"--explain goes with table or json only");
	return run(&options, format);
}
