/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-when.c: any text as a value of time, as running text and as a date, at each degree of damage */
#include "fuzz.h"
#include "when.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_utf8_make_valid(size > 0 ? (const char *)data : "", (gssize)size);
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdTimeGrammar) grammar = dd_time_grammar_new(lexicon);
	g_auto(DdTokens) tokens = {0};
	for (int damage = DD_DAMAGE_NONE; damage <= DD_DAMAGE_HEAVY; damage++) {
		g_autoptr(DdArena) arena = dd_arena_new();
		DdTime time = {0};
		DdDay day;
		size_t at = 0, len = 0;
		dd_tokens_scan(&tokens, lexicon, (DdDamage)damage, text, 0, strlen(text));
		dd_time_parse(grammar, &tokens, 0, tokens.n, 2024, arena, &time);
		g_assert_true(time.kind < DD_TIME_LAST &&
			      (time.kind == DD_TIME_EVENT) == (time.event != NULL));
		if (dd_time_find(grammar, &tokens, 0, tokens.n, 2024, arena, &time, &at, &len))
			g_assert_true(len > 0 && at + len <= tokens.n);
		(void)dd_date_match(grammar, &tokens, 0, tokens.n, &day, &len);
	}
	return 0;
}
