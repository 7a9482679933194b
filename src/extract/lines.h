/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines.h: the lines of a text without what no reader should see: converter residue, page numbers, running heads */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Fills context->lines. Residue such as "[bookmark: …]" is blanked out of the text and remarked on, marks of Markdown and
 * HTML are blanked; repeated running heads become DD_ZONE_NOISE.
 */
void
dd_lines_read(DdContext *context);
/* Returns: TRUE when line @i holds a page number and nothing else ("12", "- 3 -", "Trang 4/10") */
bool
dd_line_is_page_number(const DdContext *context, uint32_t i);
/* Returns: number of letters (code points) of line @i */
uint32_t
dd_line_width(const DdContext *context, uint32_t i);
/* Returns: number of letters (code points) in [@start, @stop) of the text */
uint32_t
dd_stretch_width(const DdContext *context, uint32_t start, uint32_t stop);

G_END_DECLS
