/* SPDX-License-Identifier: GPL-3.0-or-later */
/* damage.c: how far the letters of a text can be trusted, told by samples of its words */
#include <string.h>

#include "letter.h"
#include "memo.h"
#include "syllable.h"
#include "window.h"

#define SAMPLES 16u
#define SAMPLE_BYTES 4096u
#define GLANCE_BYTES                                                                               \
	256u /* of each sample: enough to know a clean text by, as nearly every one is */
#define GLANCE_WORDS 300u
#define WORD_BYTES 32u /* a sample that cuts words in two finds broken ones in a clean text */
#define WORDS_NEEDED 20u
#define DIRT_NEEDED 4u  /* signs that make a light scan of a text whose words are whole */
#define DIRT_WORDS 400u /* and at least one in so many words */
#define TAG_BYTES 12    /* "</center>" */
#define TONELESS_NEEDED                                                                            \
	3u /* words that lost their tone or have another, which make a light scan of a text whose words are whole */

#define BASE(letter) ((letter) - 'a' + 1)

enum { COUNTS = 1, VALID = 2, MARKED = 4, TONELESS = 8, VERDICTS = 16 };

typedef struct {
	DdWordMemo *memo;
	unsigned of[VERDICTS]; /* words by verdict */
	unsigned dirt;         /* signs that nobody types and scanners see */
	unsigned words, valid, marked, toneless;
} Evidence;

/*
 * "kêt", "đôc": does a syllable that ends in c, ch, p or t have a mark on its vowel and no tone? All of them have sắc or nặng;
 * words of other languages end so ("internet"), but have no marks
 */
static bool
lost_tone(const uint8_t *bases, unsigned letters)
{
	bool marked = false;
	uint8_t last = bases[letters - 1];
	bool stop = last == BASE('c') || last == BASE('p') || last == BASE('t') ||
		    (last == BASE('h') && bases[letters - 2] == BASE('c'));
	for (unsigned i = 0; i < letters && stop; i++)
		marked = marked || (bases[i] > BASE('z') && bases[i] != DD_BASE_D_BAR);
	return marked;
}

/*
 * Syllables that are spelt right and stand in no document of an office, each one slip of a scanner away from a word that stands in
 * all of them: "về", "số", "của", "với", "đến", "nguồn" …
 */
#define GHOST(text)                                                                                \
	{                                                                                          \
		text, sizeof(text) - 1                                                             \
	}
static const struct {
	const char *text;
	size_t len;
} ghosts[] = {GHOST("vê"), GHOST("sô"), GHOST("tê"), GHOST("cúa"), GHOST("vói"), GHOST("sớ"),
	GHOST("nố"), GHOST("thê"), GHOST("vôn"), GHOST("đên"), GHOST("hiên"), GHOST("khân"),
	GHOST("giái"), GHOST("nguôn"), GHOST("triên"), GHOST("điêm"), GHOST("chuân"),
	GHOST("huyên"), GHOST("truyên"), GHOST("ngươi"), GHOST("trướng")};
#undef GHOST

static bool
is_ghost(const unsigned char *at, size_t len)
{
	if (len > ghosts[G_N_ELEMENTS(ghosts) - 1].len)
		return false;
	/* by their lengths */
	for (size_t i = 0; i < G_N_ELEMENTS(ghosts) && ghosts[i].len <= len; i++)
		if (ghosts[i].len == len && (unsigned char)ghosts[i].text[0] == *at &&
			memcmp(ghosts[i].text, at, len) == 0)
			return true;
	return false;
}

static bool
is_vowel(uint8_t base)
{
	return base == BASE('a') || base == BASE('e') || base == BASE('i') || base == BASE('o') ||
	       base == BASE('u') || base == BASE('y');
}

/* Judges the word at @at: its letters and the digits glued to them. Returns: where it ends; @at when none begins there */
static const unsigned char *
judge_word(uint8_t *verdict_out, const unsigned char *at, const unsigned char *stop)
{
	const unsigned char *start = at;
	bool plain = true, foreign = false, digits = false, vowel = false;
	unsigned letters = 0, tones = 0, groups = 0, len = 1; /* @groups: of vowels */
	uint8_t bases[DD_SYLLABLE_LETTERS] = {0};
	for (; at < stop; at += len, letters++) {
		DdLetter letter = dd_letter_at(at, stop, &len);
		bool glued = letters > 0 && g_ascii_isdigit(*at);
		if (letter.base == 0 && !glued)
			break;
		plain = plain && !letter.upper;
		digits = digits || glued;
		groups += is_vowel(letter.base) && !vowel;
		vowel = is_vowel(letter.base);
		foreign = foreign || letter.base == 0 || letters >= DD_SYLLABLE_LETTERS;
		tones += letter.tone != 0;
		if (letters < DD_SYLLABLE_LETTERS)
			bases[letters] = letter.base;
	}
	*verdict_out = 0;
	if (letters < 2 || !plain)
		return at;
	bool marked = (size_t)(at - start) > letters; /* some letter has more than one byte */
	/* "vitamin", "website": whole words of another tongue tell nothing, and a syllable has one group of vowels, however it was hurt */
	if (!marked && !digits && groups > 1)
		return at;
	bool valid = !foreign && tones <= 1 && dd_syllable_fits(bases, letters);
	bool toneless = valid && marked &&
			((tones == 0 && lost_tone(bases, letters)) ||
				is_ghost(start, (size_t)(at - start)));
	*verdict_out = (uint8_t)(COUNTS | (marked ? MARKED : 0) | (valid ? VALID : 0) |
				 (toneless ? TONELESS : 0));
	return at;
}

/* The same; a word judged before is not taken apart again, for few words make up most of a text. */
static const unsigned char *
judge_word_again(DdWordMemo *memo, uint8_t *verdict_out, const char *text, const unsigned char *at,
	const unsigned char *stop)
{
	DdWindow window;
	unsigned n = dd_window_read(&window, text, (const char *)at, (const char *)stop);
	if (n == 0 || (at + n < stop && g_ascii_isdigit(at[n])))
		return judge_word(verdict_out, at, stop);
	DdJudgedWord *known = dd_word_memo_find_judged(memo, window.low, window.high);
	if (known->low == window.low && known->high == window.high) {
		*verdict_out = known->verdict;
		return at + n;
	}
	const unsigned char *end = judge_word(verdict_out, at, stop);
	if (end == at + n)
		*known = (DdJudgedWord){window.low, window.high, *verdict_out};
	return end;
}

/* "<br>", "</strong>": no words. Returns: the byte behind the '<' at @at or behind the tag that it opens */
static const unsigned char *
skip_tag(const unsigned char *at, const unsigned char *stop)
{
	const unsigned char *end = at + 1;
	while (end < stop && end - at < TAG_BYTES &&
		(g_ascii_isalnum(*end) || *end == '/' || *end == ' '))
		end++;
	return end < stop && *end == '>' ? end + 1 : at + 1;
}

/* "~", "©", "¬", "ˆ", "€": is the sign at @at one of those that spots of a page become? A row of them is drawn. */
static bool
is_dirt(const unsigned char *at)
{
	static const char *const signs[] = {"~", "`", "©", "¬", "ˆ", "€", "‹", "›", "¥", "¢"};
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		if (*at == (unsigned char)signs[i][0] &&
			strncmp((const char *)at, signs[i], strlen(signs[i])) == 0)
			return at[strlen(signs[i])] != *at;
	return false;
}

/* "08h00", "7h30": Returns: the byte behind the hour's letter and its minutes at @at, @at when no digit stands before and behind it */
static const unsigned char *
skip_hour(const char *text, const unsigned char *at, const unsigned char *stop)
{
	const unsigned char *end = at + 1;
	if (*at != 'h' || (const char *)at == text || !g_ascii_isdigit(at[-1]))
		return at;
	while (end < stop && g_ascii_isdigit(*end))
		end++;
	return end > at + 1 ? end : at;
}

/* Counts lower-case words of two letters and more: capitals are names, heads and abbreviations. */
static void
gather(Evidence *evidence, const char *text, size_t start, size_t end)
{
	const unsigned char *at = (const unsigned char *)text + start,
			    *stop = (const unsigned char *)text + end;
	while (at < stop) {
		if (*at < 0x80 && dd_letters_ascii[*at].base == 0) {
			evidence->dirt += (*at == '~' || *at == '`') && is_dirt(at);
			at = *at == '<' ? skip_tag(at, stop) : at + 1;
			continue;
		}
		const unsigned char *hour = skip_hour(text, at, stop);
		if (hour > at) {
			at = hour;
			continue;
		}
		uint8_t verdict;
		unsigned len;
		const unsigned char *behind = judge_word_again(
			evidence->memo, &verdict, text, at, stop);
		if (behind == at) { /* no ASCII and no letter */
			evidence->dirt += is_dirt(at);
			(void)dd_letter_at(at, stop, &len);
			behind = at + len;
		}
		evidence->of[verdict]++;
		at = behind;
	}
}

static void
sum_up(Evidence *evidence)
{
	for (unsigned verdict = 0; verdict < VERDICTS; verdict++) {
		evidence->words += (verdict & COUNTS) != 0 ? evidence->of[verdict] : 0;
		evidence->marked += (verdict & MARKED) != 0 ? evidence->of[verdict] : 0;
		evidence->valid += (verdict & VALID) != 0 ? evidence->of[verdict] : 0;
		evidence->toneless += (verdict & TONELESS) != 0 ? evidence->of[verdict] : 0;
	}
}

/* Returns: where the word or at least the character begins that @at may be inside of */
static size_t
back_to_word(const char *text, size_t at)
{
	size_t to = at;
	while (to > 0 && (((unsigned char)text[to] & 0xC0) == 0x80 ||
				 (at - to < WORD_BYTES && (unsigned char)text[to - 1] > ' ')))
		to--;
	return to;
}

/* Gathers from @bytes at each of SAMPLES places, or from the whole text where that is less */
static Evidence
gather_samples(DdWordMemo *memo, const char *text, size_t len, size_t bytes)
{
	Evidence evidence = {.memo = memo};
	size_t step = len / SAMPLES;
	if (step <= bytes)
		gather(&evidence, text, 0, len);
	for (size_t i = 0; step > bytes && i < SAMPLES; i++)
		gather(&evidence, text, back_to_word(text, i * step),
			back_to_word(text, i * step + bytes));
	sum_up(&evidence);
	return evidence;
}

/* Returns: TRUE when more of the text would hardly tell another story than DD_DAMAGE_NONE */
static bool
is_plainly_clean(const Evidence *evidence)
{
	return evidence->words >= GLANCE_WORDS && evidence->dirt == 0 && evidence->toneless == 0 &&
	       evidence->valid * 1000 >= evidence->words * 995 &&
	       evidence->marked * 100 >= evidence->words * 50;
}

DdDamage
dd_damage_judge(const DdLexicon *lexicon, const char *text, size_t len)
{
	DdWordMemo *memo = dd_lexicon_take_memo(lexicon);
	Evidence evidence = gather_samples(memo, text, len, GLANCE_BYTES);
	if (len / SAMPLES > GLANCE_BYTES && !is_plainly_clean(&evidence))
		evidence = gather_samples(memo, text, len, SAMPLE_BYTES);
	dd_lexicon_give_back_memo(lexicon, memo);
	if (evidence.words < WORDS_NEEDED)
		return DD_DAMAGE_NONE;
	if (evidence.valid * 100 < evidence.words * 88 || evidence.marked * 100 < evidence.words * 30)
		return DD_DAMAGE_HEAVY;
	bool dirty = (evidence.dirt >= DIRT_NEEDED || evidence.toneless >= TONELESS_NEEDED) &&
		     (evidence.dirt + evidence.toneless) * DIRT_WORDS >= evidence.words;
	return dirty || evidence.valid * 1000 < evidence.words * 985 ? DD_DAMAGE_LIGHT
								     : DD_DAMAGE_NONE;
}
