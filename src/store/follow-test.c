/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow-test.c: steps with tasks in the store, on each engine: what they change, what they refuse, and what stays behind a refusal */
#include "follow.h"

#include "audit.h"
#include "count.h"
#include "date.h"
#include "engine-test-support.h"
#include "error.h"
#include "follow-list.h"
#include "instant.h"
#include "intake.h"
#include "maxima.h"
#include "stored.h"

#include <glib.h>
#include <string.h>

#define OFFICE "Ủy ban nhân dân tỉnh Tuyên Quang"

static DdField
field(const char *value)
{
	return (DdField){.value = value, .rule = "test", .confidence = 95};
}

typedef struct {
	const char *label, *leads[3], *helper;
	DdTime time;
} TaskRow;

/* In the order of their numbers: 1 to 6 */
static const TaskRow task_rows[] = {
	{"1", {"Sở Nội vụ"}, "Sở Tài chính", {.kind = DD_TIME_BY_DATE, .end = {2026, 11, 30}}},
	{"2", {"Sở Tư pháp"}, NULL,
		{.kind = DD_TIME_PERIODIC,
			.every = (const char *[]){"quarter"},
			.n_every = 1,
			.before = "20"}},
	{"3", {"Sở Y tế", "Sở Công Thương"}, NULL, {.kind = DD_TIME_CONTINUOUS}},
	{"4", {"UBND các xã, phường"}, NULL, {.kind = DD_TIME_NONE}},
	{"5", {"Sở Nội vụ"}, NULL, {.kind = DD_TIME_EVENT, .event = "Theo hướng dẫn của Bộ"}},
	{"6", {"Sở Xây dựng"}, NULL, {.kind = DD_TIME_BY_DATE, .end = {2026, 3, 31}}},
};

/* Tasks whose days a person has to settle: a quarter without a year, a last stage without an end, more days than are kept */
static const TaskRow open_rows[] = {
	{"1", {"Sở Nội vụ"}, NULL, {.kind = DD_TIME_QUARTER}},
	{"2", {"Sở Nội vụ"}, NULL,
		{.kind = DD_TIME_STAGED,
			.stages = (DdStage[]){{"khảo sát", {2026, 1, 1}, {2026, 3, 31}},
				{"triển khai", {2026, 7, 1}, {0, 0, 0}}},
			.n_stages = 2}},
	{"3", {"Sở Nội vụ"}, NULL,
		{.kind = DD_TIME_PERIODIC,
			.every = (const char *[]){"day"},
			.n_every = 1,
			.start = {2026, 1, 1},
			.end = {2030, 12, 31}}},
};
#define N_TASKS G_N_ELEMENTS(task_rows)

/* Day by day, so that a history has an order */
static DdActor
actor_on(const char *who, int month, int day)
{
	int64_t noon = dd_instant_make(dd_date_make(2026, month, day), 12, 0, 0) - DD_ZONE_VIETNAM;
	return (DdActor){.now = noon, .who = who, .origin = "test"};
}

static void
fill_task(DdTask *task, DdFieldList *leads, DdField *names, const TaskRow *row)
{
	*leads = (DdFieldList){names, 0};
	for (; leads->n < 3 && row->leads[leads->n] != NULL; leads->n++)
		names[leads->n] = field(row->leads[leads->n]);
	*task = (DdTask){
		.id = row->label, .text = field("Thực hiện"), .lead = *leads, .time = row->time};
	task->span.line = task->span.line_end = 1;
	if (row->helper != NULL) {
		names[3] = field(row->helper);
		task->coordinate = (DdFieldList){names + 3, 1};
	}
}

/* Puts a plan of 2026 with these tasks, N_TASKS at most, into a new store. Returns: (transfer full) it; the document's number is 1 */
static DdStore *
open_with(const char *url, const TaskRow *rows, size_t n)
{
	g_autoptr(GError) error = NULL;
	DdField names[N_TASKS][4];
	DdFieldList leads[N_TASKS];
	DdTask tasks[N_TASKS];
	for (size_t i = 0; i < n; i++)
		fill_task(&tasks[i], &leads[i], names[i], &rows[i]);
	DdReading reading = {.file = "plan.txt", .tasks = tasks, .n_tasks = n};
	reading.document.number = field("15/KH-UBND");
	reading.document.issuer = field(OFFICE);
	reading.document.date = (DdDay){2026, 1, 5};
	reading.document.year = 2026;
	DdActor actor = actor_on("Văn thư", 1, 6);
	DdStore *store = dd_store_open(url, DD_DB_CREATE, actor.now, NULL, &error);
	g_assert_no_error(error);
	DdIntakeResult result;
	const DdIntakeFile file = dd_intake_file_make("plan", 4, "plan.txt");
	const DdIntake intake = {&file, "", &reading, "test", NULL, NULL};
	g_assert_true(dd_intake_document(store, &actor, &intake, &result, &error));
	g_assert_no_error(error);
	g_assert_cmpint(result.document, ==, 1);
	return store;
}

static DdStore *
open_store(const char *url)
{
	return open_with(url, task_rows, N_TASKS);
}

static const DdActingAs overseer = {DD_ROLE_OVERSEER, NULL};
static const DdActingAs leader = {DD_ROLE_LEADER, NULL};
static const DdActingAs home = {DD_ROLE_FOCAL, "Sở Nội vụ"};

/* Takes a step by itself. Returns: the code of the error, -1 when it was taken */
static int
take(DdStore *store, const char *who, int month, int day, int64_t task, const DdActingAs *part,
	const DdStep *step)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_on(who, month, day);
	DdStepDone done = {.state = DD_STATE_LAST};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_follow_step(&change, task, part, step, &done, &error)) {
		g_assert_cmpint(done.state, ==, DD_STATE_LAST);
		g_assert_true(error->domain == DD_ERROR);
		return error->code;
	}
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

/* What is kept up as tasks move is what one finds by counting, on any day from now on */
static void
assert_counts(DdStore *store)
{
	static const DdDay days[] = {
		{2026, 12, 31}, {2027, 1, 17}, {2027, 3, 28}, {2028, 2, 29}, {2030, 1, 1}};
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t wrong = -1;
	g_assert_true(dd_count_check(store, &wrong, NULL));
	g_assert_cmpint(wrong, ==, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
		g_autoptr(GArray) kept = dd_count_list(store, days[i], arena, NULL);
		g_autoptr(GArray) counted = dd_follow_count(store, days[i], true, arena, NULL);
		g_assert_cmpuint(kept->len, ==, counted->len);
		for (guint n = 0; n < kept->len; n++) {
			const DdUnitCount *a = &g_array_index(kept, DdUnitCount, n);
			const DdUnitCount *b = &g_array_index(counted, DdUnitCount, n);
			g_assert_cmpstr(a->unit, ==, b->unit);
			g_assert_true(memcmp(a->states, b->states, sizeof(a->states)) == 0);
			g_assert_true(memcmp(&a->tally, &b->tally, sizeof(a->tally)) == 0);
		}
	}
}

static size_t
issue(DdStore *store, size_t *held_out)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	DdActor actor = actor_on("Chánh Văn phòng", 1, 7);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_follow_issue(&change, 1, &leader, DD_DUE_STAYS, &issued, &error));
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	*held_out = issued.held->len;
	return issued.issued;
}

/* What is kept of a task, in words */
static void
assert_task(DdStore *store, int64_t id, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredTask task;
	DdFollowed now;
	bool found = false;
	char due[DD_DATE_BUFFER], stopped[DD_DATE_BUFFER];
	g_assert_true(dd_stored_task(store, id, arena, &task, &found, &error) && found);
	g_assert_true(dd_follow_get(store, id, arena, &now, &error));
	g_autofree char *text = g_strdup_printf("%s due=%s stopped=%s %d%%", task.state,
		dd_date_format(now.due, due), dd_date_format(now.stopped, stopped), now.percent);
	g_assert_cmpstr(text, ==, expected);
}

static void
assert_chain(DdStore *store, int64_t rows)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpint(verdict.broken, ==, 0);
	g_assert_cmpint(verdict.rows, ==, rows);
}

static void
test_issue(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	size_t held = 0;
	g_assert_cmpuint(issue(store, &held), ==, 4);
	g_assert_cmpuint(held, ==, 2); /* several leads, and one name for many */
	assert_task(store, 1, "assigned due=2026-11-30 stopped= 0%");
	assert_task(store, 2, "assigned due=2026-03-20 stopped= 0%");
	assert_task(store, 3, "draft due= stopped= 0%");
	assert_task(store, 4, "draft due= stopped= 0%");
	assert_task(store, 5, "assigned due= stopped= 0%");
	/* the document, its form and its reading come in, then four tasks are approved and assigned, then it is issued */
	assert_chain(store, 3 + 9);
	/* a person says who leads */
	g_assert_cmpint(take(store, "B", 1, 8, 3, &overseer, &(DdStep){.action = DD_ACTION_APPROVE}),
		==, DD_ERROR_MISSING);
	g_assert_cmpint(take(store, "B", 1, 8, 3, &overseer,
				&(DdStep){.action = DD_ACTION_APPROVE, .lead = "Sở Y tế"}),
		==, -1);
	g_assert_cmpuint(issue(store, &held), ==, 1);
	g_assert_cmpuint(held, ==, 1);
	assert_task(store, 3, "assigned due= stopped= 0%");
	/* and what went out already does not go out again */
	g_assert_cmpuint(issue(store, &held), ==, 0);
	assert_chain(store, 3 + 9 + 3);
	assert_counts(store);
}

/* The whole way of a task, with everything that is refused on it */
static void
test_journey(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	size_t held;
	issue(store, &held);
	const DdActingAs stranger = {DD_ROLE_FOCAL, "Sở Tư pháp"},
			 helper = {DD_ROLE_FOCAL, "Sở Tài chính"};
	const DdStep get = {.action = DD_ACTION_TAKE},
		     submit = {.action = DD_ACTION_SUBMIT, .product = "Đề án"},
		     close = {.action = DD_ACTION_CLOSE};
	g_assert_cmpint(take(store, "C", 2, 1, 99, &home, &get), ==, DD_ERROR_EMPTY);
	g_assert_cmpint(take(store, "C", 2, 1, 1, &stranger, &get), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "C", 2, 1, 1, &helper, &get), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "C", 2, 1, 1, &overseer, &get), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "C", 2, 1, 1, &home, &submit), ==, DD_ERROR_CONFLICT);
	assert_task(store, 1, "assigned due=2026-11-30 stopped= 0%");
	g_assert_cmpint(take(store, "C", 2, 1, 1, &home, &get), ==, -1);
	DdStep note = {.action = DD_ACTION_PROGRESS, .progress = {.done = "Khảo sát", .percent = 40}};
	g_assert_cmpint(take(store, "C", 3, 1, 1, &home, &note), ==, -1);
	note.progress.percent = 30;
	g_assert_cmpint(take(store, "C", 4, 1, 1, &home, &note), ==, DD_ERROR_MISSING);
	assert_task(store, 1, "doing due=2026-11-30 stopped= 40%");
	note.progress.reason = "Thêm 3 xã";
	g_assert_cmpint(take(store, "C", 4, 1, 1, &home, &note), ==, -1);
	g_assert_cmpint(take(store, "C", 5, 1, 1, &home, &(DdStep){.action = DD_ACTION_SUBMIT}), ==,
		DD_ERROR_MISSING);
	g_assert_cmpint(take(store, "C", 11, 20, 1, &home, &submit), ==, -1);
	assert_task(store, 1, "submitted due=2026-11-30 stopped=2026-11-20 30%");
	g_assert_cmpint(take(store, "B", 11, 25, 1, &overseer,
				&(DdStep){.action = DD_ACTION_RETURN, .reason = "Thiếu phụ lục"}),
		==, -1);
	assert_task(store, 1, "returned due=2026-11-30 stopped= 30%");
	g_assert_cmpint(take(store, "C", 12, 2, 1, &home, &submit), ==, -1);
	g_assert_cmpint(take(store, "C", 12, 5, 1, &overseer, &close), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "B", 12, 5, 1, &home, &close), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "B", 12, 5, 1, &overseer, &close), ==, -1);
	assert_task(store, 1, "done due=2026-11-30 stopped=2026-12-02 100%");

	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) history = dd_follow_history(store, 1, arena, NULL);
	static const char *const expected[] = {"approve", "assign", "take", "progress", "progress",
		"submit", "return", "submit", "close"};
	g_assert_cmpuint(history->len, ==, G_N_ELEMENTS(expected));
	for (guint i = 0; i < history->len; i++)
		g_assert_cmpstr(g_array_index(history, DdStoredStep, i).action, ==, expected[i]);
	g_assert_cmpstr(g_array_index(history, DdStoredStep, 6).reason, ==, "Thiếu phụ lục");
	g_assert_cmpstr(g_array_index(history, DdStoredStep, 7).product, ==, "Đề án");
	/* what was refused left no trace: three records of the plan, nine of issuing it, seven of this task */
	assert_chain(store, 3 + 9 + 7);
	assert_counts(store);
}

/* A task of each quarter: a day that is closed leads on to the next one */
static void
test_repeats(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	size_t held;
	issue(store, &held);
	const DdActingAs unit = {DD_ROLE_OFFICER, "Sở Tư pháp"};
	static const char *const after[] = {"doing due=2026-06-20 stopped= 0%",
		"doing due=2026-09-20 stopped= 0%", "doing due=2026-12-20 stopped= 0%",
		"done due=2026-12-20 stopped=2026-12-19 100%"};
	g_assert_cmpint(
		take(store, "D", 1, 10, 2, &unit, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	for (int i = 0; i < 4; i++) {
		const DdStep submit = {.action = DD_ACTION_SUBMIT, .proof = "Báo cáo quý"};
		g_assert_cmpint(take(store, "D", 3 * i + 3, 19, 2, &unit, &submit), ==, -1);
		g_assert_cmpint(take(store, "B", 3 * i + 3, 25, 2, &overseer,
					&(DdStep){.action = DD_ACTION_CLOSE}),
			==, -1);
		assert_task(store, 2, after[i]);
	}
	g_autoptr(GArray) days = dd_follow_occurrences(store, 2, arena, NULL);
	g_assert_cmpuint(days->len, ==, 4);
	const DdStoredOccurrence *third = &g_array_index(days, DdStoredOccurrence, 2);
	g_assert_cmpint(dd_date_compare(third->due, (DdDay){2026, 9, 20}), ==, 0);
	g_assert_cmpint(dd_date_compare(third->stopped, (DdDay){2026, 9, 19}), ==, 0);
	g_assert_cmpstr(third->rule, ==, "named-day");
	assert_counts(store);
}

static int
set_day(DdStore *store, const DdActingAs *part, int64_t task, DdDay day, const char *reason)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_on("B", 2, 1);
	const DdDayGiven given = {day, DD_DUE_MOVES_ON, reason, "12/BNV"};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_follow_set_day(&change, task, part, &given, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

/* The days of a task as they are kept: "due (rule) said/changes/was", behind each other */
static void
assert_days(DdStore *store, int64_t task, const char *expected)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) days = dd_follow_occurrences(store, task, arena, NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < days->len; i++) {
		const DdStoredOccurrence *one = &g_array_index(days, DdStoredOccurrence, i);
		char due[DD_DATE_BUFFER], said[DD_DATE_BUFFER], was[DD_DATE_BUFFER];
		g_string_append_printf(text, "%s%s (%s) %s/%d/%s", i > 0 ? " " : "",
			dd_date_format(one->due, due), one->rule, dd_date_format(one->said, said),
			(int)one->changes, dd_date_format(one->was, was));
	}
	g_assert_cmpstr(text->str, ==, expected);
}

static void
test_event(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	size_t held;
	issue(store, &held);
	g_autoptr(DdArena) arena = dd_arena_new();
	const DdDay day = {2026, 6, 13}; /* a Saturday: due on Monday, and the day that was said is kept */
	const DdDay later = {2026, 7, 15};
	g_assert_cmpint(set_day(store, &home, 5, day, NULL), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(set_day(store, &overseer, 1, day, "x"), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set_day(store, &overseer, 2, day, "x"), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set_day(store, &overseer, 4, day, "x"), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set_day(store, &overseer, 5, day, NULL), ==, -1);
	assert_task(store, 5, "assigned due=2026-06-15 stopped= 0%");
	assert_days(store, 5, "2026-06-15 (event) 2026-06-13/0/");
	/* what was given is corrected with a reason, and what it was is seen */
	g_assert_cmpint(set_day(store, &overseer, 5, day, "x"), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set_day(store, &overseer, 5, later, " "), ==, DD_ERROR_MISSING);
	assert_task(store, 5, "assigned due=2026-06-15 stopped= 0%");
	g_assert_cmpint(set_day(store, &overseer, 5, later, "Ghi nhầm ngày"), ==, -1);
	assert_days(store, 5, "2026-07-15 (event) 2026-07-15/1/2026-06-15");
	g_assert_cmpint(set_day(store, &overseer, 5, day, "Lại nhầm"), ==, -1);
	assert_days(store, 5, "2026-06-15 (event) 2026-06-13/2/2026-07-15");
	g_autoptr(GArray) history = dd_follow_history(store, 5, arena, NULL);
	const DdStoredStep *last = &g_array_index(history, DdStoredStep, history->len - 1);
	g_assert_cmpstr(last->action, ==, "event");
	g_assert_cmpstr(last->reason, ==, "Lại nhầm");
	g_assert_cmpstr(last->document, ==, "12/BNV");
	/* three records of the plan, nine of issuing it, three days */
	assert_chain(store, 3 + 9 + 3);
}

static void
test_open_days(const char *url)
{
	g_autoptr(DdStore) store = open_with(url, open_rows, G_N_ELEMENTS(open_rows));
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	DdActor actor = actor_on("A", 1, 7);
	DdFollowed now;
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_follow_issue(&change, 1, &leader, DD_DUE_STAYS, &issued, &error));
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	dd_change_clear(&change);
	/* five years of days are more than are kept, and that is said */
	g_assert_cmpuint(issued.truncated->len, ==, 1);
	g_assert_cmpint(g_array_index(issued.truncated, int64_t, 0), ==, 3);
	g_assert_true(dd_follow_get(store, 3, arena, &now, &error) && now.truncated);
	g_assert_true(dd_follow_get(store, 2, arena, &now, &error) && !now.truncated);
	/* an end is meant and its day not known: a person gives it */
	assert_task(store, 1, "assigned due= stopped= 0%");
	g_assert_cmpint(set_day(store, &overseer, 1, (DdDay){2026, 6, 30}, NULL), ==, -1);
	assert_task(store, 1, "assigned due=2026-06-30 stopped= 0%");
	assert_days(store, 1, "2026-06-30 (given) 2026-06-30/0/");
	/* the first stage has a day of the document, the last one none: it is not skipped */
	g_assert_cmpint(set_day(store, &overseer, 2, (DdDay){2026, 4, 1}, "x"), ==, DD_ERROR_CONFLICT);
	const DdStep submit = {.action = DD_ACTION_SUBMIT, .product = "Báo cáo"},
		     close = {.action = DD_ACTION_CLOSE};
	g_assert_cmpint(take(store, "C", 2, 1, 2, &home, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	g_assert_cmpint(take(store, "C", 3, 1, 2, &home, &submit), ==, -1);
	g_assert_cmpint(take(store, "B", 3, 2, 2, &overseer, &close), ==, -1);
	assert_task(store, 2, "doing due= stopped= 0%");
	g_assert_cmpint(set_day(store, &overseer, 2, (DdDay){2026, 12, 15}, NULL), ==, -1);
	assert_task(store, 2, "doing due=2026-12-15 stopped= 0%");
	assert_days(store, 2, "2026-03-31 (stage) 2026-03-31/0/ 2026-12-15 (given) 2026-12-15/0/");
	g_assert_cmpint(take(store, "C", 12, 1, 2, &home, &submit), ==, -1);
	g_assert_cmpint(take(store, "B", 12, 2, 2, &overseer, &close), ==, -1);
	assert_task(store, 2, "done due=2026-12-15 stopped=2026-12-01 100%");
}

/* Who answers for a task, when a person says otherwise than the document */
static void
test_lead(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdFollowed now;
	DdStep step = {.action = DD_ACTION_APPROVE, .lead = "Sở Tài chính"};
	/* not the one that is named, nor one of the two: with a reason; the same spelt otherwise is no other */
	g_assert_cmpint(take(store, "B", 1, 8, 1, &overseer, &step), ==, DD_ERROR_MISSING);
	g_assert_cmpint(take(store, "B", 1, 8, 3, &overseer, &step), ==, DD_ERROR_MISSING);
	g_assert_cmpint(take(store, "B", 1, 8, 4, &overseer, &step), ==, -1);
	step.lead = "SỞ  CÔNG THƯƠNG";
	g_assert_cmpint(take(store, "B", 1, 8, 3, &overseer, &step), ==, -1);
	step = (DdStep){
		.action = DD_ACTION_APPROVE, .lead = "Sở Tài chính", .reason = "Chuyển chức năng"};
	g_assert_cmpint(take(store, "B", 1, 8, 1, &overseer, &step), ==, -1);
	size_t held;
	issue(store, &held);
	/* once it went out, by a document */
	const DdActingAs finance = {DD_ROLE_FOCAL, "Sở Tài chính"};
	DdStep transfer = {.action = DD_ACTION_TRANSFER, .lead = "Sở Nội vụ", .reason = "Nhầm"};
	g_assert_cmpint(
		take(store, "C", 2, 1, 1, &finance, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	g_assert_cmpint(take(store, "B", 2, 2, 1, &overseer, &transfer), ==, DD_ERROR_MISSING);
	transfer.document = "31/QĐ-UBND";
	g_assert_cmpint(take(store, "C", 2, 2, 1, &finance, &transfer), ==, DD_ERROR_FORBIDDEN);
	transfer.lead = "Các sở";
	g_assert_cmpint(take(store, "B", 2, 2, 1, &overseer, &transfer), ==, DD_ERROR_MISSING);
	transfer.lead = "sở tài chính";
	g_assert_cmpint(take(store, "B", 2, 2, 1, &overseer, &transfer), ==, DD_ERROR_CONFLICT);
	transfer.lead = "Sở Nội vụ";
	g_assert_cmpint(take(store, "B", 2, 2, 1, &overseer, &transfer), ==, -1);
	assert_task(store, 1, "assigned due=2026-11-30 stopped= 0%");
	g_assert_true(dd_follow_get(store, 1, arena, &now, NULL));
	g_assert_cmpstr(now.lead, ==, "Sở Nội vụ");
	/* the one that led has nothing to do with it any more */
	g_assert_cmpint(take(store, "C", 2, 3, 1, &finance, &(DdStep){.action = DD_ACTION_TAKE}),
		==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "D", 2, 3, 1, &home, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	/* of a past day it counts for whoever led then */
	for (int i = 0; i < 2; i++) {
		g_autoptr(GArray) units = dd_follow_count(
			store, (DdDay){2026, 2, (int8_t)(1 + i)}, true, arena, NULL);
		uint64_t n = 0;
		for (guint u = 0; u < units->len; u++) {
			const DdUnitCount *one = &g_array_index(units, DdUnitCount, u);
			if (strcmp(one->unit, "Sở Nội vụ") == 0)
				n = dd_tally_count_all(&one->tally);
		}
		g_assert_cmpuint(n, ==, i == 0 ? 1 : 2); /* task 5, then 1 too */
	}
	assert_counts(store);
}

/* One person spells a name in many ways */
static void
test_own(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	size_t held;
	issue(store, &held);
	const DdStep submit = {.action = DD_ACTION_SUBMIT, .product = "Đề án"},
		     close = {.action = DD_ACTION_CLOSE};
	g_assert_cmpint(take(store, "Hoà Bình", 2, 1, 1, &home, &(DdStep){.action = DD_ACTION_TAKE}),
		==, -1);
	g_assert_cmpint(take(store, "Hoà Bình", 2, 1, 1, &home, &submit), ==, -1);
	static const char *const same[] = {
		"Hoà Bình", "hòa bình", " HÒA  BÌNH ", "Ho\314\200a Bi\314\200nh"};
	for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
		g_assert_cmpint(
			take(store, same[i], 2, 2, 1, &overseer, &close), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "Hoa Bình", 2, 2, 1, &overseer, &close), ==, -1);
}

static void
test_side_ways(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	size_t held;
	issue(store, &held);
	g_assert_cmpint(
		take(store, "C", 2, 1, 1, &home,
			&(DdStep){.action = DD_ACTION_REFUSE, .reason = "Không đúng chức năng"}),
		==, -1);
	g_assert_cmpint(take(store, "B", 2, 2, 1, &overseer, &(DdStep){.action = DD_ACTION_ASSIGN}),
		==, -1);
	g_assert_cmpint(take(store, "C", 2, 3, 1, &home, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	DdStep pause = {.action = DD_ACTION_PAUSE, .reason = "Chờ kinh phí", .until = {2026, 5, 1}};
	g_assert_cmpint(take(store, "B", 2, 4, 1, &overseer, &pause), ==, -1);
	assert_task(store, 1, "paused due=2026-11-30 stopped= 0%");
	g_assert_cmpint(
		take(store, "C", 5, 2, 1, &home, &(DdStep){.action = DD_ACTION_RESUME}), ==, -1);
	const DdStep withdraw = {.action = DD_ACTION_WITHDRAW, .document = "30/QĐ-UBND"};
	g_assert_cmpint(take(store, "B", 6, 1, 1, &overseer, &withdraw), ==, DD_ERROR_FORBIDDEN);
	g_assert_cmpint(take(store, "A", 6, 1, 1, &leader, &withdraw), ==, -1);
	assert_task(store, 1, "withdrawn due=2026-11-30 stopped= 0%");
	g_assert_cmpint(take(store, "A", 6, 2, 6, &leader,
				&(DdStep){.action = DD_ACTION_END, .reason = "Không còn phù hợp"}),
		==, -1);
	g_assert_cmpint(take(store, "A", 6, 3, 6, &leader,
				&(DdStep){.action = DD_ACTION_REOPEN, .reason = "Nhầm"}),
		==, -1);
	assert_task(store, 6, "doing due=2026-03-31 stopped= 0%");
	assert_counts(store);
}

static void
test_list(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	size_t held;
	issue(store, &held);
	static const struct {
		DdFollowFilter filter;
		const char *tasks;
	} rows[] = {
		{{.limit = 50}, "2 6 1 5"},
		{{.limit = 2}, "2 6"},
		{{.limit = 50, .after_due = "2026-03-31", .after = 6}, "1 5"},
		{{.limit = 50, .sort = DD_SORT_NUMBER}, "1 2 5 6"},
		{{.limit = 50, .sort = DD_SORT_NUMBER, .after = 2}, "5 6"},
		{{.limit = 50, .unit = "SỞ NỘI  VỤ"}, "1 5"},
		{{.limit = 50, .unit = "Sở Nội vụ", .sort = DD_SORT_NUMBER, .open = true}, "1 5"},
		{{.limit = 50, .unit = "Sở Nội vụ", .open = true}, "1 5"},
		{{.limit = 50, .unit = "Sở Nội vụ", .state = "done"}, ""},
		{{.limit = 50, .unit = "Sở Tài chính"}, ""},
		{{.limit = 50, .unit = "…"}, ""},
		{{.limit = 50, .open = true, .document = 1}, "2 6 1 5"},
		{{.limit = 50, .document = 2}, ""},
		{{.limit = 2, .document = 1, .after_due = "2026-03-20", .after = 2}, "6 1"},
		{{.limit = 50, .document = 1, .unit = "Sở Nội vụ"}, "1 5"},
		{{.limit = 2, .document = 1, .sort = DD_SORT_NUMBER}, "1 2"},
		{{.limit = 50, .document = 1, .sort = DD_SORT_NUMBER, .after = 2}, "5 6"},
		{{.limit = 50, .state = "assigned"}, "2 6 1 5"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GArray) found = dd_follow_list(store, &rows[i].filter, arena, &error);
		g_autoptr(GString) text = g_string_new(NULL);
		g_assert_no_error(error);
		for (guint n = 0; n < found->len; n++)
			g_string_append_printf(text, "%s%d", n > 0 ? " " : "",
				(int)g_array_index(found, DdFollowRow, n).task);
		g_assert_cmpstr(text->str, ==, rows[i].tasks);
	}
}

/* What is counted for a past day is what was so on that day */
static void
test_count(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	size_t held;
	issue(store, &held);
	const DdActingAs unit = {DD_ROLE_OFFICER, "Sở Xây dựng"};
	const DdStep submit = {.action = DD_ACTION_SUBMIT, .product = "Quy hoạch"};
	g_assert_cmpint(take(store, "E", 2, 1, 6, &unit, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	g_assert_cmpint(take(store, "E", 4, 10, 6, &unit, &submit), ==, -1);
	g_assert_cmpint(take(store, "B", 4, 20, 6, &overseer, &(DdStep){.action = DD_ACTION_CLOSE}),
		==, -1);
	static const struct {
		DdDay day;
		bool then;
		DdTally all;
	} rows[] = {
		{{2026, 1, 6}, true, {0}},
		{{2026, 1, 7}, true, {.open_in_time = 3, .open_no_deadline = 1}},
		{{2026, 3, 31}, true,
			{.open_in_time = 2, .open_late = 1, .open_no_deadline = 1, .near = 1}},
		{{2026, 4, 9}, true, {.open_in_time = 1, .open_late = 2, .open_no_deadline = 1}},
		{{2026, 4, 30}, true,
			{.open_in_time = 1, .open_late = 1, .done_late = 1, .open_no_deadline = 1}},
		{{2026, 4, 30}, false,
			{.open_in_time = 1, .open_late = 1, .done_late = 1, .open_no_deadline = 1}},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GArray)
			units = dd_follow_count(store, rows[i].day, rows[i].then, arena, &error);
		DdTally all = {0};
		g_assert_no_error(error);
		for (guint n = 0; n < units->len; n++)
			dd_tally_merge(&all, &g_array_index(units, DdUnitCount, n).tally);
		g_assert_true(memcmp(&all, &rows[i].all, sizeof(all)) == 0);
		g_assert_cmpuint(units->len, ==, i == 0 ? 0 : 3);
	}
	assert_counts(store);

	/* a wrong count is found, and counting anew mends it */
	DdDb *db = dd_store_get_db(store);
	g_auto(DdChange) change = {0};
	DdActor actor = actor_on("A", 5, 1);
	int64_t wrong = 0;
	g_assert_true(dd_db_run_script(db, "UPDATE unit_count SET n = n + 1", NULL));
	g_assert_true(dd_db_run_script(db, "DELETE FROM due_count", NULL));
	g_assert_true(dd_count_check(store, &wrong, NULL));
	g_assert_cmpint(wrong, >, 3);
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_count_rebuild(&change, NULL) && dd_change_commit(&change, NULL));
	assert_counts(store);
}

/* Of a history that is longer than a list the newest steps are shown, with how many came before */
static void
test_long_history(const char *url)
{
	static const DdStep step = {
		.action = DD_ACTION_PROGRESS, .progress = {.done = "x", .percent = -1}};
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	const DdActor actor = {.now = 1795478400, .who = "A", .origin = "test"};
	const DdActingAs lead = {DD_ROLE_FOCAL, "Sở Nội vụ"};
	size_t held = 0;
	(void)issue(store, &held);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(
		dd_follow_step(&change, 1, &lead, &(DdStep){.action = DD_ACTION_TAKE}, NULL, &error));
	for (int i = 0; i < DD_MAX_LISTED; i++)
		g_assert_true(dd_follow_step(&change, 1, &lead, &step, NULL, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_autoptr(GArray) history = dd_follow_history(store, 1, arena, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(history->len, ==, DD_MAX_LISTED);
	/* approved, assigned, taken */
	g_assert_cmpint(g_array_index(history, DdStoredStep, 0).position, ==, 3);
	g_assert_cmpint(g_array_index(history, DdStoredStep, history->len - 1).position, ==,
		DD_MAX_LISTED + 2);
	/* and the older ones are got behind them */
	g_autoptr(GArray) older = dd_follow_steps(store, 1, 5, 4, arena, &error);
	g_assert_cmpuint(older->len, ==, 4);
	g_assert_cmpint(g_array_index(older, DdStoredStep, 0).position, ==, 4);
	g_assert_cmpstr(g_array_index(older, DdStoredStep, 2).action, ==, "take");
	g_autoptr(GArray) first = dd_follow_steps(store, 1, 1, 4, arena, &error);
	g_assert_cmpuint(first->len, ==, 1);
	g_assert_cmpstr(g_array_index(first, DdStoredStep, 0).action, ==, "approve");
}

typedef struct {
	const char *url;
	bool ended; /* atomic */
} Mover;

/* Gives a task that is late in and gets it back, again and again */
static gpointer
move_to_and_fro(gpointer data)
{
	Mover *self = data;
	const DdStep submit = {.action = DD_ACTION_SUBMIT, .product = "Đề án"};
	const DdStep back = {.action = DD_ACTION_RETURN, .reason = "Thiếu phụ lục"};
	g_autoptr(DdStore) store = dd_store_open(self->url, DD_DB_EXISTING, 0, NULL, NULL);
	for (int i = 0; i < 200; i++) {
		g_assert_cmpint(take(store, "B", 12, 10, 1, &home, &submit), ==, -1);
		g_assert_cmpint(take(store, "A", 12, 10, 1, &overseer, &back), ==, -1);
	}
	__atomic_store_n(&self->ended, true, __ATOMIC_RELAXED);
	return NULL;
}

/* A task that moves while it is counted is counted as it was, or as it is, and as nothing else */
static void
test_count_snapshot(const char *url)
{
	static const DdDay as_of = {2027, 1, 17};
	g_autoptr(DdStore) store = open_store(url);
	size_t held = 0;
	(void)issue(store, &held);
	g_assert_cmpint(
		take(store, "B", 12, 9, 1, &home, &(DdStep){.action = DD_ACTION_TAKE}), ==, -1);
	Mover mover = {.url = url};
	GThread *thread = g_thread_new("mover", move_to_and_fro, &mover);
	uint64_t in_time = UINT64_MAX, all = 0;
	while (!__atomic_load_n(&mover.ended, __ATOMIC_RELAXED)) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GError) error = NULL;
		g_autoptr(GArray) units = dd_count_list(store, as_of, arena, &error);
		DdTally sum = {0};
		g_assert_no_error(error);
		for (guint i = 0; i < units->len; i++)
			dd_tally_merge(&sum, &g_array_index(units, DdUnitCount, i).tally);
		if (in_time == UINT64_MAX) {
			in_time = sum.open_in_time;
			all = dd_tally_count_all(&sum) + sum.aside;
		}
		g_assert_cmpuint(sum.open_in_time, ==, in_time);
		g_assert_cmpuint(dd_tally_count_all(&sum) + sum.aside, ==, all);
	}
	g_thread_join(thread);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/follow/issue", test_issue);
	dd_engine_test_add("/follow/journey", test_journey);
	dd_engine_test_add("/follow/repeats", test_repeats);
	dd_engine_test_add("/follow/event", test_event);
	dd_engine_test_add("/follow/open-days", test_open_days);
	dd_engine_test_add("/follow/lead", test_lead);
	dd_engine_test_add("/follow/count-snapshot", test_count_snapshot);
	dd_engine_test_add("/follow/own", test_own);
	dd_engine_test_add("/follow/side-ways", test_side_ways);
	dd_engine_test_add("/follow/list", test_list);
	dd_engine_test_add("/follow/count", test_count);
	dd_engine_test_add("/follow/long-history", test_long_history);
	return g_test_run();
}
