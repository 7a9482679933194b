/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sniff.h: what a file is by how it begins: who calls a worker and the worker itself shall think the same */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	DD_SNIFF_OTHER, /* plain text, or nothing that is known here */
	DD_SNIFF_ZIP,   /* DOCX, XLSX, ODT … */
	DD_SNIFF_OLE,   /* Office 97 to 2003, and files with a password */
	DD_SNIFF_PDF,
	DD_SNIFF_IMAGE, /* PNG, JPEG, TIFF */
	DD_SNIFF_RTF,
	DD_SNIFF_HTML,
	DD_SNIFF_CSV,  /* fields between commas or semicolons */
	DD_SNIFF_TSV,  /* … between tabs */
	DD_SNIFF_MAIL, /* EML, and the archives of web pages that are written like it (MHT) */
} DdSniff;

#define DD_SNIFF_BYTES ((128u << 10) + 4) /* of a file tell what it is */

/* Looks at the first DD_SNIFF_BYTES at most. @separator_out: (nullable) of a CSV or TSV */
DdSniff
dd_sniff(const guint8 *bytes, gsize len, char *separator_out);

G_END_DECLS
