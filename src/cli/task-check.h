/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-check.h: what a person says of a draft, from the command line */
#pragma once

#include "command.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* What help says of it */
#define DD_TASK_CHECK_HELP                                                                                                  \
	"  correct ID, add VĂN-BẢN, split ID, merge ID ID…   sửa, thêm, tách, gộp nhiệm vụ của "           \
	"bản nháp: --text, "                                                                                             \
	"--heading, --label, --product, --time TEXT, --lead, --coordinate, --director, --monitor "                          \
	"ĐƠN VỊ (nhiều lần cho "                                                                                    \
	"nhiều đơn vị; \"\" là không có); điều đã đọc được giữ lại (check a draft; what was read " \
	"is kept)\n"                                                                                                        \
	"  drop, restore ID…   bỏ khỏi bản nháp, đưa lại (out of the draft, and back)\n"

/* dondoc task correct, add, split, merge. Returns: FALSE when @verb is none of them; else @exit_out */
bool
dd_task_run_check(const char *verb, int argc, char **argv, DdExit *exit_out);

G_END_DECLS
