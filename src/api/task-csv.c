/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task-csv.h"

#include "csv-row.h"
#include "date.h"
#include "instant.h"

#define PIECE_ROWS 200 /* of one look at the store: others wait for it for some 2 ms */

typedef struct {
	DdArena *arena; /* of the query */
	DdTaskQuery query;
	DdArena *place; /* of where its next page is */
	DdTaskPlace after;
	bool begun;
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

static void
print_row(FILE *out, const DdFollowRow *row, DdDay as_of)
{
	char due[DD_DATE_BUFFER], changed[DD_INSTANT_BUFFER];
	DdLateness lateness = dd_lateness_judge(
		&(DdDeadline){row->state, row->due, row->stopped, row->until}, as_of,
		dd_near_window_get_default());
	g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, row->task);
	g_autofree char *percent = g_strdup_printf("%d", row->percent);
	g_autofree char *stands = dd_lateness_describe(&lateness);
	const char *const cells[] = {id, row->document_number, row->label, row->text, row->lead,
		row->product, dd_state_get_vi(row->state),
		dd_date_is_set(row->due) ? dd_date_format(row->due, due) : NULL, stands, percent,
		dd_instant_format(row->changed, changed)};
	dd_csv_print_row(out, cells, G_N_ELEMENTS(cells));
}

static bool
print_more(void *data, DdStore *store, FILE *out, bool *end_out, GError **error)
{
	static const char *const heads[] = {"Số", "Văn bản", "Mục", "Nhiệm vụ", "Đơn vị chủ trì",
		"Sản phẩm", "Trạng thái", "Hạn", "Tình hình", "Hoàn thành (%)", "Thay đổi lúc"};
	List *self = data;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTaskPage) page = {0};
	if (!dd_task_page_get(store, &self->query, arena, &page, error))
		return false;
	if (!self->begun) {
		fputs(DD_CSV_MARK, out);
		dd_csv_print_row(out, heads, G_N_ELEMENTS(heads));
		self->begun = true;
	}
	for (guint i = 0; i < page.rows->len; i++)
		print_row(out, &g_array_index(page.rows, DdFollowRow, i), self->query.as_of);
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

void
dd_task_csv_answer(const DdTaskQuery *query, DdAnswer *answer)
{
	List *self = g_new0(List, 1);
	*self = (List){.arena = dd_arena_new(), .query = *query, .place = dd_arena_new()};
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
}
