/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose-capitals.h"

#include <stdbool.h>
#include <string.h>

#include "compose.h"
#include "encoding.h"
#include "letter.h"

#define SPELLED_LETTERS 3u /* of a word in capitals, at least, that is no abbreviation */
#define NAME_WORDS 2u      /* with a capital of their own, at least, beside one that lost it */
#define MARK_BYTES 16u     /* of what numbers a line, at most */

typedef struct {
	size_t capitals;
	size_t inside; /* capitals behind another letter */
	size_t small;  /* ASCII only: the others may be capitals without a code */
	size_t marked; /* small marked letters */
	bool toned;    /* it begins with a small vowel with a tone, whose capital has no code */
} Count;

/* What the words of a stretch were */
typedef struct {
	size_t openers; /* "Sở": a capital, then marked letters alone */
	size_t spelled; /* "DRÔNG": in capitals and no abbreviation */
	size_t capital; /* begin with a capital */
	size_t toned;   /* may have begun with one */
	size_t small;   /* began with none */
} Words;

static void
raise_letters(char *text, size_t start, size_t end)
{
	for (char *at = text + start; at < text + end;) {
		gunichar c;
		unsigned n = dd_utf8_next(at, text + end, &c);
		DdLetter letter = c >= 0x80 ? dd_letter_of(c) : (DdLetter){0};
		gunichar raised = 0;
		if (letter.base == DD_BASE_D_BAR)
			raised = 0x0110;
		else if (letter.base != 0 && dd_compose_letter(letter.base, letter.tone, false) == c)
			raised = dd_compose_letter(letter.base, letter.tone, true);
		char bytes[4];
		if (raised != 0 && dd_utf8_encode(raised, bytes) == n) {
			for (unsigned i = 0; i < n; i++)
				at[i] = bytes[i];
		}
		at += n;
	}
}

static bool
is_toned(gunichar c, DdLetter letter)
{
	return c >= 0x80 && letter.tone != 0 && !letter.upper;
}

static void
count_letter(Count *count, gunichar c, DdLetter letter)
{
	bool first = count->capitals + count->small + count->marked == 0;
	count->toned = first ? is_toned(c, letter) : count->toned;
	count->inside += letter.upper && !first;
	count->capitals += letter.upper;
	count->small += c < 0x80 && !letter.upper;
	count->marked += c >= 0x80 && !letter.upper;
}

/* Is the word, all in capitals, spelled as syllables are ("DRÔNG"), and no abbreviation ("UBND", "GDĐT", "TAND")? */
static bool
is_spelled(const char *at, const char *end)
{
	static const char *const finals[] = {
		"", "c", "k", "l", "m", "n", "p", "r", "t", "ch", "ng", "nh"};
	char final[3] = "";
	size_t letters = 0, vowels = 0, behind = 0;
	for (gunichar c; at < end; letters++) {
		at += dd_utf8_next(at, end, &c);
		char fold = dd_letter_of(c).fold;
		if (fold == '\0' || (vowels > 0 && behind == sizeof(final) - 1))
			return false;
		if (strchr("aeiouy", fold) != NULL) {
			if (behind > 0)
				return false;
			vowels++;
		} else if (vowels > 0) {
			final[behind++] = fold;
		}
	}
	bool known = false;
	for (size_t i = 0; i < G_N_ELEMENTS(finals); i++)
		known = known || strcmp(final, finals[i]) == 0;
	return known && letters >= SPELLED_LETTERS && vowels > 0 && letters - vowels - behind > 0;
}

static void
count_word(Words *words, const Count *word, const char *at, const char *end)
{
	if (word->capitals + word->small + word->marked == 0)
		return;
	words->openers += word->small == 0 && word->capitals == 1 && word->marked > 0;
	words->spelled += word->small + word->marked == 0 && is_spelled(at, end);
	words->toned += word->toned;
	words->capital += !word->toned && word->capitals > word->inside;
	words->small += !word->toned && word->capitals == word->inside;
}

/* "Nguyễn Thị ánh": among words that all have their capital, one that cannot have it had it. */
static void
raise_openings(char *text, size_t start, size_t end)
{
	bool inside = false;
	for (size_t at = start; at < end;) {
		gunichar c;
		unsigned n = dd_utf8_next(text + at, text + end, &c);
		DdLetter letter = dd_letter_of(c);
		if (!inside && is_toned(c, letter))
			raise_letters(text, at, at + n);
		inside = letter.base != 0;
		at += n;
	}
}

/*
 * A stretch is what stands between line ends, tabs and wide gaps. It is in capitals when no ASCII
 * letter is small and there is proof: a word such as "HOạCH" or "ủY", or two such as "Sở Tế"; one
 * alone may be the "Sở" of "Sở KH", but not beside a word spelled out: "Xã IA DRÔNG".
 */
static size_t
raise_stretch(char *text, size_t start, size_t len)
{
	size_t at = start, word = start;
	Count all = {0}, now = {0};
	Words words = {0};
	bool proof = false;
	for (;;) {
		gunichar c = '\n';
		unsigned n = at < len ? dd_utf8_next(text + at, text + len, &c) : 0;
		DdLetter letter = dd_letter_of(c);
		if (letter.base != 0) {
			count_letter(&now, c, letter);
			count_letter(&all, c, letter);
			at += n;
			continue;
		}
		if (now.small == 0 && now.inside > 0 && now.marked > 0) {
			proof = true;
			raise_letters(text, word, at);
		}
		count_word(&words, &now, text + word, text + at);
		now = (Count){0};
		at += n;
		word = at;
		if (c == '\n' || c == '\t' || (c == ' ' && at < len && text[at] == ' '))
			break;
	}
	if (all.small == 0 && all.marked > 0 &&
		(proof || words.openers >= 2 || (words.openers == 1 && words.spelled > 0)))
		raise_letters(text, start, at);
	else if (words.small == 0 && words.toned > 0 && words.capital >= NAME_WORDS)
		raise_openings(text, start, at);
	return at;
}

/*
 * Does a sentence or an item begin behind the @n bytes at @line and a blank: behind ". ", or behind what numbers the
 * line ("5. ", "b) ", "- ")? Asked at many words of a line, it must not go over all of the line each time.
 */
static bool
begins_sentence(const char *line, size_t n)
{
	if (n == 0)
		return false; /* a line may be broken anywhere */
	char last = line[n - 1];
	if (last == '.')
		return true;
	bool item = (last == ')' && n <= 3) || ((last == '-' || last == '+') && n <= MARK_BYTES);
	return item && memchr(line, ' ', n) == NULL;
}

/* "ủy ban" is written with a capital wherever it stands, and so is what begins a sentence. */
static void
raise_first_words(char *text, size_t len)
{
	static const char board[] = "ủy ban";
	bool inside = false;
	size_t line = 0,
	       end = 0; /* where the line begins behind its blanks, and where what stands before @at ends */
	for (size_t at = 0; at < len;) {
		gunichar c = (unsigned char)text[at];
		unsigned n = c < 0x80 ? 1 : dd_utf8_next(text + at, text + len, &c);
		DdLetter letter = c >= 0x80 ? dd_letter_of(c) : (DdLetter){0};
		if (!inside && is_toned(c, letter) &&
			((len - at >= strlen(board) && memcmp(text + at, board, strlen(board)) == 0) ||
				(end < at && begins_sentence(text + line, end - line))))
			raise_letters(text, at, at + n);
		inside = g_ascii_isalpha((char)text[at]) || letter.base != 0;
		line = c == '\n' || (c == ' ' && at == line) ? at + n : line;
		at += n;
		end = c == ' ' ? MAX(end, line) : at;
	}
}

void
dd_compose_raise_capitals(char *text, size_t len)
{
	for (size_t at = 0; at < len;)
		at = raise_stretch(text, at, len);
	raise_first_words(text, len);
}
