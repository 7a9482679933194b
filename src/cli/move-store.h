/* SPDX-License-Identifier: GPL-3.0-or-later */
/* move-store.h: a whole store copied into a new one, said and checked: for migrate, backup and restore */
#pragma once

#include "command.h"
#include "store.h"

G_BEGIN_DECLS

/* Copies store @from into the new store @to, and prints the rows of each table. @mode: how @from is opened, to read it. Failures are said */
DdExit
dd_move_copy(const char *from, DdDbMode mode, const char *to, int64_t now);
/* The same, and looks through what came of it */
DdExit
dd_move_store(const char *from, DdDbMode mode, const char *to, int64_t now);
/* Looks through the store as dondoc check does; findings go to stderr. Returns: DD_EXIT_FAILED when there are any */
DdExit
dd_move_check(DdStore *store);
/* The same of a store that nobody has open yet; nothing is written to it, or left beside it */
DdExit
dd_move_check_at(const char *url, int64_t now);

G_END_DECLS
