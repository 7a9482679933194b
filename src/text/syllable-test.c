/* SPDX-License-Identifier: GPL-3.0-or-later */
/* syllable-test.c: what is built like a Vietnamese syllable and what is not */
#include "syllable.h"

#include <string.h>

static void
check_words(const char *words, bool expected)
{
	g_auto(GStrv) list = g_strsplit(words, " ", -1);
	for (size_t i = 0; list[i] != NULL; i++) {
		g_test_message("%s", list[i]);
		g_assert_cmpint(dd_syllable_is_valid(list[i], strlen(list[i])), ==, expected);
	}
}

static void
test_valid(void)
{
	check_words("a à kế hoạch nghiêng chuyển đổi số ủy ban nhân dân tỉnh thị xã quyết định gì "
		    "giữa quý khuỷu",
		true);
	check_words("Ở ĐỊA PHƯƠNG NGHĨA Đôn đốc trì hoà hòa thuý thúy loại khoẻ khỏe xoong nguyên "
		    "ngoằn ướt yêu",
		true);
	check_words("y tế mỹ thuật kỹ lý qua quả phường xuất huyện thuế thuở quốc gìn", true);
}

static void
test_invalid(void)
{
	check_words(
		"plan school UBND KH QĐ TTg f w z jazz strong bt nghh tht chtr ngành1 số2 2025 -",
		false);
	/* two tones, a mark that no rime has, letters of scans */
	check_words("hóạ kếế tàí cht S& thuc- ổc̣", false);
}

/* A foreign letter, an empty word, a word longer than any syllable */
static void
test_edges(void)
{
	g_assert_false(dd_syllable_is_valid("", 0));
	g_assert_false(dd_syllable_is_valid("привет", strlen("привет")));
	g_assert_false(dd_syllable_is_valid("nghiênggg", strlen("nghiênggg")));
	g_assert_true(dd_syllable_is_valid("nghiênggg", strlen("nghiêng")));
	g_autofree char *longer = g_strnfill(100000, 'n');
	g_assert_false(dd_syllable_is_valid(longer, 100000));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/syllable/valid", test_valid);
	g_test_add_func("/syllable/invalid", test_invalid);
	g_test_add_func("/syllable/edges", test_edges);
	return g_test_run();
}
