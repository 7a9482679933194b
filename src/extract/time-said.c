/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-said.h"

#include "when.h"

#include <string.h>

void
dd_time_said_read(const char *text, int year, DdArena *arena, DdTime *time_out)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdTimeGrammar) grammar = dd_time_grammar_new(lexicon);
	g_auto(DdTokens) tokens = {0};
	/* what is found lies in the text where it can */
	const char *kept = dd_arena_strdup(arena, text);
	*time_out = (DdTime){0};
	dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, kept, 0, strlen(kept));
	dd_time_parse(grammar, &tokens, 0, tokens.n, year, arena, time_out);
}
