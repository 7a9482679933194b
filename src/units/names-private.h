/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names-private.h: what the files of the grammar of names share */
#pragma once

#include <string.h>

#include "alias.h"
#include "names.h"
#include "once.h"
#include "vocab.h"

G_BEGIN_DECLS

struct _DdDirectory {
	DdVocab *vocab;
	DdAliases aliases;
	DdArena *texts; /* of the office's own list */
	const DdProvince *provinces;
	size_t n_provinces;
	DdRestorer *restorer; /* NULL until the first bad scan */
	DdOnce restorer_once;
};

/* Texts that names were built in, for the next ones: making one costs more than filling it */
typedef struct {
	GString *items[8];
	size_t n;
} DdSpareTexts;

struct _DdLocalNames {
	DdAliases aliases;
	DdSpareTexts *spare; /* not what is known, so that it changes while names are read */
	char *issuer;        /* without its place; NULL */
	const char *issuer_kind;
};

/* Longest stretch of words that one look takes in */
#define DD_NAME_WINDOW 95

typedef struct {
	const DdDirectory *directory;
	const DdVocab *vocab;
	const DdLocalNames *local; /* may be NULL */
	const DdTokens *tokens;
	DdArena *arena;
	DdWords words;
	DdVocabSeen *seen; /* of @words; the caller's */
	unsigned depth;    /* of units in the name of a part of them */
	bool small; /* word @small_at may begin a unit in small letters: "phối hợp với phòng Kinh tế" */
	size_t small_at;
	bool list; /* a label's value or a cell, where all that stands between separators is a name */
} DdNameReader;

static inline void
dd_name_reader_clear(DdNameReader *self)
{
	dd_words_clear(&self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdNameReader, dd_name_reader_clear)

/* names.c: Returns: a reader without words, in whose @seen nothing is kept yet */
DdNameReader
dd_name_reader(const DdDirectory *directory, const DdLocalNames *local, const DdTokens *tokens,
	DdArena *arena, DdVocabSeen *seen);

/* Is word @i spelled @word, letter by letter? */
static inline bool
dd_name_is_word(const DdNameReader *reader, size_t i, const char *word)
{
	if (i >= reader->words.n || reader->words.items[i].kind != DD_TOKEN_WORD)
		return false;
	/* mostly the first letter is another */
	const DdToken *there = &reader->words.items[i];
	const char *at = reader->tokens->text + there->start;
	return *at == *word && there->len == strlen(word) && memcmp(at, word, there->len) == 0;
}

/* One name found */
typedef struct {
	size_t end;    /* word behind it */
	GString *text; /* NULL: nothing yet; given back by the caller with dd_name_text_free */
	const char *kind;
	const char *head; /* static or of the vocabulary: "Phòng", what an item without head behind it begins with; NULL */
	bool collective, known;
	bool several; /* "các phòng A, B": behind it come items without head */
	uint8_t confidence;
	const char *rule;
} DdNameEntry;

static inline bool
dd_name_is_cap(const DdNameReader *reader, size_t i)
{
	return i < reader->words.n && (reader->words.items[i].flags & DD_TOKEN_CAP) != 0;
}

/* Returns: the static name of the kind, "" when it is none */
const char *
dd_kind_intern(const char *kind);
/* Returns: (transfer none) the static names of all @n_out kinds */
const char *const *
dd_kind_get_all(size_t *n_out);

G_END_DECLS
