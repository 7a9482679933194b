/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instant.h: moments, as seconds since 1970 in UTC, and how they stand in the calendar of a place; no clock, no time zone files */
#pragma once

#include "date.h"

G_BEGIN_DECLS

#define DD_ZONE_VIETNAM 25200 /* seconds before UTC; no summer time since 1975 */
#define DD_INSTANT_BUFFER 26  /* bytes that dd_instant_format needs */

/* Returns: the moment when a clock in UTC shows @hour:@minute:@second of @date; -1 for DD_DATE_NONE and what no clock shows */
int64_t
dd_instant_make(DdDate date, int hour, int minute, int second);
/* @second_out (nullable): of the day. Returns: the day at that moment, @zone seconds before UTC; DD_DATE_NONE out of range */
DdDate
dd_instant_day(int64_t instant, int zone, int *second_out);
/* Writes YYYY-MM-DDTHH:MM:SS+07:00, "" out of range. Returns: @buffer */
const char *
dd_instant_format(int64_t instant, char buffer[DD_INSTANT_BUFFER]);
/* Reads what dd_instant_format writes. Returns: FALSE when @text is something else; @instant_out stays as it was */
bool
dd_instant_parse(const char *text, int64_t *instant_out);

G_END_DECLS
