/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task-export.h"

#include "csv-row.h"
#include "error.h"
#include "maxima.h"
#include "xlsx-writer.h"

#include <inttypes.h>
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
	const char *field;
	DdListColumn column;
} columns[COLUMN_LAST] = {
	[COLUMN_ID] = {"id", {"Số", 8}},
	[COLUMN_DOCUMENT_NUMBER] = {"document_number", {"Văn bản", 18}},
	[COLUMN_LABEL] = {"label", {"Mục", 8}},
	[COLUMN_TEXT] = {"text", {"Nhiệm vụ", 60}},
	[COLUMN_LEAD] = {"lead", {"Đơn vị chủ trì", 28}},
	[COLUMN_PRODUCT] = {"product", {"Sản phẩm", 30}},
	[COLUMN_STATE] = {"state", {"Trạng thái", 20}},
	[COLUMN_DUE] = {"due", {"Hạn", 13}},
	[COLUMN_LATENESS] = {"lateness", {"Tình hình", 26}},
	[COLUMN_PERCENT] = {"percent", {"Hoàn thành (%)", 12}},
	[COLUMN_CHANGED] = {"changed_at", {"Thay đổi lúc", 19}},
	[COLUMN_STOPPED] = {"stopped", {"Ngày trình", 13}},
};

typedef struct {
	DdArena *arena; /* of the query */
	DdTaskQuery query;
	DdArena *place; /* of where its next page is */
	DdTaskPlace after;
	bool begun;
	Column columns[COLUMN_LAST];
	size_t n_columns;
	DdXlsxWriter *xlsx; /* NULL: it is CSV */
} List;

static void
list_free(void *data)
{
	List *self = data;
	dd_arena_free(self->arena);
	dd_arena_free(self->place);
	dd_xlsx_writer_free(self->xlsx);
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
				"fields: danh sách không có cột ấy, hoặc cột được nêu hai lần "
				"(fields: "
				"no such column of the list, or one twice)");
			return false;
		}
		taken[column] = true;
		self->columns[self->n_columns++] = column;
	}
	return true;
}

static bool
print_row(FILE *out, const List *self, const DdFollowRow *row, GError **error)
{
	DdLateness lateness = dd_lateness_judge(
		&(DdDeadline){row->state, row->due, row->stopped, row->until}, self->query.as_of,
		dd_near_window_get_default());
	g_autofree char *stands = dd_lateness_describe(&lateness);
	const DdListCell all[COLUMN_LAST] = {
		[COLUMN_ID] = {DD_LIST_CELL_NUMBER, .number = row->task},
		[COLUMN_DOCUMENT_NUMBER] = {.text = row->document_number},
		[COLUMN_LABEL] = {.text = row->label},
		[COLUMN_TEXT] = {.text = row->text},
		[COLUMN_LEAD] = {.text = row->lead},
		[COLUMN_PRODUCT] = {.text = row->product},
		[COLUMN_STATE] = {.text = dd_state_get_vi(row->state)},
		[COLUMN_DUE] = {DD_LIST_CELL_DAY, .day = row->due},
		[COLUMN_LATENESS] = {.text = stands},
		[COLUMN_PERCENT] = {DD_LIST_CELL_NUMBER, .number = row->percent},
		[COLUMN_CHANGED] = {DD_LIST_CELL_MOMENT, .moment = row->changed},
		[COLUMN_STOPPED] = {DD_LIST_CELL_DAY, .day = row->stopped},
	};
	DdListCell cells[COLUMN_LAST];
	for (size_t i = 0; i < self->n_columns; i++)
		cells[i] = all[self->columns[i]];
	if (self->xlsx != NULL)
		return dd_xlsx_writer_add(self->xlsx, out, cells, error);
	dd_csv_print_cells(out, cells, self->n_columns);
	return true;
}

static bool
print_heads(FILE *out, const List *self, GError **error)
{
	const char *cells[COLUMN_LAST];
	if (self->xlsx != NULL)
		return dd_xlsx_writer_begin(self->xlsx, out, error);
	for (size_t i = 0; i < self->n_columns; i++)
		cells[i] = columns[self->columns[i]].column.head;
	fputs(DD_CSV_MARK, out);
	dd_csv_print_row(out, cells, self->n_columns);
	return true;
}

static bool
print_more(void *data, DdStore *store, FILE *out, bool *end_out, GError **error)
{
	List *self = data;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTaskPage) page = {0};
	if (!dd_task_page_get(store, &self->query, arena, &page, error))
		return false;
	if (!self->begun && !print_heads(out, self, error))
		return false;
	self->begun = true;
	for (guint i = 0; i < page.rows->len; i++)
		if (!print_row(out, self, &g_array_index(page.rows, DdFollowRow, i), error))
			return false;
	if (!page.more && self->xlsx != NULL && !dd_xlsx_writer_finish(self->xlsx, out, error))
		return false;
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

/*
 * Looks whether a sheet has room for all of the list, since once the answer began nobody can be told. Where the list itself takes long to
 * count, all that there is counts
 */
static bool
check_room(DdStore *store, const DdTaskQuery *query, GError **error)
{
	const DdTaskQuery every = {.as_of = query->as_of, .limit = 1};
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t n = -1;
	if (!dd_task_page_count(store, query, arena, &n, error) ||
		(n < 0 && !dd_task_page_count(store, &every, arena, &n, error)))
		return false;
	if (n <= DD_MAX_XLSX_ROWS)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"một trang tính của Excel chỉ chứa %d nhiệm vụ: hãy lọc bớt, hoặc tải CSV (a sheet "
		"of "
		"Excel has room for %d tasks: filter, or take CSV)",
		DD_MAX_XLSX_ROWS, DD_MAX_XLSX_ROWS);
	return false;
}

static DdXlsxWriter *
make_workbook(const List *list)
{
	DdListColumn chosen[COLUMN_LAST];
	for (size_t i = 0; i < list->n_columns; i++)
		chosen[i] = columns[list->columns[i]].column;
	return dd_xlsx_writer_new("Nhiệm vụ", chosen, list->n_columns);
}

bool
dd_task_export_answer(DdStore *store, const DdTaskQuery *query, const char *fields, DdExport form,
	DdAnswer *answer, GError **error)
{
	List chosen = {.begun = false};
	if (!read_columns(&chosen, fields, error) ||
		(form == DD_EXPORT_XLSX && !check_room(store, query, error)))
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
	const DdSource source = {print_more, self, list_free};
	if (form == DD_EXPORT_XLSX) {
		self->xlsx = make_workbook(self);
		dd_answer_set_source(answer, DD_TYPE_XLSX, "nhiem-vu.xlsx", source);
	} else {
		dd_answer_set_source(answer, DD_TYPE_CSV "; charset=utf-8", "nhiem-vu.csv", source);
	}
	return true;
}
