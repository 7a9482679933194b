/* SPDX-License-Identifier: GPL-3.0-or-later */
/* directory.c: the national catalogue and the office's own list */
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "names-private.h"

extern const char dd_data_units[];
extern const char dd_data_unit_words[];
extern const char dd_data_administrative_words[];

#define COLUMNS 4      /* of a list of units */
#define WORD_COLUMNS 3 /* of the words of the grammar: type,phrase,kind */

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

/* Adds the abbreviations of @list, between semicolons */
static void
add_abbreviations(DdDirectory *self, const char *head, const char *list, const char *name,
	const char *kind, uint8_t rank)
{
	while (*list != '\0') {
		size_t len = strcspn(list, ";");
		dd_alias_add(&self->aliases, head, list, len, name, kind, rank);
		list += len + (list[len] == ';');
	}
}

/*
 * The office's list has "Sở A tỉnh B"; who writes "Sở A" in short does not name the province.
 * Returns: (transfer none) the name without its place
 */
static const char *
without_place(DdDirectory *self, const char *name, const char *kind)
{
	static const char *const places[] = {
		" tỉnh ", " thành phố ", " Thành phố ", " huyện ", " thị xã ", " xã ", " phường "};
	if (strcmp(kind, "department") != 0 && strcmp(kind, "room") != 0)
		return name;
	char *out = dd_arena_strdup(self->texts, name);
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		char *place = strstr(out, places[i]);
		if (place != NULL && g_unichar_isupper(g_utf8_get_char(place + strlen(places[i]))))
			*place = '\0';
	}
	return out;
}

/* @name: of the catalogue or of the directory's texts */
static void
add_unit(DdDirectory *self, const char *name, const char *abbreviations, const char *kind, bool own)
{
	const char *head = dd_vocab_add(self->vocab, DD_VOCAB_NAME, name, kind, own);
	if (head != NULL)
		dd_alias_add_initials(&self->aliases, head, name, kind);
	/* a bare abbreviation is certain in the office's own list only; else the kind of unit must stand before it */
	if (!own && head != NULL)
		add_abbreviations(self, head, abbreviations, name, kind, 1);
	const char *text = own ? without_place(self, name, kind) : name;
	add_abbreviations(self, NULL, abbreviations, text, kind, own ? 2 : 1);
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

/* Reads the office's own list */
static bool
load_units(DdDirectory *self, const char *text, GError **error)
{
	g_auto(CsvReader) csv = {.at = text, .next = 1};
	g_autoptr(GError) failed = NULL;
	unsigned rows = 0;
	if (g_str_has_prefix(text, "\xEF\xBB\xBF"))
		csv.at += 3;
	if (!g_utf8_validate(text, -1, NULL)) {
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
		add_unit(self, dd_arena_strdup(self->texts, csv.cells[0]->str), csv.cells[1]->str,
			dd_kind_intern(csv.cells[2]->str), true);
	}
	if (failed != NULL) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return false;
	}
	return true;
}

/* Reads a row of a catalogue as scripts/embed.py leaves it. Returns: the row behind it, NULL at the end */
static const char *
next_row(const char *at, const char **cells, size_t n)
{
	if (*at == '\0')
		return NULL;
	for (size_t i = 0; i < n; i++, at += strlen(at) + 1)
		cells[i] = at;
	return at;
}

/* Returns: the kind that the row of @name in a catalogue gives; one that does not exist is a mistake of ours */
static const char *
catalogue_kind(const char *name, const char *kind)
{
	const char *known = dd_kind_intern(kind);
	if (kind[0] != '\0' && known[0] == '\0')
		g_critical("data/catalogue: %s: unknown kind of unit %s", name, kind);
	return known;
}

static void
load_catalogue(DdDirectory *self)
{
	const char *cells[COLUMNS];
	for (const char *at = dd_data_units; (at = next_row(at, cells, COLUMNS)) != NULL;)
		add_unit(self, cells[0], cells[1], catalogue_kind(cells[0], cells[2]), false);
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

/* @kind: "province", "city", else it is another place */
static void
add_province(DdDirectory *self, const char *name, const char *kind)
{
	bool city = strcmp(kind, "city") == 0;
	if (!city && strcmp(kind, "province") != 0)
		return;
	DdProvince province = {name, city};
	g_array_append_val(self->provinces, province);
}

/* Adds the words of the grammar and the family names */
static void
load_words(DdDirectory *self)
{
	for (size_t i = 0; i < dd_person_n_surname; i++)
		dd_vocab_add(self->vocab, DD_VOCAB_SURNAME, dd_person_surname[i], "", false);
	const char *cells[WORD_COLUMNS];
	size_t type = 0;
	for (const char *at = dd_data_unit_words; (at = next_row(at, cells, WORD_COLUMNS)) != NULL;) {
		const char *name = cells[0], *text = cells[1];
		/* rows of one type stand together */
		for (size_t n = 0; n < G_N_ELEMENTS(word_types); n++) {
			if (strcmp(name, word_types[type].name) == 0)
				break;
			type = (type + 1) % G_N_ELEMENTS(word_types);
		}
		if (strcmp(name, word_types[type].name) != 0) {
			g_critical("data/catalogue: %s: unknown type %s", text, name);
			continue;
		}
		/* the third column of a place tells what place it is, not what unit */
		bool place = word_types[type].type == DD_VOCAB_PLACE;
		dd_vocab_add(self->vocab, word_types[type].type, text,
			place ? "" : catalogue_kind(text, cells[2]), false);
		if (place)
			add_province(self, text, cells[2]);
	}
}

DdDirectory *
dd_directory_new(DdLexicon *lexicon, const char *csv, GError **error)
{
	g_autoptr(DdDirectory) self = g_new0(DdDirectory, 1);
	self->vocab = dd_vocab_new(lexicon);
	dd_aliases_init(&self->aliases);
	self->texts = dd_arena_new();
	self->provinces = g_array_sized_new(FALSE, FALSE, sizeof(DdProvince), 64);
	load_words(self);
	load_catalogue(self);
	if (csv != NULL && !load_units(self, csv, error))
		return NULL;
	return g_steal_pointer(&self);
}

const DdProvince *
dd_directory_get_provinces(const DdDirectory *directory, size_t *n_out)
{
	*n_out = directory->provinces->len;
	return (const DdProvince *)(const void *)directory->provinces->data;
}

/* What each row of a catalogue has to teach: its names and phrases, not its codes */
static void
learn_cells(DdRestorer *restorer, const char *at, size_t columns, size_t column)
{
	const char *cells[COLUMNS];
	while ((at = next_row(at, cells, columns)) != NULL) {
		const char *text = cells[column];
		dd_restorer_learn(restorer, text);
		if (strcmp(cells[0], "place") != 0)
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
		learn_cells(made, dd_data_units, COLUMNS, 0);
		learn_cells(made, dd_data_unit_words, WORD_COLUMNS, 1);
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
	dd_arena_free(self->texts);
	dd_aliases_clear(&self->aliases);
	g_free(self);
}
