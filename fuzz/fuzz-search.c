/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-search.c: any text as what is looked for, and as what is looked through */
#include "fuzz.h"
#include "maxima.h"
#include "search-rank.h"
#include "search-words.h"

#include <string.h>

/* An expression is of letters, digits and the signs of the language: what was typed cannot leave its quotation marks */
static void
check_expression(const DdSearchQuery *query, DdDbEngine engine, DdCloseness closeness)
{
	const DdSearchScope scope = {{NULL}};
	g_autofree char *text = dd_search_query_express(query, engine, closeness, &scope);
	char quote = engine == DD_DB_SQLITE ? '"' : '\'';
	bool quoted = false;
	g_assert_true(g_utf8_validate(text, -1, NULL));
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (*at == quote)
			quoted = !quoted;
		else if (quoted)
			g_assert_true(g_unichar_isalnum(c) || strchr(" =", *at) != NULL);
		else
			g_assert_true(c < 0x80 &&
				      (g_ascii_isalpha(*at) || strchr(" ()&|!<->:", *at) != NULL));
	}
	g_assert_false(quoted);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *bytes = g_strndup(size > 0 ? (const char *)data : "", size);
	g_autofree char *text = g_utf8_make_valid(bytes, -1);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdSearchQuery query;
	/* the first line is looked for in all of it */
	g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
	if (!dd_search_query_parse(line, arena, &query, NULL))
		return 0;
	g_assert_true(query.n_words > 0 && query.n_words <= DD_MAX_QUERY_WORDS);
	for (int closeness = 0; closeness < DD_CLOSE_LAST; closeness++) {
		DdSearchHit hit = {.kind = "text"};
		check_expression(&query, DD_DB_SQLITE, (DdCloseness)closeness);
		check_expression(&query, DD_DB_PGSQL, (DdCloseness)closeness);
		(void)dd_search_score(&query, (DdCloseness)closeness, text, hit.kind);
		dd_search_excerpt(&query, (DdCloseness)closeness, text, arena, &hit);
		g_assert_true(hit.n_pieces <= DD_MAX_SEARCH_PART_WORDS);
	}
	return 0;
}
