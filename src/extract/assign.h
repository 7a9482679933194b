/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign.h: who leads and who helps, said inside a sentence ("A chủ trì, phối hợp với B, C …", "Giao A …") */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct _DdAssignGrammar DdAssignGrammar;

typedef enum {
	DD_ASSIGN_NONE,
	DD_ASSIGN_SUBJECT, /* a unit begins the sentence and so leads */
	DD_ASSIGN_NAMED,   /* "A:" or a heading that is only A's name */
	DD_ASSIGN_ORDERED, /* said to lead: chủ trì, có trách nhiệm, giao, yêu cầu, đề nghị */
} DdAssignKind;

typedef struct {
	DdAssignKind kind;
	DdFieldList lead, coordinate, director;
	bool gives; /* begins with giao, yêu cầu, đề nghị … */
	bool leads; /* says "chủ trì" */
	bool aside; /* the lead may be that of a thing: "cho các nhiệm vụ do các đơn vị thực hiện" */
	bool late; /* helpers are told to help by a clause of their own: "…; Sở B phối hợp" */
	bool ends;     /* nothing but the assignment stands in the text */
	size_t behind; /* token behind "A:" of DD_ASSIGN_NAMED, else the first token */
	size_t cut;    /* token where the work's own text ends: before "(giao Sở A chủ trì)" */
} DdAssign;

/* @lexicon takes the grammar's words and must outlive it. Returns: (transfer full) */
DdAssignGrammar *
dd_assign_grammar_new(DdLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void
dd_assign_grammar_free(DdAssignGrammar *self);
/* Reads the tokens [@from, @to) of context->scratch. Lists that are not said are empty. */
void
dd_assign_read(const DdAssignGrammar *self, DdContext *context, size_t from, size_t to,
	DdAssign *assign_out);

/* Returns: the token behind "Đối với", "Trách nhiệm của" at @at, or @at */
size_t
dd_assign_skip_address(const DdAssignGrammar *self, const DdTokens *tokens, size_t at);
/*
 * Reads whom the paragraph in context->scratch asks ("Bộ X đề nghị UBND các tỉnh thực hiện các nội dung sau:").
 * Returns: FALSE when it asks nobody
 */
bool
dd_assign_read_request(const DdAssignGrammar *self, DdContext *context, DdAssign *assign_out);
/*
 * Splits the value of a label "lead" that names helpers too ("A; phối hợp với B", "A chủ trì; B, C phối hợp").
 * Returns: index of the first token of the helpers' names, with the end of the leads' in *@end_out and of the helpers' in
 * *@helpers_end_out; @to when there are none
 */
size_t
dd_assign_split(const DdAssignGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	size_t *end_out, size_t *helpers_end_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdAssignGrammar, dd_assign_grammar_free)

G_END_DECLS
