/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.h: tables in text: found in every form they come in, their rows read as tasks, sessions or targets */
#pragma once

#include "context.h"
#include "label.h"

G_BEGIN_DECLS

typedef struct _DdTableGrammar DdTableGrammar;

/* @lexicon takes the grammar's words; it and @labels must outlive it. Returns: (transfer full) */
DdTableGrammar *
dd_table_grammar_new(DdLexicon *lexicon, const DdLabelGrammar *labels) G_GNUC_WARN_UNUSED_RESULT;
void
dd_table_grammar_free(DdTableGrammar *self);
/*
 * Finds the tables among the lines of zone BODY and ANNEX, marks their lines DD_ZONE_TABLE and reads their rows into
 * context->tasks (DdTask), context->sessions (DdSession), context->targets (DdIndicator, where the head has an aim and
 * figures to reach) and, where a table has group rows, context->headings. Other tables of figures give nothing.
 */
void
dd_table_read(const DdTableGrammar *self, DdContext *context);

/*
 * The second half, once the document's short names are known and its outline is numbered (behind dd_outline_number and
 * dd_local_names_learn, before other tasks are added): parts the cells of units into names and puts the tables of a
 * section under its heading ("III.5").
 */
void
dd_table_finish(const DdTableGrammar *self, DdContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTableGrammar, dd_table_grammar_free)

G_END_DECLS
