/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-tiff.h: the pages of a TIFF before any of them is decoded */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A page, as its directory tells of it */
typedef struct {
	uint32_t offset; /* of its directory */
	uint32_t width, height;
} DdTiffPage;

/* Returns: TRUE when @bytes begin as a TIFF does, in either order of bytes; no BigTIFF */
bool
dd_tiff_is(const guint8 *bytes, gsize len);
/*
 * Walks the directories, each once. Small images of a page (thumbnails) are left out.
 * Returns: (transfer full) DdTiffPage, one or more; NULL with DD_ERROR_INVALID_DATA (a directory beyond the end, directories in a ring,
 * no size), DD_ERROR_TOO_LARGE (pages, pixels)
 */
GArray *
dd_tiff_find_pages(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
