/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter-test.c: the table of letters against Unicode's own decompositions, and the decoder at the edges */
#include "letter.h"

#include <string.h>

static void
test_known(void)
{
	static const struct {
		gunichar c;
		DdLetter letter;
	} cases[] = {
		{'a', {'a', 1, 0, false}}, {'Z', {'z', 26, 0, true}},
		{0x0111, {'d', DD_BASE_D_BAR, 0, false}},   /* đ */
		{0x0110, {'d', DD_BASE_D_BAR, 0, true}},    /* Đ */
		{0x0103, {'a', DD_BASE_A_BREVE, 0, false}}, /* ă */
		{0x1EBF, {'e', DD_BASE_E_CIRC, 2, false}},  /* ế */
		{0x1EF0, {'u', DD_BASE_U_HORN, 5, true}},   /* Ự */
		{0x1EDF, {'o', DD_BASE_O_HORN, 3, false}},  /* ở */
		{0x1EF3, {'y', 25, 1, false}},              /* ỳ */
		{0x0129, {'i', 9, 4, false}},               /* ĩ */
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		DdLetter letter = dd_letter_of(cases[i].c);
		g_test_message("U+%04X", cases[i].c);
		g_assert_cmpint(letter.fold, ==, cases[i].letter.fold);
		g_assert_cmpuint(letter.base, ==, cases[i].letter.base);
		g_assert_cmpuint(letter.tone, ==, cases[i].letter.tone);
		g_assert_cmpint(letter.upper, ==, cases[i].letter.upper);
	}
}

static void
test_no_letters(void)
{
	static const gunichar others[] = {0, ' ', '0', '9', '@', '[', '`', '{', 0x7F, 0xA0, 0xBF,
		0xD7, 0xF7, 0x0301, 0x0410, 0x2013, 0x4E00, 0xFFFD, 0x10FFFF, 0xFFFFFFFFu};
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		DdLetter letter = dd_letter_of(others[i]);
		g_test_message("U+%04X", others[i]);
		g_assert_cmpuint(letter.base, ==, 0);
		g_assert_cmpint(letter.fold, ==, 0);
		g_assert_cmpuint(letter.tone, ==, 0);
		g_assert_false(letter.upper);
	}
}

static uint8_t
tone_of_mark(gunichar mark)
{
	static const gunichar marks[] = {0x0300, 0x0301, 0x0309, 0x0303, 0x0323};
	for (uint8_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (marks[i] == mark)
			return (uint8_t)(i + 1);
	return 0;
}

static uint8_t
base_with_mark(char letter, gunichar mark)
{
	static const struct {
		char letter;
		gunichar mark;
		uint8_t base;
	} rows[] = {
		{'a', 0x0306, DD_BASE_A_BREVE},
		{'a', 0x0302, DD_BASE_A_CIRC},
		{'e', 0x0302, DD_BASE_E_CIRC},
		{'o', 0x0302, DD_BASE_O_CIRC},
		{'o', 0x031B, DD_BASE_O_HORN},
		{'u', 0x031B, DD_BASE_U_HORN},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].letter == letter && rows[i].mark == mark)
			return rows[i].base;
	return 0;
}

/* Vietnamese letters as Unicode takes them apart: one base mark at most, one tone at most */
static void
check_against_unicode(gunichar c)
{
	gunichar parts[4] = {0};
	size_t n = g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts));
	bool upper = parts[0] < 0x80 && g_ascii_isupper((char)parts[0]);
	char fold = parts[0] < 0x80 ? g_ascii_tolower((char)parts[0]) : 0;
	uint8_t base = (uint8_t)(fold - 'a' + 1), tone = 0;
	if (n < 2 || n > 3 || !g_ascii_isalpha(fold))
		return;
	for (size_t i = 1; i < n; i++) {
		uint8_t with = base_with_mark(fold, parts[i]), is_tone = tone_of_mark(parts[i]);
		if (with == 0 && is_tone == 0)
			return; /* a letter of another language */
		base = with != 0 ? with : base;
		tone = is_tone != 0 ? is_tone : tone;
	}
	DdLetter letter = dd_letter_of(c);
	g_test_message("U+%04X", c);
	g_assert_cmpint(letter.fold, ==, fold);
	if (strchr("aeiouy", fold) == NULL)
		return;
	g_assert_cmpuint(letter.base, ==, base);
	g_assert_cmpuint(letter.tone, ==, tone);
	g_assert_cmpint(letter.upper, ==, upper);
}

static void
test_all_of_unicode(void)
{
	for (gunichar c = 0x80; c < 0x2000; c++)
		if (dd_letter_of(c).base != 0)
			check_against_unicode(c);
	for (gunichar c = 0x1EA0; c <= 0x1EF9; c++) /* every one of the block of Vietnamese is known */
		g_assert_cmpuint(dd_letter_of(c).base, !=, 0);
}

static void
test_case_pairs(void)
{
	for (gunichar c = 0x1EA0; c <= 0x1EF9; c += 2) {
		DdLetter upper = dd_letter_of(c), lower = dd_letter_of(c + 1);
		g_assert_true(upper.upper && !lower.upper);
		g_assert_cmpuint(upper.base, ==, lower.base);
		g_assert_cmpuint(upper.tone, ==, lower.tone);
	}
}

static void
test_decode(void)
{
	static const struct {
		const char *bytes;
		unsigned len;
		gunichar c;
	} cases[] = {
		{"a", 1, 'a'},
		{"đ", 2, 0x0111},
		{"ế", 3, 0x1EBF},
		{"–", 3, 0x2013},
		{"\xF0\x9F\x98\x80", 4, 0x1F600},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		gunichar c = 0;
		size_t len = strlen(cases[i].bytes);
		g_assert_cmpuint(
			dd_utf8_next(cases[i].bytes, cases[i].bytes + len, &c), ==, cases[i].len);
		g_assert_cmpuint(c, ==, cases[i].c);
		/* a character cut by the end of the stretch is a space, and nothing behind the end is read */
		for (size_t cut = 1; cut < len; cut++) {
			g_autofree char *part = g_memdup2(cases[i].bytes, cut);
			g_assert_cmpuint(dd_utf8_next(part, part + cut, &c), ==, 1);
			g_assert_cmpuint(c, ==, ' ');
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letter/known", test_known);
	g_test_add_func("/letter/no-letters", test_no_letters);
	g_test_add_func("/letter/unicode", test_all_of_unicode);
	g_test_add_func("/letter/case-pairs", test_case_pairs);
	g_test_add_func("/letter/decode", test_decode);
	return g_test_run();
}
