/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-lines.c: follows the operators of a page (ISO 32000-1, Annex A) that have to do with lines: matrices, clips, colours and
 * paths. Text is passed over. Thin dark boxes are lines too, for that is how Word draws them.
 */
#include "pdf-lines.h"

#include <math.h>
#include <string.h>

#include "maxima.h"
#include "pdf-path.h"
#include "rules.h"

#define KEY(word) word, sizeof(word) - 1
#define OPERANDS_MAX 32

typedef struct {
	double numbers[OPERANDS_MAX];
	gsize n;
	DdPdfToken name;   /* the last one */
	bool array_is_set; /* some number in the last array is not 0 */
} Operands;

/* What an operator needs to know of its page */
typedef struct {
	DdPdfObjects *objects;
	DdPdfDrawing *drawing;
	DdPdfSlice resources;
	Operands operands;
	unsigned depth; /* forms inside of forms */
} Walk;

static bool
follow(Walk *walk, DdPdfSlice content);

/* Returns: what @kind of the resources says of the name among the operands */
static DdPdfSlice
find_resource(Walk *walk, const char *kind)
{
	DdPdfSlice all = dd_pdf_objects_find(walk->objects, walk->resources, kind, strlen(kind));
	return dd_pdf_objects_find(
		walk->objects, all, walk->operands.name.text, walk->operands.name.len);
}

static DdPdfInk
find_ink(const DdPdfToken *name)
{
	static const struct {
		const char *name;
		DdPdfInk ink;
	} inks[] = {{"DeviceGray", DD_PDF_INK_GRAY}, {"G", DD_PDF_INK_GRAY},
		{"CalGray", DD_PDF_INK_GRAY}, {"DeviceRGB", DD_PDF_INK_RGB},
		{"RGB", DD_PDF_INK_RGB}, {"CalRGB", DD_PDF_INK_RGB}, {"DeviceCMYK", DD_PDF_INK_CMYK},
		{"CMYK", DD_PDF_INK_CMYK}, {"Separation", DD_PDF_INK_TINT}};
	for (gsize i = 0; i < G_N_ELEMENTS(inks); i++) {
		if (dd_pdf_token_is(name, DD_PDF_NAME, inks[i].name))
			return inks[i].ink;
	}
	return DD_PDF_INK_UNKNOWN;
}

/* "cs", "CS": a device's space by its name, or one of the resources, an array that begins with its family */
static DdPdfInk
find_space(Walk *walk)
{
	DdPdfInk ink = find_ink(&walk->operands.name);
	if (ink != DD_PDF_INK_UNKNOWN)
		return ink;
	DdPdfSlice space = dd_pdf_cut(find_resource(walk, "ColorSpace"), DD_PDF_LOOK_BYTES);
	DdPdfToken token = dd_pdf_next(&space);
	if (token.kind != DD_PDF_OPEN_ARRAY)
		return find_ink(&token);
	token = dd_pdf_next(&space);
	if (!dd_pdf_token_is(&token, DD_PDF_NAME, "ICCBased"))
		return find_ink(&token);
	double n = 0;
	DdPdfSlice profile = dd_pdf_objects_resolve(walk->objects, space);
	(void)dd_pdf_get_numbers(dd_pdf_objects_find(walk->objects, profile, KEY("N")), &n, 1);
	return n > 3.5   ? DD_PDF_INK_CMYK
	       : n > 2.5 ? DD_PDF_INK_RGB
	       : n > 0.5 ? DD_PDF_INK_GRAY
			 : DD_PDF_INK_UNKNOWN;
}

/* An array without bytes may have no memory either */
static DdPdfSlice
slice_of(const GByteArray *bytes)
{
	static const guint8 none[1];
	const guint8 *at = bytes->len > 0 ? bytes->data : none;
	return (DdPdfSlice){at, at + bytes->len};
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): follow_form stops at DD_MAX_PDF_FORM_DEPTH */
follow_form(Walk *walk, DdPdfSlice form)
{
	if (walk->depth >= DD_MAX_PDF_FORM_DEPTH)
		return false;
	Walk inner = {.objects = walk->objects, .drawing = walk->drawing, .depth = walk->depth + 1};
	inner.resources = dd_pdf_objects_find(walk->objects, form, KEY("Resources"));
	if (inner.resources.at == inner.resources.end)
		inner.resources = walk->resources;
	double matrix[6], box[4];
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	if (!dd_pdf_objects_unpack(walk->objects, form, bytes) || !dd_pdf_drawing_save(walk->drawing))
		return false;
	if (dd_pdf_get_numbers(dd_pdf_objects_find(walk->objects, form, KEY("Matrix")), matrix, 6) == 6)
		dd_pdf_drawing_transform(walk->drawing, matrix);
	if (dd_pdf_get_numbers(dd_pdf_objects_find(walk->objects, form, KEY("BBox")), box, 4) == 4)
		dd_pdf_drawing_clip_box(walk->drawing, box);
	gsize saved = dd_pdf_drawing_get_depth(walk->drawing);
	if (!follow(&inner, slice_of(bytes)))
		return false;
	/* what the form saved and never restored ends with it */
	while (dd_pdf_drawing_get_depth(walk->drawing) > saved)
		dd_pdf_drawing_restore(walk->drawing);
	dd_pdf_drawing_restore(walk->drawing);
	return true;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): follow_form stops at DD_MAX_PDF_FORM_DEPTH */
show_object(Walk *walk)
{
	DdPdfSlice object = find_resource(walk, "XObject");
	DdPdfSlice kind = dd_pdf_objects_find(walk->objects, object, KEY("Subtype"));
	if (dd_pdf_is_name(kind, "Form"))
		return follow_form(walk, object);
	return dd_pdf_is_name(kind, "Image") && dd_pdf_drawing_show_image(walk->drawing);
}

/* Passes "BI … ID bytes EI". */
static bool
show_inline_image(Walk *walk, DdPdfSlice *rest)
{
	DdPdfToken token;
	do
		token = dd_pdf_next(rest);
	while (token.kind != DD_PDF_END && !dd_pdf_token_is(&token, DD_PDF_WORD, "ID"));
	while (rest->at < rest->end) {
		const guint8 *found = dd_pdf_find_word(*rest, KEY("EI"));
		if (found == NULL)
			return false;
		rest->at = found + 2;
		if (g_ascii_isspace(found[-1]) && (rest->at == rest->end || g_ascii_isspace(*rest->at)))
			return dd_pdf_drawing_show_image(walk->drawing);
	}
	return false;
}

typedef enum {
	OP_SAVE,
	OP_RESTORE,
	OP_MATRIX,
	OP_WIDTH,
	OP_DASH,
	OP_MOVE,
	OP_LINE,
	OP_CURVE,
	OP_HALF_CURVE, /* one of its inner points is an end point */
	OP_CLOSE,
	OP_BOX,
	OP_STROKE,
	OP_CLOSE_STROKE,
	OP_FILL,
	OP_BOTH,
	OP_CLOSE_BOTH,
	OP_END,
	OP_CLIP,
	OP_SPACE,
	OP_INK,
	OP_STROKE_SPACE,
	OP_STROKE_INK,
	OP_GRAY,
	OP_RGB,
	OP_CMYK,
	OP_STROKE_GRAY,
	OP_STROKE_RGB,
	OP_STROKE_CMYK,
	OP_OBJECT,
	OP_INLINE,
	OP_SHADE,
	OP_OTHER
} Op;

static const struct {
	char name[4];
	Op op;
	unsigned n; /* numbers that it needs */
} ops[] = {
	{"q", OP_SAVE, 0},
	{"Q", OP_RESTORE, 0},
	{"cm", OP_MATRIX, 6},
	{"w", OP_WIDTH, 1},
	{"d", OP_DASH, 0},
	{"m", OP_MOVE, 2},
	{"l", OP_LINE, 2},
	{"c", OP_CURVE, 6},
	{"v", OP_HALF_CURVE, 4},
	{"y", OP_HALF_CURVE, 4},
	{"h", OP_CLOSE, 0},
	{"re", OP_BOX, 4},
	{"S", OP_STROKE, 0},
	{"s", OP_CLOSE_STROKE, 0},
	{"f", OP_FILL, 0},
	{"F", OP_FILL, 0},
	{"f*", OP_FILL, 0},
	{"B", OP_BOTH, 0},
	{"B*", OP_BOTH, 0},
	{"b", OP_CLOSE_BOTH, 0},
	{"b*", OP_CLOSE_BOTH, 0},
	{"n", OP_END, 0},
	{"W", OP_CLIP, 0},
	{"W*", OP_CLIP, 0},
	{"cs", OP_SPACE, 0},
	{"CS", OP_STROKE_SPACE, 0},
	{"sc", OP_INK, 0},
	{"scn", OP_INK, 0},
	{"SC", OP_STROKE_INK, 0},
	{"SCN", OP_STROKE_INK, 0},
	{"g", OP_GRAY, 1},
	{"rg", OP_RGB, 3},
	{"k", OP_CMYK, 4},
	{"G", OP_STROKE_GRAY, 1},
	{"RG", OP_STROKE_RGB, 3},
	{"K", OP_STROKE_CMYK, 4},
	{"Do", OP_OBJECT, 0},
	{"BI", OP_INLINE, 0},
	{"sh", OP_SHADE, 0},
};

/* Returns: OP_OTHER also for one that lacks its numbers */
static Op
find_op(const DdPdfToken *token, gsize n)
{
	if (token->len > 3)
		return OP_OTHER;
	for (gsize i = 0; i < G_N_ELEMENTS(ops); i++) {
		if (ops[i].name[0] == token->text[0] &&
			dd_pdf_token_is(token, DD_PDF_WORD, ops[i].name))
			return n >= ops[i].n ? ops[i].op : OP_OTHER;
	}
	return OP_OTHER;
}

static bool
do_colour(Walk *walk, Op op)
{
	DdPdfDrawing *drawing = walk->drawing;
	const double *numbers = walk->operands.numbers;
	gsize n = walk->operands.n;
	switch ((int)op) {
	case OP_SPACE:
		dd_pdf_drawing_set_ink(drawing, false, find_space(walk), NULL, 0);
		return true;
	case OP_STROKE_SPACE:
		dd_pdf_drawing_set_ink(drawing, true, find_space(walk), NULL, 0);
		return true;
	case OP_INK:
		dd_pdf_drawing_set_ink(drawing, false, DD_PDF_INK_SAME, numbers, n);
		return true;
	case OP_STROKE_INK:
		dd_pdf_drawing_set_ink(drawing, true, DD_PDF_INK_SAME, numbers, n);
		return true;
	case OP_GRAY:
	case OP_STROKE_GRAY:
		dd_pdf_drawing_set_ink(drawing, op == OP_STROKE_GRAY, DD_PDF_INK_GRAY, numbers, n);
		return true;
	case OP_RGB:
	case OP_STROKE_RGB:
		dd_pdf_drawing_set_ink(drawing, op == OP_STROKE_RGB, DD_PDF_INK_RGB, numbers, n);
		return true;
	case OP_CMYK:
	case OP_STROKE_CMYK:
		dd_pdf_drawing_set_ink(drawing, op == OP_STROKE_CMYK, DD_PDF_INK_CMYK, numbers, n);
		return true;
	default:
		return op != OP_SHADE;
	}
}

/* Adds the inner points too: the curve lies between them and its ends, so that they tell how thick it can be. */
static bool
add_curve(DdPdfDrawing *drawing, const double *numbers, gsize n)
{
	for (gsize i = 0; i < n; i += 2) {
		if (!dd_pdf_drawing_add(drawing, DD_PDF_CURVE, numbers[i], numbers[i + 1]))
			return false;
	}
	return true;
}

static bool
do_path(Walk *walk, Op op)
{
	DdPdfDrawing *drawing = walk->drawing;
	const double *numbers = walk->operands.numbers;
	gsize n = walk->operands.n;
	switch ((int)op) {
	case OP_MOVE:
		return dd_pdf_drawing_add(drawing, DD_PDF_MOVE, numbers[0], numbers[1]);
	case OP_LINE:
		return dd_pdf_drawing_add(drawing, DD_PDF_LINE, numbers[0], numbers[1]);
	case OP_CURVE:
		return add_curve(drawing, numbers + n - 6, 6);
	case OP_HALF_CURVE:
		return add_curve(drawing, numbers + n - 4, 4);
	case OP_CLOSE:
		return dd_pdf_drawing_close(drawing);
	case OP_BOX:
		return dd_pdf_drawing_add_box(drawing, numbers);
	case OP_CLIP:
		dd_pdf_drawing_clip_path(drawing);
		return true;
	case OP_STROKE:
		return dd_pdf_drawing_paint(drawing, true, false);
	case OP_CLOSE_STROKE:
		return dd_pdf_drawing_close(drawing) && dd_pdf_drawing_paint(drawing, true, false);
	case OP_FILL:
		return dd_pdf_drawing_paint(drawing, false, true);
	case OP_BOTH:
		return dd_pdf_drawing_paint(drawing, true, true);
	case OP_CLOSE_BOTH:
		return dd_pdf_drawing_close(drawing) && dd_pdf_drawing_paint(drawing, true, true);
	case OP_END:
		return dd_pdf_drawing_paint(drawing, false, false);
	default:
		return do_colour(walk, op);
	}
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): follow_form stops at DD_MAX_PDF_FORM_DEPTH */
do_op(Walk *walk, Op op, DdPdfSlice *rest)
{
	switch ((int)op) {
	case OP_OTHER:
		return true;
	case OP_SAVE:
		return dd_pdf_drawing_save(walk->drawing);
	case OP_RESTORE:
		dd_pdf_drawing_restore(walk->drawing);
		return true;
	case OP_MATRIX:
		dd_pdf_drawing_transform(walk->drawing, walk->operands.numbers);
		return true;
	case OP_WIDTH:
		dd_pdf_drawing_set_width(walk->drawing, walk->operands.numbers[0]);
		return true;
	case OP_DASH:
		dd_pdf_drawing_set_dashed(walk->drawing, walk->operands.array_is_set);
		return true;
	case OP_OBJECT:
		return show_object(walk);
	case OP_INLINE:
		return show_inline_image(walk, rest);
	default:
		return do_path(walk, op);
	}
}

/* Returns: FALSE when the content cannot be followed */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): follow_form stops at DD_MAX_PDF_FORM_DEPTH */
follow(Walk *walk, DdPdfSlice content)
{
	Operands *operands = &walk->operands;
	gsize arrays = 0;
	for (DdPdfToken token = dd_pdf_next(&content); token.kind != DD_PDF_END;
		token = dd_pdf_next(&content)) {
		if (token.kind == DD_PDF_OPEN_ARRAY) {
			operands->array_is_set = arrays++ > 0 && operands->array_is_set;
		} else if (token.kind == DD_PDF_CLOSE_ARRAY) {
			arrays -= arrays > 0;
		} else if (token.kind == DD_PDF_NUMBER && arrays > 0) {
			operands->array_is_set = operands->array_is_set || token.number > 0;
		} else if (token.kind == DD_PDF_NUMBER) {
			if (operands->n < OPERANDS_MAX)
				operands->numbers[operands->n++] = token.number;
		} else if (token.kind == DD_PDF_NAME) {
			operands->name = token;
		} else if (token.kind == DD_PDF_WORD) {
			if (!do_op(walk, find_op(&token, operands->n), &content))
				return false;
			operands->n = 0;
		}
	}
	return true;
}

/* Puts all content of the page into @out: one stream, or several that are read as one. */
static bool
unpack_contents(DdPdfObjects *objects, const DdPdfPage *page, GByteArray *out)
{
	DdPdfSlice contents = dd_pdf_objects_find(objects, page->page, KEY("Contents"));
	DdPdfSlice rest = contents;
	guint number = 0;
	if (!dd_pdf_objects_open_array(objects, &rest))
		return dd_pdf_objects_unpack(objects, contents, out);
	DdPdfSlice one = dd_pdf_objects_take(objects, &rest);
	for (; dd_pdf_get_reference(one, &number); one = dd_pdf_objects_take(objects, &rest)) {
		if (!dd_pdf_objects_unpack(objects, dd_pdf_objects_resolve(objects, one), out))
			return false;
		g_byte_array_append(out, (const guint8 *)"\n", 1);
	}
	return one.at < one.end && *one.at == ']';
}

/* Returns: FALSE unless the page stands upright, and is as large as poppler says. @box_out: what of it is seen */
static bool
find_box(DdPdfObjects *objects, const DdPdfPage *page, const DdPageContent *content, double *box_out)
{
	double rotate = 0, unit = 1, box[4];
	(void)dd_pdf_get_numbers(page->rotate, &rotate, 1);
	(void)dd_pdf_get_numbers(dd_pdf_objects_find(objects, page->page, KEY("UserUnit")), &unit, 1);
	DdPdfSlice seen = page->crop_box.at != NULL ? page->crop_box : page->media_box;
	if (fmod(rotate, 360) != 0 || unit != 1 || dd_pdf_get_numbers(seen, box, 4) < 4)
		return false;
	double left = MIN(box[0], box[2]), right = MAX(box[0], box[2]);
	double bottom = MIN(box[1], box[3]), top = MAX(box[1], box[3]);
	const double sorted[4] = {left, bottom, right, top};
	memcpy(box_out, sorted, sizeof(sorted));
	return fabs(right - left - (double)content->width) < 0.5 &&
	       fabs(top - bottom - (double)content->height) < 0.5;
}

bool
dd_pdf_lines_take(DdPdfObjects *objects, guint i, DdPageContent *content)
{
	double box[4];
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	if (i >= dd_pdf_objects_get_n_pages(objects))
		return false;
	const DdPdfPage *page = dd_pdf_objects_get_page(objects, i);
	if (!find_box(objects, page, content, box) || !unpack_contents(objects, page, bytes))
		return false;
	g_autoptr(DdPdfDrawing) drawing = dd_pdf_drawing_new(box);
	Walk walk = {.objects = objects, .drawing = drawing, .resources = page->resources};
	if (!follow(&walk, slice_of(bytes)) || dd_pdf_objects_are_spent(objects))
		return false;
	dd_rules_join(dd_pdf_drawing_get_lines(drawing), content);
	return true;
}
