/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-sink.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "maxima.h"

typedef enum {
	STEP_PARAGRAPH,
	STEP_TABLE,
	STEP_ROW,
	STEP_CELL,
	STEP_EXTEND,
	STEP_WIDEN,
	STEP_CLOSE
} StepKind;

typedef struct {
	StepKind kind;
	uint32_t column, columns, rows;
	DdParagraph paragraph;
} Step;

struct _DdDocxSink {
	DdDocumentBuilder *builder;
	GArray *waiting; /* Step */
	DdArena *arena;  /* texts of those, NULL when none wait */
	size_t n_open;   /* paragraphs */
	size_t n_bytes;  /* texts that wait */
};

DdDocxSink *
dd_docx_sink_new(DdDocumentBuilder *builder)
{
	DdDocxSink *self = g_new0(DdDocxSink, 1);
	self->builder = builder;
	self->waiting = g_array_new(FALSE, FALSE, sizeof(Step));
	return self;
}

void
dd_docx_sink_free(DdDocxSink *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->waiting);
	dd_arena_free(self->arena);
	g_free(self);
}

static bool
build(DdDocxSink *self, const Step *step, GError **error)
{
	DdDocumentBuilder *builder = self->builder;
	switch (step->kind) {
	case STEP_PARAGRAPH:
		return dd_document_builder_add_paragraph(builder, &step->paragraph, error);
	case STEP_TABLE:
		return dd_document_builder_open_table(builder, error);
	case STEP_ROW:
		return dd_document_builder_open_row(builder, error);
	case STEP_CELL:
		return dd_document_builder_open_cell(
			builder, step->column, step->columns, step->rows, error);
	case STEP_EXTEND:
		/* the tables of this folder know which cells reach the row; a place left empty is no fault of the file */
		(void)dd_document_builder_extend_cell(builder, step->column);
		return true;
	case STEP_WIDEN:
		return dd_document_builder_widen_cell(builder, step->columns, error);
	case STEP_CLOSE:
		break;
	}
	return dd_document_builder_close(builder, error);
}

static bool
take(DdDocxSink *self, const Step *step, GError **error)
{
	if (self->n_open == 0)
		return build(self, step, error);
	Step kept = *step;
	if (self->arena == NULL)
		self->arena = dd_arena_new();
	if (kept.kind == STEP_PARAGRAPH) {
		self->n_bytes += strlen(kept.paragraph.text);
		kept.paragraph.text = dd_arena_strdup(self->arena, kept.paragraph.text);
		kept.paragraph.number = dd_arena_strdup(self->arena, kept.paragraph.number);
		kept.paragraph.style = dd_arena_strdup(self->arena, kept.paragraph.style);
	}
	if (self->waiting->len >= DD_MAX_BLOCKS || self->n_bytes > DD_MAX_DOCUMENT_BYTES) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"khung chữ quá lớn; hãy tách thành nhiều tệp (text boxes too large)");
		return false;
	}
	g_array_append_val(self->waiting, kept);
	return true;
}

void
dd_docx_sink_begin_paragraph(DdDocxSink *self)
{
	self->n_open++;
}

bool
dd_docx_sink_end_paragraph(DdDocxSink *self, const DdParagraph *paragraph, GError **error)
{
	g_return_val_if_fail(self->n_open > 0, FALSE);
	self->n_open--;
	if (paragraph != NULL && !dd_docx_sink_add_paragraph(self, paragraph, error))
		return false;
	if (self->n_open > 0)
		return true;
	for (guint i = 0; i < self->waiting->len; i++) {
		if (!build(self, &g_array_index(self->waiting, Step, i), error))
			return false;
	}
	g_array_set_size(self->waiting, 0);
	g_clear_pointer(&self->arena, dd_arena_free);
	self->n_bytes = 0;
	return true;
}

bool
dd_docx_sink_add_paragraph(DdDocxSink *self, const DdParagraph *paragraph, GError **error)
{
	return take(self, &(Step){.kind = STEP_PARAGRAPH, .paragraph = *paragraph}, error);
}

bool
dd_docx_sink_open_table(DdDocxSink *self, GError **error)
{
	return take(self, &(Step){.kind = STEP_TABLE}, error);
}

bool
dd_docx_sink_open_row(DdDocxSink *self, GError **error)
{
	return take(self, &(Step){.kind = STEP_ROW}, error);
}

bool
dd_docx_sink_open_cell(
	DdDocxSink *self, uint32_t column, uint32_t columns, uint32_t rows, GError **error)
{
	const Step step = {.kind = STEP_CELL, .column = column, .columns = columns, .rows = rows};
	return take(self, &step, error);
}

bool
dd_docx_sink_extend_cell(DdDocxSink *self, uint32_t column, GError **error)
{
	return take(self, &(Step){.kind = STEP_EXTEND, .column = column}, error);
}

bool
dd_docx_sink_widen_cell(DdDocxSink *self, uint32_t columns, GError **error)
{
	return take(self, &(Step){.kind = STEP_WIDEN, .columns = columns}, error);
}

bool
dd_docx_sink_close(DdDocxSink *self, GError **error)
{
	return take(self, &(Step){.kind = STEP_CLOSE}, error);
}
