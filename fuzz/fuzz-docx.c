/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-docx.c: the XML of a DOCX without its ZIP file: document.xml, numbering.xml and styles.xml, each behind the one before
 * and a line "----"
 */
#include "fuzz.h"

#include <stdlib.h>

#include "docx.h"
#include "fuzz-parts.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) document = fuzz_next_part(&data, &size);
	g_autoptr(GBytes) numbering = fuzz_next_part(&data, &size);
	g_autoptr(GBytes) styles = fuzz_next_part(&data, &size);
	if (document == NULL)
		return 0;
	DdDocxParts parts = {.document = document, .numbering = numbering, .styles = styles};
	g_autoptr(DdDocument) read = dd_docx_read_parts(&parts, &error);
	/* a shape that the builder refuses is a fault of the reader, not of the file */
	if ((read == NULL) != (error != NULL) ||
		(error != NULL && g_str_has_prefix(error->message, "document out of shape")))
		abort();
	return 0;
}
