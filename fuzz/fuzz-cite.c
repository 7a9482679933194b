/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-cite.c: references to other documents, in each place they can stand in */
#include "cite.h"
#include "fuzz-tokens.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdTimeGrammar) times = dd_time_grammar_new(lexicon);
	g_autoptr(DdCiteGrammar) grammar = dd_cite_grammar_new(lexicon, times);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) citations = g_array_new(FALSE, TRUE, sizeof(DdCitation));
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdText) text = fuzz_tokens(lexicon, data, size, &tokens);
	if (text == NULL)
		return 0;
	for (int place = DD_CITE_IN_TEXT; place <= DD_CITE_IN_TASK; place++)
		dd_cite_scan(grammar, &tokens, 0, tokens.n, (DdCitePlace)place, arena, citations);
	dd_cite_finish(arena, citations);
	for (guint i = 0; i < citations->len; i++)
		g_assert_cmpint(g_array_index(citations, DdCitation, i).relation, <, DD_RELATION_LAST);
	return 0;
}
