/* SPDX-License-Identifier: GPL-3.0-or-later */
/* header-test.c: fields as browsers and programs write them, and as nobody should */
#include "header.h"

static void
test_cookie(void)
{
	static const struct {
		const char *field, *value;
	} rows[] = {{"dondoc=abc", "abc"}, {"a=b; dondoc=abc", "abc"}, {"dondoc=abc;a=b", "abc"},
		{"dondoc=", ""}, {" dondoc=a=b ", "a=b"}, {"dondoc=a; dondoc=b", NULL},
		{"Dondoc=a", NULL}, {"xdondoc=a", NULL}, {"dondoc", NULL}, {"", NULL}, {NULL, NULL},
		{";;=;", NULL}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *value = dd_header_get_cookie(rows[i].field, "dondoc");
		g_assert_cmpstr(value, ==, rows[i].value);
	}
}

static void
test_bearer(void)
{
	g_assert_cmpstr(dd_header_get_bearer("Bearer abc"), ==, "abc");
	g_assert_cmpstr(dd_header_get_bearer("bearer   abc"), ==, "abc");
	g_assert_null(dd_header_get_bearer("Basic abc"));
	g_assert_null(dd_header_get_bearer("Bearer"));
	g_assert_null(dd_header_get_bearer(NULL));
}

static void
test_accept(void)
{
	static const struct {
		const char *field;
		DdCoding coding;
	} rows[] = {{NULL, DD_CODING_NONE}, {"", DD_CODING_NONE}, {"identity", DD_CODING_NONE},
		{"gzip", DD_CODING_GZIP}, {"GZIP", DD_CODING_GZIP}, {"br", DD_CODING_BROTLI},
		{"gzip, deflate, br", DD_CODING_BROTLI}, {"br;q=0.5, gzip", DD_CODING_GZIP},
		{"br;q=0.999, gzip;q=0.998", DD_CODING_BROTLI},
		{"br;q=0, gzip;q=0.5", DD_CODING_GZIP}, {"gzip;q=0", DD_CODING_NONE},
		{"gzip; q=0.000", DD_CODING_NONE}, {"*", DD_CODING_BROTLI},
		{"deflate, *;q=0.1", DD_CODING_BROTLI}, {"*, br;q=0", DD_CODING_GZIP},
		{"*;q=0", DD_CODING_NONE}, {"*, gzip;q=0, br; q=0", DD_CODING_NONE},
		{"identity, br;q=0.5", DD_CODING_NONE}, {"identity;q=0.5, br", DD_CODING_BROTLI},
		{"gzip;q=x", DD_CODING_NONE}, {"gzip;q=2", DD_CODING_NONE},
		{"gzip;q=0.1234", DD_CODING_NONE}, {"gzip;q=", DD_CODING_NONE},
		{"gzip;x=1;q=0.1", DD_CODING_GZIP}, {"gzip\t;q=1.000", DD_CODING_GZIP}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_test_message("%s", rows[i].field);
		g_assert_cmpint(dd_header_pick_coding(rows[i].field), ==, rows[i].coding);
	}
	g_assert_true(dd_header_accepts_type(NULL, "application/json"));
	g_assert_true(dd_header_accepts_type("text/html, application/*;q=0.2", "application/json"));
	g_assert_true(dd_header_accepts_type("*/*", "application/json"));
	g_assert_false(dd_header_accepts_type("application/json;q=0", "application/json"));
	g_assert_false(dd_header_accepts_type("text/html", "application/json"));
	g_assert_true(dd_header_is_type("Application/JSON; charset=utf-8", "application/json"));
	g_assert_false(dd_header_is_type("application/jsonp", "application/json"));
	g_assert_false(dd_header_is_type(NULL, "application/json"));
}

static void
test_versions(void)
{
	static const struct {
		const char *field;
		int64_t version; /* -1 none */
	} rows[] = {{"\"7\"", 7}, {"W/\"7\"", 7}, {"\"7.2026-11-22\"", 7}, {" \"12\" ", 12},
		{"7", -1}, {"*", -1}, {"\"\"", -1}, {"\"x\"", -1}, {"\"1\", \"2\"", -1},
		{"\"9999999999999999999999\"", -1}, {"\"7x\"", -1}, {"", -1}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		int64_t version = -1;
		g_test_message("%s", rows[i].field);
		g_assert_cmpint(
			dd_header_get_version(rows[i].field, &version), ==, rows[i].version >= 0);
		g_assert_cmpint(version, ==, rows[i].version);
	}
	g_assert_true(dd_header_matches("\"a\", W/\"7\"", "\"7\""));
	g_assert_true(dd_header_matches("*", "\"7\""));
	g_assert_false(dd_header_matches("\"77\"", "\"7\""));
	g_assert_false(dd_header_matches("", "\"7\""));
}

static void
test_range(void)
{
	static const struct {
		const char *field;
		uint64_t size;
		DdRangeKind kind;
		uint64_t first, last;
	} rows[] = {{"bytes=0-9", 100, DD_RANGE_PART, 0, 9}, {"bytes=90-", 100, DD_RANGE_PART, 90, 99},
		{"bytes=-5", 100, DD_RANGE_PART, 95, 99}, {"bytes=-500", 100, DD_RANGE_PART, 0, 99},
		{"bytes=50-500", 100, DD_RANGE_PART, 50, 99},
		{"bytes=100-", 100, DD_RANGE_OUTSIDE, 0, 0}, {"bytes=-0", 100, DD_RANGE_OUTSIDE, 0, 0},
		{"bytes=0-", 0, DD_RANGE_OUTSIDE, 0, 0}, {"bytes=9-5", 100, DD_RANGE_ALL, 0, 0},
		{"bytes=0-1,3-4", 100, DD_RANGE_ALL, 0, 0}, {"bytes=a-", 100, DD_RANGE_ALL, 0, 0},
		{"bytes=99999999999999999999-", 100, DD_RANGE_ALL, 0, 0},
		{"items=0-1", 100, DD_RANGE_ALL, 0, 0}, {NULL, 100, DD_RANGE_ALL, 0, 0},
		{"bytes=", 100, DD_RANGE_ALL, 0, 0}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		uint64_t first = 0, last = 0;
		g_test_message("%s", rows[i].field != NULL ? rows[i].field : "none");
		g_assert_cmpint(dd_header_get_range(rows[i].field, rows[i].size, &first, &last), ==,
			rows[i].kind);
		g_assert_cmpuint(first, ==, rows[i].first);
		g_assert_cmpuint(last, ==, rows[i].last);
	}
}

static void
test_client(void)
{
	static const char *const proxies[] = {"127.0.0.1", "10.0.0.1", "::1", NULL};
	static const struct {
		const char *field, *peer, *client;
	} rows[] = {{NULL, "127.0.0.1", "127.0.0.1"}, {"203.0.113.7", "127.0.0.1", "203.0.113.7"},
		{"203.0.113.7", "198.51.100.1", "198.51.100.1"},
		{"6.6.6.6, 203.0.113.7", "127.0.0.1", "203.0.113.7"},
		{"203.0.113.7, 10.0.0.1", "::1", "203.0.113.7"},
		{"2001:db8::7", "127.0.0.1", "2001:db8::7"},
		{"203.0.113.7, nowhere", "127.0.0.1", "127.0.0.1"}, {"", "127.0.0.1", "127.0.0.1"},
		{", ,", "127.0.0.1", "127.0.0.1"}, {"10.0.0.1, 10.0.0.1", "127.0.0.1", "10.0.0.1"}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *client = dd_header_get_client(rows[i].field, rows[i].peer, proxies);
		g_assert_cmpstr(client, ==, rows[i].client);
	}
	g_assert_true(dd_header_is_request_id("a-1_B.2"));
	g_assert_false(dd_header_is_request_id(""));
	g_assert_false(dd_header_is_request_id("a b"));
	g_assert_false(dd_header_is_request_id(
		"12345678901234567890123456789012345678901234567890123456789012345"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/header/cookie", test_cookie);
	g_test_add_func("/header/bearer", test_bearer);
	g_test_add_func("/header/accept", test_accept);
	g_test_add_func("/header/versions", test_versions);
	g_test_add_func("/header/range", test_range);
	g_test_add_func("/header/client", test_client);
	return g_test_run();
}
