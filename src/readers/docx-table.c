/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-table.h"

#include "maxima.h"

typedef enum { MERGE_NONE, MERGE_START, MERGE_ON } Merge;

/* A cell that goes on downward */
typedef struct {
	uint32_t columns; /* 0 none begins here */
	uint32_t row;     /* the last one that it covers */
} Reach;

struct _DdDocxTable {
	uint32_t row;    /* of the one open */
	uint32_t column; /* where the next cell begins */
	uint32_t columns;
	Merge down, right;                   /* of the cell open */
	bool is_open, row_is_open;           /* in the document */
	bool row_has_begun;                  /* with its first cell */
	bool row_is_dropped, row_has_cell;   /* row_has_cell: one that was opened */
	bool is_settled, cell_is_open;       /* is_settled: it is known what becomes of the cell */
	Reach reaches[DD_MAX_TABLE_COLUMNS]; /* by column */
};

DdDocxTable *
dd_docx_table_new(void)
{
	return g_new0(DdDocxTable, 1);
}

void
dd_docx_table_free(DdDocxTable *self)
{
	g_free(self);
}

void
dd_docx_table_begin_row(DdDocxTable *self)
{
	self->column = 0;
	self->row_is_open = self->row_is_dropped = self->row_has_cell = self->row_has_begun = false;
}

bool
dd_docx_table_drop_row(DdDocxTable *self)
{
	self->row_is_dropped = !self->row_is_open;
	return self->row_is_dropped;
}

void
dd_docx_table_begin_cell(DdDocxTable *self)
{
	self->row_has_begun = true;
	self->columns = 1;
	self->down = self->right = MERGE_NONE;
	self->is_settled = self->cell_is_open = false;
}

void
dd_docx_table_take(DdDocxTable *self, const DdXml *xml, int name)
{
	/* one over the maximum, so that the builder refuses what is too much */
	int64_t most = DD_MAX_TABLE_COLUMNS + 1;
	bool is_start = dd_xml_attribute_is(xml, DD_XML_WORD, "val", "restart");
	/* what is said too late, out of place, would contradict what was done */
	if (name == DD_DOCX_GRID_BEFORE ? self->row_has_begun : self->is_settled)
		return;
	if (name == DD_DOCX_GRID_BEFORE)
		self->column = (uint32_t)dd_xml_get_number(xml, DD_XML_WORD, "val", 0, most, 0);
	else if (name == DD_DOCX_GRID_SPAN)
		self->columns = (uint32_t)dd_xml_get_number(xml, DD_XML_WORD, "val", 1, most, 1);
	else if (name == DD_DOCX_V_MERGE)
		self->down = is_start ? MERGE_START : MERGE_ON;
	else if (name == DD_DOCX_H_MERGE)
		self->right = is_start ? MERGE_START : MERGE_ON;
}

static bool
open_row(DdDocxTable *self, DdDocxSink *sink, GError **error)
{
	if (!self->is_open && !dd_docx_sink_open_table(sink, error))
		return false;
	self->is_open = true;
	if (!self->row_is_open && !dd_docx_sink_open_row(sink, error))
		return false;
	self->row_is_open = true;
	return true;
}

/* Returns: what stands at the column of the open cell, NULL past the maximum, where the builder refuses */
static Reach *
reach_here(DdDocxTable *self)
{
	return self->column < DD_MAX_TABLE_COLUMNS ? &self->reaches[self->column] : NULL;
}

/* Decides what the open cell is: one of its own, or a part of the one above it or on its left. */
static bool
settle(DdDocxTable *self, DdDocxSink *sink, GError **error)
{
	if (self->is_settled)
		return true;
	if (!open_row(self, sink, error))
		return false;
	self->is_settled = true;
	Reach *reach = reach_here(self);
	if (self->right == MERGE_ON && self->row_has_cell)
		return dd_docx_sink_widen_cell(sink, self->columns, error);
	/* one of another width is no part of the cell above, or the two would overlap */
	if (self->down == MERGE_ON && reach != NULL && reach->columns == self->columns &&
		reach->row + 1 == self->row) {
		reach->row = self->row;
		self->row_has_cell = false; /* nothing on its right is widened into it */
		return dd_docx_sink_extend_cell(sink, self->column, error);
	}
	self->row_has_cell = true;
	self->cell_is_open = true;
	if (reach != NULL)
		*reach = (Reach){self->down == MERGE_START ? self->columns : 0, self->row};
	return dd_docx_sink_open_cell(sink, self->column, self->columns, 1, error);
}

bool
dd_docx_table_begin_block(DdDocxTable *self, DdDocxSink *sink, bool *shown_out, GError **error)
{
	if (!settle(self, sink, error))
		return false;
	*shown_out = self->cell_is_open;
	return true;
}

bool
dd_docx_table_end_cell(DdDocxTable *self, DdDocxSink *sink, GError **error)
{
	if (self->row_is_dropped)
		return true;
	if (!settle(self, sink, error))
		return false;
	self->column += self->columns;
	return self->cell_is_open ? dd_docx_sink_close(sink, error) : true;
}

bool
dd_docx_table_end_row(DdDocxTable *self, DdDocxSink *sink, GError **error)
{
	if (self->row_is_dropped)
		return true;
	if (!open_row(self, sink, error))
		return false;
	self->row++;
	return dd_docx_sink_close(sink, error);
}

bool
dd_docx_table_end(DdDocxTable *self, DdDocxSink *sink, GError **error)
{
	return self->is_open ? dd_docx_sink_close(sink, error) : true;
}
