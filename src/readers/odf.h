/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf.h: texts and spreadsheets of LibreOffice and its kin: ODT, OTT, ODS, OTS */
#pragma once

#include <stdbool.h>

#include "document.h"

G_BEGIN_DECLS

/* The parts of a file that are read; borrowed */
typedef struct {
	const char *kind; /* static: "ODT" */
	bool is_sheet;
	GBytes *content, *styles; /* @styles: nullable */
	bool has_macros;
} DdOdfParts;

/* Returns: TRUE for a ZIP file that says to be one of these */
gboolean
dd_odf_is(const guint8 *bytes, gsize len);
/* Reads a file. Returns: as DdReadFunc */
DdDocument *
dd_odf_read(const guint8 *bytes, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the parts, as they are once the ZIP file is opened. Returns: as DdReadFunc */
DdDocument *
dd_odf_read_parts(const DdOdfParts *parts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
