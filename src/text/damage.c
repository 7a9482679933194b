/* SPDX-License-Identifier: GPL-3.0-or-later */
/* damage.c: how far the letters of a text can be trusted, told by samples of its words */
#include "letter.h"
#include "syllable.h"
#include "token.h"
#include "window.h"

#define SAMPLES 16u
#define SAMPLE_BYTES 4096u
#define WORDS_NEEDED 20u

#define JUDGED_BITS 10

/* A word that was judged before: few words make up most of a text, and a syllable is slow to take apart */
typedef struct {
	DdWindow window;
	bool counts, valid, marked;
} Judged;

typedef struct {
	unsigned words, valid, marked;
	Judged seen[1u << JUDGED_BITS]; /* by their bytes */
} Evidence;


/* Judges the word at @at: its letters and the digits glued to them. Returns: where it ends; @at when none begins there */
static const unsigned char *
judge_word(Judged *word, const unsigned char *at, const unsigned char *stop)
{
	const unsigned char *start = at;
	bool plain = true, foreign = false;
	unsigned letters = 0, tones = 0, len = 1;
	uint8_t bases[DD_SYLLABLE_LETTERS] = {0};
	for (; at < stop; at += len, letters++) {
		DdLetter letter = dd_letter_at(at, stop, &len);
		bool glued = letters > 0 && g_ascii_isdigit(*at);
		if (letter.base == 0 && !glued)
			break;
		plain = plain && !letter.upper;
		foreign = foreign || letter.base == 0 || letters >= DD_SYLLABLE_LETTERS;
		tones += letter.tone != 0;
		if (letters < DD_SYLLABLE_LETTERS)
			bases[letters] = letter.base;
	}
	word->counts = letters >= 2 && plain;
	word->marked = (size_t)(at - start) > letters; /* some letter has more than one byte */
	word->valid = word->counts && !foreign && tones <= 1 && dd_syllable_fits(bases, letters);
	return at;
}

/* The same, but a word that was seen is not taken apart again */
static const unsigned char *
judge_word_again(Evidence *evidence, Judged *word, const unsigned char *at, const unsigned char *stop)
{
	unsigned n = dd_window_read(&word->window, (const char *)at, (const char *)stop);
	if (n == 0 || (at + n < stop && g_ascii_isdigit(at[n])))
		return judge_word(word, at, stop);
	uint64_t hash = (word->window.low ^ word->window.high * DD_WORD_KEY_FACTOR) * DD_WORD_KEY_FACTOR;
	Judged *known = &evidence->seen[hash >> (64 - JUDGED_BITS)];
	if (known->window.low == word->window.low && known->window.high == word->window.high) {
		*word = *known;
		return at + n;
	}
	const unsigned char *end = judge_word(word, at, stop);
	if (end == at + n)
		*known = *word;
	return end;
}

/* Counts lower-case words of two letters and more: capitals are names, heads and abbreviations. */
static void
gather(Evidence *evidence, const char *text, size_t start, size_t end)
{
	const unsigned char *at = (const unsigned char *)text + start, *stop = (const unsigned char *)text + end;
	while (at < stop) {
		if (*at < 0x80 && dd_letters_ascii[*at].base == 0) {
			at++;
			continue;
		}
		Judged word;
		unsigned len;
		const unsigned char *behind = judge_word_again(evidence, &word, at, stop);
		if (behind == at) { /* no ASCII and no letter */
			(void)dd_letter_at(at, stop, &len);
			behind = at + len;
		}
		evidence->words += word.counts;
		evidence->marked += word.counts && word.marked;
		evidence->valid += word.valid;
		at = behind;
	}
}

DdDamage
dd_damage_judge(const char *text, size_t len)
{
	Evidence evidence = {0};
	size_t step = len / SAMPLES;
	if (step <= SAMPLE_BYTES) {
		gather(&evidence, text, 0, len);
	} else {
		for (size_t i = 0; i < SAMPLES; i++) {
			size_t start = i * step;
			while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
				start--;
			size_t end = start + SAMPLE_BYTES;
			while (((unsigned char)text[end] & 0xC0) == 0x80)
				end--;
			gather(&evidence, text, start, end);
		}
	}
	if (evidence.words < WORDS_NEEDED)
		return DD_DAMAGE_NONE;
	if (evidence.valid * 100 < evidence.words * 88 || evidence.marked * 100 < evidence.words * 30)
		return DD_DAMAGE_HEAVY;
	return evidence.valid * 1000 < evidence.words * 985 ? DD_DAMAGE_LIGHT : DD_DAMAGE_NONE;
}
