/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-words.c: words without marks, and with them spelt in one way */
#include "search-words.h"

#include "letter.h"

#include <string.h>

/* Base letters behind a to z, by their codes from DD_BASE_A_BREVE */
static const char *const marked_letters[] = {"ă", "â", "đ", "ê", "ô", "ơ", "ư"};

static void
add_latin(DdSearchScan *word, DdLetter letter)
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
add_other(DdSearchScan *word, gunichar c)
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

static bool
end_word(DdSearchScan *word, size_t end)
{
	if (word->letters == 0)
		return false;
	if (word->tone > 0)
		word->marked[word->n_marked++] = (char)('0' + word->tone);
	word->bare[word->n_bare++] = '\0';
	word->marked[word->n_marked++] = '\0';
	word->end = end;
	return true;
}

bool
dd_search_scan_next(DdSearchScan *self)
{
	const unsigned char *text = (const unsigned char *)self->text, *end = text + self->len;
	self->n_bare = self->n_marked = 0;
	self->letters = self->tone = 0;
	self->has_marks = false;
	while (self->at < self->len) {
		unsigned bytes;
		const size_t place = self->at;
		gunichar c = text[place];
		DdLetter letter = dd_letter_at(text + place, end, &bytes);
		if (letter.base == 0 && c >= 0x80)
			dd_utf8_next(self->text + place, (const char *)end, &c);
		bool is_letter = letter.base != 0 ||
				 (c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c));
		self->at += bytes;
		if (is_letter && self->letters == 0)
			self->start = place;
		if (letter.base != 0)
			add_latin(self, letter);
		else if (is_letter)
			add_other(self, c);
		else if (end_word(self, place))
			return true;
	}
	return end_word(self, self->len);
}

DdSearchWords
dd_search_words_scan(const char *text, size_t len, size_t max)
{
	size_t expected = MIN(len / 5 + 1, max); /* words; one and its blank are some five letters */
	DdSearchWords out = {g_array_sized_new(FALSE, FALSE, sizeof(DdSearchWord), (guint)expected),
		g_string_sized_new(12 * expected)};
	DdSearchScan scan = {.text = text, .len = len};
	while (out.words->len < max && dd_search_scan_next(&scan)) {
		DdSearchWord added = {.start = (uint32_t)scan.start,
			.end = (uint32_t)scan.end,
			.has_marks = scan.has_marks};
		added.bare = (uint32_t)out.letters->len;
		g_string_append_len(out.letters, scan.bare, (gssize)scan.n_bare);
		added.marked = (uint32_t)out.letters->len;
		g_string_append_len(out.letters, scan.marked, (gssize)scan.n_marked);
		g_array_append_val(out.words, added);
	}
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
