/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place.c: words of a span by binary search, those of a line as one box */
#include "place.h"

#define WORD_REACH                                                                                 \
	24 /* bytes: a span that begins so near behind a word's first letter begins inside of it */

size_t
dd_place_find(const DdPlace *places, size_t n, const DdSpan *span)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (places[middle].start < span->start)
			low = middle + 1;
		else
			high = middle;
	}
	bool begins = low < n && places[low].start == span->start;
	if (!begins && low > 0 && span->start - places[low - 1].start < WORD_REACH)
		low--;
	return low < n && places[low].start < span->end ? low : n;
}

/* Does @next stand in the line of @line, right of it? */
static bool
goes_on(const DdPlace *line, const DdPlace *next)
{
	int low = MAX(line->top, next->top), high = MIN(line->bottom, next->bottom);
	return line->page == next->page && next->left >= line->left &&
	       2 * (high - low) >= MIN(line->bottom - line->top, next->bottom - next->top);
}

void
dd_place_write_box(DdJsonWriter *json, const DdPlace *place)
{
	const uint16_t sides[] = {place->left, place->top, place->right, place->bottom};
	dd_json_open(json, "box", '[', true);
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
		dd_json_double(json, NULL, sides[i] / 10.0);
	dd_json_close(json, ']');
}

static void
write_line(DdJsonWriter *json, const DdPlace *line)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "page", line->page);
	dd_place_write_box(json, line);
	dd_json_close(json, '}');
}

void
dd_place_write_json(DdJsonWriter *json, const DdPlace *places, size_t n, const DdSpan *span)
{
	size_t i = dd_place_find(places, n, span);
	if (i == n)
		return;
	dd_json_open(json, "places", '[', true);
	DdPlace line = places[i];
	for (i++; i < n && places[i].start < span->end; i++) {
		if (!goes_on(&line, &places[i])) {
			write_line(json, &line);
			line = places[i];
			continue;
		}
		line.top = MIN(line.top, places[i].top);
		line.right = MAX(line.right, places[i].right);
		line.bottom = MAX(line.bottom, places[i].bottom);
	}
	write_line(json, &line);
	dd_json_close(json, ']');
}
