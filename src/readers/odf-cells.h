/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf-cells.h: the sheets of an ODS */
#pragma once

#include "document-builder.h"
#include "odf-styles.h"

G_BEGIN_DECLS

/* Adds the sheets that @content holds to @builder. FALSE as dd_xml_walk, or as the builder says */
bool
dd_odf_read_sheets(
	const DdOdfStyles *styles, GBytes *content, DdDocumentBuilder *builder, GError **error);

G_END_DECLS
