/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-heading.h: headings, and what they give to the items under them */
#pragma once

#include "task-private.h"

G_BEGIN_DECLS

/* Adds @para to the headings of the reading. */
void
dd_task_add_heading(DdTasker *self, const DdPara *para);
/* "3. Tháng 11/2026" over bullets: each of them is a piece of work, whatever stands under the last */
bool
dd_task_is_time_heading(DdTasker *self, size_t i);
/* What the heading at @i gives to its items: leads and helpers, or a time ("Tháng 4", "Thường xuyên"). */
void
dd_task_read_heading(DdTasker *self, size_t i);
/* Returns: (transfer none) what the heading at @i gives; NULL: it is none (as is @i < 0), or gives nothing */
static inline const DdTaskHeading *
dd_task_heading_at(const DdTasker *self, int32_t i)
{
	guint index = i >= 0 ? self->facts[i].heading : 0;
	return index > 0 ? &g_array_index(self->headings, DdTaskHeading, index - 1) : NULL;
}
/* Returns: (transfer none) the nearest heading above that gives leads, or times; NULL for none */
const DdTaskHeading *
dd_task_find_heading(const DdTasker *self, const DdPara *para, bool with_time);
/* Returns: helpers of the nearest heading that names any, not above the one that gives the @leads */
DdFieldList
dd_task_find_helpers(const DdTasker *self, const DdPara *para, const DdTaskHeading *leads);
/* Makes the item at @i the heading of its bullets, with the fields behind the last of them. */
void
dd_task_read_shared(DdTasker *self, size_t i);
/*
 * "3. Phát triển hạ tầng số / Cơ quan chủ trì: …; phối hợp: …" over items: a title with fields that say who, and not when or
 * what comes of it, is no work of its own. Returns: FALSE when the labelled item at @i is another; else its items inherit
 */
bool
dd_task_read_led_heading(DdTasker *self, size_t i);
/*
 * "(Cơ quan chủ trì: …; thời gian: …)" on a line of its own under a heading holds for all items under it.
 * Returns: FALSE when paragraph @i is no such line
 */
bool
dd_task_read_noted_fields(DdTasker *self, size_t i);
/*
 * A paragraph before items that names who is to do them: the request of a letter, or under a heading "Đề nghị Hội Nông dân
 * chủ trì, phối hợp với các xã:", "Cấp tỉnh:"
 */
void
dd_task_read_announcement(DdTasker *self, size_t i);

G_END_DECLS
