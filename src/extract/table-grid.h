/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-grid.h: a table as rows of cells, and how each form of table is read into it */
#pragma once

#include "maxima.h"
#include "table.h"

G_BEGIN_DECLS

#define DD_BARE_HEAD_BYTES 80u /* of a cell of a flattened head without a column of numbers */

/* A piece of a cell in the text; wrapped cells between rules have several, elsewhere a cell is one stretch */
typedef struct {
	uint32_t start, end; /* text offsets, trimmed; start == end: nothing */
	uint32_t next;       /* index in the grid's cells of the next piece, 0: none */
	uint32_t last;       /* of a cell's first piece: index of its last piece, 0: itself */
} DdGridCell;

typedef struct {
	uint32_t first; /* index of its first cell; the row's cells follow one another */
	uint32_t n;
} DdRow;

typedef enum {
	DD_FORM_RULED,   /* | … | or box drawing, or a stroke behind each cell */
	DD_FORM_TABBED,  /* one row a line, tabs between */
	DD_FORM_STACKED, /* one cell a line, each behind a tab */
	DD_FORM_ALIGNED, /* runs of blanks between */
	DD_FORM_FLAT,    /* nothing between: cells known by what they hold */
} DdForm;

/* What a column is besides its label */
enum {
	DD_COLUMN_BEGINS = 1,   /* thời gian bắt đầu */
	DD_COLUMN_ENDS = 2,     /* thời gian kết thúc */
	DD_COLUMN_COUNT = 4,    /* số buổi */
	DD_COLUMN_PERSON = 8,   /* họ tên, chức vụ */
	DD_COLUMN_FIGURE = 16,  /* đơn vị tính, số lượng, thành tiền */
	DD_COLUMN_VISIT = 32,   /* đơn vị được kiểm tra */
	DD_COLUMN_KEY = 64,     /* stands before the work: a blank cell belongs to the one above */
	DD_COLUMN_MERGED = 128, /* blank cells belong to the one above */
};

typedef struct {
	uint8_t label; /* DdLabel */
	uint8_t flags;
	uint8_t tick; /* the month or quarter whose work is ticked in it, 0: none */
	bool quarter;
	uint32_t filled, blank; /* rows */
} DdColumn;

typedef struct {
	DdForm form;
	uint32_t line, line_end; /* [line, line_end) */
	uint32_t looked;         /* lines looked at before it was known whether this is a table */
	GArray *cells;           /* DdGridCell, [0] unused */
	GArray *rows;            /* DdRow */
	uint32_t body;           /* index of the first row behind the head */
	uint32_t head;           /* index of the first row of the head */
	uint32_t tick_row;       /* index of the row that heads the columns of ticks */
	bool spaced;             /* flat, and each cell is a paragraph: blank cells are known */
	uint32_t n_columns;
	DdColumn columns[DD_MAX_COLUMNS];
} DdGrid;

/* What a cell holds once it is scanned */
typedef struct {
	const DdTokens *tokens;
	bool direct; /* the tokens' offsets are text offsets */
} DdCellScan;

/* table-grid.c: rows and cells */
void
dd_grid_init(DdGrid *self);
void
dd_grid_clear(DdGrid *self);
void
dd_grid_add_row(DdGrid *self);
/* Returns: [@start, @end) without white space and the marks of Markdown for bold letters at both ends */
DdGridCell
dd_grid_trim(const DdContext *context, uint32_t start, uint32_t end);
/* Adds a cell to the last row; over DD_MAX_COLUMNS it is dropped */
void
dd_grid_add_cell(DdGrid *self, const DdContext *context, uint32_t start, uint32_t end);
/* Adds [@start, @end) to cell @column of the last row, when there is such a cell and anything to add */
void
dd_grid_join_cell(
	DdGrid *self, const DdContext *context, uint32_t column, uint32_t start, uint32_t end);
/* Returns: cell @column of row @row; an empty one at the row's end when the row is shorter */
DdGridCell
dd_grid_cell(const DdGrid *self, uint32_t row, uint32_t column);
/* Makes the last cell of the last row go on to @end */
void
dd_grid_extend_cell(DdGrid *self, const DdContext *context, uint32_t end);
/* Returns: end of the last piece of @cell */
uint32_t
dd_grid_cell_end(const DdGrid *self, DdGridCell cell);
/* Returns: (transfer none, in the arena) the cell's text, pieces and lines parted by '\n' */
const char *
dd_grid_cell_text(DdContext *context, const DdGrid *self, DdGridCell cell);
/* Returns: the same with white space folded */
const char *
dd_grid_cell_fold(DdContext *context, const DdGrid *self, DdGridCell cell);
/* Scans the cell into context->scratch */
DdCellScan
dd_grid_cell_scan(DdContext *context, const DdGrid *self, DdGridCell cell);
/* Returns: the cell as a field */
DdField
dd_grid_cell_field(DdContext *context, const DdGrid *self, DdGridCell cell, uint8_t confidence,
	const char *rule);
/* Returns: TRUE when line @i may be part of a table: not of the head, the tail, an appendix' own title block */
bool
dd_grid_takes_line(const DdContext *context, uint32_t i);

/* Returns: the next written line behind line @i, at most @most lines away, noise not counted; n_lines when there is none */
uint32_t
dd_grid_next_line(const DdContext *context, uint32_t i, uint32_t most);

/*
 * Each of these looks whether a table of its form begins at line @i and reads it whole: @grid's rows, line, line_end.
 * Returns: FALSE when none does
 */
bool
dd_grid_read_ruled(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);
bool
dd_grid_read_barred(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);
bool
dd_grid_read_tabbed(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);
bool
dd_grid_read_stacked(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);
bool
dd_grid_read_aligned(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);
bool
dd_grid_read_flat(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);

G_END_DECLS
