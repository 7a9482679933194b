/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render.h: the forms in which readings, and the Documents they are made of, are printed; one row in a table for each */
#pragma once

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <stdio.h>

#include "document.h"

G_BEGIN_DECLS

typedef struct {
	FILE *out;
	unsigned width; /* columns of the table */
	bool colour;
	bool explain; /* the table form shows every field with its evidence */
	bool several; /* more than one file was asked for */
	size_t count; /* readings or Documents printed so far, kept by the caller */
} DdRender;

typedef struct {
	const char *name;
	bool explains; /* takes --explain */
	/* Print what stands before, for, and behind all of them; begin and end may be NULL. Failed writes show in out. */
	void (*begin)(const DdRender *render);
	void (*reading)(const DdRender *render, const DdReading *reading); /* NULL: a form of Documents */
	void (*document)(const DdRender *render, const char *file, const DdDocument *document);
	void (*end)(const DdRender *render);
} DdFormat;

#define DD_WIDTH_DEFAULT 100
#define DD_WIDTH_MIN 40
#define DD_WIDTH_MAX 400

/* Returns: (transfer none) the form of readings, or of Documents, of that name (NULL: the default one); NULL when there is none */
const DdFormat *
dd_format_lookup(const char *name, bool document);
/* Sets width and colour by what @out is and by COLUMNS, NO_COLOR, TERM. */
void
dd_render_init(DdRender *render, FILE *out);

/* The rows of the table */
void
dd_render_table(const DdRender *render, const DdReading *reading);
void
dd_render_explain(const DdRender *render, const DdReading *reading);
void
dd_render_csv_begin(const DdRender *render);
void
dd_render_csv(const DdRender *render, const DdReading *reading);
void
dd_render_md(const DdRender *render, const DdReading *reading);
void
dd_render_document_json(const DdRender *render, const char *file, const DdDocument *document);
/* A whole page that needs nothing else; whatever the file holds is shown as text */
void
dd_render_document_html(const DdRender *render, const char *file, const DdDocument *document);
/* The text that a reading is made of; its lines are those that a reading tells */
void
dd_render_document_text(const DdRender *render, const char *file, const DdDocument *document);

G_END_DECLS
