/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-kinds.c: kinds of units: what the law says of them, and how many units of each the office has */
#include "api-office.h"

#include <string.h>

#include "handler.h"
#include "identity.h"
#include "json-task.h"
#include "names-private.h"
#include "national.h"
#include "stored-unit.h"

/* How many units there are on a day */
typedef struct {
	uint64_t *kinds; /* by dd_kind_get_all, behind them those of which nobody said it */
	uint64_t *names; /* by dd_national_get_kinds */
} Counts;

static size_t
find_kind(const char *kind)
{
	size_t n, i = 0;
	const char *const *kinds = dd_kind_get_all(&n);
	while (i < n && strcmp(kinds[i], kind) != 0)
		i++;
	return i;
}

/* Returns: TRUE when a folded name begins with a folded word, or words */
static bool
begins_with(const char *key, const char *head_key)
{
	size_t len = strlen(head_key);
	return strncmp(key, head_key, len) == 0 && (key[len] == ' ' || key[len] == '\0');
}

static Counts
count_units(const DdUnitBook *book, DdDay day, DdArena *arena)
{
	const GArray *rows = dd_national_get_kinds();
	size_t n, n_kinds;
	(void)dd_kind_get_all(&n_kinds);
	Counts counts = {dd_arena_alloc(arena, (n_kinds + 1) * sizeof(uint64_t)),
		dd_arena_alloc(arena, rows->len * sizeof(uint64_t))};
	memset(counts.kinds, 0, (n_kinds + 1) * sizeof(uint64_t));
	memset(counts.names, 0, rows->len * sizeof(uint64_t));
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	for (size_t i = 0; i < n; i++) {
		if (!dd_book_unit_is_there(&units[i], day))
			continue;
		g_autofree char *key = dd_identity_fold(units[i].name);
		counts.kinds[find_kind(units[i].kind)]++;
		for (guint j = 0; j < rows->len; j++) {
			const DdKindRow *row = &g_array_index(rows, DdKindRow, j);
			if (strcmp(row->kind, units[i].kind) == 0 && begins_with(key, row->head_key))
				counts.names[j]++;
		}
	}
	return counts;
}

static void
write_kind(DdJsonWriter *json, const char *kind, uint64_t units, const uint64_t *names)
{
	const GArray *rows = dd_national_get_kinds();
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "kind", kind);
	dd_json_uint(json, "units", units);
	dd_json_open(json, "names", '[', true);
	for (guint i = 0; i < rows->len; i++) {
		const DdKindRow *row = &g_array_index(rows, DdKindRow, i);
		if (strcmp(row->kind, kind) != 0)
			continue;
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "noun", row->noun);
		dd_json_string(json, "head", row->head);
		dd_json_day(json, "first", row->first);
		dd_json_day(json, "last", row->last);
		dd_json_string(json, "source", row->source);
		dd_json_uint(json, "units", names[i]);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

bool
dd_api_list_kinds(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	size_t n;
	DdDay day = dd_handler_get_day(request);
	const char *const *kinds = dd_kind_get_all(&n);
	const Counts counts = count_units(book, day, request->arena);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_day(json, "as_of", day);
	dd_json_open(json, "kinds", '[', true);
	for (size_t i = 0; i < n; i++)
		write_kind(json, kinds[i], counts.kinds[i], counts.names);
	dd_json_close(json, ']');
	dd_json_uint(json, "unsaid", counts.kinds[n]);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
