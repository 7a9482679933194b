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

/* One row of a grammar's table: words and signs with blanks between or not, and what they mean to the grammar */
typedef struct {
	const char *text;
	int value; /* 0 or more */
} DdPhrase;

typedef struct _DdPhrases DdPhrases;

/* Compiles @n rows, adding their words to @lexicon. Returns: (transfer full) */
DdPhrases *
dd_phrases_new(DdLexicon *lexicon, const DdPhrase *rows, size_t n) G_GNUC_WARN_UNUSED_RESULT;
void
dd_phrases_free(DdPhrases *self);
/*
 * Finds the longest phrase that begins at token @at.
 * Returns: its value and in @len_out (may be NULL) the number of tokens; -1 when none begins here
 */
int
dd_phrases_match(const DdPhrases *self, const DdTokens *tokens, size_t at, size_t *len_out);
/* Returns: FALSE when surely no phrase with one of @values, one bit each, begins at token @at (cheap) */
bool
dd_phrases_may_match(const DdPhrases *self, const DdTokens *tokens, size_t at, uint64_t values);
/*
 * Finds the first phrase in [@from, @to). Returns: its value, its place in @at_out and @len_out (may be NULL); -1 none
 */
int
dd_phrases_search(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to, size_t *at_out, size_t *len_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdPhrases, dd_phrases_free)

G_END_DECLS
