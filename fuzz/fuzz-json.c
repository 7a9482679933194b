/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-json.c: the JSON form read back: what was once accepted is written and read without change */
#include "fuzz.h"
#include "json-read.h"

#include <dondoc/dondoc.h>
#include <stdlib.h>
#include <string.h>

/* Returns: (transfer full, free) the JSON form of @reading */
static char *
to_json(const DdReading *reading, size_t *len_out)
{
	char *json = NULL;
	FILE *out = open_memstream(&json, len_out);
	if (out == NULL || !dd_reading_write_json(reading, out, NULL) || fclose(out) != 0)
		abort();
	return json;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdReading) first = dd_reading_parse_json((const char *)data, size, NULL);
	if (first == NULL)
		return 0;
	size_t len = 0;
	size_t len_again = 0;
	char *json = to_json(first, &len);
	g_autoptr(DdReading) second = dd_reading_parse_json(json, len, NULL);
	g_assert_nonnull(second);
	char *again = to_json(second, &len_again);
	g_assert_true(len == len_again && memcmp(json, again, len) == 0);
	free(json);
	free(again);
	return 0;
}
