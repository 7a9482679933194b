/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "token.h"

#include <string.h>

#include "glued.h"
#include "letter.h"
#include "maxima.h"
#include "memo.h"
#include "syllable.h"
#include "window.h"

#define MAX_TOKEN_BYTES 1000u
#define STEP_BYTES 1024u /* within which a token is looked for step by step */

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
mend(const unsigned char *at, const unsigned char *end, unsigned letters, DdLetter *letter,
	unsigned *len)
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
look_up(DdToken *token, const DdLexicon *lexicon, DdDamage damage, const char *text,
	const DdWordKey *key)
{
	token->word = dd_lexicon_find(lexicon, key->exact);
	token->fold = token->word != 0 ? dd_lexicon_get_fold(lexicon, token->word)
				       : dd_lexicon_find_fold(lexicon, key->fold);
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
read_letters(Letters *letters, const unsigned char *at, const unsigned char *stop,
	const unsigned char *end)
{
	bool small = false; /* the letter before is a small one: a capital behind it begins a glued word ("SởNông") */
	unsigned capitals = 0; /* but "UBôND" is one word, mistaken */
	const unsigned char *first = at;
	while (at < stop) {
		unsigned len = 1;
		DdLetter letter = *at < 0x80 ? dd_letters_ascii[*at] : dd_letter_at(at, end, &len);
		/* "quý lII": a small L in front of capital I's is one of them */
		bool roman = small && *at == 'I' && at == first + 1 && *first == 'l';
		if (letter.base == 0 || (small && letter.upper && capitals <= 1 && !roman))
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
read_broken_letters(Letters *letters, const unsigned char *at, const unsigned char *stop,
	const unsigned char *end)
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
scan_word(DdToken *token, const DdLexicon *lexicon, DdDamage damage, const char *text,
	const char *at, const char *end)
{
	const unsigned char *start = (const unsigned char *)at, *stop = (const unsigned char *)end,
			    *here;
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
	if ((*start < 0x80 ? dd_letters_ascii[*start]
			   : dd_letter_at(start, (const unsigned char *)end, &len))
			.upper)
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

/*
 * Returns: (transfer none) what the word or the ASCII sign at @at makes but for its place, in @len_out its bytes; NULL when
 * the memo does not know it. The bytes are counted: they need not wait until the memo tells them.
 */
static inline const DdToken *
find_known(const DdWordMemo *memo, const char *text, const char *at, const char *end, unsigned *len_out)
{
	DdWindow window;
	/* most signs and all digits lie under the letters: those need no window */
	unsigned n = (unsigned char)*at < 'A' ? 0 : dd_window_read(&window, text, at, end);
	if (n == 0) {
		*len_out = 1;
		return (unsigned char)*at < 0x80 ? dd_word_memo_get_sign(memo, (uint8_t)*at) : NULL;
	}
	*len_out = n;
	return dd_word_memo_get(memo, window.low, window.high);
}

/* Returns: TRUE when what @token stands for will not change: a grammar may still add an unknown word to the lexicon */
static bool
may_keep(const DdTokens *tokens, const DdToken *token)
{
	return tokens->damage != DD_DAMAGE_HEAVY && tokens->memo != NULL &&
	       (!tokens->growing || token->word != 0);
}

/* Keeps for the next time what the bytes of the word @token alone make of it */
static void
keep_word(const DdTokens *tokens, const DdToken *token, const char *at, const char *end)
{
	const uint8_t own = DD_TOKEN_CAP | DD_TOKEN_UPPER | DD_TOKEN_MARKED;
	DdWindow window;
	if (!may_keep(tokens, token) || dd_window_read(&window, tokens->text, at, end) != token->len)
		return;
	DdKnownWord *known = dd_word_memo_place(tokens->memo, window.low, window.high);
	*known = (DdKnownWord){window.low, window.high, *token};
	known->token.start = 0;
	known->token.flags &= own;
}

/* Is the word unknown, with a mark or a code before a small word, so that it may be two that lost the blank between them? */
static bool
may_be_glued(const DdTokens *tokens, const DdToken *token)
{
	return token->word == 0 && token->fold == 0 && (token->flags & DD_TOKEN_MARKED) &&
	       tokens->damage != DD_DAMAGE_HEAVY && !tokens->growing;
}

/* The second of two glued words stands as if a blank parted them: @gap_out. Returns: as scan_word */
G_GNUC_NO_INLINE static const char *
scan_new_word(DdToken *token, DdTokens *tokens, const DdLexicon *lexicon, const char *at,
	const char *end, uint8_t *gap_out)
{
	unsigned len;
	const char *behind = scan_word(token, lexicon, tokens->damage, tokens->text, at, end);
	if (behind == at)
		return at;
	if (may_be_glued(tokens, token)) {
		size_t first = dd_glued_split(
			lexicon, at, token->len, tokens->damage == DD_DAMAGE_NONE ? 1 : 2);
		if (first > 0) {
			token->flags &= (uint8_t)~DD_TOKEN_MARKED;
			behind = scan_word(
				token, lexicon, tokens->damage, tokens->text, at, at + first);
		}
	}
	if (behind < end &&
		dd_letter_at((const unsigned char *)behind, (const unsigned char *)end, &len).base !=
			0) {
		*gap_out = DD_TOKEN_SPACE;
		tokens->glued = true;
	}
	keep_word(tokens, token, at, end);
	return behind;
}

static const char *
scan_number(DdToken *token, const char *at, const char *end)
{
	const char *start = at;
	uint64_t value = 0;
	if (end - start > (ptrdiff_t)MAX_TOKEN_BYTES)
		end = start + MAX_TOKEN_BYTES;
	for (; at < end && g_ascii_isdigit(*at); at++)
		value = MIN(value * 10 + (uint64_t)(*at - '0'), UINT32_MAX);
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

/* A sign that is no ASCII, or one that the memo does not know. Returns: where it ends */
G_GNUC_NO_INLINE static const char *
scan_sign(DdToken *token, const DdTokens *tokens, const DdLexicon *lexicon, const char *at,
	const char *end)
{
	gunichar c;
	unsigned len = dd_utf8_next(at, end, &c);
	token->kind = DD_TOKEN_SIGN;
	token->len = (uint16_t)len;
	token->value = is_dash(c) ? '-' : c;
	if (token->value >= 0x80)
		return at + len;
	uint8_t sign = (uint8_t)token->value;
	look_up_sign(token, lexicon, sign);
	if (may_keep(tokens, token)) /* under its ASCII code, which is one byte */
		*dd_word_memo_place_sign(tokens->memo, sign) = (DdKnownWord){
			.low = sign,
			.token = {.len = 1,
				.word = token->word,
				.fold = token->fold,
				.kind = DD_TOKEN_SIGN,
				.value = sign},
		};
	return at + len;
}

/*
 * Returns: where the number, the sign or the word that no memo knows ends at whose begin @at stands; @gap_out: see above.
 * Neither this is inlined, so that the loop over known words has all registers for itself, nor what it calls but for numbers,
 * which are most of it and need few.
 */
G_GNUC_NO_INLINE static const char *
scan_other(DdToken *token, DdTokens *tokens, const DdLexicon *lexicon, const char *at,
	const char *end, uint8_t *gap_out)
{
	unsigned char first = (unsigned char)*at;
	if (first >= '0' && first <= '9')
		return scan_number(token, at, end);
	if (first >= 0x80 || dd_letters_ascii[first].base != 0) {
		const char *behind = scan_new_word(token, tokens, lexicon, at, end, gap_out);
		if (behind > at)
			return behind;
	}
	return scan_sign(token, tokens, lexicon, at, end);
}

static inline bool
is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* Returns: the flags for the blank @c before a token */
static inline uint8_t
flags_of_blank(char c)
{
	static const uint8_t more[' ' + 1] = {['\n'] = DD_TOKEN_LINE, ['\t'] = DD_TOKEN_TAB};
	return DD_TOKEN_SPACE | more[(unsigned char)c];
}

void
dd_tokens_scan(DdTokens *tokens, const DdLexicon *lexicon, DdDamage damage, const char *text,
	size_t start, size_t end)
{
	const char *at = text + start, *stop = text + end;
	uint8_t before = DD_TOKEN_SPACE;
	reserve(tokens, end - start);
	tokens->text = text;
	tokens->damage = damage;
	tokens->glued = false;
	DdToken *token = tokens->items, *last = token + DD_MAX_PARAGRAPH_TOKENS;
	/*
	 * A store into a token may be one into @tokens for all that the compiler knows: nothing is read from there in the loop.
	 * In a bad scan a word may go on behind its letters, in digits and strokes: what the memo knows by letters does not count.
	 */
	const DdWordMemo *memo = damage != DD_DAMAGE_HEAVY ? tokens->memo : NULL;
	while (at < stop) {
		if (is_blank(*at)) {
			before |= flags_of_blank(*at++);
			continue;
		}
		if (token == last)
			break;
		unsigned len = 0;
		const DdToken *known = memo != NULL ? find_known(memo, text, at, stop, &len) : NULL;
		const uint32_t place = (uint32_t)(at - text);
		if (known != NULL) {
			*token = *known;
			token->start = place;
			token->flags |= before;
			at += len;
			before = 0;
		} else {
			uint8_t gap = 0;
			*token = (DdToken){.start = place, .flags = before};
			at = scan_other(token, tokens, lexicon, at, stop, &gap);
			before = gap;
		}
		token++;
	}
	tokens->n = (size_t)(token - tokens->items);
	tokens->items[tokens->n] = (DdToken){
		.start = (uint32_t)(at - text), .kind = DD_TOKEN_SIGN, .flags = before};
	tokens->n_all = tokens->n;
	tokens->density = tokens->n * STEP_BYTES / (end - start + 1);
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
		flags |= (uint8_t)(DD_TOKEN_SPACE | (c == '\n'          ? DD_TOKEN_LINE
							    : c == '\t' ? DD_TOKEN_TAB
									: 0));
	}
	return flags;
}

static size_t
find_far_token(const DdTokens *tokens, size_t at)
{
	size_t low = 0, high = tokens->n_all;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tokens->all[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Returns: the first of all tokens that starts at @at or behind. Mostly it is near token @near: then a few steps from where
 * it should be by its distance are taken faster than halves, each of which the processor has to guess.
 */
static size_t
find_token(const DdTokens *tokens, size_t at, size_t near)
{
	const DdToken *all = tokens->all;
	size_t n = tokens->n_all, there = all[near].start;
	if (at >= there && at - there < STEP_BYTES)
		near = MIN(near + (at - there) * tokens->density / STEP_BYTES, n);
	else if (at < there && there - at < STEP_BYTES)
		near -= MIN(near, (there - at) * tokens->density / STEP_BYTES);
	else
		near = find_far_token(tokens, at);
	while (near > 0 && all[near - 1].start >= at)
		near--;
	while (near < n && all[near].start < at)
		near++;
	return near;
}

bool
dd_tokens_narrow(DdTokens *tokens, const char *text, size_t start, size_t end)
{
	if (text != tokens->text || start < tokens->all_start || end > tokens->all_end || start >= end)
		return false;
	size_t near = (size_t)(tokens->items - tokens->all) + tokens->n; /* mostly it goes on there */
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
	item->flags = (uint8_t)((item->flags & ~spaces) | DD_TOKEN_SPACE |
				space_flags(tokens, start, MIN(item->start, end)));
	uint8_t flags = (uint8_t)((to > from ? 0 : DD_TOKEN_SPACE) | space_flags(tokens, tail, end));
	tokens->items[tokens->n] = (DdToken){
		.start = (uint32_t)end, .kind = DD_TOKEN_SIGN, .flags = flags};
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
dd_token_is_cap(const DdTokens *tokens, size_t i)
{
	return i < tokens->n && (tokens->items[i].flags & DD_TOKEN_CAP) != 0;
}

bool
dd_token_is_text(const DdTokens *tokens, size_t i, const char *text)
{
	size_t len = strlen(text);
	return i < tokens->n && tokens->items[i].len == len &&
	       memcmp(tokens->text + tokens->items[i].start, text, len) == 0;
}

bool
dd_token_is_text_nocase(const DdTokens *tokens, size_t i, const char *text)
{
	size_t len = strlen(text);
	return i < tokens->n && tokens->items[i].len == len &&
	       g_ascii_strncasecmp(tokens->text + tokens->items[i].start, text, len) == 0;
}
