/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h: the table of commands; a new command is one row and one file */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* What the process ends with; scripts rely on these numbers */
typedef enum {
	DD_EXIT_DONE = 0,
	DD_EXIT_FAILED = 1, /* something could not be read or written; the message names it and the reason */
	DD_EXIT_USAGE = 2, /* the command line is wrong */
} DdExit;

typedef struct {
	const char *name;
	const char *summary_vi, *summary_en; /* one line of the list of commands */
	const char *usage;                   /* behind "dondoc NAME" */
	const char *details;                 /* options, one a line */
	/* Runs the command with the words behind its name. @argv is NULL-terminated and lent. */
	DdExit (*run)(int argc, char **argv);
} DdCommand;

/* Returns: (transfer none) the row of that name, NULL when there is none */
const DdCommand *
dd_command_lookup(const char *name);
/* Returns: (transfer none) all @n_out rows */
const DdCommand *
dd_command_get_all(size_t *n_out);
/* Says on stderr that the command line is wrong, Vietnamese then English, and where help is. Returns: DD_EXIT_USAGE */
DdExit
dd_command_fail_usage(const char *command, const char *message_vi, const char *message_en);

/*
 * Takes the options of @entries out of the words behind a command's name; what is left goes to G_OPTION_REMAINING. Returns: FALSE with
 * the reason, English
 */
bool
dd_command_parse(const GOptionEntry *entries, int argc, char **argv, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

DdExit
dd_cmd_help(int argc, char **argv);
DdExit
dd_cmd_read(int argc, char **argv);
DdExit
dd_cmd_import(int argc, char **argv);
DdExit
dd_cmd_document(int argc, char **argv);
DdExit
dd_cmd_check(int argc, char **argv);
DdExit
dd_cmd_audit(int argc, char **argv);
DdExit
dd_cmd_backup(int argc, char **argv);
DdExit
dd_cmd_restore(int argc, char **argv);
DdExit
dd_cmd_migrate(int argc, char **argv);
DdExit
dd_cmd_search(int argc, char **argv);
DdExit
dd_cmd_summary(int argc, char **argv);
DdExit
dd_cmd_task(int argc, char **argv);
DdExit
dd_cmd_unit(int argc, char **argv);
DdExit
dd_cmd_user(int argc, char **argv);
DdExit
dd_cmd_serve(int argc, char **argv);

G_END_DECLS
