/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <stdbool.h>
#include <string.h>

/* What has to be the same in a round */
typedef enum { BY_TEXT = 1 << 0, BY_LABEL = 1 << 1, BY_LINE = 1 << 2 } Keys;

static const unsigned rounds[] = {BY_TEXT | BY_LABEL, BY_TEXT, BY_LABEL | BY_LINE, BY_LINE, BY_LABEL};

typedef struct {
	const DdMatchPlace *place;
	size_t number;
} Entry;

static int
compare_keys(const DdMatchPlace *a, const DdMatchPlace *b, unsigned keys)
{
	int order = (keys & BY_TEXT) != 0 ? strcmp(a->text, b->text) : 0;
	if (order == 0 && (keys & BY_LABEL) != 0)
		order = strcmp(a->label, b->label);
	if (order == 0 && (keys & BY_LINE) != 0)
		order = (a->line > b->line) - (a->line < b->line);
	return order;
}

static int
compare_entries(gconstpointer a, gconstpointer b, gpointer user_data)
{
	const Entry *left = a, *right = b;
	int order = compare_keys(left->place, right->place, *(const unsigned *)user_data);
	if (order == 0)
		order = (left->place->line > right->place->line) -
			(left->place->line < right->place->line);
	return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

/* Those that have no pair yet and something to be told by, in the order of the keys */
static GArray *
collect(const DdMatchPlace *places, size_t n, const bool *paired, unsigned keys)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Entry));
	for (size_t i = 0; i < n; i++) {
		bool blank = (keys & BY_TEXT) != 0
				     ? *places[i].text == '\0'
				     : (keys & BY_LABEL) != 0 && *places[i].label == '\0';
		Entry entry = {&places[i], i};
		if (!paired[i] && !blank)
			g_array_append_val(out, entry);
	}
	g_array_sort_with_data(out, compare_entries, &keys);
	return out;
}

void
dd_match_tasks(const DdMatchPlace *old, size_t n_old, const DdMatchPlace *fresh, size_t n_fresh,
	size_t *pairs_out)
{
	g_autofree bool *old_paired = g_new0(bool, n_old);
	g_autofree bool *fresh_paired = g_new0(bool, n_fresh);
	for (size_t i = 0; i < n_old; i++)
		pairs_out[i] = DD_MATCH_NONE;
	for (size_t round = 0; round < G_N_ELEMENTS(rounds); round++) {
		g_autoptr(GArray) left = collect(old, n_old, old_paired, rounds[round]);
		g_autoptr(GArray) right = collect(fresh, n_fresh, fresh_paired, rounds[round]);
		for (guint i = 0, j = 0; i < left->len && j < right->len;) {
			const Entry *a = &g_array_index(left, Entry, i);
			const Entry *b = &g_array_index(right, Entry, j);
			int order = compare_keys(a->place, b->place, rounds[round]);
			if (order == 0) {
				pairs_out[a->number] = b->number;
				old_paired[a->number] = fresh_paired[b->number] = true;
			}
			i += order <= 0 ? 1 : 0;
			j += order >= 0 ? 1 : 0;
		}
	}
}
