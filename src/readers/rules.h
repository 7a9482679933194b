/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules.h: ruling lines of a page, out of its image or out of what it says that it draws */
#pragma once

#include "page-content.h"
#include "reader-module.h"

G_BEGIN_DECLS

#define DD_RULE_ACROSS_POINTS 18.0F /* shorter ones are dashes and strokes of letters */
#define DD_RULE_DOWN_POINTS 13.0F
#define DD_RULE_THICK_POINTS 4.0F /* thicker ones are bars and filled boxes */

/*
 * Adds the lines across and down that @image shows to @content: dark, straight, thin, longer than letters are. What a page was turned
 * by when it was scanned has to be mended before. Linear in pixels
 */
void
dd_rules_find(const DdPageImage *image, DdPageContent *content);
/* Returns: TRUE when something dark of that size, in points, is a line across or down */
bool
dd_rules_is_line(double width, double height);
/*
 * Adds the lines that @pieces (DdPageRule, changed) make to @content: what lies on one line and touches is one, and what is too short
 * then is none. Time grows as that of sorting
 */
void
dd_rules_join(GArray *pieces, DdPageContent *content);

G_END_DECLS
