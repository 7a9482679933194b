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
