/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store.h"

#include "audit.h"
#include "error.h"
#include "identity.h"
#include "intake.h"
#include "json-read.h"
#include "maxima.h"
#include "statements.h"
#include "store-test-support.h"
#include "stored-file.h"
#include "stored.h"
#include "time-json.h"

#include <string.h>

#define NOW 1795000000

static const DdActor actor = {.now = NOW, .who = "văn thư", .origin = "test@here"};

/* A plan of a department that carries out one of its committee */
static const char plan[] =
	"{\"file\": \"a.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-STC\", "
	"\"issuer\": \"Sở Tài chính\", "
	"\"date\": \"2026-03-01\", \"title\": \"Tiết kiệm\"}, "
	"\"citations\": ["
	"{\"line\": 3, \"raw\": \"Kế hoạch số 05/KH-UBND ngày 01/02/2026 của UBND tỉnh\", "
	"\"type\": \"Kế hoạch\", "
	"\"number\": \"05/KH-UBND\", \"date\": \"2026-02-01\", \"issuer\": \"UBND tỉnh\", "
	"\"relation\": \"implements\"},"
	"{\"line\": 4, \"raw\": \"Kế hoạch số 05/KH-UBND\", \"type\": \"Kế hoạch\", \"number\": "
	"\"05/KH-UBND\", "
	"\"date\": \"2026-02-01\", \"issuer\": \"UBND tỉnh\", \"relation\": \"mentions\"},"
	"{\"line\": 5, \"raw\": \"Luật Ngân sách nhà nước\", \"type\": \"Luật\", \"relation\": "
	"\"basis\"}], "
	"\"tasks\": [{\"id\": \"II.1\", \"heading\": \"II\", \"line_start\": 9, \"line_end\": 11, "
	"\"text\": \"Rà soát chi\", "
	"\"lead\": [\"Phòng Ngân sách\"], \"coordinate\": [\"Phòng Đầu tư\", \"Văn phòng\"], "
	"\"director\": [], "
	"\"time_raw\": \"Quý II\", \"time\": {\"kind\": \"quarter\", \"start\": \"2026-04-01\", "
	"\"end\": \"2026-06-30\"}, "
	"\"product\": \"Báo cáo\"},"
	"{\"id\": \"II.2\", \"heading\": \"II\", \"line_start\": 12, \"line_end\": 12, \"text\": "
	"\"Công khai\", "
	"\"lead\": [\"Văn phòng\"], \"time\": {\"kind\": \"none\"}}]}";
/* what that one carries out */
static const char above[] =
	"{\"file\": \"b.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": \"5/KH-UBND\", "
	"\"issuer\": \"Ủy ban nhân dân tỉnh Bình An\", "
	"\"date\": \"2026-02-01\"}, \"citations\": [{\"line\": 1, \"raw\": \"Nghị quyết số "
	"01/NQ-TU\", \"type\": \"Nghị quyết\", "
	"\"number\": \"01/NQ-TU\", \"relation\": \"basis\"}]}";

/* @bytes stand for the file that was read. */
static DdIntakeResult
take(DdStore *store, const char *json, const char *bytes, const char *inside)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(json, strlen(json), &error);
	g_assert_no_error(error);
	DdIntakeResult result = {.kind = DD_INTAKE_LAST};
	const DdIntakeFile file = dd_intake_file_make(bytes, strlen(bytes), "a.txt");
	bool good = dd_intake_document(store, &actor,
		&(DdIntake){&file, inside, reading, "test", NULL, NULL}, &result, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	return result;
}

static void
check_chain_whole(DdStore *store, int64_t records)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpstr(verdict.why_en, ==, NULL);
	g_assert_cmpint(verdict.broken, ==, 0);
	g_assert_cmpint(verdict.rows, ==, records);
	g_assert_cmpint(verdict.seq, ==, records);
}

static void
test_statements(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	for (int i = 0; i < DD_SQL_LAST; i++) {
		g_autoptr(GError) error = NULL;
		if (!dd_db_prepare(dd_store_get_db(store), &dd_sql[i], &error))
			g_error("statement %d: %s", i, error->message);
	}
}

/* What is asked of one document costs what that document has, however many others there are: SQLite says how it would find it */
static void
test_plans(const char *url)
{
	static const DdSql lists[] = {DD_SQL_LIST_DOCUMENT_TASKS, DD_SQL_LIST_TASKS_READ,
		DD_SQL_LIST_DOCUMENT_BY_DUE, DD_SQL_LIST_DOCUMENT_BY_NUMBER, DD_SQL_GET_DOCUMENT,
		DD_SQL_LIST_FORMS, DD_SQL_GET_READING_JSON, DD_SQL_LIST_ABOVE, DD_SQL_LIST_BELOW,
		DD_SQL_GET_TASK, DD_SQL_LIST_ASSIGNMENTS, DD_SQL_LIST_OCCURRENCES, DD_SQL_LIST_STEPS};
	static DdDbStatement explained[G_N_ELEMENTS(lists)];
	if (dd_engine_of(url) != DD_DB_SQLITE)
		return;
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *sql = g_strconcat("EXPLAIN QUERY PLAN ", dd_sql[lists[i]].sql, NULL);
		explained[i] = (DdDbStatement){.sql = sql};
		g_autoptr(DdDbRows) rows = dd_db_query(
			dd_store_get_db(store), &explained[i], DD_DB_NO_ARGS, &error);
		while (dd_db_rows_each(rows)) {
			/* "SEARCH t USING INTEGER PRIMARY KEY (rowid>?)" goes over all tasks, too */
			const char *step = dd_db_rows_get_text(rows, 3);
			/* a view gives what the steps inside of it give, which are told, too */
			bool bounded = strstr(step, "=?") != NULL ||
				       g_str_equal(step, "SCAN assignment_now") ||
				       /* what a unit goes by is one set for a statement, and no row of it a task */
				       g_str_equal(step, "SCAN CONSTANT ROW") ||
				       strstr(step, " own") != NULL;
			if (!bounded && (g_str_has_prefix(step, "SCAN") ||
						g_str_has_prefix(step, "SEARCH")))
				g_error("%s: %s", step, sql);
		}
		g_assert_true(dd_db_rows_end(rows, &error));
	}
}

static void
test_intake(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIntakeResult first = take(store, plan, "file one", "");
	g_assert_cmpint(first.kind, ==, DD_INTAKE_NEW);
	g_assert_cmpuint(first.tasks, ==, 2);
	g_assert_cmpuint(first.citations, ==, 3);
	/* the same file; the same document in another one, and inside of an archive */
	g_assert_cmpint(take(store, plan, "file one", "").kind, ==, DD_INTAKE_SAME);
	DdIntakeResult form = take(store, plan, "file two", "");
	g_assert_cmpint(form.kind, ==, DD_INTAKE_FORM);
	g_assert_cmpint(form.document, ==, first.document);
	g_assert_cmpint(take(store, plan, "archive", "x/a.txt").kind, ==, DD_INTAKE_FORM);
	g_assert_cmpint(take(store, plan, "archive", "x/a.txt").kind, ==, DD_INTAKE_SAME);
	/* a document, its reading, three forms, and two documents heard of */
	check_chain_whole(store, 7);

	g_autoptr(GArray) documents = dd_stored_documents(
		store, &(DdDocumentFilter){.limit = 100}, arena, NULL);
	g_assert_cmpuint(documents->len, ==, 1);
	const DdStoredDocument *document = &g_array_index(documents, DdStoredDocument, 0);
	g_assert_cmpstr(document->number, ==, "12/KH-STC");
	g_assert_cmpstr(document->state, ==, "draft");
	g_assert_cmpint(document->tasks, ==, 2);
	g_autoptr(GArray) all = dd_stored_documents(
		store, &(DdDocumentFilter){.also_heard_of = true, .limit = 100}, arena, NULL);
	g_assert_cmpuint(all->len, ==, 3); /* 05/KH-UBND is cited twice and is one */
	g_autoptr(GArray) forms = dd_stored_forms(store, first.document, arena, NULL);
	g_assert_cmpuint(forms->len, ==, 3);
	g_autofree char *json = NULL;
	g_assert_true(dd_stored_reading(store, first.document, &json, NULL));
	g_autoptr(DdReading) back = dd_reading_parse_json(json, strlen(json), NULL);
	g_assert_cmpuint(back->n_tasks, ==, 2);
}

/* All that is inside of an archive goes by the hash that was made of it once */
/* Returns: how many documents @filter leaves */
static guint
count_documents(DdStore *store, DdDocumentFilter filter)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	filter.limit = 100;
	g_autoptr(GArray) found = dd_stored_documents(store, &filter, arena, &error);
	g_assert_no_error(error);
	return found->len;
}

/* A type is found in small and capital letters, those that are not of ASCII too; what can be no number is nobody's */
static void
test_filters(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	static const char project[] = "{\"file\": \"a.txt\", \"document\": {\"type\": \"Đề án\", "
				      "\"number\": \"3/ĐA-STC\"}}";
	static const char memo[] =
		"{\"file\": \"b.txt\", \"document\": {\"type\": \"Bản Ghi nhớ\", "
		"\"number\": \"4/BGN-STC\"}}";
	take(store, project, "một", "");
	take(store, memo, "hai", "");
	static const char *const projects[] = {"Đề án", "ĐỀ ÁN", "đề án"};
	for (size_t i = 0; i < G_N_ELEMENTS(projects); i++)
		g_assert_cmpuint(
			count_documents(store, (DdDocumentFilter){.type = projects[i]}), ==, 1);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.type = "BẢN GHI NHỚ"}), ==, 1);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.type = "De an"}), ==, 0);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.type = ""}), ==, 0);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.number = "03/đa"}), ==, 1);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.number = " 00"}), ==, 0);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){.issuer = "-"}), ==, 0);
	g_assert_cmpuint(count_documents(store, (DdDocumentFilter){0}), ==, 2);
}

static void
test_hashed_once(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdReading) reading = dd_reading_parse_json(plan, strlen(plan), NULL);
	DdIntakeFile file = dd_intake_file_make("archive", 7, "a.zip");
	file.hash.bytes[0] ^= 1; /* whoever makes it anew gets another one */
	static const char *const insides[] = {"x/a.txt", "x/b.txt"};
	for (size_t i = 0; i < G_N_ELEMENTS(insides); i++) {
		DdIntakeResult result;
		g_assert_true(dd_intake_document(store, &actor,
			&(DdIntake){&file, insides[i], reading, "test", NULL, NULL}, &result, NULL));
		g_assert_cmpint(result.kind, ==, i == 0 ? DD_INTAKE_NEW : DD_INTAKE_FORM);
	}
	char text[DD_HASH_TEXT];
	g_autoptr(GArray) forms = dd_stored_forms(store, 1, arena, NULL);
	g_assert_cmpuint(forms->len, ==, 2);
	for (guint i = 0; i < forms->len; i++)
		g_assert_cmpstr(g_array_index(forms, DdStoredForm, i).hash, ==,
			dd_hash_format(&file.hash, text));
}

static void
test_tasks(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIntakeResult first = take(store, plan, "file one", "");
	take(store, above, "file two", "");
	const struct {
		DdTaskFilter filter;
		guint n;
	} cases[] = {
		{{.limit = 10}, 2},
		{{.limit = 1}, 1},
		{{.after = 1, .limit = 10}, 1},
		{{.document = first.document, .limit = 10}, 2},
		{{.document = first.document, .after = 1, .limit = 10}, 1},
		{{.document = first.document, .after = 2, .limit = 10}, 0},
		{{.document = first.document, .unit = "Văn phòng", .role = "lead", .limit = 10}, 1},
		{{.document = first.document + 1, .limit = 10}, 0},
		{{.state = "draft", .limit = 10}, 2},
		{{.state = "done", .limit = 10}, 0},
		{{.unit = "văn  PHÒNG", .limit = 10}, 2},
		{{.unit = "Văn phòng", .role = "lead", .limit = 10}, 1},
		{{.unit = "Văn phóng", .limit = 10}, 0},
		{{.unit = "–", .limit = 10}, 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GArray) tasks = dd_stored_tasks(store, &cases[i].filter, arena, NULL);
		g_assert_cmpuint(tasks->len, ==, cases[i].n);
	}
	DdStoredTask task = {0};
	bool found = false;
	g_assert_true(dd_stored_task(store, 1, arena, &task, &found, NULL) && found);
	g_assert_cmpstr(task.label, ==, "II.1");
	g_assert_cmpstr(task.product, ==, "Báo cáo");
	g_assert_cmpstr(task.document_number, ==, "12/KH-STC");
	g_assert_cmpuint(task.n_assignments, ==, 3);
	g_assert_cmpstr(task.assignments[1].name, ==, "Văn phòng");
	g_assert_cmpstr(task.assignments[2].role, ==, "lead");
	DdTime time;
	g_assert_true(dd_time_parse_json(task.time_json, arena, &time, NULL));
	g_assert_cmpint(time.end.month, ==, 6);
	g_assert_true(dd_stored_task(store, 99, arena, &task, &found, NULL) && !found);
}

static bool
move(DdStore *store, int64_t version, const char *state, const char *why, GError **error)
{
	g_auto(DdChange) change = {0};
	int64_t now = 0;
	return dd_change_begin(store, &actor, &change, error) &&
	       dd_stored_task_move(&change,
		       &(DdTaskMove){1, version, "draft", state, "move", why, "{\"note\":\"xong\"}"},
		       &now, error) &&
	       now == version + 1 && dd_change_commit(&change, error);
}

static void
test_moves(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	take(store, plan, "file one", "");
	g_assert_true(move(store, 1, "assigned", "vì sao", &error));
	g_assert_false(move(store, 1, "done", NULL, &error)); /* somebody else was first */
	g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
	g_clear_error(&error);
	g_autofree char *long_why = g_strnfill(DD_MAX_WHY_BYTES + 1, 'x');
	g_assert_false(move(store, 2, "done", long_why, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	DdStoredTask task = {0};
	bool found = false;
	g_assert_true(dd_stored_task(store, 1, arena, &task, &found, NULL) && found);
	g_assert_cmpstr(task.state, ==, "assigned");
	g_assert_cmpint(task.version, ==, 2);
	g_autoptr(GArray) rows = dd_audit_list(store, "task", 1, 0, 10, arena, NULL);
	g_assert_cmpuint(rows->len, ==, 1);
	const DdAuditRow *row = &g_array_index(rows, DdAuditRow, 0);
	g_assert_cmpstr(row->record.was_json, ==, "{\"state\":\"draft\",\"version\":1}");
	g_assert_cmpstr(row->record.now_json, ==,
		"{\"details\":{\"note\":\"xong\"},\"state\":\"assigned\",\"version\":2}");
	g_assert_cmpstr(row->record.why, ==, "vì sao");
	g_assert_cmpstr(row->who, ==, "văn thư");
	check_chain_whole(store, 5 + 1);
}

/* What was heard of becomes known, spelt another way, and the chain goes through it. */
static void
test_chain(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIntakeResult first = take(store, plan, "file one", "");
	g_autoptr(GArray) before = dd_stored_chain(store, first.document, true, arena, NULL);
	g_assert_cmpuint(before->len, ==, 2);
	g_assert_false(g_array_index(before, DdStoredLink, 0).document.known);
	DdIntakeResult second = take(store, above, "file two", "");
	g_assert_cmpint(second.document, ==, g_array_index(before, DdStoredLink, 0).document.id);
	g_autoptr(GArray) up = dd_stored_chain(store, first.document, true, arena, NULL);
	g_assert_cmpuint(up->len, ==, 3);
	const DdStoredLink *links = (const DdStoredLink *)(void *)up->data;
	g_assert_true(links[0].document.known);
	g_assert_cmpstr(links[0].relation, ==, "implements");
	g_assert_cmpuint(links[1].depth, ==, 2);
	g_assert_cmpstr(links[1].document.number, ==, "01/NQ-TU");
	g_assert_cmpstr(links[2].relation, ==, "basis");
	g_autoptr(GArray) down = dd_stored_chain(store, links[1].document.id, false, arena, NULL);
	g_assert_cmpuint(down->len, ==, 2);
	g_assert_cmpint(g_array_index(down, DdStoredLink, 1).document.id, ==, first.document);
}

/* Circles end; of the same number, what differs in day, issuer or type is another document. */
static void
test_identity(const char *url)
{
	static const char *const others[] = {
		/* cites the plan that cites it */
		"{\"document\": {\"type\": \"Kế hoạch\", \"number\": \"5/KH-UBND\", \"issuer\": "
		"\"UBND tỉnh\", \"date\": \"2026-02-01\"}, "
		"\"citations\": [{\"raw\": \"KH 12\", \"type\": \"Kế hoạch\", \"number\": "
		"\"12/KH-STC\", \"date\": \"2026-03-01\", "
		"\"relation\": \"basis\"}]}",
		"{\"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-STC\", \"issuer\": "
		"\"Sở Tài chính\", \"date\": \"2025-03-01\"}}",
		"{\"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-STC\", \"issuer\": "
		"\"Sở Thể chế\", \"date\": \"2026-03-01\"}}",
		"{\"document\": {\"type\": \"Phụ lục\", \"number\": \"12/KH-STC\", \"issuer\": "
		"\"Sở Tài chính\", \"date\": \"2026-03-01\"}}",
		"{\"document\": {\"type\": \"Kế hoạch\", \"issuer\": \"Sở Tài chính\", \"date\": "
		"\"2026-03-01\"}}",
		"{\"document\": {\"type\": \"Kế hoạch\", \"issuer\": \"Sở Tài chính\", \"date\": "
		"\"2026-03-01\"}}",
		"{}",
	};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIntakeResult first = take(store, plan, "file one", "");
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autofree char *bytes = g_strdup_printf("other %zu", i);
		g_assert_cmpint(take(store, others[i], bytes, "").kind, ==, DD_INTAKE_NEW);
	}
	static const char spelt[] = "{\"document\": {\"type\": \"KẾ HOẠCH\", \"number\": "
				    "\"012/KH–stc\", \"issuer\": \"Sở Tài chính tỉnh Bình An\", "
				    "\"date\": \"2026-03-01\"}}";
	DdIntakeResult same = take(store, spelt, "spelt otherwise", "");
	g_assert_cmpint(same.kind, ==, DD_INTAKE_FORM);
	g_assert_cmpint(same.document, ==, first.document);
	g_autoptr(GArray) up = dd_stored_chain(store, first.document, true, arena, NULL);
	g_assert_cmpuint(up->len, ==, 2);
}

static void
test_tampered(const char *url)
{
	static const char *const harms[] = {
		"UPDATE audit SET who = 'ai đó' WHERE seq = 2",
		"UPDATE audit SET why = '' WHERE seq = 2",
		"UPDATE audit SET now_json = '{}' WHERE seq = 2",
		"DELETE FROM audit WHERE seq = 2",
		"UPDATE audit SET previous = hash WHERE seq = 2",
	};
	const bool is_sqlite = dd_engine_of(url) == DD_DB_SQLITE;
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	take(store, plan, "file one", "");
	take(store, above, "file two", "");
	take(store, "{}", "file three", "");
	DdDb *db = dd_store_get_db(store);
	for (size_t i = 0; i < G_N_ELEMENTS(harms); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(dd_db_run_script(db, harms[i], &error)); /* the engine itself says no */
		g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
	}
	g_assert_true(dd_db_run_script(db,
		is_sqlite ? "DROP TRIGGER audit_keep; DROP TRIGGER audit_stay"
			  : "DROP TRIGGER audit_keep ON audit",
		NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(harms); i++) {
		/* each by itself: what it did is taken back */
		g_assert_true(dd_db_run_script(db, "CREATE TABLE kept AS SELECT * FROM audit", NULL));
		g_assert_true(dd_db_run_script(db, harms[i], NULL));
		DdAuditVerdict verdict;
		g_assert_true(dd_audit_verify(store, &verdict, NULL));
		g_assert_cmpint(verdict.broken, ==, 2);
		g_assert_nonnull(verdict.why_en);
		g_assert_true(dd_db_run_script(db,
			"DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; DROP TABLE kept",
			NULL));
		check_chain_whole(store, 5 + 4 + 3);
	}
}

/* The last records are gone, and nothing else: the head tells. */
static void
test_cut(const char *url)
{
	const bool is_sqlite = dd_engine_of(url) == DD_DB_SQLITE;
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	take(store, plan, "file one", "");
	take(store, above, "file two", "");
	g_assert_true(dd_db_run_script(dd_store_get_db(store),
		is_sqlite ? "DROP TRIGGER audit_stay; DELETE FROM audit WHERE seq = 9"
			  : "DROP TRIGGER audit_keep ON audit; DELETE FROM audit WHERE seq = 9",
		NULL));
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpint(verdict.broken, ==, 9);
}

static void
test_fold(void)
{
	const struct {
		const char *text, *wanted;
	} cases[] = {
		{"Hoà Bình", "hoa1 binh1"},
		{"HÒA BÌNH", "hoa1 binh1"},
		{"  UBND – tỉnh, ", "uy3 ban nhân dân tinh3"},
		{"Ủy ban nhân dân tỉnh", "uy3 ban nhân dân tinh3"},
		{"Đội 7", "đôi5 7"},
		{"…", NULL},
		{"", NULL},
		{NULL, NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *folded = dd_identity_fold(cases[i].text);
		g_assert_cmpstr(folded, ==, cases[i].wanted);
	}
	g_autofree char *number = dd_identity_number(" 0531 / QĐ–ttg");
	g_assert_cmpstr(number, ==, "531/QĐ-TTG");
	g_autofree char *many = g_strnfill(1u << 20, 'a');
	g_autofree char *key = dd_identity_fold(many);
	g_assert_cmpuint(strlen(key), ==, DD_MAX_KEY_BYTES);
	g_assert_true(dd_identity_issuers_agree("so3 tai1 chinh2", "so3 tai1 chinh2 tinh3 an"));
	g_assert_false(dd_identity_issuers_agree("so3 tai1 chinh2", "so3 tai1 chinh2nh"));
}

/* Parts of a file, from anywhere in it, and those that are not there */
static void
test_parts(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_open(url, DD_DB_CREATE, NOW, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(GString) text = g_string_new(NULL);
	for (unsigned i = 0; text->len < 1u << 20; i++)
		g_string_append_printf(text, "%u;", i);
	take(store, plan, text->str, "");
	take(store, above, "file two", "");
	DdHash hash = dd_hash_of(text->str, text->len), other = dd_hash_of("nix", 3);
	g_autofree char *buffer = g_malloc(text->len + 1);
	uint64_t size = 0;
	bool found = false;
	g_assert_true(dd_stored_file_find(store, &hash, &size, &found, &error));
	g_assert_true(found);
	g_assert_cmpuint(size, ==, text->len);
	const struct {
		uint64_t offset;
		size_t len;
	} parts[] = {{0, 1}, {0, text->len}, {text->len - 1, 1}, {4095, 2}, {300000, 400000},
		{text->len, 0}};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_assert_true(dd_stored_file_read(
			store, &hash, parts[i].offset, buffer, parts[i].len, &error));
		g_assert_no_error(error);
		g_assert_true(memcmp(buffer, text->str + parts[i].offset, parts[i].len) == 0);
	}
	g_assert_false(dd_stored_file_read(store, &hash, text->len - 1, buffer, 2, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_clear_error(&error);
	g_assert_false(dd_stored_file_read(store, &hash, text->len + 5, buffer, 1, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_clear_error(&error);
	g_assert_false(dd_stored_file_read(store, &other, 0, buffer, 1, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_clear_error(&error);
	g_assert_true(dd_stored_file_find(store, &other, &size, &found, &error));
	g_assert_false(found);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/fold", test_fold);
	dd_engine_test_add("/store/statements", test_statements);
	dd_engine_test_add("/store/plans", test_plans);
	dd_engine_test_add("/store/intake", test_intake);
	dd_engine_test_add("/store/filters", test_filters);
	dd_engine_test_add("/store/hashed-once", test_hashed_once);
	dd_engine_test_add("/store/parts", test_parts);
	dd_engine_test_add("/store/tasks", test_tasks);
	dd_engine_test_add("/store/moves", test_moves);
	dd_engine_test_add("/store/chain", test_chain);
	dd_engine_test_add("/store/identity", test_identity);
	dd_engine_test_add("/store/tampered", test_tampered);
	dd_engine_test_add("/store/cut", test_cut);
	return g_test_run();
}
