/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width-test.c: columns of letters and marks, line breaks, harmless text */
#include "width.h"

#include <string.h>

static void
test_measure(void)
{
	static const struct {
		const char *text;
		unsigned columns;
	} cases[] = {
		{"", 0}, {"abc", 3}, {"Ủy ban nhân dân", 15},
		{"U\xcc\x89y", 2},        /* NFD: U, hook above, y */
		{"e\xcc\x82\xcc\xa3", 1}, /* two marks on one letter */
		{"Đôn đốc", 7}, {"– — “ ” …", 9}, {"漢字", 4},
		{"a\xe2\x80\x8b"
		 "b",
			2}, /* zero-width space */
		{"a\xc2\xad"
		 "b",
			2}, /* soft hyphen */
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpuint(dd_width_measure(cases[i].text, strlen(cases[i].text)), ==,
			cases[i].columns);
}

static char *
wrap(const char *text, unsigned width)
{
	GString *out = g_string_new(NULL);
	const char *line;
	size_t len;
	while (dd_width_next_line(&text, width, &line, &len)) {
		g_assert_cmpuint(dd_width_measure(line, len), <=, MAX(width, 2));
		g_string_append_len(out, line, (gssize)len);
		g_string_append_c(out, '|');
	}
	return g_string_free(out, FALSE);
}

static void
test_wrap(void)
{
	static const struct {
		const char *text;
		unsigned width;
		const char *lines;
	} cases[] = {
		{"", 10, ""},
		{"   ", 10, ""},
		{"một hai ba", 10, "một hai ba|"},
		{"một hai ba", 9, "một hai|ba|"},
		{"một hai ba", 7, "một hai|ba|"},
		{"một  hai   ba", 4, "một|hai|ba|"},
		{"mộthaiba", 3, "một|hai|ba|"},
		{"a mộthaiba", 4, "a|mộth|aiba|"},
		{"e\xcc\x82\xcc\xa3"
		 "e\xcc\x82\xcc\xa3",
			1, "e\xcc\x82\xcc\xa3|e\xcc\x82\xcc\xa3|"},
		{"漢字", 1, "漢|字|"},
		{"漢字漢", 4, "漢字|漢|"},
		{" đầu cuối ", 20, "đầu cuối|"},
		{"abc def", 3, "abc|def|"},
		{"abc ", 3, "abc|"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *lines = wrap(cases[i].text, cases[i].width);
		g_assert_cmpstr(lines, ==, cases[i].lines);
	}
}

static void
test_clean(void)
{
	static const struct {
		const char *text, *clean;
	} cases[] = {
		{NULL, ""},
		{"Sở Y tế", "Sở Y tế"},
		{"a\033[31mb", "a [31mb"},
		{"a\nb\tc\x7f", "a b c "},
		{"a\xc2\x9b"
		 "31mb",
			"a 31mb"}, /* C1: the one-letter escape */
		{"a\xe2\x80\xae"
		 "b\xe2\x81\xa6",
			"a b "}, /* right-to-left override, isolate */
		{"a\xff"
		 "b",
			"a\xef\xbf\xbd"
			"b"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *clean = dd_width_clean(cases[i].text);
		g_assert_cmpstr(clean, ==, cases[i].clean);
	}
}

/* A megabyte without a blank, and one of blanks and marks: in no time, and nothing lost */
static void
test_long(void)
{
	static const char *const pieces[] = {"x", "ệ", "e\xcc\x82\xcc\xa3", "\xcc\x82", "a ", " "};
	for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new("ab ");
		while (text->len < 1 << 20)
			g_string_append(text, pieces[i]);
		const char *at = text->str, *line;
		size_t len, letters = 0, wanted = 0;
		while (dd_width_next_line(&at, 40, &line, &len))
			for (size_t k = 0; k < len; k++)
				letters += line[k] != ' ';
		for (size_t k = 0; k < text->len; k++)
			wanted += text->str[k] != ' ';
		g_assert_cmpuint(letters, ==, wanted);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/width/measure", test_measure);
	g_test_add_func("/width/wrap", test_wrap);
	g_test_add_func("/width/clean", test_clean);
	g_test_add_func("/width/long", test_long);
	return g_test_run();
}
