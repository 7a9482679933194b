/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c: dondoc COMMAND …: finds the row of the command and runs it */
#include "command.h"
#include "width.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* Returns: the command that @word most likely was meant to be, NULL when none is near */
static const char *
find_hint(const char *word)
{
	size_t n;
	const DdCommand *commands = dd_command_get_all(&n);
	for (size_t i = 0; i < n; i++)
		if (*word != '\0' && g_ascii_tolower(*word) == commands[i].name[0])
			return commands[i].name;
	return g_file_test(word, G_FILE_TEST_EXISTS) ? "read" : NULL;
}

static DdExit
fail_unknown(const char *word)
{
	g_autofree char *clean = dd_width_clean(word);
	const char *hint = find_hint(word);
	g_autofree char *vi = hint != NULL
				      ? g_strdup_printf("không có lệnh “%s”, có phải “dondoc %s”?",
						clean, hint)
				      : g_strdup_printf("không có lệnh “%s”", clean);
	g_autofree char *en = hint != NULL
				      ? g_strdup_printf(
						"no command \"%s\", did you mean \"dondoc %s\"?",
						clean, hint)
				      : g_strdup_printf("no command \"%s\"", clean);
	return dd_command_fail_usage(NULL, vi, en);
}

/* Returns: how many of @words are options of the store in front of the command (--store URL, --now TIME) */
static int
count_leading(int n, char **words)
{
	static const char *const names[] = {"--store", "--now"};
	int at = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(names) && at < n; i++) {
		size_t len = strlen(names[i]);
		if (strncmp(words[at], names[i], len) != 0 ||
			(words[at][len] != '\0' && words[at][len] != '='))
			continue;
		at += words[at][len] == '=' ? 1 : 2;
		i = (size_t)-1; /* in any order */
	}
	return MIN(at, n);
}

/* dondoc --store URL COMMAND … is dondoc COMMAND --store URL … */
static DdExit
run_behind(int n_leading, int argc, char **argv)
{
	const DdCommand *command = dd_command_lookup(argv[1 + n_leading]);
	if (command == NULL)
		return fail_unknown(argv[1 + n_leading]);
	g_autofree char **words = g_new0(char *, (gsize)argc);
	int n = 0, rest = 2 + n_leading;
	/* what the command is to do stays in front: dondoc --store URL task show 1 */
	if (rest < argc && argv[rest][0] != '-')
		words[n++] = argv[rest++];
	for (int i = 1; i <= n_leading; i++)
		words[n++] = argv[i];
	for (int i = rest; i < argc; i++)
		words[n++] = argv[i];
	return command->run(n, words);
}

static DdExit
run(int argc, char **argv)
{
	int n_leading = count_leading(argc - 1, argv + 1);
	if (n_leading > 0 && n_leading + 1 < argc)
		return run_behind(n_leading, argc, argv);
	if (argc < 2)
		return dd_command_fail_usage(NULL, "thiếu lệnh", "a command is missing");
	const char *word = argv[1];
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return dd_cmd_help(0, argv + argc);
	if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
		puts("dondoc " DONDOC_VERSION);
		return DD_EXIT_DONE;
	}
	const DdCommand *command = dd_command_lookup(word);
	return command != NULL ? command->run(argc - 2, argv + 2) : fail_unknown(word);
}

int
main(int argc, char **argv)
{
	/* Whoever reads our output may stop early (dondoc read … | head); that ends us without a word. */
	signal(SIGPIPE, SIG_DFL);
	/* A file that may not grow is told as an error of writing it. */
	signal(SIGXFSZ, SIG_IGN);
	DdExit status = run(argc, argv);
	/* What was written late may fail late: a full disk behind a redirection */
	if ((fflush(stdout) != 0 || ferror(stdout)) && status == DD_EXIT_DONE)
		status = DD_EXIT_FAILED;
	return (int)status;
}
