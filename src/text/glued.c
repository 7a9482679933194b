/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "glued.h"

#include <string.h>

#include "letter.h"
#include "syllable.h"

#define MOST_LETTERS ((size_t)2 * DD_SYLLABLE_LETTERS)
#define FEWEST_LETTERS 2u  /* of each half: one vowel is a syllable, too */
#define FEWEST_CAPITALS 2u /* of a code before a small word */

static bool
is_known(const DdLexicon *lexicon, const char *word, size_t len)
{
	DdWordKey key = dd_word_key_start();
	uint8_t tone = 0;
	for (size_t at = 0; at < len;) {
		unsigned bytes;
		DdLetter letter = dd_letter_at((const unsigned char *)word + at,
			(const unsigned char *)word + len, &bytes);
		dd_word_key_add(&key, letter.base, letter.fold);
		tone = letter.tone != 0 ? letter.tone : tone;
		at += bytes;
	}
	dd_word_key_finish(&key, tone);
	return dd_lexicon_find(lexicon, key.exact) != 0;
}

static bool
is_vowel(const char *word, size_t len)
{
	unsigned bytes;
	DdLetter letter = dd_letter_at(
		(const unsigned char *)word, (const unsigned char *)word + len, &bytes);
	return letter.fold != 0 && strchr("aeiouy", letter.fold) != NULL;
}

/* What stands behind the number of a document */
static bool
follows_code(const char *word, size_t len)
{
	static const char *const words[] = {"ngày", "của", "về"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strlen(words[i]) == len && memcmp(word, words[i], len) == 0)
			return true;
	return false;
}

size_t
dd_glued_split(const DdLexicon *lexicon, const char *word, size_t len, unsigned known)
{
	size_t starts[MOST_LETTERS], n = 0, found = 0, capitals = 0;
	unsigned best = 0, ways = 0;
	for (size_t at = 0; at < len; n++) {
		unsigned bytes;
		DdLetter letter = dd_letter_at((const unsigned char *)word + at,
			(const unsigned char *)word + len, &bytes);
		if (letter.base == 0 || n == MOST_LETTERS)
			return 0;
		capitals += letter.upper && capitals == n;
		starts[n] = at;
		at += bytes;
	}
	if (dd_syllable_is_valid(word, len))
		return 0;
	for (size_t k = FEWEST_LETTERS; k + FEWEST_LETTERS <= n; k++) {
		const char *second = word + starts[k];
		size_t rest = len - starts[k];
		if (capitals >= FEWEST_CAPITALS && follows_code(second, rest))
			return starts[k];
		/* "huyệu" is a word that was misread: no word begins with its end */
		if (is_vowel(second, rest) || !dd_syllable_is_valid(word, starts[k]) ||
			!dd_syllable_is_valid(second, rest))
			continue;
		unsigned knows = (unsigned)is_known(lexicon, word, starts[k]) +
				 (unsigned)is_known(lexicon, second, rest);
		ways = knows == best ? ways + 1 : knows > best ? 1 : ways;
		if (knows > best) {
			best = knows;
			found = starts[k];
		}
	}
	return best >= known && ways == 1 ? found : 0;
}
