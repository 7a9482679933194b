/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head.h: the document's own head and tail: type, number, issuer, date, title, signer, recipients, marks (NĐ 30/2020) */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct _DdHeadGrammar DdHeadGrammar;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdHeadGrammar *
dd_head_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_head_grammar_free(DdHeadGrammar *self);
/*
 * Reads the head and the tail from context->lines, whatever the order in which two columns came; fills
 * context->reading->document, sets the zone of each line (HEAD, TITLE, TAIL, ANNEX, NOISE for electronic signatures) and
 * lists the appendices in context->annexes.
 */
void
dd_head_read(const DdHeadGrammar *self, DdContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdHeadGrammar, dd_head_grammar_free)

G_END_DECLS
