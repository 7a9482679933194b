/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-mend.h: what a bad scan left of recipients and authorities is put back together */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* Puts the usual line of a list of recipients in the place of @item when it is near enough */
void
dd_head_mend_recipient(GString *item);
/* Returns: (in the arena) @authority, of a bad scan with the letters that "TM. ỦY BAN NHÂN DÂN" has */
const char *
dd_head_mend_authority(DdContext *context, const char *authority);

G_END_DECLS
