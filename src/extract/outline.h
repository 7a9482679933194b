/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline.h: lines joined into paragraphs, and the document's own numbering as a path for each of them */
#pragma once

#include "context.h"
#include "label.h"

G_BEGIN_DECLS

typedef struct _DdOutlineGrammar DdOutlineGrammar;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdOutlineGrammar *
dd_outline_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_outline_grammar_free(DdOutlineGrammar *self);
/*
 * Joins the lines that are no table, head, tail or noise into context->paras (role PROSE, TITLE, ATTACHED or BASIS), with
 * their marks; a label at the start of a line begins a paragraph.
 */
void
dd_outline_join(const DdOutlineGrammar *self, const DdLabelGrammar *labels, DdContext *context);
/*
 * Gives each marked paragraph its place in the outline: id, depth, the paragraph above, what its section is about.
 * Lettering that a scan lost is repaired by sequence; repeats and gaps are remarked on.
 */
void
dd_outline_number(const DdOutlineGrammar *self, DdContext *context);
/* Returns: TRUE when prose that closes a plan ("Trên đây là …", "Trong quá trình …") begins at token @at */
bool
dd_outline_is_closing(const DdOutlineGrammar *self, const DdTokens *tokens, size_t at);
/* Returns: TRUE when nearly all letters of [@start, @end) are capitals, as in headings */
bool
dd_outline_is_capitals(const DdContext *context, uint32_t start, uint32_t end);
/* Returns: what the heading [@from, @to) announces, DD_SECTION_NONE when it says nothing of the kind */
DdSection
dd_outline_section_of(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to);
/* Returns: TRUE when [@from, @to) is nothing but one of the words by which sections are known: "Yêu cầu", "Phương châm" */
bool
dd_outline_is_section(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOutlineGrammar, dd_outline_grammar_free)

G_END_DECLS
