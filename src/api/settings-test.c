/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings-test.c: files of settings, and what is wrong with them: the message names it */
#include "settings.h"

#include "error.h"

#include <glib/gstdio.h>
#include <string.h>

#define OPTIONS 32

/* Takes the settings of a file with that text */
static bool
take(const char *text, gssize len, char *const *options, DdSettings *out, GError **error)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("dondoc-test-XXXXXX", &path, error);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(path, text, len, error));
	bool good = dd_settings_take(out, path, options, error);
	g_unlink(path);
	return good;
}

static void
test_good(void)
{
	static char *const none[OPTIONS] = {NULL};
	char *options[OPTIONS] = {NULL};
	char listen_at[] = "[::1]:1";
	g_auto(DdSettings) settings = {0}, empty = {0}, over = {0};
	g_autoptr(GError) error = NULL;
	g_assert_true(take("# một máy chủ\n\n [server] \n listen = 127.0.0.1:9\nlog=json\n"
			   "certificate=/a\\sb\nkey=k=1\n[server]\nrate=7\n",
		-1, none, &settings, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(settings.listen, ==, "127.0.0.1:9");
	g_assert_cmpstr(settings.certificate, ==, "/a b");
	g_assert_cmpstr(settings.key, ==, "k=1");
	g_assert_cmpint(settings.rate, ==, 7);
	g_assert_cmpint(settings.connections, ==, 1000);
	g_assert_cmpint(dd_settings_get_log(&settings), ==, DD_LOG_JSON);
	g_assert_true(take("", 0, none, &empty, &error));
	g_assert_cmpstr(empty.listen, ==, "127.0.0.1:8080");
	options[0] = listen_at;
	g_assert_true(take("[server]\nlisten=127.0.0.1:9\n", -1, options, &over, &error));
	g_assert_cmpstr(over.listen, ==, "[::1]:1");
}

static void
test_wrong(void)
{
	static const struct {
		const char *text;
		gssize len;
		const char *named;
	} rows[] = {{"[sever]\nlisten=127.0.0.1:9\n", -1, "line 1: \"[sever]\""},
		{"[server]\n[log]\n", -1, "line 2: \"[log]\""},
		{"[server]\nlog=off\n\nlog = json\n", -1, "line 4: \"log\""},
		{"[server]\nrate=1\n[server]\nrate=2\n", -1, "line 4: \"rate\""},
		{"[server]\nlisten[vi]=127.0.0.1:9\n", -1, "line 2: \"listen[vi]\""},
		{"[server]\n# x\nnix=1\n", -1, "line 3: \"nix\""},
		{"[server]\nkey=C:\\keys\\a\ncertificate=x\n", -1, "\"key\""},
		{"[server]\nlog=\\x\n", -1, "\"log\""}, {"listen=1\n", -1, "group"},
		{"[server]\nlisten\n", -1, "listen"}, {"[server]\nlog=\xff\n", -1, "UTF-8"},
		{"[server]\nlog=off\n\0nix=1\n", 23, "UTF-8"},
		{"[server]\nthreads=99\n", -1, "\"threads\""},
		{"[server]\nlog=paper\n", -1, "\"log\""},
		{"[server]\nkey=x\n", -1, "\"certificate\""}};
	static char *const none[OPTIONS] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(DdSettings) settings = {0};
		g_autoptr(GError) error = NULL;
		g_assert_false(take(rows[i].text, rows[i].len, none, &settings, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		g_test_message("%s", error->message);
		g_assert_nonnull(strstr(error->message, rows[i].named));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/settings/good", test_good);
	g_test_add_func("/settings/wrong", test_wrong);
	return g_test_run();
}
