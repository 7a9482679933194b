/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lexicon.h: the words that grammars know, as small numbers, so that a grammar compares numbers and not letters.
 * A word has two numbers: one for the word with its marks (tone spelling made one: hoà = hòa), one for its bare letters.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _DdLexicon DdLexicon;

/* The two hashes of a word; hashes with the same upper 48 bits are taken as equal words */
typedef struct {
	uint64_t exact, fold;
} DdWordKey;

/* Words by their bytes (memo.h) */
typedef struct _DdWordMemo DdWordMemo;

/* What a lexicon holds, as plain tables: those of the catalogue are made when the program is built */
typedef struct {
	const uint64_t *exact, *fold; /* hash tables */
	const uint16_t *fold_of;      /* bare words by number of the word, the first 0 */
	const char *folds;            /* bare words from number 1, a NUL behind each */
	uint32_t exact_size, fold_size, n_words, n_folds, folds_size;
} DdLexiconTables;

/* Returns: (transfer full) an empty lexicon */
DdLexicon *
dd_lexicon_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_lexicon_free(DdLexicon *self);
/* Returns: (transfer none) what it holds until a word is added */
DdLexiconTables
dd_lexicon_get_tables(const DdLexicon *self);
/* Fills a lexicon, which is still empty, with a copy of @tables */
void
dd_lexicon_load(DdLexicon *self, const DdLexiconTables *tables);
/* Adds a word or a sign (UTF-8). Returns: its number, from 1; the same for the same word */
uint16_t
dd_lexicon_add(DdLexicon *self, const char *word, size_t len);
/* Returns: (transfer none) a memo for who makes grammars; it may only keep words that are known, whose numbers stay */
DdWordMemo *
dd_lexicon_get_memo(DdLexicon *self);
/*
 * Lends a memo for text without damage, for one thread, when all words are in the lexicon. Often it is the one given back
 * last, for most words of a document were in the one before. Returns: (transfer full) to be given back
 */
DdWordMemo *
dd_lexicon_take_memo(const DdLexicon *self) G_GNUC_WARN_UNUSED_RESULT;
void
dd_lexicon_give_back_memo(const DdLexicon *self, DdWordMemo *memo);
/* Returns: number of the word with marks, 0 when unknown */
uint16_t
dd_lexicon_find(const DdLexicon *self, uint64_t exact_key);
/* Returns: number of the bare word, 0 when unknown */
uint16_t
dd_lexicon_find_fold(const DdLexicon *self, uint64_t fold_key);
/* Returns: the bare word's number of the word @id */
uint16_t
dd_lexicon_get_fold(const DdLexicon *self, uint16_t id);
/* Returns: how many bare words there are; numbers run from 1 to this */
uint16_t
dd_lexicon_get_fold_count(const DdLexicon *self);
/*
 * Finds the known bare word one mistaken, lost or added letter away from the @len bare letters at @fold; any letter may
 * stand for any other. Words under three letters are never guessed.
 * Returns: number of the bare word, 0 when none or when several fit equally
 */
uint16_t
dd_lexicon_near(const DdLexicon *self, const char *fold, size_t len);

#define DD_WORD_KEY_FACTOR UINT64_C(0x9E3779B97F4A7C15)

/* Returns: key of nothing; feed letters with dd_word_key_add, tone with dd_word_key_finish */
static inline DdWordKey
dd_word_key_start(void)
{
	return (DdWordKey){UINT64_C(0x8445D61A4E774912), UINT64_C(0x2C7EF5C63A1B2D95)};
}

static inline void
dd_word_key_add(DdWordKey *key, uint8_t base, char fold)
{
	key->exact = (key->exact ^ base) * DD_WORD_KEY_FACTOR;
	key->fold = (key->fold ^ (uint8_t)fold) * DD_WORD_KEY_FACTOR;
}

static inline void
dd_word_key_finish(DdWordKey *key, uint8_t tone)
{
	key->exact = (key->exact ^ tone) * DD_WORD_KEY_FACTOR;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLexicon, dd_lexicon_free)

G_END_DECLS
