/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-field.c: header fields, by all that reads them */
#include <string.h>

#include "fuzz.h"
#include "header.h"

#define FILE_BYTES 1000

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const proxies[] = {"127.0.0.1", "10.0.0.1", NULL};
	g_autofree char *field = g_strndup(size > 0 ? (const char *)data : "", size);
	g_autofree char *cookie = dd_header_get_cookie(field, "dondoc");
	g_autofree char *client = dd_header_get_client(field, "127.0.0.1", proxies);
	int64_t version = 0;
	uint64_t first = 0, last = 0;
	g_assert_true(cookie == NULL || strchr(cookie, ';') == NULL);
	g_assert_true(strpbrk(client, " ,\r\n") == NULL);
	g_assert_true(!dd_header_get_version(field, &version) || version >= 0);
	if (dd_header_get_range(field, FILE_BYTES, &first, &last) == DD_RANGE_PART)
		g_assert_true(first <= last && last < FILE_BYTES);
	(void)dd_header_get_bearer(field);
	g_assert_cmpint(dd_header_pick_coding(field), <=, DD_CODING_BROTLI);
	(void)dd_header_accepts_type(field, "application/json");
	(void)dd_header_is_type(field, "application/json");
	(void)dd_header_matches(field, "\"7\"");
	(void)dd_header_is_request_id(field);
	return 0;
}
