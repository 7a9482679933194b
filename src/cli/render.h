/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render.h: the forms in which readings are printed; one row in a table for each */
#pragma once

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct {
	FILE *out;
	unsigned width; /* columns of the table */
	bool colour;
	bool explain; /* the table form shows every field with its evidence */
	bool several; /* more than one file was asked for */
	size_t count; /* readings printed so far, kept by the caller */
} DdRender;

typedef struct {
	const char *name;
	bool explains; /* takes --explain */
	/* Print what stands before, for, and behind all readings; begin and end may be NULL. Failed writes show in out. */
	void (*begin)(const DdRender *render);
	void (*one)(const DdRender *render, const DdReading *reading);
	void (*end)(const DdRender *render);
} DdFormat;

#define DD_WIDTH_DEFAULT 100
#define DD_WIDTH_MIN 40
#define DD_WIDTH_MAX 400

/* Returns: (transfer none) the form of that name, NULL when there is none */
const DdFormat *
dd_format_lookup(const char *name);
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

G_END_DECLS
