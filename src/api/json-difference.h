/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-difference.h: what a document that was read again has otherwise, as JSON: what the command prints and what the server answers */
#pragma once

#include "json-writer.h"
#include "reread.h"

G_BEGIN_DECLS

/* Writes the object at the top */
void
dd_json_differences(DdJsonWriter *json, int64_t document, const DdDifferences *all);

G_END_DECLS
