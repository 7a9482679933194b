/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markup.h: what converters to Markdown and HTML leave around the words: "**KẾ HOẠCH**", "## I.", "1\.", "<b>" */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Blanks marks of emphasis that come in pairs, marks of headings at the beginning of a line, escapes before a sign and tags
 * of letters. A single "*" at the beginning of a line stays a bullet; "(*)" stays a note. Linear in the text.
 */
void
dd_markup_blank(DdContext *context);

G_END_DECLS
