/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-xlsx.c: the XML of a workbook without its ZIP file: a sheet, shared texts and styles, parted by lines "----" */
#include "fuzz.h"

#include <stdlib.h>

#include "fuzz-parts.h"
#include "xlsx.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) sheet = fuzz_next_part(&data, &size);
	g_autoptr(GBytes) strings = fuzz_next_part(&data, &size);
	g_autoptr(GBytes) styles = fuzz_next_part(&data, &size);
	if (sheet == NULL)
		return 0;
	DdXlsxSheet one = {"Kế hoạch", sheet};
	DdXlsxParts parts = {.strings = strings, .styles = styles, .sheets = &one, .n_sheets = 1};
	g_autoptr(DdDocument) read = dd_xlsx_read_parts(&parts, &error);
	/* a shape that the builder refuses is a fault of the reader, not of the file */
	if ((read == NULL) != (error != NULL) ||
		(error != NULL && g_str_has_prefix(error->message, "document out of shape")))
		abort();
	return 0;
}
