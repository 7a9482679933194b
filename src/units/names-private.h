/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names-private.h: what the files of the grammar of names share */
#pragma once

#include "names.h"
#include "vocab.h"

G_BEGIN_DECLS

/* Abbreviations and what they stand for */
typedef struct {
	GHashTable *by_letters; /* bare letters → DdAlias, both in the arena */
	DdArena *arena;
} DdAliases;

struct _DdDirectory {
	DdVocab *vocab;
	DdAliases aliases;
	DdRestorer *restorer; /* NULL until the first bad scan; set once, by g_once_init_leave */
};

/* What an abbreviation stands for */
typedef struct {
	const char *text; /* NULL: several things */
	const char *kind;
	uint8_t rank; /* 0 made from initials, 1 of the catalogue, 2 of the office's list */
} DdAlias;

struct _DdLocalNames {
	DdAliases aliases;
	char *issuer; /* without its place; NULL */
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
	unsigned depth; /* of units in the name of a part of them */
	bool list; /* a label's value or a cell, where all that stands between separators is a name */
} DdNameReader;

static inline void
dd_name_reader_clear(DdNameReader *self)
{
	dd_words_clear(&self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdNameReader, dd_name_reader_clear)

/* One name found */
typedef struct {
	size_t end;    /* word behind it */
	GString *text; /* NULL: nothing yet; freed by the caller */
	const char *kind;
	const char *head; /* static or of the vocabulary: "Phòng", what an item without head behind it begins with; NULL */
	bool collective, known;
	bool several; /* "các phòng A, B": behind it come items without head */
	uint8_t confidence;
	const char *rule;
} DdNameEntry;

/* unit.c: Reads one name at word @at. Returns: FALSE when none begins there; @entry_out->text is then NULL */
bool
dd_name_entry_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* Reads a name without its head ("Nội vụ" behind "Sở Tài chính,") */
bool
dd_name_entry_read_headless(
	DdNameReader *reader, size_t at, const char *head, bool several, DdNameEntry *entry_out);
/* Returns: TRUE when a unit, collective, holder or person begins at word @at */
bool
dd_name_begins(const DdNameReader *reader, size_t at);
/* Returns: TRUE when a phrase of @mask stands at word @at, @end_out (may be NULL) behind it */
bool
dd_name_phrase(const DdNameReader *reader, size_t at, uint32_t mask, DdVocabHit *hit_out);
void
dd_name_append_words(const DdNameReader *reader, GString *text, size_t from, size_t to);
void
dd_name_append(GString *text, const char *piece);

/* collective.c: Reads "các sở, ban, ngành có liên quan" */
bool
dd_collective_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* Goes over levels, places and tails behind a name ("tỉnh Quảng Ngãi", "các huyện, thị xã"), adding them to @text */
size_t
dd_name_read_tails(const DdNameReader *reader, size_t at, bool collective, GString *text);

/* alias.c: Finds the longest abbreviation at word @at. Returns: NULL when none; @end_out behind it */
const DdAlias *
dd_alias_find(const DdNameReader *reader, size_t at, const char *head, size_t *end_out);
void
dd_aliases_init(DdAliases *self);
void
dd_aliases_clear(DdAliases *self);
/* Adds "Sở KH&CN" for @text */
void
dd_alias_add(DdAliases *self, const char *abbreviation, const char *text, const char *kind, uint8_t rank);
/* Adds the abbreviation by initials of the name @text with the head @head ("Sở" + "KHCN") */
void
dd_alias_add_initials(DdAliases *self, const char *head, const char *text, const char *kind);
/* Returns: TRUE when word @i is written like an abbreviation: "QLCN", "TC" */
bool
dd_alias_is_short(const DdWords *words, size_t i);

/* A stretch of a bad scan, restored */
typedef struct {
	const char *text; /* in the arena */
	uint32_t start;   /* of the stretch in the broken text */
	DdRestoredWord *words;
	size_t n;
	uint8_t confidence;
} DdMended;

/* mend.c: Returns: TRUE when names of a bad scan are worth a second reading */
bool
dd_names_need_mending(const DdTokens *tokens, const DdFieldList *list);
/* Restores tokens [@from, @to). Returns: FALSE when that is not sure enough or too long */
bool
dd_mend(const DdDirectory *directory, const DdTokens *tokens, size_t from, size_t to, DdArena *arena,
	DdMended *mended_out);
/* Puts @names, read from the restored text, into @list when they are better. Returns: FALSE when they are not */
bool
dd_names_take_mended(const DdMended *mended, DdFieldList *names, DdFieldList *list);
/* Returns: the token of the broken text behind offset @out of the restored one */
size_t
dd_mended_token(const DdMended *mended, const DdTokens *tokens, size_t from, size_t to, uint32_t out);

/* Returns: the static name of the kind, "" when it is none */
const char *
dd_kind_intern(const char *kind);

G_END_DECLS
