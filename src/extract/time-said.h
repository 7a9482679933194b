/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-said.h: a time that a person says outside of any document */
#pragma once

#include <dondoc/reading.h>

#include "arena.h"

G_BEGIN_DECLS

/*
 * Reads @text (NFC) as the value of a cell "Thời gian" is read: "Quý II", "Trước ngày 20 hằng tháng"; what names no day is an event. @year: of the
 * plan, 0 unknown. @time_out: what it points to lies in @arena
 */
void
dd_time_said_read(const char *text, int year, DdArena *arena, DdTime *time_out);

G_END_DECLS
