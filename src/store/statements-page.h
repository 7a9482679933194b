/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-page.h: SQL of what only the server's pages ask for */
#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef enum {
	DD_PAGE_SQL_COUNT_STATES,    /* of the tasks of a plan */
	DD_PAGE_SQL_COUNT_STATES_OF, /* the same of each of several, whose numbers are JSON */
	DD_PAGE_SQL_SET_INVITATION,
	DD_PAGE_SQL_DROP_INVITATION,
	DD_PAGE_SQL_FIND_INVITATION,
	DD_PAGE_SQL_GET_ACCOUNT_VERSION,
	DD_PAGE_SQL_LIST_SESSIONS,
	DD_PAGE_SQL_END_OWN_SESSION,
	DD_PAGE_SQL_FIND_AUDIT,
	DD_PAGE_SQL_MEASURE, /* bytes of the database, those in it that are not in use, its file */
	DD_PAGE_SQL_MEASURE_TABLES, /* bytes of each table with its indexes */
	DD_PAGE_SQL_COUNT_ALL,      /* as storage.c reads them */
	DD_PAGE_SQL_LAST
} DdPageSql;

extern const DdDbStatement dd_page_sql[DD_PAGE_SQL_LAST];

G_END_DECLS
