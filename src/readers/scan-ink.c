/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-ink.c: a seal is red and a signature blue, and both larger than letters: where such a shape lies, the brightest of a pixel's
 * colours shows black letters dark and the ink bright.
 */
#include "scan-ink.h"

#define COLOUR_LEAST 48 /* between the brightest and the darkest colour of a pixel: less is grey */
#define COLOUR_BRIGHT 225   /* a brighter pixel is tinted paper */
#define SEAL_POINTS 24.0F   /* a shape of that width and height is no letter */
#define STROKE_POINTS 34.0F /* one that high is none, however narrow */
#define MARGIN_POINTS 4.0F  /* around a shape: its faded edge */
#define BLACK_SHARE 0.66F   /* of the ink's own brightness: what is darker lies under it */
#define EDGE_LEAST 24       /* colour of the ink's faded edge */
#define PAPER 255
#define STEP                                                                                       \
	4 /* the mask of colours has one pixel for so many in a row: gaps in a shape close; as many as bytes in a word */

typedef struct {
	guint8 grey, bright, colour;
} Shade;

static inline Shade
get_shade(const guint8 *pixel)
{
	guint8 most = MAX(pixel[0], MAX(pixel[1], pixel[2]));
	guint8 least = MIN(pixel[0], MIN(pixel[1], pixel[2]));
	unsigned grey = (unsigned)(29 * pixel[0] + 150 * pixel[1] + 77 * pixel[2]) >> 8;
	return (Shade){(guint8)grey, most, (guint8)(most - least)};
}

static inline bool
is_ink(Shade shade)
{
	return shade.colour >= COLOUR_LEAST && shade.grey < COLOUR_BRIGHT;
}

static const guint8 *
get_row(const DdPageImage *image, uint32_t y)
{
	return image->pixels + (size_t)y * image->stride;
}

static l_uint32 *
get_line(PIX *pix, uint32_t y)
{
	return pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix);
}

static inline void
put_byte(l_uint32 *line, uint32_t x, guint8 value)
{
	unsigned shift = 24 - 8 * (x & 3);
	line[x >> 2] = (line[x >> 2] & ~(0xFFU << shift)) | (l_uint32)value << shift;
}

/* Turns all into grey, and marks in @mask where colour is. Returns: whether there is any */
static bool
take_all(const DdPageImage *image, PIX *grey, PIX *mask)
{
	bool coloured = false;
	for (uint32_t y = 0; y < image->height; y++) {
		const guint8 *row = get_row(image, y);
		l_uint32 *line = get_line(grey, y), *marks = get_line(mask, y / STEP);
		/* the pixels of a word of @grey, which are those of a bit of @mask */
		for (uint32_t x = 0, at = 0; x < image->width; x += STEP, at++) {
			const guint8 *pixel = row + 4 * (size_t)x;
			uint32_t n = MIN(STEP, image->width - x);
			l_uint32 word = 0;
			bool ink = false;
			for (uint32_t i = 0; i < n; i++) {
				Shade shade = get_shade(pixel + 4 * (size_t)i);
				word |= (l_uint32)shade.grey << (24 - 8 * i);
				ink |= is_ink(shade);
			}
			line[at] = word;
			marks[at >> 5] |= (l_uint32)ink << (31 - (at & 31));
			coloured |= ink;
		}
	}
	return coloured;
}

/* A part of the page in pixels, ends exclusive */
typedef struct {
	uint32_t left, top, right, bottom;
} Part;

/* Returns: how bright most ink in @part is; 0 when there is none */
static unsigned
find_ink(const DdPageImage *image, const Part *part)
{
	size_t counts[256] = {0}, n = 0, below = 0;
	for (uint32_t y = part->top; y < part->bottom; y++) {
		const guint8 *row = get_row(image, y);
		for (uint32_t x = part->left; x < part->right; x++) {
			Shade shade = get_shade(row + 4 * (size_t)x);
			if (!is_ink(shade))
				continue;
			counts[shade.bright]++;
			n++;
		}
	}
	for (unsigned value = 0; value < 256; value++) {
		below += counts[value];
		if (n > 0 && 2 * below >= n)
			return value;
	}
	return 0;
}

static void
blank_part(const DdPageImage *image, const Part *part, PIX *grey)
{
	unsigned ink = find_ink(image, part);
	unsigned black = (unsigned)(BLACK_SHARE * (float)ink);
	for (uint32_t y = part->top; y < part->bottom; y++) {
		const guint8 *row = get_row(image, y);
		l_uint32 *line = get_line(grey, y);
		for (uint32_t x = part->left; x < part->right; x++) {
			Shade shade = get_shade(row + 4 * (size_t)x);
			if (shade.colour >= EDGE_LEAST && shade.bright > black)
				put_byte(line, x, PAPER);
		}
	}
}

static Part
get_part(const DdPageImage *image, l_int32 x, l_int32 y, l_int32 w, l_int32 h)
{
	uint32_t margin = (uint32_t)(MARGIN_POINTS * image->dpi / 72);
	uint32_t left = (uint32_t)x * STEP, top = (uint32_t)y * STEP;
	uint32_t right = left + (uint32_t)w * STEP, bottom = top + (uint32_t)h * STEP;
	return (Part){left > margin ? left - margin : 0, top > margin ? top - margin : 0,
		MIN(right + margin, image->width), MIN(bottom + margin, image->height)};
}

/* Blanks each shape that is larger than letters. Shapes are few and no pixel is in many of their frames: bounded by their areas */
static void
blank_shapes(const DdPageImage *image, PIX *grey, PIX *mask)
{
	g_autoptr(BOXA) shapes = pixConnCompBB(mask, 8);
	float points = STEP * 72.0F / image->dpi;
	uint64_t left = 4 * (uint64_t)image->width * image->height;
	for (l_int32 i = 0; shapes != NULL && i < boxaGetCount(shapes); i++) {
		l_int32 x = 0, y = 0, w = 0, h = 0;
		boxaGetBoxGeometry(shapes, i, &x, &y, &w, &h);
		float width = (float)w * points, height = (float)h * points;
		bool is_large = (width >= SEAL_POINTS && height >= SEAL_POINTS) ||
				height >= STROKE_POINTS;
		const Part part = get_part(image, x, y, w, h);
		uint64_t area = (uint64_t)(part.right - part.left) * (part.bottom - part.top);
		if (!is_large || area > left)
			continue;
		left -= area;
		blank_part(image, &part, grey);
	}
}

PIX *
dd_scan_take_grey(const DdPageImage *image)
{
	g_autoptr(PIX) grey = pixCreate((l_int32)image->width, (l_int32)image->height, 8);
	g_autoptr(PIX) mask = pixCreate((l_int32)((image->width + STEP - 1) / STEP),
		(l_int32)((image->height + STEP - 1) / STEP), 1);
	if (grey == NULL || mask == NULL)
		return NULL;
	if (take_all(image, grey, mask))
		blank_shapes(image, grey, mask);
	return g_steal_pointer(&grey);
}
