/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-language.c: run by the build: counts texts and writes the table of Vietnamese that the program holds, as C */
#include <stdio.h>
#include <string.h>

#include "ngram-builder.h"

#define WEIGHT_TEXT 20u  /* of our own text, which is of the kind that is restored */
#define WEIGHT_COUNTS 1u /* of translations of programs */
#define ROW 32u          /* bytes of a line of C */

/* Adds one file: counts when its name says so, else text. */
static gboolean
add_file(DdNgramBuilder *builder, const char *path, GError **error)
{
	g_autofree char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, error))
		return FALSE;
	if (g_str_has_suffix(path, ".counts"))
		return dd_ngram_builder_add_counts(builder, text, WEIGHT_COUNTS, error);
	dd_ngram_builder_add_text(builder, text, WEIGHT_TEXT);
	return TRUE;
}

static void
write_table(FILE *out, const unsigned char *data, gsize len)
{
	fputs("#include \"language.h\"\n\n"
	      "_Alignas(8) const unsigned char dd_language_table[] =\n",
		out);
	for (gsize i = 0; i < len; i++) {
		if (i % ROW == 0)
			fputs("\t\"", out);
		fprintf(out, "\\%03o", data[i]);
		if (i % ROW == ROW - 1 || i + 1 == len)
			fputs("\"\n", out);
	}
	fprintf(out, "\t;\n\nconst size_t dd_language_size = %" G_GSIZE_FORMAT ";\n", len);
}

int
main(int argc, char **argv)
{
	g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
	g_autoptr(GError) error = NULL;
	if (argc < 3) {
		fputs("usage: make-language OUTPUT.c FILE.txt|FILE.counts…\n", stderr);
		return 2;
	}
	for (int i = 2; i < argc; i++)
		if (!add_file(builder, argv[i], &error)) {
			fprintf(stderr, "%s: %s\n", argv[i], error->message);
			return 1;
		}
	g_autoptr(GBytes) table = dd_ngram_builder_finish(builder);
	FILE *out = fopen(argv[1], "we");
	if (out == NULL) {
		perror(argv[1]);
		return 1;
	}
	gsize len = 0;
	const unsigned char *data = g_bytes_get_data(table, &len);
	write_table(out, data, len);
	if (fclose(out) != 0) {
		perror(argv[1]);
		return 1;
	}
	return 0;
}
