/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package-test.c: types of parts, and files that say that they have very many */
#include "package.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

#define HEAD "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
#define NAME_BITS 15 /* 32768 names, more than may be */

/* Returns: (transfer full) what a file says whose parts are all of one hash for g_str_hash; NULL with @error */
static DdContentTypes *
read_many(unsigned n, GError **error)
{
	static const char pairs[2][3] = {"a~", "b]"};
	g_autoptr(GString) text = g_string_new(HEAD);
	for (unsigned i = 0; i < n; i++) {
		g_string_append(text, "<Override ContentType='t' PartName='/");
		for (unsigned bit = 0; bit < NAME_BITS; bit++)
			g_string_append(text, pairs[i >> bit & 1]);
		g_string_append(text, "'/>");
	}
	g_string_append(text, "</Types>");
	g_autoptr(GBytes) part = g_bytes_new_static(text->str, text->len);
	return dd_content_types_new(part, error);
}

static void
test_types(void)
{
	static const char text[] = HEAD
		"<Default Extension='XML' ContentType='Plain'/>"
		"<Override PartName='/Word/A.xml' ContentType='Main'/>"
		"<Override PartName='/word/b.xml' ContentType='main'/>"
		"<Override PartName='/word/a.xml' ContentType='late'/></Types>";
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) part = g_bytes_new_static(text, strlen(text));
	g_autoptr(DdContentTypes) types = dd_content_types_new(part, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(dd_content_types_get(types, "word/a.xml"), ==, "main");
	g_assert_cmpstr(dd_content_types_get(types, "word/c.xml"), ==, "plain");
	g_assert_null(dd_content_types_get(types, "word/c"));
	g_assert_cmpstr(dd_content_types_find(types, "main"), ==, "word/a.xml");
	g_assert_null(dd_content_types_find(types, "late"));
}

static void
test_many(void)
{
	g_assert_cmpuint(g_str_hash("a~"), ==, g_str_hash("b]"));
	for (unsigned n = DD_MAX_ZIP_ENTRIES / 4; n <= DD_MAX_ZIP_ENTRIES; n *= 2) {
		g_autoptr(GError) error = NULL;
		gint64 begin = g_get_monotonic_time();
		g_autoptr(DdContentTypes) types = read_many(n, &error);
		g_test_message("%u parts: %.0f ms", n, (double)(g_get_monotonic_time() - begin) / 1000);
		g_assert_no_error(error);
		g_assert_cmpstr(dd_content_types_get(types, "a~a~a~a~a~a~a~a~a~a~a~a~a~a~a~"), ==, "t");
	}
	g_autoptr(GError) error = NULL;
	g_autoptr(DdContentTypes) types = read_many(DD_MAX_ZIP_ENTRIES + 1, &error);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_null(types);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/package/types", test_types);
	g_test_add_func("/package/many", test_many);
	return g_test_run();
}
