/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-holidays.c: a list of days off; what is taken is told again as it was */
#include "fuzz.h"
#include "holiday.h"

#include <stdlib.h>
#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_malloc0(size + 1);
	if (size > 0) /* @data may be NULL then */
		memcpy(text, data, size);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = dd_holidays_parse(text, arena, NULL);
	g_autoptr(DdWorkdays) workdays = dd_workdays_new(NULL);
	if (rows == NULL || rows->len == 0)
		return 0;
	const DdHoliday *first = &g_array_index(rows, DdHoliday, 0);
	int year = CLAMP(first->first.year, DD_WORKDAYS_FIRST_YEAR, DD_WORKDAYS_LAST_YEAR);
	if (!dd_workdays_set_year(workdays, year, first, rows->len, NULL))
		return 0;
	g_autoptr(GArray) told = dd_workdays_list_year(workdays, year);
	if (told->len != rows->len || !dd_workdays_knows_year(workdays, year))
		abort();
	for (guint i = 0; i < told->len; i++)
		if (dd_workdays_look(workdays, g_array_index(told, DdHoliday, i).first).kind !=
			g_array_index(told, DdHoliday, i).kind)
			abort();
	return 0;
}
