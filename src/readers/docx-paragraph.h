/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-paragraph.h: a paragraph of a DOCX while its runs go by */
#pragma once

#include "docx-styles.h"

G_BEGIN_DECLS

typedef struct {
	GString *text;
	char *number; /* NULL none */
	const DdDocxStyle *style;
	DdDocxLayout layout; /* what it says itself, then what holds */
	DdDocxRun run;       /* of the run that is open */
	const DdDocxStyle *run_style;
	bool is_settled; /* its properties are complete */
	bool runs_on; /* its mark is deleted or hidden: the next paragraph goes on with its text */
	bool has_letters; /* that are seen */
	bool has_plain;   /* letters that are not bold */
	bool has_break;   /* a page or column ended here; if text follows it begins a line */
} DdDocxParagraph;

/* @text: (transfer full) (nullable) the paragraphs before that run on into this one. Returns: (transfer full) */
DdDocxParagraph *
dd_docx_paragraph_new(GString *text) G_GNUC_WARN_UNUSED_RESULT;
void
dd_docx_paragraph_free(DdDocxParagraph *self);
/* Puts the style under what the paragraph says itself */
void
dd_docx_paragraph_settle(DdDocxParagraph *self, const DdDocxStyle *style);
/* Adds what the open run shows. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_docx_paragraph_add(DdDocxParagraph *self, const char *text, size_t len, GError **error);
/* Returns: the paragraph as a document has it; its texts are lent */
DdParagraph
dd_docx_paragraph_show(const DdDocxParagraph *self, bool boxed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocxParagraph, dd_docx_paragraph_free)

G_END_DECLS
