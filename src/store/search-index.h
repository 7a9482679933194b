/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * search-index.h: what is searched follows what is kept, in the same change. Whoever sets a text of a document, a task or a step calls the one
 * function that is for it; nothing else writes these rows.
 */
#pragma once

#include "stored.h"

G_BEGIN_DECLS

/* Version of the rules by which words are made of texts (search-words.c) and rows of things; a store with another one is indexed anew when it is opened */
#define DD_SEARCH_RULES 1

#define DD_SEARCH_NOTE_TEXTS                                                                       \
	8 /* of a step: done, next, difficulty, proposal, reason, product, proof, document */
#define DD_SEARCH_LEVELS 2
#define DD_SEARCH_SHIFT(level) (12 + 4 * (level))

/*
 * Returns: (transfer full) the word that rows about as new as row @id have in common, at each level sixteen times as many. PostgreSQL's index
 * has no order; by these words the newest rows are looked through first
 */
char *
dd_search_segment(int64_t id, unsigned level) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Indexes a document that came: its head, and @text (nullable; UTF-8), at most DD_MAX_SEARCH_PARTS stretches of it; and its @n tasks, which
 * have no rows yet. Returns: FALSE on failure, as of dd_db_run
 */
bool
dd_search_index_intake(DdChange *change, const DdStoredDocument *document, const char *text,
	const DdStoredTask *tasks, size_t n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Indexes the head of a document anew, after a correction; its text stays */
bool
dd_search_index_document(DdChange *change, int64_t document, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Indexes a task anew, after a correction of it or of who leads it, or when it was dropped or taken back; its notes get the same units. A task
 * that was dropped is not found, and its notes by no unit. What is not there is no failure
 */
bool
dd_search_index_task(DdChange *change, int64_t task, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A note of a step, as it is written; who has to do with the task is found with it. Strings are lent; NULL parts and a note without any are fine */
typedef struct {
	int64_t document, task, step;
	int64_t at;
	const char *const *texts;
	size_t n_texts;
} DdSearchNote;

bool
dd_search_index_note(DdChange *change, const DdSearchNote *note, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Makes the whole index anew, of the texts that are kept; for derived.c, and where one asks for it */
bool
dd_search_rebuild(DdChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the word that stands for the unit of that name, spelt anyhow, in the index; NULL of a name without a letter */
char *
dd_search_unit_key(const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
