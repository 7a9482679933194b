/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-tiff.c: libtiff walks all directories again for each page, and round and round when they are a ring: they are walked here
 * first, once, and what is too large is refused before anything is decoded.
 */
#include "scan-tiff.h"

#include <string.h>

#include "dict.h"
#include "error.h"
#include "maxima.h"

#define HEADER_BYTES 8
#define ENTRY_BYTES 12
#define TAG_SUBFILE 254 /* bit 0: a smaller image of another page */
#define TAG_WIDTH 256
#define TAG_HEIGHT 257
#define TYPE_SHORT 3
#define TYPE_LONG 4

typedef struct {
	const guint8 *bytes;
	gsize len;
	bool big; /* the most significant byte stands first */
} Tiff;

static uint32_t
get16(const Tiff *self, gsize at)
{
	const guint8 *p = self->bytes + at;
	return self->big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}

static uint32_t
get32(const Tiff *self, gsize at)
{
	return self->big ? get16(self, at) << 16 | get16(self, at + 2)
			 : get16(self, at + 2) << 16 | get16(self, at);
}

bool
dd_tiff_is(const guint8 *bytes, gsize len)
{
	return len >= HEADER_BYTES &&
	       (memcmp(bytes, "II*\0", 4) == 0 || memcmp(bytes, "MM\0*", 4) == 0);
}

static void
set_broken(GError **error, const char *why)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp TIFF hỏng; hãy quét lại hoặc xin lại bản gốc (broken TIFF: %s; scan it again)",
		why);
}

/* Reads the directory at @at, which lies within the file with its @n entries. */
static DdTiffPage
read_directory(const Tiff *self, gsize at, uint32_t n, bool *is_small_out)
{
	DdTiffPage page = {.offset = (uint32_t)at};
	*is_small_out = false;
	for (uint32_t i = 0; i < n; i++) {
		gsize entry = at + 2 + (gsize)i * ENTRY_BYTES;
		uint32_t tag = get16(self, entry), type = get16(self, entry + 2);
		if (type != TYPE_SHORT && type != TYPE_LONG)
			continue;
		uint32_t value = type == TYPE_SHORT ? get16(self, entry + 8) : get32(self, entry + 8);
		if (tag == TAG_WIDTH)
			page.width = value;
		else if (tag == TAG_HEIGHT)
			page.height = value;
		else if (tag == TAG_SUBFILE)
			*is_small_out = (value & 1) != 0;
	}
	return page;
}

static bool
check_size(const DdTiffPage *page, GError **error)
{
	if (page->width == 0 || page->height == 0) {
		set_broken(error, "a page without a size");
		return false;
	}
	if ((uint64_t)page->width * page->height <= DD_MAX_IMAGE_PIXELS)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"ảnh quá lớn (%u × %u điểm); hãy quét lại ở 300 dpi "
		"(the image is too large; scan it again at 300 dpi)",
		page->width, page->height);
	return false;
}

/* Goes on to the next directory. Returns: FALSE with @error; @at 0 when there is none */
static bool
step(const Tiff *self, gsize *at, GArray *pages, GHashTable *seen, GError **error)
{
	if (*at > self->len || self->len - *at < 2) {
		set_broken(error, "a directory behind the end");
		return false;
	}
	uint32_t n = get16(self, *at);
	gsize bytes = 2 + (gsize)n * ENTRY_BYTES + 4;
	if (self->len - *at < bytes) {
		set_broken(error, "a directory over the end");
		return false;
	}
	if (!g_hash_table_add(seen, GSIZE_TO_POINTER(*at))) {
		set_broken(error, "its directories are a ring");
		return false;
	}
	bool is_small;
	DdTiffPage page = read_directory(self, *at, n, &is_small);
	if (!is_small && !check_size(&page, error))
		return false;
	if (!is_small)
		g_array_append_val(pages, page);
	*at = get32(self, *at + bytes - 4);
	return true;
}

GArray *
dd_tiff_find_pages(const guint8 *bytes, gsize len, GError **error)
{
	if (!dd_tiff_is(bytes, len)) {
		set_broken(error, "no header");
		return NULL;
	}
	const Tiff self = {bytes, len, bytes[0] == 'M'};
	g_autoptr(GArray) pages = g_array_new(FALSE, FALSE, sizeof(DdTiffPage));
	g_autoptr(GHashTable) seen = dd_dict_new_of_numbers();
	gsize at = get32(&self, 4);
	while (at != 0 && g_hash_table_size(seen) <= DD_MAX_PAGES)
		if (!step(&self, &at, pages, seen, error))
			return NULL;
	if (at != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp TIFF có nhiều hơn %d trang; hãy tách thành nhiều tệp "
			"(more than %d pages; split the file)",
			DD_MAX_PAGES, DD_MAX_PAGES);
		return NULL;
	}
	if (pages->len == 0) {
		set_broken(error, "no page");
		return NULL;
	}
	return g_steal_pointer(&pages);
}
