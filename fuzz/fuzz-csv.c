/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-csv.c: tables as text, whatever they look like */
#include "fuzz.h"

#include <stdlib.h>

#include "csv.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) read = dd_csv_read(data, size, &error);
	if ((read == NULL) != (error != NULL) ||
		(error != NULL && g_str_has_prefix(error->message, "document out of shape")))
		abort();
	return 0;
}
