/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rtf-table.h: a table of an RTF. Its cells are told by where they end on the page, so that what a column is shows only when
 * all rows are known: rows are kept until then
 */
#pragma once

#include "document-builder.h"

G_BEGIN_DECLS

/* What a row says of a cell before it ends */
typedef struct {
	int64_t right; /* where it ends, in twentieths of a point */
	bool merged_left, merged_above;
} DdRtfCell;

typedef struct _DdRtfTable DdRtfTable;

/* Returns: (transfer full) */
DdRtfTable *
dd_rtf_table_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_rtf_table_free(DdRtfTable *self);
/* Adds a paragraph, copied, to the cell at hand. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_rtf_table_add(DdRtfTable *self, const DdParagraph *paragraph, GError **error);
/* The cell at hand ends */
bool
dd_rtf_table_end_cell(DdRtfTable *self, GError **error);
/* The row at hand ends, if it has a cell; @cells: DdRtfCell, what was said of its cells */
bool
dd_rtf_table_end_row(DdRtfTable *self, const GArray *cells, GError **error);
/* Adds the table to @builder and begins anew; nothing when it has no rows. FALSE as the builder says */
bool
dd_rtf_table_write(DdRtfTable *self, DdDocumentBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdRtfTable, dd_rtf_table_free)

G_END_DECLS
