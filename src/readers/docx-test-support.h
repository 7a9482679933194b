/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-test-support.h: DOCX files made of text, and documents shown as text, so that tests hold no binary */
#pragma once

#include "document.h"
#include "error.h"

G_BEGIN_DECLS

/* One entry of a ZIP file */
typedef struct {
	const char *name, *text; /* @name NULL ends a list */
} DdZipEntry;

/* Returns: (transfer full) a ZIP file with these entries */
GBytes *
dd_test_zip(const DdZipEntry *entries);
/* Returns: (transfer full) a ZIP file with one entry of @size zeros */
GBytes *
dd_test_zip_bomb(const char *name, gsize size);
/*
 * Returns: (transfer full) a DOCX with these parts, each as it stands inside of its root element; (nullable) all but @body
 */
GBytes *
dd_test_docx(const char *body, const char *numbering, const char *styles);
/* Reads @file (swallowed), which must be readable. Returns: (transfer full) */
DdDocument *
dd_test_read(GBytes *file);
/* Returns: (transfer full) @inner inside of <w:@root> with the name spaces of office files */
char *
dd_test_part(const char *root, const char *inner);
/* Returns: (transfer none) the types of content of a DOCX, and what it is related to */
const char *
dd_test_types(void);
const char *
dd_test_relationships(void);
const char *
dd_test_main_relationships(void);
/* Reads an exact copy of the bytes, so that a read past their end is seen. Returns: (transfer full) NULL with @error */
DdDocument *
dd_test_try(const void *bytes, gsize len, GError **error);
/* Holds that reading the bytes fails with @code and a message of one line in both languages. */
void
dd_test_assert_refused(const void *bytes, gsize len, DdError code);
/* Holds that a file was refused with @code, or read and no error set when @code is -1. */
void
dd_test_assert_outcome(const DdDocument *document, const GError *error, int code);
/* Returns: (transfer full) @n times @inner between @before and @after */
char *
dd_test_repeat(const char *before, const char *inner, gsize n, const char *after);
/*
 * Returns: (transfer full) the blocks of @part, one a line: "number|text", "\n" and "\t" spelt out, a box in brackets; a table
 * as {cell; cell / cell; cell} with @column or @column+columns or @column+columns*rows before each
 */
char *
dd_test_show(const DdDocument *document, DdPart part);

G_END_DECLS
