/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-plan.c: counts of the tasks of documents */
#include "stored-plan.h"

#include <string.h>

#include "error.h"
#include "maxima.h"
#include "statements-page.h"

/* Adds what a row says of one state, from @column on: the state, tasks, the sum of their versions */
static bool
add_row(const DdDbRows *rows, unsigned column, DdStoredPlan *plan, GError **error)
{
	const char *word = dd_db_rows_get_text(rows, column);
	DdState state;
	if (word == NULL || !dd_state_from_string(word, &state)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"trạng thái lạ “%s” (an unknown state)", word != NULL ? word : "");
		return false;
	}
	plan->states[state] = (uint64_t)dd_db_rows_get_int(rows, column + 1);
	plan->version += dd_db_rows_get_int(rows, column + 2);
	return true;
}

bool
dd_stored_plan(DdStore *self, int64_t document, DdStoredPlan *out, GError **error)
{
	DdStoredPlan plan = {0};
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_page_sql[DD_PAGE_SQL_COUNT_STATES], DD_DB_ARGS(dd_db_int(document)), error);
	while (dd_db_rows_each(rows))
		if (!add_row(rows, 0, &plan, error))
			return false;
	if (!dd_db_rows_end(rows, error))
		return false;
	*out = plan;
	return true;
}

/* Returns: (transfer full) @documents as numbers in JSON */
static char *
write_numbers(const int64_t *documents, size_t n)
{
	GString *text = g_string_new("[");
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", documents[i]);
	g_string_append_c(text, ']');
	return g_string_free(text, FALSE);
}

bool
dd_stored_plans(DdStore *self, const int64_t *documents, size_t n, DdStoredPlan *out, GError **error)
{
	g_return_val_if_fail(n <= DD_MAX_LISTED, false);
	g_autofree DdStoredPlan *plans = g_new0(DdStoredPlan, n);
	g_autofree char *numbers = write_numbers(documents, n);
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_page_sql[DD_PAGE_SQL_COUNT_STATES_OF], DD_DB_ARGS(dd_db_text(numbers)), error);
	while (dd_db_rows_each(rows)) {
		const int64_t document = dd_db_rows_get_int(rows, 0);
		size_t at = 0;
		while (at < n && documents[at] != document)
			at++;
		if (at < n && !add_row(rows, 1, &plans[at], error))
			return false;
	}
	if (!dd_db_rows_end(rows, error))
		return false;
	if (n > 0)
		memcpy(out, plans, n * sizeof(*out));
	return true;
}
