/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure.h: how wide the lines of a text were before they were broken, so that a full line is told from one that ended */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct {
	uint32_t width;  /* of full lines, in letters */
	uint32_t ems;    /* and in thousandths of an em, when @printed */
	uint32_t indent; /* what the first line of a paragraph lacks of @ems */
	bool wrapped;    /* the lines were broken by a page or a screen */
	bool printed;    /* they were broken where the letters of a printed page filled it */
	bool ragged; /* lines were broken anywhere, as copied web pages are: a short line says nothing */
} DdMeasure;

/* Measures the lines of the body; context->lines must be filled */
void
dd_measure_lines(const DdContext *context, DdMeasure *measure);
/*
 * @last: the line before the written line @i; @first: it is the first of its paragraph.
 * Returns: TRUE when the first word of line @i would have fitted behind line @last, so that somebody ended that on purpose
 */
bool
dd_measure_was_ended(
	const DdMeasure *self, const DdContext *context, uint32_t last, uint32_t i, bool first);
/* Returns: TRUE when line @i ends as sentences and items end */
bool
dd_measure_ends_closed(const DdContext *context, const DdLine *line);

G_END_DECLS
