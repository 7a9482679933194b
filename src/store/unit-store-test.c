/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-store-test.c: the directory in the store: lists, mergers, what people settle, and what lists and counts make of it */
#include "stored-unit.h"

#include "audit.h"
#include "check.h"
#include "count.h"
#include "error.h"
#include "follow-list.h"
#include "intake.h"
#include "json-read.h"
#include "store-test-support.h"
#include "stored-file.h"

#include <string.h>

#define NOW 1795478400 /* 24 Nov 2026 */
#define TODAY ((DdDay){2026, 11, 24})

static const DdActor actor = {.now = NOW, .who = "văn thư", .origin = "test"};
static const DdActingAs leader = {.role = DD_ROLE_LEADER};

static const char list[] =
	"id,name,abbreviations,kind,parent\n"
	"H90,Ủy ban nhân dân tỉnh Bình An,,committee,\n"
	",Sở Tài chính tỉnh Bình An,STC,department,Ủy ban nhân dân tỉnh Bình An\n"
	"H90.5,Sở Kế hoạch và Đầu tư,SKHĐT,department,H90\n";

/* One unit by three of its names, one by a name that nobody knows */
static const char plan[] =
	"{\"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-UBND\", \"issuer\": \"UBND "
	"tỉnh Bình An\", "
	"\"date\": \"2026-01-05\"}, \"tasks\": ["
	"{\"id\": \"1\", \"text\": \"A\", \"lead\": [\"Sở Tài chính\"], \"time\": {\"kind\": "
	"\"none\"}},"
	"{\"id\": \"2\", \"text\": \"B\", \"lead\": [\"STC\"], \"time\": {\"kind\": \"none\"}},"
	"{\"id\": \"3\", \"text\": \"C\", \"lead\": [\"SỞ TÀI CHÍNH tỉnh Bình An\"], \"time\": "
	"{\"kind\": \"none\"}},"
	"{\"id\": \"4\", \"text\": \"D\", \"lead\": [\"Sở Tài chánh\"], \"coordinate\": [\"STC\"], "
	"\"time\": {\"kind\": \"none\"}}]}";

static bool
import(DdStore *store, const char *csv, DdUnitImport *out, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(store, &actor, &change, error) &&
	       dd_units_import(&change, csv, out, error) && dd_change_commit(&change, error);
}

static bool
merge(DdStore *store, const DdUnitMerge *what, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(store, &actor, &change, error) &&
	       dd_units_merge(&change, what, error) && dd_change_commit(&change, error);
}

static bool
settle(DdStore *store, const DdUnitSettling *what, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(store, &actor, &change, error) &&
	       dd_units_settle(&change, what, error) && dd_change_commit(&change, error);
}

static void
tell(const char *what, void *user_data)
{
	(void)user_data;
	g_error("dondoc check: %s", what);
}

static void
check_whole(DdStore *store, int64_t records)
{
	DdCheckReport report;
	g_autoptr(GError) error = NULL;
	bool good = dd_store_check(store, tell, NULL, &report, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	g_assert_cmpint(report.audit.rows, ==, records);
}

static int64_t
take_and_issue(DdStore *store)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(plan, strlen(plan), &error);
	g_assert_no_error(error);
	const DdIntakeFile file = dd_intake_file_make("plan", 4, "a.txt");
	DdIntakeResult result = {.kind = DD_INTAKE_LAST};
	g_assert_true(dd_intake_document(store, &actor,
		&(DdIntake){&file, "", reading, "test", NULL, NULL}, &result, &error));
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	bool good = dd_follow_issue(&change, result.document, &leader, DD_DUE_STAYS, &issued, &error);
	g_assert_no_error(error);
	g_assert_true(good && dd_change_commit(&change, &error));
	g_assert_cmpuint(issued.issued, ==, 4);
	return result.document;
}

static guint
count_tasks(DdStore *store, const char *unit, DdSort sort)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) rows = dd_follow_list(
		store, &(DdFollowFilter){.unit = unit, .sort = sort, .limit = 100}, arena, &error);
	g_assert_no_error(error);
	return rows->len;
}

/* Returns: (transfer full) "name count; …" */
static char *
summarise(DdStore *store, bool then)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) units = dd_follow_count(store, TODAY, then, arena, &error);
	g_assert_no_error(error);
	int64_t wrong = -1;
	g_assert_true(dd_count_check(store, &wrong, &error));
	g_assert_cmpint(wrong, ==, 0);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < units->len; i++) {
		const DdUnitCount *one = &g_array_index(units, DdUnitCount, i);
		g_string_append_printf(out, "%s %d; ", one->unit, (int)one->states[DD_STATE_ASSIGNED]);
	}
	return g_string_free(out, FALSE);
}

static void
test_import(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	g_assert_true(import(store, list, &out, &error));
	g_assert_cmpuint(out.added, ==, 3);
	check_whole(store, 3);
	/* the same again is nothing; nor does a list with a mistake change anything */
	g_assert_true(import(store, list, &out, &error));
	g_assert_cmpuint(out.added + out.changed, ==, 0);
	g_assert_false(import(store, "name,kind\nA,room\nB,cave\n", &out, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_clear_error(&error);
	g_assert_false(import(store, "id,name,parent\nH90,Tỉnh,H90.5\n", &out, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_clear_error(&error);
	check_whole(store, 3);
	g_assert_true(import(
		store, "id,name,aliases,groups,valid_from\nH90.5,Sở Kế hoạch,Sở KH;SKH,các sở lớn,2020-01-01\n",
		&out, &error));
	g_assert_cmpuint(out.changed, ==, 1);
	g_autoptr(DdUnitBook) book = dd_stored_units(store, arena, &error);
	const DdBookUnit *unit = dd_unit_book_lookup(book, "H90.5");
	g_assert_cmpstr(unit->name, ==, "Sở Kế hoạch");
	g_assert_cmpstr(unit->kind, ==, "department");
	g_assert_cmpstr(unit->parent, ==, "H90");
	g_assert_cmpstr(unit->aliases[1], ==, "SKH");
	g_assert_cmpstr(unit->abbreviations[0], ==, "SKHĐT");
	g_assert_cmpstr(unit->groups[0], ==, "các sở lớn");
	g_assert_cmpint(unit->first.year, ==, 2020);
	/* the row without an id has one of the office's own */
	unit = dd_unit_book_lookup(book, "DV-3");
	g_assert_cmpstr(unit->name, ==, "Sở Tài chính tỉnh Bình An");
	check_whole(store, 4);
}

static void
test_merge(const char *url)
{
	static const char *const from[] = {"H90.5", NULL}, *const to[] = {"DV-3", NULL};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	DdUnitMerge what = {
		.from = from, .into = "DV-3", .document = "01/NQ-HĐND", .day = {2025, 3, 1}, .field = ""};
	g_assert_true(import(store, list, &out, &error));
	const struct {
		DdUnitMerge what;
		DdError code;
	} wrong[] = {
		{{from, "H91", "01/NQ", {2025, 3, 1}, "", false, NULL}, DD_ERROR_EMPTY},
		{{(const char *const[]){"H91", NULL}, "H90", "01/NQ", {2025, 3, 1}, "", false, NULL},
			DD_ERROR_EMPTY},
		{{from, "H90.5", "01/NQ", {2025, 3, 1}, "", false, NULL}, DD_ERROR_CONFLICT},
		{{from, "DV-3", "", {2025, 3, 1}, "", false, NULL}, DD_ERROR_MISSING},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_assert_false(merge(store, &wrong[i].what, &error));
		g_assert_error(error, DD_ERROR, (gint)wrong[i].code);
		g_clear_error(&error);
	}
	g_assert_true(merge(store, &what, &error));
	what.from = to;
	what.into = "H90.5"; /* which is no more, and would have its own work back */
	g_assert_false(merge(store, &what, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
	g_clear_error(&error);
	/* a field alone ends nobody */
	what = (DdUnitMerge){to, "H90", "02/NQ-HĐND", {2025, 4, 1}, "giá", false, "giao lại"};
	g_assert_true(merge(store, &what, &error));
	g_autoptr(DdUnitBook) book = dd_stored_units(store, arena, &error);
	const DdBookUnit *old = dd_unit_book_lookup(book, "H90.5");
	g_assert_cmpint(dd_date_compare(old->last, (DdDay){2025, 2, 28}), ==, 0);
	g_assert_false(dd_date_is_set(dd_unit_book_lookup(book, "DV-3")->last));
	g_autoptr(GArray) heirs = dd_unit_book_heirs(book, "", old, NULL, TODAY, NULL);
	g_assert_cmpuint(heirs->len, ==, 1);
	const DdHeir *heir = &g_array_index(heirs, DdHeir, 0);
	g_assert_cmpstr(heir->unit->id, ==, "DV-3");
	g_assert_cmpstr(heir->source, ==, "01/NQ-HĐND");
	g_assert_false(heir->national);
	g_autoptr(GArray) rows = dd_audit_list(store, "unit", old->number, 0, 10, arena, &error);
	g_assert_cmpuint(rows->len, ==, 2);
	g_assert_cmpstr(g_array_index(rows, DdAuditRow, 1).record.action, ==, "merge");
	check_whole(store, 5);
}

static void
test_settle(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	g_assert_true(import(store, list, &out, &error));
	int64_t document = take_and_issue(store);
	static const char *const names[] = {"DV-3", "sở tài chính", "STC", "Sở Tài chính tỉnh Bình An"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_assert_cmpuint(count_tasks(store, names[i], DD_SORT_DUE), ==, 3);
		g_assert_cmpuint(count_tasks(store, names[i], DD_SORT_NUMBER), ==, 3);
	}
	g_assert_cmpuint(count_tasks(store, "Sở Tài chánh", DD_SORT_DUE), ==, 1);
	g_assert_cmpuint(count_tasks(store, NULL, DD_SORT_DUE), ==, 4);
	for (int then = 0; then < 2; then++) {
		g_autofree char *before = summarise(store, then == 1);
		g_assert_cmpstr(before, ==, "Sở Tài chánh 1; Sở Tài chính tỉnh Bình An 3; ");
	}
	DdUnitSettling what = {"Sở Tài chánh", "DV-3", document, NULL};
	g_assert_false(settle(store, &what, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_MISSING);
	g_clear_error(&error);
	what.reason = "viết sai chính tả";
	what.document = document + 9;
	g_assert_false(settle(store, &what, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_EMPTY);
	g_clear_error(&error);
	/* for all, then for this one another */
	what.document = 0;
	g_assert_true(settle(store, &what, &error));
	g_assert_cmpuint(count_tasks(store, "DV-3", DD_SORT_DUE), ==, 4);
	what = (DdUnitSettling){"Sở Tài chánh", "H90.5", document, "đã hỏi"};
	g_assert_true(settle(store, &what, &error));
	what.unit = "H90";
	g_assert_true(settle(store, &what, &error));
	g_autofree char *after = summarise(store, false);
	g_assert_cmpstr(after, ==, "Sở Tài chính tỉnh Bình An 3; Ủy ban nhân dân tỉnh Bình An 1; ");
	g_autoptr(GArray) found = dd_stored_names(store, document, arena, &error);
	g_assert_cmpuint(found->len, ==, 4);
	for (guint i = 0; i < found->len; i++) {
		const DdStoredName *name = &g_array_index(found, DdStoredName, i);
		bool wrong = strcmp(name->name, "Sở Tài chánh") == 0;
		g_assert_cmpstr(name->settled, ==, wrong ? "H90" : NULL);
		g_assert_cmpint(name->tasks, ==, strcmp(name->name, "STC") == 0 ? 2 : 1);
		g_assert_cmpint(name->leads, ==, 1);
	}
	/* three units, the plan with its form and reading, eight steps and the issue, three settlements, the last of them with whom it was before */
	check_whole(store, 3 + 3 + 9 + 4);
}

/* Who leads from now on is counted at once, whoever led on a past day as on that day, each under its unit */
static void
test_transfer(const char *url)
{
	static const DdActor later = {.now = NOW + 86400, .who = "văn thư", .origin = "test"};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	g_assert_true(import(store, list, &out, &error));
	(void)take_and_issue(store);
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &later, &change, &error));
	bool good = dd_follow_step(&change, 1, &leader,
		&(DdStep){.action = DD_ACTION_TRANSFER,
			.lead = "SKHĐT",
			.document = "9/QĐ",
			.reason = "đổi việc"},
		NULL, &error);
	g_assert_no_error(error);
	g_assert_true(good && dd_change_commit(&change, &error));
	g_assert_cmpuint(count_tasks(store, "H90.5", DD_SORT_DUE), ==, 1);
	g_assert_cmpuint(count_tasks(store, "DV-3", DD_SORT_DUE), ==, 2);
	g_autofree char *now = summarise(store, false), *then = summarise(store, true);
	g_assert_cmpstr(
		now, ==, "Sở Kế hoạch và Đầu tư 1; Sở Tài chánh 1; Sở Tài chính tỉnh Bình An 2; ");
	g_assert_cmpstr(then, ==, "Sở Tài chánh 1; Sở Tài chính tỉnh Bình An 3; ");
	check_whole(store, 3 + 3 + 9 + 1);
}

/* What a unit sees and how it stands to each, by whichever of its names: "1L 4LH", and the documents behind it */
static void
assert_seen(DdStore *store, const char *unit, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) tasks = dd_follow_list(store,
		&(DdFollowFilter){.seen_by = unit, .sort = DD_SORT_NUMBER, .limit = 9}, arena, &error);
	g_autoptr(GArray) documents = dd_stored_documents(
		store, &(DdDocumentFilter){.seen_by = unit, .limit = 9}, arena, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < tasks->len; i++) {
		int64_t id = g_array_index(tasks, DdFollowRow, i).task;
		unsigned standing = DD_STANDING_NONE;
		g_assert_true(dd_stored_task_standing(store, id, unit, &standing, &error));
		g_string_append_printf(text, "%d%s%s%s ", (int)id,
			(standing & DD_STANDING_LEADS) != 0 ? "L" : "",
			(standing & DD_STANDING_HELPS) != 0 ? "H" : "",
			(standing & DD_STANDING_ABOVE) != 0 ? "A" : "");
	}
	g_string_append_printf(text, "of %u", documents->len);
	for (guint i = 0; i < documents->len; i++) {
		unsigned standing = DD_STANDING_NONE;
		g_assert_true(dd_stored_document_standing(store,
			&g_array_index(documents, DdStoredDocument, i), unit, &standing, &error));
		g_assert_cmpuint(standing, !=, DD_STANDING_NONE);
	}
	g_assert_cmpstr(text->str, ==, expected);
}

/* Rights go by units, whichever of their names a plan or an account has */
static void
test_rights(const char *url)
{
	static const char *const finance[] = {
		"Sở Tài chính tỉnh Bình An", "STC", "sở tài chính", "DV-3"};
	const char *const old[] = {"DV-3", NULL};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	take_and_issue(store);
	/* without a directory each name is a unit */
	assert_seen(store, "STC", "2L 4H of 1");
	assert_seen(store, "Sở Tài chính", "1L of 1");
	g_assert_true(import(store, list, &out, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(finance); i++)
		assert_seen(store, finance[i], "1L 2L 3L 4H of 1");
	assert_seen(store, "H90", "1A 2A 3A 4A of 1");
	assert_seen(store, "H90.5", "of 0");
	assert_seen(store, "…", "of 0");
	/* a name that a person settled */
	g_assert_true(
		settle(store, &(DdUnitSettling){"Sở Tài chánh", "DV-3", 0, "viết nhầm"}, &error));
	assert_seen(store, "STC", "1L 2L 3L 4LH of 1");
	/* who has a field of another one's work has not its tasks; who has all of it has */
	g_assert_true(merge(store,
		&(DdUnitMerge){old, "H90.5", "01/QĐ", {2026, 3, 1}, "giá", false, NULL}, &error));
	assert_seen(store, "H90.5", "of 0");
	g_assert_true(merge(store,
		&(DdUnitMerge){old, "H90.5", "01/QĐ", {2026, 3, 1}, "", false, NULL}, &error));
	assert_seen(store, "Sở Kế hoạch và Đầu tư", "1L 2L 3L 4LH of 1");
	/* a name that two have is no proof for either */
	g_assert_true(import(store, "id,name,abbreviations\nH90.6,Sở Thể chế,STC\n", &out, &error));
	assert_seen(store, "H90.5", "1L 3L 4L of 1");
	assert_seen(store, "H90.6", "of 0");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/unit-store/import", test_import);
	dd_engine_test_add("/unit-store/merge", test_merge);
	dd_engine_test_add("/unit-store/settle", test_settle);
	dd_engine_test_add("/unit-store/transfer", test_transfer);
	dd_engine_test_add("/unit-store/rights", test_rights);
	return g_test_run();
}
