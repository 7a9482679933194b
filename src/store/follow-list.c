/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-list.c: tasks that are followed, as lists, histories and counts */
#include "follow-list.h"

#include "count.h"
#include "error.h"
#include "follow-private.h"
#include "identity.h"
#include "instant.h"
#include "maxima.h"
#include "statements.h"
#include "stored-unit.h"

#include <string.h>

static const char *
get_text(const DdDbRows *rows, unsigned column, DdArena *arena)
{
	return dd_arena_strdup(arena, dd_db_rows_get_text(rows, column));
}

/* Returns: FALSE when the word in @column is no state of this program */
static bool
get_state(const DdDbRows *rows, unsigned column, DdState *state_out, GError **error)
{
	const char *word = dd_db_rows_get_text(rows, column);
	if (word != NULL && dd_state_from_string(word, state_out))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "trạng thái lạ “%s” (an unknown state)",
		word != NULL ? word : "");
	return false;
}

bool
dd_follow_get_row(const DdDbRows *rows, DdArena *arena, DdFollowRow *out, GError **error)
{
	*out = (DdFollowRow){.task = dd_db_rows_get_int(rows, 0),
		.document = dd_db_rows_get_int(rows, 1),
		.document_number = get_text(rows, 2, arena),
		.label = get_text(rows, 3, arena),
		.text = get_text(rows, 4, arena),
		.lead = get_text(rows, 5, arena),
		.due_kind = get_text(rows, 6, arena),
		.due_order = get_text(rows, 7, arena),
		.due = dd_follow_get_day(rows, 9),
		.stopped = dd_follow_get_day(rows, 10),
		.percent = (int)dd_db_rows_get_int(rows, 11),
		.until = dd_follow_get_day(rows, 12),
		.lead_key = get_text(rows, 13, arena),
		.changed = dd_db_rows_get_int(rows, 14),
		.version = dd_db_rows_get_int(rows, 15),
		.product = get_text(rows, 16, arena)};
	return get_state(rows, 8, &out->state, error);
}

GArray *
dd_follow_list(DdStore *self, const DdFollowFilter *filter, DdArena *arena, GError **error)
{
	static const DdSql statements[DD_SORT_LAST] = {DD_SQL_LIST_BY_DUE, DD_SQL_LIST_BY_NUMBER};
	static const DdSql of_document[DD_SORT_LAST] = {
		DD_SQL_LIST_DOCUMENT_BY_DUE, DD_SQL_LIST_DOCUMENT_BY_NUMBER};
	static const DdSql by_due[2][2] = {{DD_SQL_LIST_LEAD_BY_DUE, DD_SQL_LIST_LEAD_OPEN_BY_DUE},
		{DD_SQL_LIST_UNIT_BY_DUE, DD_SQL_LIST_UNIT_OPEN_BY_DUE}};
	g_return_val_if_fail(filter->sort < DD_SORT_LAST, NULL);
	g_autofree char *key = dd_identity_fold(filter->unit);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdFollowRow));
	g_autofree char *seen_by = NULL;
	if (!dd_stored_unit_key(self, filter->seen_by, &seen_by, error))
		return NULL;
	if ((filter->unit != NULL && key == NULL) || (filter->seen_by != NULL && seen_by == NULL))
		return g_steal_pointer(&out); /* a name without a letter is nobody's */
	int64_t unit = 0;
	if (key != NULL && !dd_stored_unit_find(self, filter->unit, &unit, error))
		return NULL;
	/* a unit of the directory goes by all of its names, another one by that which was asked for */
	if (unit != 0)
		g_clear_pointer(&key, g_free);
	DdSql statement = (filter->document != 0 ? of_document : statements)[filter->sort];
	if (statement == DD_SQL_LIST_BY_DUE && (key != NULL || unit != 0))
		statement = by_due[unit != 0][filter->open];
	const char *after_due = filter->after_due != NULL ? filter->after_due : "";
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[statement],
		DD_DB_ARGS(dd_db_text(after_due), dd_db_int(filter->after), dd_db_text(key),
			dd_db_bool(filter->open), dd_db_text(filter->state),
			dd_db_int(filter->document), dd_db_int(CLAMP(filter->limit, 1, DD_MAX_LISTED)),
			dd_db_text(seen_by), dd_db_int(unit)),
		error);
	while (dd_db_rows_each(rows)) {
		DdFollowRow row;
		if (!dd_follow_get_row(rows, arena, &row, error))
			return NULL;
		g_array_append_val(out, row);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

GArray *
dd_follow_occurrences(DdStore *self, int64_t task, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredOccurrence));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_OCCURRENCES],
		DD_DB_ARGS(dd_db_int(task), dd_db_int(DD_MAX_OCCURRENCES)), error);
	while (dd_db_rows_each(rows)) {
		DdStoredOccurrence one = {.start = dd_follow_get_day(rows, 0),
			.due = dd_follow_get_day(rows, 1),
			.stopped = dd_follow_get_day(rows, 2),
			.said = dd_follow_get_day(rows, 5),
			.what = get_text(rows, 3, arena),
			.rule = get_text(rows, 4, arena),
			.changes = dd_db_rows_get_int(rows, 6),
			.was = dd_follow_get_day(rows, 7)};
		g_array_append_val(out, one);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

void
dd_follow_reverse(GArray *rows)
{
	const guint size = g_array_get_element_size(rows);
	g_autofree char *kept = g_malloc(size);
	for (guint i = 0, n = rows->len; i < n / 2; i++) {
		char *a = rows->data + (gsize)i * size, *b = rows->data + (gsize)(n - 1 - i) * size;
		memcpy(kept, a, size);
		memcpy(a, b, size);
		memcpy(b, kept, size);
	}
}

/* Columns of DD_SQL_LIST_STEPS */
static DdStoredStep
get_step(const DdDbRows *rows, DdArena *arena)
{
	return (DdStoredStep){.at = dd_db_rows_get_int(rows, 0),
		.who = get_text(rows, 1, arena),
		.role = get_text(rows, 2, arena),
		.unit = get_text(rows, 3, arena),
		.action = get_text(rows, 4, arena),
		.state = get_text(rows, 5, arena),
		.due = dd_follow_get_day(rows, 6),
		.percent = (int)dd_db_rows_get_int(rows, 7),
		.reason = get_text(rows, 8, arena),
		.document = get_text(rows, 9, arena),
		.product = get_text(rows, 10, arena),
		.proof = get_text(rows, 11, arena),
		.done = get_text(rows, 12, arena),
		.next = get_text(rows, 13, arena),
		.difficulty = get_text(rows, 14, arena),
		.proposal = get_text(rows, 15, arena),
		.until = dd_follow_get_day(rows, 16),
		.lead = get_text(rows, 17, arena),
		.position = dd_db_rows_get_int(rows, 18)};
}

/* Each step gets the files that it came with */
static bool
add_files(DdStore *self, int64_t task, GArray *steps, DdArena *arena, GError **error)
{
	g_autoptr(GArray) files = dd_attachment_list(self, task, arena, error);
	if (files == NULL)
		return false;
	DdAttachment *all = dd_arena_alloc(arena, files->len * sizeof(*all));
	for (guint i = 0; i < files->len; i++)
		all[i] = g_array_index(files, DdAttachment, i);
	for (guint i = 0; files->len > 0 && i < steps->len; i++) {
		DdStoredStep *step = &g_array_index(steps, DdStoredStep, i);
		guint first = 0;
		while (first < files->len && all[first].step < step->position)
			first++;
		step->files = &all[first];
		while (first + step->n_files < files->len &&
			all[first + step->n_files].step == step->position)
			step->n_files++;
	}
	return true;
}

GArray *
dd_follow_steps(
	DdStore *self, int64_t task, int64_t before, unsigned limit, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredStep));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_STEPS],
		DD_DB_ARGS(dd_db_int(task), dd_db_int(limit),
			dd_db_int(before > 0 ? before : G_MAXINT64)),
		error);
	while (dd_db_rows_each(rows)) {
		DdStoredStep step = get_step(rows, arena);
		g_array_append_val(out, step);
	}
	return dd_db_rows_end(rows, error) && add_files(self, task, out, arena, error)
		       ? g_steal_pointer(&out)
		       : NULL;
}

GArray *
dd_follow_history(DdStore *self, int64_t task, DdArena *arena, GError **error)
{
	GArray *out = dd_follow_steps(self, task, 0, DD_MAX_LISTED, arena, error);
	if (out != NULL)
		dd_follow_reverse(out);
	return out;
}

/* Adds a row of COUNT_COLUMNS to the unit's counts: rows of a unit stand behind each other */
static bool
add_count(GArray *units, const DdDbRows *rows, DdDay as_of, char **key, DdArena *arena, GError **error)
{
	DdDeadline deadline = {.due = dd_follow_get_day(rows, 3),
		.stopped = dd_follow_get_day(rows, 4),
		.until = dd_follow_get_day(rows, 5)};
	if (!get_state(rows, 2, &deadline.state, error))
		return false;
	if (g_strcmp0(*key, dd_db_rows_get_text(rows, 0)) != 0) {
		DdUnitCount fresh = {.unit = get_text(rows, 1, arena)};
		g_array_append_val(units, fresh);
		*key = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0));
	}
	DdUnitCount *count = &g_array_index(units, DdUnitCount, units->len - 1);
	uint64_t n = (uint64_t)dd_db_rows_get_int(rows, 6);
	DdLateness lateness = dd_lateness_judge(&deadline, as_of, dd_near_window_get_default());
	count->states[deadline.state] += n;
	dd_tally_add(&count->tally, lateness.kind, deadline.state, n);
	return true;
}

GArray *
dd_follow_count(DdStore *self, DdDay as_of, bool then, DdArena *arena, GError **error)
{
	if (!then)
		return dd_count_list(self, as_of, arena, error);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdUnitCount));
	char *key = NULL;
	int64_t end = dd_instant_make(as_of, 23, 59, 59) - DD_ZONE_VIETNAM;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_COUNT_THEN],
		DD_DB_ARGS(dd_db_int(end)), error);
	while (dd_db_rows_each(rows))
		if (!add_count(out, rows, as_of, &key, arena, error))
			return NULL;
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}
