/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-distort.c: makes a scan of clean pages: turned, slanted, blurred, grey and noisy. usage: scan-distort OUT.tiff DEGREES BLUR NOISE
 * QUARTERS IMAGE…   BLUR in pixels, NOISE in shades, QUARTERS clockwise. OUT.tiff or OUT.pdf
 */
#include <glib.h>
#include <leptonica/allheaders.h>
#include <stdio.h>

#define SEED 20240111U

/* Shades go up and down by up to @noise, the same at each run. */
static void
add_noise(PIX *pix, unsigned noise)
{
	uint32_t state = SEED;
	for (l_int32 y = 0; y < pixGetHeight(pix); y++) {
		l_uint32 *line = pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix);
		for (l_int32 x = 0; x < pixGetWidth(pix); x++) {
			state = state * 1664525U + 1013904223U;
			int shade = GET_DATA_BYTE(line, x) +
				    (int)(state >> 16) % (2 * (int)noise + 1) - (int)noise;
			SET_DATA_BYTE(line, x, (l_uint8)CLAMP(shade, 0, 255));
		}
	}
}

/* Returns: (transfer full) */
static PIX *
distort(const char *path, float degrees, int blur, unsigned noise, int quarters)
{
	PIX *read = pixRead(path);
	PIX *grey = read != NULL ? pixConvertTo8(read, 0) : NULL;
	PIX *slanted = grey != NULL ? pixRotate(grey, degrees * (float)G_PI / 180,
					      L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0)
				    : NULL;
	PIX *blurred = slanted != NULL && blur > 0 ? pixBlockconv(slanted, blur, blur)
						   : pixClone(slanted);
	PIX *turned = blurred != NULL ? pixRotateOrth(blurred, quarters) : NULL;
	if (turned != NULL) {
		/* ink is no quite black, and paper no quite white */
		pixGammaTRC(turned, turned, 1.0F, -30, 275);
		add_noise(turned, noise);
		pixSetResolution(turned, 300, 300);
	}
	pixDestroy(&read);
	pixDestroy(&grey);
	pixDestroy(&slanted);
	pixDestroy(&blurred);
	return turned;
}

int
main(int argc, char **argv)
{
	if (argc < 7) {
		fputs("usage: scan-distort OUT DEGREES BLUR NOISE QUARTERS IMAGE...\n", stderr);
		return 2;
	}
	PIXA *pages = pixaCreate(argc - 6);
	for (int i = 6; i < argc; i++) {
		PIX *page = distort(argv[i], (float)g_ascii_strtod(argv[2], NULL),
			(int)g_ascii_strtoll(argv[3], NULL, 10),
			(unsigned)g_ascii_strtoull(argv[4], NULL, 10),
			(int)g_ascii_strtoll(argv[5], NULL, 10));
		if (page == NULL || pixaAddPix(pages, page, L_INSERT) != 0)
			return 1;
	}
	l_ok failed = g_str_has_suffix(argv[1], ".pdf")
			      ? pixaConvertToPdf(pages, 300, 1.0F, L_JPEG_ENCODE, 85, NULL, argv[1])
			      : pixaWriteMultipageTiff(argv[1], pages);
	pixaDestroy(&pages);
	return failed;
}
