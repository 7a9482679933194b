/* SPDX-License-Identifier: GPL-3.0-or-later */
/* network-test.c: which addresses are of one network, and what is no address */
#include "network.h"

#include <string.h>

static bool
is_same(const char *a, const char *b)
{
	DdNetwork first, second;
	g_assert_true(dd_network_parse(a, &first));
	g_assert_true(dd_network_parse(b, &second));
	return memcmp(&first, &second, sizeof(first)) == 0;
}

static void
test_same(void)
{
	g_assert_true(is_same("192.0.2.1", "192.0.2.1"));
	g_assert_true(is_same("192.0.2.1", "::ffff:192.0.2.1"));
	g_assert_false(is_same("192.0.2.1", "192.0.2.2"));
	g_assert_false(is_same("::ffff:192.0.2.1", "::ffff:192.0.2.2"));
	g_assert_true(is_same("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff"));
	g_assert_false(is_same("2001:db8:0:1::1", "2001:db8:0:2::1"));
}

static void
test_none(void)
{
	static const char *const none[] = {"", "?", "1", "1.2.3", "1.2.3.4 ", "1.2.3.256",
		"2001:db8::g", "2001:db8::/64", "fe80::1%eth0", "localhost"};
	DdNetwork out = {{1, 2, 3}}, kept = out;
	for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
		g_assert_false(dd_network_parse(none[i], &out));
	g_assert_true(memcmp(&out, &kept, sizeof(kept)) == 0);
}

static void
test_own(void)
{
	static const struct {
		const char *address;
		bool own;
	} rows[] = {{"127.0.0.1", true}, {"127.255.0.9", true}, {"::1", true},
		{"::ffff:127.0.0.1", true}, {"126.0.0.1", false}, {"128.0.0.1", false},
		{"0:0:0:1::", false}, {"2001:db8::1", false}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		DdNetwork network;
		g_assert_true(dd_network_parse(rows[i].address, &network));
		g_assert_true(dd_network_is_own(&network) == rows[i].own);
	}
}

static void
test_origin(void)
{
	static const char *const rows[][2] = {{"api:192.0.2.1", "api:192.0.2.1"},
		{"api:2001:db8:0:1::7", "api:2001:db8:0:1::/64"},
		{"api:2001:db8:0:1:aaaa::7", "api:2001:db8:0:1::/64"},
		{"api:::ffff:192.0.2.1", "api:192.0.2.1"}, {"api:?", "api:?"}, {"api:", "api:"},
		{"cli:a:b", "cli:a:b"}, {"máy chủ", "máy chủ"}, {"", ""}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *cut = dd_network_cut_origin(rows[i][0]);
		g_assert_cmpstr(cut, ==, rows[i][1]);
	}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/network/same", test_same);
	g_test_add_func("/network/none", test_none);
	g_test_add_func("/network/own", test_own);
	g_test_add_func("/network/origin", test_origin);
	return g_test_run();
}
