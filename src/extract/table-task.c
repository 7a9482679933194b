/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-task.c: rows of a table as tasks, its group rows as headings */
#include <stdio.h>
#include <string.h>

#include "letter.h"
#include "table-roles.h"

#define GROUP_LEVELS 8u
#define ID_BYTES 160u
#define GROUP_NAME_BYTES 160u /* of a group's title that names who leads */
#define MANY_ITEMS 100u       /* bullets of one cell */

const char dd_table_rule_row[] = "table-row";
const char dd_table_rule_group[] = "table-group";
const char dd_table_rule_cell[] = "table-cell";
const char dd_table_rule_cell_joined[] = "table-cell-joined";

/* A group's row, or a numbered row that has rows below it */
typedef struct {
	uint32_t rank; /* the lower, the wider */
	bool number;   /* 1.2 repeats its group's 1 */
	const char *id;
	DdGridCell title;
} Group;

/* A row while it is read */
typedef struct {
	uint32_t row;
	DdGridCell number, content;
	bool has_mark, pure_mark; /* pure: nothing behind it in its cell */
	DdRowMark mark;
	uint32_t others; /* filled cells besides number, content and notes */
	uint32_t end;    /* of the last filled cell */
} RowView;

typedef struct {
	const DdTableGrammar *grammar;
	DdContext *context;
	const DdGrid *grid;
	int number, content;
	Group groups[GROUP_LEVELS];
	uint32_t n_groups;
	DdGridCell above[DD_MAX_COLUMNS]; /* last filled cell of each column in this group */
	DdGridCell said[DD_MAX_COLUMNS];  /* the same over all groups, for who says "như trên" */
	const char *base;                 /* id of the last numbered row */
	const char *base_heading;
	guint base_task;      /* its first task, while it is a single one; G_MAXUINT: none */
	uint32_t sub;         /* last -1, -2 … below @base */
	uint32_t last_number; /* 0: none */
	bool repeated;        /* it stood twice, so that the next may be one more than that */
	uint32_t ordinal;     /* of rows in a table without numbers */
	bool after_group;
	bool titled; /* begins with a row of nothing but a title, so that other such rows are titles, too */
} Walk;

static bool
is_filled(DdGridCell cell)
{
	return cell.start < cell.end;
}

static bool
cell_is(Walk *walk, DdGridCell a, DdGridCell b)
{
	return is_filled(a) && a.end - a.start == b.end - b.start &&
	       memcmp(walk->context->chars + a.start, walk->context->chars + b.start,
		       a.end - a.start) == 0;
}

/* Returns: TRUE when row @row is the head again, as on each page of a printed table */
static bool
repeats_head(Walk *walk, uint32_t row)
{
	uint32_t same = 0;
	for (uint32_t i = 0; i < walk->grid->n_columns && i < 4; i++)
		same += cell_is(walk, dd_grid_cell(walk->grid, walk->grid->head, i),
			dd_grid_cell(walk->grid, row, i));
	return same >= 2;
}

/* Returns: TRUE when the letters of [@start, @end) are capitals */
static bool
is_capitals(const DdContext *context, uint32_t start, uint32_t end)
{
	unsigned upper = 0, lower = 0;
	const char *at = context->chars + start, *stop = context->chars + MIN(end, start + 200);
	while (at < stop) {
		gunichar c;
		at += dd_utf8_next(at, stop, &c);
		DdLetter letter = dd_letter_of(c);
		upper += letter.base != 0 && letter.upper;
		lower += letter.base != 0 && !letter.upper;
	}
	return upper >= 3 && lower * 8 < upper;
}

static RowView
view_row(Walk *walk, uint32_t row)
{
	const DdGrid *grid = walk->grid;
	RowView view = {.row = row, .content = dd_grid_cell(grid, row, (uint32_t)walk->content)};
	if (walk->number >= 0)
		view.number = dd_grid_cell(grid, row, (uint32_t)walk->number);
	view.end = dd_grid_cell_end(grid, view.content);
	uint32_t n = g_array_index(grid->rows, DdRow, row).n;
	bool whole = walk->number >= 0 && cell_is(walk, view.number, view.content);
	for (uint32_t i = 0; i < n; i++) {
		DdGridCell cell = dd_grid_cell(grid, row, i);
		if (!is_filled(cell) || (int)i == walk->number)
			continue;
		view.end = MAX(view.end, dd_grid_cell_end(grid, cell));
		/* converters fill all columns that a cell goes over with its text */
		if ((int)i != walk->content && cell_is(walk, cell, view.content))
			continue;
		view.others += (int)i != walk->content && grid->columns[i].label != DD_LABEL_NOTE;
	}
	if (whole) /* the number's column, too */
		view.content.end = view.content.start;
	if (is_filled(view.number)) {
		view.has_mark = dd_row_mark_read(
			walk->context, view.number.start, view.number.end, &view.mark);
		view.pure_mark = view.has_mark && view.mark.body >= view.number.end;
		return view;
	}
	/* without a number of its own the work may begin with one */
	view.has_mark = is_filled(view.content) &&
			dd_row_mark_read(
				walk->context, view.content.start, view.content.end, &view.mark) &&
			view.mark.body < view.content.end && view.mark.kind != DD_ROW_BULLET &&
			(view.mark.closed || view.mark.parts > 1);
	if (view.has_mark)
		view.content.start = view.mark.body;
	view.pure_mark = view.has_mark;
	return view;
}

static uint32_t
rank_of(const DdRowMark *mark)
{
	switch (mark->kind) {
	case DD_ROW_UPPER:
		return 1;
	case DD_ROW_ROMAN:
		return 2;
	case DD_ROW_NUMBER:
		return 2 + mark->parts;
	case DD_ROW_LETTER:
		return 9;
	case DD_ROW_NONE:
	case DD_ROW_BULLET:
	default:
		return 10;
	}
}

/* Leaves the groups that a row with @mark does not stand under. Returns: the group it stands under, NULL: none */
static const Group *
close_groups(Walk *walk, const DdRowMark *mark)
{
	while (walk->n_groups > 0 && walk->groups[walk->n_groups - 1].rank >= rank_of(mark))
		walk->n_groups--;
	return walk->n_groups > 0 ? &walk->groups[walk->n_groups - 1] : NULL;
}

/* Returns: (transfer none, in the arena) the id of a row with @mark, whose group is the last open one */
static const char *
make_id(Walk *walk, const DdRowMark *mark)
{
	uint32_t n = walk->n_groups;
	/* 1.2 has its group's number in it */
	while (n > 0 && mark->kind == DD_ROW_NUMBER && mark->parts > 1 && walk->groups[n - 1].number)
		n--;
	const char *above = n > 0 ? walk->groups[n - 1].id : NULL;
	if (mark->kind == DD_ROW_LETTER && walk->base != NULL && !walk->after_group)
		above = walk->base;
	DdArena *arena = walk->context->arena;
	return above != NULL ? dd_row_join_id(arena, above, mark->label, ID_BYTES - 1)
			     : dd_arena_strdup(arena, mark->label);
}

static const char *
make_sub_id(Walk *walk, const char *base, uint32_t sub)
{
	char id[ID_BYTES];
	(void)snprintf(id, sizeof(id), "%s-%u", base, sub);
	return dd_arena_strdup(walk->context->arena, id);
}

static void
remark_number(Walk *walk, const RowView *view)
{
	const DdRowMark *mark = &view->mark;
	char detail[80], detail_vi[80];
	if (mark->kind != DD_ROW_NUMBER || mark->parts > 1 || !is_filled(view->number))
		return;
	uint32_t last = walk->last_number;
	walk->last_number = mark->value;
	if (mark->twice) {
		const char *raw = dd_grid_cell_fold(walk->context, walk->grid, view->number);
		(void)snprintf(detail, sizeof(detail), "the row is numbered '%.20s'", raw);
		(void)snprintf(detail_vi, sizeof(detail_vi), "dòng được đánh số '%.20s'", raw);
	} else if (last == 0 || mark->value == last + 1 || mark->value == 1 || walk->after_group ||
		   (walk->repeated && mark->value == last + 2)) {
		walk->repeated = false;
		return;
	} else {
		(void)snprintf(
			detail, sizeof(detail), "row %u is followed by row %u", last, mark->value);
		(void)snprintf(detail_vi, sizeof(detail_vi), "sau dòng số %u là dòng số %u", last,
			mark->value);
	}
	walk->repeated = mark->value == last;
	dd_context_remark(walk->context, view->number.start, view->number.end, "numbering", detail,
		detail_vi);
}

/* A group's row: a heading for the rows below it. @start to @end is its text. */
static void
open_group(Walk *walk, const RowView *view, uint32_t start, uint32_t end)
{
	DdContext *context = walk->context;
	memset(walk->above, 0, sizeof(walk->above));
	walk->after_group = true;
	walk->base = NULL;
	walk->sub = 0;
	walk->base_task = G_MAXUINT;
	if (!view->has_mark) {
		walk->n_groups = 0;
		return;
	}
	remark_number(walk, view);
	(void)close_groups(walk, &view->mark);
	const char *id = make_id(walk, &view->mark);
	if (walk->n_groups < GROUP_LEVELS)
		walk->groups[walk->n_groups++] = (Group){rank_of(&view->mark),
			view->mark.kind == DD_ROW_NUMBER, id, {.start = start, .end = end}};
	if (context->headings->len >= DD_MAX_ITEMS)
		return;
	uint32_t from = is_filled(view->number) ? view->number.start : start;
	DdHeading heading = {
		.span = dd_span(from, end),
		.id = id,
		.text = dd_grid_cell_fold(
			context, walk->grid, (DdGridCell){.start = start, .end = end}),
		.confidence = 90,
		.rule = dd_table_rule_group,
	};
	g_array_append_val(context->headings, heading);
}

/* Returns: TRUE when the row below @view goes deeper than @view, so that @view heads it */
static bool
has_deeper_below(Walk *walk, const RowView *view)
{
	if (view->row + 1 >= walk->grid->rows->len)
		return false;
	RowView below = view_row(walk, view->row + 1);
	if (below.has_mark && below.mark.kind != DD_ROW_BULLET)
		return rank_of(&below.mark) > rank_of(&view->mark);
	return is_filled(below.content) && below.others > 0;
}

/*
 * Where the work is not the first column the title of a group stands in the one that is: "| II | Mô hình thí điểm | | |".
 * Returns: FALSE when @view is no such row
 */
static bool
read_aside_group(Walk *walk, const RowView *view)
{
	if (view->others != 1 || is_filled(view->content) || !view->pure_mark ||
		!is_filled(view->number))
		return false;
	DdGridCell title = dd_grid_cell(walk->grid, view->row, (uint32_t)walk->number + 1);
	if (!is_filled(title) || view->mark.kind == DD_ROW_LETTER || view->mark.kind == DD_ROW_BULLET ||
		(view->mark.kind == DD_ROW_NUMBER && !has_deeper_below(walk, view)))
		return false;
	open_group(walk, view, title.start, dd_grid_cell_end(walk->grid, title));
	return true;
}

/* Would a row that says neither who nor when be told so by cells merged with those above? */
static bool
inherits_cells(const Walk *walk)
{
	for (uint32_t i = 0; i < walk->grid->n_columns; i++) {
		const DdColumn *column = &walk->grid->columns[i];
		if ((column->label == DD_LABEL_LEAD || column->label == DD_LABEL_TIME) &&
			(column->flags & DD_COLUMN_MERGED) && is_filled(walk->above[i]))
			return true;
	}
	return false;
}

/*
 * Is the row nothing but a title over the rows below it, though it has no number? It is when nobody would do it at any time,
 * and when the table begins with such a row; else it is work whose other cells are merged with those above.
 */
static bool
is_bare_title(Walk *walk, const RowView *view)
{
	bool first = view->row == walk->grid->body;
	if (view->has_mark || view->others > 0 || is_filled(view->number) ||
		walk->grid->form == DD_FORM_FLAT || walk->grid->form == DD_FORM_ALIGNED ||
		view->row + 1 >= walk->grid->rows->len)
		return false;
	RowView below = view_row(walk, view->row + 1);
	walk->titled = walk->titled || (first && below.others > 0);
	return walk->titled || (walk->number >= 0 && below.others > 0 && is_filled(below.number) &&
				       !inherits_cells(walk));
}

/* Reads @view as a group's row. Returns: FALSE when it is none */
static bool
read_group(Walk *walk, const RowView *view)
{
	if (view->others > 0)
		return read_aside_group(walk, view);
	if (is_filled(view->number) && !is_filled(view->content) && !view->pure_mark) {
		/* merged over the whole row, number and all */
		uint32_t start = view->has_mark ? view->mark.body : view->number.start;
		open_group(walk, view, start, view->number.end);
		return true;
	}
	if (!is_filled(view->content))
		return false;
	bool capitals = is_capitals(walk->context, view->content.start, view->content.end);
	bool group = view->has_mark &&
		     (view->mark.kind == DD_ROW_ROMAN || view->mark.kind == DD_ROW_UPPER);
	if (view->has_mark && !group)
		group = has_deeper_below(walk, view) || (capitals && view->mark.kind == DD_ROW_NUMBER);
	if (!group && (view->has_mark || !capitals) && !is_bare_title(walk, view))
		return false;
	open_group(walk, view, view->content.start, dd_grid_cell_end(walk->grid, view->content));
	return true;
}

static bool
has_ends(const DdGrid *grid)
{
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if (grid->columns[i].label == DD_LABEL_TIME &&
			!(grid->columns[i].flags & DD_COLUMN_BEGINS))
			return true;
	return false;
}

/* A row between rules without a number, below one that has one: what it leaves blank is merged with the row above. */
static bool
goes_with_above(const Walk *walk, const RowView *view)
{
	DdForm form = walk->grid->form;
	return (form == DD_FORM_RULED || form == DD_FORM_TABBED) && walk->number >= 0 &&
	       !is_filled(view->number) && !view->has_mark && walk->base != NULL;
}

/*
 * Returns: the cell that counts in column @column of the row: its own, or the one above where it is merged with that or
 * says "như trên"; @lead_inherits: the row's lead was
 */
static DdGridCell
effective_cell(Walk *walk, const RowView *view, uint32_t column, bool lead_inherits)
{
	const DdColumn *head = &walk->grid->columns[column];
	DdGridCell cell = dd_grid_cell(walk->grid, view->row, column);
	if (is_filled(cell) && !dd_table_says_same(walk->grammar, walk->context, cell)) {
		walk->above[column] = walk->said[column] = cell;
		return cell;
	}
	if (is_filled(cell))
		return walk->said[column];
	/* a row without work and number of its own is another part of the row above: who is not named is as there */
	bool part = !is_filled(view->content) && !is_filled(view->number) && !lead_inherits;
	if (part && (head->label == DD_LABEL_DIRECTOR || head->label == DD_LABEL_MONITOR))
		return walk->above[column];
	/* when work begins is often left open, beside a column for when it ends */
	if ((head->flags & DD_COLUMN_BEGINS) && has_ends(walk->grid))
		return cell;
	if (!(head->flags & DD_COLUMN_MERGED) && !goes_with_above(walk, view))
		return cell;
	bool helper = head->label == DD_LABEL_COORDINATE || head->label == DD_LABEL_PRODUCT ||
		      head->label == DD_LABEL_SOLUTION;
	if (helper && !lead_inherits && !(head->flags & DD_COLUMN_KEY))
		return cell;
	return is_filled(walk->above[column]) ? walk->above[column] : cell;
}

/* The cell's text as one raw entry; dd_table_finish parts it into names when all short names are known. */
static void
add_raw_names(Walk *walk, DdFieldList *list, DdGridCell cell)
{
	if (!is_filled(cell))
		return;
	DdContext *context = walk->context;
	DdField field = {
		.value = dd_grid_cell_text(context, walk->grid, cell),
		.rule = cell.next == 0 ? dd_table_rule_cell : dd_table_rule_cell_joined,
		.span = dd_span(cell.start, dd_grid_cell_end(walk->grid, cell)),
	};
	dd_names_append(context->arena, &(DdFieldList){&field, 1}, list);
}

static void
remark_blank_time(Walk *walk, const RowView *view, const char *id)
{
	char detail[ID_BYTES + 60], detail_vi[ID_BYTES + 60];
	for (uint32_t i = 0; i < walk->grid->n_columns; i++) {
		const DdColumn *column = &walk->grid->columns[i];
		if (column->label != DD_LABEL_TIME || column->filled == 0 ||
			(walk->grid->form == DD_FORM_FLAT && !walk->grid->spaced))
			continue;
		DdGridCell cell = dd_grid_cell(walk->grid, view->row, i);
		(void)snprintf(detail, sizeof(detail), "row %s leaves the time blank", id);
		(void)snprintf(detail_vi, sizeof(detail_vi), "dòng %s bỏ trống thời gian", id);
		dd_context_remark(
			walk->context, cell.start, cell.start, "time-missing", detail, detail_vi);
		return;
	}
}

/* Returns: the cell as a field, in the arena */
static DdField *
keep_cell(Walk *walk, DdGridCell cell)
{
	DdField field = dd_grid_cell_field(walk->context, walk->grid, cell, 90, dd_table_rule_row);
	return dd_arena_memdup(walk->context->arena, &field, sizeof(field));
}

/* Fills all but the text and the id from the row's other cells. */
static void
read_cells(Walk *walk, const RowView *view, DdTask *task)
{
	DdContext *context = walk->context;
	const DdGrid *grid = walk->grid;
	DdGridCell times[DD_MAX_COLUMNS];
	uint32_t n_times = 0, time_column = 0;
	int lead = dd_table_find_column(grid, DD_LABEL_LEAD);
	bool inherits = lead < 0 || !is_filled(dd_grid_cell(grid, view->row, (uint32_t)lead));
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		if ((int)i == walk->number || (int)i == walk->content || grid->columns[i].tick > 0)
			continue;
		DdGridCell cell = effective_cell(walk, view, i, inherits);
		switch ((DdLabel)grid->columns[i].label) {
		case DD_LABEL_LEAD:
			add_raw_names(walk, &task->lead, cell);
			break;
		case DD_LABEL_COORDINATE:
			add_raw_names(walk, &task->coordinate, cell);
			break;
		case DD_LABEL_DIRECTOR:
			add_raw_names(walk, &task->director, cell);
			break;
		case DD_LABEL_MONITOR:
			add_raw_names(walk, &task->monitor, cell);
			break;
		case DD_LABEL_TIME:
			if (is_filled(cell)) {
				times[n_times++] = cell;
				time_column = i;
			}
			break;
		case DD_LABEL_PRODUCT:
			if (is_filled(cell) && task->product.value == NULL)
				task->product = dd_grid_cell_field(
					context, grid, cell, 90, dd_table_rule_row);
			break;
		case DD_LABEL_SOLUTION:
			if (is_filled(cell) && task->solution == NULL)
				task->solution = keep_cell(walk, cell);
			break;
		case DD_LABEL_FUNDING:
			if (is_filled(cell))
				task->funding = keep_cell(walk, cell);
			break;
		case DD_LABEL_NONE:
		case DD_LABEL_CONTENT:
		case DD_LABEL_PLACE:
		case DD_LABEL_PEOPLE:
		case DD_LABEL_NOTE:
		case DD_LABEL_OTHER:
		case DD_LABEL_NUMBER:
		case DD_LABEL_AGENCY:
		case DD_LABEL_DAY:
		case DD_LABEL_TARGET:
		default:
			break;
		}
	}
	dd_table_read_time(
		walk->grammar, context, grid, &(DdCellList){times, n_times, time_column}, task);
	if (task->time_raw.value == NULL)
		dd_table_read_ticks(context, grid, view->row, task);
}

static bool
is_bullet_at(const DdContext *context, uint32_t at, uint32_t end)
{
	const char *text = context->chars + at;
	if (end - at < 3)
		return false;
	return ((text[0] == '-' || text[0] == '+') && (text[1] == ' ' || !g_ascii_isdigit(text[1]))) ||
	       memcmp(text, "–", strlen("–")) == 0 || memcmp(text, "•", strlen("•")) == 0;
}

/* Returns: number of items of a cell that begins with a bullet, and where each begins; 0 when it has no two */
static uint32_t
find_items(Walk *walk, DdGridCell cell, DdGridCell items[MANY_ITEMS])
{
	const DdContext *context = walk->context;
	uint32_t n = 0;
	if (!is_bullet_at(context, cell.start, cell.end))
		return 0;
	for (;; cell = g_array_index(walk->grid->cells, DdGridCell, cell.next)) {
		bool fresh = true;
		for (uint32_t at = cell.start; at < cell.end; at++) {
			if (context->chars[at] == '\n') {
				fresh = true;
			} else if (fresh && (unsigned char)context->chars[at] > ' ') {
				fresh = false;
				if (n < MANY_ITEMS && is_bullet_at(context, at, cell.end))
					items[n++] = (DdGridCell){.start = at, .end = at};
			}
			if (n > 0 && (unsigned char)context->chars[at] > ' ')
				items[n - 1].end = at + 1;
		}
		if (cell.next == 0)
			break;
	}
	return n >= 2 ? n : 0;
}

/* Returns: number of lines of a cell that each begin with a capital and end no list; 0 when one goes on with another */
static uint32_t
find_lines(Walk *walk, DdGridCell cell, DdGridCell lines[MANY_ITEMS])
{
	const char *chars = walk->context->chars;
	uint32_t n = 0;
	for (;; cell = g_array_index(walk->grid->cells, DdGridCell, cell.next)) {
		for (uint32_t at = cell.start; at < cell.end;) {
			const char *stop = memchr(chars + at, '\n', cell.end - at);
			uint32_t end = stop != NULL ? (uint32_t)(stop - chars) : cell.end;
			while (at < end && (unsigned char)chars[at] <= ' ')
				at++;
			uint32_t last = end;
			while (last > at && (unsigned char)chars[last - 1] <= ' ')
				last--;
			if (last > at) {
				if (n >= MANY_ITEMS || chars[last - 1] == ',' ||
					!g_unichar_isupper(g_utf8_get_char(chars + at)))
					return 0;
				lines[n++] = (DdGridCell){.start = at, .end = last};
			}
			at = end + 1;
		}
		if (cell.next == 0)
			return n;
	}
}

/* "- Khai giảng<br>- Họp cha mẹ học sinh" beside "Hiệu trưởng<br>Giáo viên chủ nhiệm": as many who lead as there is to do */
static void
pair_leads(Walk *walk, const RowView *view, uint32_t n, guint first)
{
	DdGridCell lines[MANY_ITEMS];
	DdContext *context = walk->context;
	int lead = dd_table_find_column(walk->grid, DD_LABEL_LEAD);
	DdForm form = walk->grid->form;
	if (lead < 0 || (form != DD_FORM_RULED && form != DD_FORM_TABBED) ||
		first + n > context->tasks->len)
		return;
	DdGridCell cell = dd_grid_cell(walk->grid, view->row, (uint32_t)lead);
	if (!is_filled(cell) || find_lines(walk, cell, lines) != n)
		return;
	for (uint32_t i = 0; i < n; i++) {
		DdTask *task = &g_array_index(context->tasks, DdTask, first + i);
		task->lead = (DdFieldList){NULL, 0};
		add_raw_names(walk, &task->lead, lines[i]);
	}
}

/* Steps over the bullet that an item begins with. */
static DdGridCell
without_bullet(const DdContext *context, DdGridCell item)
{
	if (!is_bullet_at(context, item.start, item.end))
		return item;
	item.start += (unsigned char)context->chars[item.start] >= 0x80 ? 3 : 1;
	while (item.start < item.end && (unsigned char)context->chars[item.start] <= ' ')
		item.start++;
	return item;
}

/* Where no column says who leads, a group may be headed by who does what stands in it: "II. Phòng Kế toán". */
static void
take_group_lead(Walk *walk, DdTask *task)
{
	DdContext *context = walk->context;
	if (dd_table_find_column(walk->grid, DD_LABEL_LEAD) >= 0)
		return;
	for (uint32_t i = walk->n_groups; i-- > 0 && task->lead.n == 0;) {
		DdGridCell title = walk->groups[i].title;
		DdFieldList names = {0};
		if (title.end - title.start > GROUP_NAME_BYTES)
			continue;
		dd_context_scan(context, title.start, title.end);
		const DdTokens *tokens = &context->scratch;
		size_t end = tokens->n;
		while (end > 0 && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
			end--;
		/* the last word may be of a name that no catalogue has: "Phòng Quản lý nhà" */
		size_t read = dd_names_read(
			context->directory, context->local, tokens, 0, end, context->arena, &names);
		if (read > 0 && read + 1 >= end)
			add_raw_names(walk, &task->lead, title);
	}
}

static void
append_task(Walk *walk, DdTask *task, const char *id, const char *heading)
{
	task->id = id;
	task->heading = heading;
	task->confidence = task->lead.n > 0 ? 90 : 70;
	task->rule = dd_table_rule_row;
	if (walk->context->tasks->len < DD_MAX_ITEMS)
		g_array_append_val(walk->context->tasks, *task);
}

/*
 * Is the row without a number a part of the numbered one above: does it name somebody of its own who does it, in the time
 * of the whole? Else both are what one number is for.
 */
static bool
is_part(Walk *walk, const RowView *view)
{
	bool leads = false, timed = !is_filled(view->content);
	for (uint32_t i = 0; i < walk->grid->n_columns; i++) {
		DdGridCell cell = dd_grid_cell(walk->grid, view->row, i);
		bool same = !is_filled(cell) || cell_is(walk, cell, walk->above[i]);
		if (walk->grid->columns[i].label == DD_LABEL_LEAD)
			leads = leads || !same;
		else if (walk->grid->columns[i].label == DD_LABEL_TIME)
			timed = timed || !same || !is_filled(walk->above[i]);
	}
	return leads && !timed && dd_table_find_column(walk->grid, DD_LABEL_TIME) >= 0;
}

/* Returns: the id of the row; rows without a number go on below the numbered one as -1, -2 */
static const char *
number_row(Walk *walk, const RowView *view, const char **heading_out)
{
	DdContext *context = walk->context;
	const Group *group;
	if (view->has_mark && view->mark.kind != DD_ROW_BULLET) {
		remark_number(walk, view);
		group = close_groups(walk, &view->mark);
		*heading_out = group != NULL ? group->id : NULL;
		const char *id = make_id(walk, &view->mark);
		if (view->mark.kind == DD_ROW_LETTER && walk->base != NULL && !walk->after_group)
			return id;
		walk->base = id;
		walk->base_heading = *heading_out;
		walk->base_task = context->tasks->len;
		walk->sub = 0;
		return id;
	}
	group = walk->n_groups > 0 ? &walk->groups[walk->n_groups - 1] : NULL;
	if (walk->base == NULL && group != NULL) {
		walk->base = walk->base_heading = group->id;
		walk->base_task = G_MAXUINT;
	}
	if (walk->base == NULL) {
		char id[24];
		*heading_out = NULL;
		(void)snprintf(id, sizeof(id), "%u", ++walk->ordinal);
		return dd_arena_strdup(context->arena, id);
	}
	*heading_out = walk->base_heading;
	/* the first of them shows that the numbered row was -1 */
	if (walk->sub == 0 && walk->base_task < context->tasks->len && !is_part(walk, view)) {
		DdTask *first = &g_array_index(context->tasks, DdTask, walk->base_task);
		first->id = make_sub_id(walk, walk->base, ++walk->sub);
	}
	return make_sub_id(walk, walk->base, ++walk->sub);
}

/* "Nghỉ Tết Nguyên đán" in a calendar, which nobody is told to do */
static bool
is_rest(Walk *walk, const RowView *view)
{
	const DdGrid *grid = walk->grid;
	if (!is_filled(view->content))
		return false;
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if ((grid->columns[i].label == DD_LABEL_LEAD ||
			    grid->columns[i].label == DD_LABEL_COORDINATE) &&
			is_filled(dd_grid_cell(grid, view->row, i)))
			return false;
	const DdTokens *tokens = dd_grid_cell_scan(walk->context, grid, view->content).tokens;
	return dd_phrases_match(walk->grammar->rests, tokens, 0, NULL) >= 0;
}

static void
read_task(Walk *walk, const RowView *view)
{
	DdContext *context = walk->context;
	DdGridCell content = view->content, items[MANY_ITEMS];
	if (!is_filled(content))
		content = walk->above[walk->content];
	else
		walk->above[walk->content] = content;
	if (!is_filled(content) || view->others == 0)
		if (!is_filled(content) || !is_filled(view->content))
			return;
	const char *heading = NULL, *id = number_row(walk, view, &heading);
	DdTask task = {0};
	read_cells(walk, view, &task);
	take_group_lead(walk, &task);
	dd_table_find_time(context, walk->grid, view->content, &task);
	uint32_t start = is_filled(view->content) ? content.start : view->end;
	for (uint32_t i = 0; i < walk->grid->n_columns && !is_filled(view->content); i++) {
		DdGridCell cell = dd_grid_cell(walk->grid, view->row, i);
		if (is_filled(cell) && (int)i != walk->number)
			start = MIN(start, cell.start);
	}
	if (task.time_raw.value == NULL)
		remark_blank_time(walk, view, id);
	uint32_t n = is_filled(view->content) ? find_items(walk, content, items) : 0;
	guint first = context->tasks->len;
	for (uint32_t i = 0; i < n; i++) {
		DdTask item = task;
		item.span = dd_span(items[i].start, items[i].end);
		item.text = dd_grid_cell_field(context, walk->grid,
			without_bullet(context, items[i]), 90, dd_table_rule_row);
		append_task(walk, &item, make_sub_id(walk, id, i + 1), heading);
	}
	if (n > 0) {
		walk->sub = n;
		pair_leads(walk, view, n, first);
	} else {
		task.span = dd_span(start, MAX(view->end, start));
		task.text = dd_grid_cell_field(context, walk->grid,
			without_bullet(context, content), 90, dd_table_rule_row);
		append_task(walk, &task, id, heading);
	}
	walk->after_group = false;
}

/* Returns: index of the column of row numbers, -1 when there is none */
static int
find_number_column(const DdContext *context, const DdGrid *grid, int content)
{
	int labelled = dd_table_find_column(grid, DD_LABEL_NUMBER);
	if (labelled >= 0 || content == 0 || grid->columns[0].label != DD_LABEL_NONE)
		return labelled;
	uint32_t marks = 0, rows = 0;
	for (uint32_t row = grid->body; row < grid->rows->len && rows < 20; row++) {
		DdRowMark mark;
		DdGridCell cell = dd_grid_cell(grid, row, 0);
		rows++;
		marks += is_filled(cell) && dd_row_mark_read(context, cell.start, cell.end, &mark) &&
			 mark.body >= cell.end;
	}
	return marks * 2 >= rows && rows > 0 ? 0 : -1;
}

void
dd_table_read_tasks(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	Walk walk = {.grammar = self, .context = context, .grid = grid, .base_task = G_MAXUINT};
	walk.content = dd_table_find_column(grid, DD_LABEL_CONTENT);
	if (walk.content < 0)
		return;
	walk.number = find_number_column(context, grid, walk.content);
	for (uint32_t row = grid->body; row < grid->rows->len; row++) {
		if (repeats_head(&walk, row))
			continue;
		RowView view = view_row(&walk, row);
		if (!read_group(&walk, &view) && !is_rest(&walk, &view))
			read_task(&walk, &view);
	}
}
