/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-step.h: steps with tasks from the command line */
#pragma once

#include "command.h"
#include "follow.h"

#include <glib.h>

G_BEGIN_DECLS

/* What help says of dondoc task */
#define DD_TASK_HELP                                                                                                    \
	"  list                nhiệm vụ đã duyệt, theo hạn; --unit ĐƠN VỊ chủ trì, --state "           \
	"open|TRẠNG THÁI, --document SỐ, --sort due|number, --limit N, --format table|json|csv, "                  \
	"--output TỆP (tasks that are followed, by due day)\n"                                                        \
	"  show ID             một nhiệm vụ với các hạn và lịch sử; --format table|json (one "          \
	"task with its days and history)\n"                                                                             \
	"  ACTION ID…          approve [--lead ĐƠN VỊ], assign, take, refuse, progress, submit, "                 \
	"return, close, pause, resume, withdraw, replace, end, reopen, transfer --lead ĐƠN VỊ: "                    \
	"cả các nhiệm vụ hoặc "                                                                                \
	"không nhiệm vụ nào (all of the tasks, or none)\n"                                                        \
	"  event ID --day NGÀY ngày của sự kiện hoặc ngày cần xác định; sửa lại cần --why (the " \
	"day that a "                                                                                                   \
	"task waits for; to correct it takes --why)\n"                                                                  \
	"  -r, --role ROLE     clerk, overseer, leader, focal, officer … (in which part)\n"                           \
	"  -u, --unit UNIT     đơn vị của người thực hiện; không có là cơ quan ban hành (whose "      \
	"unit; without it the office that issued the document)\n"                                                       \
	"  -w, --why TEXT      lý do (the reason)\n"                                                                   \
	"  -d, --document SỐ   văn bản làm căn cứ (the document that orders it)\n"                             \
	"      --product, --proof TEXT   sản phẩm, minh chứng (what came of it, where it can be "                 \
	"seen)\n"                                                                                                       \
	"      --file TỆP          tệp kèm theo báo cáo hoặc kết quả; dùng được nhiều lần (a "    \
	"file that the note or the result comes with; again for each)\n"                                                \
	"      --done, --next, --difficulty, --proposal TEXT, --percent N   báo tiến độ (a note "                 \
	"of progress)\n"                                                                                                \
	"      --days-off stay|next  khi duyệt, giao, nêu ngày sự kiện: hạn rơi vào ngày nghỉ "          \
	"giữ nguyên hoặc dời (a last day that is a day off stays, or moves on)\n"                                \
	"      --until NGÀY    của tạm dừng (of a pause)\n"

/* What was wrong with a command line, in two languages */
typedef struct {
	const char *vi, *en;
} DdWrong;

/* Says on stderr what failed with a task or document, by its number. Returns: DD_EXIT_FAILED */
DdExit
dd_task_fail(const char *what, const char *number, const GError *error);

/* dondoc task ACTION ID…, with the words behind ACTION. All of them are taken, or none */
DdExit
dd_task_run_step(DdAction action, int argc, char **argv);
/* dondoc task event ID --day DAY */
DdExit
dd_task_run_event(int argc, char **argv);
/* dondoc document issue ID */
DdExit
dd_task_run_issue(int argc, char **argv);

G_END_DECLS
