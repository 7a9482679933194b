/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue.c: reads the cells of the national catalogue */
#include "catalogue.h"

#include <string.h>

#include "names-private.h"

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

const char *const *
dd_kind_get_all(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(kinds);
	return kinds;
}

const char *
dd_catalogue_next_row(const char *at, const char **cells, size_t n)
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
read_units(DdVocab *vocab, DdAliases *aliases)
{
	const char *cells[DD_UNIT_COLUMNS];
	for (const char *at = dd_data_units;
		(at = dd_catalogue_next_row(at, cells, DD_UNIT_COLUMNS)) != NULL;) {
		const char *name = cells[0], *kind = catalogue_kind(name, cells[2]);
		const char *head = dd_vocab_add(vocab, DD_VOCAB_NAME, name, kind, false);
		if (head != NULL) {
			dd_alias_add_initials(aliases, head, name, kind);
			dd_alias_add_list(aliases, head, cells[1], name, kind, 1);
		}
		dd_alias_add_list(aliases, NULL, cells[1], name, kind, 1);
	}
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
add_province(GArray *provinces, const char *name, const char *kind)
{
	bool city = strcmp(kind, "city") == 0;
	if (!city && strcmp(kind, "province") != 0)
		return;
	DdProvince province = {name, city};
	g_array_append_val(provinces, province);
}

/* Reads the words of the grammar and the family names */
static void
read_words(DdVocab *vocab, GArray *provinces)
{
	for (size_t i = 0; i < dd_person_n_surname; i++)
		dd_vocab_add(vocab, DD_VOCAB_SURNAME, dd_person_surname[i], "", false);
	const char *cells[DD_UNIT_WORD_COLUMNS];
	size_t type = 0;
	for (const char *at = dd_data_unit_words;
		(at = dd_catalogue_next_row(at, cells, DD_UNIT_WORD_COLUMNS)) != NULL;) {
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
		dd_vocab_add(vocab, word_types[type].type, text,
			place ? "" : catalogue_kind(text, cells[2]), false);
		if (place)
			add_province(provinces, text, cells[2]);
	}
}

void
dd_catalogue_read(DdVocab *vocab, DdAliases *aliases, GArray *provinces)
{
	read_words(vocab, provinces);
	read_units(vocab, aliases);
}
