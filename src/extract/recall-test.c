/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall-test.c: words of a bad scan that those beside them tell, and what is shown of it */
#include "recall.h"

#include <string.h>

#include "context-test-support.h"
#include "maxima.h"

typedef struct {
	DdTestContext test;
	DdDirectory *directory;
} Fixture;

static void
init(Fixture *self, DdDamage damage, const char *text)
{
	DdLexicon *lexicon = dd_lexicon_new();
	self->directory = dd_directory_new(lexicon, NULL, NULL);
	dd_lexicon_add(lexicon, "hợp", strlen("hợp"));
	dd_lexicon_add(lexicon, "phối", strlen("phối"));
	dd_test_context_init(&self->test, lexicon, damage, text);
	self->test.context.directory = self->directory;
	dd_recall_words(&self->test.context);
}

static void
clear(Fixture *self)
{
	g_clear_pointer(&self->test.context.recalled, g_array_unref);
	dd_restore_cache_free(self->test.context.restored);
	dd_test_context_clear(&self->test);
	dd_directory_free(self->directory);
}

/* Returns: is the token @i of the text the bare word of @word? */
static bool
is_taken_for(Fixture *self, size_t i, const char *word)
{
	DdContext *context = &self->test.context;
	dd_context_scan(context, 0, (uint32_t)context->len);
	uint16_t id = dd_lexicon_add(self->test.lexicon, word, strlen(word));
	return context->scratch.items[i].fold == dd_lexicon_get_fold(self->test.lexicon, id);
}

static void
test_words(void)
{
	static const char scan[] = "So Y té chi tri, phéi hop véi So Tai chinh tham dinh.\n";
	Fixture bad, clean;
	init(&bad, DD_DAMAGE_HEAVY, scan);
	g_assert_true(is_taken_for(&bad, 6, "phối"));
	clear(&bad);
	init(&clean, DD_DAMAGE_NONE, scan);
	g_assert_null(clean.test.context.recalled);
	g_assert_false(is_taken_for(&clean, 6, "phối"));
	clear(&clean);
}

/* A line longer than what is restored at once is gone through in stretches that cut no word. */
static void
test_long_line(void)
{
	g_autoptr(GString) line = g_string_new(NULL);
	while (line->len < (size_t)3 * DD_MAX_RESTORED)
		g_string_append(line, "phéi hop véi ");
	Fixture self;
	init(&self, DD_DAMAGE_HEAVY, line->str);
	DdContext *context = &self.test.context;
	dd_context_scan(context, 0, (uint32_t)context->len);
	size_t taken = 0, words = context->scratch.n / 3;
	for (size_t i = 0; i < words; i++)
		taken += context->scratch.items[3 * i].fold != 0;
	g_assert_cmpuint(taken, ==, words);
	for (guint i = 1; i < context->recalled->len; i++)
		g_assert_cmpuint(g_array_index(context->recalled, DdRecalledWord, i - 1).at, <,
			g_array_index(context->recalled, DdRecalledWord, i).at);
	clear(&self);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/recall/words", test_words);
	g_test_add_func("/recall/long-line", test_long_line);
	return g_test_run();
}
