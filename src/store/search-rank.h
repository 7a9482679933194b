/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-rank.h: how well a text answers, told from the text alone, and the stretch of it to be shown */
#pragma once

#include "search.h"

G_BEGIN_DECLS

/*
 * Scores the text @body of @kind ("document", "text", "task", "note"). Each counts, in whole numbers: the kind (a document's head 6, a task 4,
 * a note 3), how often each word comes (up to 3), words that stand behind each other as they were typed (4), words with the marks they were
 * typed with (6), a text of less than 40 words (2)
 */
unsigned
dd_search_score(const DdSearchQuery *query, DdCloseness closeness, const char *body, const char *kind);
/* Returns: TRUE when the text @body has all words with their marks or with others, those of a phrase behind each other: as the index tells it of DD_CLOSE_EXACT and DD_CLOSE_BARE */
bool
dd_search_has(const DdSearchQuery *query, const char *body);
/* Sets @hit's pieces, in @arena: the stretch of the text @body with most of the words */
void
dd_search_excerpt(const DdSearchQuery *query, DdCloseness closeness, const char *body,
	DdArena *arena, DdSearchHit *hit);

G_END_DECLS
