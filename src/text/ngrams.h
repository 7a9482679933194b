/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ngrams.h: what it costs to say a syllable behind two others, from a table that a builder made of text (ngram-builder.h;
 * docs/language.md tells its bytes). The table is input like any other: it is checked whole before anything asks it.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DD_NGRAM_NONE 0xffffu /* a word that the table has not, or none */
#define DD_NGRAM_NO_CONTEXT UINT32_MAX
#define DD_NGRAM_UNIT 8u    /* costs are in eighths of a nat: -8 ln p */
#define DD_NGRAM_FIGURE "0" /* the word that stands for any figure */

/* The header of a table: eight bytes, then six numbers of four bytes, little-endian */
#define DD_NGRAM_MAGIC "DDNGRAM1"
#define DD_NGRAM_MAGIC_BYTES 8u
enum {
	DD_NGRAM_WORDS,
	DD_NGRAM_PAIRS,
	DD_NGRAM_TRIPLES,
	DD_NGRAM_TEXT,
	DD_NGRAM_SUM,
	DD_NGRAM_ZERO,
	DD_NGRAM_NUMBERS
};
#define DD_NGRAM_HEADER (DD_NGRAM_MAGIC_BYTES + DD_NGRAM_NUMBERS * 4)

typedef struct _DdNgrams DdNgrams;

/*
 * @bytes: (transfer none), kept. Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA for a table that is cut or broken,
 * DD_ERROR_TOO_LARGE
 */
DdNgrams *
dd_ngrams_new(GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_ngrams_free(DdNgrams *self);
/* Returns: number of words, less than DD_NGRAM_NONE */
size_t
dd_ngrams_get_word_count(const DdNgrams *self);
/* Returns: (transfer none) word @i, lower case save for abbreviations; the words ascend by their bytes */
const char *
dd_ngrams_get_word(const DdNgrams *self, size_t i);
/* Returns: number of the word, DD_NGRAM_NONE when the table has none such */
uint16_t
dd_ngrams_find(const DdNgrams *self, const char *word);
/*
 * What @word costs behind @left2 and @left, each DD_NGRAM_NONE where nothing known stands.
 * Returns: the cost; of DD_NGRAM_NONE itself that of a word never seen
 */
unsigned
dd_ngrams_cost(const DdNgrams *self, uint16_t left2, uint16_t left, uint16_t word);
/* Returns: what stands for @left2 and @left together; DD_NGRAM_NO_CONTEXT when the two were never seen so */
uint32_t
dd_ngrams_find_context(const DdNgrams *self, uint16_t left2, uint16_t left);
/*
 * dd_ngrams_cost in two steps, for who asks for many words behind few. @behind: what @word costs behind @left alone.
 * Returns: what it costs in @context
 */
unsigned
dd_ngrams_cost_in(const DdNgrams *self, uint32_t context, uint16_t word, unsigned behind);
/* Returns: what @word costs by itself right behind @left, or UINT_MAX when the two were never seen so */
unsigned
dd_ngrams_pair_cost(const DdNgrams *self, uint16_t left, uint16_t word);
/* Returns: the sum that the header holds of @len bytes behind it */
uint32_t
dd_ngrams_sum(const uint8_t *data, size_t len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdNgrams, dd_ngrams_free)

G_END_DECLS
