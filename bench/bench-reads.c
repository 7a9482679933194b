/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-reads.c: what each question to a store costs, and one durable write, each beside the bare statement of the engine.
 * usage: bench-reads URL    of a store that bench-load filled. Prints a line for each: name, operations a second, p50 and p99 in microseconds
 */
#include "count.h"
#include "error.h"
#include "follow-list.h"
#include "identity.h"
#include "search.h"
#include "stored.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 400
#define WARM_ROUNDS 40
#define MOST_MICROSECONDS 4000000 /* that one kind is measured */
#define NOW INT64_C(1795000000)
#define FIRST_ROWS 50

typedef struct {
	DdStore *store;
	DdDb *db;
	int64_t tasks;
	GArray *doing; /* int64_t: tasks that tell of progress */
	GPtrArray *units, *keys;
	unsigned round;
} Bench;

typedef bool (*Operation)(Bench *bench, GError **error);

static int64_t
some_task(const Bench *bench)
{
	return 1 + (int64_t)(bench->round * UINT64_C(2654435761)) % bench->tasks;
}

static bool
drop(GArray *rows)
{
	bool good = rows != NULL;
	if (good)
		g_array_unref(rows);
	return good;
}

static bool
list(Bench *bench, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	const DdFollowFilter filter = {.unit = bench->units->pdata[bench->round % bench->units->len],
		.open = true,
		.limit = FIRST_ROWS};
	return drop(dd_follow_list(bench->store, &filter, arena, error));
}

static bool
bare_list(Bench *bench, GError **error)
{
	static const DdDbStatement statement = {
		.sql = "SELECT f.task_id, f.lead, f.due_order, t.text, t.state FROM follow f JOIN "
		       "task t "
		       "ON t.id = f.task_id WHERE f.lead_key = $1 AND f.open ORDER BY f.due_order, "
		       "f.task_id LIMIT 50"};
	const char *key = bench->keys->pdata[bench->round % bench->keys->len];
	return dd_db_run(bench->db, &statement, DD_DB_ARGS(dd_db_text(key)), error);
}

static bool
show(Bench *bench, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t id = some_task(bench);
	DdStoredTask task;
	DdFollowed followed;
	bool found;
	return dd_stored_task(bench->store, id, arena, &task, &found, error) &&
	       dd_follow_get(bench->store, id, arena, &followed, error) &&
	       drop(dd_follow_occurrences(bench->store, id, arena, error)) &&
	       drop(dd_follow_history(bench->store, id, arena, error));
}

static bool
bare_show(Bench *bench, GError **error)
{
	static const DdDbStatement statement = {
		.sql = "SELECT id, label, text, time_json, product, state, version FROM task WHERE "
		       "id = $1"};
	return dd_db_run(bench->db, &statement, DD_DB_ARGS(dd_db_int(some_task(bench))), error);
}

static bool
search_for(Bench *bench, const char *words, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdSearchFound) found = {0};
	return dd_search_find(bench->store, &(DdSearch){.words = words, .limit = FIRST_ROWS}, arena,
		&found, error);
}

static bool
search_marked(Bench *bench, GError **error)
{
	return search_for(bench, "chuyển đổi số", error);
}

static bool
search_bare(Bench *bench, GError **error)
{
	return search_for(bench, "chuyen doi so", error);
}

static bool
search_phrase(Bench *bench, GError **error)
{
	return search_for(bench, "\"thủ tục hành chính\" rà soát", error);
}

static bool
search_rare(Bench *bench, GError **error)
{
	return search_for(bench, "mã số 305", error);
}

static bool
search_wrong(Bench *bench, GError **error)
{
	return search_for(bench, "chuyrn đổi số", error);
}

static bool
summary(Bench *bench, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	return drop(dd_count_list(bench->store, (DdDay){2026, 11, 22}, arena, error));
}

static bool
progress(Bench *bench, GError **error)
{
	const DdActor actor = {NOW + bench->round, "Chuyên viên", "bench"};
	const DdActingAs office = {DD_ROLE_LEADER, NULL};
	int64_t id = g_array_index(bench->doing, int64_t, bench->round % bench->doing->len);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdFollowed followed;
	if (!dd_follow_get(bench->store, id, arena, &followed, error))
		return false;
	const DdActingAs unit = {DD_ROLE_FOCAL, followed.lead != NULL ? followed.lead : office.unit};
	const DdStep step = {.action = DD_ACTION_PROGRESS,
		.reason = "Rà soát lại",
		.progress = {.percent = followed.percent, .done = "Đã làm xong phần việc của tuần"}};
	g_auto(DdChange) change = {0};
	return dd_change_begin(bench->store, &actor, &change, error) &&
	       dd_follow_step(&change, id, &unit, &step, NULL, error) &&
	       dd_change_commit(&change, error);
}

static bool
bare_update(Bench *bench, GError **error)
{
	static const DdDbStatement statement = {
		.sql = "UPDATE follow SET percent = (percent + 1) % 101 WHERE task_id = $1"};
	g_auto(DdDbTransaction) transaction = {0};
	int64_t id = g_array_index(bench->doing, int64_t, bench->round % bench->doing->len);
	return dd_db_begin(bench->db, DD_DB_WRITE, &transaction, error) &&
	       dd_db_run(bench->db, &statement, DD_DB_ARGS(dd_db_int(id)), error) &&
	       dd_db_commit(&transaction, error);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static bool
measure(Bench *bench, const char *name, Operation operation, GError **error)
{
	double times[ROUNDS], sum = 0;
	size_t n = 0;
	int64_t end = g_get_monotonic_time() + MOST_MICROSECONDS;
	for (unsigned i = 0; i < WARM_ROUNDS + ROUNDS && (n < 20 || g_get_monotonic_time() < end);
		i++) {
		bench->round = i;
		int64_t began = g_get_monotonic_time();
		if (!operation(bench, error))
			return false;
		double took = (double)(g_get_monotonic_time() - began);
		if (i < WARM_ROUNDS)
			continue;
		times[n++] = took;
		sum += took;
	}
	qsort(times, n, sizeof(*times), compare);
	printf("%s\t%.0f\t%.0f\t%.0f\n", name, (double)n * 1e6 / sum, times[n / 2],
		times[n * 99 / 100]);
	fflush(stdout);
	return true;
}

static bool
prepare(Bench *bench, GError **error)
{
	static const DdDbStatement count = {.sql = "SELECT count(*) FROM task"};
	static const DdDbStatement doing = {
		.sql = "SELECT id FROM task WHERE state = 'doing' ORDER BY id LIMIT 500"};
	static const DdDbStatement names = {
		.sql = "SELECT lead, lead_key FROM lead_name ORDER BY lead_key"};
	g_autoptr(DdDbRows) rows = dd_db_query(bench->db, &count, DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(rows))
		bench->tasks = dd_db_rows_get_int(rows, 0);
	g_autoptr(DdDbRows) ids = dd_db_query(bench->db, &doing, DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(ids)) {
		int64_t id = dd_db_rows_get_int(ids, 0);
		g_array_append_val(bench->doing, id);
	}
	g_autoptr(DdDbRows) units = dd_db_query(bench->db, &names, DD_DB_NO_ARGS, error);
	while (dd_db_rows_each(units)) {
		g_ptr_array_add(bench->units, g_strdup(dd_db_rows_get_text(units, 0)));
		g_ptr_array_add(bench->keys, g_strdup(dd_db_rows_get_text(units, 1)));
	}
	return dd_db_rows_end(rows, error) && dd_db_rows_end(ids, error) &&
	       dd_db_rows_end(units, error);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		Operation operation;
	} operations[] = {{"list", list}, {"bare list", bare_list}, {"task", show},
		{"bare task", bare_show}, {"search with marks", search_marked},
		{"search without", search_bare}, {"search phrase", search_phrase},
		{"search rare", search_rare}, {"search typo", search_wrong}, {"summary", summary},
		{"progress", progress}, {"bare update", bare_update}};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore)
		store = argc == 2 ? dd_store_open(argv[1], DD_DB_EXISTING, NOW, NULL, &error) : NULL;
	if (store == NULL) {
		fprintf(stderr, "%s\n", error != NULL ? error->message : "usage: bench-reads URL");
		return 2;
	}
	g_autoptr(GArray) doing = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(GPtrArray) units = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
	Bench bench = {store, dd_store_get_db(store), 0, doing, units, keys, 0};
	bool good = prepare(&bench, &error) && doing->len > 0;
	for (size_t i = 0; good && i < G_N_ELEMENTS(operations); i++)
		good = measure(&bench, operations[i].name, operations[i].operation, &error);
	if (!good)
		fprintf(stderr, "%s\n", error != NULL ? error->message : "nothing to measure");
	return good ? 0 : 1;
}
