/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c: the table of commands */
#include "command.h"

#include "document-reread.h"
#include "serve-help.h"
#include "store-options.h"
#include "task-check.h"
#include "task-step.h"
#include "user-help.h"

#include <stdio.h>
#include <string.h>

/* What help says of dondoc unit */
#define UNIT_HELP                                                                                                          \
	"  import FILE         nhập danh sách CSV, tất cả hoặc không gì cả; “-” là đầu vào chuẩn " \
	"(take a list in, all or nothing)\n"                                                                               \
	"  export, list        in danh mục (print the directory)\n"                                                      \
	"      --at DAY        đơn vị có vào ngày ấy (those there on that day)\n"                                 \
	"      --parent ID     đơn vị trực thuộc (those right under that one)\n"                                   \
	"      --kind KIND     committee, department, room, party, union, school, company\n"                               \
	"  -o, --output FILE   ghi vào FILE (write to FILE)\n"                                                            \
	"  merge ID…           việc của các đơn vị ấy chuyển sang đơn vị khác (their work goes "       \
	"to another one)\n"                                                                                                \
	"      --into ID --document NUMBER --from DAY  đơn vị nhận, văn bản quyết định, từ ngày "         \
	"(who takes it, what orders it, since when)\n"                                                                     \
	"      --field FIELD   chỉ một lĩnh vực; --end: và đơn vị kết thúc (a field alone; and "            \
	"it ends)\n"                                                                                                       \
	"  resolve [DOC]       tên trong văn bản là đơn vị nào, ai kế thừa, cần hỏi gì (what is "       \
	"proposed for the names of a plan)\n"                                                                              \
	"  settle NAME --to ID --why WHY  người xác định; --document DOC: chỉ trong văn bản ấy "             \
	"(a person says which unit it is)\n"                                                                               \
	"  -f, --format FORM   table (mặc định, default), json, csv\n"
#define SEARCH_HELP                                                                                                    \
	"  WORDS               các từ đều phải có; \"cụm từ\" đứng liền nhau; chuy* là từ bắt " \
	"đầu như vậy (all words; \"phrases\"; prefixes*)\n"                                                      \
	"  -u, --unit UNIT     đơn vị có liên quan, hoặc ban hành (who has to do with it, or "                \
	"issued it)\n"                                                                                                 \
	"      --state STATE   trạng thái nhiệm vụ, hoặc open (of the task, or open)\n"                       \
	"  -d, --document ID   trong văn bản này (in this document)\n"                                             \
	"      --from, --to DAY  ngày của văn bản, của báo cáo (day of the document, of the "                \
	"note)\n"                                                                                                      \
	"  -n, --limit N       số kết quả, mặc định 20 (hits, default 20)\n"                                \
	"      --after NEXT    trang tiếp theo, như trang trước đã in (the next page, as told by "             \
	"the one before)\n"                                                                                            \
	"  -f, --format FORM   table (mặc định, default), json\n"

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
		{"import", "nhập văn bản vào kho: tệp, kết quả đọc, nhiệm vụ, viện dẫn, ở dạng bản nháp",
			"read files and keep them, their tasks and citations, as drafts",
			"[--store URL] [--units FILE.csv] [--password-fd N] [--by NAME] [--now "
			"TIME] [--format "
			"table|json] FILE…",
			DD_STORE_HELP DD_STORE_BY_HELP
			"  -u, --units FILE    danh mục đơn vị của cơ quan, CSV (the office's own "
			"units)\n"
			"  -p, --password-fd N mật khẩu của tệp, đọc từ mô tả tệp N (the file's "
			"password, from "
			"descriptor N)\n"
			"  -f, --format FORM   table (mặc định, default), json\n"
			"  FILE                như dondoc read; tệp hoặc văn bản đã có thì không "
			"nhập lần nữa (as of dondoc "
			"read; what is there already is not kept twice)\n",
			dd_cmd_import},
		{"document", "xem văn bản trong kho, chuỗi văn bản cấp trên và nhiệm vụ bên dưới; giao nhiệm vụ",
			"show documents, what they stem from, and the tasks below them; give the "
			"tasks out",
			"list [--all] | show ID [--chain] [--store URL] [--format table|json] | "
			"issue ID --role ROLE [--by NAME] [--unit UNIT] | reread ID | diff ID",
			DD_STORE_HELP
			"  -a, --all           cả văn bản chỉ được viện dẫn (also "
			"those that are only heard of)\n"
			"  issue ID            giao các nhiệm vụ có một đơn vị chủ trì; xem dondoc "
			"help task (give out the tasks that one unit "
			"leads)\n" DD_DOCUMENT_REREAD_HELP
			"  -c, --chain         chuỗi văn bản cấp trên, văn bản và "
			"nhiệm vụ bên dưới (documents above; documents "
			"and tasks below)\n"
			"  -f, --format FORM   table (mặc định, default), json\n",
			dd_cmd_document},
		{"check", "kiểm tra kho dữ liệu: cấu trúc, liên kết, tệp, nhật ký",
			"look through the store: structures, references, files, the record",
			"[--rebuild-search] [--store URL]",
			DD_STORE_HELP
			"      --rebuild-search  lập lại chỉ mục tìm kiếm trước (make the index "
			"of searching anew before)\n",
			dd_cmd_check},
		{"audit", "kiểm tra chuỗi nhật ký; chỉ ra bản ghi đầu tiên bị sửa hoặc xóa",
			"walk the record of changes and name the first broken row",
			"verify [--head] [--store URL]",
			DD_STORE_HELP "      --head          in số và mã băm của bản ghi cuối, để "
				      "cất ở nơi khác (print number and hash of the "
				      "last row, to be kept elsewhere)\n",
			dd_cmd_audit},
		{"backup", "sao lưu cả kho dữ liệu vào một tệp, rồi kiểm tra tệp ấy",
			"write the whole store into one file, and check that", "[--store URL] PATH",
			DD_STORE_HELP, dd_cmd_backup},
		{"restore", "khôi phục bản sao lưu vào một kho mới", "put a backup into a new store",
			"[--store URL] PATH", DD_STORE_HELP, dd_cmd_restore},
		{"migrate", "tạo kho dữ liệu, nâng cấp lược đồ; hoặc chuyển cả kho sang nơi khác",
			"make a store or bring it up to date; or move all of it",
			"[--store URL] | --from URL --to URL",
			DD_STORE_HELP
			"      --from, --to    chép cả kho sang một kho mới, SQLite hay "
			"PostgreSQL, đếm lại từng bảng (copy all "
			"into a new store, SQLite or PostgreSQL, rows counted on both sides)\n",
			dd_cmd_migrate},
		{"task", "theo dõi nhiệm vụ: danh sách, lịch sử, tiếp nhận, báo tiến độ, trình, xác nhận …",
			"follow tasks up: lists, history, take, progress, submit, close …",
			"list|show|ACTION [OPTION…] [ID…]",
			DD_TASK_HELP DD_TASK_CHECK_HELP DD_STORE_BY_HELP DD_STORE_HELP, dd_cmd_task},
		{"search", "tìm trong văn bản, nhiệm vụ, báo cáo tiến độ; có dấu hoặc không dấu",
			"find documents, tasks and notes of progress, with marks or without",
			"[--unit UNIT] [--state STATE] [--document ID] [--from DAY] [--to DAY] "
			"[--limit N] [--after NEXT] [--format table|json] WORDS…",
			SEARCH_HELP DD_STORE_HELP, dd_cmd_search},
		{"summary", "tổng hợp: bốn nhóm theo đơn vị và trạng thái, tỷ lệ kèm cách tính",
			"counts by unit and state, rates with their rule",
			"[--as-of DAY] [--format table|json|csv]",
			"  -a, --as-of DAY     như đã có ở cuối ngày ấy, theo lịch sử (as it was "
			"at the end of that day)\n"
			"  -f, --format FORM   table (mặc định, default), json, "
			"csv\n" DD_STORE_HELP,
			dd_cmd_summary},
		{"unit", "danh mục đơn vị: nhập, xem, sáp nhập; tên trong kế hoạch là đơn vị nào",
			"the directory of units: lists, mergers; which unit a name in a plan means",
			"import FILE | export | list | show ID | merge ID… | resolve [DOC] | "
			"settle "
			"NAME [OPTION…]",
			UNIT_HELP DD_STORE_BY_HELP DD_STORE_HELP, dd_cmd_unit},
		{"user", "tài khoản: thêm, mật khẩu, vai trò, đơn vị, khóa, mã dùng một lần, mã API",
			"accounts: add, password, role, unit, disable, one-time codes, API tokens",
			DD_USER_USAGE, DD_USER_HELP DD_STORE_BY_HELP DD_STORE_HELP, dd_cmd_user},
		{"serve", "máy chủ: giao diện HTTP /api/v1 cho trang web và hệ thống khác",
			"the server: the HTTP API /api/v1 for the page and other systems",
			"[--listen ADDRESS:PORT] [--config FILE] [OPTION…]",
			DD_SERVE_HELP DD_STORE_HELP, dd_cmd_serve},
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
