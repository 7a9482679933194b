/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grammar-cases-test-support.h: sentences as plans have them, with the names that stand in them */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct {
	const char *text;
	const char *names; /* of a list joined by '|', lists by " / " */
} DdGrammarCase;

extern const DdGrammarCase dd_grammar_sentences[];
extern const size_t dd_n_grammar_sentences;

G_END_DECLS
