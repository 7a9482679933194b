/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue.h: the national catalogue, whose tables are made when the program is built */
#pragma once

#include "alias.h"
#include "names.h"
#include "vocab-tree.h"

G_BEGIN_DECLS

/* All that comes of data/catalogue/units.csv, unit-words.csv and the family names */
typedef struct {
	DdLexiconTables lexicon;
	DdVocabTables vocab;
	DdAliases aliases;
	const DdProvince *provinces;
	size_t n_provinces;
} DdCatalogue;

/* Written by make-catalogue.c; must not be changed, only copied */
extern const DdCatalogue dd_catalogue;

/* The cells of the catalogue, as scripts/embed.py leaves them */
extern const char dd_data_units[];
extern const char dd_data_unit_words[];

#define DD_UNIT_COLUMNS 4      /* name,abbreviations,kind,parent */
#define DD_UNIT_WORD_COLUMNS 3 /* type,phrase,kind */

/* Reads a row of @n cells. Returns: the row behind it, NULL at the end */
const char *
dd_catalogue_next_row(const char *at, const char **cells, size_t n);
/* Adds all cells to the vocabulary and the abbreviations; @provinces takes DdProvince */
void
dd_catalogue_read(DdVocab *vocab, DdAliases *aliases, GArray *provinces);

G_END_DECLS
