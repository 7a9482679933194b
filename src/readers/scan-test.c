/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-test.c: pages drawn here, as scanners make them, through Tesseract */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "error.h"
#include "scan-clean.h"
#include "scan-pool.h"
#include "scan-recognise.h"

#define WIDTH 1500
#define HEIGHT 1000
#define DPI 300
#define LETTERS 48

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

static const char *const lines[] = {"Giao Phòng Nội vụ chủ trì, phối hợp với",
	"Văn phòng rà soát toàn bộ thủ tục", "hành chính, báo cáo kết quả trước ngày",
	"30 tháng 6 năm 2025 theo quy định."};

/* What is drawn besides the lines */
typedef struct {
	double slant; /* degrees */
	bool seal, table;
} Drawing;

static void
draw_table(cairo_t *cairo)
{
	static const char *const cells[] = {"TT", "Nhiệm vụ", "Chủ trì", "1", "Kiểm tra", "Sở Y tế"};
	cairo_set_line_width(cairo, 4);
	for (int i = 0; i < 6; i++) {
		double x = 150 + 380.0 * (i % 3), y = i < 3 ? 560 : 680;
		cairo_rectangle(cairo, x, y, 380, 120);
		cairo_stroke(cairo);
		cairo_move_to(cairo, x + 40, y + 80);
		cairo_show_text(cairo, cells[i]);
	}
}

static void
draw_page(cairo_t *cairo, const Drawing *drawing)
{
	cairo_set_source_rgb(cairo, 0.98, 0.98, 0.94);
	cairo_paint(cairo);
	cairo_translate(cairo, WIDTH / 2.0, HEIGHT / 2.0);
	cairo_rotate(cairo, drawing->slant * G_PI / 180);
	cairo_translate(cairo, -WIDTH / 2.0, -HEIGHT / 2.0);
	if (drawing->seal) {
		cairo_set_source_rgb(cairo, 0.85, 0.1, 0.15);
		cairo_set_line_width(cairo, 14);
		cairo_arc(cairo, 750, 260, 190, 0, 2 * G_PI);
		cairo_stroke(cairo);
	}
	cairo_select_font_face(
		cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cairo, LETTERS);
	cairo_set_source_rgb(cairo, 0.1, 0.1, 0.1);
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		cairo_move_to(cairo, 150, 160 + 90 * (double)i);
		cairo_show_text(cairo, lines[i]);
	}
	if (drawing->table)
		draw_table(cairo);
}

static DdPageImage
make_image(const Drawing *drawing)
{
	DdPageImage image = {.pixels = g_malloc((size_t)4 * WIDTH * HEIGHT),
		.width = WIDTH,
		.height = HEIGHT,
		.stride = 4 * WIDTH,
		.dpi = DPI};
	cairo_surface_t *surface = cairo_image_surface_create_for_data(
		image.pixels, CAIRO_FORMAT_RGB24, WIDTH, HEIGHT, 4 * WIDTH);
	cairo_t *cairo = cairo_create(surface);
	draw_page(cairo, drawing);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return image;
}

/* Turns @image clockwise by quarters. */
static void
turn(DdPageImage *image, int quarters)
{
	for (; quarters > 0; quarters--) {
		uint32_t width = image->height, height = image->width;
		uint32_t *from = (uint32_t *)(void *)image->pixels;
		uint32_t *to = g_new(uint32_t, (size_t)width * height);
		for (uint32_t y = 0; y < image->height; y++)
			for (uint32_t x = 0; x < image->width; x++)
				to[(size_t)x * width + (width - 1 - y)] =
					from[(size_t)y * image->width + x];
		g_free(image->pixels);
		*image = (DdPageImage){(guint8 *)to, width, height, 4 * width, DPI};
	}
}

/* Returns: (transfer full) all words with a blank between them, in the order of Tesseract */
static char *
join(const DdPageContent *content)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < content->words->len; i++) {
		const DdPageWord *word = &g_array_index(content->words, DdPageWord, i);
		g_assert_cmpuint(word->confidence, <=, 100);
		g_assert_cmpfloat(word->left, <, word->right);
		g_assert_cmpfloat(word->top, <, word->bottom);
		g_string_append_printf(text, "%s%s", i > 0 ? " " : "", word->text);
	}
	return g_string_free(text, FALSE);
}

static DdPageContent *
recognise(DdScanReader *reader, DdPageImage image)
{
	DdPageContent *content = dd_scan_recognise(reader, &image);
	g_assert_null(image.pixels);
	g_assert_true(content->recognised);
	return content;
}

static void
assert_reads(DdScanReader *reader, const Drawing *drawing, int quarters)
{
	DdPageImage image = make_image(drawing);
	turn(&image, quarters);
	g_autoptr(DdPageContent) content = recognise(reader, image);
	g_autofree char *text = join(content);
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		if (strstr(text, lines[i]) == NULL)
			g_error("no \"%s\" in \"%s\"", lines[i], text);
	/* upright again, and its words in points where they were drawn */
	const DdPageWord *first = &g_array_index(content->words, DdPageWord, 0);
	g_assert_cmpfloat(content->width, >, content->height);
	g_assert_cmpfloat(fabsf(first->left - 150 * 72.0F / DPI), <, 6);
	g_assert_cmpfloat(fabsf(first->bottom - 160 * 72.0F / DPI), <, 10);
	/* and tells what it took to have it so */
	g_assert_cmpint((content->turned + quarters) % 4, ==, 0);
	g_assert_cmpfloat(fabs(content->skew + drawing->slant), <, 0.15);
}

static void
test_plain(gconstpointer reader)
{
	assert_reads((DdScanReader *)reader, &(Drawing){0}, 0);
}

static void
test_slant(gconstpointer reader)
{
	assert_reads((DdScanReader *)reader, &(Drawing){.slant = 1.1}, 0);
}

static void
test_turned(gconstpointer reader)
{
	assert_reads((DdScanReader *)reader, &(Drawing){.slant = -0.4}, 1);
	assert_reads((DdScanReader *)reader, &(Drawing){.slant = 0.4}, 2);
}

static void
test_seal(gconstpointer reader)
{
	const Drawing drawing = {.seal = true};
	assert_reads((DdScanReader *)reader, &drawing, 0);
	DdPageImage image = make_image(&drawing);
	g_autoptr(DdScanSheet) sheet = dd_scan_clean(&image);
	l_uint32 shade = 0;
	/* the seal's upper edge, where no letter stands */
	g_assert_cmpint(pixGetPixel(sheet->grey, 750, 70, &shade), ==, 0);
	g_assert_cmpuint(shade, >, 200);
}

static void
test_table(gconstpointer reader)
{
	g_autoptr(DdPageContent) content = recognise(
		(DdScanReader *)reader, make_image(&(Drawing){.table = true, .slant = 0.5}));
	g_autofree char *text = join(content);
	g_assert_nonnull(strstr(text, "Nhiệm vụ"));
	g_assert_nonnull(strstr(text, "Sở Y tế"));
	unsigned down = 0;
	for (guint i = 0; i < content->rules->len; i++) {
		const DdPageRule *rule = &g_array_index(content->rules, DdPageRule, i);
		down += rule->left == rule->right;
	}
	g_assert_cmpuint(content->rules->len, >=, 7);
	g_assert_cmpuint(down, >=, 4);
}

static void
test_empty(gconstpointer reader)
{
	DdPageImage white = {g_malloc((size_t)4 * 400 * 300), 400, 300, 1600, DPI};
	memset(white.pixels, 0xFF, (size_t)4 * 400 * 300);
	g_autoptr(DdPageContent) content = recognise((DdScanReader *)reader, white);
	g_assert_cmpuint(content->words->len, ==, 0);
	DdPageImage dot = {g_malloc0(4), 1, 1, 4, DPI};
	g_autoptr(DdPageContent) none = dd_scan_recognise((DdScanReader *)reader, &dot);
	g_assert_cmpuint(none->words->len, ==, 0);
}

typedef struct {
	uint32_t drawn, taken;
	uint32_t fails_at;
} Pages;

static bool
draw(uint32_t i, DdPageImage *image_out, void *user_data, GError **error)
{
	Pages *self = user_data;
	g_assert_cmpuint(i, ==, self->drawn);
	self->drawn++;
	if (i == self->fails_at) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA, "no page");
		return false;
	}
	/* little pages: this is about their way */
	*image_out = (DdPageImage){g_malloc0((size_t)4 * 64 * 64), 64, 64, 256, DPI};
	return true;
}

static void
take(G_GNUC_UNUSED uint32_t i, DdPageContent *content, void *user_data)
{
	Pages *self = user_data;
	self->taken++;
	dd_page_content_free(content);
}

static void
test_pool(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdScanPool) pool = dd_scan_pool_new(&error);
	g_assert_no_error(error);
	g_assert_true(dd_scan_pool_start(pool, &error));
	Pages pages = {.fails_at = G_MAXUINT32};
	g_assert_true(dd_scan_pool_run(pool, &(DdRecogniseJob){9, draw, take, &pages}, &error));
	g_assert_cmpuint(pages.taken, ==, 9);
	Pages broken = {.fails_at = 5};
	g_assert_false(dd_scan_pool_run(pool, &(DdRecogniseJob){9, draw, take, &broken}, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_assert_cmpuint(broken.drawn, ==, 6);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	setMsgSeverity(L_SEVERITY_NONE);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdScanReader) reader = dd_scan_reader_new(&error);
	if (reader == NULL)
		g_error("%s", error->message);
	g_test_add_data_func("/scan/plain", reader, test_plain);
	g_test_add_data_func("/scan/slant", reader, test_slant);
	g_test_add_data_func("/scan/turned", reader, test_turned);
	g_test_add_data_func("/scan/seal", reader, test_seal);
	g_test_add_data_func("/scan/table", reader, test_table);
	g_test_add_data_func("/scan/empty", reader, test_empty);
	g_test_add_func("/scan/pool", test_pool);
	return g_test_run();
}
