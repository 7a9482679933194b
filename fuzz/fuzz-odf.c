/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-odf.c: the XML of an ODT or ODS without its ZIP file: content and styles, parted by a line "----" */
#include "fuzz.h"

#include <stdlib.h>

#include "fuzz-parts.h"
#include "odf.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) content = fuzz_next_part(&data, &size);
	g_autoptr(GBytes) styles = fuzz_next_part(&data, &size);
	if (content == NULL)
		return 0;
	for (int is_sheet = 0; is_sheet < 2; is_sheet++) {
		g_autoptr(GError) error = NULL;
		DdOdfParts parts = {
			.kind = "ODT", .is_sheet = is_sheet, .content = content, .styles = styles};
		g_autoptr(DdDocument) read = dd_odf_read_parts(&parts, &error);
		/* a shape that the builder refuses is told as what is wrong with the file */
		if ((read == NULL) != (error != NULL) ||
			(error != NULL &&
				g_str_has_prefix(error->message, "document out of shape")))
			abort();
	}
	return 0;
}
