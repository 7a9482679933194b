/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unify.h"

#include <string.h>

#include "dict.h"
#include "near.h"

#define FOLD_BYTES 200u   /* longer names are left alone */
#define SPELLINGS_MAX 32u /* of the same bare letters; further ones do not count */

/* A spelling and how often it stands in the document; the spellings of the same bare letters are chained */
typedef struct Spelling {
	const char *value;
	struct Spelling *next;
	unsigned count, chained; /* chained: how many stand behind it */
} Spelling;

typedef void (*Visit)(GHashTable *by_fold, DdField *field, DdArena *arena);

static Spelling *
find_spelling(Spelling *first, const char *value)
{
	while (first != NULL && strcmp(first->value, value) != 0)
		first = first->next;
	return first;
}

static bool
fold_of(const DdField *field, char fold[FOLD_BYTES])
{
	size_t len = field->value != NULL ? strlen(field->value) : 0;
	return len > 0 && len < FOLD_BYTES && dd_near_fold(field->value, len, fold, FOLD_BYTES) > 0;
}

static void
count(GHashTable *by_fold, DdField *field, DdArena *arena)
{
	char fold[FOLD_BYTES];
	if (!fold_of(field, fold))
		return;
	Spelling *first = g_hash_table_lookup(by_fold, fold);
	Spelling *known = find_spelling(first, field->value);
	if (known == NULL && first != NULL && first->chained >= SPELLINGS_MAX)
		return;
	if (known == NULL) {
		known = dd_arena_alloc(arena, sizeof(Spelling));
		*known = (Spelling){.value = field->value,
			.next = first,
			.chained = first != NULL ? first->chained + 1 : 0};
		g_hash_table_insert(by_fold, dd_arena_strdup(arena, fold), known);
	}
	known->count++;
}

/* Of two that are as frequent the longer one has kept more of its marks. */
static bool
is_better(const Spelling *spelling, const Spelling *than)
{
	return spelling->count != than->count ? spelling->count > than->count
					      : strlen(spelling->value) > strlen(than->value);
}

/* Capitals are not what a scan mistakes */
static bool
differ_in_case_only(const char *a, const char *b)
{
	g_autofree char *x = g_utf8_casefold(a, -1), *y = g_utf8_casefold(b, -1);
	return strcmp(x, y) == 0;
}

static void
replace(GHashTable *by_fold, DdField *field, DdArena *arena)
{
	(void)arena;
	char fold[FOLD_BYTES];
	if (!fold_of(field, fold))
		return;
	const Spelling *best = g_hash_table_lookup(by_fold, fold);
	for (const Spelling *other = best; other != NULL; other = other->next)
		if (is_better(other, best))
			best = other;
	if (best != NULL && !differ_in_case_only(best->value, field->value))
		field->value = best->value;
}

static void
visit_list(GHashTable *by_fold, DdFieldList *list, DdArena *arena, Visit visit)
{
	for (size_t i = 0; i < list->n; i++)
		visit(by_fold, &list->items[i], arena);
}

static void
visit_all(DdContext *context, GHashTable *by_fold, Visit visit)
{
	DdArena *arena = context->arena;
	for (guint i = 0; i < context->tasks->len; i++) {
		DdTask *task = &g_array_index(context->tasks, DdTask, i);
		visit_list(by_fold, &task->lead, arena, visit);
		visit_list(by_fold, &task->coordinate, arena, visit);
		visit_list(by_fold, &task->director, arena, visit);
		visit_list(by_fold, &task->monitor, arena, visit);
	}
	for (guint i = 0; i < context->duties->len; i++) {
		DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		visit_list(by_fold, &duty->who, arena, visit);
		visit_list(by_fold, &duty->to, arena, visit);
	}
}

void
dd_unify_names(DdContext *context)
{
	if (context->damage == DD_DAMAGE_NONE)
		return;
	g_autoptr(GHashTable) by_fold = dd_dict_new(NULL, NULL);
	visit_all(context, by_fold, count);
	visit_all(context, by_fold, replace);
}
