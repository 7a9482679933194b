/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-test.c: short damaged names and phrases */
#include "restore.h"

#include <string.h>

#include "ngram-builder.h"

static const char taught[] =
	"# passed over: xyz\n"
	"bảo vệ, chăm sóc trẻ em và bình đẳng giới; công tác xã hội; trung tâm; phòng lao động - "
	"thương binh và xã hội; phòng bảo vệ\n"
	"Hà Tĩnh; xã hội tỉnh; thường trực HĐND tỉnh; nghị quyết; chủ trương, chính sách; các hội "
	"nghị";

static const struct {
	const char *broken, *whole;
} rows[] = {
	{"Phòng B4o vê, ch4m sóc tré em và Binh ding gioi",
		"Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới"},
	{"Trung t4m C6ng tac x4 hbi.", "Trung tâm Công tác xã hội."},
	{"Phòng Lao dông - Thuong binh va X4 h6i", "Phòng Lao động - Thương binh và Xã hội"},
	{"Nghi quy ét", "Nghị quyết"},
	{"chi trw ong, chinh sich", "chủ trương, chính sách"},
	{"Lao dông-x4 h6i, KG-VX", "Lao động-xã hội, KG-VX"},
	{"xã hi tinh, Ha Tinh", "xã hội tỉnh, Hà Tĩnh"},
	{"BÌNH ĐANG GIOI", "BÌNH ĐẲNG GIỚI"},
	/* what is not known is kept: places, people, figures, numbers of documents */
	{"Xyloto Qwer", "Xyloto Qwer"},
	{"50/NQ-CP 17/4/2020 (12)", "50/NQ-CP 17/4/2020 (12)"},
	{"  ", ""},
	{"", ""},
};

/* Returns: (transfer full) the table of @text, every phrase of it counted @weight times */
static DdNgrams *
new_table(const char *text, unsigned weight)
{
	g_autoptr(DdNgramBuilder) builder = dd_ngram_builder_new();
	g_autoptr(GError) error = NULL;
	dd_ngram_builder_add_text(builder, text, weight);
	g_autoptr(GBytes) bytes = dd_ngram_builder_finish(builder);
	DdNgrams *table = dd_ngrams_new(bytes, &error);
	g_assert_no_error(error);
	return table;
}

static DdRestorer *
new_restorer(void)
{
	DdRestorer *self = dd_restorer_new();
	dd_restorer_take_table(self, new_table(taught, 20), 0, 0);
	return self;
}

static void
test_rows(void)
{
	g_autoptr(DdRestorer) restorer = new_restorer();
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(
			dd_restore(restorer, rows[i].broken, strlen(rows[i].broken), arena, NULL),
			==, rows[i].whole);
}

static void
test_places(void)
{
	g_autoptr(DdRestorer) restorer = new_restorer();
	g_autoptr(DdArena) arena = dd_arena_new();
	static const char text[] = "Nghi quy ét,  các hbi";
	DdRestoredWord *words;
	size_t n;
	uint8_t confidence;
	const char *whole = dd_restore_words(
		restorer, NULL, text, strlen(text), arena, &confidence, &words, &n);
	g_assert_cmpstr(whole, ==, "Nghị quyết, các hội");
	g_assert_cmpuint(n, ==, 4);
	g_assert_cmpuint(words[1].in, ==, 5);
	g_assert_cmpuint(words[1].in_end, ==, strlen("Nghi quy ét,"));
	g_assert_cmpstr(whole + words[2].out, ==, "các hội");
	g_assert_cmpuint(confidence, >, 50);
	g_assert_cmpuint(words[1].out_end - words[1].out, ==, strlen("quyết,"));
	g_assert_true(words[1].changed);
	g_assert_cmpuint(words[1].confidence, >, 50);
}

/* What lost its marks only gets marks only: no letter is taken for another, and a word that has marks is left alone. */
static void
test_bare(void)
{
	static const char text[] =
		"phong bao ve, cham soc tre em va binh dang gioi, cong tac xa hoi";
	static const char partly[] = "phòng bao vé, cham sox tre em";
	g_autoptr(DdRestorer) restorer = new_restorer();
	g_autoptr(DdArena) arena = dd_arena_new();
	DdRestoreCache *cache = dd_restore_cache_new(DD_RESTORE_BARE);
	g_assert_cmpint(dd_restorer_judge(restorer, text, strlen(text)), ==, DD_RESTORE_BARE);
	g_assert_cmpint(dd_restorer_judge(restorer, taught, strlen(taught)), ==, DD_RESTORE_SCAN);
	static const char english[] = "the plan of the office is to be sent before the end of June";
	g_assert_cmpint(dd_restorer_judge(restorer, english, strlen(english)), ==, DD_RESTORE_NOT);
	g_assert_cmpstr(dd_restore_words(restorer, cache, text, strlen(text), arena, NULL, NULL, NULL),
		==, "phòng bảo vệ, chăm sóc trẻ em và bình đẳng giới, công tác xã hội");
	g_assert_cmpstr(
		dd_restore_words(restorer, cache, partly, strlen(partly), arena, NULL, NULL, NULL),
		==, "phòng bảo vé, chăm sox trẻ em");
	dd_restore_cache_free(cache);
}

/* Clean text comes back as it is, every word of it. */
static void
test_clean(void)
{
	static const char text[] =
		"Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới; công tác xã hội tỉnh";
	g_autoptr(DdRestorer) restorer = new_restorer();
	g_autoptr(DdArena) arena = dd_arena_new();
	DdRestoredWord *words;
	size_t n;
	g_assert_cmpstr(dd_restore_words(restorer, NULL, text, strlen(text), arena, NULL, &words, &n),
		==, text);
	for (size_t i = 0; i < n; i++)
		g_assert_false(words[i].changed);
}

/* What one table does not know, the next may; one that is dearer gives way where both know a word */
static void
test_tables(void)
{
	static const char text[] = "xa hoi va cong doan";
	g_autoptr(DdRestorer) restorer = new_restorer();
	g_autoptr(DdArena) arena = dd_arena_new();
	DdRestoreCache *before = dd_restore_cache_new(DD_RESTORE_BARE),
		       *behind = dd_restore_cache_new(DD_RESTORE_BARE);
	g_assert_cmpstr(dd_restore_words(restorer, before, text, strlen(text), arena, NULL, NULL, NULL),
		==, "xã hội và công doan");
	dd_restorer_take_table(restorer, new_table("công đoàn; xà hồi", 1), 8, 8);
	g_assert_cmpstr(dd_restore_words(restorer, behind, text, strlen(text), arena, NULL, NULL, NULL),
		==, "xã hội và công đoàn");
	dd_restore_cache_free(before);
	dd_restore_cache_free(behind);
	/* more than there is room for are passed over */
	for (size_t i = 0; i < DD_RESTORE_TABLES; i++)
		dd_restorer_take_table(restorer, new_table("công", 1), 0, 0);
}

/* An empty restorer changes nothing, long texts are cut off at a blank */
static void
test_bounds(void)
{
	g_autoptr(DdRestorer) restorer = dd_restorer_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 9000)
		g_string_append(text, "x4 hbi ");
	g_string_append_c(text, '.');
	g_assert_cmpstr(dd_restore(restorer, text->str, text->len, arena, NULL), ==, text->str);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/restore/rows", test_rows);
	g_test_add_func("/restore/places", test_places);
	g_test_add_func("/restore/bare", test_bare);
	g_test_add_func("/restore/clean", test_clean);
	g_test_add_func("/restore/tables", test_tables);
	g_test_add_func("/restore/bounds", test_bounds);
	return g_test_run();
}
