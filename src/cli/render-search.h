/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-search.h: what was found, for people and as JSON */
#pragma once

#include "render.h"
#include "search.h"

G_BEGIN_DECLS

/* Prints hits with what they are found by in brackets, and how to go on behind them */
void
dd_render_search(const DdRender *render, const DdSearchFound *found);
/* Writes an object: hits, each excerpt as pieces, and next. Returns: FALSE when writing failed; DD_ERROR_IO */
bool
dd_json_search(FILE *out, const DdSearchFound *found, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
