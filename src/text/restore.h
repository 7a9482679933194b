/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * restore.h: gives short stretches of a bad scan their letters and marks back: "C6ng tac x4 hbi" → "Công tác xã hội".
 * Each word is taken for the known syllable that is near to it and goes with its neighbours (Viterbi over pairs of
 * syllables); what is not sure is kept as written.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

G_BEGIN_DECLS

typedef struct _DdRestorer DdRestorer;
/* What was found for the words of one text, most of which come again; for one restorer and one thread */
typedef struct _DdRestoreCache DdRestoreCache;

/* Where one word of the restored text comes from: byte offsets in either text */
typedef struct {
	uint32_t out, in, in_end;
} DdRestoredWord;

/* Returns: (transfer full) a restorer that knows nothing */
DdRestorer *
dd_restorer_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_restorer_free(DdRestorer *self);
/* Learns the syllables of @text (UTF-8 in NFC) and which stand side by side; lines that begin with '#' are passed over */
void
dd_restorer_learn(DdRestorer *self, const char *text);
/* Returns: (transfer full) an empty cache */
DdRestoreCache *
dd_restore_cache_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_restore_cache_free(DdRestoreCache *self);
/*
 * Restores @len bytes at @broken (valid UTF-8), of which at most the first DD_MAX_RESTORED bytes are looked at and the
 * rest is copied. White space is folded to one blank, or one tab or line end where it holds such.
 * @cache: (nullable)
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
