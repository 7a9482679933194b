/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-line-test.c: what is told of lines without the recogniser: strokes of numbers, lines passed over, copies */
#include <cairo.h>

#include "scan-missed.h"
#include "scan-short.h"
#include "scan-strokes.h"

#define WIDTH 900
#define HEIGHT 300
#define DPI 300
#define LEFT 60
#define BASE 120 /* of the first line */

/* Fontconfig, which cairo draws with, loses some of its tables: no leak of ours. A name that the sanitizer looks for */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
const char *
__lsan_default_suppressions(void);
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}

/* Draws @text on the first line, and @below it on the second. @frame_out: of the first */
static PIX *
draw(const char *text, const char *below, DdScanFrame *frame_out)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_select_font_face(
		cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cairo, 56);
	cairo_move_to(cairo, LEFT, BASE);
	cairo_show_text(cairo, text);
	cairo_text_extents_t extents;
	cairo_text_extents(cairo, text, &extents);
	cairo_move_to(cairo, LEFT, BASE + 120);
	cairo_show_text(cairo, below);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	*frame_out = (DdScanFrame){LEFT, BASE - 50, (int)extents.x_advance, 60};
	PIX *pix = pixCreate(WIDTH, HEIGHT, 8);
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++)
			pixSetPixel(pix, x, y, pixels[y * stride + 4 * x]);
	cairo_surface_destroy(surface);
	return pix;
}

static void
test_strokes(void)
{
	static const struct {
		const char *drawn, *read, *right; /* NULL as it was read */
	} cases[] = {
		{"III", "HI", "III"},
		{"III/2025.", "IH/2025.", "III/2025."},
		{"II.", "IL.", "II."},
		{"II", "I", "II"},
		{"I.", "II.", "I."},
		{"XIII", "XIH", "XIII"},
		{"III", "III", NULL},
		{"II", "II", NULL},
		/* letters that are letters, and digits */
		{"H", "H", NULL},
		{"TH", "TH", NULL},
		{"LT", "LT", NULL},
		{"IT", "IT", NULL},
		{"11", "11", NULL},
		{"HIL", "HIL", NULL},
		{"IV", "IV", NULL},
		{"Iran", "Iran", NULL},
		{"VI", "VI", NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		DdScanFrame frame;
		g_autoptr(PIX) pix = draw(cases[i].drawn, "", &frame);
		g_autofree char *counted = dd_scan_count_strokes(pix, &frame, cases[i].read);
		g_test_message("%s", cases[i].drawn);
		g_assert_cmpstr(counted, ==, cases[i].right);
	}
	DdScanFrame nothing = {0, 0, 0, 0}, paper = {0, 0, 50, 50};
	g_autoptr(PIX) pix = draw("II", "", &(DdScanFrame){0});
	g_assert_null(dd_scan_count_strokes(pix, &nothing, "II"));
	g_assert_null(dd_scan_count_strokes(pix, &paper, "II"));
}

/* A word with a frame in pixels */
static void
add_word(DdPageContent *content, const char *text, const DdScanFrame *frame)
{
	const float points = 72.0F / DPI;
	const DdPageWord word = {.text = text,
		.left = (float)frame->left * points,
		.right = (float)(frame->left + frame->width) * points,
		.top = (float)frame->top * points,
		.bottom = (float)(frame->top + frame->height) * points,
		.size = (float)frame->height * points};
	dd_page_content_add_word(content, &word);
}

static void
test_missed(void)
{
	DdScanFrame frame;
	g_autoptr(PIX) pix = draw("Kiểm tra", "2.", &frame);
	g_autoptr(DdPageContent) content = dd_page_content_new(WIDTH * 0.24F, HEIGHT * 0.24F);
	g_autoptr(GArray) both = dd_scan_find_missed(pix, DPI, content);
	g_assert_cmpuint(both->len, ==, 2);
	add_word(content, "Kiểm", &(DdScanFrame){frame.left, frame.top, frame.width / 3, 60});
	/* its frame begins too late: the rest of its letter is no line of its own */
	int behind = frame.width * 2 / 3;
	add_word(content, "tra",
		&(DdScanFrame){frame.left + behind, frame.top, frame.width - behind, 60});
	g_autoptr(GArray) one = dd_scan_find_missed(pix, DPI, content);
	g_assert_cmpuint(one->len, ==, 1);
	const DdScanFrame *missed = &g_array_index(one, DdScanFrame, 0);
	g_assert_cmpint(missed->left, <=, LEFT + 4);
	g_assert_cmpint(missed->top, >, BASE);
	g_assert_cmpint(missed->width, <, 100);
	add_word(content, "2.", missed);
	g_autoptr(GArray) none = dd_scan_find_missed(pix, DPI, content);
	g_assert_cmpuint(none->len, ==, 0);
}

static void
test_repeat(void)
{
	DdScanFrame frame;
	g_autoptr(PIX) pix = draw("2.", "", &frame);
	g_autoptr(PIX) copies = dd_scan_repeat(pix, &frame);
	g_assert_nonnull(copies);
	g_assert_cmpint(pixGetWidth(copies), >, 4 * frame.width);
	l_int32 one = 0, all = 0;
	g_autoptr(PIX) ink = pixThresholdToBinary(pix, 128);
	g_autoptr(PIX) inks = pixThresholdToBinary(copies, 128);
	pixCountPixels(ink, &one, NULL);
	pixCountPixels(inks, &all, NULL);
	g_assert_cmpint(one, >, 100);
	g_assert_cmpint(all, >, one * 7 / 2);
	g_assert_cmpint(all, <, one * 9 / 2);
	g_assert_null(dd_scan_repeat(pix, &(DdScanFrame){WIDTH, 0, 20, 20}));
}

static void
test_elect(void)
{
	static const struct {
		const char *words[9], *elected;
	} cases[] = {
		{{"2.", "O2.", "2.", "O."}, "2."},
		{{"TIr", "TTr", "TTr", "TTr"}, "TTr"},
		{{"7777"}, "7"},
		{{"7", "77"}, NULL},
		{{"1234"}, NULL},
		{{"đắt"}, NULL},
		/* two words, of which neither may get lost */
		{{"Số", "5", "Số", "5", "Số", "5", "Số", "5"}, NULL},
		{{"Số", "5", "Số", "5", "S6", "5", "Số", "5"}, NULL},
		{{"1", "1.", "1", "1."}, NULL},
		/* two of five are too few */
		{{"2.", "O2.", "2.", "O.", "Z."}, NULL},
		{{NULL}, NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(char *));
		for (size_t k = 0; cases[i].words[k] != NULL; k++)
			g_array_append_val(words, cases[i].words[k]);
		g_autofree char *elected = dd_scan_elect(words);
		g_assert_cmpstr(elected, ==, cases[i].elected);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	setMsgSeverity(L_SEVERITY_NONE);
	g_test_add_func("/scan-line/strokes", test_strokes);
	g_test_add_func("/scan-line/missed", test_missed);
	g_test_add_func("/scan-line/repeat", test_repeat);
	g_test_add_func("/scan-line/elect", test_elect);
	return g_test_run();
}
