/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-image-test.c: image files made here, whole, cut and hostile */
#include "scan-image.h"

#include <string.h>

#include "error.h"
#include "maxima.h"
#include "scan-pix.h"
#include "scan-tiff.h"

static void
put16(GByteArray *out, uint32_t value)
{
	const guint8 bytes[] = {(guint8)value, (guint8)(value >> 8)};
	g_byte_array_append(out, bytes, 2);
}

static void
put32(GByteArray *out, uint32_t value)
{
	put16(out, value & 0xFFFF);
	put16(out, value >> 16);
}

static void
put_entry(GByteArray *out, uint32_t tag, uint32_t value)
{
	put16(out, tag);
	put16(out, 4);
	put32(out, 1);
	put32(out, value);
}

/* A TIFF of @n directories, the last of which goes on at @last */
static GByteArray *
make_directories(uint32_t n, uint32_t width, uint32_t height, uint32_t last)
{
	GByteArray *out = g_byte_array_new();
	g_byte_array_append(out, (const guint8 *)"II*\0", 4);
	put32(out, 8);
	for (uint32_t i = 0; i < n; i++) {
		put16(out, 2);
		put_entry(out, 256, width);
		put_entry(out, 257, height);
		put32(out, i + 1 < n ? out->len + 4 : last);
	}
	return out;
}

static void
assert_refused(const guint8 *bytes, gsize len, DdError code)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdImageFile) file = dd_image_file_new(bytes, len, &error);
	g_assert_null(file);
	g_assert_error(error, DD_ERROR, (int)code);
}

static void
assert_directories_refused(GByteArray *made, DdError code)
{
	g_autoptr(GByteArray) bytes = made;
	assert_refused(bytes->data, bytes->len, code);
}

static void
test_directories(void)
{
	assert_directories_refused(make_directories(3, 100, 100, 8), DD_ERROR_INVALID_DATA);
	assert_directories_refused(make_directories(3, 100, 100, 0x7FFFFFF0), DD_ERROR_INVALID_DATA);
	assert_directories_refused(make_directories(10000, 100, 100, 0), DD_ERROR_TOO_LARGE);
	assert_directories_refused(make_directories(1, 60000, 60000, 0), DD_ERROR_TOO_LARGE);
	assert_directories_refused(make_directories(1, 0, 60000, 0), DD_ERROR_INVALID_DATA);
	assert_directories_refused(make_directories(0, 0, 0, 0), DD_ERROR_INVALID_DATA);
	g_autoptr(GByteArray) good = make_directories(DD_MAX_PAGES, 100, 50, 0);
	g_autoptr(GArray) pages = dd_tiff_find_pages(good->data, good->len, NULL);
	g_assert_cmpuint(pages->len, ==, DD_MAX_PAGES);
	g_assert_cmpuint(g_array_index(pages, DdTiffPage, 7).width, ==, 100);
}

static void
test_huge_png(void)
{
	/* only the header: a reader that believes it asks for 14 GB */
	static const guint8 png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I',
		'H', 'D', 'R', 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 0x12, 0x34, 0x56,
		0x78, 0, 0, 0, 0, 'I', 'D', 'A', 'T'};
	assert_refused(png, sizeof(png), DD_ERROR_TOO_LARGE);
}

/* Returns: (transfer full) an image with something on it, as a file */
static GByteArray *
make_file(l_int32 format, uint32_t dpi)
{
	g_autoptr(PIX) pix = pixCreate(300, 200, 8);
	for (l_int32 y = 0; y < 200; y++)
		for (l_int32 x = 0; x < 300; x++)
			pixSetPixel(pix, x, y, (l_uint32)((x * 7 + y * 13) & 0xFF));
	pixSetResolution(pix, (l_int32)dpi, (l_int32)dpi);
	l_uint8 *data = NULL;
	size_t len = 0;
	g_assert_cmpint(pixWriteMem(&data, &len, pix, format), ==, 0);
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, data, (guint)len);
	lept_free(data);
	return bytes;
}

static void
test_kinds(void)
{
	static const struct {
		l_int32 format;
		const char *kind;
	} cases[] = {{IFF_PNG, "PNG"}, {IFF_JFIF_JPEG, "JPEG"}, {IFF_TIFF_ZIP, "TIFF"}};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GByteArray) bytes = make_file(cases[i].format, 40);
		g_autoptr(DdImageFile) file = dd_image_file_new(bytes->data, bytes->len, NULL);
		g_assert_cmpstr(dd_image_file_get_kind(file), ==, cases[i].kind);
		g_assert_cmpuint(dd_image_file_count_pages(file), ==, 1);
		DdPageImage image;
		g_assert_true(dd_image_file_draw(file, 0, &image, NULL));
		g_assert_cmpuint(image.width, ==, 300);
		g_assert_cmpuint(image.height, ==, 200);
		g_assert_cmpfloat(image.dpi, ==, 40);
		g_assert_cmpint(ABS(image.pixels[(size_t)4 * 310] - (10 * 7 + 13)), <, 30);
		g_free(image.pixels);
	}
}

/* A resolution that makes a poster or a stamp of the page is not believed. */
static void
test_resolution(void)
{
	static const uint32_t told[] = {0, 2, 4000};
	for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
		g_autoptr(GByteArray) bytes = make_file(IFF_PNG, told[i]);
		g_autoptr(DdImageFile) file = dd_image_file_new(bytes->data, bytes->len, NULL);
		DdPageImage image;
		g_assert_true(dd_image_file_draw(file, 0, &image, NULL));
		g_assert_cmpfloat(image.dpi, >, 25);
		g_assert_cmpfloat(image.dpi, <, 26);
		g_free(image.pixels);
	}
}

/* Either it is refused, or what is left of it is drawn; never more than the header told. */
static void
test_cut(void)
{
	static const l_int32 formats[] = {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_ZIP};
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
		g_autoptr(GByteArray) bytes = make_file(formats[i], 300);
		for (gsize len = 0; len < bytes->len; len += 1 + bytes->len / 97) {
			g_autoptr(GError) error = NULL;
			g_autofree guint8 *cut = g_memdup2(bytes->data, MAX(len, 1));
			g_autoptr(DdImageFile) file = dd_image_file_new(cut, len, &error);
			DdPageImage image = {0};
			bool good = file != NULL && dd_image_file_draw(file, 0, &image, &error);
			g_assert_true(good == (error == NULL));
			g_free(image.pixels);
		}
	}
}

static void
test_pages(void)
{
	g_autoptr(PIX) one = pixCreate(120, 80, 8), two = pixCreate(60, 90, 8);
	PIXA *both = pixaCreate(2);
	pixaAddPix(both, one, L_CLONE);
	pixaAddPix(both, two, L_CLONE);
	l_uint8 *data = NULL;
	size_t len = 0;
	g_assert_cmpint(pixaWriteMemMultipageTiff(&data, &len, both), ==, 0);
	pixaDestroy(&both);
	g_autoptr(DdImageFile) file = dd_image_file_new(data, len, NULL);
	g_assert_cmpuint(dd_image_file_count_pages(file), ==, 2);
	DdPageImage image;
	g_assert_true(dd_image_file_draw(file, 1, &image, NULL));
	g_assert_cmpuint(image.width, ==, 60);
	g_free(image.pixels);
	g_assert_true(dd_image_file_draw(file, 0, &image, NULL));
	g_assert_cmpuint(image.width, ==, 120);
	g_free(image.pixels);
	lept_free(data);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	setMsgSeverity(L_SEVERITY_NONE);
	g_test_add_func("/scan-image/directories", test_directories);
	g_test_add_func("/scan-image/huge-png", test_huge_png);
	g_test_add_func("/scan-image/kinds", test_kinds);
	g_test_add_func("/scan-image/resolution", test_resolution);
	g_test_add_func("/scan-image/cut", test_cut);
	g_test_add_func("/scan-image/pages", test_pages);
	return g_test_run();
}
