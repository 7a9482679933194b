/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-help.c: dondoc help [COMMAND] */
#include "command.h"
#include "width.h"

#include <stdio.h>
#include <string.h>

static void
print_overview(void)
{
	size_t n;
	const DdCommand *commands = dd_command_get_all(&n);
	puts("dondoc — đọc kế hoạch và theo dõi, đôn đốc nhiệm vụ (reads plans and follows up "
	     "their tasks)\n");
	puts("Cách dùng (usage): dondoc COMMAND [OPTION…] [FILE…]");
	puts("                   dondoc --store URL COMMAND … · dondoc --help | --version\n");
	puts("Lệnh (commands):");
	for (size_t i = 0; i < n; i++)
		printf("  %-8s %s\n           %s\n", commands[i].name, commands[i].summary_vi,
			commands[i].summary_en);
	puts("\nMã kết thúc (exit status): 0 xong (done) · 1 có tệp không đọc được (some file "
	     "failed) · 2 sai cách gọi (usage)");
	puts("Chi tiết (details): dondoc help COMMAND");
}

DdExit
dd_cmd_help(int argc, char **argv)
{
	if (argc == 0) {
		print_overview();
		return DD_EXIT_DONE;
	}
	const DdCommand *command = dd_command_lookup(argv[0]);
	if (command == NULL || argc > 1) {
		g_autofree char *name = dd_width_clean(argv[argc > 1 ? 1 : 0]);
		g_autofree char *vi = g_strdup_printf("không có lệnh “%s”", name);
		g_autofree char *en = g_strdup_printf("no command \"%s\"", name);
		return dd_command_fail_usage(NULL, vi, en);
	}
	printf("%s (%s)\n\nCách dùng (usage): dondoc %s %s\n", command->summary_vi,
		command->summary_en, command->name, command->usage);
	if (*command->details != '\0')
		printf("\n%s", command->details);
	return DD_EXIT_DONE;
}
