/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall.h: words of a bad scan that could be several: which of them goes with the words beside it */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* A word of the text and what it is taken for */
typedef struct {
	uint32_t at;   /* text offset */
	uint16_t fold; /* bare word of the lexicon */
} DdRecalledWord;

/* Fills context->recalled from the whole text, when it is a bad scan, with the words that the lexicon knows */
void
dd_recall_words(DdContext *context);
/* Gives the tokens of the context's text that are no known words what was recalled of them */
void
dd_recall_apply(const DdContext *context, DdTokens *tokens);
/*
 * Gives what the reading shows of damaged text its letters back, as context->repair has it: headings, texts and products of
 * tasks, duties, targets. Their spans say where the broken ones stand; a remark tells how many words were repaired
 */
void
dd_recall_fields(DdContext *context);

G_END_DECLS
