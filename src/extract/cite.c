/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite.c: references to other documents of one paragraph, as records */
#include "cite-private.h"

#include <string.h>

#include "maxima.h"

/* Returns: (transfer none, in the arena) the text of @range with white space folded */
static const char *
fold(const DdTokens *tokens, DdCiteRange range, DdArena *arena)
{
	size_t start = tokens->items[range.from].start;
	return dd_arena_fold(arena, tokens->text + start, dd_token_end(tokens, range.to - 1) - start);
}

/* "Chương trình phối hợp": the kind with what qualifies it, the first letter large */
static const char *
type_of(const DdTokens *tokens, const DdCiteMention *mention, DdArena *arena)
{
	if (mention->type_words.to == mention->type_words.from || tokens->damage == DD_DAMAGE_HEAVY)
		return dd_cite_type_get(mention->type)->name;
	const char *kind = dd_cite_type_get(mention->type)->name;
	const char *words = fold(tokens, mention->type_words, arena);
	size_t len = strlen(kind);
	if (strlen(words) <= len)
		return kind;
	g_autofree char *joined = g_strconcat(kind, words + len, NULL);
	return dd_arena_strdup(arena, joined);
}

static const char *
rule_of(const DdCiteMention *mention, DdCitePlace place)
{
	if (mention->defines &&
		(mention->form == DD_CITE_FORM_FIGURE || mention->form == DD_CITE_FORM_ALONE))
		return dd_cite_rule_defines;
	switch ((DdCiteForm)mention->form) {
	case DD_CITE_FORM_NUMBER:
		if (mention->defines)
			return dd_cite_rule_names;
		return place == DD_CITE_IN_TITLE && mention->relation == DD_RELATION_IMPLEMENTS
			       ? dd_cite_rule_carried
			       : dd_cite_rule_number;
	case DD_CITE_FORM_FIGURE:
		return (dd_cite_type_get(mention->type)->flags & DD_CITE_FIGURE_EXPLAINED) &&
				       mention->brief
			       ? dd_cite_rule_explained
			       : dd_cite_rule_figure;
	case DD_CITE_FORM_LAW:
		return dd_cite_rule_law;
	case DD_CITE_FORM_MEETING:
		return "cite.meeting";
	case DD_CITE_FORM_STANDARD:
		return "cite.standard";
	case DD_CITE_FORM_PARTIES:
		return "cite.parties";
	case DD_CITE_FORM_BODY:
		return "cite.body";
	case DD_CITE_FORM_TITLE:
		return "cite.title";
	case DD_CITE_FORM_ALONE:
		return mention->governed ? dd_cite_rule_alone : dd_cite_rule_alone_free;
	}
	return dd_cite_rule_number;
}

static void
emit(const DdTokens *tokens, const DdCiteMention *mention, DdCitePlace place, DdArena *arena,
	GArray *citations)
{
	DdCitation citation = {
		.span = {.start = tokens->items[mention->start].start,
			.end = dd_token_end(tokens, mention->end - 1)},
		.raw = fold(tokens, (DdCiteRange){mention->start, mention->end}, arena),
		.type = type_of(tokens, mention, arena),
		.number = mention->number,
		.date = mention->date,
		.relation = (DdRelation)mention->relation,
		.short_form = mention->defines,
		.confidence = mention->confidence,
		.rule = rule_of(mention, place),
	};
	if (mention->issuer.name != NULL)
		citation.issuer = dd_arena_intern(
			arena, mention->issuer.name, strlen(mention->issuer.name));
	else if (mention->issuer.to > mention->issuer.from)
		citation.issuer = fold(
			tokens, (DdCiteRange){mention->issuer.from, mention->issuer.to}, arena);
	if (mention->clause.to > mention->clause.from)
		citation.clause = fold(tokens, mention->clause, arena);
	g_array_append_val(citations, citation);
}

void
dd_cite_scan(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdCitePlace place, DdArena *arena, GArray *citations)
{
	GArray *mentions = NULL;
	dd_cite_find(self, tokens, from, to, arena, &mentions);
	if (mentions == NULL)
		return;
	dd_cite_relate(self, tokens, from, to, place, mentions);
	for (guint i = 0; i < mentions->len && citations->len < DD_MAX_ITEMS; i++) {
		const DdCiteMention *mention = &g_array_index(mentions, DdCiteMention, i);
		/* "Nghị quyết" and nothing else, as in a column of products, is no mention of one */
		bool whole = mention->form == DD_CITE_FORM_ALONE && mention->start == from &&
			     mention->end == to;
		if (!mention->drop && !whole)
			emit(tokens, mention, place, arena, citations);
	}
	g_array_unref(mentions);
}
