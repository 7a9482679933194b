/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-zip.c: whole files of any kind, told by their content */
#include "fuzz.h"

#include <stdlib.h>

#include "reader-table.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) read = dd_file_read(data, size, NULL, NULL, &error);
	if ((read == NULL) != (error != NULL))
		abort();
	return 0;
}
