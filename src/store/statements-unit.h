/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-unit.h: statements of the directory of units, beside those of statements.h */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_UNIT_SQL_LIST_UNITS,
	DD_UNIT_SQL_LIST_UNIT_NAMES,
	DD_UNIT_SQL_LIST_SUCCESSIONS,
	DD_UNIT_SQL_ADD_UNIT,
	DD_UNIT_SQL_SET_UNIT,
	DD_UNIT_SQL_DROP_UNIT_NAMES,
	DD_UNIT_SQL_ADD_UNIT_NAME,
	DD_UNIT_SQL_ADD_SUCCESSION,
	DD_UNIT_SQL_FIND_UNIT,
	DD_UNIT_SQL_LIST_SETTLEMENTS,
	DD_UNIT_SQL_SET_SETTLEMENT,
	DD_UNIT_SQL_LIST_NAMES,
	DD_UNIT_SQL_LAST
} DdUnitSql;

extern const DdDbStatement dd_unit_sql[DD_UNIT_SQL_LAST];

G_END_DECLS
