/* SPDX-License-Identifier: GPL-3.0-or-later */
/* directory.c: the national catalogue and the office's own list */
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "names-private.h"

extern const char dd_data_units[];
extern const char dd_data_unit_words[];
extern const char dd_data_administrative_words[];

#define COLUMNS 4

static const char *const kinds[] = {
	"committee",
	"department",
	"room",
	"party",
	"union",
	"school",
	"company",
	"person-role",
};

const char *
dd_kind_intern(const char *kind)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (kind[0] == kinds[i][0] && strcmp(kind, kinds[i]) == 0)
			return kinds[i];
	return "";
}

typedef struct {
	const char *at;
	unsigned line; /* of the row read last */
	unsigned next; /* line that @at stands on */
	GString *cells[COLUMNS];
	size_t n;
} CsvReader;

static void
csv_clear(CsvReader *csv)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (csv->cells[i] != NULL)
			g_string_free(csv->cells[i], TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CsvReader, csv_clear)

static void
csv_error(GError **error, unsigned line, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"danh sách đơn vị, dòng %u: %s / list of units, line %u: %s", line, vi, line, en);
}

static bool
ends_cell(char c)
{
	static const bool ends[256] = {[','] = true, ['\n'] = true, ['\r'] = true, ['\0'] = true};
	return ends[(unsigned char)c];
}

/* Blanks around a cell are the clerk's */
static void
strip(GString *cell)
{
	if (cell->len > 0 &&
		(g_ascii_isspace(cell->str[0]) || g_ascii_isspace(cell->str[cell->len - 1]))) {
		g_strstrip(cell->str);
		g_string_set_size(cell, strlen(cell->str));
	}
}

/* Reads one cell into @cell (NULL: lost). Returns: FALSE with the error set */
static bool
csv_cell(CsvReader *csv, GString *cell, GError **error)
{
	if (*csv->at != '"') {
		size_t len = 0;
		while (!ends_cell(csv->at[len]))
			len++;
		if (cell != NULL && len > 0)
			g_string_append_len(cell, csv->at, (gssize)len);
		csv->at += len;
		return true;
	}
	unsigned opened = csv->next;
	for (csv->at++; !(csv->at[0] == '"' && csv->at[1] != '"'); csv->at++) {
		if (*csv->at == '\0') {
			csv_error(error, opened, "thiếu dấu nháy đóng", "a quoted field does not end");
			return false;
		}
		if (*csv->at == '"')
			csv->at++;
		csv->next += *csv->at == '\n';
		if (cell != NULL)
			g_string_append_c(cell, *csv->at);
	}
	csv->at++;
	if (*csv->at != ',' && *csv->at != '\r' && *csv->at != '\n' && *csv->at != '\0') {
		csv_error(error, csv->next, "có chữ sau dấu nháy đóng", "text behind a closing quote");
		return false;
	}
	return true;
}

/* Reads a row. Returns: FALSE at the end or with the error set */
static bool
csv_row(CsvReader *csv, GError **error)
{
	if (*csv->at == '\0')
		return false;
	csv->line = csv->next;
	for (size_t i = 0; i < COLUMNS; i++) {
		if (csv->cells[i] == NULL)
			csv->cells[i] = g_string_sized_new(128);
		g_string_truncate(csv->cells[i], 0);
	}
	for (csv->n = 0;; csv->at++) {
		if (!csv_cell(csv, csv->n < COLUMNS ? csv->cells[csv->n] : NULL, error))
			return false;
		csv->n++;
		if (*csv->at != ',')
			break;
	}
	if (*csv->at == '\r')
		csv->at++;
	if (*csv->at == '\n')
		csv->at++;
	csv->next++;
	for (size_t i = 0; i < COLUMNS; i++)
		strip(csv->cells[i]);
	return true;
}

static void
add_abbreviations(DdDirectory *self, const char *list, const char *name, const char *kind, uint8_t rank)
{
	if (*list == '\0')
		return;
	g_auto(GStrv) parts = g_strsplit(list, ";", 64);
	for (size_t i = 0; parts[i] != NULL; i++)
		dd_alias_add(&self->aliases, g_strstrip(parts[i]), name, kind, rank);
}

/*
 * The office's list has "Sở A tỉnh B"; who writes "Sở A" in short does not name the province.
 * Returns: (transfer full) the name without its place
 */
static char *
without_place(const char *name, const char *kind)
{
	static const char *const places[] = {
		" tỉnh ", " thành phố ", " Thành phố ", " huyện ", " thị xã ", " xã ", " phường "};
	char *out = g_strdup(name);
	if (strcmp(kind, "department") != 0 && strcmp(kind, "room") != 0)
		return out;
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		char *place = strstr(out, places[i]);
		if (place != NULL && g_unichar_isupper(g_utf8_get_char(place + strlen(places[i]))))
			*place = '\0';
	}
	return out;
}

static void
add_unit(DdDirectory *self, const CsvReader *csv, bool own)
{
	const char *name = csv->cells[0]->str, *abbr = csv->cells[1]->str,
		   *kind = dd_kind_intern(csv->cells[2]->str);
	const char *head = dd_vocab_add(self->vocab, DD_VOCAB_NAME, name, kind, own);
	if (head != NULL)
		dd_alias_add_initials(&self->aliases, head, name, kind);
	/* a bare abbreviation is certain in the office's own list only; else the kind of unit must stand before it */
	if (!own && head != NULL && *abbr != '\0') {
		g_auto(GStrv) parts = g_strsplit(abbr, ";", 64);
		for (size_t i = 0; parts[i] != NULL; i++) {
			g_autofree char *full = g_strdup_printf("%s %s", head, parts[i]);
			dd_alias_add(&self->aliases, full, name, kind, 1);
		}
	}
	g_autofree char *bare = own ? without_place(name, kind) : NULL;
	add_abbreviations(self, abbr, own ? bare : name, kind, own ? 2 : 1);
}

static bool
check_header(const CsvReader *csv, GError **error)
{
	static const char *const names[COLUMNS] = {"name", "abbreviations", "kind", "parent"};
	for (size_t i = 0; i < COLUMNS; i++) {
		if (csv->n <= i || g_ascii_strcasecmp(csv->cells[i]->str, names[i]) != 0) {
			csv_error(error, csv->line, "dòng đầu phải là name,abbreviations,kind,parent",
				"the header must be name,abbreviations,kind,parent");
			return false;
		}
	}
	return true;
}

static bool
check_row(const CsvReader *csv, GError **error)
{
	if (csv->n != COLUMNS) {
		csv_error(error, csv->line, "phải có 4 cột", "there must be 4 columns");
		return false;
	}
	if (csv->cells[0]->str[0] == '\0') {
		csv_error(error, csv->line, "thiếu tên đơn vị", "the name is missing");
		return false;
	}
	if (csv->cells[2]->str[0] != '\0' && dd_kind_intern(csv->cells[2]->str)[0] == '\0') {
		csv_error(error, csv->line, "loại đơn vị không có trong danh mục",
			"unknown kind of unit");
		return false;
	}
	return true;
}

static bool
load_units(DdDirectory *self, const char *text, bool own, GError **error)
{
	g_auto(CsvReader) csv = {.at = text, .next = 1};
	g_autoptr(GError) failed = NULL;
	unsigned rows = 0;
	if (g_str_has_prefix(text, "\xEF\xBB\xBF"))
		csv.at += 3;
	if (own && !g_utf8_validate(text, -1, NULL)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"danh sách đơn vị không phải UTF-8 / list of units is not UTF-8");
		return false;
	}
	while (csv_row(&csv, &failed)) {
		if (rows++ == 0) {
			if (!check_header(&csv, error))
				return false;
			continue;
		}
		if (csv.n == 1 && csv.cells[0]->str[0] == '\0')
			continue;
		if (rows > DD_MAX_UNITS) {
			g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"danh sách đơn vị quá %d dòng / list of units over %d rows",
				DD_MAX_UNITS, DD_MAX_UNITS);
			return false;
		}
		if (!check_row(&csv, error))
			return false;
		add_unit(self, &csv, own);
	}
	if (failed != NULL) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return false;
	}
	return true;
}

static const struct {
	const char *name;
	DdVocabType type;
} word_types[] = {
	{"head", DD_VOCAB_HEAD},
	{"cac", DD_VOCAB_CAC},
	{"noun", DD_VOCAB_NOUN},
	{"level", DD_VOCAB_LEVEL},
	{"tail", DD_VOCAB_TAIL},
	{"ctail", DD_VOCAB_CTAIL},
	{"role", DD_VOCAB_ROLE},
	{"title", DD_VOCAB_TITLE},
	{"place", DD_VOCAB_PLACE},
	{"stop", DD_VOCAB_STOP},
	{"hard", DD_VOCAB_HARD},
	{"nword", DD_VOCAB_NWORD},
	{"zone", DD_VOCAB_ZONE},
};

static void
province_clear(void *province)
{
	g_free(((DdProvince *)province)->name);
}

/* @kind: "province", "city", else it is another place */
static void
add_province(DdDirectory *self, const char *name, const char *kind)
{
	bool city = strcmp(kind, "city") == 0;
	if (!city && strcmp(kind, "province") != 0)
		return;
	DdProvince province = {g_strdup(name), city};
	g_array_append_val(self->provinces, province);
}

/* Adds the words of the grammar, type,phrase,kind, and the family names */
static void
load_words(DdDirectory *self)
{
	for (size_t i = 0; i < dd_person_n_surname; i++)
		dd_vocab_add(self->vocab, DD_VOCAB_SURNAME, dd_person_surname[i], "", false);
	g_auto(CsvReader) csv = {.at = dd_data_unit_words, .next = 1};
	size_t type = 0;
	while (csv_row(&csv, NULL)) {
		const char *name = csv.cells[0]->str, *text = csv.cells[1]->str;
		/* rows of one type stand together */
		for (size_t n = 0; n < G_N_ELEMENTS(word_types); n++) {
			if (strcmp(name, word_types[type].name) == 0)
				break;
			type = (type + 1) % G_N_ELEMENTS(word_types);
		}
		if (strcmp(name, word_types[type].name) != 0)
			continue;
		dd_vocab_add(self->vocab, word_types[type].type, text,
			dd_kind_intern(csv.cells[2]->str), false);
		if (word_types[type].type == DD_VOCAB_PLACE)
			add_province(self, text, csv.cells[2]->str);
	}
}

DdDirectory *
dd_directory_new(DdLexicon *lexicon, const char *csv, GError **error)
{
	g_autoptr(DdDirectory) self = g_new0(DdDirectory, 1);
	self->vocab = dd_vocab_new(lexicon);
	dd_aliases_init(&self->aliases);
	self->provinces = g_array_sized_new(FALSE, FALSE, sizeof(DdProvince), 64);
	g_array_set_clear_func(self->provinces, province_clear);
	load_words(self);
	if (!load_units(self, dd_data_units, false, error))
		return NULL;
	if (csv != NULL && !load_units(self, csv, true, error))
		return NULL;
	return g_steal_pointer(&self);
}

const DdProvince *
dd_directory_get_provinces(const DdDirectory *directory, size_t *n_out)
{
	*n_out = directory->provinces->len;
	return (const DdProvince *)(const void *)directory->provinces->data;
}

/* What each line of a catalogue has to teach: its names and phrases, not its codes */
static void
learn_cells(DdRestorer *restorer, const char *data, size_t column)
{
	g_auto(CsvReader) csv = {.at = data, .next = 1};
	while (csv_row(&csv, NULL)) {
		if (csv.n <= column)
			continue;
		const char *text = csv.cells[column]->str;
		dd_restorer_learn(restorer, text);
		if (strcmp(csv.cells[0]->str, "place") != 0)
			continue;
		g_autofree char *named = g_strdup_printf(
			"báo %s; tỉnh %s; thành phố %s", text, text, text);
		dd_restorer_learn(restorer, named);
	}
}

const DdRestorer *
dd_directory_get_restorer(const DdDirectory *directory)
{
	DdDirectory *self = (DdDirectory *)directory;
	/* made when the first bad scan asks for it; clean texts pay nothing */
	if (g_once_init_enter(&self->restorer)) {
		DdRestorer *made = dd_restorer_new();
		dd_restorer_learn(made, dd_data_administrative_words);
		learn_cells(made, dd_data_units, 0);
		learn_cells(made, dd_data_unit_words, 1);
		for (size_t i = 0; i < dd_person_n_surname; i++)
			dd_restorer_learn(made, dd_person_surname[i]);
		g_once_init_leave(&self->restorer, made);
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
	g_array_unref(self->provinces);
	dd_aliases_clear(&self->aliases);
	g_free(self);
}
