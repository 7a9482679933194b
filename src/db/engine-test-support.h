/* SPDX-License-Identifier: GPL-3.0-or-later */
/* engine-test-support.h: each test of the store once on each engine, in a new and empty database */
#pragma once

#include "db.h"

G_BEGIN_DECLS

/*
 * Adds tests PATH/sqlite, in a file of a new folder, and PATH/pgsql, in a new database of the server at DONDOC_TEST_PG, skipped without one.
 * Both are gone afterwards. @func gets the URL.
 */
void
dd_engine_test_add(const char *path, void (*func)(const char *url));
/* Returns: whose URL it is */
DdDbEngine
dd_engine_of(const char *url);

G_END_DECLS
