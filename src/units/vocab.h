/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.h: the words of unit names as a tree that is matched exactly in clean text and by cost in damaged text */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon.h"
#include "words.h"

G_BEGIN_DECLS

/* What a phrase is to the grammar of names */
typedef enum {
	DD_VOCAB_NAME,  /* a whole name: "Sở Tài chính" */
	DD_VOCAB_HEAD,  /* begins a name: "Trung tâm" */
	DD_VOCAB_CAC,   /* begins a collective: "các" */
	DD_VOCAB_NOUN,  /* a word of a collective: "sở", "tổ chức chính trị - xã hội" */
	DD_VOCAB_LEVEL, /* "tỉnh", "xã" */
	DD_VOCAB_TAIL,  /* ends a name: "có liên quan", "trên địa bàn tỉnh" */
	DD_VOCAB_CTAIL, /* ends a collective only: "chuyên môn" */
	DD_VOCAB_ROLE,  /* "Chủ tịch" */
	DD_VOCAB_TITLE, /* "Ông", "Đồng chí" */
	DD_VOCAB_SURNAME,
	DD_VOCAB_PLACE, /* a province */
	DD_VOCAB_STOP,  /* no name goes on in lower case behind it */
	DD_VOCAB_HARD,  /* no name goes on behind it */
	DD_VOCAB_NWORD, /* lower-case words inside of names */
	DD_VOCAB_ZONE,  /* "khu vực" behind the name of a branch, before that of a place */
	DD_VOCAB_LAST
} DdVocabType;

#define DD_VOCAB_BIT(type) (1u << (type))

typedef struct {
	const char *text; /* as it is to be written */
	const char *kind; /* of DdUnit, static; "" none */
	uint8_t type;     /* DdVocabType */
	bool own;         /* of the office's own list */
	uint32_t next;    /* another entry of the same words, index + 1 */
} DdVocabEntry;

#define DD_VOCAB_MARK_COST 3 /* of a clean word whose marks differ; a joiner that differs costs 1 */

typedef struct {
	const DdVocabEntry *entry;
	uint32_t end;   /* index behind its last word */
	uint32_t cost;  /* 0: letter by letter; 10 about one wrong letter */
	int32_t score;  /* longer and cleaner is more */
	uint32_t order; /* of those that begin at the same word: found later is more */
} DdVocabHit;

/*
 * What was found at the word asked about last. In clean text one walk finds the best phrase of every type: a grammar asks
 * several times what begins at a word, each time for other types.
 */
typedef struct {
	size_t at;                      /* word; SIZE_MAX: none was asked about */
	uint32_t found;                 /* types, by DD_VOCAB_BIT */
	unsigned n;                     /* phrases seen */
	DdVocabHit best[DD_VOCAB_LAST]; /* of the types found */
} DdVocabSeen;

typedef struct _DdVocab DdVocab;
typedef struct _DdVocabTables DdVocabTables;

/*
 * @lexicon is borrowed and takes the words. @tables: (nullable) what to begin with; the lexicon has its words already. They
 * are borrowed, and copied when a phrase is added.
 */
DdVocab *
dd_vocab_new(DdLexicon *lexicon, const DdVocabTables *tables) G_GNUC_WARN_UNUSED_RESULT;
void
dd_vocab_free(DdVocab *self);
/*
 * Adds a phrase; @text and @kind are borrowed. Phrases over 24 words are left out.
 * Returns: (nullable, transfer none) the longest DD_VOCAB_HEAD of up to 4 words that it begins with, letter by letter
 */
const char *
dd_vocab_add(DdVocab *self, DdVocabType type, const char *text, const char *kind, bool own);
/* Returns: (transfer none) the lexicon that it was made with */
const DdLexicon *
dd_vocab_get_lexicon(const DdVocab *self);
/* Returns: FALSE when surely no phrase of @mask begins with the token, clean or not (cheap) */
bool
dd_vocab_may_begin(const DdVocab *self, const DdTokens *tokens, size_t at, uint32_t mask);
/* Returns: the types of the phrases that may begin at word @at; in damaged text all of them (cheap) */
uint32_t
dd_vocab_types_at(const DdVocab *self, const DdWords *words, size_t at);
/*
 * Finds the best phrase of the types in @mask that begins at word @at. Joiners ("và", commas, dashes) may differ where the
 * phrase has one. @seen: of these words, kept from one question to the next; @hit_out may be NULL
 */
bool
dd_vocab_match(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask,
	DdVocabSeen *seen, DdVocabHit *hit_out);
/* The same for a phrase that goes on at word @at as if @head (UTF-8, "Phòng") stood before it */
bool
dd_vocab_match_behind(const DdVocab *self, const DdWords *words, size_t at, const char *head,
	uint32_t mask, DdVocabHit *hit_out);
/* Finds the best phrase of each of two masks at once. @hits_out: an entry is NULL where none begins */
void
dd_vocab_match_two(const DdVocab *self, const DdWords *words, size_t at, const uint32_t masks[2],
	DdVocabSeen *seen, DdVocabHit hits_out[2]);

/* Returns: FALSE when surely no phrase of @mask begins at the damaged word @at */
bool
dd_vocab_may_begin_damaged(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask);

/* Returns: TRUE when word @i is "và" or a sign that joins words: comma, dash, ampersand, slash */
bool
dd_word_is_joiner(const DdVocab *vocab, const DdWords *self, size_t i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdVocab, dd_vocab_free)

G_END_DECLS
