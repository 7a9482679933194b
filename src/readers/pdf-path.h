/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-path.h: what strokes and fills of a PDF leave on the page, as far as it is lines across and down */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _DdPdfDrawing DdPdfDrawing;

/* What the numbers of a colour mean */
typedef enum {
	DD_PDF_INK_GRAY,
	DD_PDF_INK_RGB,
	DD_PDF_INK_CMYK,
	DD_PDF_INK_TINT, /* 1: all of some ink */
	DD_PDF_INK_UNKNOWN,
	DD_PDF_INK_SAME /* as before */
} DdPdfInk;

typedef enum { DD_PDF_MOVE, DD_PDF_LINE, DD_PDF_CURVE } DdPdfStep;

/* @box: what of the page is seen: left, bottom, right, top. Returns: (transfer full) */
DdPdfDrawing *
dd_pdf_drawing_new(const double box[4]) G_GNUC_WARN_UNUSED_RESULT;
void
dd_pdf_drawing_free(DdPdfDrawing *self);
/* Returns: (transfer none) DdPageRule, in pieces as they were drawn */
GArray *
dd_pdf_drawing_get_lines(DdPdfDrawing *self);

/* "q", "Q". Saving fails when too much is saved */
bool
dd_pdf_drawing_save(DdPdfDrawing *self);
void
dd_pdf_drawing_restore(DdPdfDrawing *self);
gsize
dd_pdf_drawing_get_depth(const DdPdfDrawing *self);
/* The state: "cm", "w", "d", and colours: @n numbers of @ink, 0: its first colour, which is black */
void
dd_pdf_drawing_transform(DdPdfDrawing *self, const double matrix[6]);
void
dd_pdf_drawing_set_width(DdPdfDrawing *self, double width);
void
dd_pdf_drawing_set_dashed(DdPdfDrawing *self, bool dashed);
void
dd_pdf_drawing_set_ink(DdPdfDrawing *self, bool stroke, DdPdfInk ink, const double *numbers, gsize n);
/* @box: two corners; nothing outside of it is seen from now on */
void
dd_pdf_drawing_clip_box(DdPdfDrawing *self, const double box[4]);
/* "W": what is painted next, or ended, becomes the clip */
void
dd_pdf_drawing_clip_path(DdPdfDrawing *self);

/* The path; FALSE when it has too many points, or such as are nowhere. @box: a corner, width and height */
bool
dd_pdf_drawing_add(DdPdfDrawing *self, DdPdfStep step, double x, double y);
bool
dd_pdf_drawing_add_box(DdPdfDrawing *self, const double box[4]);
bool
dd_pdf_drawing_close(DdPdfDrawing *self);
/* Takes the lines that the path leaves, and ends it. Returns: FALSE when it may leave some that are not found so */
bool
dd_pdf_drawing_paint(DdPdfDrawing *self, bool stroke, bool fill);
/* Returns: FALSE when an image, which fills the unit square, may be a line, or images show what was scanned */
bool
dd_pdf_drawing_show_image(DdPdfDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdPdfDrawing, dd_pdf_drawing_free)

G_END_DECLS
