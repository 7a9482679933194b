/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task.h: paragraphs read as tasks: labelled fields, leads in the sentence, headings whose items inherit */
#pragma once

#include "assign.h"
#include "context.h"
#include "duty.h"
#include "label.h"
#include "outline.h"
#include "table.h"
#include "target.h"

G_BEGIN_DECLS

typedef struct _DdTaskGrammar DdTaskGrammar;
typedef struct _DdTasker DdTasker;

/* The rule of a task whose sentence names helpers and a subject, but says of nobody that it leads */
#define DD_RULE_HELPERS_ONLY "sentence-with-helpers"

/* What tasks are read with; the caller keeps owning them */
typedef struct {
	const DdLabelGrammar *labels;
	const DdOutlineGrammar *outline;
	const DdAssignGrammar *assigns;
	const DdDutyGrammar *duties;
	const DdTargetGrammar *targets;
	const DdTableGrammar *tables;
} DdTaskTools;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdTaskGrammar *
dd_task_grammar_new(DdLexicon *lexicon, const DdTaskTools *tools) G_GNUC_WARN_UNUSED_RESULT;
void
dd_task_grammar_free(DdTaskGrammar *self);
/* Goes down context->paras. Returns: (transfer full); @grammar and @context are borrowed */
DdTasker *
dd_tasker_new(const DdTaskGrammar *grammar, DdContext *context) G_GNUC_WARN_UNUSED_RESULT;
void
dd_tasker_free(DdTasker *self);
/*
 * Reads the item that begins with paragraph @i, or one plain paragraph, into context->tasks and context->headings and
 * gives its paragraphs their role and task. Returns: the paragraph to go on with
 */
size_t
dd_tasker_step(DdTasker *self, size_t i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTaskGrammar, dd_task_grammar_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTasker, dd_tasker_free)

G_END_DECLS
