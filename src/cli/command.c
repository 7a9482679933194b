/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c: the table of commands */
#include "command.h"

#include <stdio.h>
#include <string.h>

const DdCommand *
dd_command_get_all(size_t *n_out)
{
	static const DdCommand commands[] = {
		{"read", "đọc kế hoạch: nhiệm vụ, đơn vị, thời gian, văn bản viện dẫn",
			"read plans and print what they ask of whom",
			"[--as reading|document] [--format FORM] [--units FILE.csv] "
			"[--repair auto|never|always] [--password-fd N] [--explain] [--output "
			"FILE] FILE…",
			"  -f, --format FORM   table (mặc định, default), json, csv, md\n"
			"  -a, --as document   in ra tệp như đã mở: đoạn, số thứ tự, bảng; FORM là "
			"text, "
			"json, html (show the file as it was opened: paragraphs, numbering, "
			"tables)\n"
			"  -r, --repair MODE   phục hồi chữ mất dấu, chữ quét sai: auto (mặc "
			"định), never, "
			"always (restore lost marks and misread letters)\n"
			"  -u, --units FILE    danh mục đơn vị của cơ quan, CSV (the office's own "
			"units: name, abbreviations, kind, parent)\n"
			"  -p, --password-fd N mật khẩu của tệp, đọc từ mô tả tệp N (the file's "
			"password, from descriptor N)\n"
			"  -e, --explain       nêu vị trí, độ chắc và quy tắc của từng trường "
			"(show span, confidence and rule of every field)\n"
			"  -o, --output FILE   ghi vào FILE (write to FILE, at once or not at "
			"all)\n"
			"  FILE                DOCX, PDF, ảnh quét, bảng tính, văn bản thuần, hoặc "
			"ZIP, thư chứa các tệp ấy; “-” là đầu vào chuẩn (DOCX, PDF, scans, sheets, "
			"plain text, or a ZIP or mail with them; \"-\" is standard input)\n",
			dd_cmd_read},
		{"help", "hướng dẫn", "this help, or that of a command", "[COMMAND]", "", dd_cmd_help},
	};
	*n_out = G_N_ELEMENTS(commands);
	return commands;
}

const DdCommand *
dd_command_lookup(const char *name)
{
	size_t n;
	const DdCommand *commands = dd_command_get_all(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, commands[i].name) == 0)
			return &commands[i];
	return NULL;
}

DdExit
dd_command_fail_usage(const char *command, const char *message_vi, const char *message_en)
{
	fprintf(stderr, "dondoc: %s (%s)\n", message_vi, message_en);
	fprintf(stderr, "Xem (see): dondoc help%s%s\n", command != NULL ? " " : "",
		command != NULL ? command : "");
	return DD_EXIT_USAGE;
}

bool
dd_command_parse(const GOptionEntry *entries, int argc, char **argv, GError **error)
{
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
