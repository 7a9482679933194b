/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "detect-score.h"

#include <stdbool.h>

#include "compose-cluster.h"
#include "compose.h"
#include "letter.h"
#include "syllable.h"

#define MAX_WORD 64 /* bytes; nothing longer is a syllable */

typedef struct {
	char text[MAX_WORD];
	size_t len;
	size_t letters;
	bool too_long;
	bool marked;     /* has a character outside ASCII */
	bool saw_lower;  /* an ASCII small letter */
	bool impossible; /* a letter of another language, a capital behind a small letter */
	DdScore score;
} Counter;

static void
end_word(Counter *self)
{
	if (self->marked) {
		bool good = !self->too_long && !self->impossible &&
			    dd_syllable_is_valid(self->text, self->len);
		/* almost any letter is a syllable on its own */
		self->score.good += good && self->letters > 1;
		self->score.bad += !good;
	}
	self->len = self->letters = 0;
	self->too_long = self->marked = self->saw_lower = self->impossible = false;
}

/*
 * Dashes, quotes and bullets stand beside words in every encoding; other signs inside a word speak
 * against it
 */
static bool
ends_word(gunichar c)
{
	if (c < 0x80)
		return dd_letter_of(c).base == 0;
	return c == 0xAB || c == 0xBB || (c >= 0x2010 && c < 0x2070) || (c >= 0x2190 && c < 0x2800);
}

/* The record of "ë" is that of "e": only what base and tone lead back to is meant */
static bool
is_vietnamese(gunichar c, DdLetter letter)
{
	return letter.base == DD_BASE_D_BAR ||
	       dd_compose_letter(letter.base, letter.tone, letter.upper) == c;
}

static void
add(Counter *self, gunichar c)
{
	if (ends_word(c)) {
		end_word(self);
		return;
	}
	DdLetter letter = dd_letter_of(c);
	self->letters++;
	if (c >= 0x80) {
		self->marked = true;
		self->impossible |= !is_vietnamese(c, letter) || (letter.upper && self->saw_lower);
	} else {
		self->saw_lower |= !letter.upper;
	}
	if (self->len + 4 > sizeof(self->text))
		self->too_long = true;
	else
		self->len += dd_utf8_encode(c, self->text + self->len);
}

DdScore
dd_detect_score(const DdSource *source, size_t most)
{
	DdSource sample = *source;
	sample.len = MIN(source->len, most);
	Counter counter = {0};
	DdCluster cluster;
	for (size_t at = 0; at < sample.len; at = cluster.end) {
		size_t first_end = at;
		if (dd_source_next(&sample, &first_end) == DD_BROKEN)
			counter.score.bad++;
		dd_cluster_read(&sample, at, &cluster);
		const char *p = cluster.text, *end = cluster.text + cluster.len;
		while (p < end) {
			gunichar c;
			p += dd_utf8_next(p, end, &c);
			add(&counter, c);
		}
	}
	end_word(&counter);
	return counter.score;
}
