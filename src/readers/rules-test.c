/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules-test.c: lines drawn into images in memory, and what is no line */
#include "rules.h"

#include <string.h>

#define DPI 144.0F /* two pixels a point */

typedef struct {
	DdPageImage image;
	DdPageContent *found;
} Drawing;

static void
drawing_clear(Drawing *self)
{
	g_free(self->image.pixels);
	dd_page_content_free(self->found);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Drawing, drawing_clear)

static Drawing
make_drawing(uint32_t width, uint32_t height)
{
	Drawing self = {
		.image = {.width = width, .height = height, .stride = 4 * width + 8, .dpi = DPI}};
	gsize size = (gsize)self.image.stride * height;
	self.image.pixels = memset(g_malloc(size + 1), 0xFF, size + 1);
	self.found = dd_page_content_new((float)width / 2, (float)height / 2);
	return self;
}

/* Fills a box with one shade. */
static void
fill(Drawing *self, uint32_t left, uint32_t top, uint32_t width, uint32_t height, guint8 shade)
{
	for (uint32_t y = top; width > 0 && y < top + height; y++)
		memset(self->image.pixels + (gsize)y * self->image.stride + 4 * (gsize)left, shade,
			4 * (gsize)width);
}

static void
assert_rule(const Drawing *self, guint at, float left, float top, float right, float bottom)
{
	g_assert_cmpuint(self->found->rules->len, >, at);
	const DdPageRule *rule = &g_array_index(self->found->rules, DdPageRule, at);
	g_assert_cmpfloat_with_epsilon(rule->left, left, 0.01F);
	g_assert_cmpfloat_with_epsilon(rule->top, top, 0.01F);
	g_assert_cmpfloat_with_epsilon(rule->right, right, 0.01F);
	g_assert_cmpfloat_with_epsilon(rule->bottom, bottom, 0.01F);
}

static void
test_lines(void)
{
	g_auto(Drawing) drawing = make_drawing(400, 300);
	fill(&drawing, 20, 40, 300, 2, 0);
	fill(&drawing, 50, 60, 1, 200, 120);
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 2);
	assert_rule(&drawing, 0, 10, 20.5F, 160, 20.5F);
	assert_rule(&drawing, 1, 25.25F, 30, 25.25F, 130);
}

/* To the very edges of the image */
static void
test_edges(void)
{
	g_auto(Drawing) drawing = make_drawing(200, 100);
	fill(&drawing, 0, 99, 200, 1, 0);
	fill(&drawing, 199, 0, 1, 100, 0);
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 2);
	assert_rule(&drawing, 0, 0, 49.75F, 100, 49.75F);
	assert_rule(&drawing, 1, 99.75F, 0, 99.75F, 50);
}

static void
test_no_lines(void)
{
	g_auto(Drawing) drawing = make_drawing(400, 300);
	fill(&drawing, 20, 20, 100, 40, 0);    /* a filled box */
	fill(&drawing, 200, 20, 20, 2, 0);     /* a dash */
	fill(&drawing, 200, 100, 100, 1, 200); /* a shadow */
	for (uint32_t x = 0; x < 300; x += 4)
		fill(&drawing, x, 200, 2, 1, 0); /* dots */
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 0);
}

/* A line that is not quite level goes down in steps, and is one */
static void
test_slanted(void)
{
	g_auto(Drawing) drawing = make_drawing(400, 100);
	fill(&drawing, 0, 50, 200, 2, 0);
	fill(&drawing, 150, 51, 200, 2, 0);
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 1);
	assert_rule(&drawing, 0, 0, 25.75F, 175, 25.75F);
}

/* Lines one above the other with little between them, and lines side by side, stay apart */
static void
test_apart(void)
{
	g_auto(Drawing) drawing = make_drawing(400, 100);
	fill(&drawing, 0, 50, 100, 1, 0);
	fill(&drawing, 104, 50, 100, 1, 0);
	fill(&drawing, 0, 52, 100, 1, 0);
	fill(&drawing, 300, 10, 1, 60, 0);
	fill(&drawing, 302, 10, 1, 60, 0);
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 5);
}

static void
test_table(void)
{
	g_auto(Drawing) drawing = make_drawing(1000, 1000);
	for (uint32_t i = 0; i <= 10; i++) {
		fill(&drawing, 50, 50 + 80 * i, 802, 2, 0);
		fill(&drawing, 50 + 80 * i, 50, 2, 802, 0);
	}
	dd_rules_find(&drawing.image, drawing.found);
	g_assert_cmpuint(drawing.found->rules->len, ==, 22);
	for (guint i = 0; i < 22; i++) {
		const DdPageRule *rule = &g_array_index(drawing.found->rules, DdPageRule, i);
		g_assert_cmpfloat(MAX(rule->right - rule->left, rule->bottom - rule->top), >, 400);
	}
}

/* Runs beside each other in every line, which no run of the line before goes on: the cost is of the pixels alone */
static void
test_crowded(void)
{
	g_auto(Drawing) drawing = make_drawing(7500, 7500);
	for (uint32_t y = 0; y < 7500; y++)
		for (uint32_t x = y % 2 * 20; x + 38 < 7500; x += 40)
			fill(&drawing, x, y, 38, 1, 0);
	gint64 begun = g_get_monotonic_time();
	dd_rules_find(&drawing.image, drawing.found);
	gint64 spent = g_get_monotonic_time() - begun;
	g_test_message("%" G_GINT64_FORMAT " ms", spent / 1000);
	g_assert_cmpuint(drawing.found->rules->len, <=, 40000);
}

static void
test_nothing(void)
{
	static const uint32_t sizes[][2] = {{0, 0}, {0, 10}, {10, 0}, {1, 1}};
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_auto(Drawing) drawing = make_drawing(sizes[i][0], sizes[i][1]);
		fill(&drawing, 0, 0, sizes[i][0], sizes[i][1], 0);
		dd_rules_find(&drawing.image, drawing.found);
		g_assert_cmpuint(drawing.found->rules->len, ==, 0);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rules/lines", test_lines);
	g_test_add_func("/rules/edges", test_edges);
	g_test_add_func("/rules/no-lines", test_no_lines);
	g_test_add_func("/rules/slanted", test_slanted);
	g_test_add_func("/rules/apart", test_apart);
	g_test_add_func("/rules/table", test_table);
	g_test_add_func("/rules/crowded", test_crowded);
	g_test_add_func("/rules/nothing", test_nothing);
	return g_test_run();
}
