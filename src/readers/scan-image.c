/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-image.c: image files by Leptonica, their sizes looked at before a pixel is decoded */
#include "scan-image.h"

#include <leptonica/allheaders.h>

#include "error.h"
#include "maxima.h"
#include "scan-pix.h"
#include "scan-tiff.h"

#define PAPER_INCHES_LEAST                                                                         \
	4.0F /* what a resolution may make of an image's longer side, to be believed */
#define PAPER_INCHES_MOST 18.0F
#define A4_INCHES 11.69F

struct _DdImageFile {
	const guint8 *bytes;
	gsize len;
	const char *kind;
	GArray *pages; /* DdTiffPage, NULL for one page */
};

static void
set_broken(GError **error, const char *kind)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"ảnh %s hỏng; hãy quét lại hoặc xin lại bản gốc "
		"(broken %s; scan it again or ask its sender for the original)",
		kind, kind);
}

static bool
check_pixels(uint64_t width, uint64_t height, GError **error)
{
	if (width * height <= DD_MAX_IMAGE_PIXELS)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"ảnh quá lớn (%u × %u điểm); hãy quét lại ở 300 dpi "
		"(the image is too large; scan it again at 300 dpi)",
		(unsigned)width, (unsigned)height);
	return false;
}

/* Looks at the header of a PNG or JPEG. */
static const char *
check_header(const guint8 *bytes, gsize len, GError **error)
{
	l_int32 format = IFF_UNKNOWN, width = 0, height = 0;
	const char *kind = bytes[0] == 0x89 ? "PNG" : "JPEG";
	if (pixReadHeaderMem(bytes, len, &format, &width, &height, NULL, NULL, NULL) != 0 ||
		(format != IFF_PNG && format != IFF_JFIF_JPEG) || width < 1 || height < 1) {
		set_broken(error, kind);
		return NULL;
	}
	return check_pixels((uint64_t)width, (uint64_t)height, error) ? kind : NULL;
}

DdImageFile *
dd_image_file_new(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(DdImageFile) self = g_new0(DdImageFile, 1);
	self->bytes = bytes;
	self->len = len;
	if (dd_tiff_is(bytes, len)) {
		self->kind = "TIFF";
		self->pages = dd_tiff_find_pages(bytes, len, error);
		return self->pages != NULL ? g_steal_pointer(&self) : NULL;
	}
	if (len < 8 || (bytes[0] != 0x89 && bytes[0] != 0xFF)) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"loại ảnh này chưa đọc được; hãy lưu lại thành PNG, JPEG hoặc TIFF "
			"(unsupported: save the image as PNG, JPEG or TIFF)");
		return NULL;
	}
	self->kind = check_header(bytes, len, error);
	return self->kind != NULL ? g_steal_pointer(&self) : NULL;
}

void
dd_image_file_free(DdImageFile *self)
{
	if (self == NULL)
		return;
	g_clear_pointer(&self->pages, g_array_unref);
	g_free(self);
}

const char *
dd_image_file_get_kind(const DdImageFile *self)
{
	return self->kind;
}

uint32_t
dd_image_file_count_pages(const DdImageFile *self)
{
	return self->pages != NULL ? self->pages->len : 1;
}

static PIX *
decode(const DdImageFile *self, uint32_t i)
{
	if (self->pages == NULL)
		return pixReadMem(self->bytes, self->len);
	size_t offset = g_array_index(self->pages, DdTiffPage, i).offset;
	return pixReadMemFromMultipageTiff(self->bytes, self->len, &offset);
}

/* Pixels an inch: what the file says when that makes a sheet of paper of it, else as if it were A4 */
static float
find_dpi(PIX *pix)
{
	float side = (float)MAX(pixGetWidth(pix), pixGetHeight(pix));
	float told = (float)pixGetXRes(pix);
	bool is_paper = told > 0 && side / told >= PAPER_INCHES_LEAST &&
			side / told <= PAPER_INCHES_MOST;
	return is_paper ? told : MAX(side / A4_INCHES, 1);
}

/* Leptonica's red, green and blue from the top of a word down as blue, green, red and one unused */
static void
take_pixels(PIX *pix, DdPageImage *image_out)
{
	uint32_t width = (uint32_t)pixGetWidth(pix), height = (uint32_t)pixGetHeight(pix);
	uint32_t per_line = (uint32_t)pixGetWpl(pix);
	const l_uint32 *data = pixGetData(pix);
	guint8 *pixels = g_malloc((gsize)width * height * 4);
	for (uint32_t y = 0; y < height; y++) {
		const l_uint32 *line = data + (gsize)y * per_line;
		guint8 *out = pixels + (gsize)y * width * 4;
		for (uint32_t x = 0; x < width; x++, out += 4) {
			l_uint32 word = line[x];
			out[0] = (guint8)(word >> L_BLUE_SHIFT);
			out[1] = (guint8)(word >> L_GREEN_SHIFT);
			out[2] = (guint8)(word >> L_RED_SHIFT);
			out[3] = 0;
		}
	}
	*image_out = (DdPageImage){pixels, width, height, width * 4, find_dpi(pix)};
}

bool
dd_image_file_draw(const DdImageFile *self, uint32_t i, DdPageImage *image_out, GError **error)
{
	g_autoptr(PIX) read = decode(self, i);
	if (read == NULL) {
		set_broken(error, self->kind);
		return false;
	}
	/* the header may have told something else than what was decoded */
	if (!check_pixels((uint64_t)pixGetWidth(read), (uint64_t)pixGetHeight(read), error))
		return false;
	g_autoptr(PIX) opaque = pixGetSpp(read) == 4 ? pixAlphaBlendUniform(read, 0xFFFFFF00)
						     : pixClone(read);
	g_autoptr(PIX) colours = opaque != NULL ? pixConvertTo32(opaque) : NULL;
	if (colours == NULL) {
		set_broken(error, self->kind);
		return false;
	}
	take_pixels(colours, image_out);
	return true;
}
