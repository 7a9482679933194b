/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-words.h: a text as the words it is found by; what is kept and what is asked for go through here, both engines see only this */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "maxima.h"

G_BEGIN_DECLS

/* A letter is at most four bytes of UTF-8; behind them the tone and a NUL */
#define DD_SEARCH_WORD_BYTES (DD_MAX_SEARCH_WORD * 4 + 2)

/* Goes over a text word by word; begins as {.text = …, .len = …}, the rest 0. bare and marked are as below, of the last word that was found */
typedef struct {
	const char *text; /* lent; @len bytes of valid UTF-8 */
	size_t len, at;
	size_t start, end; /* of the word, in bytes of the text */
	char bare[DD_SEARCH_WORD_BYTES], marked[DD_SEARCH_WORD_BYTES];
	size_t n_bare, n_marked; /* bytes, with the NUL */
	bool has_marks;
} DdSearchScan;

/* Returns: FALSE when there is no further word */
bool
dd_search_scan_next(DdSearchScan *self);

/* A word: small letters and digits of at most DD_MAX_SEARCH_WORD, NFC */
typedef struct {
	uint32_t start, end;   /* bytes of the text */
	uint32_t bare, marked; /* offsets in letters */
	bool has_marks;
} DdSearchWord;

typedef struct {
	GArray *words;    /* DdSearchWord, in their order */
	GString *letters; /* "chuyen" (without marks, d for đ) and "chuyên3" (tone behind the word) of each, each with a NUL behind */
} DdSearchWords;

/* Returns: the words of @len bytes of valid UTF-8, to be cleared; at most @max of them */
DdSearchWords
dd_search_words_scan(const char *text, size_t len, size_t max);
void
dd_search_words_clear(DdSearchWords *self);

static inline const DdSearchWord *
dd_search_words_get(const DdSearchWords *self, size_t i)
{
	return &g_array_index(self->words, DdSearchWord, i);
}

static inline const char *
dd_search_words_get_bare(const DdSearchWords *self, size_t i)
{
	return self->letters->str + dd_search_words_get(self, i)->bare;
}

static inline const char *
dd_search_words_get_marked(const DdSearchWords *self, size_t i)
{
	return self->letters->str + dd_search_words_get(self, i)->marked;
}

/* Returns: TRUE when the word is of a to z alone: the vocabulary, in which near words are looked for, has such words only */
bool
dd_search_words_is_plain(const char *bare);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdSearchWords, dd_search_words_clear)

G_END_DECLS
