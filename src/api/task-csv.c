/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task-csv.h"

#include "csv-row.h"
#include "date.h"
#include "error.h"
#include "instant.h"

#include <string.h>

#define PIECE_ROWS 200 /* of one look at the store: others wait for it for some 2 ms */

/* Columns, by the names of fields (json-task.c) that they show; without a choice all, in this order */
typedef enum {
	COLUMN_ID,
	COLUMN_DOCUMENT_NUMBER,
	COLUMN_LABEL,
	COLUMN_TEXT,
	COLUMN_LEAD,
	COLUMN_PRODUCT,
	COLUMN_STATE,
	COLUMN_DUE,
	COLUMN_LATENESS,
	COLUMN_PERCENT,
	COLUMN_CHANGED,
	COLUMN_STOPPED, /* only where it is asked for */
	COLUMN_LAST
} Column;

static const struct {
	const char *field, *head;
} columns[COLUMN_LAST] = {
	[COLUMN_ID] = {"id", "Số"},
	[COLUMN_DOCUMENT_NUMBER] = {"document_number", "Văn bản"},
	[COLUMN_LABEL] = {"label", "Mục"},
	[COLUMN_TEXT] = {"text", "Nhiệm vụ"},
	[COLUMN_LEAD] = {"lead", "Đơn vị chủ trì"},
	[COLUMN_PRODUCT] = {"product", "Sản phẩm"},
	[COLUMN_STATE] = {"state", "Trạng thái"},
	[COLUMN_DUE] = {"due", "Hạn"},
	[COLUMN_LATENESS] = {"lateness", "Tình hình"},
	[COLUMN_PERCENT] = {"percent", "Hoàn thành (%)"},
	[COLUMN_CHANGED] = {"changed_at", "Thay đổi lúc"},
	[COLUMN_STOPPED] = {"stopped", "Ngày trình"},
};

typedef struct {
	DdArena *arena; /* of the query */
	DdTaskQuery query;
	DdArena *place; /* of where its next page is */
	DdTaskPlace after;
	bool begun;
	Column columns[COLUMN_LAST];
	size_t n_columns;
} List;

static void
list_free(void *data)
{
	List *self = data;
	dd_arena_free(self->arena);
	dd_arena_free(self->place);
	g_free(self);
}

static DdTaskPlace
copy_place(const DdTaskPlace *place, DdArena *arena)
{
	DdTaskPlace out = *place;
	out.due = dd_arena_strdup(arena, place->due);
	out.lead = dd_arena_strdup(arena, place->lead);
	return out;
}

/* Finds the columns that @words name, each once, in their order. Returns: FALSE with DD_ERROR_INVALID_DATA */
static bool
read_columns(List *self, const char *words, GError **error)
{
	for (self->n_columns = 0; words == NULL && self->n_columns < COLUMN_STOPPED; self->n_columns++)
		self->columns[self->n_columns] = (Column)self->n_columns;
	g_auto(GStrv) names = words != NULL ? g_strsplit(words, ",", -1) : NULL;
	bool taken[COLUMN_LAST] = {false};
	for (char **name = names; name != NULL && *name != NULL; name++) {
		Column column = COLUMN_ID;
		while (column < COLUMN_LAST && strcmp(columns[column].field, *name) != 0)
			column++;
		if (column == COLUMN_LAST || taken[column]) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"fields: CSV không có cột ấy, hoặc cột được nêu hai lần (fields: "
				"no such column of CSV, or one twice)");
			return false;
		}
		taken[column] = true;
		self->columns[self->n_columns++] = column;
	}
	return true;
}

static void
print_row(FILE *out, const List *self, const DdFollowRow *row)
{
	char due[DD_DATE_BUFFER], stopped[DD_DATE_BUFFER], changed[DD_INSTANT_BUFFER];
	DdLateness lateness = dd_lateness_judge(
		&(DdDeadline){row->state, row->due, row->stopped, row->until}, self->query.as_of,
		dd_near_window_get_default());
	g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, row->task);
	g_autofree char *percent = g_strdup_printf("%d", row->percent);
	g_autofree char *stands = dd_lateness_describe(&lateness);
	const char *const all[COLUMN_LAST] = {[COLUMN_ID] = id,
		[COLUMN_DOCUMENT_NUMBER] = row->document_number,
		[COLUMN_LABEL] = row->label,
		[COLUMN_TEXT] = row->text,
		[COLUMN_LEAD] = row->lead,
		[COLUMN_PRODUCT] = row->product,
		[COLUMN_STATE] = dd_state_get_vi(row->state),
		[COLUMN_DUE] = dd_date_is_set(row->due) ? dd_date_format(row->due, due) : NULL,
		[COLUMN_LATENESS] = stands,
		[COLUMN_PERCENT] = percent,
		[COLUMN_CHANGED] = dd_instant_format(row->changed, changed),
		[COLUMN_STOPPED] = dd_date_is_set(row->stopped) ? dd_date_format(row->stopped, stopped)
								: NULL};
	const char *cells[COLUMN_LAST];
	for (size_t i = 0; i < self->n_columns; i++)
		cells[i] = all[self->columns[i]];
	dd_csv_print_row(out, cells, self->n_columns);
}

static void
print_heads(FILE *out, const List *self)
{
	const char *cells[COLUMN_LAST];
	for (size_t i = 0; i < self->n_columns; i++)
		cells[i] = columns[self->columns[i]].head;
	fputs(DD_CSV_MARK, out);
	dd_csv_print_row(out, cells, self->n_columns);
}

static bool
print_more(void *data, DdStore *store, FILE *out, bool *end_out, GError **error)
{
	List *self = data;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTaskPage) page = {0};
	if (!dd_task_page_get(store, &self->query, arena, &page, error))
		return false;
	if (!self->begun) {
		print_heads(out, self);
		self->begun = true;
	}
	for (guint i = 0; i < page.rows->len; i++)
		print_row(out, self, &g_array_index(page.rows, DdFollowRow, i));
	*end_out = !page.more;
	if (page.more) {
		DdArena *place = dd_arena_new();
		self->after = copy_place(&page.next, place);
		dd_arena_free(self->place);
		self->place = place;
		self->query.after = &self->after;
	}
	return true;
}

bool
dd_task_csv_answer(const DdTaskQuery *query, const char *fields, DdAnswer *answer, GError **error)
{
	List chosen = {.begun = false};
	if (!read_columns(&chosen, fields, error))
		return false;
	List *self = g_new0(List, 1);
	*self = (List){.arena = dd_arena_new(), .query = *query, .place = dd_arena_new()};
	memcpy(self->columns, chosen.columns, sizeof(self->columns));
	self->n_columns = chosen.n_columns;
	const char **units = dd_arena_alloc(self->arena, (query->n_units + 1) * sizeof(char *));
	for (size_t i = 0; i < query->n_units; i++)
		units[i] = dd_arena_strdup(self->arena, query->units[i]);
	self->query.units = units;
	self->query.director = dd_arena_strdup(self->arena, query->director);
	self->query.due_kind = dd_arena_strdup(self->arena, query->due_kind);
	self->query.words = dd_arena_strdup(self->arena, query->words);
	self->query.seen_by = dd_arena_strdup(self->arena, query->seen_by);
	self->query.limit = PIECE_ROWS;
	if (query->after != NULL) {
		self->after = copy_place(query->after, self->place);
		self->query.after = &self->after;
	}
	dd_answer_set_source(answer, "text/csv; charset=utf-8", "nhiem-vu.csv",
		(DdSource){print_more, self, list_free});
	return true;
}
