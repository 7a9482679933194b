/* SPDX-License-Identifier: GPL-3.0-or-later */
/* misread.c: the cost of a misread word */
#include "misread.h"

#include <string.h>

#include "letter.h"

#define BARRED_D '#' /* a ligature of f and l: what scanners make of đ */

static const char vowels[] = "aeiouy";
/* one class each behind a–z and 0–9; all other signs share the last one */
static const char signs[] = "&@$!|/#";

static void
fill_classes(DdMisread *self)
{
	memset(self->class_of, DD_MISREAD_CLASSES - 1, sizeof(self->class_of));
	for (uint8_t i = 0; i < 26; i++)
		self->class_of['a' + i] = i;
	for (uint8_t i = 0; i < 10; i++)
		self->class_of['0' + i] = (uint8_t)(26 + i);
	for (uint8_t i = 0; signs[i] != '\0'; i++)
		self->class_of[(uint8_t)signs[i]] = (uint8_t)(36 + i);
}

static size_t
class_of(const DdMisread *self, char c)
{
	return self->class_of[(uint8_t)c & 127];
}

/* Vowels are taken for each other, signs and digits for vowels; class @a as it was read, @b as it is spelled */
static uint8_t
swap_cost(const bool vowel[DD_MISREAD_CLASSES], size_t a, size_t b)
{
	bool letter = a < 26;
	if (a == b && a != DD_MISREAD_CLASSES - 1)
		return 0;
	if (vowel[b] && (vowel[a] || !letter))
		return 4;
	return letter ? DD_MISREAD_LETTER : 7;
}

static void
fill_costs(DdMisread *self)
{
	bool vowel[DD_MISREAD_CLASSES] = {false};
	for (size_t i = 0; vowels[i] != '\0'; i++)
		vowel[class_of(self, vowels[i])] = true;
	for (size_t a = 0; a < DD_MISREAD_CLASSES; a++) {
		bool letter = a < 26, digit = a >= 26 && a < 36;
		for (size_t b = 0; b < DD_MISREAD_CLASSES; b++)
			self->costs[a][b] = swap_cost(vowel, a, b);
		self->drops[a] = !letter && !digit ? 4 : vowel[a] || digit ? 7 : 9;
		self->misses[a] = vowel[a] ? 7 : 9;
	}
}

void
dd_misread_init(DdMisread *self, bool graded)
{
	/* three characters a row: two that are confused, and the cost */
	static const char pairs[] = "ce3cd4db3dp3da5od4li1l1"
				    "1i1"
				    "1t4"
				    "1j3i0o10d3"
				    "6o26d46b34a28s35s3"
				    "0q4&o2&e3&s5uv3"
				    "yv3rn4nm4hb3hn4hi5ft3kh3ec3gq3gy4qg35g49g32z3|l2|i2!i2!l2/"
				    "l3ri4rt4tl4ti4vw3vy3un4ou3ae3"
				    "$s2@a1#d3wu3";
	fill_classes(self);
	fill_costs(self);
	self->graded = graded;
	for (size_t i = 0; i + 2 < sizeof(pairs); i += 3) {
		size_t a = class_of(self, pairs[i]), b = class_of(self, pairs[i + 1]);
		uint8_t cost = (uint8_t)(pairs[i + 2] - '0');
		self->costs[a][b] = MIN(self->costs[a][b], cost);
		self->costs[b][a] = MIN(self->costs[b][a], cost);
	}
}

uint8_t
dd_glyphs_read(DdGlyph *glyphs, const char *at, const char *end)
{
	uint8_t n = 0;
	while (at < end && n < DD_MAX_GLYPHS) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base != 0)
			glyphs[n++] = (DdGlyph){
				letter.fold, (uint8_t)(letter.base << 3 | letter.tone)};
		else if (c == 0xA2) /* the cent sign is a misread ơ or c */
			glyphs[n++] = (DdGlyph){'&', 0};
		else if (c == 0xFB01 || c == 0xFB02)
			glyphs[n++] = (DdGlyph){BARRED_D, 0};
		else
			glyphs[n++] = (DdGlyph){c < 0x80 ? (char)c : '?', 0};
	}
	return n;
}

unsigned
dd_misread_swap(const DdMisread *self, char text, char word)
{
	return self->costs[class_of(self, text)][class_of(self, word)];
}

/*
 * Is it a letter that western languages have too: é, à, ô, ã? A scanner that knows no Vietnamese writes these for whatever
 * stands there, so that they say little of which marks it were.
 */
static bool
is_western(unsigned base, unsigned tone)
{
	if (base <= 26)
		return tone == 1 || tone == 2 || tone == 4;
	return tone == 0 &&
	       (base == DD_BASE_A_CIRC || base == DD_BASE_E_CIRC || base == DD_BASE_O_CIRC);
}

/* The letters are alike, the marks are not */
static unsigned
mark_cost(const DdMisread *self, DdGlyph text, DdGlyph word)
{
	if (!self->graded)
		return 1;
	unsigned base = text.marks >> 3, tone = text.marks & 7u, cost = 0;
	unsigned wrong = is_western(base, tone) ? 1 : 3;
	if (base != word.marks >> 3)
		cost += base <= 26 ? 1 : wrong;
	if (tone != (word.marks & 7u))
		cost += tone == 0 ? 1 : wrong;
	/* nobody sees marks where there are none */
	bool none = word.marks >> 3 <= 26 && (word.marks & 7u) == 0;
	return none ? cost + 1 : cost;
}

unsigned
dd_misread_distance(const DdMisread *self, const DdGlyph *text, size_t n, const DdGlyph *word,
	size_t m, unsigned cap)
{
	unsigned row[DD_MAX_GLYPHS + 1];
	if (n > m + 2 || m > n + 2)
		return DD_MISREAD_NONE;
	row[0] = 0;
	for (size_t j = 1; j <= m; j++)
		row[j] = row[j - 1] + self->misses[class_of(self, word[j - 1].fold)];
	for (size_t i = 1; i <= n; i++) {
		unsigned diagonal = row[0], least;
		const DdGlyph *t = &text[i - 1];
		size_t kind = class_of(self, t->fold);
		unsigned drop = self->drops[kind];
		row[0] += drop;
		least = row[0];
		for (size_t j = 1; j <= m; j++) {
			const DdGlyph *w = &word[j - 1];
			size_t wanted = class_of(self, w->fold);
			unsigned swap = self->costs[kind][wanted];
			if (swap == 0 && t->marks != w->marks)
				swap = mark_cost(self, *t, *w);
			unsigned lose = MIN(row[j] + drop, row[j - 1] + self->misses[wanted]);
			unsigned cost = MIN(diagonal + swap, lose);
			diagonal = row[j];
			row[j] = cost;
			least = MIN(least, cost);
		}
		if (least > cap)
			return DD_MISREAD_NONE;
	}
	return row[m] > cap ? DD_MISREAD_NONE : row[m];
}
