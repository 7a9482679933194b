/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * document-builder.h: makes a document from top to bottom: readers of files drive it, and who takes one over from a worker.
 * It holds to the maxima of maxima.h whatever it is told, and to the shape: what is opened is closed in order.
 */
#pragma once

#include "document.h"

G_BEGIN_DECLS

typedef struct _DdDocumentBuilder DdDocumentBuilder;

/* Returns: TRUE when @kind may name a kind of file: 1 to DD_MAX_KIND_BYTES capital ASCII letters and digits, "DOCX" */
bool
dd_document_is_kind(const char *kind);
/* @kind: as above, copied. Returns: (transfer full) */
DdDocumentBuilder *
dd_document_builder_new(const char *kind) G_GNUC_WARN_UNUSED_RESULT;
void
dd_document_builder_free(DdDocumentBuilder *self);
/*
 * The functions below return FALSE with DD_ERROR_TOO_LARGE when a maximum is passed, with DD_ERROR_INVALID_DATA when the
 * shape or a value is wrong (a cell outside of a row, text that is no UTF-8 or holds NUL, a span of 0); nothing was added then.
 */
/* Blocks that follow belong to @part. Not inside a table. At the beginning it is the body */
bool
dd_document_builder_set_part(DdDocumentBuilder *self, DdPart part, GError **error);
/* Blocks that follow stand on @page, 0 unknown */
void
dd_document_builder_set_page(DdDocumentBuilder *self, uint32_t page);
/*
 * @paragraph: copied with its texts and places; controls in texts other than tab and line end become blanks. Places rise, stand on
 * pages that were added and have a confidence of at most 100 or none
 */
bool
dd_document_builder_add_paragraph(
	DdDocumentBuilder *self, const DdParagraph *paragraph, GError **error);
bool
dd_document_builder_open_table(DdDocumentBuilder *self, GError **error);
bool
dd_document_builder_open_row(DdDocumentBuilder *self, GError **error);
/* @column: not left of where the cell before ended. @rows: what lies below the end of the table is cut when it closes */
bool
dd_document_builder_open_cell(
	DdDocumentBuilder *self, uint32_t column, uint32_t columns, uint32_t rows, GError **error);
/* Closes what was opened last: cell, row or table */
bool
dd_document_builder_close(DdDocumentBuilder *self, GError **error);
/*
 * Lets the cell that begins at @column and reaches the row above the open one cover this row too: a vertical merge told row
 * by row. Returns: FALSE when no cell does so
 */
bool
dd_document_builder_extend_cell(DdDocumentBuilder *self, uint32_t column);
/*
 * Lets the cell that was closed last in the open row cover @columns more on its right: a horizontal merge told cell by cell.
 * FALSE: DD_ERROR_INVALID_DATA when there is none or a cell is open, DD_ERROR_TOO_LARGE
 */
bool
dd_document_builder_widen_cell(DdDocumentBuilder *self, uint32_t columns, GError **error);
/* Adds the next page; words stand on pages that were added before. No signature came before it */
bool
dd_document_builder_add_page(DdDocumentBuilder *self, DdPage page, GError **error);
/* @signature: copied with its texts */
bool
dd_document_builder_add_signature(
	DdDocumentBuilder *self, const DdSignature *signature, GError **error);
/* @member: copied, its bytes referenced; controls in its name become blanks */
bool
dd_document_builder_add_member(DdDocumentBuilder *self, const DdMember *member, GError **error);
void
dd_document_builder_add_note(DdDocumentBuilder *self, DdNote note);
/* Returns: (transfer full) the document, NULL when something is still open (DD_ERROR_INVALID_DATA). @self is empty then */
DdDocument *
dd_document_builder_finish(DdDocumentBuilder *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocumentBuilder, dd_document_builder_free)

G_END_DECLS
