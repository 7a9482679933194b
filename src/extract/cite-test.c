/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-test.c: citations as plans write them, clean, broken into lines and badly scanned */
#include "cite-cases-test-support.h"

#include <string.h>

static char *
describe(GArray *citations)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < citations->len; i++) {
		const DdCitation *c = &g_array_index(citations, DdCitation, i);
		char date[32] = "-";
		if (c->date.year != 0)
			g_snprintf(date, sizeof(date), "%04d-%02d-%02d", c->date.year,
				c->date.month, c->date.day);
		static const char *const relations[] = {
			"mentions", "basis", "implements", "amends", "attached_to"};
		g_string_append_printf(out, "%s%s|%s|%s|%s|%s|%s\n", c->number == NULL ? "=" : "",
			c->number == NULL ? c->raw : c->type, c->number == NULL ? "-" : c->number,
			date, c->issuer == NULL ? "-" : c->issuer, relations[c->relation],
			c->clause == NULL ? "-" : c->clause);
	}
	return g_string_free(out, FALSE);
}

typedef struct {
	DdLexicon *lexicon;
	DdTimeGrammar *times;
	DdCiteGrammar *cites;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->lexicon = dd_lexicon_new();
	fixture->times = dd_time_grammar_new(fixture->lexicon);
	fixture->cites = dd_cite_grammar_new(fixture->lexicon, fixture->times);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
	(void)data;
	dd_cite_grammar_free(fixture->cites);
	dd_time_grammar_free(fixture->times);
	dd_lexicon_free(fixture->lexicon);
}

static char *
read_text(const Fixture *fixture, const char *text, DdCitePlace place, DdDamage damage)
{
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) citations = g_array_new(FALSE, TRUE, sizeof(DdCitation));
	dd_tokens_scan(&tokens, fixture->lexicon, damage, text, 0, strlen(text));
	dd_cite_scan(fixture->cites, &tokens, 0, tokens.n, place, arena, citations);
	dd_cite_finish(arena, citations);
	return describe(citations);
}

typedef struct {
	const DdCiteCase *cases;
	size_t n;
} Table;

/* Returns: table @i of the cases; empty behind the last */
static Table
table_at(size_t i)
{
	const Table tables[] = {
		{dd_cite_cases, dd_cite_n_cases},
		{dd_cite_number_cases, dd_cite_n_number_cases},
		{dd_cite_name_cases, dd_cite_n_name_cases},
	};
	return i < G_N_ELEMENTS(tables) ? tables[i] : (Table){NULL, 0};
}

static void
check_row(const Fixture *fixture, const DdCiteCase *row, const char *text)
{
	g_autofree char *found = read_text(fixture, text, row->place, row->damage);
	if (strcmp(found, row->found) != 0)
		g_test_message("text: %s", text);
	g_assert_cmpstr(found, ==, row->found);
}

static void
test_rows(Fixture *fixture, gconstpointer data)
{
	(void)data;
	for (size_t t = 0; table_at(t).n > 0; t++)
		for (size_t i = 0; i < table_at(t).n; i++)
			check_row(fixture, &table_at(t).cases[i], table_at(t).cases[i].text);
}

/* Line breaks instead of blanks change nothing */
static void
test_broken_lines(Fixture *fixture, gconstpointer data)
{
	(void)data;
	for (size_t t = 0; table_at(t).n > 0; t++) {
		for (size_t i = 0; i < table_at(t).n; i++) {
			const DdCiteCase *row = &table_at(t).cases[i];
			g_autofree char *broken = g_strdelimit(g_strdup(row->text), " ", '\n');
			if (strchr(row->text, '\n') == NULL)
				check_row(fixture, row, broken);
		}
	}
}

static void
test_short_names(Fixture *fixture, gconstpointer data)
{
	(void)data;
	static const char first[] = "Thực hiện Kế hoạch 271-KH/TU của Tỉnh ủy và Nghị quyết 20.";
	static const char second[] =
		"Thực hiện Kế hoạch số 271-KH/TU ngày 27/3/2020 của Ban Thường vụ Tỉnh ủy; "
		"Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương "
		"(sau đây gọi tắt là Nghị quyết 20-NQ/TW).";
	static const char third[] =
		"Đưa nội dung kiểm tra việc thực hiện Nghị quyết vào chương trình. "
		"Sơ kết Kế hoạch.";
	const char *const paragraphs[] = {first, second, third};
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) citations = g_array_new(FALSE, TRUE, sizeof(DdCitation));
	for (size_t i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
		dd_tokens_scan(&tokens, fixture->lexicon, DD_DAMAGE_NONE, paragraphs[i], 0,
			strlen(paragraphs[i]));
		dd_cite_scan(fixture->cites, &tokens, 0, tokens.n, DD_CITE_IN_TEXT, arena, citations);
	}
	dd_cite_finish(arena, citations);
	g_autofree char *found = describe(citations);
	g_assert_cmpstr(found, ==,
		"Kế hoạch|271-KH/TU|2020-03-27|Tỉnh ủy|implements|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|implements|-\n"
		"Kế hoạch|271-KH/TU|2020-03-27|Ban Thường vụ Tỉnh ủy|implements|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|implements|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|mentions|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|implements|-\n");
	g_assert_true(g_array_index(citations, DdCitation, 0).short_form);
	g_assert_false(g_array_index(citations, DdCitation, 2).short_form);
	g_assert_true(g_array_index(citations, DdCitation, 4).short_form);
	g_assert_true(g_array_index(citations, DdCitation, 5).short_form);
}

/* A bare kind is the document that the title says is carried out, where a word points at it */
static void
test_carried(Fixture *fixture, gconstpointer data)
{
	(void)data;
	static const char title[] =
		"Thực hiện Nghị quyết số 8-NQ/TU ngày 05/01/2026 của Tỉnh ủy về giảm nghèo";
	static const char text[] = "Tuyên truyền về Nghị quyết cần đi trước; triển khai các nội "
				   "dung của Nghị quyết đến từng thôn. "
				   "Trình HĐND tỉnh ban hành Nghị quyết. Sau khi Nghị quyết được "
				   "thông qua, các sở triển khai. "
				   "Sản phẩm: Nghị quyết.";
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) citations = g_array_new(FALSE, TRUE, sizeof(DdCitation));
	dd_tokens_scan(&tokens, fixture->lexicon, DD_DAMAGE_NONE, title, 0, strlen(title));
	dd_cite_scan(fixture->cites, &tokens, 0, tokens.n, DD_CITE_IN_TITLE, arena, citations);
	dd_tokens_scan(&tokens, fixture->lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	dd_cite_scan(fixture->cites, &tokens, 0, tokens.n, DD_CITE_IN_TEXT, arena, citations);
	dd_cite_finish(arena, citations);
	g_autofree char *found = describe(citations);
	g_assert_cmpstr(found, ==,
		"Nghị quyết|8-NQ/TU|2026-01-05|Tỉnh ủy|implements|-\n"
		"Nghị quyết|8-NQ/TU|2026-01-05|Tỉnh ủy|mentions|-\n"
		"Nghị quyết|8-NQ/TU|2026-01-05|Tỉnh ủy|implements|-\n");
}

static void
cut_row(const Fixture *fixture, const DdCiteCase *row)
{
	for (const char *cut = row->text; *cut != '\0'; cut = g_utf8_next_char(cut)) {
		g_autofree char *head = g_strndup(row->text, (size_t)(cut - row->text));
		DdDamage damage = (DdDamage)((size_t)(cut - row->text) % 3);
		g_autofree char *a = read_text(fixture, head, row->place, damage);
		g_autofree char *b = read_text(fixture, cut, row->place, damage);
		g_assert_nonnull(a);
		g_assert_nonnull(b);
	}
}

/* Every cut of every third row, in every state of damage, is read without harm */
static void
test_cuts(Fixture *fixture, gconstpointer data)
{
	(void)data;
	for (size_t i = 0; i < dd_cite_n_cases; i += 3)
		cut_row(fixture, &dd_cite_cases[i]);
	for (size_t i = 0; i < dd_cite_n_number_cases; i += 3)
		cut_row(fixture, &dd_cite_number_cases[i]);
	for (size_t i = 0; i < dd_cite_n_name_cases; i += 3)
		cut_row(fixture, &dd_cite_name_cases[i]);
}
/* A repeated piece of 60,000 tokens must not take quadratic time: it takes seconds then */
static void
test_long(Fixture *fixture, gconstpointer data)
{
	(void)data;
	static const char *const pieces[] = {"Kế hoạch ", "Luật Đất đai, ", "số 5/QĐ-A, ",
		"khoản 1 ", "Nghị quyết 5, 6 và ", "các văn bản của A: ", "Chiến lược quốc gia về ",
		"Đề án \"A ", "Luật A ", "tháng ", "ban hành kèm theo ", "Quyết định số 5/QĐ-A và ",
		"(", "; ", "của UBND và ", "Chương trình a, ", "giữa A và B ", "/", "thực hiện "};
	for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
		GString *text = g_string_new("Thực hiện Quyết định số 1/QĐ-UBND ");
		while (text->len < 200000)
			g_string_append(text, pieces[i]);
		g_autofree char *found = read_text(fixture, text->str, DD_CITE_IN_TASK, DD_DAMAGE_NONE);
		g_assert_true(g_str_has_prefix(found, "Quyết định|1/QĐ-UBND|"));
		g_string_free(text, TRUE);
	}
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/cite/rows", test_rows);
	ADD("/cite/broken-lines", test_broken_lines);
	ADD("/cite/short-names", test_short_names);
	ADD("/cite/carried", test_carried);
	ADD("/cite/cuts", test_cuts);
	ADD("/cite/long", test_long);
	return g_test_run();
}
