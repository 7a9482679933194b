/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-names.c: names of units in lists and sentences, and the office's own list, both from the same bytes */
#include "fuzz-tokens.h"
#include "names.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autofree char *csv = g_strndup((const char *)data, size);
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, csv, NULL);
	if (directory == NULL) { /* the lexicon has words of the list that was refused */
		dd_lexicon_free(lexicon);
		lexicon = dd_lexicon_new();
		directory = dd_directory_new(lexicon, NULL, NULL);
	}
	g_autoptr(DdLocalNames) local = dd_local_names_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdText) text = fuzz_tokens(lexicon, data, size, &tokens);
	if (text == NULL)
		return 0;
	DdFieldList list = {0};
	DdNameMatch match = {0};
	dd_local_names_learn(local, directory, &tokens, arena);
	dd_names_parse(directory, local, &tokens, 0, tokens.n, arena, &list);
	for (size_t at = 0; at < tokens.n; at++)
		if (dd_name_match(directory, local, &tokens, at, tokens.n, arena, &match))
			g_assert_true(match.len > 0 && match.len <= tokens.n - at);
	g_assert_cmpuint(
		dd_names_read(directory, local, &tokens, 0, tokens.n, arena, &list), <=, tokens.n);
	return 0;
}
