/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-search.h: what was found, for people */
#pragma once

#include "render.h"
#include "search.h"

G_BEGIN_DECLS

/* Prints hits with what they are found by in brackets, and how to go on behind them */
void
dd_render_search(const DdRender *render, const DdSearchFound *found);

G_END_DECLS
