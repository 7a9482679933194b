/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty.h: who reports, consolidates, monitors, reviews, adjusts, funds, publishes, to whom and by when */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct _DdDutyGrammar DdDutyGrammar;
typedef struct _DdDutyReader DdDutyReader;

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
/* Returns: FALSE when no verb of a duty stands there, so that dd_duty_is_one is FALSE for each part of it (cheap) */
bool
dd_duty_may_be_one(const DdDutyGrammar *self, const DdTokens *tokens, size_t from, size_t to);
/* Goes down the paragraphs of @context, whose tasks must be known. Returns: (transfer full); both are borrowed */
DdDutyReader *
dd_duty_reader_new(const DdDutyGrammar *grammar, DdContext *context) G_GNUC_WARN_UNUSED_RESULT;
void
dd_duty_reader_free(DdDutyReader *self);
/* Reads the duties of paragraph @i, in order, into context->duties */
void
dd_duty_reader_para(DdDutyReader *self, size_t i);
/* Reads the duties in the texts of the tasks that tables gave, which must be all there are so far */
void
dd_duty_reader_rows(DdDutyReader *self);
/* Reads the duties in notes to recipients ("đăng tải trên …"), after the last paragraph */
void
dd_duty_reader_recipients(DdDutyReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDutyGrammar, dd_duty_grammar_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDutyReader, dd_duty_reader_free)

G_END_DECLS
