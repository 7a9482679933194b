/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.h: a stretch of text as words: the tokens themselves, or what stands together in damaged text */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "misread.h"
#include "token.h"

G_BEGIN_DECLS

#define DD_MAX_ROOTS 12

/* A first word of phrases that a word may be */
typedef struct {
	uint32_t node;
	uint16_t cost;
	bool torn; /* with the word behind it */
} DdRoot;

/* What else is known of a word in damaged text */
typedef struct {
	uint32_t token; /* its first token */
	bool broken;    /* no known word and no syllable */
	uint8_t n_glyphs;
	DdGlyph glyphs[DD_MAX_GLYPHS];
	bool rooted; /* the roots below were looked for */
	uint8_t n_roots;
	DdRoot roots[DD_MAX_ROOTS];
} DdMisreadWord;

/*
 * A stretch of words. In clean text these are the tokens themselves; in damaged text a word is a run of letters, digits and
 * signs that stand together, with the flags of the first. What stands behind the last word must not be looked at.
 */
typedef struct {
	const DdTokens *tokens;
	size_t from; /* first token */
	const DdToken *items;
	size_t n;
	DdToken *runs;          /* damaged text: @items, owned */
	DdMisreadWord *misread; /* damaged text: of each item and one behind; else NULL */
} DdWords;

/* Fills @self, which must be empty, with the words of the tokens [@from, @to), at most @max of them */
void
dd_words_fill(DdWords *self, const DdTokens *tokens, size_t from, size_t to, size_t max);
/* Returns: the first token of word @i, for the word behind the last one the token behind */
size_t
dd_words_token(const DdWords *self, size_t i);
void
dd_words_clear(DdWords *self);
/* Returns: TRUE when word @i is the sign @value */
bool
dd_word_is_sign(const DdWords *self, size_t i, uint32_t value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdWords, dd_words_clear)

G_END_DECLS
