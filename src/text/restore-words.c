/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-words.c: damaged text parted into words: which of them are to be restored */
#include <string.h>

#include "restore-private.h"
#include "syllable.h"

/* Signs around a word that are no part of it; inside of it they are misread letters. */
static bool
is_outer(gunichar c)
{
	return c < 0x80 ? strchr(".,;:()[]\"'/-+*_=", (int)c) != NULL && c != 0
			: (c >= 0x2010 && c <= 0x2022) || c == 0xAB || c == 0xBB;
}

static void
find_core(DdBrokenWord *word, const char *text)
{
	const char *at = text + word->start, *end = text + word->end;
	while (at < end) {
		gunichar c;
		unsigned len = dd_utf8_next(at, end, &c);
		if (!is_outer(c))
			break;
		at += len;
	}
	while (end > at) {
		const char *last = g_utf8_find_prev_char(at, end);
		if (last == NULL || !is_outer(g_utf8_get_char(last)))
			break;
		end = last;
	}
	word->core = (uint32_t)(at - text);
	word->core_end = (uint32_t)(end - text);
}

static void
look_at(DdBrokenWord *word, const char *text, bool bare)
{
	unsigned letters = 0, digits = 0, capitals = 0, slashes = 0;
	const char *at, *end;
	find_core(word, text);
	at = text + word->core;
	end = text + word->core_end;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letters == 0 && letter.upper && digits == 0)
			word->cap = true;
		letters += letter.base != 0;
		word->marked |= letter.base > 26 || letter.tone != 0;
		capitals += letter.base != 0 && letter.upper;
		digits += c < 0x80 && g_ascii_isdigit((char)c);
		slashes += c == '/' || c == '-' || c == '@' || c == '_';
	}
	word->n = dd_glyphs_read(word->glyphs, text + word->core, end);
	word->upper = letters > 1 && capitals == letters;
	word->valid = dd_syllable_is_valid(text + word->core, word->core_end - word->core);
	/* "quý IV": a Roman number is no word */
	bool roman = capitals > 0 && strspn(text + word->core, "IVX") >= word->core_end - word->core;
	word->plain = word->core == word->core_end || slashes > 0 || roman ||
		      (digits > 1 && digits >= letters) || (bare && digits > 0) ||
		      (letters == 0 && (digits > 0 || word->n <= 1)) ||
		      word->core_end - word->core > 2 * DD_MAX_NGRAM_WORD_BYTES;
	word->figure = word->plain && (digits > 0 || roman);
}

/* "chính trị-xã hội" is two words, "50/NQ-CP" and "KG-VX" are none. @at: of the dash; @end: of the run of letters */
static bool
parts_words(const char *text, size_t start, size_t at, size_t end)
{
	if (text[at] != '-' || at == start || at + 1 >= end)
		return false;
	for (size_t i = start; i < end; i++)
		if (text[i] == '/')
			return false;
	return !g_ascii_isdigit(text[at + 1]) && !g_ascii_isdigit(text[at - 1]) &&
	       !g_ascii_isupper(text[at + 1]) && !g_ascii_ispunct(text[at + 1]) &&
	       !g_ascii_ispunct(text[at - 1]);
}

/* Returns: TRUE when a phrase ends in [@at, @end), which holds no letters of a word: at a sign other than commas and dashes */
static bool
ends_phrase(const char *text, size_t at, size_t end)
{
	for (; at < end; at++)
		if (strchr(".;:()[]\"!?|", text[at]) != NULL && text[at] != '\0')
			return true;
	return false;
}

/* Notes behind which words a phrase ends: at their signs, at an empty line and at a line that begins with a dash or sign. */
static void
mark_phrases(GArray *words, const char *text)
{
	for (guint i = 1; i < words->len; i++) {
		const DdBrokenWord *before = &g_array_index(words, DdBrokenWord, i - 1);
		DdBrokenWord *word = &g_array_index(words, DdBrokenWord, i);
		unsigned lines = 0;
		for (size_t at = before->core_end; at < word->core; at++)
			lines += text[at] == '\n';
		bool item = lines > 0 && word->core > word->start;
		word->first = lines > 0;
		bool sign = before->core == before->core_end;
		word->fresh = sign || lines > 1 || item ||
			      ends_phrase(text, before->core_end, word->core);
	}
}

GArray *
dd_restore_split(const char *text, size_t len, bool bare)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(DdBrokenWord));
	for (size_t i = 0; i < len;) {
		if (g_ascii_isspace(text[i])) {
			i++;
			continue;
		}
		size_t end = i, start = i;
		while (end < len && !g_ascii_isspace(text[end]))
			end++;
		bool dashed = end - i <= (size_t)4 * DD_MAX_NGRAM_WORD_BYTES;
		for (; i < end; i++) {
			if (i + 1 < end && !(dashed && parts_words(text, start, i, end)))
				continue;
			DdBrokenWord word = {.start = (uint32_t)start, .end = (uint32_t)i + 1};
			start = i + 1;
			look_at(&word, text, bare);
			/* a sign that stands alone goes with the word before it and parts no phrase */
			if (word.core == word.core_end && words->len > 0)
				g_array_index(words, DdBrokenWord, words->len - 1).end = word.end;
			else
				g_array_append_val(words, word);
		}
	}
	mark_phrases(words, text);
	return words;
}
