/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reread-test.c: a document that is read again, on each engine: what differs, what a person said stays, nothing that counts changes */
#include "reread.h"

#include "check.h"
#include "engine-test-support.h"
#include "error.h"
#include "intake.h"
#include "json-read.h"
#include "settle.h"

#include <string.h>

static const DdActor actor = {.now = 1795000000, .who = "Bình", .origin = "test@here"};
static const DdActingAs overseer = {DD_ROLE_OVERSEER, NULL};

#define HEAD                                                                                       \
	"{\"file\": \"a.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": "            \
	"\"12/KH-UBND\", "                                                                         \
	"\"issuer\": \"UBND tỉnh\", \"date\": \"2026-01-05\"}, \"tasks\": ["
#define TASK(id, line, text, lead)                                                                 \
	"{\"id\": \"" id "\", \"line_start\": " line ", \"line_end\": " line ", \"text\": \"" text \
	"\", \"lead\": [" lead "], \"time\": {\"kind\": \"none\"}}"

static const char first[] = HEAD TASK("1", "1", "Rà soát chi", "\"Sở Nội vụ\"") "," TASK(
	"2", "2", "Công khai", "\"Sở Y tế\"") "," TASK("3", "3", "Phụ lục", "") "," TASK("4", "4",
	"Tổng kết", "\"Sở Tư pháp\"") "]}";
/* a better program: 1 has its lead whole, 2 another text, 3 is none, between them one more */
static const char second[] = HEAD TASK("1", "1", "Rà soát chi", "\"Sở Nội vụ tỉnh\"") "," TASK(
	"2", "2", "Công khai dự toán", "\"Sở Y tế\"") "," TASK("2a", "7", "Kiểm tra",
	"\"Sở Y tế\"") "," TASK("4", "4", "Tổng kết", "\"Sở Tư pháp\"") "]}";

static DdReading *
parse(const char *json)
{
	g_autoptr(GError) error = NULL;
	DdReading *reading = dd_reading_parse_json(json, strlen(json), &error);
	g_assert_no_error(error);
	return reading;
}

static DdStore *
open_store(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = parse(first);
	DdStore *store = dd_store_open(url, DD_DB_CREATE, actor.now, NULL, &error);
	g_assert_no_error(error);
	const DdIntakeFile file = dd_intake_file_make("plan", 4, "a.txt");
	DdIntakeResult result;
	g_assert_true(dd_intake_document(store, &actor,
		&(DdIntake){&file, "", reading, "1.0", NULL, NULL}, &result, &error));
	g_assert_no_error(error);
	return store;
}

static bool
keep(DdStore *store, const char *json, const char *program)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = parse(json);
	bool same = false;
	g_assert_true(dd_reread_keep(store, &actor, 1, reading, program, &same, &error));
	g_assert_no_error(error);
	return same;
}

static const char *
or_dash(const char *text)
{
	return text != NULL ? text : "-";
}

/* "kind task label: field was → now (settled)" a line each, and how many are alike */
static void
assert_differences(DdStore *store, const char *expected)
{
	static const char *const kinds[] = {"changed", "added", "gone"};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdDifferences) all = {0};
	g_autoptr(GString) text = g_string_new(NULL);
	g_assert_true(dd_reread_compare(store, 1, arena, &all, &error));
	g_assert_no_error(error);
	for (guint i = 0; i < all.differences->len; i++) {
		const DdDifference *one = &g_array_index(all.differences, DdDifference, i);
		g_string_append_printf(text, "%s %d %s:", kinds[one->kind], (int)one->task, one->label);
		for (size_t n = 0; n < one->n_fields; n++) {
			const DdDifferenceField *field = &one->fields[n];
			g_string_append_printf(text, " %s %s → %s%s%s%s", field->field,
				or_dash(field->was), or_dash(field->now), field->corrected ? " (" : "",
				field->corrected ? field->settled : "", field->corrected ? ")" : "");
		}
		g_string_append_c(text, '\n');
	}
	g_string_append_printf(text, "%d alike", (int)all.same);
	g_assert_cmpstr(text->str, ==, expected);
}

static void
correct(DdStore *store, int64_t task, const DdCorrection *said)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	int64_t added = 0;
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (task != 0)
		g_assert_true(dd_settle_correct(&change, task, &overseer, said, NULL, &error));
	else
		g_assert_true(dd_settle_add(&change, 1, &overseer, said, NULL, &added, &error));
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
}

static void
count_finding(const char *finding, void *user_data)
{
	(void)finding;
	*(int *)user_data += 1;
}

static int
count_findings(DdStore *store)
{
	DdCheckReport report;
	int n = 0;
	g_assert_true(dd_store_check(store, count_finding, &n, &report, NULL));
	return n;
}

static void
test_compare(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	assert_differences(store, "0 alike");
	/* the same by the same program is nothing new; by another one it says that nothing differs */
	g_assert_true(keep(store, first, "1.0"));
	g_assert_false(keep(store, first, "1.1"));
	assert_differences(store, "4 alike");
	g_assert_false(keep(store, second, "2.0"));
	g_assert_true(keep(store, second, "2.0"));
	assert_differences(store, "changed 1 1: lead Sở Nội vụ → Sở Nội vụ tỉnh\n"
				  "changed 2 2: text Công khai → Công khai dự toán\n"
				  "gone 3 3:\nadded 0 2a:\n1 alike");
	g_assert_cmpint(count_findings(store), ==, 0);
}

static void
test_person(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	const char *const lead[] = {"Sở Tài chính", NULL};
	correct(store, 1, &(DdCorrection){.lead = lead});
	correct(store, 4, &(DdCorrection){.text = "Sơ kết"});
	correct(store, 0, &(DdCorrection){.text = "kiểm  tra"});
	g_assert_false(keep(store, second, "2.0"));
	/* what a person corrected stays, and is named; what one added is found by now */
	assert_differences(store,
		"changed 1 1: lead Sở Nội vụ → Sở Nội vụ tỉnh (Sở Tài chính)\n"
		"changed 2 2: text Công khai → Công khai dự toán\n"
		"gone 3 3:\n"
		"changed 5 2a: label  → 2a lead - → Sở Y tế text kiểm  tra → Kiểm tra\n"
		"1 alike");
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) tasks = dd_stored_tasks(
		store, &(DdTaskFilter){.document = 1, .limit = 100}, arena, NULL);
	g_assert_cmpuint(tasks->len, ==, 5);
	g_assert_cmpstr(g_array_index(tasks, DdStoredTask, 0).assignments[0].name, ==, "Sở Tài chính");
	g_assert_cmpstr(g_array_index(tasks, DdStoredTask, 1).text, ==, "Công khai");
	g_assert_cmpint(count_findings(store), ==, 0);
	g_assert_true(
		dd_db_run_script(dd_store_get_db(store), "UPDATE rereading SET json = '{}';", NULL));
	g_assert_cmpint(count_findings(store), ==, 1);
}

static void
test_missing(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_auto(DdDifferences) all = {0};
	g_assert_false(dd_reread_compare(store, 9, arena, &all, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_EMPTY);
}

static void
test_source(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(GError) error = NULL;
	g_auto(DdRereadSource) source = {0}, none = {0};
	g_assert_true(dd_reread_open(store, 1, &source, &error));
	g_assert_cmpuint(source.bytes->len, ==, 4);
	g_assert_true(memcmp(source.bytes->data, "plan", 4) == 0);
	g_assert_cmpstr(source.name, ==, "a.txt");
	g_assert_cmpstr(source.inside, ==, "");
	g_assert_false(dd_reread_open(store, 9, &none, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_EMPTY);
	g_clear_error(&error);
	g_autoptr(DdReading) reading = parse(first);
	bool same = false;
	g_assert_false(dd_reread_keep(store, &actor, 9, reading, "2.0", &same, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_EMPTY);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/reread/compare", test_compare);
	dd_engine_test_add("/reread/person", test_person);
	dd_engine_test_add("/reread/missing", test_missing);
	dd_engine_test_add("/reread/source", test_source);
	return g_test_run();
}
