/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names-private.h: what the files of the grammar of names share */
#pragma once

#include "alias.h"
#include "names.h"
#include "vocab.h"

G_BEGIN_DECLS

struct _DdDirectory {
	DdVocab *vocab;
	DdAliases aliases;
	GArray *provinces;    /* DdProvince */
	DdRestorer *restorer; /* NULL until the first bad scan; set once, by g_once_init_leave */
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

/* unit.c: Reads one name at word @at. Returns: FALSE when none begins there; @entry_out->text is then NULL */
bool
dd_name_entry_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* Reads a name without its head ("Nội vụ" behind "Sở Tài chính,") */
bool
dd_name_entry_read_headless(
	DdNameReader *reader, size_t at, const char *head, bool several, DdNameEntry *entry_out);
/* Reads one unit at word @at, neither collective nor holder. Returns: as dd_name_entry_read */
bool
dd_name_read_unit(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Returns: TRUE when a unit begins at word @at */
bool
dd_name_is_unit(const DdNameReader *reader, size_t at);
/* Says of @entry, whose text stands, what it is */
void
dd_name_finish(const DdNameReader *reader, DdNameEntry *entry, const char *kind, bool known,
	uint8_t confidence, const char *rule);
/* Returns: TRUE when a unit, collective, holder or person begins at word @at */
bool
dd_name_begins(const DdNameReader *reader, size_t at);
/* Returns: TRUE when a phrase of @mask stands at word @at; @hit_out (may be NULL) tells which */
bool
dd_name_phrase(const DdNameReader *reader, size_t at, uint32_t mask, DdVocabHit *hit_out);
/* Returns: (transfer full) a text that begins with @init, which may be NULL */
GString *
dd_name_text_new(const DdNameReader *reader, const char *init);
/* @text may be NULL */
void
dd_name_text_free(const DdNameReader *reader, GString *text);
void
dd_name_append_words(const DdNameReader *reader, GString *text, size_t from, size_t to);
void
dd_name_append(GString *text, const char *piece);

/* holder.c: Reads "Chủ tịch UBND tỉnh" */
bool
dd_name_read_post(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "Đồng chí Nguyễn Văn A" */
bool
dd_name_read_titled(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "các Phó Chủ tịch UBND tỉnh", "các đồng chí" */
bool
dd_name_read_many_posts(DdNameReader *reader, size_t at, DdNameEntry *entry);

/* collective.c: Reads "các sở, ban, ngành có liên quan" */
bool
dd_collective_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* Goes over levels, places and tails behind a name ("tỉnh Hà Nam", "các huyện, thị xã"), adding them to @text */
size_t
dd_name_read_tails(const DdNameReader *reader, size_t at, bool collective, GString *text);

/* alias.c: Finds the longest abbreviation at word @at. Returns: NULL when none; @end_out behind it */
const DdAlias *
dd_alias_find(const DdNameReader *reader, size_t at, const char *head, size_t *end_out);
/* Returns: TRUE when word @i is written like an abbreviation: "QLCN", "TC" */
bool
dd_alias_is_short(const DdWords *words, size_t i);

/* Returns: the static name of the kind, "" when it is none */
const char *
dd_kind_intern(const char *kind);

G_END_DECLS
