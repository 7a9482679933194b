/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-match.c: which unit a name in a document means */
#include "identity.h"
#include "maxima.h"
#include "name-place.h"
#include "near.h"
#include "unit-book-private.h"

#include <string.h>

#define NEAR_BEST 90   /* only marks differ */
#define NEAR_SPREAD 40 /* from there to the farthest that counts */

static const uint8_t scores[DD_NAME_HOW_LAST] = {100, 98, 97, 95, 85, 0};

typedef struct {
	const DdUnitBook *book;
	uint32_t issuer; /* DD_BOOK_NONE unknown */
	DdDay day;
	GArray *found; /* Found */
} Search;

typedef struct {
	uint32_t unit;
	uint8_t how, score;
	bool there;
	unsigned far; /* steps up from the issuer until it stands above the unit */
} Found;

/* Returns: steps up from the issuer to what both are in; who shares nothing with it is farthest */
static unsigned
measure(const Search *search, uint32_t unit)
{
	uint32_t above[DD_MAX_UNIT_DEPTH + 1];
	unsigned n = 0, steps = 0;
	for (uint32_t at = unit; at != DD_BOOK_NONE && n <= DD_MAX_UNIT_DEPTH;
		at = search->book->parents[at])
		above[n++] = at;
	for (uint32_t at = search->issuer; at != DD_BOOK_NONE; at = search->book->parents[at], steps++)
		for (unsigned i = 0; i < n; i++)
			if (above[i] == at)
				return 2 * steps + i;
	return UINT_MAX;
}

static void
add(Search *search, const DdBookName *name, DdNameHow how, uint8_t score)
{
	for (guint i = 0; i < search->found->len; i++) {
		Found *one = &g_array_index(search->found, Found, i);
		if (one->unit != name->unit)
			continue;
		if (score > one->score) {
			one->how = (uint8_t)how;
			one->score = score;
		}
		return;
	}
	Found one = {name->unit, (uint8_t)how, score,
		dd_book_unit_is_there(&search->book->units[name->unit], search->day),
		measure(search, name->unit)};
	g_array_append_val(search->found, one);
}

/* Units that have @key for a name, at most DD_MAX_UNIT_COMPARED of those that thousands share */
static void
add_equal(Search *search, const char *key)
{
	const GArray *names = search->book->names;
	for (guint i = dd_book_find_key(search->book, key);
		i < names->len && search->found->len < DD_MAX_UNIT_COMPARED; i++) {
		const DdBookName *name = &g_array_index(names, DdBookName, i);
		if (strcmp(name->key, key) != 0)
			break;
		add(search, name, (DdNameHow)name->how, scores[name->how]);
	}
}

static bool
goes_on(const char *text, const char *beginning)
{
	size_t len = strlen(beginning);
	return strncmp(text, beginning, len) == 0 && (text[len] == ' ' || text[len] == '\0');
}

/* "Sở" is the office that speaks, or the one above it; "Văn phòng" the only one right below it, or beside it */
static void
add_by_context(Search *search, const char *key)
{
	const DdUnitBook *book = search->book;
	for (uint32_t at = search->issuer; at != DD_BOOK_NONE; at = book->parents[at]) {
		g_autofree char *own = dd_identity_fold(book->units[at].name);
		const DdBookName name = {.unit = at};
		if (own != NULL && goes_on(own, key)) {
			add(search, &name, DD_NAME_CONTEXT, scores[DD_NAME_CONTEXT]);
			return;
		}
	}
	guint first = dd_book_find_key(book, key);
	for (uint32_t at = search->issuer; at != DD_BOOK_NONE && search->found->len == 0;
		at = book->parents[at])
		for (guint i = first, n = 0; i < book->names->len && n < DD_MAX_UNIT_COMPARED;
			i++, n++) {
			const DdBookName *name = &g_array_index(book->names, DdBookName, i);
			if (strncmp(name->key, key, strlen(key)) != 0)
				break;
			if (name->how == DD_NAME_EXACT && book->parents[name->unit] == at &&
				goes_on(name->key, key))
				add(search, name, DD_NAME_CONTEXT, scores[DD_NAME_CONTEXT]);
		}
}

static void
add_near(const DdBookName *name, unsigned distance, unsigned most, void *user_data)
{
	Search *search = user_data;
	unsigned loss = most > 0 ? NEAR_SPREAD * distance / most : 0;
	add(search, name, DD_NAME_NEAR, (uint8_t)(NEAR_BEST - loss));
}

static int
compare_found(gconstpointer a, gconstpointer b)
{
	const Found *left = a, *right = b;
	if (left->score != right->score && (left->how == DD_NAME_NEAR || right->how == DD_NAME_NEAR))
		return left->score > right->score ? -1 : 1;
	if (left->there != right->there)
		return left->there ? -1 : 1;
	if (left->far != right->far)
		return left->far < right->far ? -1 : 1;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return (left->unit > right->unit) - (left->unit < right->unit);
}

/* Returns: TRUE when nothing tells the two apart */
static bool
are_alike(const Found *a, const Found *b)
{
	return a->score == b->score && a->there == b->there && a->far == b->far;
}

static DdUnitMatch
take_best(const Search *search)
{
	DdUnitMatch match = {.ask = DD_ASK_UNKNOWN};
	g_array_sort(search->found, compare_found);
	const Found *all = (const Found *)(void *)search->found->data;
	for (; match.n < MIN(search->found->len, DD_UNIT_CANDIDATES); match.n++)
		match.items[match.n] = (DdUnitCandidate){&search->book->units[all[match.n].unit],
			(DdNameHow)all[match.n].how, all[match.n].score};
	if (match.n == 0)
		return match;
	if (match.n > 1 && are_alike(&all[0], &all[1]))
		match.ask = DD_ASK_SEVERAL;
	else if (all[0].how == DD_NAME_NEAR)
		match.ask = DD_ASK_NEAR;
	else
		match.ask = DD_ASK_NOTHING;
	return match;
}

DdUnitMatch
dd_unit_book_match(const DdUnitBook *self, const char *name, const DdBookUnit *issuer, DdDay day)
{
	g_autofree char *key = dd_identity_fold(name);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Found));
	Search search = {self, issuer != NULL ? dd_book_index(self, issuer) : DD_BOOK_NONE, day, found};
	if (key == NULL)
		return (DdUnitMatch){.ask = DD_ASK_UNKNOWN};
	add_equal(&search, key);
	if (found->len == 0) {
		g_autofree char *text = g_strndup(name, dd_name_find_place(name, NULL));
		g_autofree char *short_key = dd_identity_fold(text);
		if (short_key != NULL && strcmp(short_key, key) == 0)
			add_by_context(&search, key);
	}
	if (found->len == 0) {
		char bare[DD_NEAR_LONGEST + 1];
		dd_near_fold(name, strlen(name), bare, sizeof(bare));
		dd_book_find_near(self, bare, add_near, &search);
	}
	return take_best(&search);
}
