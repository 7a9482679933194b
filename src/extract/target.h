/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target.h: aims with a figure or a date, standing alone or inside a task */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct _DdTargetGrammar DdTargetGrammar;
typedef struct _DdTargetReader DdTargetReader;

/* Where a figure stands */
typedef enum {
	DD_FIGURE_IN_WORK,    /* text or time of a task: plain counts are none to reach */
	DD_FIGURE_IN_PRODUCT, /* of a task: "02 quy trình được công bố" is one */
	DD_FIGURE_IN_AIMS,    /* a section of aims */
} DdFigurePlace;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdTargetGrammar *
dd_target_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_target_grammar_free(DdTargetGrammar *self);
/* Goes down the paragraphs of @context, whose tasks must be known. Returns: (transfer full); both are borrowed */
DdTargetReader *
dd_target_reader_new(const DdTargetGrammar *grammar, DdContext *context) G_GNUC_WARN_UNUSED_RESULT;
void
dd_target_reader_free(DdTargetReader *self);
/* Reads the aims of paragraph @i that are no tasks (of sections of aims, "Phấn đấu …") into context->targets */
void
dd_target_reader_para(DdTargetReader *self, size_t i);
/*
 * Reads the figures to reach in [@from, @to) of a task's text, time or product: shares in percent, counts that are said to
 * be aims ("ít nhất 03 mô hình") or to be built ("lắp đặt 05 trạm"), and in a product counts of which a state is said or
 * that get it. Dates, periods, numbers of documents and plain counts are none.
 * Adds to the array @out of @n items in the context's arena what it does not hold yet; NULL and 0 where there is none
 */
void
dd_indicator_read(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens,
	size_t from, size_t to, DdFigurePlace place, DdIndicator **out, size_t *n);

/*
 * Returns: TRUE when the tokens [@from, @to), a paragraph behind its mark, only state an aim: "Phấn đấu … 97% …", "Về mục
 * tiêu: …". Such a paragraph is no task
 */
bool
dd_target_is_one(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTargetGrammar, dd_target_grammar_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTargetReader, dd_target_reader_free)

G_END_DECLS
