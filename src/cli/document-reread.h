/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-reread.h: dondoc document reread ID, dondoc document diff ID */
#pragma once

#include "command.h"

#include <glib.h>

G_BEGIN_DECLS

/* What help says of them */
#define DD_DOCUMENT_REREAD_HELP                                                                                        \
	"  reread ID           đọc lại tệp đã lưu bằng bản chương trình này; bản đang dùng và " \
	"phần người sửa "                                                                                       \
	"giữ nguyên (read the kept file again; nothing that counts is changed)\n"                                   \
	"  diff ID             lần đọc lại khác bản đang dùng ở đâu (what the second reading has "     \
	"otherwise)\n"

DdExit
dd_document_run_reread(int argc, char **argv);
DdExit
dd_document_run_diff(int argc, char **argv);

G_END_DECLS
