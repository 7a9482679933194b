/* SPDX-License-Identifier: GPL-3.0-or-later */
/* count.c: counts by unit, state and outcome, and by the day they fall due */
#include "count.h"

#include "date.h"
#include "error.h"
#include "follow-private.h"
#include "statements-derived.h"
#include "statements.h"
#include "tree.h"

#include <string.h>

#define RUNNING "running"
#define PAUSED "paused"
#define PERIODS 3

static bool
is_running(const DdCounted *task)
{
	bool waits = task->state == DD_STATE_SUBMITTED && dd_date_is_set(task->stopped);
	return dd_state_is_open(task->state) && task->state != DD_STATE_PAUSED && !waits &&
	       dd_date_is_set(task->due);
}

/* Returns: what the task counts as, whatever day it is */
static const char *
outcome_of(const DdCounted *task)
{
	if (is_running(task))
		return RUNNING;
	if (task->state == DD_STATE_PAUSED)
		return PAUSED;
	const DdDeadline deadline = {.state = task->state, .due = task->due, .stopped = task->stopped};
	const DdDay any = {2000, 1, 1};
	return dd_lateness_to_string(
		dd_lateness_judge(&deadline, any, dd_near_window_get_default()).kind);
}

static void
find_periods(DdDay day, int64_t periods[PERIODS])
{
	periods[0] = day.year;
	periods[1] = (int64_t)day.year * 100 + day.month;
	periods[2] = periods[1] * 100 + day.day;
}

static bool
add_unit(DdDb *db, const char *key, const char *state, const char *outcome, int64_t n, GError **error)
{
	return dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_UNIT_COUNT],
		DD_DB_ARGS(dd_db_text(key), dd_db_text(state), dd_db_text(outcome), dd_db_int(n)),
		error);
}

static bool
add_due(DdDb *db, int64_t period, const char *key, int64_t n, GError **error)
{
	return dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_DUE_COUNT],
		DD_DB_ARGS(dd_db_int(period), dd_db_text(key), dd_db_int(n)), error);
}

static bool
add(DdDb *db, const DdCounted *task, int64_t n, GError **error)
{
	int64_t periods[PERIODS];
	if (!add_unit(db, task->lead_key, dd_state_to_string(task->state), outcome_of(task), n, error))
		return false;
	if (!is_running(task))
		return true;
	find_periods(task->due, periods);
	for (size_t i = 0; i < PERIODS; i++)
		if (!add_due(db, periods[i], task->lead_key, n, error))
			return false;
	return true;
}

static bool
counts_alike(const DdCounted *a, const DdCounted *b)
{
	return strcmp(a->lead_key, b->lead_key) == 0 && a->state == b->state &&
	       strcmp(outcome_of(a), outcome_of(b)) == 0 &&
	       (!is_running(a) || dd_date_compare(a->due, b->due) == 0);
}

bool
dd_count_move(DdChange *change, const DdCounted *was, const DdCounted *now, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	if (was != NULL && counts_alike(was, now))
		return true;
	if (was != NULL && !add(db, was, -1, error))
		return false;
	return dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_UNIT_NAME],
		       DD_DB_ARGS(dd_db_text(now->lead_key), dd_db_text(now->lead)), error) &&
	       add(db, now, 1, error);
}

/* Counts of a unit on their way */
typedef struct {
	DdUnitCount count;
	uint64_t running; /* of which it is not told yet how they stand */
} Unit;

/* Returns: (transfer none) the unit of that key, NULL when it has no counts */
static Unit *
get_unit(GArray *units, GTree *places, const char *key)
{
	gpointer place;
	return g_tree_lookup_extended(places, key, NULL, &place)
		       ? &g_array_index(units, Unit, GPOINTER_TO_UINT(place))
		       : NULL;
}

static bool
is_lateness(const char *word, DdLatenessKind *kind_out)
{
	for (DdLatenessKind kind = 0; kind < DD_LATENESS_LAST; kind++)
		if (strcmp(word, dd_lateness_to_string(kind)) == 0) {
			*kind_out = kind;
			return true;
		}
	return false;
}

static bool
take_unit_row(const DdDbRows *rows, GArray *units, GTree *places, DdArena *arena, GError **error)
{
	const char *key = dd_db_rows_get_text(rows, 0), *state = dd_db_rows_get_text(rows, 2),
		   *outcome = dd_db_rows_get_text(rows, 3);
	uint64_t n = (uint64_t)dd_db_rows_get_int(rows, 4);
	DdState its_state;
	DdLatenessKind kind = DD_LATENESS_ASIDE;
	bool running = strcmp(outcome, RUNNING) == 0;
	if (!dd_state_from_string(state, &its_state) ||
		(!running && strcmp(outcome, PAUSED) != 0 && !is_lateness(outcome, &kind))) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"số đếm lạ “%s, %s” (an unknown count)", state, outcome);
		return false;
	}
	if (!dd_tree_has(places, key)) {
		Unit fresh = {.count.unit = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1))};
		g_tree_insert(places, dd_arena_strdup(arena, key), GUINT_TO_POINTER(units->len));
		g_array_append_val(units, fresh);
	}
	Unit *unit = get_unit(units, places, key);
	unit->count.states[its_state] += n;
	if (running)
		unit->running += n;
	else
		dd_tally_add(&unit->count.tally, kind, its_state, n);
	return true;
}

static bool
list_units(DdDb *db, GArray *units, GTree *places, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		db, &dd_sql_derived[DD_DERIVED_LIST_UNIT_COUNTS], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows))
		if (!take_unit_row(rows, units, places, arena, error))
			return false;
	return dd_db_rows_end(rows, error);
}

/* Tells how @n running tasks of a unit stand, and leaves them out of those that are not told yet */
static void
tell(GArray *units, GTree *places, const char *key, DdLatenessKind kind, int64_t n)
{
	Unit *unit = get_unit(units, places, key);
	if (unit == NULL || n <= 0)
		return;
	dd_tally_add(&unit->count.tally, kind, DD_STATE_DOING, (uint64_t)n);
	unit->running -= MIN(unit->running, (uint64_t)n);
}

static bool
tell_late(DdDb *db, GArray *units, GTree *places, DdDay as_of, GError **error)
{
	int64_t periods[PERIODS];
	find_periods(as_of, periods);
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_LATE],
		DD_DB_ARGS(dd_db_int(periods[0]), dd_db_int(periods[0] * 100),
			dd_db_int(periods[1]), dd_db_int(periods[1] * 100), dd_db_int(periods[2])),
		error);
	while (dd_db_rows_each(rows))
		tell(units, places, dd_db_rows_get_text(rows, 0), DD_LATENESS_LATE,
			dd_db_rows_get_int(rows, 1));
	return dd_db_rows_end(rows, error);
}

/* Days from @as_of on, as far as the window reaches; a step of working days reaches over weekends and Tết */
static bool
tell_near(DdDb *db, GArray *units, GTree *places, DdDay as_of, GError **error)
{
	const DdNearWindow *window = dd_near_window_get_default();
	int reach = 0;
	int64_t first[PERIODS], last[PERIODS];
	for (size_t i = 0; i < window->n; i++)
		reach = MAX(reach, window->steps[i].working ? 2 * window->steps[i].days + 14
							    : window->steps[i].days);
	find_periods(as_of, first);
	find_periods(dd_date_add_days(as_of, reach), last);
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_DUE],
		DD_DB_ARGS(dd_db_int(first[2]), dd_db_int(last[2])), error);
	while (dd_db_rows_each(rows)) {
		int64_t day = dd_db_rows_get_int(rows, 0);
		const DdDeadline deadline = {.state = DD_STATE_DOING,
			.due = {(int16_t)(day / 10000), (int8_t)(day / 100 % 100),
				(int8_t)(day % 100)}};
		DdLateness lateness = dd_lateness_judge(&deadline, as_of, window);
		tell(units, places, dd_db_rows_get_text(rows, 1), lateness.kind,
			dd_db_rows_get_int(rows, 2));
	}
	return dd_db_rows_end(rows, error);
}

/* Pauses that are over count again, resumed or not */
static bool
tell_paused(DdDb *db, GArray *units, GTree *places, DdDay as_of, GError **error)
{
	char day[DD_DATE_BUFFER];
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_PAUSES_OVER],
		DD_DB_ARGS(dd_follow_day_value(as_of, day)), error);
	while (dd_db_rows_each(rows)) {
		Unit *unit = get_unit(units, places, dd_db_rows_get_text(rows, 0));
		const DdDeadline deadline = {.state = DD_STATE_PAUSED,
			.due = dd_follow_get_day(rows, 1),
			.until = dd_follow_get_day(rows, 2)};
		uint64_t n = (uint64_t)dd_db_rows_get_int(rows, 3);
		if (unit == NULL)
			continue;
		DdTally *tally = &unit->count.tally;
		n = MIN(n, tally->aside_in[DD_STATE_PAUSED]);
		tally->aside -= n;
		tally->aside_in[DD_STATE_PAUSED] -= n;
		dd_tally_add(tally,
			dd_lateness_judge(&deadline, as_of, dd_near_window_get_default()).kind,
			DD_STATE_PAUSED, n);
	}
	return dd_db_rows_end(rows, error);
}

GArray *
dd_count_list(DdStore *self, DdDay as_of, DdArena *arena, GError **error)
{
	DdDb *db = dd_store_get_db(self);
	g_autoptr(GArray) units = g_array_new(FALSE, FALSE, sizeof(Unit));
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdUnitCount));
	g_autoptr(GTree) places = dd_tree_new(NULL, NULL);
	if (!list_units(db, units, places, arena, error) ||
		!tell_late(db, units, places, as_of, error) ||
		!tell_near(db, units, places, as_of, error) ||
		!tell_paused(db, units, places, as_of, error))
		return NULL;
	for (guint i = 0; i < units->len; i++) {
		Unit *unit = &g_array_index(units, Unit, i);
		dd_tally_add(&unit->count.tally, DD_LATENESS_IN_TIME, DD_STATE_DOING, unit->running);
		g_array_append_val(out, unit->count);
	}
	return g_steal_pointer(&out);
}

/* Sums by what they are of: "unit", "state", "outcome", or "period", "unit"; the value of a key is where its sum is */
typedef struct {
	GTree *places;
	GArray *sums;    /* of int64_t */
	GPtrArray *keys; /* lent by places */
} Sums;

static void
sums_clear(Sums *self)
{
	g_clear_pointer(&self->places, g_tree_unref);
	g_clear_pointer(&self->sums, g_array_unref);
	g_clear_pointer(&self->keys, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sums, sums_clear)

/* @key is swallowed */
static void
sums_add(Sums *self, char *key, int64_t n)
{
	gpointer place;
	if (g_tree_lookup_extended(self->places, key, NULL, &place)) {
		g_array_index(self->sums, int64_t, GPOINTER_TO_UINT(place)) += n;
		g_free(key);
		return;
	}
	g_tree_insert(self->places, key, GUINT_TO_POINTER(self->sums->len));
	g_array_append_val(self->sums, n);
	g_ptr_array_add(self->keys, key);
}

static char *
unit_key(const char *key, const char *state, const char *outcome)
{
	return g_strjoin("\n", key, state, outcome, NULL);
}

static char *
due_key(int64_t period, const char *key)
{
	return g_strdup_printf("%" G_GINT64_FORMAT "\n%s", period, key);
}

/* Counts all tasks, by the rows of COUNT_NOW */
static bool
count_all(DdDb *db, Sums *out, GError **error)
{
	*out = (Sums){dd_tree_new(g_free, NULL), g_array_new(FALSE, FALSE, sizeof(int64_t)),
		g_ptr_array_new()};
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql[DD_SQL_COUNT_NOW], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		DdCounted task = {.lead_key = dd_db_rows_get_text(rows, 0),
			.due = dd_follow_get_day(rows, 3),
			.stopped = dd_follow_get_day(rows, 4)};
		int64_t periods[PERIODS], n = dd_db_rows_get_int(rows, 6);
		if (!dd_state_from_string(dd_db_rows_get_text(rows, 2), &task.state)) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"trạng thái lạ (an unknown state)");
			return false;
		}
		sums_add(out,
			unit_key(task.lead_key, dd_db_rows_get_text(rows, 2), outcome_of(&task)), n);
		find_periods(task.due, periods);
		for (size_t i = 0; is_running(&task) && i < PERIODS; i++)
			sums_add(out, due_key(periods[i], task.lead_key), n);
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_count_check(DdStore *self, int64_t *wrong_out, GError **error)
{
	DdDb *db = dd_store_get_db(self);
	g_auto(Sums) sums = {0};
	if (!count_all(db, &sums, error))
		return false;
	g_autoptr(DdDbRows) units = dd_db_query(
		db, &dd_sql_derived[DD_DERIVED_LIST_UNIT_COUNTS], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(units))
		sums_add(&sums,
			unit_key(dd_db_rows_get_text(units, 0), dd_db_rows_get_text(units, 2),
				dd_db_rows_get_text(units, 3)),
			-dd_db_rows_get_int(units, 4));
	if (!dd_db_rows_end(units, error))
		return false;
	g_autoptr(DdDbRows) days = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_DUE],
		DD_DB_ARGS(dd_db_int(0), dd_db_int(G_MAXINT64)), error);
	while (dd_db_rows_each(days))
		sums_add(&sums, due_key(dd_db_rows_get_int(days, 0), dd_db_rows_get_text(days, 1)),
			-dd_db_rows_get_int(days, 2));
	*wrong_out = 0;
	for (guint i = 0; i < sums.sums->len; i++)
		*wrong_out += g_array_index(sums.sums, int64_t, i) != 0;
	return dd_db_rows_end(days, error);
}

bool
dd_count_rebuild(DdChange *change, GError **error)
{
	static const DdSqlDerived before[] = {DD_DERIVED_CLEAR_UNIT_COUNTS,
		DD_DERIVED_CLEAR_DUE_COUNTS, DD_DERIVED_CLEAR_UNIT_NAMES, DD_DERIVED_FILL_UNIT_NAMES};
	DdDb *db = dd_store_get_db(change->store);
	g_auto(Sums) sums = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
		if (!dd_db_run(db, &dd_sql_derived[before[i]], DD_DB_NO_ARGS, error))
			return false;
	if (!count_all(db, &sums, error))
		return false;
	for (guint i = 0; i < sums.sums->len; i++) {
		g_auto(GStrv) parts = g_strsplit(sums.keys->pdata[i], "\n", -1);
		int64_t n = g_array_index(sums.sums, int64_t, i);
		bool of_unit = g_strv_length(parts) == 3;
		if (of_unit ? !add_unit(db, parts[0], parts[1], parts[2], n, error)
			    : !add_due(db, g_ascii_strtoll(parts[0], NULL, 10), parts[1], n, error))
			return false;
	}
	return true;
}
