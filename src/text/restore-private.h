/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-private.h: what the parts of the restorer share: words of the text, known words, and what may stand for what */
#pragma once

#include "letter.h"
#include "maxima.h"
#include "misread.h"
#include "restore.h"

G_BEGIN_DECLS

#define DD_RESTORE_PATHS 48        /* candidates of one word, with the word as it is written */
#define DD_RESTORE_NO_WORD 0xffffu /* as written */

/* A syllable as it is to be written; all capitals when it is an abbreviation */
typedef struct {
	const char *text; /* of a table */
	uint16_t ids[DD_RESTORE_TABLES];
	uint16_t rarity; /* what it costs by itself */
	uint8_t n;
	bool brief; /* an abbreviation */
	DdGlyph glyphs[DD_MAX_GLYPHS];
	char fold[DD_MAX_GLYPHS + 1];
} DdKnown;

/* A word of the text between blanks: signs, letters, signs */
typedef struct {
	uint32_t start, core, core_end, end;
	uint8_t n;
	bool figure;
	bool plain; /* nothing to restore: figures, signs, numbers of documents */
	bool upper, cap, valid, marked;
	bool first; /* of a line */
	bool fresh; /* no phrase goes on here: a sign before it ends one */
	DdGlyph glyphs[DD_MAX_GLYPHS];
} DdBrokenWord;

/* What a word may be */
typedef struct {
	uint16_t known; /* DD_RESTORE_NO_WORD: as written */
	uint8_t span;   /* words of the text */
	uint16_t cost;  /* in DD_NGRAM_UNIT, of taking it for that */
	uint16_t rank;  /* the same with a part of how rare it is: which candidates are kept */
} DdMaybe;

typedef struct {
	DdMaybe items[DD_RESTORE_PATHS];
	size_t n;
} DdMaybes;

typedef struct {
	DdNgrams *grams;
	unsigned dearer, dearer_small;
	uint16_t figure; /* number of DD_NGRAM_FIGURE */
} DdRestoreTable;

struct _DdRestorer {
	DdMisread misread;
	GArray *known;        /* DdKnown, by fold */
	GHashTable *by_fold;  /* char * → first with that fold, + 1 */
	GHashTable *surnames; /* char *, bare */
	DdRestoreTable tables[DD_RESTORE_TABLES];
	size_t n_tables;
};

struct _DdRestoreCache {
	GHashTable *words; /* char * → DdMaybes *: what the word may be by itself */
	bool bare;
};

/* Returns: (transfer full) DdBrokenWord of @len bytes of text. @bare: words with figures are none */
GArray *
dd_restore_split(const char *text, size_t len, bool bare);
/* Fills @maybes with what the word @i may be, alone or with the one before it, and the word as it is written */
void
dd_restore_find(const DdRestorer *self, DdRestoreCache *cache, const char *text,
	const GArray *words, guint i, DdMaybes *maybes);

static inline const DdKnown *
dd_known_at(const DdRestorer *self, uint16_t i)
{
	return &g_array_index(self->known, DdKnown, i);
}

G_END_DECLS
