/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ole.h: what an OLE compound file is (MS-CFB), by the names of what its root holds. No text is looked at: whoever reads
 * Word and Excel files of before 2007 is another program.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
	DD_OLE_OTHER,   /* something else, or a directory that cannot be followed */
	DD_OLE_TEXT,    /* Word 6 to 2003 */
	DD_OLE_SHEET,   /* Excel 5 to 2003 */
	DD_OLE_PACKAGE, /* a DOCX or XLSX with a password (MS-OFFCRYPTO) */
} DdOleKind;

typedef struct {
	DdOleKind kind;
	bool encrypted; /* of DD_OLE_SHEET it may open all the same: what only protects its cells has a password that all know */
} DdOle;

/* Returns: TRUE for an OLE compound file */
gboolean
dd_ole_is(const guint8 *bytes, gsize len);
/* Looks at the directory: memory and time are linear in @len, whatever it says of itself. @bytes: as dd_ole_is knows them */
DdOle
dd_ole_look(const guint8 *bytes, gsize len);
/*
 * Returns: (transfer full) what the stream of that name, which hangs on the root, holds; NULL when it is not there, has more than @most
 * bytes, or is not all in the file. As bounded
 */
GByteArray *
dd_ole_read_stream(const guint8 *bytes, gsize len, const char *name, gsize most)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
