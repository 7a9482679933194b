/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules.h: ruling lines in the image of a page */
#pragma once

#include "page-content.h"
#include "reader-module.h"

G_BEGIN_DECLS

/*
 * Adds the lines across and down that @image shows to @content: dark, straight, thin, longer than letters are. What a page was turned
 * by when it was scanned has to be mended before. Linear in pixels
 */
void
dd_rules_find(const DdPageImage *image, DdPageContent *content);

G_END_DECLS
