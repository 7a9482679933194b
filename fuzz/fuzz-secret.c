/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-secret.c: what is sent to show who one is, and from where: secrets, scopes, one-time codes, hashes, addresses */
#include <string.h>

#include "api-token.h"
#include "fuzz.h"
#include "network.h"
#include "secret.h"
#include "totp.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned char key[DD_TOTP_BYTES] = {1};
	g_autofree char *text = g_strndup(size > 0 ? (const char *)data : "", size);
	DdSecret secret;
	DdNetwork network, again;
	DdHash hash;
	unsigned scopes = 0;
	int64_t step = 0;
	char buffer[DD_SECRET_TEXT], hash_text[DD_HASH_TEXT];
	/* a secret has one spelling: what is read is written as it was */
	if (dd_secret_parse(text, &secret))
		g_assert_cmpstr(dd_secret_format(&secret, buffer), ==, text);
	if (dd_hash_parse(text, &hash))
		g_assert_cmpint(g_ascii_strcasecmp(dd_hash_format(&hash, hash_text), text), ==, 0);
	if (dd_scopes_parse(text, &scopes)) {
		g_autofree char *words = dd_scopes_format(scopes);
		unsigned same = 0;
		g_assert_true(dd_scopes_parse(words, &same) && same == scopes && scopes != 0);
	}
	if (dd_totp_check(key, sizeof(key), 1800000000, text, 0, &step))
		g_assert_cmpint(ABS(step - 1800000000 / 30), <=, 1);
	g_autofree char *origin = g_strconcat("api:", text, NULL);
	g_autofree char *cut = dd_network_cut_origin(origin);
	g_autofree char *twice = dd_network_cut_origin(cut);
	g_assert_cmpstr(cut, ==, twice);
	g_assert_true(g_str_has_prefix(cut, "api:"));
	if (dd_network_parse(text, &network) && dd_network_parse(cut + strlen("api:"), &again))
		g_assert_true(memcmp(&network, &again, sizeof(network)) == 0);
	return 0;
}
