/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said-time.c: what people say of times, and the year of a plan */
#include "said-time.h"

#include "stored.h"
#include "time-said.h"

#include <string.h>

#include "json-read.h"

/* The plan's own year. Returns: FALSE on failure */
static bool
find_year(DdStore *store, int64_t document, int *year_out, GError **error)
{
	g_autofree char *json = NULL;
	if (!dd_stored_reading(store, document, &json, error))
		return false;
	g_autoptr(DdReading)
		reading = json != NULL ? dd_reading_parse_json(json, strlen(json), error) : NULL;
	if (json != NULL && reading == NULL)
		return false;
	*year_out = reading != NULL ? reading->document.year : 0;
	return true;
}

bool
dd_said_time_read(DdStore *store, int64_t document, const char *words, DdArena *arena, DdTime *out,
	GError **error)
{
	int year = 0;
	if (!find_year(store, document, &year, error))
		return false;
	dd_time_said_read(words, year, arena, out);
	return true;
}
