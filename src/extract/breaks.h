/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breaks.h: lines that Markdown and HTML write as "<br>", made lines of the text where no table is to be read */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Parts the lines of the text at "<br>": in running text, and in the rows of a table that only lays out the letterhead or
 * the recipients and the signature, whose cells become lines as well, column after column. Tables that hold something keep
 * theirs. To be called before anything looks at lines.
 */
void
dd_breaks_make(DdContext *context);

/* Returns: length of the "<br>", "<br/>", "<BR />" at @at, 0 when none stands there before @end */
uint32_t
dd_breaks_tag_len(const char *at, const char *end);

G_END_DECLS
