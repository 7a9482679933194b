/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle-test.c: what a person says of a draft, on each engine: what is kept, what is shown, what is refused, and who gets around it */
#include "settle.h"

#include "check.h"
#include "engine-test-support.h"
#include "error.h"
#include "follow-list.h"
#include "intake.h"
#include "json-read.h"
#include "maxima.h"
#include "stored.h"

#include <string.h>

static const DdActor actor = {.now = 1795000000, .who = "Bình", .origin = "test@here"};
static const DdActingAs overseer = {DD_ROLE_OVERSEER, NULL};
static const DdActingAs focal = {DD_ROLE_FOCAL, "Sở Nội vụ"};

static const char plan[] =
	"{\"file\": \"a.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-UBND\", "
	"\"issuer\": \"UBND tỉnh\", \"date\": \"2026-01-05\", \"year\": 2026}, \"tasks\": ["
	"{\"id\": \"1\", \"line_start\": 1, \"line_end\": 1, \"text\": \"Rà soát chi.\", \"lead\": "
	"[\"Sở Nội vụ\"], \"coordinate\": [\"Sở Y tế\"], \"time_raw\": \"Quý II\", \"time\": "
	"{\"kind\": "
	"\"quarter\", \"start\": \"2026-04-01\", \"end\": \"2026-06-30\"}},"
	"{\"id\": \"2\", \"line_start\": 2, \"line_end\": 2, \"text\": \"Công khai\", \"lead\": "
	"[\"SỞ NỘI "
	"VỤ\"], \"coordinate\": [\"Sở Tư pháp\"], \"product\": \"Báo cáo\", \"time\": {\"kind\": "
	"\"none\"}},"
	"{\"id\": \"3\", \"line_start\": 3, \"line_end\": 3, \"text\": \"Phụ lục\", \"lead\": [], "
	"\"time\": "
	"{\"kind\": \"none\"}}]}";

/* Returns: (transfer full) a store with the plan as document 1, its tasks 1 to 3 */
static DdStore *
open_store(const char *url)
{
	const DdIntakeFile file = dd_intake_file_make("plan", 4, "a.txt");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(plan, strlen(plan), &error);
	g_assert_no_error(error);
	DdStore *store = dd_store_open(url, DD_DB_CREATE, actor.now, NULL, &error);
	g_assert_no_error(error);
	DdIntakeResult result;
	g_assert_true(dd_intake_document(store, &actor,
		&(DdIntake){&file, "", reading, "test", NULL, NULL}, &result, &error));
	g_assert_no_error(error);
	return store;
}

typedef enum { CORRECT, ADD, SPLIT, MERGE, DROP, RESTORE, APPROVE } Verb;

/* What is done with a task (or, to add, a document): alone, and with others */
typedef struct {
	Verb verb;
	int64_t id, other;
	DdCorrection said;
	const char *second; /* text of a part */
	const char *why;
	const DdActingAs *part; /* NULL: the overseer */
} Act;

static bool
carry_out(DdChange *change, const Act *act, GError **error)
{
	const DdActingAs *part = act->part != NULL ? act->part : &overseer;
	const char *texts[] = {act->said.text, act->second, NULL};
	int64_t tasks[] = {act->id, act->other}, added = 0;
	static const DdAction steps[] = {
		[DROP] = DD_ACTION_DROP, [RESTORE] = DD_ACTION_RESTORE, [APPROVE] = DD_ACTION_APPROVE};
	g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(int64_t));
	switch (act->verb) {
	case CORRECT:
		return dd_settle_correct(change, act->id, part, &act->said, act->why, error);
	case ADD:
		return dd_settle_add(change, act->id, part, &act->said, act->why, &added, error);
	case SPLIT:
		return dd_settle_split(change, act->id, part, texts, act->why, made, error);
	case MERGE:
		return dd_settle_merge(change, tasks, 2, part, &act->said, act->why, error);
	case DROP:
	case RESTORE:
	case APPROVE:
	default:
		return dd_follow_step(change, act->id, part,
			&(DdStep){.action = steps[act->verb], .reason = act->why}, NULL, error);
	}
}

/* Does it by itself. Returns: the code of the error, -1 when it was done */
static int
take(DdStore *store, const Act *act)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!carry_out(&change, act, &error)) {
		g_assert_true(error->domain == DD_ERROR);
		return error->code;
	}
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static void
append_task(GString *out, const DdStoredTask *task)
{
	g_string_append_printf(out, "%s%d %s|%s|%s|%s|%s|", out->len > 0 ? "\n" : "", (int)task->id,
		task->label, task->text, task->time_raw != NULL ? task->time_raw : "-",
		task->product != NULL ? task->product : "-", task->state);
	for (size_t i = 0; i < task->n_assignments; i++)
		g_string_append_printf(out, "%s%c:%s", i > 0 ? ", " : "",
			task->assignments[i].role[0], task->assignments[i].name);
}

/* The tasks of the document, a line each: as they are now, or as they were read */
static void
assert_tasks(DdStore *store, bool as_read, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GString) text = g_string_new(NULL);
	const DdTaskFilter filter = {.document = 1, .limit = 100};
	g_autoptr(GArray) tasks = as_read ? dd_stored_tasks_read(store, &filter, arena, &error)
					  : dd_stored_tasks(store, &filter, arena, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < tasks->len; i++)
		append_task(text, &g_array_index(tasks, DdStoredTask, i));
	g_assert_cmpstr(text->str, ==, expected);
}

static void
count_finding(const char *finding, void *user_data)
{
	(void)finding;
	*(int *)user_data += 1;
}

static void
assert_check(DdStore *store, int findings)
{
	g_autoptr(GError) error = NULL;
	DdCheckReport report;
	int n = 0;
	g_assert_true(dd_store_check(store, count_finding, &n, &report, &error));
	g_assert_no_error(error);
	g_assert_cmpint(n, ==, findings);
}

#define READ                                                                                       \
	"1 1|Rà soát chi.|Quý II|-|draft|c:Sở Y tế, l:Sở Nội vụ\n"                    \
	"2 2|Công khai|-|Báo cáo|draft|c:Sở Tư pháp, l:SỞ NỘI VỤ\n"                   \
	"3 3|Phụ lục|-|-|draft|"
#define NAMES(...)                                                                                 \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}
static const char *const nobody[] = {NULL};

static void
test_correct(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	const Act first = {CORRECT, 1,
		.said = {.text = "Rà soát thu",
			.lead = NAMES("Sở Tài chính"),
			.coordinate = nobody,
			.time_raw = "Quý III",
			.time_json = "{\"kind\": \"quarter\", \"start\": \"2026-07-01\", \"end\": "
				     "\"2026-09-30\"}"},
		.why = "Đọc nhầm dòng"};
	g_assert_cmpint(take(store, &first), ==, -1);
	g_assert_cmpint(take(store, &first), ==, DD_ERROR_CONFLICT); /* it is so already */
	g_assert_cmpint(take(store, &(Act){CORRECT, 2, .said = {.product = ""}}), ==, -1);
	g_assert_cmpint(take(store, &(Act){CORRECT, 1, .said = {.text = "Rà soát chi thường xuyên"}}),
		==, -1);
	assert_tasks(store, false,
		"1 1|Rà soát chi thường xuyên|Quý III|-|draft|l:Sở Tài chính\n"
		"2 2|Công khai|-|-|draft|c:Sở Tư pháp, l:SỞ NỘI VỤ\n"
		"3 3|Phụ lục|-|-|draft|");
	assert_tasks(store, true, READ);
	g_autoptr(GArray) changes = dd_settle_list(store, 1, arena, NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < changes->len; i++) {
		const DdStoredCorrection *one = &g_array_index(changes, DdStoredCorrection, i);
		g_assert_cmpstr(one->who, ==, "Bình");
		g_assert_cmpstr(one->why, ==, i < 5 ? "Đọc nhầm dòng" : NULL);
		if (strcmp(one->field, "time_json") != 0)
			g_string_append_printf(text, "%s: %s → %s\n", one->field,
				one->was != NULL ? one->was : "-", one->now != NULL ? one->now : "-");
	}
	g_assert_cmpstr(text->str, ==,
		"coordinate: Sở Y tế → -\nlead: Sở Nội vụ → Sở Tài chính\n"
		"text: Rà soát chi. → Rà soát thu\ntime: Quý II → Quý III\n"
		"text: Rà soát thu → Rà soát chi thường xuyên\n");
	/* a list by unit has it with who a person says, and not with who was read */
	for (int i = 0; i < 2; i++) {
		g_autoptr(GArray) found = dd_stored_tasks(store,
			&(DdTaskFilter){.unit = i == 0 ? "Sở Tài chính" : "Sở Y tế", .limit = 10},
			arena, NULL);
		g_assert_cmpuint(found->len, ==, i == 0 ? 1 : 0);
	}
	assert_check(store, 0);
}

static void
test_refused(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autofree char *long_text = g_strnfill(DD_MAX_SETTLED_BYTES + 1, 'x');
	const struct {
		Act act;
		int code;
	} cases[] = {
		{{CORRECT, 9, .said = {.text = "x"}}, DD_ERROR_EMPTY},
		{{CORRECT, 1, .said = {.text = "x"}, .part = &focal}, DD_ERROR_FORBIDDEN},
		{{CORRECT, 1, .said = {.text = " "}}, DD_ERROR_MISSING},
		{{CORRECT, 1, .said = {.text = "Rà soát chi."}}, DD_ERROR_CONFLICT},
		{{CORRECT, 1, .said = {.text = long_text}}, DD_ERROR_TOO_LARGE},
		{{CORRECT, 1, .said = {.lead = NAMES("…")}}, DD_ERROR_INVALID_DATA},
		{{CORRECT, 1, .said = {.lead = NAMES("Sở A\nSở B")}}, DD_ERROR_INVALID_DATA},
		{{CORRECT, 1, .said = {.time_raw = "x", .time_json = "{\"kind\": \"x\"}"}},
			DD_ERROR_INVALID_DATA},
		{{ADD, 9, .said = {.text = "x"}}, DD_ERROR_EMPTY},
		{{ADD, 1, .said = {.lead = NAMES("Sở Y tế")}}, DD_ERROR_MISSING},
		{{ADD, 1, .said = {.text = "x"}, .part = &focal}, DD_ERROR_FORBIDDEN},
		{{SPLIT, 1, .said = {.text = "a"}, .second = " "}, DD_ERROR_MISSING},
		{{.verb = MERGE, .id = 1, .other = 1}, DD_ERROR_CONFLICT},
		{{.verb = MERGE, .id = 1, .other = 2}, DD_ERROR_MISSING}, /* their times differ */
		{{.verb = MERGE, .id = 1, .other = 9}, DD_ERROR_EMPTY},
		{{.verb = DROP, .id = 1}, DD_ERROR_MISSING},
		{{.verb = RESTORE, .id = 1}, DD_ERROR_CONFLICT},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpint(take(store, &cases[i].act), ==, cases[i].code);
	const char *many[DD_MAX_SETTLED_TASKS + 2] = {NULL};
	for (size_t i = 0; i <= DD_MAX_SETTLED_TASKS; i++)
		many[i] = "x";
	g_auto(DdChange) change = {0};
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_false(dd_settle_split(&change, 1, &overseer, many, NULL, made, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	dd_change_clear(&change);
	assert_tasks(store, false, READ);
	assert_check(store, 0);
	/* what a person approved is a draft no more */
	g_assert_cmpint(take(store, &(Act){.verb = APPROVE, .id = 1}), ==, -1);
	g_assert_cmpint(take(store, &(Act){CORRECT, 1, .said = {.text = "x"}}), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(take(store, &(Act){.verb = MERGE, .id = 2, .other = 1}), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(take(store, &(Act){.verb = DROP, .id = 1, .why = "x"}), ==, DD_ERROR_CONFLICT);
}

static void
test_parts(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	/* the longest reason there may be; of the part a bit of it */
	g_autoptr(GString) why = g_string_new(NULL);
	while (why->len + strlen("ệ") <= DD_MAX_WHY_BYTES)
		g_string_append(why, "ệ");
	g_assert_cmpint(take(store, &(Act){SPLIT, 1, .said = {.text = "Rà soát thu"},
					    .second = "Rà soát chi", .why = why->str}),
		==, -1);
	g_assert_cmpint(take(store, &(Act){.verb = MERGE,
					    .id = 2,
					    .other = 3,
					    .said = {.lead = NAMES("Sở Tư pháp")}}),
		==, -1);
	g_assert_cmpint(take(store, &(Act){ADD, 1, .said = {.text = "Sơ kết", .label = "9"}}), ==, -1);
	assert_tasks(store, false,
		"1 1|Rà soát thu|Quý II|-|draft|c:Sở Y tế, l:Sở Nội vụ\n"
		"2 2|Công khai; Phụ lục|-|Báo cáo|draft|l:Sở Tư pháp\n"
		"3 3|Phụ lục|-|-|dropped|\n"
		"4 1|Rà soát chi|Quý II|-|draft|c:Sở Y tế, l:Sở Nội vụ\n"
		"5 9|Sơ kết|-|-|draft|");
	assert_tasks(store, true,
		"1 1|Rà soát chi.|Quý II|-|draft|c:Sở Y tế, l:Sở Nội vụ\n"
		"2 2|Công khai|-|Báo cáo|draft|c:Sở Tư pháp, l:SỞ NỘI VỤ\n"
		"3 3|Phụ lục|-|-|dropped|");
	assert_check(store, 0);
	/* the dropped one may come back; who merges units takes each once */
	g_assert_cmpint(take(store, &(Act){.verb = RESTORE, .id = 3}), ==, -1);
	g_assert_cmpint(
		take(store, &(Act){.verb = DROP, .id = 3, .why = "Không phải nhiệm vụ"}), ==, -1);
	/* two products are not made one by themselves */
	g_assert_cmpint(take(store, &(Act){CORRECT, 1, .said = {.product = "Báo cáo"}}), ==, -1);
	g_assert_cmpint(take(store, &(Act){CORRECT, 4, .said = {.product = "Biểu"}}), ==, -1);
	g_assert_cmpint(take(store, &(Act){.verb = MERGE, .id = 1, .other = 4}), ==, DD_ERROR_MISSING);
	g_assert_cmpint(
		take(store,
			&(Act){.verb = MERGE, .id = 1, .other = 4, .said = {.product = "Báo cáo, biểu"}}),
		==, -1);
	assert_tasks(store, false,
		"1 1|Rà soát thu; Rà soát chi|Quý II|Báo cáo, biểu|draft|c:Sở Y tế, l:Sở Nội vụ\n"
		"2 2|Công khai; Phụ lục|-|Báo cáo|draft|l:Sở Tư pháp\n"
		"3 3|Phụ lục|-|-|dropped|\n"
		"4 1|Rà soát chi|Quý II|Biểu|dropped|c:Sở Y tế, l:Sở Nội vụ\n"
		"5 9|Sơ kết|-|-|draft|");
	/* what goes out is what a person made of it; the dropped stay */
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	const DdActingAs leader = {DD_ROLE_LEADER, NULL};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_follow_issue(&change, 1, &leader, DD_DUE_STAYS, &issued, &error));
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	dd_change_clear(&change);
	g_assert_cmpuint(issued.issued, ==, 2);
	g_assert_cmpuint(issued.held->len, ==, 1); /* nobody leads what was added */
	g_autoptr(GArray) rows = dd_follow_list(store, &(DdFollowFilter){.limit = 10}, arena, &error);
	g_assert_cmpuint(rows->len, ==, 2);
	g_assert_cmpstr(g_array_index(rows, DdFollowRow, 0).text, ==, "Rà soát thu; Rà soát chi");
	g_assert_cmpstr(g_array_index(rows, DdFollowRow, 1).lead, ==, "Sở Tư pháp");
	DdStoredDocument document;
	bool found = false;
	g_assert_true(dd_stored_document(store, 1, arena, &document, &found, &error) && found);
	g_assert_cmpint(document.tasks, ==, 3);
	assert_check(store, 0);
}

/* Rows that somebody changes by hand are not those that were recorded */
static void
test_tamper(const char *url)
{
	static const struct {
		const char *change, *undo;
	} rows[] = {
		{"UPDATE settled SET text = 'khác' WHERE task_id = 1;",
			"UPDATE settled SET text = 'Rà soát thu' WHERE task_id = 1;"},
		{"UPDATE settled_assignment SET name = 'SỞ NỘI VỤ' WHERE role = 'lead';",
			"UPDATE settled_assignment SET name = 'Sở Nội vụ' WHERE role = 'lead';"},
		{"UPDATE correction SET was = 'khác' WHERE task_id = 1;",
			"UPDATE correction SET was = 'Rà soát chi.' WHERE task_id = 1;"},
		{"UPDATE task SET text = 'khác' WHERE id = 1;",
			"UPDATE task SET text = 'Rà soát chi.' WHERE id = 1;"},
		{"DELETE FROM settled_assignment; DELETE FROM settled;", NULL},
	};
	g_autoptr(DdStore) store = open_store(url);
	g_assert_cmpint(take(store, &(Act){CORRECT, 1, .said = {.text = "Rà soát thu"}}), ==, -1);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		DdDb *db = dd_store_get_db(store);
		assert_check(store, 0);
		g_assert_true(dd_db_run_script(db, rows[i].change, &error));
		assert_check(store, 1);
		g_assert_true(rows[i].undo == NULL || dd_db_run_script(db, rows[i].undo, &error));
		g_assert_no_error(error);
	}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/settle/correct", test_correct);
	dd_engine_test_add("/settle/refused", test_refused);
	dd_engine_test_add("/settle/parts", test_parts);
	dd_engine_test_add("/settle/tamper", test_tamper);
	return g_test_run();
}
