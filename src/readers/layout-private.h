/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-private.h: what the parts of layout share: words on their way into rows, rows into paragraphs and tables */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "document-builder.h"
#include "page-content.h"

G_BEGIN_DECLS

#define DD_LAYOUT_COORDINATE_MAX                                                                   \
	20000.0F /* points: what lies farther away is no part of the page */

/* A word and its page, 1-based */
typedef struct {
	const DdPageWord *word;
	uint32_t page;
} DdLayoutWord;

/* Words beside each other without a gap as between columns */
typedef struct {
	guint first, n; /* in the words of the rows */
	float left, right;
} DdLayoutRun;

/* What stands on one line of the page */
typedef struct {
	guint first, n; /* in the runs of the rows */
	uint32_t page;
	float left, right, top, bottom, size;
	bool bold; /* all of it */
} DdLayoutRow;

typedef struct {
	GArray *words; /* DdLayoutWord, in the order of reading */
	GArray *runs;  /* DdLayoutRun */
	GArray *rows;  /* DdLayoutRow, from top to bottom */
} DdLayoutRows;

/* @words: DdLayoutWord in any order, swallowed. Returns: (transfer full) */
DdLayoutRows *
dd_layout_rows_new(GArray *words);
/*
 * Makes one run of each line that was spread from one side to the other, as narrow columns have them where text is justified: its words stand
 * equally far from each other, and it begins and ends where the lines of @self do. For what stands in one ruled cell
 */
void
dd_layout_rows_join_spread(DdLayoutRows *self);
void
dd_layout_rows_free(DdLayoutRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLayoutRows, dd_layout_rows_free)

/* Rows side by side in columns */
typedef struct {
	guint end;     /* the first row behind them */
	GArray *edges; /* float: where one column ends and the next begins, rising */
} DdLayoutColumns;

/*
 * Do rows from @at on stand side by side? @middle: of the page's text, around which titles are centred.
 * Returns: TRUE with @columns_out, whose edges are (transfer full)
 */
bool
dd_layout_find_columns(const DdLayoutRows *rows, guint at, float middle, DdLayoutColumns *columns_out);

/* A cell of a ruled table with what stands in it */
typedef struct {
	uint32_t row, column, rows, columns;
	GArray *words; /* DdLayoutWord */
	float left, right;
} DdLayoutCell;

typedef struct {
	GArray *edges;     /* float: of the columns, one more than they are */
	GArray *row_edges; /* float: of the rows of its first page */
	GPtrArray *cells;  /* DdLayoutCell, by row and column */
	guint *owner;      /* place, row by row, to cell */
	DdLayoutCell **lowest; /* of each column: what reaches the last row; NULL a heading that was left out */
	uint32_t n_rows;
	float top, bottom, left, right;
} DdLayoutGrid;

/* Returns: (transfer full) DdLayoutGrid by their tops: what the page's ruling lines enclose; without words so far */
GPtrArray *
dd_layout_find_grids(const DdPageContent *page);
/* Returns: TRUE when the middle of @word is inside; then it is in its cell */
bool
dd_layout_grid_take(DdLayoutGrid *self, DdLayoutWord word);
/*
 * Takes the rows of @next, a table with the same columns at the top of the next page: its heading again is left out, a row that the
 * page's end cut in two is made one. Returns: FALSE when the columns are others; @next then is as it was
 */
bool
dd_layout_grid_join(DdLayoutGrid *self, DdLayoutGrid *next);

/* Where paragraphs are written to, one that may go on held back */
typedef struct _DdLayoutFlow DdLayoutFlow;

/* Returns: (transfer full) */
DdLayoutFlow *
dd_layout_flow_new(DdDocumentBuilder *builder);
/* What is held back is lost: end before */
void
dd_layout_flow_free(DdLayoutFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLayoutFlow, dd_layout_flow_free)
/* Between which places lines were broken */
typedef struct {
	float left, right;
	bool known;   /* by ruling lines; else guessed from where the lines begin and end */
	bool blanks;  /* room between lines is kept as a blank one: on a page, not in a cell */
	bool indents; /* first lines are indented, the others begin at the left */
} DdLayoutBounds;

/* Adds a row whose line was broken within @bounds */
bool
dd_layout_flow_add(DdLayoutFlow *self, const DdLayoutRows *rows, guint at,
	const DdLayoutBounds *bounds, GError **error);
/* Writes what is held back: what comes next is no part of it */
bool
dd_layout_flow_end(DdLayoutFlow *self, GError **error);
/* Finds where the lines of all rows begin and end */
DdLayoutBounds
dd_layout_find_bounds(const DdLayoutRows *rows);

/* Lines above and below the pages that are no part of the text */
typedef struct _DdLayoutMargins DdLayoutMargins;

/* Takes them out of @bodies: a GArray of DdLayoutWord for each page, whose order changes. Returns: (transfer full) */
DdLayoutMargins *
dd_layout_take_margins(DdPageContent *const *pages, GArray *const *bodies, size_t n);
void
dd_layout_margins_free(DdLayoutMargins *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLayoutMargins, dd_layout_margins_free)
/* Writes them as header and footer, a paragraph each */
bool
dd_layout_write_margins(DdLayoutMargins *self, DdDocumentBuilder *builder, GError **error);

G_END_DECLS
