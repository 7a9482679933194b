/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-list-test.c: what lists of documents hold and in which order, held against all of them filtered one by one; and how engines find them */
#include "follow.h"
#include "identity.h"
#include "intake.h"
#include "json-read.h"
#include "maxima.h"
#include "statements-document.h"
#include "store-test-support.h"
#include "stored.h"

#include <string.h>

#define NOW 1795000000
#define PLANS 24
#define SORTS "TEMP B-TREE FOR ORDER BY"
#define HEARD 2600 /* so that some filters leave many and others few: stored.c, FEW */

static const DdActor actor = {.now = NOW, .who = "văn thư", .origin = "test@here"};
static const char *const units[] = {"Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Phòng Đầu tư"};
static const char *const issuers[] = {
	"UBND tỉnh", "Sở Y tế", "UBND tỉnh", "Sở Nội vụ", "Bộ Y tế", "UBND tỉnh"};
static const char *const types[] = {"Quyết định", "Kế hoạch", "Đề án", "Quyết định", "Quyết định"};

static size_t
pick(size_t seed, size_t n)
{
	return (seed * 2654435761u >> 7) % n;
}

/* One document as a reading has it; every fourth has no date */
static void
write_head(GString *out, size_t i)
{
	g_string_append_printf(out, "\"type\": \"%s\", \"number\": \"%zu/%s\", \"issuer\": \"%s\"",
		types[pick(i, G_N_ELEMENTS(types))], i + 1, pick(i + 3, 2) == 0 ? "QĐ" : "KH",
		issuers[pick(i + 9, G_N_ELEMENTS(issuers))]);
	if (pick(i + 5, 4) != 0)
		g_string_append_printf(out, ", \"date\": \"20%02zu-%02zu-%02zu\"",
			20 + pick(i + 1, 7), 1 + pick(i + 2, 12), 1 + pick(i + 4, 28));
}

static size_t
get_lead(int64_t document)
{
	return pick((size_t)document, G_N_ELEMENTS(units));
}

static size_t
get_helper(int64_t document)
{
	return (get_lead(document) + 1) % G_N_ELEMENTS(units);
}

/* A plan that one unit leads and another one helps with; the first one cites a lot. Every second one is issued */
static void
add_plan(DdStore *store, size_t i, int64_t *next)
{
	static const DdActingAs leader = {DD_ROLE_LEADER, NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) json = g_string_new("{\"file\": \"a.txt\", \"document\": {");
	write_head(json, i);
	g_string_append_printf(json,
		"}, \"tasks\": [{\"id\": \"1\", \"line_start\": 1, \"line_end\": 1, \"text\": "
		"\"Rà soát\", \"lead\": [\"%s\"], \"coordinate\": [\"%s\"]}], \"citations\": [",
		units[get_lead(*next)], units[get_helper(*next)]);
	for (size_t n = 0; i == 0 && n < HEARD; n++) {
		g_string_append_printf(json, "%s{\"line\": 1, \"raw\": \"x\", ", n > 0 ? "," : "");
		write_head(json, PLANS + n);
		g_string_append(json, ", \"relation\": \"basis\"}");
	}
	g_string_append(json, "]}");
	g_autoptr(DdReading) reading = dd_reading_parse_json(json->str, json->len, &error);
	g_assert_no_error(error);
	const DdIntakeFile file = dd_intake_file_make(json->str, json->len, "a.txt");
	DdIntakeResult result = {.kind = DD_INTAKE_LAST};
	g_assert_true(dd_intake_document(store, &actor,
		&(DdIntake){&file, "", reading, "test", NULL, NULL}, &result, &error));
	g_assert_cmpint(result.document, ==, *next);
	*next += i == 0 ? 1 + HEARD : 1;
	if (i % 2 != 0)
		return;
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(
		dd_follow_issue(&change, result.document, &leader, DD_DUE_STAYS, &issued, &error));
	g_assert_true(dd_change_commit(&change, &error));
}

static DdStore *
open_filled(const char *url)
{
	DdStore *store = dd_store_test_open(url, NOW);
	int64_t next = 1;
	for (size_t i = 0; i < PLANS; i++)
		add_plan(store, i, &next);
	return store;
}

/* Lists all pages of @filter. Returns: (transfer full) DdStoredDocument */
static GArray *
list(DdStore *store, DdDocumentFilter filter, DdArena *arena)
{
	g_autoptr(GError) error = NULL;
	GArray *out = g_array_new(FALSE, FALSE, sizeof(DdStoredDocument));
	guint n = filter.limit;
	while (n == filter.limit) {
		g_autoptr(GArray) page = dd_stored_documents(store, &filter, arena, &error);
		g_assert_no_error(error);
		n = page->len;
		g_array_append_vals(out, page->data, n);
		if (n > 0) {
			const DdStoredDocument *last = &g_array_index(page, DdStoredDocument, n - 1);
			filter.after = last->id;
			filter.after_date = last->date;
		}
	}
	return out;
}

static bool
begins(const char *key, const char *prefix)
{
	return prefix == NULL || (key != NULL && g_str_has_prefix(key, prefix));
}

static bool
is_seen(const DdStoredDocument *one, const char *unit)
{
	const bool out = g_strcmp0(one->state, "issued") == 0;
	return unit == NULL || strcmp(one->issuer, unit) == 0 ||
	       (out && (strcmp(units[get_lead(one->id)], unit) == 0 ||
			       strcmp(units[get_helper(one->id)], unit) == 0));
}

/* Whether the list is to have the document, told without the store */
static bool
is_wanted(const DdDocumentFilter *filter, const DdStoredDocument *one)
{
	g_autofree char *issuer = dd_identity_fold(one->issuer);
	g_autofree char *number = dd_identity_number(one->number);
	g_autofree char *issuers_begin = dd_identity_fold(filter->issuer);
	g_autofree char *numbers_begin = dd_identity_number(filter->number);
	return (filter->also_heard_of || one->known) &&
	       (filter->type == NULL || strcmp(filter->type, one->type) == 0) &&
	       begins(issuer, issuers_begin) && begins(number, numbers_begin) &&
	       (filter->from == NULL || g_strcmp0(one->date, filter->from) >= 0) &&
	       (filter->to == NULL || (one->date != NULL && strcmp(one->date, filter->to) <= 0)) &&
	       (filter->state == NULL || g_strcmp0(one->state, filter->state) == 0) &&
	       is_seen(one, filter->seen_by);
}

/* Returns: below 0 when @a stands before @b */
static int
compare(DdDocumentOrder order, const DdStoredDocument *a, const DdStoredDocument *b)
{
	int by = a->id > b->id ? 1 : -1;
	if (order == DD_DOCUMENTS_BY_ID)
		return by;
	int by_date = order == DD_DOCUMENTS_BY_DATE ? g_strcmp0(b->date, a->date) : 0;
	return by_date != 0 ? by_date : -by;
}

static void
check_list(DdStore *store, const GArray *all, const DdDocumentFilter *filter)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) found = list(store, *filter, arena);
	guint wanted = 0;
	for (guint i = 0; i < all->len; i++)
		wanted += is_wanted(filter, &g_array_index(all, DdStoredDocument, i)) ? 1 : 0;
	g_test_message("order %d type %s issuer %s number %s from %s to %s state %s seen by %s: %u",
		(int)filter->order, filter->type, filter->issuer, filter->number, filter->from,
		filter->to, filter->state, filter->seen_by, wanted);
	g_assert_cmpuint(found->len, ==, wanted);
	for (guint i = 0; i < found->len; i++) {
		const DdStoredDocument *one = &g_array_index(found, DdStoredDocument, i);
		g_assert_true(is_wanted(filter, one));
		g_assert_true(i == 0 || compare(filter->order, one - 1, one) < 0);
	}
}

/* Every filter by itself and several at once, each order, few rows and many, over pages of several sizes */
static void
test_lists(const char *url)
{
	static const char *const type[] = {NULL, "Quyết định", "Kế hoạch", "Đề án", NULL};
	static const char *const issuer[] = {NULL, NULL, "Sở", "UBND", "ubnd tinh", "Sở Y tế"};
	static const char *const number[] = {NULL, NULL, NULL, "1", "12", "7/", "2"};
	static const char *const from[] = {NULL, NULL, "2021-01-01", "2025-06-01"};
	static const char *const to[] = {NULL, NULL, "2025-12-31", "2020-02-01"};
	static const char *const state[] = {NULL, NULL, NULL, "draft", "issued"};
	static const char *const seen_by[] = {NULL, NULL, NULL, "Sở Y tế", "Phòng Đầu tư"};
	g_autoptr(DdStore) store = open_filled(url);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) all = list(
		store, (DdDocumentFilter){.also_heard_of = true, .limit = DD_MAX_LISTED}, arena);
	g_assert_cmpuint(all->len, ==, PLANS + HEARD);
	for (size_t i = 0; i < 240; i++) {
		const DdDocumentFilter filter = {.order = (DdDocumentOrder)(i % DD_DOCUMENTS_LAST),
			.also_heard_of = pick(i, 3) > 0,
			.type = type[pick(i + 1000, G_N_ELEMENTS(type))],
			.issuer = issuer[pick(i + 2000, G_N_ELEMENTS(issuer))],
			.number = number[pick(i + 3000, G_N_ELEMENTS(number))],
			.from = from[pick(i + 4000, G_N_ELEMENTS(from))],
			.to = to[pick(i + 5000, G_N_ELEMENTS(to))],
			.state = state[pick(i + 6000, G_N_ELEMENTS(state))],
			.seen_by = seen_by[pick(i + 7000, G_N_ELEMENTS(seen_by))],
			.limit = pick(i, 2) == 0 ? 7 : 300};
		check_list(store, all, &filter);
	}
	/* one alone, so that each place where a list begins to look is come to with few rows and with many */
	for (DdDocumentOrder order = 0; order < DD_DOCUMENTS_LAST; order++) {
		const DdDocumentFilter alone[] = {{.type = "Đề án"}, {.issuer = "UBND"},
			{.issuer = "Bộ"}, {.number = "1"}, {.number = "12"}, {.from = "2026-06-01"},
			{.from = "2020-02-01"}, {.to = "2025-12-31"}, {.state = "draft"},
			{.state = "issued"}, {.seen_by = "Sở Y tế"}, {.seen_by = "Phòng Đầu tư"}};
		for (size_t i = 0; i < G_N_ELEMENTS(alone); i++) {
			DdDocumentFilter filter = alone[i];
			filter.also_heard_of = true;
			filter.order = order;
			filter.limit = 150;
			check_list(store, all, &filter);
		}
	}
}

/* What the engine says of how it goes about @sql. Returns: (transfer full) */
static char *
explain(DdStore *store, DdDbEngine engine, const char *sql)
{
	static DdDbStatement explained[DD_DOCUMENTS_OF_LAST * DD_DOCUMENTS_LAST + 1];
	static size_t n;
	g_autoptr(GError) error = NULL;
	g_autofree char *text = g_strconcat(
		engine == DD_DB_SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ", sql, NULL);
	g_autoptr(GString) plan = g_string_new(NULL);
	DdDbStatement *statement = &explained[n++ % G_N_ELEMENTS(explained)];
	*statement = (DdDbStatement){.sql = text};
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(store), statement, DD_DB_NO_ARGS, &error);
	while (dd_db_rows_each(rows)) {
		if (plan->len > 0)
			g_string_append(plan, "; ");
		g_string_append(plan, dd_db_rows_get_text(rows, engine == DD_DB_SQLITE ? 3 : 0));
	}
	g_assert_true(dd_db_rows_end(rows, &error));
	g_assert_no_error(error);
	return g_string_free(g_steal_pointer(&plan), FALSE);
}

/* Where each list begins to look there is an index that holds just that, and what goes along it sorts nothing but its page: SQLite says how */
static void
test_plans(const char *url)
{
	static const char *const wanted[DD_DOCUMENTS_OF_LAST][DD_DOCUMENTS_LAST] = {
		[DD_DOCUMENTS_OF_ALL] = {"INTEGER PRIMARY KEY (rowid>?)",
			"INTEGER PRIMARY KEY (rowid<?)", "document_date (<expr>>? AND <expr><?)"},
		[DD_DOCUMENTS_OF_TYPE] = {"document_type (<expr>=? AND id>?)",
			"document_type (<expr>=? AND id<?)",
			"document_type_date (<expr>=? AND <expr>>? AND <expr><?)"},
		[DD_DOCUMENTS_OF_STATE] = {"reading_state (state=? AND document_id>?)",
			"reading_state (state=? AND document_id<?)", "reading_state (state=?)"},
	};
	static const char *const any[DD_DOCUMENTS_OF_LAST] = {
		[DD_DOCUMENTS_OF_DATES] = "document_date (<expr>>? AND <expr><?)",
		[DD_DOCUMENTS_OF_ISSUER] = "document_issuer (issuer_key>? AND issuer_key<?)",
		[DD_DOCUMENTS_OF_NUMBER] = "document_number (number_key>? AND number_key<?)",
		[DD_DOCUMENTS_OF_UNIT] = "INTEGER PRIMARY KEY (rowid=?)",
	};
	g_autoptr(DdStore) store = dd_store_test_open(url, NOW);
	const DdDbEngine engine = dd_engine_of(url);
	for (DdDocumentsOf of = 0; of < DD_DOCUMENTS_OF_LAST; of++)
		for (DdDocumentOrder order = 0; order < DD_DOCUMENTS_LAST; order++) {
			g_autoptr(GError) error = NULL;
			g_assert_true(of == DD_DOCUMENTS_OF_ALL ||
				      dd_db_prepare(dd_store_get_db(store),
					      &dd_document_count_sql[of], &error));
			const char *index = any[of] != NULL ? any[of] : wanted[of][order];
			g_assert_true(dd_db_prepare(
				dd_store_get_db(store), &dd_document_sql[of][order], &error));
			if (engine != DD_DB_SQLITE)
				continue;
			g_autofree char *plan = explain(
				store, engine, dd_document_sql[of][order].own[engine]);
			const char *sorts = strstr(plan, SORTS);
			const bool walks = any[of] == NULL && (of != DD_DOCUMENTS_OF_STATE ||
								      order != DD_DOCUMENTS_BY_DATE);
			if ((walks && strstr(sorts + strlen(SORTS), SORTS) != NULL) ||
				strstr(plan, index) == NULL || strstr(plan, "SCAN d") != NULL ||
				strstr(plan, "SCAN r") != NULL)
				g_error("%u by %u is not %s: %.1000s", of, order, index, plan);
		}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/document-list/lists", test_lists);
	dd_engine_test_add("/document-list/plans", test_plans);
	return g_test_run();
}
