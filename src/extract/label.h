/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label.h: labels of fields ("Đơn vị chủ trì:") and heads of columns, in the many words that offices use for them */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "lexicon.h"
#include "token.h"

G_BEGIN_DECLS

typedef enum {
	DD_LABEL_NONE,
	DD_LABEL_LEAD,
	DD_LABEL_COORDINATE,
	DD_LABEL_DIRECTOR,
	DD_LABEL_MONITOR,
	DD_LABEL_TIME,
	DD_LABEL_PRODUCT,
	DD_LABEL_SOLUTION,
	DD_LABEL_FUNDING,
	DD_LABEL_CONTENT, /* the work itself */
	DD_LABEL_PLACE,
	DD_LABEL_PEOPLE, /* who takes part: no leads */
	DD_LABEL_NOTE,
	DD_LABEL_OTHER,  /* a label that says nothing a task keeps */
	DD_LABEL_NUMBER, /* of a table: TT, STT */
	DD_LABEL_AGENCY, /* of a timetable: whom to visit */
	DD_LABEL_DAY,    /* of a timetable: when */
	DD_LABEL_TARGET
} DdLabel;

typedef struct _DdLabelGrammar DdLabelGrammar;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdLabelGrammar *
dd_label_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_label_grammar_free(DdLabelGrammar *self);
/*
 * Looks whether a label begins at token @at: its words, perhaps a few more, and ':'. In damaged text a label is known by
 * its nearest spelling.
 * Returns: what it labels and in @len_out the tokens up to and with the ':'; DD_LABEL_NONE when it is no label
 */
DdLabel
dd_label_match(const DdLabelGrammar *self, const DdTokens *tokens, size_t at, size_t *len_out);
/* Reads [@from, @to) as the head of a table's column. Returns: what the column holds, DD_LABEL_NONE when unknown */
DdLabel
dd_label_of_column(const DdLabelGrammar *self, const DdTokens *tokens, size_t from, size_t to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLabelGrammar, dd_label_grammar_free)

G_END_DECLS
