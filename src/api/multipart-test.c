/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multipart-test.c: forms with files, whole and in pieces, and what is no form */
#include "multipart.h"

#include "error.h"
#include "maxima.h"

#include <string.h>

#define TYPE "multipart/form-data; boundary=xYz"
#define PART(name) "--xYz\r\nContent-Disposition: form-data; " name "\r\n\r\n"

typedef struct {
	const char *name, *body;
	const char *told; /* "name|file|bytes;" of each part; NULL: refused */
} Row;

static const Row rows[] = {
	{"one file", PART("name=\"f\"; filename=\"a.txt\"") "một\r\nhai\r\n--xYz--\r\n",
		"f|a.txt|một\r\nhai;"},
	{"a field and two files",
		PART("name=f") "v\r\n" PART("name=\"f\"; filename=\"a\"") "1\r\n" PART(
			"name=\"f\"; filename=\"b\"") "2\r\n--xYz--",
		"f|-|v;f|a|1;f|b|2;"},
	{"empty", PART("name=f; filename=\"\"") "\r\n--xYz--", "f||;"},
	{"what is nearly a mark", PART("name=f; filename=a") "\r\r\n\r\n--xY\r\n--xYz--",
		"f|a|\r\r\n\r\n--xY;"},
	{"other fields", "--xYz\r\nContent-Type: text/plain\r\ncontent-disposition:form-data;name=f;filename=a\r\nX: y\r\n\r\nb\r\n--xYz--",
		"f|a|b;"},
	{"quotes in a name", PART("name=f; filename=\"a\\\"b%22c;d.txt\"") "b\r\n--xYz--",
		"f|a\"b\"c;d.txt|b;"},
	{"folders", PART("name=f; filename=\"C:\\dir\\../x/k\xe1\xba\xbf.txt\"") "b\r\n--xYz--",
		"f|kế.txt|b;"},
	{"behind the end anything", PART("name=f") "b\r\n--xYz--\r\nrest --xYz", "f|-|b;"},
	{"none", "--xYz--", ""},
	{"nothing", "", NULL},
	{"text before it", "a\r\n" PART("name=f") "b\r\n--xYz--", NULL},
	{"another boundary", "--abc\r\n", NULL},
	{"no end", PART("name=f") "b\r\n--xYz", NULL},
	{"no end of the part", PART("name=f") "b", NULL},
	{"a mark that goes on", PART("name=f") "b\r\n--xYzA", NULL},
	{"no name", PART("filename=a") "b\r\n--xYz--", NULL},
	{"no disposition", "--xYz\r\n\r\nb\r\n--xYz--", NULL},
	{"two of them", "--xYz\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n\r\n--xYz--",
		NULL},
	{"another disposition",
		"--xYz\r\nContent-Disposition: attachment; name=a\r\n\r\n\r\n--xYz--", NULL},
	{"a name twice", PART("name=a; name=b") "\r\n--xYz--", NULL},
	{"quotes that do not end", PART("name=\"a") "\r\n--xYz--", NULL},
	{"broken UTF-8", PART("name=\"\xff\"") "\r\n--xYz--", NULL},
	{"a bare line feed", "--xYz\r\nContent-Disposition: form-data; name=a\n\r\n\r\n--xYz--", NULL},
};

typedef struct {
	GString *told;
	bool open;
} Taken;

static bool
begin(const char *name, const char *file, void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_false(taken->open);
	taken->open = true;
	g_string_append_printf(taken->told, "%s|%s|", name, file != NULL ? file : "-");
	return true;
}

static bool
take(const char *bytes, size_t len, void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_true(taken->open);
	g_assert_cmpuint(len, >, 0);
	g_string_append_len(taken->told, bytes, (gssize)len);
	return true;
}

static bool
end(void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_true(taken->open);
	taken->open = false;
	g_string_append_c(taken->told, ';');
	return true;
}

/* Returns: (transfer full) what was told, NULL when it was refused; @step: bytes at a time */
static char *
parse(const char *type, const char *body, size_t len, size_t step, GError **error)
{
	Taken taken = {g_string_new(NULL), false};
	const DdMultipartSink sink = {begin, take, end, &taken};
	g_autoptr(DdMultipart) form = dd_multipart_new(type, &sink, error);
	bool good = form != NULL;
	for (size_t at = 0; good && at < len; at += step)
		good = dd_multipart_feed(form, body + at, MIN(step, len - at), error);
	good = good && dd_multipart_finish(form, error);
	return g_string_free(taken.told, !good);
}

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		size_t len = strlen(rows[i].body);
		for (size_t step = 1; step <= len + 1; step++) {
			g_autoptr(GError) error = NULL;
			g_autofree char *told = parse(TYPE, rows[i].body, len, step, &error);
			g_test_message("%s, %zu at a time", rows[i].name, step);
			g_assert_cmpstr(told, ==, rows[i].told);
			g_assert_true((told == NULL) == (error != NULL));
		}
	}
}

static void
test_boundaries(void)
{
	static const char *const bad[] = {"multipart/form-data",
		"multipart/form-data; boundary=", "multipart/form-data; boundary=\"a",
		"multipart/form-data; boundary=a\"b", "multipart/form-data; boundary=\"a\\\"b\"",
		"multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a; boundary=b",
		"multipart/form-data; boundary=a;", "multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901"};
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *told = parse(bad[i], "", 0, 1, &error);
		g_test_message("%s", bad[i]);
		g_assert_null(told);
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	g_autofree char *told = parse(
		"multipart/form-data; charset=utf-8; BOUNDARY=\"a b\"", "--a b--", 7, 7, NULL);
	g_assert_cmpstr(told, ==, "");
}

static void
assert_too_large(const GString *body)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *told = parse(TYPE, body->str, body->len, 1000, &error);
	g_assert_null(told);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

static void
test_bounds(void)
{
	g_autoptr(GString) parts = g_string_new(NULL);
	g_autoptr(GString) lines = g_string_new("--xYz\r\n");
	g_autoptr(GString) line = g_string_new("--xYz\r\n");
	for (int i = 0; i <= DD_MAX_FORM_PARTS; i++)
		g_string_append(parts, PART("name=f") "v\r\n");
	assert_too_large(parts);
	for (int i = 0; i <= DD_MAX_PART_LINES; i++)
		g_string_append(lines, "X: y\r\n");
	assert_too_large(lines);
	for (int i = 0; i <= DD_MAX_PART_LINE_BYTES; i++)
		g_string_append_c(line, 'a');
	assert_too_large(line);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/multipart/rows", test_rows);
	g_test_add_func("/multipart/boundaries", test_boundaries);
	g_test_add_func("/multipart/bounds", test_bounds);
	return g_test_run();
}
