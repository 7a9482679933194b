/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-heirs.c: who took over the work of a unit that ended */
#include "identity.h"
#include "maxima.h"
#include "name-place.h"
#include "national.h"
#include "unit-book-private.h"

#include <string.h>

typedef struct {
	const DdUnitBook *book;
	const DdBookUnit *issuer;
	DdDay day;
	char *text; /* folded, NULL none */
	GArray *heirs;
} Search;

/* Returns: TRUE when the folded text has all words of @phrase behind each other */
static bool
speaks_of(const char *text, const char *phrase)
{
	g_autofree char *key = dd_identity_fold(phrase);
	size_t len = key != NULL ? strlen(key) : 0;
	for (const char *at = len > 0 ? strstr(text, key) : NULL; at != NULL; at = strstr(at + 1, key))
		if ((at == text || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

/* @words: phrases by ';', or the names of fields by ',' */
static bool
is_told(const Search *search, const char *words)
{
	if (search->text == NULL || *words == '\0')
		return false;
	g_auto(GStrv) phrases = g_strsplit_set(words, ";,", -1);
	for (char **at = phrases; *at != NULL; at++)
		if (speaks_of(search->text, *at))
			return true;
	return false;
}

static void
add(Search *search, const DdHeir *heir)
{
	for (guint i = 0; i < search->heirs->len; i++) {
		const DdHeir *one = &g_array_index(search->heirs, DdHeir, i);
		if (one->unit == heir->unit && g_strcmp0(one->name, heir->name) == 0 &&
			strcmp(one->field, heir->field) == 0)
			return;
	}
	g_array_append_val(search->heirs, *heir);
}

/* Returns: the first of the successions of @id */
static size_t
find_from(const DdUnitBook *book, const char *id)
{
	size_t low = 0, high = book->n_successions;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(book->successions[book->by_from[middle]].from, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A step of the way from a unit to those that are there: heirs of heirs keep the field that was named first */
typedef struct {
	const DdBookUnit *unit;
	const char *field;
	unsigned depth;
} Step;

/* What the directory says itself; a queue and not recursion, each unit once */
static void
add_recorded(Search *search, const DdBookUnit *unit)
{
	const DdUnitBook *book = search->book;
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
	Step first = {unit, "", 0};
	g_array_append_val(steps, first);
	for (guint i = 0; i < steps->len && steps->len < DD_MAX_UNIT_COMPARED; i++) {
		Step step = g_array_index(steps, Step, i);
		for (size_t at = find_from(book, step.unit->id); at < book->n_successions; at++) {
			const DdSuccession *one = &book->successions[book->by_from[at]];
			if (strcmp(one->from, step.unit->id) != 0)
				break;
			if (dd_date_compare(one->day, search->day) > 0)
				continue;
			Step next = {dd_unit_book_lookup(book, one->to),
				*step.field != '\0' ? step.field : one->field, step.depth + 1};
			if (dd_book_unit_is_there(next.unit, search->day))
				add(search,
					&(DdHeir){next.unit, next.unit->name, next.field, one->day,
						one->document, false, is_told(search, next.field)});
			else if (next.depth < DD_MAX_UNIT_DEPTH)
				g_array_append_val(steps, next);
		}
	}
}

static bool
is_meant(const DdHeirRow *row, const char *key)
{
	size_t len = strlen(row->from_key);
	return strncmp(key, row->from_key, len) == 0 &&
	       (key[len] == '\0' || (row->begins && key[len] == ' '));
}

/* What the law says of a name without its province */
static void
add_national(Search *search, const char *name)
{
	const GArray *rows = dd_national_get_heirs();
	g_autofree char *text = g_strndup(name, dd_name_find_place(name, NULL));
	g_autofree char *key = dd_identity_fold(text);
	g_autofree char *whole = dd_identity_fold(name);
	for (guint i = 0; key != NULL && i < rows->len; i++) {
		const DdHeirRow *row = &g_array_index(rows, DdHeirRow, i);
		if (dd_date_compare(row->day, search->day) > 0 ||
			!is_meant(row, row->begins ? whole : key))
			continue;
		DdHeir heir = {NULL, row->to, row->field, row->day, row->source, true,
			is_told(search, *row->words != '\0' ? row->words : row->field)};
		if (row->to != NULL) {
			DdUnitMatch match = dd_unit_book_match(
				search->book, row->to, search->issuer, search->day);
			if (match.ask == DD_ASK_NOTHING &&
				dd_book_unit_is_there(match.items[0].unit, search->day))
				heir.unit = match.items[0].unit;
		}
		add(search, &heir);
	}
}

static int
compare_told(gconstpointer a, gconstpointer b)
{
	const DdHeir *left = a, *right = b;
	return (int)right->told - (int)left->told;
}

GArray *
dd_unit_book_heirs(const DdUnitBook *self, const char *name, const DdBookUnit *unit,
	const DdBookUnit *issuer, DdDay day, const char *text)
{
	g_autoptr(GArray) heirs = g_array_new(FALSE, FALSE, sizeof(DdHeir));
	Search search = {self, issuer, day, dd_identity_fold(text), heirs};
	if (unit != NULL)
		add_recorded(&search, unit);
	bool there = unit != NULL && dd_book_unit_is_there(unit, day);
	if (heirs->len == 0 && !there)
		add_national(&search, unit != NULL ? unit->name : name);
	if (there)
		g_array_set_size(heirs, 0);
	/* stable, so that heirs by the same rule stay in its order */
	g_array_sort(heirs, compare_told);
	g_free(search.text);
	return g_steal_pointer(&heirs);
}
