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

/* Takes @read, with colours and nothing to see through. Returns: (transfer full) 32 bits a pixel, NULL */
static PIX *
take_colours(PIX *read)
{
	g_autoptr(PIX) taken = read;
	if (pixGetSpp(taken) == 4)
		return pixAlphaBlendUniform(taken, 0xFFFFFF00);
	return pixGetDepth(taken) == 32 ? g_steal_pointer(&taken) : pixConvertTo32(taken);
}

/*
 * Leptonica's red, green and blue from the top of a word down as blue, green, red and one unused, where they are: a page has 35 MB, and
 * memory that is new costs more than what is done in it. Returns: FALSE when there is no memory
 */
static bool
take_pixels(PIX *pix, DdPageImage *image_out)
{
	uint32_t width = (uint32_t)pixGetWidth(pix), height = (uint32_t)pixGetHeight(pix);
	float dpi = find_dpi(pix);
	l_uint32 *data = pixExtractData(pix);
	if (data == NULL)
		return false;
	/* of 32 bits a pixel no line has a rest */
	for (size_t i = 0, n = (size_t)width * height; i < n; i++)
		data[i] = GUINT32_TO_LE((data[i] >> L_RED_SHIFT & 0xFF) << 16 |
					(data[i] >> L_GREEN_SHIFT & 0xFF) << 8 |
					(data[i] >> L_BLUE_SHIFT & 0xFF));
	*image_out = (DdPageImage){(guint8 *)data, width, height, width * 4, dpi};
	return true;
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
	g_autoptr(PIX) colours = take_colours(g_steal_pointer(&read));
	if (colours == NULL || !take_pixels(colours, image_out)) {
		set_broken(error, self->kind);
		return false;
	}
	return true;
}
