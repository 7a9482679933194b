/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-group.c: collective names and who belongs to them */
#include "identity.h"
#include "national.h"
#include "unit-book-private.h"

#include <string.h>

#define MANY "cac2" /* "các", folded */

void
dd_unit_group_clear(DdUnitGroup *self)
{
	g_clear_pointer(&self->members, g_ptr_array_unref);
}

/* Members that the directory names. Returns: FALSE when it has no such collective */
static bool
add_named(const DdUnitBook *book, const char *key, DdDay day, DdUnitGroup *out)
{
	guint low = 0, high = book->members->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (strcmp(g_array_index(book->members, DdBookMember, middle).key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = false;
	for (; low < book->members->len; low++) {
		const DdBookMember *one = &g_array_index(book->members, DdBookMember, low);
		if (strcmp(one->key, key) != 0)
			break;
		found = true;
		if (dd_book_unit_is_there(&book->units[one->unit], day))
			g_ptr_array_add(out->members, (gpointer)&book->units[one->unit]);
	}
	return found;
}

/* Units under @above (DD_BOOK_NONE: at the top) whose names begin as @row says. Returns: TRUE when there are any */
static bool
add_under(const DdUnitBook *book, const DdKindRow *row, uint32_t above, DdDay day, DdUnitGroup *out)
{
	size_t len = strlen(row->head_key);
	guint before = out->members->len;
	for (guint i = dd_book_find_key(book, row->head_key); i < book->names->len; i++) {
		const DdBookName *name = &g_array_index(book->names, DdBookName, i);
		const DdBookUnit *unit = &book->units[name->unit];
		if (strncmp(name->key, row->head_key, len) != 0)
			break;
		if (name->how == DD_NAME_EXACT && (name->key[len] == ' ' || name->key[len] == '\0') &&
			book->parents[name->unit] == above && strcmp(unit->kind, row->kind) == 0 &&
			dd_book_unit_is_there(unit, day))
			g_ptr_array_add(out->members, (gpointer)unit);
	}
	return out->members->len > before;
}

/* The nearest office, from the issuer up, that has units of the kind below it */
static void
add_by_kind(const DdUnitBook *book, const DdKindRow *row, const DdBookUnit *issuer, DdDay day,
	DdUnitGroup *out)
{
	uint32_t at = issuer != NULL ? dd_book_index(book, issuer) : DD_BOOK_NONE;
	while (!add_under(book, row, at, day, out) && at != DD_BOOK_NONE)
		at = book->parents[at];
}

static bool
is_one_of(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

/* What joins nouns or says nothing of who is meant */
static bool
is_filler(const char *word)
{
	static const char *const words[] = {"va1", "cac2", "tinh3", "chuyên", "môn"};
	return is_one_of(word, words, G_N_ELEMENTS(words));
}

/* Behind it stands whose they are: "các phòng thuộc Sở" */
static bool
ends_nouns(const char *word)
{
	static const char *const words[] = {"thuôc5", "trưc5", "cua3", "trên"};
	return is_one_of(word, words, G_N_ELEMENTS(words));
}

/* Returns: TRUE when @noun stands at the beginning of the words @at */
static bool
begins(char **at, const char *noun, size_t *words_out)
{
	g_auto(GStrv) words = g_strsplit(noun, " ", -1);
	size_t n = 0;
	for (; words[n] != NULL; n++)
		if (at[n] == NULL || strcmp(at[n], words[n]) != 0)
			return false;
	*words_out = n;
	return true;
}

/* A collective on its way to its members */
typedef struct {
	const DdUnitBook *book;
	const DdBookUnit *issuer;
	DdDay day;
	DdUnitGroup group;
	size_t nouns;
	bool territories; /* "UBND các xã": of its first noun, and "thành phố" behind "các sở" is the place of those */
	bool *done;       /* rows of kinds */
} Expansion;

/* Adds the units of the longest noun at @at. Returns: its words, 0 where there is none */
static size_t
add_noun(Expansion *self, char **at)
{
	const GArray *rows = dd_national_get_kinds();
	size_t longest = 0, n;
	for (guint i = 0; i < rows->len; i++)
		if (begins(at, g_array_index(rows, DdKindRow, i).noun_key, &n))
			longest = MAX(longest, n);
	for (guint i = 0; longest > 0 && i < rows->len; i++) {
		const DdKindRow *row = &g_array_index(rows, DdKindRow, i);
		if (self->done[i] || !begins(at, row->noun_key, &n) || n != longest)
			continue;
		bool territory = strcmp(row->kind, "committee") == 0;
		if (self->nouns == 0)
			self->territories = territory;
		if (territory != self->territories)
			continue;
		self->nouns++;
		self->done[i] = true;
		if (dd_date_is_set(row->last) && dd_date_compare(row->last, self->day) < 0)
			self->group.ended = row->source;
		add_by_kind(self->book, row, self->issuer, self->day, &self->group);
	}
	return longest;
}

static int
compare_members(gconstpointer a, gconstpointer b)
{
	const DdBookUnit *left = *(const DdBookUnit *const *)a, *right = *(const DdBookUnit *const *)b;
	return strcmp(left->name, right->name);
}

bool
dd_unit_book_expand(const DdUnitBook *book, const char *name, const DdBookUnit *issuer, DdDay day,
	DdUnitGroup *out)
{
	g_autofree char *key = dd_identity_fold(name);
	g_auto(GStrv) words = g_strsplit(key != NULL ? key : "", " ", -1);
	g_autofree bool *done = g_new0(bool, dd_national_get_kinds()->len);
	Expansion self = {
		book, issuer, day, {.members = g_ptr_array_new(), .whole = true}, .done = done};
	char **at = words;
	if (key != NULL && add_named(book, key, day, &self.group)) {
		*out = self.group;
		return true;
	}
	while (*at != NULL && strcmp(*at, MANY) != 0)
		at++;
	if (*at == NULL) {
		dd_unit_group_clear(&self.group);
		return false;
	}
	for (at++; *at != NULL && !ends_nouns(*at);) {
		size_t n = add_noun(&self, at);
		if (n == 0 && !is_filler(*at))
			self.group.whole = false;
		at += MAX(n, 1);
	}
	/* the word is part of a name: "Ban Quản lý Khu kinh tế và các khu công nghiệp" */
	if (self.nouns == 0 && strcmp(words[0], MANY) != 0) {
		dd_unit_group_clear(&self.group);
		return false;
	}
	self.group.whole = self.group.whole && self.nouns > 0 && self.group.ended == NULL;
	g_ptr_array_sort(self.group.members, compare_members);
	*out = self.group;
	return true;
}
