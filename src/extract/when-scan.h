/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-scan.h: a stretch as words and numbers of expressions of time (private to the grammar of time) */
#pragma once

#include "when-words.h"
#include "when.h"

G_BEGIN_DECLS

struct _DdTimeGrammar {
	uint8_t *by_word, *by_fold; /* DdWord */
	size_t n_words, n_folds;
	char bare[DD_W_LAST][12]; /* bare letters of the first spelling */
};

/* A stretch being read */
typedef struct {
	const DdTimeGrammar *grammar;
	const DdTokens *tokens;
	size_t to;
	int year; /* of the plan, 0 unknown */
	bool bare; /* words without their marks count: damaged text, or a cell where little can go wrong */
	bool broken; /* nearly right words and digits count too */
	bool cued; /* "30/6" is a day: a word like "trước" stands before it, or a cell holds nothing else */
} DdTimeScan;

DdTimeScan
dd_time_scan_make(
	const DdTimeGrammar *grammar, const DdTokens *tokens, size_t to, int year, bool value);
/* Returns: the word that @token is without its marks, where such words count; else DD_W_NONE */
DdWord
dd_time_bare_word(const DdTimeScan *scan, const DdToken *token);

/* Returns: the word at @i, DD_W_NONE when unknown or behind the end. Asked of all words of a text: most are none. */
static inline DdWord
dd_time_word(const DdTimeScan *scan, size_t i)
{
	if (i >= scan->to)
		return DD_W_NONE;
	const DdToken *token = &scan->tokens->items[i];
	uint8_t known = token->word < scan->grammar->n_words ? scan->grammar->by_word[token->word]
							     : DD_W_NONE;
	return known != DD_W_NONE || !(scan->bare || scan->broken) ? (DdWord)known
								   : dd_time_bare_word(scan, token);
}

/* Returns: TRUE when token @i of damaged text, which is not @word as such, is it nearly */
bool
dd_time_is_nearly(const DdTimeScan *scan, size_t i, DdWord word);

/* Returns: TRUE when token @i is @word, in damaged text nearly */
static inline bool
dd_time_is(const DdTimeScan *scan, size_t i, DdWord word)
{
	return dd_time_word(scan, i) == word || (scan->broken && dd_time_is_nearly(scan, i, word));
}

/* Returns: tokens of @word at @i torn by a digit that was a letter ("Tru6c"); 0 when it is not there */
size_t
dd_time_torn(const DdTimeScan *scan, size_t i, DdWord word);

/* Returns: TRUE when token @i, inside the stretch, is the sign */
static inline bool
dd_time_sign(const DdTimeScan *scan, size_t i, uint32_t sign)
{
	return i < scan->to && scan->tokens->items[i].kind == DD_TOKEN_SIGN &&
	       scan->tokens->items[i].value == sign;
}

/* Reads a number of at most four digits, mistaken digits mended in damaged text. Returns: it, -1 none */
int
dd_time_number(const DdTimeScan *scan, size_t i, size_t *len_out);
/* Reads 1 to 4 or I to IV. Returns: it, -1 none */
int
dd_time_quarter(const DdTimeScan *scan, size_t i, size_t *len_out);
/* Returns: (transfer none, in the arena) tokens [@from, @to) as written, white space folded, no sign at the ends */
const char *
dd_time_quote(const DdTokens *tokens, size_t from, size_t to, DdArena *arena);

G_END_DECLS
