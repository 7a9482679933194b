/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-query.h: what somebody looks for: words, "phrases" and prefixes*, and the same in the language of each engine's index */
#pragma once

#include "arena.h"
#include "db.h"

G_BEGIN_DECLS

/* How closely a text has the words, the closest first */
typedef enum {
	DD_CLOSE_EXACT, /* the words as they were typed; without marks they stand for words with any */
	DD_CLOSE_BARE, /* of those typed with marks the letters are the same, the marks are not */
	DD_CLOSE_NEAR, /* words one letter away do, too, and those of a phrase stand apart */
	DD_CLOSE_LAST
} DdCloseness;

/* Strings lie in the arena that was given */
typedef struct {
	const char *bare, *marked; /* of DdSearchWords */
	bool has_marks, is_prefix;
	/* words of the store that it may stand for, of letters and digits, at most DD_MAX_SEARCH_FORMS; none: itself */
	const char **forms; /* of a prefix */
	const char **near;  /* of DD_CLOSE_NEAR */
	size_t n_forms, n_near;
} DdQueryWord;

/* Words that stand behind each other, at most DD_MAX_QUERY_WORDS in all */
typedef struct {
	size_t first, n; /* of words */
} DdQueryTerm;

typedef struct {
	DdQueryWord *words;
	DdQueryTerm *terms;
	size_t n_words, n_terms;
	bool has_marks; /* exact and bare are not the same */
} DdSearchQuery;

/*
 * Parses what was typed: blanks part terms, "…" makes one of several words, so does "12/KH-STC", a * behind a word of two letters and
 * more makes a prefix; no other sign means anything. Returns: FALSE with DD_ERROR_MISSING (no word), DD_ERROR_TOO_LARGE (over
 * DD_MAX_QUERY_BYTES or DD_MAX_QUERY_WORDS), DD_ERROR_INVALID_DATA (no UTF-8; a prefix of one letter)
 */
bool
dd_search_query_parse(const char *text, DdArena *arena, DdSearchQuery *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* What is looked through: each list one of which is wanted, NULL-terminated, of letters and digits; NULL: all */
typedef struct {
	const char *const *lists[4];
} DdSearchScope;

/* Returns: (transfer full) the words for the index of @engine: those of @closeness that are not closer already */
char *
dd_search_query_express(const DdSearchQuery *self, DdDbEngine engine, DdCloseness closeness,
	const DdSearchScope *scope) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: TRUE when a word of a text, as of DdSearchWords, is one that @self looks for */
bool
dd_query_word_matches(const DdQueryWord *self, DdCloseness closeness, const char *bare);

G_END_DECLS
