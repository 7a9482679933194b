/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-plan.c: counts of the tasks of one document */
#include "stored-plan.h"

#include "error.h"
#include "statements-page.h"

bool
dd_stored_plan(DdStore *self, int64_t document, DdStoredPlan *out, GError **error)
{
	DdStoredPlan plan = {0};
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_page_sql[DD_PAGE_SQL_COUNT_STATES], DD_DB_ARGS(dd_db_int(document)), error);
	while (dd_db_rows_each(rows)) {
		const char *word = dd_db_rows_get_text(rows, 0);
		DdState state;
		if (word == NULL || !dd_state_from_string(word, &state)) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"trạng thái lạ “%s” (an unknown state)", word != NULL ? word : "");
			return false;
		}
		plan.states[state] = (uint64_t)dd_db_rows_get_int(rows, 1);
		plan.version += dd_db_rows_get_int(rows, 2);
	}
	if (!dd_db_rows_end(rows, error))
		return false;
	*out = plan;
	return true;
}
