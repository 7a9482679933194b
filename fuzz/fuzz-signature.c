/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-signature.c: signatures of a PDF: the bytes as a file, and as the message of one signature */
#include "fuzz.h"

#include <stdlib.h>

#include "pdf-signature-cms.h"
#include "pdf-signature-find.h"
#include "pdf-signature.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	if (!dd_pdf_signatures_add(data, size, NULL, builder, &error))
		abort();
	g_autoptr(GArray) found = dd_pdf_signatures_find(data, size);
	for (guint i = 0; i < found->len; i++) {
		const DdPdfSignature *one = &g_array_index(found, DdPdfSignature, i);
		if (one->range == DD_RANGE_FITS &&
			(one->start > one->hole || one->hole >= one->hole_end ||
				one->hole_end > one->end || one->end > size))
			abort();
	}
	g_autoptr(GBytes) cms = g_bytes_new_static(data, size);
	for (DdSubFilter form = DD_SUB_FILTER_OTHER; form < DD_SUB_FILTER_LAST; form++) {
		g_auto(DdCmsVerdict) verdict = {0};
		dd_cms_check(cms, form, cms, NULL, &verdict);
	}
	return 0;
}
