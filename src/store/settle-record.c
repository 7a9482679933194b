/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle-record.c: fields of a task, as the record and the table of corrections have them */
#include "follow-private.h"
#include "maxima.h"
#include "settle-private.h"
#include "settle.h"
#include "statements.h"

#include <string.h>

/* By the alphabet. Of roles the offset is that of no member */
static const struct {
	const char *name;
	bool is_role;
	size_t offset;
} fields[] = {
	{"coordinate", true, 0},
	{"director", true, 0},
	{"heading", false, G_STRUCT_OFFSET(DdStoredTask, heading)},
	{"label", false, G_STRUCT_OFFSET(DdStoredTask, label)},
	{"lead", true, 0},
	{"monitor", true, 0},
	{"product", false, G_STRUCT_OFFSET(DdStoredTask, product)},
	{"text", false, G_STRUCT_OFFSET(DdStoredTask, text)},
	{"time", false, G_STRUCT_OFFSET(DdStoredTask, time_raw)},
	{"time_json", false, G_STRUCT_OFFSET(DdStoredTask, time_json)},
};

/* Returns: (transfer full) names in that role, a line each; NULL none */
static char *
join_names(const DdStoredTask *task, const char *role)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < task->n_assignments; i++)
		if (strcmp(task->assignments[i].role, role) == 0)
			g_string_append_printf(
				text, "%s%s", text->len > 0 ? "\n" : "", task->assignments[i].name);
	return g_string_free(text, text->len == 0);
}

/* Returns: (transfer full) the field number @i as a text, NULL nothing */
static char *
get_field(const DdStoredTask *task, size_t i)
{
	return fields[i].is_role ? join_names(task, fields[i].name)
				 : g_strdup(G_STRUCT_MEMBER(const char *, task, fields[i].offset));
}

static json_t *
make_text(const char *text)
{
	return text != NULL ? json_string(text) : json_null();
}

json_t *
dd_settle_content(const DdStoredTask *task)
{
	json_t *content = json_object();
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		g_autofree char *value = get_field(task, i);
		json_object_set_new(content, fields[i].name, make_text(value));
	}
	return content;
}

json_t *
dd_settle_changes(const DdStoredTask *was, const DdStoredTask *now)
{
	json_t *changes = json_array();
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		g_autofree char *before = get_field(was, i);
		g_autofree char *after = get_field(now, i);
		if (g_strcmp0(before, after) != 0)
			json_array_append_new(changes, json_pack("[s, o, o]", fields[i].name,
							       make_text(before), make_text(after)));
	}
	return changes;
}

bool
dd_settle_is_recorded(DdStore *self, int64_t id, const json_t *content, bool *same_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdStoredTask task;
	bool found = false;
	if (!dd_stored_task(self, id, arena, &task, &found, error))
		return false;
	json_t *is = found && task.edited ? dd_settle_content(&task) : NULL;
	*same_out = (is == NULL && content == NULL) || json_equal(is, content);
	json_decref(is);
	return true;
}

GArray *
dd_settle_list(DdStore *self, int64_t task, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredCorrection));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_CORRECTIONS],
		DD_DB_ARGS(dd_db_int(task), dd_db_int(DD_MAX_LISTED)), error);
	while (dd_db_rows_each(rows)) {
		DdStoredCorrection one = {
			.field = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			.was = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			.now = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
			.at = dd_db_rows_get_int(rows, 3),
			.who = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4)),
			.action = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 5)),
			.why = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 6))};
		g_array_append_val(out, one);
	}
	dd_follow_reverse(out);
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}
