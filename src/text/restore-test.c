/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-test.c: short damaged names and phrases */
#include "restore.h"

#include <string.h>

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

static void
test_rows(void)
{
	g_autoptr(DdRestorer) restorer = dd_restorer_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	dd_restorer_learn(restorer, taught);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(
			dd_restore(restorer, rows[i].broken, strlen(rows[i].broken), arena, NULL),
			==, rows[i].whole);
}

static void
test_places(void)
{
	g_autoptr(DdRestorer) restorer = dd_restorer_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	static const char text[] = "Nghi quy ét,  các hbi";
	DdRestoredWord *words;
	size_t n;
	uint8_t confidence;
	dd_restorer_learn(restorer, taught);
	const char *whole = dd_restore_words(
		restorer, NULL, text, strlen(text), arena, &confidence, &words, &n);
	g_assert_cmpstr(whole, ==, "Nghị quyết, các hội");
	g_assert_cmpuint(n, ==, 4);
	g_assert_cmpuint(words[1].in, ==, 5);
	g_assert_cmpuint(words[1].in_end, ==, strlen("Nghi quy ét,"));
	g_assert_cmpstr(whole + words[2].out, ==, "các hội");
	g_assert_cmpuint(confidence, >, 50);
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
	g_test_add_func("/restore/bounds", test_bounds);
	return g_test_run();
}
