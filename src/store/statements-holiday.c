/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-holiday.c: as statements.c, for days off and made up */
#include "statements-holiday.h"

#include "columns.h"

const DdDbStatement dd_holiday_sql[DD_HOLIDAY_SQL_LAST] = {
	[DD_HOLIDAY_SQL_LIST] = {.sql = "SELECT " DD_COLUMNS_HOLIDAY
					" FROM holiday ORDER BY year, position"},
	[DD_HOLIDAY_SQL_GET_VERSION] = {.sql = "SELECT version FROM holiday_year WHERE year = $1"},
	[DD_HOLIDAY_SQL_SUM_VERSIONS] = {.sql = "SELECT CAST(COALESCE(sum(version), 0) AS bigint) "
						"FROM holiday_year"},
	[DD_HOLIDAY_SQL_RAISE] = {.sql = "INSERT INTO holiday_year (year, version) VALUES ($1, 1) "
					 "ON CONFLICT (year) DO UPDATE SET version = "
					 "holiday_year.version + 1"},
	[DD_HOLIDAY_SQL_DROP] = {.sql = "DELETE FROM holiday WHERE year = $1"},
	[DD_HOLIDAY_SQL_ADD] = {.sql = "INSERT INTO holiday (" DD_COLUMNS_HOLIDAY
				       ") VALUES ($1, $2, $3, $4, $5, $6, $7)"},
};
