/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf-styles.h: what the styles of an ODT or ODS say: of lists how they are numbered, of cells and sheets whether they show */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "docx-number-format.h"

G_BEGIN_DECLS

#define DD_ODF_LEVELS 10

/* One level of a list */
typedef struct {
	DdNumberFormat format;
	uint32_t start;
	uint32_t shown;              /* levels that are shown, this one last */
	const char *prefix, *suffix; /* never NULL */
	const char *bullet;          /* NULL none */
} DdOdfLevel;

typedef struct {
	DdOdfLevel levels[DD_ODF_LEVELS];
} DdOdfListStyle;

typedef struct _DdOdfStyles DdOdfStyles;

/* @styles (nullable), @content: parts of the file. Returns: (transfer full) or NULL, as dd_xml_walk */
DdOdfStyles *
dd_odf_styles_new(GBytes *styles, GBytes *content, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_odf_styles_free(DdOdfStyles *self);
/* @name: (nullable). Returns: (transfer none) NULL when there is no such style of lists */
const DdOdfListStyle *
dd_odf_styles_get_list(const DdOdfStyles *self, const char *name);
/* Returns: (transfer none) how headings are numbered */
const DdOdfListStyle *
dd_odf_styles_get_outline(const DdOdfStyles *self);
/* @name: (nullable) a style of tables. Returns: TRUE when they are not shown */
bool
dd_odf_styles_is_hidden(const DdOdfStyles *self, const char *name);
/* @name: (nullable) a style of cells. Returns: TRUE when they have borders on two sides or more */
bool
dd_odf_styles_is_ruled(const DdOdfStyles *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOdfStyles, dd_odf_styles_free)

G_END_DECLS
