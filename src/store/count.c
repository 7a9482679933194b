/* SPDX-License-Identifier: GPL-3.0-or-later */
/* count.c: counts by unit, state and outcome, and by the day they fall due */
#include "count.h"

#include "date.h"
#include "dict.h"
#include "error.h"
#include "follow-private.h"
#include "statements-derived.h"
#include "statements-unit.h"

#include <string.h>

#define RUNNING "running"
#define PAUSED "paused"
#define PERIODS 3

static bool
is_running(const DdCounted *task)
{
	bool waits = task->state == DD_STATE_SUBMITTED && dd_date_is_set(task->stopped);
	return dd_state_is_open(task->state) && task->state != DD_STATE_APPROVED &&
	       task->state != DD_STATE_PAUSED && !waits && dd_date_is_set(task->due);
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

/* Who leads, as rows of counts have it: a unit of the directory by its number, another one by its name */
typedef struct {
	int64_t unit;    /* 0 none of the directory */
	const char *key; /* "" of one */
} Led;

static Led
led_of(int64_t unit, const char *lead_key)
{
	return (Led){unit, unit != 0 ? "" : lead_key};
}

/* Returns: (transfer full) what tells it from others; no name has a "#" in its key */
static char *
led_to_key(Led led)
{
	return led.unit != 0 ? g_strdup_printf("#%" G_GINT64_FORMAT, led.unit) : g_strdup(led.key);
}

static Led
led_from_key(const char *key)
{
	return *key == '#' ? led_of(g_ascii_strtoll(key + 1, NULL, 10), NULL) : led_of(0, key);
}

/* Of the first two columns */
static Led
get_led(const DdDbRows *rows)
{
	int64_t unit = dd_db_rows_is_null(rows, 0) ? 0 : dd_db_rows_get_int(rows, 0);
	return led_of(unit, dd_db_rows_get_text(rows, 1));
}

static bool
add_unit(DdDb *db, const Led *led, const char *state, const char *outcome, int64_t n, GError **error)
{
	return dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_UNIT_COUNT],
		DD_DB_ARGS(dd_db_int(led->unit), dd_db_text(led->key), dd_db_text(state),
			dd_db_text(outcome), dd_db_int(n)),
		error);
}

static bool
add_due(DdDb *db, const Led *led, int64_t period, int64_t n, GError **error)
{
	return dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_DUE_COUNT],
		DD_DB_ARGS(dd_db_int(led->unit), dd_db_text(led->key), dd_db_int(period), dd_db_int(n)),
		error);
}

static bool
add(DdDb *db, const DdCounted *task, int64_t n, GError **error)
{
	int64_t periods[PERIODS];
	const Led led = led_of(task->unit, task->lead_key);
	if (!add_unit(db, &led, dd_state_to_string(task->state), outcome_of(task), n, error))
		return false;
	if (!is_running(task))
		return true;
	find_periods(task->due, periods);
	for (size_t i = 0; i < PERIODS; i++)
		if (!add_due(db, &led, periods[i], n, error))
			return false;
	return true;
}

static bool
counts_alike(const DdCounted *a, const DdCounted *b)
{
	return a->unit == b->unit && (a->unit != 0 || strcmp(a->lead_key, b->lead_key) == 0) &&
	       a->state == b->state && strcmp(outcome_of(a), outcome_of(b)) == 0 &&
	       (!is_running(a) || dd_date_compare(a->due, b->due) == 0);
}

/* So that a lead of no unit of the directory is shown by its name */
static bool
add_name(DdDb *db, const DdCounted *task, GError **error)
{
	return task->unit != 0 ||
	       dd_db_run(db, &dd_sql_derived[DD_DERIVED_ADD_LEAD_NAME],
		       DD_DB_ARGS(dd_db_text(task->lead_key), dd_db_text(task->lead)), error);
}

bool
dd_count_move(DdChange *change, const DdCounted *was, const DdCounted *now, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	if (was != NULL && counts_alike(was, now))
		return true;
	if (was != NULL && !add(db, was, -1, error))
		return false;
	return add_name(db, now, error) && add(db, now, 1, error);
}

/* Counts of a unit on their way */
typedef struct {
	DdUnitCount count;
	uint64_t running; /* of which it is not told yet how they stand */
} Unit;

/* Returns: (transfer none) the unit of the row, NULL when it has no counts */
static Unit *
get_unit(GArray *units, GHashTable *places, const DdDbRows *rows)
{
	gpointer place;
	g_autofree char *key = led_to_key(get_led(rows));
	return g_hash_table_lookup_extended(places, key, NULL, &place)
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
take_unit_row(const DdDbRows *rows, GArray *units, GHashTable *places, DdArena *arena, GError **error)
{
	const char *state = dd_db_rows_get_text(rows, 3), *outcome = dd_db_rows_get_text(rows, 4);
	uint64_t n = (uint64_t)dd_db_rows_get_int(rows, 5);
	DdState its_state;
	DdLatenessKind kind = DD_LATENESS_ASIDE;
	bool running = strcmp(outcome, RUNNING) == 0;
	if (!dd_state_from_string(state, &its_state) ||
		(!running && strcmp(outcome, PAUSED) != 0 && !is_lateness(outcome, &kind))) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"số đếm lạ “%s, %s” (an unknown count)", state, outcome);
		return false;
	}
	Unit *unit = get_unit(units, places, rows);
	if (unit == NULL) {
		Unit fresh = {.count.unit = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2))};
		g_hash_table_insert(places, led_to_key(get_led(rows)), GUINT_TO_POINTER(units->len));
		g_array_append_val(units, fresh);
		unit = &g_array_index(units, Unit, units->len - 1);
	}
	unit->count.states[its_state] += n;
	if (running)
		unit->running += n;
	else
		dd_tally_add(&unit->count.tally, kind, its_state, n);
	return true;
}

static bool
list_units(DdDb *db, GArray *units, GHashTable *places, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		db, &dd_sql_derived[DD_DERIVED_LIST_UNIT_COUNTS], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows))
		if (!take_unit_row(rows, units, places, arena, error))
			return false;
	return dd_db_rows_end(rows, error);
}

/* Tells how the running tasks of a row stand, and leaves them out of those that are not told yet */
static void
tell(GArray *units, GHashTable *places, const DdDbRows *rows, DdLatenessKind kind)
{
	Unit *unit = get_unit(units, places, rows);
	int64_t n = dd_db_rows_get_int(rows, 2);
	if (unit == NULL || n <= 0)
		return;
	dd_tally_add(&unit->count.tally, kind, DD_STATE_DOING, (uint64_t)n);
	unit->running -= MIN(unit->running, (uint64_t)n);
}

static bool
tell_late(DdDb *db, GArray *units, GHashTable *places, DdDay as_of, GError **error)
{
	int64_t periods[PERIODS];
	find_periods(as_of, periods);
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_LATE],
		DD_DB_ARGS(dd_db_int(periods[0]), dd_db_int(periods[0] * 100),
			dd_db_int(periods[1]), dd_db_int(periods[1] * 100), dd_db_int(periods[2])),
		error);
	while (dd_db_rows_each(rows))
		tell(units, places, rows, DD_LATENESS_LATE);
	return dd_db_rows_end(rows, error);
}

/* Days from @as_of on, as far as the window reaches; a step of working days reaches over weekends and Tết */
static bool
tell_near(DdDb *db, GArray *units, GHashTable *places, DdDay as_of, GError **error)
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
		int64_t day = dd_db_rows_get_int(rows, 3);
		const DdDeadline deadline = {.state = DD_STATE_DOING,
			.due = {(int16_t)(day / 10000), (int8_t)(day / 100 % 100),
				(int8_t)(day % 100)}};
		DdLateness lateness = dd_lateness_judge(&deadline, as_of, window);
		tell(units, places, rows, lateness.kind);
	}
	return dd_db_rows_end(rows, error);
}

/* Pauses that are over count again, resumed or not */
static bool
tell_paused(DdDb *db, GArray *units, GHashTable *places, DdDay as_of, GError **error)
{
	char day[DD_DATE_BUFFER];
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_PAUSES_OVER],
		DD_DB_ARGS(dd_follow_day_value(as_of, day)), error);
	while (dd_db_rows_each(rows)) {
		Unit *unit = get_unit(units, places, rows);
		const DdDeadline deadline = {.state = DD_STATE_PAUSED,
			.due = dd_follow_get_day(rows, 3),
			.until = dd_follow_get_day(rows, 4)};
		uint64_t n = (uint64_t)dd_db_rows_get_int(rows, 2);
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
	/* what moves between two of the statements would be in two boxes, or in a wrong one */
	g_auto(DdDbTransaction) snapshot = {0};
	g_autoptr(GArray) units = g_array_new(FALSE, FALSE, sizeof(Unit));
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdUnitCount));
	g_autoptr(GHashTable) places = dd_dict_new(g_free, NULL);
	if (!dd_db_begin(db, DD_DB_READ, &snapshot, error) ||
		!list_units(db, units, places, arena, error) ||
		!tell_late(db, units, places, as_of, error) ||
		!tell_near(db, units, places, as_of, error) ||
		!tell_paused(db, units, places, as_of, error) || !dd_db_commit(&snapshot, error))
		return NULL;
	for (guint i = 0; i < units->len; i++) {
		Unit *unit = &g_array_index(units, Unit, i);
		dd_tally_add(&unit->count.tally, DD_LATENESS_IN_TIME, DD_STATE_DOING, unit->running);
		g_array_append_val(out, unit->count);
	}
	return g_steal_pointer(&out);
}

/* Sums by what they are of: "led", "state", "outcome", or "led", "period"; the value of a key is where its sum is */
typedef struct {
	GHashTable *places;
	GArray *sums;    /* of int64_t */
	GPtrArray *keys; /* lent by places */
} Sums;

static void
sums_clear(Sums *self)
{
	g_clear_pointer(&self->places, g_hash_table_unref);
	g_clear_pointer(&self->sums, g_array_unref);
	g_clear_pointer(&self->keys, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sums, sums_clear)

/* @key is swallowed */
static void
sums_add(Sums *self, char *key, int64_t n)
{
	gpointer place;
	if (g_hash_table_lookup_extended(self->places, key, NULL, &place)) {
		g_array_index(self->sums, int64_t, GPOINTER_TO_UINT(place)) += n;
		g_free(key);
		return;
	}
	g_hash_table_insert(self->places, key, GUINT_TO_POINTER(self->sums->len));
	g_array_append_val(self->sums, n);
	g_ptr_array_add(self->keys, key);
}

/* @led is swallowed */
static char *
unit_key(char *led, const char *state, const char *outcome)
{
	char *key = g_strjoin("\n", led, state, outcome, NULL);
	g_free(led);
	return key;
}

/* @led is swallowed */
static char *
due_key(char *led, int64_t period)
{
	char *key = g_strdup_printf("%s\n%" G_GINT64_FORMAT, led, period);
	g_free(led);
	return key;
}

/* Of a row of COUNT_NOW or COUNT_REBOUND. @task_out lends from the row */
static bool
get_counted(const DdDbRows *rows, DdCounted *task_out, GError **error)
{
	const Led led = get_led(rows);
	*task_out = (DdCounted){.unit = led.unit,
		.lead_key = dd_db_rows_get_text(rows, 1),
		.due = dd_follow_get_day(rows, 3),
		.stopped = dd_follow_get_day(rows, 4)};
	if (dd_state_from_string(dd_db_rows_get_text(rows, 2), &task_out->state))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "trạng thái lạ (an unknown state)");
	return false;
}

/* Counts all tasks, by the rows of COUNT_NOW */
static bool
count_all(DdDb *db, Sums *out, GError **error)
{
	*out = (Sums){dd_dict_new(g_free, NULL), g_array_new(FALSE, FALSE, sizeof(int64_t)),
		g_ptr_array_new()};
	g_autoptr(DdDbRows)
		rows = dd_db_query(db, &dd_sql_derived[DD_DERIVED_COUNT_NOW], DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows)) {
		DdCounted task;
		int64_t periods[PERIODS], n = dd_db_rows_get_int(rows, 5);
		if (!get_counted(rows, &task, error))
			return false;
		sums_add(out,
			unit_key(led_to_key(get_led(rows)), dd_state_to_string(task.state),
				outcome_of(&task)),
			n);
		find_periods(task.due, periods);
		for (size_t i = 0; is_running(&task) && i < PERIODS; i++)
			sums_add(out, due_key(led_to_key(get_led(rows)), periods[i]), n);
	}
	return dd_db_rows_end(rows, error);
}

/* Tasks of one lead that count alike, and the unit that they will be of */
typedef struct {
	DdCounted task;
	int64_t now, n;
} Rebound;

static bool
list_rebound(DdDb *db, const char *key, DdArena *arena, GArray *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		db, &dd_unit_sql[DD_UNIT_SQL_COUNT_REBOUND], DD_DB_ARGS(dd_db_text(key)), error);
	while (dd_db_rows_each(rows)) {
		Rebound one = {.now = dd_db_rows_is_null(rows, 6) ? 0 : dd_db_rows_get_int(rows, 6),
			.n = dd_db_rows_get_int(rows, 5)};
		if (!get_counted(rows, &one.task, error))
			return false;
		one.task.lead_key = dd_arena_strdup(arena, one.task.lead_key);
		one.task.lead = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 7));
		g_array_append_val(out, one);
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_count_rebind(DdChange *change, const char *key, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Rebound));
	if (!list_rebound(db, key, arena, list, error))
		return false;
	for (guint i = 0; i < list->len; i++) {
		Rebound *one = &g_array_index(list, Rebound, i);
		if (!add(db, &one->task, -one->n, error))
			return false;
		one->task.unit = one->now;
		if (!add_name(db, &one->task, error) || !add(db, &one->task, one->n, error))
			return false;
	}
	return true;
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
			unit_key(led_to_key(get_led(units)), dd_db_rows_get_text(units, 3),
				dd_db_rows_get_text(units, 4)),
			-dd_db_rows_get_int(units, 5));
	if (!dd_db_rows_end(units, error))
		return false;
	g_autoptr(DdDbRows) days = dd_db_query(db, &dd_sql_derived[DD_DERIVED_LIST_DUE],
		DD_DB_ARGS(dd_db_int(0), dd_db_int(G_MAXINT64)), error);
	while (dd_db_rows_each(days))
		sums_add(&sums, due_key(led_to_key(get_led(days)), dd_db_rows_get_int(days, 3)),
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
		DD_DERIVED_CLEAR_DUE_COUNTS, DD_DERIVED_CLEAR_LEAD_NAMES, DD_DERIVED_FILL_LEAD_NAMES};
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
		const Led led = led_from_key(parts[0]);
		bool of_day = g_strv_length(parts) == 2;
		if (of_day ? !add_due(db, &led, g_ascii_strtoll(parts[1], NULL, 10), n, error)
			   : !add_unit(db, &led, parts[1], parts[2], n, error))
			return false;
	}
	return true;
}
