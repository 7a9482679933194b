/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-start.c: where the letterhead begins when a portal or an office's page put lines of its own above it */
#include <string.h>

#include "head-private.h"

#define START_LINES 80u       /* written lines that are looked at for the motto */
#define ABOVE_LINES 8u        /* of a letterhead, at most, above the motto */
#define ABOVE_CHARS 90u       /* of one of them */
#define HALF_NUMBER_CHARS 12u /* of a number whose symbol stands in the next line */

/* The words by which a text has begun, so that a motto behind them is that of an attached form */
static bool
is_text(const DdContext *context, const DdHeadLine *line)
{
	static const char *const cues[] = {"cancu", "dieu1", "noinhan", "kinhgui"};
	uint32_t end;
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_head_at(context, line, 0, cues[i], &end))
			return true;
	return strncmp(line->s, "i. ", 3) == 0 || strncmp(line->s, "a. ", 3) == 0;
}

static bool
has_motto(const DdContext *context, const DdHeadLine *line, uint32_t i)
{
	uint32_t at, end;
	if (dd_head_find_motto(context, line, &at, &end) >= 0 &&
		dd_head_is_upper(context, line, at, end))
		return true;
	return dd_head_is_upper(context, line, 0, line->n) &&
	       dd_head_find_broken_motto(context, line, i) > i;
}

/* A line that may stand above the motto: a name in capitals, a number, a date, "V/v …" */
static bool
is_above_motto(DdContext *context, const DdHeadLine *line)
{
	DdHeadNumber number;
	DdHeadDate date;
	if (line->n > ABOVE_CHARS)
		return false;
	if (dd_head_is_upper(context, line, 0, line->n) || strncmp(line->s, "v/v", 3) == 0)
		return true;
	uint32_t end;
	if (dd_head_at(context, line, 0, "so", &end) && line->s[end] == ':' &&
		line->n <= HALF_NUMBER_CHARS)
		return true; /* "Số: 565" | "/TB-UBND" */
	dd_head_find_number(context, line, &number);
	if (number.found && number.from == 0 && dd_head_is_alone_behind(line, number.to))
		return true;
	dd_head_find_date(context, line, &date);
	return date.found && date.from == 0 && dd_head_is_alone_behind(line, date.to);
}

/* Returns: the first line of the letterhead whose motto stands in line @i */
static uint32_t
first_above(DdContext *context, uint32_t i)
{
	DdHeadLine line;
	uint32_t first = i;
	for (unsigned seen = 0; i > 0 && seen < ABOVE_LINES; i--) {
		const DdLine *at = &context->lines[i - 1];
		if (at->blank)
			continue;
		dd_head_fold(context, at->start, at->end, &line);
		if (dd_head_is_rule(&line, 0, line.n))
			continue;
		if (!is_above_motto(context, &line))
			break;
		first = i - 1;
		seen++;
	}
	return first;
}

/* "KẾ HOẠCH", by itself in its line */
static bool
is_bare_type(const DdContext *context, const DdHeadLine *line)
{
	uint32_t end;
	return dd_head_is_upper(context, line, 0, line->n) &&
	       dd_head_type_at(context, line, 0, &end) != NULL && dd_head_is_rule(line, end, line->n);
}

uint32_t
dd_head_find_start(DdContext *context, uint32_t from)
{
	DdHeadLine line;
	unsigned seen = 0;
	uint32_t type = context->n_lines;
	for (uint32_t i = from; i < context->n_lines && seen < START_LINES; i++) {
		const DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE)
			continue;
		seen++;
		dd_head_fold(context, at->start, at->end, &line);
		if (is_text(context, &line))
			break;
		if (has_motto(context, &line, i))
			return first_above(context, i);
		if (type == context->n_lines && is_bare_type(context, &line))
			type = i;
	}
	return type; /* copied without its letterhead, below a line of a page or a post */
}
