/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-objects.h: just enough of a PDF's objects to come to what its pages draw, which poppler does not tell: ISO 32000-1, 7.3 to
 * 7.7. Whatever is not plain (encrypted, packed otherwise than by deflate, broken) is not found, and the page has to be drawn.
 */
#pragma once

#include "pdf-token.h"

G_BEGIN_DECLS

typedef struct _DdPdfObjects DdPdfObjects;

/* A page, with what it has from those above it in the tree; empty slices where nothing is said */
typedef struct {
	DdPdfSlice page, resources, media_box, crop_box, rotate;
} DdPdfPage;

/*
 * @bytes: the whole file; must outlive the result. Returns: (transfer full) NULL when the file is not plain. Time and memory are
 * linear in @len, for all functions together and whatever they are asked. The object of a number that comes last in the file is the
 * one that counts, as when poppler mends a file
 */
DdPdfObjects *
dd_pdf_objects_new(const guint8 *bytes, gsize len);
/* NULL is fine */
void
dd_pdf_objects_free(DdPdfObjects *self);
guint
dd_pdf_objects_get_n_pages(const DdPdfObjects *self);
/* Returns: (transfer none) page @i, 0-based */
const DdPdfPage *
dd_pdf_objects_get_page(const DdPdfObjects *self, guint i);
/* Follows references. Returns: what @value stands for, empty when it is not there */
DdPdfSlice
dd_pdf_objects_resolve(DdPdfObjects *self, DdPdfSlice value);
/* Returns: what a dictionary says of @key (@len letters), references followed; empty when nothing */
DdPdfSlice
dd_pdf_objects_find(DdPdfObjects *self, DdPdfSlice dict, const char *key, gsize len);
/* As dd_pdf_take_value, for slices that may be looked at often. Returns: empty also when the file took too much looking already */
DdPdfSlice
dd_pdf_objects_take(DdPdfObjects *self, DdPdfSlice *rest);
/* Takes "[" off @rest. Returns: FALSE when something else stands there; that is taken then */
bool
dd_pdf_objects_open_array(DdPdfObjects *self, DdPdfSlice *rest);
/* Returns: TRUE when looking took too much: something that is there may not have been found, and nothing will be */
bool
dd_pdf_objects_are_spent(const DdPdfObjects *self);
/* Adds the bytes of the stream that is @object to @out. Returns: FALSE when it is no plain stream, or all together are too long */
bool
dd_pdf_objects_unpack(DdPdfObjects *self, DdPdfSlice object, GByteArray *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdPdfObjects, dd_pdf_objects_free)

G_END_DECLS
