/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ngrams-test.c: tables of syllables: what they cost, and that a broken one is refused */
#include "ngrams.h"

#include <limits.h>
#include <string.h>

#include "error.h"
#include "ngram-builder.h"

static GBytes *
build(const char *text, const char *counts)
{
	g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
	g_autoptr(GError) error = NULL;
	dd_ngram_builder_add_text(builder, text, 1);
	g_assert_true(dd_ngram_builder_add_counts(builder, counts, 1, &error));
	g_assert_no_error(error);
	return dd_ngram_builder_finish(builder);
}

static const char text[] =
	"# passed over: xấu\nxã hội, xã hội tỉnh; hội xã. UBND tỉnh 25/3, xã hội hoà";

static void
test_costs(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = build(text, "");
	g_autoptr(DdNgrams) table = dd_ngrams_new(bytes, &error);
	g_assert_no_error(error);
	uint16_t society = dd_ngrams_find(table, "hội"), commune = dd_ngrams_find(table, "xã"),
		 province = dd_ngrams_find(table, "tỉnh");
	g_assert_cmpuint(dd_ngrams_find(table, "xấu"), ==, DD_NGRAM_NONE);
	g_assert_cmpuint(dd_ngrams_find(table, "hoà"), ==, DD_NGRAM_NONE);
	g_assert_cmpuint(dd_ngrams_find(table, "hòa"), !=, DD_NGRAM_NONE);
	g_assert_cmpuint(dd_ngrams_find(table, "UBND"), !=, DD_NGRAM_NONE);
	g_assert_cmpuint(dd_ngrams_find(table, DD_NGRAM_FIGURE), !=, DD_NGRAM_NONE);
	g_assert_cmpuint(dd_ngrams_get_word_count(table), ==, 6);
	g_assert_cmpstr(dd_ngrams_get_word(table, province), ==, "tỉnh");
	/* what was said often is cheap, what was never said dear, a word that is not known the dearest */
	unsigned often = dd_ngrams_cost(table, DD_NGRAM_NONE, commune, society);
	g_assert_cmpuint(often, <, dd_ngrams_cost(table, DD_NGRAM_NONE, society, commune));
	g_assert_cmpuint(often, <, dd_ngrams_cost(table, DD_NGRAM_NONE, commune, province));
	g_assert_cmpuint(dd_ngrams_cost(table, commune, society, province), <,
		dd_ngrams_cost(table, DD_NGRAM_NONE, society, province) + DD_NGRAM_UNIT);
	g_assert_cmpuint(dd_ngrams_cost(table, commune, society, DD_NGRAM_NONE), >, often);
	/* a full stop parts a phrase, a comma does not */
	g_assert_cmpuint(dd_ngrams_pair_cost(table, society, commune), <, UINT_MAX);
	g_assert_cmpuint(dd_ngrams_pair_cost(table, commune, commune), ==, UINT_MAX);
	g_assert_cmpuint(dd_ngrams_pair_cost(table, province, society), ==, UINT_MAX);
	g_assert_cmpuint(dd_ngrams_pair_cost(table, DD_NGRAM_NONE, society), ==, UINT_MAX);
}

/* Shares of what may stand behind a word, together with what is left for the rest, are the whole. */
static void
test_whole(void)
{
	g_autoptr(GBytes) bytes = build(text, "");
	g_autoptr(DdNgrams) table = dd_ngrams_new(bytes, NULL);
	uint16_t left = dd_ngrams_find(table, "xã");
	double sum = 0;
	for (size_t i = 0; i < dd_ngrams_get_word_count(table); i++) {
		double share = 1;
		for (unsigned k = 0; k < dd_ngrams_cost(table, DD_NGRAM_NONE, left, (uint16_t)i); k++)
			share *= 0.8824969; /* e to the power of -1/8 */
		sum += share;
	}
	g_assert_cmpfloat(sum, >, 0.85);
	g_assert_cmpfloat(sum, <, 1.15);
}

static void
test_counts(void)
{
	g_autoptr(GBytes) one = build("xã hội, xã hội tỉnh", "");
	g_autoptr(GBytes) other = build("", "# made\n\thội:2 tỉnh:1 xã:2\nxã\thội:2\nhội\ttỉnh:1 "
					    "xã:1\nxã hội\ttỉnh:1 xã:1\nhội xã\thội:1\n");
	g_assert_true(g_bytes_equal(one, other));
	static const char *const wrong[] = {"xã hội", "a b c\td:1", "\txã", "\txã:0", "\txã:x",
		"\txã:99999999999", "\xff\t\xff:1"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
		g_autoptr(GError) error = NULL;
		g_assert_false(dd_ngram_builder_add_counts(builder, wrong[i], 1, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
}

/* A table that is cut anywhere, or has any one byte changed, is refused with a reason. */
static void
test_broken(void)
{
	g_autoptr(GBytes) bytes = build(text, "");
	gsize len = 0;
	const uint8_t *data = g_bytes_get_data(bytes, &len);
	for (gsize cut = 0; cut < len; cut++) {
		g_autoptr(GBytes) part = g_bytes_new(data, cut);
		g_autoptr(GError) error = NULL;
		g_assert_null(dd_ngrams_new(part, &error));
		g_assert_true(error != NULL && error->domain == DD_ERROR);
	}
	for (gsize at = 0; at < len; at++) {
		g_autofree uint8_t *copy = g_memdup2(data, len);
		g_autoptr(GError) error = NULL;
		copy[at] ^= 0x41;
		g_autoptr(GBytes) broken = g_bytes_new(copy, len);
		g_assert_null(dd_ngrams_new(broken, &error));
		g_assert_true(error != NULL && error->domain == DD_ERROR);
	}
}

static void
put(uint8_t *at, uint32_t value)
{
	for (unsigned i = 0; i < 4; i++)
		at[i] = (uint8_t)(value >> (8 * i));
}

/* The sum is right and the numbers are not: words out of order, starts that fall, a word that there is not */
static void
test_forged(void)
{
	g_autoptr(GBytes) bytes = build(text, "");
	gsize len = 0;
	const uint8_t *data = g_bytes_get_data(bytes, &len);
	for (gsize at = DD_NGRAM_HEADER; at < len; at++) {
		g_autofree uint8_t *copy = g_memdup2(data, len);
		g_autoptr(GError) error = NULL;
		copy[at] = 0xfe;
		put(copy + 8 + (size_t)DD_NGRAM_SUM * 4,
			dd_ngrams_sum(copy + DD_NGRAM_HEADER, len - DD_NGRAM_HEADER));
		g_autoptr(GBytes) forged = g_bytes_new(copy, len);
		g_autoptr(DdNgrams) table = dd_ngrams_new(forged, &error);
		if (table == NULL) {
			g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
			continue;
		}
		/* costs are any byte: then every question has an answer */
		for (size_t i = 0; i < dd_ngrams_get_word_count(table); i++)
			(void)dd_ngrams_cost(table, (uint16_t)i, (uint16_t)i, (uint16_t)i);
	}
}

static void
test_empty(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = build("", "");
	g_autoptr(DdNgrams) table = dd_ngrams_new(bytes, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(dd_ngrams_get_word_count(table), ==, 0);
	g_assert_cmpuint(dd_ngrams_find(table, "xã"), ==, DD_NGRAM_NONE);
	(void)dd_ngrams_cost(table, 0, 0, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ngrams/costs", test_costs);
	g_test_add_func("/ngrams/whole", test_whole);
	g_test_add_func("/ngrams/counts", test_counts);
	g_test_add_func("/ngrams/broken", test_broken);
	g_test_add_func("/ngrams/forged", test_forged);
	g_test_add_func("/ngrams/empty", test_empty);
	return g_test_run();
}
