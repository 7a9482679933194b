/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-styles.h: styles.xml, each style with what it takes over from the ones that it is based on */
#pragma once

#include "docx-properties.h"

G_BEGIN_DECLS

typedef struct _DdDocxStyles DdDocxStyles;

typedef struct {
	const char *name;       /* as people see it, NULL */
	const char *numbers_at; /* id of the style in the chain that says the number, NULL */
	DdDocxLayout layout;
	DdDocxRun run;
} DdDocxStyle;

/* @part: styles.xml, (nullable) as some programs write none. Returns: (transfer full) or NULL, as dd_xml_walk */
DdDocxStyles *
dd_docx_styles_new(GBytes *part, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_docx_styles_free(DdDocxStyles *self);
/* @id: (nullable). Returns: (transfer none) that style, the default one of paragraphs when there is none of that name */
const DdDocxStyle *
dd_docx_styles_get_paragraph(const DdDocxStyles *self, const char *id);
/* @id: (nullable). Returns: (transfer none) that style of any kind, NULL */
const DdDocxStyle *
dd_docx_styles_get(const DdDocxStyles *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocxStyles, dd_docx_styles_free)

G_END_DECLS
