/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-vouched.c: as statements.c, for what directories and providers say */
#include "statements-vouched.h"

const DdDbStatement dd_sql_vouched[DD_SQL_VOUCHED_LAST] = {
	[DD_SQL_FIND_SUBJECT] = {.sql = "SELECT id FROM account WHERE way = $1 AND subject = $2"},
	[DD_SQL_GET_ID_TOKEN] = {.sql = "SELECT id_token FROM session WHERE hash = $1"},
	[DD_SQL_END_VOUCHED] =
		{.sql = "DELETE FROM session WHERE ($1 = CAST(0 AS bigint) OR "
			"account_id = $1) AND (CAST($2 AS TEXT) IS NULL OR sid = $2) "
			"AND created_at <= $3 RETURNING account_id"},
	[DD_SQL_LIST_VOUCHED] =
		{.sql = "SELECT a.id, a.name, a.subject FROM account a WHERE a.way = $1 AND a.id > "
			"$2 AND a.subject IS NOT NULL AND NOT a.disabled AND (EXISTS (SELECT 1 "
			"FROM "
			"session s WHERE s.account_id = a.id) OR EXISTS (SELECT 1 FROM api_token t "
			"WHERE t.account_id = a.id)) ORDER BY a.id LIMIT $3"},
};
