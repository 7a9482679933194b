/* SPDX-License-Identifier: GPL-3.0-or-later */
/* context-test-support.h: for tests only: a context over a text of the test, for the steps before any name is needed */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* What a test owns: the context and the lexicon that its grammars fill */
typedef struct {
	DdContext context;
	DdLexicon *lexicon;
	DdReading reading; /* of the context, unless the test has another one */
} DdTestContext;

/*
 * Makes a context over @text (UTF-8). @lexicon (swallowed) knows the words of the grammars under test. Lines are not yet
 * read; there is no directory, and the reading is empty.
 */
void
dd_test_context_init(DdTestContext *self, DdLexicon *lexicon, DdDamage damage, const char *text);
void
dd_test_context_clear(DdTestContext *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdTestContext, dd_test_context_clear)

G_END_DECLS
