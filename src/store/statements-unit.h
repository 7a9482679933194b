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

/* A task t went out to its unit */
#define DD_SQL_IS_OUT_OF(row) row ".state NOT IN ('draft', 'approved', 'dropped')"
#define DD_SQL_IS_OUT DD_SQL_IS_OUT_OF("t")
/*
 * WITH: own, the units whose work the unit @key (of dd_stored_unit_key, a value) does: itself, by its number or when the directory has one unit alone of that name, and those
 * whose whole work it took over, or who did from those; own_name, the folded names by which plans call these, but for those that other units have, too, and @key, whether the
 * directory knows it or not. Both depend on no row
 */
#define DD_SQL_WITH_OWN(key)                                                                       \
	"WITH RECURSIVE own (id) AS (SELECT own_u.id FROM unit own_u WHERE own_u.id = CASE WHEN "  \
	"CAST(" key " AS TEXT) LIKE '#%' THEN CAST(substr(CAST(" key " AS TEXT), 2) AS bigint) "   \
	"ELSE 0 END UNION SELECT min(own_a.unit_id) FROM unit_name own_a WHERE "                   \
	"own_a.name_key = CAST(" key " AS TEXT) AND own_a.what <> 'group' HAVING "                 \
	"min(own_a.unit_id) = max(own_a.unit_id) UNION SELECT own_s.from_id FROM own JOIN "        \
	"unit_succession own_s ON own_s.to_id = own.id AND own_s.field = ''), "                    \
	"own_name (name_key) AS (SELECT CAST(" key " AS TEXT) UNION SELECT own_n.name_key FROM "   \
	"unit_name own_n WHERE own_n.what <> 'group' AND own_n.unit_id IN (SELECT id FROM own) "   \
	"AND NOT EXISTS (SELECT 1 FROM unit_name own_m WHERE own_m.name_key = own_n.name_key AND " \
	"own_m.what <> 'group' AND own_m.unit_id NOT IN (SELECT id FROM own)))"
/* The same within a condition, for a statement with several such keys */
#define DD_SQL_OWN_UNITS(key) "(" DD_SQL_WITH_OWN(key) " SELECT id FROM own)"
#define DD_SQL_OWN_NAMES(key) "(" DD_SQL_WITH_OWN(key) " SELECT name_key FROM own_name)"

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
	DD_UNIT_SQL_FIND_KEY,
	DD_UNIT_SQL_LIST_OWN_NAMES,
	DD_UNIT_SQL_LIST_TASK_STANDINGS,
	DD_UNIT_SQL_LIST_DOCUMENT_STANDINGS,
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
