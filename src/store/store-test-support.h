/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-test-support.h: what tests of the store begin with */
#pragma once

#include "engine-test-support.h"
#include "store.h"

G_BEGIN_DECLS

/* Returns: (transfer full) a new store at the URL of an engine's test, made at @now */
static inline DdStore *
dd_store_test_open(const char *url, int64_t now)
{
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_store_open(url, DD_DB_CREATE, now, NULL, &error);
	g_assert_no_error(error);
	return store;
}

G_END_DECLS
