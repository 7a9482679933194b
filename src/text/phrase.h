/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phrase.h: tables of fixed phrases ("đơn vị chủ trì") matched against tokens.
 * A phrase is found on its bare letters and accepted by its marks: in clean text all words must have their marks (one in
 * a phrase of three words or more may miss), in lightly damaged text one may miss, in heavily damaged text marks do not count.
 */
#pragma once

#include <stdbool.h>

#include "token.h"

G_BEGIN_DECLS

#define DD_PHRASE_HINT(fold) (UINT64_C(1) << ((fold)&63u))

/* One row of a grammar's table: words and signs with blanks between or not, and what they mean to the grammar */
typedef struct {
	const char *text;
	int value; /* 0 or more */
} DdPhrase;

/* A first word. Most words of a text begin some phrase, few go on as one: the hints are at hand without its node. */
typedef struct {
	uint64_t hints; /* of the words that may come second; all of them when the word is a phrase by itself; 0: no phrase */
	uint64_t values; /* of all phrases that begin with it, one bit each; all when one is over 63 */
	uint16_t node;
} DdPhraseRoot;

/* Only phrase.c and the functions below look into it. */
typedef struct {
	/* for the first look at each word of a text, which nearly all words fail and which must cost next to nothing */
	const uint16_t *all_root_of; /* what @root_of holds when all is there */
	DdPhraseRoot *roots;         /* [0] for words that begin no phrase */
	uint32_t n_folds;
	uint16_t n_rows, n_roots;
	struct DdPhraseRow *rows;
	uint16_t *words;            /* of all rows, one behind the other */
	struct DdPhraseNode *nodes; /* [0] unused */
	uint32_t n_words, words_room, n_nodes, nodes_room;
	GArray *root_of; /* uint16_t: index of the root by bare word, grown as needed */
} DdPhrases;

/* Compiles @n rows, no two of them spelled alike, adding their words to @lexicon. Returns: (transfer full) */
DdPhrases *
dd_phrases_new(DdLexicon *lexicon, const DdPhrase *rows, size_t n) G_GNUC_WARN_UNUSED_RESULT;
void
dd_phrases_free(DdPhrases *self);
/* Returns: what the first word tells when the second may go on from it, NULL when surely no phrase begins at token @at */
static inline const DdPhraseRoot *
dd_phrases_root_at(const DdPhrases *self, const DdTokens *tokens, size_t at)
{
	if (at >= tokens->n)
		return NULL;
	const DdToken *token = &tokens->items[at]; /* behind the last one stands another of fold 0 */
	const DdPhraseRoot *root =
		&self->roots[token->fold < self->n_folds ? self->all_root_of[token->fold] : 0];
	return (root->hints & DD_PHRASE_HINT(token[1].fold)) != 0 ? root : NULL;
}

/* dd_phrases_match behind its first look: the first words lead to @node */
int
dd_phrases_match_from(
	const DdPhrases *self, const DdTokens *tokens, size_t at, uint16_t node, size_t *len_out);
/*
 * Finds the longest phrase that begins at token @at.
 * Returns: its value and in @len_out (may be NULL) the number of tokens; -1 when none begins here
 */
static inline int
dd_phrases_match(const DdPhrases *self, const DdTokens *tokens, size_t at, size_t *len_out)
{
	const DdPhraseRoot *root = dd_phrases_root_at(self, tokens, at);
	return root != NULL ? dd_phrases_match_from(self, tokens, at, root->node, len_out) : -1;
}

/*
 * For a look at each word of a text. Returns: the first of the tokens [@at, @to) where a phrase with one of @values, one bit
 * each, may begin; @to when surely none does
 */
static inline size_t
dd_phrases_next(const DdPhrases *self, const DdTokens *tokens, size_t at, size_t to, uint64_t values)
{
	const DdToken *items = tokens->items;
	const DdPhraseRoot *roots = self->roots;
	const uint16_t *root_of = self->all_root_of;
	uint32_t n_folds = self->n_folds;
	for (; at < to; at++) {
		unsigned i = items[at].fold < n_folds ? root_of[items[at].fold] : 0;
		if (i != 0 && (roots[i].hints & DD_PHRASE_HINT(items[at + 1].fold)) != 0 &&
			(roots[i].values & values) != 0)
			break;
	}
	return at;
}

/* Returns: the values, one bit each, of which a phrase may begin in [@from, @to) */
static inline uint64_t
dd_phrases_values(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to)
{
	uint64_t values = 0;
	for (size_t i = from; (i = dd_phrases_next(self, tokens, i, to, ~values)) < to; i++)
		values |= dd_phrases_root_at(self, tokens, i)->values;
	return values;
}

/* Returns: TRUE when a phrase of @value stands in [@from, @to) */
bool
dd_phrases_has(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to, int value);

/*
 * Finds the first phrase in [@from, @to). Returns: its value, its place in @at_out and @len_out (may be NULL); -1 none
 */
int
dd_phrases_search(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to,
	size_t *at_out, size_t *len_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdPhrases, dd_phrases_free)

G_END_DECLS
