/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-finder.h: a paragraph while mentions of documents are looked for, and what is kept of them */
#pragma once

#include "cite-private.h"

G_BEGIN_DECLS

typedef struct {
	const DdCiteGrammar *self;
	const DdTokens *tokens;
	size_t from, to;
	size_t slash; /* the first one that was not passed, @to: none */
	DdArena *arena;
	GArray **mentions;
	uint8_t list_type; /* of "các Nghị định của Chính phủ: số …; số …", DD_CITE_NO_TYPE: none */
	DdCiteIssuer list_issuer;
} DdCiteFinder;

static inline bool
dd_finder_is_kind(const DdCiteFinder *finder, size_t i, DdTokenKind kind)
{
	return i < finder->to && finder->tokens->items[i].kind == kind;
}

static inline bool
dd_finder_is_sign(const DdCiteFinder *finder, size_t i, uint32_t sign)
{
	return i < finder->to && dd_token_is_sign(finder->tokens, i, sign);
}

static inline bool
dd_finder_is(const DdCiteFinder *finder, size_t i, uint32_t mask)
{
	return i < finder->to && dd_cite_is(finder->self, finder->tokens, i, mask);
}

static inline bool
dd_finder_is_cap(const DdCiteFinder *finder, size_t i)
{
	return i < finder->to && dd_token_is_cap(finder->tokens, i);
}

static inline DdCiteMention *
dd_finder_last(const DdCiteFinder *finder)
{
	GArray *mentions = *finder->mentions;
	return mentions == NULL || mentions->len == 0
		       ? NULL
		       : &g_array_index(mentions, DdCiteMention, mentions->len - 1);
}

/* Keeps the mention, with the clause cited right before it */
void
dd_finder_keep(const DdCiteFinder *finder, DdCiteMention *mention);
/* Keeps a mention by its number, with the day and the body told before or behind it, or for the list it stands in */
void
dd_finder_keep_numbered(const DdCiteFinder *finder, DdCiteMention *mention, const DdCiteNumber *number);
/* Adds day and issuer behind the mention, "(ngày …)" not */
void
dd_finder_add_date_and_issuer(const DdCiteFinder *finder, DdCiteMention *mention);
/* "số 45-NQ/TW" in a list that shares the kind: day and issuer told at the end hold for those before */
void
dd_finder_share_back(const DdCiteFinder *finder);

/* Returns: the colon or bracket behind "gồm", "sau đây", "về đất đai" at @at, @at when a list does not begin so */
size_t
dd_finder_skip_list_words(const DdCiteFinder *finder, size_t at);

/* cite-named.c: Each tries to read what is behind a kind of document at @at. Returns: TRUE when a mention was kept */
bool
dd_finder_try_figure(const DdCiteFinder *finder, DdCiteMention *mention, size_t at);
bool
dd_finder_try_meeting(const DdCiteFinder *finder, DdCiteMention *mention, size_t at);
bool
dd_finder_try_parties(const DdCiteFinder *finder, DdCiteMention *mention, size_t at);
bool
dd_finder_try_named(const DdCiteFinder *finder, DdCiteMention *mention, size_t at);

G_END_DECLS
