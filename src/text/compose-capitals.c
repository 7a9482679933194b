/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose-capitals.h"

#include <stdbool.h>

#include "compose.h"
#include "encoding.h"
#include "letter.h"

typedef struct {
	size_t capitals;
	size_t inside; /* capitals behind another letter */
	size_t small;  /* ASCII only: the others may be capitals without a code */
	size_t marked; /* small marked letters */
} Count;

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

static void
count_letter(Count *count, gunichar c, DdLetter letter)
{
	count->inside += letter.upper && count->capitals + count->small + count->marked > 0;
	count->capitals += letter.upper;
	count->small += c < 0x80 && !letter.upper;
	count->marked += c >= 0x80 && !letter.upper;
}

/*
 * A stretch is what stands between line ends, tabs and wide gaps. It is in capitals when no ASCII
 * letter is small and there is proof: a word such as "HOạCH" or "ủY", or two such as "Sở Tế"; one
 * alone may be the "Sở" of "Sở KH".
 */
static size_t
raise_stretch(char *text, size_t start, size_t len)
{
	size_t at = start, word = start;
	Count all = {0}, now = {0};
	bool proof = false;
	size_t openers = 0;
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
		openers += now.small == 0 && now.capitals == 1 && now.marked > 0;
		now = (Count){0};
		at += n;
		word = at;
		if (c == '\n' || c == '\t' || (c == ' ' && at < len && text[at] == ' '))
			break;
	}
	if (all.small == 0 && all.marked > 0 && (proof || openers >= 2))
		raise_letters(text, start, at);
	return at;
}

void
dd_compose_raise_capitals(char *text, size_t len)
{
	for (size_t at = 0; at < len;)
		at = raise_stretch(text, at, len);
}
