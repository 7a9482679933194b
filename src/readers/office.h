/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office.h: an office file of the kind of DOCX and XLSX (OPC) so far opened that its main part is known */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "package.h"

G_BEGIN_DECLS

/* What the main part of a kind of file may be */
typedef struct {
	const char *type; /* of content, in small letters */
	const char *kind; /* "DOCX"; ends with M when the file may hold macros */
} DdOfficeType;

typedef struct _DdOffice DdOffice;

/*
 * Opens a ZIP file. @bytes: lent for the life of the result. @types: static. Returns: (transfer full) or NULL, as
 * dd_zip_read_parts and dd_xml_walk
 */
DdOffice *
dd_office_open(const guint8 *bytes, gsize len, const DdOfficeType *types, size_t n_types,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_office_free(DdOffice *self);
/* Returns: TRUE for a ZIP file whose main part is one of @types, or whose lists of parts are broken: opening it says how */
gboolean
dd_office_is(const guint8 *bytes, gsize len, const DdOfficeType *types, size_t n_types);
/* Returns: (transfer none) the kind that it is of, static; NULL when its main part is of none of the types */
const char *
dd_office_get_kind(const DdOffice *self);
/* Returns: (transfer none) the folded name of the main part, NULL when there is none */
const char *
dd_office_get_main(const DdOffice *self);
/* Returns: TRUE when some part is said to be of @type (small letters) */
bool
dd_office_has_type(const DdOffice *self, const char *type);
/* Returns: (transfer full) a table of parts to read: folded name → GBytes */
GHashTable *
dd_office_new_parts(void) G_GNUC_WARN_UNUSED_RESULT;
/* Asks for one more part; a file has few, and all asked for are inflated by one walk */
void
dd_office_want(GHashTable *parts, const char *name);
/* Inflates what is asked for. FALSE as dd_zip_read_parts */
bool
dd_office_read(DdOffice *self, GHashTable *parts, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdRelationship of the part @source, none when the file does not tell any; or NULL with an error */
GPtrArray *
dd_office_read_relationships(DdOffice *self, const char *source, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Sets the error of a file whose main part is missing */
void
dd_office_refuse_headless(GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOffice, dd_office_free)

G_END_DECLS
