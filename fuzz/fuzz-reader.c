/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-reader.c: the whole way from bytes to the JSON of a reading */
#include "fuzz.h"

#include <dondoc/dondoc.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static DdReader *reader; /* made once: it is what stays the same from file to file */
	static FILE *sink;
	if (reader == NULL)
		reader = dd_reader_new(NULL, NULL);
	if (sink == NULL)
		sink = fopen("/dev/null", "we");
	if (reader == NULL || sink == NULL)
		abort();
	GByteArray *bytes = g_byte_array_append(g_byte_array_new(), data, (guint)size);
	g_autoptr(DdReading) reading = dd_reader_read(reader, bytes, "fuzz.txt", NULL);
	if (reading != NULL && !dd_reading_write_json(reading, sink, NULL))
		abort();
	return 0;
}
