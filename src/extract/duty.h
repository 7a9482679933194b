/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty.h: who reports, consolidates, monitors, reviews, adjusts, funds, publishes, to whom and by when */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct _DdDutyGrammar DdDutyGrammar;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdDutyGrammar *
dd_duty_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_duty_grammar_free(DdDutyGrammar *self);
/*
 * Returns: TRUE when the tokens [@from, @to), one sentence, only lay a duty on somebody (report, consolidate, monitor,
 * review, adjust, fund, publish): such a sentence is no task of its own
 */
bool
dd_duty_is_one(const DdDutyGrammar *self, const DdTokens *tokens, size_t from, size_t to);
/* Reads the duties of all paragraphs, of the recipients' notes and of nothing else into context->duties */
void
dd_duty_read(const DdDutyGrammar *self, DdContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDutyGrammar, dd_duty_grammar_free)

G_END_DECLS
