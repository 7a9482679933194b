/* SPDX-License-Identifier: GPL-3.0-or-later */
/* directory.c: the national catalogue and the office's own list */
#include <string.h>

#include "catalogue.h"
#include "csv-rows.h"
#include "error.h"
#include "language.h"
#include "maxima.h"
#include "name-place.h"
#include "names-private.h"
#include "ngram-builder.h"
#include "restore.h"

#define COLUMNS DD_UNIT_COLUMNS
/* what the table of names says costs more than what the language does, above all of words that are no names */
#define NAME_DEARER (2 * DD_NGRAM_UNIT)
#define NAME_DEARER_SMALL (6 * DD_NGRAM_UNIT)

/* Returns: (transfer none) what who writes in short writes: without the province */
static const char *
without_place(DdDirectory *self, const char *name, const char *kind)
{
	if (strcmp(kind, "department") != 0 && strcmp(kind, "room") != 0)
		return name;
	return dd_arena_strndup(self->texts, name, dd_name_find_place(name, NULL));
}

/*
 * A bare abbreviation is certain here, where the catalogue wants the kind of unit before it.
 * @name: of the directory's texts
 */
static void
add_own_unit(DdDirectory *self, const char *name, const char *abbreviations, const char *kind)
{
	const char *head = dd_vocab_add(self->vocab, DD_VOCAB_NAME, name, kind, true);
	if (head != NULL)
		dd_alias_add_initials(&self->aliases, head, name, kind);
	dd_alias_add_list(
		&self->aliases, NULL, abbreviations, without_place(self, name, kind), kind, 2);
}

static bool
check_header(const DdCsvRows *csv, GError **error)
{
	static const char *const names[COLUMNS] = {"name", "abbreviations", "kind", "parent"};
	for (size_t i = 0; i < COLUMNS; i++) {
		if (csv->n <= i || g_ascii_strcasecmp(csv->cells[i]->str, names[i]) != 0) {
			dd_csv_rows_fail(error, csv->line,
				"dòng đầu phải là name,abbreviations,kind,parent",
				"the header must be name,abbreviations,kind,parent");
			return false;
		}
	}
	return true;
}

static bool
check_row(const DdCsvRows *csv, GError **error)
{
	if (csv->n != COLUMNS) {
		dd_csv_rows_fail(error, csv->line, "phải có 4 cột", "there must be 4 columns");
		return false;
	}
	if (csv->cells[0]->str[0] == '\0') {
		dd_csv_rows_fail(error, csv->line, "thiếu tên đơn vị", "the name is missing");
		return false;
	}
	if (csv->cells[2]->str[0] != '\0' && dd_kind_intern(csv->cells[2]->str)[0] == '\0') {
		dd_csv_rows_fail(error, csv->line, "loại đơn vị không có trong danh mục",
			"unknown kind of unit");
		return false;
	}
	return true;
}

/* Reads the office's own list */
static bool
load_units(DdDirectory *self, const char *text, GError **error)
{
	g_auto(DdCsvRows) csv = {0};
	g_autoptr(GError) failed = NULL;
	unsigned rows = 0;
	if (!dd_csv_rows_begin(&csv, text, error))
		return false;
	while (dd_csv_rows_next(&csv, &failed)) {
		if (rows++ == 0) {
			if (!check_header(&csv, error))
				return false;
			continue;
		}
		if (dd_csv_rows_is_blank(&csv))
			continue;
		if (rows > DD_MAX_UNITS) {
			g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"danh sách đơn vị quá %d dòng / list of units over %d rows",
				DD_MAX_UNITS, DD_MAX_UNITS);
			return false;
		}
		if (!check_row(&csv, error))
			return false;
		add_own_unit(self, dd_arena_strdup(self->texts, csv.cells[0]->str),
			csv.cells[1]->str, dd_kind_intern(csv.cells[2]->str));
	}
	if (failed != NULL) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return false;
	}
	return true;
}

DdDirectory *
dd_directory_new(DdLexicon *lexicon, const char *csv, GError **error)
{
	g_autoptr(DdDirectory) self = g_new0(DdDirectory, 1);
	self->restorer_once = (DdOnce)DD_ONCE_INIT;
	dd_lexicon_load(lexicon, &dd_catalogue.lexicon);
	self->vocab = dd_vocab_new(lexicon, &dd_catalogue.vocab);
	self->aliases = dd_catalogue.aliases;
	self->provinces = dd_catalogue.provinces;
	self->n_provinces = dd_catalogue.n_provinces;
	self->texts = dd_arena_new();
	if (csv != NULL && !load_units(self, csv, error))
		return NULL;
	return g_steal_pointer(&self);
}

const DdProvince *
dd_directory_get_provinces(const DdDirectory *directory, size_t *n_out)
{
	*n_out = directory->n_provinces;
	return directory->provinces;
}

/* What each row of a catalogue has to teach: its names and phrases, not its codes */
static void
learn_cells(DdNgramBuilder *builder, const char *at, size_t columns, size_t column)
{
	const char *cells[COLUMNS];
	while ((at = dd_catalogue_next_row(at, cells, columns)) != NULL) {
		const char *text = cells[column];
		g_autofree char *line = g_strdup_printf("%s\n\n", text);
		dd_ngram_builder_add_text(builder, line, 1);
		if (strcmp(cells[0], "place") != 0)
			continue;
		g_autofree char *named = g_strdup_printf(
			"báo %s; tỉnh %s; thành phố %s\n\n", text, text, text);
		dd_ngram_builder_add_text(builder, named, 1);
	}
}

/* Returns: (transfer full) the table of the names of offices, places and persons */
static DdNgrams *
table_of_names(void)
{
	g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
	learn_cells(builder, dd_data_units, COLUMNS, 0);
	learn_cells(builder, dd_data_unit_words, DD_UNIT_WORD_COLUMNS, 1);
	for (size_t i = 0; i < dd_person_n_surname; i++) {
		g_autofree char *line = g_strdup_printf("%s\n\n", dd_person_surname[i]);
		dd_ngram_builder_add_text(builder, line, 1);
	}
	g_autoptr(GBytes) bytes = dd_ngram_builder_finish(builder);
	return dd_ngrams_new(bytes, NULL);
}

const DdRestorer *
dd_directory_get_restorer(const DdDirectory *directory)
{
	DdDirectory *self = (DdDirectory *)directory;
	/* made when the first bad scan asks for it; clean texts pay nothing */
	if (dd_once_enter(&self->restorer_once)) {
		g_autoptr(GBytes) bytes = g_bytes_new_static(dd_language_table, dd_language_size);
		DdRestorer *made = dd_restorer_new();
		DdNgrams *language = dd_ngrams_new(bytes, NULL), *names = table_of_names();
		if (language != NULL)
			dd_restorer_take_table(made, language, 0, 0);
		if (names != NULL)
			dd_restorer_take_table(made, names, NAME_DEARER, NAME_DEARER_SMALL);
		for (size_t i = 0; i < dd_person_n_surname; i++)
			dd_restorer_add_surname(made, dd_person_surname[i]);
		self->restorer = made;
		dd_once_leave(&self->restorer_once);
	}
	return self->restorer;
}

void
dd_directory_free(DdDirectory *self)
{
	if (self == NULL)
		return;
	dd_vocab_free(self->vocab);
	dd_restorer_free(self->restorer);
	dd_arena_free(self->texts);
	dd_aliases_clear(&self->aliases);
	g_free(self);
}
