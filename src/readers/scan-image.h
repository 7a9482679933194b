/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-image.h: files that are images: PNG, JPEG, TIFF of one page or several */
#pragma once

#include "reader-module.h"

G_BEGIN_DECLS

typedef struct _DdImageFile DdImageFile;

/*
 * Looks at the headers alone and refuses what is too large before anything is decoded. @bytes: must live as long as the result.
 * Returns: (transfer full); NULL with DD_ERROR_INVALID_DATA, DD_ERROR_UNSUPPORTED (another kind of image), DD_ERROR_TOO_LARGE
 */
DdImageFile *
dd_image_file_new(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_image_file_free(DdImageFile *self);
/* Returns: (transfer none) the kind for a Document: "PNG", "JPEG", "TIFF" */
const char *
dd_image_file_get_kind(const DdImageFile *self);
uint32_t
dd_image_file_count_pages(const DdImageFile *self);
/* Decodes page @i (0-based). @image_out->pixels: (transfer full), of g_malloc. Returns: FALSE with DD_ERROR_INVALID_DATA, DD_ERROR_TOO_LARGE */
bool
dd_image_file_draw(const DdImageFile *self, uint32_t i, DdPageImage *image_out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdImageFile, dd_image_file_free)

G_END_DECLS
