/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ngram-builder.h: counts syllables, pairs and triples of texts and writes them as a table for ngrams.h */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _DdNgramBuilder DdNgramBuilder;

/* Returns: (transfer full) a builder that counted nothing */
DdNgramBuilder *
dd_ngram_builder_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_ngram_builder_free(DdNgramBuilder *self);
/*
 * Counts @text (UTF-8 in NFC), everything @weight times. A phrase ends at signs other than commas and dashes and at an empty
 * line; capitals are small letters save in abbreviations; figures are DD_NGRAM_FIGURE; lines that begin with '#' are passed
 * over. What is over a maximum of maxima.h is not counted.
 */
void
dd_ngram_builder_add_text(DdNgramBuilder *self, const char *text, unsigned weight);
/*
 * Adds counts that were made before: lines of none, one or two words, a tab, and "WORD:COUNT" with blanks between.
 * Returns: FALSE when a line is not such; DD_ERROR_INVALID_DATA, which names the line; what stands before it was added
 */
bool
dd_ngram_builder_add_counts(DdNgramBuilder *self, const char *counts, unsigned weight, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the table of all that was added, as dd_ngrams_new takes it */
GBytes *
dd_ngram_builder_finish(DdNgramBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdNgramBuilder, dd_ngram_builder_free)

G_END_DECLS
