/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "token.h"

#include <string.h>

#include "letter.h"
#include "maxima.h"
#include "syllable.h"
#include "window.h"

#define MAX_TOKEN_BYTES 1000u

static bool
is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x00AD || c == 0x2043;
}

/* Makes room for all tokens that @len bytes may hold */
static void
reserve(DdTokens *tokens, size_t len)
{
	size_t need = MIN(len, DD_MAX_PARAGRAPH_TOKENS) + 1;
	if (need > tokens->capacity) {
		tokens->capacity = MAX(256, need + need / 2);
		g_free(tokens->all);
		tokens->all = g_new(DdToken, tokens->capacity);
	}
	tokens->items = tokens->all;
	tokens->n = 0;
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
		*letter = dd_letter_at(at + *len, end, &next_len);
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

/* What the letters of a word add up to */
typedef struct {
	DdWordKey key;
	uint8_t tone;
	bool lower;      /* not all letters are capitals */
	unsigned marked; /* over 0x7f: some letter is not ASCII */
} Letters;

static inline void
add_letter(Letters *letters, DdLetter letter)
{
	dd_word_key_add(&letters->key, letter.base, letter.fold);
	letters->tone = letter.tone != 0 ? letter.tone : letters->tone;
	letters->lower |= !letter.upper;
}

/* Returns: where the letters at @at end */
static const unsigned char *
read_letters(Letters *letters, const unsigned char *at, const unsigned char *stop, const unsigned char *end)
{
	bool small = false; /* the letter before is a small one: a capital behind it begins a glued word ("SởNông") */
	unsigned capitals = 0; /* but "UBôND" is one word, mistaken */
	while (at < stop) {
		unsigned len = 1;
		DdLetter letter = *at < 0x80 ? dd_letters_ascii[*at] : dd_letter_at(at, end, &len);
		if (letter.base == 0 || (small && letter.upper && capitals <= 1))
			break;
		small = !letter.upper;
		capitals += letter.upper;
		add_letter(letters, letter);
		letters->marked |= *at;
		at += len;
	}
	return at;
}

static const unsigned char *
read_broken_letters(Letters *letters, const unsigned char *at, const unsigned char *stop, const unsigned char *end)
{
	for (unsigned n = 0; at < stop; n++) {
		unsigned len;
		DdLetter letter = dd_letter_at(at, end, &len);
		if (letter.base == 0 && (n == 0 || !mend(at, stop, n, &letter, &len)))
			break;
		add_letter(letters, letter);
		letters->marked |= len > 1 ? 0x80 : 0;
		at += len;
	}
	return at;
}

/* Reads the letters at @at. Returns: where they end; @at itself when no letter stands there */
static const char *
scan_word(DdToken *token, const DdLexicon *lexicon, DdDamage damage, const char *text, const char *at, const char *end)
{
	const unsigned char *start = (const unsigned char *)at, *stop = (const unsigned char *)end, *here;
	Letters letters = {.key = dd_word_key_start()};
	unsigned len;
	if (stop - start > (ptrdiff_t)MAX_TOKEN_BYTES)
		stop = start + MAX_TOKEN_BYTES;
	if (damage != DD_DAMAGE_HEAVY)
		here = read_letters(&letters, start, stop, (const unsigned char *)end);
	else
		here = read_broken_letters(&letters, start, stop, (const unsigned char *)end);
	if (here == start)
		return at;
	if ((*start < 0x80 ? dd_letters_ascii[*start] : dd_letter_at(start, (const unsigned char *)end, &len)).upper)
		token->flags |= DD_TOKEN_CAP;
	if (!letters.lower)
		token->flags |= DD_TOKEN_UPPER;
	if (letters.marked > 0x7f)
		token->flags |= DD_TOKEN_MARKED;
	dd_word_key_finish(&letters.key, letters.tone);
	token->kind = DD_TOKEN_WORD;
	token->len = (uint16_t)(here - start);
	look_up(token, lexicon, damage, text, &letters.key);
	return (const char *)here;
}

/* Keeps what the bytes of @token stand for, unless a grammar may still add it to the lexicon */
static void
keep(const DdTokens *tokens, DdKnownWord *known, DdWindow window, const DdToken *token, uint8_t flags)
{
	if (!tokens->growing || token->word != 0)
		*known = (DdKnownWord){window.low, window.high, token->word, token->fold, flags};
}

/* scan_word without a memo. The second of two glued words stands as if a blank parted them: @gap_out. Returns: as scan_word */
static const char *
scan_new_word(DdToken *token, DdTokens *tokens, const DdLexicon *lexicon, const char *at, const char *end,
	      uint8_t *gap_out)
{
	unsigned len;
	const char *behind = scan_word(token, lexicon, tokens->damage, tokens->text, at, end);
	if (behind > at && behind < end &&
	    dd_letter_at((const unsigned char *)behind, (const unsigned char *)end, &len).base != 0) {
		*gap_out = DD_TOKEN_SPACE;
		tokens->glued = true;
	}
	return behind;
}

/* The same with a memo: what its bytes alone make of a word is looked up once */
static const char *
scan_word_again(DdToken *token, DdTokens *tokens, const DdLexicon *lexicon, const char *at, const char *end,
		uint8_t *gap_out)
{
	DdWindow window;
	unsigned n = dd_window_read(&window, at, end);
	/* in a bad scan these may belong to the word */
	bool goes_on = tokens->damage == DD_DAMAGE_HEAVY && at + n < end && (at[n] == '\'' || g_ascii_isdigit(at[n]));
	if (n == 0 || goes_on)
		return scan_new_word(token, tokens, lexicon, at, end, gap_out);
	DdKnownWord *known = dd_word_memo_find(tokens->memo, window.low, window.high);
	if (known->low != window.low || known->high != window.high) {
		uint8_t before = token->flags;
		const char *behind = scan_new_word(token, tokens, lexicon, at, end, gap_out);
		if (behind == at + n)
			keep(tokens, known, window, token, token->flags & (uint8_t)~before);
		return behind;
	}
	token->kind = DD_TOKEN_WORD;
	token->len = (uint16_t)n;
	token->word = known->word;
	token->fold = known->fold;
	token->flags |= known->flags;
	return at + n;
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
look_up_sign(DdToken *token, const DdLexicon *lexicon, uint8_t sign)
{
	DdWordKey key = dd_word_key_start();
	dd_word_key_add(&key, sign, (char)sign);
	token->fold = dd_lexicon_find_fold(lexicon, key.fold);
	dd_word_key_finish(&key, 0);
	token->word = dd_lexicon_find(lexicon, key.exact);
}

/* Returns: where the sign at @at ends */
static const char *
scan_sign(DdToken *token, const DdTokens *tokens, const DdLexicon *lexicon, const char *at, const char *end)
{
	gunichar c = (unsigned char)*at;
	unsigned len = c < 0x80 ? 1 : dd_utf8_next(at, end, &c);
	token->kind = DD_TOKEN_SIGN;
	token->len = (uint16_t)len;
	token->value = is_dash(c) ? '-' : c;
	if (token->value >= 0x80)
		return at + len;
	uint8_t sign = (uint8_t)token->value;
	DdKnownWord *known = tokens->memo != NULL ? dd_word_memo_find_sign(tokens->memo, sign) : NULL;
	if (known != NULL && known->low == sign) {
		token->word = known->word;
		token->fold = known->fold;
		return at + len;
	}
	look_up_sign(token, lexicon, sign);
	if (known != NULL)
		keep(tokens, known, (DdWindow){.low = sign}, token, 0);
	return at + len;
}

static uint8_t
blank_flags(unsigned char blank)
{
	if (blank == '\n')
		return DD_TOKEN_SPACE | DD_TOKEN_LINE;
	return blank == '\t' ? DD_TOKEN_SPACE | DD_TOKEN_TAB : DD_TOKEN_SPACE;
}

void
dd_tokens_scan(DdTokens *tokens, const DdLexicon *lexicon, DdDamage damage, const char *text, size_t start, size_t end)
{
	const char *at = text + start, *stop = text + end;
	uint8_t before = DD_TOKEN_SPACE;
	reserve(tokens, end - start);
	tokens->text = text;
	tokens->damage = damage;
	tokens->glued = false;
	DdToken *token = tokens->items, *last = token + DD_MAX_PARAGRAPH_TOKENS;
	while (at < stop && token < last) {
		unsigned char first = (unsigned char)*at;
		if (first <= ' ') {
			before |= first == ' ' ? DD_TOKEN_SPACE : blank_flags(first);
			at++;
			continue;
		}
		*token = (DdToken){.start = (uint32_t)(at - text), .flags = before};
		before = 0;
		const char *behind;
		if (first >= '0' && first <= '9')
			behind = scan_number(token, at, stop);
		else if (first < 0x80 && dd_letters_ascii[first].base == 0)
			behind = scan_sign(token, tokens, lexicon, at, stop);
		else if (tokens->memo != NULL)
			behind = scan_word_again(token, tokens, lexicon, at, stop, &before);
		else
			behind = scan_new_word(token, tokens, lexicon, at, stop, &before);
		if (behind == at) /* no ASCII and no letter */
			behind = scan_sign(token, tokens, lexicon, at, stop);
		at = behind;
		token++;
	}
	tokens->n = (size_t)(token - tokens->items);
	tokens->items[tokens->n] = (DdToken){.start = (uint32_t)(at - text), .kind = DD_TOKEN_SIGN, .flags = before};
	tokens->n_all = tokens->n;
	tokens->all_start = (uint32_t)start;
	/* a digit in a bad scan is read by what stands around it, and a stretch cut short does not tell what follows */
	tokens->all_end = damage == DD_DAMAGE_HEAVY || at < stop ? tokens->all_start : (uint32_t)end;
}

/* Returns: the flags for the white space in [@start, @end) of the text */
static uint8_t
space_flags(const DdTokens *tokens, size_t start, size_t end)
{
	uint8_t flags = 0;
	for (size_t at = start; at < end; at++) {
		char c = tokens->text[at];
		flags |= (uint8_t)(DD_TOKEN_SPACE | (c == '\n' ? DD_TOKEN_LINE : c == '\t' ? DD_TOKEN_TAB : 0));
	}
	return flags;
}

/* Returns: the first of all tokens that starts at @at or behind; looked for from @near on, in growing steps */
static size_t
find_token(const DdTokens *tokens, size_t at, size_t near)
{
	size_t low = near > 0 && tokens->all[near - 1].start >= at ? 0 : near, step = 8;
	while (low + step < tokens->n_all && tokens->all[low + step].start < at) {
		low += step;
		step *= 2;
	}
	size_t high = MIN(low + step, tokens->n_all);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tokens->all[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
dd_tokens_narrow(DdTokens *tokens, const char *text, size_t start, size_t end)
{
	if (text != tokens->text || start < tokens->all_start || end > tokens->all_end || start >= end)
		return false;
	size_t near = (size_t)(tokens->items - tokens->all); /* mostly what is asked for lies there, or right behind */
	/* the ends of the part before are whole again */
	if (tokens->items != tokens->all || tokens->n != tokens->n_all) {
		tokens->items[tokens->n] = tokens->behind;
		tokens->items[0] = tokens->first;
		tokens->items = tokens->all;
		tokens->n = tokens->n_all;
	}
	size_t from = find_token(tokens, start, near), to = find_token(tokens, end, from);
	const uint8_t spaces = DD_TOKEN_SPACE | DD_TOKEN_LINE | DD_TOKEN_TAB;
	const DdToken *all = tokens->all;
	if ((from > 0 && all[from - 1].start + all[from - 1].len > start) ||
	    (to > from && all[to - 1].start + all[to - 1].len > end))
		return false;
	tokens->first = all[from];
	tokens->behind = all[to];
	tokens->items += from;
	tokens->n = to - from;
	size_t tail = to > from ? all[to - 1].start + all[to - 1].len : start;
	DdToken *item = &tokens->items[0];
	item->flags = (uint8_t)((item->flags & ~spaces) | DD_TOKEN_SPACE | space_flags(tokens, start, MIN(item->start, end)));
	uint8_t flags = (uint8_t)((to > from ? 0 : DD_TOKEN_SPACE) | space_flags(tokens, tail, end));
	tokens->items[tokens->n] = (DdToken){.start = (uint32_t)end, .kind = DD_TOKEN_SIGN, .flags = flags};
	return true;
}

void
dd_tokens_clear(DdTokens *tokens)
{
	g_free(tokens->all);
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
