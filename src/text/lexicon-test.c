/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lexicon-test.c: two numbers for each word, and the one word that a mistaken spelling may be */
#include "lexicon.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "letter.h"
#include "maxima.h"

static uint16_t
add(DdLexicon *lexicon, const char *word)
{
	return dd_lexicon_add(lexicon, word, strlen(word));
}

static DdWordKey
key_of(const char *word)
{
	DdWordKey key = dd_word_key_start();
	uint8_t tone = 0;
	const char *end = word + strlen(word);
	while (word < end) {
		gunichar c;
		word += dd_utf8_next(word, end, &c);
		DdLetter letter = dd_letter_of(c);
		tone = letter.tone != 0 ? letter.tone : tone;
		dd_word_key_add(&key, letter.base, letter.fold);
	}
	dd_word_key_finish(&key, tone);
	return key;
}

static void
test_same_word(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	static const char *const same[][2] = {
		{"chủ", "CHỦ"},
		{"Hòa", "hoà"},
		{"thúy", "thuý"},
		{"đơn", "Đơn"},
		{"kế", "KẾ"},
		{"ủy", "uỷ"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(same); i++) {
		uint16_t id = add(lexicon, same[i][0]);
		g_test_message("%s %s", same[i][0], same[i][1]);
		g_assert_cmpuint(id, !=, 0);
		g_assert_cmpuint(add(lexicon, same[i][1]), ==, id);
		g_assert_cmpuint(dd_lexicon_find(lexicon, key_of(same[i][1]).exact), ==, id);
	}
}

static void
test_marks_count(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	static const char *const words[] = {"ban", "bán", "bàn", "bản", "bạn", "băn", "bân"};
	uint16_t fold = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		uint16_t id = add(lexicon, words[i]);
		g_assert_cmpuint(id, ==, i + 1);
		g_assert_cmpuint(dd_lexicon_get_fold(lexicon, id), !=, 0);
		if (i > 0)
			g_assert_cmpuint(dd_lexicon_get_fold(lexicon, id), ==, fold);
		fold = dd_lexicon_get_fold(lexicon, id);
	}
	g_assert_cmpuint(dd_lexicon_get_fold_count(lexicon), ==, 1);
	g_assert_cmpuint(dd_lexicon_find_fold(lexicon, key_of("ban").fold), ==, fold);
	g_assert_cmpuint(dd_lexicon_find(lexicon, key_of("bẳn").exact), ==, 0);
	g_assert_cmpuint(dd_lexicon_find_fold(lexicon, key_of("bẳn").fold), ==, fold);
	g_assert_cmpuint(dd_lexicon_find_fold(lexicon, key_of("ben").fold), ==, 0);
}

static void
test_empty(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_assert_cmpuint(dd_lexicon_find(lexicon, key_of("kế").exact), ==, 0);
	g_assert_cmpuint(dd_lexicon_find_fold(lexicon, key_of("kế").fold), ==, 0);
	g_assert_cmpuint(dd_lexicon_get_fold_count(lexicon), ==, 0);
	g_assert_cmpuint(dd_lexicon_near(lexicon, "hoach", 5), ==, 0);
	dd_lexicon_free(NULL);
}

static void
test_near(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	uint16_t hoach = dd_lexicon_get_fold(lexicon, add(lexicon, "hoạch"));
	uint16_t phoi = dd_lexicon_get_fold(lexicon, add(lexicon, "phối"));
	(void)add(lexicon, "sở");
	(void)add(lexicon, "ban");
	(void)add(lexicon, "bảng");
	const struct {
		const char *fold;
		uint16_t id;
	} cases[] = {
		{"hoach", hoach}, {"hoech", hoach}, {"hoch", hoach}, {"hooach", hoach},
		{"hoachh", hoach}, {"oach", hoach}, {"phol", phoi}, {"phi", phoi}, {"hooch", hoach},
		{"hcech", 0}, {"xyz", 0}, {"so", 0}, {"s", 0}, {"", 0}, {"bany", 0}, /* ban or bang */
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].fold);
		g_assert_cmpuint(dd_lexicon_near(lexicon, cases[i].fold, strlen(cases[i].fold)), ==,
			cases[i].id);
	}
}

/* Words beyond any length share a prefix and do no harm; numbers stay within 16 bits */
static void
test_many(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autofree char *longest = g_strnfill(4 * DD_MAX_NEAR_LENGTH, 'a');
	g_assert_cmpuint(add(lexicon, longest), !=, 0);
	for (unsigned i = 0; i < 70000; i++) {
		char word[8] = {(char)('a' + i % 26), (char)('a' + i / 26 % 26),
			(char)('a' + i / 676 % 26), (char)('a' + i / 17576), '\0'};
		uint16_t id = add(lexicon, word);
		if (id != 0)
			g_assert_cmpuint(dd_lexicon_find(lexicon, key_of(word).exact), ==, id);
	}
	g_assert_cmpuint(dd_lexicon_get_fold_count(lexicon), <, UINT16_MAX);
	g_assert_cmpuint(dd_lexicon_find(lexicon, key_of("aaaa").exact), !=, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon/same-word", test_same_word);
	g_test_add_func("/lexicon/marks-count", test_marks_count);
	g_test_add_func("/lexicon/empty", test_empty);
	g_test_add_func("/lexicon/near", test_near);
	g_test_add_func("/lexicon/many", test_many);
	return g_test_run();
}
