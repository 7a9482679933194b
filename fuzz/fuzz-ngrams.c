/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-ngrams.c: a table of syllables of any bytes, its sum made right, asked everything; counts of any text */
#include <string.h>

#include "fuzz.h"
#include "ngram-builder.h"
#include "restore.h"

#define ASKED 300u /* words of a table that are asked about */

/* Restores with what the table knows: any cost there is leads to some words. */
static void
restore(DdNgrams *table)
{
	static const char text[] = "Ké hoach so 5, chi tri phéi hop quy ét";
	g_autoptr(DdRestorer) restorer = dd_restorer_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	dd_restorer_take_table(restorer, table, 0, 8);
	g_assert_nonnull(dd_restore(restorer, text, strlen(text), arena, NULL));
}

static void
ask(GBytes *bytes)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdNgrams) table = dd_ngrams_new(bytes, &error);
	g_assert_true((table == NULL) == (error != NULL));
	if (table == NULL)
		return;
	size_t n = MIN(dd_ngrams_get_word_count(table), ASKED);
	for (size_t i = 0; i < n; i++) {
		g_assert_cmpuint(dd_ngrams_find(table, dd_ngrams_get_word(table, i)), ==, i);
		(void)dd_ngrams_cost(table, (uint16_t)i, (uint16_t)(n - 1 - i), (uint16_t)i);
	}
	restore(g_steal_pointer(&table));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) as_is = g_bytes_new(data, size);
	ask(as_is);
	g_autofree char *text = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
	if (size >= DD_NGRAM_HEADER) {
		g_autofree uint8_t *copy = g_memdup2(data, size);
		uint32_t sum = dd_ngrams_sum(copy + DD_NGRAM_HEADER, size - DD_NGRAM_HEADER);
		for (unsigned i = 0; i < 4; i++)
			copy[8 + DD_NGRAM_SUM * 4 + i] = (uint8_t)(sum >> (8 * i));
		for (size_t i = 0; i < DD_NGRAM_MAGIC_BYTES; i++)
			copy[i] = (uint8_t)DD_NGRAM_MAGIC[i];
		g_autoptr(GBytes) forged = g_bytes_new(copy, size);
		ask(forged);
	}
	g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
	g_autoptr(GError) error = NULL;
	bool counted = dd_ngram_builder_add_counts(builder, text, 1, &error);
	g_assert_true(counted == (error == NULL));
	if (g_utf8_validate(text, -1, NULL))
		dd_ngram_builder_add_text(builder, text, 3);
	g_autoptr(GBytes) built = dd_ngram_builder_finish(builder);
	ask(built);
	return 0;
}
