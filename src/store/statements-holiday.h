/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-holiday.h: as statements.h, for days off and made up */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_HOLIDAY_SQL_LIST,
	DD_HOLIDAY_SQL_GET_VERSION,
	DD_HOLIDAY_SQL_SUM_VERSIONS,
	DD_HOLIDAY_SQL_RAISE,
	DD_HOLIDAY_SQL_DROP,
	DD_HOLIDAY_SQL_ADD,
	DD_HOLIDAY_SQL_LAST
} DdHolidaySql;

extern const DdDbStatement dd_holiday_sql[DD_HOLIDAY_SQL_LAST];

G_END_DECLS
