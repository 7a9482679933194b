/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "derived.h"

#include "count.h"
#include "error.h"
#include "search-index.h"
#include "statements-derived.h"

/* A row for each */
static const struct {
	const char *name;
	int64_t rules;
	bool (*rebuild)(DdChange *change, GError **error);
} kinds[] = {
	{"count", DD_COUNT_RULES, dd_count_rebuild},
	{"search", DD_SEARCH_RULES, dd_search_rebuild},
};

/* @rules_out: by which @name was made, 0: it was not */
static bool
get_rules(DdStore *self, const char *name, int64_t *rules_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_sql_derived[DD_DERIVED_GET_DERIVED], DD_DB_ARGS(dd_db_text(name)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*rules_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

static bool
rebuild(DdChange *change, size_t kind, GError **error)
{
	return kinds[kind].rebuild(change, error) &&
	       dd_db_run(dd_store_get_db(change->store), &dd_sql_derived[DD_DERIVED_SET_DERIVED],
		       DD_DB_ARGS(dd_db_text(kinds[kind].name), dd_db_int(kinds[kind].rules)), error);
}

static bool
bring_up(DdStore *self, const DdActor *actor, bool may_write, size_t kind, GError **error)
{
	g_auto(DdChange) change = {0};
	int64_t rules = 0;
	if (!get_rules(self, kinds[kind].name, &rules, error))
		return false;
	if (rules == kinds[kind].rules)
		return true;
	if (!may_write) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"chỉ mục của kho do phiên bản khác lập; hãy chạy dondoc migrate "
			"(its index was made by another version; run dondoc migrate)");
		return false;
	}
	/* another program may have done it by the time that it is our turn */
	if (!dd_change_begin(self, actor, &change, error) ||
		!get_rules(self, kinds[kind].name, &rules, error))
		return false;
	return rules == kinds[kind].rules ||
	       (rebuild(&change, kind, error) && dd_change_commit(&change, error));
}

bool
dd_derived_bring_up(DdStore *self, const DdActor *actor, bool may_write, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (!bring_up(self, actor, may_write, i, error))
			return false;
	return true;
}

bool
dd_derived_rebuild(DdChange *change, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (!rebuild(change, i, error))
			return false;
	return true;
}
