/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secret-test.c: passwords, one-time codes and the texts of secrets, without a store */
#include "secret.h"

#include "error.h"
#include "maxima.h"
#include "password-rule.h"
#include "totp.h"

#include <glib.h>
#include <string.h>

static void
test_text(void)
{
	DdSecret secret, read;
	char text[DD_SECRET_TEXT], other[DD_SECRET_TEXT];
	for (int i = 0; i < 100; i++) {
		dd_secret_make(&secret);
		g_assert_cmpuint(strlen(dd_secret_format(&secret, text)), ==, DD_SECRET_TEXT - 1);
		g_assert_true(dd_secret_parse(text, &read) && dd_secret_equals(&secret, &read));
		dd_secret_make(&read);
		g_assert_cmpstr(text, !=, dd_secret_format(&read, other));
		g_assert_false(dd_secret_equals(&secret, &read));
	}
	dd_secret_wipe(&secret, sizeof(secret));
	g_assert_cmpstr(
		dd_secret_format(&secret, text), ==, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
	/* one spelling each: bits behind the last byte, other alphabets, padding, a byte that libsodium takes for "_" */
	static const char *const wrong[] = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/A",
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		("\xff"
		 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dd_secret_parse(wrong[i], &read));
}

static void
test_password(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *kept = dd_secret_hash_password("Tiếng sáo diều", &error);
	g_assert_no_error(error);
	g_assert_true(g_str_has_prefix(kept, "$argon2id$v=19$m=65536,t=3,p=1$"));
	g_assert_true(dd_secret_verify_password(kept, "Tiếng sáo diều"));
	/* the same letters as another keyboard puts them together */
	g_assert_true(dd_secret_verify_password(
		kept, "Tie\xcc\x82\xcc\x81ng sa\xcc\x81o die\xcc\x82\xcc\x80u"));
	g_assert_false(dd_secret_verify_password(kept, "Tiếng sáo diêu"));
	g_assert_false(dd_secret_verify_password(kept, ""));
	g_assert_false(dd_secret_verify_password(NULL, ""));
	g_assert_false(dd_secret_verify_password("", ""));
	g_assert_false(dd_secret_verify_password("$argon2id$v=19$m=4294967295,t=3,p=1$AAAA$AAAA", ""));
	g_assert_false(dd_secret_is_dated(kept));
	g_assert_true(dd_secret_is_dated("$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
					 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
	g_autofree char *again = dd_secret_hash_password("Tiếng sáo diều", &error);
	g_assert_cmpstr(kept, !=, again); /* each has its salt */
	g_autofree char *huge = g_strnfill(DD_MAX_PASSWORD_BYTES + 1, 'a');
	g_assert_null(dd_secret_hash_password(huge, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_clear_error(&error);
	g_assert_null(dd_secret_hash_password("\xff", &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

static void
test_rule(void)
{
	static const struct {
		const char *password, *name, *unit;
		bool good;
	} rows[] = {
		{"Cầu Hiền Lương bắc qua", "an", NULL, true},
		{"k3rT-92bq-wmX", "an", NULL, true},
		{"ngựa ăn cỏ non", "an", NULL, true},
		{"山高月小水落石", "an", NULL, false}, /* seven */
		{"ngắn", "an", NULL, false},
		{"", "an", NULL, false},
		{"1234567890", "an", NULL, false},
		{"aaaaaaaaaaaaaaaa", "an", NULL, false},
		{"ababababababab", "an", NULL, false},
		{"Matkhau@2026", "an", NULL, false},
		{"Mật khẩu 2026!", "an", NULL, false},
		{"P@ssw0rd123456", "an", NULL, false},
		{"qwertyuiop[]", "an", NULL, false},
		{"nguyenvanan1990", "Nguyễn Văn An", NULL, false},
		{"Nguyễn Văn An", "Nguyễn Văn An", NULL, false},
		{"N9uy3nV@n@n!!", "Nguyễn Văn An", NULL, false},
		{"sonoivu2026!!", "an", "Sở Nội vụ", false},
		{"sonoivu2026!!", "an", NULL, true},
		{"mù xuân chín\xff", "an", NULL, false},
		{"mù xuân chín", "\xff", "\xff", true},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		bool good = dd_password_rule_check(
			rows[i].password, rows[i].name, rows[i].unit, &error);
		if (good != rows[i].good)
			g_error("“%s”: %s", rows[i].password, good ? "taken" : error->message);
		g_assert_true(good || g_error_matches(error, DD_ERROR, DD_ERROR_INVALID_DATA));
	}
	g_autofree char *huge = g_strnfill((gsize)1 << 20, 'x');
	g_assert_false(dd_password_rule_check(huge, huge, huge, NULL));
}

/* RFC 6238, appendix B: the rows of SHA-1, of whose eight digits six are the last ones */
static void
test_totp(void)
{
	static const char secret[] = "12345678901234567890";
	static const struct {
		int64_t at;
		const char *code;
	} rows[] = {{59, "287082"}, {1111111109, "081804"}, {1111111111, "050471"},
		{1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
	const size_t len = sizeof(secret) - 1;
	int64_t step = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		int64_t at = rows[i].at, own = at / 30;
		g_assert_true(dd_totp_check(secret, len, at, rows[i].code, 0, &step));
		g_assert_cmpint(step, ==, own);
		/* a clock that is half a minute wrong, and one that is more so */
		g_assert_true(dd_totp_check(secret, len, at + 30, rows[i].code, 0, &step));
		g_assert_cmpint(step, ==, own);
		g_assert_true(at < 60 || dd_totp_check(secret, len, at - 30, rows[i].code, 0, &step));
		g_assert_false(dd_totp_check(secret, len, at + 60, rows[i].code, 0, &step));
		g_assert_false(at > 90 && dd_totp_check(secret, len, at - 60, rows[i].code, 0, &step));
		/* a code that was taken, or one of before, is not taken again */
		g_assert_false(dd_totp_check(secret, len, at, rows[i].code, own, &step));
		g_assert_false(dd_totp_check(secret, len, at, rows[i].code, own + 1, &step));
		g_assert_true(dd_totp_check(secret, len, at, rows[i].code, own - 1, &step));
	}
	static const char *const wrong[] = {
		"", "28708", "2870820", "287083", "abcdef", "28708\xff", "\n87082"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dd_totp_check(secret, len, 59, wrong[i], 0, &step));
	g_assert_false(dd_totp_check(secret, len, -59, "287082", 0, &step));
	g_autofree char *uri = dd_totp_uri(secret, len, "Nguyễn An");
	g_assert_cmpstr(uri, ==,
		"otpauth://totp/%C4%90%C3%B4n%20%C4%90%E1%BB%91c:Nguy%E1%BB%85n%20An?secret="
		"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%C4%90%C3%B4n%20%C4%90%E1%BB%91c&"
		"algorithm=SHA1&digits=6&period=30");
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/secret/text", test_text);
	g_test_add_func("/secret/password", test_password);
	g_test_add_func("/secret/rule", test_rule);
	g_test_add_func("/secret/totp", test_totp);
	return g_test_run();
}
