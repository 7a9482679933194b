/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-search.h: what was found, as JSON: what the command prints and what the server answers */
#pragma once

#include "json-writer.h"
#include "search.h"

G_BEGIN_DECLS

/* Writes an object: hits, each excerpt as pieces, and next */
void
dd_json_search(DdJsonWriter *json, const DdSearchFound *found);

G_END_DECLS
