/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reread-compare.c: tasks of a reading that was made again, beside those that are there */
#include "error.h"
#include "identity.h"
#include "json-read.h"
#include "match.h"
#include "maxima.h"
#include "reading-rows.h"
#include "reread.h"
#include "settle-private.h"
#include "statements.h"

#include <string.h>

/* The tasks that are there, the one beside the other, and those of the newer reading */
typedef struct {
	DdArena *arena;
	GArray *now;   /* DdStoredTask as persons have them */
	GArray *read;  /* the same as they were read; of one that was added, as it is now */
	GArray *fresh; /* DdStoredTask */
	GArray *out;   /* DdDifference */
	size_t same;
} Compare;

static void
clear_compare(Compare *self)
{
	g_clear_pointer(&self->now, g_array_unref);
	g_clear_pointer(&self->read, g_array_unref);
	g_clear_pointer(&self->fresh, g_array_unref);
	g_clear_pointer(&self->out, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Compare, clear_compare)

/* Returns: (transfer full) all tasks of a document, as they are or as they were read; NULL on failure */
static GArray *
list_all(DdStore *store, int64_t document, bool as_read, DdArena *arena, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(DdStoredTask));
	DdTaskFilter filter = {.document = document, .limit = DD_MAX_LISTED};
	for (guint n = DD_MAX_LISTED; n == DD_MAX_LISTED;) {
		g_autoptr(GArray) page = as_read ? dd_stored_tasks_read(store, &filter, arena, error)
						 : dd_stored_tasks(store, &filter, arena, error);
		if (page == NULL)
			return NULL;
		n = page->len;
		if (n > 0)
			filter.after = g_array_index(page, DdStoredTask, n - 1).id;
		g_array_append_vals(all, page->data, n);
	}
	return g_steal_pointer(&all);
}

/* Both lists go by number; in that of what was read those that a person added are missing */
static bool
collect_old(Compare *self, DdStore *store, int64_t document, GError **error)
{
	g_autoptr(GArray) read = list_all(store, document, true, self->arena, error);
	self->now = read != NULL ? list_all(store, document, false, self->arena, error) : NULL;
	if (self->now == NULL)
		return false;
	self->read = g_array_sized_new(FALSE, FALSE, sizeof(DdStoredTask), self->now->len);
	for (guint i = 0, at = 0; i < self->now->len; i++) {
		DdStoredTask task = g_array_index(self->now, DdStoredTask, i);
		if (at < read->len && g_array_index(read, DdStoredTask, at).id == task.id)
			task = g_array_index(read, DdStoredTask, at++);
		g_array_append_val(self->read, task);
	}
	return true;
}

static DdMatchPlace *
make_places(const GArray *tasks, DdArena *arena)
{
	DdMatchPlace *places = dd_arena_alloc(arena, tasks->len * sizeof(*places));
	for (guint i = 0; i < tasks->len; i++) {
		const DdStoredTask *task = &g_array_index(tasks, DdStoredTask, i);
		g_autofree char *text = dd_identity_fold(task->text);
		places[i] = (DdMatchPlace){text != NULL ? dd_arena_strdup(arena, text) : "",
			task->label, task->line_start};
	}
	return places;
}

static const char *
keep_text(const json_t *change, size_t i, DdArena *arena)
{
	return dd_arena_strdup(arena, json_string_value(json_array_get(change, i)));
}

/* Returns: the change of @field among @changes; NULL none */
static const json_t *
find_change(const json_t *changes, const char *field)
{
	for (size_t i = 0; i < json_array_size(changes); i++) {
		const json_t *one = json_array_get(changes, i);
		if (strcmp(json_string_value(json_array_get(one, 0)), field) == 0)
			return one;
	}
	return NULL;
}

/* Fields of the task that the newer reading has otherwise than the older; days go with the words for them */
static void
compare_fields(Compare *self, guint i, const DdStoredTask *fresh, DdDifference *out)
{
	const DdStoredTask *read = &g_array_index(self->read, DdStoredTask, i);
	json_t *changes = dd_settle_changes(read, fresh);
	json_t *corrected = dd_settle_changes(read, &g_array_index(self->now, DdStoredTask, i));
	DdDifferenceField *fields = dd_arena_alloc(
		self->arena, json_array_size(changes) * sizeof(*fields));
	for (size_t n = 0; n < json_array_size(changes); n++) {
		const json_t *one = json_array_get(changes, n);
		const char *field = keep_text(one, 0, self->arena);
		const json_t *by_person = find_change(corrected, field);
		fields[out->n_fields++] = (DdDifferenceField){.field = field,
			.was = keep_text(one, 1, self->arena),
			.now = keep_text(one, 2, self->arena),
			.corrected = by_person != NULL,
			.settled = by_person != NULL ? keep_text(by_person, 2, self->arena) : NULL};
	}
	out->fields = fields;
	json_decref(changes);
	json_decref(corrected);
}

static void
add_changed(Compare *self, guint i, const DdStoredTask *fresh)
{
	const DdStoredTask *now = &g_array_index(self->now, DdStoredTask, i);
	DdDifference one = {.kind = DD_DIFFERENCE_CHANGED,
		.task = now->id,
		.state = now->state,
		.line = fresh->line_start,
		.label = fresh->label,
		.text = fresh->text};
	compare_fields(self, i, fresh, &one);
	if (one.n_fields > 0)
		g_array_append_val(self->out, one);
	else
		self->same++;
}

static void
add_lone(Compare *self, const DdStoredTask *task, DdDifferenceKind kind)
{
	DdDifference one = {.kind = kind,
		.task = task->id,
		.state = task->state,
		.line = task->line_start,
		.label = task->label,
		.text = task->text};
	g_array_append_val(self->out, one);
}

static void
compare_tasks(Compare *self)
{
	guint n = self->now->len, n_fresh = self->fresh->len;
	g_autofree size_t *pairs = g_new(size_t, n);
	g_autofree bool *known = g_new0(bool, n_fresh);
	dd_match_tasks(make_places(self->read, self->arena), n,
		make_places(self->fresh, self->arena), n_fresh, pairs);
	for (guint i = 0; i < n; i++) {
		const DdStoredTask *now = &g_array_index(self->now, DdStoredTask, i);
		if (pairs[i] != DD_MATCH_NONE) {
			known[pairs[i]] = true;
			add_changed(self, i, &g_array_index(self->fresh, DdStoredTask, pairs[i]));
		} else if (!now->added) {
			add_lone(self, now, DD_DIFFERENCE_GONE);
		}
	}
	for (guint i = 0; i < n_fresh; i++)
		if (!known[i])
			add_lone(self, &g_array_index(self->fresh, DdStoredTask, i),
				DD_DIFFERENCE_ADDED);
}

/* @reading must live as long as what comes of it */
static void
collect_fresh(Compare *self, const DdReading *reading)
{
	self->fresh = g_array_new(FALSE, FALSE, sizeof(DdStoredTask));
	for (size_t i = 0; i < reading->n_tasks; i++) {
		DdStoredTask task = dd_reading_rows_task(reading, i, self->arena);
		g_array_append_val(self->fresh, task);
	}
}

/* What is found leaves the reading behind: its texts go into the arena */
static void
keep_texts(Compare *self)
{
	for (guint i = 0; i < self->out->len; i++) {
		DdDifference *one = &g_array_index(self->out, DdDifference, i);
		one->label = dd_arena_strdup(self->arena, one->label);
		one->text = dd_arena_strdup(self->arena, one->text);
	}
}

static bool
compare_json(DdStore *self, int64_t document, const char *json, DdArena *arena, DdDifferences *out,
	GError **error)
{
	g_autoptr(DdReading) reading = dd_reading_parse_json(json, strlen(json), error);
	g_auto(Compare) compare = {.arena = arena};
	if (reading == NULL || !collect_old(&compare, self, document, error))
		return false;
	compare.out = g_array_new(FALSE, FALSE, sizeof(DdDifference));
	collect_fresh(&compare, reading);
	compare_tasks(&compare);
	keep_texts(&compare);
	out->same = compare.same;
	out->differences = g_steal_pointer(&compare.out);
	return true;
}

bool
dd_reread_compare(DdStore *self, int64_t document, DdArena *arena, DdDifferences *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_REREADING],
		DD_DB_ARGS(dd_db_int(document)), error);
	bool have = false;
	int64_t reading;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error) ||
		!dd_settle_find_reading(self, document, arena, &reading, error))
		return false;
	*out = (DdDifferences){0};
	if (!have) {
		out->differences = g_array_new(FALSE, FALSE, sizeof(DdDifference));
		return true;
	}
	out->program = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0));
	out->added_at = dd_db_rows_get_int(rows, 1);
	return compare_json(self, document, dd_db_rows_get_text(rows, 2), arena, out, error);
}

void
dd_differences_clear(DdDifferences *self)
{
	g_clear_pointer(&self->differences, g_array_unref);
}
