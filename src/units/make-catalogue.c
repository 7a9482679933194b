/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make-catalogue.c: run when the program is built: reads the catalogue into its tables and writes them as C source, so that
 * the program begins with them. usage: make-catalogue OUTPUT.c
 */
#include "catalogue.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define NUMBERS_IN_ROW 12

static void
open_array(FILE *out, const char *type, const char *name)
{
	fprintf(out, "static const %s %s[] = {\n", type, name);
}

static void
close_array(FILE *out)
{
	fputs("};\n\n", out);
}

static uint64_t
number_at(const void *numbers, size_t size, size_t i)
{
	switch (size) {
	case sizeof(uint16_t):
		return ((const uint16_t *)numbers)[i];
	case sizeof(uint32_t):
		return ((const uint32_t *)numbers)[i];
	default:
		return ((const uint64_t *)numbers)[i];
	}
}

/* @size: of a number in bytes */
static void
write_numbers(FILE *out, const char *name, const void *numbers, size_t size, size_t n)
{
	fprintf(out, "static const uint%zu_t %s[] = {\n", size * CHAR_BIT, name);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "0x%" PRIx64 ",%s", number_at(numbers, size, i),
			(i + 1) % NUMBERS_IN_ROW == 0 ? "\n" : "");
	close_array(out);
}

static void
write_text(FILE *out, const char *text)
{
	g_autofree char *escaped = text != NULL ? g_strescape(text, NULL) : NULL;
	fprintf(out, escaped != NULL ? "\"%s\"" : "NULL", escaped);
}

static void
write_lexicon(FILE *out, const DdLexiconTables *lexicon)
{
	write_numbers(out, "exact", lexicon->exact, sizeof(*lexicon->exact), lexicon->exact_size);
	write_numbers(out, "fold", lexicon->fold, sizeof(*lexicon->fold), lexicon->fold_size);
	write_numbers(out, "fold_of", lexicon->fold_of, sizeof(*lexicon->fold_of), lexicon->n_words);
	open_array(out, "char", "folds");
	const char *fold = lexicon->folds;
	for (uint32_t i = 0; i < lexicon->n_folds; i++, fold += strlen(fold) + 1) {
		write_text(out, fold);
		fputs("\"\\0\"\n", out);
	}
	close_array(out);
}

static void
write_nodes(FILE *out, const DdVocabTables *vocab)
{
	open_array(out, "DdVocabNode", "nodes");
	for (uint32_t i = 0; i < vocab->n_nodes; i++) {
		const DdVocabNode *node = &vocab->nodes[i];
		fprintf(out, "\t{%u, %u, %u, %u, 0x%x, 0x%x, %u, %u, %u, %d},\n", node->spelling,
			node->child, node->sibling, node->entry, node->below, node->mask,
			node->word, node->fold, node->letters, node->joiner);
	}
	close_array(out);
}

static void
write_entries(FILE *out, const DdVocabTables *vocab)
{
	open_array(out, "DdVocabEntry", "entries");
	for (uint32_t i = 0; i < vocab->n_entries; i++) {
		const DdVocabEntry *entry = &vocab->entries[i];
		fputs("\t{", out);
		write_text(out, entry->text);
		fputs(", ", out);
		write_text(out, entry->kind);
		fprintf(out, ", %u, %d, %u},\n", entry->type, entry->own, entry->next);
	}
	close_array(out);
}

static void
write_spellings(FILE *out, const DdVocabTables *vocab)
{
	open_array(out, "DdVocabSpelling", "spellings");
	for (uint32_t i = 0; i < vocab->n_spellings; i++) {
		const DdVocabSpelling *spelling = &vocab->spellings[i];
		fprintf(out, "\t{%u, %u, %u, {", spelling->word, spelling->fold, spelling->n);
		for (size_t k = 0; k < spelling->n; k++)
			fprintf(out, "{%d, %u}, ", spelling->glyphs[k].fold, spelling->glyphs[k].marks);
		fputs("}},\n", out);
	}
	close_array(out);
}

static void
write_vocab(FILE *out, const DdVocabTables *vocab)
{
	write_nodes(out, vocab);
	write_entries(out, vocab);
	write_spellings(out, vocab);
	open_array(out, "DdVocabRootKey", "root_keys");
	for (uint32_t i = 0; i < vocab->n_root_keys; i++) {
		const DdVocabRootKey *key = &vocab->root_keys[i];
		fprintf(out, "\t{%u, %d, %d, %u},\n", key->node, key->first, key->second, key->n);
	}
	close_array(out);
	write_numbers(out, "spelling_of", vocab->spelling_of, sizeof(*vocab->spelling_of),
		vocab->n_spelling_of);
	write_numbers(out, "by_fold", vocab->by_fold, sizeof(*vocab->by_fold), vocab->n_by_fold);
	write_numbers(out, "masks", vocab->masks, sizeof(*vocab->masks), vocab->n_masks);
	write_numbers(out, "edges", vocab->edges, sizeof(*vocab->edges), vocab->n_edges);
}

static void
write_aliases(FILE *out, const DdAliases *aliases)
{
	open_array(out, "DdAlias", "aliases");
	for (uint32_t i = 0; i < aliases->n; i++) {
		const DdAlias *alias = &aliases->items[i];
		fputs("\t{", out);
		write_text(out, alias->letters);
		fputs(", ", out);
		write_text(out, alias->text);
		fputs(", ", out);
		write_text(out, alias->kind);
		fprintf(out, ", %u},\n", alias->rank);
	}
	close_array(out);
	open_array(out, "DdAliasSlot", "alias_slots");
	for (uint32_t i = 0; i < aliases->n_slots; i++)
		fprintf(out, "\t{0x%x, %u},\n", aliases->slots[i].hash, aliases->slots[i].alias);
	close_array(out);
}

static void
write_provinces(FILE *out, const GArray *provinces)
{
	open_array(out, "DdProvince", "provinces");
	for (guint i = 0; i < provinces->len; i++) {
		const DdProvince *province = &g_array_index(provinces, DdProvince, i);
		fputs("\t{", out);
		write_text(out, province->name);
		fprintf(out, ", %d},\n", province->city);
	}
	close_array(out);
}

/* What the arrays belong to. They are never written to; where they may grow, what holds them copies them before. */
static void
write_catalogue(FILE *out, const DdCatalogue *made)
{
	const DdLexiconTables *lexicon = &made->lexicon;
	const DdVocabTables *vocab = &made->vocab;
	fputs("const DdCatalogue dd_catalogue = {\n", out);
	fprintf(out, "\t.lexicon = {exact, fold, fold_of, folds, %u, %u, %u, %u, %u},\n",
		lexicon->exact_size, lexicon->fold_size, lexicon->n_words, lexicon->n_folds,
		lexicon->folds_size);
	fprintf(out,
		"\t.vocab = {(DdVocabNode *)nodes, (DdVocabEntry *)entries, (DdVocabSpelling "
		"*)spellings,\n"
		"\t\t(DdVocabRootKey *)root_keys, %u, %u, %u, %u,\n"
		"\t\t(uint32_t *)spelling_of, (uint32_t *)by_fold, (uint32_t *)masks, %u, %u, %u,\n"
		"\t\t%u, %u, (DdVocabEdge *)edges},\n",
		vocab->n_nodes, vocab->n_entries, vocab->n_spellings, vocab->n_root_keys,
		vocab->n_spelling_of, vocab->n_by_fold, vocab->n_masks, vocab->n_edges,
		vocab->edges_used);
	fprintf(out, "\t.aliases = {(DdAliasSlot *)alias_slots, (DdAlias *)aliases, %u, %u, NULL},\n",
		made->aliases.n_slots, made->aliases.n);
	fprintf(out, "\t.provinces = provinces,\n\t.n_provinces = %zu,\n};\n", made->n_provinces);
}

static bool
write_source(const char *path, const DdVocab *vocab, const DdAliases *aliases, const GArray *provinces)
{
	FILE *out = fopen(path, "we");
	if (out == NULL)
		return false;
	DdCatalogue made = {
		.lexicon = dd_lexicon_get_tables(vocab->lexicon),
		.vocab = vocab->tables,
		.aliases = *aliases,
		.n_provinces = provinces->len,
	};
	fputs("/* made by make-catalogue.c; do not edit */\n#include \"catalogue.h\"\n\n", out);
	write_lexicon(out, &made.lexicon);
	write_vocab(out, &made.vocab);
	write_aliases(out, &made.aliases);
	write_provinces(out, provinces);
	write_catalogue(out, &made);
	bool written = !ferror(out);
	return fclose(out) == 0 && written;
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: make-catalogue OUTPUT.c\n", stderr);
		return EXIT_FAILURE;
	}
	g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL); /* a mistake in the catalogue ends the build */
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdVocab) vocab = dd_vocab_new(lexicon, NULL);
	g_auto(DdAliases) aliases = {0};
	g_autoptr(GArray) provinces = g_array_new(FALSE, FALSE, sizeof(DdProvince));
	dd_catalogue_read(vocab, &aliases, provinces);
	if (!write_source(argv[1], vocab, &aliases, provinces)) {
		perror(argv[1]);
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}
