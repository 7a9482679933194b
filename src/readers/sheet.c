/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "maxima.h"
#include "span-grid.h"

#define FEW 2          /* cells of a row that may be a line of text: a letterhead has two */
#define MARK_LETTERS 8 /* of a number of a row: "XVIII.", "1.2.10" */

typedef struct {
	const char *text;
	uint32_t row, rows; /* of the sheet, then of the table; rows and columns that it covers, of those that are not empty */
	uint16_t column, columns;
	bool ruled;
} Cell;

typedef struct {
	uint32_t row, rows, column, columns;
} Merge;

/* A row that is not empty */
typedef struct {
	uint32_t number;   /* in the sheet */
	guint first, last; /* of its cells, last is behind */
	bool ruled, in_table;
} Row;

struct _DdSheet {
	GArray *cells, *merges, *rows; /* Cell, Merge, Row */
	DdArena *arena;
	bool is_unsorted, is_cut;
	uint16_t places[DD_MAX_SHEET_COLUMNS + 1]; /* columns that are not empty, left of each */
	DdSpanGrid grid;                           /* of the table that is written */
};

DdSheet *
dd_sheet_new(void)
{
	DdSheet *self = g_new0(DdSheet, 1);
	self->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
	self->merges = g_array_new(FALSE, FALSE, sizeof(Merge));
	self->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	self->arena = dd_arena_new();
	return self;
}

void
dd_sheet_free(DdSheet *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->cells);
	g_array_unref(self->merges);
	g_array_unref(self->rows);
	dd_arena_free(self->arena);
	g_free(self);
}

static Cell *
cell_at(const DdSheet *self, guint i)
{
	return &g_array_index(self->cells, Cell, i);
}

static Row *
row_at(const DdSheet *self, guint i)
{
	return &g_array_index(self->rows, Row, i);
}

static bool
refuse_large(GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"bảng tính quá lớn; hãy tách thành nhiều tệp (sheet too large: over %u cells)",
		DD_MAX_SHEET_CELLS);
	return false;
}

static bool
is_blank(const char *text)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		if (!g_unichar_isspace(g_utf8_get_char(at)))
			return false;
	}
	return true;
}

/* Tells whether a cell of that text at that place is to be kept, and takes it into account. */
static bool
is_kept(DdSheet *self, uint32_t column, const char *text)
{
	if (is_blank(text))
		return false;
	self->is_cut = self->is_cut || column >= DD_MAX_SHEET_COLUMNS;
	return column < DD_MAX_SHEET_COLUMNS;
}

static bool
add(DdSheet *self, uint32_t row, uint32_t column, const char *text, bool ruled, GError **error)
{
	if (self->cells->len >= DD_MAX_SHEET_CELLS)
		return refuse_large(error);
	if (self->cells->len > 0) {
		const Cell *before = cell_at(self, self->cells->len - 1);
		if (before->row > row || (before->row == row && before->column >= column))
			self->is_unsorted = true;
	}
	Cell cell = {.text = text, .row = row, .rows = 1, .column = (uint16_t)column, .columns = 1};
	cell.ruled = ruled;
	g_array_append_val(self->cells, cell);
	return true;
}

bool
dd_sheet_add(DdSheet *self, uint32_t row, uint32_t column, const char *text, bool ruled, GError **error)
{
	return !is_kept(self, column, text) || add(self, row, column, text, ruled, error);
}

bool
dd_sheet_add_copy(
	DdSheet *self, uint32_t row, uint32_t column, const char *text, bool ruled, GError **error)
{
	if (!is_kept(self, column, text))
		return true;
	if (strlen(text) > DD_MAX_PARAGRAPH_BYTES ||
		dd_arena_get_size(self->arena) / 2 > DD_MAX_DOCUMENT_BYTES)
		return refuse_large(error);
	return add(self, row, column, dd_arena_strdup(self->arena, text), ruled, error);
}

bool
dd_sheet_repeat_row(DdSheet *self, uint32_t row, uint32_t times, GError **error)
{
	guint end = self->cells->len, from = end;
	while (from > 0 && cell_at(self, from - 1)->row == row)
		from--;
	if (from == end)
		return true;
	for (uint32_t n = 1; n < times; n++) {
		for (guint i = from; i < end; i++) {
			Cell cell = *cell_at(self, i);
			if (!add(self, row + n, cell.column, cell.text, cell.ruled, error))
				return false;
		}
	}
	return true;
}

bool
dd_sheet_merge(DdSheet *self, uint32_t row, uint32_t column, uint32_t rows, uint32_t columns,
	GError **error)
{
	if (rows <= 1 && columns <= 1)
		return true;
	if (self->merges->len >= DD_MAX_SHEET_CELLS)
		return refuse_large(error);
	g_array_append_val(self->merges, ((Merge){row, rows, column, columns}));
	return true;
}

static gint
compare_cells(gconstpointer a, gconstpointer b)
{
	const Cell *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (int)x->column - (int)y->column;
}

/* Sorts the cells; of several at one place the first is kept. */
static void
sort_cells(DdSheet *self)
{
	if (!self->is_unsorted)
		return;
	g_array_sort(self->cells, compare_cells); /* keeps the order of those that are equal */
	guint kept = 0;
	for (guint i = 0; i < self->cells->len; i++) {
		if (kept > 0 && compare_cells(cell_at(self, kept - 1), cell_at(self, i)) == 0)
			continue;
		*cell_at(self, kept++) = *cell_at(self, i);
	}
	g_array_set_size(self->cells, kept);
}

/* Notes which rows and columns hold something. */
static void
index_cells(DdSheet *self)
{
	bool used[DD_MAX_SHEET_COLUMNS] = {false};
	for (guint i = 0; i < self->cells->len; i++) {
		const Cell *cell = cell_at(self, i);
		used[cell->column] = true;
		guint n = self->rows->len;
		if (n == 0 || row_at(self, n - 1)->number != cell->row)
			g_array_append_val(self->rows, ((Row){cell->row, i, i, false, false}));
		Row *last = row_at(self, self->rows->len - 1);
		last->last = i + 1;
		last->ruled = last->ruled || cell->ruled;
	}
	for (guint i = 0; i < DD_MAX_SHEET_COLUMNS; i++)
		self->places[i + 1] = (uint16_t)(self->places[i] + (used[i] ? 1 : 0));
}

/* Returns: how many of the rows lie above row @number of the sheet */
static guint
rows_above(const DdSheet *self, uint64_t number)
{
	guint from = 0, to = self->rows->len;
	while (from < to) {
		guint middle = from + (to - from) / 2;
		if (row_at(self, middle)->number < number)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static Cell *
find_cell(const DdSheet *self, guint row, uint32_t column)
{
	guint from = row_at(self, row)->first, to = row_at(self, row)->last;
	while (from < to) {
		guint middle = from + (to - from) / 2;
		if (cell_at(self, middle)->column < column)
			from = middle + 1;
		else
			to = middle;
	}
	bool found = from < row_at(self, row)->last && cell_at(self, from)->column == column;
	return found ? cell_at(self, from) : NULL;
}

/* Tells cells what they cover. A merge whose first cell is blank shows nothing. */
static void
apply_merges(DdSheet *self)
{
	for (guint i = 0; i < self->merges->len; i++) {
		const Merge *merge = &g_array_index(self->merges, Merge, i);
		guint row = rows_above(self, merge->row);
		if (row >= self->rows->len || row_at(self, row)->number != merge->row ||
			merge->column >= DD_MAX_SHEET_COLUMNS)
			continue;
		Cell *cell = find_cell(self, row, merge->column);
		if (cell == NULL)
			continue;
		uint32_t room = DD_MAX_SHEET_COLUMNS - merge->column;
		uint32_t end = merge->column + MIN(merge->columns, room);
		cell->columns = (uint16_t)(self->places[end] - self->places[merge->column]);
		cell->rows = rows_above(self, (uint64_t)merge->row + merge->rows) - row;
	}
}

static guint
count_cells(const DdSheet *self, guint row)
{
	return row_at(self, row)->last - row_at(self, row)->first;
}

/* Tells whether the row begins with what numbers it: "12", "IV.", "a)" */
static bool
is_numbered(const DdSheet *self, guint row)
{
	const char *text = cell_at(self, row_at(self, row)->first)->text;
	size_t len = strcspn(text, " \t\r\n");
	if (len > MARK_LETTERS || !is_blank(text + len))
		return false;
	/* one letter, or digits, or Roman ones */
	size_t letters = strspn(text, "IVXLC");
	if (letters == 0)
		letters = strspn(text, "0123456789.");
	if (letters == 0 && g_ascii_isalpha(text[0]))
		letters = 1;
	return letters > 0 && letters + strspn(text + letters, ".)") == len;
}

/* Where no lines are drawn: from the first row of several cells to the last that is a row of a table. */
static void
find_plain_table(DdSheet *self, guint start, guint most)
{
	guint end = self->rows->len;
	guint reached = 0; /* behind the last row that a cell from above covers */
	for (guint i = start; i < self->rows->len; i++) {
		for (guint k = row_at(self, i)->first; k < row_at(self, i)->last; k++)
			reached = MAX(reached,
				cell_at(self, k)->rows > 1 ? i + cell_at(self, k)->rows : 0);
	}
	while (end > start + 1 && end > reached && count_cells(self, end - 1) < most &&
		!is_numbered(self, end - 1))
		end--;
	for (guint i = start; i < end; i++)
		row_at(self, i)->in_table = true;
}

/*
 * Where lines are drawn, what has them is table. A lone row without them between others belongs to them; where blank rows set
 * it off it parts two tables.
 */
static void
find_ruled_tables(DdSheet *self, guint start, guint most)
{
	guint end = start; /* of what is table so far */
	for (guint i = start; i < self->rows->len; i++) {
		Row *row = row_at(self, i);
		if (!row->ruled && count_cells(self, i) < most)
			continue;
		bool is_set_off = i > end &&
				  row_at(self, i)->number - row_at(self, end)->number > i - end;
		if (end > start && row_at(self, end)->number - row_at(self, end - 1)->number > 1)
			is_set_off = is_set_off || i > end;
		for (guint k = end; k < i && !is_set_off; k++)
			row_at(self, k)->in_table = true;
		row->in_table = true;
		end = i + 1;
	}
}

static void
find_tables(DdSheet *self)
{
	guint most = 0, start = 0, ruled = 0;
	for (guint i = 0; i < self->rows->len; i++)
		most = MAX(most, count_cells(self, i));
	if (most <= 1)
		return; /* lines of text, nothing beside anything */
	most = MIN(most, FEW + 1);
	while (count_cells(self, start) < most)
		start++;
	for (guint i = start; i < self->rows->len; i++)
		ruled += row_at(self, i)->ruled ? 1 : 0;
	if (row_at(self, start)->ruled && ruled > 1)
		find_ruled_tables(self, start, most);
	else
		find_plain_table(self, start, most);
}

/* Adds text without white space at its ends. */
static void
append_text(GString *out, const char *text)
{
	const char *from = text;
	while (*from != '\0' && g_unichar_isspace(g_utf8_get_char(from)))
		from = g_utf8_next_char(from);
	g_string_append(out, from);
	while (out->len > 0 && g_ascii_isspace(out->str[out->len - 1]))
		g_string_truncate(out, out->len - 1);
}

static bool
add_paragraph(DdDocumentBuilder *builder, const char *text, uint8_t heading, GError **error)
{
	g_autofree char *owned = NULL;
	if (strchr(text, '\r') != NULL) {
		g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
		owned = g_strdelimit(g_strjoinv("\n", lines), "\r", '\n');
	}
	DdParagraph paragraph = {.text = owned != NULL ? owned : text, .heading = heading};
	return dd_document_builder_add_paragraph(builder, &paragraph, error);
}

/* Writes a row that is a line of text: its cells, parted by tabs as those of a letterhead are. */
static bool
write_line(const DdSheet *self, const Row *row, DdDocumentBuilder *builder, GError **error)
{
	g_autoptr(GString) line = g_string_new(NULL);
	for (guint i = row->first; i < row->last; i++) {
		if (i > row->first)
			g_string_append_c(line, '\t');
		append_text(line, cell_at(self, i)->text);
	}
	return add_paragraph(builder, line->str, 0, error);
}

static bool
write_cell(DdSheet *self, const Cell *cell, DdDocumentBuilder *builder, GError **error)
{
	uint32_t column = self->places[cell->column], columns = cell->columns;
	if (column >= DD_MAX_TABLE_COLUMNS) {
		self->is_cut = true;
		return true;
	}
	if (!dd_span_grid_take(&self->grid, column, &columns, cell->rows))
		return true; /* under a merged one */
	g_autoptr(GString) text = g_string_new(NULL);
	append_text(text, cell->text);
	uint32_t rows = MIN(cell->rows, DD_MAX_TABLE_ROWS);
	return dd_document_builder_open_cell(builder, column, columns, rows, error) &&
	       add_paragraph(builder, text->str, 0, error) &&
	       dd_document_builder_close(builder, error);
}

/* Writes the rows from @from on that are of one table. Returns: the row behind them, 0 on failure */
static guint
write_table(DdSheet *self, guint from, DdDocumentBuilder *builder, GError **error)
{
	guint at = from;
	dd_span_grid_init(&self->grid);
	if (!dd_document_builder_open_table(builder, error))
		return 0;
	for (; at < self->rows->len && row_at(self, at)->in_table; at++) {
		const Row *row = row_at(self, at);
		dd_span_grid_begin_row(&self->grid);
		if (!dd_document_builder_open_row(builder, error))
			return 0;
		for (guint i = row->first; i < row->last; i++) {
			if (!write_cell(self, cell_at(self, i), builder, error))
				return 0;
		}
		if (!dd_document_builder_close(builder, error))
			return 0;
	}
	return dd_document_builder_close(builder, error) ? at : 0;
}

/* Has the sheet a title of its own over its table, which may be the head of a document? */
static bool
has_words_over_table(const DdSheet *self)
{
	guint at = 0;
	while (at < self->rows->len && !row_at(self, at)->in_table)
		at++;
	return at > 0 && at < self->rows->len;
}

bool
dd_sheet_write(DdSheet *self, const char *name, DdDocumentBuilder *builder, GError **error)
{
	sort_cells(self);
	index_cells(self);
	apply_merges(self);
	find_tables(self);
	if (name != NULL && !has_words_over_table(self) && !add_paragraph(builder, name, 1, error))
		return false;
	for (guint at = 0; at < self->rows->len;) {
		const Row *row = row_at(self, at);
		/* blank rows say what they say in a text: the title ends, the signature begins */
		if (at > 0 && row->number - row_at(self, at - 1)->number > 1 &&
			!add_paragraph(builder, "", 0, error))
			return false;
		if (row->in_table)
			at = write_table(self, at, builder, error);
		else
			at = write_line(self, row, builder, error) ? at + 1 : 0;
		if (at == 0)
			return false;
	}
	if (self->is_cut)
		dd_document_builder_add_note(builder, DD_NOTE_CUT);
	return true;
}

/* A sheet with its name */
typedef struct {
	char *name; /* NULL none */
	DdSheet *sheet;
} Named;

struct _DdSheets {
	GArray *all; /* Named */
};

static void
clear_named(gpointer data)
{
	Named *named = data;
	g_free(named->name);
	dd_sheet_free(named->sheet);
}

DdSheets *
dd_sheets_new(void)
{
	DdSheets *self = g_new0(DdSheets, 1);
	self->all = g_array_new(FALSE, FALSE, sizeof(Named));
	g_array_set_clear_func(self->all, clear_named);
	return self;
}

void
dd_sheets_free(DdSheets *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->all);
	g_free(self);
}

void
dd_sheets_take(DdSheets *self, const char *name, DdSheet *sheet)
{
	Named named = {g_strdup(name), sheet};
	if (sheet->cells->len == 0)
		clear_named(&named);
	else
		g_array_append_val(self->all, named);
}

/* Tells whether @name is one that a program gave. */
static bool
is_plain_name(const char *name)
{
	static const char *const words[] = {"Sheet", "Trang tính", "Trang_tính", "Bảng", "Bảng tính"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		size_t len = strlen(words[i]);
		if (strncmp(name, words[i], len) != 0)
			continue;
		const char *rest = name + len + strspn(name + len, " _");
		if (rest[strspn(rest, "0123456789")] == '\0')
			return true;
	}
	return false;
}

bool
dd_sheets_write(DdSheets *self, DdDocumentBuilder *builder, GError **error)
{
	for (guint i = 0; i < self->all->len; i++) {
		const Named *named = &g_array_index(self->all, Named, i);
		bool shown = self->all->len > 1 && named->name != NULL && !is_plain_name(named->name);
		if (!dd_sheet_write(named->sheet, shown ? named->name : NULL, builder, error))
			return false;
	}
	return true;
}
