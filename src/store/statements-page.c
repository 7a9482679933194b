/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-page.c: SQL of what only the server's pages ask for */
#include "statements-page.h"

const DdDbStatement dd_page_sql[DD_PAGE_SQL_LAST] = {
	/* CAST: the sum of whole numbers is a decimal to a server */
	[DD_PAGE_SQL_COUNT_STATES] =
		{.sql = "SELECT t.state, count(*), CAST(sum(t.version) AS bigint) FROM reading r "
			"JOIN "
			"task t ON t.reading_id = r.id WHERE r.document_id = $1 GROUP BY t.state"},
};
