/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member-name-test.c: names in archives, and which files in them are worth taking out */
#include "member-name.h"

#include <string.h>

#include "maxima.h"
#include "member-kind.h"

static void
test_names(void)
{
	static const struct {
		const char *bytes, *name;
	} cases[] = {
		{"", "?"},
		{"a.txt", "a.txt"},
		{"k\\a.txt", "k/a.txt"},
		{"../../a", "../../a"},
		{"Kế hoạch.docx", "Kế hoạch.docx"},
		{"Ke\xCC\x82\xCC\x81 hoa\xCC\xA3"
		 "ch",
			"Kế hoạch"}, /* NFD, as macOS writes */
		{"k\xD5 ho\xB9"
		 "ch s\xE8 12 c\xF1"
		 "a huy\xD6n.doc",
			"kế hoạch số 12 của huyện.doc"}, /* TCVN3 */
		{"r\x82sum\x82", "résumé"},              /* CP437 */
		{"\x80\xFF", "Ç "},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = dd_member_name(cases[i].bytes);
		g_assert_cmpstr(name, ==, cases[i].name);
	}
}

/* Cut behind a whole letter, whatever the name grows to */
static void
test_long_names(void)
{
	for (size_t more = 0; more < 4; more++) {
		g_autoptr(GString) bytes = g_string_new_len("xxxx", (gssize)more);
		while (bytes->len < 2 * (gsize)DD_MAX_MEMBER_NAME_BYTES)
			g_string_append(bytes, "ế");
		g_autofree char *name = dd_member_name(bytes->str);
		g_assert_cmpuint(strlen(name), <=, DD_MAX_MEMBER_NAME_BYTES);
		g_assert_true(g_utf8_validate(name, -1, NULL));
	}
	g_autofree char *wide = g_strnfill(DD_MAX_MEMBER_NAME_BYTES + 9, '\xB0');
	g_autofree char *name = dd_member_name(wide);
	g_assert_cmpuint(strlen(name), <=, DD_MAX_MEMBER_NAME_BYTES);
	g_assert_true(g_utf8_validate(name, -1, NULL));
}

static void
test_litter(void)
{
	static const char *const litter[] = {
		"__MACOSX/a.docx", "a/._b.docx", ".DS_Store", "a/Thumbs.db", "Desktop.INI"};
	static const char *const plans[] = {"a.docx", "a/b.txt", "Thumbs.db.txt", "x__MACOSX/a"};
	for (size_t i = 0; i < G_N_ELEMENTS(litter); i++)
		g_assert_true(dd_member_is_litter(litter[i]));
	for (size_t i = 0; i < G_N_ELEMENTS(plans); i++)
		g_assert_false(dd_member_is_litter(plans[i]));
}

static void
test_kinds(void)
{
	static const guint8 binary[] = "\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7";
	g_assert_true(dd_member_is_readable((const guint8 *)"%PDF-1.7", 8));
	g_assert_true(dd_member_is_readable((const guint8 *)"PK\3\4", 4));
	g_assert_true(dd_member_is_readable((const guint8 *)"a", 1));
	g_assert_false(dd_member_is_readable(binary, sizeof(binary)));
	g_assert_false(dd_member_is_readable(binary, 0));
	/* the beginning ends inside of a letter, wherever it does */
	for (size_t more = 0; more < 4; more++) {
		g_autoptr(GString) text = g_string_new_len("xxxx", (gssize)more);
		while (text->len < DD_MEMBER_HEAD_BYTES + 100)
			g_string_append(text, "ế ");
		g_assert_true(dd_member_is_readable((const guint8 *)text->str, text->len));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/member/names", test_names);
	g_test_add_func("/member/long-names", test_long_names);
	g_test_add_func("/member/litter", test_litter);
	g_test_add_func("/member/kinds", test_kinds);
	return g_test_run();
}
