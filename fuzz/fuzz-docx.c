/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-docx.c: the XML of a DOCX without its ZIP file: document.xml, numbering.xml and styles.xml, each behind the one before
 * and a line "----"
 */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "docx.h"
#include "error.h"

static const char separator[] = "\n----\n";

/* Returns: (transfer full) what stands before the next separator, NULL when nothing is left; moves on behind it */
static GBytes *
next_part(const uint8_t **at, size_t *left)
{
	if (*left == 0)
		return NULL;
	size_t len = sizeof(separator) - 1;
	const uint8_t *end = *at;
	while ((size_t)(end - *at) + len <= *left && memcmp(end, separator, len) != 0)
		end++;
	bool is_last = (size_t)(end - *at) + len > *left;
	size_t own = is_last ? *left : (size_t)(end - *at);
	GBytes *part = g_bytes_new(*at, own);
	*left -= is_last ? own : own + len;
	*at += is_last ? own : own + len;
	return part;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) document = next_part(&data, &size);
	g_autoptr(GBytes) numbering = next_part(&data, &size);
	g_autoptr(GBytes) styles = next_part(&data, &size);
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
