/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sheet.h: the cells of one sheet, whatever file they come from, and what becomes of them in a document: the lines above and
 * below its table are paragraphs, as they would be in a text; empty rows and columns are dropped
 */
#pragma once

#include "document-builder.h"

G_BEGIN_DECLS

typedef struct _DdSheet DdSheet;

/* Returns: (transfer full) */
DdSheet *
dd_sheet_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_sheet_free(DdSheet *self);
/*
 * Adds a cell; blank ones are not kept, and the first one at a place counts. @text: lent for the life of @self. @ruled: it has
 * borders. FALSE with DD_ERROR_TOO_LARGE when there are too many cells
 */
bool
dd_sheet_add(
	DdSheet *self, uint32_t row, uint32_t column, const char *text, bool ruled, GError **error);
/* The same, with a copy of @text made */
bool
dd_sheet_add_copy(
	DdSheet *self, uint32_t row, uint32_t column, const char *text, bool ruled, GError **error);
/* Lets the cells of @row, which were added last, stand @times in all, one row below the other. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_sheet_repeat_row(DdSheet *self, uint32_t row, uint32_t times, GError **error);
/* Merges the cells from @row and @column on. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_sheet_merge(DdSheet *self, uint32_t row, uint32_t column, uint32_t rows, uint32_t columns,
	GError **error);
/*
 * Adds the sheet to @builder. @name: heads it unless words of its own stand over its table; nullable. FALSE as the builder says
 */
bool
dd_sheet_write(DdSheet *self, const char *name, DdDocumentBuilder *builder, GError **error);

/* The sheets of a file */
typedef struct _DdSheets DdSheets;

/* Returns: (transfer full) */
DdSheets *
dd_sheets_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_sheets_free(DdSheets *self);
/* @name: (nullable), copied. @sheet: swallowed; an empty one is dropped */
void
dd_sheets_take(DdSheets *self, const char *name, DdSheet *sheet);
/*
 * Adds all to @builder. Of several each comes behind its name, unless that is one which programs give by themselves
 * ("Sheet1", "Trang tính1"). FALSE as the builder says
 */
bool
dd_sheets_write(DdSheets *self, DdDocumentBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdSheet, dd_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdSheets, dd_sheets_free)

G_END_DECLS
