/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-target.c: targets of requests: what is taken apart is text, and leads to at most one route */
#include "error.h"
#include "fuzz.h"
#include "route.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *target = g_strndup(size > 0 ? (const char *)data : "", size);
	g_auto(DdQuery) query = {0};
	g_autoptr(GError) error = NULL;
	DdRouteMatch match;
	if (!dd_query_parse(target, &query, &error)) {
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		return 0;
	}
	for (size_t i = 0; i < query.n; i++)
		g_assert_true(g_utf8_validate(query.parameters[i].value, -1, NULL));
	dd_route_match("HEAD", query.path, &match);
	g_assert_true(match.route == NULL || match.known);
	return 0;
}
