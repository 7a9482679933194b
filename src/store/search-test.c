/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"

#include "check.h"
#include "copy.h"
#include "error.h"
#include "follow.h"
#include "intake.h"
#include "json-read.h"
#include "maxima.h"
#include "search-index.h"
#include "search-words.h"
#include "settle.h"
#include "store-test-support.h"

#include <string.h>

#define NOW 1795000000 /* 2026-11-18 */

static const DdActor actor = {.now = NOW, .who = "văn thư", .origin = "test@here"};

static const char plan[] =
	"{\"file\": \"a.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-STC\", "
	"\"issuer\": \"Sở Tài chính\", \"date\": \"2026-03-01\", \"title\": \"Chuyển đổi số năm "
	"2026\"}, \"tasks\": ["
	"{\"id\": \"1\", \"line_start\": 1, \"line_end\": 1, \"text\": \"Lập kho dữ liệu, đẩy mạnh "
	"chuyển đổi số\", \"lead\": [\"Phòng Ngân sách\"], \"product\": \"Báo cáo\"},"
	"{\"id\": \"2\", \"line_start\": 2, \"line_end\": 2, \"text\": \"Chuyên đề của đội, số "
	"liệu "
	"năm trước\", \"lead\": [\"Văn phòng\"]},"
	"{\"id\": \"3\", \"line_start\": 3, \"line_end\": 3, \"text\": \"Công khai hòa giải\", "
	"\"lead\": [\"Văn phòng\", \"Phòng Ngân sách\"]}]}";
static const char other[] =
	"{\"file\": \"b.txt\", \"document\": {\"type\": \"Quyết định\", \"number\": "
	"\"7/QĐ-UBND\", \"issuer\": \"UBND tỉnh\", \"date\": \"2026-05-01\", \"title\": \"Về ma "
	"túy\"}, \"tasks\": []}";
static const char text[] = "Nội dung: mã số của kho dữ liệu.\nBảng mã dùng chung.";

static int64_t
take(DdStore *store, const char *json, const char *bytes, const char *its_text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(json, strlen(json), &error);
	g_assert_no_error(error);
	DdIntakeResult result = {.kind = DD_INTAKE_LAST};
	const DdIntakeFile file = dd_intake_file_make(bytes, strlen(bytes), "a.txt");
	const DdIntake intake = {&file, "", reading, "test", its_text, NULL};
	bool good = dd_intake_document(store, &actor, &intake, &result, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	return result.document;
}

static DdStore *
open_filled(const char *url)
{
	DdStore *store = dd_store_test_open(url, NOW);
	take(store, plan, "one", text);
	take(store, other, "two", NULL);
	return store;
}

/* Returns: (transfer full) what was found, in its order: "task1 document1 text1~" (~: without the marks, ?: only near) */
static char *
find(DdStore *store, DdSearch search)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_auto(DdSearchFound) found = {0};
	GString *out = g_string_new(NULL);
	if (search.limit == 0)
		search.limit = 50;
	g_assert_true(dd_search_find(store, &search, arena, &found, &error));
	g_assert_no_error(error);
	for (guint i = 0; i < found.hits->len; i++) {
		static const char *const signs[DD_CLOSE_LAST] = {"", "~", "?"};
		const DdSearchHit *hit = &g_array_index(found.hits, DdSearchHit, i);
		bool of_task = hit->task != 0;
		g_string_append_printf(out, "%s%s%d%s", i > 0 ? " " : "", hit->kind,
			(int)(of_task ? hit->task : hit->document), signs[hit->closeness]);
	}
	return g_string_free(out, FALSE);
}

static void
assert_found(DdStore *store, DdSearch search, const char *wanted)
{
	g_autofree char *found = find(store, search);
	g_test_message("%s", search.words);
	g_assert_cmpstr(found, ==, wanted);
}

static void
test_words(void)
{
	static const char both[] = "Hoà GIẢI, hòa-giải; đ/c 12.5 naïve Ａ";
	static const char *const bare[] = {"hoa", "giai", "hoa", "giai", "d", "c", "12", "5", "naive"};
	g_auto(DdSearchWords) words = dd_search_words_scan(both, strlen(both), 100);
	g_assert_cmpuint(words.words->len, ==, 10);
	for (size_t i = 0; i < G_N_ELEMENTS(bare) - 1; i++)
		g_assert_cmpstr(dd_search_words_get_bare(&words, i), ==, bare[i]);
	g_assert_cmpstr(dd_search_words_get_marked(&words, 0), ==, "hoa1");
	g_assert_cmpstr(dd_search_words_get_marked(&words, 2), ==, "hoa1");
	g_assert_cmpstr(dd_search_words_get_marked(&words, 4), ==, "đ");
	g_assert_true(dd_search_words_get(&words, 4)->has_marks);
	g_assert_false(dd_search_words_get(&words, 5)->has_marks);
	g_assert_cmpuint(dd_search_words_get(&words, 1)->start, ==, strlen("Hoà "));
	g_assert_cmpuint(dd_search_words_get(&words, 1)->end, ==, strlen("Hoà GIẢI"));

	g_autofree char *longest = g_strnfill(5000, 'x');
	g_auto(DdSearchWords) one = dd_search_words_scan(longest, 5000, 100);
	g_assert_cmpuint(strlen(dd_search_words_get_bare(&one, 0)), ==, DD_MAX_SEARCH_WORD);
	g_auto(DdSearchWords) two = dd_search_words_scan(both, strlen(both), 2);
	g_assert_cmpuint(two.words->len, ==, 2);
}

static void
assert_refused(const char *words, int code)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdSearchQuery query;
	g_assert_false(dd_search_query_parse(words, arena, &query, &error));
	g_assert_error(error, DD_ERROR, code);
}

static void
test_queries(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree char *letters = g_strnfill(10000, 'a');
	g_autofree char *many = g_strnfill(DD_MAX_QUERY_WORDS * 2 + 2, ' ');
	for (size_t i = 0; i <= DD_MAX_QUERY_WORDS; i++)
		many[2 * i] = 'a';
	assert_refused(letters, DD_ERROR_TOO_LARGE);
	assert_refused(many, DD_ERROR_TOO_LARGE);
	assert_refused("", DD_ERROR_MISSING);
	assert_refused(" \" \" () * !", DD_ERROR_MISSING);
	assert_refused("a*", DD_ERROR_INVALID_DATA);
	assert_refused("x\xff", DD_ERROR_INVALID_DATA);

	DdSearchQuery query;
	g_assert_true(dd_search_query_parse("“Kho dữ liệu” 12/KH-ST* ma", arena, &query, NULL));
	g_assert_cmpuint(query.n_words, ==, 7);
	g_assert_cmpuint(query.n_terms, ==, 4);
	g_assert_cmpuint(query.terms[0].n, ==, 3);
	g_assert_cmpuint(query.terms[1].n, ==, 2);
	g_assert_true(query.words[5].is_prefix && query.terms[2].first == 5);
	g_assert_true(query.has_marks);
	const DdSearchScope scope = {{NULL}};
	g_autofree char *exact = dd_search_query_express(&query, DD_DB_PGSQL, DD_CLOSE_EXACT, &scope);
	g_assert_cmpstr(exact, ==,
		"((('=kho' <-> '=dư4' <-> '=liêu5') & ('12' <-> 'kh') & ('st') & ('ma')))");
	g_autofree char *bare = dd_search_query_express(&query, DD_DB_SQLITE, DD_CLOSE_BARE, &scope);
	g_assert_cmpstr(bare, ==,
		"((bare : \"kho du lieu\" AND bare : \"12 kh\" AND bare : \"st\" AND bare : "
		"\"ma\")) NOT "
		"(marked : \"kho dư4 liêu5\" AND bare : \"12 kh\" AND bare : \"st\" AND bare : "
		"\"ma\")");
}

static void
test_find(const char *url)
{
	g_autoptr(DdStore) store = open_filled(url);
	const struct {
		const char *words, *found;
	} cases[] = {
		/* with marks the closest come first, without them all are alike */
		{"chuyển đổi số", "document1 task1 task2~"},
		{"chuyen doi so", "document1 task1 task2"},
		{"CHUYEN đổi so", "document1 task1 task2~"},
		{"\"chuyển đổi số\"", "document1 task1"},
		{"\"chuyen doi so\"", "document1 task1"},
		/* there is no such phrase: its words apart */
		{"\"đổi chuyển\"", "document1? task1? task2?"},
		{"mã", "text1 document2~"},
		{"ma", "document2 text1"},
		{"hoà giải", "task3"},
		{"hòa giai", "task3"},
		{"12/KH-STC", "document1"},
		{"12/KH-STX", "document1?"},
		{"ngân sách", "task3 task1"},
		{"chuy* kho", "task1"},
		{"\"kho du lieu\" chuy*", "task1"},
		{"công khai", "task3"},
		/* one letter, or a mark, is wrong */
		{"chuyrn đổi số", "document1? task1? task2?"},
		{"chuyễn đỗi số", "document1~ task1~ task2~"},
		{"hao giải", "task3?"},
		{"nhgan sach", "task3? task1?"},
		{"zzzzz", ""},
		/* nothing of an engine's language */
		{"a\" OR bare : \"ma", ""},
		{"ma OR kho", ""},
		{"NEAR(ma kho)", ""},
		{"ma:*", "document2 task1 text1"},
		{"'ma' & !'kho' | (\\", "text1"},
		{"mã\\' -- ; DROP", ""},
		{"^ma + {bare}:ma", ""},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_found(store, (DdSearch){.words = cases[i].words}, cases[i].found);
}

static void
test_filters(const char *url)
{
	g_autoptr(DdStore) store = open_filled(url);
	const char *const both[] = {"UBND tỉnh", "văn phòng", NULL};
	const char *const nobody[] = {NULL};
	const char *const nameless[] = {"–", NULL};
	assert_found(store, (DdSearch){.words = "so", .unit = "VĂN  phòng"}, "task2");
	assert_found(store, (DdSearch){.words = "ma", .unit = "Ủy ban nhân dân tỉnh"}, "document2");
	assert_found(store, (DdSearch){.words = "so", .unit = "Sở Y tế"}, "");
	assert_found(store, (DdSearch){.words = "so", .unit = "–"}, "");
	assert_found(store, (DdSearch){.words = "ma", .document = 1}, "text1");
	assert_found(store, (DdSearch){.words = "ma", .document = 99}, "");
	assert_found(store, (DdSearch){.words = "so", .state = "draft"}, "task2 task1");
	assert_found(store, (DdSearch){.words = "so", .state = "open"}, "");
	assert_found(store, (DdSearch){.words = "ma", .from = "2026-04-01"}, "document2");
	assert_found(store, (DdSearch){.words = "ma", .to = "2026-04-30"}, "text1");
	/* what one may not see is not there */
	assert_found(store, (DdSearch){.words = "ma", .visible = both}, "document2");
	assert_found(store, (DdSearch){.words = "so", .visible = both}, "task2");
	assert_found(store, (DdSearch){.words = "so", .visible = nobody}, "");
	assert_found(store, (DdSearch){.words = "so", .visible = nameless}, "");
}

static void
test_excerpt(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GString) filler = g_string_new(NULL);
	g_auto(DdSearchFound) found = {0};
	for (int i = 0; i < 100; i++)
		g_string_append_printf(filler, "mục %d ", i);
	g_string_append(filler, "Kho\ndữ liệu MỞ, hết.");
	for (int i = 0; i < 100; i++)
		g_string_append_printf(filler, " đoạn %d", i);
	take(store, other, "two", filler->str);
	g_assert_true(dd_search_find(
		store, &(DdSearch){.words = "du mo", .limit = 5}, arena, &found, NULL));
	g_assert_cmpuint(found.hits->len, ==, 1);
	const DdSearchHit *hit = &g_array_index(found.hits, DdSearchHit, 0);
	g_assert_cmpuint(hit->n_pieces, ==, 7);
	g_assert_cmpstr(hit->pieces[0].text, ==, "… ");
	g_assert_cmpstr(hit->pieces[1].text, ==, "97 mục 98 mục 99 Kho ");
	g_assert_cmpstr(hit->pieces[2].text, ==, "dữ");
	g_assert_true(hit->pieces[2].is_hit && !hit->pieces[3].is_hit);
	g_assert_cmpstr(hit->pieces[4].text, ==, "MỞ");
	g_assert_cmpstr(hit->pieces[6].text, ==, " …");
	g_assert_cmpstr(hit->document_number, ==, "7/QĐ-UBND");
	g_assert_cmpstr(hit->day, ==, "2026-05-01");
}

static void
assert_tasks(DdStore *store, int64_t document, unsigned limit, guint n)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) tasks = dd_search_tasks(store, "rà", document, limit, arena, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(tasks->len, ==, n);
}

/* Of some tasks those that have the words are the same as of all */
static void
assert_among(DdStore *store, const char *words, const char *numbers, const int64_t *wanted, guint n)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) tasks = dd_search_tasks_among(store, words, numbers, arena, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(tasks->len, ==, n);
	for (guint i = 0; i < n; i++)
		g_assert_cmpint(g_array_index(tasks, int64_t, i), ==, wanted[i]);
}

/* Many tasks with the same words: all come once, page by page, in the order in which they come at once */
static void
test_pages(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(GString)
		json = g_string_new("{\"file\": \"c.txt\", \"document\": {}, \"tasks\": [");
	for (int i = 0; i < 250; i++)
		g_string_append_printf(
			json, "%s{\"id\": \"%d\", \"line_start\": 1, \"line_end\": 1, \"text\": \"%s %s\"}",
			i > 0 ? "," : "", i, i % 3 == 0 ? "rà soát" : "ra soat",
			i % 7 == 0 ? "rà" : "x");
	g_string_append(json, "]}");
	take(store, json->str, "three", NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdSearchFound) all = {0};
	DdSearch search = {.words = "rà", .limit = DD_MAX_LISTED};
	g_assert_true(dd_search_find(store, &search, arena, &all, NULL));
	g_assert_cmpuint(all.hits->len, ==, 250);
	g_assert_null(all.next);
	g_assert_cmpint(g_array_index(all.hits, DdSearchHit, 0).closeness, ==, DD_CLOSE_EXACT);
	g_assert_cmpint(g_array_index(all.hits, DdSearchHit, 249).closeness, ==, DD_CLOSE_BARE);
	const int64_t document = g_array_index(all.hits, DdSearchHit, 0).document;
	assert_tasks(store, 0, 251, 250);
	assert_tasks(store, document, 250, 250);
	assert_tasks(store, 0, 249, 249);
	assert_tasks(store, 0, 10, 10); /* all of them with the marks */
	assert_tasks(store, document + 1, 10, 0);
	/* numbered in the order of the file: the first has the marks, the second has not, the third of none is there */
	assert_among(store, "rà", "[1,2,999]", (const int64_t[]){1, 2}, 2);
	assert_among(store, "rà rà", "[2]", (const int64_t[]){2}, 1);
	assert_among(store, "soát x", "[1,2,8]", (const int64_t[]){2}, 1);
	assert_among(store, "rà", "[]", NULL, 0);
	search.limit = 7;
	for (guint at = 0; at < 250;) {
		g_auto(DdSearchFound) page = {0};
		g_assert_true(dd_search_find(store, &search, arena, &page, NULL));
		g_assert_cmpuint(page.hits->len, ==, MIN(7, 250 - at));
		for (guint i = 0; i < page.hits->len; i++, at++)
			g_assert_cmpint(g_array_index(page.hits, DdSearchHit, i).task, ==,
				g_array_index(all.hits, DdSearchHit, at).task);
		search.after = page.next;
		/* what comes meanwhile changes nothing of the pages behind */
		if (at == 7)
			take(store, plan, "one", "rà rà rà");
	}
	g_autoptr(GError) error = NULL;
	g_auto(DdSearchFound) none = {0};
	search.after = "1.2.3.4";
	g_assert_false(dd_search_find(store, &search, arena, &none, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

static void
step(DdStore *store, const DdActingAs *part, const DdStep *what)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_follow_step(&change, 3, part, what, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
}

static void
check_clean(DdStore *store)
{
	DdCheckReport report;
	g_assert_true(dd_store_check(store, NULL, NULL, &report, NULL));
	g_assert_cmpint(report.findings, ==, 0);
}

/* What is said of a task later is found, too; and what is derived can be made anew and taken elsewhere */
static void
test_changes(const char *url)
{
	g_autoptr(DdStore) store = open_filled(url);
	const DdActingAs clerk = {DD_ROLE_CLERK, NULL}, room = {DD_ROLE_FOCAL, "Phòng Đầu tư"};
	assert_found(store, (DdSearch){.words = "giải", .unit = "Phòng Đầu tư"}, "");
	step(store, &clerk,
		&(DdStep){.action = DD_ACTION_APPROVE,
			.lead = "Phòng Đầu tư",
			.reason = "Chuyển chức năng",
			.progress.percent = -1});
	assert_found(store, (DdSearch){.words = "giải", .unit = "Phòng Đầu tư"}, "task3");
	step(store, &clerk, &(DdStep){.action = DD_ACTION_ASSIGN, .progress.percent = -1});
	step(store, &room, &(DdStep){.action = DD_ACTION_TAKE, .progress.percent = -1});
	step(store, &room,
		&(DdStep){.action = DD_ACTION_PROGRESS,
			.progress = {.percent = 20,
				.done = "Đã khảo sát mười xã",
				.difficulty = "Thiếu kinh phí"}});
	assert_found(store, (DdSearch){.words = "\"khảo sát\""}, "note3");
	assert_found(store,
		(DdSearch){.words = "kinh phi", .unit = "Phòng Đầu tư", .state = "open"}, "note3");
	assert_found(store,
		(DdSearch){.words = "kinh phi", .from = "2026-11-18", .to = "2026-11-18"}, "note3");
	check_clean(store);

	/* another unit that takes it over finds it, the one before does not; notes go along */
	step(store, &(const DdActingAs){DD_ROLE_OVERSEER, NULL},
		&(DdStep){.action = DD_ACTION_TRANSFER,
			.lead = "Phòng Kế hoạch",
			.reason = "Chuyển việc",
			.document = "31/QĐ",
			.progress.percent = -1});
	assert_found(store, (DdSearch){.words = "giải", .unit = "Phòng Đầu tư"}, "");
	assert_found(store, (DdSearch){.words = "kinh phi", .unit = "Phòng Đầu tư"}, "");
	assert_found(store, (DdSearch){.words = "giải", .unit = "Phòng Kế hoạch"}, "task3");
	assert_found(store, (DdSearch){.words = "kinh phi", .unit = "Phòng Kế hoạch"}, "note3");
	check_clean(store);

	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_search_rebuild(&change, NULL));
	g_assert_true(dd_change_commit(&change, NULL));
	g_autoptr(DdStore) copy = dd_store_test_open("sqlite::memory:", NOW);
	g_autoptr(GArray) counts = dd_store_copy(store, copy, NULL);
	g_assert_nonnull(counts);
	static const char *const words[] = {
		"chuyển đổi số", "ma", "kinh phi", "nhgan sach", "chuy* kho"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		g_autofree char *here = find(store, (DdSearch){.words = words[i]});
		g_autofree char *there = find(copy, (DdSearch){.words = words[i]});
		g_assert_cmpstr(here, !=, "");
		g_assert_cmpstr(there, ==, here);
	}
	assert_found(copy, (DdSearch){.words = "giải", .unit = "Phòng Kế hoạch"}, "task3");
	check_clean(store);
	check_clean(copy);
}

/* Does @act in a change of its own. Returns: number of the task that it adds, 0 none */
static int64_t
settle(DdStore *store, int64_t (*act)(DdChange *change, GError **error))
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	int64_t added = act(&change, &error);
	g_assert_no_error(error);
	g_assert_true(dd_change_commit(&change, &error));
	return added;
}

static const DdActingAs overseer = {DD_ROLE_OVERSEER, NULL};

static int64_t
correct_first(DdChange *change, GError **error)
{
	static const char *const lead[] = {"Phòng Kế hoạch", NULL};
	const DdCorrection said = {.label = "1a", .text = "Lập danh bạ dùng chung", .lead = lead};
	g_assert_true(dd_settle_correct(change, 1, &overseer, &said, "Đọc sai", error));
	return 0;
}

static int64_t
add_one(DdChange *change, GError **error)
{
	static const char *const lead[] = {"Phòng Đầu tư", NULL};
	const DdCorrection said = {.text = "Khơi thông luồng lạch", .lead = lead};
	int64_t added = 0;
	g_assert_true(dd_settle_add(change, 1, &overseer, &said, NULL, &added, error));
	return added;
}

static int64_t
drop_second(DdChange *change, GError **error)
{
	const DdStep drop = {.action = DD_ACTION_DROP, .reason = "Bỏ sót", .progress.percent = -1};
	g_assert_true(dd_follow_step(change, 2, &overseer, &drop, NULL, error));
	return 0;
}

static int64_t
restore_second(DdChange *change, GError **error)
{
	const DdStep restore = {.action = DD_ACTION_RESTORE, .progress.percent = -1};
	g_assert_true(dd_follow_step(change, 2, &overseer, &restore, NULL, error));
	return 0;
}

static void
ignore(const char *finding G_GNUC_UNUSED, void *user_data G_GNUC_UNUSED)
{
}

/* A task is found by what a person made of it, and not by what was read; what was dropped is not found */
static void
test_settled(const char *url)
{
	g_autoptr(DdStore) store = open_filled(url);
	settle(store, correct_first);
	assert_found(store, (DdSearch){.words = "\"đẩy mạnh\""}, "");
	assert_found(store, (DdSearch){.words = "danh ba", .unit = "PHÒNG KẾ HOẠCH"}, "task1");
	assert_found(store, (DdSearch){.words = "danh bạ", .unit = "Phòng Ngân sách"}, "");
	assert_found(store, (DdSearch){.words = "đọc sai", .unit = "Phòng Kế hoạch"}, "note1");

	g_assert_cmpint(settle(store, add_one), ==, 4);
	assert_found(store, (DdSearch){.words = "luồng lạch", .unit = "Phòng Đầu tư"}, "task4");

	settle(store, drop_second);
	assert_found(store, (DdSearch){.words = "chuyên đề"}, "");
	assert_found(store, (DdSearch){.words = "bỏ sót"}, "note2");
	assert_found(store, (DdSearch){.words = "bỏ sót", .unit = "Văn phòng"}, "");
	check_clean(store);
	g_autoptr(DdStore) copy = dd_store_test_open("sqlite::memory:", NOW);
	g_autoptr(GArray) counts = dd_store_copy(store, copy, NULL);
	g_assert_nonnull(counts);
	assert_found(copy, (DdSearch){.words = "chuyên đề"}, "");
	assert_found(copy, (DdSearch){.words = "danh bạ"}, "task1");
	check_clean(copy);

	settle(store, restore_second);
	assert_found(store, (DdSearch){.words = "chuyên đề"}, "task2");
	assert_found(store, (DdSearch){.words = "bỏ sót", .unit = "Văn phòng"}, "note2");
	check_clean(store);

	/* one that searching misses is told */
	DdCheckReport report;
	g_assert_true(dd_db_run_script(dd_store_get_db(store),
		"DELETE FROM search_item WHERE task_id = 2 AND kind = 'task'", NULL));
	g_assert_true(dd_store_check(store, ignore, NULL, &report, NULL));
	g_assert_cmpint(report.findings, ==, 1);
}

/* A change that is given up leaves nothing behind, also not in what the program remembers */
static void
test_given_up(const char *url)
{
	g_autoptr(DdStore) store = open_filled(url);
	g_auto(DdChange) change = {0};
	const char *const texts[] = {"khuynh"};
	const DdSearchNote note = {
		.document = 1, .task = 1, .step = 0, .at = NOW, .texts = texts, .n_texts = 1};
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_search_index_note(&change, &note, NULL));
	assert_found(store, (DdSearch){.words = "khuyng"}, "note1?");
	dd_change_clear(&change);
	assert_found(store, (DdSearch){.words = "khuyng"}, "");
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_search_index_note(&change, &note, NULL));
	assert_found(store, (DdSearch){.words = "khuyng"}, "note1?");
}

/* A phrase over the end of a row of the index is whole in the next one; of what is longer than all rows the end is not found */
static void
test_long_text(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	g_autoptr(GString) long_text = g_string_new(NULL);
	for (int i = 0; i < 3000; i++)
		g_string_append_printf(long_text, "w%d ", i);
	take(store, other, "two", long_text->str);
	for (int i = 0; i < 2990; i += 83) {
		g_autofree char *words = g_strdup_printf("\"w%d w%d w%d w%d\"", i, i + 1, i + 2, i + 3);
		g_autofree char *found = find(store, (DdSearch){.words = words});
		g_assert_true(g_str_has_prefix(found, "text1"));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/search/words", test_words);
	g_test_add_func("/search/queries", test_queries);
	dd_engine_test_add("/search/find", test_find);
	dd_engine_test_add("/search/filters", test_filters);
	dd_engine_test_add("/search/excerpt", test_excerpt);
	dd_engine_test_add("/search/pages", test_pages);
	dd_engine_test_add("/search/changes", test_changes);
	dd_engine_test_add("/search/settled", test_settled);
	dd_engine_test_add("/search/given-up", test_given_up);
	dd_engine_test_add("/search/long-text", test_long_text);
	return g_test_run();
}
