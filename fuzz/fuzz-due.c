/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-due.c: a time as a store keeps it, turned into days; and tables of holidays */
#include "date.h"
#include "due.h"
#include "fuzz.h"
#include "maxima.h"
#include "time-json.h"
#include "workday.h"

#include <stdlib.h>
#include <string.h>

/* What holds of every list of days */
static void
check(const DdDue *due)
{
	if (due->occurrences->len > DD_MAX_OCCURRENCES)
		abort();
	for (guint i = 0; i < due->occurrences->len; i++) {
		const DdOccurrence *one = &g_array_index(due->occurrences, DdOccurrence, i);
		const DdOccurrence *before = i > 0 ? one - 1 : one;
		bool set = dd_date_is_set(one->due);
		if (set && (!dd_date_is_set(before->due) || dd_date_compare(before->due, one->due) > 0))
			abort();
		if (set == (one->rule == DD_DUE_RULE_NONE))
			abort();
	}
}

static void
try_time(const char *text, const DdWorkdays *workdays)
{
	static const DdDueContext contexts[] = {
		{.first = {2024, 1, 1}, .last = {2026, 12, 31}, .signed_on = {2026, 2, 14}},
		{.first = {2199, 12, 31}, .last = {2199, 12, 31}},
		{.first = {2026, 1, 1}, .last = {2026, 12, 31}, .shift = DD_DUE_MOVES_ON},
		{.shift = DD_DUE_STAYS},
	};
	g_autoptr(DdArena) arena = dd_arena_new();
	DdTime time;
	if (!dd_time_parse_json(text, arena, &time, NULL))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(contexts); i++) {
		DdDueContext context = contexts[i];
		context.workdays = workdays;
		g_auto(DdDue) due = dd_due_expand(&time, &context);
		check(&due);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* behind the text a NUL for the last cell and one for all */
	g_autofree char *text = g_malloc0(size + 8);
	if (size > 0) /* @data may be NULL then */
		memcpy(text, data, size);
	g_autoptr(DdWorkdays) workdays = dd_workdays_new(NULL);
	try_time(text, workdays);
	/* a line end ends a cell, for a person can write that */
	for (size_t i = 0; i < size; i++)
		if (text[i] == '\n')
			text[i] = '\0';
	g_autoptr(DdWorkdays) given = dd_workdays_parse(text, NULL);
	if (given != NULL)
		(void)dd_workdays_look(given, (DdDay){2026, 2, 17});
	return 0;
}
