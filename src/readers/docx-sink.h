/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docx-sink.h: the blocks of a text on their way into a document. A text box stands inside of the paragraph that it hangs on,
 * and shall follow it: while a paragraph is open, what is added waits until it has ended.
 */
#pragma once

#include "document-builder.h"

G_BEGIN_DECLS

typedef struct _DdDocxSink DdDocxSink;

/* @builder: lent. Returns: (transfer full) */
DdDocxSink *
dd_docx_sink_new(DdDocumentBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void
dd_docx_sink_free(DdDocxSink *self);
/* A paragraph begins; blocks until its end stand in its text boxes */
void
dd_docx_sink_begin_paragraph(DdDocxSink *self);
/* The paragraph begun last ends. @paragraph: (nullable) NULL when nothing of it is shown. FALSE: as the builder says */
bool
dd_docx_sink_end_paragraph(DdDocxSink *self, const DdParagraph *paragraph, GError **error);
/* The functions below are the builder's */
bool
dd_docx_sink_add_paragraph(DdDocxSink *self, const DdParagraph *paragraph, GError **error);
bool
dd_docx_sink_open_table(DdDocxSink *self, GError **error);
bool
dd_docx_sink_open_row(DdDocxSink *self, GError **error);
bool
dd_docx_sink_open_cell(
	DdDocxSink *self, uint32_t column, uint32_t columns, uint32_t rows, GError **error);
bool
dd_docx_sink_extend_cell(DdDocxSink *self, uint32_t column, GError **error);
bool
dd_docx_sink_widen_cell(DdDocxSink *self, uint32_t columns, GError **error);
bool
dd_docx_sink_close(DdDocxSink *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocxSink, dd_docx_sink_free)

G_END_DECLS
