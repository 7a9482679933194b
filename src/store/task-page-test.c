/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-page-test.c: what lists hold and in which order, held against all tasks filtered and sorted one by one; and how engines find them */
#include "task-page.h"

#include "date.h"
#include "engine-test-support.h"
#include "error.h"
#include "identity.h"
#include "instant.h"
#include "intake.h"
#include "maxima.h"
#include "statements-list.h"

#include <string.h>

#define PLANS ((size_t)3)
#define TASKS ((size_t)40) /* of each */

static const char *const units[] = {
	"Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Tư pháp"};
static const char *const people[] = {"Ông Nguyễn Văn An", "Bà Trần Thị Bình"};
static const char *const texts[] = {
	"Xây dựng kế hoạch chuyển đổi số", "Rà soát thủ tục hành chính", "Tổ chức hội nghị"};
static const DdDay today = {2026, 6, 15};

/* What a task was made of, by its number from 1 */
typedef struct {
	size_t lead, helper, director, text;
	int64_t document;
} Made;

static const size_t n_tasks = PLANS * TASKS;
static Made made[PLANS * TASKS + 1];

static size_t
pick(size_t seed, size_t n)
{
	return (seed * 2654435761u >> 7) % n;
}

static DdField
field(const char *value)
{
	return (DdField){.value = value, .rule = "test", .confidence = 95};
}

static DdActor
actor_at(int64_t step)
{
	int64_t noon = dd_instant_make(dd_date_make(2026, 1, 6), 12, 0, 0) - DD_ZONE_VIETNAM;
	return (DdActor){
		.now = noon +
		       step * (dd_instant_make(today, 12, 0, 1) - dd_instant_make(today, 12, 0, 0)) * 60,
		.who = step % 2 == 0 ? "Văn thư" : "Chuyên viên",
		.origin = "test"};
}

static void
make_task(DdTask *task, DdField names[4], size_t plan, size_t i)
{
	size_t id = plan * TASKS + i + 1;
	made[id] = (Made){pick(id, 5), pick(id + 700, 5), pick(id + 1400, 2), pick(id + 2100, 3),
		(int64_t)plan + 1};
	names[0] = field(units[made[id].lead]);
	names[1] = field(units[made[id].helper]);
	names[2] = field(people[made[id].director]);
	*task = (DdTask){.id = "1", .text = field(texts[made[id].text]), .lead = {names, 1}};
	task->coordinate = (DdFieldList){names + 1, made[id].helper != made[id].lead ? 1 : 0};
	task->director = (DdFieldList){names + 2, 1};
	task->span.line = task->span.line_end = 1;
	if (pick(id + 99, 5) == 0)
		task->time = (DdTime){.kind = DD_TIME_EVENT, .event = "Theo hướng dẫn của Bộ"};
	else
		task->time = (DdTime){.kind = DD_TIME_BY_DATE,
			.end = dd_date_add_days(today, (int)pick(id + 5, 90) - 70)};
}

static void
add_plan(DdStore *store, size_t plan)
{
	g_autoptr(GError) error = NULL;
	static DdField names[TASKS][4];
	static DdTask tasks[TASKS];
	g_autofree char *number = g_strdup_printf("%zu/KH-UBND", plan + 1);
	for (size_t i = 0; i < TASKS; i++)
		make_task(&tasks[i], names[i], plan, i);
	DdReading reading = {.file = "plan.txt", .tasks = tasks, .n_tasks = TASKS};
	reading.document.number = field(number);
	reading.document.issuer = field("Ủy ban nhân dân tỉnh");
	reading.document.date = (DdDay){2026, 1, 5};
	reading.document.year = 2026;
	DdActor actor = actor_at(0);
	DdIntakeResult result;
	const DdIntakeFile file = dd_intake_file_make(number, strlen(number), "plan.txt");
	g_assert_true(dd_intake_document(store, &actor,
		&(DdIntake){&file, "", &reading, "test", NULL, NULL}, &result, &error));
	g_assert_no_error(error);
	g_assert_cmpint(result.document, ==, (int)plan + 1);
}

/* Some steps with tasks, so that there are all kinds of them */
static void
move(DdStore *store)
{
	static const DdActingAs leader = {DD_ROLE_LEADER, NULL};
	static const DdAction ways[][4] = {{DD_ACTION_LAST}, {DD_ACTION_TAKE, DD_ACTION_LAST},
		{DD_ACTION_TAKE, DD_ACTION_SUBMIT, DD_ACTION_LAST},
		{DD_ACTION_TAKE, DD_ACTION_SUBMIT, DD_ACTION_CLOSE, DD_ACTION_LAST},
		{DD_ACTION_PAUSE, DD_ACTION_LAST}, {DD_ACTION_WITHDRAW, DD_ACTION_LAST}};
	for (int64_t id = 1; id <= (int64_t)n_tasks; id++) {
		const DdAction *way = ways[pick((size_t)id + 31, G_N_ELEMENTS(ways))];
		for (int64_t n = 0; way[n] != DD_ACTION_LAST; n++) {
			g_autoptr(GError) error = NULL;
			g_auto(DdChange) change = {0};
			const DdActingAs unit = {DD_ROLE_FOCAL, units[made[id].lead]};
			bool own = way[n] == DD_ACTION_TAKE || way[n] == DD_ACTION_SUBMIT;
			/* over half a year, so that some are submitted late */
			DdActor actor = actor_at((int64_t)pick((size_t)id + 17, 150) * 1440 + n);
			const DdStep step = {.action = way[n],
				.reason = "Chờ",
				.product = "Đề án",
				.document = "9/QĐ-UBND",
				.until = dd_date_add_days(today, (int)pick((size_t)id, 9) - 4)};
			g_assert_true(dd_change_begin(store, &actor, &change, &error));
			if (!dd_follow_step(&change, id, own ? &unit : &leader, &step, NULL, &error)) {
				g_assert_cmpint(way[n], ==,
					DD_ACTION_PAUSE); /* that would end before it begins */
				continue;
			}
			g_assert_true(dd_change_commit(&change, &error));
		}
	}
}

static DdStore *
open_store(const char *url)
{
	static const DdActingAs leader = {DD_ROLE_LEADER, NULL};
	g_autoptr(GError) error = NULL;
	DdActor actor = actor_at(1);
	DdStore *store = dd_store_open(url, DD_DB_CREATE, actor.now, NULL, &error);
	g_assert_no_error(error);
	for (size_t plan = 0; plan < PLANS; plan++) {
		g_auto(DdChange) change = {0};
		g_auto(DdIssued) issued = {0};
		add_plan(store, plan);
		g_assert_true(dd_change_begin(store, &actor, &change, &error));
		g_assert_true(dd_follow_issue(
			&change, (int64_t)plan + 1, &leader, DD_DUE_STAYS, &issued, &error));
		g_assert_true(dd_change_commit(&change, &error));
		g_assert_cmpuint(issued.issued, ==, TASKS);
	}
	move(store);
	return store;
}

static DdLatenessKind
judge(const DdFollowRow *row)
{
	return dd_lateness_judge(&(DdDeadline){row->state, row->due, row->stopped, row->until},
		today, dd_near_window_get_default())
		.kind;
}

static bool
is_among(const DdTaskQuery *query, size_t unit)
{
	for (size_t i = 0; i < query->n_units; i++)
		if (strcmp(query->units[i], units[unit]) == 0)
			return true;
	return query->n_units == 0;
}

static bool
has_part(const DdTaskQuery *query, const Made *one)
{
	if (query->part == DD_PART_HELPER)
		return is_among(query, one->helper) && one->helper != one->lead;
	return is_among(query, one->lead);
}

/* Whether the list is to have the row, told without the store */
static bool
is_wanted(const DdTaskQuery *query, const DdFollowRow *row)
{
	const Made *one = &made[row->task];
	bool dated = dd_date_is_set(query->from) || dd_date_is_set(query->to);
	bool own = query->seen_by == NULL || strcmp(units[one->lead], query->seen_by) == 0 ||
		   strcmp(units[one->helper], query->seen_by) == 0;
	return has_part(query, one) && own &&
	       (query->director == NULL || strcmp(query->director, people[one->director]) == 0) &&
	       (!query->open || dd_state_is_open(row->state)) &&
	       (query->states == 0 || (query->states & 1u << row->state) != 0) &&
	       (query->lateness == 0 || (query->lateness & 1u << judge(row)) != 0) &&
	       (!dated || dd_date_is_set(row->due)) &&
	       (!dd_date_is_set(query->from) || dd_date_compare(row->due, query->from) >= 0) &&
	       (!dd_date_is_set(query->to) || dd_date_compare(row->due, query->to) <= 0) &&
	       (query->due_kind == NULL || strcmp(query->due_kind, row->due_kind) == 0) &&
	       (query->document == 0 || query->document == one->document) &&
	       (query->words == NULL || strstr(texts[one->text], query->words) != NULL);
}

static int
compare_dues(const DdFollowRow *x, const DdFollowRow *y)
{
	int by = strcmp(x->due_order, y->due_order);
	return by != 0 ? by : x->task > y->task ? 1 : -1;
}

static int
compare(gconstpointer a, gconstpointer b, gpointer data)
{
	const DdFollowRow *x = a, *y = b;
	g_autofree char *lead_x = dd_identity_fold(x->lead), *lead_y = dd_identity_fold(y->lead);
	int by;
	switch (*(DdTaskOrder *)data) {
	case DD_ORDER_NUMBER:
		return x->task > y->task ? 1 : -1;
	case DD_ORDER_UNIT:
		by = strcmp(lead_x, lead_y);
		return by != 0 ? by : compare_dues(x, y);
	case DD_ORDER_STATE:
		return x->state != y->state ? (int)x->state - (int)y->state : compare_dues(x, y);
	case DD_ORDER_CHANGED:
		return x->changed != y->changed ? (x->changed < y->changed ? 1 : -1)
		       : x->task < y->task      ? 1
						: -1;
	case DD_ORDER_LATENESS:
		by = (int)!dd_state_is_open(x->state) - (int)!dd_state_is_open(y->state);
		return by != 0 ? by : compare_dues(x, y);
	case DD_ORDER_DUE:
	case DD_ORDER_LAST:
	default:
		return compare_dues(x, y);
	}
}

/* Goes through the list in pages of seven. Returns: (transfer full) numbers of its tasks */
static GString *
walk(DdStore *store, DdTaskQuery query)
{
	GString *out = g_string_new(NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdTaskPlace place;
	query.limit = 7;
	for (bool more = true; more;) {
		g_autoptr(GError) error = NULL;
		g_auto(DdTaskPage) page = {0};
		g_assert_true(dd_task_page_get(store, &query, arena, &page, &error));
		g_assert_no_error(error);
		g_assert_cmpuint(page.rows->len, <=, 7);
		for (guint i = 0; i < page.rows->len; i++)
			g_string_append_printf(
				out, " %d", (int)g_array_index(page.rows, DdFollowRow, i).task);
		more = page.more;
		place = page.next;
		query.after = &place;
	}
	return out;
}

static const char *const one_unit[] = {"Sở Y tế"}, *const two_units[] = {"Sở Y tế", "Sở Nội vụ"};

#define STATE(name) (1u << DD_STATE_##name)
#define LATE(name) (1u << DD_LATENESS_##name)
static const DdTaskQuery queries[] = {
	{0},
	{.open = true},
	{.units = one_unit, .n_units = 1},
	{.units = one_unit, .n_units = 1, .open = true},
	{.units = two_units, .n_units = 2, .states = STATE(ASSIGNED) | STATE(SUBMITTED)},
	{.units = one_unit, .n_units = 1, .part = DD_PART_HELPER},
	{.director = "Bà Trần Thị Bình", .open = true},
	{.director = "Bà Trần Thị Bình", .units = two_units, .n_units = 2},
	{.states = STATE(DONE)},
	{.states = STATE(DONE) | STATE(ACCEPTED) | STATE(WITHDRAWN)},
	{.open = true, .states = STATE(DONE) | STATE(ACCEPTED)},
	{.lateness = LATE(LATE)},
	{.lateness = LATE(NEAR)},
	{.lateness = LATE(LATE) | LATE(NEAR)},
	{.lateness = LATE(IN_TIME)},
	{.lateness = LATE(NO_DEADLINE)},
	{.lateness = LATE(ASIDE)},
	{.lateness = LATE(DONE_LATE)},
	{.lateness = LATE(DONE_IN_TIME) | LATE(DONE_NO_DEADLINE)},
	{.lateness = LATE(LATE) | LATE(DONE_LATE), .units = one_unit, .n_units = 1},
	{.from = {2026, 6, 10}, .to = {2026, 6, 20}},
	{.from = {2026, 6, 10}},
	{.to = {2026, 6, 20}, .open = true},
	{.to = {2026, 6, 10}, .lateness = LATE(LATE) | LATE(NEAR)},
	{.due_kind = "waits"},
	{.document = 2},
	{.document = 2, .states = STATE(ASSIGNED), .units = two_units, .n_units = 2},
	{.words = "chuyển đổi số"},
	{.words = "thủ tục", .open = true, .document = 3},
	{.words = "hội nghị", .document = 2},
	{.words = "hội nghị", .units = one_unit, .n_units = 1},
	{.words = "thủ tục", .units = two_units, .n_units = 2, .open = true},
	{.words = "thủ tục", .states = STATE(DONE) | STATE(ASSIGNED)},
	{.words = "hội nghị", .director = "Bà Trần Thị Bình"},
	{.seen_by = "Sở Tài chính"},
	{.seen_by = "Sở Tài chính", .open = true, .lateness = LATE(LATE)},
	{.seen_by = "Sở Tài chính", .units = one_unit, .n_units = 1},
	{.seen_by = "Sở Tài chính", .words = "hội nghị"},
	{.seen_by = "Sở Tài chính", .document = 1, .states = STATE(ASSIGNED)},
};

static void
assert_list(DdStore *store, const GArray *all, DdTaskQuery query)
{
	g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(DdFollowRow));
	g_autoptr(GString) expected = g_string_new(NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t n = -2;
	for (guint i = 0; i < all->len; i++)
		if (is_wanted(&query, &g_array_index(all, DdFollowRow, i)))
			g_array_append_vals(wanted, &g_array_index(all, DdFollowRow, i), 1);
	g_array_sort_with_data(wanted, compare, &query.order);
	for (guint i = 0; i < wanted->len; i++)
		g_string_append_printf(
			expected, " %d", (int)g_array_index(wanted, DdFollowRow, i).task);
	g_autoptr(GString) found = walk(store, query);
	g_assert_cmpstr(found->str, ==, expected->str);
	/* where words leave too many, the list is gone along, with stops at any place */
	for (unsigned most = 11; most <= 60 && query.words != NULL; most += 49) {
		DdTaskQuery along = query;
		along.most_texts = 1;
		along.most_walked = most;
		g_autoptr(GString) same = walk(store, along);
		g_assert_cmpstr(same->str, ==, expected->str);
	}
	g_assert_true(dd_task_page_count(store, &query, arena, &n, NULL));
	if (n != -1)
		g_assert_cmpint(n, ==, wanted->len);
}

static void
test_lists(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray)
		all = dd_follow_list(store, &(DdFollowFilter){.limit = DD_MAX_LISTED}, arena, NULL);
	unsigned kinds = 0;
	g_assert_cmpuint(all->len, ==, n_tasks);
	for (guint i = 0; i < all->len; i++)
		kinds |= 1u << judge(&g_array_index(all, DdFollowRow, i));
	g_assert_cmpuint(kinds, ==, (1u << DD_LATENESS_LAST) - 1); /* there are tasks of every kind */
	for (size_t i = 0; i < G_N_ELEMENTS(queries); i++)
		for (DdTaskOrder order = 0; order < DD_ORDER_LAST; order++) {
			DdTaskQuery query = queries[i];
			query.as_of = today;
			query.order = order;
			g_test_message("query %zu, order %u", i, order);
			assert_list(store, all, query);
		}
}

/* What is found of nobody, and words that are none */
static void
test_nothing(const char *url)
{
	static const char *const nobody[] = {"…"};
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_auto(DdTaskPage) page = {0};
	const DdTaskQuery none[] = {
		{.as_of = today, .units = nobody, .n_units = 1, .order = DD_ORDER_STATE},
		{.as_of = today, .director = "…"}, {.as_of = today, .seen_by = "…"},
		{.as_of = today, .units = nobody, .n_units = 1, .part = DD_PART_HELPER},
		{.as_of = today, .document = 9, .order = DD_ORDER_UNIT}};
	for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
		int64_t n = -2;
		g_autoptr(GString) found = walk(store, none[i]);
		g_assert_cmpstr(found->str, ==, "");
		g_assert_true(dd_task_page_count(store, &none[i], arena, &n, NULL));
		g_assert_cmpint(n, ==, 0);
	}
	g_assert_false(dd_task_page_get(
		store, &(DdTaskQuery){.as_of = today, .words = "…"}, arena, &page, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_MISSING);
}

/* Returns: whether a step of SQLite's plan looks at each row of a table that has one for each task, document or assignment */
static bool
goes_over_all(const char *step)
{
	static const char *const tables[] = {"f", "t", "r", "d", "o", "a", NULL};
	g_auto(GStrv) words = g_strsplit(step, " ", 3);
	return g_str_equal(words[0], "SCAN") && words[1] != NULL && g_strv_contains(tables, words[1]);
}

/* How SQLite goes about each list: along an index, or over the few tasks that one leaves, never over all */
static void
test_plans(const char *url)
{
	static DdDbStatement explained[DD_LIST_LAST][DD_LIST_BY_LAST];
	static const char *const sorted[DD_LIST_LAST] = {
		[DD_LIST_ALL] = "dnuc", [DD_LIST_OPEN] = "dnuc", [DD_LIST_STATE] = "d", [DD_LIST_UNIT] = "d", [DD_LIST_LEAD] = "du"};
	g_autoptr(DdStore) store = open_store(url);
	DdDb *db = dd_store_get_db(store);
	for (DdListFrom from = 0; from < DD_LIST_LAST; from++)
		for (DdListBy by = 0; by < DD_LIST_BY_LAST; by++) {
			g_autoptr(GError) error = NULL;
			g_assert_true(dd_db_prepare(db, &dd_list_sql[from][by], &error));
			g_assert_no_error(error);
			if (dd_engine_of(url) != DD_DB_SQLITE)
				continue;
			g_autofree char *sql = g_strconcat(
				"EXPLAIN QUERY PLAN ", dd_list_sql[from][by].sql, NULL);
			explained[from][by] = (DdDbStatement){.sql = sql};
			g_autoptr(DdDbRows)
				rows = dd_db_query(db, &explained[from][by], DD_DB_NO_ARGS, &error);
			bool sorts = false;
			while (dd_db_rows_each(rows)) {
				const char *step = dd_db_rows_get_text(rows, 3);
				sorts = sorts ||
					strstr(step, "USE TEMP B-TREE FOR ORDER BY") != NULL ||
					strstr(step, "RIGHT PART OF ORDER BY") != NULL;
				if (goes_over_all(step))
					g_error("%u by %u: %s", from, by, step);
			}
			g_assert_true(dd_db_rows_end(rows, &error));
			if (sorted[from] != NULL && strchr(sorted[from], "dnuc"[by]) != NULL && sorts)
				g_error("%u by %u sorts", from, by);
		}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/task-page/lists", test_lists);
	dd_engine_test_add("/task-page/nothing", test_nothing);
	dd_engine_test_add("/task-page/plans", test_plans);
	return g_test_run();
}
