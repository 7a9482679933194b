/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phrase-test.c: phrases found on their bare letters and accepted by their marks, as far as a text can be trusted */
#include "phrase.h"

#include <string.h>

enum { LEAD, LEAD_WITH, HELP, TIME, AND, TABLE, FRIEND };

static const DdPhrase rows[] = {
	{"chủ trì", LEAD},
	{"đơn vị chủ trì", LEAD},
	{"chủ trì, phối hợp", LEAD_WITH},
	{"phối hợp", HELP},
	{"thời gian hoàn thành", TIME},
	{"và", AND},
	{"bàn", TABLE},
	{"bạn", FRIEND},
};

typedef struct {
	DdLexicon *lexicon;
	DdPhrases *phrases;
	DdTokens tokens;
} Fixture;

static void
set_up(Fixture *self, gconstpointer unused)
{
	(void)unused;
	self->lexicon = dd_lexicon_new();
	self->phrases = dd_phrases_new(self->lexicon, rows, G_N_ELEMENTS(rows));
}

static void
tear_down(Fixture *self, gconstpointer unused)
{
	(void)unused;
	dd_tokens_clear(&self->tokens);
	dd_phrases_free(self->phrases);
	dd_lexicon_free(self->lexicon);
}

static void
scan(Fixture *self, DdDamage damage, const char *text)
{
	dd_tokens_scan(&self->tokens, self->lexicon, damage, text, 0, strlen(text));
}

static void
test_match(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *text;
		DdDamage damage;
		int value;
		size_t len;
	} cases[] = {
		/* clean: all marks, one of three words and more may miss them */
		{"chủ trì thực hiện", DD_DAMAGE_NONE, LEAD, 2},
		{"Chủ trì: Sở A", DD_DAMAGE_NONE, LEAD, 2},
		{"CHỦ TRÌ", DD_DAMAGE_NONE, LEAD, 2},
		{"chủ\n trì", DD_DAMAGE_NONE, LEAD, 2},
		{"chủ trí", DD_DAMAGE_NONE, -1, 0},
		{"chu tri", DD_DAMAGE_NONE, -1, 0},
		{"đơn vị chu trì", DD_DAMAGE_NONE, LEAD, 4},
		{"don vi chủ trì", DD_DAMAGE_NONE, -1, 0},
		{"thời gian hoàn thành", DD_DAMAGE_NONE, TIME, 4},
		{"thời gian", DD_DAMAGE_NONE, -1, 0},
		/* the longest wins */
		{"chủ trì, phối hợp với", DD_DAMAGE_NONE, LEAD_WITH, 5},
		{"chủ trì , phối hợp", DD_DAMAGE_NONE, LEAD_WITH, 5},
		{"chủ trì; phối hợp", DD_DAMAGE_NONE, LEAD, 2},
		{"chủ trì, phối", DD_DAMAGE_NONE, LEAD, 2},
		/* lightly damaged: one of two words may miss; a mistaken word is matched nearly */
		{"chủ tri", DD_DAMAGE_LIGHT, LEAD, 2},
		{"chu tri", DD_DAMAGE_LIGHT, -1, 0},
		{"pbối hợp", DD_DAMAGE_LIGHT, HELP, 2},
		{"va", DD_DAMAGE_LIGHT, -1, 0},
		/* heavily damaged: bare letters count */
		{"chu tri", DD_DAMAGE_HEAVY, LEAD, 2},
		{"thoi gian hoan thanh", DD_DAMAGE_HEAVY, TIME, 4},
		{"phdi hop", DD_DAMAGE_HEAVY, HELP, 2},
		/* of the same bare letters, the one with the most marks right */
		{"bàn", DD_DAMAGE_NONE, TABLE, 1},
		{"bạn", DD_DAMAGE_NONE, FRIEND, 1},
		{"bán", DD_DAMAGE_NONE, -1, 0},
		{"bạn", DD_DAMAGE_HEAVY, FRIEND, 1},
		{"bàn", DD_DAMAGE_HEAVY, TABLE, 1},
		{"", DD_DAMAGE_NONE, -1, 0},
		{"2025", DD_DAMAGE_NONE, -1, 0},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		size_t len = 0;
		scan(self, cases[i].damage, cases[i].text);
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(dd_phrases_match(self->phrases, &self->tokens, 0, &len), ==,
			cases[i].value);
		g_assert_cmpuint(len, ==, cases[i].len);
	}
}

static void
test_search(Fixture *self, gconstpointer unused)
{
	size_t at = 99, len = 99;
	(void)unused;
	scan(self, DD_DAMAGE_NONE, "Sở A chủ trì, phối hợp Sở B");
	g_assert_cmpint(dd_phrases_search(self->phrases, &self->tokens, 0, self->tokens.n, &at, &len),
		==, LEAD_WITH);
	g_assert_cmpuint(at, ==, 2);
	g_assert_cmpuint(len, ==, 5);
	/* what does not end before @to is not found, even where a shorter phrase would */
	g_assert_cmpint(dd_phrases_search(self->phrases, &self->tokens, 5, 7, &at, NULL), ==, HELP);
	g_assert_cmpuint(at, ==, 5);
	g_assert_cmpint(dd_phrases_search(self->phrases, &self->tokens, 7, self->tokens.n, &at, &len),
		==, -1);
	g_assert_cmpint(dd_phrases_search(self->phrases, &self->tokens, 3, 3, &at, &len), ==, -1);
	g_assert_cmpuint(at, ==, 5);
}

/* The first look at many words, and a phrase of one value */
static void
test_next(Fixture *self, gconstpointer unused)
{
	(void)unused;
	scan(self, DD_DAMAGE_NONE, "Sở A chủ trì, phối hợp Sở B");
	size_t n = self->tokens.n;
	g_assert_cmpuint(dd_phrases_next(self->phrases, &self->tokens, 0, n, UINT64_MAX), ==, 2);
	g_assert_cmpuint(dd_phrases_next(self->phrases, &self->tokens, 3, n, UINT64_MAX), ==, 5);
	g_assert_cmpuint(dd_phrases_next(self->phrases, &self->tokens, 7, n, UINT64_MAX), ==, n);
	g_assert_cmpuint(
		dd_phrases_next(self->phrases, &self->tokens, 0, n, UINT64_C(1) << TIME), ==, n);
	g_assert_cmpuint(dd_phrases_next(self->phrases, &self->tokens, n, n, UINT64_MAX), ==, n);
	uint64_t values = dd_phrases_values(self->phrases, &self->tokens, 0, n);
	g_assert_true((values & UINT64_C(1) << LEAD_WITH) != 0 && (values & UINT64_C(1) << HELP) != 0);
	g_assert_cmpuint(dd_phrases_values(self->phrases, &self->tokens, 7, n), ==, 0);
	g_assert_true(dd_phrases_has(self->phrases, &self->tokens, 0, n, LEAD_WITH));
	g_assert_true(dd_phrases_has(self->phrases, &self->tokens, 0, n, HELP));
	/* the longest phrase is the one that stands there, and it must end before @to */
	g_assert_false(dd_phrases_has(self->phrases, &self->tokens, 0, n, LEAD));
	g_assert_false(dd_phrases_has(self->phrases, &self->tokens, 0, 6, LEAD_WITH));
	g_assert_false(dd_phrases_has(self->phrases, &self->tokens, 0, n + 100, TIME));
}

/* Asked behind the last token, or of tokens that a lexicon without these words made */
static void
test_edges(Fixture *self, gconstpointer unused)
{
	(void)unused;
	scan(self, DD_DAMAGE_NONE, "chủ trì");
	g_assert_cmpint(dd_phrases_match(self->phrases, &self->tokens, 2, NULL), ==, -1);
	g_assert_cmpint(dd_phrases_match(self->phrases, &self->tokens, 1000, NULL), ==, -1);
	g_assert_cmpint(dd_phrases_match(self->phrases, &self->tokens, 0, NULL), ==, LEAD);
	/* words added later have numbers that no tree of these phrases knows */
	for (char c = 'a'; c <= 'z'; c++)
		(void)dd_lexicon_add(self->lexicon, (char[]){c, c, c, '\0'}, 3);
	scan(self, DD_DAMAGE_HEAVY, "zzz yyy xxx");
	for (size_t i = 0; i < self->tokens.n; i++)
		g_assert_cmpint(dd_phrases_match(self->phrases, &self->tokens, i, NULL), ==, -1);
	dd_phrases_free(NULL);
}

/* Of two rows spelled alike one would never count; bare letters alone do not make them alike */
static void
test_doubles(void)
{
	static const DdPhrase apart[] = {{"chủ trì", 1}, {"chu trì", 2}},
			      alike[] = {{"hòa", 1}, {"HOÀ", 2}};
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	dd_phrases_free(dd_phrases_new(lexicon, apart, G_N_ELEMENTS(apart)));
	g_test_expect_message(NULL, G_LOG_LEVEL_CRITICAL, "*is_double*");
	dd_phrases_free(dd_phrases_new(lexicon, alike, G_N_ELEMENTS(alike)));
	g_test_assert_expected_messages();
}

#define ADD(name, function) g_test_add("/phrase/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("match", test_match);
	ADD("search", test_search);
	ADD("next", test_next);
	ADD("edges", test_edges);
	g_test_add_func("/phrase/doubles", test_doubles);
	return g_test_run();
}
