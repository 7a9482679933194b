/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-tiff.c: the walk over the directories of a TIFF */
#include "fuzz.h"

#include "maxima.h"
#include "scan-tiff.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) pages = dd_tiff_find_pages(data, size, &error);
	g_assert_true((pages == NULL) == (error != NULL));
	for (guint i = 0; pages != NULL && i < pages->len; i++) {
		const DdTiffPage *page = &g_array_index(pages, DdTiffPage, i);
		g_assert_cmpuint(page->offset, <, size);
		g_assert_cmpuint((guint64)page->width * page->height, <=, DD_MAX_IMAGE_PIXELS);
	}
	return 0;
}
