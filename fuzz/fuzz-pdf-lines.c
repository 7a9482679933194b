/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-pdf-lines.c: objects of a PDF and what its pages draw */
#include "fuzz.h"

#include <stdlib.h>

#include "pdf-lines.h"

#define PAGES 4 /* that are looked at */

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdPdfObjects) objects = dd_pdf_objects_new(data, size);
	for (guint i = 0; objects != NULL && i < PAGES; i++) {
		g_autoptr(DdPageContent) content = dd_page_content_new(200, 100);
		if (!dd_pdf_lines_take(objects, i, content) && content->rules->len > 0)
			abort();
		for (guint n = 0; n < content->rules->len; n++) {
			const DdPageRule *rule = &g_array_index(content->rules, DdPageRule, n);
			if (!(rule->right - rule->left <= 200 && rule->bottom - rule->top <= 100))
				abort();
		}
	}
	return 0;
}
