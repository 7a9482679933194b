/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-vouched.h: the SQL of accounts and sessions that others vouch for */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_SQL_FIND_SUBJECT,
	DD_SQL_GET_ID_TOKEN,
	DD_SQL_END_VOUCHED,
	DD_SQL_LIST_VOUCHED,
	DD_SQL_VOUCHED_LAST
} DdSqlVouched;

extern const DdDbStatement dd_sql_vouched[DD_SQL_VOUCHED_LAST];

G_END_DECLS
