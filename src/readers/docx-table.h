/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docx-table.h: a table of a DOCX while it goes by. What a row or a cell is comes first inside of it, and what a merged cell
 * covers comes row by row; so each is opened in the document only when its first block comes, or its end.
 */
#pragma once

#include "docx-names.h"
#include "docx-sink.h"

G_BEGIN_DECLS

typedef struct _DdDocxTable DdDocxTable;

DdDocxTable *
dd_docx_table_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_docx_table_free(DdDocxTable *self);
void
dd_docx_table_begin_row(DdDocxTable *self);
void
dd_docx_table_begin_cell(DdDocxTable *self);
/* Takes what the element just opened, inside of w:trPr or w:tcPr, says about the row or the cell */
void
dd_docx_table_take(DdDocxTable *self, const DdXml *xml, int name);
/* A block comes. @shown_out: FALSE when the cell is covered by another, whose text is shown in its place */
bool
dd_docx_table_begin_block(DdDocxTable *self, DdDocxSink *sink, bool *shown_out, GError **error);
bool
dd_docx_table_end_cell(DdDocxTable *self, DdDocxSink *sink, GError **error);
/* The row shall be as if it had never been: it was deleted. Returns: FALSE when cells of it were shown already */
bool
dd_docx_table_drop_row(DdDocxTable *self);
bool
dd_docx_table_end_row(DdDocxTable *self, DdDocxSink *sink, GError **error);
bool
dd_docx_table_end(DdDocxTable *self, DdDocxSink *sink, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocxTable, dd_docx_table_free)

G_END_DECLS
