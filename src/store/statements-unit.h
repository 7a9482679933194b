/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-unit.h: statements of the directory of units, beside those of statements.h */
#pragma once

#include "db.h"

G_BEGIN_DECLS

/* The unit of a task's lead: as a person said for its document, or for all, else the only one with that name. @of: table or alias, with both */
#define DD_SQL_LEAD_UNIT(of)                                                                       \
	"COALESCE((SELECT s.unit_id FROM unit_settlement s JOIN reading r ON r.document_id = "     \
	"s.document_id JOIN task t ON t.reading_id = r.id WHERE t.id = " of ".task_id AND "        \
	"s.name_key = " of ".lead_key), "                                                          \
	"(SELECT s.unit_id FROM unit_settlement s WHERE s.document_id = 0 AND s.name_key = " of    \
	".lead_key), "                                                                             \
	"(SELECT min(n.unit_id) FROM unit_name n WHERE n.name_key = " of ".lead_key AND n.what "   \
	"<> 'group' HAVING min(n.unit_id) = max(n.unit_id)))"

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
	DD_UNIT_SQL_BIND_LEAD,
	DD_UNIT_SQL_BIND_LEADS,
	DD_UNIT_SQL_COUNT_REBOUND,
	DD_UNIT_SQL_LAST
} DdUnitSql;

extern const DdDbStatement dd_unit_sql[DD_UNIT_SQL_LAST];

G_END_DECLS
