/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-words.c: words without marks, and with them spelt in one way */
#include "search-words.h"

#include "letter.h"
#include "maxima.h"

#include <string.h>

/* Base letters behind a to z, by their codes from DD_BASE_A_BREVE */
static const char *const marked_letters[] = {"ă", "â", "đ", "ê", "ô", "ơ", "ư"};

/* A letter is at most four bytes of UTF-8; behind them the tone and a NUL */
#define WORD_BYTES (DD_MAX_SEARCH_WORD * 4 + 2)

/* A word that is being read */
typedef struct {
	char bare[WORD_BYTES], marked[WORD_BYTES];
	size_t n_bare, n_marked;
	unsigned letters, tone;
	bool has_marks;
	size_t start;
} Word;

static void
add_latin(Word *word, DdLetter letter)
{
	if (word->letters++ >= DD_MAX_SEARCH_WORD)
		return;
	word->bare[word->n_bare++] = letter.fold;
	if (letter.base >= DD_BASE_A_BREVE &&
		letter.base < DD_BASE_A_BREVE + G_N_ELEMENTS(marked_letters)) {
		/* each of these is two bytes */
		memcpy(word->marked + word->n_marked, marked_letters[letter.base - DD_BASE_A_BREVE], 2);
		word->n_marked += 2;
		word->has_marks = true;
	} else {
		word->marked[word->n_marked++] = letter.fold;
	}
	if (letter.tone > 0) {
		word->tone = letter.tone;
		word->has_marks = true;
	}
}

static void
add_other(Word *word, gunichar c)
{
	char bytes[6];
	if (word->letters++ >= DD_MAX_SEARCH_WORD)
		return;
	size_t n = (size_t)g_unichar_to_utf8(g_unichar_tolower(c), bytes);
	memcpy(word->bare + word->n_bare, bytes, n);
	memcpy(word->marked + word->n_marked, bytes, n);
	word->n_bare += n;
	word->n_marked += n;
}

static void
end_word(DdSearchWords *out, Word *word, size_t end)
{
	if (word->letters == 0)
		return;
	DdSearchWord added = {
		.start = (uint32_t)word->start, .end = (uint32_t)end, .has_marks = word->has_marks};
	if (word->tone > 0)
		word->marked[word->n_marked++] = (char)('0' + word->tone);
	word->bare[word->n_bare++] = '\0';
	word->marked[word->n_marked++] = '\0';
	added.bare = (uint32_t)out->letters->len;
	g_string_append_len(out->letters, word->bare, (gssize)word->n_bare);
	added.marked = (uint32_t)out->letters->len;
	g_string_append_len(out->letters, word->marked, (gssize)word->n_marked);
	g_array_append_val(out->words, added);
	word->n_bare = word->n_marked = 0;
	word->letters = word->tone = 0;
	word->has_marks = false;
}

DdSearchWords
dd_search_words_scan(const char *text, size_t len, size_t max)
{
	size_t expected = MIN(len / 5 + 1, max); /* words; one and its blank are some five letters */
	DdSearchWords out = {g_array_sized_new(FALSE, FALSE, sizeof(DdSearchWord), (guint)expected),
		g_string_sized_new(12 * expected)};
	Word word = {.n_bare = 0};
	const unsigned char *end = (const unsigned char *)text + len;
	for (const unsigned char *at = (const unsigned char *)text; at < end && out.words->len < max;) {
		unsigned bytes;
		gunichar c = *at;
		size_t place = (size_t)(at - (const unsigned char *)text);
		DdLetter letter = dd_letter_at(at, end, &bytes);
		if (letter.base == 0 && c >= 0x80)
			dd_utf8_next((const char *)at, (const char *)end, &c);
		bool is_letter = letter.base != 0 ||
				 (c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c));
		if (is_letter && word.letters == 0)
			word.start = place;
		if (letter.base != 0)
			add_latin(&word, letter);
		else if (is_letter)
			add_other(&word, c);
		else
			end_word(&out, &word, place);
		at += bytes;
	}
	if (out.words->len < max)
		end_word(&out, &word, len);
	return out;
}

void
dd_search_words_clear(DdSearchWords *self)
{
	g_clear_pointer(&self->words, g_array_unref);
	if (self->letters != NULL)
		g_string_free(self->letters, TRUE);
	self->letters = NULL;
}

bool
dd_search_words_is_plain(const char *bare)
{
	return *bare != '\0' && bare[strspn(bare, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}
