/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures by chance, of every width around a word: pixel for pixel what Leptonica makes of them */
#include "scan-runs.h"

#include "scan-pix.h"

static PIX *
make_picture(GRand *chance, int width, int height)
{
	PIX *pix = pixCreate(width, height, 1);
	/* rows of up to 40 pixels, so that some are long enough */
	for (int n = width * height / 60 + 2; n > 0; n--) {
		int x = g_rand_int_range(chance, 0, width), y = g_rand_int_range(chance, 0, height);
		int length = g_rand_int_range(chance, 1, 40);
		bool across = g_rand_boolean(chance);
		pixRasterop(pix, x, y, across ? length : 1, across ? 1 : length, PIX_SET, NULL, 0, 0);
	}
	return pix;
}

static void
assert_like_leptonica(PIX *pix, int length, bool across)
{
	l_int32 same = 0;
	g_autoptr(PIX) kept = dd_scan_keep_runs(pix, length, across);
	g_autoptr(PIX) right = pixOpenBrick(NULL, pix, across ? length : 1, across ? 1 : length);
	g_assert_nonnull(kept);
	g_assert_cmpint(pixEqual(kept, right, &same), ==, 0);
	g_assert_true(same);
}

static void
test_as_leptonica(void)
{
	static const int lengths[] = {1, 2, 3, 7, 8, 20, 31, 32, 33, 62, 64, 65, 97, 300};
	g_autoptr(GRand) chance = g_rand_new_with_seed(7);
	for (int width = 1; width < 140; width += 3) {
		g_autoptr(PIX) pix = make_picture(chance, width, 141 - width);
		for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
			assert_like_leptonica(pix, lengths[i], true);
			assert_like_leptonica(pix, lengths[i], false);
		}
	}
}

/* What a picture's lines end with beyond its width is nothing of it */
static void
test_beyond_the_edge(void)
{
	g_autoptr(PIX) pix = pixCreate(40, 3, 1);
	pixSetAll(pix);
	pixSetPadBits(pix, 1);
	l_int32 n = 0;
	g_autoptr(PIX) whole = dd_scan_keep_runs(pix, 40, true);
	pixCountPixels(whole, &n, NULL);
	g_assert_cmpint(n, ==, 120);
	g_autoptr(PIX) longer = dd_scan_keep_runs(pix, 41, true);
	pixCountPixels(longer, &n, NULL);
	g_assert_cmpint(n, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scan-runs/as-leptonica", test_as_leptonica);
	g_test_add_func("/scan-runs/beyond-the-edge", test_beyond_the_edge);
	return g_test_run();
}
