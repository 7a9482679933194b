/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remark.h: what a careful registrar would send back or ask about (anomalies), once everything else is read */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* Looks for words without the blank between them in the paragraph [@start, @end), which is called for in reading order */
void
dd_remark_note_glued(DdContext *context, uint32_t start, uint32_t end);
/*
 * Remarks on @day, which [@start, @end) sets for work or a visit, when it is a Saturday, a Sunday or a holiday of the sun's
 * calendar: is it the working day before or after?
 */
void
dd_remark_day_off(DdContext *context, DdDay day, uint32_t start, uint32_t end);
/* Remarks on days that no calendar has ("31/4/2026"), wherever they stand: nothing was read out of them */
void
dd_remark_impossible_days(DdContext *context);
/* Adds the remarks that follow from the whole reading to context->anomalies and puts all of them in order of place */
void
dd_remark_read(DdContext *context);

G_END_DECLS
