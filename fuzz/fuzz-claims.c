/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-claims.c: tokens of a provider, and the JSON that it answers, before any signature was looked at */
#include "fuzz.h"
#include "oidc-claims.h"

static void
look(const json_t *claims)
{
	const DdOidcWanted id = {"https://id.tinh.vn", "don-doc", "n", 1800000000};
	const DdOidcWanted logout = {"https://id.tinh.vn", "don-doc", NULL, 1800000000};
	g_auto(GStrv) groups = dd_oidc_get_texts(claims, "realm_access.roles");
	/* a token is one thing or the other */
	g_assert_false(dd_oidc_check(claims, &id, NULL) && dd_oidc_check(claims, &logout, NULL));
	g_assert_nonnull(groups);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(json_t) plain = dd_oidc_parse((const char *)data, size, 1 << 16, NULL);
	g_autoptr(json_t) claims = NULL;
	g_auto(DdOidcHead) head = {0};
	g_autofree char *token = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
	bool good = dd_oidc_split(token, &head, &claims, &error);
	g_assert_true(good == (error == NULL) && good == (claims != NULL));
	if (good)
		look(claims);
	if (plain != NULL)
		look(plain);
	return 0;
}
