/* SPDX-License-Identifier: GPL-3.0-or-later */
/* locate.h: from offsets in the text to lines and offsets of the file as it was given */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* Turns every span that the extractors left in @context and its reading into a place in the file; once, at the end */
void
dd_locate(DdContext *context);

G_END_DECLS
