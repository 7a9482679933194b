/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-path.h"

#include <math.h>

#include "maxima.h"
#include "page-content.h"
#include "rules.h"

#define DARK 0.69 /* as rules.c has it for pixels */
#define IMAGE_SHARE                                                                                \
	0.1 /* of the page, that images may cover: a page that was scanned may come in stripes */
#define STRAIGHT 0.5 /* points that a line may be off */

typedef struct {
	double left, top, right, bottom;
} Box;

typedef struct {
	double matrix[6];
	Box clip;
	double width;
	bool dashed;
	DdPdfInk inks[2]; /* of fills, of strokes */
	bool dark[2], known[2];
} State;

typedef struct {
	DdPdfStep step;
	double x, y;
} Point;

struct _DdPdfDrawing {
	Box page;
	State states[DD_MAX_PDF_STATES];
	gsize n_states; /* the last is the one that counts */
	GArray *path;   /* Point, on the page */
	Point start;    /* of its last part */
	bool clips;
	double shown;  /* square points of images */
	GArray *lines; /* DdPageRule */
};

static State *
now(const DdPdfDrawing *self)
{
	return (State *)&self->states[self->n_states - 1];
}

static Box
meet(Box a, Box b)
{
	return (Box){MAX(a.left, b.left), MAX(a.top, b.top), MIN(a.right, b.right),
		MIN(a.bottom, b.bottom)};
}

DdPdfDrawing *
dd_pdf_drawing_new(const double box[4])
{
	DdPdfDrawing *self = g_new0(DdPdfDrawing, 1);
	self->page = (Box){0, 0, box[2] - box[0], box[3] - box[1]};
	self->n_states = 1;
	/* the page's corner is above on the left, that of PDF below */
	self->states[0] = (State){.matrix = {1, 0, 0, -1, -box[0], box[3]},
		.clip = self->page,
		.width = 1,
		.inks = {DD_PDF_INK_GRAY, DD_PDF_INK_GRAY},
		.dark = {true, true},
		.known = {true, true}};
	self->path = g_array_new(FALSE, FALSE, sizeof(Point));
	self->lines = g_array_new(FALSE, FALSE, sizeof(DdPageRule));
	return self;
}

void
dd_pdf_drawing_free(DdPdfDrawing *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->path);
	g_array_unref(self->lines);
	g_free(self);
}

GArray *
dd_pdf_drawing_get_lines(DdPdfDrawing *self)
{
	return self->lines;
}

bool
dd_pdf_drawing_save(DdPdfDrawing *self)
{
	if (self->n_states >= DD_MAX_PDF_STATES)
		return false;
	self->states[self->n_states] = *now(self);
	self->n_states++;
	return true;
}

void
dd_pdf_drawing_restore(DdPdfDrawing *self)
{
	self->n_states -= self->n_states > 1;
}

gsize
dd_pdf_drawing_get_depth(const DdPdfDrawing *self)
{
	return self->n_states;
}

void
dd_pdf_drawing_transform(DdPdfDrawing *self, const double matrix[6])
{
	double *to = now(self)->matrix;
	const double old[6] = {to[0], to[1], to[2], to[3], to[4], to[5]};
	for (size_t i = 0; i < 3; i++) {
		to[2 * i] = matrix[2 * i] * old[0] + matrix[2 * i + 1] * old[2] +
			    (i == 2 ? old[4] : 0);
		to[2 * i + 1] = matrix[2 * i] * old[1] + matrix[2 * i + 1] * old[3] +
				(i == 2 ? old[5] : 0);
	}
}

void
dd_pdf_drawing_set_width(DdPdfDrawing *self, double width)
{
	now(self)->width = width;
}

void
dd_pdf_drawing_set_dashed(DdPdfDrawing *self, bool dashed)
{
	now(self)->dashed = dashed;
}

/* Returns: how bright a colour is, of 1; -1 when that cannot be told */
static double
get_brightness(DdPdfInk ink, const double *numbers, gsize n)
{
	if (ink == DD_PDF_INK_GRAY && n == 1)
		return numbers[0];
	if (ink == DD_PDF_INK_RGB && n == 3)
		return (numbers[0] + 2 * numbers[1] + numbers[2]) / 4;
	if (ink == DD_PDF_INK_CMYK && n == 4)
		return (4 - numbers[0] - 2 * numbers[1] - numbers[2]) / 4 * (1 - numbers[3]);
	if (ink == DD_PDF_INK_TINT && n == 1)
		return 1 - numbers[0];
	return -1;
}

void
dd_pdf_drawing_set_ink(DdPdfDrawing *self, bool stroke, DdPdfInk ink, const double *numbers, gsize n)
{
	State *state = now(self);
	if (ink != DD_PDF_INK_SAME)
		state->inks[stroke] = ink;
	double brightness = n > 0 ? get_brightness(state->inks[stroke], numbers, n) : 0;
	state->known[stroke] = brightness >= 0 && state->inks[stroke] != DD_PDF_INK_UNKNOWN;
	state->dark[stroke] = brightness < DARK;
}

static Point
place(const DdPdfDrawing *self, DdPdfStep step, double x, double y)
{
	const double *matrix = now(self)->matrix;
	return (Point){step, matrix[0] * x + matrix[2] * y + matrix[4],
		matrix[1] * x + matrix[3] * y + matrix[5]};
}

static Box
grow(Box box, const Point *point)
{
	return (Box){MIN(box.left, point->x), MIN(box.top, point->y), MAX(box.right, point->x),
		MAX(box.bottom, point->y)};
}

static Box
box_of(const Point *points, guint n)
{
	Box box = {points[0].x, points[0].y, points[0].x, points[0].y};
	for (guint i = 1; i < n; i++)
		box = grow(box, &points[i]);
	return box;
}

void
dd_pdf_drawing_clip_box(DdPdfDrawing *self, const double box[4])
{
	const Point corners[] = {place(self, DD_PDF_MOVE, box[0], box[1]),
		place(self, DD_PDF_LINE, box[2], box[1]), place(self, DD_PDF_LINE, box[2], box[3]),
		place(self, DD_PDF_LINE, box[0], box[3])};
	now(self)->clip = meet(now(self)->clip, box_of(corners, G_N_ELEMENTS(corners)));
}

void
dd_pdf_drawing_clip_path(DdPdfDrawing *self)
{
	self->clips = true;
}

bool
dd_pdf_drawing_add(DdPdfDrawing *self, DdPdfStep step, double x, double y)
{
	Point point = place(self, step, x, y);
	if (self->path->len >= DD_MAX_PDF_PATH_POINTS || !isfinite(point.x) || !isfinite(point.y))
		return false;
	if (step == DD_PDF_MOVE)
		self->start = point;
	g_array_append_val(self->path, point);
	return true;
}

bool
dd_pdf_drawing_close(DdPdfDrawing *self)
{
	if (self->path->len == 0)
		return true;
	if (self->path->len >= DD_MAX_PDF_PATH_POINTS)
		return false;
	Point point = self->start;
	point.step = DD_PDF_LINE;
	g_array_append_val(self->path, point);
	return true;
}

bool
dd_pdf_drawing_add_box(DdPdfDrawing *self, const double box[4])
{
	double right = box[0] + box[2], top = box[1] + box[3];
	return dd_pdf_drawing_add(self, DD_PDF_MOVE, box[0], box[1]) &&
	       dd_pdf_drawing_add(self, DD_PDF_LINE, right, box[1]) &&
	       dd_pdf_drawing_add(self, DD_PDF_LINE, right, top) &&
	       dd_pdf_drawing_add(self, DD_PDF_LINE, box[0], top) && dd_pdf_drawing_close(self);
}

/* Adds what is seen of a line of that extent. @down: it goes down the page */
static void
add_line(DdPdfDrawing *self, Box box, bool down)
{
	Box seen = meet(box, now(self)->clip);
	/* written so that what is no number is not seen */
	if (!(seen.left <= seen.right && seen.top <= seen.bottom) ||
		self->lines->len >= DD_MAX_PDF_LINES)
		return;
	float middle = (float)(down ? box.left + box.right : box.top + box.bottom) / 2;
	DdPageRule rule = down ? (DdPageRule){middle, (float)seen.top, middle, (float)seen.bottom}
			       : (DdPageRule){(float)seen.left, middle, (float)seen.right, middle};
	g_array_append_val(self->lines, rule);
}

static bool
stroke_path(DdPdfDrawing *self)
{
	const State *state = now(self);
	const double *matrix = state->matrix;
	double scale = sqrt(fabs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
	const Point *points = (const Point *)(const void *)self->path->data;
	if (!state->known[1])
		return false;
	/* dashes are shorter than lines */
	if (!state->dark[1] || state->dashed || !(state->width * scale <= (double)DD_RULE_THICK_POINTS))
		return true;
	for (guint i = 1; i < self->path->len; i++) {
		Box box = box_of(points + i - 1, 2);
		double width = box.right - box.left, height = box.bottom - box.top;
		if (points[i].step != DD_PDF_LINE)
			continue;
		if (height <= STRAIGHT && width > height)
			add_line(self, box, false);
		else if (width <= STRAIGHT)
			add_line(self, box, true);
	}
	return true;
}

/* Are these the corners of a box, one after the other? */
static bool
is_upright(const Point *points, guint n)
{
	for (guint i = 1; i < n; i++) {
		bool is_straight = fabs(points[i].x - points[i - 1].x) <= STRAIGHT ||
				   fabs(points[i].y - points[i - 1].y) <= STRAIGHT;
		if (points[i].step != DD_PDF_LINE || !is_straight)
			return false;
	}
	return n >= 4 && n <= 5;
}

/* Takes one part of a filled path. Returns: FALSE when its edge may hold lines */
static bool
fill_part(DdPdfDrawing *self, const Point *points, guint n, bool alone)
{
	Box box = box_of(points, n);
	double width = box.right - box.left, height = box.bottom - box.top;
	double thick = (double)DD_RULE_THICK_POINTS;
	if (width <= thick || height <= thick) {
		add_line(self, box, width < height);
		return true;
	}
	bool is_small = width < (double)DD_RULE_ACROSS_POINTS && height < (double)DD_RULE_DOWN_POINTS;
	return is_small || (alone && is_upright(points, n));
}

static bool
fill_path(DdPdfDrawing *self)
{
	const State *state = now(self);
	const Point *points = (const Point *)(const void *)self->path->data;
	if (!state->known[0])
		return false;
	if (!state->dark[0])
		return true;
	for (guint from = 0, to = 0; from < self->path->len; from = to) {
		for (to = from + 1; to < self->path->len && points[to].step != DD_PDF_MOVE; to++)
			continue;
		if (!fill_part(self, points + from, to - from, from == 0 && to == self->path->len))
			return false;
	}
	return true;
}

bool
dd_pdf_drawing_paint(DdPdfDrawing *self, bool stroke, bool fill)
{
	bool ok = (!stroke || stroke_path(self)) && (!fill || fill_path(self));
	if (self->clips && self->path->len > 0)
		now(self)->clip = meet(now(self)->clip,
			box_of((const Point *)(const void *)self->path->data, self->path->len));
	self->clips = false;
	g_array_set_size(self->path, 0);
	return ok;
}

bool
dd_pdf_drawing_show_image(DdPdfDrawing *self)
{
	const Point corners[] = {place(self, DD_PDF_MOVE, 0, 0), place(self, DD_PDF_LINE, 1, 0),
		place(self, DD_PDF_LINE, 1, 1), place(self, DD_PDF_LINE, 0, 1)};
	Box box = meet(box_of(corners, G_N_ELEMENTS(corners)), now(self)->clip);
	double width = box.right - box.left, height = box.bottom - box.top;
	if (!(width > 0 && height > 0))
		return true; /* nothing of it is seen */
	self->shown += width * height;
	return self->shown < IMAGE_SHARE * self->page.right * self->page.bottom &&
	       !dd_rules_is_line(width, height);
}
