/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-words.c: words without marks, and with them spelt in one way */
#include "search-words.h"

#include "letter.h"
#include "maxima.h"

#include <string.h>

/* Base letters behind a to z, by their codes from DD_BASE_A_BREVE */
static const char *const marked_letters[] = {"ă", "â", "đ", "ê", "ô", "ơ", "ư"};

/* A word that is being read */
typedef struct {
	GString *bare, *marked;
	unsigned letters, tone;
	bool has_marks;
	size_t start;
} Word;

static void
add_letter(Word *word, DdLetter letter, gunichar c)
{
	if (word->letters++ >= DD_MAX_SEARCH_WORD)
		return;
	if (letter.base == 0) {
		g_string_append_unichar(word->bare, g_unichar_tolower(c));
		g_string_append_unichar(word->marked, g_unichar_tolower(c));
		return;
	}
	g_string_append_c(word->bare, letter.fold);
	if (letter.base >= DD_BASE_A_BREVE &&
		letter.base < DD_BASE_A_BREVE + G_N_ELEMENTS(marked_letters)) {
		g_string_append(word->marked, marked_letters[letter.base - DD_BASE_A_BREVE]);
		word->has_marks = true;
	} else {
		g_string_append_c(word->marked, letter.fold);
	}
	if (letter.tone > 0) {
		word->tone = letter.tone;
		word->has_marks = true;
	}
}

static void
end_word(DdSearchWords *out, Word *word, size_t end)
{
	if (word->letters == 0)
		return;
	DdSearchWord added = {
		.start = (uint32_t)word->start, .end = (uint32_t)end, .has_marks = word->has_marks};
	if (word->tone > 0)
		g_string_append_c(word->marked, (char)('0' + word->tone));
	added.bare = (uint32_t)out->letters->len;
	g_string_append_len(out->letters, word->bare->str, (gssize)word->bare->len + 1);
	added.marked = (uint32_t)out->letters->len;
	g_string_append_len(out->letters, word->marked->str, (gssize)word->marked->len + 1);
	g_array_append_val(out->words, added);
	g_string_truncate(word->bare, 0);
	g_string_truncate(word->marked, 0);
	word->letters = word->tone = 0;
	word->has_marks = false;
}

DdSearchWords
dd_search_words_scan(const char *text, size_t len, size_t max)
{
	DdSearchWords out = {g_array_new(FALSE, FALSE, sizeof(DdSearchWord)), g_string_new(NULL)};
	Word word = {.bare = g_string_new(NULL), .marked = g_string_new(NULL)};
	const char *end = text + len;
	for (const char *at = text; at < end && out.words->len < max;) {
		gunichar c;
		unsigned bytes = dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base != 0 || g_unichar_isalnum(c)) {
			if (word.letters == 0)
				word.start = (size_t)(at - text);
			add_letter(&word, letter, c);
		} else {
			end_word(&out, &word, (size_t)(at - text));
		}
		at += bytes;
	}
	if (out.words->len < max)
		end_word(&out, &word, len);
	g_string_free(word.bare, TRUE);
	g_string_free(word.marked, TRUE);
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
