/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-words.c: words without marks, and with them spelt in one way */
#include "search-words.h"

#include "letter.h"

#include <string.h>

/* Base letters behind a to z, by their codes from DD_BASE_A_BREVE */
static const char *const marked_letters[] = {"ă", "â", "đ", "ê", "ô", "ơ", "ư"};

/* What is counted of a word on its way: apart from its letters, as a write of a char may be one to any field beside them */
typedef struct {
	size_t n_bare, n_marked;
	unsigned letters, tone;
	bool has_marks;
} Counts;

static inline void
add_latin(DdSearchScan *word, Counts *counts, DdLetter letter)
{
	if (counts->letters++ >= DD_MAX_SEARCH_WORD)
		return;
	word->bare[counts->n_bare++] = letter.fold;
	if (letter.base >= DD_BASE_A_BREVE &&
		letter.base < DD_BASE_A_BREVE + G_N_ELEMENTS(marked_letters)) {
		/* each of these is two bytes */
		memcpy(word->marked + counts->n_marked,
			marked_letters[letter.base - DD_BASE_A_BREVE], 2);
		counts->n_marked += 2;
		counts->has_marks = true;
	} else {
		word->marked[counts->n_marked++] = letter.fold;
	}
	if (letter.tone > 0) {
		counts->tone = letter.tone;
		counts->has_marks = true;
	}
}

static void
add_other(DdSearchScan *word, Counts *counts, gunichar c)
{
	char bytes[6];
	if (counts->letters++ >= DD_MAX_SEARCH_WORD)
		return;
	size_t n = (size_t)g_unichar_to_utf8(g_unichar_tolower(c), bytes);
	memcpy(word->bare + counts->n_bare, bytes, n);
	memcpy(word->marked + counts->n_marked, bytes, n);
	counts->n_bare += n;
	counts->n_marked += n;
}

static bool
end_word(DdSearchScan *word, Counts counts, size_t end)
{
	if (counts.letters == 0)
		return false;
	if (counts.tone > 0)
		word->marked[counts.n_marked++] = (char)('0' + counts.tone);
	word->bare[counts.n_bare++] = '\0';
	word->marked[counts.n_marked++] = '\0';
	word->n_bare = counts.n_bare;
	word->n_marked = counts.n_marked;
	word->has_marks = counts.has_marks;
	word->end = end;
	return true;
}

bool
dd_search_scan_next(DdSearchScan *self)
{
	const unsigned char *text = (const unsigned char *)self->text, *end = text + self->len;
	const size_t len = self->len;
	size_t at = self->at;
	Counts counts = {0};
	while (at < len) {
		unsigned bytes;
		const size_t place = at;
		gunichar c = text[place];
		DdLetter letter = dd_letter_at(text + place, end, &bytes);
		at += bytes;
		if (letter.base != 0) {
			if (counts.letters == 0)
				self->start = place;
			add_latin(self, &counts, letter);
			continue;
		}
		if (c >= 0x80)
			dd_utf8_next((const char *)text + place, (const char *)end, &c);
		if (c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isalnum(c)) {
			if (counts.letters == 0)
				self->start = place;
			add_other(self, &counts, c);
		} else if (counts.letters > 0) {
			self->at = at;
			return end_word(self, counts, place);
		}
	}
	self->at = at;
	return end_word(self, counts, len);
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
