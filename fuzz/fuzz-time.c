/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-time.c: expressions of time, as the value of a label and inside a sentence */
#include "fuzz-tokens.h"
#include "when.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdTimeGrammar) grammar = dd_time_grammar_new(lexicon);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdText) text = fuzz_tokens(lexicon, data, size, &tokens);
	if (text == NULL)
		return 0;
	DdTime time = {0};
	size_t at = 0;
	size_t len = 0;
	dd_time_parse(grammar, &tokens, 0, tokens.n, 2024, arena, &time);
	g_assert_cmpint(time.kind, <, DD_TIME_LAST);
	if (dd_time_find(grammar, &tokens, 0, tokens.n, 0, arena, &time, &at, &len))
		g_assert_true(len > 0 && at < tokens.n && len <= tokens.n - at);
	return 0;
}
