/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place.h: the words of a span on their pages */
#pragma once

#include <dondoc/reading.h>

#include "json-writer.h"

G_BEGIN_DECLS

/*
 * Returns: the index of the first of @places (by start) that belongs to @span; further ones follow while they start before its end.
 * @n when there is none
 */
size_t
dd_place_find(const DdPlace *places, size_t n, const DdSpan *span);
/* Writes "places": where the words of @span stand, those of one line as one box, in points; nothing when they have no place */
void
dd_place_write_json(DdJsonWriter *json, const DdPlace *places, size_t n, const DdSpan *span);
/* Writes the box of one place: [left, top, right, bottom] in points */
void
dd_place_write_box(DdJsonWriter *json, const DdPlace *place);

G_END_DECLS
