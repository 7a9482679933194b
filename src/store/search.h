/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h: finding documents, tasks and notes by their words; the same rows in the same order on both engines */
#pragma once

#include "search-query.h"
#include "stored.h"

G_BEGIN_DECLS

/* What somebody looks for; NULL and 0 leave it open */
typedef struct {
	const char *words; /* search-query.h */
	const char *unit;  /* that has to do with the task, or issued the document, spelt anyhow */
	const char *state; /* of the task: "doing", or "open"; only tasks and their notes have one */
	const char *from, *to; /* days of documents and notes, "2026-01-31" */
	int64_t document;
	/*
	 * What the caller may see: nothing but what these units have to do with, by name, NULL-terminated, at most DD_MAX_SEARCH_UNITS;
	 * an empty list: nothing. NULL: everything
	 */
	const char *const *visible;
	const char *after; /* DdSearchFound.next of the page before */
	unsigned limit;    /* 1 to DD_MAX_LISTED */
} DdSearch;

/* A piece of an excerpt, in the spelling of the text */
typedef struct {
	const char *text;
	bool is_hit; /* it is one of the words */
} DdSearchPiece;

/* Strings lie in the arena that was given */
typedef struct {
	const char *kind; /* "document", "text" of one, "task", "note" of a step */
	int64_t document, task;
	const char *document_number, *document_title; /* NULL: not said */
	const char *label, *state, *lead, *due;       /* of the task, NULL: none */
	const char *day;                              /* of the document or of the note */
	DdCloseness closeness;
	unsigned score;
	const DdSearchPiece *pieces;
	size_t n_pieces;
} DdSearchHit;

typedef struct {
	GArray *hits;     /* DdSearchHit */
	const char *next; /* what goes on behind them, NULL: nothing */
} DdSearchFound;

/*
 * Finds what has all the words: the closest first (DdCloseness); of the same closeness the DD_MAX_SEARCH_RANKED newest by their score
 * (search-rank.h), then the next older ones. Words that are near are looked for when nothing else is found. At most
 * DD_MAX_SEARCH_EXAMINED rows are looked at, so that there may be fewer hits than asked for, or none, and @next nevertheless.
 * Returns: FALSE as of dd_search_query_parse and dd_db_query; DD_ERROR_INVALID_DATA: @after is none of ours
 */
bool
dd_search_find(DdStore *self, const DdSearch *search, DdArena *arena, DdSearchFound *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Lists the tasks whose texts have all the words, with their marks or with others, of @document unless it is 0: the newest @limit. Returns:
 * (transfer full) int64_t, each once, or NULL; as of dd_search_query_parse and dd_db_query
 */
GArray *
dd_search_tasks(DdStore *self, const char *words, int64_t document, unsigned limit, DdArena *arena,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the tasks of @numbers, a list in JSON: their texts are read, whatever their words have in other tasks */
GArray *
dd_search_tasks_among(DdStore *self, const char *words, const char *numbers, DdArena *arena,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_search_found_clear(DdSearchFound *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdSearchFound, dd_search_found_clear)

G_END_DECLS
