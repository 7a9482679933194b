/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * restore.h: gives text that lost its marks, or was misread by a scanner, its letters and marks back: "C6ng tac x4 hbi" →
 * "Công tác xã hội". Each word is taken for a known syllable that is near to it and goes with its neighbours (Viterbi over
 * triples of syllables, whose costs come from tables of counts, ngrams.h); what is not sure is kept as written.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "ngrams.h"

G_BEGIN_DECLS

typedef struct _DdRestorer DdRestorer;
/* What was found for the words of one text, most of which come again; for one restorer and one thread */
typedef struct _DdRestoreCache DdRestoreCache;

/* Where one word of the restored text comes from: byte offsets in either text */
typedef struct {
	uint32_t out, out_end;
	uint32_t in, in_end;
	uint8_t confidence; /* 0 to 100, that the word is as it is written in the restored text */
	bool changed;
} DdRestoredWord;

#define DD_RESTORE_TABLES 3 /* at most */

/* Returns: (transfer full) a restorer that knows nothing */
DdRestorer *
dd_restorer_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_restorer_free(DdRestorer *self);
/*
 * Adds @table (swallowed), before anything is restored; more than DD_RESTORE_TABLES are passed over. What each word costs is
 * the least that a table says. @dearer: added to what this one says; @dearer_small: of words without a capital
 */
void
dd_restorer_take_table(DdRestorer *self, DdNgrams *table, unsigned dearer, unsigned dearer_small);
/* Tells of a surname: a row of words with capitals that begins with it is a person's name, and stays as it is written */
void
dd_restorer_add_surname(DdRestorer *self, const char *surname);
/* What a damaged text suffers from */
typedef enum {
	DD_RESTORE_NOT,  /* it is no Vietnamese, and is left as it is */
	DD_RESTORE_SCAN, /* a scanner took letters for others */
	DD_RESTORE_BARE, /* it lost its marks and nothing else: no letter is taken for another */
	DD_RESTORE_LAST
} DdRestoreKind;

/* Returns: what the @len bytes at @text (valid UTF-8) suffer from, of which it is known that they are damaged */
DdRestoreKind
dd_restorer_judge(const DdRestorer *self, const char *text, size_t len);
/* Returns: (transfer full) an empty cache for text of @kind, which is not DD_RESTORE_NOT */
DdRestoreCache *
dd_restore_cache_new(DdRestoreKind kind) G_GNUC_WARN_UNUSED_RESULT;
void
dd_restore_cache_free(DdRestoreCache *self);
/*
 * Restores @len bytes at @broken (valid UTF-8), of which at most the first DD_MAX_RESTORED bytes are looked at and the
 * rest is copied. White space is folded to one blank, or one tab or line end where it holds such.
 * @cache: (nullable) NULL as for a bad scan
 * @confidence_out: (nullable) 0 to 100
 * @words_out: (nullable) DdRestoredWord of each word, in the arena; @n_out their number
 * Returns: the restored text, in @arena
 */
const char *
dd_restore_words(const DdRestorer *self, DdRestoreCache *cache, const char *broken, size_t len,
	DdArena *arena, uint8_t *confidence_out, DdRestoredWord **words_out, size_t *n_out);
/* The same for one stretch, without the places of the words */
const char *
dd_restore(const DdRestorer *self, const char *broken, size_t len, DdArena *arena,
	uint8_t *confidence_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdRestorer, dd_restorer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdRestoreCache, dd_restore_cache_free)

G_END_DECLS
