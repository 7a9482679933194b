/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "token.h"

#include <string.h>

#include "letter.h"
#include "maxima.h"
#include "syllable.h"

#define MAX_TOKEN_BYTES 1000u

static bool
is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x00AD || c == 0x2043;
}

static DdToken *
add(DdTokens *tokens)
{
	if (tokens->n + 1 >= tokens->capacity) {
		tokens->capacity = MAX(256, tokens->capacity * 2);
		tokens->items = g_renew(DdToken, tokens->items, tokens->capacity);
	}
	return &tokens->items[tokens->n++];
}

/* A word that is no known word and no syllable may be a known word that the scanner mistook. */
static uint16_t
near_fold(const DdLexicon *lexicon, const char *text, const DdToken *token)
{
	char fold[16];
	size_t n = 0;
	const char *at = text + token->start, *end = at + token->len;
	while (at < end && n < sizeof(fold)) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		fold[n++] = dd_letter_of(c).fold;
	}
	return at < end ? 0 : dd_lexicon_near(lexicon, fold, n);
}

/*
 * The letter at @at and its length; what is no Latin letter has base 0. Vietnamese text is nearly all ASCII, C3–C6 and
 * E1 BA/BB, so these are looked up at once; the text is valid UTF-8 and ends with a NUL.
 */
static DdLetter
letter_at(const unsigned char *at, const unsigned char *end, unsigned *len)
{
	unsigned c = at[0];
	if (c < 0x80) {
		*len = 1;
		return dd_letters_ascii[c];
	}
	if (c >= 0xC3 && c <= 0xC6) {
		unsigned index = ((c & 0x1Fu) << 6 | (at[1] & 0x3Fu)) - DD_LETTERS_LATIN_FIRST;
		*len = 2;
		return index < DD_LETTERS_LATIN ? dd_letters_latin[index] : (DdLetter){0};
	}
	if (c == 0xE1 && (at[1] == 0xBA || at[1] == 0xBB)) {
		unsigned index = (0x1000u | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu)) - DD_LETTERS_EXTENDED_FIRST;
		*len = 3;
		return index < DD_LETTERS_EXTENDED ? dd_letters_extended[index] : (DdLetter){0};
	}
	gunichar other;
	*len = dd_utf8_next((const char *)at, (const char *)end, &other);
	return dd_letter_of(other);
}

/*
 * In a bad scan strokes of a mark stand as apostrophes inside a word ("CHU'C") and digits for the letters that look like
 * them ("x4 h6i"). Returns: FALSE when the sign at @at does not belong to a word
 */
static bool
mend(const unsigned char *at, const unsigned char *end, unsigned letters, DdLetter *letter, unsigned *len)
{
	static const char digits[] = "oilsasoysg"; /* 0 to 9 */
	bool quote = *at == '\'' || (*at == 0xE2 && at[1] == 0x80 && (at[2] == 0x98 || at[2] == 0x99));
	unsigned next_len;
	if (quote && at + *len < end) {
		*letter = letter_at(at + *len, end, &next_len);
		*len += next_len;
		return letter->base != 0;
	}
	if (*at < '0' || *at > '9')
		return false;
	/* a figure of two digits is a figure, and so is one behind capitals ("QH15") or behind a mistaken digit ("l2") */
	if (at + 1 < end && at[1] >= '0' && at[1] <= '9')
		return false;
	if (letters == 1 && strchr("lioIO", at[-1]) != NULL)
		return false;
	if (at[-1] < 'a' && at[-1] >= 'A' && (at + 1 >= end || at[1] < 'a' || at[1] > 'z'))
		return false;
	char fold = digits[*at - '0'];
	*letter = (DdLetter){fold, (uint8_t)(fold - 'a' + 1), 0, false};
	return true;
}

static void
look_up(DdToken *token, const DdLexicon *lexicon, DdDamage damage, const char *text, const DdWordKey *key)
{
	token->word = dd_lexicon_find(lexicon, key->exact);
	token->fold = token->word != 0 ? dd_lexicon_get_fold(lexicon, token->word) : dd_lexicon_find_fold(lexicon, key->fold);
	if (token->fold == 0 && damage != DD_DAMAGE_NONE && !(token->flags & DD_TOKEN_UPPER) &&
	    !dd_syllable_is_valid(text + token->start, token->len))
		token->fold = near_fold(lexicon, text, token);
}

/* Reads the letters at @at. Returns: where they end; @at itself when no letter stands there */
static const char *
scan_word(DdToken *token, const DdLexicon *lexicon, DdDamage damage, const char *text, const char *at, const char *end)
{
	const unsigned char *start = (const unsigned char *)at, *here = start, *stop = (const unsigned char *)end;
	DdWordKey key = dd_word_key_start();
	unsigned letters = 0, capitals = 0, marked = 0;
	uint8_t tone = 0;
	if ((size_t)(stop - here) > MAX_TOKEN_BYTES)
		stop = here + MAX_TOKEN_BYTES;
	while (here < stop) {
		unsigned len;
		DdLetter letter = letter_at(here, (const unsigned char *)end, &len);
		if (letter.base == 0 && (damage != DD_DAMAGE_HEAVY || letters == 0 || !mend(here, stop, letters, &letter, &len)))
			break;
		dd_word_key_add(&key, letter.base, letter.fold);
		tone = letter.tone != 0 ? letter.tone : tone;
		if (letters == 0 && letter.upper)
			token->flags |= DD_TOKEN_CAP;
		capitals += letter.upper;
		marked |= len;
		letters++;
		here += len;
	}
	if (letters == 0)
		return at;
	if (capitals == letters)
		token->flags |= DD_TOKEN_UPPER;
	if (marked > 1)
		token->flags |= DD_TOKEN_MARKED;
	dd_word_key_finish(&key, tone);
	token->kind = DD_TOKEN_WORD;
	token->len = (uint16_t)(here - start);
	look_up(token, lexicon, damage, text, &key);
	return (const char *)here;
}

static const char *
scan_number(DdToken *token, const char *at, const char *end)
{
	const char *start = at;
	uint64_t value = 0;
	while (at < end && *at >= '0' && *at <= '9' && (size_t)(at - start) < MAX_TOKEN_BYTES) {
		value = MIN(value * 10 + (uint64_t)(*at - '0'), UINT32_MAX);
		at++;
	}
	token->kind = DD_TOKEN_NUMBER;
	token->len = (uint16_t)(at - start);
	token->value = (uint32_t)value;
	return at;
}

static void
scan_sign(DdToken *token, const DdLexicon *lexicon, gunichar c, unsigned len)
{
	token->kind = DD_TOKEN_SIGN;
	token->len = (uint16_t)len;
	token->value = is_dash(c) ? '-' : c;
	if (token->value < 0x80) {
		DdWordKey key = dd_word_key_start();
		dd_word_key_add(&key, (uint8_t)token->value, (char)token->value);
		token->fold = dd_lexicon_find_fold(lexicon, key.fold);
		dd_word_key_finish(&key, 0);
		token->word = dd_lexicon_find(lexicon, key.exact);
	}
}

void
dd_tokens_scan(DdTokens *tokens, const DdLexicon *lexicon, DdDamage damage, const char *text, size_t start, size_t end)
{
	const char *at = text + start, *stop = text + end;
	uint8_t before = DD_TOKEN_SPACE;
	tokens->n = 0;
	tokens->text = text;
	tokens->damage = damage;
	while (at < stop && tokens->n < DD_MAX_PARAGRAPH_TOKENS) {
		unsigned char first = (unsigned char)*at;
		if (first <= ' ') {
			before |= DD_TOKEN_SPACE;
			if (first == '\n')
				before |= DD_TOKEN_LINE;
			else if (first == '\t')
				before |= DD_TOKEN_TAB;
			at++;
			continue;
		}
		DdToken *token = add(tokens);
		*token = (DdToken){.start = (uint32_t)(at - text), .flags = before};
		before = 0;
		if (first >= '0' && first <= '9') {
			at = scan_number(token, at, stop);
			continue;
		}
		const char *behind = scan_word(token, lexicon, damage, text, at, stop);
		if (behind == at) {
			gunichar c;
			unsigned len = dd_utf8_next(at, stop, &c);
			scan_sign(token, lexicon, c, len);
			behind = at + len;
		}
		at = behind;
	}
	(void)add(tokens);
	tokens->n--;
	tokens->items[tokens->n] = (DdToken){.start = (uint32_t)(at - text), .kind = DD_TOKEN_SIGN, .flags = before};
}

void
dd_tokens_clear(DdTokens *tokens)
{
	g_free(tokens->items);
	*tokens = (DdTokens){0};
}

uint32_t
dd_token_end(const DdTokens *tokens, size_t i)
{
	return tokens->items[i].start + tokens->items[i].len;
}

bool
dd_token_is_sign(const DdTokens *tokens, size_t i, uint32_t value)
{
	return i < tokens->n && tokens->items[i].kind == DD_TOKEN_SIGN && tokens->items[i].value == value;
}

bool
dd_token_is_cap(const DdTokens *tokens, size_t i)
{
	return i < tokens->n && (tokens->items[i].flags & DD_TOKEN_CAP) != 0;
}

#define SAMPLES 16u
#define SAMPLE_BYTES 4096u
#define WORDS_NEEDED 20u

typedef struct {
	unsigned words, valid, marked;
} Evidence;

/* Counts lower-case words of two letters and more: capitals are names, heads and abbreviations. */
static void
gather(Evidence *evidence, const char *text, size_t start, size_t end)
{
	const char *at = text + start, *stop = text + end;
	while (at < stop) {
		gunichar c = 0;
		const char *word = at;
		bool plain = true, marked = false;
		unsigned letters = 0, len = 1;
		while (at < stop && (len = dd_utf8_next(at, stop, &c)) != 0) {
			DdLetter letter = dd_letter_of(c);
			bool glued = letters > 0 && c < 0x80 && g_ascii_isdigit((char)c);
			if (letter.base == 0 && !glued)
				break;
			plain = plain && !letter.upper;
			marked = marked || c >= 0x80;
			letters++;
			at += len;
		}
		if (letters >= 2 && plain) {
			evidence->words++;
			evidence->marked += marked;
			evidence->valid += dd_syllable_is_valid(word, (size_t)(at - word));
		}
		if (letters == 0)
			at += len;
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
