/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-book.c: making the directory: ids, parents, names, successions */
#include "unit-book.h"

#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "name-place.h"
#include "near.h"
#include "unit-book-private.h"

#include <string.h>

static int
compare_ids(gconstpointer a, gconstpointer b, gpointer user_data)
{
	const DdBookUnit *units = user_data;
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	int order = strcmp(units[left].id, units[right].id);
	return order != 0 ? order : left < right ? -1 : 1;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	const DdBookName *left = a, *right = b;
	int order = strcmp(left->key, right->key);
	if (order == 0)
		order = (int)left->how - (int)right->how;
	return order != 0 ? order : (left->unit > right->unit) - (left->unit < right->unit);
}

static int
compare_members(gconstpointer a, gconstpointer b)
{
	const DdBookMember *left = a, *right = b;
	int order = strcmp(left->key, right->key);
	return order != 0 ? order : (left->unit > right->unit) - (left->unit < right->unit);
}

/* Says what is wrong with @unit */
static void
fail(GError **error, const DdBookUnit *unit, const char *vi, const char *en)
{
	if (unit->line > 0)
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"danh mục đơn vị, dòng %u (%s): %s / units, line %u (%s): %s", unit->line,
			unit->name, vi, unit->line, unit->name, en);
	else
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"đơn vị %s (%s): %s / unit %s (%s): %s", unit->id, unit->name, vi, unit->id,
			unit->name, en);
}

/* Returns: the index of the unit of that id, DD_BOOK_NONE where there is none */
static uint32_t
find_id(const DdUnitBook *self, const char *id)
{
	size_t low = 0, high = self->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(self->units[self->by_id[middle]].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < self->n && strcmp(self->units[self->by_id[low]].id, id) == 0;
	return found ? self->by_id[low] : DD_BOOK_NONE;
}

static bool
index_ids(DdUnitBook *self, GError **error)
{
	self->by_id = g_new(uint32_t, self->n);
	for (size_t i = 0; i < self->n; i++)
		self->by_id[i] = (uint32_t)i;
	g_qsort_with_data(self->by_id, (gint)self->n, sizeof(*self->by_id), compare_ids,
		(gpointer)self->units);
	for (size_t i = 1; i < self->n; i++)
		if (strcmp(self->units[self->by_id[i - 1]].id, self->units[self->by_id[i]].id) == 0) {
			fail(error, &self->units[self->by_id[i]], "mã đã dùng cho đơn vị khác",
				"its id is that of another unit");
			return false;
		}
	return true;
}

/* Each unit is at most DD_MAX_UNIT_DEPTH below the top, so that there is no circle */
static bool
index_parents(DdUnitBook *self, GError **error)
{
	self->parents = g_new(uint32_t, self->n);
	for (size_t i = 0; i < self->n; i++) {
		const DdBookUnit *unit = &self->units[i];
		self->parents[i] = unit->parent != NULL ? find_id(self, unit->parent) : DD_BOOK_NONE;
		if (unit->parent != NULL && self->parents[i] == DD_BOOK_NONE) {
			fail(error, unit, "không có đơn vị cấp trên ấy",
				"its parent is not in the directory");
			return false;
		}
		if (dd_date_is_set(unit->first) && dd_date_is_set(unit->last) &&
			dd_date_compare(unit->first, unit->last) > 0) {
			fail(error, unit, "ngày kết thúc trước ngày bắt đầu",
				"it ends before it begins");
			return false;
		}
	}
	for (size_t i = 0; i < self->n; i++) {
		unsigned depth = 0;
		uint32_t at = self->parents[i];
		for (; at != DD_BOOK_NONE && depth < DD_MAX_UNIT_DEPTH; depth++)
			at = self->parents[at];
		if (at != DD_BOOK_NONE) {
			fail(error, &self->units[i], "cấp trên thành vòng, hoặc quá nhiều cấp",
				"its parents go round in a circle, or there are too many levels");
			return false;
		}
	}
	return true;
}

static void
add_name(DdUnitBook *self, size_t unit, const char *name, size_t len, DdNameHow how)
{
	g_autofree char *text = g_strndup(name, len);
	g_autofree char *key = dd_identity_fold(text);
	char bare[DD_NEAR_LONGEST + 1];
	if (key == NULL)
		return;
	DdBookName one = {.key = dd_arena_intern(self->arena, key, strlen(key)),
		.unit = (uint32_t)unit,
		.how = (uint8_t)how};
	if (how != DD_NAME_ABBREVIATION && len <= (size_t)4 * DD_NEAR_LONGEST) {
		size_t letters = dd_near_fold(text, len, bare, sizeof(bare));
		one.bare = dd_arena_intern(self->arena, bare, letters);
	}
	g_array_append_val(self->names, one);
}

static void
add_names(DdUnitBook *self, size_t i)
{
	const DdBookUnit *unit = &self->units[i];
	size_t level, len = strlen(unit->name), short_len = dd_name_find_place(unit->name, &level);
	add_name(self, i, unit->name, len, DD_NAME_EXACT);
	/* "UBND tỉnh" says which level it is of, "Sở A" does not */
	if (short_len < len)
		add_name(self, i, unit->name,
			strcmp(unit->kind, "committee") == 0 ? level : short_len, DD_NAME_PLACE);
	if (unit->short_name != NULL)
		add_name(self, i, unit->short_name, strlen(unit->short_name), DD_NAME_ALIAS);
	for (const char *const *at = unit->aliases; *at != NULL; at++)
		add_name(self, i, *at, strlen(*at), DD_NAME_ALIAS);
	for (const char *const *at = unit->abbreviations; *at != NULL; at++)
		add_name(self, i, *at, strlen(*at), DD_NAME_ABBREVIATION);
	for (const char *const *at = unit->groups; *at != NULL; at++) {
		g_autofree char *key = dd_identity_fold(*at);
		DdBookMember member = {
			key != NULL ? dd_arena_intern(self->arena, key, strlen(key)) : "",
			(uint32_t)i};
		g_array_append_val(self->members, member);
	}
}

/* A unit may be told by one key in several ways: the best one counts */
static void
sort_names(DdUnitBook *self)
{
	g_array_sort(self->names, compare_names);
	g_array_sort(self->members, compare_members);
	guint kept = 0;
	for (guint i = 0; i < self->names->len; i++) {
		DdBookName one = g_array_index(self->names, DdBookName, i);
		const DdBookName *last = kept > 0 ? &g_array_index(self->names, DdBookName, kept - 1)
						  : NULL;
		if (last != NULL && last->unit == one.unit && strcmp(last->key, one.key) == 0)
			continue;
		g_array_index(self->names, DdBookName, kept++) = one;
	}
	g_array_set_size(self->names, kept);
}

static int
compare_from(gconstpointer a, gconstpointer b, gpointer user_data)
{
	const DdSuccession *all = user_data;
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	int order = strcmp(all[left].from, all[right].from);
	return order != 0 ? order : left < right ? -1 : 1;
}

static bool
index_successions(DdUnitBook *self, GError **error)
{
	self->by_from = g_new(uint32_t, self->n_successions);
	for (size_t i = 0; i < self->n_successions; i++) {
		const DdSuccession *one = &self->successions[i];
		self->by_from[i] = (uint32_t)i;
		if (find_id(self, one->from) == DD_BOOK_NONE ||
			find_id(self, one->to) == DD_BOOK_NONE) {
			g_set_error(error, DD_ERROR,
				DD_ERROR_INVALID_DATA, "kế thừa %s → %s: không có đơn vị ấy (succession of units that are not there)",
				one->from, one->to);
			return false;
		}
	}
	g_qsort_with_data(self->by_from, (gint)self->n_successions, sizeof(*self->by_from),
		compare_from, (gpointer)self->successions);
	return true;
}

DdUnitBook *
dd_unit_book_new(const DdBookUnit *units, size_t n, const DdSuccession *successions,
	size_t n_successions, GError **error)
{
	if (n > DD_MAX_UNITS || n_successions > DD_MAX_UNITS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"danh mục quá %d đơn vị (over %d units)", DD_MAX_UNITS, DD_MAX_UNITS);
		return NULL;
	}
	g_autoptr(DdUnitBook) self = g_new0(DdUnitBook, 1);
	self->units = units;
	self->n = n;
	self->successions = successions;
	self->n_successions = n_successions;
	self->arena = dd_arena_new();
	self->names = g_array_new(FALSE, FALSE, sizeof(DdBookName));
	self->members = g_array_new(FALSE, FALSE, sizeof(DdBookMember));
	if (!index_ids(self, error) || !index_parents(self, error) || !index_successions(self, error))
		return NULL;
	for (size_t i = 0; i < n; i++)
		add_names(self, i);
	sort_names(self);
	dd_book_fill_grams(self);
	return g_steal_pointer(&self);
}

void
dd_unit_book_free(DdUnitBook *self)
{
	if (self == NULL)
		return;
	g_free(self->by_id);
	g_free(self->parents);
	g_free(self->by_from);
	g_free(self->starts);
	g_free(self->grams);
	g_array_unref(self->names);
	g_array_unref(self->members);
	dd_arena_free(self->arena);
	g_free(self);
}

const DdBookUnit *
dd_unit_book_get_all(const DdUnitBook *self, size_t *n_out)
{
	*n_out = self->n;
	return self->units;
}

const DdSuccession *
dd_unit_book_get_successions(const DdUnitBook *self, size_t *n_out)
{
	*n_out = self->n_successions;
	return self->successions;
}

const DdBookUnit *
dd_unit_book_lookup(const DdUnitBook *self, const char *id)
{
	uint32_t found = find_id(self, id);
	return found != DD_BOOK_NONE ? &self->units[found] : NULL;
}

const DdBookUnit *
dd_unit_book_get_parent(const DdUnitBook *self, const DdBookUnit *unit)
{
	uint32_t parent = self->parents[dd_book_index(self, unit)];
	return parent != DD_BOOK_NONE ? &self->units[parent] : NULL;
}

bool
dd_book_unit_is_there(const DdBookUnit *unit, DdDay day)
{
	if (!dd_date_is_set(day))
		return true;
	return (!dd_date_is_set(unit->first) || dd_date_compare(unit->first, day) <= 0) &&
	       (!dd_date_is_set(unit->last) || dd_date_compare(day, unit->last) <= 0);
}

guint
dd_book_find_key(const DdUnitBook *self, const char *key)
{
	guint low = 0, high = self->names->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (strcmp(g_array_index(self->names, DdBookName, middle).key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
