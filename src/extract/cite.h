/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite.h: references to other documents: found, described, and made one with their fuller mention */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stddef.h>

#include "arena.h"
#include "lexicon.h"
#include "names.h"
#include "token.h"
#include "when.h"

G_BEGIN_DECLS

typedef struct _DdCiteGrammar DdCiteGrammar;

/* What surrounds a paragraph and decides what a mention is to the document */
typedef enum {
	DD_CITE_IN_TEXT,
	DD_CITE_IN_TITLE, /* the document's own title: what it names it carries out, unless a verb says otherwise */
	DD_CITE_IN_BASIS,    /* a ground: "Căn cứ …;" */
	DD_CITE_IN_ATTACHED, /* "(Kèm theo Kế hoạch số …)" */
	DD_CITE_IN_TASK, /* the text of a task (a cell that only names a document tells to carry it out) */
} DdCitePlace;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdCiteGrammar *
dd_cite_grammar_new(DdLexicon *lexicon, const DdTimeGrammar *times) G_GNUC_WARN_UNUSED_RESULT;
void
dd_cite_grammar_free(DdCiteGrammar *self);
/*
 * Appends the mentions in [@from, @to) to @citations (GArray of DdCitation), in reading order. Spans hold text offsets.
 */
void
dd_cite_scan(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdCitePlace place, DdArena *arena, GArray *citations);
/*
 * After the last paragraph: plain repeats and short names ("Nghị quyết 20", "Nghị quyết") take number, date and issuer
 * from the fuller mention; short names that nothing explains are dropped.
 */
void
dd_cite_finish(DdArena *arena, GArray *citations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdCiteGrammar, dd_cite_grammar_free)

G_END_DECLS
